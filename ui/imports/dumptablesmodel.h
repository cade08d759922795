#pragma once

#include "app/domain/dumpfacts.h"

#include <QAbstractTableModel>

namespace longshore {

/// The tables of a dump with what is known about their rows.
class DumpTablesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Rows, Bytes, Engine, ColumnCount };
    static constexpr int SortRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Of one file; the same list changes nothing.
    void setTables(const QList<DumpTable>& tables);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const DumpTable& table, int column);

    QList<DumpTable> m_tables;
};

} // namespace longshore
