#pragma once

#include "app/core/secret.h"
#include "app/core/task.h"
#include "app/domain/connection.h"
#include "app/providers/provider.h"

#include <QObject>
#include <memory>

namespace longshore {

class Clock;
class Connections;
class CredentialStore;
class HttpTransport;
class Jobs;
class Library;
class SettingsStore;
class Storage;
struct VectorAccount;
struct TransferContext;

struct ServicesOptions
{
    QString home; ///< state folder; see defaultHome()
    bool practice = false; ///< start the built-in practice server and connect to it as "Practice"
    QString practiceDataFolder; ///< empty: below home
    double practiceTimeScale = 1;
    bool useKeychain = true;
    QString caFile; ///< trusted in this run in place of the one in the settings; empty: that one
    /// Never becomes the engine: for a command that looks at rows or files something and ends at once.
    bool observe = false;
};

/// The composition root: builds the object graph and owns it.
class Services final : public QObject
{
    Q_OBJECT

public:
    explicit Services(const ServicesOptions& options, QObject* parent = nullptr);
    ~Services() override;

    /// LONGSHORE_HOME, or the system's place for application data.
    [[nodiscard]] static QString defaultHome();

    /// Loads everything; ready() follows when rows, settings and (if asked for) the practice server are there.
    void start();
    [[nodiscard]] bool isReady() const;
    /// True: this process carries out the jobs. False: another one does, we file and watch.
    [[nodiscard]] bool ownsEngine() const;
    /// True: this process carries out the jobs, or there is a line to the one that does.
    [[nodiscard]] bool reachesEngine() const;
    /// Another process runs the engine: tell it that rows or connections changed.
    void wakeEngine();
    /// For a second start of the window: asks the first one to show itself and to open the files. NotFound when no
    /// window answers (the engine may be a command line).
    [[nodiscard]] ResultTask<void>* raiseFirstWindow(const QStringList& files, QObject* parent);

    [[nodiscard]] Connections& connections();
    [[nodiscard]] Jobs& jobs();
    [[nodiscard]] Library& library();
    [[nodiscard]] SettingsStore& settings();
    [[nodiscard]] CredentialStore& credentials();
    [[nodiscard]] HttpTransport& transport();
    [[nodiscard]] const TransferContext& transfers() const;
    [[nodiscard]] const Clock& clock() const;
    [[nodiscard]] Storage& storage();
    [[nodiscard]] bool isOnline() const;

    /// Signs in with the given secret and learns the rights per environment; saves nothing.
    [[nodiscard]] ResultTask<ConnectionTest>* test(const Connection& connection, const Secret& secret, QObject* parent);
    /// Vector Pro: what a token may see; saves nothing.
    [[nodiscard]] ResultTask<VectorAccount>* findSites(const QUrl& baseUrl, const Secret& token,
                                                       std::optional<VectorDialect> dialect, QObject* parent);
    /// Gives the secret of a connection for this run of the program only (no keychain, or the person wants it so).
    void rememberForThisRun(const QString& connectionId, const Secret& secret);

Q_SIGNALS:
    void ready();
    void failed(const longshore::Error& error); ///< it cannot start
    void onlineChanged(bool online);
    /// This process took over the engine of one that ended.
    void engineTaken();
    void secretNeeded(const QString& connectionId, const longshore::Error& why);
    /// A second start of the window asked this one to show itself.
    void raiseRequested(const QStringList& files);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace longshore
