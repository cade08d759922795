#include "app/archive/dumpreader.h"

#include "app/archive/decompressor.h"
#include "app/archive/tardump.h"
#include "app/archive/zipentryreader.h"

#include <QIODevice>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 1024 * 1024;
constexpr qsizetype enoughToTell = 512; ///< one block of a tar
constexpr int mostLayers = 4; ///< a compressed dump in a compressed archive has three

tl::unexpected<Error> invalid(const QString& layer, const QString& why)
{
    return fail(Error::Code::FormatInvalid, layer, why);
}

class DeviceSource final : public ByteSource
{
public:
    DeviceSource(QIODevice& device, CancelFlag cancel) : m_device(device), m_cancel(std::move(cancel))
    {
        m_piece.resize(pieceSize);
    }
    Result<QByteArrayView> next() override
    {
        if (m_cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        const qint64 got = m_device.read(m_piece.data(), m_piece.size());
        if (got < 0) {
            return fail(Error::Code::FileAccess, u"file"_s, m_device.errorString());
        }
        return QByteArrayView(m_piece.constData(), got);
    }

private:
    QIODevice& m_device;
    CancelFlag m_cancel;
    QByteArray m_piece;
};

class ZipMember final : public ByteSource
{
public:
    ZipMember(ZipEntryReader reader, CancelFlag cancel) : m_reader(std::move(reader)), m_cancel(std::move(cancel)) { }
    Result<QByteArrayView> next() override
    {
        return m_cancel->load() ? Result<QByteArrayView>(fail(Error::Code::Cancelled)) : m_reader.next();
    }

private:
    ZipEntryReader m_reader;
    CancelFlag m_cancel;
};

/// A source of which the beginning was looked at.
class Peeked final : public ByteSource
{
public:
    explicit Peeked(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) { }
    Result<QByteArrayView> peek()
    {
        while (m_start.size() < enoughToTell) {
            const Result<QByteArrayView> piece = m_source->next();
            if (!piece) {
                return piece;
            }
            if (piece->isEmpty()) {
                break;
            }
            m_start.append(*piece);
        }
        return QByteArrayView(m_start);
    }
    Result<QByteArrayView> next() override
    {
        if (!m_given && !m_start.isEmpty()) {
            m_given = true;
            return QByteArrayView(m_start);
        }
        return m_source->next();
    }

private:
    std::unique_ptr<ByteSource> m_source;
    QByteArray m_start;
    bool m_given = false;
};

/// The one dump of a ZIP.
Result<ZipEntry> findDump(const ZipDirectory& directory)
{
    QList<ZipEntry> dumps;
    for (const ZipEntry& entry : directory.entries()) {
        if (isDumpName(entry.name)) {
            dumps.append(entry);
        }
    }
    if (dumps.isEmpty()) {
        return invalid(u"zip"_s, u"holds no SQL dump"_s);
    }
    return dumps.size() == 1 ? Result<ZipEntry>(dumps.constFirst())
                             : Result<ZipEntry>(invalid(dumps.at(1).path(), u"is a second dump in the archive"_s));
}

Result<std::unique_ptr<ByteSource>> openZip(QIODevice& device, const CancelFlag& cancel, DumpPacking& packing)
{
    const Result<ZipDirectory> directory = ZipDirectory::read(device);
    if (!directory) {
        return fail(directory.error());
    }
    const Result<ZipEntry> entry = findDump(*directory);
    if (!entry) {
        return fail(entry.error());
    }
    Result<ZipEntryReader> reader = ZipEntryReader::open(device, *directory, *entry);
    if (!reader) {
        return fail(reader.error());
    }
    packing.member = entry->path();
    return std::make_unique<ZipMember>(std::move(*reader), cancel);
}

bool isZip(QByteArrayView start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06");
}

/// Archives that nobody can read here; empty for others.
QString foreignArchive(QByteArrayView start)
{
    if (start.startsWith(QByteArrayView("7z\xBC\xAF\x27\x1C", 6))) {
        return u"7z"_s;
    }
    return start.startsWith("Rar!\x1A\x07") ? u"rar"_s : QString();
}

} // namespace

Result<std::unique_ptr<DumpReader>> DumpReader::open(QIODevice& device, const CancelFlag& cancel)
{
    std::unique_ptr<DumpReader> reader(new DumpReader);
    std::unique_ptr<ByteSource> source = std::make_unique<DeviceSource>(device, cancel);
    QStringList& layers = reader->m_packing.layers;
    for (;;) {
        auto peeked = std::make_unique<Peeked>(std::move(source));
        const Result<QByteArrayView> start = peeked->peek();
        if (!start) {
            return fail(start.error());
        }
        if (const QString foreign = foreignArchive(*start); !foreign.isEmpty()) {
            return invalid(foreign, u"archives of this kind cannot be read"_s);
        }
        const std::optional<Compression> compression = compressionOf(*start);
        const bool zip = isZip(*start);
        const bool tar = TarDump::isTar(*start);
        if (!compression && !zip && !tar) {
            reader->m_source = std::move(peeked);
            return reader;
        }
        if (layers.size() == mostLayers || (zip && !layers.isEmpty())) {
            return invalid(zip ? u"zip"_s : u"archive"_s, u"is packed inside another archive; unpack it first"_s);
        }
        layers.append(compression ? compressionName(*compression) : zip ? u"zip"_s : u"tar"_s);
        if (compression) {
            source = std::make_unique<Decompressor>(std::move(peeked), *compression, cancel);
        } else if (zip) {
            Result<std::unique_ptr<ByteSource>> member = openZip(device, cancel, reader->m_packing);
            if (!member) {
                return fail(member.error());
            }
            source = std::move(*member);
        } else {
            auto dump = std::make_unique<TarDump>(std::move(peeked));
            if (const Result<void> opened = dump->open(); !opened) {
                return fail(opened.error());
            }
            reader->m_packing.member = dump->member();
            source = std::move(dump);
        }
    }
}

} // namespace longshore
