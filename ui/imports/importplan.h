#pragma once

#include "app/domain/connection.h"
#include "app/domain/dumpfacts.h"
#include "app/domain/estimate.h"
#include "app/domain/finding.h"
#include "app/domain/importguard.h"
#include "app/domain/importrequest.h"
#include "app/domain/packagename.h"
#include "app/domain/targetfindings.h"
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
    ImportOptions options; ///< of a dump
    bool replaces = false; ///< whether the texts of the options are meant
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
/// The possible ones first, those of the other platform last; else in the order of connections and environments.
[[nodiscard]] QList<TargetChoice> targetChoices(const ImportPlan& plan, const ImportFacts& facts);

enum class ImportPage { File, Check, Target, Options, Safety, Go };
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
    Replacement, ///< one of the two texts is missing
    AddressWarningOpen,
    BackupFolder,
    PackageName,
    Phrase,
};
/// The first one on that page or before it.
[[nodiscard]] std::optional<ImportProblem> problemOf(const ImportPlan& plan, const ImportFacts& facts, ImportPage upTo);

/// Whether the plan is about a dump: it has options and no package name.
[[nodiscard]] bool isDump(const ImportPlan& plan);
/// How the file gets there: a small one inside the request where the service has that.
[[nodiscard]] ImportWay wayOf(const ImportPlan& plan, const ImportFacts& facts);
/// What the dump is made into before it is sent; nothing: it goes as it is.
[[nodiscard]] std::optional<DumpFormat> formOf(const ImportPlan& plan, const ImportFacts& facts);
/// Whether the target's service takes options.
[[nodiscard]] bool hasOptions(const ImportPlan& plan, const ImportFacts& facts);
/// What to search for and to put there, so that the site knows itself by the target's address.
[[nodiscard]] std::optional<AddressReplacement> suggestionFor(const ImportPlan& plan, const ImportFacts& facts);
/// Whether the sizes of earlier exports there say anything about this file: a packed dump is no measure of a plain one.
[[nodiscard]] bool isPackedAlike(const ImportPlan& plan, const QList<JobRecord>& newestFirst);
/// Of the findings against the target those that the options can mend; the other ones are the target page's.
[[nodiscard]] bool isAboutAddress(const Finding& finding);
[[nodiscard]] QList<Finding> addressFindings(const ImportFacts& facts);
[[nodiscard]] QList<Finding> fitFindings(const ImportFacts& facts);

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
