#pragma once

#include "app/net/httptransport.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>

namespace longshore {

/// A sink that remembers what it was given; a test may look at it while the transfer runs.
class CollectingSink final : public BodySink
{
public:
    Result<bool> begin(int status, const HttpHeaders& headers) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_begun;
        m_status = status;
        m_headers = headers;
        if (refuseWith) {
            return fail(*refuseWith);
        }
        return takes;
    }
    Result<void> write(QByteArrayView bytes) override
    {
        const std::lock_guard lock(m_mutex);
        if (failAfter >= 0 && m_bytes.size() + bytes.size() > failAfter) {
            return fail(Error::Code::DiskFull, QStringLiteral("sink"));
        }
        m_bytes.append(bytes);
        return {};
    }
    [[nodiscard]] QByteArray bytes() const
    {
        const std::lock_guard lock(m_mutex);
        return QByteArray(m_bytes.constData(), m_bytes.size());
    }
    [[nodiscard]] int begun() const
    {
        const std::lock_guard lock(m_mutex);
        return m_begun;
    }
    [[nodiscard]] int status() const
    {
        const std::lock_guard lock(m_mutex);
        return m_status;
    }

    // set before the request starts
    bool takes = true;
    qint64 failAfter = -1; ///< DiskFull once that many bytes would be passed
    std::optional<Error> refuseWith;

private:
    mutable std::mutex m_mutex;
    QByteArray m_bytes;
    HttpHeaders m_headers;
    int m_begun = 0;
    int m_status = 0;
};

/// `size` bytes that are made as they are asked for, so that a source can be larger than memory.
class PatternSource final : public BodySource
{
public:
    explicit PatternSource(qint64 size) : m_size(size) { }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<qint64> read(char* into, qint64 capacity) override
    {
        const qint64 position = m_position;
        lastAsked = capacity;
        mostAsked = std::max<qint64>(mostAsked, capacity);
        if (failAt >= 0 && position >= failAt) {
            return fail(Error::Code::FileAccess, QStringLiteral("source"));
        }
        const qint64 end = endsAt >= 0 ? endsAt : m_size;
        const qint64 count = std::clamp<qint64>(end - position, 0, capacity);
        for (qint64 i = 0; i < count; ++i) {
            into[i] = byteAt(position + i);
        }
        m_position = position + count;
        return count;
    }
    [[nodiscard]] Result<void> rewind() override
    {
        m_position = 0;
        ++rewinds;
        return {};
    }
    [[nodiscard]] static char byteAt(qint64 position) { return static_cast<char>('a' + position % 23); }
    [[nodiscard]] static QByteArray bytes(qint64 size)
    {
        QByteArray all(size, Qt::Uninitialized);
        for (qint64 i = 0; i < size; ++i) {
            all[i] = byteAt(i);
        }
        return all;
    }
    [[nodiscard]] qint64 position() const { return m_position; }

    // set before the request starts
    qint64 failAt = -1;
    qint64 endsAt = -1; ///< shorter than it said
    std::atomic<int> rewinds = 0;
    std::atomic<qint64> lastAsked = 0; ///< at once
    std::atomic<qint64> mostAsked = 0;

private:
    const qint64 m_size;
    std::atomic<qint64> m_position = 0;
};

} // namespace longshore
