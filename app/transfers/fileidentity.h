#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

namespace longshore {

/// What tells that a file is still the one it was: looked at without reading it whole.
struct FileIdentity
{
    qint64 size = 0;
    qint64 changedNs = 0; ///< time of the last change, nanoseconds since 1970; as fine as the system has it
    quint64 inode = 0; ///< 0 where the system has none (Windows)
    QByteArray spots{}; ///< SHA-256 of the first, the last and pieces between them, about 1 MiB; empty: not read

    /// Size, time of change and inode; cheap. Errors: NotFound, FileAccess.
    [[nodiscard]] static Result<FileIdentity> look(const QString& path);
    /// With the spots. Blocking. Errors: as look().
    [[nodiscard]] static Result<FileIdentity> read(const QString& path);

    /// What is not the same, in English: "size", "time of change", "inode", "contents"; empty when nothing is. Spots
    /// that one of the two lacks are not compared.
    [[nodiscard]] QString differsFrom(const FileIdentity& other) const;

    /// Text, so that it can be kept anywhere.
    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing for what toBytes() never made.
    [[nodiscard]] static std::optional<FileIdentity> fromBytes(const QByteArray& bytes);

    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// SourceChanged when `path` is not what `begun` says; other errors when it cannot be looked at. Blocking.
[[nodiscard]] Result<void> checkUnchanged(const QString& path, const FileIdentity& begun);

} // namespace longshore
