#include "ui/exports/exportwizard.h"

#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "ui/common/filemanager.h"
#include "ui/common/prompts.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"
#include "ui/exports/exporttext.h"
#include "ui/exports/folderfacts.h"
#include "ui/exports/keeppage.h"
#include "ui/exports/whatpage.h"
#include "ui/exports/wherepage.h"
#include "ui_exportwizard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int lastPage = 2;

int pageOf(PlanField field)
{
    switch (field) {
    case PlanField::Place:
    case PlanField::Database:
        return 0;
    case PlanField::Retention:
        return 1;
    case PlanField::Folder:
    case PlanField::FileName:
        break;
    }
    return lastPage;
}

} // namespace

ExportWizard::ExportWizard(Services& services, const ExportRequest& prefill, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_ui(std::make_unique<Ui::ExportWizard>()),
      m_dialogs(std::make_unique<DialogPrompts>()),
      m_prompts(m_dialogs.get())
{
    build();
    connectPages();
    setPlan(planFrom(prefill, services.jobs().records(), services.connections().all(),
                     services.settings().value().libraryFolder));
    goTo(0);
}

ExportWizard::~ExportWizard() = default;

ExportWizard* ExportWizard::asLastTime(Services& services, const QString& connectionId, const QString& environment,
                                       QWidget* parent)
{
    auto* wizard = new ExportWizard(services, {}, parent);
    wizard->setPlan(planAsLastTime(connectionId, environment, services.jobs().records(), services.connections().all(),
                                   services.settings().value().libraryFolder));
    return wizard;
}

void ExportWizard::build()
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->notice->hide();
    m_what = new WhatPage(m_ui->pages);
    m_keep = new KeepPage(m_ui->pages);
    m_where = new WherePage(m_ui->pages);
    for (QWidget* page :
         {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_where)}) {
        m_ui->pages->addWidget(page);
    }
    m_measureSoon.setSingleShot(true);
    m_measureSoon.setInterval(150ms);
    m_relearnSoon.setSingleShot(true);
    m_relearnSoon.setInterval(500ms);
    m_minute.setInterval(20s);
    m_minute.start();
}

void ExportWizard::connectPages()
{
    connect(m_what, &WhatPage::edited, this, &ExportWizard::setPlan);
    connect(m_keep, &KeepPage::edited, this, &ExportWizard::setPlan);
    connect(m_where, &WherePage::edited, this, &ExportWizard::setPlan);
    connect(m_where, &WherePage::changeFolderAsked, this, &ExportWizard::chooseFolder);
    connect(m_where, &WherePage::showKeptAsked, this,
            [this] { revealInFileManager(m_facts.kept.value(m_plan.databases.value(0)).path, this); });
    connect(m_ui->next, &QPushButton::clicked, this, &ExportWizard::next);
    connect(m_ui->back, &QPushButton::clicked, this, [this] { goTo(page() - pageStep()); });
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->copyCommand, &QPushButton::clicked, this, &ExportWizard::copyCommand);
    connect(&m_measureSoon, &QTimer::timeout, this, &ExportWizard::measure);
    connect(&m_minute, &QTimer::timeout, this, &ExportWizard::refresh);
    connect(&m_relearnSoon, &QTimer::timeout, this, [this] {
        learnPlace();
        refresh();
    });
    const auto relearn = [this] {
        if (!m_relearnSoon.isActive()) {
            m_relearnSoon.start();
        }
    };
    connect(&m_services.jobs(), &Jobs::jobChanged, this, relearn);
    connect(&m_services.connections(), &Connections::connectionChanged, this, relearn);
    connect(&m_services.connections(), &Connections::connectionRemoved, this, relearn);
}

void ExportWizard::setPlan(const ExportPlan& plan)
{
    const bool newFolder = plan.folder != m_plan.folder || plan.fileName != m_plan.fileName;
    if (plan.databases.size() > 1 || plan.environment != m_plan.environment) {
        m_plan = plan;
        m_plan.fileName.clear();
    } else {
        m_plan = plan;
    }
    if (newFolder) {
        m_measureSoon.start();
    }
    m_ui->notice->hide();
    learnPlace();
    refresh();
}

void ExportWizard::learnPlace()
{
    const Jobs& jobs = m_services.jobs();
    const QList<JobRecord> records = jobs.records();
    m_facts.connections = m_services.connections().all();
    m_facts.before = jobBefore(m_plan.connectionId, records);
    m_facts.lastExports.clear();
    m_facts.kept.clear();
    for (const Database database : allDatabases()) {
        m_facts.estimates[database] = jobs.estimate(m_plan.connectionId, m_plan.environment, database);
        if (const auto kept = m_services.library().newest(m_plan.connectionId, m_plan.environment, database)) {
            m_facts.kept.insert(database, *kept);
        }
        for (const JobRecord& record : records) {
            if (!record.import && record.step == JobStep::Done && record.connectionId() == m_plan.connectionId
                && record.environment() == m_plan.environment && record.database() == database) {
                m_facts.lastExports.insert(database, record);
                break;
            }
        }
    }
}

