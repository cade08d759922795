#include "ui/imports/importassistant.h"

#include "app/archive/fileinspection.h"
#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/domain/targetfindings.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "ui/common/prompts.h"
#include "ui/common/tierband.h"
#include "ui/common/words.h"
#include "ui/exports/folderfacts.h"
#include "ui/imports/checkpage.h"
#include "ui/imports/droptarget.h"
#include "ui/imports/filepage.h"
#include "ui/imports/gopage.h"
#include "ui/imports/optionspage.h"
#include "ui/imports/safetypage.h"
#include "ui/imports/targetpage.h"

#include <QPushButton>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize SmallestSize(640, 500);
constexpr QSize UsualSize(740, 670);

int indexOf(ImportPage page)
{
    return static_cast<int>(page);
}

} // namespace

ImportAssistant::ImportAssistant(Services& services, Prompts& prompts, QWidget* parent)
    : Assistant(parent),
      m_services(services),
      m_prompts(prompts),
      m_band(new TierBand(this)),
      m_filePage(new FilePage(this)),
      m_checkPage(new CheckPage(this)),
      m_targetPage(new TargetPage(this)),
      m_optionsPage(new OptionsPage(this)),
      m_safetyPage(new SafetyPage(this)),
      m_goPage(new GoPage(this))
{
    setObjectName(u"importAssistant"_s);
    setWindowTitle(tr("Import"));
    setMinimumSize(SmallestSize);
    resize(UsualSize);
    setBanner(m_band);
    m_measureSoon.setSingleShot(true);
    m_measureSoon.setInterval(150ms);
    m_relearnSoon.setSingleShot(true);
    m_relearnSoon.setInterval(500ms);
    m_minute.setInterval(20s);
    m_minute.start();
    for (ImportPageFrame* page : pages()) {
        addPage(page);
        connect(page, &ImportPageFrame::edited, this, &ImportAssistant::setPlan);
    }
    connectPages();
    connectServices();
    begin({});
}

ImportAssistant::~ImportAssistant() = default;

/// In the order of ImportPage.
QList<ImportPageFrame*> ImportAssistant::pages() const
{
    return {m_filePage, m_checkPage, m_targetPage, m_optionsPage, m_safetyPage, m_goPage};
}

void ImportAssistant::connectPages()
{
    connect(m_filePage, &FilePage::chooseRequested, this, &ImportAssistant::chooseFile);
    connect(m_checkPage, &CheckPage::checkRequested, this, &ImportAssistant::check);
    connect(m_checkPage, &CheckPage::checkAgainRequested, this, [this] {
        m_plan.file.reset();
        m_plan.dump.reset();
        m_plan.findings.clear();
        m_plan.accepted.clear();
        check();
    });
    connect(m_safetyPage, &SafetyPage::chooseFolderRequested, this, &ImportAssistant::chooseFolder);
    connect(this, &Assistant::completed, this, &ImportAssistant::start);
    connect(this, &Assistant::pageShown, this, [this](int index) {
        if (index == indexOf(ImportPage::Go)) {
            backButton()->setFocus(); // nothing that starts has the focus
        }
    });
    auto* drops = new DropTarget(*this);
    connect(drops, &DropTarget::decided, this, [this](const DropDecision& decision) {
        if (decision.kind == DropDecision::Kind::Open) {
            begin({.path = decision.path, .connectionId = m_start.connectionId, .environment = m_start.environment});
        } else {
            showPage(indexOf(ImportPage::File));
            m_filePage->refuse(decision);
        }
    });
}

void ImportAssistant::connectServices()
{
    connect(&m_measureSoon, &QTimer::timeout, this, &ImportAssistant::measureFolder);
    connect(&m_minute, &QTimer::timeout, this, &ImportAssistant::refresh);
    connect(&m_relearnSoon, &QTimer::timeout, this, [this] {
        learnTarget();
        refresh();
    });
    const auto relearn = [this] {
        if (!m_relearnSoon.isActive()) {
            m_relearnSoon.start();
        }
    };
    connect(&m_services.jobs(), &Jobs::jobChanged, this, relearn);
    connect(&m_services.jobs(), &Jobs::jobRemoved, this, relearn);
    connect(&m_services.connections(), &Connections::connectionChanged, this, relearn);
    connect(&m_services.connections(), &Connections::connectionRemoved, this, relearn);
}

