#include "app/jobs/openprovider.h"

#include "app/credentials/credentialstore.h"
#include "app/providers/optimizely/optimizelyprovider.h"
#include "app/providers/vector/vectorprovider.h"
#include "app/settings/connections.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Provider> makeProvider(const Connection& connection, const Secret& secret, const ProviderParts& parts)
{
    switch (connection.platform) {
    case Platform::VectorPro:
        return makeVectorProvider(connection, secret, parts.transport);
    case Platform::OptimizelyDxp:
        break;
    }
    return makeOptimizelyProvider(connection, secret, parts.transport, parts.clock);
}

class OpenTask final : public ResultTask<std::shared_ptr<Provider>>
{
public:
    OpenTask(const ProviderParts& parts, QString connectionId, QObject* parent)
        : ResultTask<std::shared_ptr<Provider>>(parent), m_parts(parts), m_connectionId(std::move(connectionId))
    { }

protected:
    void run() override
    {
        const std::optional<Connection> connection = m_parts.connections.find(m_connectionId);
        if (!connection) {
            completeWith(fail(Error::Code::NotFound, u"connection"_s, m_connectionId));
            return;
        }
        auto* read = m_parts.credentials.read(m_connectionId, this);
        connect(read, &Task::finished, this, [this, read, connection = *connection] {
            if (read->result()) {
                completeWith(makeProvider(connection, *read->result(), m_parts));
                return;
            }
            Error error = read->result().error();
            error.subject = connection.name;
            completeWith(fail(error));
        });
        read->start();
    }

private:
    ProviderParts m_parts;
    QString m_connectionId;
};

class TestTask final : public ResultTask<ConnectionTest>
{
public:
    TestTask(std::unique_ptr<Provider> provider, QStringList environments, QObject* parent)
        : ResultTask<ConnectionTest>(parent), m_provider(std::move(provider)), m_environments(std::move(environments))
    { }

protected:
    void run() override
    {
        auto* test = m_provider->test(m_environments, this);
        connect(test, &Task::finished, this, [this, test] { completeWith(test->result()); });
        test->start();
    }

private:
    std::unique_ptr<Provider> m_provider;
    QStringList m_environments;
};

} // namespace

QString secretProblem(Platform platform, const QByteArray& typed)
{
    return platform == Platform::VectorPro ? tokenProblem(typed) : secretProblem(typed);
}

ResultTask<std::shared_ptr<Provider>>* openProvider(const ProviderParts& parts, const QString& connectionId,
                                                    QObject* parent)
{
    return new OpenTask(parts, connectionId, parent);
}

ResultTask<ConnectionTest>* testConnection(const ProviderParts& parts, const Connection& connection,
                                           const Secret& secret, QObject* parent)
{
    QStringList environments = candidateEnvironments();
    for (const Environment& known : connection.environments) {
        if (!environments.contains(known.name, Qt::CaseInsensitive)) {
            environments.append(known.name);
        }
    }
    return new TestTask(makeProvider(connection, secret, parts), environments, parent);
}

} // namespace longshore
