#include "app/jobs/jobstore.h"
#include "tests/app/jobs/jobdesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

/// A blob store that takes its time, so that a restart finds a half-fetched file.
void deliverSlowly(JobDesk& desk, int dripMs = 80)
{
    desk.blobs.handler = [&desk, dripMs](const FaultServer::Request& request) {
        ++desk.blobRequests;
        FaultServer::Reply reply = FaultServer::object(request, desk.content, "\"0x8DC1\"");
        reply.dripBytes = desk.content.size() / 12;
        reply.dripMs = dripMs;
        return reply;
    };
}

/// Ends the run from the event loop at the `count`-th change or progress of a job that `matches`.
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

/// Writes a row as an earlier run would have left it.
bool putRow(const QString& statePath, const JobRecord& record)
{
    Storage storage(statePath);
    QObject owner;
    return awaitResult(storage.run<JobRecord>(
                           [record](QSqlDatabase& database) { return jobstore::insert(database, record, 0); }, &owner))
        .has_value();
}

JobRecord fetchedJob(const JobDesk& desk)
{
    JobRecord record;
    record.id = u"f3a1b2c4-0000-4000-8000-000000000001"_s;
    record.request = desk.request();
    record.connectionName = u"Site c1"_s;
    record.createdAt = QDateTime::currentDateTimeUtc();
    record.serverId = u"1b22aaf0-0000-4000-8000-000000000001"_s;
    record.partPath = QDir(desk.outFolder()).filePath(u"x.bacpac.f3a1b2c4.part"_s);
    record.size = desk.content.size();
    record.sha256 = hexSha256(desk.content);
    return record;
}

bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly)
           && file.write(content) == content.size();
}

} // namespace

class tst_JobRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedAtAnyChangeItGoesOn_data();
    void endedAtAnyChangeItGoesOn();
    void endedAgainAndAgainWhileFetching();
    void endedBeforeTheAnswerItIsUnknown();
    void renamedButNotFiledIsTakenAsDone();
    void foreignFileUnderTheTargetNameIsNotTaken();
    void alteredPartFileIsNotFiled();
    void pauseOutlivesARestart();
    void cancelledTransferLeavesNoBytes();
    void cancelledTransferIsCleanedUpByTheNextRun();
    void downloadGoesOnAtTheByteItHad();
    void queueKeepsItsOrder();
};

void tst_JobRestart::endedAtAnyChangeItGoesOn_data()
{
    QTest::addColumn<int>("change");
    for (int change = 1; change <= 24; ++change) {
        QTest::addRow("change %d", change) << change;
    }
}

void tst_JobRestart::endedAtAnyChangeItGoesOn()
{
    QFETCH(const int, change);
    JobDesk desk;
    deliverSlowly(desk);
    auto run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    endAt(run, change);
    {
        QObject owner;
        auto* filed = run->jobs.start(desk.request(), &owner);
        const auto id = std::make_shared<QString>();
        connect(filed, &Task::finished, &owner, [filed, id] { *id = filed->result().value_or(QString()); });
        filed->start();
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr || run->step(*id) == JobStep::Done, Patience);
    }
    run.reset();
    run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    QCOMPARE(run->jobs.records().size(), 1);
    const QString id = run->jobs.records().constFirst().id;
    if (run->step(id) == JobStep::Unknown) {
        if (desk.service.exports.isEmpty()) {
            return; // it ended before anything was sent, and cannot know that
        }
        run->jobs.act(id, JobVerb::Adopt, desk.service.exports.constFirst().id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(run->step(id), JobStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(desk.filesOut(), QStringList{u"x.bacpac"_s});
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), desk.content);
    QCOMPARE(run->record(id).sha256, hexSha256(desk.content));
    QCOMPARE(run->library.entries().size(), 1);
    QCOMPARE(run->library.entries().constFirst().jobId, id);
}

void tst_JobRestart::endedAgainAndAgainWhileFetching()
{
    JobDesk desk;
    deliverSlowly(desk);
    QString id;
    for (int i = 0; i < 4; ++i) {
        auto run = std::make_unique<ProgramRun>(desk);
        QVERIFY(run->open());
        if (id.isEmpty()) {
            id = run->start(desk.request());
        }
        const qint64 atLeast = desk.content.size() / 6 * (i + 1);
        endAt(run, 1, [atLeast](const JobRecord& record) { return record.progress.done > atLeast; });
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), desk.content);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_JobRestart::endedBeforeTheAnswerItIsUnknown()
{
    JobDesk desk;
    desk.service.startHangs = true;
    QString id;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        id = run.start(desk.request());
        QTRY_COMPARE_WITH_TIMEOUT(desk.service.startCalls, 1, Patience);
        QCOMPARE(run.step(id), JobStep::Asking);
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    QCOMPARE(run.step(id), JobStep::Unknown);
    QCOMPARE(run.record(id).error->code, Error::Code::OutcomeUnknown);
    run.jobs.act(id, JobVerb::Adopt, desk.service.exports.constFirst().id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_JobRestart::renamedButNotFiledIsTakenAsDone()
{
    JobDesk desk;
    JobRecord record = fetchedJob(desk);
    record.step = JobStep::Filing;
    record.targetPath = QDir(desk.outFolder()).filePath(u"x (2).bacpac"_s);
    QVERIFY(writeFile(record.targetPath, desk.content));
    QVERIFY(writeFile(QDir(desk.outFolder()).filePath(u"x.bacpac"_s), desk.content)); // the same bytes, of another job
    QVERIFY(putRow(desk.statePath(), record));
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(record.id), JobStep::Done, Patience);
    QCOMPARE(run.record(record.id).path, record.targetPath);
    QCOMPARE(desk.blobRequests, 0);
    QCOMPARE(desk.service.statusCalls, 0);
    QCOMPARE(run.library.entries().size(), 1);
}

void tst_JobRestart::foreignFileUnderTheTargetNameIsNotTaken()
{
    JobDesk desk;
    JobRecord record = fetchedJob(desk);
    record.step = JobStep::Filing;
    record.targetPath = QDir(desk.outFolder()).filePath(u"x.bacpac"_s);
    QVERIFY(writeFile(record.targetPath, QByteArray(desk.content.size(), 'x')));
    QVERIFY(writeFile(record.partPath, desk.content));
    QVERIFY(putRow(desk.statePath(), record));
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(record.id), JobStep::Done, Patience);
    QCOMPARE(desk.filesOut(), (QStringList{u"x (2).bacpac"_s, u"x.bacpac"_s}));
    QCOMPARE(desk.fileOut(u"x (2).bacpac"_s), desk.content);
    QCOMPARE(desk.fileOut(u"x.bacpac"_s), QByteArray(desk.content.size(), 'x'));
}

