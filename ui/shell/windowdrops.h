#pragma once

#include "ui/imports/droplogic.h"
#include "ui/sites/place.h"

#include <QObject>

class QMainWindow;

namespace longshore {

class DropTarget;
class Notice;
class Services;
class SitesPanel;
class WindowDialogs;

/// What is dropped anywhere on the main window, or named at the start, leads to the import assistant or to a sentence.
class WindowDrops final : public QObject
{
    Q_OBJECT

public:
    WindowDrops(Services& services, SitesPanel& sites, WindowDialogs& dialogs, QMainWindow& window);

    /// Has its place above the pages; hidden until there is something to say.
    [[nodiscard]] Notice* notice() const { return m_notice; }
    /// Paths and links, from the command line.
    void open(const QStringList& files);

private:
    void decided(const DropDecision& decision, const Place& place);
    void openAssistant(const QString& path, const Place& place);
    [[nodiscard]] DropSentence misplaced(const DropDecision& decision, const Place& place) const;
    [[nodiscard]] QString wordsFor(const Place& place) const;

    Services& m_services;
    WindowDialogs& m_dialogs;
    DropTarget* m_target;
    Notice* m_notice;
    QString m_offered; ///< the file that can be looked at all the same
    Place m_place;
};

} // namespace longshore
