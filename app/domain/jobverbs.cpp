#include "app/domain/importflow.h"
#include "app/domain/jobrecord.h"

namespace longshore {

namespace {

/// Waiting for something outside that a person may have mended.
bool waitsForOutside(WaitReason reason)
{
    return reason == WaitReason::Network || reason == WaitReason::Link || reason == WaitReason::Space
           || reason == WaitReason::Credentials || reason == WaitReason::ServerTime;
}

/// Paused before the download began.
void offerResume(const JobRecord& record, QList<JobVerb>& verbs)
{
    if (record.paused) {
        verbs.append(JobVerb::Resume);
    }
}

QList<JobVerb> verbsOfQueued(const JobRecord& record)
{
    QList<JobVerb> verbs{JobVerb::RemoveFromQueue};
    if (waitsForOutside(record.waiting)) {
        verbs.append(JobVerb::CheckNow);
    }
    offerResume(record, verbs);
    return verbs;
}

QList<JobVerb> verbsOfServerWork(const JobRecord& record)
{
    QList<JobVerb> verbs{JobVerb::StopWatching, JobVerb::CheckNow};
    offerResume(record, verbs);
    return verbs;
}

QList<JobVerb> verbsOfTransfer(const JobRecord& record)
{
    QList<JobVerb> verbs{record.paused ? JobVerb::Resume : JobVerb::Pause};
    if (!record.paused && waitsForOutside(record.waiting)) {
        verbs.append(JobVerb::CheckNow);
    }
    verbs.append(JobVerb::CancelTransfer);
    return verbs;
}

QList<JobVerb> verbsOfExport(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::Queued:
        return verbsOfQueued(record);
    case JobStep::Asking:
    case JobStep::Filing:
        return {};
    case JobStep::Unknown:
        return {JobVerb::Look, JobVerb::Adopt, JobVerb::Forget};
    case JobStep::ServerWorking:
        return verbsOfServerWork(record);
    case JobStep::Downloading:
        return verbsOfTransfer(record);
    case JobStep::Verifying:
        return {JobVerb::CancelTransfer};
    case JobStep::StoppedWatching:
        return {JobVerb::WatchAgain, JobVerb::RunAgain, JobVerb::Forget};
    case JobStep::Done:
        return {JobVerb::ShowFile, JobVerb::RunAgain, JobVerb::DismissFinished};
    case JobStep::Failed:
        return {JobVerb::Retry, JobVerb::RunAgain, JobVerb::DismissFinished};
    case JobStep::Cancelled:
        return serverCanDeliver(record) ? QList{JobVerb::Retry, JobVerb::RunAgain, JobVerb::DismissFinished}
                                        : QList{JobVerb::RunAgain, JobVerb::DismissFinished};
    default:
        break;
    }
    return {JobVerb::RunAgain, JobVerb::DismissFinished};
}

QList<JobVerb> verbsOfFinishedImport(const JobRecord& record)
{
    QList<JobVerb> verbs;
    if (record.step == JobStep::Failed || record.step == JobStep::Cancelled) {
        verbs.append(JobVerb::Retry);
    }
    if ((mayHaveChangedTarget(record.step) || wasAccepted(record)) && !record.backupLibraryId.isEmpty()) {
        verbs.append(JobVerb::Undo);
    }
    verbs.append(JobVerb::DismissFinished);
    return verbs;
}

/// Where the service has nothing to look at, only a person can know.
QList<JobVerb> verbsOfUnknownImport(const JobRecord& record)
{
    if (record.database() != Database::MySql) {
        return {JobVerb::Look, JobVerb::Adopt, JobVerb::Forget};
    }
    switch (record.import->way) {
    case ImportWay::Upload:
        return {JobVerb::Look, JobVerb::Retry, JobVerb::Forget};
    case ImportWay::Quick:
        return {JobVerb::Retry, JobVerb::Forget};
    case ImportWay::Promote:
    case ImportWay::Restore:
        break;
    }
    return {JobVerb::Adopt, JobVerb::Retry, JobVerb::Forget};
}

QList<JobVerb> verbsOfImport(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::Queued:
        return verbsOfQueued(record);
    case JobStep::Fetching:
    case JobStep::Checking:
    case JobStep::BackingUp:
    case JobStep::Preparing:
        return {JobVerb::CancelTransfer};
    case JobStep::Starting:
        return waitsForOutside(record.waiting) ? QList{JobVerb::CheckNow, JobVerb::CancelTransfer}
                                               : QList{JobVerb::CancelTransfer};
    case JobStep::Uploading:
        return verbsOfTransfer(record);
    case JobStep::Unknown:
        return verbsOfUnknownImport(record);
    case JobStep::ServerWorking:
    case JobStep::Completing:
    case JobStep::Resetting:
        return {JobVerb::StopWatching, JobVerb::CheckNow};
    case JobStep::AwaitingVerification:
        return {JobVerb::Complete, JobVerb::Reset, JobVerb::CheckNow, JobVerb::StopWatching};
    case JobStep::StoppedWatching:
        return {JobVerb::WatchAgain, JobVerb::Forget};
    case JobStep::Done:
    case JobStep::Failed:
    case JobStep::Cancelled:
    case JobStep::WasReset:
    case JobStep::Forgotten:
        return verbsOfFinishedImport(record);
    default:
        return {};
    }
}

} // namespace

QList<JobVerb> verbsFor(const JobRecord& record)
{
    return record.import ? verbsOfImport(record) : verbsOfExport(record);
}

bool hasTransferAhead(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::Queued:
        return record.import ? record.import->way == ImportWay::Upload : record.request.download;
    case JobStep::Fetching:
    case JobStep::Checking:
    case JobStep::BackingUp:
    case JobStep::Preparing:
    case JobStep::Uploading:
        return record.import && record.import->way == ImportWay::Upload;
    case JobStep::Asking:
    case JobStep::ServerWorking:
    case JobStep::Downloading:
        return !record.import && record.request.download;
    default:
        return false;
    }
}

bool allows(const JobRecord& record, JobVerb verb)
{
    switch (verb) {
    case JobVerb::SetPriority:
    case JobVerb::SetLimit:
        return hasTransferAhead(record);
    case JobVerb::Pause:
        return hasTransferAhead(record) && !record.paused;
    case JobVerb::Resume:
        return hasTransferAhead(record) && record.paused;
    default:
        return verbsFor(record).contains(verb);
    }
}

std::optional<qint64> limitFromArgument(const QString& argument)
{
    bool isNumber = false;
    const qint64 limit = argument.toLongLong(&isNumber);
    return isNumber && limit >= 0 ? std::optional(limit) : std::nullopt;
}

bool serverCanDeliver(const JobRecord& record)
{
    if (record.serverId.isEmpty() || !record.error) {
        return !record.serverId.isEmpty();
    }
    const Error::Code code = record.error->code;
    return code != Error::Code::ServerJobFailed && code != Error::Code::RetentionEnded && code != Error::Code::NotFound;
}

} // namespace longshore
