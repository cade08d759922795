#pragma once

#include <QAction>
#include <QObject>
#include <optional>

class QMainWindow;
class QMenu;
class QToolBar;

namespace longshore {

class JobActions;
struct JobRecord;

/// Every action of the window, with its words, shortcut and explanation. Menus and the toolbar are only views on them.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow& window);

    void fillMenuBar(QMainWindow& window);
    void fillToolBar(QToolBar& bar);
    /// `selected`: the job that is selected in the list.
    void fillJobMenu(const std::optional<JobRecord>& selected, JobActions& jobActions);
    /// Of one row in the tree.
    void fillPlaceMenu(QMenu& menu, bool isEnvironment);
    [[nodiscard]] QMenu* jobMenu() const { return m_jobMenu; }

    QAction* exportDatabase = nullptr;
    QAction* importFile = nullptr;
    QAction* copyDatabase = nullptr;
    QAction* connectProject = nullptr;
    QAction* editConnection = nullptr;
    QAction* removeConnection = nullptr;
    QAction* practice = nullptr;
    QAction* settings = nullptr;
    QAction* quit = nullptr;
    QAction* overview = nullptr;
    QAction* library = nullptr;
    QAction* jobs = nullptr;
    QAction* filter = nullptr;
    QAction* nextPane = nullptr;
    QAction* previousPane = nullptr;
    QAction* showJobs = nullptr; ///< checkable
    QAction* pauseAll = nullptr;
    QAction* resumeAll = nullptr;
    QAction* limitAll = nullptr;
    QAction* help = nullptr;
    QAction* whatsThis = nullptr;
    QAction* about = nullptr;

private:
    struct Words
    {
        QString name;
        QString icon;
        QString text;
        QString explanation;
        QKeySequence shortcut;
    };
    [[nodiscard]] QAction* make(const Words& words);
    void makeFileActions();
    void makeViewActions();
    void makeTransferActions();
    void makeHelpActions();

    QMenu* m_jobMenu = nullptr;
};

} // namespace longshore
