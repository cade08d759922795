#include "ui/shell/windowstatus.h"

#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/common/announcer.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/shell/windowactions.h"
#include "ui/sites/placefacts.h"

#include <QStatusBar>
#include <QToolButton>

namespace longshore {

using namespace Qt::StringLiterals;

WindowStatus::WindowStatus(Services& services, WindowActions& actions, QStatusBar& bar)
    : QObject(&bar),
      m_services(services),
      m_announcer(new Announcer(&bar)),
      m_jobs(addCell(bar, u"statusJobs"_s, actions.jobs)),
      m_library(addCell(bar, u"statusLibrary"_s, actions.library)),
      m_limit(addCell(bar, u"statusLimit"_s, actions.settings)),
      m_online(addCell(bar, u"statusOnline"_s, actions.settings))
{
    bar.setSizeGripEnabled(false);
    bar.setContentsMargins(8, 0, 8, 0);
    bar.addWidget(m_announcer, 1);
    for (QToolButton* cell : {m_jobs, m_library, m_limit, m_online}) {
        bar.addPermanentWidget(cell);
    }
    const auto follow = [this] { refresh(); };
    connect(&services.jobs(), &Jobs::jobChanged, this, follow);
    connect(&services.jobs(), &Jobs::jobRemoved, this, follow);
    connect(&services.library(), &Library::entryChanged, this, follow);
    connect(&services.library(), &Library::entryRemoved, this, follow);
    connect(&services.settings(), &SettingsStore::changed, this, follow);
    connect(&services, &Services::onlineChanged, this, follow);
    refresh();
}

QToolButton* WindowStatus::addCell(QStatusBar& bar, const QString& name, QAction* action)
{
    auto* cell = new QToolButton(&bar);
    cell->setObjectName(name);
    cell->setAutoRaise(true);
    cell->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    cell->setIconSize(QSize(14, 14));
    connect(cell, &QToolButton::clicked, action, &QAction::trigger);
    return cell;
}

void WindowStatus::say(const QString& sentence)
{
    m_announcer->say(sentence);
}

void WindowStatus::refresh()
{
    const QList<JobRecord> records = m_services.jobs().records();
    const auto live = static_cast<int>(std::count_if(records.begin(), records.end(), isLive));
    m_jobs->setIcon(icon(u"jobs"_s));
    m_jobs->setText(live == 0 ? tr("No jobs running") : tr("%n jobs going on", nullptr, live));

    const QList<LibraryEntry> entries = m_services.library().entries();
    qint64 bytes = 0;
    for (const LibraryEntry& entry : entries) {
        bytes += std::max<qint64>(entry.size, 0);
    }
    m_library->setIcon(icon(u"library"_s));
    //: %n counts files in the library, %1 is their size
    m_library->setText(tr("Library: %n files, %1", nullptr, static_cast<int>(entries.size())).arg(formatSize(bytes)));

    const qint64 limit = m_services.settings().value().bytesPerSecondLimit;
    m_limit->setVisible(limit > 0);
    //: %1 is a speed
    m_limit->setText(tr("Limit %1").arg(formatLimit(limit)));

    const bool online = m_services.isOnline();
    m_online->setIcon(online ? icon(u"check"_s) : icon(u"offline"_s, Tone::Caution));
    //: State of the network
    m_online->setText(online ? tr("Online") : tr("Offline"));
    m_online->setAccessibleDescription(tr("Opens the settings of the network"));
}

} // namespace longshore
