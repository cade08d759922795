#pragma once

#include "app/core/backgroundtask.h"

#include <QString>

namespace longshore {

/// checkPackage() or checkDump(), whichever the file is for: a bacpac by its name or by what is in it, else a dump.
/// Blocking; for BackgroundTask. Errors: theirs.
[[nodiscard]] Result<void> checkFormat(const QString& path, const CancelFlag& cancel);

} // namespace longshore
