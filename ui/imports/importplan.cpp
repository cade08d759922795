#include "ui/imports/importplan.h"

#include "app/domain/importchoice.h"
#include "ui/common/shellwords.h"
#include "ui/jobs/importjobtext.h"

#include <QDir>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

bool allAccepted(const QList<Finding>& findings, const QList<Finding>& accepted)
{
    return std::ranges::all_of(warningsOf(findings),
                               [&accepted](const Finding& warning) { return accepted.contains(warning); });
}

bool isSame(const TargetDatabase& target, const JobRecord& record)
{
    return record.connectionId() == target.connectionId && record.database() == target.database
           && record.environment().compare(target.environment, Qt::CaseInsensitive) == 0;
}

/// A package is for one platform, a dump for the other.
bool isOfOtherPlatform(const ImportPlan& plan, Database database)
{
    return plan.file && plan.dump.has_value() != (database == Database::MySql);
}

/// The package is known to hold the other kind.
bool holdsOther(const ImportPlan& plan, Database database)
{
    return plan.file && plan.file->facts.database.has_value() && *plan.file->facts.database != database;
}

std::optional<ImportProblem> problemOfCheck(const ImportPlan& plan, const ImportFacts& facts)
{
    if (blocks(plan.findings)) {
        return ImportProblem::CheckBlocks;
    }
    if (facts.checking || !plan.file) {
        return ImportProblem::Checking;
    }
    return allAccepted(plan.findings, plan.accepted) ? std::nullopt : std::optional(ImportProblem::WarningOpen);
}

std::optional<ImportProblem> problemOfTarget(const ImportPlan& plan, const ImportFacts& facts)
{
    if (!plan.target) {
        return ImportProblem::NoTarget;
    }
    const QList<TargetChoice> choices = targetChoices(plan, facts);
    const auto choice = std::ranges::find(choices, *plan.target, &TargetChoice::target);
    if (choice == choices.end() || !choice->isPossible()) {
        return ImportProblem::TargetImpossible;
    }
    if (blocks(facts.targetFindings)) {
        return ImportProblem::TargetBlocks;
    }
    return allAccepted(fitFindings(facts), plan.acceptedForTarget) ? std::nullopt
                                                                   : std::optional(ImportProblem::TargetWarningOpen);
}

std::optional<ImportProblem> problemOfOptions(const ImportPlan& plan, const ImportFacts& facts)
{
    if (!isDump(plan)) {
        return std::nullopt;
    }
    const bool isWhole = !plan.options.searchFor.isEmpty() && invalidField(plan.options).isEmpty();
    if (hasOptions(plan, facts) && plan.replaces && !isWhole) {
        return ImportProblem::Replacement;
    }
    return allAccepted(addressFindings(facts), plan.acceptedForTarget)
               ? std::nullopt
               : std::optional(ImportProblem::AddressWarningOpen);
}

ImportOptions optionsOf(const ImportPlan& plan, const ImportFacts& facts)
{
    ImportOptions options = hasOptions(plan, facts) ? plan.options : ImportOptions{};
    if (!plan.replaces) {
        options.searchFor.clear();
        options.replaceBy.clear();
    }
    return options;
}

std::optional<ImportProblem> problemOfSafety(const ImportPlan& plan, const ImportFacts& facts)
{
    if (plan.backup == ImportRequest::Backup::First) {
        const bool known = facts.folder && facts.folder->folder == plan.backupFolder;
        if (!QDir::isAbsolutePath(plan.backupFolder) || (known && !facts.folder->isWritable)) {
            return ImportProblem::BackupFolder;
        }
    }
    if (nameFaultOf(plan, facts) != PackageNameFault::None) {
        return ImportProblem::PackageName;
    }
    const ImportGuard guard = guardOf(plan, facts);
    return guard.needsPhrase() && !isConfirmed(plan.typed, guard.phrase) ? std::optional(ImportProblem::Phrase)
                                                                         : std::nullopt;
}

} // namespace

std::optional<Connection> ImportFacts::connection(const ImportPlan& plan) const
{
    const auto found = std::ranges::find_if(connections, [&plan](const Connection& connection) {
        return plan.target && connection.id == plan.target->connectionId;
    });
    return found == connections.end() ? std::nullopt : std::optional(*found);
}

std::optional<Environment> ImportFacts::environment(const ImportPlan& plan) const
{
    const std::optional<Connection> known = connection(plan);
    return known ? known->environment(plan.target->environment) : std::nullopt;
}

