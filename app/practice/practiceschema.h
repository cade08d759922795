#pragma once

#include "app/archive/sqlmodel.h"
#include "app/domain/database.h"

#include <QHash>

namespace longshore {

/// A column and the recipe its cells are made by (app/practice/practicevalues).
struct PracticeColumn
{
    SqlColumn column;
    QString recipe; ///< "ref"
    QStringList arguments; ///< {"tblContent"}
};

struct PracticeTable
{
    SqlTable table;
    qint64 rows = 0;
    QList<PracticeColumn> columns; ///< the stored ones
    [[nodiscard]] const PracticeColumn* column(const QString& name) const; ///< or null
    [[nodiscard]] bool isFiller() const; ///< takes as many blobs as the wished size needs
};

struct PracticeSchema
{
    QList<PracticeTable> tables;
    [[nodiscard]] const PracticeTable* table(const QString& name) const; ///< or null
    [[nodiscard]] SqlModel model() const;
};

/// The invented database, described as text in practicecms.cpp and practicecommerce.cpp:
///
///     table Name rows=N [key=A,B] [schema=S]     `~` in a name is a blank
///     Column type[(length|precision,scale|max)][?] recipe arguments…     `?`: may be NULL
///     Column = expression     computed
///
/// ref, each and turn make a foreign key, and an index unless the column leads the primary key.
[[nodiscard]] PracticeSchema parsePracticeSchema(const QString& text);
[[nodiscard]] PracticeSchema practiceSchema(Database database);

[[nodiscard]] QString practiceCmsSchema();
[[nodiscard]] QString practiceCommerceSchema();

} // namespace longshore
