#pragma once

#include "app/domain/dumpformat.h"
#include "app/jobs/filing.h"

namespace longshore {

/// A fetched dump in the form that was asked for.
struct ArrivedDump
{
    FetchedFile file;
    QString replaced; ///< the file as it came, which is not needed any more; empty: it stayed as it was
};

/// Checks a fetched dump to its last byte and, where it is packed in another way than wanted (the archive of a backup,
/// a plain file that is to be compressed), writes it anew beside itself, in flat memory. Blocking; for BackgroundTask.
/// Errors: those of checkFetchedFile(), and DiskFull.
[[nodiscard]] Result<ArrivedDump> receiveDump(const FetchedFile& file, DumpFormat wanted, Reread reread,
                                              const CancelFlag& cancel);

} // namespace longshore
