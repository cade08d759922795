#include "app/jobs/importpolicy.h"

#include "app/jobs/jobpolicy.h"

#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;
using Event = ImportEvent;

/// What our clock may be off the service's.
constexpr int SkewSeconds = 600;
constexpr int GivesUpAfter = 5;

/// What an export's event is for an import.
Event importEvent(ExportEvent event)
{
    switch (event) {
    case ExportEvent::NotNow:
        return Event::NotNow;
    case ExportEvent::AnswerLost:
        return Event::AnswerLost;
    case ExportEvent::ServerFailed:
        return Event::ServerFailed;
    case ExportEvent::RetentionEnded:
        return Event::ServerForgot;
    case ExportEvent::TransferFailed:
        return Event::UploadFailed;
    default:
        return Event::Refused;
    }
}

ImportVerdict asImport(const Verdict& verdict)
{
    return {verdict.event ? std::optional(importEvent(*verdict.event)) : std::nullopt, verdict.wait};
}

bool isOurs(const ImportStatus& status, const LostStart& lost)
{
    const bool elsewhere = !status.targetEnvironment.isEmpty()
                           && status.targetEnvironment.compare(lost.environment, Qt::CaseInsensitive) != 0;
    return !elsewhere && status.packages.contains(lost.packageName, Qt::CaseInsensitive);
}

bool beganBefore(const ImportStatus& status, const QDateTime& moment)
{
    return status.startedAt.isValid() && status.startedAt < moment.addSecs(-SkewSeconds);
}

/// Says nothing of what it deploys, and could be ours.
bool isBlind(const ImportStatus& status, const LostStart& lost)
{
    return status.packages.isEmpty() && status.targetEnvironment.isEmpty() && !beganBefore(status, lost.askedAt)
           && !lost.otherIds.contains(status.id.toLower());
}

} // namespace

ImportVerdict verdictOnDeploying(const Error& error)
{
    if (error.code == Code::ServerError && error.httpStatus != 503) {
        return {Event::AnswerLost, WaitReason::None};
    }
    if (error.code == Code::TooLarge && error.httpStatus == 413) {
        return {Event::Refused, WaitReason::None}; // the request, not what was answered
    }
    return asImport(verdictOnAsking(error));
}

ImportVerdict verdictOnDeployment(const Error& error, int times)
{
    return asImport(verdictOnWatching(error, times));
}

ImportVerdict verdictOnUpload(const Error& error, const QString& path, int times)
{
    const bool ofFile = error.subject == path;
    if (error.code == Code::SourceChanged || error.code == Code::FileAccess
        || (error.code == Code::NotFound && ofFile)) {
        return {Event::FileRefused, WaitReason::None};
    }
    if (error.code == Code::NotFound && error.subject != "connection"_L1) {
        // The container is gone, or its link was of another one: a fresh link may be right.
        return times < GivesUpAfter ? ImportVerdict{std::nullopt, WaitReason::Link}
                                    : ImportVerdict{Event::UploadFailed, WaitReason::None};
    }
    ImportVerdict verdict = asImport(verdictOnTransfer(error, times));
    if (verdict.event) {
        verdict.event = Event::UploadFailed;
    }
    return verdict;
}

bool isNameTaken(const Error& error)
{
    return error.code == Code::LeaseHeld || error.code == Code::FileExists;
}

FoundStart findStart(const QList<ImportStatus>& newestFirst, const LostStart& lost)
{
    using Tells = FoundStart::Verdict;
    bool unsure = newestFirst.size() >= Provider::MostImports && !beganBefore(newestFirst.constLast(), lost.askedAt);
    for (const ImportStatus& status : newestFirst) {
        if (isOurs(status, lost)) {
            return {Tells::Found, status.id};
        }
        unsure = unsure || isBlind(status, lost);
    }
    return {unsure ? Tells::Unsure : Tells::Absent, {}};
}

} // namespace longshore
