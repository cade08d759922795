#include "app/archive/packageparts.h"

#include "app/archive/modelwriter.h"

#include <QUrl>
#include <QXmlStreamWriter>
#include <functional>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QString dacNamespace()
{
    return u"http://schemas.microsoft.com/sqlserver/dac/Serialization/2012/02"_s;
}

QByteArray document(bool formatted, const std::function<void(QXmlStreamWriter&)>& body)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(formatted);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    body(xml);
    xml.writeEndDocument();
    return "\xEF\xBB\xBF" + text.trimmed();
}

QString isoWithSevenDigits(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"0000+00:00"_s;
}

void writeOperation(QXmlStreamWriter& xml, const BacpacOrigin& origin)
{
    xml.writeStartElement(u"Operation"_s);
    xml.writeTextElement(u"Identity"_s, origin.operation.toString(QUuid::WithoutBraces));
    xml.writeTextElement(u"Start"_s, isoWithSevenDigits(origin.exportedAt));
    xml.writeTextElement(u"End"_s, u"0001-01-01T00:00:00.0000000"_s); // real exporters never fill it
    xml.writeTextElement(u"ProductName"_s, u"Longshore, practice data"_s);
    xml.writeTextElement(u"ProductVersion"_s, QStringLiteral(LONGSHORE_VERSION));
    xml.writeTextElement(u"ProductSchema"_s, dacNamespace());
    xml.writeEndElement();
}

void writeServer(QXmlStreamWriter& xml, const BacpacOrigin& origin, const SqlModel& model)
{
    xml.writeStartElement(u"Server"_s);
    xml.writeTextElement(u"ServerVersion"_s, origin.serverVersion);
    xml.writeStartElement(u"ObjectCounts"_s);
    for (const auto& [kind, count] : objectCounts(model)) {
        if (count > 0) {
            xml.writeTextElement(kind, QString::number(count));
        }
    }
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeProperties(QXmlStreamWriter& xml, bool hasData)
{
    xml.writeStartElement(u"PackageProperties"_s);
    xml.writeTextElement(u"Version"_s, hasData ? u"3.1.0.0"_s : u"3.0.0.0"_s);
    xml.writeTextElement(u"ContainsExportedData"_s, u"true"_s);
    xml.writeStartElement(u"StreamVersions"_s);
    const QList<std::pair<QString, QString>> streams{{u"Data"_s, u"2.0.0.0"_s},
                                                     {u"DeploymentContributors"_s, u"1.0.0.0"_s}};
    for (const auto& [name, version] : streams) {
        xml.writeStartElement(u"Version"_s);
        xml.writeAttribute(u"StreamName"_s, name);
        xml.writeCharacters(version);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeRelationship(QXmlStreamWriter& xml, const QString& type, const DataPart& part, const QUuid& operation)
{
    // Any unique id will do; derived, so that the same package has the same bytes.
    const QUuid id = QUuid::createUuidV5(operation, type + u'|' + part.path);
    xml.writeEmptyElement(u"Relationship"_s);
    xml.writeAttribute(u"Type"_s, type);
    xml.writeAttribute(u"Target"_s, u'/' + part.path);
    xml.writeAttribute(u"Id"_s, u'R' + id.toString(QUuid::Id128).left(16));
}

} // namespace

QString dataPartPath(const SqlTable& table, int part)
{
    const QString folder = QString::fromLatin1(QUrl::toPercentEncoding(table.schema + u'.' + table.name));
    return u"Data/%1/TableData-%2-00000.BCP"_s.arg(folder).arg(part, 3, 10, QChar(u'0'));
}

QByteArray dacMetadataXml(const BacpacOrigin& origin)
{
    return document(true, [&origin](QXmlStreamWriter& xml) {
        xml.writeStartElement(u"DacType"_s);
        xml.writeDefaultNamespace(dacNamespace());
        xml.writeTextElement(u"Name"_s, origin.databaseName);
        xml.writeTextElement(u"Version"_s, u"0.0.0.0"_s);
        xml.writeEndElement();
    });
}

QByteArray originXml(const BacpacOrigin& origin, const SqlModel& model, const QByteArray& modelSha256Hex, qint64 rows,
                     bool hasData)
{
    return document(true, [&](QXmlStreamWriter& xml) {
        xml.writeStartElement(u"DacOrigin"_s);
        xml.writeDefaultNamespace(dacNamespace());
        writeProperties(xml, hasData);
        writeOperation(xml, origin);
        writeServer(xml, origin, model);
        xml.writeStartElement(u"ExportStatistics"_s);
        xml.writeTextElement(u"SourceDatabaseSize"_s, QString::number(origin.sourceSizeKb));
        xml.writeTextElement(u"TableRowCountTotalTag"_s, QString::number(rows));
        xml.writeEndElement();
        xml.writeStartElement(u"Checksums"_s);
        xml.writeStartElement(u"Checksum"_s);
        xml.writeAttribute(u"Uri"_s, u"/model.xml"_s);
        xml.writeCharacters(QString::fromLatin1(modelSha256Hex));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeTextElement(u"ModelSchemaVersion"_s, modelSchemaVersion());
        xml.writeEndElement();
    });
}

QByteArray contentTypesXml(bool hasData)
{
    return document(false, [hasData](QXmlStreamWriter& xml) {
        xml.writeStartElement(u"Types"_s);
        xml.writeDefaultNamespace(u"http://schemas.openxmlformats.org/package/2006/content-types"_s);
        QList<std::pair<QString, QString>> defaults{{u"xml"_s, u"text/xml"_s}};
        if (hasData) {
            defaults.append({u"BCP"_s, u"application/octet-stream"_s});
            defaults.append({u"rels"_s, u"application/vnd.openxmlformats-package.relationships+xml"_s});
        }
        for (const auto& [extension, type] : defaults) {
            xml.writeEmptyElement(u"Default"_s);
            xml.writeAttribute(u"Extension"_s, extension);
            xml.writeAttribute(u"ContentType"_s, type);
        }
        xml.writeEndElement();
    });
}

QByteArray relationshipsXml(const QList<DataPart>& parts, const QUuid& operation)
{
    return document(false, [&parts, &operation](QXmlStreamWriter& xml) {
        xml.writeStartElement(u"Relationships"_s);
        xml.writeDefaultNamespace(u"http://schemas.openxmlformats.org/package/2006/relationships"_s);
        for (const DataPart& part : parts) {
            writeRelationship(xml, u"table="_s + part.table, part, operation);
            writeRelationship(xml, u"schema="_s + part.schema, part, operation);
        }
        xml.writeEndElement();
    });
}

} // namespace longshore
