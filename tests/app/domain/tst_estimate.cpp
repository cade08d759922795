#include "app/domain/estimate.h"

#include <QTest>

using namespace longshore;

class TestEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversWhatIsUsual_data()
    {
        QTest::addColumn<QList<int>>("minutesNewestFirst");
        QTest::addColumn<int>("shortest"); // -1: no range
        QTest::addColumn<int>("longest");
        QTest::newRow("nothing yet") << QList<int>{} << -1 << -1;
        QTest::newRow("once") << QList<int>{17} << 17 << 17;
        QTest::newRow("a few") << QList<int>{22, 14, 16} << 14 << 22;
        QTest::newRow("a few keep the odd one") << QList<int>{22, 14, 300, 16} << 14 << 300;
        QTest::newRow("five drop the odd one") << QList<int>{22, 14, 300, 16, 15} << 14 << 22;
        QTest::newRow("also the short one") << QList<int>{22, 14, 1, 16, 15} << 14 << 22;
        QTest::newRow("only the newest ten count")
            << QList<int>{20, 20, 20, 20, 20, 20, 20, 20, 20, 21, 30, 10} << 20 << 21;
        QTest::newRow("a clock that went back") << QList<int>{20, -5, 22} << 20 << 22;
        QTest::newRow("all in no time") << QList<int>{0, 0, 0, 0, 0, 0} << 0 << 0;
    }
    void coversWhatIsUsual()
    {
        QFETCH(QList<int>, minutesNewestFirst);
        QFETCH(int, shortest);
        QFETCH(int, longest);
        QList<std::chrono::seconds> durations;
        for (const int minutes : minutesNewestFirst) {
            durations.append(std::chrono::minutes(minutes));
        }
        const auto range = usualRange(durations);
        QCOMPARE(range.has_value(), shortest >= 0);
        if (range) {
            QCOMPARE(range->shortest, std::chrono::minutes(shortest));
            QCOMPARE(range->longest, std::chrono::minutes(longest));
        }
    }
};

QTEST_GUILESS_MAIN(TestEstimate)
#include "tst_estimate.moc"
