#include "app/transfers/streambudget.h"
#include "app/transfers/streamgovernor.h"

#include <QTest>
#include <algorithm>

using namespace std::chrono_literals;

namespace longshore {

/// How many connections a transfer uses: alone, beside others, and when the store has enough.
class TestStreams final : public QObject
{
    Q_OBJECT

    /// A line and what one connection gets of it, in MB/s, sampled as the mover does.
    struct Line
    {
        double perStream;
        double all;
        StreamGovernor::Moment now{1h};
        qint64 bytes = 0;

        void run(StreamGovernor& governor, std::chrono::milliseconds time)
        {
            for (const auto end = now + time; now < end; now += 50ms) {
                bytes += static_cast<qint64>(std::min(perStream * governor.streams(), all) * 1e6 / 20);
                governor.sample(now, bytes, governor.streams());
            }
        }
    };

private Q_SLOTS:
    void growsWhileItHelps()
    {
        StreamGovernor governor;
        QCOMPARE(governor.streams(), 4);
        Line line{.perStream = 12.5, .all = 125};
        line.run(governor, 1s);
        QCOMPARE(governor.streams(), 16);
    }

    void returnsToWhatWasEnough()
    {
        StreamGovernor governor;
        Line line{.perStream = 50, .all = 60};
        line.run(governor, 300ms);
        QCOMPARE(governor.streams(), 4); // eight were tried
    }

    void goesBeyondSixteenOnlyWhereItWasAllowed()
    {
        StreamGovernor governor(32);
        Line line{.perStream = 5, .all = 1000};
        line.run(governor, 3s);
        QCOMPARE(governor.streams(), 32);
    }

    /// A slow line on which whole buffers are seen to leave, one now and one then.
    void aPieceThatLeftIsNotTakenForGrowth()
    {
        StreamGovernor governor;
        StreamGovernor::Moment now(1h);
        qint64 bytes = 0;
        int most = 0;
        for (int tick = 0; tick < 1'200; ++tick) { // a minute
            bytes += tick % 13 == 0 ? 65'536 : 0;
            governor.sample(now += 50ms, bytes, governor.streams());
            most = std::max(most, governor.streams());
        }
        QVERIFY2(most <= 5, qPrintable(QString::number(most))); // one more is tried now and then
    }

    void oneStreamIsOneStream()
    {
        StreamGovernor governor(1);
        Line line{.perStream = 5, .all = 1000};
        line.run(governor, 3s);
        QCOMPARE(governor.streams(), 1);
    }

    void saysNothingBeforeTheFirstByte()
    {
        StreamGovernor governor;
        for (StreamGovernor::Moment now(1h); now < StreamGovernor::Moment(1h) + 2s; now += 50ms) {
            governor.sample(now, 0, 4);
        }
        QCOMPARE(governor.streams(), 4);
    }

    void stepsBackWhenTheStoreAsksAndReturns()
    {
        StreamGovernor governor;
        Line line{.perStream = 12.5, .all = 1000};
        line.run(governor, 1s);
        governor.stepBack(line.now);
        governor.stepBack(line.now + 10ms); // of the same moment: one wish
        QCOMPARE(governor.streams(), 14);
        line.run(governor, 500ms);
        QCOMPARE(governor.streams(), 14);
        line.run(governor, 3s);
        QCOMPARE(governor.streams(), 16);
    }

    void neverStepsBackToNothing()
    {
        StreamGovernor governor;
        StreamGovernor::Moment now(1h);
        for (int answer = 0; answer < 50; ++answer) {
            governor.stepBack(now += 1s);
        }
        QCOMPARE(governor.streams(), 1);
    }

    void transfersShareTheConnections()
    {
        StreamBudget budget(16);
        const auto one = budget.join(2);
        QCOMPARE(budget.shareOf(one), 16);
        const auto two = budget.join(2);
        QCOMPARE(budget.shareOf(one), 8);
        QCOMPARE(budget.shareOf(two), 8);
        budget.setWeight(two, 4);
        QCOMPARE(budget.shareOf(one), 5);
        QCOMPARE(budget.shareOf(two), 10);
        budget.leave(two);
        QCOMPARE(budget.shareOf(one), 16);
        QCOMPARE(budget.shareOf(two), 0);
    }

    void whatATransferDoesNotNeedTheOthersGet()
    {
        StreamBudget budget(16);
        const auto put = budget.join(2); // one request is all it has
        const auto one = budget.join(1);
        const auto two = budget.join(2);
        budget.setNeed(put, 1);
        QCOMPARE(budget.shareOf(one), 5);
        QCOMPARE(budget.shareOf(two), 10);
        budget.setNeed(two, 0); // waits for its link
        QCOMPARE(budget.shareOf(one), 15);
        QCOMPARE(budget.shareOf(two), 10); // its own as soon as it wants it again
        budget.setNeed(two, 16);
        QCOMPARE(budget.shareOf(one), 5);
    }

    void everyTransferKeepsOneConnection()
    {
        StreamBudget budget(4);
        QList<StreamBudget::Member> members;
        for (int transfer = 0; transfer < 20; ++transfer) {
            members.append(budget.join(1));
        }
        for (const auto member : members) {
            QCOMPARE(budget.shareOf(member), 1);
        }
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestStreams)
#include "tst_streams.moc"
