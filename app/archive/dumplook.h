#pragma once

#include "app/archive/inspection.h"

namespace longshore {

/// A first look at a SQL dump, whatever it is packed in, before it is imported: what it is and holds, whether it is
/// whole, and what an import would stumble over, each with its place; and the SHA-256 of the file. One pass, flat
/// memory.
///
/// Blocking. Errors: Cancelled; everything else is a finding.
[[nodiscard]] Result<PackageInspection> lookAtDumpNow(const QString& path, const InspectionWatch& watch);
/// Whether a dump is whole and readable, for a file that arrived. Blocking; for BackgroundTask.
/// Errors: FormatInvalid with the place or layer (subject) and what is wrong (detail), FileAccess, Cancelled.
[[nodiscard]] Result<DumpFacts> checkDump(const QString& path, const CancelFlag& cancel);
/// The look in the background.
[[nodiscard]] InspectionTask* lookAtDump(const QString& path, QObject* parent);

} // namespace longshore
