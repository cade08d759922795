#include "ui/shell/mainwindow.h"

#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "ui/common/filemanager.h"
#include "ui/common/notice.h"
#include "ui/common/prompts.h"
#include "ui/imports/importassistant.h"
#include "ui/jobs/jobactions.h"
#include "ui/jobs/jobdetails.h"
#include "ui/jobs/jobspanel.h"
#include "ui/library/librarypage.h"
#include "ui/shell/banner.h"
#include "ui/shell/offlinebanner.h"
#include "ui/shell/panes.h"
#include "ui/shell/quitplan.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windowdialogs.h"
#include "ui/shell/windowdrops.h"
#include "ui/shell/windowmemory.h"
#include "ui/shell/windowstatus.h"
#include "ui/sites/environmentpage.h"
#include "ui/sites/overviewpage.h"
#include "ui/sites/sitespanel.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize SmallestSize(900, 600);
}

MainWindow::MainWindow(Services& services, Prompts& prompts, Mode mode)
    : m_services(services),
      m_prompts(prompts),
      m_mode(mode),
      m_actions(new WindowActions(*this)),
      m_dialogs(new WindowDialogs(services, prompts, *this)),
      m_jobActions(new JobActions(services, this)),
      m_practiceBanner(new Banner(u"practice"_s, Tone::Active, this)),
      m_offlineBanner(new OfflineBanner(services, this)),
      m_across(new QSplitter(Qt::Horizontal, this)),
      m_down(new QSplitter(Qt::Vertical, this)),
      m_sites(new SitesPanel(services, this)),
      m_stack(new QStackedWidget(this)),
      m_jobs(new JobsPanel(services, this))
{
    m_drops = new WindowDrops(services, *m_sites, *m_dialogs, *this);
    setObjectName(u"mainWindow"_s);
    setWindowTitle(mode == Mode::Practice ? tr("Practice") : tr("Longshore"));
    setMinimumSize(SmallestSize);
    m_jobActions->setPrompts(prompts);
    m_jobs->setPrompts(prompts);
    buildPages();
    buildLayout();
    m_status = new WindowStatus(services, *m_actions, *statusBar());
    connectActions();
    connectPages();
    connectServices();
    m_memory = std::make_unique<WindowMemory>(services.settings(), *this, *m_across, *m_down);
    m_memory->restore();
    refreshState();
    firstPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_welcome = new WelcomePage(m_actions->connectProject, m_actions->practice, m_stack);
    m_overview = new OverviewPage(m_services, m_stack);
    m_environment = new EnvironmentPage(m_services, m_prompts, m_stack);
    m_library = new LibraryPage(m_services, m_stack);
    m_job = new JobDetails(m_services, m_stack);
    m_library->setPrompts(m_prompts);
    m_job->setPrompts(m_prompts);
    m_job->setTrends(m_jobs->trends());
    for (QWidget* page : std::initializer_list<QWidget*>{m_welcome, m_overview, m_environment, m_library, m_job}) {
        m_stack->addWidget(page); // in the order of Page
    }
}

void MainWindow::buildLayout()
{
    m_actions->fillMenuBar(*this);
    auto* bar = new QToolBar(this);
    m_actions->fillToolBar(*bar);
    addToolBar(bar);
    m_sites->setConnectAction(m_actions->connectProject);

    m_across->setObjectName(u"across"_s);
    m_across->addWidget(m_sites);
    m_across->addWidget(m_stack);
    m_across->setStretchFactor(1, 1);
    m_across->setCollapsible(1, false);
    m_down->setObjectName(u"down"_s);
    m_down->addWidget(m_across);
    m_down->addWidget(m_jobs);
    m_down->setStretchFactor(0, 1);
    m_down->setCollapsible(0, false);

    m_practiceBanner->setText(tr("Practice server: nothing here touches a real site"));
    m_practiceBanner->setVisible(m_mode == Mode::Practice);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_practiceBanner);
    layout->addWidget(m_offlineBanner);
    layout->addWidget(m_drops->notice());
    layout->addWidget(m_down, 1);
    setCentralWidget(centre);
}

