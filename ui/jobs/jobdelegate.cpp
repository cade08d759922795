#include "ui/jobs/jobdelegate.h"

#include "app/domain/tier.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/tierbadge.h"
#include "ui/jobs/jobsmodel.h"
#include "ui/jobs/speedgraph.h"

#include <QApplication>
#include <QPainter>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 10;
constexpr int symbol = 22;
constexpr int barHeight = 6;
constexpr int graphWidth = 120;
constexpr int leastTextWidth = 420; ///< before the graph takes any of it

struct Colours
{
    QColor text;
    QColor quiet;
    QColor bar;
    QColor groove;
    QColor graphGround;
};

Colours coloursFor(const QStyleOptionViewItem& option)
{
    const QPalette& palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QColor text = palette.color(QPalette::HighlightedText);
        const QColor ground = palette.color(QPalette::Highlight);
        return {text, blend(text, ground, 0.12), text, blend(text, ground, 0.65), blend(text, ground, 0.8)};
    }
    return {palette.color(QPalette::Text), toneColor(Tone::Muted, palette), toneColor(Tone::Active, palette),
            lineColour(palette), toneTint(Tone::Active, palette)};
}

QFont titleFont(const QStyleOptionViewItem& option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The two lines of a row and its far column, for the reading direction of the row.
struct Lines
{
    QRect icon, title, step, aside, asideBelow, bar, graph;
};

Lines layOut(const QStyleOptionViewItem& option, bool hasBar, bool hasGraph)
{
    const QRect row = option.rect.adjusted(margin, 0, -margin, 0);
    const int line = option.fontMetrics.height();
    const int top = row.center().y() - line - 1;
    const int below = row.center().y() + 3;
    const int far = qMin(qMax(option.fontMetrics.averageCharWidth() * 28, 180), row.width() * 2 / 5);
    const int start = row.left() + symbol + margin;
    int end = row.right() - far - margin;
    Lines lines;
    if (hasGraph && end - start - graphWidth - margin >= leastTextWidth) {
        lines.graph = QRect(end - graphWidth, top, graphWidth, below + line - top);
        end -= graphWidth + margin;
    }
    lines.icon = QRect(row.left(), row.center().y() - symbol / 2, symbol, symbol);
    lines.title = QRect(start, top, end - start, line);
    lines.step = QRect(start, below, end - start, line);
    lines.aside = QRect(row.right() - far, top, far, line);
    lines.asideBelow = QRect(row.right() - far, below, far, line);
    if (hasBar) {
        const int share = option.fontMetrics.horizontalAdvance(u"100 % "_s) + 4;
        lines.bar = QRect(row.right() - far, top + (line - barHeight) / 2, far - share, barHeight);
    }
    for (QRect* rect :
         {&lines.icon, &lines.title, &lines.step, &lines.aside, &lines.asideBelow, &lines.bar, &lines.graph}) {
        *rect = QStyle::visualRect(option.direction, option.rect, *rect);
    }
    return lines;
}

void drawText(QPainter* painter, const QRect& rect, Qt::Alignment alignment, const QString& text,
              const QStyleOptionViewItem& option)
{
    const QString fitting = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter)),
                      fitting);
}

void drawBar(QPainter* painter, const QRect& rect, int permille, const Colours& colours, Qt::LayoutDirection direction)
{
    const double radius = rect.height() / 2.0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.groove);
    painter->drawRoundedRect(rect, radius, radius);
    QRect done(rect.left(), rect.top(), qMax(rect.height(), rect.width() * permille / 1000), rect.height());
    painter->setBrush(colours.bar);
    painter->drawRoundedRect(QStyle::visualRect(direction, rect, done), radius, radius);
}

void drawTitle(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    painter->setFont(titleFont(option));
    const auto tier = static_cast<Tier>(index.data(JobsModel::TierRole).toInt());
    const QSize badge = tierBadgeSize(tier, option.font);
    const QString title = index.data(Qt::DisplayRole).toString();
    const int room = qMax(40, rect.width() - badge.width() - margin);
    const int width = qMin(room, painter->fontMetrics().horizontalAdvance(title) + 2);
    QRect text(rect.left(), rect.top(), width, rect.height());
    drawText(painter, QStyle::visualRect(option.direction, rect, text), Qt::AlignLeading, title, option);
    const QRect pill(rect.left() + width + margin, rect.top(), badge.width(), rect.height());
    paintTierBadge(*painter, QStyle::visualRect(option.direction, rect, pill), tier, option.palette, option.font);
}

void drawFarColumn(QPainter* painter, const Lines& lines, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const Colours& colours)
{
    const QVariant progress = index.data(JobsModel::ProgressRole);
    const QString aside = index.data(JobsModel::AsideRole).toString();
    const QString below = index.data(JobsModel::AsideBelowRole).toString();
    painter->setFont(option.font);
    if (progress.isValid()) {
        drawBar(painter, lines.bar, progress.toInt(), colours, option.direction);
    }
    painter->setPen(colours.text);
    drawText(painter, lines.aside, Qt::AlignTrailing, aside, option);
    painter->setPen(colours.quiet);
    drawText(painter, lines.asideBelow, Qt::AlignTrailing, below, option);
}

} // namespace

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& styleOption, const QModelIndex& index) const
{
    QStyleOptionViewItem option = styleOption;
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const Colours colours = coloursFor(option);
    const auto speeds = index.data(JobsModel::SpeedsRole).value<QList<double>>();
    const Lines lines = layOut(option, index.data(JobsModel::ProgressRole).isValid(), speeds.size() >= FewestSpeeds);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto tone = static_cast<Tone>(index.data(JobsModel::ToneRole).toInt());
    icon(index.data(JobsModel::IconRole).toString(), tone)
        .paint(painter, lines.icon, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);

    painter->setPen(colours.text);
    drawTitle(painter, lines.title, option, index);
    painter->setFont(option.font);
    painter->setPen(tone == Tone::Bad && !selected ? toneColor(Tone::Bad, option.palette) : colours.quiet);
    drawText(painter, lines.step, Qt::AlignLeading, index.data(JobsModel::StepRole).toString(), option);
    if (lines.graph.isValid()) {
        painter->setPen(colours.groove);
        painter->drawLine(lines.graph.bottomLeft(), lines.graph.bottomRight());
        paintSpeeds(*painter, lines.graph, speeds, colours.bar, colours.graphGround, option.direction);
    }
    drawFarColumn(painter, lines, option, index, colours);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {320, option.fontMetrics.height() * 2 + 20};
}

} // namespace longshore
