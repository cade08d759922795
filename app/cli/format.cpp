#include "app/cli/format.h"

#include <algorithm>
#include <array>

namespace longshore::cli {

using namespace Qt::StringLiterals;

QString formatSize(qint64 bytes)
{
    if (bytes < 1000) {
        return u"%1 B"_s.arg(bytes);
    }
    constexpr std::array units{"kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    size_t unit = 0;
    value /= 1000;
    while (value >= 999.95 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return u"%1 %2"_s.arg(value, 0, 'f', 1).arg(QLatin1String(units.at(unit)));
}

QString formatDuration(std::chrono::seconds duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count());
    if (seconds < 90) {
        return u"%1 s"_s.arg(seconds);
    }
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 90) {
        return u"%1 min"_s.arg(minutes);
    }
    return u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60);
}

QString formatTime(const QDateTime& time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"-"_s;
}

QStringList formatTable(const QStringList& header, const QList<QStringList>& rows)
{
    QList<qsizetype> widths;
    for (const QString& cell : header) {
        widths.append(cell.size());
    }
    for (const QStringList& row : rows) {
        for (qsizetype column = 0; column < std::min(row.size(), widths.size()); ++column) {
            widths[column] = std::max(widths.at(column), row.at(column).size());
        }
    }
    const auto line = [&widths](const QStringList& row) {
        QString text;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool last = column + 1 == row.size();
            text += last ? row.at(column) : QString(row.at(column).leftJustified(widths.at(column)) + u"  "_s);
        }
        return text;
    };
    QStringList lines{line(header)};
    for (const QStringList& row : rows) {
        lines.append(line(row));
    }
    return lines;
}

} // namespace longshore::cli
