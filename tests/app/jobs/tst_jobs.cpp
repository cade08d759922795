#include "app/domain/exportflow.h"
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

QList<JobStep> stepsOf(const JobRecord& record)
{
    QList<JobStep> steps;
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
    void init()
    {
        m_desk.emplace();
        QVERIFY(startProgram());
    }
    void cleanup()
    {
        m_run.reset();
        m_desk.reset();
    }
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

private:
    /// The one that ran before is gone as if killed.
    [[nodiscard]] bool startProgram()
    {
        m_run.emplace(*m_desk);
        return m_run->open();
    }

    std::optional<JobDesk> m_desk;
    std::optional<ProgramRun> m_run;
};

void tst_Jobs::exportEndsAsAVerifiedFileInTheLibrary()
{
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);

    const JobRecord record = m_run->record(id);
    QCOMPARE(m_desk->service.startCalls, 1);
    QCOMPARE(m_desk->filesOut(), QStringList{u"x.bacpac"_s});
    QCOMPARE(m_desk->fileOut(u"x.bacpac"_s), m_desk->content);
    QCOMPARE(record.sha256, hexSha256(m_desk->content));
    QCOMPARE(record.size, m_desk->content.size());
    QCOMPARE(QFile::permissions(record.path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(stepsOf(record), (QList{JobStep::Queued, JobStep::Asking, JobStep::ServerWorking, JobStep::Downloading,
                                     JobStep::Verifying, JobStep::Filing, JobStep::Done}));
    QCOMPARE(m_run->library.entries().size(), 1);
    const LibraryEntry entry = m_run->library.entries().constFirst();
    QCOMPARE(entry.id, record.libraryId);
    QCOMPARE(entry.health, LibraryEntry::Health::Verified);
    QCOMPARE(entry.sha256, record.sha256);
    for (const JobLogLine& line : record.log) {
        QVERIFY2(!line.text.contains(u"canary"_s), qPrintable(line.text));
    }
}

void tst_Jobs::rowIsOnDiskAsAskingWhenTheRequestArrives()
{
    QString seen;
    m_desk->service.beforeStart = [&] { seen = storedStep(m_desk->statePath()); };
    (void)m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->service.startCalls, 1, Patience);
    QCOMPARE(seen, u"asking"_s);
}

void tst_Jobs::endsWhenReadyWithoutADownload()
{
    ExportRequest request = m_desk->request();
    request.download = false;
    request.folder.clear();
    const QString id = m_run->start(request);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Ready, Patience);
    QCOMPARE(m_desk->blobRequests, 0);
    QCOMPARE(m_run->record(id).serverFileName, m_desk->service.fileName);
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
    const Result<QString> id = awaitResult(m_run->jobs.start(request, this));
    QVERIFY(!id);
    QCOMPARE(id.error().code, Error::Code::BadInput);
    QCOMPARE(id.error().subject, field);
    QVERIFY(m_run->jobs.records().isEmpty());
}

void tst_Jobs::exportFailedEndsTheJobWithinOnePoll()
{
    m_desk->service.pollsUntilDone = 0;
    m_desk->service.endsAs = ExportStatus::Phase::Failed;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    QCOMPARE(m_desk->service.statusCalls, 1);
    QCOMPARE(m_run->record(id).error->code, Error::Code::ServerJobFailed);
    QCOMPARE(m_run->record(id).error->detail, u"ExportFailed"_s);
}

void tst_Jobs::linkExpiredEndsTheJobWithinOnePoll()
{
    m_desk->service.pollsUntilDone = 0;
    m_desk->service.endsAs = ExportStatus::Phase::LinkExpired;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    QCOMPARE(m_desk->service.statusCalls, 1);
    QCOMPARE(m_run->record(id).error->code, Error::Code::RetentionEnded);

    // A retry is of no use to that export: it asks for a new one.
    m_desk->service.endsAs = ExportStatus::Phase::Succeeded;
    m_run->jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 2);
}

