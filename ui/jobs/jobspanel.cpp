#include "ui/jobs/jobspanel.h"

#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/sight.h"
#include "ui/jobs/jobactions.h"
#include "ui/jobs/jobdelegate.h"
#include "ui/jobs/jobmenu.h"
#include "ui/jobs/jobsmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QWidget* emptyPage(QWidget* parent)
{
    auto* page = new QWidget(parent);
    auto* heading = headingLabel(HeadingRank::Section, JobsPanel::tr("No jobs yet"), page);
    auto* text = quietLabel(page);
    text->setObjectName(u"jobsEmpty"_s);
    text->setText(JobsPanel::tr("Choose an environment and press Ctrl+E to export a database."));
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(heading, 0, Qt::AlignHCenter);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addStretch();
    return page;
}

} // namespace

JobsPanel::JobsPanel(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_actions(new JobActions(services, this))
{
    m_model = new JobsModel(
        services.clock(),
        [this](const JobRecord& record) {
            return m_services.jobs().estimate(record.connectionId(), record.environment(), record.database());
        },
        this);
    m_proxy = new JobsProxy(this);
    m_proxy->setSourceModel(m_model);
    build();
    buildKeys();
    connectJobs();
    connectView();
    refreshSummary();
    refreshVerbs();
}

JobsPanel::~JobsPanel() = default;

void JobsPanel::setPrompts(Prompts& prompts)
{
    m_actions->setPrompts(prompts);
}

std::shared_ptr<TransferTrends> JobsPanel::trends() const
{
    return m_model->trends();
}

void JobsPanel::buildBar()
{
    m_summaryLabel = quietLabel(this);
    m_summaryLabel->setObjectName(u"jobsSummary"_s);
    m_bar = new QToolBar(this);
    m_bar->setObjectName(u"jobVerbs"_s);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->setIconSize({16, 16});
    m_showFinished = new QToolButton(this);
    m_showFinished->setObjectName(u"showFinished"_s);
    //: Switch: also show jobs that have ended
    m_showFinished->setText(tr("Show finished"));
    m_showFinished->setCheckable(true);
    m_showFinished->setChecked(true);
    m_showFinished->setAutoRaise(true);
    m_all = new QToolButton(this);
    m_all->setObjectName(u"allTransfers"_s);
    //: Button with a menu: pause, resume and limit of all transfers
    m_all->setText(tr("All transfers"));
    m_all->setIcon(icon(u"speed"_s));
    m_all->setIconSize({16, 16});
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_all->setPopupMode(QToolButton::InstantPopup);
    m_all->setAutoRaise(true);
    m_all->setToolTip(tr("Pause or resume all transfers, and limit their speed"));
    m_all->setMenu(new QMenu(m_all));
    connect(m_all->menu(), &QMenu::aboutToShow, this, [this] {
        m_all->menu()->clear();
        addEntriesForAll(*m_all->menu(), m_services.jobs().records(), m_services.settings().value().bytesPerSecondLimit,
                         *m_actions);
    });
}

void JobsPanel::build()
{
    auto* heading = headingLabel(HeadingRank::Section, tr("Jobs"), this);
    m_list = new QListView(this); // before the buttons: the first that gets the focus
    buildBar();
    m_list->setObjectName(u"jobsList"_s);
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(emptyPage(this));

    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 4, 6, 2);
    top->addWidget(heading);
    top->addSpacing(4);
    top->addWidget(m_summaryLabel, 1);
    top->addWidget(m_bar);
    top->addWidget(m_all);
    top->addWidget(m_showFinished);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    setTabOrder(m_list, m_bar);
    setTabOrder(m_bar, m_all);
    setTabOrder(m_all, m_showFinished);
}

void JobsPanel::buildKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto&& triggered) {
        auto* action = new QAction(m_list);
        action->setShortcut(sequence);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, std::forward<decltype(triggered)>(triggered));
    };
    key(Qt::Key_Space, [this] { togglePause(); });
    key(Qt::Key_F5, [this] { m_actions->run(selectedJob(), JobVerb::CheckNow); });
    key(QKeySequence::Delete, [this] {
        m_actions->run(selectedJob(), JobVerb::RemoveFromQueue);
        m_actions->run(selectedJob(), JobVerb::DismissFinished);
    });
    const auto details = [this] {
        if (!selectedJob().isEmpty()) {
            Q_EMIT jobActivated(selectedJob());
        }
    };
    key(Qt::Key_Return, details);
    key(Qt::Key_Enter, details);
}

void JobsPanel::connectJobs()
{
    Jobs& jobs = m_services.jobs();
    connect(&jobs, &Jobs::ready, this, [this] {
        m_model->setJobs(m_services.jobs().records());
        refreshSummary();
        refreshVerbs();
    });
    connect(&jobs, &Jobs::jobChanged, this, &JobsPanel::take);
    connect(&jobs, &Jobs::progressed, m_model, &JobsModel::showProgress);
    connect(&jobs, &Jobs::jobRemoved, this, &JobsPanel::forget);
    if (jobs.isReady()) {
        m_model->setJobs(jobs.records());
    }
}

