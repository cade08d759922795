#pragma once

#include "app/cli/errortext.h"

namespace longshore::cli {

/// What means something else when a file is sent than when one is fetched; nothing: the usual sentence will do.
[[nodiscard]] std::optional<ErrorText> uploadErrorText(const Error& error);

} // namespace longshore::cli
