#include "ui/jobs/jobsmodel.h"

#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

class TestJobsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewJobIsARowAtOnce();
    void manyChangesBecomeFewSignals();
    void nothingIsToldWhileNobodyLooks();
    void progressCostsNothingWhileNobodyLooks();
    void whoLooksAgainSeesWhereItIsAndHowItWent();
    void progressAloneChangesNeitherOrderNorVerbs();
    void aPausedTransferHasNeitherGraphNorTimeLeft();
    void jobsThatAreGoneLoseTheirRowsWithoutAReset();
    void progressIsOnlyWhereBytesAreCounted();
    void liveJobsStandAboveFinishedOnes();
    void finishedJobsCanBeHidden();
    void theJobBeforeIsNamedEvenIfItComesLater();
};

namespace {

JobRecord job(const QString& id, JobStep step, qint64 sequence)
{
    JobRecord record;
    record.id = id;
    record.sequence = sequence;
    record.connectionName = u"Contoso"_s;
    record.request.environment = u"Production"_s;
    record.step = step;
    return record;
}

/// How often somebody asked for the time.
class CountingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override
    {
        ++looks;
        return QDateTime::currentDateTimeUtc();
    }
    mutable int looks = 0;
};

Estimate noEstimate(const JobRecord&)
{
    return {};
}

QStringList ids(const QAbstractItemModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list << model.index(row, 0).data(JobsModel::IdRole).toString();
    }
    return list;
}

} // namespace

void TestJobsModel::aNewJobIsARowAtOnce()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.put(job(u"a"_s, JobStep::Queued, 1));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void TestJobsModel::manyChangesBecomeFewSignals()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    JobRecord record = job(u"a"_s, JobStep::Downloading, 1);
    record.progress = {.done = 0, .total = 1000};
    model.put(record);
    model.setWatched(true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 1; i <= 500; ++i) {
        record.progress.done = i;
        model.put(record);
    }
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(model.index(0).data(JobsModel::ProgressRole).toInt(), 500, 30000);
    QCOMPARE(changed.count(), 1);
}

void TestJobsModel::nothingIsToldWhileNobodyLooks()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    model.put(job(u"a"_s, JobStep::Asking, 1));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.put(job(u"a"_s, JobStep::Failed, 1));
    QCOMPARE(changed.count(), 0);
    model.setWatched(true);
    QVERIFY(changed.count() > 0);
    QCOMPARE(model.index(0).data(JobsModel::IconRole).toString(), u"error"_s);
}

