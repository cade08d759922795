#include "app/archive/modelwriter.h"

#include <QXmlStreamWriter>
#include <algorithm>
#include <functional>
#include <vector>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// An element with a name, written when all names are known and sorted.
struct NamedElement
{
    QString name;
    std::function<void()> write;
};

class ModelWriter final
{
public:
    explicit ModelWriter(const SqlModel& model, QByteArray* out) : m_model(model), m_xml(out)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(-1); // one tab
    }

    void write();

private:
    void property(const QString& name, const QString& value);
    void script(const QString& name, const QString& text);
    void reference(const QString& name);
    void builtIn(const QString& name);
    void relationship(const QString& name, const std::function<void()>& entry);
    void relationshipTo(const QString& name, const QString& target);
    void beginElement(const QString& type, const QString& name = {});
    void databaseOptions();
    void defaultConstraint(const SqlTable& table, const SqlColumn& column);
    void schema(const QString& name);
    void table(const SqlTable& table);
    void simpleColumn(const SqlTable& table, const SqlColumn& column);
    void computedColumn(const SqlTable& table, const SqlColumn& column);
    void typeSpecifier(const SqlColumn& column);
    void columnSpecifications(const SqlTable& table, const QStringList& columns);
    void primaryKey(const SqlTable& table, const QString& name);
    void foreignKey(const SqlTable& table, const SqlForeignKey& key, const QString& name);
    void index(const SqlTable& table, const SqlIndex& index, const QString& name);
    void collect(const SqlTable& table);

    const SqlModel& m_model;
    QXmlStreamWriter m_xml;
    std::vector<NamedElement> m_named;
};

QString nameOf(const SqlTable& table)
{
    return bracketed({table.schema, table.name});
}

QString nameOf(const SqlTable& table, const QString& column)
{
    return bracketed({table.schema, table.name, column});
}

void ModelWriter::property(const QString& name, const QString& value)
{
    m_xml.writeEmptyElement(u"Property"_s);
    m_xml.writeAttribute(u"Name"_s, name);
    m_xml.writeAttribute(u"Value"_s, value);
}

