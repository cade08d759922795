#include "ui/imports/droptarget.h"

#include "app/core/backgroundtask.h"
#include "ui/imports/dropfacts.h"
#include "ui/imports/dropoverlay.h"

#include <QDropEvent>
#include <QMimeData>
#include <QWidget>
#include <QWindow>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Links come too, to be told why they lead nowhere; other text belongs into the field under it.
QList<QUrl> urlsOf(const QMimeData* mime)
{
    if (mime == nullptr || mime->hasUrls() || !mime->hasText()) {
        return mime == nullptr ? QList<QUrl>() : mime->urls();
    }
    const QUrl link(mime->text().trimmed(), QUrl::StrictMode);
    const QString scheme = link.scheme();
    return link.isValid() && (scheme == "http"_L1 || scheme == "https"_L1) ? QList{link} : QList<QUrl>();
}

} // namespace

DropTarget::DropTarget(QWidget& window) : QObject(&window), m_window(window), m_overlay(new DropOverlay(&window))
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    watchHandle();
}

/// The events are taken before they are handed to a field or list under the pointer, which would take them as text.
void DropTarget::watchHandle()
{
    if (QWindow* handle = m_window.windowHandle()) {
        handle->removeEventFilter(this);
        handle->installEventFilter(this);
    }
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Show || event->type() == QEvent::WinIdChange) {
            watchHandle();
        }
        return false;
    }
    switch (event->type()) {
    case QEvent::DragEnter:
        return enter(static_cast<QDropEvent*>(event));
    case QEvent::DragMove:
        if (m_active) {
            move(static_cast<QDropEvent*>(event));
        }
        return m_active;
    case QEvent::DragLeave:
        leave();
        return false;
    case QEvent::Drop:
        if (!m_active) {
            return false;
        }
        drop(static_cast<QDropEvent*>(event));
        return true;
    default:
        return false;
    }
}

QPoint DropTarget::globalOf(const QDropEvent* event) const
{
    return m_window.mapToGlobal(event->position().toPoint());
}

Place DropTarget::placeUnder(const QDropEvent* event) const
{
    return m_places.at ? m_places.at(globalOf(event)) : Place{};
}

bool DropTarget::enter(QDropEvent* event)
{
    if (urlsOf(event->mimeData()).isEmpty()) {
        return false;
    }
    m_active = true;
    move(event);
    return true;
}

void DropTarget::move(QDropEvent* event)
{
    // A row of our own library goes to another program, or onto an environment; anywhere else it means nothing.
    const bool isMeant = event->source() == nullptr || placeUnder(event).isEnvironment();
    m_overlay->setVisible(isMeant);
    if (!isMeant) {
        event->ignore();
        return;
    }
    if (m_places.area) {
        const Place place = placeUnder(event);
        m_overlay->setWords(m_places.words(place));
        m_overlay->setHole(m_places.area(), place.isEnvironment() ? m_places.rowAt(globalOf(event)) : QRect());
    }
    event->setDropAction(Qt::CopyAction); // never a move: the file stays where it is
    event->accept();
}

void DropTarget::drop(QDropEvent* event)
{
    leave();
    if (event->source() != nullptr && !placeUnder(event).isEnvironment()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take(urlsOf(event->mimeData()), placeUnder(event));
}

void DropTarget::leave()
{
    m_active = false;
    m_overlay->hide();
}

void DropTarget::take(const QList<QUrl>& urls, const Place& place)
{
    auto* task = new BackgroundTask<QList<DroppedThing>>(
        [things = droppedThings(urls)](const CancelFlag&) -> Result<QList<DroppedThing>> { return lookAt(things); },
        this);
    connect(task, &Task::finished, this, [this, task, place] {
        if (task->result()) {
            Q_EMIT decided(decideDrop(*task->result()), place);
        }
    });
    task->start();
}

} // namespace longshore
