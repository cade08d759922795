#include "ui/jobs/importjobtext.h"

#include "ui/jobs/jobactions.h"
#include "ui/jobs/joberror.h"
#include "ui/jobs/jobreport.h"
#include "ui/jobs/jobtext.h"
#include "ui/shell/quitplan.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

class TestImportJobText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleNamesFileAndTarget();
    void aBackupIsCalledSo();
    void stepsAreCountedWithAndWithoutBackup();
    void theServersOwnPercentageIsShown();
    void anUploadShowsBytesSpeedAndTimeLeft();
    void theTimelineFollowsTheOrderOfTheSteps();
    void aNameThatWasTakenIsSaid();
    void verificationIsThePersonsTurn();
    void nothingWasChangedBeforeTheDeployment_data();
    void nothingWasChangedBeforeTheDeployment();
    void aFailedDeploymentPointsToTheBackup();
    void errorsAreToldForAnImport_data();
    void errorsAreToldForAnImport();
    void verbsSpeakOfTheImport();
    void aSitesImportSpeaksOfTheDump();
    void aCopyBeginsWithItsSource();
    void theFailedStatementIsShownWithItsPlace_data();
    void theFailedStatementIsShownWithItsPlace();
    void theReportHoldsTheServersWords();
    void quittingKnowsUploadsAndDeployments();
};

namespace {

QDateTime now()
{
    return {QDate(2026, 1, 12), QTime(14, 30), QTimeZone::utc()};
}

JobRecord importAt(JobStep step, ImportRequest::Backup backup = ImportRequest::Backup::First)
{
    JobRecord record;
    record.id = u"i1"_s;
    record.connectionName = u"Contoso"_s;
    record.tier = Tier::Test;
    ImportRequest request;
    request.connectionId = u"c1"_s;
    request.environment = u"Integration"_s;
    request.file = {.path = u"/home/anna/cms.bacpac"_s,
                    .size = 18'400'000'000,
                    .modifiedAt = now(),
                    .sha256 = u"9c1f"_s,
                    .facts = {}};
    request.packageName = u"contoso.cms.sqldb.20260112.1402.bacpac"_s;
    request.backup = backup;
    record.import = request;
    record.packageName = request.packageName;
    record.step = step;
    record.createdAt = now().addSecs(-1800);
    const QList<JobStep> way{JobStep::Queued,    JobStep::Checking, JobStep::BackingUp,
                             JobStep::Uploading, JobStep::Asking,   JobStep::ServerWorking};
    qint64 seconds = -1800;
    for (const JobStep past : way) {
        const bool here = past == step;
        record.timeline << StepRecord{past, now().addSecs(seconds), here ? QDateTime() : now().addSecs(seconds + 60)};
        seconds += 60;
        if (here) {
            break;
        }
    }
    return record;
}

JobRecord siteImportAt(JobStep step)
{
    JobRecord record = importAt(step);
    record.connectionName = u"lantern"_s;
    record.import->environment = u"staging"_s;
    record.import->database = Database::MySql;
    record.import->file.path = u"/home/anna/shop.sql.gz"_s;
    record.import->packageName.clear();
    record.packageName.clear();
    return record;
}

JobRecord failedAt(JobStep step, Error::Code code)
{
    JobRecord record = importAt(step);
    record.step = JobStep::Failed;
    record.timeline << StepRecord{JobStep::Failed, now(), now()};
    record.error = Error{.code = code};
    return record;
}

JobView viewOf(const JobRecord& record)
{
    return {.record = record, .estimate = {}, .timeLeft = {}, .waitsFor = {}, .speeds = {}};
}

} // namespace

void TestImportJobText::titleNamesFileAndTarget()
{
    QCOMPARE(jobTitle(importAt(JobStep::Queued)), u"cms.bacpac → Contoso / Integration CMS"_s);
}

void TestImportJobText::aBackupIsCalledSo()
{
    JobRecord backup;
    backup.connectionName = u"Contoso"_s;
    backup.request.environment = u"Integration"_s;
    backup.backupFor = u"i1"_s;
    QCOMPARE(jobTitle(backup), u"Backup of Contoso / Integration CMS before import"_s);
}

