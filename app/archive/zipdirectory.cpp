#include "app/archive/zipdirectory.h"

#include <QIODevice>
#include <QtEndian>
#include <algorithm>
#include <optional>
#include <vector>

// Field layouts: PKWARE APPNOTE 6.3, sections 4.3 to 4.5.

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype endRecordSize = 22;
constexpr qsizetype locatorSize = 20;
constexpr qsizetype end64Size = 56;
constexpr qsizetype centralSize = 46;
constexpr qsizetype localSize = 30;
constexpr quint16 saturated16 = 0xFFFF;
constexpr quint32 saturated32 = 0xFFFF'FFFF;

template <class T>
T le(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.sliced(at, qsizetype{sizeof(T)}).data());
}

tl::unexpected<Error> invalid(const QString& part, const QString& why)
{
    return fail(Error::Code::FormatInvalid, part, why);
}

QString endPart()
{
    return u"end of central directory"_s;
}
QString directoryPart()
{
    return u"central directory"_s;
}

Result<QByteArray> readExactly(QIODevice& device, qint64 size, const QString& part)
{
    QByteArray bytes = device.read(size);
    if (bytes.size() != size) {
        if (!device.atEnd()) {
            return fail(Error::Code::FileAccess, part, device.errorString());
        }
        return invalid(part, u"the file ends inside it"_s);
    }
    return bytes;
}

Result<QByteArray> readAt(QIODevice& device, qint64 offset, qint64 size, const QString& part)
{
    if (offset < 0 || size < 0 || offset > device.size() - size) {
        return invalid(part, u"points outside the file"_s);
    }
    if (!device.seek(offset)) {
        return fail(Error::Code::FileAccess, part, device.errorString());
    }
    return readExactly(device, size, part);
}

/// Where the directory is and what the end records promise about it.
struct Extent
{
    qint64 endAt = 0; ///< the first end record behind the directory
    quint64 count = 0;
    quint64 size = 0;
    quint64 offset = 0;
    bool zip64 = false;
};

/// The end record is the last thing in the file but for its comment, so it is looked for backwards.
Result<Extent> findEnd(QIODevice& device)
{
    const qint64 total = device.size();
    const qint64 window = std::min<qint64>(total, endRecordSize + saturated16);
    if (window < endRecordSize) {
        return invalid(endPart(), u"the file is too short for a ZIP"_s);
    }
    const Result<QByteArray> tail = readAt(device, total - window, window, endPart());
    if (!tail) {
        return fail(tail.error());
    }
    const QByteArrayView view(*tail);
    for (qsizetype at = tail->size() - endRecordSize; at >= 0; --at) {
        if (view[at] != 'P' || !view.sliced(at).startsWith("PK\x05\x06")
            || at + endRecordSize + le<quint16>(view, at + 20) != view.size()) {
            continue;
        }
        if (le<quint16>(view, at + 4) != 0 || le<quint16>(view, at + 6) != 0
            || le<quint16>(view, at + 8) != le<quint16>(view, at + 10)) {
            return invalid(endPart(), u"the ZIP is one of several volumes"_s);
        }
        return Extent{.endAt = total - window + at,
                      .count = le<quint16>(view, at + 10),
                      .size = le<quint32>(view, at + 12),
                      .offset = le<quint32>(view, at + 16)};
    }
    return invalid(endPart(), u"not found; the file was cut off or is not a ZIP"_s);
}

