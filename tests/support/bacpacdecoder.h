#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

namespace longshore {

struct DecodedColumn
{
    QString name;
    QString type; ///< "nvarchar"
    int length = 0; ///< -1: max
    int precision = 0;
    int scale = 0;
    bool nullable = true;
};

struct DecodedTable
{
    QString schema;
    QString name;
    QList<DecodedColumn> columns; ///< those with bytes in the data
    QList<QVariantList> rows; ///< NULL: an invalid QVariant; amounts and points in time as text
    int parts = 0;
};

struct DecodedPackage
{
    QList<DecodedTable> tables;
    qint64 rows = 0;
    [[nodiscard]] const DecodedTable* table(const QString& name) const; ///< or null
};

/// Reads a bacpac the hard way, every data part to its last byte, written from the description of the format alone.
/// It shares no code with the writer. Error: FormatInvalid (subject: the part; detail: column and byte).
[[nodiscard]] Result<DecodedPackage> decodePackage(const QString& path);

} // namespace longshore
