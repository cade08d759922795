#include "app/archive/packagecheck.h"

#include "app/archive/packagexml.h"
#include "app/archive/zipentryreader.h"
#include "app/core/sha256.h"

#include <QFile>
#include <QSet>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallPart = 4LL * 1024 * 1024;
constexpr qint64 relationshipsPart = 256LL * 1024 * 1024; ///< two elements for each of tens of thousands of parts
constexpr qint64 modelPart = 2048LL * 1024 * 1024;

tl::unexpected<Error> invalid(const QString& part, const QString& why)
{
    return fail(Error::Code::FormatInvalid, part, why);
}

/// Says what a file that is no ZIP most likely is.
Result<void> checkBeginning(QFile& file)
{
    if (file.size() == 0) {
        return invalid(u"file"_s, u"is empty"_s);
    }
    const QByteArray start = file.peek(512);
    if (start.isEmpty()) {
        return fail(Error::Code::FileAccess, file.fileName(), file.errorString());
    }
    const QByteArray lower = start.trimmed().toLower();
    if (start.startsWith("version https://git-lfs")) {
        return invalid(u"file"_s, u"is a Git LFS pointer, not the package itself"_s);
    }
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
        return invalid(u"file"_s, u"is a web page (HTML)"_s);
    }
    if (lower.startsWith("<?xml") || lower.startsWith("\xEF\xBB\xBF<?xml")) {
        return invalid(u"file"_s, u"is an XML document, perhaps an error answer of the storage"_s);
    }
    if (!start.startsWith("PK\x03\x04")) {
        return invalid(u"file"_s, u"is not a ZIP"_s);
    }
    return {};
}

bool isDataPart(const QByteArray& name)
{
    return name.startsWith("Data/") && name.toLower().endsWith(".bcp");
}

/// The vendor's tables (optimizely.md): a few names that nobody else uses are enough.
std::optional<Database> recognise(const QStringList& tables)
{
    const auto has = [&tables](const QString& name) {
        return std::any_of(tables.cbegin(), tables.cend(), [&name](const QString& table) {
            return table.endsWith(u".["_s + name + u']', Qt::CaseInsensitive);
        });
    };
    const bool cms = has(u"tblContent"_s) && has(u"tblContentType"_s) && has(u"tblPropertyDefinition"_s);
    const bool commerce =
        has(u"ecfVersion"_s) || has(u"cls_Contact"_s) || has(u"OrderGroup"_s) || has(u"CatalogEntry"_s);
    if (cms == commerce) {
        return std::nullopt; // neither, or both in one database
    }
    return cms ? Database::Cms : Database::Commerce;
}

class PackageCheck final
{
public:
    PackageCheck(QFile& file, const CancelFlag& cancel) : m_file(file), m_cancel(cancel) { }

    Result<PackageFacts> run()
    {
        Result<ZipDirectory> directory = ZipDirectory::read(m_file);
        if (!directory) {
            return fail(directory.error());
        }
        m_directory = std::move(*directory);
        const Result<void> checked = checkMandatory()
                                         .and_then([this] { return checkMetadata(); })
                                         .and_then([this] { return checkModel(); })
                                         .and_then([this] { return checkRelationships(); })
                                         .and_then([this] { return checkContents(); });
        if (!checked) {
            return fail(checked.error());
        }
        return m_facts;
    }

private:
    Result<void> checkMandatory();
    Result<void> checkMetadata();
    Result<void> checkModel();
    Result<void> checkRelationships();
    Result<void> checkContents();
    Result<QByteArray> contents(const QByteArray& name, qint64 maximum);
    Result<void> stream(const ZipEntry& entry, const std::function<Result<void>(QByteArrayView)>& sink);

    QFile& m_file;
    const CancelFlag& m_cancel;
    ZipDirectory m_directory;
    PackageFacts m_facts;
    QString m_expectedChecksum;
};

