#include "ui/sites/sitesdelegate.h"

#include "ui/common/icons.h"
#include "ui/common/tierbadge.h"
#include "ui/sites/sitesmodel.h"

#include <QApplication>
#include <QPainter>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr int Gap = 6;
constexpr int Mark = 16;
} // namespace

void SitesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const bool isSite = !index.data(SitesModel::TierRole).isValid();
    if (isSite) {
        option.font.setWeight(QFont::DemiBold);
        option.fontMetrics = QFontMetrics(option.font);
    }
    if (index.data(SitesModel::AccessRole).toInt() == static_cast<int>(Access::Denied)) {
        option.state.setFlag(QStyle::State_Enabled, false);
    }
    int end = option.rect.right() - Gap;
    const auto place = [&option, &end](int width) {
        end -= width;
        const QRect area(end, option.rect.top(), width, option.rect.height());
        end -= Gap;
        return QStyle::visualRect(option.direction, option.rect, area);
    };
    QList<std::pair<QIcon, QRect>> marks;
    QRect badge;
    const auto tier = static_cast<Tier>(index.data(SitesModel::TierRole).toInt());
    if (!isSite) {
        badge = place(tierBadgeSize(tier, given.font).width());
    }
    if (index.data(SitesModel::NeedsPersonRole).toInt() > 0) {
        marks.append({icon(u"warning"_s), place(Mark)});
    }
    if (index.data(SitesModel::RunningRole).toInt() > 0) {
        marks.append({icon(u"clock"_s, Tone::Active), place(Mark)});
    }
    const int textStart = option.rect.left() + option.decorationSize.width() + 3 * Gap;
    option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, qMax(0, end - textStart));

    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    for (const auto& [symbol, area] : std::as_const(marks)) {
        const auto mode = option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
        symbol.paint(painter, area, Qt::AlignCenter, mode);
    }
    if (!isSite) {
        paintTierBadge(*painter, badge, tier, option.palette, given.font);
    }
}

} // namespace longshore
