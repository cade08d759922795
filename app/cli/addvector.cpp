#include "app/cli/addvector.h"

#include "app/cli/connectiontext.h"
#include "app/cli/terminal.h"
#include "app/core/backgroundtask.h"
#include "app/credentials/credentialstore.h"
#include "app/credentials/environmentstore.h"
#include "app/services.h"
#include "app/settings/connections.h"

#include <QUuid>
#include <algorithm>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

bool isMeant(const Connection& site, const QString& wanted)
{
    return site.projectId.compare(wanted, Qt::CaseInsensitive) == 0
           || site.name.compare(wanted, Qt::CaseInsensitive) == 0;
}

QString labelsOf(const QList<Connection>& sites)
{
    constexpr qsizetype Most = 20;
    QStringList labels;
    for (const Connection& site : sites.first(std::min(Most, sites.size()))) {
        labels.append(site.name);
    }
    return labels.join(u", "_s) + (sites.size() > Most ? u", …"_s : QString());
}

} // namespace

void AddVectorSites::run()
{
    m_baseUrl = arguments().baseUrl.isEmpty() ? defaultVectorBaseUrl() : QUrl(arguments().baseUrl.trimmed());
    if (!arguments().dialect.isEmpty()) {
        m_dialect = vectorDialectFromName(arguments().dialect);
        if (!m_dialect) {
            endWith(Error{.code = Error::Code::BadInput, .subject = u"--dialect"_s, .detail = u"D, G1 or G2"_s});
            return;
        }
    }
    if (arguments().secretFromStdin) {
        await(new BackgroundTask<QByteArray>(
                  [](const CancelFlag&) -> Result<QByteArray> { return readStandardInput(); }, this),
              [this](const QByteArray& typed) { takeToken(Secret(typed), true); });
        return;
    }
    for (const QString& name : {arguments().name, u"vector"_s}) {
        const QByteArray variable = EnvironmentStore::variableName(name);
        if (!name.isEmpty() && !qEnvironmentVariableIsEmpty(variable.constData())) {
            takeToken(Secret(qgetenv(variable.constData())), false);
            return;
        }
    }
    await(new AskSecretTask(u"API token of Vector Pro: "_s, this),
          [this](const Secret& typed) { takeToken(typed, true); });
}

void AddVectorSites::takeToken(const Secret& token, bool store)
{
    if (const QString problem = tokenProblem(token.reveal()); !problem.isEmpty()) {
        endWith(Error{.code = Error::Code::SecretInvalid, .subject = problem});
        return;
    }
    m_token = token;
    m_storeToken = store;
    await(services().findSites(m_baseUrl, m_token, m_dialect, this),
          [this](const VectorAccount& account) { found(account); });
}

void AddVectorSites::found(const VectorAccount& account)
{
    const Result<QList<Connection>> sites = chosen(account);
    if (!sites) {
        endWith(sites.error());
        return;
    }
    m_sites = *sites;
    if (m_sites.size() == 1 && !arguments().name.isEmpty()) {
        m_sites.first().name = arguments().name.trimmed();
        if (services().connections().findByName(m_sites.first().name)) {
            endWith(Error{.code = Error::Code::BadInput,
                          .subject = u"--name"_s,
                          .detail = u"another connection has this name"_s});
            return;
        }
    }
    if (!account.dialectIsSure && !m_dialect) {
        output().note(u"The service did not show which dialect of its API it speaks; taken to be %1."_s.arg(
            vectorDialectName(account.dialect)));
    }
    if (account.readOnly) {
        output().note(u"This token may read only: it can watch, and neither export nor import."_s);
    }
    saveNext();
}

Result<QList<Connection>> AddVectorSites::chosen(const VectorAccount& account) const
{
    if (account.sites.isEmpty()) {
        return fail(Error::Code::NotFound, u"site that this token may see"_s);
    }
    if (arguments().all) {
        return account.sites;
    }
    if (arguments().site.isEmpty()) {
        if (account.sites.size() == 1) {
            return account.sites;
        }
        return fail(Error::Code::BadInput, u"--site"_s,
                    u"the account has %1 sites; name one, or take --all-sites: %2"_s.arg(account.sites.size())
                        .arg(labelsOf(account.sites)));
    }
    const QString wanted = arguments().site.trimmed();
    QList<Connection> meant;
    std::copy_if(account.sites.begin(), account.sites.end(), std::back_inserter(meant),
                 [&wanted](const Connection& site) { return isMeant(site, wanted); });
    if (meant.isEmpty()) {
        return fail(Error::Code::NotFound, u"site "_s + wanted, u"this token sees "_s + labelsOf(account.sites));
    }
    if (meant.size() > 1) {
        return fail(Error::Code::BadInput, u"--site"_s, u"several sites are called so; give the id"_s);
    }
    return meant;
}

void AddVectorSites::saveNext()
{
    if (m_sites.isEmpty()) {
        report();
        return;
    }
    Connection site = m_sites.takeFirst();
    site.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    site.name = services().connections().freeName(site.name, site.id);
    if (const QString field = invalidField(site); !field.isEmpty()) {
        endWith(Error{.code = Error::Code::BadInput, .subject = field, .detail = site.name});
        return;
    }
    m_saved.append(site);
    await(services().connections().save(site, this), [this] {
        services().wakeEngine();
        if (m_storeToken) {
            storeToken();
        } else {
            saveNext();
        }
    });
}

void AddVectorSites::storeToken()
{
    auto* write = services().credentials().write(m_saved.last().id, m_token, this);
    connect(write, &Task::finished, this, [this, write] {
        if (!write->result()) {
            output().note(u"The token of %1 was not stored. Set %2, or be asked each time."_s.arg(
                m_saved.last().name, QString::fromLatin1(EnvironmentStore::variableName(m_saved.last().name))));
        }
        saveNext();
    });
    write->start();
}

void AddVectorSites::report()
{
    QList<QStringList> rows;
    for (const Connection& site : std::as_const(m_saved)) {
        output().json(connectionJson(site));
        output().text(u"Connected %1."_s.arg(site.name));
        rows += environmentRows(site);
    }
    output().table(environmentHeader(), rows);
    end(Exit::Done);
}

} // namespace longshore::cli

#include "moc_addvector.cpp"