void MainWindow::connectActions()
{
    const WindowActions& actions = *m_actions;
    connect(actions.exportDatabase, &QAction::triggered, this, &MainWindow::openExportHere);
    connect(actions.importFile, &QAction::triggered, this, &MainWindow::openImportHere);
    connect(actions.copyDatabase, &QAction::triggered, this, [this] { m_dialogs->openCopy(m_sites->current()); });
    connect(actions.connectProject, &QAction::triggered, this, [this] {
        if (m_mode == Mode::Practice) {
            Q_EMIT connectRequested();
        } else {
            m_dialogs->openConnect();
        }
    });
    connect(actions.practice, &QAction::triggered, this, &MainWindow::practiceRequested);
    connect(actions.editConnection, &QAction::triggered, this,
            [this] { m_dialogs->openEdit(m_sites->current().connectionId); });
    connect(actions.removeConnection, &QAction::triggered, this,
            [this] { m_dialogs->askToRemove(m_sites->current().connectionId); });
    connect(actions.settings, &QAction::triggered, m_dialogs, &WindowDialogs::openSettings);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.overview, &QAction::triggered, this, [this] {
        m_overview->showConnection({});
        m_sites->select({});
        showPage(Page::Overview);
    });
    connect(actions.library, &QAction::triggered, this, [this] { showPage(Page::Library); });
    connect(actions.jobs, &QAction::triggered, this, [this] {
        m_actions->showJobs->setChecked(true);
        focusPane(m_jobs);
    });
    connect(actions.filter, &QAction::triggered, m_sites, &SitesPanel::focusFilter);
    connect(actions.nextPane, &QAction::triggered, this, [this] { cyclePane(1); });
    connect(actions.previousPane, &QAction::triggered, this, [this] { cyclePane(-1); });
    connect(actions.showJobs, &QAction::toggled, m_jobs, &QWidget::setVisible);
    connect(actions.help, &QAction::triggered, this, [this] { m_dialogs->openHelp(helpPage()); });
    connect(actions.about, &QAction::triggered, m_dialogs, &WindowDialogs::openAbout);
    connect(actions.pauseAll, &QAction::triggered, m_jobActions, &JobActions::pauseAll);
    connect(actions.resumeAll, &QAction::triggered, m_jobActions, &JobActions::resumeAll);
    connect(actions.limitAll, &QAction::triggered, m_jobActions, &JobActions::askLimitOfAll);
    connect(actions.jobMenu(), &QMenu::aboutToShow, this, &MainWindow::fillJobMenu);
    fillJobMenu();
}

void MainWindow::connectPages()
{
    connect(m_sites, &SitesPanel::currentChanged, this, &MainWindow::follow);
    connect(m_sites, &SitesPanel::menuRequested, this, &MainWindow::showPlaceMenu);
    connect(m_overview, &OverviewPage::placeActivated, this, &MainWindow::showPlace);
    connect(m_environment, &EnvironmentPage::exportRequested, m_dialogs, &WindowDialogs::openExport);
    connect(m_environment, &EnvironmentPage::startRequested, this, &MainWindow::startExport);
    connect(m_environment, &EnvironmentPage::jobActivated, this, &MainWindow::showJob);
    connect(m_environment, &EnvironmentPage::showFileRequested, this,
            [this](const QString& path) { revealInFileManager(path, this); });
    connect(m_environment, &EnvironmentPage::importRequested, this, &MainWindow::openImportHere);
    connect(m_environment, &EnvironmentPage::copyRequested, m_dialogs, &WindowDialogs::openCopy);
    connect(m_environment, &EnvironmentPage::undoRequested, m_dialogs, &WindowDialogs::openUndo);
    connect(m_library, &LibraryPage::importRequested, m_dialogs,
            [this](const LibraryEntry& entry) { m_dialogs->openImport({.path = entry.path, .libraryId = entry.id}); });
    connect(m_jobs, &JobsPanel::undoRequested, m_dialogs, &WindowDialogs::openUndo);
    connect(m_job, &JobDetails::undoRequested, m_dialogs, &WindowDialogs::openUndo);
    connect(m_jobActions, &JobActions::undoRequested, m_dialogs, &WindowDialogs::openUndo);
    connect(m_jobs, &JobsPanel::jobActivated, this, &MainWindow::showJob);
    connect(m_job, &JobDetails::jobGone, this, [this] { showPage(m_pageBeforeJob); });
    connect(m_job, &JobDetails::jobStarted, this, &MainWindow::announceJob);
    connect(m_dialogs, &WindowDialogs::practiceRequested, this, &MainWindow::practiceRequested);
    connect(m_dialogs, &WindowDialogs::connected, this, [this](const QString& id) {
        m_sites->select({id, {}});
        m_status->say(tr("Connected."));
    });
    connect(m_dialogs, &WindowDialogs::exportStarted, this, &MainWindow::announceJob);
    connect(m_dialogs, &WindowDialogs::importStarted, this, &MainWindow::announceJob);
    connect(m_jobActions, &JobActions::started, this, &MainWindow::announceJob);
    connect(m_jobActions, &JobActions::said, m_status, &WindowStatus::say);
    connect(m_jobs, &JobsPanel::said, m_status, &WindowStatus::say);
    connect(m_jobActions, &JobActions::failed, m_dialogs, &WindowDialogs::showError);
}

void MainWindow::connectServices()
{
    connect(&m_services, &Services::secretNeeded, m_dialogs, &WindowDialogs::askForSecret);
    connect(&m_services, &Services::raiseRequested, this, [this](const QStringList& files) {
        raiseToFront();
        openFiles(files);
    });
    connect(&m_services, &Services::engineTaken, this,
            [this] { m_status->say(tr("The other Longshore ended; this window carries on its jobs.")); });
    connect(&m_services.connections(), &Connections::connectionChanged, this, [this] {
        refreshState();
        if (m_page == Page::Welcome) {
            firstPage();
        }
    });
    connect(&m_services.connections(), &Connections::connectionRemoved, this, [this] {
        refreshState();
        firstPage();
    });
}

