#include "ui/imports/targetpage.h"

#include "ui/common/labels.h"
#include "ui/imports/findinglist.h"
#include "ui/imports/targetsmodel.h"

#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

TargetPage::TargetPage(QWidget* parent)
    : ImportPageFrame(ImportPage::Target, parent),
      m_model(new TargetsModel(this)),
      m_list(new QListView(this)),
      m_findings(new FindingList(this))
{
    m_list->setObjectName(u"targets"_s);
    m_list->setAccessibleName(tr("Databases that can be replaced"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TargetsDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(fontMetrics().height() * 7);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { choose(index); });
    connect(m_findings, &FindingList::acceptedChanged, this, [this](const QList<Finding>& accepted) {
        edit([&accepted](ImportPlan& plan) {
            plan.acceptedForTarget.removeIf([](const Finding& finding) { return !isAboutAddress(finding); });
            plan.acceptedForTarget += accepted;
        });
    });
    auto* column = new QWidget(this);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, 8, 0);
    columnLayout->addWidget(m_findings);
    columnLayout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What fits the target and what does not"));
    scroll->setWidget(column);
    m_findings->setTabAnchor(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    layout->addWidget(headingLabel(HeadingRank::Page, tr("Which database should it replace?"), this));
    layout->addWidget(m_list, 4);
    layout->addWidget(scroll, 5);
}

QString TargetPage::title() const
{
    //: Third page of the import assistant
    return tr("Target");
}

void TargetPage::enter()
{
    m_list->setFocus();
}

void TargetPage::choose(const QModelIndex& index)
{
    const std::optional<TargetDatabase> target = m_model->targetAt(index);
    if (!m_refreshing && target && target != m_plan.target) {
        edit([&target](ImportPlan& plan) { plan.target = target; });
    }
}

void TargetPage::refresh()
{
    const QScopedValueRollback guard(m_refreshing, true);
    m_model->setChoices(targetChoices(m_plan, m_facts), m_facts.now);
    if (!m_plan.target) {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
    } else if (const QModelIndex index = m_model->indexOf(*m_plan.target); index != m_list->currentIndex()) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    m_findings->showFindings(m_plan.target ? fitFindings(m_facts) : QList<Finding>(), m_plan.acceptedForTarget,
                             m_facts.now);
}

} // namespace longshore
