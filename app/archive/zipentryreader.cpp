#include "app/archive/zipentryreader.h"

#include <QIODevice>
#include <array>
#include <zlib.h>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype pieceSize = 64 * 1024;
constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;
constexpr quint16 encryptedFlag = 0x0001;
} // namespace

class ZipEntryReader::Private final
{
public:
    Private(QIODevice& source, const ZipEntry& what) : device(source), entry(what) { }
    ~Private()
    {
        if (inflating) {
            inflateEnd(&stream);
        }
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    [[nodiscard]] tl::unexpected<Error> invalid(const QString& why) const
    {
        return fail(Error::Code::FormatInvalid, entry.path(), why);
    }
    Result<qsizetype> readInput(char* into, qint64 room);
    Result<qsizetype> produce();
    Result<void> checkEnd() const;

    QIODevice& device;
    const ZipEntry entry;
    qint64 position = 0; ///< of the next compressed byte in the device
    qint64 left = 0; ///< compressed bytes not read yet
    qint64 produced = 0;
    uLong crc = 0;
    bool inflating = false;
    bool streamEnded = false;
    z_stream stream{};
    std::array<char, pieceSize> input;
    std::array<char, pieceSize> output;
};

/// Seeks before each read, because the directory's owner may read elsewhere in between.
Result<qsizetype> ZipEntryReader::Private::readInput(char* into, qint64 room)
{
    const qint64 wanted = std::min(room, left);
    if (wanted == 0) {
        return qsizetype{0};
    }
    if (device.pos() != position && !device.seek(position)) {
        return fail(Error::Code::FileAccess, entry.path(), device.errorString());
    }
    const qint64 got = device.read(into, wanted);
    if (got < 0) {
        return fail(Error::Code::FileAccess, entry.path(), device.errorString());
    }
    if (got == 0) {
        return invalid(u"the file ends inside it"_s);
    }
    position += got;
    left -= got;
    return qsizetype{got};
}

Result<qsizetype> ZipEntryReader::Private::produce()
{
    if (!inflating) {
        return readInput(output.data(), pieceSize);
    }
    stream.next_out = reinterpret_cast<Bytef*>(output.data());
    stream.avail_out = static_cast<uInt>(pieceSize);
    while (stream.avail_out > 0 && !streamEnded) {
        if (stream.avail_in == 0) {
            const Result<qsizetype> got = readInput(input.data(), pieceSize);
            if (!got) {
                return got;
            }
            stream.next_in = reinterpret_cast<Bytef*>(input.data());
            stream.avail_in = static_cast<uInt>(*got);
        }
        const int status = inflate(&stream, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            streamEnded = true;
        } else if (status == Z_BUF_ERROR && left == 0 && stream.avail_in == 0) {
            return invalid(u"its compressed data ends early"_s);
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            return invalid(u"its compressed data is damaged"_s);
        }
    }
    return pieceSize - qsizetype{stream.avail_out};
}

Result<void> ZipEntryReader::Private::checkEnd() const
{
    if (produced != entry.size) {
        return invalid(u"has %1 bytes instead of %2"_s.arg(produced).arg(entry.size));
    }
    if (left != 0 || (inflating && stream.avail_in != 0)) {
        return invalid(u"has bytes behind its compressed data"_s);
    }
    if (static_cast<quint32>(crc) != entry.crc32) {
        return invalid(u"CRC-32 differs"_s);
    }
    return {};
}

ZipEntryReader::ZipEntryReader(std::unique_ptr<Private> parts) : d(std::move(parts)) { }
ZipEntryReader::~ZipEntryReader() = default;
ZipEntryReader::ZipEntryReader(ZipEntryReader&&) noexcept = default;
ZipEntryReader& ZipEntryReader::operator=(ZipEntryReader&&) noexcept = default;

Result<ZipEntryReader> ZipEntryReader::open(QIODevice& device, const ZipDirectory& directory, const ZipEntry& entry)
{
    auto parts = std::make_unique<Private>(device, entry);
    if ((entry.flags & encryptedFlag) != 0) {
        return parts->invalid(u"is encrypted"_s);
    }
    if (entry.method != stored && entry.method != deflated) {
        return parts->invalid(u"uses compression method %1"_s.arg(entry.method));
    }
    if (entry.method == stored && entry.size != entry.compressedSize) {
        return parts->invalid(u"is stored but its two sizes differ"_s);
    }
    const Result<ZipLocalHeader> local = readLocalHeader(device, entry, directory.offset());
    if (!local) {
        return fail(local.error());
    }
    parts->position = local->dataOffset;
    parts->left = entry.compressedSize;
    parts->crc = crc32(0, nullptr, 0);
    if (entry.method == deflated) {
        if (inflateInit2(&parts->stream, -MAX_WBITS) != Z_OK) {
            return fail(Error::Code::Internal, entry.path(), u"no memory to inflate"_s);
        }
        parts->inflating = true;
    }
    return ZipEntryReader(std::move(parts));
}

Result<QByteArrayView> ZipEntryReader::next()
{
    const Result<qsizetype> got = d->produce();
    if (!got) {
        return fail(got.error());
    }
    if (*got == 0) {
        if (const Result<void> checked = d->checkEnd(); !checked) {
            return fail(checked.error());
        }
        return QByteArrayView();
    }
    d->produced += *got;
    if (d->produced > d->entry.size) {
        return d->invalid(u"is larger than its size"_s);
    }
    d->crc = crc32(d->crc, reinterpret_cast<const Bytef*>(d->output.data()), static_cast<uInt>(*got));
    return QByteArrayView(d->output.data(), *got);
}

Result<QByteArray> readSmallEntry(QIODevice& device, const ZipDirectory& directory, const ZipEntry& entry,
                                  qint64 maximum)
{
    if (entry.size > maximum) {
        return fail(Error::Code::FormatInvalid, entry.path(), u"is larger than %1 bytes"_s.arg(maximum));
    }
    Result<ZipEntryReader> reader = ZipEntryReader::open(device, directory, entry);
    if (!reader) {
        return fail(reader.error());
    }
    QByteArray contents;
    for (;;) {
        const Result<QByteArrayView> piece = reader->next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->isEmpty()) {
            return contents;
        }
        contents.append(*piece);
    }
}

} // namespace longshore
