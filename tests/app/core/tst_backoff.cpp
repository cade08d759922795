#include "app/core/backoff.h"

#include <QTest>

using namespace std::chrono_literals;

namespace longshore {

class TestBackoff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitFollowsFromAttemptAndDice_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("wish");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("first, low") << 0 << 0.0 << 0 << 750;
        QTest::newRow("first, middle") << 0 << 0.5 << 0 << 1'000;
        QTest::newRow("first, high") << 0 << 1.0 << 0 << 1'250;
        QTest::newRow("fourth") << 3 << 0.5 << 0 << 8'000;
        QTest::newRow("capped") << 7 << 0.5 << 0 << 60'000;
        QTest::newRow("far beyond any number") << 100'000 << 0.5 << 0 << 60'000;
        QTest::newRow("the server wants more") << 0 << 0.5 << 40 << 40'000;
        QTest::newRow("the server wants more than the cap") << 9 << 0.5 << 300 << 300'000;
        QTest::newRow("the server wants less") << 3 << 0.5 << 2 << 8'000;
    }
    void waitFollowsFromAttemptAndDice()
    {
        QFETCH(const int, attempt);
        QFETCH(const double, random);
        QFETCH(const int, wish);
        QTEST(static_cast<int>(Backoff::delay({}, attempt, random, std::chrono::seconds(wish)).count()),
              "milliseconds");
    }

    void theDiceCanBeGiven()
    {
        Backoff backoff({.first = 100ms, .longest = 1s, .tries = 2}, [] { return 0.0; });
        QCOMPARE(backoff.next(), std::optional(75ms));
        QCOMPARE(backoff.next(), std::optional(150ms));
    }

    void doublesAroundItsFirstWaitAndStopsGrowing()
    {
        Backoff backoff({.first = 1s, .longest = 4s, .tries = 5});
        for (const std::chrono::milliseconds expected : {1000ms, 2000ms, 4000ms, 4000ms, 4000ms}) {
            const auto wait = backoff.next();
            QVERIFY(wait);
            QVERIFY(*wait >= expected * 3 / 4);
            QVERIFY(*wait <= expected * 5 / 4);
        }
        QVERIFY(!backoff.next());
    }

    void neverComesSoonerThanTheServerAsked()
    {
        Backoff backoff({.first = 1ms, .longest = 1s, .tries = 3});
        QVERIFY(backoff.next(40s) >= 40s);
    }

    void givesUpWhereTheServerAsksForMoreThanAMoment()
    {
        Backoff backoff({.first = 1ms, .longest = 1s, .tries = 3});
        QVERIFY(!backoff.next(3h));
        QVERIFY(backoff.next(2min) >= 2min);
    }

    void startsAnewWhenSomethingWorked()
    {
        Backoff backoff({.first = 1s, .longest = 60s, .tries = 1});
        QVERIFY(backoff.next());
        QVERIFY(!backoff.next());
        backoff.reset();
        QVERIFY(backoff.next() <= 1250ms);
    }

    void manyDoNotComeBackTogether()
    {
        QList<std::chrono::milliseconds> waits;
        for (int i = 0; i < 50; ++i) {
            Backoff backoff;
            waits.append(*backoff.next());
        }
        std::sort(waits.begin(), waits.end());
        QVERIFY(waits.last() - waits.first() > 50ms);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestBackoff)
#include "tst_backoff.moc"
