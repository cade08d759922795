#pragma once

#include "app/core/result.h"

#include <QFile>

namespace longshore {

/// The file that takes the bytes of a download until they are verified: readable by its owner only, never a name that
/// a person would open. Bytes go to their place, in any order. Blocking; not for the GUI thread.
class PartFile final
{
public:
    explicit PartFile(const QString& path) : m_file(path) { }

    /// Opens what is there, and makes folder (0700) and file (0600) where missing. Answers with the file's length.
    [[nodiscard]] Result<qint64> open();
    /// An empty file that shares no byte with the one before: its name now belongs to a new file.
    [[nodiscard]] Result<void> startNew();
    /// The file gets this length, with room set aside where the file system can do so. DiskFull when there is none.
    [[nodiscard]] Result<void> reserve(qint64 size);
    [[nodiscard]] Result<void> truncate(qint64 size);

    // From any number of threads at once, until the next startNew().
    [[nodiscard]] Result<void> writeAt(qint64 offset, QByteArrayView bytes) const;
    /// Bytes read; fewer than `capacity` only at the end of the file.
    [[nodiscard]] Result<qint64> readAt(qint64 offset, char* into, qint64 capacity) const;
    /// What was written is on the disk when this returns.
    [[nodiscard]] Result<void> sync() const;

    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    [[nodiscard]] Result<void> openFile(QIODevice::OpenMode extra);

    QFile m_file;
    int m_handle = -1;
};

/// What an operation on `path` that failed with the system's `code` (errno) means: DiskFull (subject: folder) or
/// FileAccess (subject: path).
[[nodiscard]] Error fileError(int code, const QString& path);

/// DiskFull, with the bytes that are missing as detail, when the folder of `path` has no room for `needed` more bytes.
/// A file system that does not tell is taken to have room.
[[nodiscard]] Result<void> checkSpace(const QString& path, qint64 needed);

/// Gives a verified part file its real name without ever replacing a file: where `wantedPath` exists, the name becomes
/// "name (2).bacpac" and so on. Sets 0600 and syncs file and folder. Blocking. Answers with the name it got.
/// Errors: NotFound (no part file), FileAccess, DiskFull.
[[nodiscard]] Result<QString> finishPartFile(const QString& partPath, const QString& wantedPath);

} // namespace longshore
