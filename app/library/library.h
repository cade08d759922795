#pragma once

#include "app/core/task.h"
#include "app/domain/libraryentry.h"

#include <QObject>

namespace longshore {

class Clock;
class Storage;

/// Finished files and where they came from. A copy of the rows is kept here; the disk is touched only in tasks.
class Library final : public QObject
{
    Q_OBJECT

public:
    Library(Storage& storage, const Clock& clock, QObject* parent = nullptr);

    /// Reads the rows; ready() follows, and entryChanged() for files found missing. Called again it takes in rows that
    /// another process wrote.
    void load();
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QList<LibraryEntry> entries() const { return m_entries; } ///< newest first
    [[nodiscard]] std::optional<LibraryEntry> entry(const QString& id) const;
    /// The newest verified file of that place.
    [[nodiscard]] std::optional<LibraryEntry> newest(const QString& connectionId, const QString& environment,
                                                     Database database) const;

    /// Makes the row durable. The same path replaces the row of a file that is gone.
    [[nodiscard]] ResultTask<LibraryEntry>* add(const LibraryEntry& entry, QObject* parent);
    /// Reads the whole file again: size, SHA-256, format. The row's health follows the outcome; a damaged file is a
    /// failure (HashMismatch, SizeMismatch, FormatInvalid, NotFound).
    [[nodiscard]] ResultTask<LibraryEntry>* verify(const QString& id, QObject* parent);
    /// Moves the file to the trash and removes the row; a file that is gone already only loses its row.
    [[nodiscard]] ResultTask<void>* trash(const QString& id, QObject* parent);
    /// A pinned file is kept until a person unpins it. NotFound: no such row.
    [[nodiscard]] ResultTask<LibraryEntry>* setPinned(const QString& id, bool pinned, QObject* parent);
    /// The row as plain text lines for a ticket; no secrets in it.
    [[nodiscard]] static QString asText(const LibraryEntry& entry);

Q_SIGNALS:
    void ready();
    void entryChanged(const longshore::LibraryEntry& entry); ///< added or changed
    void entryRemoved(const QString& id);
    void storageFailed(const longshore::Error& error);

private:
    void put(const LibraryEntry& entry);
    void drop(const QString& id);
    void replaceAll(const QList<LibraryEntry>& rows);
    void lookForMissing();
    void setMissing(const QSet<QString>& missing);

    Storage& m_storage;
    const Clock& m_clock;
    QList<LibraryEntry> m_entries;
    bool m_ready = false;
};

} // namespace longshore
