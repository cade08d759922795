#include "app/practice/deploymentrules.h"

#include "app/domain/jsontexts.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

tl::unexpected<Error> refused(const QString& sentence)
{
    return fail(Error::Code::BadInput, {}, sentence);
}

} // namespace

QJsonObject DeploymentRequest::parameters() const
{
    QJsonObject parameters{{u"targetEnvironment"_s, targetEnvironment}, {u"maintenancePage"_s, maintenancePage}};
    if (sourceEnvironment.isEmpty()) {
        parameters.insert(u"packages"_s, QJsonArray::fromStringList(packages));
    } else {
        parameters.insert(u"sourceEnvironment"_s, sourceEnvironment);
        parameters.insert(u"sourceApps"_s, QJsonArray::fromStringList(sourceApps));
        parameters.insert(u"includeBlob"_s, includeBlob);
        parameters.insert(u"includeDb"_s, includeDb);
    }
    if (!zeroDowntimeMode.isEmpty()) {
        parameters.insert(u"zeroDowntimeMode"_s, zeroDowntimeMode);
    }
    return parameters;
}

Result<DeploymentRequest> parseDeployment(const QJsonObject& members)
{
    DeploymentRequest request;
    request.targetEnvironment = members.value(u"targetenvironment"_s).toString();
    request.sourceEnvironment = members.value(u"sourceenvironment"_s).toString();
    request.packages = textsFromJson(members.value(u"packages"_s));
    request.sourceApps = textsFromJson(members.value(u"sourceapps"_s));
    request.zeroDowntimeMode = members.value(u"zerodowntimemode"_s).toString();
    request.directDeploy = members.value(u"directdeploy"_s).toBool();
    request.maintenancePage = members.value(u"maintenancepage"_s).toBool();
    request.includeBlob = members.value(u"includeblob"_s).toBool();
    request.includeDb = members.value(u"includedb"_s).toBool();
    if (request.targetEnvironment.isEmpty()) {
        return refused(u"Target Environment is a required field."_s);
    }
    if (request.packages.isEmpty() == request.sourceEnvironment.isEmpty()) {
        return refused(u"Either Packages or Source Environment must be given."_s);
    }
    if (!request.sourceEnvironment.isEmpty() && request.sourceApps.isEmpty() && !request.includeBlob
        && !request.includeDb) {
        return refused(u"At least one of Source Apps, Include Blob and Include Db must be given."_s);
    }
    for (const QString& package : std::as_const(request.packages)) {
        if (!isPackageName(package)) {
            return refused(u"The deployment package is not recognized: %1"_s.arg(package));
        }
    }
    return request;
}

std::optional<Database> packageDatabase(const QString& name)
{
    static const QRegularExpression pattern(u"^(?:[^\\s/]+\\.)?(cms|commerce)\\.sqldb\\.[^\\s/]+\\.bacpac$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(name);
    return match.hasMatch() ? databaseFromName(match.captured(1)) : std::nullopt;
}

bool isPackageName(const QString& name)
{
    static const QRegularExpression code(u"^(?:[^\\s/]+\\.)?(?:cms|commerce|head)\\.app\\.[^\\s/]+\\.(?:nupkg|zip)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return packageDatabase(name).has_value() || code.match(name).hasMatch();
}

QString runbookError(const QString& text)
{
    return u"%1. (%1). Runbook job failed"_s.arg(text);
}

QStringList deploymentErrors(const DeploymentRequest& request, const QString& environment)
{
    QStringList errors;
    const bool isOpen = environment == u"Integration" || environment.startsWith(u"ADE");
    if (request.directDeploy && (request.maintenancePage || !request.zeroDowntimeMode.isEmpty())) {
        const QString text = u"Deployment with maintenance page or ZeroDownTimeMode together with DirectDeploy not "
                             "supported"_s;
        errors.append(runbookError(text));
    }
    if (request.directDeploy && !isOpen) {
        errors.append(u"DirectDeploy is not supported for the environment %1."_s.arg(environment));
    }
    const bool hasDatabase = std::any_of(request.packages.cbegin(), request.packages.cend(),
                                         [](const QString& name) { return packageDatabase(name).has_value(); });
    if (hasDatabase && !isOpen) {
        errors.append(
            u"Database packages can only be deployed to Integration and additional environments, not to %1."_s.arg(
                environment));
    }
    if (request.includeDb && environment == u"Production") {
        errors.append(u"The content of the environment %1 cannot be overwritten."_s.arg(environment));
    }
    return errors;
}

} // namespace longshore::practice
