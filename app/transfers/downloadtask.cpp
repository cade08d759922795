#include "app/transfers/downloadtask.h"

#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/core/speedmeter.h"
#include "app/core/storage.h"
#include "app/transfers/downloadwork.h"
#include "app/transfers/linkline.h"
#include "app/transfers/partmover.h"
#include "app/transfers/rangeanswer.h"
#include "app/transfers/threadcalls.h"

#include <QTimer>
#include <chrono>

namespace longshore {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds PulseEvery = 100ms;

} // namespace

/// How a download goes from its journal to a settled file. Runs on the task's thread; the bytes move elsewhere.
class DownloadTask::Private final
{
public:
    Private(DownloadTask* task, DownloadRequest theRequest, const TransferContext& theContext)
        : q(task), request(std::move(theRequest)), context(theContext), calls(std::make_shared<ThreadCalls>(task))
    { }
    ~Private()
    {
        calls->close();
        close();
    }

    void close();
    void readJournal();
    void openFile(const TransferJournal& journal);
    void opened(const Result<std::shared_ptr<DownloadFile>>& result);
    void move();
    void startPulse();
    void pulse();
    void moved(const Result<void>& outcome);
    void settle();
    void settled(const Result<QByteArray>& hash);
    void giveUp(const Error& error);

    /// Runs blocking work on the thread pool and hands its outcome to `then`.
    template <class T>
    void inBackground(std::function<Result<T>(const CancelFlag&)> blocking, void (Private::*then)(const Result<T>&))
    {
        auto* task = new BackgroundTask<T>(std::move(blocking), q);
        QObject::connect(task, &Task::finished, q, [this, task, then] {
            if (!q->isCancelled()) {
                (this->*then)(task->result());
            }
        });
        task->start();
    }

    DownloadTask* q;
    DownloadRequest request;
    TransferContext context;
    std::shared_ptr<ThreadCalls> calls;
    QTimer* heart = nullptr; ///< child of q
    LinkLine* links = nullptr; ///< child of q
    std::shared_ptr<DownloadFile> file;
    std::shared_ptr<DownloadWork> work;
    std::shared_ptr<PartMover> mover;
    SpeedMeter speed;
    DownloadFile::Object object;
};

void DownloadTask::Private::close()
{
    if (file) {
        file->close();
    }
    if (mover) {
        mover->close();
    }
}

void DownloadTask::Private::readJournal()
{
    auto* task = context.storage.run<TransferJournal>(
        [id = request.transferId](QSqlDatabase& database) { return longshore::readJournal(database, id); }, q);
    QObject::connect(task, &Task::finished, q, [this, task] {
        if (!task->result()) {
            giveUp(task->result().error());
            return;
        }
        openFile(*task->result());
    });
    task->start();
}

void DownloadTask::Private::openFile(const TransferJournal& journal)
{
    TransferJournal trusted = journal;
    if (journal.path != request.partPath) {
        // The rows vouch for another file; what lies under this name is nobody's.
        trusted = TransferJournal{.id = request.transferId, .path = request.partPath};
    }
    inBackground<std::shared_ptr<DownloadFile>>(
        [trusted, &store = context.storage, sizes = sizesOf(request.options), follower = request.follower](
            const CancelFlag&) { return DownloadFile::open(trusted, store, sizes, follower); },
        &Private::opened);
}

void DownloadTask::Private::opened(const Result<std::shared_ptr<DownloadFile>>& result)
{
    if (!result) {
        giveUp(result.error());
        return;
    }
    file = *result;
    object = file->object();
    startPulse();
    if (const auto table = file->table()) {
        const qint64 there = table->writtenBytes();
        Q_EMIT q->noted(u"going on: %1 of %2 bytes are there"_s.arg(there).arg(table->size()));
        if (table->isComplete()) {
            settle();
            return;
        }
    }
    move();
}

