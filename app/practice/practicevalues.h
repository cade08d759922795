#pragma once

#include "app/practice/practiceschema.h"

#include <QStringView>

namespace longshore {

/// A small generator whose numbers are the same on every machine (SplitMix64).
class Dice final
{
public:
    explicit Dice(quint64 seed) : m_state(seed) { }
    [[nodiscard]] quint64 next()
    {
        m_state += 0x9E37'79B9'7F4A'7C15;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EB;
        return z ^ (z >> 31);
    }
    [[nodiscard]] qint64 between(qint64 least, qint64 most); ///< both included
    [[nodiscard]] bool chance(int percent) { return between(1, 100) <= percent; }
    [[nodiscard]] QByteArray bytes(qsizetype count);

private:
    quint64 m_state;
};

[[nodiscard]] quint64 mixSeed(quint64 seed, QStringView text);
[[nodiscard]] quint64 mixSeed(quint64 seed, quint64 value);

/// Makes the cells of one database. Row n of every table is about the same invented person.
class PracticeValues final
{
public:
    PracticeValues(const PracticeSchema& schema, quint64 seed) : m_schema(schema), m_seed(seed) { }

    /// `row` counts from 0. The same table and row give the same values.
    [[nodiscard]] QList<SqlValue> row(const PracticeTable& table, qint64 row) const;
    /// A row of a filler table whose blob has that size.
    [[nodiscard]] QList<SqlValue> fillerRow(const PracticeTable& table, qint64 row, qsizetype blobSize) const;

    struct Cell
    {
        const PracticeTable& table;
        const PracticeColumn& column;
        qint64 row;
        qsizetype blobSize;
        Dice& dice;
    };
    /// What identifies a row of a table with a key of one column; foreign keys repeat it.
    [[nodiscard]] SqlValue key(const PracticeTable& table, qint64 row) const;
    [[nodiscard]] const PracticeTable& target(const Cell& cell) const;
    [[nodiscard]] quint64 seed() const { return m_seed; }

private:
    [[nodiscard]] QList<SqlValue> make(const PracticeTable& table, qint64 row, qsizetype blobSize) const;

    const PracticeSchema& m_schema;
    quint64 m_seed;
};

} // namespace longshore
