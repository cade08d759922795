#pragma once

#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/net/curlpump.h"
#include "app/transfers/downloadtask.h"
#include "app/transfers/transferjournal.h"
#include "tests/support/faultserver.h"
#include "tests/support/scriptedlinks.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace longshore {

/// A store that misbehaves, a state file and a download between them.
class DownloadBench final : public QObject
{
public:
    explicit DownloadBench(qint64 bytes = 3'000'000)
    {
        QRandomGenerator random(7);
        content.resize(bytes);
        std::generate(content.begin(), content.end(), [&random] { return static_cast<char>(random.generate()); });
        server.handler = [this](const FaultServer::Request& request) {
            return FaultServer::object(request, content, etag);
        };
        links = std::make_shared<ScriptedLinks>(link("a"));
    }

    /// The downloads before what they run on.
    ~DownloadBench() override { qDeleteAll(children()); }

    [[nodiscard]] SignedUrl link(const QByteArray& signature) const
    {
        return server.link("/bacpacs/b.bacpac?sp=r&sig=" + signature);
    }
    [[nodiscard]] QString partPath() const { return folder.filePath(partName); }
    [[nodiscard]] QByteArray onDisk() const
    {
        QFile file(partPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QByteArray sha256() const { return QCryptographicHash::hash(content, QCryptographicHash::Sha256); }

    DownloadTask* start()
    {
        DownloadRequest request{.transferId = QStringLiteral("t1"), .partPath = partPath(), .link = links};
        request.options.timeouts.idle = idle;
        request.options.streams = streams;
        request.options.partSize = partSize;
        request.backoff =
            Backoff({.first = std::chrono::milliseconds(5), .longest = std::chrono::milliseconds(20), .tries = tries});
        auto* task = new DownloadTask(request, TransferContext{pump, *storage, clock, budget, limit}, this);
        task->start();
        return task;
    }
    Result<DownloadedFile> outcomeOf(DownloadTask* task)
    {
        Result<DownloadedFile> outcome = fail(Error::Code::Internal);
        connect(task, &Task::finished, this, [task, out = &outcome] { *out = task->result(); });
        connect(task, &DownloadTask::retried, this, [this] { ++retries; });
        QSignalSpy finished(task, &Task::finished);
        return finished.wait(30'000) ? outcome : fail(Error::Code::Timeout, {}, QStringLiteral("the task never ended"));
    }
    [[nodiscard]] static QString troubleOf(const Result<DownloadedFile>& file)
    {
        return file ? QString() : QString(errorCodeName(file.error().code) + QLatin1Char(' ') + file.error().detail);
    }
    Result<DownloadedFile> download() { return outcomeOf(start()); }

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
    void reopenStorage()
    {
        storage.reset();
        storage = std::make_unique<Storage>(folder.filePath(QStringLiteral("state.sqlite")));
    }
    /// The first answer is changed, good ones follow.
    void onFirstAnswer(const std::function<void(FaultServer::Reply&)>& change)
    {
        server.handler = [this, change, first = std::make_shared<bool>(true)](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, content, etag);
            if (std::exchange(*first, false)) {
                change(reply);
            }
            return reply;
        };
    }
    /// The answer brings this many bytes and then nothing, over a connection that stays.
    static void hangAfter(FaultServer::Reply& reply, qint64 bytes)
    {
        reply.announcedLength = reply.body.size();
        reply.body.truncate(bytes);
        reply.holdOpen = true;
    }
    [[nodiscard]] QList<QByteArray> ranges() const
    {
        QList<QByteArray> asked;
        for (const FaultServer::Request& request : server.requests) {
            asked.append(request.headers.value("Range"));
        }
        return asked;
    }

    QTemporaryDir folder;
    QString partName = QStringLiteral("b.bacpac.part");
    FaultServer server;
    CurlPump pump;
    SystemClock clock;
    std::shared_ptr<StreamBudget> budget = std::make_shared<StreamBudget>();
    std::shared_ptr<Throttle> limit = std::make_shared<Throttle>();
    std::unique_ptr<Storage> storage = std::make_unique<Storage>(folder.filePath(QStringLiteral("state.sqlite")));
    QByteArray content;
    QByteArray etag = "\"0x8D1\"";
    std::shared_ptr<ScriptedLinks> links;
    std::chrono::milliseconds idle{30'000};
    int tries = 5;
    int streams = 0;
    qint64 partSize = 0;
    int retries = 0;
};

} // namespace longshore
