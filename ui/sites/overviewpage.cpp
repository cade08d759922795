#include "ui/sites/overviewpage.h"

#include "app/core/clock.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "ui/common/card.h"
#include "ui/common/labels.h"
#include "ui/common/tierbadge.h"
#include "ui/sites/environmentsmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

class TierDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem panel(option);
        QStyledItemDelegate::initStyleOption(&panel, index);
        panel.text.clear();
        panel.icon = {};
        panel.features = QStyleOptionViewItem::None;
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &panel, painter, option.widget);
        const auto tier = static_cast<Tier>(index.data(EnvironmentsModel::TierRole).toInt());
        paintTierBadge(*painter, option.rect.adjusted(6, 0, 0, 0), tier, option.palette, option.font);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto tier = static_cast<Tier>(index.data(EnvironmentsModel::TierRole).toInt());
        return tierBadgeSize(tier, option.font).grownBy({6, 4, 18, 4});
    }
};

} // namespace

OverviewPage::OverviewPage(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_model(new EnvironmentsModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this))
{
    buildTable();
    auto* hint = quietLabel(this);
    hint->setText(tr("Choose an environment to export its databases."));
    auto* frame = new Card(this);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(headingLabel(HeadingRank::Page, tr("All environments"), this));
    layout->addWidget(hint);
    layout->addSpacing(4);
    layout->addWidget(frame, 1);
    setFocusProxy(m_table);

    const auto follow = [this] { refresh(); };
    connect(&services.connections(), &Connections::ready, this, follow);
    connect(&services.connections(), &Connections::connectionChanged, this, follow);
    connect(&services.connections(), &Connections::connectionRemoved, this, follow);
    connect(&services.jobs(), &Jobs::ready, this, follow);
    connect(&services.jobs(), &Jobs::jobChanged, this, follow);
    connect(&services.jobs(), &Jobs::jobRemoved, this, follow);
    auto* tick = new QTimer(this);
    tick->setInterval(std::chrono::minutes(1));
    connect(tick, &QTimer::timeout, this, follow);
    tick->start();
    refresh();
}

void OverviewPage::buildTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(EnvironmentsModel::SortRole);
    m_table->setObjectName(u"environmentsTable"_s);
    m_table->setAccessibleName(tr("All environments"));
    m_table->setModel(m_sorted);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setItemDelegateForColumn(EnvironmentsModel::TierColumn, new TierDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 16);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(EnvironmentsModel::NowColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 16);
    const auto activate = [this](const QModelIndex& index) {
        Q_EMIT placeActivated(m_model->placeAt(m_sorted->mapToSource(index)));
    };
    connect(m_table, &QTableView::activated, this, activate);
    connect(m_table, &QTableView::clicked, this, activate);
}

void OverviewPage::showConnection(const QString& connectionId)
{
    m_connectionId = connectionId;
    refresh();
}

void OverviewPage::refresh()
{
    QList<Connection> connections = m_services.connections().all();
    if (!m_connectionId.isEmpty()) {
        connections.removeIf([this](const Connection& connection) { return connection.id != m_connectionId; });
    }
    const QDateTime now = m_services.clock().nowUtc();
    m_model->setRows(environmentRows(connections, m_services.jobs().records(), now), now);
}

} // namespace longshore