QList<TargetChoice> targetChoices(const ImportPlan& plan, const ImportFacts& facts)
{
    QList<TargetChoice> choices;
    for (const Connection& connection : facts.connections) {
        for (const Environment& environment : connection.environments) {
            for (const Database database : databasesOf(connection.platform)) {
                TargetChoice choice{.target = {connection.id, environment.name, database},
                                    .connectionName = connection.name,
                                    .tier = environment.tier,
                                    .bar = importBar(connection, environment.name),
                                    .otherDatabase = holdsOther(plan, database),
                                    .otherPlatform = isOfOtherPlatform(plan, database),
                                    .lastImportAt = {}};
                if (const std::optional<JobRecord> last = lastImportInto(choice.target, facts.records)) {
                    choice.lastImportAt = last->finishedAt.isValid() ? last->finishedAt : facts.now;
                }
                choices << choice;
            }
        }
    }
    const auto rank = [](const TargetChoice& choice) { return choice.isPossible() ? 0 : choice.otherPlatform ? 2 : 1; };
    std::ranges::stable_sort(choices, {}, rank);
    return choices;
}

std::optional<ImportProblem> problemOf(const ImportPlan& plan, const ImportFacts& facts, ImportPage upTo)
{
    if (plan.path.isEmpty()) {
        return ImportProblem::NoFile;
    }
    std::optional<ImportProblem> problem;
    if (upTo >= ImportPage::Check) {
        problem = problemOfCheck(plan, facts);
    }
    if (!problem && upTo >= ImportPage::Target) {
        problem = problemOfTarget(plan, facts);
    }
    if (!problem && upTo >= ImportPage::Options) {
        problem = problemOfOptions(plan, facts);
    }
    if (!problem && upTo >= ImportPage::Safety) {
        problem = problemOfSafety(plan, facts);
    }
    return problem;
}

bool isDump(const ImportPlan& plan)
{
    return plan.dump.has_value() || (plan.target && plan.target->database == Database::MySql);
}

ImportWay wayOf(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    return connection && plan.dump ? suggestedWay(*connection, plan.target->environment, plan.dump->plainBytes)
                                   : ImportWay::Upload;
}

bool hasOptions(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    return connection && isDump(plan)
           && takesOptions(*connection, plan.target->environment, ImportOptions{.dropTables = false});
}

std::optional<DumpFormat> formOf(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    return connection && plan.dump ? formToSend(connection->dialect, wayOf(plan, facts), plan.dump->packing)
                                   : std::nullopt;
}

std::optional<AddressReplacement> suggestionFor(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Environment> environment = facts.environment(plan);
    if (!plan.dump || !environment || !hasOptions(plan, facts)) {
        return std::nullopt;
    }
    const QString& address = plan.dump->siteUrl.isEmpty() ? plan.dump->homeUrl : plan.dump->siteUrl;
    return suggestedReplacement(address, environment->domain);
}

bool isPackedAlike(const ImportPlan& plan, const QList<JobRecord>& newestFirst)
{
    if (!plan.dump || !plan.target) {
        return true;
    }
    const auto last = std::ranges::find_if(newestFirst, [&plan](const JobRecord& record) {
        return !record.import && record.step == JobStep::Done && isSame(*plan.target, record);
    });
    const DumpFormat format = last == newestFirst.end() ? DumpFormat::Plain : last->request.dumpFormat;
    return plan.dump->packing
           == (format == DumpFormat::Gzip   ? u"gzip"_s
               : format == DumpFormat::Zstd ? u"zstd"_s
                                            : QString());
}

bool isAboutAddress(const Finding& finding)
{
    return finding.kind == Finding::Kind::SameAddress || finding.kind == Finding::Kind::AddressReplaced
           || finding.kind == Finding::Kind::OtherAddress;
}

QList<Finding> addressFindings(const ImportFacts& facts)
{
    QList<Finding> about;
    std::ranges::copy_if(facts.targetFindings, std::back_inserter(about), &isAboutAddress);
    return about;
}

QList<Finding> fitFindings(const ImportFacts& facts)
{
    QList<Finding> others = facts.targetFindings;
    others.removeIf(&isAboutAddress);
    return others;
}