void TestImportJobText::stepsAreCountedWithAndWithoutBackup()
{
    QCOMPARE(jobRow(viewOf(importAt(JobStep::BackingUp)), now()).step, u"Step 2 of 4: backing up the target"_s);
    QCOMPARE(jobRow(viewOf(importAt(JobStep::Asking)), now()).step, u"Step 4 of 4: asking for the deployment"_s);
    QCOMPARE(jobRow(viewOf(importAt(JobStep::Asking, ImportRequest::Backup::None)), now()).step,
             u"Step 3 of 3: asking for the deployment"_s);
}

void TestImportJobText::theServersOwnPercentageIsShown()
{
    JobRecord record = importAt(JobStep::ServerWorking);
    QVERIFY(!jobRow(viewOf(record), now()).permille);
    record.serverPercent = 33;
    const JobRow row = jobRow(viewOf(record), now());
    QCOMPARE(row.permille, std::optional(330));
    QVERIFY(row.aside.startsWith(u"33"_s));
    QCOMPARE(timelineOf(viewOf(record), now()).at(3).permille, std::optional(330));
}

void TestImportJobText::anUploadShowsBytesSpeedAndTimeLeft()
{
    JobView view = viewOf(importAt(JobStep::Uploading));
    view.record.progress = {.done = 6'100'000'000, .total = 18'400'000'000, .bytesPerSecond = 71'000'000};
    view.timeLeft = 180s;
    const JobRow row = jobRow(view, now());
    QCOMPARE(row.step, u"Step 3 of 4: uploading, 6.1 GB of 18.4 GB"_s);
    QCOMPARE(row.asideBelow, u"71.0 MB/s, 3 min left"_s);
    QVERIFY(timelineOf(view, now()).at(2).text.contains(u"71.0 MB/s"_s));
}

void TestImportJobText::theTimelineFollowsTheOrderOfTheSteps()
{
    const QList<TimelineRow> rows = timelineOf(viewOf(importAt(JobStep::Uploading)), now());
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.at(0).icon, u"check"_s);
    QCOMPARE(rows.at(1).icon, u"check"_s);
    QCOMPARE(rows.at(2).tone, Tone::Active);
    QCOMPARE(rows.at(3).icon, u"tocome"_s);
    QCOMPARE(timelineOf(viewOf(importAt(JobStep::Uploading, ImportRequest::Backup::None)), now()).size(), 3);
}

void TestImportJobText::aNameThatWasTakenIsSaid()
{
    JobRecord record = importAt(JobStep::ServerWorking);
    record.packageName = u"contoso.cms.sqldb.20260112.1402.2.bacpac"_s;
    const QString text = timelineOf(viewOf(record), now()).at(2).text;
    QVERIFY2(text.contains(record.packageName), qPrintable(text));
    QVERIFY2(text.contains(u"contoso.cms.sqldb.20260112.1402.bacpac was taken"_s), qPrintable(text));
}

void TestImportJobText::verificationIsThePersonsTurn()
{
    const JobRecord record = importAt(JobStep::AwaitingVerification);
    QCOMPARE(jobGroup(record), JobGroup::NeedsYou);
    QCOMPARE(jobLook(record).word, u"Needs you"_s);
    QCOMPARE(timelineOf(viewOf(record), now()).size(), 5);
    QVERIFY(detailNotice(record).text.contains(u"Complete"_s));
    QVERIFY(verbsFor(record).contains(JobVerb::Reset));
}

void TestImportJobText::nothingWasChangedBeforeTheDeployment_data()
{
    QTest::addColumn<JobStep>("step");
    QTest::addColumn<bool>("unchanged");
    QTest::newRow("checking") << JobStep::Checking << true;
    QTest::newRow("backing up") << JobStep::BackingUp << true;
    QTest::newRow("uploading") << JobStep::Uploading << true;
    QTest::newRow("start refused") << JobStep::Asking << true;
    QTest::newRow("server working") << JobStep::ServerWorking << false;
}

