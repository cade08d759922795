#pragma once

#include <QtGlobal>
#include <algorithm>
#include <chrono>

namespace longshore {

/// Bytes a second for one transfer. libcurl's own limit moves megabytes at once and then rests for seconds.
class RateLimit final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Zero: no limit.
    explicit RateLimit(qint64 bytesPerSecond) : m_bytesPerSecond(bytesPerSecond) { }

    /// Until then nothing should move; not later than `now`: go on.
    [[nodiscard]] Clock::time_point freeAt() const { return m_freeAt; }
    void spend(Clock::time_point now, qint64 bytes)
    {
        if (m_bytesPerSecond > 0) {
            const std::chrono::duration<double> cost(static_cast<double>(bytes)
                                                     / static_cast<double>(m_bytesPerSecond));
            m_freeAt = std::max(m_freeAt, now) + std::chrono::duration_cast<Clock::duration>(cost);
        }
    }
    /// A piece that moves in about a tenth of a second.
    [[nodiscard]] qint64 piece(qint64 most) const
    {
        return m_bytesPerSecond > 0 ? std::clamp<qint64>(m_bytesPerSecond / 10, 1, most) : most;
    }

private:
    qint64 m_bytesPerSecond;
    Clock::time_point m_freeAt{};
};

} // namespace longshore
