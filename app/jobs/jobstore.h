#pragma once

#include "app/core/storage.h"
#include "app/domain/jobrecord.h"

#include <QHash>
#include <QSet>
#include <chrono>

namespace longshore {

/// What a process without the engine wants done with a job.
struct JobAction
{
    qint64 id = 0;
    QString job;
    JobVerb verb = JobVerb::CheckNow;
    QString argument;
};

/// How long one kind of work took at a place; see Jobs::estimate().
struct LearnedDuration
{
    enum class Kind { ServerWork, Download, Upload, ServerImport };
    QString place;
    Kind kind = Kind::ServerWork;
    QDateTime ended; ///< UTC
    std::chrono::seconds took{0};
    qint64 bytes = 0;
};

/// A package name that a deployment of a project had or may have had.
struct UsedPackage
{
    QString project; ///< slotKey()
    QString name;
};

/// One write: everything in it becomes durable together.
struct JobWrite
{
    JobRecord record;
    qint64 takenAction = 0; ///< the action this carries out; 0: none
    std::optional<LearnedDuration> learned{};
    bool dropJournal = false; ///< the transfer is over: its journal rows go
    std::optional<UsedPackage> used{};
    std::optional<QByteArray> renewedSource{}; ///< what the transfer sends was made again; see renewJournalSource()
};

/// What a read brings.
struct JobsSnapshot
{
    qint64 revision = 0; ///< for the next read
    QList<JobRecord> changed;
    QStringList ids; ///< of every row there is
    QList<JobAction> actions; ///< oldest first
    QList<LearnedDuration> durations; ///< newest first
    QHash<QString, QSet<QString>> packageNames; ///< by project; lower case
};

/// The rows of the jobs in the state file. The functions run on the storage thread, inside its transaction.
namespace jobstore {

[[nodiscard]] Result<JobsSnapshot> read(QSqlDatabase& database, qint64 sinceRevision);
/// Gives the record its place in the queue.
[[nodiscard]] Result<JobRecord> insert(QSqlDatabase& database, JobRecord record, qint64 takenAction);
/// NotFound when the row is gone; it is not made again.
[[nodiscard]] Result<void> write(QSqlDatabase& database, const JobWrite& write);
[[nodiscard]] Result<void> remove(QSqlDatabase& database, const QString& id, qint64 takenAction);
[[nodiscard]] Result<void> fileAction(QSqlDatabase& database, const JobAction& action);
[[nodiscard]] Result<void> dropAction(QSqlDatabase& database, qint64 action);

} // namespace jobstore

} // namespace longshore
