#pragma once

#include "app/core/backgroundtask.h"
#include "app/domain/database.h"

#include <QMutex>
#include <QString>

namespace longshore::practice {

/// The database of each environment, as a package on disk. One that nobody imported is generated when it is first
/// needed. Files are replaced, never written to: a snapshot is a hard link where the disk can. Thread-safe, blocking.
class PracticeDatabases final
{
public:
    PracticeDatabases(QString folder, quint32 seed, qint64 sizeMb);

    /// `target` must not exist.
    [[nodiscard]] Result<void> snapshot(const QString& environment, Database database, const QString& target,
                                        const CancelFlag& cancel);
    /// Takes over the file, which must be on the same disk.
    [[nodiscard]] Result<void> replace(const QString& environment, Database database, const QString& file);
    /// A new name in the folder, for files that `replace` gets.
    [[nodiscard]] QString newFile() const;

private:
    [[nodiscard]] QString path(const QString& environment, Database database) const;

    QString m_folder;
    quint32 m_seed;
    qint64 m_sizeMb;
    QMutex m_mutex;
};

/// A second name for a file, or a copy where the disk knows no second names. Errors: FileAccess.
[[nodiscard]] Result<void> linkOrCopy(const QString& from, const QString& to);

} // namespace longshore::practice
