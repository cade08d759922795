#include "app/practice/practicevalues.h"

#include "app/practice/practicewords.h"

#include <QTimeZone>
#include <cmath>
#include <cstring>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Cell = PracticeValues::Cell;
using Recipe = SqlValue (*)(const PracticeValues&, const Cell&);

constexpr int nullPercent = 20;

quint64 mix(quint64 seed, quint64 value)
{
    return Dice(seed ^ (value * 0xD6E8'FEB8'6659'FD93)).next();
}

QString argument(const Cell& cell, qsizetype index)
{
    return cell.column.arguments.value(index);
}

QString word(QString text)
{
    return text.replace(u'~', u' ');
}

/// The day before which everything happened; not today's, so that the same seed gives the same bytes.
QDateTime present()
{
    return {QDate(2026, 1, 12), QTime(6, 0), QTimeZone::utc()};
}

PracticePerson person(const PracticeValues& values, const Cell& cell)
{
    Dice dice(mix(values.seed(), static_cast<quint64>(cell.row) + 1));
    return practicePerson(dice);
}

/// A guid that sorts by its row where it is a key: SQL Server compares the last six bytes first, text from the left.
QUuid guid(quint64 random, quint64 ascending, bool asText)
{
    const auto low = static_cast<uint>(random);
    const auto mid = static_cast<ushort>(random >> 32);
    const auto version = static_cast<ushort>(0x4000 | ((random >> 48) & 0x0FFF));
    const auto row = static_cast<uint>(ascending);
    const auto byte = [row](int shift) { return static_cast<uchar>(row >> shift); };
    if (asText) {
        return {row,
                mid,
                version,
                0x8A,
                0x1F,
                static_cast<uchar>(low),
                static_cast<uchar>(low >> 8),
                static_cast<uchar>(low >> 16),
                static_cast<uchar>(low >> 24),
                0x5C,
                0x07};
    }
    return {low, mid, version, 0x8A, 0x1F, 0x00, 0x00, byte(24), byte(16), byte(8), byte(0)};
}

SqlValue asDateKind(const Cell& cell, QDateTime when)
{
    switch (cell.column.column.type) {
    case SqlType::Date:
        return when.date();
    case SqlType::Time:
        return when.time();
    case SqlType::DateTimeOffset:
        return when.toOffsetFromUtc(static_cast<int>(cell.dice.between(-4, 4)) * 1800);
    default:
        return when;
    }
}

SqlValue makeTime(const PracticeValues&, const Cell& cell)
{
    return asDateKind(cell, present().addMSecs(-cell.dice.between(60'000, 900LL * 86'400'000)));
}

SqlValue makeBirthday(const PracticeValues&, const Cell& cell)
{
    return asDateKind(
        cell, QDateTime(present().date().addDays(-cell.dice.between(7'000, 30'000)), QTime(0, 0), QTimeZone::utc()));
}

SqlValue makeNumber(const PracticeValues&, const Cell& cell)
{
    const qint64 whole = cell.dice.between(argument(cell, 0).toLongLong(), argument(cell, 1).toLongLong());
    const SqlColumn& column = cell.column.column;
    switch (column.type) {
    case SqlType::Real:
    case SqlType::Float:
        return static_cast<double>(whole) + static_cast<double>(cell.dice.between(0, 999)) / 1000;
    case SqlType::Money:
    case SqlType::SmallMoney:
        return whole * 10'000 + cell.dice.between(0, 99) * 100;
    case SqlType::Decimal:
    case SqlType::Numeric: {
        const auto unit = static_cast<qint64>(std::llround(std::pow(10, column.scale)));
        return whole * unit + cell.dice.between(0, unit - 1);
    }
    default:
        return whole;
    }
}

/// More than 64 bits of a decimal, which ordinary amounts never need.
SqlValue makeHuge(const PracticeValues&, const Cell& cell)
{
    const quint64 low = cell.dice.next();
    return SqlDecimal{.low = low,
                      .high = static_cast<quint64>(cell.dice.between(1, 1'000'000'000)),
                      .negative = cell.dice.chance(50)};
}

SqlValue makeHtml(const PracticeValues&, const Cell& cell)
{
    QString html;
    for (qint64 left = cell.dice.between(1, 4); left > 0; --left) {
        const QString first = practiceSentence(cell.dice);
        html += u"<p>%1 %2</p>"_s.arg(first, practiceSentence(cell.dice));
    }
    return html;
}

SqlValue makeXml(const PracticeValues&, const Cell& cell)
{
    const QString topic = practiceHeadline(cell.dice);
    return u"<answers><answer field=\"topic\">%1</answer><answer field=\"score\">%2</answer></answers>"_s.arg(
        topic, QString::number(cell.dice.between(1, 10)));
}

SqlValue makeJson(const PracticeValues& values, const Cell& cell)
{
    return u"{\"by\":\"%1\",\"title\":\"%2\",\"version\":%3}"_s.arg(person(values, cell).userName(cell.row + 1),
                                                                    practiceHeadline(cell.dice),
                                                                    QString::number(cell.dice.between(1, 40)));
}

SqlValue makeOneOf(const PracticeValues&, const Cell& cell)
{
    const QString chosen = word(argument(cell, cell.dice.between(0, cell.column.arguments.size() - 1)));
    return cell.column.column.type == SqlType::Int ? SqlValue(chosen.toLongLong()) : SqlValue(chosen);
}

SqlValue makeDigits(const PracticeValues&, const Cell& cell)
{
    QString digits;
    while (digits.size() < argument(cell, 0).toInt()) {
        digits += QString::number(cell.dice.between(0, 9));
    }
    return digits;
}

SqlValue makeRef(const PracticeValues& values, const Cell& cell)
{
    const PracticeTable& target = values.target(cell);
    return values.key(target, cell.dice.between(0, target.rows - 1));
}

SqlValue makeEach(const PracticeValues& values, const Cell& cell)
{
    return values.key(values.target(cell), cell.row / argument(cell, 1).toLongLong());
}

SqlValue makeTurn(const PracticeValues& values, const Cell& cell)
{
    return values.key(values.target(cell), cell.row % argument(cell, 1).toLongLong());
}

SqlValue makeBelow(const PracticeValues&, const Cell& cell)
{
    return cell.row == 0 ? SqlValue(SqlNull{}) : SqlValue(cell.dice.between(1, cell.row));
}

SqlValue makePath(const PracticeValues&, const Cell& cell)
{
    const qint64 parent = cell.dice.between(1, 40);
    return u",1,%1,%2,"_s.arg(parent).arg(cell.row + 1);
}

SqlValue makeSku(const PracticeValues&, const Cell& cell)
{
    return u"SKU-%1"_s.arg(cell.dice.between(0, 99'999), 5, 10, QChar(u'0'));
}

SqlValue makeIp(const PracticeValues&, const Cell& cell)
{
    return u"203.0.113.%1"_s.arg(cell.dice.between(1, 254)); // TEST-NET-3
}

SqlValue makeFile(const PracticeValues&, const Cell& cell)
{
    static const QStringList endings{u"jpg"_s, u"png"_s, u"pdf"_s};
    const QString stem = practiceSlug(practiceHeadline(cell.dice));
    return u"%1-%2.%3"_s.arg(stem).arg(cell.row + 1).arg(endings.at(cell.dice.between(0, 2)));
}

SqlValue makeEmail(const PracticeValues& values, const Cell& cell)
{
    const PracticePerson who = person(values, cell);
    return who.userName(cell.row + 1) + u'@' + who.domain;
}

SqlValue makeUser(const PracticeValues& values, const Cell& cell)
{
    return person(values, cell).userName(cell.row + 1);
}

SqlValue makeBlob(const PracticeValues&, const Cell& cell)
{
    return cell.dice.bytes(cell.blobSize);
}

const QHash<QString, Recipe>& recipes()
{
    static const QHash<QString, Recipe> all{
        {u"id"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(c.row + 1); }},
        {u"row"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(c.row + 1); }},
        {u"guid"_s,
         [](const PracticeValues&, const Cell& c) { return SqlValue(guid(c.dice.next(), c.dice.next(), false)); }},
        {u"textguid"_s,
         [](const PracticeValues&, const Cell& c) {
             return SqlValue(guid(c.dice.next(), c.dice.next(), true).toString(QUuid::WithoutBraces));
         }},
        {u"ref"_s, makeRef},
        {u"each"_s, makeEach},
        {u"turn"_s, makeTurn},
        {u"below"_s, makeBelow},
        {u"number"_s, makeNumber},
        {u"huge"_s, makeHuge},
        {u"flag"_s,
         [](const PracticeValues&, const Cell& c) {
             return SqlValue(c.dice.chance(argument(c, 0).toInt()) ? qint64{1} : qint64{0});
         }},
        {u"version"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(c.row + 2001); }},
        {u"time"_s, makeTime},
        {u"birthday"_s, makeBirthday},
        {u"oneof"_s, makeOneOf},
        {u"cycle"_s, [](const PracticeValues&,
                        const Cell& c) { return SqlValue(word(argument(c, c.row % c.column.arguments.size()))); }},
        {u"first"_s, [](const PracticeValues& v, const Cell& c) { return SqlValue(person(v, c).first); }},
        {u"lowerfirst"_s,
         [](const PracticeValues& v, const Cell& c) { return SqlValue(person(v, c).first.toLower()); }},
        {u"last"_s, [](const PracticeValues& v, const Cell& c) { return SqlValue(person(v, c).last); }},
        {u"name"_s,
         [](const PracticeValues& v, const Cell& c) {
             const PracticePerson who = person(v, c);
             return SqlValue(QString(who.first + u' ' + who.last));
         }},
        {u"user"_s, makeUser},
        {u"upperuser"_s,
         [](const PracticeValues& v, const Cell& c) { return SqlValue(std::get<QString>(makeUser(v, c)).toUpper()); }},
        {u"email"_s, makeEmail},
        {u"upperemail"_s,
         [](const PracticeValues& v, const Cell& c) { return SqlValue(std::get<QString>(makeEmail(v, c)).toUpper()); }},
        {u"phone"_s, [](const PracticeValues& v, const Cell& c) { return SqlValue(person(v, c).phone); }},
        {u"company"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceCompany(c.dice)); }},
        {u"street"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceStreet(c.dice)); }},
        {u"zip"_s, [](const PracticeValues&,
                      const Cell& c) { return SqlValue(QString::number(c.dice.between(10'000, 99'999))); }},
        {u"city"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceCity(c.dice)); }},
        {u"country"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceCountry(c.dice)); }},
        {u"countrycode"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceCountryCode(c.dice)); }},
        {u"headline"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceHeadline(c.dice)); }},
        {u"sentence"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceSentence(c.dice)); }},
        {u"product"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceProduct(c.dice)); }},
        {u"typename"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(practiceTypeName(c.dice)); }},
        {u"slug"_s,
         [](const PracticeValues&, const Cell& c) { return SqlValue(practiceSlug(practiceHeadline(c.dice))); }},
        {u"html"_s, makeHtml},
        {u"xml"_s, makeXml},
        {u"json"_s, makeJson},
        {u"path"_s, makePath},
        {u"sku"_s, makeSku},
        {u"ip"_s, makeIp},
        {u"digits"_s, makeDigits},
        {u"file"_s, makeFile},
        {u"secret"_s, [](const PracticeValues&,
                         const Cell& c) { return SqlValue(QString::fromLatin1(c.dice.bytes(32).toBase64())); }},
        {u"bytes"_s, [](const PracticeValues&,
                        const Cell& c) { return SqlValue(c.dice.bytes(c.dice.between(1, argument(c, 0).toInt()))); }},
        {u"blob"_s, makeBlob},
    };
    return all;
}

