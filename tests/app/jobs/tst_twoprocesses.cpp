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
    void jobFiledByTheOtherIsCarriedOut();
    void otherSeesHowFarATransferIs();
    void adoptedByTheOther();
    void actionIsCarriedOutOnceHoweverOftenItIsRead();
    void actionFiledWhileNobodyRunsIsCarriedOutAtTheNextStart();
    void actionThatDoesNotFitAnyMoreIsDropped();
    void dismissedRowGoesInTheOtherToo();
    void watcherTakesOverWhenTheEngineEnds();
};

void tst_TwoProcesses::jobFiledByTheOtherIsCarriedOut()
{
    JobDesk desk;
    ProgramRun engine(desk);
    ProgramRun watcher(desk);
    tie(engine, watcher);
    QVERIFY(engine.open());
    QVERIFY(watcher.open(false));
    const QString id = watcher.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(watcher.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(watcher.record(id).path, engine.record(id).path);
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), desk.content);
}

void tst_TwoProcesses::otherSeesHowFarATransferIs()
{
    JobDesk desk;
    desk.blobs.handler = [&desk](const FaultServer::Request& request) {
        FaultServer::Reply reply = FaultServer::object(request, desk.content, "\"0x8DC1\"");
        reply.dripBytes = desk.content.size() / 12;
        reply.dripMs = 20;
        return reply;
    };
    ProgramRun engine(desk);
    ProgramRun watcher(desk);
    tie(engine, watcher);
    QVERIFY(engine.open());
    QVERIFY(watcher.open(false));
    qint64 seen = 0;
    connect(&watcher.jobs, &Jobs::jobChanged, this,
            [&seen](const JobRecord& record) { seen = std::max(seen, record.progress.done); });
    const QString id = watcher.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(watcher.step(id), ExportStep::Done, Patience);
    QVERIFY(seen > 0);
}

void tst_TwoProcesses::adoptedByTheOther()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    ProgramRun engine(desk);
    ProgramRun watcher(desk);
    tie(engine, watcher);
    QVERIFY(engine.open());
    QVERIFY(watcher.open(false));
    const QString id = watcher.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(watcher.step(id), ExportStep::Unknown, Patience);
    watcher.jobs.act(id, JobVerb::Adopt, desk.service.exports.constFirst().id);
    QTRY_COMPARE_WITH_TIMEOUT(watcher.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_TwoProcesses::actionIsCarriedOutOnceHoweverOftenItIsRead()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 0;
    QString id;
    {
        ProgramRun engine(desk);
        ProgramRun watcher(desk);
        QVERIFY(engine.open());
        id = engine.start(desk.request());
        QTRY_COMPARE_WITH_TIMEOUT(engine.step(id), ExportStep::Done, Patience);
        QVERIFY(watcher.open(false));
        QSignalSpy filed(&watcher.jobs, &Jobs::engineNeeded);
        watcher.jobs.act(id, JobVerb::RunAgain);
        QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 1, Patience);
        engine.jobs.load();
        engine.jobs.load();
        engine.jobs.load();
        QTRY_COMPARE_WITH_TIMEOUT(engine.jobs.records().size(), 2, Patience);
        const QString again = engine.jobs.records().constFirst().id;
        QTRY_COMPARE_WITH_TIMEOUT(engine.step(again), ExportStep::Done, Patience);
        engine.jobs.load();
    }
    ProgramRun engine(desk);
    QVERIFY(engine.open());
    QCOMPARE(engine.jobs.records().size(), 2);
    QCOMPARE(desk.service.startCalls, 2);
}

void tst_TwoProcesses::actionFiledWhileNobodyRunsIsCarriedOutAtTheNextStart()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    QString id;
    {
        ProgramRun engine(desk);
        QVERIFY(engine.open());
        id = engine.start(desk.request());
        QTRY_COMPARE_WITH_TIMEOUT(engine.step(id), ExportStep::Unknown, Patience);
    }
    {
        ProgramRun watcher(desk);
        QVERIFY(watcher.open(false));
        watcher.jobs.act(id, JobVerb::Forget);
        QCOMPARE(watcher.step(id), ExportStep::Unknown);
    }
    ProgramRun engine(desk);
    QVERIFY(engine.open());
    QTRY_COMPARE_WITH_TIMEOUT(engine.step(id), ExportStep::Forgotten, Patience);
}

void tst_TwoProcesses::actionThatDoesNotFitAnyMoreIsDropped()
{
    JobDesk desk;
    desk.service.losesAnswer = true;
    ProgramRun engine(desk);
    ProgramRun watcher(desk);
    QVERIFY(engine.open());
    const QString id = engine.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(engine.step(id), ExportStep::Unknown, Patience);
    QVERIFY(watcher.open(false));
    QSignalSpy filed(&watcher.jobs, &Jobs::engineNeeded);
    watcher.jobs.act(id, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 1, Patience);
    engine.jobs.act(id, JobVerb::Adopt, desk.service.exports.constFirst().id);
    QTRY_COMPARE_WITH_TIMEOUT(engine.step(id), ExportStep::ServerWorking, Patience);
    engine.jobs.load();
    QTRY_COMPARE_WITH_TIMEOUT(engine.step(id), ExportStep::Done, Patience);
}

void tst_TwoProcesses::dismissedRowGoesInTheOtherToo()
{
    JobDesk desk;
    desk.service.startErrors.push_back({.code = Error::Code::ServerRefused});
    ProgramRun engine(desk);
    ProgramRun watcher(desk);
    tie(engine, watcher);
    QVERIFY(engine.open());
    QVERIFY(watcher.open(false));
    const QString id = engine.start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(watcher.step(id), ExportStep::Failed, Patience);
    QSignalSpy removed(&watcher.jobs, &Jobs::jobRemoved);
    watcher.jobs.act(id, JobVerb::DismissFinished);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, Patience);
    QVERIFY(!engine.jobs.record(id));
}

void tst_TwoProcesses::watcherTakesOverWhenTheEngineEnds()
{
    JobDesk desk;
    desk.service.pollsUntilDone = 1'000;
    auto engine = std::make_unique<ProgramRun>(desk);
    ProgramRun watcher(desk);
    QVERIFY(engine->open());
    QVERIFY(watcher.open(false));
    const QString id = engine->start(desk.request());
    QTRY_COMPARE_WITH_TIMEOUT(engine->step(id), ExportStep::ServerWorking, Patience);
    engine.reset();
    desk.service.pollsUntilDone = 0;
    watcher.jobs.runEngine();
    QTRY_COMPARE_WITH_TIMEOUT(watcher.step(id), ExportStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
}

QTEST_GUILESS_MAIN(tst_TwoProcesses)
#include "tst_twoprocesses.moc"
