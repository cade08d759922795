#pragma once

#include <QElapsedTimer>
#include <cmath>

namespace longshore {

/// Bytes a second, smoothed over about three seconds so that a person can read it.
class SpeedMeter final
{
public:
    /// `bytes`: moved so far; may jump back when a transfer starts over.
    double update(qint64 bytes)
    {
        if (!m_timer.isValid()) {
            m_timer.start();
            m_bytes = bytes;
            return 0;
        }
        const double seconds = static_cast<double>(m_timer.nsecsElapsed()) / 1e9;
        if (seconds < 0.05) {
            return m_speed;
        }
        m_timer.restart();
        const double now = static_cast<double>(std::max<qint64>(0, bytes - m_bytes)) / seconds;
        const double weight = 1 - std::exp(-seconds / (m_speed > 0 ? 3.0 : 0.1));
        m_speed += (now - m_speed) * weight;
        m_bytes = bytes;
        return m_speed;
    }

private:
    QElapsedTimer m_timer;
    qint64 m_bytes = 0;
    double m_speed = 0;
};

} // namespace longshore
