#include "app/jobs/jobstore.h"
#include "tests/app/jobs/vectordesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(longshore::VectorDialect)

namespace {

constexpr int Patience = 90'000;

QMap<QString, QString> inParts()
{
    return {{u"multipart-threshold"_s, u"1000"_s}, {u"part-size"_s, u"100000"_s}, {u"shuffle-parts"_s, u"always"_s}};
}

/// Ends the run from the event loop at the `count`-th change or progress of the import that `matches`.
void endAt(std::unique_ptr<VectorRun>& run, int count, const std::function<bool(const JobRecord&)>& matches = {})
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

bool logHas(const JobRecord& record, const QString& words)
{
    return std::any_of(record.log.begin(), record.log.end(),
                       [&words](const JobLogLine& line) { return line.text.contains(words); });
}

/// Waits for the job's end; empty when it is done, else where it stands and why.
QString troubleOf(const VectorRun& run, const QString& id)
{
    (void)QTest::qWaitFor(
        [&run, &id] {
            const JobStep step = run.step(id);
            return step == JobStep::Done || step == JobStep::Failed;
        },
        Patience);
    const JobRecord record = run.record(id);
    if (record.step == JobStep::Done) {
        return {};
    }
    return stepName(record.step) + u' '
           + (record.error ? record.error->subject + u' ' + record.error->detail : u"no error"_s);
}

/// As if an earlier run had left it like this.
void rewrite(const VectorDesk& desk, const JobRecord& record)
{
    Storage storage(desk.statePath());
    QObject owner;
    QVERIFY(awaitResult(storage.run<void>(
        [&record](QSqlDatabase& database) { return jobstore::write(database, {.record = record}); }, &owner)));
}

} // namespace

/// An import into Vector Pro whose program is killed.
class tst_VectorImportRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endedAtAnyChangeItGoesOn_data();
    void endedAtAnyChangeItGoesOn();
    void partsThatAreThereAreNotSentAgain();
    void endedBetweenTheLastPartAndTheRunItKnowsItsParts();
    void endedWhileTheRunIsOnItsWayItLooks();
    void endedDuringAQuickImportAPersonDecides();
    void whatAnEarlierRunPreparedForNobodyIsSwept();
    void whatWasPreparedGoesWithTheJob();
    void whatWasSentOfItBeforeACancelIsNotSentAgain_data();
    void whatWasSentOfItBeforeACancelIsNotSentAgain();
};

void tst_VectorImportRestart::endedAtAnyChangeItGoesOn_data()
{
    QTest::addColumn<VectorDialect>("dialect");
    QTest::addColumn<int>("change");
    for (int change = 1; change <= 34; change += change < 20 ? 1 : 3) {
        QTest::addRow("in parts, change %d", change) << VectorDialect::G2 << change;
    }
    // Whose session has no links to ask for again.
    for (int change = 2; change <= 20; change += 2) {
        QTest::addRow("at once, change %d", change) << VectorDialect::D << change;
    }
}

/// Packed in a way that must be repacked, and then in parts: every step there is.
void tst_VectorImportRestart::endedAtAnyChangeItGoesOn()
{
    QFETCH(const VectorDialect, dialect);
    QFETCH(const int, change);
    VectorDesk desk(dialect, inParts());
    const QByteArray sql = desk.writeDump(1'200'000, DumpFormat::Zstd);
    auto run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    endAt(run, change);
    {
        QObject owner;
        auto* filed = run->jobs.startImport(desk.request(), desk.phrase(), &owner);
        filed->start();
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr || run->step(run->import()) == JobStep::Done, Patience);
    }
    run.reset();
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    const QString id = run->import();
    QVERIFY(!id.isEmpty());
    QCOMPARE(troubleOf(*run, id), QString());
    const JobRecord record = run->record(id);
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    QCOMPARE(desk.contents(), sql);
    QVERIFY(record.uploadedParts.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.workFiles(), QStringList(), Patience);
}

