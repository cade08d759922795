#pragma once

#include "app/core/progress.h"

#include <QDateTime>
#include <chrono>
#include <optional>

namespace longshore {

/// How long a transfer still takes, calmly: it counts down like a clock and leans towards what the speed says, so that
/// a burst or a short stall moves it a little. What is shown is rounded, and stays until it is clearly wrong.
class TimeLeft final
{
public:
    /// A new measurement; the first few seconds, and a while in which nothing came, give no answer.
    void add(const Progress& progress, const QDateTime& now);
    [[nodiscard]] std::optional<std::chrono::seconds> value() const { return m_shown; }

private:
    void follow(double estimate, double passed);
    void show();

    QDateTime m_startedAt;
    QDateTime m_lastAt;
    QDateTime m_movedAt; ///< when the last bytes came
    qint64 m_lastDone = 0;
    double m_speed = 0; ///< bytes a second, smoothed
    std::optional<double> m_seconds; ///< smoothed
    std::optional<std::chrono::seconds> m_shown;
};

} // namespace longshore
