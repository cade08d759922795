#include "app/net/httpdate.h"

#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace std::chrono_literals;

class TestHttpDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDateOfAnAnswer()
    {
        const auto date = parseHttpDate("Mon, 12 Jan 2026 14:00:05 GMT");
        QVERIFY(date);
        QCOMPARE(*date, QDateTime(QDate(2026, 1, 12), QTime(14, 0, 5), QTimeZone::utc()));
        QCOMPARE(date->timeSpec(), Qt::UTC);
        QVERIFY(!parseHttpDate(""));
        QVERIFY(!parseHttpDate("yesterday"));
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("seconds"); // -1: none
        QTest::newRow("absent") << QByteArray() << -1;
        QTest::newRow("seconds") << QByteArray(" 40 ") << 40;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("negative") << QByteArray("-5") << -1;
        QTest::newRow("a year") << QByteArray("31536000") << 86'400;
        QTest::newRow("overflow") << QByteArray("99999999999999999999") << -1;
        QTest::newRow("date") << QByteArray("Mon, 12 Jan 2026 14:02:00 GMT") << 120;
        QTest::newRow("date gone by") << QByteArray("Mon, 12 Jan 2026 13:00:00 GMT") << 0;
        QTest::newRow("nonsense") << QByteArray("soon") << -1;
    }
    void readsRetryAfter()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, seconds);
        const auto wait = parseRetryAfter(text, QDateTime(QDate(2026, 1, 12), QTime(14, 0), QTimeZone::utc()));
        QCOMPARE(wait, seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds)));
    }
};

QTEST_GUILESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
