#include "app/domain/finding.h"
#include "app/domain/targetfindings.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;
using Source = TargetExpectations::Source;

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::utc()).addDays(number);
}

CheckedFile cmsFile()
{
    CheckedFile file;
    file.path = u"/home/ann/epicms.bacpac"_s;
    file.size = 1'000'000;
    file.modifiedAt = day(11);
    file.facts.exportedAt = day(10);
    file.facts.database = Database::Cms;
    return file;
}

QList<Kind> kinds(const QList<Finding>& findings)
{
    QList<Kind> all;
    for (const Finding& finding : findings) {
        all.append(finding.kind);
    }
    return all;
}

} // namespace

class TestFinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameOfItsOwn();
    void anErrorBlocksAndAWarningDoesNot();
    void whatThePlatformItselfAlwaysExportsIsNoWarningInItsFile();
    void aFileOfTheTargetsKindFits();
    void theWrongKindOfDatabaseBlocks();
    void anUnknownKindOfDatabaseIsNotJudgedTwice();
    void theSizeIsHeldAgainstWhatIsUsual_data();
    void theSizeIsHeldAgainstWhatIsUsual();
    void anImportAfterTheFileWasMadeIsSaid_data();
    void anImportAfterTheFileWasMadeIsSaid();
    void aFileOfLongAgoIsSaid_data();
    void aFileOfLongAgoIsSaid();
    void whereTheFileCameFrom_data();
    void whereTheFileCameFrom();
    void theAddressOfTheSiteIsHeldAgainstTheTargets_data();
    void theAddressOfTheSiteIsHeldAgainstTheTargets();
    void tablesThatTheTargetWouldNotReadAreSaid_data();
    void tablesThatTheTargetWouldNotReadAreSaid();
    void whatToReplaceIsSuggested_data();
    void whatToReplaceIsSuggested();
};

void TestFinding::everyKindHasANameOfItsOwn()
{
    QSet<QString> names;
    int kind = 0;
    for (; !findingName(static_cast<Kind>(kind)).isEmpty(); ++kind) {
        names.insert(findingName(static_cast<Kind>(kind)));
    }
    QCOMPARE(names.size(), kind);
    QVERIFY(kind > static_cast<int>(Kind::MultisiteIntoSingle));
    QCOMPARE(findingName(Kind::ZipDamaged), u"zipDamaged"_s);
    QCOMPARE(severityName(Severity::Good), u"good"_s);
    QCOMPARE(severityName(Severity::Note), u"note"_s);
    QCOMPARE(severityName(Severity::Warning), u"warning"_s);
    QCOMPARE(severityName(Severity::Error), u"error"_s);
}

void TestFinding::anErrorBlocksAndAWarningDoesNot()
{
    const Finding warning{Severity::Warning, Kind::NoData, {}, {}};
    const Finding error{Severity::Error, Kind::PartMissing, u"model.xml"_s, {}};
    QVERIFY(!blocks({}));
    QVERIFY(!blocks({{Severity::Good, Kind::FileReadable, {}, {}}, warning}));
    QVERIFY(blocks({warning, error}));
    QCOMPARE(warningsOf({error, warning}), QList<Finding>{warning});
}

void TestFinding::whatThePlatformItselfAlwaysExportsIsNoWarningInItsFile()
{
    const Finding sandbox{.severity = Finding::Severity::Warning, .kind = Finding::Kind::SandboxLine, .place = u"1"_s};
    QCOMPARE(ofPlatformsExport(sandbox).severity, Finding::Severity::Note);
    QCOMPARE(ofPlatformsExport(sandbox).place, sandbox.place);
    const Finding address{.severity = Finding::Severity::Warning, .kind = Finding::Kind::OtherAddress};
    QCOMPARE(ofPlatformsExport(address), address);
    const Finding cut{.severity = Finding::Severity::Error, .kind = Finding::Kind::DefinerUsed};
    QCOMPARE(ofPlatformsExport(cut), cut);
}

