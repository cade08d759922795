#include "ui/jobs/speedgraph.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"
#include "ui/common/tones.h"
#include "ui/jobs/transfertrend.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr double LineWidth = 1.5;
constexpr double LinesHigh = 2.2; ///< of text
constexpr double WidestSpeed = 888.8e6;
constexpr qsizetype LeastSeconds = 30; ///< that the width stands for

/// From the baseline up, in the order of time.
QPolygonF pointsOf(const QRectF& rect, const QList<double>& speeds, Qt::LayoutDirection direction)
{
    const double highest = std::max(1.0, *std::max_element(speeds.cbegin(), speeds.cend()));
    const double step = rect.width() / static_cast<double>(std::max(speeds.size(), LeastSeconds) - 1);
    const double room = rect.height() - LineWidth;
    QPolygonF points;
    for (qsizetype i = 0; i < speeds.size(); ++i) {
        const double back = step * static_cast<double>(speeds.size() - 1 - i);
        const double x = direction == Qt::LeftToRight ? rect.right() - back : rect.left() + back;
        points << QPointF(x, rect.bottom() - LineWidth / 2 - room * std::max(0.0, speeds.at(i)) / highest);
    }
    return points;
}

} // namespace

void paintSpeeds(QPainter& painter, const QRectF& rect, const QList<double>& speeds, const QColor& line,
                 const QColor& ground, Qt::LayoutDirection direction)
{
    if (speeds.size() < 2) {
        return;
    }
    const QPolygonF points = pointsOf(rect, speeds, direction);
    QPolygonF area = points;
    area << QPointF(points.last().x(), rect.bottom()) << QPointF(points.first().x(), rect.bottom());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, LineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    painter.restore();
}

QString speedsText(const QList<double>& speeds)
{
    if (speeds.size() < 2) {
        return {};
    }
    const auto [lowest, highest] = std::minmax_element(speeds.cbegin(), speeds.cend());
    //: In place of a graph. %1 to %3 are speeds
    return SpeedGraph::tr("Speed over the last 2 minutes: %1 now, between %2 and %3")
        .arg(formatSpeed(speeds.last()), formatSpeed(*lowest), formatSpeed(*highest));
}

SpeedGraph::SpeedGraph(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Speed"));
}

void SpeedGraph::showSpeeds(const QList<double>& speeds)
{
    if (speeds == m_speeds) {
        return;
    }
    m_speeds = speeds;
    const QString words = speedsText(speeds);
    setToolTip(words);
    setAccessibleDescription(words);
    update();
}

QSize SpeedGraph::sizeHint() const
{
    return {240, qRound(fontMetrics().height() * LinesHigh)};
}

void SpeedGraph::paintEvent(QPaintEvent*)
{
    if (m_speeds.size() < 2) {
        return;
    }
    QPainter painter(this);
    //: The highest point of a graph. %1 is a speed
    const QString scale = tr("up to %1").arg(formatSpeed(*std::max_element(m_speeds.cbegin(), m_speeds.cend())));
    const int room =
        fontMetrics().horizontalAdvance(tr("up to %1").arg(formatSpeed(WidestSpeed))) + 8; // stays in place
    const QRect plot = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(room, 0, 0, 0));
    painter.setPen(lineColour(palette()));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    paintSpeeds(painter, QRectF(plot).adjusted(1, 1, -1, -1), m_speeds, toneColor(Tone::Active, palette()),
                toneTint(Tone::Active, palette()), layoutDirection());
    painter.setPen(toneColor(Tone::Muted, palette()));
    const Qt::Alignment place = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignTop);
    painter.drawText(rect(), static_cast<int>(place), scale);
}

} // namespace longshore
