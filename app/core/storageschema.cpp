#include "app/core/storageschema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>

namespace longshore {

namespace {

/// Step n brings the file from user_version n to n + 1. A step is never changed after a release.
QList<QStringList> migrations()
{
    return {
        {
            QStringLiteral("CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE connections (id TEXT PRIMARY KEY, position INTEGER NOT NULL, "
                           "body TEXT NOT NULL)"),
            // `body` is the JobRecord as JSON; the columns are what is searched and guarded.
            QStringLiteral("CREATE TABLE jobs (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, step TEXT NOT NULL, "
                           "server_id TEXT, body TEXT NOT NULL, revision INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX jobs_by_revision ON jobs (revision)"),
            // Grows with every change of a job, so that another process reads only what is new.
            QStringLiteral("CREATE TABLE job_revision (id INTEGER PRIMARY KEY CHECK (id = 1), "
                           "value INTEGER NOT NULL)"),
            QStringLiteral("INSERT INTO job_revision VALUES (1, 0)"),
            // What another process wants done with a job; the engine takes a row out when its effect is durable.
            QStringLiteral("CREATE TABLE actions (id INTEGER PRIMARY KEY AUTOINCREMENT, job TEXT NOT NULL, "
                           "verb TEXT NOT NULL, argument TEXT NOT NULL)"),
            QStringLiteral("CREATE TABLE durations (place TEXT NOT NULL, kind TEXT NOT NULL, ended TEXT NOT NULL, "
                           "seconds INTEGER NOT NULL, bytes INTEGER NOT NULL)"),
            // The chunk journal. A row is committed before the progress shows it.
            QStringLiteral("CREATE TABLE parts (transfer TEXT NOT NULL, part INTEGER NOT NULL, "
                           "offset INTEGER NOT NULL, length INTEGER NOT NULL, hash BLOB, state INTEGER NOT NULL, "
                           "tag TEXT, PRIMARY KEY (transfer, part))"),
            // `path` is the local file, `size` of the whole object or -1.
            QStringLiteral("CREATE TABLE transfers (id TEXT PRIMARY KEY, path TEXT NOT NULL, etag TEXT NOT NULL, "
                           "size INTEGER NOT NULL)"),
            QStringLiteral("CREATE TABLE library (id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, "
                           "body TEXT NOT NULL)"),
        },
        {
            // A part's `written` bytes hold while the machine runs, the `synced` ones also after a power cut; `boot`
            // names the run of the machine in which they were written. `tag` is what the store gave for an upload's
            // part.
            QStringLiteral("ALTER TABLE parts ADD COLUMN written INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE parts ADD COLUMN synced INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("UPDATE parts SET written = length, synced = length"),
            QStringLiteral("ALTER TABLE transfers ADD COLUMN boot TEXT NOT NULL DEFAULT ''"),
            // Of an upload: what the file was when it began, what the block ids begin with, and whether the commit
            // may have reached the store.
            QStringLiteral("ALTER TABLE transfers ADD COLUMN source TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE transfers ADD COLUMN nonce TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE transfers ADD COLUMN committing INTEGER NOT NULL DEFAULT 0"),
            // Bytes of a usual part of an upload: which bytes a part's number means.
            QStringLiteral("ALTER TABLE transfers ADD COLUMN part_size INTEGER NOT NULL DEFAULT 0"),
            // The hash of a file that was read whole once, and what it was then.
            QStringLiteral("CREATE TABLE hashes (path TEXT PRIMARY KEY, source TEXT NOT NULL, sha256 TEXT NOT NULL)"),
        },
        {
            // Package names that a deployment of the project had, or may have had, in lower case: the service takes
            // none of them twice. They outlive the jobs that used them.
            QStringLiteral("CREATE TABLE package_names (project TEXT NOT NULL, name TEXT NOT NULL, "
                           "PRIMARY KEY (project, name))"),
        },
    };
}

tl::unexpected<Error> broken(const QString& why)
{
    return fail(Error::Code::StorageBroken, {}, why);
}

Result<void> apply(QSqlDatabase& database, const QStringList& statements, qsizetype version)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("BEGIN IMMEDIATE"))) {
        return broken(query.lastError().text());
    }
    // Another process may have migrated while we waited for the lock.
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next()) {
        return broken(query.lastError().text());
    }
    if (query.value(0).toLongLong() >= version) {
        query.finish();
        query.exec(QStringLiteral("COMMIT"));
        return {};
    }
    query.finish();
    QStringList all = statements;
    all.append(QStringLiteral("PRAGMA user_version = %1").arg(version));
    for (const QString& statement : std::as_const(all)) {
        if (!query.exec(statement)) {
            const QString why = query.lastError().text();
            query.exec(QStringLiteral("ROLLBACK"));
            return broken(why);
        }
    }
    if (!query.exec(QStringLiteral("COMMIT"))) {
        return broken(query.lastError().text());
    }
    return {};
}

} // namespace

Result<void> migrateStorage(QSqlDatabase& database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next()) {
        return broken(query.lastError().text());
    }
    const qsizetype found = query.value(0).toLongLong();
    query.finish();
    const QList<QStringList> steps = migrations();
    if (found > steps.size()) {
        return broken(QStringLiteral("written by a newer version of the program (schema %1)").arg(found));
    }
    for (const QString& pragma :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL"),
          QStringLiteral("PRAGMA foreign_keys = ON")}) {
        if (!query.exec(pragma)) {
            return broken(query.lastError().text());
        }
        query.finish();
    }
    for (qsizetype version = found; version < steps.size(); ++version) {
        if (const Result<void> applied = apply(database, steps.at(version), version + 1); !applied) {
            return applied;
        }
    }
    return {};
}

} // namespace longshore
