#include "app/domain/exportflow.h"

#include <QTest>
#include <map>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Step = JobStep;
using Event = ExportEvent;

constexpr int StepCount = static_cast<int>(Step::Forgotten) + 1;
constexpr int EventCount = static_cast<int>(Event::Restarted) + 1;

QList<Step> allSteps()
{
    QList<Step> steps;
    for (int i = 0; i < StepCount; ++i) {
        steps.append(static_cast<Step>(i));
    }
    return steps;
}

bool isOfImportsAlone(Step step)
{
    return step == Step::Fetching || step == Step::Checking || step == Step::BackingUp || step == Step::Preparing
           || step == Step::Uploading || step == Step::Starting || step == Step::AwaitingVerification
           || step == Step::Completing || step == Step::Resetting;
}

/// Every transition there is, for a job that downloads and whose server id is known; all others are refused.
const std::map<std::pair<Step, Event>, Step>& transitions()
{
    static const std::map<std::pair<Step, Event>, Step> table{
        {{Step::Queued, Event::SlotFree}, Step::Asking},
        {{Step::Queued, Event::Refused}, Step::Failed},
        {{Step::Queued, Event::CancelAsked}, Step::Cancelled},
        {{Step::Queued, Event::Restarted}, Step::Queued},
        {{Step::Asking, Event::Accepted}, Step::ServerWorking},
        {{Step::Asking, Event::NotNow}, Step::Queued},
        {{Step::Asking, Event::Refused}, Step::Failed},
        {{Step::Asking, Event::AnswerLost}, Step::Unknown},
        {{Step::Asking, Event::Restarted}, Step::Unknown},
        {{Step::Unknown, Event::Adopted}, Step::ServerWorking},
        {{Step::Unknown, Event::NothingFound}, Step::Queued},
        {{Step::Unknown, Event::ForgetAsked}, Step::Forgotten},
        {{Step::Unknown, Event::Restarted}, Step::Unknown},
        {{Step::ServerWorking, Event::ServerDone}, Step::Downloading},
        {{Step::ServerWorking, Event::ServerFailed}, Step::Failed},
        {{Step::ServerWorking, Event::RetentionEnded}, Step::Failed},
        {{Step::ServerWorking, Event::StopWatchingAsked}, Step::StoppedWatching},
        {{Step::ServerWorking, Event::Restarted}, Step::ServerWorking},
        {{Step::Downloading, Event::Downloaded}, Step::Verifying},
        {{Step::Downloading, Event::TransferFailed}, Step::Failed},
        {{Step::Downloading, Event::RetentionEnded}, Step::Failed},
        {{Step::Downloading, Event::ServerFailed}, Step::Failed},
        {{Step::Downloading, Event::CancelAsked}, Step::Cancelled},
        {{Step::Downloading, Event::Restarted}, Step::Downloading},
        {{Step::Verifying, Event::Verified}, Step::Filing},
        {{Step::Verifying, Event::VerifyFailed}, Step::Failed},
        {{Step::Verifying, Event::TransferFailed}, Step::Failed},
        {{Step::Verifying, Event::CancelAsked}, Step::Cancelled},
        {{Step::Verifying, Event::Restarted}, Step::Verifying},
        {{Step::Filing, Event::Filed}, Step::Done},
        {{Step::Filing, Event::TransferFailed}, Step::Failed},
        {{Step::Filing, Event::Restarted}, Step::Filing},
        {{Step::Failed, Event::RetryAsked}, Step::ServerWorking},
        {{Step::Cancelled, Event::RetryAsked}, Step::ServerWorking},
        {{Step::StoppedWatching, Event::WatchAgainAsked}, Step::ServerWorking},
        {{Step::StoppedWatching, Event::ForgetAsked}, Step::Forgotten},
        {{Step::StoppedWatching, Event::Restarted}, Step::StoppedWatching},
    };
    return table;
}

} // namespace

class TestExportFlow : public QObject
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
        QCOMPARE(next(static_cast<Step>(step), static_cast<Event>(event), true, true), expected);
    }

    void withoutDownloadItEndsWhenTheServerHasTheFile()
    {
        QCOMPARE(next(Step::ServerWorking, Event::ServerDone, false, true), Step::Ready);
        QVERIFY(isFinal(Step::Ready));
    }

    void aCrashWhileAskingNeverAsksAgainByItself()
    {
        for (const bool id : {false, true}) {
            QCOMPARE(next(Step::Asking, Event::Restarted, true, id), Step::Unknown);
            QCOMPARE(next(Step::Unknown, Event::Restarted, true, id), Step::Unknown);
        }
        // Nothing but a sure look leads from Unknown back to a step that sends the request.
        for (int event = 0; event < EventCount; ++event) {
            const auto after = next(Step::Unknown, static_cast<Event>(event), true, false);
            QVERIFY(after != Step::Asking);
            QCOMPARE(after == Step::Queued, static_cast<Event>(event) == Event::NothingFound);
        }
    }

    void retryLooksAtAnExportThatExistsAndAsksOnlyWithoutOne()
    {
        for (const Step step : {Step::Failed, Step::Cancelled}) {
            QCOMPARE(next(step, Event::RetryAsked, true, true), Step::ServerWorking);
            QCOMPARE(next(step, Event::RetryAsked, true, false), Step::Queued);
        }
    }

    void everyRestartKeepsAnUnfinishedJobAlive()
    {
        for (const Step step : allSteps()) {
            const auto after = next(step, Event::Restarted, true, true);
            QCOMPARE(after.has_value(), !isFinal(step) && !isOfImportsAlone(step));
            QVERIFY(!after || !isFinal(*after));
        }
    }

    void onlyWhatMayRunOnTheServerHoldsTheSlot()
    {
        QList<Step> holding;
        for (const Step step : allSteps()) {
            if (holdsSlot(step)) {
                holding.append(step);
            }
        }
        QCOMPARE(holding, (QList{Step::Asking, Step::Unknown, Step::ServerWorking}));
    }

    void namesComeBack()
    {
        for (const Step step : allSteps()) {
            QVERIFY(!stepName(step).isEmpty());
            QCOMPARE(stepFromName(stepName(step)), step);
        }
        QCOMPARE(stepFromName(u"warping"_s), std::nullopt);
        for (int i = 0; i <= static_cast<int>(WaitReason::Source); ++i) {
            const auto reason = static_cast<WaitReason>(i);
            QVERIFY(!waitReasonName(reason).isEmpty());
            QCOMPARE(waitReasonFromName(waitReasonName(reason)), reason);
        }
        QCOMPARE(waitReasonFromName(u"moon phase"_s), WaitReason::None);
    }
};

QTEST_GUILESS_MAIN(TestExportFlow)
#include "tst_exportflow.moc"
