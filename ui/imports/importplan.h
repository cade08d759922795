#pragma once

#include "app/domain/connection.h"
#include "app/domain/dumpfacts.h"
#include "app/domain/estimate.h"
#include "app/domain/finding.h"
#include "app/domain/importguard.h"
#include "app/domain/importrequest.h"
#include "app/domain/packagename.h"
#include "ui/exports/exportplan.h"

#include <QSet>
#include <optional>

namespace longshore {

/// A database of an environment, as a thing to be replaced.
struct TargetDatabase
{
    QString connectionId;
    QString environment;
    Database database = Database::Cms;

    friend bool operator==(const TargetDatabase&, const TargetDatabase&) = default;
};

/// What the five pages edit.
struct ImportPlan
{
    QString path; ///< absolute; empty: no file yet
    QString libraryId; ///< of the file, when it is in the library
    std::optional<CheckedFile> file; ///< when the check is over
    std::optional<DumpFacts> dump; ///< of a dump, with it
    QList<Finding> findings; ///< of the file, as they come
    QList<Finding> accepted; ///< warnings that were ticked
    std::optional<TargetDatabase> target;
    QList<Finding> acceptedForTarget;
    QString packageName; ///< empty: by the rule
    ImportRequest::Backup backup = ImportRequest::Backup::First;
    QString backupFolder;
    QString typed; ///< the phrase, where one is wanted
    QString undoes; ///< id of the import that this one takes back

    friend bool operator==(const ImportPlan&, const ImportPlan&) = default;
};

/// What is known around a plan when it is shown.
struct ImportFacts
{
    QList<Connection> connections;
    QList<JobRecord> records; ///< newest first
    QDateTime now; ///< UTC
    bool checking = false; ///< the check runs
    // of the target
    QSet<QString> usedNames;
    Estimate estimate;
    ImportStakes stakes;
    QList<Finding> targetFindings;
    std::optional<FolderFacts> folder; ///< of the backup

    [[nodiscard]] std::optional<Connection> connection(const ImportPlan& plan) const;
    [[nodiscard]] std::optional<Environment> environment(const ImportPlan& plan) const;
};

/// A row of the list of targets: every database of every environment, also those that cannot be.
struct TargetChoice
{
    TargetDatabase target;
    QString connectionName;
    Tier tier = Tier::Production;
    ImportBar bar = ImportBar::None;
    bool otherDatabase = false; ///< the file holds another kind
    bool otherPlatform = false; ///< the file is of the kind that the other platform takes
    QDateTime lastImportAt; ///< UTC; invalid: none that we know of

    [[nodiscard]] bool isPossible() const { return bar == ImportBar::None && !otherDatabase && !otherPlatform; }
    friend bool operator==(const TargetChoice&, const TargetChoice&) = default;
};
/// The possible ones first, else in the order of connections and environments.
[[nodiscard]] QList<TargetChoice> targetChoices(const ImportPlan& plan, const ImportFacts& facts);

enum class ImportPage { File, Check, Target, Safety, Go };
/// What keeps a page from letting on.
enum class ImportProblem {
    NoFile,
    Checking,
    CheckBlocks,
    WarningOpen, ///< one of the check
    NoTarget,
    TargetImpossible,
    TargetBlocks, ///< an error against the target
    TargetWarningOpen,
    BackupFolder,
    PackageName,
    Phrase,
};
/// The first one on that page or before it.
[[nodiscard]] std::optional<ImportProblem> problemOf(const ImportPlan& plan, const ImportFacts& facts, ImportPage upTo);

/// The name that is sent: what the person typed, or by the rule.
[[nodiscard]] QString packageNameOf(const ImportPlan& plan, const ImportFacts& facts);
[[nodiscard]] PackageNameFault nameFaultOf(const ImportPlan& plan, const ImportFacts& facts);
[[nodiscard]] ImportGuard guardOf(const ImportPlan& plan, const ImportFacts& facts);
/// For a plan without a problem.
[[nodiscard]] ImportRequest requestOf(const ImportPlan& plan, const ImportFacts& facts);
/// Backup, upload and deployment together, at the longest; empty without experience of the deployment.
[[nodiscard]] std::optional<std::chrono::seconds> usualTime(const ImportPlan& plan, const ImportFacts& facts);
/// What the backup adds; empty without experience.
[[nodiscard]] std::optional<Estimate::Range> backupTime(const ImportFacts& facts);
/// The newest import into that database which changed it, other than `except`.
[[nodiscard]] std::optional<JobRecord> lastImportInto(const TargetDatabase& target, const QList<JobRecord>& newestFirst,
                                                      const QString& except = {});
/// The `longshorectl` line that does the same; quoted for a POSIX shell, without any secret.
[[nodiscard]] QString commandFor(const ImportPlan& plan, const ImportFacts& facts);

} // namespace longshore
