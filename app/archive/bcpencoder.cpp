#include "app/archive/bcpencoder.h"

#include <QtEndian>
#include <cmath>
#include <limits>

// Widths and prefixes as measured on 50 packages. They differ from the published native-bcp table: bit has a length
// even when NOT NULL, char has none then, money is stored high word first, and every character type is UTF-16LE.

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ticksPerMillisecond = 10'000; // of 100 ns

struct Prefix
{
    int whenRequired = 0;
    int whenNullable = 1;
};

Prefix prefixOf(const SqlColumn& column)
{
    switch (column.type) {
    case SqlType::Bit:
    case SqlType::Decimal:
    case SqlType::Numeric:
    case SqlType::UniqueIdentifier:
        return {1, 1};
    case SqlType::Char:
        return {0, 2};
    case SqlType::NChar:
    case SqlType::Binary:
    case SqlType::RowVersion:
        return {2, 2};
    case SqlType::VarChar:
    case SqlType::NVarChar:
    case SqlType::VarBinary:
        return column.length == SqlColumn::max ? Prefix{8, 8} : Prefix{2, 2};
    case SqlType::Text:
    case SqlType::NText:
    case SqlType::Image:
        return {4, 4};
    case SqlType::Xml:
        return {8, 8};
    default:
        return {0, 1};
    }
}

void appendLittle(QByteArray& out, quint64 value, int width)
{
    const quint64 little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&little), width);
}

tl::unexpected<Error> unfit(const SqlColumn& column, const QString& why)
{
    return fail(Error::Code::BadInput, column.name, why);
}

struct Range
{
    qint64 least;
    qint64 most;
    int width;
};

template <class T>
constexpr Range rangeOf()
{
    return {std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), int{sizeof(T)}};
}

Range rangeOf(SqlType type)
{
    switch (type) {
    case SqlType::TinyInt:
        return rangeOf<quint8>();
    case SqlType::SmallInt:
        return rangeOf<qint16>();
    case SqlType::Int:
    case SqlType::SmallMoney:
        return rangeOf<qint32>();
    case SqlType::Bit:
        return {0, 1, 1};
    default:
        return rangeOf<qint64>();
    }
}

