#include "ui/shell/windowactions.h"

#include "ui/common/icons.h"
#include "ui/jobs/jobmenu.h"
#include "ui/jobs/jobstate.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QWhatsThis>

namespace longshore {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QMainWindow& window) : QObject(&window)
{
    makeFileActions();
    makeViewActions();
    makeTransferActions();
    makeHelpActions();
}

QAction* WindowActions::make(const Words& words)
{
    auto* action = new QAction(icon(words.icon), words.text, this);
    action->setObjectName(words.name);
    action->setShortcut(words.shortcut);
    action->setWhatsThis(words.explanation);
    action->setStatusTip(words.explanation);
    QString tip = words.text;
    tip.remove(u'&').remove(u'…');
    if (!words.shortcut.isEmpty()) {
        tip += u" ("_s + words.shortcut.toString(QKeySequence::NativeText) + u')';
    }
    action->setToolTip(tip);
    return action;
}

void WindowActions::makeFileActions()
{
    exportDatabase = make({u"exportDatabase"_s, u"export"_s, tr("&Export…"),
                           tr("Exports a database of the selected environment and brings it to this computer."),
                           QKeySequence(Qt::CTRL | Qt::Key_E)});
    importFile = make({u"importFile"_s, u"import"_s, tr("&Import…"),
                       tr("Looks at a database package or SQL dump, and replaces a database with it if you want that."),
                       QKeySequence(Qt::CTRL | Qt::Key_I)});
    copyDatabase = make({u"copyDatabase"_s,
                         u"copy"_s,
                         tr("Cop&y to…"),
                         tr("Replaces a database of another environment with that of the selected one."),
                         {}});
    connectProject = make({u"connectProject"_s, u"connect"_s, tr("&Connect a project or site…"),
                           tr("Adds a project or sites with their key and learns what the key may touch."),
                           QKeySequence(Qt::CTRL | Qt::Key_N)});
    editConnection = make({u"editConnection"_s,
                           {},
                           tr("E&dit connection…"),
                           tr("Changes key, secret, tiers and environments of the selected project or site."),
                           {}});
    removeConnection = make({u"removeConnection"_s,
                             u"trash"_s,
                             tr("&Remove connection…"),
                             tr("Forgets the selected project or site and its secret. Files stay where they are."),
                             {}});
    practice = make({u"practice"_s,
                     u"practice"_s,
                     tr("&Practice server"),
                     tr("Starts a server on this computer that behaves like the service, with made-up data."),
                     {}});
    settings = make({u"settings"_s, u"settings"_s, tr("&Settings…"),
                     tr("Where files go, proxy, certificates, speed limit and connections."),
                     QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    settings->setMenuRole(QAction::PreferencesRole);
    quit = make({u"quit"_s,
                 {},
                 tr("&Quit"),
                 tr("Closes the program; jobs go on where they were at the next start."),
                 QKeySequence(Qt::CTRL | Qt::Key_Q)});
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeViewActions()
{
    overview = make({u"overview"_s, u"environment"_s, tr("&Overview"), tr("All environments in one table."),
                     QKeySequence(Qt::CTRL | Qt::Key_O)});
    library = make({u"library"_s, u"library"_s, tr("&Library"),
                    tr("Finished files: where each came from, and whether it is still whole."),
                    QKeySequence(Qt::CTRL | Qt::Key_L)});
    jobs = make({u"jobs"_s, u"jobs"_s, tr("Go to &jobs"), tr("Moves to the list of jobs below."),
                 QKeySequence(Qt::CTRL | Qt::Key_J)});
    filter = make({u"filter"_s, u"filter"_s, tr("&Filter sites"), tr("Moves to the filter above the tree."),
                   QKeySequence(Qt::CTRL | Qt::Key_F)});
    nextPane =
        make({u"nextPane"_s, {}, tr("&Next pane"), tr("Moves between tree, page and jobs."), QKeySequence(Qt::Key_F6)});
    previousPane = make({u"previousPane"_s,
                         {},
                         tr("&Previous pane"),
                         tr("Moves between tree, page and jobs."),
                         QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    showJobs = make({u"showJobs"_s,
                     {},
                     tr("&Show jobs"),
                     tr("Shows or hides the list of jobs below."),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)});
    showJobs->setCheckable(true);
    showJobs->setChecked(true);
    for (QAction* page : {overview, library}) {
        page->setCheckable(true);
    }
}

void WindowActions::makeTransferActions()
{
    pauseAll = make({u"pauseAll"_s, u"pause"_s, tr("&Pause all transfers"),
                     tr("Holds every transfer, also those still to come. Servers go on with their exports."),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    resumeAll =
        make({u"resumeAll"_s, u"resume"_s, tr("Res&ume all transfers"),
              tr("Every paused transfer goes on at the same byte."), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    limitAll = make({u"limitAll"_s, u"speed"_s, tr("&Limit speed of all transfers…"),
                     tr("How fast all transfers together may be; it counts at once."),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
}

void WindowActions::makeHelpActions()
{
    help = make({u"help"_s, u"help"_s, tr("&Help"), tr("Explains what is on the screen."), QKeySequence(Qt::Key_F1)});
    whatsThis = make({u"whatsThis"_s,
                      {},
                      tr("&What is this?"),
                      tr("Explains the next thing you press."),
                      QKeySequence(Qt::SHIFT | Qt::Key_F1)});
    connect(whatsThis, &QAction::triggered, this, &QWhatsThis::enterWhatsThisMode);
    about = make({u"about"_s, u"app"_s, tr("&About Longshore"), tr("Version and licence."), {}});
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::fillMenuBar(QMainWindow& window)
{
    QMenuBar* bar = window.menuBar();
    //: Menu
    QMenu* file = bar->addMenu(tr("&File"));
    file->addActions({exportDatabase, importFile, copyDatabase});
    file->addSeparator();
    file->addActions({connectProject, editConnection, removeConnection});
    file->addSeparator();
    file->addAction(quit);
    //: Menu
    m_jobMenu = bar->addMenu(tr("&Job"));
    //: Menu
    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions({overview, library, jobs});
    view->addSeparator();
    view->addActions({filter, nextPane, previousPane});
    view->addSeparator();
    view->addAction(showJobs);
    //: Menu
    QMenu* tools = bar->addMenu(tr("&Tools"));
    tools->addActions({practice, settings});
    //: Menu
    QMenu* helpMenu = bar->addMenu(tr("&Help"));
    helpMenu->addActions({help, whatsThis});
    helpMenu->addSeparator();
    helpMenu->addAction(about);
}

void WindowActions::fillToolBar(QToolBar& bar)
{
    bar.setObjectName(u"mainToolBar"_s);
    bar.setWindowTitle(tr("Toolbar"));
    bar.setMovable(false);
    bar.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar.addActions({exportDatabase, importFile});
    bar.addSeparator();
    bar.addActions({overview, library});
    auto* filler = new QWidget(&bar);
    filler->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar.addWidget(filler);
    bar.addActions({settings, help});
}

void WindowActions::fillJobMenu(const std::optional<JobRecord>& selected, JobActions& jobActions)
{
    qDeleteAll(m_jobMenu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)); // of the job before
    m_jobMenu->clear();
    m_jobMenu->addActions({exportDatabase, importFile});
    m_jobMenu->addSeparator();
    m_jobMenu->addActions({pauseAll, resumeAll, limitAll});
    if (selected) {
        m_jobMenu->addSection(jobPlace(*selected));
        addJobEntries(*m_jobMenu, *selected, jobActions);
    }
}

void WindowActions::fillPlaceMenu(QMenu& menu, bool isEnvironment)
{
    if (isEnvironment) {
        menu.addActions({exportDatabase, importFile, copyDatabase});
        menu.addSeparator();
    }
    menu.addActions({editConnection, removeConnection});
}

} // namespace longshore
