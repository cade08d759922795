#pragma once

#include "app/core/result.h"

#include <QFile>

namespace longshore {

/// The file that takes the bytes of a download until they are verified: readable by its owner only, never a name that
/// a person would open. Blocking; not for the GUI thread.
class PartFile final
{
public:
    explicit PartFile(const QString& path) : m_file(path) { }

    /// Opens what is there and cuts it to at most `keep` bytes; makes folder (0700) and file (0600) where missing.
    /// Answers with the bytes kept.
    [[nodiscard]] Result<qint64> open(qint64 keep);
    /// An empty file that shares no byte with the one before: its name now belongs to a new file.
    [[nodiscard]] Result<void> startNew();
    [[nodiscard]] Result<void> truncate();
    /// At the end of what was written.
    [[nodiscard]] Result<void> append(QByteArrayView bytes);
    /// What was written is on the disk when this returns. May run while another thread appends.
    [[nodiscard]] Result<void> sync() const;
    /// Reads from the first byte on; the caller is at the end again by seekEnd().
    [[nodiscard]] QIODevice& fromStart();
    [[nodiscard]] Result<void> seekEnd();

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