void DownloadTask::Private::move()
{
    work = std::make_shared<DownloadWork>(file, context.clock, request.options, context.limit);
    PartMover::Listener listener;
    // Everything from the pump's threads comes home before it is looked at.
    listener.ended = [calls = calls, this](const Result<void>& outcome) {
        calls->call([this, outcome] { moved(outcome); });
    };
    listener.linkRefused = [calls = calls, this](const SignedUrl& link, const Error& error) {
        calls->call([this, link, error] { links->refused(link, error); });
    };
    listener.retried = [calls = calls, this](const Error& error) {
        calls->call([this, error] { Q_EMIT q->retried(mover->retries(), error); });
    };
    mover = std::make_shared<PartMover>(context.pump, work, context.budget,
                                        PartMover::Settings{.streams = request.options.streams,
                                                            .weight = request.options.weight,
                                                            .backoff = request.backoff},
                                        std::move(listener));
    work->onPlan([weak = std::weak_ptr(mover)] {
        if (const auto moving = weak.lock()) {
            moving->look();
        }
    });
    links = new LinkLine(request.link, context.clock, mover, q);
    QObject::connect(links, &LinkLine::changed, q, &DownloadTask::linkChanged);
    QObject::connect(links, &LinkLine::noted, q, &DownloadTask::noted);
    links->start();
}

void DownloadTask::Private::startPulse()
{
    heart = new QTimer(q);
    heart->setInterval(PulseEvery);
    QObject::connect(heart, &QTimer::timeout, q, [this] { pulse(); });
    heart->start();
}

void DownloadTask::Private::pulse()
{
    const DownloadFile::Object now = file->object();
    if (now != object) {
        object = now;
        if (!object.etag.isEmpty() || object.size >= 0) {
            Q_EMIT q->etagLearned(object.etag, object.size);
        }
    }
    const auto moment = std::chrono::steady_clock::now();
    speed.add(moment, work ? work->bytesMoved() : 0);
    Progress progress{.done = file->marked(), .bytesPerSecond = speed.bytesPerSecond(moment)};
    progress.streams = mover ? mover->partsInFlight() : 0;
    if (object.size >= 0) {
        progress.total = object.size;
    }
    q->reportProgress(progress);
}

void DownloadTask::Private::moved(const Result<void>& outcome)
{
    if (q->isCancelled()) {
        return;
    }
    if (outcome) {
        settle();
    } else {
        giveUp(outcome.error());
    }
}

void DownloadTask::Private::settle()
{
    inBackground<QByteArray>([file = file](const CancelFlag&) { return file->settle(); }, &Private::settled);
}

void DownloadTask::Private::settled(const Result<QByteArray>& hash)
{
    if (!hash) {
        giveUp(hash.error());
        return;
    }
    pulse();
    heart->stop();
    const DownloadFile::Object got = file->object();
    const bool vouched = file->isVouched();
    Q_EMIT q->noted(vouched ? u"the MD5 that the store tells is that of these bytes"_s
                            : u"the store told no hash of the file; it could not be verified against it"_s);
    close();
    q->completeWith(DownloadedFile{.partPath = request.partPath,
                                   .size = got.size,
                                   .sha256 = *hash,
                                   .etag = got.etag,
                                   .vouched = vouched ? Vouched::ByStore : Vouched::ByTransport});
}

void DownloadTask::Private::giveUp(const Error& error)
{
    close();
    Error told = error;
    told.retryable = worthRetrying(error);
    q->completeWith(fail(told));
}

DownloadTask::DownloadTask(DownloadRequest request, const TransferContext& context, QObject* parent)
    : ResultTask(parent), d(std::make_unique<Private>(this, std::move(request), context))
{ }

DownloadTask::~DownloadTask() = default;

void DownloadTask::setWeight(int weight)
{
    d->request.options.weight = weight;
    if (d->mover) {
        d->mover->setWeight(weight);
    }
}

void DownloadTask::run()
{
    d->readJournal();
}

void DownloadTask::stop()
{
    d->close();
}

} // namespace longshore

#include "moc_downloadtask.cpp"