void tst_JobRestart::alteredPartFileIsNotFiled()
{
    JobDesk desk;
    JobRecord record = fetchedJob(desk);
    record.step = JobStep::Verifying;
    QByteArray altered = desk.content;
    altered[altered.size() / 2] = static_cast<char>(altered.at(altered.size() / 2) ^ 1);
    QVERIFY(writeFile(record.partPath, altered));
    QVERIFY(putRow(desk.statePath(), record));
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(record.id), JobStep::Failed, Patience);
    QCOMPARE(run.record(record.id).error->code, Error::Code::HashMismatch);
    QVERIFY(run.library.entries().isEmpty());
}

void tst_JobRestart::pauseOutlivesARestart()
{
    JobDesk desk;
    deliverSlowly(desk, 300); // long enough to be paused on a busy machine
    QString id;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        id = run.start(desk.request());
        QTRY_VERIFY_WITH_TIMEOUT(run.record(id).progress.done > 0, Patience);
        run.jobs.act(id, JobVerb::Pause);
        QTRY_VERIFY_WITH_TIMEOUT(run.record(id).paused, Patience);
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Paused, Patience);
    QVERIFY(run.record(id).progress.done > 0);
    QCOMPARE(run.record(id).progress.total, std::optional<qint64>(desk.content.size()));
    const int before = desk.blobRequests;
    const QString other = run.start(desk.request(u"other"_s));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(other), JobStep::Done, Patience);
    QCOMPARE(desk.blobRequests, before + 1); // only the other one's
    QCOMPARE(run.step(id), JobStep::Downloading);
    run.jobs.act(id, JobVerb::Resume);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(run.record(id).sha256, hexSha256(desk.content));
}

void tst_JobRestart::cancelledTransferLeavesNoBytes()
{
    JobDesk desk;
    deliverSlowly(desk, 300);
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = run.start(desk.request());
    QTRY_VERIFY_WITH_TIMEOUT(run.record(id).progress.done > 0, Patience);
    QCOMPARE(desk.filesOut().size(), 1);
    run.jobs.act(id, JobVerb::CancelTransfer);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Cancelled, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(run.record(id).partPath.isEmpty(), Patience);
    QVERIFY(desk.filesOut().isEmpty());
    // The service still has the file: taken up again it needs no new export.
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 1);
}

void tst_JobRestart::cancelledTransferIsCleanedUpByTheNextRun()
{
    JobDesk desk;
    JobRecord record = fetchedJob(desk);
    record.step = JobStep::Cancelled;
    QVERIFY(writeFile(record.partPath, desk.content.first(100)));
    QVERIFY(putRow(desk.statePath(), record));
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_VERIFY_WITH_TIMEOUT(run.record(record.id).partPath.isEmpty(), Patience);
    QVERIFY(desk.filesOut().isEmpty());
}

void tst_JobRestart::downloadGoesOnAtTheByteItHad()
{
    JobDesk desk;
    QList<QByteArray> ranges;
    deliverSlowly(desk);
    const FaultServer::Handler slow = desk.blobs.handler;
    desk.blobs.handler = [&ranges, slow](const FaultServer::Request& request) {
        ranges.append(request.headers.value("Range"));
        return slow(request);
    };
    QString id;
    {
        auto run = std::make_unique<ProgramRun>(desk);
        QVERIFY(run->open());
        id = run->start(desk.request());
        const qint64 half = desk.content.size() / 2;
        endAt(run, 1, [half](const JobRecord& record) { return record.progress.done > half; });
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(ranges.size(), 2);
    QCOMPARE(ranges.constFirst(), QByteArray("bytes=0-8388607"));
    const QByteArray from = ranges.constLast().mid(6).split('-').constFirst();
    QVERIFY2(from.toLongLong() > desk.content.size() / 2, ranges.constLast().constData());
}

void tst_JobRestart::queueKeepsItsOrder()
{
    JobDesk desk;
    QStringList ids;
    {
        ProgramRun run(desk);
        QVERIFY(run.open(false)); // files, carries out nothing
        for (int i = 0; i < 3; ++i) {
            ids.append(run.start(desk.request()));
        }
    }
    desk.service.pollsUntilDone = 0;
    ProgramRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(ids.at(2)), JobStep::Done, Patience);
    QVERIFY(run.record(ids.at(0)).serverId < run.record(ids.at(1)).serverId);
    QVERIFY(run.record(ids.at(1)).serverId < run.record(ids.at(2)).serverId);
}

QTEST_GUILESS_MAIN(tst_JobRestart)
#include "tst_jobrestart.moc"
