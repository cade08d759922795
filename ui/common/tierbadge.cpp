#include "ui/common/tierbadge.h"

#include "ui/common/icons.h"
#include "ui/common/tones.h"
#include "ui/common/words.h"

#include <QPainter>

namespace longshore {

namespace {

QFont badgeFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QSize tierBadgeSize(Tier tier, const QFont& font)
{
    const QFontMetrics metrics(badgeFont(font));
    const int height = metrics.height() + 5;
    return {metrics.horizontalAdvance(tierText(tier)) + height + 10, height};
}

QRect paintTierBadge(QPainter& painter, const QRect& area, Tier tier, const QPalette& palette, const QFont& font)
{
    const QSize size = tierBadgeSize(tier, font);
    const QRect pill(QPoint(area.left(), area.center().y() - size.height() / 2 + 1), size);
    const Tone tone = tierTone(tier);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneTint(tone, palette));
    painter.drawRoundedRect(pill, size.height() / 2.0, size.height() / 2.0);
    const int glyph = size.height() - 7;
    tierIcon(tier).paint(&painter, QRect(pill.left() + 6, pill.center().y() - glyph / 2, glyph, glyph));
    painter.setPen(toneColor(tone, palette));
    painter.setFont(badgeFont(font));
    painter.drawText(pill.adjusted(size.height() + 1, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tierText(tier));
    painter.restore();
    return pill;
}

TierBadge::TierBadge(Tier tier, QWidget* parent) : QWidget(parent), m_tier(tier)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void TierBadge::setTier(Tier tier)
{
    m_tier = tier;
    describe();
    updateGeometry();
    update();
}

QSize TierBadge::sizeHint() const
{
    return tierBadgeSize(m_tier, font());
}

void TierBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTierBadge(painter, rect(), m_tier, palette(), font());
}

void TierBadge::describe()
{
    //: %1 is the tier's word, for example "Production"
    setAccessibleName(tr("Tier: %1").arg(tierText(m_tier)));
}

} // namespace longshore
