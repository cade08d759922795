#include "app/transfers/downloadtask.h"

#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/transfers/downloadrun.h"
#include "app/transfers/linkkeeper.h"
#include "app/transfers/linksource.h"
#include "app/transfers/rangesink.h"

#include <QTimer>
#include <chrono>

namespace longshore {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds PulseEvery = 100ms;
/// An object that changes under every try will not hold still for the next one.
constexpr int MaxChanges = 4;
/// A link may end again while the network is away; a permission does not come by asking twice.
constexpr int MaxExpiries = 4;

} // namespace

void DownloadTask::Private::close()
{
    if (sink) {
        sink->close();
    }
    if (writer) {
        writer->close();
    }
}

void DownloadTask::Private::readJournal()
{
    auto* task = storage.run<TransferJournal>(
        [id = request.transferId](QSqlDatabase& database) { return longshore::readJournal(database, id); }, q);
    QObject::connect(task, &Task::finished, q, [this, task] {
        if (!task->result()) {
            giveUp(task->result().error());
            return;
        }
        openPart(*task->result());
    });
    task->start();
}

void DownloadTask::Private::openPart(const TransferJournal& journal)
{
    TransferJournal trusted = journal;
    if (journal.path != request.partPath) {
        // The rows vouch for another file; what lies under this name is nobody's.
        trusted = TransferJournal{.id = request.transferId, .path = request.partPath};
    }
    inBackground<std::shared_ptr<PartWriter>>(
        [trusted, &store = storage](const CancelFlag& cancel) { return PartWriter::open(trusted, store, cancel); },
        &Private::partOpened);
}

void DownloadTask::Private::partOpened(const Result<std::shared_ptr<PartWriter>>& opened)
{
    if (!opened) {
        giveUp(opened.error());
        return;
    }
    writer = *opened;
    writer->start();
    object = writer->object();
    startPulse();
    if (const qint64 there = writer->written(); there > 0) {
        Q_EMIT q->noted(u"going on at byte %1"_s.arg(there));
        if (there == object.size) {
            settle();
            return;
        }
    }
    askLink();
}

void DownloadTask::Private::startPulse()
{
    heart = new QTimer(q);
    heart->setInterval(PulseEvery);
    QObject::connect(heart, &QTimer::timeout, q, [this] { pulse(); });
    heart->start();
    links = new LinkKeeper(request.link, clock, q);
    QObject::connect(links, &LinkKeeper::settled, q, [this] { linkSettled(); });
    QObject::connect(links, &LinkKeeper::failed, q, [this](const Error& error) { linkFailed(error); });
    QObject::connect(links, &LinkKeeper::changed, q, [this] {
        const SignedUrl link = links->current();
        Q_EMIT q->noted(u"link %1"_s.arg(link.redacted()));
        Q_EMIT q->linkChanged(link.expiresAt().value_or(QDateTime()), links->renewals());
    });
    links->watch();
}

void DownloadTask::Private::pulse()
{
    const PartWriter::Object now = writer->object();
    if (now != object) {
        object = now;
        if (!object.etag.isEmpty() || object.size >= 0) {
            Q_EMIT q->etagLearned(object.etag, object.size);
        }
    }
    const auto moment = std::chrono::steady_clock::now();
    speed.add(moment, writer->written());
    Progress progress{.done = writer->marked(), .bytesPerSecond = speed.bytesPerSecond(moment)};
    if (object.size >= 0) {
        progress.total = object.size;
    }
    q->reportProgress(progress);
}

void DownloadTask::Private::askLink()
{
    if (q->isCancelled()) {
        return;
    }
    waitingForLink = true;
    if (refusal) {
        links->refused(used);
    } else {
        links->ask();
    }
}

void DownloadTask::Private::linkSettled()
{
    if (!waitingForLink || q->isCancelled()) {
        return;
    }
    waitingForLink = false;
    if (refusal && links->current() == used) {
        giveUp(*refusal); // asked for a fresh one, and got the one that was refused
        return;
    }
    refusal.reset();
    sendRequest();
}

void DownloadTask::Private::linkFailed(const Error& error)
{
    if (!waitingForLink || q->isCancelled()) {
        return;
    }
    waitingForLink = false;
    if (refusal && error.code == Error::Code::LinkExpired) {
        giveUp(*refusal); // this source cannot renew; the store's own words say more
        return;
    }
    failedTry(error);
}

