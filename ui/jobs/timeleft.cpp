#include "ui/jobs/timeleft.h"

#include <cmath>

namespace longshore {

namespace {

constexpr double SettleSeconds = 3; ///< before this, speed is mostly the start of the connections
constexpr double MemorySeconds = 15; ///< how far back a speed still counts
constexpr double LeanSeconds = 5; ///< in which the clock gives way to an estimate
constexpr qint64 StuckMilliseconds = 10'000; ///< without a byte nobody knows any more
constexpr double LongestSeconds = 100 * 3600;

/// The step of what is shown: 5 s in the last minute, then whole minutes, then five of them, then half hours.
double grainOf(double seconds)
{
    return seconds <= 60 ? 5 : seconds <= 20 * 60 ? 60 : seconds <= 3 * 3600 ? 300 : 1800;
}

/// In the last minute up, so that it does not end early; before that to the nearest.
std::chrono::seconds rounded(double seconds)
{
    const double grain = grainOf(seconds);
    const double steps = seconds <= 60 ? std::ceil(seconds / grain) : std::round(seconds / grain);
    return std::chrono::seconds(std::llround(std::max(1.0, steps) * grain));
}

} // namespace

void TimeLeft::add(const Progress& progress, const QDateTime& now)
{
    const double passed = m_lastAt.isValid() ? static_cast<double>(m_lastAt.msecsTo(now)) / 1000 : 0;
    if (!m_startedAt.isValid() || progress.done < m_lastDone || passed < 0) {
        *this = {};
        m_startedAt = m_lastAt = now;
        m_lastDone = progress.done;
        return;
    }
    if (passed <= 0) {
        return;
    }
    // The longer it runs the longer its past counts; a first burst is soon forgotten all the same.
    const double age = static_cast<double>(m_startedAt.msecsTo(now)) / 1000;
    const double speed = static_cast<double>(progress.done - m_lastDone) / passed;
    const double memory = std::max(passed, std::min(age, MemorySeconds));
    m_speed += (speed - m_speed) * (1 - std::exp(-passed / memory));
    if (progress.done > m_lastDone) {
        m_movedAt = now;
    }
    m_lastAt = now;
    m_lastDone = progress.done;
    const bool isStuck = !m_movedAt.isValid() || m_movedAt.msecsTo(now) > StuckMilliseconds;
    if (isStuck || !progress.total || m_speed <= 0 || age < SettleSeconds) {
        m_seconds.reset();
        m_shown.reset();
        return;
    }
    follow(static_cast<double>(*progress.total - progress.done) / m_speed, passed);
    show();
}

void TimeLeft::follow(double estimate, double passed)
{
    if (!m_seconds) {
        m_seconds = estimate;
        return;
    }
    const double clock = std::max(0.0, *m_seconds - passed);
    m_seconds = clock + (estimate - clock) * (1 - std::exp(-passed / LeanSeconds));
}

/// Down with the clock; up only when what is shown is wrong by most of a step.
void TimeLeft::show()
{
    if (*m_seconds > LongestSeconds) {
        m_shown.reset();
        return;
    }
    const std::chrono::seconds fresh = rounded(*m_seconds);
    if (m_shown && fresh > *m_shown) {
        const auto shown = static_cast<double>(m_shown->count());
        if (*m_seconds < shown + grainOf(shown) * 0.75) {
            return;
        }
    }
    m_shown = fresh;
}

} // namespace longshore