void ImportAssistant::begin(const ImportStart& start)
{
    if (m_checking) {
        m_checking->disconnect(this);
        m_checking->disconnect(m_checkPage);
        m_checking->cancel();
        m_checking.clear();
    }
    m_facts.checking = false;
    m_start = start;
    ImportPlan plan;
    plan.path = start.path;
    plan.libraryId = start.libraryId;
    plan.undoes = start.undoes;
    plan.backupFolder = m_services.settings().value().libraryFolder;
    if (start.database) {
        plan.target = TargetDatabase{start.connectionId, start.environment, *start.database};
    }
    m_plan = plan;
    if (const std::optional<LibraryEntry> entry = origin()) {
        m_plan.libraryId = entry->id;
    }
    m_filePage->setOrigin(origin());
    learnTarget();
    refresh();
    showPage(indexOf(start.path.isEmpty() ? ImportPage::File : ImportPage::Check));
}

void ImportAssistant::setPlan(const ImportPlan& plan)
{
    const bool newTarget = plan.target != m_plan.target;
    const bool newFolder = plan.backupFolder != m_plan.backupFolder;
    m_plan = plan;
    if (newTarget) {
        m_plan.acceptedForTarget.clear();
        m_plan.packageName.clear();
        m_plan.typed.clear();
        m_facts.connections = m_services.connections().all();
        suggestAddress();
    }
    if (newFolder || newTarget) {
        m_measureSoon.start();
    }
    learnTarget();
    refresh();
}

/// Once for each file; going back and forth does not read it again.
void ImportAssistant::check()
{
    if (m_plan.path.isEmpty() || m_checking || m_plan.file || !m_plan.findings.isEmpty()) {
        return;
    }
    InspectionTask* task = inspectFile(m_plan.path, this);
    m_checking = task;
    m_facts.checking = true;
    const bool isOurs = origin().has_value();
    connect(task, &InspectionTask::found, this, [this, isOurs](const Finding& finding) {
        m_plan.findings << (isOurs ? ofPlatformsExport(finding) : finding);
        refresh();
    });
    connect(task, &Task::progressChanged, m_checkPage, &CheckPage::showProgress);
    connect(task, &Task::finished, this, [this, task] { checked(task); });
    task->start();
    refresh();
}

void ImportAssistant::checked(InspectionTask* task)
{
    m_checking.clear();
    m_facts.checking = false;
    if (task->result()) {
        m_plan.file = task->result()->file;
        m_plan.dump = task->result()->dump;
        // A dump says its time without a zone; the library knows when it was exported.
        const std::optional<LibraryEntry> entry = m_plan.dump ? origin() : std::nullopt;
        m_plan.file->facts.exportedAt = entry ? entry->exportedAt : m_plan.file->facts.exportedAt;
        m_plan.findings = task->result()->findings;
        if (origin()) {
            std::ranges::transform(m_plan.findings, m_plan.findings.begin(), ofPlatformsExport);
        }
        suggestTarget();
        suggestAddress();
    } else {
        m_plan.findings = {{.severity = Finding::Severity::Error,
                            .kind = Finding::Kind::FileUnreadable,
                            .place = m_plan.path,
                            .detail = task->result().error().detail}};
    }
    learnTarget();
    refresh();
}

void ImportAssistant::suggestTarget()
{
    if (m_plan.target || m_start.environment.isEmpty() || !m_plan.file) {
        return;
    }
    const std::optional<Connection> connection = m_services.connections().find(m_start.connectionId);
    const std::optional<Database> holds = m_plan.file->facts.database;
    // What the file holds decides between the databases; a suggestion never guesses that.
    if (connection && holds && databasesOf(connection->platform).contains(*holds)) {
        m_plan.target = TargetDatabase{m_start.connectionId, m_start.environment, *holds};
        m_measureSoon.start();
    }
}

/// A site that is put elsewhere should know itself by its new address; the person sees it and may switch it off.
void ImportAssistant::suggestAddress()
{
    const std::optional<AddressReplacement> suggested = suggestionFor(m_plan, m_facts);
    m_plan.replaces = suggested.has_value();
    m_plan.options.searchFor = suggested ? suggested->searchFor : QString();
    m_plan.options.replaceBy = suggested ? suggested->replaceBy : QString();
}