Result<QByteArray> encodeInteger(const SqlColumn& column, qint64 value)
{
    const Range range = rangeOf(column.type);
    if (value < range.least || value > range.most) {
        return unfit(column, u"%1 is out of range"_s.arg(value));
    }
    QByteArray bytes;
    const auto raw = static_cast<quint64>(value);
    if (column.type == SqlType::Money) {
        appendLittle(bytes, raw >> 32, 4);
        appendLittle(bytes, raw & 0xFFFF'FFFF, 4);
    } else if (column.type == SqlType::RowVersion) {
        appendLittle(bytes, qbswap(raw), 8);
    } else {
        appendLittle(bytes, raw, range.width);
    }
    return bytes;
}

QByteArray encodeFloat(const SqlColumn& column, double value)
{
    QByteArray bytes;
    if (column.type == SqlType::Real) {
        const auto narrow = static_cast<float>(value);
        quint32 raw = 0;
        memcpy(&raw, &narrow, sizeof raw);
        appendLittle(bytes, raw, 4);
    } else {
        quint64 raw = 0;
        memcpy(&raw, &value, sizeof raw);
        appendLittle(bytes, raw, 8);
    }
    return bytes;
}

SqlDecimal toDecimal(qint64 unscaled)
{
    // 0 - x, because the least qint64 has no positive twin.
    const auto raw = static_cast<quint64>(unscaled);
    return {.low = unscaled < 0 ? 0 - raw : raw, .high = 0, .negative = unscaled < 0};
}

QByteArray encodeDecimal(const SqlColumn& column, const SqlDecimal& value)
{
    QByteArray bytes;
    bytes.append(static_cast<char>(column.precision));
    bytes.append(static_cast<char>(column.scale));
    bytes.append(value.negative ? '\0' : '\1');
    appendLittle(bytes, value.low, 8);
    appendLittle(bytes, value.high, 8);
    return bytes;
}

Result<QByteArray> encodeText(const SqlColumn& column, QString text)
{
    const bool padded = column.type == SqlType::Char || column.type == SqlType::NChar;
    const bool limited =
        padded
        || ((column.type == SqlType::VarChar || column.type == SqlType::NVarChar) && column.length != SqlColumn::max);
    if (limited && text.size() > column.length) {
        return unfit(column, u"%1 characters are too many"_s.arg(text.size()));
    }
    if (padded) {
        text = text.leftJustified(column.length, u' ');
    }
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    qToLittleEndian<quint16>(text.utf16(), text.size(), bytes.data());
    return bytes;
}

Result<QByteArray> encodeBinary(const SqlColumn& column, const QByteArray& bytes)
{
    const bool limited = column.type != SqlType::Image && column.length != SqlColumn::max;
    if (limited && bytes.size() > column.length) {
        return unfit(column, u"%1 bytes are too many"_s.arg(bytes.size()));
    }
    return column.type == SqlType::Binary ? bytes.leftJustified(column.length, '\0') : bytes;
}

QByteArray encodeGuid(const QUuid& guid)
{
    QByteArray bytes;
    appendLittle(bytes, guid.data1, 4);
    appendLittle(bytes, guid.data2, 2);
    appendLittle(bytes, guid.data3, 2);
    bytes.append(reinterpret_cast<const char*>(guid.data4), 8);
    return bytes;
}

/// 100-ns units since midnight, without the digits that the scale cuts off.
qint64 ticksOf(const SqlColumn& column, QTime time)
{
    const qint64 ticks = qint64{time.msecsSinceStartOfDay()} * ticksPerMillisecond;
    const auto unit = static_cast<qint64>(std::llround(std::pow(10, 7 - column.scale)));
    return ticks - ticks % unit;
}

void appendDate(QByteArray& out, QDate date)
{
    static const qint64 first = QDate(1, 1, 1).toJulianDay();
    appendLittle(out, static_cast<quint64>(date.toJulianDay() - first), 3);
}

Result<QByteArray> encodeDateTime(const SqlColumn& column, const QDateTime& value)
{
    static const QDate epoch(1900, 1, 1);
    if (!value.isValid()) {
        return unfit(column, u"not a point in time"_s);
    }
    QByteArray bytes;
    if (column.type == SqlType::DateTime) {
        // Stored in 1/300 s; the last milliseconds of a day round into the next one.
        const qint64 units = (qint64{value.time().msecsSinceStartOfDay()} * 3 + 5) / 10;
        constexpr qint64 perDay = 25'920'000;
        appendLittle(bytes, static_cast<quint64>(epoch.daysTo(value.date()) + units / perDay), 4);
        appendLittle(bytes, static_cast<quint64>(units % perDay), 4);
    } else if (column.type == SqlType::SmallDateTime) {
        const qint64 days = epoch.daysTo(value.date());
        if (days < 0 || days > std::numeric_limits<quint16>::max()) {
            return unfit(column, u"%1 is out of range"_s.arg(value.toString(Qt::ISODate)));
        }
        appendLittle(bytes, static_cast<quint64>(days), 2);
        appendLittle(bytes, static_cast<quint64>(value.time().msecsSinceStartOfDay() / 60'000), 2);
    } else {
        const QDateTime kept = column.type == SqlType::DateTimeOffset ? value.toUTC() : value;
        appendLittle(bytes, static_cast<quint64>(ticksOf(column, kept.time())), 5);
        appendDate(bytes, kept.date());
        if (column.type == SqlType::DateTimeOffset) {
            appendLittle(bytes, static_cast<quint64>(value.offsetFromUtc() / 60), 2);
        }
    }
    return bytes;
}

bool isDecimal(SqlType type)
{
    return type == SqlType::Decimal || type == SqlType::Numeric;
}

bool isTextual(SqlType type)
{
    return type >= SqlType::Char && type <= SqlType::Xml;
}

bool isBinary(SqlType type)
{
    return type >= SqlType::Binary && type <= SqlType::Image;
}

bool isInteger(SqlType type)
{
    return type <= SqlType::Bit || type == SqlType::Money || type == SqlType::SmallMoney || type == SqlType::RowVersion;
}

/// The bytes of a value that is there, or nothing when it is of the wrong kind for its column.
struct ValueEncoder
{
    const SqlColumn& column;

    Result<QByteArray> operator()(SqlNull) const { return unfit(column, u"NULL"_s); }
    Result<QByteArray> operator()(qint64 value) const
    {
        if (isDecimal(column.type)) {
            return encodeDecimal(column, toDecimal(value));
        }
        return isInteger(column.type) ? encodeInteger(column, value) : wrongKind();
    }
    Result<QByteArray> operator()(double value) const
    {
        const bool fits = column.type == SqlType::Real || column.type == SqlType::Float;
        return fits ? Result<QByteArray>(encodeFloat(column, value)) : wrongKind();
    }
    Result<QByteArray> operator()(const SqlDecimal& value) const
    {
        return isDecimal(column.type) ? Result<QByteArray>(encodeDecimal(column, value)) : wrongKind();
    }
    Result<QByteArray> operator()(const QString& value) const
    {
        return isTextual(column.type) ? encodeText(column, value) : wrongKind();
    }
    Result<QByteArray> operator()(const QByteArray& value) const
    {
        return isBinary(column.type) ? encodeBinary(column, value) : wrongKind();
    }
    Result<QByteArray> operator()(const QUuid& value) const
    {
        return column.type == SqlType::UniqueIdentifier ? Result<QByteArray>(encodeGuid(value)) : wrongKind();
    }
    Result<QByteArray> operator()(QDate value) const
    {
        if (column.type != SqlType::Date || !value.isValid()) {
            return wrongKind();
        }
        QByteArray bytes;
        appendDate(bytes, value);
        return bytes;
    }
    Result<QByteArray> operator()(QTime value) const
    {
        if (column.type != SqlType::Time || !value.isValid()) {
            return wrongKind();
        }
        QByteArray bytes;
        appendLittle(bytes, static_cast<quint64>(ticksOf(column, value)), 5);
        return bytes;
    }
    Result<QByteArray> operator()(const QDateTime& value) const
    {
        const bool fits = column.type >= SqlType::DateTime2 && column.type <= SqlType::SmallDateTime;
        return fits ? encodeDateTime(column, value) : wrongKind();
    }
    [[nodiscard]] Result<QByteArray> wrongKind() const { return unfit(column, u"wrong kind of value"_s); }
};

} // namespace

Result<void> encodeRow(const QList<SqlColumn>& columns, const QList<SqlValue>& values, QByteArray& out)
{
    if (columns.size() != values.size()) {
        return fail(Error::Code::BadInput, u"row"_s,
                    u"%1 values for %2 columns"_s.arg(values.size()).arg(columns.size()));
    }
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const SqlColumn& column = columns.at(i);
        const Prefix prefix = prefixOf(column);
        const int width = column.nullable ? prefix.whenNullable : prefix.whenRequired;
        if (column.nullable && std::holds_alternative<SqlNull>(values.at(i))) {
            out.append(width, '\xFF');
            continue;
        }
        const Result<QByteArray> bytes = std::visit(ValueEncoder{column}, values.at(i));
        if (!bytes) {
            return fail(bytes.error());
        }
        appendLittle(out, static_cast<quint64>(bytes->size()), width);
        out.append(*bytes);
    }
    return {};
}

} // namespace longshore
