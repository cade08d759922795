#include "tests/app/jobs/importdesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 90'000;
constexpr auto Without = ImportRequest::Backup::None;

/// Ends the run from the event loop at the `count`-th change or progress of any job, or the first that `matches`.
void endAt(std::unique_ptr<ProgramRun>& run, int count, const std::function<bool(const JobRecord&)>& matches = {})
{
    const auto left = std::make_shared<int>(count);
    const auto look = [&run, left, matches](const JobRecord& record) {
        if ((!matches || matches(record)) && --*left == 0) {
            QMetaObject::invokeMethod(
                qApp, [&run] { run.reset(); }, Qt::QueuedConnection);
        }
    };
    QObject::connect(&run->jobs, &Jobs::jobChanged, &run->jobs, look);
    QObject::connect(&run->jobs, &Jobs::progressed, &run->jobs,
                     [&run, look](const QString& id) { look(run->record(id)); });
}

QString importOf(const ProgramRun& run)
{
    const QList<JobRecord> records = run.jobs.records();
    for (const JobRecord& record : records) {
        if (record.import) {
            return record.id;
        }
    }
    return {};
}

} // namespace

/// An import whose program is killed.
class tst_ImportRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedAtAnyChangeItGoesOn_data();
    void endedAtAnyChangeItGoesOn();
    void endedWhileTheStartIsOnItsWayItLooks();
    void endedWhileTheStartIsOnItsWayAndNeverArrived();
    void endedWhileCompletingTheServerTellsTheTruth_data();
    void endedWhileCompletingTheServerTellsTheTruth();
    void pauseOutlivesARestart();
    void waitForRoomOfTheBackupIsTold();
    void linkThatEndsIsRenewed();
};

void tst_ImportRestart::endedAtAnyChangeItGoesOn_data()
{
    QTest::addColumn<int>("change");
    for (int change = 1; change <= 46; change += change < 30 ? 1 : 4) {
        QTest::addRow("change %d", change) << change;
    }
}

void tst_ImportRestart::endedAtAnyChangeItGoesOn()
{
    QFETCH(const int, change);
    ImportDesk desk;
    auto run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    endAt(run, change);
    {
        QObject owner;
        auto* filed = run->jobs.startImport(desk.importRequest(), desk.phrase(), &owner);
        filed->start();
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr || run->step(importOf(*run)) == JobStep::Done, Patience);
    }
    run.reset();
    run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    const QString id = importOf(*run);
    QVERIFY(!id.isEmpty());
    const auto backup = [&run, &id] { return run->record(run->record(id).backupJob); };
    // The backup's own start may be the one whose answer was lost; only a person can tell of an export.
    QTRY_VERIFY_WITH_TIMEOUT(run->step(id) == JobStep::Done || backup().step == JobStep::Unknown, Patience);
    if (backup().step == JobStep::Unknown) {
        if (desk.service.exports.isEmpty()) {
            QCOMPARE(desk.packageRequests, 0);
            return;
        }
        run->jobs.act(backup().id, JobVerb::Adopt, desk.service.exports.constFirst().id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(run->step(id), JobStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(desk.deployments().started.size(), 1);
    QCOMPARE(desk.packages.size(), size_t(1));
    const BlockStore& store = desk.packages[run->record(id).packageName.toUtf8()];
    QCOMPARE(store.blob, samplePackage());
    const auto undo = run->library.entry(run->record(id).backupLibraryId);
    QVERIFY(undo && undo->pinned);
    QCOMPARE(run->library.entries().size(), 1);
    QCOMPARE(run->jobs.records().size(), 2);
}

void tst_ImportRestart::endedWhileTheStartIsOnItsWayItLooks()
{
    ImportDesk desk;
    desk.deployments().startHangs = true;
    desk.deployments().pollsUntilDone = 3;
    auto run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    QVERIFY(!desk.file(*run, desk.importRequest(Without)).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.deployments().startCalls, 1, Patience);
    run.reset();
    ProgramRun again(desk);
    QVERIFY(again.open());
    QTRY_COMPARE_WITH_TIMEOUT(again.step(importOf(again)), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().startCalls, 1);
    QCOMPARE(again.record(importOf(again)).serverId, desk.deployments().started.first().id);
}

void tst_ImportRestart::endedWhileTheStartIsOnItsWayAndNeverArrived()
{
    ImportDesk desk;
    desk.deployments().startHangs = true;
    desk.deployments().dropsRequest = true;
    auto run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    QVERIFY(!desk.file(*run, desk.importRequest(Without)).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.deployments().startCalls, 1, Patience);
    run.reset();
    desk.deployments().startHangs = false;
    desk.deployments().dropsRequest = false;
    ProgramRun again(desk);
    QVERIFY(again.open());
    QTRY_COMPARE_WITH_TIMEOUT(again.step(importOf(again)), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().started.size(), 1);
    QVERIFY(desk.deployments().listCalls >= 6);
    QCOMPARE(desk.packages[again.record(importOf(again)).packageName.toUtf8()].commits, 1);
}

void tst_ImportRestart::endedWhileCompletingTheServerTellsTheTruth_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("the wish had arrived") << true;
    QTest::newRow("it had not") << false;
}

void tst_ImportRestart::endedWhileCompletingTheServerTellsTheTruth()
{
    QFETCH(const bool, arrived);
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::AwaitingVerification;
    auto run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    const QString id = desk.file(*run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run->step(id), JobStep::AwaitingVerification, Patience);
    if (!arrived) {
        desk.deployments().completeErrors.push_back({.code = Error::Code::OutcomeUnknown});
    }
    // Killed as soon as the row says so.
    endAt(run, 1, [](const JobRecord& record) { return record.step == JobStep::Completing; });
    run->jobs.act(id, JobVerb::Complete);
    QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    if (arrived && desk.deployments().completed.isEmpty()) {
        QVERIFY(desk.deployments().complete(desk.deployments().started.first().id));
    }
    desk.deployments().completeErrors.clear();
    ProgramRun again(desk);
    QVERIFY(again.open());
    QTRY_COMPARE_WITH_TIMEOUT(again.step(id), arrived ? JobStep::Done : JobStep::AwaitingVerification, Patience);
    if (!arrived) {
        again.jobs.act(id, JobVerb::Complete);
        QTRY_COMPARE_WITH_TIMEOUT(again.step(id), JobStep::Done, Patience);
    }
    QCOMPARE(desk.deployments().completed.size(), 1);
}

void tst_ImportRestart::pauseOutlivesARestart()
{
    ImportDesk desk;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        desk.deployments().beforePlace = [&run] { run.jobs.act(importOf(run), JobVerb::Pause); };
        const QString id = desk.file(run, desk.importRequest(Without));
        QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Paused, Patience);
        desk.deployments().beforePlace = {};
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = importOf(run);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Paused, Patience);
    QCOMPARE(desk.deployments().startCalls, 0);
    run.jobs.act(id, JobVerb::Resume);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
}

