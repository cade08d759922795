#pragma once

#include "ui/imports/droplogic.h"
#include "ui/sites/place.h"

#include <QObject>
#include <functional>

class QDropEvent;
class QMimeData;
class QWidget;

namespace longshore {

class DropOverlay;

/// Makes a whole window take files: one large area appears over everything in it while something is dragged there.
/// The drop itself starts nothing; it is looked at in the background and decided().
class DropTarget final : public QObject
{
    Q_OBJECT

public:
    explicit DropTarget(QWidget& window);

    /// What stays visible under the area, and means a place: all on the screen.
    struct Places
    {
        std::function<QRect()> area;
        std::function<Place(const QPoint& point)> at;
        std::function<QRect(const QPoint& point)> rowAt;
        /// What the area says over a place; `place` is empty anywhere else.
        std::function<QString(const Place& place)> words;
    };
    void setPlaces(Places places) { m_places = std::move(places); }
    /// As if these had been dropped.
    void take(const QList<QUrl>& urls, const Place& place = {});

Q_SIGNALS:
    /// `place`: the environment it was dropped on, or empty.
    void decided(const longshore::DropDecision& decision, const longshore::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watchHandle();
    bool enter(QDropEvent* event);
    void move(QDropEvent* event);
    void drop(QDropEvent* event);
    void leave();
    [[nodiscard]] QPoint globalOf(const QDropEvent* event) const;
    [[nodiscard]] Place placeUnder(const QDropEvent* event) const;

    QWidget& m_window;
    DropOverlay* m_overlay;
    bool m_active = false; ///< something is being dragged over the window
    Places m_places;
};

} // namespace longshore
