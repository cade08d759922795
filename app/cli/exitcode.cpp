#include "app/cli/exitcode.h"

#include "app/cli/errorfamily.h"

namespace longshore::cli {

Exit exitFor(Error::Code code)
{
    switch (code) { // what a script tells apart within a family
    case Error::Code::Cancelled:
        return Exit::Interrupted;
    case Error::Code::NotFound:
        return Exit::NotFound;
    case Error::Code::FileExists:
    case Error::Code::GuardRefused:
        return Exit::GuardRefused;
    case Error::Code::OutcomeUnknown:
        return Exit::OutcomeUnknown;
    default:
        break;
    }
    switch (familyOf(code)) {
    case ErrorFamily::Input:
        return Exit::BadInput;
    case ErrorFamily::Credentials:
        return Exit::Credentials;
    case ErrorFamily::Network:
        return Exit::Network;
    case ErrorFamily::Service:
        return Exit::ServerJobFailed;
    case ErrorFamily::Verification:
        return Exit::VerificationFailed;
    case ErrorFamily::Machine:
        break;
    }
    return Exit::General;
}

} // namespace longshore::cli
