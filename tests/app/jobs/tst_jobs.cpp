#include "tests/app/jobs/jobdesk.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 40'000;

/// What the file says, read by somebody else.
QString storedStep(const QString& statePath)
{
    QString step;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"witness"_s);
        database.setDatabaseName(statePath);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(u"SELECT step FROM jobs"_s) && query.next()) {
                step = query.value(0).toString();
            }
        }
    }
    QSqlDatabase::removeDatabase(u"witness"_s);
    return step;
}

QList<ExportStep> stepsOf(const JobRecord& record)
{
    QList<ExportStep> steps;
    for (const StepRecord& step : record.timeline) {
        steps.append(step.step);
    }
    return steps;
}

} // namespace

class tst_Jobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(samplePackage().size() > 10'000); }
    void exportEndsAsAVerifiedFileInTheLibrary();
    void rowIsOnDiskAsAskingWhenTheRequestArrives();
    void endsWhenReadyWithoutADownload();
    void refusesARequestThatCannotBeRight_data();
    void refusesARequestThatCannotBeRight();
    void exportFailedEndsTheJobWithinOnePoll();
    void linkExpiredEndsTheJobWithinOnePoll();
    void unknownWordOfTheServerIsShownAndWatchedOn();
    void htmlAndServerErrorsDoNotEndTheWatch();
    void lostAnswerIsNeverAskedTwice();
    void lookFindsTheExportWhereTheServiceListsThem();
    void lookIsNotSureWithTwoCandidates();
    void adoptedIdGoesOn();
    void idNobodyKnowsIsNotAdopted();
    void forgottenJobSendsNothing();
    void secondJobOfAProjectWaitsForTheFirst();
    void jobOfAnotherProjectDoesNotWait();
    void busyServiceIsAskedAgain();
    void refusedRequestFailsAndCanBeRetried();
    void missingSecretWaitsUntilItIsGiven();
    void offlineNothingIsAskedAndOnlineItGoesOn();
    void offlineDoesNotStopAServiceOnThisMachine();
    void stopWatchingAsksNoMoreUntilWatchedAgain();
    void nameThatIsTakenGetsANumber();
    void damagedPackageNeverGetsItsName();
    void retryAfterADamagedPackageFetchesItAnew();
    void removedFromTheQueueNothingIsSent();
    void runAgainAsksForTheSame();
    void durationsAreLearned();
    void dismissedJobLeavesNothing();
};

void tst_Jobs::exportEndsAsAVerifiedFileInTheLibrary()
{
    JobDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);

    const JobRecord record = run.record(id);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(desk.filesOut(), QStringList{u"x.bacpac"_s});
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), desk.content);
    QCOMPARE(record.sha256, hexSha256(desk.content));
    QCOMPARE(record.size, desk.content.size());
    QCOMPARE(QFile::permissions(record.path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(stepsOf(record),
             (QList{ExportStep::Queued, ExportStep::Asking, ExportStep::ServerWorking, ExportStep::Downloading,
                    ExportStep::Verifying, ExportStep::Filing, ExportStep::Done}));
    QCOMPARE(run.library.entries().size(), 1);
    const LibraryEntry entry = run.library.entries().constFirst();
    QCOMPARE(entry.id, record.libraryId);
    QCOMPARE(entry.health, LibraryEntry::Health::Verified);
    QCOMPARE(entry.sha256, record.sha256);
    for (const JobLogLine& line : record.log) {
        QVERIFY2(!line.text.contains(u"canary"_s), qPrintable(line.text));
    }
}

void tst_Jobs::rowIsOnDiskAsAskingWhenTheRequestArrives()
{
    JobDesk desk;
    QString seen;
    desk.service.beforeStart = [&] { seen = storedStep(desk.statePath()); };
    ProgramRun run(desk);
    QVERIFY(run.open());
    (void)run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(desk.service.startCalls, 1, Patience);
    QCOMPARE(seen, u"asking"_s);
}

void tst_Jobs::endsWhenReadyWithoutADownload()
{
    JobDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    ExportRequest request = desk.request();
    request.download = false;
    request.folder.clear();
    const QString id = run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Ready, Patience);
    QCOMPARE(desk.blobRequests, 0);
    QCOMPARE(run.record(id).serverFileName, desk.service.fileName);
}

