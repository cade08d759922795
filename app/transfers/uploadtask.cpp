#include "app/transfers/uploadtask.h"

#include "app/core/clock.h"
#include "app/transfers/linkline.h"
#include "app/transfers/linksource.h"
#include "app/transfers/partmover.h"
#include "app/transfers/uploadrun.h"

#include <QTimer>
#include <chrono>

namespace longshore {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds PulseEvery = 100ms;
/// The hash of the whole runs this far before the bytes that are sent, so that the disk gives them once.
constexpr qint64 HashAhead = 512 * PartSizes::Mebibyte;

} // namespace

void UploadTask::Private::close()
{
    if (std::exchange(closed, true)) {
        return;
    }
    if (mover) {
        mover->close();
    }
    if (partHasher) {
        partHasher->close();
    }
    if (fileHasher) {
        fileHasher->close();
    }
    if (marks) {
        marks->flush();
        marks->close();
    }
}

void UploadTask::Private::hashWhole(FileHasher::Wanted wanted)
{
    hashing = true;
    fileHasher = std::make_shared<FileHasher>(file, wanted, home<Result<FileHasher::Hashes>>(&Private::hashed));
}

void UploadTask::Private::hashed(const Result<FileHasher::Hashes>& hashes)
{
    hashing = false;
    if (!hashes) {
        explain(hashes.error());
        return;
    }
    if (!hashes->sha256.isEmpty()) {
        sha256 = hashes->sha256;
    }
    wholeMd5 = hashes->md5;
    if (!mover) {
        move();
    } else if (allMoved) {
        settle();
    }
}

void UploadTask::Private::move()
{
    if (isPut()) {
        movePut();
    } else if (isMultipart()) {
        moveParts();
    } else {
        moveBlocks();
    }
    PartMover::Listener listener;
    // Everything from the pump's threads comes home before it is looked at.
    listener.ended = home<Result<void>>(&Private::moved);
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
    if (partHasher) {
        partHasher->tell({.more =
                              [moving = std::weak_ptr(mover)] {
                                  if (const auto alive = moving.lock()) {
                                      alive->look();
                                  }
                              },
                          .failed = home<Error>(&Private::explain)});
    }
    links = new LinkLine(book ? book : request.link, context.clock, mover, q);
    QObject::connect(links, &LinkLine::changed, q, &UploadTask::linkChanged);
    QObject::connect(links, &LinkLine::noted, q, &UploadTask::noted);
    if (heart == nullptr) {
        startPulse();
    }
    links->start();
}

void UploadTask::Private::movePut()
{
    put = std::make_shared<PutWork>(
        PutWork::Setup{.file = file, .md5 = wholeMd5, .options = request.options, .sharedLimit = context.limit},
        context.clock);
    work = put;
}

/// The hash of the whole runs beside the bytes, not far before them.
std::function<void(qint64)> UploadTask::Private::letHasherFollow() const
{
    return [hasher = fileHasher](qint64 offset) {
        if (hasher) {
            hasher->allow(offset + HashAhead);
        }
    };
}

void UploadTask::Private::moveParts()
{
    marks = std::make_shared<UploadMarks>(context.storage, journal, home<Error>(&Private::giveUp));
    if (request.contentMd5) {
        partHasher = std::make_shared<PartHasher>(file, plan);
    }
    multipart = std::make_shared<MultipartWork>(MultipartWork::Setup{.file = file,
                                                                     .parts = plan,
                                                                     .there = journal.parts,
                                                                     .links = book,
                                                                     .marks = marks,
                                                                     .hasher = partHasher,
                                                                     .options = request.options,
                                                                     .sharedLimit = context.limit},
                                                context.clock, letHasherFollow());
    work = multipart;
    if (resumed) {
        Q_EMIT q->noted(u"going on: %1 of %2 bytes are at the store"_s.arg(marks->bytes()).arg(file->size()));
    }
}

void UploadTask::Private::moveBlocks()
{
    marks = std::make_shared<UploadMarks>(context.storage, journal, home<Error>(&Private::giveUp));
    if (request.contentMd5) {
        partHasher = std::make_shared<PartHasher>(file, plan);
    }
    UploadWork::Listener told;
    told.partsDone = [calls = calls, this] { calls->call([this] { partsDone(); }); };
    told.reached = letHasherFollow();
    told.noted = [calls = calls, this](const QString& text) { calls->call([this, text] { Q_EMIT q->noted(text); }); };
    const SignedUrl link = request.link->current();
    blocks = std::make_shared<UploadWork>(
        UploadWork::Setup{.file = file,
                          .parts = plan,
                          .journal = journal,
                          .marks = marks,
                          .hasher = partHasher,
                          .askStore = resumed && (link.isEmpty() || link.permissions().contains(u'r')),
                          .replace = request.replace,
                          .options = request.options,
                          .sharedLimit = context.limit},
        context.clock, std::move(told));
    work = blocks;
    if (resumed) {
        Q_EMIT q->noted(u"going on: %1 of %2 bytes are at the store"_s.arg(marks->bytes()).arg(file->size()));
    }
}

/// Of blocks what the journal has; parts and single requests are too large to be silent about until they are there.
qint64 UploadTask::Private::done() const
{
    if (multipart) {
        return multipart->sentBytes();
    }
    return marks ? marks->bytes() : put ? put->underWay() : 0;
}

void UploadTask::Private::startPulse()
{
    heart = new QTimer(q);
    heart->setInterval(PulseEvery);
    QObject::connect(heart, &QTimer::timeout, q, [this] { pulse(); });
    heart->start();
    pulse(); // where it goes on is told at once
}

void UploadTask::Private::pulse()
{
    if (marks) {
        marks->push();
    }
    if (put && fileHasher) {
        fileHasher->allow(put->underWay() + HashAhead);
    }
    const auto moment = std::chrono::steady_clock::now();
    speed.add(moment, work ? work->bytesMoved() : 0);
    q->reportProgress({.done = done(),
                       .total = file->size(),
                       .bytesPerSecond = speed.bytesPerSecond(moment),
                       .streams = mover ? mover->partsInFlight() : 0});
}

UploadTask::UploadTask(UploadRequest request, const TransferContext& context, QObject* parent)
    : ResultTask(parent), d(std::make_unique<Private>(this, std::move(request), context))
{ }

UploadTask::~UploadTask() = default;

void UploadTask::setWeight(int weight)
{
    d->request.options.weight = weight;
    if (d->mover) {
        d->mover->setWeight(weight);
    }
}

void UploadTask::run()
{
    d->readJournal();
}

void UploadTask::stop()
{
    d->close();
}

} // namespace longshore

#include "moc_uploadtask.cpp"
