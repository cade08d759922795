#include "ui/sites/environmentpage.h"

#include "app/core/clock.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/common/prompts.h"
#include "ui/common/tierband.h"
#include "ui/common/words.h"
#include "ui/exports/exportplan.h"
#include "ui/sites/databasecard.h"
#include "ui/sites/historylist.h"
#include "ui/sites/importcard.h"
#include "ui/sites/presetlist.h"

#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr int PageWidth = 1100;
constexpr auto ClockTick = std::chrono::seconds(30);
} // namespace

EnvironmentPage::EnvironmentPage(Services& services, Prompts& prompts, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_prompts(prompts),
      m_band(new TierBand(this)),
      m_rights(new Notice(this)),
      m_import(new ImportCard(this)),
      m_presets(new PresetList(this)),
      m_history(new HistoryList(this))
{
    buildPage();
    connect(m_presets, &PresetList::runRequested, this, &EnvironmentPage::startRequested);
    connect(m_presets, &PresetList::openRequested, this, &EnvironmentPage::exportRequested);
    connect(m_presets, &PresetList::removeRequested, this, [this](const QString& name) {
        Settings settings = m_services.settings().value();
        settings.presets.removeIf([&name](const ExportPreset& preset) { return preset.name == name; });
        m_services.settings().update(settings);
    });
    connect(m_import, &ImportCard::importRequested, this, &EnvironmentPage::importRequested);
    connect(m_import, &ImportCard::copyRequested, this, [this] { Q_EMIT copyRequested(m_place); });
    connect(m_import, &ImportCard::undoRequested, this, &EnvironmentPage::undoRequested);
    connect(m_import, &ImportCard::jobActivated, this, &EnvironmentPage::jobActivated);
    connect(m_history, &HistoryList::jobActivated, this, &EnvironmentPage::jobActivated);

    connect(&services.jobs(), &Jobs::jobChanged, this,
            [this](const JobRecord& record) { refreshIfShown(record.connectionId(), record.environment()); });
    connect(&services.jobs(), &Jobs::jobRemoved, this, &EnvironmentPage::refresh);
    connect(&services.library(), &Library::entryChanged, this,
            [this](const LibraryEntry& entry) { refreshIfShown(entry.connectionId, entry.environment); });
    connect(&services.library(), &Library::entryRemoved, this, &EnvironmentPage::refresh);
    connect(&services.connections(), &Connections::connectionChanged, this, &EnvironmentPage::refresh);
    connect(&services.settings(), &SettingsStore::changed, this, &EnvironmentPage::refresh);
    auto* tick = new QTimer(this);
    tick->setInterval(ClockTick);
    connect(tick, &QTimer::timeout, this, &EnvironmentPage::refresh);
    tick->start();
}

void EnvironmentPage::buildPage()
{
    auto* column = new QWidget(this);
    column->setMaximumWidth(PageWidth);
    QFont placeFont = m_band->font();
    placeFont.setPointSizeF(placeFont.pointSizeF() * 1.15);
    m_band->setFont(placeFont);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(10);
    layout->addWidget(m_band);
    layout->addWidget(m_rights);
    layout->addSpacing(4);
    layout->addWidget(headingLabel(HeadingRank::Section, tr("Databases"), column));
    m_cardRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_cardRow->setSpacing(12);
    layout->addLayout(m_cardRow);
    for (const Database database : allDatabases()) {
        auto* card = new DatabaseCard(database, column);
        connectCard(card, database);
        m_cardRow->addWidget(card, 1);
        m_cards.append({database, card});
    }
    layout->addWidget(m_import);
    layout->addSpacing(4);
    layout->addWidget(m_presets);
    layout->addWidget(m_history);
    layout->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"environmentScroll"_s);
    scroll->setAccessibleName(tr("Environment"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(scroll);
}

void EnvironmentPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int roomForTwo = fontMetrics().averageCharWidth() * 105;
    m_cardRow->setDirection(width() >= roomForTwo ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void EnvironmentPage::connectCard(DatabaseCard* card, Database database)
{
    connect(card, &DatabaseCard::exportRequested, this, [this, database] {
        ExportRequest prefill = lastRequest(database).value_or(ExportRequest{});
        prefill.connectionId = m_place.connectionId;
        prefill.environment = m_place.environment;
        prefill.database = database;
        prefill.fileName.clear();
        Q_EMIT exportRequested(prefill);
    });
    // Nothing has to be decided: as the wizard would be filled in.
    connect(card, &DatabaseCard::startRequested, this, [this, database] {
        ExportRequest place;
        place.connectionId = m_place.connectionId;
        place.environment = m_place.environment;
        place.database = database;
        Q_EMIT startRequested(requestsOf(planFrom(place, m_services.jobs().records(), m_services.connections().all(),
                                                  m_services.settings().value().libraryFolder))
                                  .constFirst());
    });
    connect(card, &DatabaseCard::runAgainRequested, this, [this, database] {
        if (auto request = lastRequest(database)) {
            request->fileName.clear();
            Q_EMIT startRequested(*request);
        }
    });
    connect(card, &DatabaseCard::savePresetRequested, this, [this, database] { savePreset(database); });
    connect(card, &DatabaseCard::jobActivated, this, &EnvironmentPage::jobActivated);
    connect(card, &DatabaseCard::showFileRequested, this, &EnvironmentPage::showFileRequested);
}

void EnvironmentPage::showPlace(const Place& place)
{
    m_place = place;
    refresh();
}

void EnvironmentPage::refreshIfShown(const QString& connectionId, const QString& environment)
{
    if (m_place.connectionId == connectionId && m_place.environment.compare(environment, Qt::CaseInsensitive) == 0) {
        refresh();
    }
}

void EnvironmentPage::refresh()
{
    const auto connection = m_services.connections().find(m_place.connectionId);
    const auto environment = connection ? connection->environment(m_place.environment) : std::nullopt;
    if (!environment) {
        return;
    }
    m_band->setPlace(environment->tier, placeText(connection->name, environment->name), platformText(*connection));
    const bool allowed = environment->access != Access::Denied;
    m_rights->setVisible(!allowed || connection->readOnly);
    if (connection->readOnly) {
        m_rights->showText(Tone::Caution, tr("This token may only watch: it can neither export nor import."),
                           tr("Put in one with the right site:write with Edit connection."));
    } else if (!allowed) {
        //: %1 is an environment, %2 a connected project
        m_rights->showText(Tone::Caution,
                           tr("This key has no right for %1 of %2.").arg(environment->name, connection->name),
                           tr("Ask for a key with rights there and put it in with Edit connection."));
    }
    const QDateTime now = m_services.clock().nowUtc();
    const QList<JobRecord> records = m_services.jobs().records();
    for (const auto& [database, card] : std::as_const(m_cards)) {
        DatabaseFacts facts = databaseFacts(m_place, database, records, m_services.library().entries(), now);
        facts.estimate = m_services.jobs().estimate(m_place.connectionId, m_place.environment, database);
        card->setFacts(facts, now, allowed && !connection->readOnly);
        card->setVisible(databasesOf(connection->platform).contains(database));
    }
    m_import->showPlace(*connection, *environment, records, now);
    m_presets->setPresets(m_services.settings().value().presets, m_place);
    m_history->setRecords(records, m_place, now);
}

std::optional<ExportRequest> EnvironmentPage::lastRequest(Database database) const
{
    const DatabaseFacts facts =
        databaseFacts(m_place, database, m_services.jobs().records(), {}, m_services.clock().nowUtc());
    return facts.lastExport ? std::optional(facts.lastExport->request) : std::nullopt;
}

void EnvironmentPage::savePreset(Database database)
{
    const auto request = lastRequest(database);
    if (!request) {
        return;
    }
    m_prompts.askText({.heading = tr("Save as preset"), .text = {}, .acceptText = tr("Save preset"), .rejectText = {}},
                      tr("Name of the preset:"), this, this, [this, request](const QString& name) {
                          if (name.trimmed().isEmpty()) {
                              return;
                          }
                          Settings settings = m_services.settings().value();
                          settings.presets.removeIf([&name](const ExportPreset& preset) {
                              return preset.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
                          });
                          ExportPreset preset{.name = name.trimmed(), .request = *request};
                          preset.request.fileName.clear();
                          settings.presets.append(preset);
                          m_services.settings().update(settings);
                      });
}

} // namespace longshore
