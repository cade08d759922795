#include "app/practice/practicerecipes.h"

#include "app/practice/practicewords.h"

#include <QHash>
#include <QTimeZone>
#include <cmath>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Cell = PracticeValues::Cell;

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
    Dice dice(mixSeed(values.seed(), static_cast<quint64>(cell.row) + 1));
    return practicePerson(dice);
}

/// Thrown one after the other: in which order a call evaluates its arguments is the compiler's choice.
QUuid randomGuid(Dice& dice, bool asText)
{
    const quint64 ascending = dice.next();
    return practiceGuid(dice.next(), ascending, asText);
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
    const QString version = QString::number(cell.dice.between(1, 40));
    return u"{\"by\":\"%1\",\"title\":\"%2\",\"version\":%3}"_s.arg(person(values, cell).userName(cell.row + 1),
                                                                    practiceHeadline(cell.dice), version);
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

using Recipes = QHash<QString, PracticeRecipe>;

/// What tells rows apart, ties them together, counts and dates them.
Recipes recipesOfRows()
{
    return {
        {u"id"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(c.row + 1); }},
        {u"row"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(c.row + 1); }},
        {u"guid"_s, [](const PracticeValues&, const Cell& c) { return SqlValue(randomGuid(c.dice, false)); }},
        {u"textguid"_s,
         [](const PracticeValues&, const Cell& c) {
             return SqlValue(randomGuid(c.dice, true).toString(QUuid::WithoutBraces));
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
    };
}

template <QString (*words)(Dice&)>
SqlValue wordOf(const PracticeValues&, const Cell& cell)
{
    return words(cell.dice);
}

/// People, goods, pages and files.
Recipes recipesOfContent()
{
    return {
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
        {u"company"_s, wordOf<practiceCompany>},
        {u"street"_s, wordOf<practiceStreet>},
        {u"zip"_s, [](const PracticeValues&,
                      const Cell& c) { return SqlValue(QString::number(c.dice.between(10'000, 99'999))); }},
        {u"city"_s, wordOf<practiceCity>},
        {u"country"_s, wordOf<practiceCountry>},
        {u"countrycode"_s, wordOf<practiceCountryCode>},
        {u"headline"_s, wordOf<practiceHeadline>},
        {u"sentence"_s, wordOf<practiceSentence>},
        {u"product"_s, wordOf<practiceProduct>},
        {u"typename"_s, wordOf<practiceTypeName>},
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
}

} // namespace

PracticeRecipe practiceRecipe(const QString& name)
{
    static const Recipes all = [] {
        Recipes both = recipesOfRows();
        both.insert(recipesOfContent());
        return both;
    }();
    return all.value(name);
}

QUuid practiceGuid(quint64 random, quint64 ascending, bool asText)
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

} // namespace longshore