void TestImportJobText::nothingWasChangedBeforeTheDeployment()
{
    QFETCH(JobStep, step);
    QFETCH(bool, unchanged);
    const JobRecord record = failedAt(step, Error::Code::ServerRefused);
    QCOMPARE(!targetMayHaveChanged(record), unchanged);
    QCOMPARE(jobErrorText(record).safe == u"Nothing was changed on Contoso / Integration."_s, unchanged);
}

void TestImportJobText::aFailedDeploymentPointsToTheBackup()
{
    JobRecord record = failedAt(JobStep::ServerWorking, Error::Code::ServerJobFailed);
    record.serverId = u"d1"_s;
    QVERIFY(!jobErrorText(record).safe.contains(u"library"_s));
    record.backupLibraryId = u"f1"_s;
    QVERIFY(jobErrorText(record).safe.contains(u"library"_s));
    QVERIFY(jobErrorText(record).what.contains(u"import"_s));
    QVERIFY(verbsFor(record).contains(JobVerb::Undo));
}

void TestImportJobText::errorsAreToldForAnImport_data()
{
    QTest::addColumn<Error::Code>("code");
    for (const Error::Code code :
         {Error::Code::ServerBusy, Error::Code::ServerJobFailed, Error::Code::OutcomeUnknown, Error::Code::NotFound,
          Error::Code::LeaseHeld, Error::Code::LinkExpired, Error::Code::LinkRefused, Error::Code::SourceChanged,
          Error::Code::FormatInvalid, Error::Code::FileAccess, Error::Code::GuardRefused, Error::Code::ServerRefused}) {
        QTest::newRow(qPrintable(errorCodeName(code))) << code;
    }
}

void TestImportJobText::errorsAreToldForAnImport()
{
    QFETCH(Error::Code, code);
    const ErrorText text = jobErrorText(failedAt(JobStep::Uploading, code));
    for (const QString& sentence : {text.what, text.safe, text.next}) {
        QVERIFY(!sentence.isEmpty());
        QVERIFY2(!sentence.contains(u"xport"_s) && !sentence.contains(u"ownload"_s), qPrintable(sentence));
    }
}

void TestImportJobText::verbsSpeakOfTheImport()
{
    const QList<JobStep> steps{JobStep::Queued,        JobStep::Checking,        JobStep::Uploading, JobStep::Unknown,
                               JobStep::ServerWorking, JobStep::StoppedWatching, JobStep::Done,      JobStep::Failed};
    for (const JobStep step : steps) {
        const JobRecord record = importAt(step);
        QStringList texts;
        const QList<JobVerb> verbs = verbsFor(record);
        for (const JobVerb verb : verbs) {
            const QString hint = verbHintFor(verb, record);
            QVERIFY2(!hint.contains(u"export"_s) && !hint.contains(u"ownload"_s), qPrintable(hint));
            QVERIFY(!texts.contains(verbTextFor(verb, record)));
            texts << verbTextFor(verb, record);
        }
    }
    QCOMPARE(verbTextFor(JobVerb::CancelTransfer, importAt(JobStep::Uploading)), u"Cancel import"_s);
    QCOMPARE(verbTextFor(JobVerb::Pause, importAt(JobStep::Checking)), u"Hold the upload back"_s);
}

void TestImportJobText::aSitesImportSpeaksOfTheDump()
{
    JobRecord record = siteImportAt(JobStep::Asking);
    QCOMPARE(jobTitle(record), u"shop.sql.gz → lantern / staging MySQL"_s);
    QCOMPARE(jobRow(viewOf(record), now()).step, u"Step 4 of 4: asking for the import"_s);
    record.import->way = ImportWay::Quick;
    QCOMPARE(jobRow(viewOf(record), now()).step, u"Step 3 of 3: asking for the import"_s);
    record.prepared = PreparedFile{.format = DumpFormat::Gzip, .path = u"/x"_s, .size = 5, .sha256 = {}};
    QStringList titles;
    for (const TimelineRow& row : timelineOf(viewOf(record), now())) {
        titles << row.title;
    }
    QCOMPARE(titles, QStringList({u"Check the file"_s, u"Back up the target"_s, u"Prepare the file"_s,
                                  u"The server carries out the dump"_s}));
    for (const JobStep step : {JobStep::Starting, JobStep::Asking, JobStep::Unknown, JobStep::ServerWorking}) {
        const JobRow row = jobRow(viewOf(siteImportAt(step)), now());
        QVERIFY2(!row.step.contains(u"deployment"_s) && !row.step.contains(u"package"_s), qPrintable(row.step));
    }
}

