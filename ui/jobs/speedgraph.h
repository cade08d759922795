#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

class QPainter;

namespace longshore {

/// Draws speeds, oldest first, as a line on a tinted ground; the newest is at the end that the reading direction has.
/// The width stands for what is known, at least half a minute; the highest value touches the top.
void paintSpeeds(QPainter& painter, const QRectF& rect, const QList<double>& speeds, const QColor& line,
                 const QColor& ground, Qt::LayoutDirection direction);

/// Fewer values are only a speck.
constexpr qsizetype FewestSpeeds = 4;

/// "Speed over the last 2 minutes: 71.0 MB/s now, between 12.0 MB/s and 80.0 MB/s"; empty without two values.
[[nodiscard]] QString speedsText(const QList<double>& speeds);

/// That graph with its scale, and the same in words for who does not see it.
class SpeedGraph final : public QWidget
{
    Q_OBJECT

public:
    explicit SpeedGraph(QWidget* parent = nullptr);

    void showSpeeds(const QList<double>& speeds);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_speeds;
};

} // namespace longshore
