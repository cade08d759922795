#include "app/providers/vector/vectorprovider.h"

#include "app/providers/vector/vectorexports.h"
#include "app/providers/vector/vectorprobe.h"

namespace longshore {

using namespace Qt::StringLiterals;
using namespace vector;

namespace {

/// The container that belongs to the site has no name of its own at the service.
constexpr auto DevelopmentName = "development"_L1;

/// Only `is_production` says what production is; a name does not.
Tier tierOf(const EnvironmentInfo& environment)
{
    if (environment.isProduction) {
        return Tier::Production;
    }
    const Tier guess = guessTier(environment.name);
    return guess == Tier::Production ? Tier::Staging : guess;
}

QList<Environment> environmentsOf(const SiteInfo& site, const Connection& before)
{
    QList<Environment> list{{.name = DevelopmentName, .tier = Tier::Development, .access = Access::Allowed}};
    for (const EnvironmentInfo& info : site.environments) {
        // The site's own container has that name here.
        const bool taken = info.name.compare(DevelopmentName, Qt::CaseInsensitive) == 0;
        list.append({.name = info.name.isEmpty() || taken ? info.id : info.name,
                     .tier = tierOf(info),
                     .access = Access::Allowed,
                     .id = info.id});
    }
    for (Environment& each : list) {
        if (const std::optional<Environment> known = before.environment(each.name)) {
            each.tier = std::max(each.tier, known->tier); // a person may raise it
        }
    }
    return list;
}

class TestTask final : public ResultTask<ConnectionTest>
{
public:
    TestTask(std::shared_ptr<const Client> client, Connection connection, QObject* parent)
        : ResultTask<ConnectionTest>(parent), m_client(std::move(client)), m_connection(std::move(connection))
    { }

protected:
    void run() override
    {
        ProbeWish wish{.siteId = m_connection.projectId};
        if (m_connection.dialectByHand) {
            wish.dialect = m_connection.dialect;
        }
        auto* probed = probe(m_client, wish, this);
        connect(probed, &Task::finished, this, [this, probed] {
            completeWith(probed->result().map([this](const Probe& found) { return toTest(found); }));
        });
        probed->start();
    }

private:
    [[nodiscard]] ConnectionTest toTest(const Probe& found) const
    {
        ConnectionTest test;
        test.environments =
            found.sites.isEmpty() ? QList<Environment>{} : environmentsOf(found.sites.first(), m_connection);
        test.dialect = found.dialect;
        test.readOnly = found.identity && !found.identity->mayWrite();
        test.account = found.identity ? found.identity->account : QString();
        return test;
    }

    std::shared_ptr<const Client> m_client;
    Connection m_connection;
};

template <class T>
class NotOffered final : public ResultTask<T>
{
public:
    NotOffered(QString what, QObject* parent) : ResultTask<T>(parent), m_what(std::move(what)) { }

protected:
    void run() override { this->completeWith(fail(Error::Code::NotFound, m_what)); }

private:
    QString m_what;
};

class VectorProvider final : public Provider
{
public:
    VectorProvider(std::shared_ptr<const Client> client, Connection connection)
        : m_client(std::move(client)), m_connection(std::move(connection))
    { }

    ResultTask<ConnectionTest>* test(const QStringList&, QObject* parent) override
    {
        return new TestTask(m_client, m_connection, parent);
    }

    ResultTask<ExportStatus>* startExport(const ExportRequest& request, QObject* parent) override
    {
        return vector::startExport(m_client, m_connection.dialect, targetOf(request.environment), parent);
    }

    ResultTask<ExportStatus>* exportStatus(const QString& environment, Database, const QString& exportId,
                                           QObject* parent) override
    {
        return vector::exportStatus(m_client, m_connection.dialect, targetOf(environment), exportId, parent);
    }

    ResultTask<QList<ExportStatus>>* exports(const QString&, Database, QObject* parent) override
    {
        return new NotOffered<QList<ExportStatus>>(u"exports"_s, parent); // no dialect lists them
    }

    // Deployments are the other platform's way to import.
    ResultTask<SignedUrl>* packageLocation(const QString&, QObject* parent) override
    {
        return new NotOffered<SignedUrl>(u"packages"_s, parent);
    }
    ResultTask<DeploymentStatus>* startDeployment(const DeploymentRequest&, QObject* parent) override
    {
        return noDeployment(parent);
    }
    ResultTask<DeploymentStatus>* deployment(const QString&, QObject* parent) override { return noDeployment(parent); }
    ResultTask<DeploymentStatus>* completeDeployment(const QString&, QObject* parent) override
    {
        return noDeployment(parent);
    }
    ResultTask<DeploymentStatus>* resetDeployment(const QString&, const DeploymentReset&, QObject* parent) override
    {
        return noDeployment(parent);
    }
    ResultTask<QList<DeploymentStatus>>* deployments(QObject* parent) override
    {
        return new NotOffered<QList<DeploymentStatus>>(u"deployments"_s, parent);
    }

private:
    [[nodiscard]] static ResultTask<DeploymentStatus>* noDeployment(QObject* parent)
    {
        return new NotOffered<DeploymentStatus>(u"deployments"_s, parent);
    }
    [[nodiscard]] Target targetOf(const QString& environment) const
    {
        const std::optional<Environment> known = m_connection.environment(environment);
        const bool development = environment.compare(DevelopmentName, Qt::CaseInsensitive) == 0;
        return {m_connection.projectId, development ? QString() : known ? known->id : environment};
    }

    std::shared_ptr<const Client> m_client;
    Connection m_connection;
};

} // namespace

std::unique_ptr<Provider> makeVectorProvider(const Connection& connection, const Secret& token,
                                             HttpTransport& transport)
{
    return std::make_unique<VectorProvider>(
        std::make_shared<const Client>(connection.name, connection.baseUrl, token, transport), connection);
}

} // namespace longshore
