#include "ui/shell/tourpicture.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace longshore {

bool savePicture(QWidget& window, QWidget& shown, const QString& path)
{
    QPixmap picture = window.grab();
    if (&shown != &window) {
        const QPixmap front = shown.grab();
        const QSizeF size = front.deviceIndependentSize();
        const QRectF place(QPointF((window.width() - size.width()) / 2, (window.height() - size.height()) / 2), size);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(window.rect(), QColor(0, 0, 0, 70));
        painter.setPen(Qt::NoPen);
        for (int width = 12; width > 0; width -= 2) {
            painter.setBrush(QColor(0, 0, 0, 14));
            painter.drawRoundedRect(place.adjusted(-width, -width / 2, width, width), width, width);
        }
        painter.drawPixmap(place.topLeft(), front);
    }
    return picture.save(path);
}

} // namespace longshore
