#include "app/archive/bacpacwriter.h"

#include "app/archive/bcpencoder.h"
#include "app/archive/modelwriter.h"
#include "app/archive/packageparts.h"
#include "app/core/sha256.h"

#include <KZip>
#include <QFileDevice>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bufferSize = 256 * 1024;
constexpr qint64 partSize = 4'000'000; ///< what keyed tables are cut at
constexpr qint64 partRows = 512;
constexpr qsizetype maximumEntries = 65'000; ///< KZip counts them in 16 bits

} // namespace

class BacpacWriter::Private final
{
public:
    Private(QIODevice* target, SqlModel tables, BacpacOrigin about)
        : device(target), zip(target), model(std::move(tables)), origin(std::move(about))
    { }

    [[nodiscard]] tl::unexpected<Error> broken() const
    {
        const QString why = device->errorString();
        return fail(Error::Code::FileAccess, u"package"_s, why.isEmpty() ? zip.errorString() : why);
    }
    Result<void> checkDevice() const;
    Result<void> begin(const QString& name, Packing how);
    Result<void> end();
    Result<void> writeEntry(const QString& name, const QByteArray& contents);
    Result<void> flush();
    Result<void> endPart();
    Result<void> openPart();

    QIODevice* device;
    KZip zip;
    SqlModel model;
    BacpacOrigin origin;
    QByteArray modelHash;
    QList<DataPart> parts;
    qint64 rows = 0;

    const SqlTable* table = nullptr;
    QList<SqlColumn> columns;
    Packing packing = Packing::Deflated;
    int part = 0;
    bool partOpen = false;
    qint64 rowsInPart = 0;
    qint64 bytesInPart = 0; ///< handed to the ZIP
    QByteArray buffer;
};

/// KZip does not report a failed write of the last compressed bytes of an entry.
Result<void> BacpacWriter::Private::checkDevice() const
{
    const auto* file = qobject_cast<const QFileDevice*>(device);
    if (file != nullptr && file->error() != QFileDevice::NoError) {
        return broken();
    }
    return {};
}

Result<void> BacpacWriter::Private::begin(const QString& name, Packing how)
{
    if (device->pos() + partSize > maximumSize || parts.size() >= maximumEntries) {
        return fail(Error::Code::TooLarge, u"package"_s);
    }
    zip.setCompression(how == Packing::Stored ? KZip::NoCompression : KZip::DeflateCompression);
    if (!zip.prepareWriting(name, QString(), QString(), 0, 0100644, origin.exportedAt, origin.exportedAt,
                            origin.exportedAt)) {
        return broken();
    }
    bytesInPart = 0;
    return {};
}

Result<void> BacpacWriter::Private::end()
{
    if (!zip.finishWriting(bytesInPart)) {
        return broken();
    }
    return checkDevice();
}

Result<void> BacpacWriter::Private::writeEntry(const QString& name, const QByteArray& contents)
{
    if (const Result<void> begun = begin(name, Packing::Deflated); !begun) {
        return begun;
    }
    if (!zip.writeData(contents.constData(), contents.size())) {
        return broken();
    }
    bytesInPart = contents.size();
    return end();
}

Result<void> BacpacWriter::Private::openPart()
{
    const QString path = dataPartPath(*table, part);
    if (const Result<void> begun = begin(path, packing); !begun) {
        return begun;
    }
    parts.append({.schema = table->schema, .table = table->name, .path = path});
    partOpen = true;
    return {};
}

Result<void> BacpacWriter::Private::flush()
{
    if (buffer.isEmpty()) {
        return {};
    }
    if (!partOpen) {
        if (const Result<void> opened = openPart(); !opened) {
            return opened;
        }
    }
    if (device->pos() + buffer.size() > maximumSize) {
        return fail(Error::Code::TooLarge, u"package"_s);
    }
    if (!zip.writeData(buffer.constData(), buffer.size())) {
        return broken();
    }
    bytesInPart += buffer.size();
    buffer.resize(0); // keeps its memory
    return {};
}

Result<void> BacpacWriter::Private::endPart()
{
    if (const Result<void> flushed = flush(); !flushed) {
        return flushed;
    }
    rowsInPart = 0;
    if (!partOpen) {
        return {}; // a table without rows has no part
    }
    partOpen = false;
    ++part;
    return end();
}

BacpacWriter::BacpacWriter(std::unique_ptr<Private> parts) : d(std::move(parts)) { }
BacpacWriter::~BacpacWriter() = default;

Result<std::unique_ptr<BacpacWriter>> BacpacWriter::create(QIODevice* device, SqlModel model, BacpacOrigin origin)
{
    auto parts = std::make_unique<Private>(device, std::move(model), std::move(origin));
    if (!parts->zip.open(QIODevice::WriteOnly)) {
        return parts->broken();
    }
    parts->zip.setExtraField(KZip::NoExtraField);
    const QByteArray xml = modelXml(parts->model);
    Sha256 hash;
    hash.add(xml);
    parts->modelHash = hash.result().toHex().toUpper();
    const Result<void> begun = parts->writeEntry(u"model.xml"_s, xml).and_then([&parts] {
        return parts->writeEntry(u"DacMetadata.xml"_s, dacMetadataXml(parts->origin));
    });
    if (!begun) {
        return fail(begun.error());
    }
    parts->buffer.reserve(bufferSize * 2);
    return std::unique_ptr<BacpacWriter>(new BacpacWriter(std::move(parts)));
}

Result<void> BacpacWriter::beginTable(const QString& schema, const QString& name, Packing packing)
{
    if (const Result<void> ended = d->endPart(); !ended) {
        return ended;
    }
    d->table = d->model.table(schema, name);
    if (d->table == nullptr) {
        return fail(Error::Code::NotFound, name);
    }
    d->columns = d->table->storedColumns();
    d->packing = packing;
    d->part = 0;
    return {};
}

Result<void> BacpacWriter::addRow(const QList<SqlValue>& values)
{
    if (d->table == nullptr) {
        return fail(Error::Code::BadInput, u"table"_s, u"none was begun"_s);
    }
    if (const Result<void> encoded = encodeRow(d->columns, values, d->buffer); !encoded) {
        return encoded;
    }
    ++d->rows;
    ++d->rowsInPart;
    // Tables are cut along their key, the first part one row earlier; a heap cannot be cut and is one part, however
    // large.
    const bool full =
        d->rowsInPart >= (d->part == 0 ? partRows - 1 : partRows) || d->bytesInPart + d->buffer.size() >= partSize;
    if (full && !d->table->primaryKey.isEmpty()) {
        return d->endPart();
    }
    return d->buffer.size() >= bufferSize ? d->flush() : Result<void>{};
}

Result<void> BacpacWriter::finish()
{
    if (const Result<void> ended = d->endPart(); !ended) {
        return ended;
    }
    const bool hasData = !d->parts.isEmpty();
    Result<void> written =
        d->writeEntry(u"Origin.xml"_s, originXml(d->origin, d->model, d->modelHash, d->rows, hasData));
    if (written && hasData) {
        written = d->writeEntry(u"_rels/.rels"_s, relationshipsXml(d->parts, d->origin.operation));
    }
    if (written) {
        written = d->writeEntry(u"[Content_Types].xml"_s, contentTypesXml(hasData));
    }
    if (written && !d->zip.close()) {
        written = d->broken();
    }
    return written;
}

qint64 BacpacWriter::bytesWritten() const
{
    return d->device->pos();
}

} // namespace longshore
