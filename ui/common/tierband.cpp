#include "ui/common/tierband.h"

#include "ui/common/icons.h"
#include "ui/common/words.h"

#include <QPainter>
#include <QStyle>

namespace longshore {

namespace {
constexpr int stripe = 5;
constexpr int gap = 10;
constexpr int symbol = 20;
} // namespace

TierBand::TierBand(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TierBand::setPlace(Tier tier, const QString& place, const QString& note)
{
    m_tier = tier;
    m_place = place;
    m_note = note;
    //: Read aloud. %1 is a tier ("Production"), %2 a place ("Contoso / Production")
    setAccessibleName(tr("%1: %2").arg(tierText(tier), place));
    updateGeometry();
    update();
}

QSize TierBand::sizeHint() const
{
    return {320, qMax(symbol, fontMetrics().height()) + 16};
}

QSize TierBand::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void TierBand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tone tone = tierTone(m_tier);
    const QColor colour = toneColor(tone, palette());
    painter.fillRect(rect(), toneTint(tone, palette()));
    QRect line = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, stripe, height()));
    painter.fillRect(line, colour);

    int x = stripe + gap;
    const auto place = [this](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    tierIcon(m_tier).paint(&painter, place(x, symbol));
    x += symbol + gap - 2;

    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colour);
    const QString word = tierText(m_tier).toUpper();
    const int wordWidth = QFontMetrics(bold).horizontalAdvance(word);
    painter.drawText(place(x, wordWidth + 2), Qt::AlignVCenter | Qt::AlignLeading, word);
    x += wordWidth + gap + 2;

    int end = width() - gap;
    painter.setFont(font());
    if (!m_note.isEmpty()) {
        const int noteWidth = fontMetrics().horizontalAdvance(m_note);
        if (x + noteWidth + 120 < end) {
            painter.setPen(toneColor(Tone::Muted, palette()));
            painter.drawText(place(end - noteWidth - 2, noteWidth + 2), Qt::AlignVCenter | Qt::AlignLeading, m_note);
            end -= noteWidth + gap;
        }
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place(x, end - x), Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(m_place, Qt::ElideRight, end - x));
}

} // namespace longshore
