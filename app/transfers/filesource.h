#pragma once

#include "app/net/httptransport.h"
#include "app/transfers/partplan.h"
#include "app/transfers/sourcefile.h"

#include <atomic>

namespace longshore {

/// A piece of a file as the body of a request: each byte goes from the page cache straight to where it is sent from.
class FileSource final : public BodySource
{
public:
    /// `all` also counts what is given, over all requests of a transfer.
    FileSource(std::shared_ptr<SourceFile> file, FilePart piece, std::shared_ptr<std::atomic<qint64>> all)
        : m_file(std::move(file)), m_piece(piece), m_all(std::move(all))
    { }

    [[nodiscard]] qint64 size() const override { return m_piece.length; }
    [[nodiscard]] Result<qint64> read(char* into, qint64 capacity) override
    {
        const qint64 length = std::min(capacity, m_piece.length - m_given);
        if (const Result<void> read = m_file->read(m_piece.offset + m_given, into, length); !read) {
            return fail(read.error());
        }
        m_given += length;
        m_all->fetch_add(length, std::memory_order_relaxed);
        return length;
    }
    [[nodiscard]] Result<void> rewind() override
    {
        m_given = 0;
        return {};
    }
    [[nodiscard]] qint64 given() const { return m_given; } ///< since the last rewind()

private:
    const std::shared_ptr<SourceFile> m_file;
    const FilePart m_piece;
    const std::shared_ptr<std::atomic<qint64>> m_all;
    std::atomic<qint64> m_given = 0;
};

} // namespace longshore
