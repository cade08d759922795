#include "app/practice/practicevalues.h"

#include "app/practice/practicerecipes.h"

#include <cstring>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr int nullPercent = 20;

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

quint64 mixSeed(quint64 seed, quint64 value)
{
    return Dice(seed ^ (value * 0xD6E8'FEB8'6659'FD93)).next();
}

const PracticeTable& PracticeValues::target(const Cell& cell) const
{
    return *m_schema.table(cell.column.arguments.constFirst());
}

SqlValue PracticeValues::key(const PracticeTable& table, qint64 row) const
{
    const PracticeColumn* column = table.column(table.table.primaryKey.constFirst());
    if (column->recipe == u"guid"_s || column->recipe == u"textguid"_s) {
        const quint64 random = mixSeed(mixSeed(m_seed, table.table.name), static_cast<quint64>(row));
        const bool asText = column->recipe == u"textguid"_s;
        const QUuid id = practiceGuid(random, static_cast<quint64>(row) + 1, asText);
        return asText ? SqlValue(id.toString(QUuid::WithoutBraces)) : SqlValue(id);
    }
    return row + 1;
}

QList<SqlValue> PracticeValues::make(const PracticeTable& table, qint64 row, qsizetype blobSize) const
{
    Dice dice(mixSeed(mixSeed(m_seed, table.table.name), static_cast<quint64>(row)));
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
        const PracticeRecipe recipe = practiceRecipe(column.recipe);
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
