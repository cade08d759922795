#include "app/domain/exportflow.h"

namespace longshore {

namespace {

using Step = JobStep;
using Event = ExportEvent;
using Next = std::optional<Step>;

Next afterQueued(Event event)
{
    switch (event) {
    case Event::SlotFree:
        return Step::Asking;
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

Next afterAsking(Event event)
{
    switch (event) {
    case Event::Accepted:
        return Step::ServerWorking;
    case Event::NotNow:
        return Step::Queued;
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
        return Step::Queued;
    case Event::ForgetAsked:
        return Step::Forgotten;
    case Event::Restarted:
        return Step::Unknown;
    default:
        return std::nullopt;
    }
}

Next afterServerWorking(Event event, bool download)
{
    switch (event) {
    case Event::ServerDone:
        return download ? Step::Downloading : Step::Ready;
    case Event::ServerFailed:
    case Event::RetentionEnded:
        return Step::Failed;
    case Event::StopWatchingAsked:
        return Step::StoppedWatching;
    case Event::Restarted:
        return Step::ServerWorking;
    default:
        return std::nullopt;
    }
}

Next afterDownloading(Event event)
{
    switch (event) {
    case Event::Downloaded:
        return Step::Verifying;
    case Event::TransferFailed:
    case Event::RetentionEnded:
    case Event::ServerFailed:
        return Step::Failed;
    case Event::CancelAsked:
        return Step::Cancelled;
    case Event::Restarted:
        return Step::Downloading;
    default:
        return std::nullopt;
    }
}

Next afterVerifying(Event event)
{
    switch (event) {
    case Event::Verified:
        return Step::Filing;
    case Event::VerifyFailed:
    case Event::TransferFailed:
        return Step::Failed;
    case Event::CancelAsked:
        return Step::Cancelled;
    case Event::Restarted:
        return Step::Verifying;
    default:
        return std::nullopt;
    }
}

Next afterFiling(Event event)
{
    switch (event) {
    case Event::Filed:
        return Step::Done;
    case Event::TransferFailed:
        return Step::Failed;
    case Event::Restarted:
        return Step::Filing;
    default:
        return std::nullopt;
    }
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

/// One look at an export that exists tells what is left to do; without one it must be asked for again.
Next afterFailedOrCancelled(Event event, bool hasServerId)
{
    if (event != Event::RetryAsked) {
        return std::nullopt;
    }
    return hasServerId ? Step::ServerWorking : Step::Queued;
}

} // namespace

std::optional<JobStep> next(JobStep step, ExportEvent event, bool download, bool hasServerId)
{
    switch (step) {
    case Step::Queued:
        return afterQueued(event);
    case Step::Asking:
        return afterAsking(event);
    case Step::Unknown:
        return afterUnknown(event);
    case Step::ServerWorking:
        return afterServerWorking(event, download);
    case Step::Downloading:
        return afterDownloading(event);
    case Step::Verifying:
        return afterVerifying(event);
    case Step::Filing:
        return afterFiling(event);
    case Step::StoppedWatching:
        return afterStoppedWatching(event);
    case Step::Failed:
    case Step::Cancelled:
        return afterFailedOrCancelled(event, hasServerId);
    default: // the ends, and steps of other flows
        break;
    }
    return std::nullopt;
}

bool holdsSlot(JobStep step)
{
    return step == Step::Asking || step == Step::Unknown || step == Step::ServerWorking;
}

} // namespace longshore
