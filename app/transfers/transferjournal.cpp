#include "app/transfers/transferjournal.h"

#include "app/core/storage.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSysInfo>
#include <QVariant>
#include <numeric>

namespace longshore {

namespace {

constexpr int StateDurable = 1;

Result<QSqlQuery> execute(QSqlDatabase& database, const QString& statement, const QVariantList& values)
{
    QSqlQuery query(database);
    bool good = query.prepare(statement);
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    if (!good) {
        return fail(Error::Code::StorageBroken, database.databaseName(), query.lastError().text());
    }
    return query;
}

QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

qint64 TransferJournal::writtenBytes() const
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0),
                           [](qint64 sum, const JournalPart& part) { return sum + part.written; });
}

QString bootName()
{
    return QString::fromLatin1(QSysInfo::bootUniqueId());
}

Result<TransferJournal> readJournal(QSqlDatabase& database, const QString& id)
{
    TransferJournal journal;
    journal.id = id;
    auto row =
        execute(database,
                QStringLiteral(
                    "SELECT path, etag, size, boot, source, nonce, committing, part_size FROM transfers WHERE id = ?"),
                {id});
    if (!row) {
        return fail(row.error());
    }
    if (!row->next()) {
        return journal;
    }
    journal.path = row->value(0).toString();
    journal.etag = row->value(1).toString();
    journal.size = row->value(2).toLongLong();
    journal.boot = row->value(3).toString();
    journal.source = row->value(4).toByteArray();
    journal.nonce = row->value(5).toByteArray();
    journal.committing = row->value(6).toBool();
    journal.partSize = row->value(7).toLongLong();
    auto parts = execute(database,
                         QStringLiteral("SELECT part, offset, length, written, synced, tag FROM parts "
                                        "WHERE transfer = ? ORDER BY offset"),
                         {id});
    if (!parts) {
        return fail(parts.error());
    }
    while (parts->next()) {
        journal.parts.append({parts->value(0).toInt(), parts->value(1).toLongLong(), parts->value(2).toLongLong(),
                              parts->value(3).toLongLong(), parts->value(4).toLongLong(),
                              parts->value(5).toByteArray()});
    }
    return journal;
}

Result<void> writeJournal(QSqlDatabase& database, const TransferJournal& journal)
{
    if (const Result<void> cleared = dropJournal(database, journal.id); !cleared) {
        return cleared;
    }
    if (const Result<void> written = writeJournalHead(database, journal); !written) {
        return written;
    }
    return markParts(database, journal.id, journal.parts);
}

Result<void> writeJournalHead(QSqlDatabase& database, const TransferJournal& journal)
{
    const auto row =
        execute(database,
                QStringLiteral("INSERT OR REPLACE INTO transfers (id, path, etag, size, boot, source, nonce, "
                               "committing, part_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                {journal.id, notNull(journal.path), notNull(journal.etag), journal.size, notNull(journal.boot),
                 notNull(QString::fromUtf8(journal.source)), notNull(QString::fromUtf8(journal.nonce)),
                 journal.committing, journal.partSize});
    if (!row) {
        return fail(row.error());
    }
    return {};
}

Result<void> markParts(QSqlDatabase& database, const QString& id, const QList<JournalPart>& parts)
{
    QSqlQuery query(database);
    bool good = query.prepare(QStringLiteral("INSERT OR REPLACE INTO parts (transfer, part, offset, length, written, "
                                             "synced, tag, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const JournalPart& part : parts) {
        query.bindValue(0, id);
        query.bindValue(1, part.part);
        query.bindValue(2, part.offset);
        query.bindValue(3, part.length);
        query.bindValue(4, part.written);
        query.bindValue(5, part.synced);
        query.bindValue(6, QString::fromLatin1(part.tag));
        query.bindValue(7, StateDurable);
        good = good && query.exec();
    }
    if (!good) {
        return fail(Error::Code::StorageBroken, database.databaseName(), query.lastError().text());
    }
    return {};
}

Result<void> dropJournal(QSqlDatabase& database, const QString& id)
{
    for (const QString& statement : {QStringLiteral("DELETE FROM parts WHERE transfer = ?"),
                                     QStringLiteral("DELETE FROM transfers WHERE id = ?")}) {
        if (const auto done = execute(database, statement, {id}); !done) {
            return fail(done.error());
        }
    }
    return {};
}

Result<void> renewJournalSource(QSqlDatabase& database, const QString& id, const QByteArray& source)
{
    return execute(database, QStringLiteral("UPDATE transfers SET source = ? WHERE id = ?"),
                   {QString::fromUtf8(source), id})
        .map([](const QSqlQuery&) {});
}

void forgetTransfer(Storage& storage, const QString& id)
{
    storage.submit([id](QSqlDatabase& database) { return dropJournal(database, id); });
}

} // namespace longshore
