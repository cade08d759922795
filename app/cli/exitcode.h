#pragma once

#include "app/core/error.h"

namespace longshore::cli {

/// What a script learns without reading a word.
enum class Exit {
    Done = 0,
    General = 1,
    Credentials = 2,
    NotFound = 3,
    BadInput = 4,
    Network = 5,
    ServerJobFailed = 6,
    VerificationFailed = 7,
    GuardRefused = 8,
    OutcomeUnknown = 9,
    Interrupted = 130,
};

[[nodiscard]] Exit exitFor(Error::Code code);
[[nodiscard]] constexpr int exitValue(Exit code)
{
    return static_cast<int>(code);
}

} // namespace longshore::cli
