#include "ui/common/sight.h"

#include <QEvent>
#include <QWidget>

namespace longshore {

Sight::Sight(QWidget* widget) : QObject(widget), m_widget(widget), m_shown(widget->isVisible())
{
    widget->installEventFilter(this);
    look();
}

bool Sight::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched == m_widget && (type == QEvent::Show || type == QEvent::Hide)) {
        m_shown = type == QEvent::Show;
        look();
    } else if (type == QEvent::WindowStateChange) {
        look();
    }
    return QObject::eventFilter(watched, event);
}

/// Platforms differ in whether a minimised window hides what is in it; so its state is asked too.
void Sight::look()
{
    if (QWidget* window = m_widget->window(); window != m_window) {
        if (m_window != nullptr && m_window != m_widget) {
            m_window->removeEventFilter(this);
        }
        m_window = window;
        m_window->installEventFilter(this);
    }
    const bool seen = m_shown && !m_window->isMinimized();
    if (std::exchange(m_seen, seen) != seen) {
        Q_EMIT changed(seen);
    }
}

} // namespace longshore
