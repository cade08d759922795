#pragma once

#include "app/transfers/partplan.h"
#include "app/transfers/transferjournal.h"

#include <atomic>
#include <memory>

namespace longshore {

/// The parts of one object, in order and without gaps, and how much of each is in the file. The parts never change;
/// the counts are safe to read while one thread at a time writes each.
class PartTable final
{
public:
    /// Of an object whose size the store has not told.
    static constexpr qint64 Unknown = -1;

    PartTable(std::vector<FilePart> parts, qint64 size);
    /// What is there already, in pieces of any length, and a plan for the gaps between them.
    [[nodiscard]] static std::shared_ptr<PartTable> around(const QList<JournalPart>& there, qint64 size,
                                                           const PartSizes& sizes);

    [[nodiscard]] int count() const { return static_cast<int>(m_parts.size()); }
    [[nodiscard]] qint64 size() const { return m_size; }
    /// The length of the only part of an object of unknown size is Unknown.
    [[nodiscard]] const FilePart& part(int index) const { return m_parts[static_cast<size_t>(index)]; }
    [[nodiscard]] qint64 written(int index) const { return at(index).load(std::memory_order_acquire); }
    void add(int index, qint64 bytes) { at(index).fetch_add(bytes, std::memory_order_release); }
    [[nodiscard]] bool isWhole(int index) const { return written(index) == part(index).length; }
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] qint64 writtenBytes() const;
    /// Bytes from the start of the object without a gap; `hint` is a part before which nothing is missing, moved on.
    [[nodiscard]] qint64 frontier(int& hint) const;

private:
    [[nodiscard]] std::atomic<qint64>& at(int index) const { return m_written[static_cast<size_t>(index)]; }

    std::vector<FilePart> m_parts;
    std::unique_ptr<std::atomic<qint64>[]> m_written;
    qint64 m_size;
};

} // namespace longshore
