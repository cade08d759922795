#include "ui/exports/whatpage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/words.h"
#include "ui/exports/exporttext.h"
#include "ui_whatpage.h"

#include <QStandardItemModel>
#include <algorithm>

namespace longshore {

namespace {

constexpr int connectionRole = Qt::UserRole;
constexpr int environmentRole = Qt::UserRole + 1;

} // namespace

WhatPage::WhatPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WhatPage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    for (QLabel* note : {m_ui->cmsNote, m_ui->commerceNote, m_ui->bothNote, m_ui->mysqlNote}) {
        makeQuiet(note);
    }
    connect(m_ui->place, &QComboBox::activated, this, &WhatPage::edit);
    for (QRadioButton* choice : {m_ui->cms, m_ui->commerce, m_ui->both, m_ui->mysql}) {
        connect(choice, &QRadioButton::clicked, this, &WhatPage::edit);
    }
}

WhatPage::~WhatPage() = default;

void WhatPage::focusFirst()
{
    m_ui->place->setFocus();
}

void WhatPage::showPlan(const ExportPlan& plan, const PlanFacts& facts)
{
    m_plan = plan;
    showPlaces(facts);
    for (int row = 0; row < m_ui->place->count(); ++row) {
        if (m_ui->place->itemData(row, connectionRole).toString() == plan.connectionId
            && m_ui->place->itemData(row, environmentRole).toString().compare(plan.environment, Qt::CaseInsensitive)
                   == 0) {
            m_ui->place->setCurrentIndex(row);
        }
    }
    QRadioButton* choice = plan.isDump()                                   ? m_ui->mysql
                           : plan.databases.size() > 1                     ? m_ui->both
                           : plan.databases.value(0) == Database::Commerce ? m_ui->commerce
                                                                           : m_ui->cms;
    choice->setChecked(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_ui->cms, m_ui->cmsNote, m_ui->commerce, m_ui->commerceNote,
                                                         m_ui->both, m_ui->bothNote}) {
        each->setVisible(!plan.isDump());
    }
    m_ui->mysql->setVisible(plan.isDump());
    m_ui->mysqlNote->setVisible(plan.isDump());
    m_ui->mysqlNote->setText(lastExportNote(Database::MySql, facts));
    m_ui->mysql->setAccessibleDescription(m_ui->mysqlNote->text());
    m_ui->cmsNote->setText(lastExportNote(Database::Cms, facts));
    m_ui->commerceNote->setText(lastExportNote(Database::Commerce, facts));
    m_ui->cms->setAccessibleDescription(m_ui->cmsNote->text());
    m_ui->commerce->setAccessibleDescription(m_ui->commerceNote->text());
    m_ui->both->setAccessibleDescription(m_ui->bothNote->text());
}

void WhatPage::showPlaces(const PlanFacts& facts)
{
    if (m_shown == facts.connections && m_ui->place->count() > 0) {
        return;
    }
    m_shown = facts.connections;
    m_ui->place->clear();
    for (const Connection& connection : facts.connections) {
        for (const Environment& environment : connection.environments) {
            const bool denied = environment.access == Access::Denied;
            const QString name = placeText(connection.name, environment.name);
            //: %1 is a place the key may not touch
            m_ui->place->addItem(tierIcon(environment.tier),
                                 denied ? tr("%1 (no right with this key)").arg(name) : name);
            const int row = m_ui->place->count() - 1;
            m_ui->place->setItemData(row, connection.id, connectionRole);
            m_ui->place->setItemData(row, environment.name, environmentRole);
            if (auto* model = qobject_cast<QStandardItemModel*>(m_ui->place->model()); model != nullptr && denied) {
                model->item(row)->setEnabled(false);
            }
        }
    }
    m_ui->place->setCurrentIndex(-1);
}

void WhatPage::edit()
{
    const QString connectionId = m_ui->place->currentData(connectionRole).toString();
    const QString environment = m_ui->place->currentData(environmentRole).toString();
    if (!m_plan.isDump()) {
        m_plan.databases = m_ui->both->isChecked()       ? databasesOf(Platform::OptimizelyDxp)
                           : m_ui->commerce->isChecked() ? QList{Database::Commerce}
                                                         : QList{Database::Cms};
    }
    const auto connection = std::ranges::find(m_shown, connectionId, &Connection::id);
    if (connection != m_shown.end()) {
        m_plan = movedTo(m_plan, *connection, environment);
    }
    Q_EMIT edited(m_plan);
}

} // namespace longshore
