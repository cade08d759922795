#include "app/transfers/transferjournal.h"

#include "app/core/storage.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

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

Result<void> clear(QSqlDatabase& database, const QString& id)
{
    for (const QString& statement : {QStringLiteral("DELETE FROM parts WHERE transfer = ?"),
                                     QStringLiteral("DELETE FROM transfers WHERE id = ?")}) {
        if (const auto done = execute(database, statement, {id}); !done) {
            return fail(done.error());
        }
    }
    return {};
}

QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

qint64 TransferJournal::durablePrefix() const
{
    qint64 end = 0;
    for (const JournalPart& part : parts) {
        if (part.offset > end) {
            break;
        }
        end = std::max(end, part.offset + part.length);
    }
    return end;
}

Result<TransferJournal> readJournal(QSqlDatabase& database, const QString& id)
{
    TransferJournal journal;
    journal.id = id;
    auto row = execute(database, QStringLiteral("SELECT path, etag, size FROM transfers WHERE id = ?"), {id});
    if (!row) {
        return fail(row.error());
    }
    if (!row->next()) {
        return journal;
    }
    journal.path = row->value(0).toString();
    journal.etag = row->value(1).toString();
    journal.size = row->value(2).toLongLong();
    auto parts = execute(
        database, QStringLiteral("SELECT part, offset, length FROM parts WHERE transfer = ? ORDER BY offset"), {id});
    if (!parts) {
        return fail(parts.error());
    }
    while (parts->next()) {
        journal.parts.append({parts->value(0).toInt(), parts->value(1).toLongLong(), parts->value(2).toLongLong()});
    }
    return journal;
}

Result<void> writeJournal(QSqlDatabase& database, const TransferJournal& journal)
{
    if (const Result<void> cleared = clear(database, journal.id); !cleared) {
        return cleared;
    }
    const auto row =
        execute(database, QStringLiteral("INSERT INTO transfers (id, path, etag, size) VALUES (?, ?, ?, ?)"),
                {journal.id, notNull(journal.path), notNull(journal.etag), journal.size});
    if (!row) {
        return fail(row.error());
    }
    for (const JournalPart& part : journal.parts) {
        if (const Result<void> marked = markPart(database, journal.id, part); !marked) {
            return marked;
        }
    }
    return {};
}

Result<void> markPart(QSqlDatabase& database, const QString& id, const JournalPart& part)
{
    const auto done = execute(database,
                              QStringLiteral("INSERT OR REPLACE INTO parts (transfer, part, offset, length, state) "
                                             "VALUES (?, ?, ?, ?, ?)"),
                              {id, part.part, part.offset, part.length, StateDurable});
    if (!done) {
        return fail(done.error());
    }
    return {};
}

void forgetTransfer(Storage& storage, const QString& id)
{
    storage.submit([id](QSqlDatabase& database) { return clear(database, id); });
}

} // namespace longshore
