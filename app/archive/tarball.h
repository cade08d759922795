#pragma once

#include "app/core/backgroundtask.h"

#include <QDateTime>
#include <QList>

namespace longshore {

struct TarEntry
{
    QString name; ///< inside the archive, up to 100 bytes, with forward slashes
    QString file; ///< on disk
};

/// Writes files into a new `.tar.gz` (ustar), one after the other, in constant memory. Blocking.
/// Errors: BadInput (a name is too long, subject), FileAccess, DiskFull, Cancelled.
[[nodiscard]] Result<void> writeTarball(const QString& path, const QList<TarEntry>& entries, const QDateTime& modified,
                                        const CancelFlag& cancel);

/// Copies a file that may be gzipped to a plain one. Blocking. Errors: FormatInvalid (broken gzip), FileAccess,
/// DiskFull, Cancelled.
[[nodiscard]] Result<void> unpackGzip(const QString& from, const QString& to, const CancelFlag& cancel);

} // namespace longshore
