#pragma once

#include "app/core/result.h"
#include "app/domain/database.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace longshore::practice {

/// What a start of a deployment asks for.
struct DeploymentRequest
{
    QString targetEnvironment; ///< as it was sent
    QString sourceEnvironment; ///< content copy; empty: packages
    QStringList packages;
    QStringList sourceApps;
    QString zeroDowntimeMode;
    bool directDeploy = false;
    bool maintenancePage = false;
    bool includeBlob = false;
    bool includeDb = false;

    /// The member `parameters` of the answers.
    [[nodiscard]] QJsonObject parameters() const;
};

/// From members with lower-case names; unknown ones are ignored. Errors: BadInput (detail: the sentence of a 400).
[[nodiscard]] Result<DeploymentRequest> parseDeployment(const QJsonObject& members);

/// What a database package's name says it replaces; empty for a code package and for any other name.
/// facts: `<app name>.<cms|commerce>.sqldb.<version>.bacpac`, the app name optional.
[[nodiscard]] std::optional<Database> packageDatabase(const QString& name);
[[nodiscard]] bool isPackageName(const QString& name);

/// A sentence in the form in which a deployment tells why it failed: twice, and what failed with it.
[[nodiscard]] QString runbookError(const QString& text);

/// What makes the deployment fail although it was accepted.
[[nodiscard]] QStringList deploymentErrors(const DeploymentRequest& request, const QString& environment);

} // namespace longshore::practice
