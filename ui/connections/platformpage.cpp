#include "ui/connections/platformpage.h"

#include "app/services.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/connections/connectdraft.h"
#include "ui_platformpage.h"

namespace longshore {

PlatformPage::PlatformPage(Services& services, ConnectDraft& draft, QWidget* parent)
    : AssistantPage(parent),
      m_services(services),
      m_draft(draft),
      m_ui(std::make_unique<Ui::PlatformPage>()),
      m_notice(new Notice(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeQuiet(m_ui->dxpText);
    makeQuiet(m_ui->practiceText);
    makeQuiet(m_ui->helpText);
    m_ui->helpText->hide();
    m_notice->hide();
    m_ui->layout->insertWidget(m_ui->layout->count() - 1, m_notice);
    connect(m_ui->help, &QToolButton::toggled, m_ui->helpText, &QWidget::setVisible);
    connect(m_ui->practice, &QRadioButton::toggled, this, &PlatformPage::choose);
}

PlatformPage::~PlatformPage() = default;

QString PlatformPage::title() const
{
    //: Name of an assistant's page: which service the databases are at
    return tr("Platform");
}

QString PlatformPage::forwardText() const
{
    return m_draft.practice ? tr("&Start practice server") : QString();
}

void PlatformPage::choose()
{
    m_draft.practice = m_ui->practice->isChecked();
    m_notice->hide();
    Q_EMIT completeChanged();
}

void PlatformPage::tryAdvance()
{
    if (!m_draft.practice) {
        Q_EMIT advanced();
        return;
    }
    m_starting = true;
    Q_EMIT completeChanged();
    auto* task = m_services.startPractice(this);
    connect(task, &Task::finished, this, [this, task] {
        m_starting = false;
        Q_EMIT completeChanged();
        if (!task->result()) {
            m_notice->showError(task->result().error());
            return;
        }
        Q_EMIT practiceStarted(*task->result());
    });
    task->start();
}

} // namespace longshore
