#pragma once

#include "app/domain/tier.h"

#include <QWidget>

namespace longshore {

/// Paints the tier's symbol and word as a pill into `area` (left-aligned, vertically centred); returns what it covered.
QRect paintTierBadge(QPainter& painter, const QRect& area, Tier tier, const QPalette& palette, const QFont& font);
[[nodiscard]] QSize tierBadgeSize(Tier tier, const QFont& font);

/// A tier as colour, word and symbol, for a row or a card. A whole page has the TierBand.
class TierBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit TierBadge(Tier tier, QWidget* parent = nullptr);
    [[nodiscard]] Tier tier() const { return m_tier; }
    void setTier(Tier tier);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    Tier m_tier;
};

} // namespace longshore
