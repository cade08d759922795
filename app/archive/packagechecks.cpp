#include "app/archive/packagechecks.h"

#include "app/archive/otherformat.h"
#include "app/archive/packagexml.h"
#include "app/archive/zipentryreader.h"
#include "app/core/sha256.h"

#include <QIODevice>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

constexpr qint64 smallPart = 4LL * 1024 * 1024;
constexpr qint64 relationshipsPart = 256LL * 1024 * 1024; ///< two elements for each of tens of thousands of parts
constexpr qint64 modelPart = 2048LL * 1024 * 1024;
constexpr qsizetype enoughFindings = 100; ///< a file that is wrong at so many places is not told about any further

/// What a file that is no ZIP most likely is; empty when it begins like one.
QString whatItIs(const QByteArray& start)
{
    if (const QString other = otherFormat(start); !other.isEmpty()) {
        return other;
    }
    return start.startsWith("PK\x03\x04") ? QString() : u"is not a ZIP"_s;
}

bool isDataPart(const QByteArray& name)
{
    return name.startsWith("Data/") && name.toLower().endsWith(".bcp");
}

bool hasTable(const QStringList& tables, const QString& name)
{
    return std::any_of(tables.cbegin(), tables.cend(), [&name](const QString& table) {
        return table.endsWith(u".["_s + name + u']', Qt::CaseInsensitive);
    });
}

} // namespace

PackageChecks::PackageChecks(QIODevice& device, const InspectionWatch& watch, Until until)
    : m_device(device), m_watch(watch), m_until(until)
{ }

