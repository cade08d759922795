#include "app/servicespractice.h"

#include "app/core/backgroundtask.h"
#include "app/practice/practiceserver.h"
#include "app/providers/vector/vectorsites.h"
#include "app/settings/connections.h"

#include <QDir>
#include <QThreadPool>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

PracticeOptions practiceOptions(const ServicesOptions& options, const QString& state)
{
    PracticeOptions practice;
    practice.dataFolder =
        options.practiceDataFolder.isEmpty() ? QDir(state).filePath(u"server"_s) : options.practiceDataFolder;
    practice.timeScale = options.practiceTimeScale;
    return practice;
}

Connection projectOf(const PracticeAccess& access)
{
    Connection connection;
    connection.id = u"practice"_s;
    connection.name = u"Practice"_s;
    connection.baseUrl = access.baseUrl;
    connection.projectId = access.projectId;
    connection.clientKey = access.clientKey;
    for (const QString& name : access.environments) {
        connection.environments.append({name, guessTier(name), Access::Allowed, false});
    }
    return connection;
}

/// As connecting the site would make it.
Connection siteOf(const VectorAccess& access, const VectorAccess::Site& site)
{
    vector::SiteInfo info{
        .id = site.id, .customerId = site.name, .developmentDomain = site.domain, .status = {}, .environments = {}};
    for (const VectorAccess::Place& place : site.environments) {
        info.environments.append({.id = place.id,
                                  .siteId = site.id,
                                  .name = place.name,
                                  .isProduction = place.isProduction,
                                  .status = {},
                                  .domain = place.domain});
    }
    Connection connection;
    connection.id = u"practice-"_s + site.name;
    connection.name = info.label();
    connection.platform = Platform::VectorPro;
    connection.baseUrl = access.baseUrl;
    connection.projectId = site.id;
    connection.dialect = access.dialect;
    connection.environments = vector::environmentsOf(info, {});
    return connection;
}

QList<PracticeSession::Way> waysTo(const PracticeAccess& access)
{
    QList<PracticeSession::Way> ways{{projectOf(access), access.clientSecret}};
    for (const VectorAccess::Site& site : access.vector.sites) {
        ways.append({siteOf(access.vector, site), access.vector.token});
    }
    return ways;
}

/// One row after the other.
class SavePractice final : public ResultTask<void>
{
public:
    SavePractice(Connections& connections, QList<PracticeSession::Way> ways, QObject* parent)
        : ResultTask<void>(parent), m_connections(connections), m_ways(std::move(ways))
    { }

protected:
    void run() override
    {
        if (m_ways.isEmpty()) {
            completeWith({});
            return;
        }
        Connection connection = m_ways.first().connection;
        if (m_tries > 0) {
            connection.name += u" ("_s + QString::number(m_tries + 1) + u')';
        }
        auto* saved = m_connections.save(connection, this);
        connect(saved, &Task::finished, this, [this, saved] { went(saved->result()); });
        saved->start();
    }

private:
    void went(const Result<void>& saved)
    {
        const bool nameIsTaken =
            !saved && saved.error().code == Error::Code::BadInput && saved.error().subject == u"name"_s;
        if (!saved && (!nameIsTaken || ++m_tries > mostTries)) {
            completeWith(saved);
            return;
        }
        if (saved) {
            m_ways.removeFirst();
            m_tries = 0;
        }
        run();
    }

    static constexpr int mostTries = 50;
    Connections& m_connections;
    QList<PracticeSession::Way> m_ways;
    int m_tries = 0; ///< of the first one's name
};

/// Stopping blocks for milliseconds, which is not for the thread of a window.
void stopElsewhere(PracticeServer* server)
{
    QThreadPool::globalInstance()->start([server] { std::unique_ptr<PracticeServer>(server).reset(); });
}

} // namespace

ResultTask<PracticeSession>* startPracticeServer(const ServicesOptions& options, const QString& state, QObject* parent)
{
    return new BackgroundTask<PracticeSession>(
        [wanted = practiceOptions(options, state)](const CancelFlag&) {
            return PracticeServer::start(wanted).map([](std::unique_ptr<PracticeServer> server) {
                QList<PracticeSession::Way> ways = waysTo(server->access());
                return PracticeSession{std::shared_ptr<PracticeServer>(server.release(), &stopElsewhere),
                                       std::move(ways)};
            });
        },
        parent);
}

ResultTask<void>* savePractice(Connections& connections, const PracticeSession& session, QObject* parent)
{
    return new SavePractice(connections, session.ways, parent);
}

} // namespace longshore
