#include "app/transfers/knownhashes.h"

#include "app/core/storage.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace longshore {

namespace {

constexpr int MostRows = 400;
constexpr qsizetype Sha256Size = 32;

tl::unexpected<Error> broken(const QSqlDatabase& database, const QSqlQuery& query)
{
    return fail(Error::Code::StorageBroken, database.databaseName(), query.lastError().text());
}

} // namespace

Result<std::optional<QByteArray>> knownHash(QSqlDatabase& database, const QString& path, const FileIdentity& identity)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("SELECT source, sha256 FROM hashes WHERE path = ?"));
    query.addBindValue(path);
    if (!query.exec()) {
        return broken(database, query);
    }
    if (!query.next()) {
        return std::nullopt;
    }
    const auto then = FileIdentity::fromBytes(query.value(0).toString().toLatin1());
    const QByteArray sha256 = QByteArray::fromHex(query.value(1).toString().toLatin1());
    const bool same = then && !then->spots.isEmpty() && !identity.spots.isEmpty() && *then == identity;
    return same && sha256.size() == Sha256Size ? std::optional(sha256) : std::nullopt;
}

Result<void> rememberHash(QSqlDatabase& database, const QString& path, const FileIdentity& identity,
                          const QByteArray& sha256)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO hashes (path, source, sha256) VALUES (?, ?, ?)"));
    query.addBindValue(path);
    query.addBindValue(QString::fromLatin1(identity.toBytes()));
    query.addBindValue(QString::fromLatin1(sha256.toHex()));
    if (!query.exec()) {
        return broken(database, query);
    }
    // A row that is replaced gets a new number, so the numbers are in the order of the last use.
    if (!query.exec(
            QStringLiteral("DELETE FROM hashes WHERE rowid <= (SELECT max(rowid) FROM hashes) - %1").arg(MostRows))) {
        return broken(database, query);
    }
    return {};
}

void rememberHash(Storage& storage, const QString& path, const FileIdentity& identity, const QByteArray& sha256)
{
    storage.mark(
        [path, identity, sha256](QSqlDatabase& database) { return rememberHash(database, path, identity, sha256); });
}

NamedFile namedFile(const QString& path)
{
    const Result<FileIdentity> now = FileIdentity::read(path);
    return {path, now ? std::optional(*now) : std::nullopt};
}

std::optional<FileIdentity> stillTheSame(const QString& path, const Result<FileIdentity>& before)
{
    const Result<FileIdentity> now = FileIdentity::read(path);
    return before && now && before->differsFrom(*now).isEmpty() ? std::optional(*now) : std::nullopt;
}

} // namespace longshore
