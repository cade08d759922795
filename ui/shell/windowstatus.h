#pragma once

#include <QObject>

class QAction;
class QStatusBar;
class QToolButton;

namespace longshore {

class Announcer;
class Services;
class WindowActions;

/// The cells of the status bar: flat buttons that say a state and lead to it.
class WindowStatus final : public QObject
{
    Q_OBJECT

public:
    WindowStatus(Services& services, WindowActions& actions, QStatusBar& bar);
    /// Seen, and read out by a screen reader.
    void say(const QString& sentence);

private:
    [[nodiscard]] QToolButton* addCell(QStatusBar& bar, const QString& name, QAction* action);
    void refresh();

    Services& m_services;
    Announcer* m_announcer;
    QToolButton* m_jobs;
    QToolButton* m_library;
    QToolButton* m_limit;
    QToolButton* m_online;
};

} // namespace longshore
