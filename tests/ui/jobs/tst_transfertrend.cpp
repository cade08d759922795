#include "ui/jobs/transfertrend.h"

#include <QTest>
#include <QTimeZone>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

using SpeedAt = std::function<double(double seconds)>; ///< bytes a second
Q_DECLARE_METATYPE(SpeedAt)

class TestTransferTrend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeLeftWaitsBeforeItSpeaks();
    void timeLeftIsCalm_data();
    void timeLeftIsCalm();
    void timeLeftTellsTheTruthBeforeTheEnd();
    void timeLeftFollowsALineThatGotSlower();
    void timeLeftIsSilentWhenNothingIsKnown();
    void timeLeftIsSilentWhenNothingCame();
    void timeLeftBeginsAnewWithANewFile();
    void aSecondHoldsTheMeanOfItsMeasurements();
    void secondsInWhichNobodyLookedGetTheMeanOfWhatMoved();
    void onlyTwoMinutesAreKept();
    void aClockSetBackStartsTheTraceAnew();
    void twoWhoLookAtOnceCountOnce();
    void aForgottenTransferHasNoPast();
};

namespace {

QDateTime begin()
{
    return {QDate(2026, 1, 12), QTime(14, 30), QTimeZone::utc()};
}

constexpr double Mega = 1'000'000;

/// What was shown, four times a second, of a transfer at that speed.
QList<qint64> shownOf(const SpeedAt& speed, double total, double until)
{
    TimeLeft left;
    QList<qint64> shown;
    double done = 0;
    for (int tick = 0; tick < until * 4 && done < total; ++tick) {
        const double seconds = tick / 4.0;
        left.add({.done = static_cast<qint64>(done), .total = static_cast<qint64>(total)},
                 begin().addMSecs(static_cast<qint64>(seconds * 1000)));
        if (left.value()) {
            shown.append(left.value()->count());
        }
        done += speed(seconds) / 4;
    }
    return shown;
}

/// Never the same twice, always the same again.
double noise(double seconds)
{
    const double wild = std::sin(seconds * 12.9898) * 43758.5453;
    return wild - std::floor(wild);
}

} // namespace