void MainWindow::firstPage()
{
    if (m_services.connections().all().isEmpty()) {
        showPage(Page::Welcome);
        return;
    }
    const Place place = Place::fromKey(m_services.settings().value().selectedPlace);
    const auto connection = m_services.connections().find(place.connectionId);
    if (connection && connection->environment(place.environment)) {
        showPlace(place);
        return;
    }
    showPage(Page::Overview);
}

void MainWindow::showPage(Page page)
{
    m_page = page;
    m_stack->setCurrentIndex(static_cast<int>(page));
    m_actions->overview->setChecked(page == Page::Overview);
    m_actions->library->setChecked(page == Page::Library);
    m_across->widget(0)->setVisible(page != Page::Welcome);
    m_jobs->setVisible(page != Page::Welcome && m_actions->showJobs->isChecked());
}

void MainWindow::showPlace(const Place& place)
{
    m_sites->select(place);
    follow(place);
}

void MainWindow::follow(const Place& place)
{
    if (place.connectionId.isEmpty()) {
        return;
    }
    refreshState();
    if (!place.isEnvironment()) {
        m_overview->showConnection(place.connectionId);
        showPage(Page::Overview);
        return;
    }
    m_environment->showPlace(place);
    showPage(Page::Environment);
    Settings settings = m_services.settings().value();
    settings.selectedPlace = place.key();
    m_services.settings().update(settings);
}

void MainWindow::showJob(const QString& id)
{
    if (m_page != Page::Job) {
        m_pageBeforeJob = m_page;
    }
    m_job->showJob(id);
    m_jobs->selectJob(id);
    showPage(Page::Job);
}

void MainWindow::openExportHere()
{
    const Place place = m_sites->current();
    m_dialogs->openExportAsLastTime(place.connectionId, place.environment);
}

/// Where the tree stands is only a suggestion, and one that the guard may refuse.
void MainWindow::openImportHere()
{
    const Place place = m_sites->current();
    m_dialogs->openImport({.connectionId = place.connectionId, .environment = place.environment});
}

void MainWindow::openFiles(const QStringList& files)
{
    m_drops->open(files);
}

void MainWindow::startExport(const ExportRequest& request)
{
    auto* task = m_services.jobs().start(request, this);
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            announceJob(*task->result());
        } else {
            m_dialogs->showError(task->result().error());
        }
    });
    task->start();
}

void MainWindow::announceJob(const QString& id)
{
    m_actions->showJobs->setChecked(true);
    m_jobs->selectJob(id);
    if (const auto record = m_services.jobs().record(id)) {
        m_status->say(startedText(*record));
    }
    m_sites->setFocus(Qt::OtherFocusReason);
}

void MainWindow::fillJobMenu()
{
    m_actions->fillJobMenu(m_services.jobs().record(m_jobs->selectedJob()), *m_jobActions);
}

void MainWindow::refreshState()
{
    const auto connection = m_services.connections().find(m_sites->current().connectionId);
    m_actions->editConnection->setEnabled(connection.has_value() && m_mode == Mode::Real);
    m_actions->removeConnection->setEnabled(connection.has_value() && m_mode == Mode::Real);
    m_actions->exportDatabase->setEnabled(!m_services.connections().all().isEmpty());
    m_actions->copyDatabase->setEnabled(connection.has_value() && m_sites->current().isEnvironment());
    m_actions->practice->setVisible(m_mode == Mode::Real);
}

void MainWindow::cyclePane(int step)
{
    QList<QWidget*> panes{m_sites, m_stack, m_jobs};
    panes.removeIf([](const QWidget* pane) { return !pane->isVisible(); });
    focusNextPane(panes, step);
}

void MainWindow::showPlaceMenu(const Place& place, const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillPlaceMenu(*menu, place.isEnvironment());
    menu->popup(where);
}

QString MainWindow::helpPage() const
{
    switch (m_page) {
    case Page::Welcome:
        return u"getting-started"_s;
    case Page::Job:
        return u"trouble"_s;
    default:
        return u"exporting"_s;
    }
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // At a logout nobody may be kept waiting: everything is in the store already.
    const bool asks = !m_mayClose && !qGuiApp->isSavingSession() && m_services.ownsEngine()
                      && m_services.settings().value().quitAsks
                      && !whatGoesOnWithoutUs(m_services.jobs().records()).isEmpty();
    if (asks) {
        event->ignore();
        askToQuit();
        return;
    }
    m_memory->save();
    event->accept();
    Q_EMIT closed();
}

void MainWindow::askToQuit()
{
    askWhetherToQuit(m_prompts, m_services.jobs().records(), this, [this] {
        m_mayClose = true;
        close();
    });
}

} // namespace longshore
