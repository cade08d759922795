#include "app/jobs/jobstore.h"

#include "app/transfers/transferjournal.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <array>

namespace longshore::jobstore {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array VerbNames{
    std::pair{JobVerb::RemoveFromQueue, "removeFromQueue"},
    std::pair{JobVerb::StopWatching, "stopWatching"},
    std::pair{JobVerb::WatchAgain, "watchAgain"},
    std::pair{JobVerb::CheckNow, "checkNow"},
    std::pair{JobVerb::Pause, "pause"},
    std::pair{JobVerb::Resume, "resume"},
    std::pair{JobVerb::CancelTransfer, "cancelTransfer"},
    std::pair{JobVerb::Look, "look"},
    std::pair{JobVerb::Adopt, "adopt"},
    std::pair{JobVerb::Forget, "forget"},
    std::pair{JobVerb::Retry, "retry"},
    std::pair{JobVerb::RunAgain, "runAgain"},
    std::pair{JobVerb::ShowFile, "showFile"},
    std::pair{JobVerb::DismissFinished, "dismissFinished"},
    std::pair{JobVerb::SetPriority, "setPriority"},
    std::pair{JobVerb::SetLimit, "setLimit"},
    std::pair{JobVerb::Complete, "complete"},
    std::pair{JobVerb::Reset, "reset"},
};

constexpr std::array DurationNames{
    std::pair{LearnedDuration::Kind::ServerWork, "server"},
    std::pair{LearnedDuration::Kind::Download, "download"},
    std::pair{LearnedDuration::Kind::Upload, "upload"},
    std::pair{LearnedDuration::Kind::ServerImport, "import"},
};

QString nameOf(JobVerb verb)
{
    for (const auto& [known, name] : VerbNames) {
        if (known == verb) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<JobVerb> verbOf(const QString& name)
{
    for (const auto& [verb, known] : VerbNames) {
        if (name == QLatin1StringView(known)) {
            return verb;
        }
    }
    return std::nullopt;
}

QString nameOf(LearnedDuration::Kind kind)
{
    for (const auto& [known, name] : DurationNames) {
        if (known == kind) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<LearnedDuration::Kind> durationOf(const QString& name)
{
    for (const auto& [kind, known] : DurationNames) {
        if (name == QLatin1StringView(known)) {
            return kind;
        }
    }
    return std::nullopt;
}

tl::unexpected<Error> broken(const QSqlQuery& query)
{
    return fail(Error::Code::StorageBroken, {}, query.lastError().text());
}

Result<QSqlQuery> execute(QSqlDatabase& database, const QString& statement, const QVariantList& values = {})
{
    QSqlQuery query(database);
    if (!query.prepare(statement)) {
        return broken(query);
    }
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return broken(query);
    }
    return query;
}

Result<void> perform(QSqlDatabase& database, const QString& statement, const QVariantList& values)
{
    return execute(database, statement, values).map([](const QSqlQuery&) {});
}

Result<qint64> number(QSqlDatabase& database, const QString& statement)
{
    return execute(database, statement).map([](QSqlQuery query) -> qint64 {
        return query.next() ? query.value(0).toLongLong() : 0;
    });
}

Result<qint64> nextRevision(QSqlDatabase& database)
{
    return perform(database, u"UPDATE job_revision SET value = value + 1"_s, {}).and_then([&database] {
        return number(database, u"SELECT value FROM job_revision"_s);
    });
}

QString bodyOf(const JobRecord& record)
{
    return QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact));
}

/// How far an unfinished transfer is, from its journal: rows do not hold it.
void readProgress(QSqlDatabase& database, JobRecord& record)
{
    if (!isTransfer(record.step)) {
        return;
    }
    if (const Result<TransferJournal> journal = readJournal(database, record.id)) {
        record.progress.done = journal->writtenBytes();
        record.progress.total = journal->size >= 0 ? std::optional(journal->size) : std::nullopt;
    }
}

Result<void> readRecords(QSqlDatabase& database, qint64 sinceRevision, JobsSnapshot& into)
{
    Result<QSqlQuery> rows =
        execute(database, u"SELECT body FROM jobs WHERE revision > ? ORDER BY seq"_s, {sinceRevision});
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        const QJsonDocument body = QJsonDocument::fromJson(rows->value(0).toString().toUtf8());
        if (std::optional<JobRecord> record = jobRecordFromJson(body.object())) {
            readProgress(database, *record);
            into.changed.append(*record);
        }
    }
    Result<QSqlQuery> ids = execute(database, u"SELECT id FROM jobs ORDER BY seq"_s);
    if (!ids) {
        return fail(ids.error());
    }
    while (ids->next()) {
        into.ids.append(ids->value(0).toString());
    }
    return {};
}

Result<void> readActions(QSqlDatabase& database, JobsSnapshot& into)
{
    Result<QSqlQuery> rows = execute(database, u"SELECT id, job, verb, argument FROM actions ORDER BY id"_s);
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        if (const std::optional<JobVerb> verb = verbOf(rows->value(2).toString())) {
            into.actions.append(
                {rows->value(0).toLongLong(), rows->value(1).toString(), *verb, rows->value(3).toString()});
        }
    }
    return {};
}

