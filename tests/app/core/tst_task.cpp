#include "app/core/backgroundtask.h"
#include "app/core/task.h"
#include "tests/support/await.h"

#include <QPointer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A task whose steps the test takes.
class ManualTask final : public ResultTask<int>
{
public:
    explicit ManualTask(QObject* parent) : ResultTask<int>(parent) { }
    using ResultTask<int>::completeWith;
    using Task::reportProgress;

    int runs = 0;
    int stops = 0;
    bool immediate = false;

protected:
    void run() override
    {
        ++runs;
        if (immediate) {
            completeWith(7);
        }
    }
    void stop() override { ++stops; }
};

} // namespace

/// The contract that every asynchronous operation of the program keeps.
class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHappensBeforeStart()
    {
        ManualTask task(nullptr);
        QCoreApplication::processEvents();
        QCOMPARE(task.runs, 0);
        QVERIFY(!task.isFinished());
    }

    void startReturnsBeforeTheWorkBegins()
    {
        auto* task = new ManualTask(this);
        task->immediate = true;
        QSignalSpy finished(task, &Task::finished);
        task->start();
        QCOMPARE(task->runs, 0);
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
    }

    void startTwiceRunsOnce()
    {
        auto* task = new ManualTask(this);
        task->start();
        task->start();
        QTRY_COMPARE(task->runs, 1);
        task->start();
        QCoreApplication::processEvents();
        QCOMPARE(task->runs, 1);
        delete task;
    }

    void finishedComesOnceAndFromTheEventLoop()
    {
        auto* task = new ManualTask(this);
        QSignalSpy finished(task, &Task::finished);
        task->start();
        QTRY_COMPARE(task->runs, 1);
        task->completeWith(1);
        QCOMPARE(finished.size(), 0);
        task->completeWith(2);
        task->cancel();
        const auto value = std::make_shared<int>(0);
        connect(task, &Task::finished, this, [task, value] { *value = *task->result(); });
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(*value, 1); // the first result stands
        QTest::qWait(0);
        QCOMPARE(finished.size(), 1);
    }

    void deletesItselfAfterFinished()
    {
        QPointer<ManualTask> task = new ManualTask(this);
        task->immediate = true;
        QSignalSpy destroyed(task, &QObject::destroyed);
        task->start();
        QTRY_COMPARE(destroyed.size(), 1);
        QVERIFY(task.isNull());
    }

    void cancelBeforeStartFinishesAsCancelled()
    {
        auto* task = new ManualTask(this);
        QSignalSpy finished(task, &Task::finished);
        const auto code = watchCode(task);
        task->cancel();
        QCOMPARE(finished.size(), 0);
        task->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(*code, Error::Code::Cancelled);
    }

    void cancelBetweenStartAndRunNeverRuns()
    {
        auto* task = new ManualTask(this);
        const auto runs = std::make_shared<int>(-1);
        connect(task, &Task::finished, this, [task, runs] { *runs = task->runs; });
        task->start();
        task->cancel();
        QTRY_COMPARE(*runs, 0);
    }

    void cancelWhileRunningStopsOnce()
    {
        auto* task = new ManualTask(this);
        QSignalSpy finished(task, &Task::finished);
        const auto code = watchCode(task);
        const auto stops = std::make_shared<int>(0);
        connect(task, &Task::finished, this, [task, stops] { *stops = task->stops; });
        task->start();
        QTRY_COMPARE(task->runs, 1);
        task->cancel();
        task->cancel();
        task->completeWith(5); // too late
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(*code, Error::Code::Cancelled);
        QCOMPARE(*stops, 1);
    }

    void cancelInsideFinishedDoesNothing()
    {
        auto* task = new ManualTask(this);
        task->immediate = true;
        QSignalSpy finished(task, &Task::finished);
        connect(task, &Task::finished, task, [task] {
            task->cancel();
            task->start();
        });
        task->start();
        QTRY_COMPARE(finished.size(), 1);
        QTest::qWait(0);
        QCOMPARE(finished.size(), 1);
    }

    void aReceiverMayDieFirst()
    {
        auto receiver = std::make_unique<QObject>();
        auto* task = new ManualTask(this);
        const auto called = std::make_shared<bool>(false);
        connect(task, &Task::finished, receiver.get(), [called] { *called = true; });
        QSignalSpy destroyed(task, &QObject::destroyed);
        task->immediate = true;
        task->start();
        receiver.reset();
        QTRY_COMPARE(destroyed.size(), 1);
        QVERIFY(!*called);
    }

    void aTaskMayDieFirst()
    {
        auto owner = std::make_unique<QObject>();
        auto* task = new ManualTask(owner.get());
        const auto called = std::make_shared<bool>(false);
        connect(task, &Task::finished, this, [called] { *called = true; });
        task->immediate = true;
        task->start();
        owner.reset();
        QTest::qWait(0);
        QVERIFY(!*called);
    }

    void aReceiverMayDeleteTheTaskFromFinished()
    {
        auto* owner = new QObject;
        auto* task = new ManualTask(owner);
        task->immediate = true;
        QSignalSpy destroyed(owner, &QObject::destroyed);
        connect(task, &Task::finished, this, [owner] { delete owner; });
        task->start();
        QTRY_COMPARE(destroyed.size(), 1);
    }

    void aReceiverMayDeleteTheTaskFromTheLastProgress()
    {
        auto* owner = new QObject;
        auto* task = new ManualTask(owner);
        QSignalSpy destroyed(owner, &QObject::destroyed);
        task->start();
        QTRY_COMPARE(task->runs, 1);
        task->reportProgress({.done = 1});
        task->reportProgress({.done = 2});
        task->completeWith(0);
        connect(task, &Task::progressChanged, this, [owner] { delete owner; });
        QTRY_COMPARE(destroyed.size(), 1);
    }

    void cancellingTheParentCancelsTheSubtasks()
    {
        auto* parent = new ManualTask(this);
        auto* running = new ManualTask(parent);
        auto* idle = new ManualTask(parent);
        auto* grandchild = new ManualTask(running);
        parent->start();
        running->start();
        grandchild->start();
        QTRY_COMPARE(grandchild->runs, 1);
        const auto codes = QList{watchCode(running), watchCode(idle), watchCode(grandchild)};
        QSignalSpy destroyed(parent, &QObject::destroyed);
        parent->cancel();
        QTRY_COMPARE(destroyed.size(), 1);
        for (const auto& code : codes) {
            QCOMPARE(*code, Error::Code::Cancelled);
        }
    }

    void progressIsHeldToTenASecondAndTheLastAlwaysComes()
    {
        auto* task = new ManualTask(this);
        QSignalSpy progress(task, &Task::progressChanged);
        const auto order = std::make_shared<QStringList>();
        connect(task, &Task::progressChanged, this,
                [order](const Progress& value) { order->append(QString::number(value.done)); });
        connect(task, &Task::finished, this, [order] { order->append(u"finished"_s); });
        task->start();
        QTRY_COMPARE(task->runs, 1);
        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= 10'000; ++i) {
            task->reportProgress({.done = i, .total = 10'000});
        }
        QVERIFY(progress.size() <= 1 + timer.elapsed() / 100);
        task->completeWith(0);
        QTRY_COMPARE(order->last(), u"finished"_s);
        QCOMPARE(order->at(order->size() - 2), u"10000"_s);
    }

    void progressHeldBackComesWithoutFurtherReports()
    {
        ManualTask task(nullptr);
        QSignalSpy progress(&task, &Task::progressChanged);
        task.start();
        QTRY_COMPARE(task.runs, 1);
        task.reportProgress({.done = 1});
        task.reportProgress({.done = 2});
        QTRY_COMPARE(progress.size(), 2);
        QCOMPARE(progress.last().at(0).value<Progress>().done, 2);
    }

    void backgroundWorkBringsItsResult()
    {
        const auto fine = awaitResult(new BackgroundTask<int>([](const CancelFlag&) { return Result<int>(3); }, this));
        QCOMPARE(*fine, 3);
        const auto bad = awaitResult(new BackgroundTask<void>(
            [](const CancelFlag&) -> Result<void> { return fail(Error::Code::DiskFull); }, this));
        QCOMPARE(bad.error().code, Error::Code::DiskFull);
    }

    void anExceptionInTheBackgroundIsAnError()
    {
        const auto result = awaitResult(
            new BackgroundTask<int>([](const CancelFlag&) -> Result<int> { throw std::runtime_error("boom"); }, this));
        QCOMPARE(result.error().code, Error::Code::Internal);
        QCOMPARE(result.error().detail, u"boom"_s);
    }

    void cancelAndDeletionReachWorkInTheBackground_data()
    {
        QTest::addColumn<bool>("deletes");
        QTest::newRow("cancelled") << false;
        QTest::newRow("deleted") << true;
    }
    void cancelAndDeletionReachWorkInTheBackground()
    {
        QFETCH(const bool, deletes);
        const auto begun = std::make_shared<QSemaphore>();
        const auto ended = std::make_shared<QSemaphore>();
        auto* task = new BackgroundTask<int>(
            [begun, ended](const CancelFlag& cancel) {
                begun->release();
                while (!cancel->load()) {
                    QThread::yieldCurrentThread();
                }
                ended->release();
                return Result<int>(1);
            },
            this);
        QSignalSpy destroyed(task, &QObject::destroyed);
        const auto code = watchCode(task);
        task->start();
        QTRY_COMPARE(begun->available(), 1);
        if (deletes) {
            delete task;
        } else {
            task->cancel();
        }
        QTRY_COMPARE(destroyed.size(), 1);
        QVERIFY(ended->tryAcquire(1, 20'000));
        QCOMPARE(*code, deletes ? Error::Code::Internal : Error::Code::Cancelled);
    }

private:
    /// Internal until the task finished with an error.
    template <class T>
    std::shared_ptr<Error::Code> watchCode(ResultTask<T>* task)
    {
        auto code = std::make_shared<Error::Code>(Error::Code::Internal);
        connect(task, &Task::finished, this, [task, code] {
            if (!task->result()) {
                *code = task->result().error().code;
            }
        });
        return code;
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
