#include "ui/exports/keeppage.h"

#include "ui/common/labels.h"
#include "ui/exports/exporttext.h"
#include "ui_keeppage.h"

#include <QButtonGroup>
#include <QToolButton>

namespace longshore {

using namespace Qt::StringLiterals;

KeepPage::KeepPage(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::KeepPage>()), m_presets(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeHeading(m_ui->until, HeadingRank::Place);
    makeQuiet(m_ui->lead);
    makeQuiet(m_ui->advice);
    //: Behind a number of hours, in the field itself
    m_ui->hours->setSuffix(u' ' + tr("hours"));
    for (const std::chrono::hours preset : retentionPresets()) {
        auto* button = new QToolButton(this);
        button->setObjectName(u"preset%1"_s.arg(preset.count()));
        button->setText(retentionText(preset));
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        button->setFocusPolicy(Qt::StrongFocus);
        m_presets->addButton(button, static_cast<int>(preset.count()));
        m_ui->presets->addWidget(button);
    }
    m_presets->setExclusive(false); // A free number checks none of them.
    connect(m_presets, &QButtonGroup::idClicked, this, &KeepPage::edit);
    connect(m_ui->hours, &QSpinBox::valueChanged, this, &KeepPage::edit);
    setTabOrder(m_presets->buttons().constLast(), m_ui->hours);
}

KeepPage::~KeepPage() = default;

void KeepPage::focusFirst()
{
    m_ui->hours->setFocus();
    m_ui->hours->selectAll();
}

void KeepPage::showPlan(const ExportPlan& plan, const PlanFacts& facts)
{
    m_plan = plan;
    const int hours = static_cast<int>(plan.retention.count());
    const QSignalBlocker blocker(m_ui->hours);
    m_ui->hours->setValue(hours);
    const QList<QAbstractButton*> buttons = m_presets->buttons();
    for (QAbstractButton* button : buttons) {
        button->setChecked(m_presets->id(button) == hours);
    }
    m_ui->until->setText(keepUntilText(plan, facts));
    m_ui->hours->setAccessibleDescription(m_ui->until->text());

    const PlanNote note = retentionNote(plan, facts);
    const bool warns = note.tone == Tone::Caution;
    m_ui->advice->setText(warns ? QString() : note.text);
    m_ui->advice->setVisible(!warns);
    m_ui->warning->setVisible(warns);
    if (warns) {
        m_ui->warning->showText(Tone::Caution, note.text);
    }
}

void KeepPage::edit(int hours)
{
    m_plan.retention = std::chrono::hours(hours);
    Q_EMIT edited(m_plan);
}

} // namespace longshore
