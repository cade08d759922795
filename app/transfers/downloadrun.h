#pragma once

#include "app/core/backgroundtask.h"
#include "app/core/speedmeter.h"
#include "app/transfers/downloadtask.h"
#include "app/transfers/partwriter.h"

class QTimer;

namespace longshore {

class LinkKeeper;
class RangeSink;

/// How a download goes on from one answer to the next. Everything here runs on the task's thread.
class DownloadTask::Private final
{
public:
    Private(DownloadTask* task, DownloadRequest theRequest, HttpTransport& theTransport, Storage& theStorage,
            const Clock& theClock)
        : q(task),
          request(std::move(theRequest)),
          transport(theTransport),
          storage(theStorage),
          clock(theClock),
          backoff(request.backoff)
    { }
    ~Private() { close(); }

    void close();
    void readJournal();
    void openPart(const TransferJournal& journal);
    void startPulse();
    void pulse();
    void askLink();
    void linkSettled();
    void linkFailed(const Error& error);
    void sendRequest();
    void answered(const Result<HttpResponse>& answer);
    void refused(const HttpResponse& response);
    void conclude(const HttpResponse& response);
    void settle();
    void startNewPart();
    void emptyPart();
    void failedTry(const Error& error);
    void giveUp(const Error& error);

    /// Runs blocking work on the thread pool and hands its outcome to `then`.
    template <class T>
    void inBackground(std::function<Result<T>(const CancelFlag&)> work, void (Private::*then)(const Result<T>&))
    {
        auto* task = new BackgroundTask<T>(std::move(work), q);
        QObject::connect(task, &Task::finished, q, [this, task, then] {
            if (!q->isCancelled()) {
                (this->*then)(task->result());
            }
        });
        task->start();
    }
    void partOpened(const Result<std::shared_ptr<PartWriter>>& opened);
    void concluded(const Result<void>& outcome);
    void settled(const Result<QByteArray>& hash);
    void partStarted(const Result<void>& outcome);

    DownloadTask* q;
    DownloadRequest request;
    HttpTransport& transport;
    Storage& storage;
    const Clock& clock;
    Backoff backoff;
    LinkKeeper* links = nullptr; ///< child of q
    QTimer* heart = nullptr; ///< child of q
    std::shared_ptr<PartWriter> writer;
    std::shared_ptr<RangeSink> sink;
    SpeedMeter speed;
    PartWriter::Object object;
    SignedUrl used;
    std::optional<Error> refusal; ///< of the link in use; a fresh one is being asked for
    int refusals = 0; ///< since the last byte
    bool waitingForLink = false;
    qint64 offset = 0; ///< of the running request
    int retries = 0;
    int changes = 0;
};

} // namespace longshore
