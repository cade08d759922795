#include "ui/imports/dumptablesmodel.h"

#include "ui/common/formatting.h"

#include <QLocale>

namespace longshore {

using namespace Qt::StringLiterals;

void DumpTablesModel::setTables(const QList<DumpTable>& tables)
{
    if (tables == m_tables) {
        return;
    }
    beginResetModel(); // another file
    m_tables = tables;
    endResetModel();
}

int DumpTablesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tables.size());
}

int DumpTablesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DumpTablesModel::text(const DumpTable& table, int column)
{
    switch (column) {
    case Name:
        return table.name;
    case Rows:
        return QLocale().toString(table.rows);
    case Bytes:
        return formatSize(table.bytes);
    default:
        return table.engine.isEmpty() ? u"–"_s : table.engine;
    }
}

QVariant DumpTablesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const DumpTable& table = m_tables.at(index.row());
    const bool isNumber = index.column() == Rows || index.column() == Bytes;
    switch (role) {
    case Qt::DisplayRole:
        return text(table, index.column());
    case SortRole:
        return index.column() == Rows    ? QVariant(table.rows)
               : index.column() == Bytes ? QVariant(table.bytes)
                                         : QVariant(text(table, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        //: Read aloud. %1 is the name of a table, %2 a number, %3 a size
        return tr("%1, %2 rows, %3").arg(table.name, text(table, Rows), text(table, Bytes));
    default:
        return {};
    }
}

QVariant DumpTablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Rows || section == Bytes;
        return static_cast<int>(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        //: Heading of a column: the name of a table
        return tr("Table");
    case Rows:
        //: Heading of a column: how many
        return tr("Rows");
    case Bytes:
        //: Heading of a column: how much of the file
        return tr("Size in the file");
    default:
        //: Heading of a column: the storage engine of a table
        return tr("Engine");
    }
}

} // namespace longshore
