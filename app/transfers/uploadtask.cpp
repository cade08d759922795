#include "app/transfers/uploadtask.h"

#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/transfers/azureblocks.h"
#include "app/transfers/knownhashes.h"
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
constexpr qint64 LargestBlock = 4000 * PartSizes::Mebibyte;

Error tooLarge(const QString& path, qint64 most)
{
    return {.code = Error::Code::TooLarge, .subject = path, .detail = QString::number(most)};
}

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

void UploadTask::Private::readJournal()
{
    auto* task = context.storage.run<TransferJournal>(
        [id = request.transferId](QSqlDatabase& database) { return longshore::readJournal(database, id); }, q);
    QObject::connect(task, &Task::finished, q, [this, task] {
        if (!task->result()) {
            giveUp(task->result().error());
            return;
        }
        journal = *task->result();
        openFile();
    });
    task->start();
}

void UploadTask::Private::openFile()
{
    const auto open = [path = request.path](const CancelFlag&) -> Result<Opened> {
        const Result<FileIdentity> seen = FileIdentity::read(path);
        if (!seen) {
            return fail(seen.error());
        }
        return SourceFile::open(path).map([&seen](const auto& source) { return Opened{source, *seen}; });
    };
    await<Opened>(new BackgroundTask<Opened>(open, q), &Private::opened);
}

void UploadTask::Private::opened(const Result<Opened>& result)
{
    if (!result) {
        giveUp(result.error());
        return;
    }
    file = result->file;
    identity = result->identity;
    if (isPut() && file->size() > PutWork::Largest) {
        giveUp(tooLarge(request.path, PutWork::Largest));
        return;
    }
    resumed = !isPut() && journal.path == request.path && !journal.nonce.isEmpty();
    const auto begun = resumed ? FileIdentity::fromBytes(journal.source) : std::nullopt;
    if (const QString what = begun ? begun->differsFrom(identity) : QString(); !what.isEmpty()) {
        giveUp({.code = Error::Code::SourceChanged, .subject = request.path, .detail = what});
        return;
    }
    if (!begun) {
        resumed = false;
        journal = {.id = request.transferId,
                   .path = request.path,
                   .size = file->size(),
                   .source = identity.toBytes(),
                   .nonce = newBlockNonce(),
                   .partSize = sizesOf(request.options).usual};
    }
    if (usualPartSize(file->size(), journal.partSize) > LargestBlock) {
        giveUp(tooLarge(request.path, LargestBlock * PartSizes::MaxParts));
        return;
    }
    readHash();
}

void UploadTask::Private::readHash()
{
    const bool begins = !isPut() && !resumed;
    await<std::optional<QByteArray>>(
        context.storage.run<std::optional<QByteArray>>(
            [head = journal, begins, path = request.path, seen = identity](QSqlDatabase& database) {
                if (begins) {
                    if (const Result<void> written = writeJournal(database, head); !written) {
                        return Result<std::optional<QByteArray>>(fail(written.error()));
                    }
                }
                return knownHash(database, path, seen);
            },
            q),
        &Private::hashKnown);
}

void UploadTask::Private::hashKnown(const Result<std::optional<QByteArray>>& known)
{
    if (!known) {
        giveUp(known.error());
        return;
    }
    sha256 = known->value_or(QByteArray());
    const bool wantsSha256 = request.sha256 && sha256.isEmpty();
    if (isPut() && request.contentMd5) {
        hashWhole({.sha256 = wantsSha256, .md5 = true}); // before the first byte: the header comes first
        fileHasher->allow(file->size());
        return;
    }
    if (wantsSha256) {
        hashWhole({.sha256 = true, .md5 = false});
        fileHasher->allow(HashAhead);
    }
    move();
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
    std::shared_ptr<PartWork> work;
    if (isPut()) {
        movePut();
        work = put;
    } else {
        moveBlocks();
        work = blocks;
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
    links = new LinkLine(request.link, context.clock, mover, q);
    QObject::connect(links, &LinkLine::changed, q, &UploadTask::linkChanged);
    QObject::connect(links, &LinkLine::noted, q, &UploadTask::noted);
    startPulse();
    links->start();
}

void UploadTask::Private::movePut()
{
    put = std::make_shared<PutWork>(
        PutWork::Setup{.file = file, .md5 = wholeMd5, .options = request.options, .sharedLimit = context.limit},
        context.clock);
}

void UploadTask::Private::moveBlocks()
{
    marks = std::make_shared<UploadMarks>(context.storage, journal, home<Error>(&Private::giveUp));
    const std::vector<FilePart> parts = planParts(file->size(), {.usual = journal.partSize});
    if (request.contentMd5) {
        partHasher = std::make_shared<PartHasher>(file, parts);
    }
    UploadWork::Listener told;
    told.partsDone = [calls = calls, this] { calls->call([this] { partsDone(); }); };
    told.reached = [hasher = fileHasher](qint64 offset) {
        if (hasher) {
            hasher->allow(offset + HashAhead);
        }
    };
    told.noted = [calls = calls, this](const QString& text) { calls->call([this, text] { Q_EMIT q->noted(text); }); };
    const SignedUrl link = request.link->current();
    blocks = std::make_shared<UploadWork>(
        UploadWork::Setup{.file = file,
                          .parts = parts,
                          .journal = journal,
                          .marks = marks,
                          .hasher = partHasher,
                          .askStore = resumed && (link.isEmpty() || link.permissions().contains(u'r')),
                          .replace = request.replace,
                          .options = request.options,
                          .sharedLimit = context.limit},
        context.clock, std::move(told));
    if (resumed) {
        Q_EMIT q->noted(u"going on: %1 of %2 bytes are at the store"_s.arg(marks->bytes()).arg(file->size()));
    }
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
    speed.add(moment, blocks ? blocks->bytesMoved() : put->bytesMoved());
    q->reportProgress({.done = done(),
                       .total = file->size(),
                       .bytesPerSecond = speed.bytesPerSecond(moment),
                       .streams = mover->partsInFlight()});
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
