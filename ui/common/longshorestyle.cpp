#include "ui/common/longshorestyle.h"

#include "ui/common/theme.h"
#include "ui/common/tones.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace longshore {

namespace {

constexpr double Radius = 5;

void drawArrow(QPainter* painter, const QRectF& area, const QColor& colour, bool down)
{
    const QPointF c = area.center();
    const double h = down ? 2.0 : -2.0;
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF({c + QPointF(-4, -h), c + QPointF(0, h), c + QPointF(4, -h)}));
}

void drawBox(QPainter* painter, const QRect& rect, const QColor& border, const QColor& fill, double width = 1)
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

void drawButton(QPainter* painter, const QStyleOption* option)
{
    const QPalette& palette = option->palette;
    const bool main = isMainButton(option);
    QColor fill = main ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    QColor border = main ? fill : borderColour(option);
    const QColor shade = main ? QColor(Qt::black) : palette.color(QPalette::ButtonText);
    if (option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On)) {
        fill = blend(fill, shade, 0.18);
    } else if (option->state.testFlag(QStyle::State_MouseOver) && option->state.testFlag(QStyle::State_Enabled)) {
        fill = blend(fill, shade, 0.07);
    }
    drawBox(painter, option->rect, border, fill);
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_KeyboardFocusChange)) {
        const QColor ring = main ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Highlight);
        drawBox(painter, option->rect.adjusted(2, 2, -2, -2), ring, Qt::transparent, 1.5);
    }
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
    const QColor fill = !selected ? blend(base, highlight, 0.08) : active ? highlight : blend(base, highlight, 0.85);
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

} // namespace

LongshoreStyle::LongshoreStyle() : QProxyStyle(QStringLiteral("fusion")) { }

void LongshoreStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    bool painted = true;
    if (element == PE_PanelButtonCommand) {
        drawButton(painter, option);
    } else if (element == PE_PanelButtonTool) {
        drawToolPanel(painter, option);
    } else if (element == PE_PanelLineEdit || element == PE_FrameLineEdit) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth > 0) {
            drawField(painter, option);
        }
    } else if (element == PE_PanelItemViewItem && item != nullptr) {
        drawItemPanel(painter, item);
    } else if (element == PE_PanelItemViewRow || element == PE_FrameStatusBarItem || element == PE_FrameMenu) {
        painted = element != PE_FrameMenu;
    } else if (element == PE_Frame) {
        painter->setPen(lineColour(option->palette));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    } else if (element == PE_FrameFocusRect) {
        painted = item != nullptr || option->type == QStyleOption::SO_FocusRect;
        drawBox(painter, option->rect.adjusted(1, 1, -1, -1), option->palette.color(QPalette::Highlight),
                Qt::transparent, 1.5);
    } else {
        painted = false;
    }
    painter->restore();
    if (!painted) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LongshoreStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    if (element == CE_PushButtonLabel && isMainButton(option)) {
        QStyleOptionButton main = *qstyleoption_cast<const QStyleOptionButton*>(option);
        main.palette.setColor(QPalette::ButtonText, main.palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &main, painter, widget);
        return;
    }
    const auto* progress = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if ((element == CE_ProgressBarGroove || element == CE_ProgressBarContents) && progress != nullptr
        && progress->maximum > progress->minimum) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (element == CE_ProgressBarContents) {
            drawProgress(painter, progress);
        }
        painter->restore();
        return;
    }
    if ((element == CE_HeaderSection || element == CE_HeaderEmptyArea) && option != nullptr) {
        if (header != nullptr) {
            drawHeader(painter, header);
        } else {
            painter->fillRect(option->rect, option->palette.base());
        }
        return;
    }
    if (element == CE_Splitter) {
        const QRect& r = option->rect;
        painter->setPen(lineColour(option->palette));
        if (option->state.testFlag(State_Horizontal)) {
            painter->drawLine(r.center().x(), r.top(), r.center().x(), r.bottom());
        } else {
            painter->drawLine(r.left(), r.center().y(), r.right(), r.center().y());
        }
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LongshoreStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                        const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control != CC_ComboBox || combo == nullptr || combo->editable) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawField(painter, combo);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget);
    drawArrow(painter, arrow, combo->palette.color(QPalette::ButtonText), true);
    painter->restore();
}

int LongshoreStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 14;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 9;
    case PM_SplitterWidth:
        return 7;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return 18;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LongshoreStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_FormLayoutFieldGrowthPolicy:
        return 2; // QFormLayout::AllNonFixedFieldsGrow
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize LongshoreStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option->fontMetrics.height();
    switch (type) {
    case CT_PushButton:
        return {result.width() + 12, qMax(result.height(), line + 14)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {result.width(), qMax(result.height(), line + 13)};
    case CT_ToolButton:
        return {result.width() + 4, qMax(result.height(), line + 11)};
    case CT_ItemViewItem:
        return {result.width(), qMax(result.height(), line + 10)};
    case CT_MenuItem:
        return {result.width(), result.height() + 3};
    case CT_HeaderSection:
        return {result.width(), line + 12};
    default:
        return result;
    }
}

} // namespace longshore