void tst_ImportRestart::waitForRoomOfTheBackupIsTold()
{
    ImportDesk desk;
    const auto deliver = desk.blobs.handler;
    bool full = true;
    desk.blobs.handler = [deliver, &full](const FaultServer::Request& request) {
        FaultServer::Reply reply = deliver(request);
        if (full && request.target.startsWith("/bacpacs/")) {
            reply = FaultServer::object({}, samplePackage(), "\"0x8DC1\"");
            reply.announcedLength = 4'000'000'000'000'000'000;
        }
        return reply;
    };
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Space, Patience);
    QCOMPARE(run.step(id), JobStep::BackingUp);
    QCOMPARE(run.record(id).waitingFor, desk.outFolder());
    QCOMPARE(desk.packageRequests, 0);
    full = false; // somebody made room
    run.jobs.act(run.record(id).backupJob, JobVerb::CheckNow);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
}

void tst_ImportRestart::linkThatEndsIsRenewed()
{
    ImportDesk desk;
    int blocks = 0;
    desk.beforePackage = [&desk, &blocks](const FaultServer::Request& request) {
        const QByteArray path = request.target.left(request.target.indexOf('?'));
        BlockStore& store = desk.packages[path.mid(path.lastIndexOf('/') + 1)];
        if (store.gate) {
            return;
        }
        store.gate = [&blocks](const FaultServer::Request& sent) -> std::optional<FaultServer::Reply> {
            // The first link ends after the first request that it was used for.
            if (sent.target.contains("sig=first") && ++blocks > 0) {
                FaultServer::Reply expired = BlockStore::refusal(403, "AuthenticationFailed");
                expired.body = "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>x</Message>"
                               "<AuthenticationErrorDetail>Signature not valid in the specified time frame"
                               "</AuthenticationErrorDetail></Error>";
                return expired;
            }
            return std::nullopt;
        };
    };
    const SignedUrl lasting = desk.deployments().store;
    desk.deployments().store = desk.blobs.link("/deploymentpackages?se=2099-01-01T00%3A00%3A00Z&sp=w&sig=first");
    desk.deployments().beforePlace = [&desk, &lasting] {
        if (desk.deployments().places > 1) {
            desk.deployments().store = lasting;
        }
    };
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QVERIFY(blocks > 0);
    QVERIFY(run.record(id).linkRenewals >= 1);
    QCOMPARE(desk.packages[run.record(id).packageName.toUtf8()].blob, samplePackage());
}

QTEST_GUILESS_MAIN(tst_ImportRestart)
#include "tst_importrestart.moc"
