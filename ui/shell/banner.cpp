#include "ui/shell/banner.h"

#include "ui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace longshore {

Banner::Banner(const QString& iconName, Tone tone, QWidget* parent)
    : QWidget(parent), m_iconName(iconName), m_tone(tone), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 5, 14, 5);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    m_text->setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateLook();
}

void Banner::setText(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneTint(m_tone, palette()));
    QColor line = toneColor(m_tone, palette());
    line.setAlphaF(0.35F);
    painter.setPen(line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void Banner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        updateLook();
    }
    QWidget::changeEvent(event);
}

void Banner::updateLook()
{
    m_icon->setPixmap(icon(m_iconName, m_tone).pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace longshore
