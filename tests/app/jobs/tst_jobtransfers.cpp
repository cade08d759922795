#include "app/jobs/jobbook.h"
#include "tests/app/jobs/jobdesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

} // namespace

/// What a person does to the transfers of jobs while they run.
class tst_JobTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void progressAloneIsNeitherAChangeNorAWrite();
    void pauseAllHoldsWhatRunsAndWhatIsStillToCome();
    void aHeldDownloadStaysHeldAfterARestart();
    void resumedBeforeItsDownloadItRunsThrough();
    void priorityAndLimitAreDurable();
    void aLimitReachesTheRunningTransfer();
    void aLimitTakenOffLetsTheRunningTransferGo();
    void wishesThatMakeNoSenseChangeNothing();
    void theOtherProcessPausesAndTunes();
    void retriesCountOnAfterAPause();

private:
    /// As fast as it is read.
    [[nodiscard]] QString startBig();
    [[nodiscard]] bool startProgram(bool engine = true);

    std::optional<JobDesk> m_desk;
    std::optional<ProgramRun> m_run;
};

void tst_JobTransfers::init()
{
    m_desk.emplace();
    m_desk->service.pollsUntilDone = 0;
    QVERIFY(startProgram());
}

void tst_JobTransfers::cleanup()
{
    m_run.reset();
    m_desk.reset();
}

bool tst_JobTransfers::startProgram(bool engine)
{
    m_run.reset();
    m_run.emplace(*m_desk);
    return m_run->open(engine);
}

QString tst_JobTransfers::startBig()
{
    m_desk->content = QByteArray(24'000'000, 'x');
    return m_run->start(m_desk->request());
}

void tst_JobTransfers::progressAloneIsNeitherAChangeNorAWrite()
{
    JobBook book(m_run->storage, m_run->clock, nullptr);
    JobRecord record;
    record.id = u"j1"_s;
    record.request = m_desk->request();
    record.step = JobStep::Downloading;
    bool inserted = false;
    book.insert(record, [&inserted](const Result<JobRecord>& row) { inserted = row.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(inserted, Patience);
    const auto revision = [this] {
        QObject owner;
        const auto snapshot = awaitResult(m_run->storage.run<JobsSnapshot>(
            [](QSqlDatabase& database) { return jobstore::read(database, 0); }, &owner));
        return snapshot ? snapshot->revision : -1;
    };
    const qint64 before = revision();
    QSignalSpy changed(&book, &JobBook::changed);
    QSignalSpy stored(&book, &JobBook::stored);
    QSignalSpy progressed(&book, &JobBook::progressed);
    for (int i = 1; i <= 1'000; ++i) {
        book.showProgress(u"j1"_s, {.done = i, .total = 1'000, .bytesPerSecond = 5});
    }
    QCOMPARE(progressed.size(), 1'000);
    QCOMPARE(book.find(u"j1"_s)->progress.done, 1'000);
    QCOMPARE(revision(), before); // the storage does one thing after the other: a write would be in
    QCOMPARE(changed.size(), 0);
    QCOMPARE(stored.size(), 0);
}

void tst_JobTransfers::retriesCountOnAfterAPause()
{
    int cuts = 1;
    bool silent = true;
    m_desk->blobs.handler = [this, &cuts, &silent](const FaultServer::Request& request) {
        FaultServer::Reply reply = FaultServer::object(request, m_desk->content, "\"0x8DC1\"");
        if (cuts-- > 0) {
            reply.cutAfter = reply.body.size() / 4;
        } else {
            reply.silent = silent;
        }
        return reply;
    };
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).retries, 1, Patience);
    m_run->jobs.act(id, JobVerb::Pause);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).waiting, WaitReason::Paused, Patience);

    cuts = 1;
    silent = false;
    m_run->jobs.act(id, JobVerb::Resume);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
    QCOMPARE(m_run->record(id).retries, 2);
}

void tst_JobTransfers::pauseAllHoldsWhatRunsAndWhatIsStillToCome()
{
    const QString running = m_run->start(m_desk->request(u"other"_s));
    m_run->jobs.act(running, JobVerb::SetLimit, u"1000"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(running), JobStep::Downloading, Patience);
    m_desk->service.pollsUntilDone = 1'000;
    const QString coming = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(coming), JobStep::ServerWorking, Patience);

    m_run->jobs.pauseAll();
    QCOMPARE(m_run->record(running).waiting, WaitReason::Paused);
    QVERIFY(m_run->record(coming).paused);
    QCOMPARE(m_run->record(coming).waiting, WaitReason::None); // it is still watched
    m_desk->service.pollsUntilDone = 0;
    m_run->jobs.act(coming, JobVerb::CheckNow);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(coming), JobStep::Downloading, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(coming).waiting, WaitReason::Paused, Patience);

    m_run->jobs.act(running, JobVerb::SetLimit, u"0"_s);
    m_run->jobs.resumeAll();
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(coming), JobStep::Done, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(running), JobStep::Done, Patience);
}