void ImportAssistant::learnTarget()
{
    const Jobs& jobs = m_services.jobs();
    m_facts.connections = m_services.connections().all();
    m_facts.records = jobs.records();
    m_facts.now = m_services.clock().nowUtc();
    m_facts.targetFindings.clear();
    if (!m_plan.target) {
        return;
    }
    const TargetDatabase& target = *m_plan.target;
    m_facts.usedNames = jobs.usedPackageNames(target.connectionId);
    m_facts.estimate = jobs.estimate(target.connectionId, target.environment, target.database);
    m_facts.stakes = jobs.importStakes(target.connectionId, target.environment, target.database, m_plan.backup,
                                       m_plan.file ? m_plan.file->facts.exportedAt : QDateTime());
    if (m_plan.file) {
        learnFindings(target);
    }
}

void ImportAssistant::learnFindings(const TargetDatabase& target)
{
    TargetExpectations expected{.now = m_facts.now};
    if (isPackedAlike(m_plan, m_facts.records)) {
        expected.usualBytes = m_services.jobs().usualSize(target.connectionId, target.environment, target.database);
    }
    if (const std::optional<JobRecord> last = lastImportInto(target, m_facts.records, m_plan.undoes)) {
        expected.lastImportAt = last->finishedAt.isValid() ? last->finishedAt : m_facts.now;
    }
    if (const std::optional<LibraryEntry> entry = origin()) {
        using Source = TargetExpectations::Source;
        const bool itself = entry->connectionId == target.connectionId
                            && entry->environment.compare(target.environment, Qt::CaseInsensitive) == 0;
        expected.source = Source{.place = itself ? Source::Place::TheTargetItself : Source::Place::Elsewhere,
                                 .name = placeText(entry->connectionName, entry->environment),
                                 .tier = entry->tier};
    }
    expected.dump = m_plan.dump;
    expected.domain = m_facts.environment(m_plan).value_or(Environment{}).domain;
    expected.searchFor = m_plan.replaces ? m_plan.options.searchFor : QString();
    expected.held = m_services.jobs().heldBy(target.connectionId, target.environment, target.database, m_plan.undoes);
    m_facts.targetFindings = findingsForTarget(*m_plan.file, target.database, expected);
}

std::optional<LibraryEntry> ImportAssistant::origin() const
{
    if (!m_plan.libraryId.isEmpty()) {
        return m_services.library().entry(m_plan.libraryId);
    }
    const QList<LibraryEntry> entries = m_services.library().entries();
    const auto found = std::ranges::find(entries, m_plan.path, &LibraryEntry::path);
    return m_plan.path.isEmpty() || found == entries.end() ? std::nullopt : std::optional(*found);
}

void ImportAssistant::refresh()
{
    m_facts.now = m_services.clock().nowUtc();
    setSkipped(indexOf(ImportPage::Options), !isDump(m_plan));
    for (ImportPageFrame* page : pages()) {
        page->showPlan(m_plan, m_facts);
    }
    const std::optional<Connection> connection = m_facts.connection(m_plan);
    const std::optional<Environment> environment = m_facts.environment(m_plan);
    m_band->setVisible(environment.has_value());
    if (connection && environment) {
        m_band->setPlace(environment->tier, placeText(connection->name, environment->name),
                         databaseText(m_plan.target->database));
    }
}

void ImportAssistant::chooseFile()
{
    m_prompts.chooseFile(tr("Database file to import"), databaseFileFilter(), this, this, [this](const QString& path) {
        if (!path.isEmpty()) {
            begin({.path = path, .connectionId = m_start.connectionId, .environment = m_start.environment});
        }
    });
}

void ImportAssistant::chooseFolder()
{
    m_prompts.chooseFolder(tr("Folder for the backup"), m_plan.backupFolder, this, this, [this](const QString& folder) {
        ImportPlan plan = m_plan;
        plan.backupFolder = folder;
        setPlan(plan);
    });
}

void ImportAssistant::measureFolder()
{
    if (m_measuring) {
        m_measuring->cancel();
    }
    auto* task = new BackgroundTask<FolderFacts>(
        [folder = m_plan.backupFolder](const CancelFlag&) -> Result<FolderFacts> {
            return longshore::measureFolder(folder, {});
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

void ImportAssistant::start()
{
    if (problemOf(m_plan, m_facts, ImportPage::Go)) {
        return;
    }
    m_goPage->setStarting(true);
    ResultTask<QString>* task = m_services.jobs().startImport(requestOf(m_plan, m_facts), m_plan.typed, this);
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            Q_EMIT jobStarted(*task->result());
            accept();
            return;
        }
        m_goPage->setStarting(false);
        m_goPage->showError(task->result().error());
    });
    task->start();
}

} // namespace longshore
