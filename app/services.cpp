#include "app/services.h"

#include "app/core/clock.h"
#include "app/core/log.h"
#include "app/core/storage.h"
#include "app/jobs/enginelock.h"
#include "app/jobs/jobs.h"
#include "app/jobs/openprovider.h"
#include "app/library/library.h"
#include "app/net/curlpump.h"
#include "app/net/curltransport.h"
#include "app/providers/vector/vectorprovider.h"
#include "app/servicescredentials.h"
#include "app/servicespractice.h"
#include "app/servicessettings.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "app/transfers/transfercontext.h"

#include <QDir>
#include <QMetaMethod>
#include <QNetworkInformation>
#include <QStandardPaths>
#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostPracticeTries = 40;
constexpr std::chrono::milliseconds PracticeAgainAfter{250};

} // namespace

/// Members are destroyed from the last to the first: the jobs before what they use, the lock last.
class Services::Private final : public QObject
{
public:
    Private(Services* services, const ServicesOptions& given);

    void wire();
    void wireEngine();
    void lockSettled();
    void engineTaken();
    void startPractice(const std::function<void()>& then);
    void practiceFailed(const Error& error, const std::function<void()>& then);
    void practiceStarted(const std::function<void()>& then);
    void load();
    void partReady();
    void giveUp(const Error& error);
    void watchNetwork();
    void setOnline(bool nowOnline);
    void apply(const Settings& now);
    [[nodiscard]] ProviderParts providerParts() { return {connections, credentials, transport, clock}; }

    Services* q;
    ServicesOptions options;
    QString state;
    SystemClock clock;
    EngineLock lock;
    Storage storage;
    SettingsStore settings;
    Connections connections;
    ServicesCredentials credentials;
    CurlTransport transport;
    CurlPump pump;
    TransferContext transfers{pump, storage, clock};
    Library library;
    Jobs jobs;
    PracticeSession practice;
    int practiceTries = 0;
    bool isOnline = true;
    bool isReady = false;
    bool hasFailed = false;
};

Services::Private::Private(Services* services, const ServicesOptions& given)
    : q(services),
      options(given),
      state(stateFolder(given)),
      lock(state, nullptr),
      storage(QDir(state).filePath(u"state.sqlite"_s)),
      settings(storage, defaultSettings(given, state)),
      connections(storage),
      credentials([this](const QString& id) { return connections.find(id).value_or(Connection{}).name; },
                  given.useKeychain, this, [this](const QString& id) { jobs.credentialsChanged(id); }),
      library(storage, clock),
      jobs({storage, clock, transfers, connections, library,
            [this](const QString& id, QObject* parent) { return openProvider(providerParts(), id, parent); },
            QDir(state).absoluteFilePath(u"prepared"_s)})
{
    wire();
    wireEngine();
}

/// Also for what runs: limits are shared with it.
void Services::Private::apply(const Settings& now)
{
    transport.setSettings(transportSettings(now, options));
    pump.setSettings(transportSettings(now, options));
    transfers.limit->setLimit(now.bytesPerSecondLimit);
    transfers.budget->setStreams(now.streams);
}

void Services::Private::wire()
{
    connect(&lock, &EngineLock::settled, this, &Private::lockSettled);
    connect(&lock, &EngineLock::failed, this, &Private::giveUp);
    connect(&settings, &SettingsStore::changed, this, [this](const Settings& now) { apply(now); });
    connect(&settings, &SettingsStore::ready, this, &Private::partReady);
    connect(&connections, &Connections::ready, this, &Private::partReady);
    connect(&library, &Library::ready, this, &Private::partReady);
    connect(&jobs, &Jobs::ready, this, &Private::partReady);
    connect(&settings, &SettingsStore::storageFailed, this, &Private::giveUp);
    connect(&connections, &Connections::storageFailed, this, &Private::giveUp);
    connect(&library, &Library::storageFailed, this, &Private::giveUp);
    connect(&jobs, &Jobs::storageFailed, this, &Private::giveUp);
    connect(&jobs, &Jobs::credentialsNeeded, q, &Services::secretNeeded);
}

/// The line between the process that carries out the jobs and those that file and watch.
void Services::Private::wireEngine()
{
    lock.setRaise([this](const QStringList& files) {
        const bool hasWindow = q->isSignalConnected(QMetaMethod::fromSignal(&Services::raiseRequested));
        Q_EMIT q->raiseRequested(files);
        return hasWindow;
    });
    connect(&lock, &EngineLock::woken, this, [this] {
        connections.load();
        jobs.load();
    });
    connect(&lock, &EngineLock::changed, this, [this] {
        if (isReady) {
            connections.load();
            library.load();
            jobs.load();
        }
    });
    connect(&lock, &EngineLock::taken, this, &Private::engineTaken);
    connect(&lock, &EngineLock::progress, &jobs, &Jobs::showProgress);
    connect(&jobs, &Jobs::engineNeeded, &lock, &EngineLock::wake);
    connect(&jobs, &Jobs::stored, &lock, &EngineLock::tellChanged);
    connect(&jobs, &Jobs::progressed, &lock, &EngineLock::tellProgress);
    connect(&library, &Library::entryChanged, &lock, &EngineLock::tellChanged);
}

