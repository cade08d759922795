#include "ui/sites/importcard.h"

#include "app/domain/importguard.h"
#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/words.h"
#include "ui/imports/importtext.h"
#include "ui/jobs/importjobtext.h"
#include "ui/jobs/jobstate.h"
#include "ui/sites/placefacts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QString ruleText(const Connection& connection, const Environment& environment, ImportBar bar)
{
    const bool isSite = connection.platform == Platform::VectorPro;
    if (bar == ImportBar::None) {
        return isSite ? ImportCard::tr("An SQL dump replaces tables of the database; its backup is made first.")
                      : ImportCard::tr("A package replaces a whole database; its backup is made first.");
    }
    if (bar == ImportBar::NoRight && isSite) {
        return ImportCard::tr("The token of this site may only watch.");
    }
    const QString why = barText(bar, environment.name);
    //: %1 is a sentence: why an environment cannot be imported into
    return isSite ? why : ImportCard::tr("%1 Import to Integration or an additional environment instead.").arg(why);
}

} // namespace

ImportCard::ImportCard(QWidget* parent)
    : QWidget(parent),
      m_rule(quietLabel(this)),
      m_last(bodyLabel({}, this)),
      //: Button: opens the import assistant with this environment as its target
      m_import(new QPushButton(icon(u"import"_s), tr("Import…"), this)),
      //: Button: copies the database of this environment to another one
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy to…"), this)),
      m_undo(new QPushButton(icon(u"retry"_s), tr("Undo import…"), this)),
      //: Button: shows the last import
      m_details(new QPushButton(icon(u"details"_s), tr("Details"), this))
{
    m_rule->setWordWrap(true);
    m_rule->setObjectName(u"importRule"_s);
    m_last->setObjectName(u"lastImport"_s);
    m_import->setObjectName(u"importHere"_s);
    m_undo->setObjectName(u"undoImport"_s);
    m_undo->setToolTip(tr("Prepares the import of the backup, page by page. Nothing starts yet."));
    m_details->setObjectName(u"importDetails"_s);
    m_details->setAccessibleName(tr("Details of the last import"));
    connect(m_import, &QPushButton::clicked, this, &ImportCard::importRequested);
    m_copy->setObjectName(u"copyFromHere"_s);
    m_copy->setToolTip(tr("Puts the database of this environment in the place of another one’s. Nothing starts yet."));
    connect(m_copy, &QPushButton::clicked, this, &ImportCard::copyRequested);
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoRequested(m_lastId); });
    connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT jobActivated(m_lastId); });
    auto* card = new Card(this);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    //: Heading: importing into an environment
    words->addWidget(headingLabel(HeadingRank::Section, tr("Import"), card));
    words->addWidget(m_last);
    words->addWidget(m_rule);
    auto* inner = new QHBoxLayout(card);
    inner->setContentsMargins(14, 12, 14, 12);
    inner->setSpacing(8);
    inner->addLayout(words, 1);
    for (QPushButton* button : {m_details, m_undo, m_copy, m_import}) {
        inner->addWidget(button, 0, Qt::AlignBottom);
    }
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
}

void ImportCard::showPlace(const Connection& connection, const Environment& environment,
                           const QList<JobRecord>& newestFirst, const QDateTime& now)
{
    const ImportBar bar = importBar(connection, environment.name);
    m_import->setEnabled(bar == ImportBar::None);
    m_rule->setText(ruleText(connection, environment, bar));
    m_import->setToolTip(bar == ImportBar::None ? QString() : m_rule->text());
    const Place place{connection.id, environment.name};
    const auto last = std::ranges::find_if(
        newestFirst, [&place](const JobRecord& record) { return record.import && isOf(record, place); });
    showLast(last == newestFirst.end() ? std::nullopt : std::optional(*last), now);
}

void ImportCard::showLast(const std::optional<JobRecord>& last, const QDateTime& now)
{
    m_lastId = last ? last->id : QString();
    m_details->setVisible(last.has_value());
    m_undo->setVisible(last && verbsFor(*last).contains(JobVerb::Undo));
    if (!last) {
        m_last->setText(tr("Nothing was imported here with Longshore."));
        return;
    }
    const QString when = formatMoment(last->finishedAt.isValid() ? last->finishedAt : last->createdAt, now);
    //: The last import into an environment: its state, the name of the file or of the environment it came from, the
    //: database, when
    m_last->setText(tr("%1: %2 into %3, %4")
                        .arg(jobLook(*last).word, importSourceText(*last), databaseText(last->database()), when));
}

} // namespace longshore
