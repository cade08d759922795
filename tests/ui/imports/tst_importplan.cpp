#include "ui/imports/importplan.h"

#include "tests/ui/stage.h"
#include "ui/imports/importtext.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

class TestImportPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesLetOnInTheirOrder();
    void sentencesNameFileTargetAndUndo();
    void theTimeIsBackupUploadAndDeployment();
    void anOtherTargetNeedsItsOwnTicks();
    void aStagingTierWantsThePhrase();
    void aChangedTargetWantsThePhrase();
    void usedNamesAreRefused();
    void commandIsQuoted();
    void theCommandOfADumpHasItsOptions();
    void aPackedDumpIsNoMeasureOfAPlainOne();
    void whatAnotherPlatformTakesComesLast();
    void everyBarHasAReason();
};

namespace {

const QDateTime now(QDate(2026, 1, 12), QTime(14, 2), QTimeZone::utc());

ImportFacts facts()
{
    ImportFacts facts;
    facts.connections = {contoso()};
    facts.now = now;
    facts.stakes.tier = Tier::Test;
    return facts;
}

ImportPlan plan()
{
    ImportPlan plan;
    plan.path = u"/home/anna/cms.bacpac"_s;
    plan.file = CheckedFile{
        .path = plan.path, .size = 18'400'000'000, .modifiedAt = now, .sha256 = QString(64, u'a'), .facts = {}};
    plan.file->facts.database = Database::Cms;
    plan.target = TargetDatabase{u"c1"_s, u"Integration"_s, Database::Cms};
    plan.backupFolder = u"/home/anna/Databases"_s;
    return plan;
}

ImportFacts siteFacts()
{
    ImportFacts known = facts();
    Connection site = lanternBakery();
    site.dialect = VectorDialect::G1;
    known.connections = {contoso(), site};
    return known;
}

ImportPlan dumpPlan()
{
    ImportPlan planned = plan();
    planned.path = u"/home/anna/shop.sql"_s;
    planned.file->path = planned.path;
    planned.file->facts.database = Database::MySql;
    planned.dump = DumpFacts{.plainBytes = 90'000'000, .siteUrl = u"https://old.example"_s};
    planned.target = TargetDatabase{u"v1"_s, u"staging"_s, Database::MySql};
    return planned;
}

} // namespace

void TestImportPlan::pagesLetOnInTheirOrder()
{
    ImportPlan empty;
    QCOMPARE(problemOf(empty, facts(), ImportPage::File), ImportProblem::NoFile);
    empty.path = u"/tmp/a.bacpac"_s;
    QVERIFY(!problemOf(empty, facts(), ImportPage::File));
    QCOMPARE(problemOf(empty, facts(), ImportPage::Check), ImportProblem::Checking);
    ImportPlan noTarget = plan();
    noTarget.target.reset();
    QCOMPARE(problemOf(noTarget, facts(), ImportPage::Target), ImportProblem::NoTarget);
    ImportPlan noFolder = plan();
    noFolder.backupFolder = u"relative"_s;
    QCOMPARE(problemOf(noFolder, facts(), ImportPage::Safety), ImportProblem::BackupFolder);
    QVERIFY(!problemOf(plan(), facts(), ImportPage::Go));
}

void TestImportPlan::sentencesNameFileTargetAndUndo()
{
    const QString all = whatHappens(plan(), facts()).join(u'\n');
    for (const QString& words : {u"cms.bacpac (18.4 GB)"_s, u"contoso.cms.sqldb."_s, u"REPLACE the CMS database of "_s,
                                 u"Contoso / Integration"_s, u"Undo: from the backup"_s}) {
        QVERIFY2(all.contains(words), qPrintable(all));
    }
    ImportPlan without = plan();
    without.backup = ImportRequest::Backup::None;
    QVERIFY(whatHappens(without, facts()).join(u'\n').contains(u"not possible"_s));
    QCOMPARE(replaceText(plan()), u"Replace CMS database of Integration"_s);
}

void TestImportPlan::theTimeIsBackupUploadAndDeployment()
{
    ImportFacts known = facts();
    QVERIFY(!usualTime(plan(), known));
    known.estimate.serverImport = {10min, 20min};
    known.estimate.upload = {4min, 5min};
    QVERIFY(!usualTime(plan(), known)); // the backup is not known
    known.estimate.serverWork = {20min, 25min};
    known.estimate.download = {4min, 5min};
    QCOMPARE(usualTime(plan(), known), std::optional(std::chrono::seconds(55min)));
    QVERIFY(whatHappens(plan(), known).last().contains(u"55 min"_s));
    ImportPlan without = plan();
    without.backup = ImportRequest::Backup::None;
    QCOMPARE(usualTime(without, known), std::optional(std::chrono::seconds(25min)));
}

void TestImportPlan::anOtherTargetNeedsItsOwnTicks()
{
    ImportFacts warned = facts();
    warned.targetFindings = {{.severity = Finding::Severity::Warning,
                              .kind = Finding::Kind::FromProduction,
                              .place = u"Contoso / Production"_s}};
    ImportPlan open = plan();
    QCOMPARE(problemOf(open, warned, ImportPage::Target), ImportProblem::TargetWarningOpen);
    open.acceptedForTarget = warned.targetFindings;
    QVERIFY(!problemOf(open, warned, ImportPage::Target));
    warned.targetFindings[0].severity = Finding::Severity::Error;
    QCOMPARE(problemOf(open, warned, ImportPage::Target), ImportProblem::TargetBlocks);
}

void TestImportPlan::aStagingTierWantsThePhrase()
{
    ImportFacts staging = facts();
    staging.connections[0].environments[0].tier = Tier::Staging;
    staging.stakes.tier = Tier::Staging;
    ImportPlan typed = plan();
    QCOMPARE(problemOf(typed, staging, ImportPage::Safety), ImportProblem::Phrase);
    QVERIFY(guardText(typed, staging).contains(u"Staging"_s));
    typed.typed = u" contoso/INTEGRATION "_s;
    QVERIFY(!problemOf(typed, staging, ImportPage::Safety));
}

void TestImportPlan::aChangedTargetWantsThePhrase()
{
    ImportFacts changed = facts();
    changed.stakes.fileMadeAt = now.addDays(-2);
    changed.stakes.targetChangedAt = now.addDays(-1);
    QCOMPARE(problemOf(plan(), changed, ImportPage::Safety), ImportProblem::Phrase);
    QVERIFY(!guardText(plan(), changed).isEmpty());
    changed.stakes.targetChangedAt = now.addDays(-3);
    QVERIFY(guardText(plan(), changed).isEmpty());
}

void TestImportPlan::usedNamesAreRefused()
{
    ImportFacts known = facts();
    const QString first = packageNameOf(plan(), known);
    known.usedNames = {first.toLower()};
    const QString second = packageNameOf(plan(), known);
    QVERIFY(second != first);
    ImportPlan stubborn = plan();
    stubborn.packageName = first;
    QCOMPARE(problemOf(stubborn, known, ImportPage::Safety), ImportProblem::PackageName);
    QVERIFY(!nameFaultText(PackageNameFault::Used, stubborn).isEmpty());
}

void TestImportPlan::commandIsQuoted()
{
    ImportPlan blanks = plan();
    blanks.path = u"/home/anna/my files/cms.bacpac"_s;
    blanks.backup = ImportRequest::Backup::None;
    blanks.acceptedForTarget = {{.severity = Finding::Severity::Warning, .kind = Finding::Kind::FromProduction}};
    blanks.packageName = u"x.cms.sqldb.1.bacpac"_s;
    ImportFacts named = facts();
    named.connections[0].name = u"Contoso Web"_s;
    QCOMPARE(commandFor(blanks, named),
             u"longshorectl import '/home/anna/my files/cms.bacpac' --to 'Contoso Web/Integration' --db epicms "
             "--no-backup --name x.cms.sqldb.1.bacpac --accept-warnings --confirm 'Contoso Web/Integration' --wait"_s);
    QVERIFY(commandFor(plan(), facts()).contains(u"--backup-folder /home/anna/Databases "_s));
}

void TestImportPlan::theCommandOfADumpHasItsOptions()
{
    ImportPlan planned = dumpPlan();
    QVERIFY(commandFor(planned, siteFacts()).contains(u"--to lantern-bakery/staging --db mysql --backup-folder"_s));
    planned.options = {.dropTables = false, .foreignKeysOff = false, .searchFor = u"//old"_s, .replaceBy = u"//a b"_s};
    planned.replaces = true;
    const QString line = commandFor(planned, siteFacts());
    QVERIFY2(line.contains(u"--keep-tables --foreign-keys-on --search-for //old --replace-by '//a b' "_s),
             qPrintable(line));
    QCOMPARE(wayOf(planned, siteFacts()), ImportWay::Upload); // too large to go inside the request
    QCOMPARE(requestOf(planned, siteFacts()).options, planned.options);
    planned.replaces = false;
    QVERIFY(!requestOf(planned, siteFacts()).options.isReplacing());
    QVERIFY(!commandFor(planned, siteFacts()).contains(u"--search-for"_s));
    QVERIFY(!commandFor(plan(), facts()).contains(u"--keep-tables"_s));
}

void TestImportPlan::aPackedDumpIsNoMeasureOfAPlainOne()
{
    JobRecord last = jobAt(JobStep::Done, Database::MySql);
    last.request.connectionId = u"v1"_s;
    last.request.environment = u"staging"_s;
    ImportPlan planned = dumpPlan();
    QVERIFY(isPackedAlike(planned, {last}));
    last.request.dumpFormat = DumpFormat::Zstd;
    QVERIFY(!isPackedAlike(planned, {last}));
    planned.dump->packing = u"zstd"_s;
    QVERIFY(isPackedAlike(planned, {last}));
    QVERIFY(isPackedAlike(plan(), {last})); // a package is always a package
}

void TestImportPlan::whatAnotherPlatformTakesComesLast()
{
    QStringList order;
    for (const TargetChoice& choice : targetChoices(dumpPlan(), siteFacts())) {
        order << choice.target.environment + u' ' + databaseApiName(choice.target.database);
    }
    QCOMPARE(order.first(2), QStringList({u"development mysql"_s, u"staging mysql"_s}));
    QCOMPARE(order.at(2), u"production mysql"_s); // it could be, but for its tier
    QVERIFY(order.last().startsWith(u"Production epi"_s));
}

void TestImportPlan::everyBarHasAReason()
{
    for (const ImportBar bar : {ImportBar::ProductionTier, ImportBar::NotByThisService, ImportBar::OnlyByPromotion,
                                ImportBar::NoRight, ImportBar::UnknownEnvironment}) {
        QVERIFY(barText(bar, u"Production"_s).contains(u"Production"_s));
    }
    QVERIFY(barText(ImportBar::None, u"Integration"_s).isEmpty());
    const QList<TargetChoice> choices = targetChoices(plan(), facts());
    QCOMPARE(choices.size(), 6);
    QVERIFY(choices.first().isPossible());
    QCOMPARE(std::count_if(choices.begin(), choices.end(), [](const TargetChoice& c) { return c.isPossible(); }), 1);
}

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
