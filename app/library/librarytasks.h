#pragma once

#include "app/core/task.h"
#include "app/domain/libraryentry.h"
#include "app/transfers/fileidentity.h"

#include <QTimer>
#include <atomic>
#include <memory>

class QSqlDatabase;

namespace longshore {

class Clock;
class Storage;

// For the storage thread, inside its transaction.
[[nodiscard]] Result<QList<LibraryEntry>> readLibrary(QSqlDatabase& database); ///< newest first
/// Inserts the row or replaces the one with the same id or the same path. Answers with the row as it is now: the same
/// file filed twice keeps its id.
[[nodiscard]] Result<LibraryEntry> writeLibraryEntry(QSqlDatabase& database, LibraryEntry entry);
[[nodiscard]] Result<void> removeLibraryEntry(QSqlDatabase& database, const QString& id);

/// Reads a file of the library again and makes what was learned durable.
class VerifyFileTask final : public ResultTask<LibraryEntry>
{
    Q_OBJECT

public:
    VerifyFileTask(LibraryEntry entry, Storage& storage, const Clock& clock, QObject* parent);

    /// What the row says now; differs from before also when the task fails.
    [[nodiscard]] const LibraryEntry& entry() const { return m_entry; }

protected:
    void run() override;

private:
    struct Facts
    {
        qint64 size = 0;
        QString sha256;
        std::optional<FileIdentity> identity{}; ///< of the file that was read, when it did not change meanwhile
    };
    [[nodiscard]] static Result<Facts> read(const LibraryEntry& entry, const std::shared_ptr<std::atomic_bool>& cancel,
                                            const std::shared_ptr<std::atomic<qint64>>& counter);
    void judge(const Result<Facts>& facts);
    void store(std::optional<Error> damage, const std::optional<Facts>& facts);

    LibraryEntry m_entry;
    Storage& m_storage;
    const Clock& m_clock;
    std::shared_ptr<std::atomic<qint64>> m_counter = std::make_shared<std::atomic<qint64>>(0);
    QTimer m_pulse;
};

/// Moves a file to the trash, then removes its row; in this order, so that a kill in between loses nothing.
class TrashFileTask final : public ResultTask<void>
{
    Q_OBJECT

public:
    TrashFileTask(LibraryEntry entry, Storage& storage, QObject* parent);

protected:
    void run() override;

private:
    LibraryEntry m_entry;
    Storage& m_storage;
};

} // namespace longshore
