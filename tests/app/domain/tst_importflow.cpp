#include "app/domain/importflow.h"

#include <QTest>
#include <map>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Step = JobStep;
using Event = ImportEvent;
using Backup = ImportRequest::Backup;
using Way = ImportWay;

constexpr int StepCount = static_cast<int>(Step::Forgotten) + 1;
constexpr int EventCount = static_cast<int>(Event::Restarted) + 1;

constexpr Way Ways[] = {Way::Upload, Way::Quick, Way::Promote, Way::Restore};

/// Every transition there is of a file that is uploaded, with a backup first; all others are refused.
const std::map<std::pair<Step, Event>, Step>& transitions()
{
    static const std::map<std::pair<Step, Event>, Step> table = [] {
        std::map<std::pair<Step, Event>, Step> all{
            {{Step::Queued, Event::TurnCame}, Step::Checking},
            {{Step::Queued, Event::Refused}, Step::Failed},
            {{Step::Queued, Event::CancelAsked}, Step::Cancelled},
            {{Step::Queued, Event::Restarted}, Step::Queued},
            {{Step::Fetching, Event::Fetched}, Step::Checking},
            {{Step::Fetching, Event::FetchFailed}, Step::Failed},
            {{Step::Fetching, Event::CancelAsked}, Step::Cancelled},
            {{Step::Fetching, Event::Restarted}, Step::Fetching},
            {{Step::Checking, Event::FileGood}, Step::BackingUp},
            {{Step::Checking, Event::FileRefused}, Step::Failed},
            {{Step::Checking, Event::CancelAsked}, Step::Cancelled},
            {{Step::Checking, Event::Restarted}, Step::Checking},
            {{Step::BackingUp, Event::BackupDone}, Step::Uploading},
            {{Step::BackingUp, Event::BackupFailed}, Step::Failed},
            {{Step::BackingUp, Event::CancelAsked}, Step::Cancelled},
            {{Step::BackingUp, Event::Restarted}, Step::BackingUp},
            {{Step::Preparing, Event::Prepared}, Step::Uploading},
            {{Step::Preparing, Event::PrepareFailed}, Step::Failed},
            {{Step::Preparing, Event::FileRefused}, Step::Failed},
            {{Step::Preparing, Event::CancelAsked}, Step::Cancelled},
            {{Step::Preparing, Event::Restarted}, Step::Preparing},
            {{Step::Starting, Event::Uploaded}, Step::Asking},
            {{Step::Starting, Event::UploadFailed}, Step::Failed},
            {{Step::Starting, Event::FileRefused}, Step::Failed},
            {{Step::Starting, Event::CancelAsked}, Step::Cancelled},
            {{Step::Starting, Event::Restarted}, Step::Starting},
            {{Step::Uploading, Event::Uploaded}, Step::Asking},
            {{Step::Uploading, Event::UploadFailed}, Step::Failed},
            {{Step::Uploading, Event::FileRefused}, Step::Failed},
            {{Step::Uploading, Event::CancelAsked}, Step::Cancelled},
            {{Step::Uploading, Event::Restarted}, Step::Uploading},
            {{Step::Asking, Event::Accepted}, Step::ServerWorking},
            {{Step::Asking, Event::NotNow}, Step::Uploading},
            {{Step::Asking, Event::Refused}, Step::Failed},
            {{Step::Asking, Event::AnswerLost}, Step::Unknown},
            {{Step::Asking, Event::Restarted}, Step::Unknown},
            {{Step::Unknown, Event::Adopted}, Step::ServerWorking},
            {{Step::Unknown, Event::NothingFound}, Step::Uploading},
            {{Step::Unknown, Event::RetryAsked}, Step::Queued},
            {{Step::Unknown, Event::ForgetAsked}, Step::Forgotten},
            {{Step::Unknown, Event::Restarted}, Step::Unknown},
            {{Step::ServerWorking, Event::ServerWaits}, Step::AwaitingVerification},
            {{Step::AwaitingVerification, Event::CompleteAsked}, Step::Completing},
            {{Step::AwaitingVerification, Event::ResetAsked}, Step::Resetting},
            {{Step::Completing, Event::ServerWaits}, Step::AwaitingVerification},
            {{Step::Resetting, Event::ServerWaits}, Step::AwaitingVerification},
            {{Step::StoppedWatching, Event::WatchAgainAsked}, Step::ServerWorking},
            {{Step::StoppedWatching, Event::ForgetAsked}, Step::Forgotten},
            {{Step::StoppedWatching, Event::Restarted}, Step::StoppedWatching},
            {{Step::Failed, Event::RetryAsked}, Step::Queued},
            {{Step::Cancelled, Event::RetryAsked}, Step::Queued},
        };
        for (const Step watched :
             {Step::ServerWorking, Step::AwaitingVerification, Step::Completing, Step::Resetting}) {
            all[{watched, Event::ServerDone}] = Step::Done;
            all[{watched, Event::ServerFailed}] = Step::Failed;
            all[{watched, Event::ServerForgot}] = Step::Failed;
            all[{watched, Event::ServerWasReset}] = Step::WasReset;
            all[{watched, Event::StopWatchingAsked}] = Step::StoppedWatching;
            all[{watched, Event::Restarted}] = watched;
        }
        return all;
    }();
    return table;
}

/// What happens, one good thing after the other, to an import of that course.
QList<Step> wayThrough(const ImportCourse& course)
{
    const QList<Event> good{Event::TurnCame, Event::Fetched,  Event::FileGood, Event::BackupDone,
                            Event::Prepared, Event::Uploaded, Event::Accepted, Event::ServerDone};
    QList<Step> steps{Step::Queued};
    for (int turn = 0; turn < StepCount && steps.last() != Step::Done; ++turn) {
        for (const Event event : good) {
            if (const auto after = next(steps.last(), event, course)) {
                steps.append(*after);
                break;
            }
        }
    }
    return steps;
}

} // namespace

class TestImportFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTable_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("event");
        for (int step = 0; step < StepCount; ++step) {
            for (int event = 0; event < EventCount; ++event) {
                QTest::addRow("%s + event %d", qPrintable(stepName(static_cast<Step>(step))), event) << step << event;
            }
        }
    }
    void followsTheTable()
    {
        QFETCH(int, step);
        QFETCH(int, event);
        const auto row = transitions().find({static_cast<Step>(step), static_cast<Event>(event)});
        const auto expected = row == transitions().end() ? std::nullopt : std::optional(row->second);
        QCOMPARE(next(static_cast<Step>(step), static_cast<Event>(event), ImportCourse{}), expected);
    }

    void everyWayHasItsSteps_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<bool>("backup");
        QTest::addColumn<bool>("fetches");
        QTest::addColumn<bool>("prepares");
        QTest::addColumn<QList<Step>>("between");
        const auto row = [](const char* name, Way way, const char* flags, const QList<Step>& between) {
            const QByteArray has(flags);
            QTest::newRow(name) << int(way) << has.contains('b') << has.contains('f') << has.contains('p') << between;
        };
        row("upload", Way::Upload, "b", {Step::Checking, Step::BackingUp, Step::Uploading});
        row("upload without a backup", Way::Upload, "", {Step::Checking, Step::Uploading});
        row("upload of a file to unpack", Way::Upload, "bp",
            {Step::Checking, Step::BackingUp, Step::Preparing, Step::Uploading});
        row("the same without a backup", Way::Upload, "p", {Step::Checking, Step::Preparing, Step::Uploading});
        row("copy", Way::Upload, "bf", {Step::Fetching, Step::Checking, Step::BackingUp, Step::Uploading});
        row("quick", Way::Quick, "b", {Step::Checking, Step::BackingUp, Step::Starting});
        row("quick of a file to unpack", Way::Quick, "p", {Step::Checking, Step::Preparing, Step::Starting});
        row("quick copy", Way::Quick, "f", {Step::Fetching, Step::Checking, Step::Starting});
        row("promote", Way::Promote, "b", {Step::BackingUp, Step::Starting});
        row("promote without a backup", Way::Promote, "fp", {Step::Starting});
        row("restore", Way::Restore, "b", {Step::BackingUp, Step::Starting});
    }
    void everyWayHasItsSteps()
    {
        QFETCH(int, way);
        QFETCH(bool, backup);
        QFETCH(bool, fetches);
        QFETCH(bool, prepares);
        QFETCH(QList<Step>, between);
        const ImportCourse course{.way = static_cast<Way>(way),
                                  .backup = backup ? Backup::First : Backup::None,
                                  .fetches = fetches,
                                  .prepares = prepares};
        QList<Step> expected{Step::Queued};
        expected << between << Step::Asking << Step::ServerWorking << Step::Done;
        QCOMPARE(wayThrough(course), expected);
    }

    void aStartIsSentOnlyAfterTheUploadOrASureLook()
    {
        for (const Way way : Ways) {
            for (int step = 0; step < StepCount; ++step) {
                for (int event = 0; event < EventCount; ++event) {
                    if (next(static_cast<Step>(step), static_cast<Event>(event), {.way = way}) == Step::Asking) {
                        QVERIFY(static_cast<Step>(step) == Step::Uploading
                                || static_cast<Step>(step) == Step::Starting);
                        QCOMPARE(static_cast<Event>(event), Event::Uploaded);
                    }
                }
            }
            QCOMPARE(next(Step::Asking, Event::Restarted, {.way = way}), Step::Unknown);
        }
    }

    void whatWasNotTakenWaitsWhereTheServiceIsAskedFrom()
    {
        for (const Way way : Ways) {
            const Step expected = way == Way::Upload ? Step::Uploading : Step::Starting;
            QCOMPARE(next(Step::Asking, Event::NotNow, {.way = way}), expected);
            QCOMPARE(next(Step::Unknown, Event::NothingFound, {.way = way}), expected);
        }
    }

    void nothingIsSentWithoutTheBackupThatWasAskedFor()
    {
        for (const Way way : Ways) {
            for (int step = 0; step < StepCount; ++step) {
                for (int event = 0; event < EventCount; ++event) {
                    const auto after =
                        next(static_cast<Step>(step), static_cast<Event>(event), {.way = way, .prepares = true});
                    const bool early = static_cast<Step>(step) == Step::Queued
                                       || static_cast<Step>(step) == Step::Fetching
                                       || static_cast<Step>(step) == Step::Checking;
                    QVERIFY(
                        !(early && (after == Step::Uploading || after == Step::Starting || after == Step::Preparing)));
                }
            }
            QCOMPARE(next(Step::BackingUp, Event::BackupFailed, {.way = way}), Step::Failed);
        }
    }

    void whatMayChangeTheTargetHoldsIt()
    {
        for (int i = 0; i < StepCount; ++i) {
            const Step step = static_cast<Step>(i);
            const bool ended = isFinal(step) || step == Step::StoppedWatching;
            QVERIFY2(!mayHaveChangedTarget(step) || holdsTarget(step) || ended, qPrintable(stepName(step)));
        }
        QVERIFY(!mayHaveChangedTarget(Step::Uploading));
        QVERIFY(!mayHaveChangedTarget(Step::Starting));
        QVERIFY(!mayHaveChangedTarget(Step::WasReset));
        QVERIFY(mayHaveChangedTarget(Step::Unknown));
    }
};

QTEST_GUILESS_MAIN(TestImportFlow)
#include "tst_importflow.moc"
