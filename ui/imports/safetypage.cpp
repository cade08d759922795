#include "ui/imports/safetypage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/imports/importtext.h"
#include "ui_safetypage.h"

#include <QDir>

namespace longshore {

using namespace Qt::StringLiterals;

SafetyPage::SafetyPage(QWidget* parent)
    : ImportPageFrame(ImportPage::Safety, parent), m_ui(std::make_unique<Ui::SafetyPage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeQuiet(m_ui->cost);
    makeQuiet(m_ui->nameNote);
    connect(m_ui->backup, &QCheckBox::clicked, this, [this](bool on) {
        edit([on](ImportPlan& plan) { plan.backup = on ? ImportRequest::Backup::First : ImportRequest::Backup::None; });
    });
    connect(m_ui->folder, &QLineEdit::textEdited, this, [this](const QString& text) {
        edit([&text](ImportPlan& plan) { plan.backupFolder = QDir::fromNativeSeparators(text.trimmed()); });
    });
    connect(m_ui->name, &QLineEdit::textEdited, this, [this](const QString& text) {
        // An empty field shows the rule's name again.
        edit([&text](ImportPlan& plan) { plan.packageName = text.trimmed(); });
    });
    connect(m_ui->phrase, &QLineEdit::textEdited, this,
            [this](const QString& text) { edit([&text](ImportPlan& plan) { plan.typed = text; }); });
    connect(m_ui->change, &QPushButton::clicked, this, &SafetyPage::chooseFolderRequested);
}

SafetyPage::~SafetyPage() = default;

QString SafetyPage::title() const
{
    //: Fourth page of the import assistant
    return tr("Safety");
}

void SafetyPage::enter()
{
    m_ui->backup->setFocus();
}

void SafetyPage::refresh()
{
    const bool backsUp = m_plan.backup == ImportRequest::Backup::First;
    //: Box to tick. %1 is "CMS database of Contoso / Integration"
    m_ui->backup->setText(tr("&Back up the %1 first").arg(targetText(m_plan, m_facts)));
    m_ui->backup->setChecked(backsUp);
    m_ui->cost->setText(backupCostText(m_plan, m_facts));
    m_ui->folder->setEnabled(backsUp);
    m_ui->change->setEnabled(backsUp);
    if (QDir::fromNativeSeparators(m_ui->folder->text().trimmed()) != m_plan.backupFolder) {
        m_ui->folder->setText(QDir::toNativeSeparators(m_plan.backupFolder));
    }
    refreshName();
    refreshPhrase();
    m_ui->noWayBack->showText(Tone::Caution, noWayBackText(m_plan, m_facts));
}

void SafetyPage::refreshName()
{
    const bool has = !isDump(m_plan);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->nameLabel, m_ui->name, m_ui->nameIcon, m_ui->nameNote}) {
        part->setVisible(has);
    }
    if (!has) {
        return;
    }
    const QString name = packageNameOf(m_plan, m_facts);
    m_ui->name->setPlaceholderText(name);
    if (m_ui->name->text().trimmed() != name && !(m_ui->name->hasFocus() && m_ui->name->isModified())) {
        m_ui->name->setText(name);
        m_ui->name->setCursorPosition(0);
    }
    const PackageNameFault fault = nameFaultOf(m_plan, m_facts);
    const bool good = fault == PackageNameFault::None;
    m_ui->nameNote->setText(nameFaultText(fault, m_plan));
    m_ui->nameIcon->setPixmap(
        icon(good ? u"check"_s : u"error"_s, good ? Tone::Good : Tone::Bad).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_ui->name->setAccessibleDescription(m_ui->nameNote->text());
}

void SafetyPage::refreshPhrase()
{
    const QString why = guardText(m_plan, m_facts);
    m_ui->phraseCard->setVisible(!why.isEmpty());
    if (why.isEmpty()) {
        return;
    }
    m_ui->why->setText(why);
    const QString phrase = guardOf(m_plan, m_facts).phrase;
    //: %1 is what has to be typed: "contoso/Integration". The ampersand marks the key of the field
    m_ui->phraseLabel->setText(tr("T&ype %1 to go on").arg(QString(phrase).replace(u'&', u"&&"_s)));
    if (m_ui->phrase->text() != m_plan.typed) {
        m_ui->phrase->setText(m_plan.typed);
    }
    const bool done = isConfirmed(m_plan.typed, phrase);
    m_ui->phraseIcon->setPixmap(icon(done ? u"check"_s : u"warning"_s, done ? Tone::Good : Tone::Caution)
                                    .pixmap(QSize(16, 16), devicePixelRatioF()));
}

} // namespace longshore
