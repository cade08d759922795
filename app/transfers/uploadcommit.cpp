// The last steps of an upload: from the last part to what is told.
#include "app/core/storage.h"
#include "app/net/httppump.h"
#include "app/transfers/knownhashes.h"
#include "app/transfers/partmover.h"
#include "app/transfers/rangeanswer.h"
#include "app/transfers/uploadrun.h"

#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

/// Every part is at the store; the commit is what makes a blob of them.
void UploadTask::Private::partsDone()
{
    if (q->isCancelled()) {
        return;
    }
    FileIdentity seen = identity;
    seen.spots.clear();
    await<void>(new BackgroundTask<void>(
                    [path = request.path, seen](const CancelFlag&) { return checkUnchanged(path, seen); }, q),
                &Private::sourceChecked);
}

void UploadTask::Private::sourceChecked(const Result<void>& outcome)
{
    if (!outcome) {
        giveUp(outcome.error());
        return;
    }
    TransferJournal head = journal;
    head.committing = true;
    auto* task =
        context.storage.run<void>([head](QSqlDatabase& database) { return writeJournalHead(database, head); }, q);
    QObject::connect(task, &Task::finished, q, [this, task] {
        if (q->isCancelled()) {
            return;
        }
        if (!task->result()) {
            giveUp(task->result().error());
            return;
        }
        blocks->allowCommit();
        mover->look();
    });
    task->start();
}

void UploadTask::Private::moved(const Result<void>& outcome)
{
    if (!outcome) {
        explain(outcome.error());
        return;
    }
    allMoved = true;
    if (fileHasher) {
        fileHasher->allow(file->size());
    }
    if (!hashing) {
        settle();
    }
}

void UploadTask::Private::settle()
{
    const auto look = [path = request.path, seen = identity](const CancelFlag&) {
        return Result<std::optional<FileIdentity>>(stillTheSame(path, seen));
    };
    await<std::optional<FileIdentity>>(new BackgroundTask<std::optional<FileIdentity>>(look, q), &Private::conclude);
}

void UploadTask::Private::conclude(const Result<std::optional<FileIdentity>>& still)
{
    const bool same = still && *still;
    if (same && !sha256.isEmpty()) {
        rememberHash(context.storage, request.path, **still, sha256);
    }
    if (!blocks && !same) {
        giveUp({.code = Error::Code::SourceChanged, .subject = request.path, .detail = u"contents"_s});
        return;
    }
    if (!same && fileHasher) {
        // It may have been read on after the commit, and nobody can tell from which moment the file was another one.
        sha256.clear();
        Q_EMIT q->noted(u"the file changed after its last block was sent; the SHA-256 of what was sent is not known"_s);
    }
    heart->stop();
    q->reportProgress({.done = file->size(), .total = file->size()});
    const bool vouched = isVouched();
    if (!vouched) {
        Q_EMIT q->noted(u"the store did not confirm a hash; the file could not be verified there"_s);
    }
    UploadedFile sent{.size = file->size(),
                      .sha256 = sha256,
                      .etag = put      ? put->etag()
                              : blocks ? blocks->etag()
                                       : QString(),
                      .parts = multipart ? multipart->stored() : QList<StoredPart>(),
                      .vouched = vouched ? Vouched::ByStore : Vouched::ByTransport};
    close();
    q->completeWith(std::move(sent));
}

bool UploadTask::Private::isVouched() const
{
    return put ? put->isVouched() : multipart ? multipart->isVouched() : blocks->isVouched();
}

/// Bytes that are not what they were may be the file's own doing.
void UploadTask::Private::explain(const Error& error)
{
    if (error.code != Error::Code::HashMismatch && error.code != Error::Code::FileAccess) {
        giveUp(error);
        return;
    }
    auto* task = new BackgroundTask<void>(
        [path = request.path, seen = identity](const CancelFlag&) { return checkUnchanged(path, seen); }, q);
    QObject::connect(task, &Task::finished, q, [this, task, error] {
        const Result<void>& looked = task->result();
        giveUp(!looked && looked.error().code == Error::Code::SourceChanged ? looked.error() : error);
    });
    task->start();
}

void UploadTask::Private::giveUp(const Error& error)
{
    close();
    Error told = error;
    told.retryable = worthRetrying(error);
    q->completeWith(fail(told));
}

} // namespace longshore
