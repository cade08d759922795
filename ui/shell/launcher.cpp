#include "ui/shell/launcher.h"

#include "app/settings/connections.h"
#include "ui/shell/session.h"
#include "ui/shell/windowdialogs.h"

#include <QCoreApplication>
#include <utility>

namespace longshore {

Launcher::Launcher(const ServicesOptions& options, const QStringList& files, QObject* parent)
    : QObject(parent), m_options(options), m_files(files)
{ }

Launcher::~Launcher() = default;

void Launcher::start()
{
    open(m_options.practice);
}

Session* Launcher::open(bool practice)
{
    for (Session* session : std::as_const(m_sessions)) {
        if (session->isPractice() == practice) {
            if (session->window() != nullptr) {
                session->window()->raiseToFront();
            }
            return session;
        }
    }
    ServicesOptions options = m_options;
    options.practice = practice;
    auto* session = new Session(options, std::exchange(m_files, {}), m_prompts, this);
    m_sessions.append(session);
    connect(session, &Session::practiceRequested, this, [this, session] { showPractice(session); });
    connect(session, &Session::connectRequested, this, &Launcher::showConnect);
    connect(session, &Session::ended, this, [this, session](int exitCode) { sessionEnded(session, exitCode); });
    session->start();
    return session;
}

void Launcher::showPractice(Session* from)
{
    Session* practice = open(true);
    // An empty real window has served its purpose once the practice window is there.
    if (practice->window() == nullptr && from->services().connections().all().isEmpty()) {
        connect(practice, &Session::opened, from, [from] { from->window()->close(); });
    }
}

void Launcher::showConnect()
{
    Session* real = open(false);
    if (real->window() != nullptr) {
        real->window()->dialogs().openConnect();
        return;
    }
    connect(real, &Session::opened, real, [real] { real->window()->dialogs().openConnect(); });
}

void Launcher::sessionEnded(Session* session, int exitCode)
{
    m_sessions.removeAll(session);
    session->deleteLater();
    if (m_sessions.isEmpty()) {
        QCoreApplication::exit(exitCode);
    }
}

} // namespace longshore
