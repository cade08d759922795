#include "tests/support/bacpacdecoder.h"

#include "app/archive/zipentryreader.h"

#include <QDate>
#include <QFile>
#include <QMap>
#include <QTime>
#include <QUrl>
#include <QUuid>
#include <QXmlStreamReader>
#include <QtEndian>
#include <cstring>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Bytes of the length in front of a value: when the column is NOT NULL, when it may be NULL.
struct Form
{
    int required;
    int nullable;
    qint64 fixed = -1; ///< size of every value
};

const QHash<QString, Form>& forms()
{
    static const QHash<QString, Form> all{{u"tinyint"_s, {0, 1, 1}},
                                          {u"smallint"_s, {0, 1, 2}},
                                          {u"int"_s, {0, 1, 4}},
                                          {u"bigint"_s, {0, 1, 8}},
                                          {u"bit"_s, {1, 1, 1}},
                                          {u"real"_s, {0, 1, 4}},
                                          {u"float"_s, {0, 1, 8}},
                                          {u"decimal"_s, {1, 1, 19}},
                                          {u"numeric"_s, {1, 1, 19}},
                                          {u"money"_s, {0, 1, 8}},
                                          {u"smallmoney"_s, {0, 1, 4}},
                                          {u"date"_s, {0, 1, 3}},
                                          {u"time"_s, {0, 1, 5}},
                                          {u"datetime2"_s, {0, 1, 8}},
                                          {u"datetimeoffset"_s, {0, 1, 10}},
                                          {u"datetime"_s, {0, 1, 8}},
                                          {u"smalldatetime"_s, {0, 1, 4}},
                                          {u"uniqueidentifier"_s, {1, 1, 16}},
                                          {u"rowversion"_s, {2, 2, 8}},
                                          {u"char"_s, {0, 2}},
                                          {u"nchar"_s, {2, 2}},
                                          {u"varchar"_s, {2, 2}},
                                          {u"nvarchar"_s, {2, 2}},
                                          {u"sysname"_s, {2, 2}},
                                          {u"text"_s, {4, 4}},
                                          {u"ntext"_s, {4, 4}},
                                          {u"xml"_s, {8, 8}},
                                          {u"binary"_s, {2, 2}},
                                          {u"varbinary"_s, {2, 2}},
                                          {u"image"_s, {4, 4}},
                                          {u"hierarchyid"_s, {8, 8}},
                                          {u"geography"_s, {8, 8}},
                                          {u"geometry"_s, {8, 8}},
                                          {u"sql_variant"_s, {4, 4}}};
    return all;
}

bool isText(const QString& type)
{
    return type.endsWith("char"_L1) || type.endsWith("text"_L1) || type == u"xml" || type == u"sysname";
}

/// Splits "[dbo].[a]]b]" at its brackets.
QStringList nameParts(QStringView name)
{
    QStringList parts;
    QString current;
    bool inside = false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!inside) {
            inside = name[i] == u'[';
        } else if (name[i] != u']') {
            current += name[i];
        } else if (i + 1 < name.size() && name[i + 1] == u']') {
            current += name[++i];
        } else {
            parts.append(current);
            current.clear();
            inside = false;
        }
    }
    return parts;
}

/// What model.xml says about tables; alias types are resolved to what they stand for.
class ModelReader final
{
public:
    Result<QList<DecodedTable>> read(const QByteArray& bytes)
    {
        m_xml.addData(bytes);
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement() && m_xml.name() == u"Element") {
                element();
            }
        }
        if (m_xml.hasError()) {
            return fail(Error::Code::FormatInvalid, u"model.xml"_s, m_xml.errorString());
        }
        resolveAliases();
        return m_tables;
    }

