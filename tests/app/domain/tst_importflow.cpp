#include "app/domain/importflow.h"

#include <QTest>
#include <map>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Step = JobStep;
using Event = ImportEvent;
using Backup = ImportRequest::Backup;

constexpr int StepCount = static_cast<int>(Step::Forgotten) + 1;
constexpr int EventCount = static_cast<int>(Event::Restarted) + 1;

/// Every transition there is, with a backup first; all others are refused.
const std::map<std::pair<Step, Event>, Step>& transitions()
{
    static const std::map<std::pair<Step, Event>, Step> table = [] {
        std::map<std::pair<Step, Event>, Step> all{
            {{Step::Queued, Event::TurnCame}, Step::Checking},
            {{Step::Queued, Event::Refused}, Step::Failed},
            {{Step::Queued, Event::CancelAsked}, Step::Cancelled},
            {{Step::Queued, Event::Restarted}, Step::Queued},
            {{Step::Checking, Event::FileGood}, Step::BackingUp},
            {{Step::Checking, Event::FileRefused}, Step::Failed},
            {{Step::Checking, Event::CancelAsked}, Step::Cancelled},
            {{Step::Checking, Event::Restarted}, Step::Checking},
            {{Step::BackingUp, Event::BackupDone}, Step::Uploading},
            {{Step::BackingUp, Event::BackupFailed}, Step::Failed},
            {{Step::BackingUp, Event::CancelAsked}, Step::Cancelled},
            {{Step::BackingUp, Event::Restarted}, Step::BackingUp},
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
        QCOMPARE(next(static_cast<Step>(step), static_cast<Event>(event), Backup::First), expected);
    }

    void withoutABackupTheUploadFollowsTheCheck()
    {
        QCOMPARE(next(Step::Checking, Event::FileGood, Backup::None), Step::Uploading);
    }

    void aStartIsSentOnlyAfterTheUploadOrASureLook()
    {
        for (int step = 0; step < StepCount; ++step) {
            for (int event = 0; event < EventCount; ++event) {
                if (next(static_cast<Step>(step), static_cast<Event>(event), Backup::First) == Step::Asking) {
                    QCOMPARE(static_cast<Step>(step), Step::Uploading);
                    QCOMPARE(static_cast<Event>(event), Event::Uploaded);
                }
            }
        }
        QCOMPARE(next(Step::Asking, Event::Restarted, Backup::First), Step::Unknown);
    }

    void nothingIsUploadedWithoutTheBackupThatWasAskedFor()
    {
        for (int step = 0; step < StepCount; ++step) {
            for (int event = 0; event < EventCount; ++event) {
                const auto after = next(static_cast<Step>(step), static_cast<Event>(event), Backup::First);
                const bool early = static_cast<Step>(step) == Step::Queued || static_cast<Step>(step) == Step::Checking;
                QVERIFY(!(early && after == Step::Uploading));
            }
        }
        QCOMPARE(next(Step::BackingUp, Event::BackupFailed, Backup::First), Step::Failed);
    }

    void whatMayChangeTheTargetHoldsIt()
    {
        for (int i = 0; i < StepCount; ++i) {
            const Step step = static_cast<Step>(i);
            const bool ended = isFinal(step) || step == Step::StoppedWatching;
            QVERIFY2(!mayHaveChangedTarget(step) || holdsTarget(step) || ended, qPrintable(stepName(step)));
        }
        QVERIFY(!mayHaveChangedTarget(Step::Uploading));
        QVERIFY(!mayHaveChangedTarget(Step::WasReset));
        QVERIFY(mayHaveChangedTarget(Step::Unknown));
    }
};

QTEST_GUILESS_MAIN(TestImportFlow)
#include "tst_importflow.moc"
