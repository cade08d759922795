#include "app/domain/exportflow.h"

#include <array>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Step = ExportStep;
using Event = ExportEvent;
using Next = std::optional<Step>;

constexpr std::array StepNames{
    std::pair{Step::Queued, "queued"},       std::pair{Step::Asking, "asking"},
    std::pair{Step::Unknown, "unknown"},     std::pair{Step::ServerWorking, "serverWorking"},
    std::pair{Step::Ready, "ready"},         std::pair{Step::Downloading, "downloading"},
    std::pair{Step::Verifying, "verifying"}, std::pair{Step::Filing, "filing"},
    std::pair{Step::Done, "done"},           std::pair{Step::Failed, "failed"},
    std::pair{Step::Cancelled, "cancelled"}, std::pair{Step::StoppedWatching, "stoppedWatching"},
    std::pair{Step::Forgotten, "forgotten"},
};

constexpr std::array WaitNames{
    std::pair{WaitReason::None, "none"},
    std::pair{WaitReason::Slot, "slot"},
    std::pair{WaitReason::Network, "network"},
    std::pair{WaitReason::Link, "link"},
    std::pair{WaitReason::Space, "space"},
    std::pair{WaitReason::Credentials, "credentials"},
    std::pair{WaitReason::ServerTime, "serverTime"},
    std::pair{WaitReason::Paused, "paused"},
};

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

std::optional<ExportStep> next(ExportStep step, ExportEvent event, bool download, bool hasServerId)
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
    case Step::Ready:
    case Step::Done:
    case Step::Forgotten:
        break;
    }
    return std::nullopt;
}

bool isFinal(ExportStep step)
{
    return step == Step::Done || step == Step::Failed || step == Step::Cancelled || step == Step::Forgotten
           || step == Step::Ready;
}

bool holdsSlot(ExportStep step)
{
    return step == Step::Asking || step == Step::Unknown || step == Step::ServerWorking;
}

QString stepName(ExportStep step)
{
    for (const auto& [known, name] : StepNames) {
        if (known == step) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<ExportStep> stepFromName(const QString& name)
{
    for (const auto& [step, known] : StepNames) {
        if (name == QLatin1StringView(known)) {
            return step;
        }
    }
    return std::nullopt;
}

QString waitReasonName(WaitReason reason)
{
    for (const auto& [known, name] : WaitNames) {
        if (known == reason) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

WaitReason waitReasonFromName(const QString& name)
{
    for (const auto& [reason, known] : WaitNames) {
        if (name == QLatin1StringView(known)) {
            return reason;
        }
    }
    return WaitReason::None;
}

} // namespace longshore
