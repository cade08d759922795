#include "app/cli/errorfamily.h"

namespace longshore::cli {

ErrorFamily familyOf(Error::Code code)
{
    using Code = Error::Code;
    switch (code) {
    case Code::Cancelled:
    case Code::BadInput:
    case Code::NotFound:
    case Code::FileExists:
    case Code::GuardRefused:
        return ErrorFamily::Input;
    case Code::Unauthorized:
    case Code::ClockSkew:
    case Code::SecretMissing:
    case Code::SecretInvalid:
    case Code::KeychainLocked:
    case Code::NoKeychain:
    case Code::LinkExpired:
    case Code::LinkRefused:
        return ErrorFamily::Credentials;
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
        return ErrorFamily::Network;
    case Code::ServerRefused:
    case Code::ServerJobFailed:
    case Code::RetentionEnded:
    case Code::OutcomeUnknown:
    case Code::BackupFailed:
    case Code::FetchFailed:
    case Code::LeaseHeld:
    case Code::SessionLost:
        return ErrorFamily::Service;
    case Code::SourceChanged:
    case Code::SizeMismatch:
    case Code::HashMismatch:
    case Code::FormatInvalid:
    case Code::ObjectChanged:
        return ErrorFamily::Verification;
    case Code::DiskFull:
    case Code::FileAccess:
    case Code::StorageBroken:
    case Code::EngineBusy:
    case Code::Internal:
        break;
    }
    return ErrorFamily::Machine;
}

} // namespace longshore::cli
