#include "ui/jobs/jobdetails.h"

#include "app/core/clock.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/sight.h"
#include "ui/common/words.h"
#include "ui/jobs/jobactions.h"
#include "ui/jobs/joberror.h"
#include "ui/jobs/jobmenu.h"
#include "ui/jobs/jobreport.h"
#include "ui/jobs/jobtext.h"
#include "ui/jobs/speedgraph.h"
#include "ui_jobdetails.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JobDetails::JobDetails(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_ui(std::make_unique<Ui::JobDetails>()),
      m_actions(new JobActions(services, this)),
      m_sight(new Sight(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->title, HeadingRank::Page);
    makeQuiet(m_ui->link);
    makeQuiet(m_ui->idLabel);
    makeQuiet(m_ui->logLabel);
    m_ui->notice->hide();
    m_ui->serverWords->hide();
    m_ui->serverId->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyId->setIcon(icon(u"copy"_s));
    m_ui->copyId->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ui->copyReport->setIcon(icon(u"copy"_s));
    m_tick.setInterval(1s);
    m_soon.setInterval(250ms);
    m_soon.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (!m_soon.isActive()) {
            refresh();
        }
    });
    connect(&m_soon, &QTimer::timeout, this, &JobDetails::refresh);
    connect(m_ui->copyId, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->serverId->text()); });
    connect(m_ui->copyReport, &QPushButton::clicked, this, [this] {
        if (const std::optional<JobView> shown = view()) {
            QGuiApplication::clipboard()->setText(jobReport(*shown, m_services.clock().nowUtc()));
        }
    });
    auto* check = new QAction(this);
    check->setShortcut(Qt::Key_F5);
    check->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(check);
    connect(check, &QAction::triggered, this, [this] { m_actions->run(m_id, JobVerb::CheckNow); });
    connect(m_sight, &Sight::changed, this, &JobDetails::setWatched);
    connectJobs();
}

JobDetails::~JobDetails()
{
    m_sight->disconnect(this); // a widget that is shown hides itself after this destructor
}

void JobDetails::connectJobs()
{
    connect(m_actions, &JobActions::started, this, &JobDetails::jobStarted);
    connect(m_actions, &JobActions::undoRequested, this, &JobDetails::undoRequested);
    connect(m_actions, &JobActions::failed, this, [this](const Error& error) {
        m_ui->notice->showError(error);
        m_noticeShown = u"action"_s;
    });
    connect(&m_services.jobs(), &Jobs::ready, this, &JobDetails::refresh);
    connect(&m_services.jobs(), &Jobs::jobChanged, this, [this](const JobRecord& record) { refreshSoon(record.id); });
    connect(&m_services.jobs(), &Jobs::progressed, this, &JobDetails::refreshSoon);
    connect(&m_services.jobs(), &Jobs::jobRemoved, this, [this](const QString& id) {
        if (id == m_id) {
            Q_EMIT jobGone();
        }
    });
}

void JobDetails::refreshSoon(const QString& id)
{
    if (id == m_id && m_sight->isSeen() && !m_soon.isActive()) {
        m_soon.start();
    }
}

void JobDetails::setWatched(bool watched)
{
    if (!watched) {
        m_tick.stop();
        m_soon.stop();
        return;
    }
    m_tick.start();
    refresh();
}

void JobDetails::setPrompts(Prompts& prompts)
{
    m_actions->setPrompts(prompts);
}

void JobDetails::showJob(const QString& id)
{
    if (m_id != id) {
        m_id = id;
        m_verbsShown.clear();
        m_noticeShown.clear();
        m_serverWordsShown.clear();
        m_logShown.clear();
        m_ui->log->clear();
    }
    refresh();
}

std::optional<JobView> JobDetails::view() const
{
    const Jobs& jobs = m_services.jobs();
    const std::optional<JobRecord> record = jobs.record(m_id);
    if (!record) {
        return std::nullopt;
    }
    JobView view{.record = *record,
                 .estimate = jobs.estimate(record->connectionId(), record->environment(), record->database()),
                 .timeLeft = {},
                 .waitsFor = {},
                 .speeds = m_trends->speeds(m_id)};
    if (isTransfer(record->step) && record->waiting == WaitReason::None) {
        view.timeLeft = m_trends->timeLeft(m_id);
    }
    if (record->waiting == WaitReason::Slot) {
        const std::optional<JobRecord> before = jobs.record(record->waitingFor);
        view.waitsFor = before ? jobPlace(*before) : QString();
    }
    return view;
}

void JobDetails::measure()
{
    const std::optional<JobRecord> record = m_services.jobs().record(m_id);
    if (record && isTransfer(record->step) && record->waiting == WaitReason::None) {
        m_trends->add(m_id, record->progress, m_services.clock().nowUtc());
    }
}

