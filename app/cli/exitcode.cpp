#include "app/cli/exitcode.h"

namespace longshore::cli {

Exit exitFor(Error::Code code)
{
    using Code = Error::Code;
    switch (code) {
    case Code::Cancelled:
        return Exit::Interrupted;
    case Code::BadInput:
        return Exit::BadInput;
    case Code::NotFound:
        return Exit::NotFound;
    case Code::Unauthorized:
    case Code::ClockSkew:
    case Code::SecretMissing:
    case Code::SecretInvalid:
    case Code::KeychainLocked:
    case Code::NoKeychain:
    case Code::LinkExpired:
    case Code::LinkRefused:
        return Exit::Credentials;
    case Code::Offline:
    case Code::HostNotFound:
    case Code::ConnectionRefused:
    case Code::ConnectionLost:
    case Code::Timeout:
    case Code::Stalled:
    case Code::TlsUntrusted:
    case Code::TlsWrongHost:
    case Code::ProxyFailed:
    case Code::TooLarge:
    case Code::BadAnswer:
    case Code::ServerBusy:
    case Code::RateLimited:
    case Code::ServerError:
        return Exit::Network;
    case Code::ServerRefused:
    case Code::ServerJobFailed:
    case Code::RetentionEnded:
    case Code::LeaseHeld:
        return Exit::ServerJobFailed;
    case Code::OutcomeUnknown:
        return Exit::OutcomeUnknown;
    case Code::SizeMismatch:
    case Code::HashMismatch:
    case Code::FormatInvalid:
    case Code::ObjectChanged:
        return Exit::VerificationFailed;
    case Code::FileExists:
    case Code::GuardRefused:
        return Exit::GuardRefused;
    case Code::DiskFull:
    case Code::FileAccess:
    case Code::StorageBroken:
    case Code::EngineBusy:
    case Code::Internal:
        break;
    }
    return Exit::General;
}

} // namespace longshore::cli