void tst_Jobs::refusesARequestThatCannotBeRight_data()
{
    QTest::addColumn<ExportRequest>("request");
    QTest::addColumn<QString>("field");
    ExportRequest good;
    good.connectionId = u"c1"_s;
    good.environment = u"Integration"_s;
    good.folder = u"/tmp"_s;
    ExportRequest bad = good;
    bad.connectionId = u"nobody"_s;
    QTest::newRow("connection") << bad << u"connection"_s;
    bad = good;
    bad.environment = u" "_s;
    QTest::newRow("environment") << bad << u"environment"_s;
    bad = good;
    bad.retention = std::chrono::hours(0);
    QTest::newRow("retention") << bad << u"retention"_s;
    bad = good;
    bad.folder = u"here"_s;
    QTest::newRow("folder") << bad << u"folder"_s;
    bad = good;
    bad.fileName = u"../x.bacpac"_s;
    QTest::newRow("fileName") << bad << u"fileName"_s;
}

void tst_Jobs::refusesARequestThatCannotBeRight()
{
    QFETCH(const ExportRequest, request);
    QFETCH(const QString, field);
    JobDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const Result<QString> id = awaitResult(run.jobs.start(request, this));
    QVERIFY(!id);
    QCOMPARE(id.error().code, Error::Code::BadInput);
    QCOMPARE(id.error().subject, field);
    QVERIFY(run.jobs.records().isEmpty());
}

void tst_Jobs::exportFailedEndsTheJobWithinOnePoll()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 0;
    desk.service.endsAs = ExportStatus::Phase::Failed;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Failed, Patience);
    QCOMPARE(desk.service.statusCalls, 1);
    QCOMPARE(run.record(id).error->code, Error::Code::ServerJobFailed);
    QCOMPARE(run.record(id).error->detail, u"ExportFailed"_s);
}

void tst_Jobs::linkExpiredEndsTheJobWithinOnePoll()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 0;
    desk.service.endsAs = ExportStatus::Phase::LinkExpired;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Failed, Patience);
    QCOMPARE(desk.service.statusCalls, 1);
    QCOMPARE(run.record(id).error->code, Error::Code::RetentionEnded);

    // A retry is of no use to that export: it asks for a new one.
    desk.service.endsAs = ExportStatus::Phase::Succeeded;
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 2);
}

void tst_Jobs::unknownWordOfTheServerIsShownAndWatchedOn()
{
    JobDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    ExportStatus odd = desk.service.status(u"x"_s, ExportStatus::Phase::Working, u"Paused"_s);
    odd.knownWord = false;
    desk.service.nextStatus.push_back(odd);
    QStringList words;
    connect(&run.jobs, &Jobs::jobChanged, this, [&words](const JobRecord& record) { words << record.serverStatus; });
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QVERIFY(words.contains(u"Paused"_s));
}

void tst_Jobs::htmlAndServerErrorsDoNotEndTheWatch()
{
    JobDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    for (const Error::Code code : {Error::Code::BadAnswer, Error::Code::ServerError, Error::Code::ConnectionLost,
                                   Error::Code::NotFound, Error::Code::RateLimited}) {
        desk.service.nextStatus.push_back(fail(code));
    }
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(desk.service.nextStatus.size(), size_t(0), Patience);
    run.jobs.act(id, JobVerb::CheckNow);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
    QVERIFY(!run.record(id).error);
}

void tst_Jobs::lostAnswerIsNeverAskedTwice()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    QString id;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        id = run.start(desk.request());
        QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Unknown, Patience);
        QCOMPARE(run.record(id).error->code, Error::Code::OutcomeUnknown);
        const qsizetype lines = run.record(id).log.size();
        run.jobs.act(id, JobVerb::Look);
        QTRY_VERIFY_WITH_TIMEOUT(run.record(id).log.size() > lines, Patience);
        QCOMPARE(run.step(id), ExportStep::Unknown);
        QCOMPARE(desk.service.listCalls, 1);
    }
    ProgramRun again(desk);
    QVERIFY(again.open());
    QCOMPARE(again.step(id), ExportStep::Unknown);
    again.jobs.setOnline(false);
    again.jobs.setOnline(true);
    // Something else happens meanwhile; nothing more is asked for this one.
    const QString next = again.start(desk.request(u"other"_s));
    QTRY_VERIFY_WITH_TIMEOUT(again.step(next) == ExportStep::Unknown, Patience);
    QCOMPARE(desk.service.startCalls, 2);
}

void tst_Jobs::lookFindsTheExportWhereTheServiceListsThem()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    desk.service.listsExports = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Unknown, Patience);
    run.jobs.act(id, JobVerb::Look);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_Jobs::lookIsNotSureWithTwoCandidates()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    desk.service.listsExports = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Unknown, Patience);
    desk.service.exports.append({desk.request(), u"of-another-tool"_s, 0});
    const qsizetype lines = run.record(id).log.size();
    run.jobs.act(id, JobVerb::Look);
    QTRY_VERIFY_WITH_TIMEOUT(run.record(id).log.size() > lines, Patience);
    QCOMPARE(run.step(id), ExportStep::Unknown);
}

