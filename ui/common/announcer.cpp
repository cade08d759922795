#include "ui/common/announcer.h"

#include <QAccessible>
#include <QTimer>

namespace longshore {

Announcer::Announcer(QWidget* parent) : QLabel(parent), m_fade(new QTimer(this))
{
    setObjectName(QStringLiteral("announcer"));
    setTextFormat(Qt::PlainText);
    setAccessibleName(tr("Status"));
    m_fade->setSingleShot(true);
    m_fade->setInterval(std::chrono::seconds(10));
    connect(m_fade, &QTimer::timeout, this, &QLabel::clear);
}

void Announcer::say(const QString& sentence)
{
    setText(sentence);
    m_fade->start();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, sentence);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
#else
    setAccessibleName(sentence);
    QAccessibleEvent event(this, QAccessible::NameChanged);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace longshore
