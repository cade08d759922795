#pragma once

#include "app/cli/errortext.h"
#include "app/domain/finding.h"

#include <QJsonObject>

namespace longshore::cli {

/// One line: "warning: much smaller than usual …".
[[nodiscard]] QString findingText(const Finding& finding);
/// A line of schema 1, of type "finding".
[[nodiscard]] QJsonObject findingJson(const Finding& finding);
/// Of a finding that blocks. A file that cannot be read or does not belong there is bad input; anything else is a
/// failed verification.
[[nodiscard]] Error errorOfFinding(const Finding& finding, const QString& path);
/// Why the guard of an import refused; nothing for the guard of something else.
[[nodiscard]] std::optional<ErrorText> importGuardText(const Error& error);
/// What means something else of an import than of an export; nothing: the usual sentence will do.
[[nodiscard]] std::optional<ErrorText> importErrorText(const Error& error, const ErrorContext& context);

} // namespace longshore::cli
