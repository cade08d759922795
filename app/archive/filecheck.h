#pragma once

#include "app/core/backgroundtask.h"

#include <QString>

namespace longshore {

/// checkPackage() or checkDump(), whichever a file that arrived is for: a bacpac by its name, else by fileKind().
/// Blocking; for BackgroundTask. Errors: theirs.
[[nodiscard]] Result<void> checkFormat(const QString& path, const CancelFlag& cancel);

} // namespace longshore
