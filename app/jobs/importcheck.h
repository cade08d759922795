#pragma once

#include "app/core/backgroundtask.h"
#include "app/domain/dumpfacts.h"
#include "app/domain/finding.h"
#include "app/domain/importrequest.h"
#include "app/transfers/fileidentity.h"

#include <optional>

namespace longshore {

// The file of an import, on the disk. Blocking; for BackgroundTask.

/// Whether the file is the one that was checked, as far as size and time of change tell. Errors: SourceChanged
/// (subject: path, detail: what differs), FileAccess (also when it is gone).
[[nodiscard]] Result<void> checkStillThere(const CheckedFile& file);

/// A file that may be imported, and what it is now.
struct GoodSource
{
    CheckedFile file;
    std::optional<FileIdentity> identity; ///< when it did not change meanwhile
    QString packing{}; ///< of a dump: see DumpFacts::packing
    // of a look, where one was made
    QList<Finding> findings{};
    std::optional<DumpFacts> dump{};
};
/// The same, and the whole check where nobody made one: then the file is read to its end. Errors: also FormatInvalid
/// (subject: the part or "database") and Cancelled.
[[nodiscard]] Result<GoodSource> checkSource(const ImportRequest& request, const CancelFlag& cancel);

/// What a finding that blocks means for an import of that file.
[[nodiscard]] Error errorOfFinding(const Finding& finding, const QString& path);

} // namespace longshore