void tst_VectorImportRestart::partsThatAreThereAreNotSentAgain()
{
    VectorDesk desk(VectorDialect::G2, inParts());
    const QByteArray sql = desk.writeDump(2'000'000);
    auto run = std::make_unique<VectorRun>(desk);
    run->transfers.limit->setLimit(400'000);
    QVERIFY(run->open());
    endAt(run, 1, [](const JobRecord& record) { return record.progress.done >= 600'000; });
    const auto id = run->file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    QCOMPARE(troubleOf(*run, *id), QString());
    QVERIFY(logHas(run->record(*id), u"are at the store"_s));
    QCOMPARE(desk.counter(u"importsStarted"_s), 1); // the same session
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImportRestart::endedBetweenTheLastPartAndTheRunItKnowsItsParts()
{
    VectorDesk desk(VectorDialect::G2, inParts());
    const QByteArray sql = desk.writeDump(500'000);
    auto run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    endAt(run, 1, [](const JobRecord& record) { return record.uploaded; });
    const auto id = run->file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    QCOMPARE(troubleOf(*run, *id), QString());
    QCOMPARE(desk.counter(u"importsStarted"_s), 1);
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImportRestart::endedWhileTheRunIsOnItsWayItLooks()
{
    VectorDesk desk(VectorDialect::G2);
    const QByteArray sql = desk.writeDump(100'000);
    auto run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    // Killed as soon as the row says that it asks: the request may or may not have left.
    endAt(run, 1, [](const JobRecord& record) { return record.step == JobStep::Asking; });
    const auto id = run->file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    QCOMPARE(troubleOf(*run, *id), QString());
    QVERIFY(stepsOf(run->record(*id)).contains(JobStep::Unknown));
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImportRestart::endedDuringAQuickImportAPersonDecides()
{
    VectorDesk desk(VectorDialect::G1);
    desk.fault("{\"no-answer\":\"1\"}");
    QVERIFY(!desk.writeDump(50'000).isEmpty());
    auto run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    const auto id = run->file(desk.request(ImportWay::Quick), desk.phrase());
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(run->step(*id), JobStep::Asking, Patience);
    run.reset();
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    QTRY_VERIFY_WITH_TIMEOUT(logHas(run->record(*id), u"nothing to look at"_s), Patience);
    QCOMPARE(run->step(*id), JobStep::Unknown);
    run->jobs.act(*id, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(run->step(*id), JobStep::Forgotten, Patience);
}

void tst_VectorImportRestart::whatAnEarlierRunPreparedForNobodyIsSwept()
{
    VectorDesk desk(VectorDialect::G2);
    QVERIFY(QDir().mkpath(desk.workFolder()));
    QFile left(desk.workFolder() + u"/1b22aaf0-0000-4000-8000-000000000001.sql.gz"_s);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("personal data");
    left.close();
    VectorRun run(desk);
    QVERIFY(run.open());
    QTRY_COMPARE_WITH_TIMEOUT(desk.workFiles(), QStringList(), Patience);
}

void tst_VectorImportRestart::whatWasPreparedGoesWithTheJob()
{
    VectorDesk desk(VectorDialect::G2, inParts());
    const QByteArray sql = desk.writeDump(2'000'000, DumpFormat::Zstd);
    VectorRun run(desk);
    run.transfers.limit->setLimit(200'000);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Uploading, Patience);
    QCOMPARE(desk.workFiles().size(), 1);
    run.jobs.act(*id, JobVerb::CancelTransfer);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Cancelled, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.workFiles(), QStringList(), Patience);
    // And is made again when it is wanted again.
    run.transfers.limit->setLimit(0);
    run.jobs.act(*id, JobVerb::Retry);
    QCOMPARE(troubleOf(run, *id), QString());
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImportRestart::whatWasSentOfItBeforeACancelIsNotSentAgain_data()
{
    QTest::addColumn<bool>("same");
    QTest::newRow("made again with the same bytes") << true;
    QTest::newRow("made again by a program that packs in another way") << false;
}

/// What was prepared went with the cancelled job: the file is another one now.
void tst_VectorImportRestart::whatWasSentOfItBeforeACancelIsNotSentAgain()
{
    QFETCH(const bool, same);
    VectorDesk desk(VectorDialect::G2, inParts());
    const QByteArray sql = desk.writeDump(6'000'000, DumpFormat::Zstd);
    auto run = std::make_unique<VectorRun>(desk);
    run->transfers.limit->setLimit(200'000);
    QVERIFY(run->open());
    const auto id = run->file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(run->record(*id).progress.done >= 200'000, Patience);
    run->jobs.act(*id, JobVerb::CancelTransfer);
    QTRY_COMPARE_WITH_TIMEOUT(run->step(*id), JobStep::Cancelled, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.workFiles(), QStringList(), Patience);
    JobRecord record = run->record(*id);
    run.reset();
    if (!same) {
        record.prepared->sha256 = QString(64, u'0');
        rewrite(desk, record);
    }
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    run->jobs.act(*id, JobVerb::Retry);
    QCOMPARE(troubleOf(*run, *id), QString());
    QCOMPARE(logHas(run->record(*id), u"are at the store"_s), same);
    QCOMPARE(desk.counter(u"importsStarted"_s), same ? 1 : 2); // of the service's sessions
    QCOMPARE(desk.contents(), sql);
}

QTEST_GUILESS_MAIN(tst_VectorImportRestart)
#include "tst_vectorimportrestart.moc"
