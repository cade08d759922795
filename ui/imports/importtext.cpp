#include "ui/imports/importtext.h"

#include "ui/common/formatting.h"
#include "ui/common/words.h"
#include "ui/jobs/jobtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of the sentences about imports.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::ImportText)

public:
    static QString bar(ImportBar bar, const QString& environment);
    static QString choice(const TargetChoice& choice, const QDateTime& now);
    static QString target(const ImportPlan& plan, const ImportFacts& facts);
    static QString problem(ImportProblem problem, const ImportPlan& plan, const ImportFacts& facts);
    static QString problemOfSafety(ImportProblem problem, const ImportPlan& plan, const ImportFacts& facts);
    static QString nameFault(PackageNameFault fault, const ImportPlan& plan);
    static QString guard(const ImportPlan& plan, const ImportFacts& facts);
    static QString noWayBack(const ImportPlan& plan, const ImportFacts& facts);
    static QString backupCost(const ImportPlan& plan, const ImportFacts& facts);
    static QStringList steps(const ImportPlan& plan, const ImportFacts& facts);
    static QStringList sending(const ImportPlan& plan, const ImportFacts& facts);
    static QStringList carryingOut(const ImportPlan& plan, const ImportFacts& facts);
    static QString way(const ImportPlan& plan, const ImportFacts& facts);
    static QString keepTables(const ImportPlan& plan);
    static QString replace(const ImportPlan& plan);
};

bool backsUp(const ImportPlan& plan)
{
    return plan.backup == ImportRequest::Backup::First;
}

QString placeOf(const ImportPlan& plan, const ImportFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    return connection ? placeText(connection->name, plan.target->environment) : QString();
}

QString Text::bar(ImportBar bar, const QString& environment)
{
    switch (bar) {
    case ImportBar::None:
        return {};
    case ImportBar::ProductionTier:
        //: %1 is an environment
        return tr("Longshore never imports into production, and %1 counts as that.").arg(environment);
    case ImportBar::NotByThisService:
        //: %1 is an environment
        return tr("The service never overwrites the databases of %1 through its API.").arg(environment);
    case ImportBar::OnlyByPromotion:
        //: %1 is an environment
        return tr("The service takes no file for %1: its database comes from development.").arg(environment);
    case ImportBar::NoRight:
        //: %1 is an environment
        return tr("This key has no right for %1.").arg(environment);
    case ImportBar::UnknownEnvironment:
        break;
    }
    //: %1 is an environment
    return tr("%1 does not belong to this project or site any more.").arg(environment);
}

QString Text::choice(const TargetChoice& choice, const QDateTime& now)
{
    if (choice.otherPlatform) {
        return choice.target.database == Database::MySql ? tr("Takes SQL dumps; this file is a package (.bacpac).")
                                                         : tr("Takes packages (.bacpac); this file is an SQL dump.");
    }
    if (choice.bar == ImportBar::NoRight && choice.target.database == Database::MySql) {
        return tr("The token of this site may only watch.");
    }
    if (choice.bar != ImportBar::None) {
        return bar(choice.bar, choice.target.environment);
    }
    if (choice.otherDatabase) {
        //: %1 is "CMS" or "Commerce"
        return tr("The package does not hold %1.").arg(databaseText(choice.target.database));
    }
    return choice.lastImportAt.isValid()
               //: %1 is a moment: "today 06:12"
               ? tr("last import %1").arg(formatMoment(choice.lastImportAt, now))
               : tr("nothing was imported there with Longshore");
}

QString Text::target(const ImportPlan& plan, const ImportFacts& facts)
{
    //: %1 is "CMS" or "Commerce", %2 a place ("Contoso / Integration")
    return plan.target ? tr("%1 database of %2").arg(databaseText(plan.target->database), placeOf(plan, facts))
                       : QString();
}

QString Text::problem(ImportProblem problem, const ImportPlan& plan, const ImportFacts& facts)
{
    switch (problem) {
    case ImportProblem::NoFile:
        return tr("Choose the file to import.");
    case ImportProblem::Checking:
        return tr("The check goes through the whole file; wait until it is done.");
    case ImportProblem::CheckBlocks:
        return tr("This file cannot be imported: see the error above.");
    case ImportProblem::Replacement:
        return tr("Say what to search for and what to put there, or switch it off.");
    case ImportProblem::WarningOpen:
    case ImportProblem::TargetWarningOpen:
    case ImportProblem::AddressWarningOpen:
        return tr("Tick each warning that you want to go on with.");
    case ImportProblem::NoTarget:
        return tr("Choose the database to replace.");
    case ImportProblem::TargetImpossible:
        return tr("Nothing can be imported there; the reason stands at its row.");
    case ImportProblem::TargetBlocks:
        return tr("This file does not fit that target: see the error above.");
    default:
        return problemOfSafety(problem, plan, facts);
    }
}

