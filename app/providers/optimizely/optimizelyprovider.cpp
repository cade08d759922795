#include "app/providers/optimizely/optimizelyprovider.h"

#include "app/core/settledtask.h"
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

    /// The link of the container, with the package's name added. There are no sessions: whoever has it may write.
    ResultTask<UploadPlace>* openUpload(const UploadOffer& offer, QObject* parent) override
    {
        return new CallTask<UploadPlace>(
            m_client, {.path = "packages/location"},
            [name = offer.fileName](const QJsonValue& result) {
                return locationFromJson(result, name).map([](const SignedUrl& link) {
                    return UploadPlace{.link = link};
                });
            },
            parent);
    }

    ResultTask<UploadPlace>* uploadPlace(const UploadOffer& offer, const QString&, QObject* parent) override
    {
        return openUpload(offer, parent);
    }

    ResultTask<ImportStatus>* startImport(const ImportOrder& start, QObject* parent) override
    {
        if (start.way != ImportWay::Upload) {
            return new SettledTask<ImportStatus>(fail(Error::Code::NotFound, importWayName(start.way)), parent);
        }
        const QString canonical = m_client->canonicalEnvironment(start.environment);
        Call call{.method = "POST",
                  .path = "deployments",
                  .body = deploymentBody(canonical, {start.fileName}),
                  .environment = canonical};
        return new CallTask<ImportStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<ImportStatus>* importStatus(const ImportRef& import, QObject* parent) override
    {
        Call call{.path = "deployments/" + segment(import.id), .lookedFor = import.id};
        return new CallTask<ImportStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<ImportStatus>* completeImport(const QString& id, QObject* parent) override
    {
        Call call{.method = "POST", .path = "deployments/" + segment(id) + "/complete", .lookedFor = id};
        return new CallTask<ImportStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<ImportStatus>* resetImport(const QString& id, const ImportReset& how, QObject* parent) override
    {
        Call call{
            .method = "POST", .path = "deployments/" + segment(id) + "/reset", .body = resetBody(how), .lookedFor = id};
        return new CallTask<ImportStatus>(m_client, std::move(call), &deploymentFromJson, parent);
    }

    ResultTask<QList<ImportStatus>>* findImports(QObject* parent) override
    {
        return new CallTask<QList<ImportStatus>>(m_client, {.path = "deployments"}, &deploymentsFromJson, parent);
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
