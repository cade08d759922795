#pragma once

#include <QtGlobal>
#include <chrono>
#include <deque>

namespace longshore {

/// Bytes a second over the last few seconds, from running totals.
class SpeedMeter final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    void add(Time now, qint64 total);
    /// Falls to zero when nothing was added for the length of the window.
    [[nodiscard]] double bytesPerSecond(Time now) const;

private:
    struct Sample
    {
        Time time;
        qint64 total;
    };
    std::deque<Sample> m_samples;
};

} // namespace longshore
