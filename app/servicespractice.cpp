#include "app/servicespractice.h"

#include "app/core/backgroundtask.h"
#include "app/practice/practiceserver.h"

#include <QDir>
#include <QThreadPool>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

PracticeOptions practiceOptions(const ServicesOptions& options, const QString& state)
{
    PracticeOptions practice;
    practice.dataFolder =
        options.practiceDataFolder.isEmpty() ? QDir(state).filePath(u"server"_s) : options.practiceDataFolder;
    practice.timeScale = options.practiceTimeScale;
    return practice;
}

Connection practiceConnection(const PracticeAccess& access)
{
    Connection connection;
    connection.id = u"practice"_s;
    connection.name = u"Practice"_s;
    connection.baseUrl = access.baseUrl;
    connection.projectId = access.projectId;
    connection.clientKey = access.clientKey;
    for (const QString& name : access.environments) {
        connection.environments.append({name, guessTier(name), Access::Allowed, false});
    }
    return connection;
}

/// Stopping blocks for milliseconds, which is not for the thread of a window.
void stopElsewhere(PracticeServer* server)
{
    QThreadPool::globalInstance()->start([server] { std::unique_ptr<PracticeServer>(server).reset(); });
}

} // namespace

ResultTask<PracticeSession>* startPracticeServer(const ServicesOptions& options, const QString& state, QObject* parent)
{
    return new BackgroundTask<PracticeSession>(
        [wanted = practiceOptions(options, state)](const CancelFlag&) {
            return PracticeServer::start(wanted).map([](std::unique_ptr<PracticeServer> server) {
                const PracticeAccess access = server->access();
                return PracticeSession{std::shared_ptr<PracticeServer>(server.release(), &stopElsewhere),
                                       practiceConnection(access), access.clientSecret};
            });
        },
        parent);
}

} // namespace longshore