void TestTransferTrend::timeLeftWaitsBeforeItSpeaks()
{
    TimeLeft left;
    left.add({.done = 0, .total = 1'000'000'000}, begin());
    left.add({.done = 50'000'000, .total = 1'000'000'000}, begin().addMSecs(500));
    QVERIFY(!left.value());
    left.add({.done = 300'000'000, .total = 1'000'000'000}, begin().addSecs(4));
    QVERIFY(left.value());
}

void TestTransferTrend::timeLeftIsCalm_data()
{
    QTest::addColumn<SpeedAt>("speed");
    QTest::newRow("steady") << SpeedAt([](double) { return 20 * Mega; });
    QTest::newRow("every other second three times as fast")
        << SpeedAt([](double s) { return static_cast<int>(s) % 2 == 0 ? 10 * Mega : 30 * Mega; });
    QTest::newRow("marks that come in lumps")
        << SpeedAt([](double s) { return static_cast<int>(s * 4) % 8 == 0 ? 160 * Mega : 0; });
    QTest::newRow("noise from none to double") << SpeedAt([](double s) { return 40 * Mega * noise(s); });
    QTest::newRow("a stall of five seconds each half minute")
        << SpeedAt([](double s) { return static_cast<int>(s) % 30 < 5 ? 0 : 24 * Mega; });
    QTest::newRow("a burst at the start") << SpeedAt([](double s) { return s < 3 ? 200 * Mega : 20 * Mega; });
    QTest::newRow("swings slowly") << SpeedAt([](double s) { return (20 + 6 * std::sin(s / 8)) * Mega; });
}

/// 6 GB at about 20 MB/s: five minutes.
void TestTransferTrend::timeLeftIsCalm()
{
    QFETCH(const SpeedAt, speed);
    const QList<qint64> shown = shownOf(speed, 6'000 * Mega, 1'000);
    QVERIFY(shown.size() > 400);
    qint64 climbed = 0;
    int turns = 0;
    bool wasUp = false;
    for (qsizetype i = 60; i < shown.size(); ++i) { // a quarter of a minute to settle
        const qint64 change = shown.at(i) - shown.at(i - 1);
        const qint64 step = std::max<qint64>(60, shown.at(i - 1) / 5);
        QVERIFY2(qAbs(change) <= step, qPrintable(u"%1 → %2 s"_s.arg(shown.at(i - 1)).arg(shown.at(i))));
        climbed += std::max<qint64>(0, change);
        turns += change > 0 && !wasUp ? 1 : 0;
        wasUp = change > 0 || (change == 0 && wasUp);
    }
    QVERIFY2(turns <= 4, qPrintable(QString::number(turns)));
    QVERIFY2(climbed <= 180, qPrintable(QString::number(climbed)));
}

void TestTransferTrend::timeLeftTellsTheTruthBeforeTheEnd()
{
    const QList<qint64> shown = shownOf([](double) { return 20 * Mega; }, 1'200 * Mega, 1'000);
    for (qsizetype i = 0; i < shown.size(); ++i) { // of 60 s; it speaks from the third second on
        const double really = 57 - static_cast<double>(i) / 4;
        QVERIFY2(shown.at(i) >= really - 1 && shown.at(i) <= really + 8,
                 qPrintable(u"%1 s before the end: %2 s"_s.arg(really).arg(shown.at(i))));
    }
}

void TestTransferTrend::timeLeftFollowsALineThatGotSlower()
{
    // 12 GB: after a minute at 100 MB/s 6 GB are left, which take ten minutes at 10 MB/s.
    const QList<qint64> shown = shownOf([](double s) { return s < 60 ? 100 * Mega : 10 * Mega; }, 12'000 * Mega, 150);
    QVERIFY(shown.at(200) <= 120);
    QVERIFY2(shown.last() >= 8 * 60 && shown.last() <= 10 * 60, qPrintable(QString::number(shown.last())));
}

void TestTransferTrend::timeLeftIsSilentWhenNothingIsKnown()
{
    TimeLeft left;
    for (int second = 0; second < 20; ++second) {
        left.add({.done = second * 1'000'000}, begin().addSecs(second));
        QVERIFY(!left.value()); // the total is not known
    }
    TimeLeft stuck;
    for (int second = 0; second < 20; ++second) {
        stuck.add({.done = 0, .total = 1'000'000}, begin().addSecs(second));
        QVERIFY(!stuck.value()); // nothing moved yet
    }
}

void TestTransferTrend::timeLeftIsSilentWhenNothingCame()
{
    TimeLeft left;
    for (int second = 0; second < 10; ++second) {
        left.add({.done = second * 10'000'000, .total = 1'000'000'000}, begin().addSecs(second));
    }
    QVERIFY(left.value());
    for (int second = 10; second < 30; ++second) {
        left.add({.done = 90'000'000, .total = 1'000'000'000}, begin().addSecs(second));
    }
    QVERIFY(!left.value()); // and not "22 h", which nobody believes
    left.add({.done = 120'000'000, .total = 1'000'000'000}, begin().addSecs(30));
    QVERIFY(left.value());
}

void TestTransferTrend::timeLeftBeginsAnewWithANewFile()
{
    TimeLeft left;
    for (int second = 0; second < 10; ++second) {
        left.add({.done = second * 10'000'000, .total = 1'000'000'000}, begin().addSecs(second));
    }
    QVERIFY(left.value());
    left.add({.done = 0, .total = 1'000'000'000}, begin().addSecs(11));
    QVERIFY(!left.value());
}

void TestTransferTrend::aSecondHoldsTheMeanOfItsMeasurements()
{
    SpeedTrace trace;
    trace.add({.done = 0, .bytesPerSecond = 10}, begin());
    trace.add({.done = 10, .bytesPerSecond = 20}, begin().addMSecs(400));
    trace.add({.done = 20, .bytesPerSecond = 30}, begin().addMSecs(800));
    QCOMPARE(trace.speeds(), QList<double>{20});
    trace.add({.done = 30, .bytesPerSecond = 40}, begin().addMSecs(1'200));
    QCOMPARE(trace.speeds(), (QList<double>{20, 40}));
}

void TestTransferTrend::secondsInWhichNobodyLookedGetTheMeanOfWhatMoved()
{
    SpeedTrace trace;
    trace.add({.done = 1'000, .bytesPerSecond = 10}, begin());
    trace.add({.done = 1'400, .bytesPerSecond = 200}, begin().addSecs(4));
    QCOMPARE(trace.speeds(), (QList<double>{10, 100, 100, 100, 200}));
}

void TestTransferTrend::onlyTwoMinutesAreKept()
{
    SpeedTrace trace;
    for (int second = 0; second < 300; ++second) {
        trace.add({.done = second, .bytesPerSecond = static_cast<double>(second)}, begin().addSecs(second));
    }
    QCOMPARE(trace.speeds().size(), SpeedTrace::Longest);
    QCOMPARE(trace.speeds().last(), 299.0);
    trace.add({.done = 300, .bytesPerSecond = 7}, begin().addDays(3)); // the window was away
    QCOMPARE(trace.speeds().size(), SpeedTrace::Longest);
    QCOMPARE(trace.speeds().last(), 7.0);
}

void TestTransferTrend::aClockSetBackStartsTheTraceAnew()
{
    SpeedTrace trace;
    trace.add({.done = 1, .bytesPerSecond = 5}, begin());
    trace.add({.done = 2, .bytesPerSecond = 6}, begin().addSecs(1));
    trace.add({.done = 3, .bytesPerSecond = 7}, begin().addSecs(-3'600));
    QCOMPARE(trace.speeds(), QList<double>{7});
}

void TestTransferTrend::twoWhoLookAtOnceCountOnce()
{
    TransferTrends trends;
    trends.add(u"a"_s, {.done = 0, .bytesPerSecond = 10}, begin());
    trends.add(u"a"_s, {.done = 0, .bytesPerSecond = 90}, begin().addMSecs(20));
    QCOMPARE(trends.speeds(u"a"_s), QList<double>{10});
    QVERIFY(trends.speeds(u"b"_s).isEmpty());
}

void TestTransferTrend::aForgottenTransferHasNoPast()
{
    TransferTrends trends;
    for (int second = 0; second < 10; ++second) {
        trends.add(u"a"_s, {.done = second * 10, .total = 1'000, .bytesPerSecond = 10}, begin().addSecs(second));
    }
    QVERIFY(trends.timeLeft(u"a"_s));
    trends.forget(u"a"_s);
    QVERIFY(!trends.timeLeft(u"a"_s));
    QVERIFY(trends.speeds(u"a"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestTransferTrend)
#include "tst_transfertrend.moc"
