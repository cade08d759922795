#pragma once

#include "ui/jobs/timeleft.h"

#include <QHash>
#include <QList>

namespace longshore {

/// The speed of the last two minutes, second by second.
class SpeedTrace final
{
public:
    static constexpr qsizetype Longest = 120;

    /// Seconds in which nobody looked get the mean of what moved in them.
    void add(const Progress& progress, const QDateTime& now);
    [[nodiscard]] const QList<double>& speeds() const { return m_speeds; } ///< bytes a second, oldest first

private:
    void fillGap(qint64 seconds, double mean);

    QList<double> m_speeds;
    int m_inLast = 0; ///< measurements in the last second
    qint64 m_lastSecond = 0;
    qint64 m_lastDone = 0;
    QDateTime m_lastAt;
};

/// How transfers went lately, shared by those who show them. It is fed by whoever looks, so that nobody pays for it
/// while nobody does.
class TransferTrends final
{
public:
    /// More than four measurements of a transfer in a second are too many to count.
    void add(const QString& id, const Progress& progress, const QDateTime& now);
    void forget(const QString& id) { m_trends.remove(id); }
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(const QString& id) const;
    [[nodiscard]] QList<double> speeds(const QString& id) const;

private:
    struct Trend
    {
        TimeLeft timeLeft;
        SpeedTrace trace;
        QDateTime at;
    };
    QHash<QString, Trend> m_trends;
};

} // namespace longshore
