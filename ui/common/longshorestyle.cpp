#include "ui/common/longshorestyle.h"

#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"

#include <QMainWindow>
#include <QPainter>
#include <QStyleOption>

namespace longshore {

using namespace stylepaint;

namespace {
constexpr int ToolButtonInset = 5;
constexpr int MenuArrow = 14; ///< room for it behind the text of a tool button
constexpr int FieldPadding = 5;
constexpr int ScrollBarWidth = 12;

/// Set by who owns the button, see Assistant.
bool isDangerous(const QWidget* widget)
{
    return widget != nullptr && widget->property("dangerous").toBool();
}

bool hasMenuArrow(const QStyleOptionToolButton* tool)
{
    return tool != nullptr && tool->features.testFlag(QStyleOptionToolButton::HasMenu)
           && !tool->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
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
        drawButton(painter, option, isDangerous(widget));
    } else if (element == PE_PanelButtonTool) {
        drawToolPanel(painter, option);
    } else if (element == PE_PanelLineEdit || element == PE_FrameLineEdit) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth > 0) {
            drawField(painter, option);
        }
    } else if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox) {
        drawIndicator(painter, option, element == PE_IndicatorRadioButton);
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
    if (element == CE_PushButtonLabel && isMainButton(option) && !isDangerous(widget)) {
        QStyleOptionButton main = *qstyleoption_cast<const QStyleOptionButton*>(option);
        main.palette.setColor(QPalette::ButtonText, main.palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &main, painter, widget);
        return;
    }
    if (element == CE_ToolBar && widget != nullptr && qobject_cast<QMainWindow*>(widget->parentWidget()) == nullptr) {
        return; // inside a page a toolbar is only a row of buttons
    }
    if (element == CE_ToolBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColour(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        tool != nullptr && element == CE_ToolButtonLabel && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
        // Fusion leaves all spare room at the far end.
        QStyleOptionToolButton centred = *tool;
        const int needed =
            tool->iconSize.width() + 8 + tool->fontMetrics.size(Qt::TextShowMnemonic, tool->text).width();
        centred.rect.adjust(qBound(0, (tool->rect.width() - needed) / 2, ToolButtonInset), 0, 0, 0);
        QProxyStyle::drawControl(element, &centred, painter, widget);
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
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        bar != nullptr && control == CC_ScrollBar) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawScrollBar(painter, bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
        painter->restore();
        return;
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option); hasMenuArrow(tool)) {
        QStyleOptionToolButton plain = *tool; // Fusion puts the arrow into the corner.
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        const QRect arrow(tool->rect.right() - MenuArrow - 4, tool->rect.top(), MenuArrow, tool->rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawArrow(painter, visualRect(tool->direction, tool->rect, arrow), tool->palette.color(QPalette::ButtonText),
                  true);
        painter->restore();
        return;
    }
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
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_FocusFrameHMargin:
        return 3;
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

QRect LongshoreStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0) {
        return rect.adjusted(FieldPadding, 0, -FieldPadding, 0);
    }
    return rect;
}

/// Scroll bars have no arrow buttons: the whole length is groove.
QRect LongshoreStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum + bar->pageStep;
    const int shortest = std::min(length, 3 * ScrollBarWidth);
    const int size = range > 0 ? std::max(shortest, int(length * qint64(bar->pageStep) / range)) : length;
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
    const auto along = [bar, across](int from, int extent) {
        const QRect& r = bar->rect;
        const QRect piece =
            across ? QRect(r.x() + from, r.y(), extent, r.height()) : QRect(r.x(), r.y() + from, r.width(), extent);
        return across ? visualRect(bar->direction, r, piece) : piece;
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return along(0, length);
    case SC_ScrollBarSlider:
        return along(start, size);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + size, length - start - size);
    default:
        return {};
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
        return {result.width() + 2 * FieldPadding, qMax(result.height(), line + 13)};
    case CT_ComboBox:
    case CT_SpinBox:
        return {result.width(), qMax(result.height(), line + 13)};
    case CT_ToolButton:
        return {result.width() + 6
                    + (hasMenuArrow(qstyleoption_cast<const QStyleOptionToolButton*>(option)) ? MenuArrow - 4 : 0),
                qMax(result.height(), line + 11)};
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