void tst_Jobs::adoptedIdGoesOn()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Unknown, Patience);
    run.jobs.act(id, JobVerb::Adopt, u" %1 "_s.arg(desk.service.exports.constFirst().id));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(run.record(id).serverId, desk.service.exports.constFirst().id);
}

void tst_Jobs::idNobodyKnowsIsNotAdopted()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Unknown, Patience);
    run.jobs.act(id, JobVerb::Adopt, u"11111111-2222-3333-4444-555555555555"_s);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).error->code, Error::Code::NotFound, Patience);
    QCOMPARE(run.step(id), ExportStep::Unknown);
    run.jobs.act(id, JobVerb::Adopt, u"../../etc"_s);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).error->code, Error::Code::BadInput, Patience);
    QCOMPARE(desk.service.statusCalls, 1);
}

void tst_Jobs::forgottenJobSendsNothing()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Unknown, Patience);
    run.jobs.act(id, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Forgotten, Patience);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(desk.service.statusCalls, 0);
}

void tst_Jobs::secondJobOfAProjectWaitsForTheFirst()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 2;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString first = run.start(desk.request());
    ExportRequest request = desk.request(u"c2"_s); // the same project, by another key
    request.database = Database::Commerce;
    const QString second = run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(second).waiting, WaitReason::Slot, Patience);
    QCOMPARE(run.record(second).waitingFor, first);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(first), ExportStep::ServerWorking, Patience);
    QCOMPARE(desk.service.startCalls, 1);

    QTRY_COMPARE_WITH_TIMEOUT(desk.service.startCalls, 2, Patience);
    const ExportStep before = run.step(first);
    QVERIFY(!holdsSlot(before));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(second), ExportStep::Done, Patience);
    QCOMPARE(desk.service.exports.at(1).request.database, Database::Commerce);
}

void tst_Jobs::jobOfAnotherProjectDoesNotWait()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 1'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString first = run.start(desk.request());
    const QString second = run.start(desk.request(u"other"_s));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(first), ExportStep::ServerWorking, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(second), ExportStep::ServerWorking, Patience);
}

void tst_Jobs::busyServiceIsAskedAgain()
{
    JobDesk desk;
    desk.service.startErrors.push_back({.code = Error::Code::ServerBusy, .detail = u"already an on-going export"_s});
    ProgramRun run(desk);
    QVERIFY(run.open());
    bool waited = false;
    connect(&run.jobs, &Jobs::jobChanged, this, [&waited](const JobRecord& record) {
        waited = waited || (record.step == ExportStep::Queued && record.waiting == WaitReason::Slot);
    });
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QVERIFY(waited);
    QCOMPARE(desk.service.startCalls, 2);
    QCOMPARE(desk.service.exports.size(), 1);
    QCOMPARE(stepsOf(run.record(id)).count(ExportStep::Asking), 1);
}

void tst_Jobs::refusedRequestFailsAndCanBeRetried()
{
    JobDesk desk;
    desk.service.startErrors.push_back({.code = Error::Code::ServerRefused, .detail = u"no such database"_s});
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Failed, Patience);
    QCOMPARE(run.record(id).error->detail, u"no such database"_s);
    QVERIFY(run.record(id).serverId.isEmpty());
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
}

void tst_Jobs::missingSecretWaitsUntilItIsGiven()
{
    JobDesk desk;
    desk.noProvider = Error{.code = Error::Code::SecretMissing, .subject = u"Site c1"_s};
    ProgramRun run(desk);
    QSignalSpy asked(&run.jobs, &Jobs::credentialsNeeded);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Credentials, Patience);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), u"c1"_s);
    QCOMPARE(desk.service.startCalls, 0);
    desk.noProvider.reset();
    run.jobs.credentialsChanged(u"c1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
}

void tst_Jobs::offlineNothingIsAskedAndOnlineItGoesOn()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 0;
    ProgramRun run(desk, QUrl(u"https://paasportal.example/api/v1.0/"_s));
    run.jobs.setOnline(false);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Network, Patience);
    QCOMPARE(desk.service.startCalls, 0);
    run.jobs.setOnline(true);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::ServerWorking, Patience);
    run.jobs.setOnline(false);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Network, Patience);
    run.jobs.act(id, JobVerb::CheckNow);
    QCOMPARE(desk.service.statusCalls, 0);
    run.jobs.setOnline(true); // asks at once, not after the pace of a real service
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
}

void tst_Jobs::offlineDoesNotStopAServiceOnThisMachine()
{
    JobDesk desk;
    ProgramRun run(desk);
    run.jobs.setOnline(false);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
}

