#include "ui/imports/dropoverlay.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/tones.h"

#include <QEvent>
#include <QPainter>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr int Margin = 18;
constexpr int Symbol = 56;
constexpr int Gap = 14;
constexpr double Larger = 1.5;
} // namespace

DropOverlay::DropOverlay(QWidget* window) : QWidget(window)
{
    setObjectName(u"dropOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAcceptDrops(false);
    setWords(tr("Drop a database file to inspect it.\nNothing starts yet."));
    hide();
    window->installEventFilter(this);
}

void DropOverlay::setWords(const QString& words)
{
    if (m_words == words) {
        return;
    }
    m_words = words;
    setAccessibleName(words);
    update();
}

void DropOverlay::setHole(const QRect& area, const QRect& row)
{
    const auto mine = [this](const QRect& global) {
        return global.isEmpty() ? QRect() : QRect(mapFromGlobal(global.topLeft()), global.size());
    };
    if (m_hole != mine(area) || m_row != mine(row)) {
        m_hole = mine(area);
        m_row = mine(row);
        update();
    }
}

void DropOverlay::showEvent(QShowEvent* event)
{
    setGeometry(parentWidget()->rect());
    raise();
    QWidget::showEvent(event);
}

bool DropOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.93F);
    painter.setClipRegion(QRegion(rect()) - m_hole);
    painter.fillRect(rect(), veil);
    painter.setClipping(false);
    const QColor line = toneColor(Tone::Active, palette());
    painter.setPen(QPen(line, 2, Qt::DashLine));
    painter.setBrush(toneTint(Tone::Active, palette()));
    const bool isLeft = m_hole.center().x() < rect().center().x();
    QRect open = rect();
    if (!m_hole.isEmpty()) {
        open = isLeft ? rect().adjusted(m_hole.right(), 0, 0, 0) : rect().adjusted(0, 0, m_hole.left() - width(), 0);
    }
    const QRect area = open.adjusted(Margin, Margin, -Margin, -Margin);
    painter.drawRoundedRect(area, 10, 10);
    if (!m_row.isEmpty()) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_row.adjusted(1, 1, -1, -1), 4, 4);
    }

    QFont headline = font();
    headline.setPointSizeF(headline.pointSizeF() * Larger);
    headline.setWeight(QFont::DemiBold);
    const QString first = m_words.section(u'\n', 0, 0);
    const QString rest = m_words.section(u'\n', 1);
    const int headHeight = QFontMetrics(headline).height();
    const int top = area.center().y() - (Symbol + Gap + headHeight * 2) / 2;
    const QRect symbol(area.center().x() - Symbol / 2, top, Symbol, Symbol);
    icon(u"import"_s, Tone::Active).paint(&painter, symbol);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(headline);
    const QRect line1(area.left(), symbol.bottom() + Gap, area.width(), headHeight);
    painter.drawText(line1, Qt::AlignCenter, first);
    painter.setFont(font());
    painter.drawText(QRect(area.left(), line1.bottom() + 6, area.width(), fontMetrics().height() * 3),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, rest);
}

} // namespace longshore
