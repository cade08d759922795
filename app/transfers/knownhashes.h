#pragma once

#include "app/transfers/fileidentity.h"

#include <optional>

class QSqlDatabase;

namespace longshore {

class Storage;

/// SHA-256 of files that were read whole once, so that an upload need not read them again. What is known counts only
/// as long as the file is the one that was read; the newest few hundred are kept.

// For the storage thread, inside its transaction.
/// 32 bytes, or nothing when the hash of this file, as it is, is not known.
[[nodiscard]] Result<std::optional<QByteArray>> knownHash(QSqlDatabase& database, const QString& path,
                                                          const FileIdentity& identity);
/// `identity` with its spots; see stillTheSame().
[[nodiscard]] Result<void> rememberHash(QSqlDatabase& database, const QString& path, const FileIdentity& identity,
                                        const QByteArray& sha256);

/// The same, on the storage's own thread; returns at once. What goes wrong is left alone: the file is read again then.
void rememberHash(Storage& storage, const QString& path, const FileIdentity& identity, const QByteArray& sha256);

/// A file that just got its name, and what it is; nothing when it cannot be looked at.
struct NamedFile
{
    QString path;
    std::optional<FileIdentity> identity;
};
/// Blocking.
[[nodiscard]] NamedFile namedFile(const QString& path);

/// What the file is now, with its spots, when it is still what `before` saw: then what was read in between is of this
/// file. Blocking.
[[nodiscard]] std::optional<FileIdentity> stillTheSame(const QString& path, const Result<FileIdentity>& before);

} // namespace longshore
