#include "app/core/backoff.h"

#include <QTest>

using namespace std::chrono_literals;

namespace longshore {

class TestBackoff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
