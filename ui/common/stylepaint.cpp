#include "ui/common/stylepaint.h"

#include "ui/common/theme.h"
#include "ui/common/tones.h"

#include <QPainter>
#include <QStyleOption>

namespace longshore::stylepaint {
void drawArrow(QPainter* painter, const QRectF& area, const QColor& colour, bool down)
{
    const QPointF c = area.center();
    const double h = down ? 2.0 : -2.0;
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF({c + QPointF(-4, -h), c + QPointF(0, h), c + QPointF(4, -h)}));
}

void drawBox(QPainter* painter, const QRect& rect, const QColor& border, const QColor& fill, double width)
{
    const double half = width / 2;
    painter->setPen(QPen(border, width));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), Radius, Radius);
}

QColor borderColour(const QStyleOption* option)
{
    const QPalette& palette = option->palette;
    return blend(palette.color(QPalette::Window), palette.color(QPalette::WindowText),
                 option->state.testFlag(QStyle::State_Enabled) ? 0.28 : 0.16);
}

void drawField(QPainter* painter, const QStyleOption* option)
{
    const bool focus = option->state.testFlag(QStyle::State_HasFocus);
    drawBox(painter, option->rect, focus ? option->palette.color(QPalette::Highlight) : borderColour(option),
            option->palette.color(option->state.testFlag(QStyle::State_Enabled) ? QPalette::Base : QPalette::Window),
            focus ? 2 : 1);
}

bool isMainButton(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton)
           && option->state.testFlag(QStyle::State_Enabled);
}

void drawButton(QPainter* painter, const QStyleOption* option, bool dangerous)
{
    const QPalette& palette = option->palette;
    const bool main = isMainButton(option) && !dangerous;
    QColor fill = main ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    QColor border = main ? fill : borderColour(option);
    const QColor shade = main ? QColor(Qt::black) : palette.color(QPalette::ButtonText);
    if (option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On)) {
        fill = blend(fill, shade, 0.18);
    } else if (option->state.testFlag(QStyle::State_MouseOver) && option->state.testFlag(QStyle::State_Enabled)) {
        fill = blend(fill, shade, 0.07);
    }
    if (dangerous && option->state.testFlag(QStyle::State_Enabled)) {
        drawBox(painter, option->rect.adjusted(1, 1, -1, -1), toneColor(Tone::Bad, palette), fill, 2);
    } else {
        drawBox(painter, option->rect, border, fill);
    }
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange)) {
        const QColor ring = main ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Highlight);
        drawBox(painter, option->rect.adjusted(2, 2, -2, -2), ring, Qt::transparent, 1.5);
    }
}

void drawIndicator(QPainter* painter, const QStyleOption* option, bool round)
{
    const QPalette& palette = option->palette;
    const bool on = !option->state.testFlag(QStyle::State_Off);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const QColor accent = enabled ? palette.color(QPalette::Highlight) : borderColour(option);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool focus = option->state.testFlag(QStyle::State_HasFocus);
    painter->setPen(QPen(on || focus ? accent : blend(borderColour(option), palette.color(QPalette::WindowText), 0.25),
                         focus ? 1.6 : 1));
    painter->setBrush(on ? accent : palette.color(enabled ? QPalette::Base : QPalette::Window));
    const double radius = round ? box.height() / 2 : 3.5;
    painter->drawRoundedRect(box, radius, radius);
    if (!on) {
        return;
    }
    const QColor ink = palette.color(QPalette::HighlightedText);
    const QPointF c = box.center();
    const double unit = box.height() / 14;
    if (round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(c, 2.6 * unit, 2.6 * unit);
        return;
    }
    painter->setPen(QPen(ink, 1.8 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (option->state.testFlag(QStyle::State_NoChange)) {
        painter->drawLine(c - QPointF(3 * unit, 0), c + QPointF(3 * unit, 0));
        return;
    }
    painter->drawPolyline(
        QPolygonF({c + QPointF(-3.2, 0.2) * unit, c + QPointF(-0.9, 2.6) * unit, c + QPointF(3.4, -2.6) * unit}));
}

void drawToolPanel(QPainter* painter, const QStyleOption* option)
{
    const QColor ink = option->palette.color(QPalette::ButtonText);
    const bool down = option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On);
    const bool over = option->state.testFlag(QStyle::State_MouseOver) && option->state.testFlag(QStyle::State_Enabled);
    QColor fill = ink;
    fill.setAlphaF(down ? 0.16F : over ? 0.08F : 0.0F);
    const bool raised = !option->state.testFlag(QStyle::State_AutoRaise);
    drawBox(painter, option->rect, raised ? borderColour(option) : Qt::transparent, fill);
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange)) {
        drawBox(painter, option->rect, option->palette.color(QPalette::Highlight), Qt::transparent, 1.5);
    }
}

void drawItemPanel(QPainter* painter, const QStyleOptionViewItem* option)
{
    if (option->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option->rect, option->backgroundBrush);
    }
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    if (!selected && !option->state.testFlag(QStyle::State_MouseOver)) {
        return;
    }
    const bool active = option->state.testFlag(QStyle::State_Active);
    const QColor highlight = option->palette.color(QPalette::Highlight);
    const QColor base = option->palette.color(QPalette::Base);
    const QColor fill = !selected ? blend(base, highlight, 0.08) : active ? highlight : blend(base, highlight, 0.92);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    const bool wholeRow = option->viewItemPosition == QStyleOptionViewItem::OnlyOne
                          || option->viewItemPosition == QStyleOptionViewItem::Invalid;
    if (wholeRow) {
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), Radius, Radius);
    } else {
        painter->drawRect(option->rect);
    }
}

void drawProgress(QPainter* painter, const QStyleOptionProgressBar* option)
{
    const QRectF groove =
        QRectF(option->rect).adjusted(0, option->rect.height() / 2.0 - 4, 0, -(option->rect.height() / 2.0 - 4));
    painter->setPen(Qt::NoPen);
    painter->setBrush(lineColour(option->palette));
    painter->drawRoundedRect(groove, 4, 4);
    const double span = option->maximum - option->minimum;
    const double part = span > 0 ? (option->progress - option->minimum) / span : 0;
    QRectF done = groove;
    done.setWidth(groove.width() * qBound(0.0, part, 1.0));
    painter->setBrush(option->palette.highlight());
    painter->drawRoundedRect(done, 4, 4);
}

void drawHeader(QPainter* painter, const QStyleOptionHeader* option)
{
    painter->fillRect(option->rect,
                      blend(option->palette.color(QPalette::Base), option->palette.color(QPalette::Window), 0.6));
    painter->setPen(lineColour(option->palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawScrollBar(QPainter* painter, const QStyleOptionSlider* option, const QRect& handle)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    if (option->maximum <= option->minimum) {
        return;
    }
    const bool across = option->orientation == Qt::Horizontal;
    const QRectF thumb = across ? QRectF(handle).adjusted(2, 3, -2, -3) : QRectF(handle).adjusted(3, 2, -3, -2);
    const bool held = option->state.testFlag(QStyle::State_Sunken);
    const bool over = option->state.testFlag(QStyle::State_MouseOver);
    painter->setPen(Qt::NoPen);
    painter->setBrush(blend(option->palette.color(QPalette::Window), option->palette.color(QPalette::WindowText),
                            held   ? 0.55
                            : over ? 0.42
                                   : 0.28));
    const double round = (across ? thumb.height() : thumb.width()) / 2;
    painter->drawRoundedRect(thumb, round, round);
}

} // namespace longshore::stylepaint
