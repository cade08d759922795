#include "app/archive/sqlmodel.h"

#include <algorithm>
#include <array>

namespace longshore {

QList<SqlColumn> SqlTable::storedColumns() const
{
    QList<SqlColumn> stored;
    std::copy_if(columns.cbegin(), columns.cend(), std::back_inserter(stored),
                 [](const SqlColumn& column) { return column.computed.isEmpty(); });
    return stored;
}

const SqlTable* SqlModel::table(const QString& schema, const QString& name) const
{
    const auto found = std::find_if(tables.cbegin(), tables.cend(), [&schema, &name](const SqlTable& table) {
        return table.schema == schema && table.name == name;
    });
    return found == tables.cend() ? nullptr : &*found;
}

QString sqlTypeName(SqlType type)
{
    static constexpr std::array names{
        "bigint", "int",       "smallint",       "tinyint",  "bit",           "real",
        "float",  "decimal",   "numeric",        "money",    "smallmoney",    "date",
        "time",   "datetime2", "datetimeoffset", "datetime", "smalldatetime", "uniqueidentifier",
        "char",   "nchar",     "varchar",        "nvarchar", "text",          "ntext",
        "xml",    "binary",    "varbinary",      "image",    "rowversion"};
    static_assert(names.size() == static_cast<std::size_t>(SqlType::RowVersion) + 1);
    return QString::fromLatin1(names.at(static_cast<std::size_t>(type)));
}

} // namespace longshore