void Services::Private::lockSettled()
{
    if (lock.isOurs() && options.practice) {
        startPractice([this] { load(); });
    } else {
        load();
    }
}

void Services::Private::engineTaken()
{
    const auto run = [this] {
        jobs.runEngine();
        Q_EMIT q->engineTaken();
    };
    if (options.practice) {
        startPractice(run); // the other process took its server with it
    } else {
        run();
    }
}

void Services::Private::startPractice(const std::function<void()>& then)
{
    auto* task = startPracticeServer(options, state, this);
    connect(task, &Task::finished, this, [this, task, then] {
        if (!task->result()) {
            practiceFailed(task->result().error(), then);
            return;
        }
        practice = *task->result();
        practiceStarted(then);
    });
    task->start();
}

/// The server of a process that just ended may need a moment to let go of the folder.
void Services::Private::practiceFailed(const Error& error, const std::function<void()>& then)
{
    if (error.code != Error::Code::EngineBusy || ++practiceTries > MostPracticeTries) {
        giveUp(error);
        return;
    }
    QTimer::singleShot(PracticeAgainAfter, this, [this, then] { startPractice(then); });
}

void Services::Private::practiceStarted(const std::function<void()>& then)
{
    for (const PracticeSession::Way& way : std::as_const(practice.ways)) {
        q->rememberForThisRun(way.connection.id, way.secret);
    }
    auto* saved = savePractice(connections, practice, this);
    connect(saved, &Task::finished, this, [this, saved, then] {
        if (saved->result()) {
            then();
        } else {
            giveUp(saved->result().error());
        }
    });
    saved->start();
}

void Services::Private::load()
{
    settings.load();
    connections.load();
    library.load();
}

void Services::Private::partReady()
{
    if (isReady || hasFailed || !settings.isReady() || !connections.isReady() || !library.isReady()) {
        return;
    }
    if (!jobs.isReady()) {
        apply(settings.value());
        if (lock.isOurs()) {
            jobs.runEngine();
        } else {
            jobs.load();
        }
        return;
    }
    isReady = true;
    Q_EMIT q->ready();
}

void Services::Private::giveUp(const Error& error)
{
    qCWarning(lcApp) << error;
    if (!isReady && !std::exchange(hasFailed, true)) {
        Q_EMIT q->failed(error);
    }
}

/// Where the system cannot tell, we take it to be online and let requests find out.
void Services::Private::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    QNetworkInformation* network = QNetworkInformation::instance();
    const auto take = [this](QNetworkInformation::Reachability reachability) {
        setOnline(reachability != QNetworkInformation::Reachability::Disconnected);
    };
    connect(network, &QNetworkInformation::reachabilityChanged, this, take);
    take(network->reachability());
}

void Services::Private::setOnline(bool nowOnline)
{
    if (std::exchange(isOnline, nowOnline) != nowOnline) {
        jobs.setOnline(nowOnline);
        Q_EMIT q->onlineChanged(nowOnline);
    }
}

Services::Services(const ServicesOptions& options, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, options))
{ }

Services::~Services() = default;

QString Services::defaultHome()
{
    const QString moved = qEnvironmentVariable("LONGSHORE_HOME");
    return moved.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                           : QDir(moved).absolutePath();
}

void Services::start()
{
    if (d->options.observe) {
        d->lock.observe(); // runs no jobs, which alone ask whether there is a network
    } else {
        d->watchNetwork();
        d->lock.start();
    }
}

bool Services::isReady() const
{
    return d->isReady;
}

bool Services::ownsEngine() const
{
    return d->lock.isOurs();
}

bool Services::reachesEngine() const
{
    return d->lock.isOurs() || d->lock.reachesOther();
}

void Services::wakeEngine()
{
    d->lock.wake();
}

ResultTask<void>* Services::raiseFirstWindow(const QStringList& files, QObject* parent)
{
    return EngineLock::raise(d->state, files, parent);
}

Connections& Services::connections()
{
    return d->connections;
}

Jobs& Services::jobs()
{
    return d->jobs;
}

Library& Services::library()
{
    return d->library;
}

SettingsStore& Services::settings()
{
    return d->settings;
}

CredentialStore& Services::credentials()
{
    return d->credentials;
}

const TransferContext& Services::transfers() const
{
    return d->transfers;
}

HttpTransport& Services::transport()
{
    return d->transport;
}

const Clock& Services::clock() const
{
    return d->clock;
}

Storage& Services::storage()
{
    return d->storage;
}

bool Services::isOnline() const
{
    return d->isOnline;
}

ResultTask<ConnectionTest>* Services::test(const Connection& connection, const Secret& secret, QObject* parent)
{
    return testConnection(d->providerParts(), connection, secret, parent);
}

ResultTask<VectorAccount>* Services::findSites(const QUrl& baseUrl, const Secret& token,
                                               std::optional<VectorDialect> dialect, QObject* parent)
{
    return findVectorSites(baseUrl, token, dialect, transport(), parent);
}

void Services::rememberForThisRun(const QString& connectionId, const Secret& secret)
{
    d->credentials.session.remember(connectionId, secret);
    d->jobs.credentialsChanged(connectionId);
}

} // namespace longshore
