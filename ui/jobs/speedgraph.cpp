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
constexpr int LinesHigh = 3; ///< of text

/// From the baseline up, in the order of time.
QPolygonF pointsOf(const QRectF& rect, const QList<double>& speeds, Qt::LayoutDirection direction)
{
    const double highest = std::max(1.0, *std::max_element(speeds.cbegin(), speeds.cend()));
    const double step = rect.width() / static_cast<double>(SpeedTrace::Longest - 1);
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
    return {240, fontMetrics().height() * LinesHigh};
}

void SpeedGraph::paintEvent(QPaintEvent*)
{
    if (m_speeds.size() < 2) {
        return;
    }
    QPainter painter(this);
    const QRectF whole = rect();
    painter.setPen(lineColour(palette()));
    painter.drawLine(QPointF(whole.left(), whole.bottom() - 0.5), QPointF(whole.right(), whole.bottom() - 0.5));
    const QColor line = toneColor(Tone::Active, palette());
    const int text = fontMetrics().height();
    paintSpeeds(painter, whole.adjusted(1, text * 0.9, -1, -1), m_speeds, line, toneTint(Tone::Active, palette()),
                layoutDirection());
    painter.setPen(toneColor(Tone::Muted, palette()));
    //: The highest point of a graph. %1 is a speed
    const QString scale = tr("up to %1").arg(formatSpeed(*std::max_element(m_speeds.cbegin(), m_speeds.cend())));
    painter.drawText(
        whole, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignTop)), scale);
}

} // namespace longshore
