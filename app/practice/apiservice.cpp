#include "app/practice/apiservice.h"

#include "app/practice/apireply.h"
#include "app/practice/context.h"
#include "app/practice/deployments.h"
#include "app/practice/exports.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qsizetype largestBody = 1024 * 1024;
constexpr auto uploadLinkLife = std::chrono::hours(24);

constexpr char mediaContainer[] = "mysitemedia";
constexpr char edgeLogContainer[] = "cloudflarelogpush";

bool isWord(const QString& given, QStringView word)
{
    return word.compare(given, Qt::CaseInsensitive) == 0;
}

QList<QByteArray> containersOf(const QString& environment)
{
    if (isWord(environment, u"General")) {
        return {edgeLogContainer};
    }
    return {"azure-application-logs", "azure-web-logs", mediaContainer};
}

// Only Integration and additional environments may be written to.
bool isWritable(const QString& environment)
{
    return isWord(environment, u"Integration") || environment.startsWith(u"ADE");
}

QString badJson()
{
    return u"The request body is not valid JSON."_s;
}

HttpReply notFound()
{
    return apiError(404, u"No HTTP resource was found that matches the request URI."_s);
}

std::optional<QByteArray> readAll(const HttpRequest& request)
{
    QByteArray body;
    const bool complete = request.readBody([&body](QByteArrayView piece) {
        body.append(piece);
        return body.size() <= largestBody;
    });
    return complete ? std::optional(body) : std::nullopt;
}

} // namespace

ApiService::ApiService(PracticeContext& context, ExportDesk& exports, DeploymentDesk& deployments)
    : m_context(context), m_exports(exports), m_deployments(deployments), m_hmac(context.identity, context.faults)
{ }

HttpReply ApiService::handle(const HttpRequest& request)
{
    const auto body = readAll(request);
    if (!body) {
        return apiError(413, u"The request body is too large."_s);
    }
    if (auto reply = fault(request)) {
        return *reply;
    }
    if (const QByteArray refusal = m_hmac.refusal(request, *body); !refusal.isEmpty()) {
        return apiError(m_context.faults.take(u"signature-401") ? 401 : 403, QString::fromLatin1(refusal));
    }
    QStringList path;
    const QList<QByteArray> segments = request.path.mid(QByteArrayView(base).size()).split('/');
    for (const QByteArray& segment : segments) {
        path.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    }
    if (path.size() < 3 || !isWord(path.at(0), u"projects") || QUuid::fromString(path.at(1)).isNull()) {
        return notFound();
    }
    if (!isWord(path.at(1), m_context.identity.projectId)) {
        return apiError(404, u"There is no active project found for project id: %1."_s.arg(path.at(1)));
    }
    HttpReply reply = dispatch({.method = request.method, .path = path.mid(2), .query = request.query, .body = *body});
    if (request.method == "POST") {
        loseAnswer(m_context.faults, reply);
    }
    return reply;
}

std::optional<HttpReply> ApiService::fault(const HttpRequest& request)
{
    if (m_context.faults.take(u"refused-200")) {
        return apiError(200, u"An error occurred"_s);
    }
    return commonFault(m_context, request, apiError(429, u"Too many requests."_s),
                       apiError(500, u"An error occurred while processing the request; Try again later."_s));
}

bool ApiService::mayTouch(const QString& environment) const
{
    return !environment.isEmpty() && !m_context.faults.list(u"deny").contains(environment, Qt::CaseInsensitive);
}

HttpReply ApiService::denied(const QString& environment) const
{
    return apiError(
        401, u"Access is denied for project %1 or environment %2."_s.arg(m_context.identity.projectId, environment));
}

HttpReply ApiService::dispatch(const Call& call)
{
    const QString& first = call.path.first();
    if (isWord(first, u"environments")) {
        return environmentCall(call);
    }
    if (isWord(first, u"deployments")) {
        return deploymentCall(call);
    }
    const bool isLocation = call.method == "GET" && call.path.size() == 2 && isWord(call.path.at(1), u"location");
    if (isLocation && isWord(first, u"packages")) {
        return containerLink(containers::packages, "w");
    }
    if (isLocation && isWord(first, u"edgelogs")) {
        return containerLink(edgeLogContainer, "rl");
    }
    return notFound();
}

