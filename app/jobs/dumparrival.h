#pragma once

#include "app/domain/dumpformat.h"
#include "app/jobs/filing.h"

class QIODevice;

namespace longshore {

class DumpFollower;

/// A fetched dump in the form that was asked for.
struct ArrivedDump
{
    FetchedFile file;
    QString replaced; ///< the file as it came, which is not needed any more; empty: it stayed as it was
};

/// Writes a dump beside the part file where it is packed in another way than wanted (the archive of a backup, a plain
/// file that is to be compressed), in flat memory, and checks what it wrote; nothing when it is as it is wanted.
/// Blocking. Errors: those of DumpReader, DumpWriter and checkDump(); then it leaves no file.
[[nodiscard]] Result<std::optional<FetchedFile>> writeAsWanted(QIODevice& dump, const QString& partPath,
                                                               DumpFormat wanted, const CancelFlag& cancel);

/// Checks a fetched dump to its last byte and gives it the form that is wanted. `follower` may have done that while the
/// bytes came in; may be null. Blocking; for BackgroundTask.
/// Errors: those of checkFetchedFile(), and DiskFull.
[[nodiscard]] Result<ArrivedDump> receiveDump(const FetchedFile& file, DumpFormat wanted, Reread reread,
                                              DumpFollower* follower, const CancelFlag& cancel);

/// Removes a part file and what was made of it; those that are gone are fine. Errors: FileAccess.
[[nodiscard]] Result<void> discardArrival(const QString& partPath);

} // namespace longshore
