#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

class QIODevice;

namespace longshore {

/// One record of a ZIP's central directory, Zip64 fields already resolved. Nothing here was checked against the local
/// header or the data yet.
struct ZipEntry
{
    QByteArray name; ///< raw bytes
    quint16 versionMadeBy = 0; ///< high byte: host system
    quint16 versionNeeded = 0;
    quint16 flags = 0; ///< bit 0 encrypted, bit 3 data descriptor, bit 11 name is UTF-8
    quint16 method = 0; ///< 0 stored, 8 deflate
    quint32 crc32 = 0;
    qint64 compressedSize = 0;
    qint64 size = 0; ///< uncompressed
    qint64 headerOffset = 0; ///< of the local header
    bool zip64 = false; ///< had a Zip64 extra field

    [[nodiscard]] QString path() const; ///< for people; broken UTF-8 is replaced
};

/// What the local header in front of the data says.
struct ZipLocalHeader
{
    quint16 versionNeeded = 0;
    quint16 flags = 0;
    quint16 method = 0;
    qint64 dataOffset = 0;
};

/// The directory at the end of a ZIP, read without walking the file. Every offset, size and count is checked against
/// the device before it is used; memory is bounded by the number of entries that really are there.
class ZipDirectory final
{
public:
    /// More entries than any package has; keeps a hostile file from filling memory.
    static constexpr qint64 maximumEntries = 2'000'000;

    /// `device`: open, random access. Error: FormatInvalid (subject: the part of the ZIP), FileAccess.
    [[nodiscard]] static Result<ZipDirectory> read(QIODevice& device);

    [[nodiscard]] const QList<ZipEntry>& entries() const { return m_entries; }
    /// The entry of exactly this name, or null.
    [[nodiscard]] const ZipEntry* find(const QByteArray& name) const;
    [[nodiscard]] bool isZip64() const { return m_zip64; } ///< has a Zip64 end record
    [[nodiscard]] qint64 offset() const { return m_offset; } ///< of the central directory

private:
    QList<ZipEntry> m_entries;
    QHash<QByteArray, qsizetype> m_byName;
    bool m_zip64 = false;
    qint64 m_offset = 0;
};

/// Reads the local header of an entry and holds it against the directory: name, method, room for the data before
/// `limit` (ZipDirectory::offset()). Error: FormatInvalid (subject: the entry's name), FileAccess.
[[nodiscard]] Result<ZipLocalHeader> readLocalHeader(QIODevice& device, const ZipEntry& entry, qint64 limit);

} // namespace longshore
