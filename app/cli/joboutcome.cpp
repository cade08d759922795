#include "app/cli/joboutcome.h"

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

JobOutcome failed(const Error& error)
{
    return {exitFor(error.code), error};
}

/// Another secret could help, and a person could type it.
bool isMissingSecret(const JobRecord& record)
{
    return !record.error || record.error->code == Error::Code::SecretMissing
           || record.error->code == Error::Code::SecretInvalid || record.error->code == Error::Code::KeychainLocked
           || record.error->code == Error::Code::NoKeychain;
}

std::optional<JobOutcome> outcomeOfWait(const JobRecord& record, WatchUntil until, bool canAsk)
{
    switch (record.waiting) {
    case WaitReason::Credentials:
        if (canAsk && isMissingSecret(record)) {
            return std::nullopt;
        }
        return JobOutcome{Exit::Credentials, record.error.value_or(Error{.code = Error::Code::SecretMissing,
                                                                         .subject = record.connectionName})};
    case WaitReason::Space:
        return failed(record.error.value_or(Error{.code = Error::Code::DiskFull, .subject = record.waitingFor}));
    case WaitReason::Paused:
        return failed(Error{.code = Error::Code::BadInput,
                            .subject = u"job"_s,
                            .detail = u"it is paused; longshorectl jobs resume lets it go on"_s});
    case WaitReason::Slot:
        // Filed, and nothing else is missing: it starts by itself.
        return until == WatchUntil::Accepted ? std::optional(JobOutcome{}) : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<JobOutcome> outcomeOf(const JobRecord& record, WatchUntil until, bool canAsk)
{
    switch (record.step) {
    case JobStep::Done:
    case JobStep::Ready:
    case JobStep::WasReset:
        return JobOutcome{};
    case JobStep::Failed:
        return failed(record.error.value_or(Error{}));
    case JobStep::Cancelled:
        return failed(Error{.code = Error::Code::Cancelled});
    case JobStep::Unknown:
        if (record.import && record.waiting != WaitReason::None) {
            return outcomeOfWait(record, until, canAsk);
        }
        if (record.import && record.nextCheckAt.isValid()) {
            return std::nullopt; // it looks by itself
        }
        return failed(record.error && record.error->code == Error::Code::OutcomeUnknown
                          ? *record.error
                          : Error{.code = Error::Code::OutcomeUnknown});
    case JobStep::Forgotten:
    case JobStep::StoppedWatching:
        return JobOutcome{Exit::General,
                          Error{.code = Error::Code::BadInput, .subject = u"job"_s, .detail = u"nobody watches it"_s}};
    case JobStep::ServerWorking:
    case JobStep::Downloading:
    case JobStep::Verifying:
    case JobStep::Filing:
    case JobStep::Completing:
    case JobStep::Resetting:
        if (until == WatchUntil::Accepted) {
            return JobOutcome{};
        }
        break;
    case JobStep::AwaitingVerification:
        if (record.waiting != WaitReason::None) {
            break;
        }
        return JobOutcome{until == WatchUntil::Accepted ? Exit::Done : Exit::General, std::nullopt};
    case JobStep::Queued:
    case JobStep::Fetching:
    case JobStep::Checking:
    case JobStep::BackingUp:
    case JobStep::Preparing:
    case JobStep::Uploading:
    case JobStep::Starting:
    case JobStep::Asking:
        break;
    }
    return outcomeOfWait(record, until, canAsk);
}

bool isInTrouble(const JobRecord& record)
{
    switch (record.waiting) {
    case WaitReason::Network:
    case WaitReason::Link:
    case WaitReason::ServerTime:
        return true;
    case WaitReason::None:
        return record.error.has_value() && record.nextCheckAt.isValid(); // a check failed and will be repeated
    default:
        return false;
    }
}

bool isWell(const JobRecord& record)
{
    if (isInTrouble(record) || record.step == JobStep::Asking) {
        return false;
    }
    // A transfer is well when bytes come, which its progress tells.
    const bool triesAtOnce = record.step == JobStep::Queued || isTransfer(record.step);
    return !(triesAtOnce && record.waiting == WaitReason::None);
}

JobOutcome patienceEnded(const JobRecord& record, const std::optional<Error>& trouble)
{
    // A transfer that tries again has no error of its own yet; its log has the reason.
    Error error{.code = Error::Code::ConnectionLost, .subject = u"the file store"_s};
    if (const auto& cause = record.error ? record.error : trouble) {
        error = *cause;
    } else if (!record.log.isEmpty()) {
        error.detail = record.log.last().text;
    }
    const Exit exit = exitFor(error.code);
    return {exit == Exit::General ? Exit::Network : exit, error};
}

} // namespace longshore::cli
