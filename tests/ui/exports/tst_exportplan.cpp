#include "ui/exports/exportplan.h"

#include "tests/ui/stage.h"
#include "ui/exports/exporttext.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

class TestExportPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPrefillWithAFolderIsTakenAsItIs();
    void aPlaceAloneBringsTheSettingsOfTheLastExportThere();
    void aConnectionThatIsGoneIsNotProposed();
    void deniedEnvironmentsAreNotProposed();
    void repeatingGivesAFreshName();
    void problemsAreFoundFieldByField_data();
    void problemsAreFoundFieldByField();
    void retentionAdviceComesFromExperience();
    void spaceIsHeldAgainstTheLastSize();
    void aKeptCopyIsMentioned();
    void onlyAJobThatUsesTheSlotMakesItWait();
    void bothDatabasesAreTwoRequestsAndOneSentenceMore();
};

namespace {

PlanFacts facts()
{
    PlanFacts made;
    made.connections = {contoso()};
    made.now = QDateTime(QDate(2026, 1, 12), QTime(14, 25), QTimeZone::utc());
    return made;
}

ExportPlan plan()
{
    ExportPlan made;
    made.connectionId = u"c1"_s;
    made.environment = u"Production"_s;
    made.folder = u"/home/anna/Databases"_s;
    return made;
}

} // namespace

void TestExportPlan::aPrefillWithAFolderIsTakenAsItIs()
{
    const JobRecord record = jobAt(JobStep::Done, Database::Commerce);
    ExportRequest prefill = record.request;
    prefill.retention = 72h;
    prefill.fileName = u"mine.bacpac"_s;
    const ExportPlan made = planFrom(prefill, {record}, {contoso()}, u"/default"_s);
    QCOMPARE(requestsOf(made), QList<ExportRequest>{prefill});
}

void TestExportPlan::aPlaceAloneBringsTheSettingsOfTheLastExportThere()
{
    JobRecord record = jobAt(JobStep::Done, Database::Commerce);
    record.request.retention = 168h;
    record.request.download = false;
    ExportRequest place;
    place.connectionId = u"c1"_s;
    place.environment = u"production"_s;
    const ExportPlan made = planFrom(place, {record}, {contoso()}, u"/default"_s);
    QCOMPARE(made.retention, 168h);
    QVERIFY(!made.download);
    QCOMPARE(made.databases, QList{Database::Cms}); // the card that was clicked decides
    QCOMPARE(planAsLastTime(u"c1"_s, u"Production"_s, {record}, {contoso()}, {}).databases, QList{Database::Commerce});
}

void TestExportPlan::aConnectionThatIsGoneIsNotProposed()
{
    JobRecord record = jobAt(JobStep::Done);
    record.request.connectionId = u"gone"_s;
    QCOMPARE(planFrom({}, {record}, {contoso()}, {}).connectionId, u"c1"_s);
}

void TestExportPlan::deniedEnvironmentsAreNotProposed()
{
    Connection connection = contoso();
    connection.environments.removeFirst(); // Preproduction, denied, is now the first
    QCOMPARE(planFrom({}, {}, {connection}, {}).environment, u"Production"_s);
}

void TestExportPlan::repeatingGivesAFreshName()
{
    JobRecord record = jobAt(JobStep::Done);
    record.request.fileName = u"yesterday.bacpac"_s;
    record.request.retention = 72h;
    const ExportRequest again = repeatRequest(record);
    QVERIFY(again.fileName.isEmpty());
    QCOMPARE(again.retention, 72h);
    QCOMPARE(again.folder, record.request.folder);
}

void TestExportPlan::problemsAreFoundFieldByField_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("field"); // -1: none
    const auto is = [](PlanField field) { return static_cast<int>(field); };
    QTest::newRow("fine") << u"Production"_s << 24 << u"/a"_s << u""_s << -1;
    QTest::newRow("own name") << u"Production"_s << 24 << u"/a"_s << u"x.bacpac"_s << -1;
    QTest::newRow("no place") << u""_s << 24 << u"/a"_s << u""_s << is(PlanField::Place);
    QTest::newRow("denied") << u"Preproduction"_s << 24 << u"/a"_s << u""_s << is(PlanField::Place);
    QTest::newRow("no time") << u"Production"_s << 0 << u"/a"_s << u""_s << is(PlanField::Retention);
    QTest::newRow("over a year") << u"Production"_s << 8761 << u"/a"_s << u""_s << is(PlanField::Retention);
    QTest::newRow("relative folder") << u"Production"_s << 24 << u"a"_s << u""_s << is(PlanField::Folder);
    QTest::newRow("no folder") << u"Production"_s << 24 << u""_s << u""_s << is(PlanField::Folder);
    QTest::newRow("leaves the folder") << u"Production"_s << 24 << u"/a"_s << u"../x.bacpac"_s
                                       << is(PlanField::FileName);
    QTest::newRow("other ending") << u"Production"_s << 24 << u"/a"_s << u"x.zip"_s << is(PlanField::FileName);
    QTest::newRow("ending only") << u"Production"_s << 24 << u"/a"_s << u".bacpac"_s << is(PlanField::FileName);
}

