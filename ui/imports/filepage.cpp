#include "ui/imports/filepage.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/words.h"
#include "ui/imports/importtext.h"
#include "ui_filepage.h"

#include <QDir>
#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

FilePage::FilePage(QWidget* parent) : ImportPageFrame(ImportPage::File, parent), m_ui(std::make_unique<Ui::FilePage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeHeading(m_ui->name, HeadingRank::Section);
    makeQuiet(m_ui->promise);
    m_ui->notice->hide();
    m_ui->choose->setIcon(icon(u"folder"_s));
    m_ui->path->setAccessibleName(tr("Folder of the file"));
    connect(m_ui->choose, &QPushButton::clicked, this, &FilePage::chooseRequested);
}

FilePage::~FilePage() = default;

QString FilePage::title() const
{
    //: First page of the import assistant
    return tr("File");
}

void FilePage::enter()
{
    m_ui->choose->setFocus();
}

void FilePage::setOrigin(const std::optional<LibraryEntry>& entry)
{
    m_origin = entry;
    m_ui->notice->hide(); // another file
}

void FilePage::refuse(const DropDecision& decision)
{
    const DropSentence said = dropSentence(decision);
    m_ui->notice->showText(Tone::Caution, said.headline, said.text);
}

void FilePage::refresh()
{
    const bool any = !m_plan.path.isEmpty();
    m_ui->card->setVisible(any);
    m_ui->empty->setVisible(!any);
    //: Button of the import assistant: choose the file, or another one
    m_ui->choose->setText(any ? tr("&Other file…") : tr("&Choose a file…"));
    if (!any) {
        return;
    }
    const QFileInfo info(m_plan.path);
    m_ui->name->setText(info.fileName());
    m_ui->path->setText(QDir::toNativeSeparators(info.path()));
    QStringList facts;
    if (m_plan.file) {
        facts << formatSize(m_plan.file->size);
    }
    if (m_origin) {
        //: Where a file came from. %1 is a place ("Contoso / Production"), %2 a database, %3 a moment
        facts << tr("from your library: %1 %2, exported %3")
                     .arg(placeText(m_origin->connectionName, m_origin->environment), databaseText(m_origin->database),
                          formatMoment(m_origin->exportedAt, m_facts.now));
    } else {
        facts << tr("not from your library");
    }
    m_ui->origin->setText(facts.join(u" · "_s));
}

} // namespace longshore