void TestFinding::aFileOfTheTargetsKindFits()
{
    QCOMPARE(findingsForTarget(cmsFile(), Database::Cms, {.now = day(12)}),
             (QList<Finding>{{Severity::Good, Kind::DatabaseMatchesTarget, {}, u"epicms"_s}}));
}

void TestFinding::theWrongKindOfDatabaseBlocks()
{
    const QList<Finding> findings = findingsForTarget(cmsFile(), Database::Commerce, {.now = day(12)});
    QCOMPARE(findings,
             (QList<Finding>{{Severity::Error, Kind::DatabaseDiffersFromTarget, u"epicommerce"_s, u"epicms"_s}}));
    QVERIFY(blocks(findings));
}

void TestFinding::anUnknownKindOfDatabaseIsNotJudgedTwice()
{
    CheckedFile file = cmsFile();
    file.facts.database.reset();
    QCOMPARE(findingsForTarget(file, Database::Cms, {.now = day(12)}), QList<Finding>{});
}

void TestFinding::theSizeIsHeldAgainstWhatIsUsual_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("usual");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char* name, qint64 size, qint64 usual, Kind kind) {
        QTest::newRow(name) << size << usual << kind;
    };
    row("the same", 1'000'000, 1'000'000, Kind::SameSizeAsUsual);
    row("exactly a quarter", 250'000, 1'000'000, Kind::SameSizeAsUsual);
    row("under a quarter", 249'999, 1'000'000, Kind::MuchSmallerThanUsual);
    row("nothing left", 0, 1'000'000, Kind::MuchSmallerThanUsual);
    row("exactly four times", 4'000'000, 1'000'000, Kind::SameSizeAsUsual);
    row("over four times", 4'000'001, 1'000'000, Kind::MuchLargerThanUsual);
    row("beyond 32 bits", 40'000'000'000, 9'000'000'000, Kind::MuchLargerThanUsual);
}

void TestFinding::theSizeIsHeldAgainstWhatIsUsual()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, usual);
    QFETCH(const Kind, kind);
    CheckedFile file = cmsFile();
    file.size = size;
    const QList<Finding> findings = findingsForTarget(file, Database::Cms, {.now = day(12), .usualBytes = usual});
    const Severity severity = kind == Kind::SameSizeAsUsual ? Severity::Good : Severity::Warning;
    QCOMPARE(findings.value(1), (Finding{severity, kind, QString::number(usual), QString::number(size)}));
    QCOMPARE(findings.size(), 2);
}

void TestFinding::anImportAfterTheFileWasMadeIsSaid_data()
{
    QTest::addColumn<QDateTime>("exported");
    QTest::addColumn<QDateTime>("modified");
    QTest::addColumn<QDateTime>("lastImport");
    QTest::addColumn<bool>("said");
    QTest::newRow("imported later") << day(10) << day(10) << day(11) << true;
    QTest::newRow("copied to this disk after the import") << day(10) << day(12) << day(11) << true;
    QTest::newRow("imported before") << day(10) << day(10) << day(9) << false;
    QTest::newRow("no import known") << day(10) << day(10) << QDateTime() << false;
    QTest::newRow("only the file's time") << QDateTime() << day(10) << day(11) << true;
    QTest::newRow("no time at all") << QDateTime() << QDateTime() << day(11) << false;
}

void TestFinding::anImportAfterTheFileWasMadeIsSaid()
{
    QFETCH(const QDateTime, exported);
    QFETCH(const QDateTime, modified);
    QFETCH(const QDateTime, lastImport);
    QFETCH(const bool, said);
    CheckedFile file = cmsFile();
    file.facts.exportedAt = exported;
    file.modifiedAt = modified;
    const QList<Finding> findings =
        findingsForTarget(file, Database::Cms, {.now = day(12), .lastImportAt = lastImport});
    const Finding expected{Severity::Warning, Kind::OlderThanTarget, {}, u"2026-01-12T12:00:00Z"_s};
    QCOMPARE(findings.contains(expected), said);
    QCOMPARE(kinds(findings).contains(Kind::OlderThanTarget), said);
}

