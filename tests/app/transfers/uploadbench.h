#pragma once

#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/net/curlpump.h"
#include "app/transfers/transferjournal.h"
#include "app/transfers/uploadtask.h"
#include "tests/support/blockstore.h"
#include "tests/support/scriptedlinks.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace longshore {

/// A file, a store that misbehaves, a state file and an upload between them.
class UploadBench final : public QObject
{
public:
    static constexpr qint64 PartSize = 256 * 1024;

    explicit UploadBench(qint64 bytes = 3'000'000)
    {
        fill(bytes, 7);
        server.handler = [this](const FaultServer::Request& asked) { return store.answer(asked); };
        links = std::make_shared<ScriptedLinks>(link("a"));
        request.transferId = QStringLiteral("t1");
        request.path = path();
        request.options.partSize = PartSize;
    }

    void fill(qint64 bytes, quint32 seed)
    {
        QRandomGenerator random(seed);
        content.resize(bytes);
        std::generate(content.begin(), content.end(), [&random] { return static_cast<char>(random.generate()); });
        write();
    }
    void write()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] SignedUrl link(const QByteArray& signature, const QByteArray& rights = "cw") const
    {
        return server.link("/packages/b%20c.bacpac?sp=" + rights + "&sig=" + signature + "%2B%2f%3D");
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("b.bacpac")); }
    [[nodiscard]] QByteArray sha256() const { return QCryptographicHash::hash(content, QCryptographicHash::Sha256); }
    [[nodiscard]] int parts() const { return static_cast<int>(planParts(content.size(), {.usual = PartSize}).size()); }

    UploadTask* start()
    {
        request.link = links;
        request.options.timeouts.idle = idle;
        request.backoff =
            Backoff({.first = std::chrono::milliseconds(5), .longest = std::chrono::milliseconds(20), .tries = tries});
        auto* task = new UploadTask(request, TransferContext{*pump, *storage, clock}, owner.get());
        connect(task, &UploadTask::retried, this, [this] { ++retries; });
        connect(task, &UploadTask::noted, this, [this](const QString& text) { notes.append(text); });
        task->start();
        return task;
    }
    Result<UploadedFile> outcomeOf(UploadTask* task)
    {
        Result<UploadedFile> outcome = fail(Error::Code::Internal);
        connect(task, &Task::finished, this, [task, out = &outcome] { *out = task->result(); });
        QSignalSpy finished(task, &Task::finished);
        return finished.wait(40'000) ? outcome : fail(Error::Code::Timeout, {}, QStringLiteral("the task never ended"));
    }
    Result<UploadedFile> upload() { return outcomeOf(start()); }
    /// The store takes that many blocks and says nothing to the others; when the journal has them the task is given up.
    void uploadUntil(int blocks)
    {
        bool held = false;
        store.gate = [this, blocks, &held](const FaultServer::Request&) -> std::optional<FaultServer::Reply> {
            held = store.sentIds.size() >= blocks;
            return held ? std::optional(FaultServer::Reply{.silent = true}) : std::nullopt;
        };
        UploadTask* task = start();
        QSignalSpy finished(task, &Task::finished);
        qint64 journalled = 0;
        connect(task, &Task::progressChanged, this,
                [into = &journalled](const Progress& progress) { *into = progress.done; });
        const qint64 shorter = parts() * PartSize - content.size(); // the last part, which may be one of them
        QTRY_VERIFY_WITH_TIMEOUT(held && journalled >= blocks * PartSize - shorter, 40'000);
        task->cancel();
        store.gate = {};
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 40'000);
    }
    [[nodiscard]] static QString troubleOf(const Result<UploadedFile>& file)
    {
        return file ? QString() : QString(errorCodeName(file.error().code) + QLatin1Char(' ') + file.error().detail);
    }

    TransferJournal journal()
    {
        auto* task = storage->run<TransferJournal>(
            [](QSqlDatabase& database) { return readJournal(database, QStringLiteral("t1")); }, this);
        TransferJournal found;
        connect(task, &Task::finished, this,
                [task, out = &found] { *out = task->result().value_or(TransferJournal()); });
        QSignalSpy finished(task, &Task::finished);
        task->start();
        return finished.wait(30'000) ? found : TransferJournal();
    }
    /// As after a kill: nothing of the process is left but its state file and what the store has.
    void restart()
    {
        owner = std::make_unique<QObject>();
        pump = std::make_unique<CurlPump>();
        storage.reset();
        storage = std::make_unique<Storage>(folder.filePath(QStringLiteral("state.sqlite")));
        hearOut();
        store.sentIds.clear();
        server.requests.clear();
    }
    /// What a killed program sent reaches the store all the same, a moment later: not in the middle of what follows.
    void hearOut()
    {
        QTcpSocket last; // behind every connection that waits to be accepted
        last.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        last.write("GET /last HTTP/1.1\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(last.bytesAvailable() > 0, 40'000);
        last.disconnectFromHost();
        QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 40'000);
    }
    [[nodiscard]] QList<FaultServer::Request> commits() const
    {
        QList<FaultServer::Request> found;
        std::copy_if(server.requests.begin(), server.requests.end(), std::back_inserter(found), BlockStore::isCommit);
        return found;
    }

    QTemporaryDir folder;
    FaultServer server;
    BlockStore store;
    SystemClock clock;
    std::unique_ptr<Storage> storage = std::make_unique<Storage>(folder.filePath(QStringLiteral("state.sqlite")));
    std::unique_ptr<CurlPump> pump = std::make_unique<CurlPump>();
    QByteArray content;
    std::shared_ptr<ScriptedLinks> links;
    UploadRequest request;
    std::chrono::milliseconds idle{30'000};
    int tries = 5;
    int retries = 0;
    QStringList notes;
    std::unique_ptr<QObject> owner = std::make_unique<QObject>(); ///< of the tasks, which die before what they use
};

} // namespace longshore
