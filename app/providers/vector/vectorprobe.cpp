#include "app/providers/vector/vectorprobe.h"

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostPages = 200; ///< 20,000 sites

/// An id of the right form that nothing has.
QString nobody(VectorDialect dialect)
{
    return dialect == VectorDialect::D ? u"exp_00000000"_s : u"00000000000000000000000000"_s;
}

class ProbeTask final : public ResultTask<Probe>
{
public:
    ProbeTask(std::shared_ptr<const Client> client, ProbeWish wish, QObject* parent)
        : ResultTask<Probe>(parent), m_client(std::move(client)), m_wish(std::move(wish))
    { }

protected:
    void run() override
    {
        ask<Identity>(whoamiCall(), &identityFromJson, [this](const Result<Identity>& identity) { known(identity); });
    }

private:
    template <class T>
    void ask(const Call& call, typename CallTask<T>::Read read, std::function<void(const Result<T>&)> then)
    {
        auto* task = new CallTask<T>(m_client, call, std::move(read), this);
        connect(task, &Task::finished, this, [this, task, then = std::move(then)] {
            if (!isCancelled()) {
                then(task->result());
            }
        });
        task->start();
    }

    void known(const Result<Identity>& identity)
    {
        if (identity) {
            m_probe.identity = *identity;
        } else if (identity.error().code != Error::Code::NotFound && identity.error().code != Error::Code::BadAnswer) {
            completeWith(fail(identity.error()));
            return;
        }
        if (m_wish.siteId.isEmpty()) {
            readSites(1);
        } else {
            readSite();
        }
    }

    void readSite()
    {
        ask<SiteInfo>(siteCall(m_wish.siteId), &siteFromJson, [this](const Result<SiteInfo>& site) {
            if (!site) {
                completeWith(fail(site.error()));
                return;
            }
            m_probe.sites = {*site};
            findDialect();
        });
    }

    void findDialect()
    {
        if (m_probe.sites.isEmpty()) {
            completeWith(m_probe);
        } else if (m_wish.dialect) {
            m_probe.dialect = *m_wish.dialect;
            readEnvironments(0, 1);
        } else {
            tryDialect(VectorDialect::G2);
        }
    }

    void readSites(int page)
    {
        ask<Page<SiteInfo>>(sitesCall(page), &sitesFromJson, [this, page](const Result<Page<SiteInfo>>& sites) {
            if (!sites) {
                completeWith(fail(sites.error()));
                return;
            }
            m_probe.sites.append(sites->items);
            if (page < sites->last && page < MostPages) {
                readSites(page + 1);
            } else {
                findDialect();
            }
        });
    }

    void tryDialect(VectorDialect dialect)
    {
        const Target target{m_probe.sites.first().id, {}};
        // Only G2 has imports directly below a site; only D says "database".
        const Call call = dialect == VectorDialect::G2 ? *importStatusCall(dialect, target, nobody(dialect))
                                                       : *exportStatusCall(dialect, target, nobody(dialect));
        const QString what = dialect == VectorDialect::G2 ? u"Import"_s : u"Export"_s;
        ask<Operation>(call, &operationFromJson,
                       [this, dialect, what](const Result<Operation>& answer) { tried(dialect, what, answer); });
    }

    void tried(VectorDialect dialect, const QString& what, const Result<Operation>& answer)
    {
        if (answer || isAboutOperation(answer.error(), what)) {
            m_probe.dialect = dialect;
            m_probe.dialectIsSure = true;
            readEnvironments(0, 1);
        } else if (answer.error().code != Error::Code::NotFound) {
            completeWith(fail(answer.error()));
        } else if (dialect == VectorDialect::D) {
            readEnvironments(0, 1); // like none: the present one is the best guess
        } else {
            tryDialect(dialect == VectorDialect::G2 ? VectorDialect::G1 : VectorDialect::D);
        }
    }

    /// The summary inside a site may be missing or short.
    void readEnvironments(qsizetype site, int page)
    {
        if (site >= m_probe.sites.size()) {
            completeWith(m_probe);
            return;
        }
        ask<Page<EnvironmentInfo>>(environmentsCall(m_probe.dialect, m_probe.sites[site].id, page),
                                   &environmentsFromJson,
                                   [this, site, page](const Result<Page<EnvironmentInfo>>& environments) {
                                       takeEnvironments(site, page, environments);
                                   });
    }

    void takeEnvironments(qsizetype site, int page, const Result<Page<EnvironmentInfo>>& environments)
    {
        if (!environments) {
            // A token may read sites and not this one's environments: the summary stays.
            readEnvironments(site + 1, 1);
            return;
        }
        QList<EnvironmentInfo>& list = m_probe.sites[site].environments;
        if (page == 1) {
            list.clear();
        }
        list.append(environments->items);
        if (page < environments->last && page < MostPages) {
            readEnvironments(site, page + 1);
        } else {
            readEnvironments(site + 1, 1);
        }
    }

    std::shared_ptr<const Client> m_client;
    ProbeWish m_wish;
    Probe m_probe;
};

} // namespace

ResultTask<Probe>* probe(const std::shared_ptr<const Client>& client, const ProbeWish& wish, QObject* parent)
{
    return new ProbeTask(client, wish, parent);
}

bool isAboutOperation(const Error& error, const QString& what)
{
    // A service that lacks the path may name it: "The route api/v1/vector/sites/1/imports/2 could not be found."
    return error.code == Error::Code::NotFound && error.detail.startsWith(what + " not found"_L1, Qt::CaseInsensitive);
}

} // namespace longshore::vector
