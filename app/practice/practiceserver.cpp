#include "app/practice/practiceserver.h"

#include "app/practice/apiservice.h"
#include "app/practice/blobservice.h"
#include "app/practice/context.h"
#include "app/practice/control.h"
#include "app/practice/deployments.h"
#include "app/practice/exports.h"
#include "app/practice/httpdate.h"
#include "app/practice/httpserver.h"
#include "app/practice/mariadbtools.h"
#include "app/practice/s3service.h"
#include "app/practice/statefile.h"
#include "app/practice/vectorservice.h"

#include <QDir>
#include <QJsonObject>
#include <QLockFile>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore {

using namespace practice;

namespace {

constexpr qint64 largestSizeMb = 4000;
constexpr qint64 largestVectorMb = 20000;

Result<void> checkOptions(const PracticeOptions& options)
{
    if (!(options.timeScale > 0)) {
        return fail(Error::Code::BadInput, u"time-scale"_s);
    }
    if (options.sizeMb < 0 || options.sizeMb > largestSizeMb) {
        return fail(Error::Code::BadInput, u"size-mb"_s);
    }
    if (options.vectorSizeMb < -1 || options.vectorSizeMb > largestVectorMb) {
        return fail(Error::Code::BadInput, u"vector-size-mb"_s);
    }
    if (options.vectorStore == VectorStore::MariaDb && !MariaDbTools::find()) {
        return fail(Error::Code::BadInput, u"vector-database"_s, u"no MariaDB server is installed"_s);
    }
    const QUrl base(options.publicBase, QUrl::StrictMode);
    if (!options.publicBase.isEmpty() && (!base.isValid() || base.host().isEmpty() || base.hasQuery())) {
        return fail(Error::Code::BadInput, u"public-base"_s);
    }
    return {};
}

/// The seed that made what is in the folder; it outlives a start with another one.
Result<quint32> keptSeed(const QString& folder, quint32 wanted)
{
    const QString path = folder + u"/project.json"_s;
    const auto document = readStateFile(path);
    if (!document) {
        return fail(document.error());
    }
    if (document->isObject()) {
        return static_cast<quint32>(document->object().value(u"seed"_s).toInteger());
    }
    const QJsonObject fresh{{u"seed"_s, static_cast<qint64>(wanted)}};
    if (const auto written = writeStateFile(path, QJsonDocument(fresh)); !written) {
        return fail(written.error());
    }
    return wanted;
}

} // namespace

class PracticeServer::Private
{
public:
    ~Private()
    {
        if (context) {
            context->stop.raise();
        }
        if (vector) {
            vector->end();
        }
    }

    [[nodiscard]] Result<void> openFolder(const PracticeOptions& options);
    [[nodiscard]] Result<void> open(const PracticeOptions& options);
    [[nodiscard]] Result<void> bind(const PracticeOptions& options);
    [[nodiscard]] HttpReply handle(const HttpRequest& request);
    [[nodiscard]] std::optional<HttpReply> refuse(const HttpRequest& request);
    [[nodiscard]] bool isForObjects(const QByteArray& path) const;

    QString folder;
    QByteArray controlPath;
    // In the order in which they lean on each other; they end from the last to the first.
    std::unique_ptr<QTemporaryDir> temporary;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<PracticeContext> context;
    std::unique_ptr<ExportDesk> exports;
    std::unique_ptr<DeploymentDesk> deployments;
    std::unique_ptr<ApiService> api;
    std::unique_ptr<BlobService> blobs;
    std::unique_ptr<S3Store> objects;
    std::unique_ptr<S3Service> s3;
    std::unique_ptr<VectorService> vector;
    std::unique_ptr<Control> control;
    std::unique_ptr<HttpServer> http;
};

Result<void> PracticeServer::Private::openFolder(const PracticeOptions& options)
{
    folder = options.dataFolder;
    if (folder.isEmpty()) {
        temporary = std::make_unique<QTemporaryDir>();
        folder = temporary->path();
    }
    if (!QDir().mkpath(folder)) {
        return fail(Error::Code::FileAccess, folder);
    }
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    lock = std::make_unique<QLockFile>(folder + u"/lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock()) {
        return fail(Error::Code::EngineBusy, folder);
    }
    return {};
}

