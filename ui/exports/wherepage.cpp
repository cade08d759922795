#include "ui/exports/wherepage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/exports/exporttext.h"
#include "ui_wherepage.h"

#include <QDir>

namespace longshore {

using namespace Qt::StringLiterals;

WherePage::WherePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WherePage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeHeading(m_ui->happensHeading, HeadingRank::Section);
    makeQuiet(m_ui->usual);
    m_ui->kept->hide();
    m_ui->queue->hide();
    for (const DumpFormat format : {DumpFormat::Plain, DumpFormat::Gzip, DumpFormat::Zstd}) {
        m_ui->format->addItem(dumpFormatText(format), static_cast<int>(format));
    }
    connect(m_ui->format, &QComboBox::activated, this, &WherePage::edit);
    connect(m_ui->download, &QCheckBox::clicked, this, &WherePage::edit);
    connect(m_ui->folder, &QLineEdit::textEdited, this, &WherePage::edit);
    connect(m_ui->name, &QLineEdit::textEdited, this, &WherePage::edit);
    connect(m_ui->change, &QPushButton::clicked, this, &WherePage::changeFolderAsked);
    connect(m_ui->kept, &Notice::actionTriggered, this, &WherePage::showKeptAsked);
}

WherePage::~WherePage() = default;

void WherePage::focusFirst()
{
    m_ui->folder->setFocus();
}

void WherePage::showPlan(const ExportPlan& plan, const PlanFacts& facts)
{
    m_plan = plan;
    m_ui->download->setChecked(plan.download);
    m_ui->download->setVisible(!plan.isDump());
    m_ui->formatLabel->setVisible(plan.isDump());
    m_ui->format->setVisible(plan.isDump());
    m_ui->format->setCurrentIndex(m_ui->format->findData(static_cast<int>(plan.dumpFormat)));
    const QString folder = QDir::toNativeSeparators(plan.folder);
    // What is being typed may end in a blank that the plan does not have.
    if (QDir::fromNativeSeparators(m_ui->folder->text().trimmed()) != plan.folder) {
        m_ui->folder->setText(folder);
    }
    m_ui->folder->setEnabled(plan.download);
    m_ui->change->setEnabled(plan.download);
    showName(facts);
    showSpace(facts);
    showSteps(whatHappens(plan, facts));
    m_ui->usual->setText(usualNote(plan, facts));
    m_ui->usual->setVisible(!m_ui->usual->text().isEmpty());

    const QString kept = keptCopyNote(plan, facts);
    m_ui->kept->setVisible(!kept.isEmpty());
    if (!kept.isEmpty()) {
        m_ui->kept->showText(Tone::Active, kept);
        //: Button beside "A verified copy from today 06:12 is in your library."
        m_ui->kept->setAction(tr("Show it"));
    }
    const QString queue = queueNote(facts);
    m_ui->queue->setVisible(!queue.isEmpty());
    if (!queue.isEmpty()) {
        m_ui->queue->showText(Tone::Caution, queue);
    }
}

void WherePage::showName(const PlanFacts& facts)
{
    const bool one = m_plan.databases.size() == 1;
    QStringList names;
    for (const Database database : std::as_const(m_plan.databases)) {
        names << fileNameFor(m_plan, database, facts);
    }
    m_nameByRule = names.join(u", "_s);
    m_ui->name->setEnabled(m_plan.download);
    m_ui->name->setReadOnly(!one);
    const QString name = one && !m_plan.fileName.isEmpty() ? m_plan.fileName : m_nameByRule;
    // The rule's name has the minute in it; a name the person is typing stays as it is.
    if (m_ui->name->text() != name && !(m_ui->name->hasFocus() && m_ui->name->isModified())) {
        m_ui->name->setText(name);
        m_ui->name->setCursorPosition(0);
    }
}

void WherePage::showSpace(const PlanFacts& facts)
{
    const PlanNote note = spaceNote(m_plan, facts);
    m_ui->space->setText(note.text);
    const QString symbol = note.tone == Tone::Good ? u"check"_s : note.tone == Tone::Caution ? u"warning"_s : u"info"_s;
    m_ui->spaceIcon->setPixmap(icon(symbol, note.tone).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_ui->space->setVisible(m_plan.download);
    m_ui->spaceIcon->setVisible(m_plan.download);
}

void WherePage::showSteps(const QStringList& sentences)
{
    while (m_steps.size() < sentences.size()) {
        QLabel* label = bodyLabel(QString(), this);
        m_ui->happens->addWidget(label);
        m_steps << label;
    }
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        m_steps.at(i)->setText(sentences.value(i));
        m_steps.at(i)->setVisible(i < sentences.size());
    }
}

void WherePage::edit()
{
    m_plan.download = m_ui->download->isChecked();
    m_plan.folder = QDir::fromNativeSeparators(m_ui->folder->text().trimmed());
    QString name = m_ui->name->text().trimmed();
    const auto format = static_cast<DumpFormat>(m_ui->format->currentData().toInt());
    if (m_plan.isDump() && format != m_plan.dumpFormat) {
        const QString before = dumpSuffix(m_plan.dumpFormat);
        if (name != m_nameByRule && name.endsWith(before, Qt::CaseInsensitive)) {
            name = name.chopped(before.size()) + dumpSuffix(format);
            m_ui->name->setText(name);
        }
        m_plan.dumpFormat = format;
    }
    m_plan.fileName = m_plan.databases.size() == 1 && name != m_nameByRule ? name : QString();
    Q_EMIT edited(m_plan);
}

} // namespace longshore
