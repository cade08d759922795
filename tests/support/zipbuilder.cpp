#include "tests/support/zipbuilder.h"

#include <QBuffer>
#include <QtEndian>
#include <array>
#include <zlib.h>

namespace longshore {

namespace {

constexpr quint64 limit32 = 0xFFFF'FFFF;

void put(QByteArray& out, quint64 value, int width)
{
    const quint64 little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char*>(&little), width);
}

QByteArray rawDeflate(const QByteArray& contents)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(contents.size()))), '\0');
    QByteArray input = contents;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

struct Written
{
    quint64 offset = 0;
    quint64 packed = 0;
    quint64 size = 0;
    quint32 crc = 0;
    quint16 method = 0;
};

QByteArray localHeader(const ZipBuilder::Entry& entry, const Written& about)
{
    QByteArray header("PK\x03\x04");
    put(header, 20, 2);
    put(header, entry.flags, 2);
    put(header, about.method, 2);
    put(header, 0x5C2C'0000, 4);
    put(header, about.crc, 4);
    put(header, about.packed, 4);
    put(header, about.size, 4);
    put(header, static_cast<quint64>(entry.name.size()), 2);
    put(header, 0, 2);
    return header + entry.name;
}

QByteArray centralRecord(const ZipBuilder::Entry& entry, const Written& about, bool force64)
{
    QByteArray extra;
    for (const quint64 value : {about.size, about.packed, about.offset}) {
        if (force64 || value >= limit32) {
            put(extra, value, 8);
        }
    }
    const auto narrow = [force64](quint64 value) { return force64 || value >= limit32 ? limit32 : value; };
    QByteArray record("PK\x01\x02");
    put(record, 45, 2);
    put(record, extra.isEmpty() ? 20 : 45, 2);
    put(record, entry.flags, 2);
    put(record, about.method, 2);
    put(record, 0x5C2C'0000, 4);
    put(record, about.crc, 4);
    put(record, narrow(about.packed), 4);
    put(record, narrow(about.size), 4);
    put(record, static_cast<quint64>(entry.name.size()), 2);
    put(record, static_cast<quint64>(extra.isEmpty() ? 0 : extra.size() + 4), 2);
    put(record, 0, 2 + 2 + 2); // comment, disk, attributes
    put(record, 0, 4);
    put(record, narrow(about.offset), 4);
    record += entry.name;
    if (!extra.isEmpty()) {
        put(record, 1, 2);
        put(record, static_cast<quint64>(extra.size()), 2);
        record += extra;
    }
    return record;
}

QByteArray endRecords(quint64 count, quint64 offset, quint64 size, bool force64, const QByteArray& comment)
{
    QByteArray end;
    const bool wide = force64 || count >= 0xFFFF || offset >= limit32 || size >= limit32;
    if (wide) {
        end += "PK\x06\x06";
        put(end, 44, 8);
        put(end, 45, 2);
        put(end, 45, 2);
        put(end, 0, 8);
        put(end, count, 8);
        put(end, count, 8);
        put(end, size, 8);
        put(end, offset, 8);
        end += "PK\x06\x07";
        put(end, 0, 4);
        put(end, offset + size, 8);
        put(end, 1, 4);
    }
    end += "PK\x05\x06";
    put(end, 0, 4);
    put(end, wide ? 0xFFFF : count, 2);
    put(end, wide ? 0xFFFF : count, 2);
    put(end, wide ? limit32 : size, 4);
    put(end, wide ? limit32 : offset, 4);
    put(end, static_cast<quint64>(comment.size()), 2);
    return end + comment;
}

} // namespace

bool ZipBuilder::write(QIODevice& device) const
{
    QByteArray directory;
    for (const Entry& entry : m_entries) {
        if (!device.seek(device.pos() + entry.holeBefore)) {
            return false;
        }
        const QByteArray packed = entry.deflate ? rawDeflate(entry.contents) : entry.contents;
        const uLong crc = crc32(0, reinterpret_cast<const Bytef*>(entry.contents.constData()),
                                static_cast<uInt>(entry.contents.size()));
        const quint16 method = entry.method != 0xFFFF ? entry.method : static_cast<quint16>(entry.deflate ? 8 : 0);
        const Written about{.offset = static_cast<quint64>(device.pos()),
                            .packed = static_cast<quint64>(packed.size()),
                            .size = static_cast<quint64>(entry.contents.size()),
                            .crc = static_cast<quint32>(crc),
                            .method = method};
        if (device.write(localHeader(entry, about) + packed) < 0) {
            return false;
        }
        directory += centralRecord(entry, about, m_forceZip64);
    }
    const auto offset = static_cast<quint64>(device.pos());
    const QByteArray end = endRecords(static_cast<quint64>(m_entries.size()), offset,
                                      static_cast<quint64>(directory.size()), m_forceZip64, m_comment);
    return device.write(directory + end) == directory.size() + end.size();
}

QByteArray ZipBuilder::bytes() const
{
    QBuffer buffer;
    const bool written = buffer.open(QIODevice::WriteOnly) && write(buffer);
    return written ? buffer.data() : QByteArray();
}

} // namespace longshore
