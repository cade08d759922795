#include "app/practice/practiceschema.h"

#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

SqlType typeFromName(const QString& name)
{
    for (int i = 0; i <= static_cast<int>(SqlType::RowVersion); ++i) {
        if (sqlTypeName(static_cast<SqlType>(i)) == name) {
            return static_cast<SqlType>(i);
        }
    }
    Q_ASSERT_X(false, "practice schema", "unknown type");
    return SqlType::Int;
}

bool hasOnlyScale(SqlType type)
{
    return type == SqlType::Time || type == SqlType::DateTime2 || type == SqlType::DateTimeOffset;
}

/// "nvarchar(255)?" without the name.
SqlColumn parseType(const QString& text)
{
    static const QRegularExpression form(u"^(\\w+)(?:\\((\\w+)(?:,(\\d+))?\\))?(\\?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    Q_ASSERT_X(match.hasMatch(), "practice schema", "a type that cannot be read");
    SqlColumn column;
    column.type = typeFromName(match.captured(1));
    column.nullable = !match.captured(4).isEmpty();
    const QString size = match.captured(2);
    if (size == u"max"_s) {
        column.length = SqlColumn::max;
    } else if (column.type == SqlType::Decimal || column.type == SqlType::Numeric) {
        column.precision = size.toInt();
        column.scale = match.captured(3).toInt();
    } else if (hasOnlyScale(column.type)) {
        column.scale = size.toInt();
    } else {
        column.length = size.toInt();
    }
    return column;
}

PracticeTable parseTable(const QStringList& words)
{
    PracticeTable table;
    table.table.name = QString(words.at(1)).replace(u'~', u' ');
    for (const QString& word : words.mid(2)) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (key == u"rows"_s) {
            table.rows = value.toLongLong();
        } else if (key == u"key"_s) {
            table.table.primaryKey = value.split(u',');
        } else {
            table.table.schema = value;
        }
    }
    return table;
}

void parseColumn(const QStringList& words, PracticeTable& table)
{
    if (words.at(1) == u"="_s) {
        SqlColumn computed;
        computed.name = words.at(0);
        computed.computed = words.mid(2).join(u' ');
        table.table.columns.append(computed);
        return;
    }
    SqlColumn column = parseType(words.at(1));
    column.name = words.at(0);
    column.identity = words.at(2) == u"id"_s;
    if (column.type == SqlType::Bit && !column.nullable) {
        column.defaultExpression = u"((0))"_s;
    }
    table.table.columns.append(column);
    table.columns.append({.column = column, .recipe = words.at(2), .arguments = words.mid(3)});
}

bool refers(const PracticeColumn& column)
{
    return column.recipe == u"ref"_s || column.recipe == u"each"_s || column.recipe == u"turn"_s;
}

void addForeignKeys(PracticeSchema& schema)
{
    for (PracticeTable& table : schema.tables) {
        for (const PracticeColumn& column : std::as_const(table.columns)) {
            if (!refers(column)) {
                continue;
            }
            const PracticeTable* target = schema.table(column.arguments.constFirst());
            Q_ASSERT_X(target != nullptr && target->table.primaryKey.size() == 1, "practice schema",
                       qPrintable(column.column.name));
            table.table.foreignKeys.append({.column = column.column.name,
                                            .table = target->table.name,
                                            .foreignColumn = target->table.primaryKey.constFirst()});
            if (table.table.primaryKey.isEmpty() || table.table.primaryKey.constFirst() != column.column.name) {
                table.table.indexes.append({.columns = {column.column.name}});
            }
        }
    }
}

} // namespace

const PracticeColumn* PracticeTable::column(const QString& name) const
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
                                    [&name](const PracticeColumn& each) { return each.column.name == name; });
    return found == columns.cend() ? nullptr : &*found;
}

bool PracticeTable::isFiller() const
{
    return std::any_of(columns.cbegin(), columns.cend(),
                       [](const PracticeColumn& each) { return each.recipe == u"blob"_s; });
}

const PracticeTable* PracticeSchema::table(const QString& name) const
{
    const auto found = std::find_if(tables.cbegin(), tables.cend(),
                                    [&name](const PracticeTable& each) { return each.table.name == name; });
    return found == tables.cend() ? nullptr : &*found;
}

SqlModel PracticeSchema::model() const
{
    SqlModel model;
    for (const PracticeTable& each : tables) {
        model.tables.append(each.table);
    }
    return model;
}

PracticeSchema parsePracticeSchema(const QString& text)
{
    PracticeSchema schema;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 2) {
            continue;
        }
        if (words.constFirst() == u"table"_s) {
            schema.tables.append(parseTable(words));
        } else {
            parseColumn(words, schema.tables.last());
        }
    }
    addForeignKeys(schema);
    return schema;
}

PracticeSchema practiceSchema(Database database)
{
    return parsePracticeSchema(database == Database::Cms ? practiceCmsSchema() : practiceCommerceSchema());
}

} // namespace longshore
