#pragma once

#include "app/domain/exportrequest.h"
#include "app/domain/jobrecord.h"
#include "ui/sites/place.h"

#include <QMainWindow>
#include <memory>

class QSplitter;
class QStackedWidget;

namespace longshore {

class Banner;
class OfflineBanner;
class EnvironmentPage;
class JobActions;
class JobDetails;
class JobsPanel;
class LibraryPage;
class OverviewPage;
class Prompts;
class Services;
class SitesPanel;
class WelcomePage;
class WindowActions;
class WindowDialogs;
class WindowDrops;
class WindowMemory;
class WindowStatus;

/// The window of one state folder: tree, pages and jobs, and the actions on them. The services are ready before it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page { Welcome, Overview, Environment, Library, Job };
    enum class Mode { Real, Practice };

    MainWindow(Services& services, Prompts& prompts, Mode mode);
    ~MainWindow() override;

    void showPage(Page page);
    void showPlace(const Place& place);
    void showJob(const QString& id);
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] WindowActions& actions() const { return *m_actions; }
    [[nodiscard]] WindowDialogs& dialogs() const { return *m_dialogs; }
    void raiseToFront();
    /// As if they had been dropped; nothing happens for none.
    void openFiles(const QStringList& files);

Q_SIGNALS:
    /// The practice server has a state folder and so a window of its own.
    void practiceRequested();
    /// Asked for in the practice window: a project belongs into the real one.
    void connectRequested();
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildLayout();
    void buildPages();
    void connectActions();
    void connectPages();
    void connectServices();
    void firstPage();
    void follow(const Place& place);
    void openExportHere();
    void openImportHere();
    void startExport(const ExportRequest& request);
    void announceJob(const QString& id);
    void fillJobMenu();
    void refreshState();
    void cyclePane(int step);
    void showPlaceMenu(const Place& place, const QPoint& where);
    void askToQuit();
    [[nodiscard]] QString helpPage() const;

    Services& m_services;
    Prompts& m_prompts;
    Mode m_mode;
    WindowActions* m_actions;
    WindowDialogs* m_dialogs;
    WindowDrops* m_drops;
    WindowStatus* m_status = nullptr;
    JobActions* m_jobActions;
    Banner* m_practiceBanner;
    OfflineBanner* m_offlineBanner;
    QSplitter* m_across;
    QSplitter* m_down;
    SitesPanel* m_sites;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome = nullptr;
    OverviewPage* m_overview = nullptr;
    EnvironmentPage* m_environment = nullptr;
    LibraryPage* m_library = nullptr;
    JobDetails* m_job = nullptr;
    JobsPanel* m_jobs;
    std::unique_ptr<WindowMemory> m_memory;
    Page m_page = Page::Welcome;
    Page m_pageBeforeJob = Page::Overview;
    bool m_mayClose = false;
};

} // namespace longshore