void ExportWizard::refresh()
{
    m_facts.now = m_services.clock().nowUtc();
    m_what->showPlan(m_plan, m_facts);
    m_keep->showPlan(m_plan, m_facts);
    m_where->showPlan(m_plan, m_facts);
    const std::optional<Connection> connection = m_facts.connection(m_plan);
    const std::optional<Environment> environment = m_facts.environment(m_plan);
    m_ui->band->setVisible(environment.has_value());
    if (connection && environment) {
        m_ui->band->setPlace(environment->tier, placeText(connection->name, environment->name),
                             platformText(*connection));
    }
    const std::optional<PlanField> problem = problemOf(m_plan, m_facts);
    const bool blocks = problem && pageOf(*problem) <= page();
    const bool last = page() == lastPage;
    m_ui->next->setEnabled(!blocks && !m_starting);
    m_ui->back->setEnabled(page() > 0 && !m_starting);
    m_ui->copyCommand->setVisible(last);
    m_ui->copyCommand->setEnabled(!problem);
    //: Button of the export wizard when another export of the project runs
    m_ui->next->setText(!last ? tr("&Next") : m_facts.before ? tr("&Add to queue") : tr("&Start export"));
    if (blocks) {
        m_ui->notice->showText(Tone::Caution, problemText(*problem, m_plan, m_facts));
    }
    refreshSteps();
}

void ExportWizard::refreshSteps()
{
    QLabel* const labels[] = {m_ui->stepWhat, m_ui->stepKeep, m_ui->stepWhere};
    // The service of a site decides by itself how long it keeps a file.
    m_ui->stepKeep->setVisible(!m_plan.isDump());
    //: Last page of the export wizard, %1 is its number
    m_ui->stepWhere->setText(tr("%1  Where").arg(m_plan.isDump() ? 2 : 3));
    for (int i = 0; i <= lastPage; ++i) {
        QFont font = this->font();
        font.setWeight(i == page() ? QFont::DemiBold : QFont::Normal);
        labels[i]->setFont(font);
        QPalette colours;
        colours.setColor(QPalette::WindowText, toneColor(i == page() ? Tone::Active : Tone::Muted, palette()));
        labels[i]->setPalette(colours);
    }
    //: Read aloud: the page of the export wizard
    m_ui->pages->setAccessibleName(m_plan.isDump() ? tr("Page %1 of %2").arg(page() == 0 ? 1 : 2).arg(lastPage)
                                                   : tr("Page %1 of %2").arg(page() + 1).arg(lastPage + 1));
}

int ExportWizard::page() const
{
    return m_ui->pages->currentIndex();
}

/// From the first page to the last or back in one step, where there is nothing between them.
int ExportWizard::pageStep() const
{
    return m_plan.isDump() ? lastPage : 1;
}

void ExportWizard::goTo(int page)
{
    m_ui->pages->setCurrentIndex(qBound(0, page, lastPage));
    m_ui->notice->hide();
    refresh();
    switch (this->page()) {
    case 0:
        m_what->focusFirst();
        break;
    case 1:
        m_keep->focusFirst();
        break;
    default:
        m_where->focusFirst();
        break;
    }
    m_ui->next->setDefault(true);
}

void ExportWizard::next()
{
    if (page() < lastPage) {
        goTo(page() + pageStep());
    } else {
        start();
    }
}

void ExportWizard::start()
{
    if (m_starting || problemOf(m_plan, m_facts)) {
        return;
    }
    m_starting = true;
    refresh();
    startNext();
}

void ExportWizard::startNext()
{
    const ExportRequest request = requestsOf(m_plan).constFirst();
    ResultTask<QString>* task = m_services.jobs().start(request, this);
    connect(task, &Task::finished, this, [this, task] {
        const Result<QString> result = task->result();
        if (!result) {
            m_starting = false;
            refresh();
            m_ui->notice->showError(result.error());
            return;
        }
        Q_EMIT jobStarted(*result);
        if (m_plan.databases.size() > 1) {
            m_plan.databases.removeFirst();
            startNext();
            return;
        }
        accept();
    });
    task->start();
}

void ExportWizard::copyCommand()
{
    const std::optional<Connection> connection = m_facts.connection(m_plan);
    QGuiApplication::clipboard()->setText(commandFor(m_plan, connection ? connection->name : QString()));
    //: The command line that does the same is in the clipboard
    m_ui->notice->showText(Tone::Good, tr("Copied. Paste it into a terminal; it holds no secret."));
}

void ExportWizard::chooseFolder()
{
    m_prompts->chooseFolder(tr("Folder for exported databases"), m_plan.folder, this, this,
                            [this](const QString& folder) {
                                ExportPlan plan = m_plan;
                                plan.folder = folder;
                                setPlan(plan);
                            });
}

void ExportWizard::measure()
{
    if (m_measuring) {
        m_measuring->cancel();
    }
    auto* task = new BackgroundTask<FolderFacts>(
        [folder = m_plan.folder, name = m_plan.fileName](const CancelFlag&) -> Result<FolderFacts> {
            return measureFolder(folder, name);
        },
        this);
    m_measuring = task;
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            m_facts.folder = *task->result();
            refresh();
        }
    });
    task->start();
}

} // namespace longshore