Result<void> PracticeServer::Private::open(const PracticeOptions& options)
{
    const auto seed = keptSeed(folder, options.seed);
    if (!seed) {
        return fail(seed.error());
    }
    context = std::make_unique<PracticeContext>(PracticeIdentity::fromSeed(*seed), folder, *seed, options.sizeMb,
                                                options.timeScale);
    for (auto it = options.faults.cbegin(); it != options.faults.cend(); ++it) {
        if (const auto set = context->faults.set(it.key(), it.value()); !set) {
            return set;
        }
    }
    if (const auto loaded = context->blobs.load(); !loaded) {
        return loaded;
    }
    objects = std::make_unique<S3Store>(folder + u"/objects"_s);
    if (const auto loaded = objects->load(); !loaded) {
        return loaded;
    }
    s3 = std::make_unique<S3Service>(
        *context, *objects, S3Key{.id = context->identity.storeKeyId, .secret = context->identity.storeSecret});
    vector = std::make_unique<VectorService>(
        *context, *objects, *s3,
        VectorService::Options{.dialect = options.vectorDialect,
                               .store = options.vectorStore,
                               .seed = *seed,
                               .sizeMb = options.vectorSizeMb < 0 ? options.sizeMb : options.vectorSizeMb});
    exports = std::make_unique<ExportDesk>(*context);
    deployments = std::make_unique<DeploymentDesk>(*context);
    api = std::make_unique<ApiService>(*context, *exports, *deployments);
    blobs = std::make_unique<BlobService>(*context);
    control = std::make_unique<Control>(*context, *exports, *objects);
    return {};
}

Result<void> PracticeServer::Private::bind(const PracticeOptions& options)
{
    controlPath = "/control/" + QUuid::createUuid().toByteArray(QUuid::Id128);
    auto started = HttpServer::bind(
        {.port = options.port,
         .handler = [this](const HttpRequest& request) { return handle(request); },
         .refuse = [this](const HttpRequest& request) -> std::optional<HttpReply> { return refuse(request); },
         .date = [this] { return httpDate(context->faults.now()); },
         .stop = &context->stop});
    if (!started) {
        return fail(started.error());
    }
    http = std::move(*started);
    QByteArray base = options.publicBase.toLatin1();
    while (base.endsWith('/')) {
        base.chop(1);
    }
    context->isBehindProxy = !base.isEmpty();
    context->linkBase = base.isEmpty() ? "http://127.0.0.1:" + QByteArray::number(http->port()) : base;
    return {};
}

std::optional<HttpReply> PracticeServer::Private::refuse(const HttpRequest& request)
{
    if (request.method != "PUT") {
        return std::nullopt;
    }
    return isForObjects(request.path) ? s3->refuse(request) : blobs->refuse(request);
}

// A proxy may leave the beginning of its own address in the path.
bool PracticeServer::Private::isForObjects(const QByteArray& path) const
{
    const QByteArray prefix = QUrl::fromEncoded(context->linkBase).path(QUrl::FullyEncoded).toLatin1();
    return path.startsWith(S3Service::root()) || path.startsWith(QByteArray(prefix + S3Service::root()));
}

HttpReply PracticeServer::Private::handle(const HttpRequest& request)
{
    if (request.path == controlPath) {
        return control->handle(request, http->bytesSent());
    }
    ++context->requests;
    if (request.path.startsWith(ApiService::base)) {
        return api->handle(request);
    }
    if (VectorService::isFor(request.path)) {
        return vector->handle(request);
    }
    return isForObjects(request.path) ? s3->handle(request) : blobs->handle(request);
}

PracticeServer::PracticeServer(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

PracticeServer::~PracticeServer() = default;

Result<std::unique_ptr<PracticeServer>> PracticeServer::start(const PracticeOptions& options)
{
    auto parts = std::make_unique<Private>();
    Result<void> done = checkOptions(options)
                            .and_then([&] { return parts->openFolder(options); })
                            .and_then([&] { return parts->open(options); })
                            .and_then([&] { return parts->bind(options); })
                            .and_then([&] { return parts->exports->open(); })
                            .and_then([&] { return parts->deployments->open(); })
                            .and_then([&] { return parts->vector->open(); });
    if (!done) {
        return fail(done.error());
    }
    parts->http->serve();
    return std::unique_ptr<PracticeServer>(new PracticeServer(std::move(parts)));
}

PracticeAccess PracticeServer::access() const
{
    const QByteArray host = "http://127.0.0.1:" + QByteArray::number(d->http->port());
    const PracticeIdentity& identity = d->context->identity;
    VectorAccess vector = d->vector->access();
    vector.baseUrl = QUrl::fromEncoded(host);
    return {.baseUrl = QUrl::fromEncoded(QByteArray(host + ApiService::base)),
            .projectId = identity.projectId,
            .clientKey = QString::fromLatin1(identity.clientKey),
            .clientSecret = Secret(identity.clientSecret),
            .environments = practiceEnvironments(),
            .control = QUrl::fromEncoded(QByteArray(host + d->controlPath)),
            .vector = vector};
}

} // namespace longshore
