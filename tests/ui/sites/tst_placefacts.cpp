#include "tests/ui/stage.h"
#include "ui/sites/placefacts.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestPlaceFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheRetentionFromTheStartOfTheServersWork();
    void knowsNoEndWhileTheServerStillWorks();
    void takesTheNewestGoodExportAndTheNewestLiveJob();
    void forgetsAFileWhoseTimeIsOver();
    void keepsDatabasesAndEnvironmentsApart();
    void saysWhetherTheFileIsStillInTheLibrary();

private:
    const Place m_place{u"c1"_s, u"Production"_s};
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
};

void TestPlaceFacts::countsTheRetentionFromTheStartOfTheServersWork()
{
    JobRecord record = jobAt(JobStep::Done);
    record.serverFileName = u"epicms_Production.bacpac"_s;
    record.request.retention = std::chrono::hours(48);
    QCOMPARE(keptUntil(record), record.timeline.at(2).startedAt.addSecs(48 * 3600));
}

void TestPlaceFacts::knowsNoEndWhileTheServerStillWorks()
{
    QVERIFY(!keptUntil(jobAt(JobStep::ServerWorking)).isValid());
    QVERIFY(!keptUntil(jobAt(JobStep::Queued)).isValid());
}

void TestPlaceFacts::takesTheNewestGoodExportAndTheNewestLiveJob()
{
    const JobRecord live = jobAt(JobStep::Downloading);
    const JobRecord failed = jobAt(JobStep::Failed);
    const JobRecord good = jobAt(JobStep::Done);
    const JobRecord older = jobAt(JobStep::Done);
    const DatabaseFacts facts = databaseFacts(m_place, Database::Cms, {live, failed, good, older}, {}, m_now);
    QCOMPARE(facts.live->id, live.id);
    QCOMPARE(facts.lastExport->id, good.id);
}

void TestPlaceFacts::forgetsAFileWhoseTimeIsOver()
{
    JobRecord record = jobAt(JobStep::Done);
    record.serverFileName = u"epicms_Production.bacpac"_s;
    record.request.retention = std::chrono::hours(24);
    const auto facts = [this, &record](const QDateTime& now) {
        return databaseFacts(m_place, Database::Cms, {record}, {}, now);
    };
    QVERIFY(facts(m_now).onServerUntil.isValid());
    QVERIFY(!facts(m_now.addDays(2)).onServerUntil.isValid());
}

void TestPlaceFacts::keepsDatabasesAndEnvironmentsApart()
{
    const JobRecord commerce = jobAt(JobStep::Done, Database::Commerce);
    QVERIFY(!databaseFacts(m_place, Database::Cms, {commerce}, {}, m_now).lastExport);
    QVERIFY(!databaseFacts({u"c1"_s, u"Integration"_s}, Database::Commerce, {commerce}, {}, m_now).lastExport);
    QVERIFY(!databaseFacts({u"c2"_s, u"Production"_s}, Database::Commerce, {commerce}, {}, m_now).lastExport);
    QVERIFY(databaseFacts({u"c1"_s, u"production"_s}, Database::Commerce, {commerce}, {}, m_now).lastExport);
}

void TestPlaceFacts::saysWhetherTheFileIsStillInTheLibrary()
{
    JobRecord record = jobAt(JobStep::Done);
    record.size = 18'400'000'000;
    LibraryEntry entry;
    entry.connectionId = u"c1"_s;
    entry.environment = u"Production"_s;
    entry.health = LibraryEntry::Health::Verified;
    const QString with = lastExportText(databaseFacts(m_place, Database::Cms, {record}, {entry}, m_now), m_now);
    const QString without = lastExportText(databaseFacts(m_place, Database::Cms, {record}, {}, m_now), m_now);
    QVERIFY(with.contains(u"18.4 GB"_s));
    QVERIFY(with.contains(u"verified"_s));
    QVERIFY(with.contains(u"in the library"_s) && !with.contains(u"not in"_s));
    QVERIFY(without.contains(u"not in the library"_s));
    QVERIFY(!without.contains(u"verified"_s));
}

QTEST_MAIN(TestPlaceFacts)
#include "tst_placefacts.moc"
