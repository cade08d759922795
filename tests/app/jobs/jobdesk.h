#pragma once

#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/net/curlpump.h"
#include "app/practice/practicedata.h"
#include "app/settings/connections.h"
#include "app/transfers/transfercontext.h"
#include "tests/support/await.h"
#include "tests/support/fakeservice.h"
#include "tests/support/faultserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace longshore {

/// A package as the service would deliver one; made once.
inline const QByteArray& samplePackage()
{
    static const QByteArray bytes = [] {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.bacpac"));
        const auto written = writePracticePackage(path, {.environment = QStringLiteral("Integration")},
                                                  std::make_shared<std::atomic_bool>(false));
        QFile file(path);
        return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return bytes;
}

inline QString hexSha256(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// What outlives the program: the disk, the service, the blob store.
class JobDesk
{
public:
    JobDesk()
    {
        blobs.handler = [this](const FaultServer::Request& request) {
            ++blobRequests;
            return FaultServer::object(request, content, "\"0x8DC1\"");
        };
        service.link = blobs.link("/bacpacs/x.bacpac?se=2099-01-01T00%3A00%3A00Z&sp=r&sig=canary");
    }

    [[nodiscard]] QString statePath() const { return folder.filePath(QStringLiteral("state/state.sqlite")); }
    [[nodiscard]] QString outFolder() const { return folder.filePath(QStringLiteral("out")); }
    [[nodiscard]] ExportRequest request(const QString& connection = QStringLiteral("c1")) const
    {
        return {.connectionId = connection,
                .environment = QStringLiteral("Integration"),
                .folder = outFolder(),
                .fileName = QStringLiteral("x.bacpac")};
    }
    [[nodiscard]] QStringList filesOut() const { return QDir(outFolder()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QByteArray fileOut(const QString& name) const
    {
        QFile file(QDir(outFolder()).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    FaultServer blobs;
    FakeService service;
    QByteArray content = samplePackage();
    int blobRequests = 0;
    std::optional<Error> noProvider; ///< instead of a provider
    int providersMade = 0;
};

/// One run of the program. Destroyed, it is gone as if killed: nothing is told to anyone.
class ProgramRun
{
public:
    explicit ProgramRun(JobDesk& desk, const QUrl& baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/api/v1.0/")))
        : storage(desk.statePath()),
          connections(storage),
          library(storage, clock),
          jobs({storage, clock, transfers, connections, library,
                [&desk](const QString&, QObject* parent) -> ResultTask<std::shared_ptr<Provider>>* {
                    return new AnswerTask<std::shared_ptr<Provider>>(
                        [&desk]() -> Result<std::shared_ptr<Provider>> {
                            ++desk.providersMade;
                            if (desk.noProvider) {
                                return fail(*desk.noProvider);
                            }
                            return std::make_shared<FakeProvider>(desk.service);
                        },
                        false, parent);
                }})
    {
        addConnection(QStringLiteral("c1"), baseUrl, QStringLiteral("2a561398-d517-4634-9bc4-aab5008a8e1a"));
        addConnection(QStringLiteral("c2"), baseUrl, QStringLiteral("2A561398-d517-4634-9bc4-aab5008a8e1a"));
        addConnection(QStringLiteral("other"), baseUrl, QStringLiteral("00000000-d517-4634-9bc4-aab5008a8e1a"));
    }

    void addConnection(const QString& id, const QUrl& baseUrl, const QString& project)
    {
        Connection connection;
        connection.id = id;
        connection.name = QStringLiteral("Site ") + id;
        connection.baseUrl = baseUrl;
        connection.projectId = project;
        connection.clientKey = QStringLiteral("key");
        connection.environments = {{QStringLiteral("Integration"), Tier::Test, Access::Allowed, false},
                                   {QStringLiteral("Production"), Tier::Production, Access::Allowed, false}};
        connections.setTransient(connection);
    }

    /// Reads everything; with the engine it takes up what is there.
    [[nodiscard]] bool open(bool engine = true)
    {
        library.load();
        if (!QTest::qWaitFor([this] { return library.isReady(); }, 20'000)) {
            return false;
        }
        engine ? jobs.runEngine() : jobs.load();
        return QTest::qWaitFor([this] { return jobs.isReady(); }, 20'000);
    }
    [[nodiscard]] QString start(const ExportRequest& request)
    {
        QObject owner;
        const Result<QString> id = awaitResult(jobs.start(request, &owner));
        return id ? *id : QString();
    }
    [[nodiscard]] JobRecord record(const QString& id) const { return jobs.record(id).value_or(JobRecord{}); }
    [[nodiscard]] JobStep step(const QString& id) const { return record(id).step; }

    SystemClock clock;
    Storage storage;
    CurlPump pump;
    TransferContext transfers{pump, storage, clock};
    Connections connections;
    Library library;
    Jobs jobs;
};

} // namespace longshore
