#include "app/cli/connectioncommands.h"

#include "app/cli/connectiontext.h"
#include "app/cli/format.h"
#include "app/cli/jobtext.h"
#include "app/cli/terminal.h"
#include "app/core/backgroundtask.h"
#include "app/credentials/credentialstore.h"
#include "app/credentials/environmentstore.h"
#include "app/jobs/jobs.h"
#include "app/providers/optimizely/optimizelyprovider.h"
#include "app/services.h"
#include "app/settings/connections.h"

#include <QUuid>
#include <cmath>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double NotableSkewSeconds = 120;

bool mayAnything(const Connection& connection)
{
    return std::any_of(connection.environments.begin(), connection.environments.end(),
                       [](const Environment& environment) { return environment.access == Access::Allowed; });
}

/// What a person set stays: the tier, and environments added by hand.
void merge(Connection& connection, const ConnectionTest& test)
{
    connection.dialect = test.dialect.value_or(connection.dialect);
    connection.readOnly = test.readOnly;
    for (const Environment& fresh : test.environments) {
        const auto same = [&fresh](const Environment& known) {
            return known.name.compare(fresh.name, Qt::CaseInsensitive) == 0;
        };
        const auto known = std::find_if(connection.environments.begin(), connection.environments.end(), same);
        if (known != connection.environments.end()) {
            known->access = fresh.access;
            known->id = fresh.id;
        } else if (fresh.access == Access::Allowed) {
            connection.environments.append(fresh);
        }
    }
}

} // namespace

Result<Connection> AddConnection::described() const
{
    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection.name = arguments().name.trimmed();
    connection.baseUrl =
        arguments().baseUrl.isEmpty() ? defaultOptimizelyBaseUrl() : QUrl(arguments().baseUrl.trimmed());
    if (!connection.baseUrl.path().endsWith(u'/')) {
        connection.baseUrl.setPath(connection.baseUrl.path() + u'/');
    }
    connection.projectId = arguments().projectId.trimmed();
    connection.clientKey = arguments().clientKey.trimmed();
    if (const QString field = invalidField(connection); !field.isEmpty()) {
        return fail(Error::Code::BadInput, field);
    }
    if (services().connections().findByName(connection.name)) {
        return fail(Error::Code::BadInput, u"--name"_s, u"another connection has this name"_s);
    }
    return connection;
}

void AddConnection::run()
{
    const Result<Connection> connection = described();
    if (!connection) {
        endWith(connection.error());
        return;
    }
    m_connection = *connection;
    findSecret();
}

void AddConnection::findSecret()
{
    if (arguments().secretFromStdin) {
        await(new BackgroundTask<QByteArray>(
                  [](const CancelFlag&) -> Result<QByteArray> { return readStandardInput(); }, this),
              [this](const QByteArray& typed) { takeSecret(Secret(typed), true); });
        return;
    }
    const QByteArray variable = EnvironmentStore::variableName(m_connection.name);
    if (!qEnvironmentVariableIsEmpty(variable.constData())) {
        takeSecret(Secret(qgetenv(variable.constData())), false);
        return;
    }
    if (!isTerminal(Stream::Input)) {
        save();
        return;
    }
    auto* ask = new AskSecretTask(u"Client secret of %1 (empty: later): "_s.arg(m_connection.name), this);
    connect(ask, &Task::finished, this, [this, ask] {
        if (ask->result()) {
            takeSecret(*ask->result(), true);
        } else {
            save();
        }
    });
    ask->start();
}

void AddConnection::takeSecret(const Secret& secret, bool store)
{
    if (const QString problem = secretProblem(secret.reveal()); !problem.isEmpty()) {
        endWith(Error{.code = Error::Code::SecretInvalid, .subject = problem});
        return;
    }
    m_secret = secret;
    m_storeSecret = store;
    if (!arguments().test) {
        save();
        return;
    }
    await(services().test(m_connection, m_secret, this), [this](const ConnectionTest& test) {
        merge(m_connection, test);
        if (!mayAnything(m_connection)) {
            endWith(Error{.code = Error::Code::Unauthorized, .subject = u"any environment of this project"_s});
            return;
        }
        save();
    });
}

void AddConnection::save()
{
    await(services().connections().save(m_connection, this), [this] {
        services().wakeEngine();
        if (m_storeSecret) {
            storeSecret();
        } else {
            report();
        }
    });
}