void DownloadTask::Private::sendRequest()
{
    if (writer->written() > 0 && !isStrongEtag(object.etag.toLatin1())) {
        // Without a name for the object nobody can say that the rest is of the same one.
        emptyPart();
        return;
    }
    used = links->current();
    offset = writer->written();
    RangeExpectation expected{.offset = offset};
    HttpRequest get;
    get.url = used;
    get.timeouts = request.timeouts;
    if (request.limit) {
        get.throttles = {request.limit};
    }
    get.headers.set("Accept-Encoding", "identity");
    if (offset > 0) {
        expected.etag = object.etag.toLatin1();
        expected.size = object.size;
        get.headers.set("Range", "bytes=" + QByteArray::number(offset) + '-');
        // Not If-Range: two S3 servers ignore it and would hand out the middle of another object.
        get.headers.set("If-Match", expected.etag);
    }
    sink = std::make_shared<RangeSink>(writer, expected);
    get.sink = sink;
    HttpTask* task = transport.send(get, q);
    QObject::connect(task, &Task::finished, q, [this, task] {
        if (!q->isCancelled()) {
            answered(task->result());
        }
    });
    task->start();
}

void DownloadTask::Private::answered(const Result<HttpResponse>& answer)
{
    pulse();
    if (writer->written() > offset) {
        backoff.reset();
        refusals = 0;
    }
    if (!answer) {
        if (answer.error().code == Error::Code::ObjectChanged) {
            startNewPart();
        } else {
            failedTry(answer.error());
        }
        return;
    }
    if (answer->status == 200 || answer->status == 206) {
        refusals = 0;
        conclude(*answer);
        return;
    }
    refused(*answer);
}

void DownloadTask::Private::refused(const HttpResponse& response)
{
    const Error error = refusalOf(response, used, clock.nowUtc());
    switch (error.code) {
    case Error::Code::LinkExpired:
    case Error::Code::LinkRefused:
    case Error::Code::NotFound:
        if (++refusals > (error.code == Error::Code::LinkExpired ? MaxExpiries : 1)) {
            giveUp(error); // a fresh link did not help
            return;
        }
        Q_EMIT q->noted(u"the store refused the link: %1 %2"_s.arg(response.status).arg(error.detail));
        refusal = error;
        askLink();
        return;
    case Error::Code::ObjectChanged:
        startNewPart();
        return;
    default:
        break;
    }
    if (response.status == 416 && offset > 0) {
        const auto range = parseContentRange(response.headers.value("Content-Range"));
        if (range && range->size == offset) {
            settle(); // the length was not known before; there is nothing after our last byte
        } else {
            startNewPart();
        }
        return;
    }
    failedTry(error);
}

void DownloadTask::Private::conclude(const HttpResponse& response)
{
    inBackground<void>([sink = sink, response](const CancelFlag&) { return sink->conclude(response); },
                       &Private::concluded);
}

void DownloadTask::Private::concluded(const Result<void>& outcome)
{
    if (outcome) {
        settle();
    } else if (outcome.error().code == Error::Code::ObjectChanged) {
        startNewPart();
    } else {
        failedTry(outcome.error());
    }
}

void DownloadTask::Private::settle()
{
    inBackground<QByteArray>([writer = writer](const CancelFlag&) { return writer->settle(); }, &Private::settled);
}

void DownloadTask::Private::settled(const Result<QByteArray>& hash)
{
    if (!hash) {
        giveUp(hash.error());
        return;
    }
    pulse();
    heart->stop();
    const PartWriter::Object got = writer->object();
    DownloadedFile file{.partPath = request.partPath, .size = writer->written(), .sha256 = *hash, .etag = got.etag};
    close();
    q->completeWith(std::move(file));
}

void DownloadTask::Private::startNewPart()
{
    if (++changes > MaxChanges) {
        giveUp(Error{.code = Error::Code::ObjectChanged, .subject = used.host()});
        return;
    }
    Q_EMIT q->noted(u"the object changed; starting a new part file"_s);
    emptyPart();
}

void DownloadTask::Private::emptyPart()
{
    if (sink) {
        sink->close();
    }
    inBackground<void>([writer = writer](const CancelFlag&) { return writer->startNew(); }, &Private::partStarted);
}

void DownloadTask::Private::partStarted(const Result<void>& outcome)
{
    if (!outcome) {
        giveUp(outcome.error());
        return;
    }
    pulse();
    askLink();
}

void DownloadTask::Private::failedTry(const Error& error)
{
    const auto wait = worthRetrying(error) ? backoff.next(error.retryAfter) : std::nullopt;
    if (!wait) {
        giveUp(error);
        return;
    }
    ++retries;
    Q_EMIT q->retried(retries, error);
    QTimer::singleShot(*wait, q, [this] { askLink(); });
}

void DownloadTask::Private::giveUp(const Error& error)
{
    close();
    Error told = error;
    told.retryable = worthRetrying(error);
    q->completeWith(fail(told));
}

DownloadTask::DownloadTask(DownloadRequest request, HttpTransport& transport, Storage& storage, const Clock& clock,
                           QObject* parent)
    : ResultTask(parent), d(std::make_unique<Private>(this, std::move(request), transport, storage, clock))
{ }

DownloadTask::~DownloadTask() = default;

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
