#pragma once

#include "app/domain/database.h"
#include "app/practice/deploymentrules.h"
#include "app/practice/worker.h"

#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QMutex>

namespace longshore::practice {

struct PracticeContext;

/// The deployments of the project. One that carries a database package, or copies content with its database, replaces
/// the database of its target.
class DeploymentDesk final
{
public:
    explicit DeploymentDesk(PracticeContext& context) : m_context(context) { }
    /// Reads what an earlier run left and goes on with it.
    [[nodiscard]] Result<void> open();

    /// `environment` and `source` in the service's spelling. Errors: BadInput (detail: the sentence), ServerBusy.
    [[nodiscard]] Result<QJsonObject> start(const DeploymentRequest& request, const QString& environment,
                                            const QString& source);
    [[nodiscard]] Result<QJsonObject> get(const QString& id) const; ///< NotFound
    [[nodiscard]] QJsonArray newest() const; ///< ten at most, newest first
    /// Errors of both: NotFound, BadInput (detail: the sentence).
    [[nodiscard]] Result<QJsonObject> complete(const QString& id);
    [[nodiscard]] Result<QJsonObject> reset(const QString& id, const QJsonObject& members);

private:
    enum class State {
        InProgress,
        AwaitingVerification,
        Completing,
        Succeeded,
        Failed,
        Resetting,
        Reset,
        AwaitingResetVerification,
    };
    struct Record
    {
        QString id;
        QString environment;
        QString source;
        DeploymentRequest request;
        QJsonObject resetParameters;
        State state = State::InProgress;
        qint64 startedMs = 0; ///< machine's time, as all times here
        qint64 phaseMs = 0; ///< when the present state began
        qint64 durationMs = 0; ///< of the present state
        qint64 endedMs = 0;
        bool checked = false;
        bool willFail = false;
        bool waits = false; ///< for verification, although it is a direct one
        QStringList errors;
        QStringList warnings;
        QStringList lateWarnings; ///< shown from the middle on
    };
    /// What replaces which database when the deployment goes live.
    struct Prepared
    {
        Database database = Database::Cms;
        QString file;
    };

    [[nodiscard]] Worker::Delay step(const CancelFlag& cancel);
    [[nodiscard]] std::optional<Record> nextUnchecked() const;
    [[nodiscard]] Result<QList<Prepared>> prepare(const Record& record, const CancelFlag& cancel);
    [[nodiscard]] Result<void> prepareCopy(const QString& source, Database database, QList<Prepared>& all,
                                           const CancelFlag& cancel);
    [[nodiscard]] Result<void> preparePackage(const QString& package, QList<Prepared>& all, const CancelFlag& cancel);
    [[nodiscard]] Result<QString> assemble(const QString& package, const CancelFlag& cancel);
    [[nodiscard]] Worker::Delay advance(const CancelFlag& cancel);
    void finishPhase(Record& record, const CancelFlag& cancel);
    void goLive(Record& record, const CancelFlag& cancel);
    void enter(Record& record, State state, std::chrono::milliseconds duration = {});
    [[nodiscard]] Record* find(const QString& id);
    [[nodiscard]] QJsonObject toApi(const Record& record) const;
    [[nodiscard]] Result<void> save() const;
    static QJsonObject toStored(const Record& record);
    static Record fromStored(const QJsonObject& object);
    static bool isRunning(State state);
    static QString stateName(State state);
    static int percent(const Record& record);

    PracticeContext& m_context;
    mutable QMutex m_mutex;
    QList<Record> m_records; ///< oldest first
    QHash<QString, QList<Prepared>> m_prepared; ///< touched by the worker only
    std::unique_ptr<Worker> m_worker; ///< last: ends first
};

} // namespace longshore::practice