void ModelWriter::script(const QString& name, const QString& text)
{
    m_xml.writeStartElement(u"Property"_s);
    m_xml.writeAttribute(u"Name"_s, name);
    m_xml.writeStartElement(u"Value"_s);
    m_xml.writeCDATA(text);
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void ModelWriter::reference(const QString& name)
{
    m_xml.writeEmptyElement(u"References"_s);
    m_xml.writeAttribute(u"Name"_s, name);
}

void ModelWriter::builtIn(const QString& name)
{
    m_xml.writeEmptyElement(u"References"_s);
    m_xml.writeAttribute(u"ExternalSource"_s, u"BuiltIns"_s);
    m_xml.writeAttribute(u"Name"_s, bracketed({name}));
}

void ModelWriter::relationship(const QString& name, const std::function<void()>& entry)
{
    m_xml.writeStartElement(u"Relationship"_s);
    m_xml.writeAttribute(u"Name"_s, name);
    m_xml.writeStartElement(u"Entry"_s);
    entry();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void ModelWriter::relationshipTo(const QString& name, const QString& target)
{
    relationship(name, [this, target] { reference(target); });
}

void ModelWriter::beginElement(const QString& type, const QString& name)
{
    m_xml.writeStartElement(u"Element"_s);
    m_xml.writeAttribute(u"Type"_s, type);
    if (!name.isEmpty()) {
        m_xml.writeAttribute(u"Name"_s, name);
    }
}

void ModelWriter::databaseOptions()
{
    beginElement(u"SqlDatabaseOptions"_s);
    property(u"Collation"_s, m_model.collation);
    property(u"IsAnsiPaddingOn"_s, u"False"_s);
    property(u"IsQuotedIdentifierOn"_s, u"False"_s);
    property(u"IsAllowSnapshotIsolation"_s, u"True"_s);
    property(u"IsReadCommittedSnapshot"_s, u"True"_s);
    property(u"IsEncryptionOn"_s, u"True"_s);
    property(u"CatalogCollation"_s, u"2"_s);
    relationship(u"DefaultFilegroup"_s, [this] { builtIn(u"PRIMARY"_s); });
    m_xml.writeEndElement();
}

void ModelWriter::defaultConstraint(const SqlTable& table, const SqlColumn& column)
{
    beginElement(u"SqlDefaultConstraint"_s);
    script(u"DefaultExpressionScript"_s, column.defaultExpression);
    relationshipTo(u"DefiningTable"_s, nameOf(table));
    relationshipTo(u"ForColumn"_s, nameOf(table, column.name));
    m_xml.writeEndElement();
}

void ModelWriter::schema(const QString& name)
{
    beginElement(u"SqlSchema"_s, bracketed({name}));
    relationship(u"Authorizer"_s, [this] { builtIn(u"dbo"_s); });
    m_xml.writeEndElement();
}

void ModelWriter::typeSpecifier(const SqlColumn& column)
{
    relationship(u"TypeSpecifier"_s, [this, &column] {
        beginElement(column.type == SqlType::Xml ? u"SqlXmlTypeSpecifier"_s : u"SqlTypeSpecifier"_s);
        if (column.type == SqlType::Float) {
            property(u"Precision"_s, u"53"_s);
        }
        if (column.length == SqlColumn::max) {
            property(u"IsMax"_s, u"True"_s);
        } else if (column.length > 0) {
            property(u"Length"_s, QString::number(column.length));
        }
        // At its default, zero, a scale is left out; also for the date kinds.
        if (column.scale > 0) {
            property(u"Scale"_s, QString::number(column.scale));
        }
        if (column.precision > 0) {
            property(u"Precision"_s, QString::number(column.precision));
        }
        relationship(u"Type"_s, [this, &column] { builtIn(sqlTypeName(column.type)); });
        m_xml.writeEndElement();
    });
}

void ModelWriter::simpleColumn(const SqlTable& table, const SqlColumn& column)
{
    beginElement(u"SqlSimpleColumn"_s, nameOf(table, column.name));
    if (!column.nullable) {
        property(u"IsNullable"_s, u"False"_s);
    }
    if (column.identity) {
        property(u"IsIdentity"_s, u"True"_s);
    }
    typeSpecifier(column);
    m_xml.writeEndElement();
}

void ModelWriter::computedColumn(const SqlTable& table, const SqlColumn& column)
{
    beginElement(u"SqlComputedColumn"_s, nameOf(table, column.name));
    script(u"ExpressionScript"_s, column.computed);
    m_xml.writeStartElement(u"Relationship"_s);
    m_xml.writeAttribute(u"Name"_s, u"ExpressionDependencies"_s);
    for (const SqlColumn& other : table.columns) {
        if (column.computed.contains(bracketed({other.name}))) {
            m_xml.writeStartElement(u"Entry"_s);
            reference(nameOf(table, other.name));
            m_xml.writeEndElement();
        }
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void ModelWriter::table(const SqlTable& table)
{
    beginElement(u"SqlTable"_s, nameOf(table));
    property(u"IsAnsiNullsOn"_s, u"True"_s);
    m_xml.writeStartElement(u"Relationship"_s);
    m_xml.writeAttribute(u"Name"_s, u"Columns"_s);
    for (const SqlColumn& column : table.columns) {
        m_xml.writeStartElement(u"Entry"_s);
        column.computed.isEmpty() ? simpleColumn(table, column) : computedColumn(table, column);
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
    relationship(u"Schema"_s, [this, &table] {
        table.schema == u"dbo"_s ? builtIn(table.schema) : reference(bracketed({table.schema}));
    });
    m_xml.writeEndElement();
}

void ModelWriter::columnSpecifications(const SqlTable& table, const QStringList& columns)
{
    m_xml.writeStartElement(u"Relationship"_s);
    m_xml.writeAttribute(u"Name"_s, u"ColumnSpecifications"_s);
    for (const QString& column : columns) {
        m_xml.writeStartElement(u"Entry"_s);
        beginElement(u"SqlIndexedColumnSpecification"_s);
        relationshipTo(u"Column"_s, nameOf(table, column));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
}

void ModelWriter::primaryKey(const SqlTable& table, const QString& name)
{
    beginElement(u"SqlPrimaryKeyConstraint"_s, name);
    columnSpecifications(table, table.primaryKey);
    relationshipTo(u"DefiningTable"_s, nameOf(table));
    m_xml.writeEndElement();
}

void ModelWriter::foreignKey(const SqlTable& table, const SqlForeignKey& key, const QString& name)
{
    beginElement(u"SqlForeignKeyConstraint"_s, name);
    relationshipTo(u"Columns"_s, nameOf(table, key.column));
    relationshipTo(u"DefiningTable"_s, nameOf(table));
    relationshipTo(u"ForeignColumns"_s, bracketed({table.schema, key.table, key.foreignColumn}));
    relationshipTo(u"ForeignTable"_s, bracketed({table.schema, key.table}));
    m_xml.writeEndElement();
}

void ModelWriter::index(const SqlTable& table, const SqlIndex& index, const QString& name)
{
    beginElement(u"SqlIndex"_s, name);
    if (index.unique) {
        property(u"IsUnique"_s, u"True"_s);
    }
    columnSpecifications(table, index.columns);
    relationshipTo(u"IndexedObject"_s, nameOf(table));
    m_xml.writeEndElement();
}

/// Constraints are named in the table's schema; an index below its table.
void ModelWriter::collect(const SqlTable& what)
{
    m_named.push_back({nameOf(what), [this, &what] { table(what); }});
    if (!what.primaryKey.isEmpty()) {
        const QString name = bracketed({what.schema, u"PK_"_s + what.name});
        m_named.push_back({name, [this, &what, name] { primaryKey(what, name); }});
    }
    for (const SqlForeignKey& key : what.foreignKeys) {
        const QString name = bracketed({what.schema, u"FK_%1_%2_%3"_s.arg(what.name, key.table, key.column)});
        m_named.push_back({name, [this, &what, &key, name] { foreignKey(what, key, name); }});
    }
    for (const SqlIndex& each : what.indexes) {
        const QString name = nameOf(what, u"IX_%1_%2"_s.arg(what.name, each.columns.join(u'_')));
        m_named.push_back({name, [this, &what, &each, name] { index(what, each, name); }});
    }
}

void ModelWriter::write()
{
    m_xml.writeStartDocument();
    m_xml.writeStartElement(u"DataSchemaModel"_s);
    m_xml.writeAttribute(u"FileFormatVersion"_s, u"1.2"_s);
    m_xml.writeAttribute(u"SchemaVersion"_s, modelSchemaVersion());
    m_xml.writeAttribute(u"DspName"_s, u"Microsoft.Data.Tools.Schema.Sql.SqlAzureV12DatabaseSchemaProvider"_s);
    m_xml.writeAttribute(u"CollationLcid"_s, u"1033"_s);
    m_xml.writeAttribute(u"CollationCaseSensitive"_s, u"False"_s);
    m_xml.writeDefaultNamespace(u"http://schemas.microsoft.com/sqlserver/dac/Serialization/2012/02"_s);
    m_xml.writeStartElement(u"Model"_s);
    databaseOptions();
    QStringList schemas;
    for (const SqlTable& each : m_model.tables) {
        for (const SqlColumn& column : each.columns) {
            if (!column.defaultExpression.isEmpty()) {
                defaultConstraint(each, column);
            }
        }
        if (each.schema != u"dbo"_s && !schemas.contains(each.schema)) {
            schemas.append(each.schema);
            m_named.push_back({bracketed({each.schema}), [this, name = each.schema] { schema(name); }});
        }
        collect(each);
    }
    std::stable_sort(m_named.begin(), m_named.end(), [](const NamedElement& a, const NamedElement& b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    for (const NamedElement& element : m_named) {
        element.write();
    }
    m_xml.writeEndDocument();
}

} // namespace

QString bracketed(const QStringList& parts)
{
    QStringList escaped;
    for (QString part : parts) {
        escaped.append(u'[' + part.replace(u']', u"]]"_s) + u']');
    }
    return escaped.join(u'.');
}

QString modelSchemaVersion()
{
    return u"2.9"_s;
}

QByteArray modelXml(const SqlModel& model)
{
    QByteArray xml;
    ModelWriter(model, &xml).write();
    return xml;
}

QList<std::pair<QString, qsizetype>> objectCounts(const SqlModel& model)
{
    qsizetype computed = 0;
    qsizetype defaults = 0;
    qsizetype foreignKeys = 0;
    qsizetype indexes = 0;
    qsizetype primaryKeys = 0;
    qsizetype simple = 0;
    for (const SqlTable& table : model.tables) {
        simple += table.storedColumns().size();
        computed += table.columns.size() - table.storedColumns().size();
        defaults += std::count_if(table.columns.cbegin(), table.columns.cend(),
                                  [](const SqlColumn& column) { return !column.defaultExpression.isEmpty(); });
        foreignKeys += table.foreignKeys.size();
        indexes += table.indexes.size();
        primaryKeys += table.primaryKey.isEmpty() ? 0 : 1;
    }
    return {{u"ComputedColumn"_s, computed},
            {u"DatabaseOptions"_s, 1},
            {u"DefaultConstraint"_s, defaults},
            {u"ForeignKeyConstraint"_s, foreignKeys},
            {u"Index"_s, indexes},
            {u"PrimaryKeyConstraint"_s, primaryKeys},
            {u"SimpleColumn"_s, simple},
            {u"Table"_s, model.tables.size()}};
}

} // namespace longshore
