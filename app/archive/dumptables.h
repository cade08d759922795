#pragma once

#include "app/domain/dumpfacts.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

namespace longshore {

/// The tables of a dump by their names. Memory is bounded, whatever a file claims.
class DumpTables final
{
public:
    /// Made when it was not there yet; null when there are too many to remember.
    [[nodiscard]] DumpTable* table(const QByteArray& name);
    void noteDropped(const QByteArray& name);
    void noteCreated(const QByteArray& name);

    [[nodiscard]] const QList<DumpTable>& all() const { return m_tables; }
    [[nodiscard]] bool isOver() const { return m_tables.size() >= most; } ///< later ones are not remembered
    /// Made without being dropped before.
    [[nodiscard]] qint64 notDropped() const { return m_notDropped; }
    [[nodiscard]] const QString& firstNotDropped() const { return m_firstNotDropped; }

    /// "wp_", where the tables of a WordPress with that prefix are there; of several the shortest. Null: none.
    [[nodiscard]] QString wordPressPrefix() const;
    /// How many sites a multisite installation has tables of; 0: it is none.
    [[nodiscard]] int sitesOf(const QString& prefix) const;

private:
    static constexpr qsizetype most = 20'000;

    QList<DumpTable> m_tables;
    QHash<QByteArray, qsizetype> m_byName;
    QSet<QByteArray> m_dropped;
    qint64 m_notDropped = 0;
    QString m_firstNotDropped;
};

} // namespace longshore