void tst_Jobs::unknownWordOfTheServerIsShownAndWatchedOn()
{
    ExportStatus odd = m_desk->service.status(u"x"_s, ExportStatus::Phase::Working, u"Paused"_s);
    odd.knownWord = false;
    m_desk->service.nextStatus.push_back(odd);
    QStringList words;
    connect(&m_run->jobs, &Jobs::jobChanged, this, [&words](const JobRecord& record) { words << record.serverStatus; });
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QVERIFY(words.contains(u"Paused"_s));
}

void tst_Jobs::htmlAndServerErrorsDoNotEndTheWatch()
{
    for (const Error::Code code : {Error::Code::BadAnswer, Error::Code::ServerError, Error::Code::ConnectionLost,
                                   Error::Code::NotFound, Error::Code::RateLimited}) {
        m_desk->service.nextStatus.push_back(fail(code));
    }
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->service.nextStatus.size(), size_t(0), Patience);
    m_run->jobs.act(id, JobVerb::CheckNow);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
    QVERIFY(!m_run->record(id).error);
}

void tst_Jobs::lostAnswerIsNeverAskedTwice()
{
    m_desk->service.losesAnswer = true;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Unknown, Patience);
    QCOMPARE(m_run->record(id).error->code, Error::Code::OutcomeUnknown);
    const qsizetype lines = m_run->record(id).log.size();
    m_run->jobs.act(id, JobVerb::Look);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(id).log.size() > lines, Patience);
    QCOMPARE(m_run->step(id), JobStep::Unknown);
    QCOMPARE(m_desk->service.listCalls, 1);
    QVERIFY(startProgram());
    QCOMPARE(m_run->step(id), JobStep::Unknown);
    m_run->jobs.setOnline(false);
    m_run->jobs.setOnline(true);
    // Something else happens meanwhile; nothing more is asked for this one.
    const QString next = m_run->start(m_desk->request(u"other"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_run->step(next) == JobStep::Unknown, Patience);
    QCOMPARE(m_desk->service.startCalls, 2);
}

void tst_Jobs::lookFindsTheExportWhereTheServiceListsThem()
{
    m_desk->service.losesAnswer = true;
    m_desk->service.listsExports = true;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Unknown, Patience);
    m_run->jobs.act(id, JobVerb::Look);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
}

void tst_Jobs::lookIsNotSureWithTwoCandidates()
{
    m_desk->service.losesAnswer = true;
    m_desk->service.listsExports = true;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Unknown, Patience);
    m_desk->service.exports.append({m_desk->request(), u"of-another-tool"_s, 0});
    const qsizetype lines = m_run->record(id).log.size();
    m_run->jobs.act(id, JobVerb::Look);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(id).log.size() > lines, Patience);
    QCOMPARE(m_run->step(id), JobStep::Unknown);
}

void tst_Jobs::adoptedIdGoesOn()
{
    m_desk->service.losesAnswer = true;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Unknown, Patience);
    m_run->jobs.act(id, JobVerb::Adopt, u" %1 "_s.arg(m_desk->service.exports.constFirst().id));
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
    QCOMPARE(m_run->record(id).serverId, m_desk->service.exports.constFirst().id);
}

void tst_Jobs::idNobodyKnowsIsNotAdopted()
{
    m_desk->service.losesAnswer = true;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Unknown, Patience);
    m_run->jobs.act(id, JobVerb::Adopt, u"11111111-2222-3333-4444-555555555555"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).error->code, Error::Code::NotFound, Patience);
    QCOMPARE(m_run->step(id), JobStep::Unknown);
    m_run->jobs.act(id, JobVerb::Adopt, u"../../etc"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).error->code, Error::Code::BadInput, Patience);
    QCOMPARE(m_desk->service.statusCalls, 1);
}

void tst_Jobs::forgottenJobSendsNothing()
{
    m_desk->service.losesAnswer = true;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Unknown, Patience);
    m_run->jobs.act(id, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Forgotten, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
    QCOMPARE(m_desk->service.statusCalls, 0);
}