/// Replaces the 32-bit promises where the Zip64 records have better ones.
Result<Extent> widen(QIODevice& device, Extent extent)
{
    const bool mustBe64 = extent.size == saturated32 || extent.offset == saturated32;
    if (!mustBe64 && extent.count != saturated16) {
        return extent;
    }
    const QString part = u"Zip64 end of central directory"_s;
    const qint64 locatorAt = extent.endAt - locatorSize;
    std::optional<QByteArray> locator;
    if (locatorAt >= 0) {
        const Result<QByteArray> bytes = readAt(device, locatorAt, locatorSize, part);
        if (!bytes) {
            return fail(bytes.error());
        }
        if (bytes->startsWith("PK\x06\x07")) {
            locator = *bytes;
        }
    }
    if (!locator) {
        // Exactly 65,535 entries need no Zip64.
        return mustBe64 ? Result<Extent>(invalid(part, u"locator missing"_s)) : Result<Extent>(extent);
    }
    const quint64 at = le<quint64>(*locator, 8);
    if (le<quint32>(*locator, 4) != 0 || le<quint32>(*locator, 16) > 1
        || at > static_cast<quint64>(std::max<qint64>(locatorAt - end64Size, 0))) {
        return invalid(part, u"locator points outside the file"_s);
    }
    const Result<QByteArray> record = readAt(device, static_cast<qint64>(at), end64Size, part);
    if (!record) {
        return fail(record.error());
    }
    if (!record->startsWith("PK\x06\x06")) {
        return invalid(part, u"signature missing"_s);
    }
    if (le<quint32>(*record, 16) != 0 || le<quint32>(*record, 20) != 0
        || le<quint64>(*record, 24) != le<quint64>(*record, 32)) {
        return invalid(part, u"the ZIP is one of several volumes"_s);
    }
    return Extent{.endAt = static_cast<qint64>(at),
                  .count = le<quint64>(*record, 32),
                  .size = le<quint64>(*record, 40),
                  .offset = le<quint64>(*record, 48),
                  .zip64 = true};
}

Result<void> checkExtent(const Extent& extent)
{
    const auto end = static_cast<quint64>(extent.endAt);
    if (extent.offset > end || extent.size > end - extent.offset) {
        return invalid(directoryPart(), u"does not lie before its end record"_s);
    }
    if (extent.count > static_cast<quint64>(ZipDirectory::maximumEntries)) {
        return invalid(directoryPart(), u"claims %1 entries"_s.arg(extent.count));
    }
    if (extent.count > extent.size / centralSize) {
        return invalid(directoryPart(), u"is too short for its number of entries"_s);
    }
    return {};
}

/// Zip64 extra field: only the values that did not fit appear, in this order.
bool applyZip64(QByteArrayView extra, ZipEntry& entry, quint64& size, quint64& compressed, quint64& offset)
{
    while (extra.size() >= 4) {
        const auto id = le<quint16>(extra, 0);
        const auto length = le<quint16>(extra, 2);
        extra = extra.sliced(4);
        if (length > extra.size()) {
            return false;
        }
        if (id == 0x0001) {
            QByteArrayView body = extra.first(length);
            entry.zip64 = true;
            for (quint64* value : {&size, &compressed, &offset}) {
                if (*value != saturated32) {
                    continue;
                }
                if (body.size() < 8) {
                    return false;
                }
                *value = le<quint64>(body, 0);
                body = body.sliced(8);
            }
            return true;
        }
        extra = extra.sliced(length);
    }
    return true;
}

Result<ZipEntry> readRecord(QIODevice& device, qint64 number, qint64& left, qint64 directoryOffset)
{
    const QString part = u"central directory, entry %1"_s.arg(number);
    if (left < centralSize) {
        return invalid(part, u"the directory ends inside it"_s);
    }
    const Result<QByteArray> head = readExactly(device, centralSize, part);
    if (!head) {
        return fail(head.error());
    }
    if (!head->startsWith("PK\x01\x02")) {
        return invalid(part, u"signature missing"_s);
    }
    const qint64 nameSize = le<quint16>(*head, 28);
    const qint64 extraSize = le<quint16>(*head, 30);
    const qint64 rest = nameSize + extraSize + le<quint16>(*head, 32);
    left -= centralSize;
    if (rest > left || nameSize == 0) {
        return invalid(part, u"has a wrong length of its name or extra field"_s);
    }
    const Result<QByteArray> tail = readExactly(device, rest, part);
    if (!tail) {
        return fail(tail.error());
    }
    left -= rest;

    ZipEntry entry{.name = tail->first(nameSize),
                   .versionMadeBy = le<quint16>(*head, 4),
                   .versionNeeded = le<quint16>(*head, 6),
                   .flags = le<quint16>(*head, 8),
                   .method = le<quint16>(*head, 10),
                   .crc32 = le<quint32>(*head, 16)};
    quint64 compressed = le<quint32>(*head, 20);
    quint64 size = le<quint32>(*head, 24);
    quint64 offset = le<quint32>(*head, 42);
    if (!applyZip64(QByteArrayView(*tail).sliced(nameSize, extraSize), entry, size, compressed, offset)) {
        return invalid(entry.path(), u"Zip64 field is too short"_s);
    }
    const auto room = static_cast<quint64>(directoryOffset);
    if (compressed > room || offset > room - compressed
        || room - compressed - offset < static_cast<quint64>(localSize + nameSize)) {
        return invalid(entry.path(), u"does not lie before the directory"_s);
    }
    if (size > static_cast<quint64>(std::numeric_limits<qint64>::max())) {
        return invalid(entry.path(), u"claims an impossible size"_s);
    }
    entry.compressedSize = static_cast<qint64>(compressed);
    entry.size = static_cast<qint64>(size);
    entry.headerOffset = static_cast<qint64>(offset);
    return entry;
}