HttpReply ApiService::containerLink(const QByteArray& container, const QByteArray& permissions)
{
    const std::chrono::seconds life(
        m_context.faults.number(u"expire-link-after").value_or(std::chrono::seconds(uploadLinkLife).count()));
    const QByteArray link = m_context.link({.container = container,
                                            .blob = {},
                                            .permissions = permissions,
                                            .expires = m_context.faults.now().addSecs(life.count()).addMSecs(999)});
    return apiResult(QJsonObject{{u"location"_s, QString::fromLatin1(link)}});
}

HttpReply ApiService::environmentCall(const Call& call)
{
    if (call.path.size() < 3) {
        return notFound();
    }
    const QString& given = call.path.at(1);
    const bool isGeneral = isWord(given, u"General");
    const QString environment = isGeneral ? u"General"_s : practiceEnvironment(given);
    if (!mayTouch(environment)) {
        return denied(given);
    }
    if (isWord(call.path.at(2), u"storagecontainers")) {
        return containerCall(call, environment);
    }
    if (isWord(call.path.at(2), u"databases") && !isGeneral) {
        return exportCall(call, environment);
    }
    return notFound();
}

HttpReply ApiService::exportCall(const Call& call, const QString& environment)
{
    if (call.path.size() < 5 || !isWord(call.path.at(4), u"exports")) {
        return notFound();
    }
    const QString& name = call.path.at(3);
    const auto database = databaseFromName(name);
    if (!database || !isWord(name, databaseApiName(*database))) {
        return apiError(400, u"The database name %1 is not valid. Valid names: epicms, epicommerce."_s.arg(name));
    }
    if (call.method == "POST" && call.path.size() == 5) {
        return startExport(call, environment, name);
    }
    if (call.method != "GET" || call.path.size() != 6) {
        return notFound();
    }
    auto status = m_exports.status(call.path.at(5), environment, *database);
    if (!status) {
        return apiError(404, u"There is no database export found for id: %1."_s.arg(call.path.at(5)));
    }
    if (m_context.faults.take(u"unknown-state")) {
        status->insert(u"status"_s, u"Paused"_s);
        status->insert(u"downloadLink"_s, QJsonValue::Null);
    }
    return apiResult(*status);
}

HttpReply ApiService::startExport(const Call& call, const QString& environment, const QString& database)
{
    const auto members = lowerCaseMembers(call.body);
    const QJsonValue hours = members ? members->value(u"retentionhours"_s) : QJsonValue(u"bad"_s);
    const int retention = hours.isUndefined() || hours.isNull() ? 24 : hours.toInt();
    if (retention < 1) {
        return apiError(400, u"Retention Hours must be a whole number of at least 1."_s);
    }
    const auto started = m_exports.start(
        {.environment = environment, .database = *databaseFromName(database), .retentionHours = retention});
    if (started) {
        return apiResult(*started);
    }
    if (started.error().code == Error::Code::ServerBusy) {
        return apiError(
            400, u"There is already an on-going database export for project %1."_s.arg(m_context.identity.projectId));
    }
    return apiError(500, u"An error occurred while processing the request; Try again later."_s);
}

