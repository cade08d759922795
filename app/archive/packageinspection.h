#pragma once

#include "app/archive/inspection.h"

namespace longshore {

/// Everything that can be known about a bacpac before a byte of it is sent: the ZIP and the CRC of all of its entries,
/// the mandatory parts, the model's checksum, where and when it was exported, which database it holds; and the SHA-256
/// of the file. Each byte is read once.
///
/// Blocking. Errors: Cancelled; everything else is a finding.
[[nodiscard]] Result<PackageInspection> inspectPackageNow(const QString& path, const InspectionWatch& watch);
/// The same in the background.
[[nodiscard]] InspectionTask* inspectPackage(const QString& path, QObject* parent);

} // namespace longshore
