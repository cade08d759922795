#include "app/cli/joboutcome.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace longshore::cli {

class TestJobOutcome final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhenToLeave_data()
    {
        using Step = JobStep;
        using Wait = WaitReason;
        using Code = Error::Code;
        QTest::addColumn<JobStep>("step");
        QTest::addColumn<WaitReason>("waiting");
        QTest::addColumn<std::optional<Error::Code>>("error");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<bool>("canAsk");
        QTest::addColumn<int>("exit"); // -1: stays
        const std::optional<Code> none;
        QTest::newRow("queued") << Step::Queued << Wait::None << none << false << false << -1;
        QTest::newRow("done") << Step::Done << Wait::None << none << false << false << 0;
        QTest::newRow("ready") << Step::Ready << Wait::None << none << false << false << 0;
        QTest::newRow("works") << Step::ServerWorking << Wait::None << none << false << false << -1;
        QTest::newRow("accepted") << Step::ServerWorking << Wait::None << none << true << false << 0;
        QTest::newRow("waits its turn") << Step::Queued << Wait::Slot << none << false << false << -1;
        QTest::newRow("waits its turn, filed") << Step::Queued << Wait::Slot << none << true << false << 0;
        QTest::newRow("failed there") << Step::Failed << Wait::None << std::optional(Code::ServerJobFailed) << false
                                      << false << 6;
        QTest::newRow("bad file") << Step::Failed << Wait::None << std::optional(Code::FormatInvalid) << false << false
                                  << 7;
        QTest::newRow("lost answer") << Step::Unknown << Wait::None << none << false << false << 9;
        QTest::newRow("no room") << Step::Downloading << Wait::Space << std::optional(Code::DiskFull) << false << false
                                 << 1;
        QTest::newRow("no secret") << Step::Queued << Wait::Credentials << std::optional(Code::SecretMissing) << false
                                   << false << 2;
        QTest::newRow("no secret, a person there")
            << Step::Queued << Wait::Credentials << std::optional(Code::SecretMissing) << false << true << -1;
        QTest::newRow("no right, a person there")
            << Step::Queued << Wait::Credentials << std::optional(Code::Unauthorized) << false << true << 2;
        QTest::newRow("offline") << Step::ServerWorking << Wait::Network << std::optional(Code::Offline) << false
                                 << false << -1;
        QTest::newRow("paused") << Step::Downloading << Wait::Paused << none << false << false << 4;
    }
    void knowsWhenToLeave()
    {
        QFETCH(const JobStep, step);
        QFETCH(const WaitReason, waiting);
        QFETCH(const std::optional<Error::Code>, error);
        QFETCH(const bool, accepted);
        QFETCH(const bool, canAsk);
        QFETCH(const int, exit);
        JobRecord record;
        record.step = step;
        record.waiting = waiting;
        if (error) {
            record.error.emplace().code = *error;
        }
        const auto outcome = outcomeOf(record, accepted ? WatchUntil::Accepted : WatchUntil::Finished, canAsk);
        QCOMPARE(outcome ? exitValue(outcome->exit) : -1, exit);
        QCOMPARE(outcome && outcome->error.has_value(), exit > 0);
    }

    void patienceEndsWithTheCauseAndNeverAsGeneralTrouble()
    {
        JobRecord record;
        record.step = JobStep::Downloading;
        QCOMPARE(patienceEnded(record).exit, Exit::Network);
        // While it tries again it has no error; the one before is the cause.
        QCOMPARE(patienceEnded(record, Error{.code = Error::Code::RateLimited}).error->code, Error::Code::RateLimited);
        record.error.emplace().code = Error::Code::HostNotFound;
        QCOMPARE(patienceEnded(record).error->code, Error::Code::HostNotFound);
        record.error->code = Error::Code::Internal;
        QCOMPARE(patienceEnded(record).exit, Exit::Network);
    }

    void aTryAfterATryIsNeitherWellNorTrouble()
    {
        JobRecord record;
        record.step = JobStep::Queued;
        record.waiting = WaitReason::ServerTime;
        QVERIFY(isInTrouble(record));
        record.step = JobStep::Asking;
        record.waiting = WaitReason::None;
        QVERIFY(!isInTrouble(record) && !isWell(record));
        record.step = JobStep::ServerWorking;
        QVERIFY(isWell(record));
    }
};

} // namespace longshore::cli

QTEST_GUILESS_MAIN(longshore::cli::TestJobOutcome)
#include "tst_joboutcome.moc"