void JobsPanel::connectView()
{
    connect(m_list, &QListView::doubleClicked, this, [this] { Q_EMIT jobActivated(selectedJob()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        refreshVerbs();
        Q_EMIT jobSelected(selectedJob());
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JobsPanel::refreshVerbs);
    connect(m_list, &QWidget::customContextMenuRequested, this, &JobsPanel::showMenu);
    connect(m_showFinished, &QToolButton::toggled, this, [this](bool shown) { m_proxy->setFinishedShown(shown); });
    connect(m_actions, &JobActions::started, this, &JobsPanel::selectJob);
    connect(m_actions, &JobActions::undoRequested, this, &JobsPanel::undoRequested);
    connect(m_actions, &JobActions::said, this, &JobsPanel::said);
    auto* sight = new Sight(this);
    connect(sight, &Sight::changed, m_model, &JobsModel::setWatched);
}

void JobsPanel::take(const JobRecord& record)
{
    m_model->put(record);
    refreshSummary();
    if (record.id == m_selectWhenKnown) {
        selectJob(record.id);
    }
}

void JobsPanel::forget(const QString& id)
{
    m_model->remove(id);
    refreshSummary();
    refreshVerbs();
}

void JobsPanel::selectJob(const QString& id)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(id));
    m_selectWhenKnown = index.isValid() ? QString() : id;
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
}

QString JobsPanel::selectedJob() const
{
    return m_list->currentIndex().data(JobsModel::IdRole).toString();
}

void JobsPanel::refreshSummary()
{
    const QString summary = jobsSummary(m_services.jobs().records());
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_showFinished->setVisible(m_model->rowCount() > 0);
    m_all->setVisible(m_model->rowCount() > 0);
    m_summaryLabel->setText(summary);
    if (summary != m_summary) {
        m_summary = summary;
        Q_EMIT summaryChanged(summary);
    }
}

void JobsPanel::refreshVerbs()
{
    const std::optional<JobView> view = m_model->view(selectedJob());
    const QList<JobVerb> verbs = view ? verbsFor(view->record) : QList<JobVerb>();
    QString shown = selectedJob();
    for (const JobVerb verb : verbs) {
        shown += u'/' + QString::number(static_cast<int>(verb));
    }
    const bool hasSpeed = view && allows(view->record, JobVerb::SetLimit);
    shown += hasSpeed ? u"/speed"_s : QString();
    if (shown == m_verbsShown) {
        return; // Buttons under the pointer stay what they are.
    }
    m_verbsShown = shown;
    const QList<QAction*> old = m_bar->actions();
    for (QAction* action : old) {
        m_bar->removeAction(action);
        action->deleteLater(); // it may be the one that is being triggered
    }
    for (const JobVerb verb : verbs) {
        QAction* action = m_bar->addAction(icon(verbIcon(verb)), verbTextFor(verb, view->record));
        action->setToolTip(verbHintFor(verb, view->record));
        connect(action, &QAction::triggered, this, [this, verb] { m_actions->run(selectedJob(), verb); });
    }
    if (hasSpeed) {
        addSpeedButton();
    }
}

/// Its menu is made when it opens, so that it shows what is set then.
void JobsPanel::addSpeedButton()
{
    //: Button with a menu: priority and limit of one transfer
    QAction* action = m_bar->addAction(icon(u"speed"_s), tr("Speed"));
    action->setToolTip(tr("Priority and speed limit of this transfer"));
    auto* menu = new QMenu(this);
    connect(action, &QObject::destroyed, menu, &QObject::deleteLater);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        if (const std::optional<JobView> view = m_model->view(selectedJob())) {
            addSpeedEntries(*menu, view->record, *m_actions);
        }
    });
    action->setMenu(menu);
    if (auto* button = qobject_cast<QToolButton*>(m_bar->widgetForAction(action))) {
        button->setPopupMode(QToolButton::InstantPopup);
    }
}

void JobsPanel::showMenu(const QPoint& position)
{
    const std::optional<JobView> view = m_model->view(selectedJob());
    if (!view) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = selectedJob();
    QAction* details = menu->addAction(icon(u"details"_s), tr("Details"));
    connect(details, &QAction::triggered, this, [this, id] { Q_EMIT jobActivated(id); });
    menu->setDefaultAction(details);
    menu->addSeparator();
    addJobEntries(*menu, view->record, *m_actions);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void JobsPanel::togglePause()
{
    const std::optional<JobView> view = m_model->view(selectedJob());
    if (view) {
        const bool paused = allows(view->record, JobVerb::Resume);
        m_actions->run(selectedJob(), paused ? JobVerb::Resume : JobVerb::Pause);
    }
}

} // namespace longshore
