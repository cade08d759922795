#pragma once

#include <QtGlobal>
#include <vector>

namespace longshore {

/// A piece of a file that one request moves.
struct FilePart
{
    qint64 offset = 0;
    qint64 length = 0;

    [[nodiscard]] qint64 end() const { return offset + length; }
    friend bool operator==(const FilePart&, const FilePart&) = default;
};

/// How large the parts of a file are. Azure takes 50,000 blocks of at most 4,000 MiB.
struct PartSizes
{
    static constexpr qint64 Mebibyte = 1024 * 1024;
    static constexpr qint64 MaxParts = 50'000;

    qint64 usual = 8 * Mebibyte;
    /// The last parts are smaller, so that the streams end together: no part is cut below this.
    qint64 smallest = Mebibyte;
};

/// Parts in the order of the file, without gaps. The usual size is doubled until there are at most 50,000 parts; near
/// the end parts get smaller. An empty file has none. The same for the same arguments, on every machine: a journal may
/// name parts by their numbers.
[[nodiscard]] std::vector<FilePart> planParts(qint64 size, const PartSizes& sizes = {});

/// `count` parts of the same size, the last of which takes the rest: as a platform divides an upload that it will
/// complete itself (CLI of Vector Pro, archive.go). An empty file in one part has an empty part.
[[nodiscard]] std::vector<FilePart> planEvenParts(qint64 size, int count);

/// The usual size after doubling.
[[nodiscard]] qint64 usualPartSize(qint64 size, qint64 wanted);

} // namespace longshore