void tst_Jobs::secondJobOfAProjectWaitsForTheFirst()
{
    m_desk->service.pollsUntilDone = 2;
    const QString first = m_run->start(m_desk->request());
    ExportRequest request = m_desk->request(u"c2"_s); // the same project, by another key
    request.database = Database::Commerce;
    const QString second = m_run->start(request);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(second).waiting, WaitReason::Slot, Patience);
    QCOMPARE(m_run->record(second).waitingFor, first);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(first), JobStep::ServerWorking, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);

    QTRY_COMPARE_WITH_TIMEOUT(m_desk->service.startCalls, 2, Patience);
    const JobStep before = m_run->step(first);
    QVERIFY(!holdsSlot(before));
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(second), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.exports.at(1).request.database, Database::Commerce);
}

void tst_Jobs::jobOfAnotherProjectDoesNotWait()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString first = m_run->start(m_desk->request());
    const QString second = m_run->start(m_desk->request(u"other"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(first), JobStep::ServerWorking, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(second), JobStep::ServerWorking, Patience);
}

void tst_Jobs::busyServiceIsAskedAgain()
{
    m_desk->service.startErrors.push_back({.code = Error::Code::ServerBusy, .detail = u"already an on-going export"_s});
    bool waited = false;
    connect(&m_run->jobs, &Jobs::jobChanged, this, [&waited](const JobRecord& record) {
        waited = waited || (record.step == JobStep::Queued && record.waiting == WaitReason::Slot);
    });
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QVERIFY(waited);
    QCOMPARE(m_desk->service.startCalls, 2);
    QCOMPARE(m_desk->service.exports.size(), 1);
    QCOMPARE(stepsOf(m_run->record(id)).count(JobStep::Asking), 1);
}

void tst_Jobs::refusedRequestFailsAndCanBeRetried()
{
    m_desk->service.startErrors.push_back({.code = Error::Code::ServerRefused, .detail = u"no such database"_s});
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    QCOMPARE(m_run->record(id).error->detail, u"no such database"_s);
    QVERIFY(m_run->record(id).serverId.isEmpty());
    m_run->jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
}

void tst_Jobs::missingSecretWaitsUntilItIsGiven()
{
    m_desk->noProvider = Error{.code = Error::Code::SecretMissing, .subject = u"Site c1"_s};
    QSignalSpy asked(&m_run->jobs, &Jobs::credentialsNeeded);
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).waiting, WaitReason::Credentials, Patience);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), u"c1"_s);
    QCOMPARE(m_desk->service.startCalls, 0);
    m_desk->noProvider.reset();
    m_run->jobs.credentialsChanged(u"c1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
}

void tst_Jobs::offlineNothingIsAskedAndOnlineItGoesOn()
{
    m_desk->service.pollsUntilDone = 0;
    m_run.emplace(*m_desk, QUrl(u"https://paasportal.example/api/v1.0/"_s));
    QVERIFY(m_run->open());
    m_run->jobs.setOnline(false);
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).waiting, WaitReason::Network, Patience);
    QCOMPARE(m_desk->service.startCalls, 0);
    m_run->jobs.setOnline(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    m_run->jobs.setOnline(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).waiting, WaitReason::Network, Patience);
    m_run->jobs.act(id, JobVerb::CheckNow);
    QCOMPARE(m_desk->service.statusCalls, 0);
    m_run->jobs.setOnline(true); // asks at once, not after the pace of a real service
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
}

void tst_Jobs::offlineDoesNotStopAServiceOnThisMachine()
{
    m_run->jobs.setOnline(false);
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
}

void tst_Jobs::stopWatchingAsksNoMoreUntilWatchedAgain()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    m_run->jobs.act(id, JobVerb::StopWatching);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::StoppedWatching, Patience);
    const int asked = m_desk->service.statusCalls;
    // Another job of the project lives through several polls meanwhile.
    const QString other = m_run->start(m_desk->request());
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(other).checks >= 2, Patience);
    QCOMPARE(m_desk->service.exports.constFirst().asked, asked);
    m_desk->service.pollsUntilDone = 0;
    m_run->jobs.act(id, JobVerb::WatchAgain);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(other), JobStep::Done, Patience);
}

