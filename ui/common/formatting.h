#pragma once

#include <QDateTime>
#include <QString>
#include <chrono>

namespace longshore {

/// "18.4 GB": decimal units, by the system's locale.
[[nodiscard]] QString formatSize(qint64 bytes);
/// "71.3 MB/s"
[[nodiscard]] QString formatSpeed(double bytesPerSecond);
/// "2.25 MB/s": exactly what somebody set, in the unit it is set in.
[[nodiscard]] QString formatLimit(qint64 bytesPerSecond);
/// "3 min", "1 h 20 min", "12 s"; never more than two units.
[[nodiscard]] QString formatDuration(std::chrono::seconds duration);
/// "16:29": hours and minutes by the system's locale, in the system's zone.
[[nodiscard]] QString formatClock(const QDateTime& moment);
/// A moment as clock time in the system's zone: "today 16:29", "tomorrow 06:12", "Wed 14 Jan 14:25".
[[nodiscard]] QString formatMoment(const QDateTime& moment, const QDateTime& now);

} // namespace longshore