private:
    [[nodiscard]] QString attribute(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }

    void element()
    {
        const QString type = attribute("Type"_L1);
        const QStringList parts = nameParts(attribute("Name"_L1));
        if (type == u"SqlTable") {
            DecodedTable& table = m_tables.emplaceBack();
            table.schema = parts.value(0);
            table.name = parts.value(1);
            readTable(table);
        } else if (type == u"SqlUserDefinedDataType") {
            m_aliases.insert(parts.join(u'.'), readSpecification());
        }
    }

    /// Columns are the entries of the relationship of that name, in order.
    void readTable(DecodedTable& table)
    {
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            m_xml.readNext();
            depth += m_xml.isStartElement() ? 1 : m_xml.isEndElement() ? -1 : 0;
            if (m_xml.isStartElement() && m_xml.name() == u"Element" && attribute("Type"_L1) == u"SqlSimpleColumn") {
                const QString name = nameParts(attribute("Name"_L1)).value(2);
                DecodedColumn column = readSpecification();
                column.name = name;
                table.columns.append(column);
                --depth;
            }
        }
    }

    /// Everything that is said about a type up to the end of the current element.
    DecodedColumn readSpecification()
    {
        DecodedColumn column;
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            m_xml.readNext();
            depth += m_xml.isStartElement() ? 1 : m_xml.isEndElement() ? -1 : 0;
            if (!m_xml.isStartElement()) {
                continue;
            }
            const QString name = attribute("Name"_L1);
            const QString value = attribute("Value"_L1);
            if (m_xml.name() == u"Annotation") {
                m_xml.skipCurrentElement();
                --depth;
            } else if (m_xml.name() == u"References") {
                column.type = nameParts(name).join(u'.');
            } else if (name == u"IsNullable") {
                column.nullable = value == u"True";
            } else if (name == u"IsMax") {
                column.length = -1;
            } else if (name == u"Length") {
                column.length = value.toInt();
            } else if (name == u"Precision") {
                column.precision = value.toInt();
            } else if (name == u"Scale") {
                column.scale = value.toInt();
            }
        }
        if (column.type.startsWith("sys."_L1)) {
            column.type.remove(0, 4);
        }
        return column;
    }

    void resolveAliases()
    {
        for (DecodedTable& table : m_tables) {
            for (DecodedColumn& column : table.columns) {
                const auto alias = m_aliases.constFind(column.type);
                if (alias != m_aliases.constEnd()) {
                    const QString name = column.name;
                    const bool nullable = column.nullable; // the column's word, not the alias's
                    column = *alias;
                    column.name = name;
                    column.nullable = nullable;
                }
            }
        }
    }

    QXmlStreamReader m_xml;
    QList<DecodedTable> m_tables;
    QHash<QString, DecodedColumn> m_aliases;
};

class PartReader final
{
public:
    PartReader(const DecodedTable& table, const QByteArray& bytes, int charPrefix)
        : m_table(table), m_bytes(bytes), m_charPrefix(charPrefix)
    { }

    /// Empty text: everything decoded, up to the last byte.
    QString read(QList<QVariantList>& rows)
    {
        while (m_at < m_bytes.size() && m_trouble.isEmpty()) {
            QVariantList row;
            for (const DecodedColumn& column : m_table.columns) {
                row.append(cell(column));
                if (!m_trouble.isEmpty()) {
                    return u"%1 at byte %2: %3"_s.arg(column.name, QString::number(m_at), m_trouble);
                }
            }
            rows.append(row);
        }
        return m_trouble;
    }

private:
    quint64 number(qint64 width)
    {
        if (width > m_bytes.size() - m_at) {
            m_trouble = u"the part ends"_s;
            return 0;
        }
        quint64 value = 0;
        for (qint64 i = 0; i < width; ++i) {
            value |= quint64{static_cast<quint8>(m_bytes.at(m_at + i))} << (8 * i);
        }
        m_at += width;
        return value;
    }

    QByteArray take(qint64 size)
    {
        if (size > m_bytes.size() - m_at) {
            m_trouble = u"the part ends"_s;
            return {};
        }
        const QByteArray piece = m_bytes.mid(m_at, size);
        m_at += size;
        return piece;
    }

