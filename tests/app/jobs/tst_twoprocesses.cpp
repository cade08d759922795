#include "tests/app/jobs/jobdesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

/// What the socket does between real processes.
void tie(ProgramRun& engine, ProgramRun& watcher)
{
    QObject::connect(&watcher.jobs, &Jobs::engineNeeded, &engine.jobs, &Jobs::load);
    QObject::connect(&engine.jobs, &Jobs::stored, &watcher.jobs, &Jobs::load);
    QObject::connect(&engine.jobs, &Jobs::progressed, &watcher.jobs, &Jobs::showProgress);
}

} // namespace

/// One process carries out the jobs, another one files and watches; both on the same state file.
class tst_TwoProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk.emplace();
        m_engine.emplace(*m_desk);
        m_watcher.emplace(*m_desk);
    }
    void cleanup()
    {
        m_watcher.reset();
        m_engine.reset();
        m_desk.reset();
    }
    void jobFiledByTheOtherIsCarriedOut();
    void otherSeesHowFarATransferIs();
    void adoptedByTheOther();
    void actionIsCarriedOutOnceHoweverOftenItIsRead();
    void actionFiledWhileNobodyRunsIsCarriedOutAtTheNextStart();
    void actionThatDoesNotFitAnyMoreIsDropped();
    void dismissedRowGoesInTheOtherToo();
    void watcherTakesOverWhenTheEngineEnds();

private:
    [[nodiscard]] bool startBothTied()
    {
        tie(*m_engine, *m_watcher);
        return m_engine->open() && m_watcher->open(false);
    }

    std::optional<JobDesk> m_desk;
    std::optional<ProgramRun> m_engine;
    std::optional<ProgramRun> m_watcher;
};

void tst_TwoProcesses::jobFiledByTheOtherIsCarriedOut()
{
    QVERIFY(startBothTied());
    const QString id = m_watcher->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
    QCOMPARE(m_watcher->record(id).path, m_engine->record(id).path);
    QCOMPARE(m_desk->fileOut(u"x.bacpac"_s), m_desk->content);
}

void tst_TwoProcesses::otherSeesHowFarATransferIs()
{
    m_desk->blobs.handler = [this](const FaultServer::Request& request) {
        FaultServer::Reply reply = FaultServer::object(request, m_desk->content, "\"0x8DC1\"");
        reply.dripBytes = m_desk->content.size() / 12;
        reply.dripMs = 20;
        return reply;
    };
    QVERIFY(startBothTied());
    qint64 seen = 0;
    connect(&m_watcher->jobs, &Jobs::progressed, this,
            [&seen](const QString&, const Progress& progress) { seen = std::max(seen, progress.done); });
    const QString id = m_watcher->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->step(id), JobStep::Done, Patience);
    QVERIFY(seen > 0);
}

void tst_TwoProcesses::adoptedByTheOther()
{
    m_desk->service.losesAnswer = true;
    QVERIFY(startBothTied());
    const QString id = m_watcher->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->step(id), JobStep::Unknown, Patience);
    m_watcher->jobs.act(id, JobVerb::Adopt, m_desk->service.exports.constFirst().id);
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
}

void tst_TwoProcesses::actionIsCarriedOutOnceHoweverOftenItIsRead()
{
    m_desk->service.pollsUntilDone = 0;
    QVERIFY(m_engine->open());
    const QString id = m_engine->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::Done, Patience);
    QVERIFY(m_watcher->open(false));
    QSignalSpy filed(&m_watcher->jobs, &Jobs::engineNeeded);
    m_watcher->jobs.act(id, JobVerb::RunAgain);
    QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 1, Patience);
    m_engine->jobs.load();
    m_engine->jobs.load();
    m_engine->jobs.load();
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->jobs.records().size(), 2, Patience);
    const QString again = m_engine->jobs.records().constFirst().id;
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(again), JobStep::Done, Patience);
    m_engine->jobs.load();

    m_watcher.reset();
    m_engine.emplace(*m_desk);
    QVERIFY(m_engine->open());
    QCOMPARE(m_engine->jobs.records().size(), 2);
    QCOMPARE(m_desk->service.startCalls, 2);
}

void tst_TwoProcesses::actionFiledWhileNobodyRunsIsCarriedOutAtTheNextStart()
{
    m_desk->service.losesAnswer = true;
    QVERIFY(m_engine->open());
    const QString id = m_engine->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::Unknown, Patience);
    m_engine.reset();

    QVERIFY(m_watcher->open(false));
    m_watcher->jobs.act(id, JobVerb::Forget);
    QCOMPARE(m_watcher->step(id), JobStep::Unknown);
    m_watcher.reset();

    m_engine.emplace(*m_desk);
    QVERIFY(m_engine->open());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::Forgotten, Patience);
}

void tst_TwoProcesses::actionThatDoesNotFitAnyMoreIsDropped()
{
    m_desk->service.losesAnswer = true;
    QVERIFY(m_engine->open());
    const QString id = m_engine->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::Unknown, Patience);
    QVERIFY(m_watcher->open(false));
    QSignalSpy filed(&m_watcher->jobs, &Jobs::engineNeeded);
    m_watcher->jobs.act(id, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 1, Patience);
    m_engine->jobs.act(id, JobVerb::Adopt, m_desk->service.exports.constFirst().id);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::ServerWorking, Patience);
    m_engine->jobs.load();
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::Done, Patience);
}

void tst_TwoProcesses::dismissedRowGoesInTheOtherToo()
{
    m_desk->service.startErrors.push_back({.code = Error::Code::ServerRefused});
    QVERIFY(startBothTied());
    const QString id = m_engine->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->step(id), JobStep::Failed, Patience);
    QSignalSpy removed(&m_watcher->jobs, &Jobs::jobRemoved);
    m_watcher->jobs.act(id, JobVerb::DismissFinished);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, Patience);
    QVERIFY(!m_engine->jobs.record(id));
}

void tst_TwoProcesses::watcherTakesOverWhenTheEngineEnds()
{
    m_desk->service.pollsUntilDone = 1'000;
    QVERIFY(m_engine->open());
    QVERIFY(m_watcher->open(false));
    const QString id = m_engine->start(m_desk->request());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->step(id), JobStep::ServerWorking, Patience);
    m_engine.reset();
    m_desk->service.pollsUntilDone = 0;
    m_watcher->jobs.runEngine();
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->step(id), JobStep::Done, Patience);
    QCOMPARE(m_desk->service.startCalls, 1);
}

QTEST_GUILESS_MAIN(tst_TwoProcesses)
#include "tst_twoprocesses.moc"