/// Texts are made without looking at the column; the rest of a long one is cut off.
void fit(SqlValue& value, const SqlColumn& column)
{
    if (auto* text = std::get_if<QString>(&value); text != nullptr && column.length > 0) {
        text->truncate(column.length);
    }
}

} // namespace

qint64 Dice::between(qint64 least, qint64 most)
{
    const quint64 span = static_cast<quint64>(most) - static_cast<quint64>(least) + 1;
    return static_cast<qint64>(static_cast<quint64>(least) + (span == 0 ? next() : next() % span));
}

QByteArray Dice::bytes(qsizetype count)
{
    QByteArray random((count + 7) / 8 * 8, Qt::Uninitialized);
    for (qsizetype at = 0; at < random.size(); at += 8) {
        const quint64 piece = next();
        memcpy(random.data() + at, &piece, sizeof piece);
    }
    random.truncate(count);
    return random;
}

quint64 mixSeed(quint64 seed, QStringView text)
{
    quint64 mixed = 0xCBF2'9CE4'8422'2325 ^ seed;
    for (const QChar c : text) {
        mixed = (mixed ^ c.unicode()) * 0x100'0000'01B3;
    }
    return Dice(mixed).next();
}

const PracticeTable& PracticeValues::target(const Cell& cell) const
{
    return *m_schema.table(cell.column.arguments.constFirst());
}

