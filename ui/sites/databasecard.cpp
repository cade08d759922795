#include "ui/sites/databasecard.h"

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/words.h"
#include "ui/jobs/jobtext.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace longshore {

using namespace Qt::StringLiterals;

DatabaseCard::DatabaseCard(Database database, QWidget* parent) : QWidget(parent), m_database(database)
{
    setObjectName(u"card_"_s + databaseApiName(database));
    auto* card = new Card(this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    auto* head = new QWidget(card);
    auto* grid = new QWidget(card);
    auto* buttons = new QWidget(card);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(head);
    layout->addWidget(grid, 1, Qt::AlignTop);
    layout->addWidget(buttons);
    buildHead(head);
    buildFacts(grid);
    buildButtons(buttons);
}

void DatabaseCard::buildHead(QWidget* head)
{
    auto* symbol = new QLabel(head);
    symbol->setPixmap(icon(u"database"_s).pixmap(QSize(18, 18), devicePixelRatioF()));
    auto* apiName = quietLabel(head);
    apiName->setText(databaseApiName(m_database));
    apiName->setVisible(m_database != Database::MySql); // the same word again
    m_live = new QToolButton(head);
    m_live->setObjectName(u"live_"_s + databaseApiName(m_database));
    m_live->setAutoRaise(true);
    QSizePolicy keepsItsPlace = m_live->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_live->setSizePolicy(keepsItsPlace);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_live, &QToolButton::clicked, this, [this] {
        if (m_facts.live) {
            Q_EMIT jobActivated(m_facts.live->id);
        }
    });
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->addWidget(symbol);
    layout->addWidget(headingLabel(HeadingRank::Section, databaseText(m_database), head));
    layout->addWidget(apiName);
    layout->addStretch();
    layout->addWidget(m_live);
}

void DatabaseCard::buildFacts(QWidget* grid)
{
    auto* layout = new QGridLayout(grid);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(18);
    layout->setVerticalSpacing(5);
    layout->setColumnStretch(1, 1);
    m_lastExport = addFact(grid, u"lastExport"_s, tr("Last export"));
    m_onServer = addFact(grid, u"onServer"_s, tr("On server"));
    m_usual = addFact(grid, u"usual"_s, tr("Usually takes"));
}

QLabel* DatabaseCard::addFact(QWidget* grid, const QString& name, const QString& caption)
{
    auto* layout = static_cast<QGridLayout*>(grid->layout());
    const int row = layout->rowCount();
    auto* key = quietLabel(grid);
    key->setText(caption);
    auto* value = bodyLabel({}, grid);
    value->setObjectName(name);
    layout->addWidget(key, row, 0, Qt::AlignTop);
    layout->addWidget(value, row, 1);
    return value;
}

void DatabaseCard::buildButtons(QWidget* row)
{
    const QString suffix = u'_' + databaseApiName(m_database);
    const bool startsAtOnce = m_database == Database::MySql;
    //: Button of one database: starts the export
    const QString now = tr("Export");
    //: Button of one database: opens the export wizard
    const QString wizard = tr("Export…");
    m_export = new QPushButton(icon(u"export"_s), startsAtOnce ? now : wizard, row);
    m_export->setObjectName(u"export"_s + suffix);
    m_export->setAccessibleName(tr("Export %1").arg(databaseText(m_database)));
    connect(m_export, &QPushButton::clicked, this,
            startsAtOnce ? &DatabaseCard::startRequested : &DatabaseCard::exportRequested);
    //: Button of one database: opens the export wizard, to choose folder, name and packing
    m_exportAs = new QPushButton(tr("Export as…"), row);
    m_exportAs->setObjectName(u"exportAs"_s + suffix);
    m_exportAs->setToolTip(tr("Folder, name and packing: .sql, .sql.gz or .sql.zst"));
    m_exportAs->setVisible(startsAtOnce);
    connect(m_exportAs, &QPushButton::clicked, this, &DatabaseCard::exportRequested);
    m_runAgain = new QPushButton(icon(u"retry"_s), tr("Run again"), row);
    m_runAgain->setObjectName(u"runAgain"_s + suffix);
    m_runAgain->setAccessibleName(tr("Export %1 again as last time").arg(databaseText(m_database)));
    m_runAgain->setToolTip(tr("Starts the same export as last time, without further questions"));
    connect(m_runAgain, &QPushButton::clicked, this, &DatabaseCard::runAgainRequested);

    auto* menu = new QMenu(row);
    m_showFile = menu->addAction(icon(u"folder"_s), tr("Show the file"), this,
                                 [this] { Q_EMIT showFileRequested(m_facts.file->path); });
    m_showJob = menu->addAction(icon(u"jobs"_s), tr("Details of the last export"), this,
                                [this] { Q_EMIT jobActivated(m_facts.lastExport->id); });
    m_savePreset = menu->addAction(icon(u"add"_s), tr("Save as preset…"), this, &DatabaseCard::savePresetRequested);
    m_more = new QToolButton(row);
    m_more->setObjectName(u"more"_s + suffix);
    m_more->setIcon(icon(u"more"_s));
    m_more->setAccessibleName(tr("More for %1").arg(databaseText(m_database)));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(menu);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_export);
    layout->addWidget(m_exportAs);
    layout->addWidget(m_runAgain);
    layout->addWidget(m_more);
    layout->addStretch();
}

void DatabaseCard::setFacts(const DatabaseFacts& facts, const QDateTime& now, bool allowed)
{
    m_facts = facts;
    m_lastExport->setText(lastExportText(facts, now));
    m_onServer->setText(onServerText(facts, now));
    const QString usual = usualText(facts.estimate);
    m_usual->setText(usual.isEmpty() ? tr("not known yet; learned from the first export") : usual);
    m_live->setVisible(facts.live.has_value());
    if (facts.live) {
        const JobLook look = jobLook(*facts.live);
        m_live->setText(look.word);
        m_live->setIcon(icon(look.icon, look.tone));
        //: Read aloud. %1 is the state of a job
        m_live->setAccessibleName(tr("%1. Show the job").arg(look.word));
    }
    m_export->setEnabled(allowed);
    m_exportAs->setEnabled(allowed);
    // Where Export itself starts at once, as the last time, a second button for the same would only puzzle.
    m_runAgain->setVisible(facts.lastExport.has_value() && m_database != Database::MySql);
    m_runAgain->setEnabled(allowed);
    m_showFile->setEnabled(facts.file.has_value());
    m_showJob->setEnabled(facts.lastExport.has_value());
    m_savePreset->setEnabled(facts.lastExport.has_value());
    m_more->setVisible(facts.lastExport || facts.file);
}

} // namespace longshore
