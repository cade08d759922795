#pragma once

#include "app/core/result.h"
#include "app/practice/epihmac.h"
#include "app/practice/http.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <functional>
#include <optional>

namespace longshore::practice {

class DeploymentDesk;
class ExportDesk;
struct PracticeContext;

/// The deployment API v1.0: signature, rights, wrapper, the eleven calls.
class ApiService final
{
public:
    ApiService(PracticeContext& context, ExportDesk& exports, DeploymentDesk& deployments);

    [[nodiscard]] HttpReply handle(const HttpRequest& request);

    static constexpr char base[] = "/api/v1.0/";

private:
    struct Call
    {
        QByteArray method;
        QStringList path; ///< segments below the project, percent-decoded
        QByteArray query;
        QByteArray body;
    };

    [[nodiscard]] std::optional<HttpReply> fault(const HttpRequest& request);
    [[nodiscard]] HttpReply dispatch(const Call& call);
    [[nodiscard]] HttpReply environmentCall(const Call& call);
    [[nodiscard]] HttpReply exportCall(const Call& call, const QString& environment);
    [[nodiscard]] HttpReply startExport(const Call& call, const QString& environment, const QString& database);
    [[nodiscard]] HttpReply containerCall(const Call& call, const QString& environment);
    using Answer = std::function<HttpReply(const Result<QJsonObject>&, const QString& id)>;
    [[nodiscard]] HttpReply deploymentCall(const Call& call);
    [[nodiscard]] HttpReply startDeployment(const Call& call, const Answer& answer);
    [[nodiscard]] HttpReply containerLink(const QByteArray& container, const QByteArray& permissions);
    [[nodiscard]] HttpReply denied(const QString& environment) const;
    [[nodiscard]] bool mayTouch(const QString& environment) const;

    PracticeContext& m_context;
    ExportDesk& m_exports;
    DeploymentDesk& m_deployments;
    EpiHmac m_hmac;
};

} // namespace longshore::practice
