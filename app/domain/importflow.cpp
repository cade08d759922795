#include "app/domain/importflow.h"

namespace longshore {

namespace {

using Step = JobStep;
using Event = ImportEvent;
using Next = std::optional<Step>;

Next afterQueued(Event event)
{
    switch (event) {
    case Event::TurnCame:
        return Step::Checking;
    case Event::Refused:
        return Step::Failed;
    case Event::CancelAsked:
        return Step::Cancelled;
    case Event::Restarted:
        return Step::Queued;
    default:
        return std::nullopt;
    }
}

Next afterChecking(Event event, ImportRequest::Backup backup)
{
    switch (event) {
    case Event::FileGood:
        return backup == ImportRequest::Backup::First ? Step::BackingUp : Step::Uploading;
    case Event::FileRefused:
        return Step::Failed;
    case Event::CancelAsked:
        return Step::Cancelled;
    case Event::Restarted:
        return Step::Checking;
    default:
        return std::nullopt;
    }
}

Next afterBackingUp(Event event)
{
    switch (event) {
    case Event::BackupDone:
        return Step::Uploading;
    case Event::BackupFailed:
        return Step::Failed;
    case Event::CancelAsked:
        return Step::Cancelled;
    case Event::Restarted:
        return Step::BackingUp;
    default:
        return std::nullopt;
    }
}

Next afterUploading(Event event)
{
    switch (event) {
    case Event::Uploaded:
        return Step::Asking;
    case Event::UploadFailed:
    case Event::FileRefused:
        return Step::Failed;
    case Event::CancelAsked:
        return Step::Cancelled;
    case Event::Restarted:
        return Step::Uploading;
    default:
        return std::nullopt;
    }
}

Next afterAsking(Event event)
{
    switch (event) {
    case Event::Accepted:
        return Step::ServerWorking;
    case Event::NotNow: // back to a step that finds everything sent already and asks again
        return Step::Uploading;
    case Event::Refused:
        return Step::Failed;
    case Event::AnswerLost:
    case Event::Restarted: // it may have been sent a moment before the program died
        return Step::Unknown;
    default:
        return std::nullopt;
    }
}

Next afterUnknown(Event event)
{
    switch (event) {
    case Event::Adopted:
        return Step::ServerWorking;
    case Event::NothingFound:
        return Step::Uploading;
    case Event::ForgetAsked:
        return Step::Forgotten;
    case Event::Restarted:
        return Step::Unknown;
    default:
        return std::nullopt;
    }
}

/// What the server says of an id ends or moves every step that has one.
Next afterServerWord(Event event)
{
    switch (event) {
    case Event::ServerDone:
        return Step::Done;
    case Event::ServerFailed:
    case Event::ServerForgot:
        return Step::Failed;
    case Event::ServerWaits:
        return Step::AwaitingVerification;
    case Event::ServerWasReset:
        return Step::WasReset;
    case Event::StopWatchingAsked:
        return Step::StoppedWatching;
    default:
        return std::nullopt;
    }
}

Next afterServerWorking(Event event)
{
    return event == Event::Restarted ? Step::ServerWorking : afterServerWord(event);
}

Next afterAwaitingVerification(Event event)
{
    switch (event) {
    case Event::CompleteAsked:
        return Step::Completing;
    case Event::ResetAsked:
        return Step::Resetting;
    case Event::Restarted:
        return Step::AwaitingVerification;
    case Event::ServerWaits:
        return std::nullopt;
    default:
        return afterServerWord(event);
    }
}

/// A completion or reset that was not accepted leaves the server waiting, and it says so.
Next afterWish(Step step, Event event)
{
    return event == Event::Restarted ? step : afterServerWord(event);
}

Next afterStoppedWatching(Event event)
{
    switch (event) {
    case Event::WatchAgainAsked:
        return Step::ServerWorking;
    case Event::ForgetAsked:
        return Step::Forgotten;
    case Event::Restarted:
        return Step::StoppedWatching;
    default:
        return std::nullopt;
    }
}

/// A deployment that failed ends with its package: another try is another upload under another name.
Next afterFailedOrCancelled(Event event)
{
    return event == Event::RetryAsked ? Next(Step::Queued) : std::nullopt;
}

} // namespace

std::optional<JobStep> next(JobStep step, ImportEvent event, ImportRequest::Backup backup)
{
    switch (step) {
    case Step::Queued:
        return afterQueued(event);
    case Step::Checking:
        return afterChecking(event, backup);
    case Step::BackingUp:
        return afterBackingUp(event);
    case Step::Uploading:
        return afterUploading(event);
    case Step::Asking:
        return afterAsking(event);
    case Step::Unknown:
        return afterUnknown(event);
    case Step::ServerWorking:
        return afterServerWorking(event);
    case Step::AwaitingVerification:
        return afterAwaitingVerification(event);
    case Step::Completing:
    case Step::Resetting:
        return afterWish(step, event);
    case Step::StoppedWatching:
        return afterStoppedWatching(event);
    case Step::Failed:
    case Step::Cancelled:
        return afterFailedOrCancelled(event);
    default: // the ends, and steps of other flows
        return std::nullopt;
    }
}

bool holdsTarget(JobStep step)
{
    switch (step) {
    case Step::Checking:
    case Step::BackingUp:
    case Step::Uploading:
    case Step::Asking:
    case Step::Unknown:
    case Step::ServerWorking:
    case Step::AwaitingVerification:
    case Step::Completing:
    case Step::Resetting:
        return true;
    default:
        return false;
    }
}

bool mayHaveChangedTarget(JobStep step)
{
    switch (step) {
    case Step::Asking:
    case Step::Unknown:
    case Step::ServerWorking:
    case Step::AwaitingVerification:
    case Step::Completing:
    case Step::Resetting:
    case Step::Done:
    case Step::StoppedWatching:
    case Step::Forgotten:
        return true;
    default:
        return false;
    }
}

} // namespace longshore
