// The first steps of an upload: what it sends, and what of it is there already.
#include "app/core/storage.h"
#include "app/transfers/azureblocks.h"
#include "app/transfers/knownhashes.h"
#include "app/transfers/linksource.h"
#include "app/transfers/uploadrun.h"

namespace longshore {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 LargestBlock = 4000 * PartSizes::Mebibyte;

Error tooLarge(const QString& path, qint64 most)
{
    return {.code = Error::Code::TooLarge, .subject = path, .detail = QString::number(most)};
}

} // namespace

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
    resumed = !isPut() && journal.path == request.path && FileIdentity::fromBytes(journal.source).has_value();
    if (!isMultipart()) {
        begin();
        return;
    }
    book = std::make_shared<PartLinkBook>(request.partLinks);
    if (const SignedUrl known = book->current(); !known.isEmpty()) {
        linksKnown(known);
        return;
    }
    await<SignedUrl>(book->renew(q), &Private::linksKnown); // how many parts there are is the platform's word
}

void UploadTask::Private::linksKnown(const Result<SignedUrl>& link)
{
    if (!link) {
        giveUp(link.error());
        return;
    }
    begin();
}

void UploadTask::Private::begin()
{
    if (const auto error = resumed ? whyNotGoOn() : std::nullopt) {
        giveUp(*error);
        return;
    }
    if (!resumed) {
        journal = {.id = request.transferId,
                   .path = request.path,
                   .size = file->size(),
                   .source = identity.toBytes(),
                   .nonce = isMultipart() ? book->mark() : newBlockNonce(),
                   .partSize = sizesOf(request.options).usual};
    }
    if (isMultipart()) {
        plan = planEvenParts(file->size(), book->count());
    } else if (!isPut()) {
        plan = planParts(file->size(), {.usual = journal.partSize});
    }
    if (const auto error = whyTooLarge()) {
        giveUp(*error);
        return;
    }
    readHash();
}

std::optional<Error> UploadTask::Private::whyNotGoOn() const
{
    const auto begun = FileIdentity::fromBytes(journal.source);
    if (const QString what = begun ? begun->differsFrom(identity) : QString(); !what.isEmpty()) {
        return Error{.code = Error::Code::SourceChanged, .subject = request.path, .detail = what};
    }
    if (isMultipart() && journal.nonce != book->mark()) {
        return Error{.code = Error::Code::SessionLost,
                     .subject = book->current().host(),
                     .detail = u"what was sent belongs to another session"_s};
    }
    return std::nullopt;
}

std::optional<Error> UploadTask::Private::whyTooLarge() const
{
    if (isPut() || isMultipart()) {
        // The last part is the largest.
        const qint64 largest = isPut() ? file->size() : plan.back().length;
        const auto parts = static_cast<qint64>(std::max<std::size_t>(plan.size(), 1));
        return largest > PutWork::Largest ? std::optional(tooLarge(request.path, PutWork::Largest * parts))
                                          : std::nullopt;
    }
    return usualPartSize(file->size(), journal.partSize) > LargestBlock
               ? std::optional(tooLarge(request.path, LargestBlock * PartSizes::MaxParts))
               : std::nullopt;
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
        Q_EMIT q->noted(u"the whole file is read for its MD5 before its first byte is sent"_s);
        startPulse();
        return;
    }
    if (wantsSha256) {
        hashWhole({.sha256 = true, .md5 = false});
        letHasherFollow()(0);
    }
    move();
}

} // namespace longshore
