#pragma once

#include "ui/exports/exportplan.h"

namespace longshore {

/// Looks at the disk. Blocks; for BackgroundTask.
[[nodiscard]] FolderFacts measureFolder(const QString& folder, const QString& fileName);

} // namespace longshore
