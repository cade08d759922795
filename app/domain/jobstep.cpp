#include "app/domain/jobstep.h"

#include <array>

namespace longshore {

namespace {

using Step = JobStep;

constexpr std::array StepNames{
    std::pair{Step::Queued, "queued"},
    std::pair{Step::Asking, "asking"},
    std::pair{Step::Unknown, "unknown"},
    std::pair{Step::ServerWorking, "serverWorking"},
    std::pair{Step::Ready, "ready"},
    std::pair{Step::Fetching, "fetching"},
    std::pair{Step::Checking, "checking"},
    std::pair{Step::BackingUp, "backingUp"},
    std::pair{Step::Preparing, "preparing"},
    std::pair{Step::Uploading, "uploading"},
    std::pair{Step::Starting, "starting"},
    std::pair{Step::AwaitingVerification, "awaitingVerification"},
    std::pair{Step::Completing, "completing"},
    std::pair{Step::Resetting, "resetting"},
    std::pair{Step::WasReset, "wasReset"},
    std::pair{Step::Downloading, "downloading"},
    std::pair{Step::Verifying, "verifying"},
    std::pair{Step::Filing, "filing"},
    std::pair{Step::Done, "done"},
    std::pair{Step::Failed, "failed"},
    std::pair{Step::Cancelled, "cancelled"},
    std::pair{Step::StoppedWatching, "stoppedWatching"},
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
    std::pair{WaitReason::Backup, "backup"},
    std::pair{WaitReason::Source, "source"},
};

} // namespace

bool isFinal(JobStep step)
{
    return step == Step::Done || step == Step::Failed || step == Step::Cancelled || step == Step::Forgotten
           || step == Step::Ready || step == Step::WasReset;
}

bool isTransfer(JobStep step)
{
    return step == Step::Downloading || step == Step::Uploading;
}

bool countsBytes(JobStep step)
{
    return isTransfer(step) || step == Step::Preparing;
}

QString stepName(JobStep step)
{
    for (const auto& [known, name] : StepNames) {
        if (known == step) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<JobStep> stepFromName(const QString& name)
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
