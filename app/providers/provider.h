#pragma once

#include "app/core/secret.h"
#include "app/core/signedurl.h"
#include "app/core/task.h"
#include "app/domain/connection.h"
#include "app/domain/exportrequest.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

namespace longshore {

/// An export as the service tells of it.
struct ExportStatus
{
    enum class Phase { Working, Succeeded, Failed, LinkExpired };

    QString id;
    Phase phase = Phase::Working; ///< every word we do not know counts as Working
    QString serverWord; ///< the status as the server spells it
    bool knownWord = true;
    QString fileName{}; ///< empty until done
    SignedUrl link{}; ///< empty until done
    QString goesOnAs{}; ///< the id to ask with from now on; empty: the same
};

/// What a test of a connection learned.
struct ConnectionTest
{
    QList<Environment> environments; ///< every candidate, with its access
    double clockAheadSeconds = 0; ///< ours against the service's `Date`; 0 where it is not measured
    // Vector Pro
    std::optional<VectorDialect> dialect{}; ///< empty: what is set stays
    bool readOnly = false; ///< the token may watch, and start nothing
    QString account{};
};

/// A deployment as the service tells of it.
struct DeploymentStatus
{
    enum class Phase {
        InProgress,
        AwaitingVerification,
        Completing,
        Succeeded,
        Failed,
        Resetting,
        Reset,
        AwaitingResetVerification,
        Unknown
    };
    QString id;
    Phase phase = Phase::Unknown;
    QString serverWord;
    int percent = -1; ///< -1: the server said none
    QDateTime startedAt;
    QDateTime endedAt; ///< invalid while it runs
    QStringList warnings;
    QStringList errors;
    QString targetEnvironment;
    QStringList packages;
};

struct DeploymentRequest
{
    QString targetEnvironment;
    QStringList packages; ///< names only
    bool directDeploy = true;
};

/// How a deployment that awaits verification is taken back.
struct DeploymentReset
{
    bool withDatabase = true; ///< also the database, not only the code
    bool complete = false; ///< of a reset that awaits verification itself

    friend bool operator==(const DeploymentReset&, const DeploymentReset&) = default;
};

/// One project at one platform. No policy: what to do with an answer is decided by jobs/.
class Provider
{
public:
    Provider() = default;
    Provider(const Provider&) = delete;
    Provider& operator=(const Provider&) = delete;
    virtual ~Provider() = default;

    /// Signs in and asks for every candidate environment. A missing right is Access::Denied, not an error.
    [[nodiscard]] virtual ResultTask<ConnectionTest>* test(const QStringList& environments, QObject* parent) = 0;
    /// Errors: ServerBusy when an export runs already; OutcomeUnknown when the request may have arrived.
    [[nodiscard]] virtual ResultTask<ExportStatus>* startExport(const ExportRequest& request, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<ExportStatus>* exportStatus(const QString& environment, Database database,
                                                                 const QString& exportId, QObject* parent) = 0;
    /// Asks for a list of the exports of a database. The vendor documents no such call; one client of others makes it,
    /// and asking is harmless. Errors: NotFound or ServerRefused where the service has none.
    [[nodiscard]] virtual ResultTask<QList<ExportStatus>>* exports(const QString& environment, Database database,
                                                                   QObject* parent) = 0;
    /// A link under which the bytes of a package of that name can be put, usable for about a day. Asks for the place of
    /// all packages, a container SAS, and adds the name.
    [[nodiscard]] virtual ResultTask<SignedUrl>* packageLocation(const QString& packageName, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<DeploymentStatus>* startDeployment(const DeploymentRequest& request,
                                                                        QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<DeploymentStatus>* deployment(const QString& id, QObject* parent) = 0;
    /// Both only while it awaits verification. Errors: OutcomeUnknown when the request may have arrived; asking for the
    /// deployment then tells.
    [[nodiscard]] virtual ResultTask<DeploymentStatus>* completeDeployment(const QString& id, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<DeploymentStatus>* resetDeployment(const QString& id, const DeploymentReset& how,
                                                                        QObject* parent) = 0;
    /// The newest, newest first; the service tells of MostDeployments at most.
    static constexpr qsizetype MostDeployments = 10;
    [[nodiscard]] virtual ResultTask<QList<DeploymentStatus>>* deployments(QObject* parent) = 0;
};

} // namespace longshore
