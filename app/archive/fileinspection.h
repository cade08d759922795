#pragma once

#include "app/archive/inspection.h"

namespace longshore {

/// What a file is for: SQL Server packages go to one platform, SQL dumps to the other.
enum class FileKind { Package, Dump };

/// By what is in it alone: nothing, when it is neither or cannot be read. Blocking.
[[nodiscard]] std::optional<FileKind> fileKindByContent(const QString& path);
/// The same; by its name where that does not tell, as of a package that was cut at its very beginning. Blocking.
[[nodiscard]] FileKind fileKind(const QString& path);

/// The one entry to a look at a file of any kind: inspectPackageNow() or lookAtDumpNow(), whichever it is for; of a
/// dump the result has its facts in `dump`. Blocking. Errors: Cancelled.
[[nodiscard]] Result<PackageInspection> inspectFileNow(const QString& path, const InspectionWatch& watch);
/// The same in the background.
[[nodiscard]] InspectionTask* inspectFile(const QString& path, QObject* parent);

} // namespace longshore
