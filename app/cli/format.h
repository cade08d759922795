#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <chrono>

namespace longshore::cli {

[[nodiscard]] QString formatSize(qint64 bytes); ///< "210.3 MB", decimal
[[nodiscard]] QString formatDuration(std::chrono::seconds duration); ///< "45 s", "6 min", "2 h 10 min"
[[nodiscard]] QString formatTime(const QDateTime& time); ///< local, "2026-01-12 14:05"; "-" when invalid
/// Columns as wide as their widest cell, two blanks between; the last one is not padded.
[[nodiscard]] QStringList formatTable(const QStringList& header, const QList<QStringList>& rows);

} // namespace longshore::cli
