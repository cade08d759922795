#include "ui/jobs/timeleft.h"

#include <cmath>

namespace longshore {

namespace {

constexpr double settleSeconds = 2; ///< before this, speed is mostly the start of the connection
constexpr double memorySeconds = 12; ///< how far back a speed still counts

} // namespace

void TimeLeft::add(const Progress& progress, const QDateTime& now)
{
    if (!m_startedAt.isValid() || progress.done < m_lastDone) {
        *this = {};
        m_startedAt = m_lastAt = now;
        m_lastDone = progress.done;
        return;
    }
    const double passed = static_cast<double>(m_lastAt.msecsTo(now)) / 1000;
    if (passed <= 0) {
        return;
    }
    const double speed = static_cast<double>(progress.done - m_lastDone) / passed;
    const double weight = m_speed > 0 ? 1 - std::exp(-passed / memorySeconds) : 1;
    m_speed += (speed - m_speed) * weight;
    m_lastAt = now;
    m_lastDone = progress.done;

    const double age = static_cast<double>(m_startedAt.msecsTo(now)) / 1000;
    if (!progress.total || m_speed <= 0 || age < settleSeconds) {
        m_seconds.reset();
        return;
    }
    m_seconds = static_cast<double>(*progress.total - progress.done) / m_speed;
}

std::optional<std::chrono::seconds> TimeLeft::value() const
{
    if (!m_seconds || *m_seconds > 100 * 3600) {
        return std::nullopt;
    }
    // Rounded up to a grain that fits: 5 s in the last minute, then whole minutes, then five of them.
    const double grain = *m_seconds < 60 ? 5 : *m_seconds < 20 * 60 ? 60 : 300;
    return std::chrono::seconds(static_cast<qint64>(std::ceil(*m_seconds / grain) * grain));
}

} // namespace longshore
