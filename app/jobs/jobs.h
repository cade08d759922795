#pragma once

#include "app/core/task.h"
#include "app/domain/estimate.h"
#include "app/domain/importguard.h"
#include "app/domain/jobrecord.h"

#include <QObject>
#include <QSet>
#include <functional>
#include <memory>

namespace longshore {

class Clock;
class Connections;
class Library;
class Provider;
class Storage;
struct TransferContext;

/// What jobs need from the rest of the program.
struct JobsContext
{
    Storage& storage;
    const Clock& clock;
    const TransferContext& transfers;
    Connections& connections;
    Library& library;
    /// Reads the secret and makes the provider of a connection. Errors: NotFound, SecretMissing, KeychainLocked,
    /// NoKeychain.
    std::function<ResultTask<std::shared_ptr<Provider>>*(const QString& connectionId, QObject* parent)> provider;
    QString workFolder{}; ///< absolute; ours alone: files that a job needs for a while
};

/// The durable jobs: what was asked, how far it is, and what a person can do about it. Every row is committed before
/// anything is sent for it. Only the process that holds the engine lock calls runEngine(); another one files and
/// watches rows.
class Jobs final : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(JobsContext context, QObject* parent = nullptr);
    ~Jobs() override;

    void load(); ///< ready() follows; called again it takes in rows that another process filed or changed
    [[nodiscard]] bool isReady() const;
    /// Takes up every unfinished job and from then on carries out new ones.
    void runEngine();

    [[nodiscard]] QList<JobRecord> records() const; ///< newest first
    [[nodiscard]] std::optional<JobRecord> record(const QString& id) const;
    [[nodiscard]] Estimate estimate(const QString& connectionId, const QString& environment, Database database) const;

    /// Files the intention; the result, the job's id, comes when the row is durable. Errors: BadInput, StorageBroken.
    [[nodiscard]] ResultTask<QString>* start(const ExportRequest& request, QObject* parent);
    /// Files an import, which replaces a database. The guard is weighed here, for whoever asks: `confirmation` is what
    /// the person typed. An empty packageName is composed. Errors: BadInput (subject: the field, see invalidField()),
    /// GuardRefused (subject: the phrase to type; detail: importBarName() or importGuardName()), StorageBroken.
    [[nodiscard]] ResultTask<QString>* startImport(const ImportRequest& request, const QString& confirmation,
                                                   QObject* parent);
    /// What importGuard() weighs. `fileMadeAt`: when the file to import was exported; invalid: not known. `undoes`: the
    /// import that it takes back, which does not count as a change of the target.
    [[nodiscard]] ImportStakes importStakes(const QString& connectionId, const QString& environment, Database database,
                                            ImportRequest::Backup backup, const QDateTime& fileMadeAt,
                                            const QString& undoes = {}) const;
    /// Names that no new import into this project can have: deployments had them, or jobs will. Lower case.
    [[nodiscard]] QSet<QString> usedPackageNames(const QString& connectionId) const;
    /// Bytes of a package of that place as it was last exported; nothing when none was.
    [[nodiscard]] std::optional<qint64> usualSize(const QString& connectionId, const QString& environment,
                                                  Database database) const;
    /// What the file was that the last import put into that database, `except`: not counting that job. Nothing when it
    /// is not known.
    [[nodiscard]] std::optional<PackageFacts> heldBy(const QString& connectionId, const QString& environment,
                                                     Database database, const QString& except = {}) const;
    /// Does what the verb says if allows() it now; `argument`: the server's id for Adopt, see SetPriority and SetLimit.
    void act(const QString& id, JobVerb verb, const QString& argument = {});
    /// The transfers that run and those still to come, of the jobs there are now.
    void pauseAll();
    void resumeAll();
    /// The network came or went (reachability of the system); offline pauses polls and transfers.
    void setOnline(bool online);
    /// A secret was given or replaced: jobs that wait for it try again.
    void credentialsChanged(const QString& connectionId);
    /// How far a transfer of the process that runs the engine is.
    void showProgress(const QString& id, const longshore::Progress& progress);

Q_SIGNALS:
    void ready();
    void jobChanged(const longshore::JobRecord& record); ///< added or changed
    void jobRemoved(const QString& id);
    void storageFailed(const longshore::Error& error);
    /// How far a transfer is, and nothing else of the row: no jobChanged() comes with it. Up to ten a second.
    void progressed(const QString& id, const longshore::Progress& progress);
    void stored(); ///< what this process changed is in the state file
    /// Not the engine here: a row or an action was filed for the process that is.
    void engineNeeded();
    /// A job cannot go on without it. Once for each time a connection's secret turns out to be missing or refused.
    void credentialsNeeded(const QString& connectionId, const longshore::Error& why);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace longshore