Result<void> PackageCheck::checkMandatory()
{
    for (const char* name : {"model.xml", "DacMetadata.xml", "Origin.xml", "[Content_Types].xml"}) {
        if (m_directory.find(name) != nullptr) {
            continue;
        }
        for (const ZipEntry& entry : m_directory.entries()) {
            if (entry.name.toLower().endsWith(".bacpac")) {
                return invalid(entry.path(), u"this is a ZIP around a bacpac; unpack it first"_s);
            }
        }
        return invalid(QString::fromLatin1(name), u"is missing from the package"_s);
    }
    QSet<QByteArray> tables;
    for (const ZipEntry& entry : m_directory.entries()) {
        if (entry.size > std::numeric_limits<qint64>::max() - m_facts.uncompressedBytes) {
            return invalid(entry.path(), u"claims an impossible size"_s);
        }
        m_facts.uncompressedBytes += entry.size;
        if (isDataPart(entry.name)) {
            ++m_facts.parts;
            tables.insert(entry.name.left(entry.name.lastIndexOf('/')));
        }
    }
    m_facts.tables = static_cast<int>(tables.size());
    return {};
}

Result<QByteArray> PackageCheck::contents(const QByteArray& name, qint64 maximum)
{
    return readSmallEntry(m_file, m_directory, *m_directory.find(name), maximum);
}

Result<void> PackageCheck::checkMetadata()
{
    const Result<QString> name = contents("DacMetadata.xml", smallPart).and_then(readDatabaseName);
    if (!name) {
        return fail(name.error());
    }
    const Result<OriginFacts> origin = contents("Origin.xml", smallPart).and_then(readOrigin);
    if (!origin) {
        return fail(origin.error());
    }
    if (!origin->containsData) {
        return invalid(u"Origin.xml"_s, u"says that the package holds no exported data (a dacpac)"_s);
    }
    if (origin->modelChecksum.isEmpty()) {
        return invalid(u"Origin.xml"_s, u"has no checksum of model.xml"_s);
    }
    m_facts.sourceDatabase = *name;
    m_facts.exportedAt = origin->start.toUTC();
    m_facts.totalRows = origin->rows;
    m_expectedChecksum = origin->modelChecksum;
    return {};
}

Result<void> PackageCheck::stream(const ZipEntry& entry, const std::function<Result<void>(QByteArrayView)>& sink)
{
    Result<ZipEntryReader> reader = ZipEntryReader::open(m_file, m_directory, entry);
    if (!reader) {
        return fail(reader.error());
    }
    for (;;) {
        if (m_cancel->load()) {
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

Result<void> PackageCheck::checkModel()
{
    const ZipEntry& model = *m_directory.find("model.xml");
    if (model.size > modelPart) {
        return invalid(model.path(), u"is larger than %1 bytes"_s.arg(modelPart));
    }
    Sha256 hash;
    ModelTableScanner scanner;
    const Result<void> read = stream(model, [&hash, &scanner](QByteArrayView piece) {
                                  hash.add(piece);
                                  return scanner.add(piece);
                              }).and_then([&scanner] { return scanner.finish(); });
    if (!read) {
        return read;
    }
    if (QString::fromLatin1(hash.result().toHex()).compare(m_expectedChecksum, Qt::CaseInsensitive) != 0) {
        return invalid(u"model.xml"_s, u"SHA-256 differs from the checksum in Origin.xml"_s);
    }
    m_facts.database = recognise(scanner.tables());
    return {};
}

/// A part that `_rels` names and the directory lacks is data that got lost.
Result<void> PackageCheck::checkRelationships()
{
    if (m_directory.find("_rels/.rels") == nullptr) {
        return m_facts.parts == 0 ? Result<void>{} : invalid(u"_rels/.rels"_s, u"is missing from the package"_s);
    }
    const Result<QSet<QByteArray>> promised = contents("_rels/.rels", relationshipsPart).and_then(readRelationships);
    if (!promised) {
        return fail(promised.error());
    }
    for (const QByteArray& part : *promised) {
        if (m_directory.find(part) == nullptr) {
            return invalid(QString::fromUtf8(part), u"is missing from the package"_s);
        }
    }
    return {};
}

/// Size and CRC-32 of everything; the parts read above are small.
Result<void> PackageCheck::checkContents()
{
    for (const ZipEntry& entry : m_directory.entries()) {
        const Result<void> read = stream(entry, [](QByteArrayView) { return Result<void>{}; });
        if (!read) {
            return read;
        }
    }
    return {};
}

} // namespace

Result<PackageFacts> checkPackage(const QString& path, const CancelFlag& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    if (const Result<void> begins = checkBeginning(file); !begins) {
        return fail(begins.error());
    }
    return PackageCheck(file, cancel).run();
}

} // namespace longshore
