#pragma once

#include <QtGlobal>
#include <algorithm>
#include <atomic>
#include <chrono>

namespace longshore {

/// A limit in bytes a second that any number of requests share, on any threads; a change counts for what runs.
/// Each byte that moves pushes the moment from which on the next may move. libcurl's own limit moves megabytes at once
/// and then rests for seconds. What was not used lately may be made up for, so that requests which look at the clock
/// only now and then reach the limit together.
class Throttle final
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds Credit{50};

    /// Zero: no limit.
    explicit Throttle(qint64 bytesPerSecond = 0) : m_bytesPerSecond(bytesPerSecond) { }

    void setLimit(qint64 bytesPerSecond)
    {
        m_bytesPerSecond = bytesPerSecond;
        m_freeAt = 0; // what was owed at the old pace is forgotten
    }
    [[nodiscard]] qint64 limit() const { return m_bytesPerSecond; }

    /// Until then nothing should move; not later than `now`: go on.
    [[nodiscard]] Clock::time_point freeAt() const { return Clock::time_point(Clock::duration(m_freeAt.load())); }
    void spend(Clock::time_point now, qint64 bytes)
    {
        const qint64 limit = m_bytesPerSecond;
        if (limit <= 0) {
            return;
        }
        const std::chrono::duration<double> seconds(static_cast<double>(bytes) / static_cast<double>(limit));
        const auto cost = std::chrono::duration_cast<Clock::duration>(seconds).count();
        Clock::rep before = m_freeAt;
        const auto earliest = (now - Credit).time_since_epoch().count();
        while (!m_freeAt.compare_exchange_weak(before, std::max(before, earliest) + cost)) { }
    }
    /// A piece that moves in about a twentieth of a second.
    [[nodiscard]] qint64 piece(qint64 most) const
    {
        const qint64 limit = m_bytesPerSecond;
        return limit > 0 ? std::clamp<qint64>(limit / 20, 1, most) : most;
    }

private:
    std::atomic<qint64> m_bytesPerSecond;
    std::atomic<Clock::rep> m_freeAt = 0;
};

} // namespace longshore