void TestFinding::aFileOfLongAgoIsSaid_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("said");
    QTest::newRow("two days") << day(12) << false;
    QTest::newRow("thirty days") << day(40) << false;
    QTest::newRow("thirty-one days") << day(41) << true;
    QTest::newRow("a clock that is behind") << day(1) << false;
}

void TestFinding::aFileOfLongAgoIsSaid()
{
    QFETCH(const QDateTime, now);
    QFETCH(const bool, said);
    const QList<Finding> findings = findingsForTarget(cmsFile(), Database::Cms, {.now = now});
    const Finding expected{Severity::Warning, Kind::ExportedLongAgo, {}, u"2026-01-11T12:00:00Z"_s};
    QCOMPARE(findings.contains(expected), said);
    QCOMPARE(kinds(findings).contains(Kind::ExportedLongAgo), said);
}

void TestFinding::whereTheFileCameFrom_data()
{
    QTest::addColumn<Source::Place>("place");
    QTest::addColumn<Tier>("tier");
    QTest::addColumn<QList<Finding>>("expected");
    QTest::newRow("a test environment") << Source::Place::Elsewhere << Tier::Test << QList<Finding>{};
    QTest::newRow("production") << Source::Place::Elsewhere << Tier::Production
                                << QList<Finding>{
                                       {Severity::Warning, Kind::FromProduction, u"contoso/Production"_s, {}}};
    QTest::newRow("the target itself") << Source::Place::TheTargetItself << Tier::Test
                                       << QList<Finding>{
                                              {Severity::Note, Kind::SameEnvironment, u"contoso/Production"_s, {}}};
}

void TestFinding::whereTheFileCameFrom()
{
    QFETCH(const Source::Place, place);
    QFETCH(const Tier, tier);
    QFETCH(const QList<Finding>, expected);
    const QList<Finding> findings = findingsForTarget(
        cmsFile(), Database::Cms,
        {.now = day(12), .source = Source{.place = place, .name = u"contoso/Production"_s, .tier = tier}});
    QCOMPARE(findings.mid(1), expected);
}

void TestFinding::theAddressOfTheSiteIsHeldAgainstTheTargets_data()
{
    QTest::addColumn<QString>("siteUrl");
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("searchFor");
    QTest::addColumn<QList<Finding>>("findings");
    const QString dev = u"https://dev.example"_s;
    const QString target = u"staging.example"_s;
    const QList<Finding> other{{Severity::Warning, Kind::OtherAddress, target, dev}};
    const QList<Finding> replaced{{Severity::Good, Kind::AddressReplaced, target, dev}};
    const QList<Finding> same{{Severity::Good, Kind::SameAddress, {}, dev}};
    QTest::newRow("another") << dev << dev << target << QString() << other;
    QTest::newRow("replaced") << dev << dev << target << u"//dev.example"_s << replaced;
    QTest::newRow("something else is replaced") << dev << dev << target << u"//old.example"_s << other;
    QTest::newRow("the same") << dev << dev << u"DEV.example"_s << QString() << same;
    QTest::newRow("the same in a folder")
        << dev << u"https://dev.example/shop"_s << u"dev.example"_s << QString() << same;
    QTest::newRow("only home is another")
        << dev << u"https://shop.example"_s << u"dev.example"_s << QString()
        << QList<Finding>{{Severity::Warning, Kind::OtherAddress, u"dev.example"_s, u"https://shop.example"_s}};
    QTest::newRow("the dump has none") << QString() << QString() << target << QString() << QList<Finding>{};
    QTest::newRow("the target's is not known") << dev << dev << QString() << QString() << QList<Finding>{};
}

