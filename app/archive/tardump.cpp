#include "app/archive/tardump.h"

#include <QList>
#include <algorithm>

// Fields: POSIX.1-2017, pax, "ustar Interchange Format"; base-256 sizes and type 'L' as GNU tar writes them.

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 512;
constexpr qint64 longestName = 64 * 1024;
constexpr qint64 longestExtension = 1024 * 1024;

qint64 paddingOf(qint64 size)
{
    return (blockSize - size % blockSize) % blockSize;
}

QByteArray field(const QByteArray& block, qsizetype at, qsizetype size)
{
    const QByteArray bytes = block.mid(at, size);
    const qsizetype end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.first(end);
}

/// Octal digits, or base 256 for what they cannot hold; -1: neither.
qint64 number(const QByteArray& block, qsizetype at, qsizetype size)
{
    if ((static_cast<uchar>(block.at(at)) & 0x80) != 0) {
        quint64 value = 0;
        for (qsizetype i = 1; i < size; ++i) {
            value = (value >> 55) != 0 ? ~0ULL : (value << 8) | static_cast<uchar>(block.at(at + i));
        }
        return value > static_cast<quint64>(std::numeric_limits<qint64>::max()) ? -1 : static_cast<qint64>(value);
    }
    const QByteArray digits = field(block, at, size).trimmed();
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok, 8);
    return digits.isEmpty() ? 0 : ok && value >= 0 ? value : -1;
}

bool checksumIsRight(const QByteArray& block)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < block.size(); ++i) {
        sum += i >= 148 && i < 156 ? ' ' : static_cast<uchar>(block.at(i));
    }
    return sum == number(block, 148, 8);
}

/// The value of a key in a pax header: lines of "length key=value\n".
QByteArray paxValue(const QByteArray& records, const QByteArray& key)
{
    QByteArray found;
    for (qsizetype at = 0; at < records.size();) {
        const qsizetype blank = records.indexOf(' ', at);
        bool ok = false;
        const qsizetype length = blank < 0 ? 0 : records.mid(at, blank - at).toInt(&ok);
        if (!ok || length <= blank - at || at + length > records.size()) {
            return found;
        }
        const QByteArray record = records.mid(blank + 1, at + length - blank - 2);
        if (record.startsWith(key) && record.mid(key.size(), 1) == "=") {
            found = record.mid(key.size() + 1);
        }
        at += length;
    }
    return found;
}

bool isSomethingElse(const QByteArray& path)
{
    const QByteArray lower = '/' + path.toLower();
    return lower.contains("/._") || lower.contains("/__macosx/") || lower.contains("/wp-content/");
}

tl::unexpected<Error> invalid(const QByteArray& member, const QString& why)
{
    return fail(Error::Code::FormatInvalid, member.isEmpty() ? u"tar"_s : QString::fromUtf8(member), why);
}

bool beginsLikeADump(QByteArrayView start)
{
    return start.startsWith("-- MySQL dump") || start.startsWith("-- MariaDB dump") || start.startsWith("/*!999999")
           || start.startsWith("/*M!999999");
}

} // namespace

bool isDumpName(const QByteArray& path)
{
    const QByteArray name = path.toLower();
    return !isSomethingElse(path)
           && (name.endsWith(".sql") || name.endsWith(".sql.gz") || name.endsWith(".sql.bz2")
               || name.endsWith(".sql.xz") || name.endsWith(".sql.zst"));
}

bool TarDump::isTar(QByteArrayView start)
{
    return start.size() >= blockSize && start.sliced(257).startsWith("ustar")
           && checksumIsRight(start.first(blockSize).toByteArray());
}

/// What comes next, at most so much of it; empty at the end.
Result<QByteArrayView> TarDump::piece(qint64 maximum)
{
    if (m_view.isEmpty()) {
        const Result<QByteArrayView> more = m_source->next();
        if (!more) {
            return fail(more.error());
        }
        m_view = *more;
    }
    const QByteArrayView part = m_view.first(std::min<qint64>(maximum, m_view.size()));
    m_view = m_view.sliced(part.size());
    return part;
}

Result<QByteArray> TarDump::readExactly(qint64 size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        const Result<QByteArrayView> part = piece(size - bytes.size());
        if (!part) {
            return fail(part.error());
        }
        if (part->isEmpty()) {
            return invalid(m_member, u"the archive ends inside it"_s);
        }
        bytes.append(*part);
    }
    return bytes;
}

Result<void> TarDump::skip(qint64 size)
{
    while (size > 0) {
        const Result<QByteArrayView> part = piece(size);
        if (!part) {
            return fail(part.error());
        }
        if (part->isEmpty()) {
            return invalid(m_member, u"the archive ends inside it"_s);
        }
        size -= part->size();
    }
    return {};
}

