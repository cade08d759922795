#include "ui/imports/optionspage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/imports/importtext.h"
#include "ui_optionspage.h"

namespace longshore {

using namespace Qt::StringLiterals;

OptionsPage::OptionsPage(QWidget* parent)
    : ImportPageFrame(ImportPage::Options, parent), m_ui(std::make_unique<Ui::OptionsPage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeHeading(m_ui->tablesHeading, HeadingRank::Section);
    for (QLabel* note : {m_ui->dropNote, m_ui->keepNote, m_ui->keysNote, m_ui->addressNote}) {
        makeQuiet(note);
    }
    m_ui->search->setMaxLength(LongestReplacement);
    m_ui->by->setMaxLength(LongestReplacement);
    m_ui->findings->setTabAnchor(m_ui->by);
    connectFields();
}

OptionsPage::~OptionsPage() = default;

void OptionsPage::connectFields()
{
    connect(m_ui->drop, &QRadioButton::clicked, this,
            [this] { edit([](ImportPlan& plan) { plan.options.dropTables = true; }); });
    connect(m_ui->keep, &QRadioButton::clicked, this,
            [this] { edit([](ImportPlan& plan) { plan.options.dropTables = false; }); });
    connect(m_ui->keys, &QCheckBox::clicked, this,
            [this](bool off) { edit([off](ImportPlan& plan) { plan.options.foreignKeysOff = off; }); });
    connect(m_ui->replace, &QCheckBox::clicked, this,
            [this](bool on) { edit([on](ImportPlan& plan) { plan.replaces = on; }); });
    connect(m_ui->search, &QLineEdit::textEdited, this,
            [this](const QString& text) { edit([&text](ImportPlan& plan) { plan.options.searchFor = text; }); });
    connect(m_ui->by, &QLineEdit::textEdited, this,
            [this](const QString& text) { edit([&text](ImportPlan& plan) { plan.options.replaceBy = text; }); });
    connect(m_ui->findings, &FindingList::acceptedChanged, this, [this](const QList<Finding>& accepted) {
        edit([&accepted](ImportPlan& plan) {
            plan.acceptedForTarget.removeIf(&isAboutAddress);
            plan.acceptedForTarget += accepted;
        });
    });
}

QString OptionsPage::title() const
{
    //: Page of the import assistant between target and safety
    return tr("Options");
}

void OptionsPage::enter()
{
    QWidget* first = m_ui->drop;
    if (!hasOptions(m_plan, m_facts)) {
        first = m_ui->scroll;
    } else if (!m_plan.options.dropTables) {
        first = m_ui->keep;
    }
    first->setFocus();
}

void OptionsPage::refresh()
{
    const bool has = hasOptions(m_plan, m_facts);
    const bool isQuick = wayOf(m_plan, m_facts) == ImportWay::Quick;
    m_ui->wayIcon->setPixmap(icon(isQuick ? u"speed"_s : u"import"_s).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_ui->way->setText(wayText(m_plan, m_facts));
    m_ui->tablesCard->setVisible(has);
    m_ui->none->setVisible(!has);
    if (!has) {
        m_ui->none->showText(Tone::Active, tr("This service takes no options."),
                             tr("It carries the dump out as it is: a table is replaced where the dump itself deletes "
                                "it first, and addresses stay as they are."));
    }
    refreshTables();
    refreshAddress();
}

void OptionsPage::refreshTables()
{
    m_ui->drop->setChecked(m_plan.options.dropTables);
    m_ui->keep->setChecked(!m_plan.options.dropTables);
    m_ui->keys->setChecked(m_plan.options.foreignKeysOff);
    m_ui->keepNote->setText(keepTablesText(m_plan));
    m_ui->drop->setAccessibleDescription(m_ui->dropNote->text());
    m_ui->keep->setAccessibleDescription(m_ui->keepNote->text());
    m_ui->keys->setAccessibleDescription(m_ui->keysNote->text());
}

void OptionsPage::refreshAddress()
{
    const bool has = hasOptions(m_plan, m_facts);
    const QList<Finding> about = addressFindings(m_facts);
    m_ui->addressCard->setVisible(has || !about.isEmpty());
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->replace, m_ui->searchLabel, m_ui->search, m_ui->byLabel,
                                                         m_ui->by, m_ui->addressNote}) {
        part->setVisible(has);
    }
    m_ui->replace->setChecked(m_plan.replaces);
    m_ui->search->setEnabled(m_plan.replaces);
    m_ui->by->setEnabled(m_plan.replaces);
    if (m_ui->search->text() != m_plan.options.searchFor) {
        m_ui->search->setText(m_plan.options.searchFor);
    }
    if (m_ui->by->text() != m_plan.options.replaceBy) {
        m_ui->by->setText(m_plan.options.replaceBy);
    }
    m_ui->findings->showFindings(about, m_plan.acceptedForTarget, m_facts.now);
}

} // namespace longshore