Result<void> readDurations(QSqlDatabase& database, JobsSnapshot& into)
{
    Result<QSqlQuery> rows = execute(
        database, u"SELECT place, kind, ended, seconds, bytes FROM durations ORDER BY ended DESC, rowid DESC"_s);
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        const std::optional<LearnedDuration::Kind> kind = durationOf(rows->value(1).toString());
        if (!kind) {
            continue; // of a newer version
        }
        LearnedDuration learned;
        learned.place = rows->value(0).toString();
        learned.kind = *kind;
        learned.ended = QDateTime::fromString(rows->value(2).toString(), Qt::ISODateWithMs);
        learned.took = std::chrono::seconds(rows->value(3).toLongLong());
        learned.bytes = rows->value(4).toLongLong();
        into.durations.append(learned);
    }
    return {};
}

Result<void> readPackageNames(QSqlDatabase& database, JobsSnapshot& into)
{
    Result<QSqlQuery> rows = execute(database, u"SELECT project, name FROM package_names"_s);
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        into.packageNames[rows->value(0).toString()].insert(rows->value(1).toString());
    }
    return {};
}

Result<void> rememberPackageName(QSqlDatabase& database, const UsedPackage& used)
{
    return perform(database, u"INSERT OR IGNORE INTO package_names (project, name) VALUES (?, ?)"_s,
                   {used.project, used.name.toLower()});
}

/// Only the newest of a place count, so older ones go.
Result<void> learn(QSqlDatabase& database, const LearnedDuration& learned)
{
    const QString kind = nameOf(learned.kind);
    return perform(database, u"INSERT INTO durations (place, kind, ended, seconds, bytes) VALUES (?, ?, ?, ?, ?)"_s,
                   {learned.place, kind, learned.ended.toString(Qt::ISODateWithMs), qint64(learned.took.count()),
                    learned.bytes})
        .and_then([&database, &learned, &kind] {
            return perform(database,
                           u"DELETE FROM durations WHERE place = ? AND kind = ? AND rowid NOT IN (SELECT rowid FROM "
                           "durations WHERE place = ? AND kind = ? ORDER BY ended DESC, rowid DESC LIMIT 10)"_s,
                           {learned.place, kind, learned.place, kind});
        });
}

} // namespace

Result<JobsSnapshot> read(QSqlDatabase& database, qint64 sinceRevision)
{
    const Result<qint64> revision = number(database, u"SELECT value FROM job_revision"_s);
    if (!revision) {
        return fail(revision.error());
    }
    JobsSnapshot snapshot;
    snapshot.revision = *revision;
    Result<void> done = readRecords(database, sinceRevision, snapshot);
    done = done.and_then([&] { return readActions(database, snapshot); });
    done = done.and_then([&] { return readDurations(database, snapshot); });
    done = done.and_then([&] { return readPackageNames(database, snapshot); });
    return done.map([&snapshot] { return std::move(snapshot); });
}

Result<JobRecord> insert(QSqlDatabase& database, JobRecord record, qint64 takenAction)
{
    const Result<qint64> sequence = number(database, u"SELECT COALESCE(MAX(seq), 0) + 1 FROM jobs"_s);
    const Result<qint64> revision = nextRevision(database);
    if (!sequence || !revision) {
        return fail(sequence ? revision.error() : sequence.error());
    }
    record.sequence = *sequence;
    return perform(database, u"INSERT INTO jobs (id, seq, step, server_id, body, revision) VALUES (?, ?, ?, ?, ?, ?)"_s,
                   {record.id, record.sequence, stepName(record.step), record.serverId, bodyOf(record), *revision})
        .and_then([&] { return dropAction(database, takenAction); })
        .map([&record] { return record; });
}

Result<void> write(QSqlDatabase& database, const JobWrite& write)
{
    const JobRecord& record = write.record;
    const Result<qint64> revision = nextRevision(database);
    if (!revision) {
        return fail(revision.error());
    }
    const Result<QSqlQuery> updated =
        execute(database, u"UPDATE jobs SET step = ?, server_id = ?, body = ?, revision = ? WHERE id = ?"_s,
                {stepName(record.step), record.serverId, bodyOf(record), *revision, record.id});
    if (!updated) {
        return fail(updated.error());
    }
    if (updated->numRowsAffected() == 0) {
        return fail(Error::Code::NotFound, record.id);
    }
    Result<void> done = dropAction(database, write.takenAction);
    if (write.learned) {
        done = done.and_then([&] { return learn(database, *write.learned); });
    }
    if (write.dropJournal) {
        done = done.and_then([&] { return dropJournal(database, record.id); });
    }
    if (write.renewedSource) {
        done = done.and_then([&] { return renewJournalSource(database, record.id, *write.renewedSource); });
    }
    if (write.used) {
        done = done.and_then([&] { return rememberPackageName(database, *write.used); });
    }
    return done;
}

Result<void> remove(QSqlDatabase& database, const QString& id, qint64 takenAction)
{
    return nextRevision(database)
        .and_then([&](qint64) { return perform(database, u"DELETE FROM jobs WHERE id = ?"_s, {id}); })
        .and_then([&] { return dropJournal(database, id); })
        .and_then([&] { return dropAction(database, takenAction); });
}

Result<void> fileAction(QSqlDatabase& database, const JobAction& action)
{
    return perform(database, u"INSERT INTO actions (job, verb, argument) VALUES (?, ?, ?)"_s,
                   {action.job, nameOf(action.verb), action.argument.isNull() ? u""_s : action.argument});
}

Result<void> dropAction(QSqlDatabase& database, qint64 action)
{
    return action == 0 ? Result<void>{} : perform(database, u"DELETE FROM actions WHERE id = ?"_s, {action});
}

} // namespace longshore::jobstore