QString Text::problemOfSafety(ImportProblem problem, const ImportPlan& plan, const ImportFacts& facts)
{
    switch (problem) {
    case ImportProblem::BackupFolder:
        return tr("The folder of the backup cannot be written to. Choose another one.");
    case ImportProblem::PackageName:
        return nameFault(nameFaultOf(plan, facts), plan);
    default:
        //: %1 is what has to be typed: "contoso/Integration"
        return tr("Type %1 to confirm.").arg(guardOf(plan, facts).phrase);
    }
}

QString Text::nameFault(PackageNameFault fault, const ImportPlan& plan)
{
    switch (fault) {
    case PackageNameFault::None:
        return tr("The service takes this name, and nobody used it before.");
    case PackageNameFault::Empty:
        return tr("The package needs a name.");
    case PackageNameFault::Blank:
        return tr("The service takes no spaces in the name.");
    case PackageNameFault::SpecialCharacter:
        return tr("Only letters, digits, dots, hyphens and underscores.");
    case PackageNameFault::NotBacpac:
        return tr("The name has to end in .bacpac.");
    case PackageNameFault::NoDatabaseWord:
        return plan.target && plan.target->database == Database::Commerce
                   ? tr("The name has to hold .commerce.sqldb. and a version.")
                   : tr("The name has to hold .cms.sqldb. and a version.");
    case PackageNameFault::OtherDatabase:
        return tr("By this name the service would replace the other database.");
    case PackageNameFault::TooLong:
        return tr("The name is too long.");
    case PackageNameFault::Used:
        break;
    }
    return tr("A deployment used this name before; the service does not take it twice.");
}

QString Text::guard(const ImportPlan& plan, const ImportFacts& facts)
{
    const QString place = placeOf(plan, facts);
    switch (guardOf(plan, facts).reason) {
    case ImportGuard::Reason::None:
        return {};
    case ImportGuard::Reason::Tier: {
        const std::optional<Environment> environment = facts.environment(plan);
        //: %1 is a place, %2 a tier ("Staging")
        return tr("%1 is of the tier %2: a mistake there costs other people’s work.")
            .arg(place, tierText(environment ? environment->tier : Tier::Production));
    }
    case ImportGuard::Reason::NoBackup:
        //: %1 is a place
        return tr("Without a backup there is no way back to what %1 holds now.").arg(place);
    case ImportGuard::Reason::TargetChanged:
        break;
    }
    //: %1 is a place, %2 a moment
    return tr("%1 was changed %2, after this file was made.")
        .arg(place, formatMoment(facts.stakes.targetChangedAt, facts.now));
}

QString Text::noWayBack(const ImportPlan& plan, const ImportFacts& facts)
{
    const QString place = placeOf(plan, facts);
    return backsUp(plan)
               //: %1 is a place
               ? tr("Cannot be undone: what editors write on %1 between the backup and the import is lost.").arg(place)
               //: %1 is "CMS database of Contoso / Integration"
               : tr("Cannot be undone: everything in the %1 is lost.").arg(target(plan, facts));
}

QString Text::backupCost(const ImportPlan& plan, const ImportFacts& facts)
{
    if (!backsUp(plan)) {
        return tr("Off: it is faster, and there is no undo.");
    }
    const std::optional<Estimate::Range> time = backupTime(facts);
    //: %1 is a usual duration: "22–35 min"
    const QString cost =
        time ? tr("Adds %1 as a rule.").arg(rangeText(*time)) : tr("How long it takes is learned from the first one.");
    if (isDump(plan)) {
        return cost + u' ' + tr("The backup is verified, stays in your library, and is what Undo imports.");
    }
    return cost + u' '
           + tr("The service makes one export of a project at a time. The backup is verified, stays in "
                "your library, and is what Undo imports.");
}

QStringList Text::steps(const ImportPlan& plan, const ImportFacts& facts)
{
    if (!plan.target || !plan.file) {
        return {};
    }
    QStringList sentences;
    if (backsUp(plan)) {
        //: %1 is "CMS database of Contoso / Integration", %2 a folder
        sentences << tr("Back up the %1 to %2. If that fails, nothing is sent.")
                         .arg(target(plan, facts), QDir::toNativeSeparators(plan.backupFolder));
    }
    sentences << sending(plan, facts) << carryingOut(plan, facts);
    sentences << (backsUp(plan) ? tr("Undo: from the backup, with “Undo import” at the job.")
                                : tr("Undo: not possible, as no backup is made."));
    if (const std::optional<std::chrono::seconds> usual = usualTime(plan, facts)) {
        //: %1 is a duration
        sentences << tr("Usually about %1.").arg(formatDuration(*usual));
    }
    return sentences;
}