    [[nodiscard]] Form formOf(const DecodedColumn& column) const
    {
        Form form = forms().value(column.type, {8, 8});
        if (column.length == -1) {
            form.required = form.nullable = 8;
        }
        if (column.type == u"char") {
            form.required = m_charPrefix;
        }
        return form;
    }

    QVariant cell(const DecodedColumn& column)
    {
        const Form form = formOf(column);
        const int width = column.nullable ? form.nullable : form.required;
        qint64 size = form.fixed >= 0 ? form.fixed : qint64{column.length} * 2; // char without a length
        if (width > 0) {
            const quint64 raw = number(width);
            const quint64 allOnes = width == 8 ? ~quint64{0} : (quint64{1} << (8 * width)) - 1;
            const bool variantNull = column.type == u"sql_variant" && raw == 0;
            if (raw == allOnes || variantNull) {
                m_trouble = column.nullable ? m_trouble : u"NULL in a NOT NULL column"_s;
                return {};
            }
            size = raw > static_cast<quint64>(m_bytes.size()) ? m_bytes.size() + 1 : static_cast<qint64>(raw);
            if (form.fixed >= 0 && size != form.fixed) {
                m_trouble = u"length %1"_s.arg(raw);
                return {};
            }
        }
        if (isText(column.type)) {
            return text(column, size);
        }
        return form.fixed >= 0 ? fixedValue(column) : binary(column, size);
    }

    QVariant text(const DecodedColumn& column, qint64 size)
    {
        const bool fixedWidth = column.type == u"char" || column.type == u"nchar";
        if (size % 2 != 0
            || (column.length > 0 && (size > column.length * 2 || (fixedWidth && size != column.length * 2)))) {
            m_trouble = u"text of %1 bytes"_s.arg(size);
            return {};
        }
        const QByteArray raw = take(size);
        QString value(raw.size() / 2, Qt::Uninitialized);
        qFromLittleEndian<quint16>(raw.constData(), value.size(), value.data());
        return value;
    }

    QVariant binary(const DecodedColumn& column, qint64 size)
    {
        const bool wrong =
            column.length > 0 && (size > column.length || (column.type == u"binary" && size != column.length));
        if (wrong) {
            m_trouble = u"%1 bytes"_s.arg(size);
            return {};
        }
        return take(size);
    }

    QVariant fixedValue(const DecodedColumn& column)
    {
        const QString& type = column.type;
        if (type == u"tinyint") {
            return QVariant::fromValue(qint64{static_cast<quint8>(number(1))});
        }
        if (type == u"smallint") {
            return QVariant::fromValue(qint64{static_cast<qint16>(number(2))});
        }
        if (type == u"int") {
            return QVariant::fromValue(qint64{static_cast<qint32>(number(4))});
        }
        if (type == u"bigint") {
            return QVariant::fromValue(static_cast<qint64>(number(8)));
        }
        if (type == u"bit") {
            return bit();
        }
        if (type == u"real" || type == u"float") {
            return floating(type == u"real");
        }
        if (type == u"decimal" || type == u"numeric") {
            return decimal(column);
        }
        if (type == u"money") {
            const quint64 high = number(4);
            return amount(static_cast<qint64>((high << 32) | number(4)));
        }
        if (type == u"smallmoney") {
            return amount(static_cast<qint32>(number(4)));
        }
        if (type == u"uniqueidentifier") {
            return guid();
        }
        if (type == u"rowversion") {
            return QVariant::fromValue(qFromBigEndian<quint64>(take(8).constData()));
        }
        return pointInTime(column);
    }

    QVariant bit()
    {
        const quint64 raw = number(1);
        if (raw > 1) {
            m_trouble = u"bit %1"_s.arg(raw);
        }
        return raw == 1;
    }

