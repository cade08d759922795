#include "app/net/throttle.h"

#include <QTest>

using namespace longshore;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Limit = 8'000'000;
constexpr qint64 Chunk = 16'384;

/// Bytes that so many requests get in ten seconds when they are looked at once every `tick`, each for one chunk.
qint64 movedInTenSeconds(Throttle& throttle, int requests, std::chrono::milliseconds tick)
{
    const Throttle::Clock::time_point start{1h};
    qint64 moved = 0;
    for (auto now = start; now < start + 10s; now += tick) {
        for (int i = 0; i < requests && throttle.freeAt() <= now; ++i) {
            throttle.spend(now, Chunk);
            moved += Chunk;
        }
    }
    return moved;
}

} // namespace

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitAddsUpToItsBytesASecond()
    {
        Throttle limit(100'000);
        const auto start = Throttle::Clock::time_point(1h);
        const auto behind = [&limit, start] { return limit.freeAt() - start + Throttle::Credit; };
        QVERIFY(limit.freeAt() <= start);
        limit.spend(start, 50'000);
        QCOMPARE(behind(), 500ms);
        limit.spend(start + 100ms, 50'000); // what is not waited for is owed
        QCOMPARE(behind(), 1s);
        limit.spend(start + 5s, 10'000); // what was not used is not saved up
        QCOMPARE(behind(), 5'100ms);
        QCOMPARE(limit.piece(1'000'000), 5'000);
    }

    void noLimitIsNoLimit()
    {
        Throttle limit(0);
        limit.spend(Throttle::Clock::time_point(1h), 1'000'000'000);
        QVERIFY(limit.freeAt() <= Throttle::Clock::time_point(1h));
        QCOMPARE(limit.piece(16'384), 16'384);
    }

    void requestsThatShareALimitReachIt_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("tickMs");
        QTest::newRow("16 looked at every 10 ms") << 16 << 10;
        QTest::newRow("32 looked at every 40 ms") << 32 << 40;
        QTest::newRow("8 looked at every 3 ms") << 8 << 3;
    }
    void requestsThatShareALimitReachIt()
    {
        QFETCH(const int, requests);
        QFETCH(const int, tickMs);
        Throttle throttle(Limit);
        const qint64 moved = movedInTenSeconds(throttle, requests, std::chrono::milliseconds(tickMs));
        QVERIFY2(moved >= 10 * Limit * 97 / 100, qPrintable(QString::number(moved)));
        QVERIFY2(moved <= 10 * Limit * 102 / 100, qPrintable(QString::number(moved)));
    }

    void aLongRestIsNotMadeUpFor()
    {
        Throttle throttle(Limit);
        const Throttle::Clock::time_point start{1h};
        throttle.spend(start, Chunk);
        const auto later = start + 60s;
        qint64 burst = 0;
        while (throttle.freeAt() <= later) {
            throttle.spend(later, Chunk);
            burst += Chunk;
        }
        QVERIFY(burst <= Limit / 10);
    }

    void aChangedLimitCountsAtOnceAndOldDebtIsForgotten()
    {
        Throttle throttle(1);
        const Throttle::Clock::time_point now{1h};
        throttle.spend(now, Chunk); // hours of waiting
        QVERIFY(throttle.freeAt() > now + 1h);
        throttle.setLimit(Limit);
        QVERIFY(throttle.freeAt() <= now);
        throttle.setLimit(0);
        throttle.spend(now, 1'000'000'000);
        QVERIFY(throttle.freeAt() <= now);
    }
};

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
