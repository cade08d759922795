#pragma once

#include "app/core/result.h"

#include <QList>
#include <QString>

class QSqlDatabase;

namespace longshore {

class Storage;

/// One part of a transfer and how much of it is safe.
struct JournalPart
{
    int part = 0;
    qint64 offset = 0;
    qint64 length = 0;
    qint64 written = 0; ///< bytes from `offset` on: a download's in the file, an upload's confirmed by the store
    qint64 synced = 0; ///< of a download: also on the disk; of an S3 part: vouched for; never more than `written`
    QByteArray tag{}; ///< what the store gave for an uploaded part; empty when nothing

    friend bool operator==(const JournalPart&, const JournalPart&) = default;
};

/// What is known to be done of one transfer. It is written after the bytes, never before.
struct TransferJournal
{
    QString id;
    QString path{}; ///< the local file
    QString etag{}; ///< of the object the bytes came from; empty when it has none
    qint64 size = -1; ///< of the whole object; -1: not known
    QString boot{}; ///< the run of the machine in which `written` was written; see bootName()
    QByteArray source{}; ///< of an upload: the file when it began, see FileIdentity
    QByteArray nonce{}; ///< of an upload: what makes its block ids its own, or names its session
    qint64 partSize = 0; ///< of an upload: of a usual part, see planParts()
    bool committing = false; ///< of an upload: the commit may have reached the store
    QList<JournalPart> parts{}; ///< by offset

    [[nodiscard]] qint64 writtenBytes() const;

    friend bool operator==(const TransferJournal&, const TransferJournal&) = default;
};

/// Names the present run of this machine: what was written to files in it is there even if the program was killed.
/// Empty where the system does not tell.
[[nodiscard]] QString bootName();

// For the storage thread, inside its transaction.
/// An id nobody wrote gives an empty journal of that id.
[[nodiscard]] Result<TransferJournal> readJournal(QSqlDatabase& database, const QString& id);
/// In place of what was there, parts included.
[[nodiscard]] Result<void> writeJournal(QSqlDatabase& database, const TransferJournal& journal);
/// Everything but the parts.
[[nodiscard]] Result<void> writeJournalHead(QSqlDatabase& database, const TransferJournal& journal);
/// The small write between durable marks.
[[nodiscard]] Result<void> markParts(QSqlDatabase& database, const QString& id, const QList<JournalPart>& parts);

/// Nothing is known to be done of it.
[[nodiscard]] Result<void> dropJournal(QSqlDatabase& database, const QString& id);
/// The file of an upload was made again, byte for byte: what the store has of it still counts. `source`: what it is
/// now, see FileIdentity.
[[nodiscard]] Result<void> renewJournalSource(QSqlDatabase& database, const QString& id, const QByteArray& source);

/// The transfer is done with, its file has its final name or is given up. Returns at once.
void forgetTransfer(Storage& storage, const QString& id);

} // namespace longshore
