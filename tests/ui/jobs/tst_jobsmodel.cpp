#include "ui/jobs/jobsmodel.h"

#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

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
    void jobsThatAreGoneLoseTheirRowsWithoutAReset();
    void progressIsOnlyWhereBytesAreCounted();
    void liveJobsStandAboveFinishedOnes();
    void finishedJobsCanBeHidden();
    void theJobBeforeIsNamedEvenIfItComesLater();
};

namespace {

JobRecord job(const QString& id, ExportStep step, qint64 sequence)
{
    JobRecord record;
    record.id = id;
    record.sequence = sequence;
    record.connectionName = u"Contoso"_s;
    record.request.environment = u"Production"_s;
    record.step = step;
    return record;
}

Estimate noEstimate(const ExportRequest&)
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
    model.put(job(u"a"_s, ExportStep::Queued, 1));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void TestJobsModel::manyChangesBecomeFewSignals()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    JobRecord record = job(u"a"_s, ExportStep::Downloading, 1);
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
    model.put(job(u"a"_s, ExportStep::Asking, 1));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.put(job(u"a"_s, ExportStep::Failed, 1));
    QCOMPARE(changed.count(), 0);
    model.setWatched(true);
    QVERIFY(changed.count() > 0);
    QCOMPARE(model.index(0).data(JobsModel::IconRole).toString(), u"error"_s);
}

void TestJobsModel::jobsThatAreGoneLoseTheirRowsWithoutAReset()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setJobs(
        {job(u"c"_s, ExportStep::Queued, 3), job(u"b"_s, ExportStep::Queued, 2), job(u"a"_s, ExportStep::Done, 1)});
    model.setJobs({job(u"d"_s, ExportStep::Queued, 4), job(u"b"_s, ExportStep::Queued, 2)});
    QCOMPARE(ids(model), (QStringList{u"b"_s, u"d"_s}));
    QCOMPARE(reset.count(), 0);
}

void TestJobsModel::progressIsOnlyWhereBytesAreCounted()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    model.put(job(u"a"_s, ExportStep::ServerWorking, 1));
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
    model.setJobs({job(u"new done"_s, ExportStep::Done, 4), job(u"new live"_s, ExportStep::Asking, 3),
                   job(u"old live"_s, ExportStep::Queued, 2), job(u"old done"_s, ExportStep::Done, 1)});
    QCOMPARE(ids(proxy), (QStringList{u"new live"_s, u"old live"_s, u"new done"_s, u"old done"_s}));
    model.put(job(u"new live"_s, ExportStep::Done, 3));
    QTRY_COMPARE_WITH_TIMEOUT(ids(proxy), (QStringList{u"old live"_s, u"new done"_s, u"new live"_s, u"old done"_s}),
                              30000);
}

void TestJobsModel::finishedJobsCanBeHidden()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobsProxy proxy(nullptr);
    proxy.setSourceModel(&model);
    model.setJobs({job(u"done"_s, ExportStep::Done, 2), job(u"live"_s, ExportStep::Queued, 1)});
    proxy.setFinishedShown(false);
    QCOMPARE(ids(proxy), QStringList{u"live"_s});
    proxy.setFinishedShown(true);
    QCOMPARE(proxy.rowCount(), 2);
}

void TestJobsModel::theJobBeforeIsNamedEvenIfItComesLater()
{
    const FakeClock clock;
    JobsModel model(clock, noEstimate, nullptr);
    JobRecord waits = job(u"second"_s, ExportStep::Queued, 2);
    waits.waiting = WaitReason::Slot;
    waits.waitingFor = u"first"_s;
    model.setJobs({waits, job(u"first"_s, ExportStep::ServerWorking, 1)});
    const QString step = model.indexOf(u"second"_s).data(JobsModel::StepRole).toString();
    QVERIFY2(step.contains(u"Contoso / Production CMS"_s), qPrintable(step));
}

QTEST_GUILESS_MAIN(TestJobsModel)
#include "tst_jobsmodel.moc"
