#include "app/archive/packagexml.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestToken = 64LL * 1024 * 1024;

tl::unexpected<Error> invalid(const QString& part, const QString& why)
{
    return fail(Error::Code::FormatInvalid, part, why);
}

tl::unexpected<Error> broken(const QString& part, const QXmlStreamReader& xml)
{
    return invalid(part, u"line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString()));
}

/// Next start element of the document; false at its end or on an error. A DTD is an error: none of these parts has one.
bool nextElement(QXmlStreamReader& xml)
{
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            xml.raiseError(u"document type declaration"_s);
        } else if (token == QXmlStreamReader::StartElement) {
            return true;
        }
    }
    return false;
}

QString text(QXmlStreamReader& xml)
{
    return xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
}

} // namespace

Result<OriginFacts> readOrigin(const QByteArray& bytes)
{
    const QString part = u"Origin.xml"_s;
    OriginFacts facts;
    QXmlStreamReader xml(bytes);
    bool rootSeen = false;
    while (nextElement(xml)) {
        const QStringView name = xml.name();
        if (!rootSeen && name != u"DacOrigin") {
            return invalid(part, u"root element is %1"_s.arg(name));
        }
        rootSeen = true;
        if (name == u"ContainsExportedData") {
            facts.containsData = text(xml).compare(u"true"_s, Qt::CaseInsensitive) == 0;
        } else if (name == u"Start") {
            facts.start = QDateTime::fromString(text(xml), Qt::ISODateWithMs);
        } else if (name == u"TableRowCountTotalTag") {
            bool isNumber = false;
            const qint64 rows = text(xml).toLongLong(&isNumber);
            facts.rows = isNumber && rows >= 0 ? rows : -1;
        } else if (name == u"Checksum" && xml.attributes().value("Uri"_L1) == u"/model.xml") {
            facts.modelChecksum = text(xml);
        }
    }
    return xml.hasError() ? Result<OriginFacts>(broken(part, xml)) : Result<OriginFacts>(facts);
}

Result<QString> readDatabaseName(const QByteArray& dacMetadata)
{
    const QString part = u"DacMetadata.xml"_s;
    QXmlStreamReader xml(dacMetadata);
    QString name;
    bool rootSeen = false;
    while (nextElement(xml)) {
        if (!rootSeen && xml.name() != u"DacType") {
            return invalid(part, u"root element is %1"_s.arg(xml.name()));
        }
        rootSeen = true;
        if (xml.name() == u"Name" && name.isEmpty()) {
            name = text(xml);
        }
    }
    return xml.hasError() ? Result<QString>(broken(part, xml)) : Result<QString>(name);
}

Result<QSet<QByteArray>> readRelationships(const QByteArray& bytes)
{
    QXmlStreamReader xml(bytes);
    QSet<QByteArray> parts;
    while (nextElement(xml)) {
        if (xml.name() != u"Relationship") {
            continue;
        }
        QByteArray target = xml.attributes().value("Target"_L1).toUtf8();
        if (target.startsWith('/')) {
            target.remove(0, 1);
        }
        if (target.startsWith("Data/")) {
            parts.insert(target);
        }
    }
    return xml.hasError() ? Result<QSet<QByteArray>>(broken(u"_rels/.rels"_s, xml)) : Result<QSet<QByteArray>>(parts);
}

Result<void> ModelTableScanner::add(QByteArrayView bytes)
{
    m_xml.addData(bytes.toByteArray());
    m_sinceToken += bytes.size();
    if (m_sinceToken > largestToken) {
        return invalid(u"model.xml"_s, u"one element is larger than %1 bytes"_s.arg(largestToken));
    }
    return drain();
}

Result<void> ModelTableScanner::drain()
{
    const QString part = u"model.xml"_s;
    while (!m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::Invalid) {
            break;
        }
        m_sinceToken = 0;
        if (token == QXmlStreamReader::DTD) {
            return invalid(part, u"document type declaration"_s);
        }
        if (token == QXmlStreamReader::EndDocument) {
            m_ended = true;
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        if (!m_rootSeen && m_xml.name() != u"DataSchemaModel") {
            return invalid(part, u"root element is %1"_s.arg(m_xml.name()));
        }
        m_rootSeen = true;
        if (m_xml.name() == u"Element" && m_xml.attributes().value("Type"_L1) == u"SqlTable") {
            m_tables.append(m_xml.attributes().value("Name"_L1).toString());
        }
    }
    // More data lifts a premature end; any other error stays.
    if (m_xml.hasError() && m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError) {
        return broken(part, m_xml);
    }
    return {};
}

Result<void> ModelTableScanner::finish()
{
    if (!m_ended || m_xml.hasError()) {
        return broken(u"model.xml"_s, m_xml);
    }
    return {};
}

} // namespace longshore
