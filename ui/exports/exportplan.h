#pragma once

#include "app/domain/connection.h"
#include "app/domain/database.h"
#include "app/domain/estimate.h"
#include "app/domain/exportrequest.h"
#include "app/domain/jobrecord.h"
#include "app/domain/libraryentry.h"

#include <QMap>
#include <optional>

namespace longshore {

/// What the three pages edit: one export, or both databases of an environment one after the other.
struct ExportPlan
{
    QString connectionId;
    QString environment;
    QList<Database> databases{Database::Cms};
    std::chrono::hours retention{24};
    bool download = true;
    QString folder;
    QString fileName; ///< only with one database; empty: by the rule
    DumpFormat dumpFormat = DumpFormat::Plain; ///< of a MySQL dump

    /// A site of Vector Pro: one database, and the service decides how long it keeps the file.
    [[nodiscard]] bool isDump() const { return databases == QList{Database::MySql}; }
    friend bool operator==(const ExportPlan&, const ExportPlan&) = default;
};

/// What is known about the folder; measured in the background.
struct FolderFacts
{
    QString folder; ///< which one this is about
    qint64 freeBytes = -1; ///< of the disk it is or will be on
    bool isWritable = true; ///< it, or the nearest folder above it that exists
    bool nameTaken = false;

    friend bool operator==(const FolderFacts&, const FolderFacts&) = default;
};

/// What is known around a plan when it is shown.
struct PlanFacts
{
    QList<Connection> connections;
    QDateTime now; ///< UTC
    QMap<Database, Estimate> estimates;
    QMap<Database, LibraryEntry> kept; ///< newest verified file of each database
    QMap<Database, JobRecord> lastExports; ///< newest that ended well
    std::optional<JobRecord> before; ///< the job that has the project's one export slot, or waits for it
    std::optional<FolderFacts> folder;

    [[nodiscard]] std::optional<Connection> connection(const ExportPlan& plan) const;
    [[nodiscard]] std::optional<Environment> environment(const ExportPlan& plan) const;
};

enum class PlanField { Place, Database, Retention, Folder, FileName };

/// How long the service may keep a file at most.
inline constexpr std::chrono::hours longestRetention{24 * 365};
/// Some projects refuse to keep a file longer (reported by administrators; the API does not say).
inline constexpr std::chrono::hours longRetention{72};

/// What the person sees first. `prefill` with a folder is taken as it is. Without one it only names a place, and the
/// rest is as the last export there; without an environment too, the place of the last export is taken.
[[nodiscard]] ExportPlan planFrom(const ExportRequest& prefill, const QList<JobRecord>& newestFirst,
                                  const QList<Connection>& connections, const QString& defaultFolder);
/// As planFrom(), and takes both databases when they were exported together the last time.
[[nodiscard]] ExportPlan planAsLastTime(const QString& connectionId, const QString& environment,
                                        const QList<JobRecord>& newestFirst, const QList<Connection>& connections,
                                        const QString& defaultFolder);
/// The first field that cannot stay as it is; empty when the plan can start.
[[nodiscard]] std::optional<PlanField> problemOf(const ExportPlan& plan, const PlanFacts& facts);
/// One for each database, in the order they run.
[[nodiscard]] QList<ExportRequest> requestsOf(const ExportPlan& plan);
/// By the rule, for the moment given.
[[nodiscard]] QString fileNameFor(const ExportPlan& plan, Database database, const PlanFacts& facts);
/// Learned work of the server and the download together; empty without experience.
[[nodiscard]] std::optional<std::chrono::seconds> usualTime(const ExportPlan& plan, const PlanFacts& facts);
/// What the files will take, by the last sizes; empty without experience.
[[nodiscard]] std::optional<qint64> expectedBytes(const ExportPlan& plan, const PlanFacts& facts);
/// Of `newestFirst`, the job of this connection that a new export has to wait for.
[[nodiscard]] std::optional<JobRecord> jobBefore(const QString& connectionId, const QList<JobRecord>& newestFirst);

/// The same export once more, under a fresh name.
[[nodiscard]] ExportRequest repeatRequest(const JobRecord& record);
/// `longshorectl` lines that do the same; quoted for a POSIX shell, without any secret.
[[nodiscard]] QString commandFor(const ExportPlan& plan, const QString& connectionName);

/// The same export of another place: the databases that its platform has.
[[nodiscard]] ExportPlan movedTo(ExportPlan plan, const Connection& connection, const QString& environment);

} // namespace longshore
