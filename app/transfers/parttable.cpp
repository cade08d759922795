#include "app/transfers/parttable.h"

#include <algorithm>

namespace longshore {

namespace {

void planGap(std::vector<FilePart>& parts, qint64 from, qint64 to, const PartSizes& sizes)
{
    for (FilePart part : planParts(to - from, sizes)) {
        part.offset += from;
        parts.push_back(part);
    }
}

} // namespace

PartTable::PartTable(std::vector<FilePart> parts, qint64 size)
    : m_parts(std::move(parts)), m_written(std::make_unique<std::atomic<qint64>[]>(m_parts.size())), m_size(size)
{ }

std::shared_ptr<PartTable> PartTable::around(const QList<JournalPart>& there, qint64 size, const PartSizes& sizes)
{
    std::vector<FilePart> pieces;
    for (const JournalPart& part : there) {
        const qint64 length = std::min(part.written, size - part.offset);
        if (length <= 0 || part.offset < (pieces.empty() ? 0 : pieces.back().end())) {
            continue; // nothing, or rows that contradict each other
        }
        if (!pieces.empty() && pieces.back().end() == part.offset) {
            pieces.back().length += length;
        } else {
            pieces.push_back({part.offset, length});
        }
    }
    std::vector<FilePart> parts;
    std::vector<size_t> done;
    qint64 end = 0;
    for (const FilePart& piece : pieces) {
        planGap(parts, end, piece.offset, sizes);
        done.push_back(parts.size());
        parts.push_back(piece);
        end = piece.end();
    }
    planGap(parts, end, size, sizes);
    auto table = std::make_shared<PartTable>(std::move(parts), size);
    for (const size_t index : done) {
        table->add(static_cast<int>(index), table->m_parts[index].length);
    }
    return table;
}

bool PartTable::isComplete() const
{
    return m_size >= 0 && writtenBytes() == m_size;
}

qint64 PartTable::writtenBytes() const
{
    qint64 sum = 0;
    for (int index = 0; index < count(); ++index) {
        sum += written(index);
    }
    return sum;
}

qint64 PartTable::frontier(int& hint) const
{
    while (hint < count() && isWhole(hint)) {
        ++hint;
    }
    return hint < count() ? part(hint).offset + written(hint) : std::max<qint64>(m_size, 0);
}

} // namespace longshore