/// Entries that share bytes are how a small file is made to inflate to an endless one.
Result<void> checkOverlap(const QList<ZipEntry>& entries)
{
    std::vector<const ZipEntry*> order;
    order.reserve(static_cast<std::size_t>(entries.size()));
    for (const ZipEntry& entry : entries) {
        order.push_back(&entry);
    }
    std::sort(order.begin(), order.end(),
              [](const ZipEntry* a, const ZipEntry* b) { return a->headerOffset < b->headerOffset; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const ZipEntry& before = *order[i - 1];
        if (before.headerOffset + localSize + before.name.size() + before.compressedSize > order[i]->headerOffset) {
            return invalid(order[i]->path(), u"overlaps %1"_s.arg(before.path()));
        }
    }
    return {};
}

} // namespace

QString ZipEntry::path() const
{
    return QString::fromUtf8(name);
}

const ZipEntry* ZipDirectory::find(const QByteArray& name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.constEnd() ? nullptr : &m_entries.at(*found);
}

Result<ZipDirectory> ZipDirectory::read(QIODevice& device)
{
    const Result<Extent> extent = findEnd(device).and_then([&device](const Extent& end) { return widen(device, end); });
    if (!extent) {
        return fail(extent.error());
    }
    if (const Result<void> checked = checkExtent(*extent); !checked) {
        return fail(checked.error());
    }
    ZipDirectory directory;
    directory.m_zip64 = extent->zip64;
    directory.m_offset = static_cast<qint64>(extent->offset);
    if (!device.seek(directory.m_offset)) {
        return fail(Error::Code::FileAccess, directoryPart(), device.errorString());
    }
    const auto count = static_cast<qint64>(extent->count);
    auto left = static_cast<qint64>(extent->size);
    directory.m_entries.reserve(count);
    directory.m_byName.reserve(count);
    for (qint64 i = 0; i < count; ++i) {
        const Result<ZipEntry> entry = readRecord(device, i + 1, left, directory.m_offset);
        if (!entry) {
            return fail(entry.error());
        }
        if (directory.m_byName.contains(entry->name)) {
            return invalid(entry->path(), u"is there twice"_s);
        }
        directory.m_byName.insert(entry->name, directory.m_entries.size());
        directory.m_entries.append(*entry);
    }
    if (left != 0) {
        return invalid(directoryPart(), u"is longer than its entries"_s);
    }
    if (const Result<void> checked = checkOverlap(directory.m_entries); !checked) {
        return fail(checked.error());
    }
    return directory;
}

Result<ZipLocalHeader> readLocalHeader(QIODevice& device, const ZipEntry& entry, qint64 limit)
{
    const Result<QByteArray> head = readAt(device, entry.headerOffset, localSize, entry.path());
    if (!head) {
        return fail(head.error());
    }
    if (!head->startsWith("PK\x03\x04")) {
        return invalid(entry.path(), u"local header missing"_s);
    }
    const qint64 nameSize = le<quint16>(*head, 26);
    const ZipLocalHeader local{.versionNeeded = le<quint16>(*head, 4),
                               .flags = le<quint16>(*head, 6),
                               .method = le<quint16>(*head, 8),
                               .dataOffset = entry.headerOffset + localSize + nameSize + le<quint16>(*head, 28)};
    if (local.dataOffset > limit - entry.compressedSize) {
        return invalid(entry.path(), u"runs into the directory"_s);
    }
    const Result<QByteArray> name = readExactly(device, nameSize, entry.path());
    if (!name) {
        return fail(name.error());
    }
    if (*name != entry.name || local.method != entry.method) {
        return invalid(entry.path(), u"local header and directory disagree"_s);
    }
    return local;
}

} // namespace longshore