void tst_Jobs::stopWatchingAsksNoMoreUntilWatchedAgain()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 1'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::ServerWorking, Patience);
    run.jobs.act(id, JobVerb::StopWatching);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::StoppedWatching, Patience);
    const int asked = desk.service.statusCalls;
    // Another job of the project lives through several polls meanwhile.
    const QString other = run.start(desk.request());
    QTRY_VERIFY_WITH_TIMEOUT(run.record(other).checks >= 2, Patience);
    QCOMPARE(desk.service.exports.constFirst().asked, asked);
    desk.service.pollsUntilDone = 0;
    run.jobs.act(id, JobVerb::WatchAgain);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(other), ExportStep::Done, Patience);
}

void tst_Jobs::nameThatIsTakenGetsANumber()
{
    JobDesk desk;
    QVERIFY(QDir().mkpath(desk.outFolder()));
    QFile mine(QDir(desk.outFolder()).filePath(u"x.bacpac"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("precious");
    mine.close();
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString first = run.start(desk.request());
    const QString second = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(first), ExportStep::Done, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(second), ExportStep::Done, Patience);
    QCOMPARE(desk.filesOut(), (QStringList{u"x (2).bacpac"_s, u"x (3).bacpac"_s, u"x.bacpac"_s}));
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), QByteArray("precious"));
    QCOMPARE(run.record(first).path, QDir(desk.outFolder()).filePath(u"x (2).bacpac"_s));
}

void tst_Jobs::damagedPackageNeverGetsItsName()
{
    JobDesk desk;
    desk.content.truncate(desk.content.size() / 2);
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Failed, Patience);
    QCOMPARE(run.record(id).error->code, Error::Code::FormatInvalid);
    QCOMPARE(desk.filesOut().size(), 1);
    QVERIFY(desk.filesOut().constFirst().endsWith(u".part"_s));
    QVERIFY(run.library.entries().isEmpty());
    QVERIFY(run.record(id).path.isEmpty());
}

void tst_Jobs::retryAfterADamagedPackageFetchesItAnew()
{
    JobDesk desk;
    const QByteArray whole = desk.content;
    desk.content.truncate(whole.size() / 2);
    QString id;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        id = run.start(desk.request());
        QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Failed, Patience);
    }
    desk.content = whole;
    ProgramRun run(desk);
    QVERIFY(run.open());
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.filesOut(), QStringList{u"x.bacpac"_s});
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), whole);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_Jobs::removedFromTheQueueNothingIsSent()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 1'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString first = run.start(desk.request());
    const QString second = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.record(second).waiting, WaitReason::Slot, Patience);
    run.jobs.act(second, JobVerb::RemoveFromQueue);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(second), ExportStep::Cancelled, Patience);
    desk.service.pollsUntilDone = 0;
    QTRY_COMPARE_WITH_TIMEOUT(run.step(first), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_Jobs::runAgainAsksForTheSame()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 0;
    ProgramRun run(desk);
    QVERIFY(run.open());
    ExportRequest request = desk.request();
    request.retention = std::chrono::hours(72);
    request.fileName.clear();
    const QString id = run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    run.jobs.act(id, JobVerb::RunAgain);
    QTRY_COMPARE_WITH_TIMEOUT(run.jobs.records().size(), 2, Patience);
    const QString again = run.jobs.records().constFirst().id;
    QVERIFY(again != id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(again), ExportStep::Done, Patience);
    QCOMPARE(run.record(again).request, request);
    QCOMPARE(desk.filesOut().size(), 2);
}

void tst_Jobs::durationsAreLearned()
{
    JobDesk desk;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        QVERIFY(!run.jobs.estimate(u"c1"_s, u"Integration"_s, Database::Cms).serverWork);
        const QString id = run.start(desk.request());
        QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Done, Patience);
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    const Estimate learned = run.jobs.estimate(u"c1"_s, u"integration"_s, Database::Cms);
    QVERIFY(learned.serverWork);
    QVERIFY(learned.download);
    QCOMPARE(learned.lastSize, std::optional<qint64>(desk.content.size()));
    QCOMPARE(run.jobs.estimate(u"c1"_s, u"Integration"_s, Database::Commerce), Estimate{});
}

void tst_Jobs::dismissedJobLeavesNothing()
{
    JobDesk desk;
    desk.content = "not a package";
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), ExportStep::Failed, Patience);
    QCOMPARE(desk.filesOut().size(), 1);
    run.jobs.act(id, JobVerb::DismissFinished);
    QVERIFY(!run.jobs.record(id));
    QTRY_VERIFY_WITH_TIMEOUT(desk.filesOut().isEmpty(), Patience);
    ProgramRun again(desk);
    QVERIFY(again.open());
    QVERIFY(again.jobs.records().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Jobs)
#include "tst_jobs.moc"
