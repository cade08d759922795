#include "app/domain/importflow.h"

namespace longshore {

namespace {

using Step = JobStep;
using Event = ImportEvent;
using Next = std::optional<Step>;

using Backup = ImportRequest::Backup;

/// Where the service is asked from.
Step lastOfOurs(const ImportCourse& course)
{
    return course.way == ImportWay::Upload ? Step::Uploading : Step::Starting;
}

Step whenSafe(const ImportCourse& course)
{
    return course.prepares && sendsFile(course.way) ? Step::Preparing : lastOfOurs(course);
}

Step whenChecked(const ImportCourse& course)
{
    return course.backup == Backup::First ? Step::BackingUp : whenSafe(course);
}

Step whenFetched(const ImportCourse& course)
{
    return sendsFile(course.way) ? Step::Checking : whenChecked(course);
}

Step whenTurnCame(const ImportCourse& course)
{
    return course.fetches && sendsFile(course.way) ? Step::Fetching : whenFetched(course);
}

/// Of a step that either gets done or ends the import with nothing sent.
Next afterOurs(Step step, Event event, Event done, Event failed, Step then)
{
    if (event == done) {
        return then;
    }
    if (event == failed) {
        return Step::Failed;
    }
    if (event == Event::CancelAsked) {
        return Step::Cancelled;
    }
    return event == Event::Restarted ? Next(step) : std::nullopt;
}

Next afterAsking(Event event, const ImportCourse& course)
{
    switch (event) {
    case Event::Accepted:
        return Step::ServerWorking;
    case Event::NotNow: // back to a step that finds everything sent already and asks again
        return lastOfOurs(course);
    case Event::Refused:
        return Step::Failed;
    case Event::AnswerLost:
    case Event::Restarted: // it may have been sent a moment before the program died
        return Step::Unknown;
    default:
        return std::nullopt;
    }
}

Next afterUnknown(Event event, const ImportCourse& course)
{
    switch (event) {
    case Event::Adopted:
        return Step::ServerWorking;
    case Event::NothingFound:
        return lastOfOurs(course);
    case Event::RetryAsked: // by a person who knows that it was not started, or does not mind
        return Step::Queued;
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

std::optional<JobStep> next(JobStep step, ImportEvent event, const ImportCourse& course)
{
    switch (step) {
    case Step::Queued:
        return afterOurs(step, event, Event::TurnCame, Event::Refused, whenTurnCame(course));
    case Step::Fetching:
        return afterOurs(step, event, Event::Fetched, Event::FetchFailed, whenFetched(course));
    case Step::Checking:
        return afterOurs(step, event, Event::FileGood, Event::FileRefused, whenChecked(course));
    case Step::BackingUp:
        return afterOurs(step, event, Event::BackupDone, Event::BackupFailed, whenSafe(course));
    case Step::Preparing:
        return event == Event::FileRefused
                   ? Step::Failed
                   : afterOurs(step, event, Event::Prepared, Event::PrepareFailed, lastOfOurs(course));
    case Step::Uploading:
    case Step::Starting:
        return event == Event::FileRefused ? Step::Failed
                                           : afterOurs(step, event, Event::Uploaded, Event::UploadFailed, Step::Asking);
    case Step::Asking:
        return afterAsking(event, course);
    case Step::Unknown:
        return afterUnknown(event, course);
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
    case Step::Fetching:
    case Step::Checking:
    case Step::BackingUp:
    case Step::Preparing:
    case Step::Uploading:
    case Step::Starting:
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
