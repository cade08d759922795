#pragma once

#include "app/core/error.h"

namespace longshore::cli {

/// Errors that are told in the same way and, but for a few, end the program with the same code.
enum class ErrorFamily {
    Input, ///< the person decides: what was typed, what is there already, an interruption
    Credentials,
    Network, ///< also a service that cannot answer just now
    Service, ///< it answered, and the answer is no
    Verification,
    Machine, ///< this computer, and mistakes of the program
};

[[nodiscard]] ErrorFamily familyOf(Error::Code code);

} // namespace longshore::cli
