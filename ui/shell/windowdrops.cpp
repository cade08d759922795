#include "ui/shell/windowdrops.h"

#include "app/domain/importguard.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "ui/common/notice.h"
#include "ui/common/words.h"
#include "ui/imports/droptarget.h"
#include "ui/imports/importassistant.h"
#include "ui/imports/importtext.h"
#include "ui/shell/windowdialogs.h"
#include "ui/sites/sitespanel.h"

#include <QFileInfo>
#include <QMainWindow>

namespace longshore {

using namespace Qt::StringLiterals;

WindowDrops::WindowDrops(Services& services, SitesPanel& sites, WindowDialogs& dialogs, QMainWindow& window)
    : QObject(&window),
      m_services(services),
      m_dialogs(dialogs),
      m_target(new DropTarget(window)),
      m_notice(new Notice(&window))
{
    m_notice->setObjectName(u"dropNotice"_s);
    m_notice->setClosable(true);
    m_notice->hide();
    m_target->setPlaces({.area = [panel = &sites] { return panel->rowsArea(); },
                         .at = [panel = &sites](const QPoint& point) { return panel->placeAt(point); },
                         .rowAt = [panel = &sites](const QPoint& point) { return panel->rowAreaAt(point); },
                         .words = [this](const Place& place) { return wordsFor(place); }});
    connect(m_target, &DropTarget::decided, this, &WindowDrops::decided);
    connect(m_notice, &Notice::actionTriggered, this, [this] { openAssistant(QString(m_offered), Place(m_place)); });
}

void WindowDrops::open(const QStringList& files)
{
    QList<QUrl> urls;
    for (const QString& file : files) {
        urls << (file.contains(u"://"_s) ? QUrl(file) : QUrl::fromLocalFile(file));
    }
    if (!urls.isEmpty()) {
        m_target->take(urls);
    }
}

void WindowDrops::openAssistant(const QString& path, const Place& place)
{
    m_notice->hide();
    m_dialogs.openImport({.path = path, .connectionId = place.connectionId, .environment = place.environment});
}

void WindowDrops::decided(const DropDecision& decision, const Place& place)
{
    m_offered.clear();
    m_place = place;
    DropSentence said = dropSentence(decision);
    if (decision.kind == DropDecision::Kind::Several) {
        m_offered = decision.path;
    }
    if (decision.kind == DropDecision::Kind::Open) {
        said = misplaced(decision, place);
        if (said.headline.isEmpty()) {
            openAssistant(decision.path, place);
            return;
        }
        m_offered = decision.path; // it can be looked at without a place
        m_place = {};
    }
    m_notice->showText(Tone::Caution, said.headline, said.text);
    //: Button: look at a file that was dropped. %1 is its name
    m_notice->setAction(m_offered.isEmpty() ? QString() : tr("Look at %1").arg(QFileInfo(m_offered).fileName()));
}

DropSentence WindowDrops::misplaced(const DropDecision& decision, const Place& place) const
{
    const auto connection = m_services.connections().find(place.connectionId);
    return connection && place.isEnvironment()
               ? misplacedSentence(decision, connection->platform, placeText(connection->name, place.environment))
               : DropSentence{};
}

QString WindowDrops::wordsFor(const Place& place) const
{
    const auto connection = m_services.connections().find(place.connectionId);
    if (!connection || !place.isEnvironment()) {
        return tr("Drop a database file to inspect it.\nNothing starts yet.");
    }
    const QString name = placeText(connection->name, place.environment);
    const ImportBar bar = importBar(*connection, place.environment);
    if (bar != ImportBar::None) {
        //: %1 is a sentence: why the place under the pointer cannot be a target
        return tr("Drop a database file to inspect it.\nNothing starts yet. %1").arg(barText(bar, place.environment));
    }
    return connection->platform == Platform::VectorPro
               //: %1 is a place ("Contoso / Integration"); the first line is shown larger
               ? tr("Drop an SQL dump to inspect it for %1.\nNothing starts yet.").arg(name)
               //: %1 is a place ("Contoso / Integration"); the first line is shown larger
               : tr("Drop a .bacpac to inspect it for %1.\nNothing starts yet.").arg(name);
}

} // namespace longshore