void TestImportJobText::aCopyBeginsWithItsSource()
{
    JobRecord record = siteImportAt(JobStep::Fetching);
    record.import->source = CopySource{.connectionId = record.import->connectionId, .environment = u"production"_s};
    QCOMPARE(jobTitle(record), u"production → lantern / staging MySQL"_s);
    QCOMPARE(jobRow(viewOf(record), now()).step, u"Step 1 of 5: exporting the source"_s);
    record.import->source.reset();
    record.import->way = ImportWay::Promote;
    record.step = JobStep::ServerWorking;
    QCOMPARE(jobTitle(record), u"development → lantern / staging MySQL"_s);
    QCOMPARE(jobRow(viewOf(record), now()).step, u"Step 2 of 2: the service copies the database"_s);
}

void TestImportJobText::theFailedStatementIsShownWithItsPlace_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("what");
    QTest::newRow("MariaDB's client")
        << u"ERROR 1064 (42000) at line 1414: You have an error in your SQL syntax; check the manual … near 'X' at "
           "line 2; statement: INSERT INTO `wp_posts` VALUES (1,'a table `b`')"_s
        << u"The dump stopped at line 1,414, in the table wp_posts."_s;
    QTest::newRow("no statement") << u"ERROR 1050 (42S01) at line 31: Table 'wp_users' already exists"_s
                                  << u"The dump stopped at line 31, in the table wp_users."_s;
    QTest::newRow("line only") << u"ERROR 1227 (42000) at line 7: Access denied"_s << u"The dump stopped at line 7."_s;
    QTest::newRow("no place") << u"the import failed"_s << u"The server could not carry out the whole dump."_s;
}

void TestImportJobText::theFailedStatementIsShownWithItsPlace()
{
    QFETCH(QString, words);
    QFETCH(QString, what);
    JobRecord record = siteImportAt(JobStep::Failed);
    record.serverId = u"01jk"_s;
    record.serverErrors = {words};
    record.error = Error{.code = Error::Code::ServerJobFailed, .subject = {}, .detail = {}};
    const ErrorText text = jobErrorText(record);
    QCOMPARE(text.what, what);
    QVERIFY2(text.safe.contains(u"were changed already"_s), qPrintable(text.safe));
    record.backupLibraryId = u"l1"_s;
    QVERIFY(jobErrorText(record).safe.contains(u"in your library"_s));
}

void TestImportJobText::theReportHoldsTheServersWords()
{
    JobRecord record = failedAt(JobStep::ServerWorking, Error::Code::ServerJobFailed);
    record.serverWarnings = {u"slot is not ready"_s};
    record.serverErrors = {u"Runbook job failed"_s};
    const QString report = jobReport(viewOf(record), now());
    for (const QString& words : {u"slot is not ready"_s, u"Runbook job failed"_s, u"contoso.cms.sqldb"_s}) {
        QVERIFY2(report.contains(words), qPrintable(words));
    }
}

void TestImportJobText::quittingKnowsUploadsAndDeployments()
{
    const QStringList said = whatGoesOnWithoutUs({importAt(JobStep::Uploading), importAt(JobStep::ServerWorking),
                                                  importAt(JobStep::BackingUp), importAt(JobStep::AwaitingVerification),
                                                  importAt(JobStep::Done)});
    QCOMPARE(said.size(), 4);
    QVERIFY(said.at(0).contains(u"upload"_s));
    QVERIFY(said.at(1).contains(u"import"_s));
}

QTEST_GUILESS_MAIN(TestImportJobText)
#include "tst_importjobtext.moc"