QStringList Text::sending(const ImportPlan& plan, const ImportFacts& facts)
{
    const QString name = QFileInfo(plan.path).fileName();
    const QString size = formatSize(plan.file->size);
    if (!isDump(plan)) {
        //: %1 is the name of a file, %2 a size, %3 the name it gets at the service
        return {tr("Upload %1 (%2) as %3. Your file keeps its name.").arg(name, size, packageNameOf(plan, facts))};
    }
    QStringList sentences;
    if (const std::optional<DumpFormat> form = formOf(plan, facts)) {
        sentences
            << (*form == DumpFormat::Plain
                    ? tr("Unpack it, since the service takes plain SQL here. Your file stays as it is.")
                    //: %1 is the ending of a file's name: ".sql.gz"
                    : tr("Pack it as %1, which the service takes. Your file stays as it is.").arg(dumpSuffix(*form)));
    }
    if (wayOf(plan, facts) == ImportWay::Quick) {
        //: %1 is the name of a file, %2 a size
        return sentences
               << tr("Send %1 (%2) inside the request: it is small enough for a quick import.").arg(name, size);
    }
    //: %1 is the name of a file, %2 a size
    return sentences << tr("Upload %1 (%2) to the service’s storage.").arg(name, size);
}

QStringList Text::carryingOut(const ImportPlan& plan, const ImportFacts& facts)
{
    if (!isDump(plan)) {
        //: %1 is "CMS database of Contoso / Integration"
        return {tr("Then REPLACE the %1 with it.").arg(target(plan, facts))};
    }
    QStringList sentences;
    //: %1 is "MySQL database of Shop / staging"
    sentences << (hasOptions(plan, facts) && plan.options.dropTables
                      ? tr("Then DELETE all tables of the %1 and carry out the dump there.").arg(target(plan, facts))
                      //: %1 is "MySQL database of Shop / staging"
                      : tr("Then carry out the dump in the %1: it REPLACES the tables that it deletes first; others "
                           "stay.")
                            .arg(target(plan, facts)));
    if (hasOptions(plan, facts) && plan.replaces) {
        //: %1 and %2 are texts: "//old.example", "//new.example"
        sentences << tr("On the way every %1 becomes %2.").arg(plan.options.searchFor, plan.options.replaceBy);
    }
    sentences << tr("If a statement fails, the tables before it are changed already.");
    return sentences;
}

QString Text::way(const ImportPlan& plan, const ImportFacts& facts)
{
    const QString size = formatSize(plan.dump ? plan.dump->plainBytes : 0);
    if (wayOf(plan, facts) == ImportWay::Quick) {
        //: %1 is a size
        return tr("Quick import: the dump (%1) is small enough to go inside the request. Nothing is uploaded to a "
                  "storage first, and the answer says at once how it went.")
            .arg(size);
    }
    //: %1 is a size
    return tr("The dump (%1) goes to the service’s storage and is imported from there. An upload that is cut goes on "
              "with what is missing.")
        .arg(size);
}

QString Text::keepTables(const ImportPlan& plan)
{
    const bool makesAnew = std::ranges::any_of(
        plan.findings, [](const Finding& finding) { return finding.kind == Finding::Kind::NoDropTable; });
    return makesAnew ? tr("This dump does not delete all tables that it makes: one that is there already stops the "
                          "import.")
                     : tr("The dump replaces the tables that it has; what else is there stays.");
}

QString Text::replace(const ImportPlan& plan)
{
    //: Button that starts an import. %1 is "CMS" or "Commerce", %2 an environment
    return plan.target
               ? tr("Replace %1 database of %2").arg(databaseText(plan.target->database), plan.target->environment)
               : QString();
}

} // namespace

QString barText(ImportBar bar, const QString& environment)
{
    return Text::bar(bar, environment);
}

QString choiceText(const TargetChoice& choice, const QDateTime& now)
{
    return Text::choice(choice, now);
}

QString targetText(const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::target(plan, facts);
}

QString problemText(ImportProblem problem, const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::problem(problem, plan, facts);
}

QString backupCostText(const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::backupCost(plan, facts);
}

QString nameFaultText(PackageNameFault fault, const ImportPlan& plan)
{
    return Text::nameFault(fault, plan);
}

QString guardText(const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::guard(plan, facts);
}

QString noWayBackText(const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::noWayBack(plan, facts);
}

QString wayText(const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::way(plan, facts);
}

QString keepTablesText(const ImportPlan& plan)
{
    return Text::keepTables(plan);
}

QStringList whatHappens(const ImportPlan& plan, const ImportFacts& facts)
{
    return Text::steps(plan, facts);
}

QString replaceText(const ImportPlan& plan)
{
    return Text::replace(plan);
}

} // namespace longshore
