#include "ui/imports/targetsmodel.h"

#include "ui/common/icons.h"
#include "ui/common/rowdiff.h"
#include "ui/common/theme.h"
#include "ui/common/tierbadge.h"
#include "ui/common/words.h"
#include "ui/imports/importtext.h"

#include <QApplication>
#include <QPainter>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr int Margin = 8;
constexpr int Symbol = 18;
} // namespace

TargetsModel::TargetsModel(QObject* parent) : QAbstractListModel(parent) { }

void TargetsModel::setChoices(const QList<TargetChoice>& choices, const QDateTime& now)
{
    m_now = now;
    mergeRows(m_rows, choices, [](const TargetChoice& a, const TargetChoice& b) { return a.target == b.target; },
              {.beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
               .endInsert = [this] { endInsertRows(); },
               .beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
               .endRemove = [this] { endRemoveRows(); },
               .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
               .endMove = [this] { endMoveRows(); },
               .changed = [this](int row) { Q_EMIT dataChanged(index(row), index(row)); }});
}

std::optional<TargetDatabase> TargetsModel::targetAt(const QModelIndex& index) const
{
    return index.isValid() ? std::optional(m_rows.at(index.row()).target) : std::nullopt;
}

QModelIndex TargetsModel::indexOf(const TargetDatabase& target) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).target == target) {
            return index(row);
        }
    }
    return {};
}

int TargetsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString TargetsModel::title(const TargetChoice& choice)
{
    //: A database of an environment. %1 is a place ("Contoso / Integration"), %2 is "CMS" or "Commerce"
    return tr("%1 %2").arg(placeText(choice.connectionName, choice.target.environment),
                           databaseText(choice.target.database));
}

QVariant TargetsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TargetChoice& choice = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return title(choice);
    case NoteRole:
        return choiceText(choice, m_now);
    case Qt::ToolTipRole:
        return choice.isPossible() ? QVariant() : choiceText(choice, m_now);
    case TierRole:
        return static_cast<int>(choice.tier);
    case PossibleRole:
        return choice.isPossible();
    case Qt::AccessibleTextRole: {
        const QStringList parts{title(choice), tierText(choice.tier), choiceText(choice, m_now)};
        //: Read aloud before the reason
        return choice.isPossible() ? parts.join(u", "_s) : QString(tr("not possible: ") + parts.join(u", "_s));
    }
    default:
        return {};
    }
}

void TargetsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    option.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const bool possible = index.data(TargetsModel::PossibleRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto tier = static_cast<Tier>(index.data(TargetsModel::TierRole).toInt());
    const QRect inner = given.rect.adjusted(Margin, Margin / 2, -Margin, -Margin / 2);
    const int badgeWidth = tierBadgeSize(tier, given.font).width();
    const auto place = [&given](const QRect& area) { return QStyle::visualRect(given.direction, given.rect, area); };
    const QRect badge(inner.right() - badgeWidth, inner.top(), badgeWidth, inner.height());
    const QRect symbol(inner.left(), inner.top() + 2, Symbol, Symbol);
    const QRect text(symbol.right() + Margin, inner.top(), badge.left() - symbol.right() - 2 * Margin, inner.height());
    icon(possible ? u"database"_s : u"close"_s, possible ? Tone::Plain : Tone::Muted)
        .paint(painter, place(symbol), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);

    const QPalette& palette = option.palette;
    const QColor ink = selected   ? palette.color(QPalette::HighlightedText)
                       : possible ? palette.color(QPalette::Text)
                                  : toneColor(Tone::Muted, palette);
    painter->save();
    painter->setPen(ink);
    QFont title = given.font;
    title.setWeight(possible ? QFont::DemiBold : QFont::Normal);
    painter->setFont(title);
    const QFontMetrics titleMetrics(title);
    QRect line(text.left(), text.top(), text.width(), titleMetrics.height());
    const auto start = static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(given.direction, Qt::AlignLeading));
    painter->drawText(place(line), start,
                      titleMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    painter->setFont(given.font);
    painter->setPen(selected ? ink : toneColor(Tone::Muted, palette));
    line.moveTop(line.bottom() + 2);
    const QString note = index.data(TargetsModel::NoteRole).toString();
    painter->drawText(place(line), start, QFontMetrics(given.font).elidedText(note, Qt::ElideRight, line.width()));
    painter->restore();
    paintTierBadge(*painter, place(badge), tier, palette, given.font);
}

QSize TargetsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {300, 2 * option.fontMetrics.height() + Margin + 4};
}

} // namespace longshore