SqlValue PracticeValues::key(const PracticeTable& table, qint64 row) const
{
    const PracticeColumn* column = table.column(table.table.primaryKey.constFirst());
    if (column->recipe == u"guid"_s || column->recipe == u"textguid"_s) {
        const quint64 random = mix(mixSeed(m_seed, table.table.name), static_cast<quint64>(row));
        const bool asText = column->recipe == u"textguid"_s;
        const QUuid id = guid(random, static_cast<quint64>(row) + 1, asText);
        return asText ? SqlValue(id.toString(QUuid::WithoutBraces)) : SqlValue(id);
    }
    return row + 1;
}

QList<SqlValue> PracticeValues::make(const PracticeTable& table, qint64 row, qsizetype blobSize) const
{
    Dice dice(mix(mixSeed(m_seed, table.table.name), static_cast<quint64>(row)));
    QList<SqlValue> values;
    values.reserve(table.columns.size());
    for (const PracticeColumn& column : table.columns) {
        if (QStringList{column.column.name} == table.table.primaryKey) {
            values.append(key(table, row));
            continue;
        }
        if (column.column.nullable && dice.chance(nullPercent)) {
            values.append(SqlNull{});
            continue;
        }
        const Recipe recipe = recipes().value(column.recipe);
        Q_ASSERT_X(recipe != nullptr, "practice schema", qPrintable(column.recipe));
        SqlValue value = recipe(*this, Cell{table, column, row, blobSize, dice});
        fit(value, column.column);
        values.append(std::move(value));
    }
    return values;
}

QList<SqlValue> PracticeValues::row(const PracticeTable& table, qint64 row) const
{
    constexpr qsizetype smallBlob = 3'000;
    return make(table, row, smallBlob);
}

QList<SqlValue> PracticeValues::fillerRow(const PracticeTable& table, qint64 row, qsizetype blobSize) const
{
    return make(table, row, blobSize);
}

} // namespace longshore
