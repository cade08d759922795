#include "ui/sites/sitespanel.h"

#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "ui/common/icons.h"
#include "ui/sites/placefacts.h"
#include "ui/sites/sitesdelegate.h"
#include "ui/sites/sitesfilter.h"
#include "ui/sites/sitesmodel.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

SitesPanel::SitesPanel(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_model(new SitesModel(this)),
      m_filter(new SitesFilter(this)),
      m_typed(new QLineEdit(this)),
      m_tree(new QTreeView(this))
{
    m_typed->setObjectName(u"sitesFilter"_s);
    m_typed->setPlaceholderText(tr("Filter sites"));
    m_typed->setAccessibleName(tr("Filter sites and environments"));
    m_typed->setClearButtonEnabled(true);
    m_typed->addAction(icon(u"filter"_s, Tone::Muted), QLineEdit::LeadingPosition);
    connect(m_typed, &QLineEdit::textChanged, this, &SitesPanel::applyFilter);
    buildTree();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 4, 10);
    layout->setSpacing(8);
    layout->addWidget(m_typed);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);

    connect(&services.connections(), &Connections::ready, this, &SitesPanel::refreshConnections);
    connect(&services.connections(), &Connections::connectionChanged, this, &SitesPanel::refreshConnections);
    connect(&services.connections(), &Connections::connectionRemoved, this, &SitesPanel::refreshConnections);
    connect(&services.jobs(), &Jobs::ready, this, &SitesPanel::refreshActivity);
    connect(&services.jobs(), &Jobs::jobChanged, this, &SitesPanel::refreshActivity);
    connect(&services.jobs(), &Jobs::jobRemoved, this, &SitesPanel::refreshActivity);
    refreshConnections();
    refreshActivity();
}

void SitesPanel::buildTree()
{
    m_filter->setSourceModel(m_model);
    m_tree->setObjectName(u"sitesTree"_s);
    m_tree->setAccessibleName(tr("Sites and environments"));
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new SitesDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIconSize(QSize(18, 18));
    m_tree->setIndentation(14);
    m_tree->setMouseTracking(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAutoFillBackground(false);
    m_tree->viewport()->setAutoFillBackground(false);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentChanged(current()); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SitesPanel::askMenu);
    // A new project opens itself, so that its environments are seen at once.
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& parent) {
        if (parent.isValid()) {
            m_tree->expand(parent);
        } else {
            m_tree->expandAll();
        }
    });
}

Place SitesPanel::current() const
{
    return m_model->placeAt(m_filter->mapToSource(m_tree->currentIndex()));
}

void SitesPanel::select(const Place& place)
{
    const QModelIndex source = m_model->indexOf(place);
    m_tree->setCurrentIndex(m_filter->mapFromSource(source));
}

Place SitesPanel::placeAt(const QPoint& global) const
{
    const QWidget* viewport = m_tree->viewport();
    const QPoint local = viewport->mapFromGlobal(global);
    return viewport->rect().contains(local) ? m_model->placeAt(m_filter->mapToSource(m_tree->indexAt(local))) : Place{};
}

QRect SitesPanel::rowsArea() const
{
    const QWidget* viewport = m_tree->viewport();
    return viewport->isVisible() ? QRect(viewport->mapToGlobal(QPoint()), viewport->size()) : QRect();
}

QRect SitesPanel::rowAreaAt(const QPoint& global) const
{
    const QWidget* viewport = m_tree->viewport();
    QRect row = m_tree->visualRect(m_tree->indexAt(viewport->mapFromGlobal(global)));
    if (row.isValid()) {
        row.setLeft(0);
        row.moveTopLeft(viewport->mapToGlobal(row.topLeft()));
    }
    return row;
}

void SitesPanel::focusFilter()
{
    m_typed->setFocus(Qt::ShortcutFocusReason);
    m_typed->selectAll();
}

void SitesPanel::setConnectAction(QAction* action)
{
    auto* button = new QPushButton(action->icon(), action->text(), this);
    button->setObjectName(u"sitesConnect"_s);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    layout()->addWidget(button);
}

void SitesPanel::refreshConnections()
{
    m_model->setConnections(m_services.connections().all());
}

void SitesPanel::refreshActivity()
{
    QHash<QString, Activity> activity;
    const QList<JobRecord> records = m_services.jobs().records();
    for (const JobRecord& record : records) {
        if (isLive(record)) {
            Activity& here = activity[Place{record.connectionId(), record.environment()}.key()];
            ++(needsPerson(record) ? here.needsPerson : here.running);
        }
    }
    m_model->setActivity(activity);
}

void SitesPanel::applyFilter(const QString& typed)
{
    m_filter->setWords(typed);
    m_tree->expandAll();
}

void SitesPanel::askMenu(const QPoint& position)
{
    // The menu key asks at a place of its own choice and means the current row.
    const QModelIndex under = m_tree->indexAt(position);
    const QModelIndex index = under.isValid() ? under : m_tree->currentIndex();
    if (index.isValid()) {
        const QPoint where = under.isValid() ? position : m_tree->visualRect(index).center();
        Q_EMIT menuRequested(m_model->placeAt(m_filter->mapToSource(index)), m_tree->viewport()->mapToGlobal(where));
    }
}

} // namespace longshore
