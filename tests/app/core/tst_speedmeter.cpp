#include "app/core/speedmeter.h"

#include <QTest>

using namespace longshore;
using namespace std::chrono_literals;

class TestSpeedMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingBeforeItKnows()
    {
        SpeedMeter meter;
        QCOMPARE(meter.bytesPerSecond(at(0ms)), 0);
        meter.add(at(0ms), 0);
        QCOMPARE(meter.bytesPerSecond(at(100ms)), 0);
    }

    void isTheMeanOfTheLastSeconds()
    {
        SpeedMeter meter;
        for (int tenth = 0; tenth <= 100; ++tenth) {
            meter.add(at(100ms * tenth),
                      tenth * (tenth <= 50 ? 1'000 : 0) + (tenth > 50 ? 50'000 + (tenth - 50) * 5'000 : 0));
        }
        const double speed = meter.bytesPerSecond(at(10s));
        QVERIFY2(qAbs(speed - 50'000) < 1'000, qPrintable(QString::number(speed)));
    }

    void fallsWhileNothingComes()
    {
        SpeedMeter meter;
        meter.add(at(0ms), 0);
        meter.add(at(1s), 100'000);
        QCOMPARE(meter.bytesPerSecond(at(1s)), 100'000);
        QVERIFY(meter.bytesPerSecond(at(2s)) < 60'000);
        QCOMPARE(meter.bytesPerSecond(at(5s)), 0);
    }

    void manySamplesAtOneMomentAreOne()
    {
        SpeedMeter meter;
        meter.add(at(0ms), 0);
        for (int i = 1; i <= 1'000; ++i) {
            meter.add(at(500ms), i * 100);
        }
        meter.add(at(1s), 200'000);
        QCOMPARE(meter.bytesPerSecond(at(1s)), 200'000);
    }

private:
    static SpeedMeter::Time at(std::chrono::milliseconds time) { return SpeedMeter::Time(time + 1h); }
};

QTEST_GUILESS_MAIN(TestSpeedMeter)
#include "tst_speedmeter.moc"