HttpReply ApiService::containerCall(const Call& call, const QString& environment)
{
    const QList<QByteArray> known = containersOf(environment);
    QJsonObject result{{u"projectId"_s, m_context.identity.projectId}, {u"environment"_s, environment}};
    if (call.method == "GET" && call.path.size() == 3) {
        const bool onlyWritable = QueryParameters(call.query).value("writable").toLower() == "true";
        QJsonArray names;
        for (const QByteArray& name : known) {
            if (!onlyWritable || (name == mediaContainer && isWritable(environment))) {
                names.append(QString::fromLatin1(name));
            }
        }
        result.insert(u"storageContainers"_s, names);
        return apiResult(result);
    }
    if (call.method != "POST" || call.path.size() != 5 || !isWord(call.path.at(4), u"saslink")) {
        return notFound();
    }
    const QByteArray name = call.path.at(3).toUtf8();
    const auto members = lowerCaseMembers(call.body);
    const int hours = members ? members->value(u"retentionhours"_s).toInt(24) : 0;
    const bool writable = members && members->value(u"writable"_s).toBool();
    if (!known.contains(name)) {
        return apiError(404, u"There is no storage container found with name: %1."_s.arg(call.path.at(3)));
    }
    if (hours < 1 || hours > 168 || (writable && !(name == mediaContainer && isWritable(environment)))) {
        return apiError(400, u"The requested link is not possible for this storage container."_s);
    }
    // Each environment has an account of its own in the service; here the container's name tells them apart.
    const QByteArray container = isWord(environment, u"General") ? name : environment.toLower().toLatin1() + '-' + name;
    const QDateTime expires = m_context.faults.now().addSecs(hours * 3600LL);
    const QByteArray link = m_context.link(
        {.container = container, .blob = {}, .permissions = writable ? "rwl" : "rl", .expires = expires});
    result.insert(u"containerName"_s, QString::fromLatin1(name));
    result.insert(u"sasLink"_s, QString::fromLatin1(link));
    result.insert(u"expiresOn"_s, expires.toString(Qt::ISODateWithMs));
    return apiResult(result);
}

HttpReply ApiService::deploymentCall(const Call& call)
{
    const auto answer = [this](const Result<QJsonObject>& result, const QString& id) {
        if (result) {
            return apiResult(*result);
        }
        switch (result.error().code) {
        case Error::Code::NotFound:
            return apiError(404, u"There is no deployment found for id: %1."_s.arg(id));
        case Error::Code::BadInput:
            return apiError(400, result.error().detail);
        case Error::Code::ServerBusy:
            return apiError(400, u"There is already an on-going deployment for this environment in project %1."_s.arg(
                                     m_context.identity.projectId));
        default:
            return apiError(500, u"An error occurred while processing the request; Try again later."_s);
        }
    };
    const bool isPost = call.method == "POST";
    if (call.path.size() == 1) {
        return isPost                 ? startDeployment(call, answer)
               : call.method == "GET" ? apiResult(m_deployments.newest())
                                      : notFound();
    }
    const QString& id = call.path.at(1);
    if (call.method == "GET" && call.path.size() == 2) {
        auto result = m_deployments.get(id);
        if (result && m_context.faults.take(u"unknown-state")) {
            result->insert(u"status"_s, u"Paused"_s);
        }
        return answer(result, id);
    }
    if (isPost && call.path.size() == 3 && isWord(call.path.at(2), u"complete")) {
        return answer(m_deployments.complete(id), id);
    }
    if (isPost && call.path.size() == 3 && isWord(call.path.at(2), u"reset")) {
        const auto members = lowerCaseMembers(call.body);
        return members ? answer(m_deployments.reset(id, *members), id) : apiError(400, badJson());
    }
    return notFound();
}

HttpReply ApiService::startDeployment(const Call& call, const Answer& answer)
{
    const auto members = lowerCaseMembers(call.body);
    if (!members) {
        return apiError(400, badJson());
    }
    const auto request = parseDeployment(*members);
    if (!request) {
        return apiError(400, request.error().detail);
    }
    const QString target = practiceEnvironment(request->targetEnvironment);
    if (!mayTouch(target)) {
        return denied(request->targetEnvironment);
    }
    const QString source = practiceEnvironment(request->sourceEnvironment);
    if (!request->sourceEnvironment.isEmpty() && !mayTouch(source)) {
        return denied(request->sourceEnvironment);
    }
    return answer(m_deployments.start(*request, target, source), {});
}

} // namespace longshore::practice