void TestExportPlan::problemsAreFoundFieldByField()
{
    QFETCH(QString, environment);
    QFETCH(int, hours);
    QFETCH(QString, folder);
    QFETCH(QString, name);
    QFETCH(int, field);
    ExportPlan made = plan();
    made.environment = environment;
    made.retention = std::chrono::hours(hours);
    made.folder = folder;
    made.fileName = name;
    const std::optional<PlanField> problem = problemOf(made, facts());
    QCOMPARE(problem ? static_cast<int>(*problem) : -1, field);
    if (problem) {
        QVERIFY(problemText(*problem, made, facts()).endsWith(u'.'));
    }
}

void TestExportPlan::retentionAdviceComesFromExperience()
{
    PlanFacts known = facts();
    QVERIFY(retentionNote(plan(), known).text.contains(u"no experience"_s));
    known.estimates[Database::Cms].serverWork = Estimate::Range{22min, 35min};
    known.estimates[Database::Cms].download = Estimate::Range{9min, 9min};
    const PlanNote note = retentionNote(plan(), known);
    QVERIFY2(note.text.contains(u"44 min"_s) && note.text.contains(u"24 hour"_s), qPrintable(note.text));
    ExportPlan longer = plan();
    longer.retention = 73h;
    QCOMPARE(retentionNote(longer, known).tone, Tone::Caution);
    QCOMPARE(usualNote(plan(), known), u"Usually 22–35 min on the server, then about 9 min to download."_s);
}

void TestExportPlan::spaceIsHeldAgainstTheLastSize()
{
    PlanFacts known = facts();
    QCOMPARE(spaceNote(plan(), known).tone, Tone::Muted);
    known.folder = FolderFacts{.folder = plan().folder, .freeBytes = 212'000'000'000};
    known.estimates[Database::Cms].lastSize = 18'400'000'000;
    QCOMPARE(spaceNote(plan(), known).tone, Tone::Good);
    known.folder->freeBytes = 1'000'000'000;
    QCOMPARE(spaceNote(plan(), known).tone, Tone::Caution);
    known.folder->folder = u"/elsewhere"_s; // an answer about another folder says nothing
    QCOMPARE(spaceNote(plan(), known).tone, Tone::Muted);
}

void TestExportPlan::aKeptCopyIsMentioned()
{
    PlanFacts known = facts();
    QVERIFY(keptCopyNote(plan(), known).isEmpty());
    LibraryEntry kept;
    kept.exportedAt = known.now.addSecs(-3600);
    known.kept.insert(Database::Cms, kept);
    QVERIFY(keptCopyNote(plan(), known).startsWith(u"A verified copy from "_s));
}

void TestExportPlan::onlyAJobThatUsesTheSlotMakesItWait()
{
    QVERIFY(jobBefore(u"c1"_s, {jobAt(JobStep::ServerWorking)}));
    QVERIFY(jobBefore(u"c1"_s, {jobAt(JobStep::Queued)}));
    QVERIFY(!jobBefore(u"c1"_s, {jobAt(JobStep::Downloading)}));
    QVERIFY(!jobBefore(u"c1"_s, {jobAt(JobStep::Done)}));
    QVERIFY(!jobBefore(u"other"_s, {jobAt(JobStep::ServerWorking)}));
}

void TestExportPlan::bothDatabasesAreTwoRequestsAndOneSentenceMore()
{
    ExportPlan both = plan();
    both.databases = databasesOf(Platform::OptimizelyDxp);
    both.fileName = u"one-name-for-two.bacpac"_s;
    const QList<ExportRequest> requests = requestsOf(both);
    QCOMPARE(requests.size(), 2);
    QVERIFY(requests.at(0).fileName.isEmpty() && requests.at(1).fileName.isEmpty());
    QCOMPARE(commandFor(both, u"Contoso"_s).count(u"longshorectl export"_s), 2);
    QCOMPARE(whatHappens(both, facts()).size(), whatHappens(plan(), facts()).size() + 1);
}

QTEST_GUILESS_MAIN(TestExportPlan)
#include "tst_exportplan.moc"
