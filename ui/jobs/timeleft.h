#pragma once

#include "app/core/progress.h"

#include <QDateTime>
#include <chrono>
#include <optional>

namespace longshore {

/// How long a transfer still takes, calmly: a burst or a short stall moves it a little, and what is shown is rounded
/// so that it does not flicker.
class TimeLeft final
{
public:
    /// A new measurement; the first few seconds give no answer.
    void add(const Progress& progress, const QDateTime& now);
    [[nodiscard]] std::optional<std::chrono::seconds> value() const;

private:
    QDateTime m_startedAt;
    QDateTime m_lastAt;
    qint64 m_lastDone = 0;
    double m_speed = 0; ///< bytes a second, smoothed
    std::optional<double> m_seconds;
};

} // namespace longshore
