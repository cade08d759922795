#include "ui/common/card.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace longshore {

Card::Card(QWidget* parent) : QFrame(parent)
{
    setContentsMargins(4, 4, 4, 4);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColour(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace longshore
