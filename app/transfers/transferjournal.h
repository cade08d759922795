#pragma once

#include "app/core/result.h"

#include <QList>
#include <QString>

class QSqlDatabase;

namespace longshore {

class Storage;

/// One piece of a transfer: the bytes from `offset` on that are durable.
struct JournalPart
{
    int part = 0;
    qint64 offset = 0;
    qint64 length = 0;

    friend bool operator==(const JournalPart&, const JournalPart&) = default;
};

/// What is known to be on the disk of one download. It is written after the bytes, never before.
struct TransferJournal
{
    QString id;
    QString path{}; ///< the part file
    QString etag{}; ///< of the object the bytes came from; empty when it has none
    qint64 size = -1; ///< of the whole object; -1: not known
    QList<JournalPart> parts{}; ///< by number; a single stream has one

    /// Bytes from the start of the file that are durable without a gap.
    [[nodiscard]] qint64 durablePrefix() const;

    friend bool operator==(const TransferJournal&, const TransferJournal&) = default;
};

// For the storage thread, inside its transaction.
/// An id nobody wrote gives an empty journal of that id.
[[nodiscard]] Result<TransferJournal> readJournal(QSqlDatabase& database, const QString& id);
[[nodiscard]] Result<void> writeJournal(QSqlDatabase& database, const TransferJournal& journal);
/// Only the length of one part: the small write between durable marks.
[[nodiscard]] Result<void> markPart(QSqlDatabase& database, const QString& id, const JournalPart& part);

/// The transfer is done with, its file has its final name or is given up. Returns at once.
void forgetTransfer(Storage& storage, const QString& id);

} // namespace longshore