    QVariant floating(bool narrow)
    {
        if (narrow) {
            const auto raw = static_cast<quint32>(number(4));
            float value = 0;
            memcpy(&value, &raw, sizeof value);
            return double{value};
        }
        const quint64 raw = number(8);
        double value = 0;
        memcpy(&value, &raw, sizeof value);
        return value;
    }

    /// "-12345" unscaled, from up to 38 digits.
    QVariant decimal(const DecodedColumn& column)
    {
        const quint64 precision = number(1);
        const quint64 scale = number(1);
        const quint64 sign = number(1);
        if (precision != static_cast<quint64>(column.precision) || scale != static_cast<quint64>(column.scale)
            || sign > 1) {
            m_trouble = u"decimal(%1,%2) sign %3"_s.arg(precision).arg(scale).arg(sign);
            return {};
        }
        QList<quint32> words(4);
        for (quint32& word : words) {
            word = static_cast<quint32>(number(4));
        }
        QString digits;
        while (words != QList<quint32>(4)) {
            quint64 rest = 0;
            for (qsizetype i = 3; i >= 0; --i) {
                const quint64 part = (rest << 32) | words.at(i);
                words[i] = static_cast<quint32>(part / 10);
                rest = part % 10;
            }
            digits.prepend(QChar(u'0' + static_cast<char16_t>(rest)));
        }
        if (digits.size() > column.precision) {
            m_trouble = u"more digits than the precision"_s;
        }
        return QString((sign == 0 ? u"-"_s : QString()) + (digits.isEmpty() ? u"0"_s : digits));
    }

    static QVariant amount(qint64 tenThousandths)
    {
        return QString::number(static_cast<double>(tenThousandths) / 10'000, 'f', 4);
    }

    QVariant guid()
    {
        const auto a = static_cast<uint>(number(4));
        const auto b = static_cast<ushort>(number(2));
        const auto c = static_cast<ushort>(number(2));
        const QByteArray d = take(8);
        if (d.size() < 8) {
            return {};
        }
        const auto byte = [&d](int i) { return static_cast<uchar>(d.at(i)); };
        return QUuid(a, b, c, byte(0), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6), byte(7));
    }

    QString clock(int scale)
    {
        const auto ticks = static_cast<qint64>(number(5));
        qint64 unit = 1;
        for (int i = scale; i < 7; ++i) {
            unit *= 10;
        }
        if (ticks >= 864'000'000'000 || ticks % unit != 0) {
            m_trouble = u"time %1"_s.arg(ticks);
        }
        return QTime::fromMSecsSinceStartOfDay(static_cast<int>(ticks / 10'000)).toString(u"HH:mm:ss.zzz"_s);
    }

    QString day()
    {
        const auto days = static_cast<qint64>(number(3));
        const QDate date = QDate(1, 1, 1).addDays(days);
        if (date.year() > 9999) {
            m_trouble = u"day %1"_s.arg(days);
        }
        return date.toString(Qt::ISODate);
    }

    QVariant pointInTime(const DecodedColumn& column)
    {
        if (column.type == u"date") {
            return day();
        }
        if (column.type == u"time") {
            return clock(column.scale);
        }
        if (column.type == u"smalldatetime") {
            const QDate date = QDate(1900, 1, 1).addDays(static_cast<qint64>(number(2)));
            const auto minutes = static_cast<int>(number(2));
            m_trouble = minutes < 1440 ? m_trouble : u"minute %1"_s.arg(minutes);
            return QString(date.toString(Qt::ISODate) + u' ' + QTime(0, 0).addSecs(minutes * 60).toString(u"HH:mm"_s));
        }
        if (column.type == u"datetime") {
            const QDate date = QDate(1900, 1, 1).addDays(static_cast<qint32>(number(4)));
            const quint64 units = number(4);
            m_trouble = units < 25'920'000 ? m_trouble : u"unit %1"_s.arg(units);
            return QString(date.toString(Qt::ISODate) + u' ' + QString::number(units));
        }
        const QString time = clock(column.scale);
        const QString date = day();
        if (column.type != u"datetimeoffset") {
            return QString(date + u' ' + time);
        }
        const auto offset = static_cast<qint16>(number(2));
        m_trouble = qAbs(offset) <= 840 ? m_trouble : u"offset %1"_s.arg(offset);
        return QString(date + u' ' + time + u"Z "_s + QString::number(offset));
    }

    const DecodedTable& m_table;
    const QByteArray& m_bytes;
    int m_charPrefix;
    qint64 m_at = 0;
    QString m_trouble;
};

/// Packages written with UTF-8 collations put a length before char NOT NULL; only a reading that ends exactly counts.
Result<void> decodePart(DecodedTable& table, const QByteArray& bytes, const QString& part)
{
    QString firstTrouble;
    for (const int charPrefix : {0, 2}) {
        QList<QVariantList> rows;
        const QString trouble = PartReader(table, bytes, charPrefix).read(rows);
        if (trouble.isEmpty()) {
            table.rows += rows;
            ++table.parts;
            return {};
        }
        firstTrouble = firstTrouble.isEmpty() ? trouble : firstTrouble;
    }
    return fail(Error::Code::FormatInvalid, part, firstTrouble);
}

/// Entry name → table, from the raw names in the relationships.
QMap<QString, std::pair<QString, QString>> relationships(const QByteArray& bytes)
{
    QMap<QString, std::pair<QString, QString>> tables;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != u"Relationship") {
            continue;
        }
        const QString target = xml.attributes().value("Target"_L1).toString().mid(1);
        const QString type = xml.attributes().value("Type"_L1).toString();
        if (type.startsWith("table="_L1)) {
            tables[target].second = type.mid(6);
        } else {
            tables[target].first = type.mid(7);
        }
    }
    return tables;
}

} // namespace