void AddConnection::storeSecret()
{
    auto* write = services().credentials().write(m_connection.id, m_secret, this);
    connect(write, &Task::finished, this, [this, write] {
        if (!write->result()) {
            output().note(errorText(write->result().error(), {}).what);
            output().note(u"So the secret was not stored. Set %1, or be asked each time."_s.arg(
                QString::fromLatin1(EnvironmentStore::variableName(m_connection.name))));
        }
        report();
    });
    write->start();
}

void AddConnection::report()
{
    output().json(connectionJson(m_connection));
    output().text(u"Connected %1."_s.arg(m_connection.name));
    if (m_connection.environments.isEmpty()) {
        output().text(u"Not tried yet: longshorectl connections test "_s + m_connection.name);
    } else {
        output().table(environmentHeader(), environmentRows(m_connection));
    }
    end(Exit::Done);
}

void ListConnections::run()
{
    const QList<Connection> all = services().connections().all();
    QList<QStringList> rows;
    for (const Connection& connection : all) {
        output().json(connectionJson(connection));
        rows.append({connection.name, platformText(connection), connection.projectId, connection.baseUrl.host()});
    }
    if (rows.isEmpty()) {
        output().text(u"No connections yet. Add one with: longshorectl connections add"_s);
    } else {
        output().table({u"NAME"_s, u"PLATFORM"_s, u"PROJECT OR SITE"_s, u"SERVER"_s}, rows);
    }
    end(Exit::Done);
}

void TestConnection::run()
{
    const Result<Connection> connection = wantedConnection();
    if (!connection) {
        endWith(connection.error());
        return;
    }
    withSecret(*connection, [this, connection = *connection](const Secret& secret) {
        await(
            services().test(connection, secret, this),
            [this, connection](const ConnectionTest& test) { learned(connection, test); },
            ErrorContext{.connection = connection.name});
    });
}

void TestConnection::learned(Connection connection, const ConnectionTest& test)
{
    merge(connection, test);
    if (std::abs(test.clockAheadSeconds) > NotableSkewSeconds) {
        output().note(u"This computer's clock is %1 %2 the server's."_s.arg(
            formatDuration(std::chrono::seconds(std::llround(std::abs(test.clockAheadSeconds)))),
            test.clockAheadSeconds < 0 ? u"behind"_s : u"ahead of"_s));
    }
    await(services().connections().save(connection, this), [this, connection] {
        services().wakeEngine();
        output().json(connectionJson(connection));
        output().table(environmentHeader(), environmentRows(connection));
        if (mayAnything(connection)) {
            end(Exit::Done);
        } else {
            endWith(Error{.code = Error::Code::Unauthorized, .subject = u"any environment of "_s + connection.name});
        }
    });
}

void RemoveConnection::run()
{
    const Result<Connection> connection = wantedConnection();
    if (!connection) {
        endWith(connection.error());
        return;
    }
    const QList<JobRecord> jobs = services().jobs().records();
    const bool busy = std::any_of(jobs.begin(), jobs.end(), [&connection](const JobRecord& job) {
        return job.connectionId() == connection->id && !isFinal(job.step);
    });
    if (busy) {
        endWith(Error{
            .code = Error::Code::GuardRefused, .subject = connection->name, .detail = u"it has unfinished jobs"_s});
        return;
    }
    await(services().connections().remove(connection->id, this), [this, connection = *connection] {
        services().wakeEngine();
        auto* forget = services().credentials().remove(connection.id, this);
        // Without a keychain there is no secret to remove.
        connect(forget, &Task::finished, this, [this, connection] {
            output().json(
                {{u"type"_s, u"connectionRemoved"_s}, {u"id"_s, connection.id}, {u"name"_s, connection.name}});
            output().text(u"Removed %1. Files and finished jobs stay."_s.arg(connection.name));
            end(Exit::Done);
        });
        forget->start();
    });
}

void ListSites::run()
{
    QList<QStringList> rows;
    const QList<Connection> all = services().connections().all();
    bool found = false;
    for (const Connection& connection : all) {
        if (!arguments().name.isEmpty() && connection.name.compare(arguments().name, Qt::CaseInsensitive) != 0) {
            continue;
        }
        found = true;
        output().json(connectionJson(connection));
        rows += environmentRows(connection);
    }
    if (!found && !arguments().name.isEmpty()) {
        endWith(Error{.code = Error::Code::NotFound, .subject = u"connection"_s, .detail = arguments().name});
        return;
    }
    if (rows.isEmpty()) {
        output().text(u"No environments are known yet. Learn them with: longshorectl connections test NAME"_s);
    } else {
        output().table(environmentHeader(), rows);
    }
    end(Exit::Done);
}

} // namespace longshore::cli

#include "moc_connectioncommands.cpp"