void tst_JobTransfers::aHeldDownloadStaysHeldAfterARestart()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    m_run->jobs.pauseAll();
    QSignalSpy stored(&m_run->jobs, &Jobs::stored);
    QTRY_VERIFY_WITH_TIMEOUT(!stored.isEmpty(), Patience);
    m_desk->service.pollsUntilDone = 0;
    QVERIFY(startProgram());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).waiting, WaitReason::Paused, Patience);
    QCOMPARE(m_run->step(id), JobStep::Downloading);
    QCOMPARE(m_desk->blobRequests, 0);
    m_run->jobs.act(id, JobVerb::Resume);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
}

void tst_JobTransfers::resumedBeforeItsDownloadItRunsThrough()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    m_run->jobs.act(id, JobVerb::Pause);
    QVERIFY(m_run->record(id).paused);
    m_run->jobs.act(id, JobVerb::Resume);
    QVERIFY(!m_run->record(id).paused);
    m_desk->service.pollsUntilDone = 0;
    m_run->jobs.act(id, JobVerb::CheckNow);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Done, Patience);
}

void tst_JobTransfers::priorityAndLimitAreDurable()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    m_run->jobs.act(id, JobVerb::SetPriority, u"high"_s);
    QSignalSpy stored(&m_run->jobs, &Jobs::stored);
    m_run->jobs.act(id, JobVerb::SetLimit, u"2500000"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!stored.isEmpty(), Patience);
    QVERIFY(startProgram());
    QCOMPARE(m_run->record(id).priority, Priority::High);
    QCOMPARE(m_run->record(id).bytesPerSecondLimit, 2'500'000);
}

void tst_JobTransfers::aLimitReachesTheRunningTransfer()
{
    const QString id = startBig();
    m_run->jobs.act(id, JobVerb::SetLimit, u"400000"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(id).progress.done > 0, Patience);
    // One byte a second: what moves from here on is what was on its way.
    m_run->jobs.act(id, JobVerb::SetLimit, u"1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).progress.bytesPerSecond, 0.0, Patience);
    QCOMPARE(m_run->step(id), JobStep::Downloading);
    QVERIFY(m_run->record(id).progress.done < m_desk->content.size());
}

void tst_JobTransfers::aLimitTakenOffLetsTheRunningTransferGo()
{
    const QString id = startBig();
    m_run->jobs.act(id, JobVerb::SetLimit, u"100000"_s); // 4 minutes
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(id).progress.done > 0, Patience);
    m_run->jobs.act(id, JobVerb::SetLimit, u"0"_s);
    // Its content is no package; that it is looked at says that all of it is here.
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::Failed, Patience);
    QCOMPARE(m_run->record(id).error->code, Error::Code::FormatInvalid);
}

void tst_JobTransfers::wishesThatMakeNoSenseChangeNothing()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    const JobRecord before = m_run->record(id);
    m_run->jobs.act(id, JobVerb::SetPriority, u"urgent"_s);
    m_run->jobs.act(id, JobVerb::SetPriority, u"usual"_s);
    m_run->jobs.act(id, JobVerb::SetLimit, u"-1"_s);
    m_run->jobs.act(id, JobVerb::SetLimit, u"fast"_s);
    QCOMPARE(m_run->record(id).log, before.log);
    QCOMPARE(m_run->record(id).priority, Priority::Usual);
    QCOMPARE(m_run->record(id).bytesPerSecondLimit, 0);
}

void tst_JobTransfers::theOtherProcessPausesAndTunes()
{
    m_desk->service.pollsUntilDone = 1'000;
    const QString id = m_run->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_run->step(id), JobStep::ServerWorking, Patience);
    ProgramRun other(*m_desk);
    connect(&other.jobs, &Jobs::engineNeeded, &m_run->jobs, &Jobs::load);
    QVERIFY(other.open(false));
    other.jobs.act(id, JobVerb::SetPriority, u"low"_s);
    other.jobs.act(id, JobVerb::SetLimit, u"750000"_s);
    other.jobs.pauseAll();
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).priority, Priority::Low, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->record(id).bytesPerSecondLimit, 750'000, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_run->record(id).paused, Patience);
}

QTEST_GUILESS_MAIN(tst_JobTransfers)
#include "tst_jobtransfers.moc"