void TestJobsModel::progressCostsNothingWhileNobodyLooks()
{
    const CountingClock clock;
    int estimates = 0;
    JobsModel model(
        clock,
        [&estimates](const JobRecord&) {
            ++estimates;
            return Estimate();
        },
        nullptr);
    model.put(job(u"a"_s, JobStep::Downloading, 1));
    model.setWatched(true);
    model.setWatched(false);
    const int looks = clock.looks;
    estimates = 0;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 1; i <= 1'000; ++i) {
        model.showProgress(u"a"_s, {.done = i, .total = 1'000, .bytesPerSecond = 5});
    }
    const QList<QTimer*> timers = model.findChildren<QTimer*>();
    QVERIFY(!timers.isEmpty());
    QVERIFY(std::none_of(timers.begin(), timers.end(), [](const QTimer* timer) { return timer->isActive(); }));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(clock.looks, looks);
    QCOMPARE(estimates, 0);
    QVERIFY(model.trends()->speeds(u"a"_s).size() <= 1);
}

void TestJobsModel::whoLooksAgainSeesWhereItIsAndHowItWent()
{
    FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobRecord record = job(u"a"_s, JobStep::Downloading, 1);
    record.progress = {.done = 0, .total = 1'000, .bytesPerSecond = 10};
    model.put(record);
    model.setWatched(true);
    model.setWatched(false);
    clock.advance(3s);
    model.showProgress(u"a"_s, {.done = 500, .total = 1'000, .bytesPerSecond = 20});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setWatched(true);
    QVERIFY(changed.count() > 0);
    QCOMPARE(model.index(0).data(JobsModel::ProgressRole).toInt(), 500);
    QCOMPARE(model.index(0).data(JobsModel::SpeedsRole).value<QList<double>>().size(), 4); // the gap is filled
}

void TestJobsModel::progressAloneChangesNeitherOrderNorVerbs()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    model.put(job(u"a"_s, JobStep::Downloading, 1));
    model.setWatched(true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.showProgress(u"a"_s, {.done = 5, .total = 10, .bytesPerSecond = 1});
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30000);
    const auto roles = changed.first().at(2).value<QList<int>>();
    QVERIFY(roles.contains(JobsModel::ProgressRole));
    QVERIFY(!roles.contains(JobsModel::SortRole));
}

void TestJobsModel::aPausedTransferHasNeitherGraphNorTimeLeft()
{
    FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobRecord record = job(u"a"_s, JobStep::Downloading, 1);
    model.setWatched(true);
    model.put(record);
    for (int second = 0; second < 10; ++second) {
        record.progress = {.done = second * 10, .total = 1'000, .bytesPerSecond = 10};
        model.put(record);
        model.setWatched(false);
        model.setWatched(true); // at once
        clock.advance(1s);
    }
    QVERIFY(model.view(u"a"_s)->timeLeft);
    QVERIFY(model.view(u"a"_s)->speeds.size() > 1);
    record.waiting = WaitReason::Paused;
    model.put(record);
    model.setWatched(false);
    model.setWatched(true);
    QVERIFY(!model.view(u"a"_s)->timeLeft);
    QVERIFY(model.view(u"a"_s)->speeds.isEmpty());
}

void TestJobsModel::jobsThatAreGoneLoseTheirRowsWithoutAReset()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setJobs({job(u"c"_s, JobStep::Queued, 3), job(u"b"_s, JobStep::Queued, 2), job(u"a"_s, JobStep::Done, 1)});
    model.setJobs({job(u"d"_s, JobStep::Queued, 4), job(u"b"_s, JobStep::Queued, 2)});
    QCOMPARE(ids(model), (QStringList{u"b"_s, u"d"_s}));
    QCOMPARE(reset.count(), 0);
}

void TestJobsModel::progressIsOnlyWhereBytesAreCounted()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    model.put(job(u"a"_s, JobStep::ServerWorking, 1));
    QVERIFY(!model.index(0).data(JobsModel::ProgressRole).isValid());
}

void TestJobsModel::liveJobsStandAboveFinishedOnes()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobsProxy proxy(nullptr);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    model.setWatched(true);
    model.setJobs({job(u"new done"_s, JobStep::Done, 4), job(u"new live"_s, JobStep::Asking, 3),
                   job(u"old live"_s, JobStep::Queued, 2), job(u"old done"_s, JobStep::Done, 1)});
    QCOMPARE(ids(proxy), (QStringList{u"new live"_s, u"old live"_s, u"new done"_s, u"old done"_s}));
    model.put(job(u"new live"_s, JobStep::Done, 3));
    QTRY_COMPARE_WITH_TIMEOUT(ids(proxy), (QStringList{u"old live"_s, u"new done"_s, u"new live"_s, u"old done"_s}),
                              30000);
}

void TestJobsModel::finishedJobsCanBeHidden()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobsProxy proxy(nullptr);
    proxy.setSourceModel(&model);
    model.setJobs({job(u"done"_s, JobStep::Done, 2), job(u"live"_s, JobStep::Queued, 1)});
    proxy.setFinishedShown(false);
    QCOMPARE(ids(proxy), QStringList{u"live"_s});
    proxy.setFinishedShown(true);
    QCOMPARE(proxy.rowCount(), 2);
}

void TestJobsModel::theJobBeforeIsNamedEvenIfItComesLater()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobRecord waits = job(u"second"_s, JobStep::Queued, 2);
    waits.waiting = WaitReason::Slot;
    waits.waitingFor = u"first"_s;
    model.setJobs({waits, job(u"first"_s, JobStep::ServerWorking, 1)});
    const QString step = model.indexOf(u"second"_s).data(JobsModel::StepRole).toString();
    QVERIFY2(step.contains(u"Contoso / Production CMS"_s), qPrintable(step));
}

QTEST_GUILESS_MAIN(TestJobsModel)
#include "tst_jobsmodel.moc"
