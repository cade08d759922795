#pragma once

#include "app/core/backgroundtask.h"

#include <QString>

namespace longshore {

// The last steps of a download, on the disk. Blocking; for BackgroundTask. Each looks first whether it was done.

/// A fetched file that has not its real name yet, and what it must be.
struct FetchedFile
{
    QString partPath;
    qint64 size = -1;
    QString sha256; ///< lower-case hex
};

/// Whether the bytes were seen while they were written, or must be read again (the program was away meanwhile).
enum class Reread { No, Yes };

/// Size and hash (Reread::Yes). Errors: SizeMismatch, HashMismatch, FileAccess (also when it is gone), Cancelled.
[[nodiscard]] Result<void> checkFetchedBytes(const FetchedFile& file, Reread reread, const CancelFlag& cancel);

/// The same and the format of a bacpac. Errors: SizeMismatch, HashMismatch, FormatInvalid, FileAccess (also
/// when it is gone), Cancelled.
[[nodiscard]] Result<void> checkFetchedFile(const FetchedFile& file, Reread reread, const CancelFlag& cancel);

/// The first name in `folder` that no file has: `name.bacpac`, `name (2).bacpac`, …
[[nodiscard]] QString freeTarget(const QString& folder, const QString& fileName);

/// Gives the file its real name and says which it got: `target`, or a numbered one when that was taken meanwhile. A
/// file with that name, size and hash and no part file any more: it was done before. Errors: FileAccess (also when
/// neither is there), HashMismatch, DiskFull, Cancelled.
[[nodiscard]] Result<QString> takeFinalName(const FetchedFile& file, const QString& target, const CancelFlag& cancel);

/// Removes a part file; one that is gone is fine. Errors: FileAccess.
[[nodiscard]] Result<void> discardPartFile(const QString& partPath);

} // namespace longshore
