#pragma once

#include "app/domain/tier.h"

#include <QWidget>

namespace longshore {

/// The identity of a place where something is about to happen: colour, icon and word of its tier, and its name.
class TierBand final : public QWidget
{
    Q_OBJECT

public:
    explicit TierBand(QWidget* parent = nullptr);

    /// `place`: "Contoso / Production"; `note`: a few words at the far end, may be empty.
    void setPlace(Tier tier, const QString& place, const QString& note = {});
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tier m_tier = Tier::Production;
    QString m_place;
    QString m_note;
};

} // namespace longshore
