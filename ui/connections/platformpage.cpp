#include "ui/connections/platformpage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/connections/connectdraft.h"
#include "ui_platformpage.h"

namespace longshore {

using namespace Qt::StringLiterals;

PlatformPage::PlatformPage(ConnectDraft& draft, QWidget* parent)
    : AssistantPage(parent), m_draft(draft), m_ui(std::make_unique<Ui::PlatformPage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeQuiet(m_ui->dxpText);
    makeQuiet(m_ui->vectorText);
    makeQuiet(m_ui->practiceText);
    makeQuiet(m_ui->helpText);
    m_ui->helpText->hide();
    m_ui->help->setIcon(icon(u"help"_s, Tone::Active));
    m_ui->help->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_ui->help, &QToolButton::toggled, m_ui->helpText, &QWidget::setVisible);
    m_ui->helpText->setTextFormat(Qt::RichText);
    for (QRadioButton* choice : {m_ui->dxp, m_ui->vector, m_ui->practice}) {
        connect(choice, &QRadioButton::toggled, this, &PlatformPage::choose);
    }
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
    const Platform platform = m_ui->vector->isChecked() ? Platform::VectorPro : Platform::OptimizelyDxp;
    if (std::exchange(m_draft.connection.platform, platform) != platform) {
        m_draft.connection.baseUrl = m_ui->vector->isChecked() ? defaultVectorBaseUrl() : defaultOptimizelyBaseUrl();
        m_draft.tested = false;
    }
    Q_EMIT completeChanged();
}

void PlatformPage::tryAdvance()
{
    if (!m_draft.practice) {
        Q_EMIT advanced();
        return;
    }
    Q_EMIT practiceRequested();
}

} // namespace longshore