void tst_Jobs::nameThatIsTakenGetsANumber()
{
    QVERIFY(QDir().mkpath(m_desk->outFolder()));
    QFile mine(QDir(m_desk->outFolder()).filePath(u"x.bacpac"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("precious");
    mine.close();
    const QString first = m_run->start(m_desk->request());
    const QString second = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(first), JobStep::Done, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(second), JobStep::Done, Patience);
    QCOMPARE(m_desk->filesOut(), (QStringList{u"x (2).bacpac"_s, u"x (3).bacpac"_s, u"x.bacpac"_s}));
    QCOMPARE(m_desk->fileOut(u"x.bacpac"_s), QByteArray("precious"));
    QCOMPARE(m_run->record(first).path, QDir(m_desk->outFolder()).filePath(u"x (2).bacpac"_s));
}

void tst_Jobs::damagedPackageNeverGetsItsName()
{
    m_desk->content.truncate(m_desk->content.size() / 2);
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    QCOMPARE(m_run->record(id).error->code, Error::Code::FormatInvalid);
    QCOMPARE(m_desk->filesOut().size(), 1);
    QVERIFY(m_desk->filesOut().constFirst().endsWith(u".part"_s));
    QVERIFY(m_run->library.entries().isEmpty());
    QVERIFY(m_run->record(id).path.isEmpty());
}

void tst_Jobs::retryAfterADamagedPackageFetchesItAnew()
{
    const QByteArray whole = m_desk->content;
    m_desk->content.truncate(whole.size() / 2);
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    m_desk->content = whole;
    QVERIFY(startProgram());
    m_run->jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->filesOut(), QStringList{u"x.bacpac"_s});
    QCOMPARE(m_desk->fileOut(u"x.bacpac"_s), whole);
    QCOMPARE(m_desk->service.startCalls, 1);
}

void tst_Jobs::removedFromTheQueueNothingIsSent()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString first = m_run->start(m_desk->request());
    const QString second = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(second).waiting, WaitReason::Slot, Patience);
    m_run->jobs.act(second, JobVerb::RemoveFromQueue);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(second), JobStep::Cancelled, Patience);
    m_desk->service.pollsUntilDone = 0;
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(first), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
}

void tst_Jobs::runAgainAsksForTheSame()
{
    m_desk->service.pollsUntilDone = 0;
    ExportRequest request = m_desk->request();
    request.retention = std::chrono::hours(72);
    request.fileName.clear();
    const QString id = m_run->start(request);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    m_run->jobs.act(id, JobVerb::RunAgain);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->jobs.records().size(), 2, Patience);
    const QString again = m_run->jobs.records().constFirst().id;
    QVERIFY(again != id);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(again), JobStep::Done, Patience);
    QCOMPARE(m_run->record(again).request, request);
    QCOMPARE(m_desk->filesOut().size(), 2);
}

void tst_Jobs::durationsAreLearned()
{
    QVERIFY(!m_run->jobs.estimate(u"c1"_s, u"Integration"_s, Database::Cms).serverWork);
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QVERIFY(startProgram());
    const Estimate learned = m_run->jobs.estimate(u"c1"_s, u"integration"_s, Database::Cms);
    QVERIFY(learned.serverWork);
    QVERIFY(learned.download);
    QCOMPARE(learned.lastSize, std::optional<qint64>(m_desk->content.size()));
    QCOMPARE(m_run->jobs.estimate(u"c1"_s, u"Integration"_s, Database::Commerce), Estimate{});
}

void tst_Jobs::dismissedJobLeavesNothing()
{
    m_desk->content = "not a package";
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    QCOMPARE(m_desk->filesOut().size(), 1);
    m_run->jobs.act(id, JobVerb::DismissFinished);
    QVERIFY(!m_run->jobs.record(id));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->filesOut().isEmpty(), Patience);
    QVERIFY(startProgram());
    QVERIFY(m_run->jobs.records().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Jobs)
#include "tst_jobs.moc"
