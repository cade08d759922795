#pragma once

#include "app/core/backgroundtask.h"
#include "app/domain/packagefacts.h"

#include <QString>

namespace longshore {

/// Mandatory parts, directory consistency and the model checksum of a bacpac on disk. Blocking; for BackgroundTask.
/// Errors: FormatInvalid with the part (subject) and what is wrong (detail), FileAccess, Cancelled.
[[nodiscard]] Result<PackageFacts> checkPackage(const QString& path, const CancelFlag& cancel);

} // namespace longshore
