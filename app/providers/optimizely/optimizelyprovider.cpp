#include "app/providers/optimizely/optimizelyprovider.h"

#include "app/net/httptransport.h"
#include "app/providers/optimizely/optimizelyclient.h"
#include "app/providers/optimizely/optimizelyjson.h"
#include "app/providers/optimizely/optimizelytest.h"

#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace optimizely;

namespace {

QByteArray exportsPath(const QString& environment, Database database)
{
    return "environments/" + segment(environment) + "/databases/" + segment(databaseApiName(database)) + "/exports";
}

class OptimizelyProvider final : public Provider
{
public:
    explicit OptimizelyProvider(std::shared_ptr<const Client> client) : m_client(std::move(client)) { }

    ResultTask<ConnectionTest>* test(const QStringList& environments, QObject* parent) override
    {
        return new TestTask(m_client, environments, parent);
    }

    ResultTask<ExportStatus>* startExport(const ExportRequest& request, QObject* parent) override
    {
        const QString environment = m_client->canonicalEnvironment(request.environment);
        Call call{.method = "POST",
                  .path = exportsPath(environment, request.database),
                  .body = exportBody(request.retention),
                  .environment = environment};
        return new CallTask<ExportStatus>(m_client, std::move(call), &exportFromJson, parent);
    }

    ResultTask<ExportStatus>* exportStatus(const QString& environment, Database database, const QString& exportId,
                                           QObject* parent) override
    {
        const QString canonical = m_client->canonicalEnvironment(environment);
        Call call{.path = exportsPath(canonical, database) + '/' + segment(exportId),
                  .environment = canonical,
                  .lookedFor = exportId};
        return new CallTask<ExportStatus>(m_client, std::move(call), &exportFromJson, parent);
    }

    ResultTask<QList<ExportStatus>>* exports(const QString& environment, Database database, QObject* parent) override
    {
        const QString canonical = m_client->canonicalEnvironment(environment);
        Call call{.path = exportsPath(canonical, database), .environment = canonical, .lookedFor = u"exports"_s};
        return new CallTask<QList<ExportStatus>>(m_client, std::move(call), &exportsFromJson, parent);
    }

    ResultTask<SignedUrl>* packageLocation(const QString& packageName, QObject* parent) override
    {
        return new CallTask<SignedUrl>(
            m_client, {.path = "packages/location"},
            [packageName](const QJsonValue& result) { return locationFromJson(result, packageName); }, parent);
    }

    ResultTask<DeploymentStatus>* startDeployment(const DeploymentRequest& request, QObject* parent) override
    {
        DeploymentRequest canonical = request;
        canonical.targetEnvironment = m_client->canonicalEnvironment(request.targetEnvironment);
        Call call{.method = "POST",
                  .path = "deployments",
                  .body = deploymentBody(canonical),
                  .environment = canonical.targetEnvironment};
        return new CallTask<DeploymentStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<DeploymentStatus>* deployment(const QString& id, QObject* parent) override
    {
        Call call{.path = "deployments/" + segment(id), .lookedFor = id};
        return new CallTask<DeploymentStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<DeploymentStatus>* completeDeployment(const QString& id, QObject* parent) override
    {
        Call call{.method = "POST", .path = "deployments/" + segment(id) + "/complete", .lookedFor = id};
        return new CallTask<DeploymentStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<DeploymentStatus>* resetDeployment(const QString& id, const DeploymentReset& how,
                                                  QObject* parent) override
    {
        Call call{
            .method = "POST", .path = "deployments/" + segment(id) + "/reset", .body = resetBody(how), .lookedFor = id};
        return new CallTask<DeploymentStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<QList<DeploymentStatus>>* deployments(QObject* parent) override
    {
        return new CallTask<QList<DeploymentStatus>>(m_client, {.path = "deployments"}, &deploymentsFromJson, parent);
    }

private:
    std::shared_ptr<const Client> m_client;
};

} // namespace

std::unique_ptr<Provider> makeOptimizelyProvider(const Connection& connection, const Secret& secret,
                                                 HttpTransport& transport, const Clock& clock)
{
    return std::make_unique<OptimizelyProvider>(std::make_shared<const Client>(connection, secret, transport, clock));
}

QString secretProblem(const QByteArray& typed)
{
    if (typed.isEmpty()) {
        return u"empty"_s;
    }
    const bool blank =
        std::any_of(typed.begin(), typed.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (blank) {
        return u"blank"_s;
    }
    if (typed.size() % 4 != 0) {
        return u"length"_s;
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(typed, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? QString() : u"base64"_s;
}

} // namespace longshore
