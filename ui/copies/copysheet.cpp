#include "ui/copies/copysheet.h"

#include "app/core/clock.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/common/tierband.h"
#include "ui/common/words.h"
#include "ui/copies/copytext.h"
#include "ui/imports/importtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize UsualSize(700, 720);

QCheckBox* box(const QString& name, QWidget* parent)
{
    auto* check = new QCheckBox(parent);
    check->setObjectName(name);
    return check;
}

/// What a tick does to a draft.
using Change = void (*)(CopyDraft&, bool);

} // namespace

CopySheet::CopySheet(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_from(new TierBand(this)),
      m_to(new TierBand(this)),
      //: Field: the place that is copied to
      m_toLabel(new QLabel(tr("&To"), this)),
      m_targets(new QComboBox(this)),
      m_databaseLabel(new QLabel(tr("&Database"), this)),
      m_databases(new QComboBox(this)),
      m_steps(bodyLabel({}, this)),
      m_backup(box(u"copyBackup"_s, this)),
      m_address(box(u"copyAddress"_s, this)),
      m_dropTables(box(u"copyDropTables"_s, this)),
      m_foreignKeys(box(u"copyForeignKeys"_s, this)),
      m_warnings(box(u"copyWarnings"_s, this)),
      m_production(new Notice(this)),
      m_mayTake(box(u"copyProductionData"_s, this)),
      m_phraseCard(new Card(this)),
      m_why(bodyLabel({}, this)),
      m_phraseLabel(new QLabel(this)),
      m_phrase(new QLineEdit(this)),
      m_noWayBack(new Notice(this)),
      m_error(new Notice(this)),
      m_hint(quietLabel(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_start(new QPushButton(this))
{
    setObjectName(u"copySheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(UsualSize);
    m_draft.into.backupFolder = services.settings().value().libraryFolder;
    build();
    connectFields();
}

CopySheet::CopySheet(Services& services, const Place& from, QWidget* parent) : CopySheet(services, parent)
{
    m_draft.from = from;
    const std::optional<Connection> connection = services.connections().find(from.connectionId);
    m_draft.database = connection ? databasesOf(connection->platform).constFirst() : Database::Cms;
    m_draft.replacesAddress = true;
    learn();
    fillDatabases();
    fillTargets();
    refresh();
}

CopySheet::CopySheet(Services& services, const JobRecord& undone, QWidget* parent) : CopySheet(services, parent)
{
    m_draft.from = {undone.connectionId(), undone.environment()};
    m_draft.database = undone.database();
    m_draft.restores = undone.backupServerId;
    const auto file = services.library().entry(undone.backupLibraryId);
    m_draft.restoredFrom = file ? file->exportedAt : undone.createdAt;
    m_draft.into.undoes = undone.id;
    m_draft.into.target = TargetDatabase{undone.connectionId(), undone.environment(), undone.database()};
    learn();
    refresh();
}

void CopySheet::connectFields()
{
    const auto ticked = [this](QCheckBox* check, Change change) {
        connect(check, &QCheckBox::clicked, this,
                [this, change](bool on) { edit([change, on](CopyDraft& draft) { change(draft, on); }); });
    };
    ticked(m_backup, [](CopyDraft& draft, bool on) {
        draft.into.backup = on ? ImportRequest::Backup::First : ImportRequest::Backup::None;
    });
    ticked(m_address, [](CopyDraft& draft, bool on) { draft.replacesAddress = on; });
    ticked(m_dropTables, [](CopyDraft& draft, bool on) { draft.into.options.dropTables = on; });
    ticked(m_foreignKeys, [](CopyDraft& draft, bool on) { draft.into.options.foreignKeysOff = on; });
    ticked(m_warnings, [](CopyDraft& draft, bool on) { draft.acceptsWarnings = on; });
    ticked(m_mayTake, [](CopyDraft& draft, bool on) { draft.mayTakeProductionData = on; });
    connect(m_phrase, &QLineEdit::textEdited, this,
            [this](const QString& text) { edit([&text](CopyDraft& draft) { draft.into.typed = text; }); });
    connect(m_targets, &QComboBox::activated, this, [this](int row) {
        const Place place = Place::fromKey(m_targets->itemData(row).toString());
        edit([&place](CopyDraft& draft) {
            draft.into.target = TargetDatabase{place.connectionId, place.environment, draft.database};
            draft.into.typed.clear();
            draft.mayTakeProductionData = false; // of another target it is another question
        });
    });
    connect(m_databases, &QComboBox::activated, this, [this](int row) {
        const auto database = databaseFromName(m_databases->itemData(row).toString());
        edit([&database](CopyDraft& draft) {
            draft.database = database.value_or(draft.database);
            if (draft.into.target) {
                draft.into.target->database = draft.database;
            }
        });
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &CopySheet::start);
    connect(&m_services.jobs(), &Jobs::jobChanged, this, [this] {
        learn();
        refresh();
    });
}

void CopySheet::fillDatabases()
{
    const std::optional<Connection> connection = sourceConnection(m_draft, m_facts);
    const QList<Database> there = connection ? databasesOf(connection->platform) : QList<Database>{};
    for (const Database database : there) {
        m_databases->addItem(databaseText(database), databaseApiName(database));
    }
    m_databases->setVisible(there.size() > 1);
    m_databaseLabel->setVisible(there.size() > 1);
}

void CopySheet::fillTargets()
{
    m_targets->clear();
    m_targets->setPlaceholderText(tr("Choose the environment whose database is replaced"));
    auto* rows = qobject_cast<QStandardItemModel*>(m_targets->model());
    for (const CopyChoice& choice : copyChoices(m_draft, m_facts)) {
        m_targets->addItem(tierIcon(choice.tier), copyChoiceText(choice), choice.place.key());
        if (rows != nullptr && choice.plan.bar != CopyBar::None) {
            rows->item(m_targets->count() - 1)->setEnabled(false);
        }
    }
    m_targets->setCurrentIndex(-1);
}

void CopySheet::edit(const std::function<void(CopyDraft&)>& change)
{
    CopyDraft draft = m_draft;
    change(draft);
    setDraft(draft);
}

void CopySheet::setDraft(const CopyDraft& draft)
{
    m_draft = draft;
    m_error->hide();
    learn();
    refresh();
}

void CopySheet::learn()
{
    m_facts.connections = m_services.connections().all();
    m_facts.records = m_services.jobs().records();
    m_facts.now = m_services.clock().nowUtc();
    if (const std::optional<TargetDatabase>& target = m_draft.into.target) {
        m_facts.stakes = m_services.jobs().importStakes(target->connectionId, target->environment, target->database,
                                                        m_draft.into.backup, m_facts.now, m_draft.into.undoes);
        m_facts.estimate = m_services.jobs().estimate(target->connectionId, target->environment, target->database);
    }
}

void CopySheet::refresh()
{
    setWindowTitle(copyTitle(m_draft));
    refreshPlaces();
    QStringList lines;
    for (const QString& sentence : copySentences(m_draft, m_facts)) {
        lines << u"%1. %2"_s.arg(lines.size() + 1).arg(sentence);
    }
    m_steps->setText(lines.isEmpty() ? copyProblemText(m_draft, m_facts) : lines.join(u'\n'));
    const bool options = hasOptions(m_draft, m_facts);
    m_backup->setVisible(m_draft.into.target.has_value());
    //: Box to tick. %1 is "MySQL database of Shop / staging"
    m_backup->setText(tr("&Back up the %1 first").arg(targetText(m_draft.into, m_facts)));
    m_backup->setChecked(m_draft.into.backup == ImportRequest::Backup::First);
    const std::optional<AddressReplacement> address = addressOf(m_draft, m_facts);
    m_address->setVisible(address.has_value());
    if (address) {
        //: Box to tick. %1 and %2 are texts: "//old.example" and "//new.example"
        m_address->setText(tr("&Replace %1 by %2 in all texts").arg(address->searchFor, address->replaceBy));
    }
    m_address->setChecked(m_draft.replacesAddress);
    m_dropTables->setVisible(options);
    m_dropTables->setChecked(m_draft.into.options.dropTables);
    m_foreignKeys->setVisible(options);
    m_foreignKeys->setChecked(m_draft.into.options.foreignKeysOff);
    m_warnings->setVisible(m_draft.into.target && wayOf(m_draft, m_facts) == ImportWay::Upload);
    m_warnings->setChecked(m_draft.acceptsWarnings);
    refreshConsent();
}

void CopySheet::refreshPlaces()
{
    const std::optional<Connection> connection = sourceConnection(m_draft, m_facts);
    const std::optional<Environment> source = sourceEnvironment(m_draft, m_facts);
    if (connection && source) {
        //: Beside the name of a place: the database is copied from there
        m_from->setPlace(source->tier, placeText(connection->name, source->name), tr("source"));
    }
    m_from->setVisible(!m_draft.isRestore());
    m_toLabel->setVisible(!m_draft.isRestore());
    m_targets->setVisible(!m_draft.isRestore());
    if (m_draft.isRestore()) {
        m_databases->hide();
        m_databaseLabel->hide();
    }
    const std::optional<Connection> to = m_facts.connection(m_draft.into);
    const std::optional<Environment> target = m_facts.environment(m_draft.into);
    m_to->setVisible(target.has_value());
    if (to && target) {
        //: Beside the name of a place: its database is replaced
        m_to->setPlace(target->tier, placeText(to->name, target->name), tr("is replaced"));
    }
    m_targets->setCurrentIndex(m_draft.into.target ? m_targets->findData(
                                   Place{m_draft.into.target->connectionId, m_draft.into.target->environment}.key())
                                                   : -1);
    m_databases->setCurrentIndex(m_databases->findData(databaseApiName(m_draft.database)));
}

void CopySheet::refreshConsent()
{
    const bool chosen = m_draft.into.target.has_value();
    const QString people = productionDataText(m_draft, m_facts);
    m_production->setVisible(!people.isEmpty());
    m_mayTake->setVisible(!people.isEmpty());
    if (!people.isEmpty()) {
        m_production->showText(Tone::Caution, tr("Production data leaves its place"), people);
    }
    m_mayTake->setChecked(m_draft.mayTakeProductionData);
    const QString why = chosen ? guardText(m_draft.into, m_facts) : QString();
    m_phraseCard->setVisible(!why.isEmpty());
    m_why->setText(why);
    const QString phrase = chosen ? guardOf(m_draft.into, m_facts).phrase : QString();
    //: %1 is what has to be typed: "shop/staging". The ampersand marks the key of the field
    m_phraseLabel->setText(tr("T&ype %1 to go on").arg(QString(phrase).replace(u'&', u"&&"_s)));
    if (m_phrase->text() != m_draft.into.typed) {
        m_phrase->setText(m_draft.into.typed);
    }
    m_noWayBack->setVisible(chosen);
    if (chosen) {
        m_noWayBack->showText(Tone::Caution, noWayBackText(m_draft.into, m_facts));
    }
    const QString problem = copyProblemText(m_draft, m_facts);
    m_hint->setText(problem);
    m_start->setText(copyButtonText(m_draft));
    m_start->setEnabled(problem.isEmpty() && !m_starting);
}

void CopySheet::start()
{
    if (problemOf(m_draft, m_facts)) {
        return;
    }
    m_starting = true;
    refreshConsent();
    auto* task = m_services.jobs().startImport(requestOf(m_draft, m_facts), m_draft.into.typed, this);
    connect(task, &Task::finished, this, [this, task] {
        m_starting = false;
        if (task->result()) {
            Q_EMIT jobStarted(*task->result());
            accept();
            return;
        }
        m_error->showError(task->result().error());
        m_error->show();
        refreshConsent();
    });
    task->start();
}

} // namespace longshore
