#include "app/transfers/partplan.h"

#include <algorithm>

namespace longshore {

namespace {

/// Parts that are left when the cutting begins: about what sixteen streams hold.
constexpr qint64 TailParts = 12;
/// The cut parts may add this many to the plan: about a hundred where the usual part is the largest a block may be.
constexpr qint64 TailReserve = 128;

qint64 roundUp(qint64 bytes, qint64 unit)
{
    return (bytes + unit - 1) / unit * unit;
}

} // namespace

qint64 usualPartSize(qint64 size, qint64 wanted)
{
    qint64 usual = std::max<qint64>(wanted, 1);
    while (size / usual > PartSizes::MaxParts - TailReserve) {
        usual *= 2;
    }
    return usual;
}

std::vector<FilePart> planParts(qint64 size, const PartSizes& sizes)
{
    const qint64 usual = usualPartSize(size, sizes.usual);
    const qint64 smallest = std::min(sizes.smallest, usual);
    std::vector<FilePart> parts;
    for (qint64 offset = 0; offset < size;) {
        const qint64 left = size - offset;
        qint64 length = usual;
        if (left <= TailParts * usual && size > usual) {
            length = std::clamp(roundUp(left / TailParts, smallest), smallest, usual);
        }
        length = std::min(length, left);
        parts.push_back({offset, length});
        offset += length;
    }
    return parts;
}

std::vector<FilePart> planEvenParts(qint64 size, int count)
{
    std::vector<FilePart> parts;
    const qint64 usual = size / std::max(count, 1);
    for (int number = 0; number < count; ++number) {
        const qint64 offset = number * usual;
        parts.push_back({offset, number + 1 < count ? usual : size - offset});
    }
    return parts;
}

} // namespace longshore
