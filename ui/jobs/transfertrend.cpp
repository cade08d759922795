#include "ui/jobs/transfertrend.h"

#include <algorithm>

namespace longshore {

namespace {
constexpr qint64 LeastMilliseconds = 200;
} // namespace

void SpeedTrace::add(const Progress& progress, const QDateTime& now)
{
    const qint64 second = now.toSecsSinceEpoch();
    if (!m_speeds.isEmpty() && second == m_lastSecond) {
        ++m_inLast;
        m_speeds.last() += (progress.bytesPerSecond - m_speeds.last()) / m_inLast;
    } else {
        if (second < m_lastSecond) {
            m_speeds.clear(); // the clock was set back
        }
        if (!m_speeds.isEmpty() && second > m_lastSecond + 1) {
            const double passed = static_cast<double>(m_lastAt.msecsTo(now)) / 1000;
            const auto moved = static_cast<double>(std::max<qint64>(0, progress.done - m_lastDone));
            fillGap(second - m_lastSecond - 1, moved / passed);
        }
        m_speeds.append(progress.bytesPerSecond);
        m_inLast = 1;
    }
    if (m_speeds.size() > Longest) {
        m_speeds.remove(0, m_speeds.size() - Longest);
    }
    m_lastSecond = second;
    m_lastDone = progress.done;
    m_lastAt = now;
}

void SpeedTrace::fillGap(qint64 seconds, double mean)
{
    m_speeds.append(QList<double>(std::min<qint64>(seconds, Longest), mean));
}

void TransferTrends::add(const QString& id, const Progress& progress, const QDateTime& now)
{
    Trend& trend = m_trends[id];
    if (trend.at.isValid() && std::abs(trend.at.msecsTo(now)) < LeastMilliseconds) {
        return;
    }
    trend.at = now;
    trend.timeLeft.add(progress, now);
    trend.trace.add(progress, now);
}

std::optional<std::chrono::seconds> TransferTrends::timeLeft(const QString& id) const
{
    const auto found = m_trends.constFind(id);
    return found == m_trends.constEnd() ? std::nullopt : found->timeLeft.value();
}

QList<double> TransferTrends::speeds(const QString& id) const
{
    const auto found = m_trends.constFind(id);
    return found == m_trends.constEnd() ? QList<double>() : found->trace.speeds();
}

} // namespace longshore