const DecodedTable* DecodedPackage::table(const QString& name) const
{
    for (const DecodedTable& each : tables) {
        if (each.name == name) {
            return &each;
        }
    }
    return nullptr;
}

Result<DecodedPackage> decodePackage(const QString& path)
{
    constexpr qint64 anySize = 1LL << 40;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path);
    }
    const Result<ZipDirectory> directory = ZipDirectory::read(file);
    if (!directory) {
        return fail(directory.error());
    }
    const auto contents = [&](const QByteArray& name) -> Result<QByteArray> {
        const ZipEntry* entry = directory->find(name);
        if (entry == nullptr) {
            return fail(Error::Code::FormatInvalid, QString::fromUtf8(name), u"missing"_s);
        }
        return readSmallEntry(file, *directory, *entry, anySize);
    };
    DecodedPackage package;
    Result<QList<DecodedTable>> tables =
        contents("model.xml").and_then([](const QByteArray& xml) { return ModelReader().read(xml); });
    if (!tables) {
        return fail(tables.error());
    }
    package.tables = *tables;
    const auto owners = directory->find("_rels/.rels") != nullptr
                            ? contents("_rels/.rels").map(relationships)
                            : Result<QMap<QString, std::pair<QString, QString>>>();
    if (!owners) {
        return fail(owners.error());
    }
    // A QMap is sorted by the part's name, so a table's parts come in the order of its key.
    for (auto owner = owners->cbegin(); owner != owners->cend(); ++owner) {
        const auto table =
            std::find_if(package.tables.begin(), package.tables.end(), [&owner](const DecodedTable& each) {
                return each.schema == owner->first && each.name == owner->second;
            });
        if (table == package.tables.end()) {
            return fail(Error::Code::FormatInvalid, owner.key(), u"belongs to no table of the model"_s);
        }
        const Result<void> decoded = contents(owner.key().toUtf8()).and_then([&](const QByteArray& bytes) {
            return decodePart(*table, bytes, owner.key());
        });
        if (!decoded) {
            return fail(decoded.error());
        }
    }
    for (const DecodedTable& table : std::as_const(package.tables)) {
        package.rows += table.rows.size();
    }
    return package;
}

} // namespace longshore