void TestFinding::theAddressOfTheSiteIsHeldAgainstTheTargets()
{
    QFETCH(const QString, siteUrl);
    QFETCH(const QString, home);
    QFETCH(const QString, domain);
    QFETCH(const QString, searchFor);
    QFETCH(const QList<Finding>, findings);
    const DumpFacts dump{.siteUrl = siteUrl, .homeUrl = home};
    QCOMPARE(findingsForTarget({}, Database::MySql, {.dump = dump, .domain = domain, .searchFor = searchFor}),
             findings);
}

void TestFinding::tablesThatTheTargetWouldNotReadAreSaid_data()
{
    QTest::addColumn<DumpFacts>("dump");
    QTest::addColumn<std::optional<PackageFacts>>("held");
    QTest::addColumn<QList<Finding>>("findings");
    const DumpFacts single{.tablePrefix = u"wp_"_s};
    const DumpFacts network{.tablePrefix = u"wp_"_s, .isMultisite = true};
    PackageFacts heldSingle;
    heldSingle.tablePrefix = u"wp_"_s;
    PackageFacts heldNetwork = heldSingle;
    heldNetwork.isMultisite = true;
    const DumpFacts other{.tablePrefix = u"shop_"_s};
    const auto row = [](const char* name, const DumpFacts& dump, const std::optional<PackageFacts>& held,
                        const QList<Finding>& findings) { QTest::newRow(name) << dump << held << findings; };
    row("the same", single, heldSingle, {});
    row("a network into a network", network, heldNetwork, {});
    row("another prefix", other, heldSingle, {{Severity::Warning, Kind::OtherTablePrefix, u"wp_"_s, u"shop_"_s}});
    row("a network into a single site", network, heldSingle, {{Severity::Warning, Kind::MultisiteIntoSingle, {}, {}}});
    row("the target is not known", network, std::nullopt, {});
    row("the dump is of no WordPress", DumpFacts{}, heldSingle, {});
    row("the target is no WordPress", network, PackageFacts{}, {});
}

void TestFinding::tablesThatTheTargetWouldNotReadAreSaid()
{
    QFETCH(const DumpFacts, dump);
    QFETCH(const std::optional<PackageFacts>, held);
    QFETCH(const QList<Finding>, findings);
    QCOMPARE(findingsForTarget({}, Database::MySql, {.dump = dump, .held = held}), findings);
}

void TestFinding::whatToReplaceIsSuggested_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("searchFor");
    QTest::addColumn<QString>("replaceBy");
    const auto row = [](const char* name, const QString& from, const QString& domain, const QString& searchFor,
                        const QString& replaceBy) { QTest::newRow(name) << from << domain << searchFor << replaceBy; };
    row("address and domain", u"https://dev.example/shop"_s, u"staging.example"_s, u"//dev.example"_s,
        u"//staging.example"_s);
    row("two domains", u"dev.example"_s, u"Staging.Example"_s, u"//dev.example"_s, u"//staging.example"_s);
    row("a port", u"http://127.0.0.1:8080"_s, u"staging.example"_s, u"//127.0.0.1:8080"_s, u"//staging.example"_s);
    row("the same", u"https://dev.example"_s, u"dev.example"_s, {}, {});
    row("nothing known", {}, u"dev.example"_s, {}, {});
    row("no target", u"https://dev.example"_s, {}, {}, {});
}

void TestFinding::whatToReplaceIsSuggested()
{
    QFETCH(const QString, from);
    QFETCH(const QString, domain);
    QFETCH(const QString, searchFor);
    QFETCH(const QString, replaceBy);
    const auto pair = suggestedReplacement(from, domain);
    QCOMPARE(pair.has_value(), !searchFor.isEmpty());
    QCOMPARE(pair.value_or(AddressReplacement{}), (AddressReplacement{searchFor, replaceBy}));
}

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