QString packageNameOf(const ImportPlan& plan, const ImportFacts& facts)
{
    if (isDump(plan)) {
        return {};
    }
    if (!plan.packageName.isEmpty() || !plan.target) {
        return plan.packageName;
    }
    const std::optional<Connection> connection = facts.connection(plan);
    return composePackageName(connection ? connection->name : QString(), plan.target->database, facts.now,
                              facts.usedNames);
}

PackageNameFault nameFaultOf(const ImportPlan& plan, const ImportFacts& facts)
{
    return plan.target && !isDump(plan)
               ? packageNameFault(packageNameOf(plan, facts), plan.target->database, facts.usedNames)
               : PackageNameFault::None;
}

ImportGuard guardOf(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    if (!connection) {
        return {};
    }
    ImportStakes stakes = facts.stakes;
    stakes.backup = plan.backup;
    return importGuard(*connection, plan.target->environment, stakes);
}

ImportRequest requestOf(const ImportPlan& plan, const ImportFacts& facts)
{
    ImportRequest request;
    request.connectionId = plan.target->connectionId;
    request.environment = plan.target->environment;
    request.database = plan.target->database;
    request.way = wayOf(plan, facts);
    request.options = optionsOf(plan, facts);
    request.file = plan.file.value_or(CheckedFile{});
    request.packageName = packageNameOf(plan, facts);
    request.backup = plan.backup;
    request.backupFolder = plan.backup == ImportRequest::Backup::First ? plan.backupFolder : QString();
    request.libraryId = plan.libraryId;
    request.undoes = plan.undoes;
    return request;
}

std::optional<Estimate::Range> backupTime(const ImportFacts& facts)
{
    const Estimate& estimate = facts.estimate;
    if (!estimate.serverWork) {
        return std::nullopt;
    }
    const auto none = Estimate::Range{};
    return Estimate::Range{estimate.serverWork->shortest + estimate.download.value_or(none).shortest,
                           estimate.serverWork->longest + estimate.download.value_or(none).longest};
}

std::optional<std::chrono::seconds> usualTime(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Estimate::Range> backup = backupTime(facts);
    const bool backsUp = plan.backup == ImportRequest::Backup::First;
    if (!facts.estimate.serverImport || (backsUp && !backup)) {
        return std::nullopt;
    }
    const auto upload = facts.estimate.upload ? facts.estimate.upload->longest : std::chrono::seconds(0);
    return facts.estimate.serverImport->longest + upload + (backsUp ? backup->longest : std::chrono::seconds(0));
}

std::optional<JobRecord> lastImportInto(const TargetDatabase& target, const QList<JobRecord>& newestFirst,
                                        const QString& except)
{
    const auto found = std::ranges::find_if(newestFirst, [&target, &except](const JobRecord& record) {
        return record.import && record.id != except && isSame(target, record) && record.step != JobStep::WasReset
               && targetMayHaveChanged(record);
    });
    return found == newestFirst.end() ? std::nullopt : std::optional(*found);
}

QString commandFor(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    if (!connection) {
        return {};
    }
    const QString phrase = targetPhrase(connection->name, plan.target->environment);
    QStringList words{u"longshorectl"_s, u"import"_s, shellQuoted(QDir::toNativeSeparators(plan.path)), u"--to"_s,
                      shellQuoted(phrase)};
    words << u"--db"_s << databaseApiName(plan.target->database);
    const ImportOptions options = optionsOf(plan, facts);
    if (isDump(plan) && !options.dropTables) {
        words << u"--keep-tables"_s;
    }
    if (isDump(plan) && !options.foreignKeysOff) {
        words << u"--foreign-keys-on"_s;
    }
    if (isDump(plan) && options.isReplacing()) {
        words << u"--search-for"_s << shellQuoted(options.searchFor) << u"--replace-by"_s
              << shellQuoted(options.replaceBy);
    }
    if (plan.backup == ImportRequest::Backup::None) {
        words << u"--no-backup"_s;
    } else {
        words << u"--backup-folder"_s << shellQuoted(QDir::toNativeSeparators(plan.backupFolder));
    }
    if (!plan.packageName.isEmpty()) {
        words << u"--name"_s << shellQuoted(plan.packageName);
    }
    if (!plan.accepted.isEmpty() || !plan.acceptedForTarget.isEmpty()) {
        words << u"--accept-warnings"_s;
    }
    return (words << u"--confirm"_s << shellQuoted(phrase) << u"--wait"_s).join(u' ');
}

} // namespace longshore
