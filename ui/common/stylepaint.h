#pragma once

#include <QColor>

class QPainter;
class QRect;
class QRectF;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionViewItem;

/// How LongshoreStyle paints its controls; everything comes from the option's palette.
namespace longshore::stylepaint {

constexpr double Radius = 5;

[[nodiscard]] QColor borderColour(const QStyleOption* option);
[[nodiscard]] bool isMainButton(const QStyleOption* option);
void drawArrow(QPainter* painter, const QRectF& area, const QColor& colour, bool down);
void drawBox(QPainter* painter, const QRect& rect, const QColor& border, const QColor& fill, double width = 1);
void drawField(QPainter* painter, const QStyleOption* option);
/// `dangerous`: it destroys something; marked in red, and never as the main one.
void drawButton(QPainter* painter, const QStyleOption* option, bool dangerous);
/// A check box or a radio button, with or without its mark.
void drawIndicator(QPainter* painter, const QStyleOption* option, bool round);
void drawToolPanel(QPainter* painter, const QStyleOption* option);
void drawItemPanel(QPainter* painter, const QStyleOptionViewItem* option);
void drawProgress(QPainter* painter, const QStyleOptionProgressBar* option);
void drawHeader(QPainter* painter, const QStyleOptionHeader* option);
void drawScrollBar(QPainter* painter, const QStyleOptionSlider* option, const QRect& handle);

} // namespace longshore::stylepaint