Result<TarDump::Header> TarDump::readHeader()
{
    const Result<QByteArrayView> start = piece(blockSize);
    if (!start) {
        return fail(start.error());
    }
    if (start->isEmpty()) {
        return Header{.isEnd = true}; // without the two empty blocks; all members are whole
    }
    QByteArray block = start->toByteArray();
    const Result<QByteArray> rest = readExactly(blockSize - block.size());
    if (!rest) {
        return fail(rest.error());
    }
    block += *rest;
    if (block.count('\0') == blockSize) {
        return Header{.isEnd = true};
    }
    if (!checksumIsRight(block)) {
        return invalid({}, u"a header is damaged"_s);
    }
    Header header{.name = field(block, 0, 100), .size = number(block, 124, 12), .type = block.at(156)};
    const QByteArray prefix = block.mid(257, 6) == QByteArray("ustar\0", 6) ? field(block, 345, 155) : QByteArray();
    if (!prefix.isEmpty()) {
        header.name = prefix + '/' + header.name;
    }
    const bool possible = header.size >= 0 && header.size <= std::numeric_limits<qint64>::max() - blockSize;
    return possible ? Result<Header>(header) : Result<Header>(invalid(header.name, u"claims an impossible size"_s));
}

/// A member with the name and size that the records before it may give it.
Result<TarDump::Header> TarDump::readMember()
{
    QByteArray name;
    QByteArray size;
    for (;;) {
        Result<Header> header = readHeader();
        if (!header || header->isEnd) {
            return header;
        }
        const bool longName = header->type == 'L';
        if (!longName && header->type != 'x') {
            bool ok = false;
            const qint64 wide = size.toLongLong(&ok);
            header->name = name.isEmpty() ? header->name : name;
            header->size = ok && wide >= 0 && wide < (1LL << 62) ? wide : header->size;
            return header;
        }
        if (header->size > (longName ? longestName : longestExtension)) {
            return invalid(header->name, u"claims an impossible size"_s);
        }
        const Result<QByteArray> text = readExactly(header->size);
        if (!text) {
            return fail(text.error());
        }
        if (const Result<void> skipped = skip(paddingOf(header->size)); !skipped) {
            return fail(skipped.error());
        }
        if (longName) {
            name = field(*text, 0, text->size());
        } else if (const QByteArray path = paxValue(*text, "path"); !path.isEmpty()) {
            name = path;
        }
        size = longName ? size : paxValue(*text, "size");
    }
}

/// Goes to the next dump and has read its first block; false at the end of the archive.
Result<bool> TarDump::findDump()
{
    for (;;) {
        const Result<Header> header = readMember();
        if (!header) {
            return fail(header.error());
        }
        if (header->isEnd) {
            return false;
        }
        const bool isFile = header->type == '0' || header->type == '\0' || header->type == '7';
        const Result<QByteArray> first = readExactly(std::min(blockSize, header->size));
        if (!first) {
            return fail(first.error());
        }
        const qint64 left = header->size - first->size();
        if (isFile && (isDumpName(header->name) || (!isSomethingElse(header->name) && beginsLikeADump(*first)))) {
            m_first = *first;
            m_member = header->name;
            m_left = left;
            m_padding = paddingOf(header->size);
            return true;
        }
        if (const Result<void> skipped = skip(left + paddingOf(header->size)); !skipped) {
            return fail(skipped.error());
        }
    }
}

Result<void> TarDump::open()
{
    const Result<bool> found = findDump();
    if (!found) {
        return fail(found.error());
    }
    return *found ? Result<void>{} : Result<void>(invalid({}, u"holds no SQL dump"_s));
}

Result<QByteArrayView> TarDump::next()
{
    if (!m_firstGiven && !m_first.isEmpty()) {
        m_firstGiven = true;
        return QByteArrayView(m_first);
    }
    if (m_left > 0) {
        const Result<QByteArrayView> part = piece(m_left);
        if (part && part->isEmpty()) {
            return invalid(m_member, u"the archive ends inside it"_s);
        }
        m_left -= part ? part->size() : 0;
        return part;
    }
    if (!m_ended) {
        m_ended = true;
        if (const Result<void> rest = checkRest(); !rest) {
            return fail(rest.error());
        }
    }
    return QByteArrayView();
}

/// Behind the dump: no other one, and the archive is whole.
Result<void> TarDump::checkRest()
{
    const QByteArray member = m_member;
    if (const Result<void> skipped = skip(m_padding); !skipped) {
        return skipped;
    }
    const Result<bool> another = findDump();
    if (!another) {
        return fail(another.error());
    }
    if (*another) {
        return invalid(std::exchange(m_member, member), u"is a second dump in the archive"_s);
    }
    for (;;) {
        const Result<QByteArrayView> rest = piece(blockSize);
        if (!rest || rest->isEmpty()) {
            return rest.map([](QByteArrayView) {});
        }
    }
}

} // namespace longshore