Result<void> PackageChecks::run()
{
    if (!openDirectory()) {
        return {};
    }
    m_isZip = true;
    const auto steps = {&PackageChecks::checkMandatory,     &PackageChecks::checkMetadata,
                        &PackageChecks::checkOrigin,        &PackageChecks::checkModel,
                        &PackageChecks::checkRelationships, &PackageChecks::checkContents};
    for (const auto step : steps) {
        if (!isOver()) {
            (this->*step)();
        }
        if (m_watch.cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
    }
    return {};
}

void PackageChecks::add(Severity severity, Kind kind, const QString& place, const QString& detail)
{
    m_broken = m_broken || severity == Severity::Error;
    m_findings.append({severity, kind, place, detail});
    m_watch.found(m_findings.constLast());
}

/// A FileAccess error is the disk's fault, whatever the check was about.
void PackageChecks::addError(Kind kind, const Error& error)
{
    if (error.code != Error::Code::Cancelled) {
        add(Severity::Error, error.code == Error::Code::FileAccess ? Kind::FileUnreadable : kind, error.subject,
            error.detail);
    }
}

bool PackageChecks::isOver() const
{
    const auto unreadable = [](const Finding& finding) { return finding.kind == Kind::FileUnreadable; };
    return m_watch.cancel->load() || (m_broken && m_until == Until::FirstError) || m_findings.size() >= enoughFindings
           || std::any_of(m_findings.cbegin(), m_findings.cend(), unreadable);
}

bool PackageChecks::openDirectory()
{
    const QByteArray start = m_device.peek(512);
    if (start.isEmpty() && m_device.size() > 0) {
        add(Severity::Error, Kind::FileUnreadable, u"file"_s, m_device.errorString());
        return false;
    }
    if (const QString other = whatItIs(start); !other.isEmpty()) {
        add(Severity::Error, Kind::WrongFormat, u"file"_s, other);
        return false;
    }
    Result<ZipDirectory> directory = ZipDirectory::read(m_device);
    if (!directory) {
        addError(Kind::ZipDamaged, directory.error());
        return false;
    }
    m_directory = std::move(*directory);
    return true;
}

void PackageChecks::checkMandatory()
{
    const QList<ZipEntry>& entries = m_directory.entries();
    const auto inner = std::find_if(entries.cbegin(), entries.cend(),
                                    [](const ZipEntry& entry) { return entry.name.toLower().endsWith(".bacpac"); });
    for (const char* name : {"model.xml", "DacMetadata.xml", "Origin.xml", "[Content_Types].xml"}) {
        if (m_directory.find(name) != nullptr) {
            continue;
        }
        if (inner != entries.cend()) {
            add(Severity::Error, Kind::WrongFormat, inner->path(), u"this is a ZIP around a bacpac; unpack it first"_s);
            return;
        }
        add(Severity::Error, Kind::PartMissing, QString::fromLatin1(name), u"is missing from the package"_s);
        if (isOver()) {
            return;
        }
    }
    countParts();
}

void PackageChecks::countParts()
{
    QSet<QByteArray> tables;
    for (const ZipEntry& entry : m_directory.entries()) {
        if (entry.size > std::numeric_limits<qint64>::max() - m_facts.uncompressedBytes) {
            add(Severity::Error, Kind::ZipDamaged, entry.path(), u"claims an impossible size"_s);
            return;
        }
        m_facts.uncompressedBytes += entry.size;
        if (isDataPart(entry.name)) {
            ++m_facts.parts;
            tables.insert(entry.name.left(entry.name.lastIndexOf('/')));
        }
    }
    m_facts.tables = static_cast<int>(tables.size());
}

/// Nothing when the part is not there, which was said, or is damaged, which is said now.
std::optional<QByteArray> PackageChecks::contents(const QByteArray& name, qint64 maximum)
{
    const ZipEntry* entry = m_directory.find(name);
    if (entry == nullptr) {
        return std::nullopt;
    }
    m_read.insert(name);
    const Result<QByteArray> bytes = readSmallEntry(m_device, m_directory, *entry, maximum);
    if (!bytes) {
        addError(Kind::ZipDamaged, bytes.error());
        return std::nullopt;
    }
    return *bytes;
}

void PackageChecks::checkMetadata()
{
    const std::optional<QByteArray> xml = contents("DacMetadata.xml", smallPart);
    if (!xml) {
        return;
    }
    const Result<QString> name = readDatabaseName(*xml);
    if (!name) {
        addError(Kind::PartDamaged, name.error());
        return;
    }
    m_facts.sourceDatabase = *name;
    add(Severity::Note, Kind::SourceDatabase, {}, *name);
}

void PackageChecks::checkOrigin()
{
    const QString part = u"Origin.xml"_s;
    const std::optional<QByteArray> xml = contents(part.toLatin1(), smallPart);
    if (!xml) {
        return;
    }
    const Result<OriginFacts> origin = readOrigin(*xml);
    if (!origin) {
        addError(Kind::PartDamaged, origin.error());
        return;
    }
    m_facts.exportedAt = origin->start.toUTC();
    m_facts.totalRows = origin->rows;
    m_modelChecksum = origin->modelChecksum;
    if (m_facts.exportedAt.isValid()) {
        add(Severity::Note, Kind::ExportedAt, {}, m_facts.exportedAt.toString(Qt::ISODate));
    }
    if (!origin->containsData) {
        add(Severity::Error, Kind::SchemaOnly, part, u"says that the package holds no exported data (a dacpac)"_s);
    } else if (m_facts.parts == 0 || origin->rows == 0) {
        add(Severity::Warning, Kind::NoData, {});
    } else if (origin->rows >= 0) {
        add(Severity::Note, Kind::RowCount, QString::number(m_facts.tables), QString::number(origin->rows));
    }
    if (m_modelChecksum.isEmpty()) {
        add(Severity::Error, Kind::ModelChecksumAbsent, part, u"has no checksum of model.xml"_s);
    }
}

Result<void> PackageChecks::stream(const ZipEntry& entry, const Sink& sink)
{
    m_read.insert(entry.name);
    Result<ZipEntryReader> reader = ZipEntryReader::open(m_device, m_directory, entry);
    if (!reader) {
        return fail(reader.error());
    }
    for (;;) {
        if (m_watch.cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        const Result<QByteArrayView> piece = reader->next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->isEmpty()) {
            return {};
        }
        if (const Result<void> taken = sink(*piece); !taken) {
            return taken;
        }
    }
}

void PackageChecks::checkModel()
{
    const ZipEntry* model = m_directory.find("model.xml");
    if (model == nullptr) {
        return;
    }
    const QString part = model->path();
    if (model->size > modelPart) {
        m_read.insert(model->name);
        add(Severity::Error, Kind::ZipDamaged, part, u"is larger than %1 bytes"_s.arg(modelPart));
        return;
    }
    Sha256 hash;
    ModelTableScanner scanner;
    Result<void> understood; // the rest of the part is read all the same, for its CRC
    const Result<void> read = stream(*model, [&](QByteArrayView piece) -> Result<void> {
        hash.add(piece);
        if (understood) {
            understood = scanner.add(piece);
        }
        return m_until == Until::FirstError ? understood : Result<void>{};
    });
    if (!read && (understood || m_until == Until::TheEnd)) {
        addError(Kind::ZipDamaged, read.error());
        return;
    }
    if (understood) {
        understood = scanner.finish();
    }
    if (!understood) {
        addError(Kind::PartDamaged, understood.error());
        return;
    }
    const bool right = QString::fromLatin1(hash.result().toHex()).compare(m_modelChecksum, Qt::CaseInsensitive) == 0;
    if (right) {
        add(Severity::Good, Kind::ModelChecksumRight, part);
    } else if (!m_modelChecksum.isEmpty()) {
        add(Severity::Error, Kind::ModelChecksumWrong, part, u"SHA-256 differs from the checksum in Origin.xml"_s);
    }
    recognise(scanner.tables());
}

/// The vendor's tables (optimizely.md): a few names that nobody else uses are enough.
void PackageChecks::recognise(const QStringList& tables)
{
    const bool cms = hasTable(tables, u"tblContent"_s) && hasTable(tables, u"tblContentType"_s)
                     && hasTable(tables, u"tblPropertyDefinition"_s);
    const bool commerce = hasTable(tables, u"ecfVersion"_s) || hasTable(tables, u"cls_Contact"_s)
                          || hasTable(tables, u"OrderGroup"_s) || hasTable(tables, u"CatalogEntry"_s);
    if (cms && commerce) {
        add(Severity::Warning, Kind::DatabaseMixed, {});
    } else if (!cms && !commerce) {
        add(Severity::Warning, Kind::DatabaseUnknown, {});
    } else {
        m_facts.database = cms ? Database::Cms : Database::Commerce;
        add(Severity::Good, Kind::DatabaseRecognised, {}, databaseApiName(*m_facts.database));
    }
}

/// A part that `_rels` names and the directory lacks is data that got lost.
void PackageChecks::checkRelationships()
{
    const QString part = u"_rels/.rels"_s;
    if (m_directory.find(part.toLatin1()) == nullptr) {
        if (m_facts.parts > 0) {
            add(Severity::Error, Kind::PartMissing, part, u"is missing from the package"_s);
        }
        return;
    }
    const std::optional<QByteArray> xml = contents(part.toLatin1(), relationshipsPart);
    if (!xml) {
        return;
    }
    const Result<QSet<QByteArray>> promised = readRelationships(*xml);
    if (!promised) {
        addError(Kind::PartDamaged, promised.error());
        return;
    }
    QByteArrayList sorted = promised->values();
    std::sort(sorted.begin(), sorted.end());
    for (const QByteArray& name : std::as_const(sorted)) {
        if (m_directory.find(name) == nullptr && !isOver()) {
            add(Severity::Error, Kind::PartMissing, QString::fromUtf8(name), u"is missing from the package"_s);
        }
    }
}

/// Size and CRC-32 of everything that was not read above, in the order of the file.
void PackageChecks::checkContents()
{
    QList<const ZipEntry*> order;
    order.reserve(m_directory.entries().size());
    for (const ZipEntry& entry : m_directory.entries()) {
        if (!m_read.contains(entry.name)) {
            order.append(&entry);
        }
    }
    std::sort(order.begin(), order.end(),
              [](const ZipEntry* a, const ZipEntry* b) { return a->headerOffset < b->headerOffset; });
    for (const ZipEntry* entry : std::as_const(order)) {
        if (isOver()) {
            return;
        }
        if (const Result<void> read = stream(*entry, [](QByteArrayView) { return Result<void>{}; }); !read) {
            addError(Kind::ZipDamaged, read.error());
        }
    }
    const auto damaged = [](const Finding& finding) { return finding.kind == Kind::ZipDamaged; };
    if (!isOver() && std::none_of(m_findings.cbegin(), m_findings.cend(), damaged)) {
        add(Severity::Good, Kind::ZipComplete, {}, QString::number(m_directory.entries().size()));
    }
}

} // namespace longshore
