#include "app/archive/bcpencoder.h"

#include <QTimeZone>
#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(longshore::SqlValue)
Q_DECLARE_METATYPE(longshore::SqlColumn)

namespace {

struct Shape
{
    int length = 0;
    int precision = 0;
    int scale = 0;
    bool nullable = false;
};

SqlColumn column(SqlType type, Shape shape)
{
    SqlColumn made;
    made.name = u"c"_s;
    made.type = type;
    made.length = shape.length;
    made.precision = shape.precision;
    made.scale = shape.scale;
    made.nullable = shape.nullable;
    return made;
}

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0)
{
    return {QDate(year, month, day), QTime(hour, minute, second, ms), QTimeZone::utc()};
}

} // namespace

/// Expected bytes are written out by hand from the description of the format.
class TestBcpEncoder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEachTypeAsBacpacsStoreIt_data();
    void writesEachTypeAsBacpacsStoreIt();
    void writesNullAsAllOnes_data();
    void writesNullAsAllOnes();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void rowsFollowEachOtherWithoutMarks();
    void refusesARowWithTooFewValues();
};

void TestBcpEncoder::writesEachTypeAsBacpacsStoreIt_data()
{
    QTest::addColumn<SqlColumn>("column");
    QTest::addColumn<SqlValue>("value");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char* name, const SqlColumn& what, const SqlValue& value, const char* hex) {
        QTest::newRow(name) << what << value << QByteArray(hex);
    };
    const qint64 minusTwo = -2;
    row("tinyint", column(SqlType::TinyInt, {}), qint64{200}, "c8");
    row("smallint", column(SqlType::SmallInt, {}), minusTwo, "feff");
    row("int", column(SqlType::Int, {}), qint64{0x01020304}, "04030201");
    row("int, nullable", column(SqlType::Int, {.nullable = true}), qint64{1}, "0401000000");
    row("bigint", column(SqlType::BigInt, {}), minusTwo, "feffffffffffffff");
    row("bit carries a length even when required", column(SqlType::Bit, {}), qint64{1}, "0101");
    row("real", column(SqlType::Real, {}), 1.5, "0000c03f");
    row("float", column(SqlType::Float, {}), 1.5, "000000000000f83f");
    row("decimal is always 19 bytes", column(SqlType::Decimal, {.precision = 9, .scale = 2}), qint64{1234},
        "1309"
        "02"
        "01"
        "d2040000000000000000000000000000");
    row("negative decimal", column(SqlType::Numeric, {.precision = 38, .scale = 0}),
        SqlDecimal{.low = 1, .high = 2, .negative = true},
        "132600"
        "00"
        "01000000000000000200000000000000");
    row("money stores its high word first", column(SqlType::Money, {}), qint64{0x1'00000002}, "0100000002000000");
    row("negative money", column(SqlType::Money, {}), minusTwo, "fffffffffeffffff");
    row("smallmoney", column(SqlType::SmallMoney, {}), qint64{10000}, "10270000");
    row("date", column(SqlType::Date, {}), QDate(1, 1, 2), "010000");
    row("time is five bytes whatever its scale", column(SqlType::Time, {.scale = 0}), QTime(0, 0, 1, 999),
        "8096980000");
    row("time(7)", column(SqlType::Time, {.scale = 7}), QTime(0, 0, 0, 1), "1027000000");
    row("datetime2", column(SqlType::DateTime2, {.scale = 3}), utc(1, 1, 3, 0, 0, 0, 1), "1027000000020000");
    row("datetimeoffset is UTC", column(SqlType::DateTimeOffset, {.scale = 7}),
        QDateTime(QDate(1, 1, 2), QTime(1, 0), QTimeZone(3600)), "00000000000100003c00");
    row("datetime", column(SqlType::DateTime, {}), utc(1900, 1, 2, 0, 0, 1), "010000002c010000");
    row("datetime before 1900", column(SqlType::DateTime, {}), utc(1899, 12, 31), "ffffffff00000000");
    row("datetime rounds into the next day", column(SqlType::DateTime, {}), utc(1900, 1, 1, 23, 59, 59, 999),
        "0100000000000000");
    row("smalldatetime", column(SqlType::SmallDateTime, {}), utc(1900, 1, 2, 1, 1), "01003d00");
    row("uniqueidentifier", column(SqlType::UniqueIdentifier, {}), QUuid(u"{00112233-4455-6677-8899-aabbccddeeff}"_s),
        "1033221100554477668899aabbccddeeff");
    row("char has no length when required", column(SqlType::Char, {.length = 3}), u"a"_s, "610020002000");
    row("char, nullable", column(SqlType::Char, {.length = 2, .nullable = true}), u"a"_s, "040061002000");
    row("nchar has one", column(SqlType::NChar, {.length = 2}), u"å"_s, "0400e5002000");
    row("varchar is UTF-16", column(SqlType::VarChar, {.length = 10}), u"ab"_s, "040061006200");
    row("empty nvarchar", column(SqlType::NVarChar, {.length = 10}), QString(u""_s), "0000");
    row("nvarchar(max)", column(SqlType::NVarChar, {.length = SqlColumn::max}), u"a"_s, "02000000000000006100");
    row("text", column(SqlType::Text, {}), u"a"_s, "020000006100");
    row("ntext", column(SqlType::NText, {}), u"a"_s, "020000006100");
    row("xml", column(SqlType::Xml, {}), u"<"_s, "02000000000000003c00");
    row("binary is filled up", column(SqlType::Binary, {.length = 3}), QByteArray("\x01", 1), "0300010000");
    row("varbinary", column(SqlType::VarBinary, {.length = 3}), QByteArray("\x01", 1), "010001");
    row("varbinary(max)", column(SqlType::VarBinary, {.length = SqlColumn::max}), QByteArray("\x01", 1),
        "010000000000000001");
    row("image", column(SqlType::Image, {}), QByteArray("\x01", 1), "0100000001");
    row("rowversion is big-endian", column(SqlType::RowVersion, {}), qint64{2001}, "080000000000000007d1");
}

void TestBcpEncoder::writesEachTypeAsBacpacsStoreIt()
{
    QFETCH(const SqlColumn, column);
    QFETCH(const SqlValue, value);
    QFETCH(const QByteArray, hex);
    QByteArray out;
    const Result<void> encoded = encodeRow({column}, {value}, out);
    QVERIFY2(encoded, qPrintable(encoded ? QString() : encoded.error().detail));
    QCOMPARE(out.toHex(), hex);
}

void TestBcpEncoder::writesNullAsAllOnes_data()
{
    QTest::addColumn<SqlColumn>("column");
    QTest::addColumn<int>("width");
    QTest::newRow("int") << column(SqlType::Int, {.nullable = true}) << 1;
    QTest::newRow("bit") << column(SqlType::Bit, {.nullable = true}) << 1;
    QTest::newRow("char") << column(SqlType::Char, {.length = 3, .nullable = true}) << 2;
    QTest::newRow("nvarchar") << column(SqlType::NVarChar, {.length = 3, .nullable = true}) << 2;
    QTest::newRow("nvarchar(max)") << column(SqlType::NVarChar, {.length = SqlColumn::max, .nullable = true}) << 8;
    QTest::newRow("ntext") << column(SqlType::NText, {.nullable = true}) << 4;
    QTest::newRow("xml") << column(SqlType::Xml, {.nullable = true}) << 8;
}

void TestBcpEncoder::writesNullAsAllOnes()
{
    QFETCH(const SqlColumn, column);
    QFETCH(const int, width);
    QByteArray out;
    QVERIFY(encodeRow({column}, {SqlNull{}}, out));
    QCOMPARE(out, QByteArray(width, '\xFF'));
}

void TestBcpEncoder::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<SqlColumn>("column");
    QTest::addColumn<SqlValue>("value");
    QTest::newRow("NULL in NOT NULL") << column(SqlType::Int, {}) << SqlValue(SqlNull{});
    QTest::newRow("256 in tinyint") << column(SqlType::TinyInt, {}) << SqlValue(qint64{256});
    QTest::newRow("2 in bit") << column(SqlType::Bit, {}) << SqlValue(qint64{2});
    QTest::newRow("text in int") << column(SqlType::Int, {}) << SqlValue(u"1"_s);
    QTest::newRow("number in text") << column(SqlType::NText, {}) << SqlValue(qint64{1});
    QTest::newRow("too long") << column(SqlType::NVarChar, {.length = 2}) << SqlValue(u"abc"_s);
    QTest::newRow("too many bytes") << column(SqlType::Binary, {.length = 2}) << SqlValue(QByteArray("abc"));
    QTest::newRow("smalldatetime before 1900") << column(SqlType::SmallDateTime, {}) << SqlValue(utc(1899, 1, 1));
    QTest::newRow("no time at all") << column(SqlType::DateTime2, {}) << SqlValue(QDateTime());
}

void TestBcpEncoder::refusesWhatDoesNotFit()
{
    QFETCH(const SqlColumn, column);
    QFETCH(const SqlValue, value);
    QByteArray out;
    const Result<void> encoded = encodeRow({column}, {value}, out);
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, Error::Code::BadInput);
    QCOMPARE(encoded.error().subject, u"c"_s);
}

void TestBcpEncoder::rowsFollowEachOtherWithoutMarks()
{
    QByteArray out;
    const QList<SqlColumn> columns{column(SqlType::TinyInt, {}), column(SqlType::Bit, {.nullable = true})};
    QVERIFY(encodeRow(columns, {qint64{1}, qint64{0}}, out));
    QVERIFY(encodeRow(columns, {qint64{2}, SqlNull{}}, out));
    QCOMPARE(out.toHex(), "01010002ff");
}

void TestBcpEncoder::refusesARowWithTooFewValues()
{
    QByteArray out;
    QCOMPARE(encodeRow({column(SqlType::Int, {})}, {}, out).error().code, Error::Code::BadInput);
}

QTEST_GUILESS_MAIN(TestBcpEncoder)
#include "tst_bcpencoder.moc"