void JobDetails::refresh()
{
    measure();
    const std::optional<JobView> shown = view();
    m_ui->scroll->setVisible(shown.has_value());
    m_ui->copyReport->setEnabled(shown.has_value());
    if (!shown) {
        return;
    }
    const QDateTime now = m_services.clock().nowUtc();
    refreshHead(*shown);
    refreshNotice(*shown);
    refreshServerWords(*shown);
    m_ui->timeline->showRows(timelineOf(*shown, now));
    m_ui->graph->showSpeeds(shown->speeds);
    m_ui->graph->setVisible(shown->speeds.size() >= FewestSpeeds);
    m_ui->link->setText(linkText(shown->record, now));
    m_ui->link->setVisible(!m_ui->link->text().isEmpty());
    refreshLog(*shown);
    refreshVerbs(*shown);
}

void JobDetails::refreshHead(const JobView& view)
{
    const JobRecord& record = view.record;
    const JobLook look = jobLook(record);
    m_ui->band->setPlace(record.tier, placeText(record.connectionName, record.environment()));
    m_ui->title->setText(jobTitle(record));
    m_ui->stateIcon->setPixmap(icon(look.icon, look.tone).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_ui->state->setText(look.word);
    const bool hasId = !record.serverId.isEmpty();
    m_ui->serverId->setText(record.serverId);
    for (QWidget* part : {static_cast<QWidget*>(m_ui->serverId), static_cast<QWidget*>(m_ui->idLabel),
                          static_cast<QWidget*>(m_ui->copyId)}) {
        part->setVisible(hasId);
    }
}

void JobDetails::refreshNotice(const JobView& view)
{
    const JobRecord& record = view.record;
    const QString key = stepName(record.step) + u'/' + waitReasonName(record.waiting) + u'/'
                        + (record.error ? errorCodeName(record.error->code) : QString());
    if (key == m_noticeShown) {
        return; // Unfolded details stay unfolded.
    }
    m_noticeShown = key;
    const DetailNotice words = detailNotice(record);
    if (!words.headline.isEmpty()) {
        m_ui->notice->showText(words.tone, words.headline, words.text, words.details);
    } else if (const QString waits = waitingText(view); !waits.isEmpty()) {
        m_ui->notice->showText(jobLook(record).tone == Tone::Caution ? Tone::Caution : Tone::Active, waits);
    } else {
        m_ui->notice->hide();
    }
}

/// In the server's own language and words; they come while it works and stay afterwards.
void JobDetails::refreshServerWords(const JobView& view)
{
    const QStringList errors = view.record.serverErrors;
    const QStringList lines = errors + view.record.serverWarnings;
    const QString text = lines.join(u'\n');
    m_ui->serverWords->setVisible(!text.isEmpty());
    if (text == m_serverWordsShown || text.isEmpty()) {
        return;
    }
    m_serverWordsShown = text;
    m_ui->serverWords->showText(errors.isEmpty() ? Tone::Caution : Tone::Bad,
                                errors.isEmpty() ? tr("The server warns:") : tr("The server says:"), text);
}

void JobDetails::refreshLog(const JobView& view)
{
    const QString text = jobLogText(view.record.log);
    if (text == m_logShown) {
        return;
    }
    QScrollBar* bar = m_ui->log->verticalScrollBar();
    const bool followsEnd = bar->value() >= bar->maximum() - 4;
    const int place = bar->value();
    if (!m_logShown.isEmpty() && text.startsWith(m_logShown)) {
        m_ui->log->appendPlainText(text.mid(m_logShown.size() + 1));
    } else {
        m_ui->log->setPlainText(text);
    }
    m_logShown = text;
    bar->setValue(followsEnd ? bar->maximum() : place);
}

void JobDetails::refreshVerbs(const JobView& view)
{
    const QList<JobVerb> verbs = verbsFor(view.record);
    QString shown = m_id;
    for (const JobVerb verb : verbs) {
        shown += u'/' + QString::number(static_cast<int>(verb));
    }
    const bool hasSpeed = allows(view.record, JobVerb::SetLimit);
    shown += hasSpeed ? u"/speed"_s : QString();
    if (shown == m_verbsShown) {
        return; // Buttons under the pointer stay what they are.
    }
    m_verbsShown = shown;
    while (QLayoutItem* item = m_ui->verbs->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem>(item).reset();
    }
    for (const JobVerb verb : verbs) {
        auto* button = new QPushButton(icon(verbIcon(verb)), verbTextFor(verb, view.record), this);
        button->setObjectName(u"verb%1"_s.arg(static_cast<int>(verb)));
        button->setToolTip(verbHintFor(verb, view.record));
        connect(button, &QPushButton::clicked, this, [this, verb] { m_actions->run(m_id, verb); });
        m_ui->verbs->addWidget(button);
    }
    if (hasSpeed) {
        addSpeedButton();
    }
}

/// Its menu is made when it opens, so that it shows what is set then.
void JobDetails::addSpeedButton()
{
    //: Button with a menu: priority and limit of one transfer
    auto* button = new QPushButton(icon(u"speed"_s), tr("Speed"), this);
    button->setObjectName(u"speed"_s);
    button->setToolTip(tr("Priority and speed limit of this transfer"));
    auto* menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        if (const std::optional<JobRecord> record = m_services.jobs().record(m_id)) {
            addSpeedEntries(*menu, *record, *m_actions);
        }
    });
    button->setMenu(menu);
    m_ui->verbs->addWidget(button);
}

} // namespace longshore
