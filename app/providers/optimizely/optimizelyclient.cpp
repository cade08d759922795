#include "app/providers/optimizely/optimizelyclient.h"

#include "app/core/clock.h"
#include "app/core/log.h"
#include "app/net/httptransport.h"
#include "app/providers/optimizely/epihmac.h"
#include "app/providers/optimizely/optimizelyprovider.h"

#include <QUrl>
#include <QUuid>

namespace longshore::optimizely {

using namespace Qt::StringLiterals;

namespace {

/// Scheme and host, and the path up to the project with a slash at its end.
std::pair<QByteArray, QByteArray> baseOf(const Connection& connection)
{
    const QUrl& base = connection.baseUrl;
    const QByteArray origin =
        base.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    if (!path.endsWith('/')) {
        path += '/';
    }
    return {origin, path + "projects/" + segment(connection.projectId) + '/'};
}

} // namespace

Client::Client(Connection connection, Secret secret, HttpTransport& transport, const Clock& clock)
    : m_connection(std::move(connection)), m_secret(std::move(secret)), m_transport(transport), m_clock(clock)
{ }

Result<HttpRequest> Client::request(const Call& call) const
{
    if (m_secret.isEmpty()) {
        return fail(Error::Code::SecretMissing, m_connection.name);
    }
    if (const QString problem = secretProblem(m_secret.reveal()); !problem.isEmpty()) {
        return fail(Error::Code::SecretInvalid, problem);
    }
    const auto [origin, path] = baseOf(m_connection);
    const QByteArray pathAndQuery = path + call.path;
    const Result<SignedUrl> url = SignedUrl::parse(origin + pathAndQuery);
    if (!url) {
        return fail(Error::Code::BadInput, u"baseUrl"_s, url.error().detail);
    }
    HttpRequest request;
    request.method = call.method;
    request.url = *url;
    request.body = call.body;
    request.headers.set("Accept", "application/json");
    request.headers.set("Content-Type", "application/json");
    request.headers.set("Authorization",
                        epiHmacAuthorization({.clientKey = m_connection.clientKey.toUtf8(),
                                              .secret = m_secret,
                                              .method = call.method,
                                              .pathAndQuery = pathAndQuery,
                                              .body = call.body,
                                              .unixMilliseconds = m_clock.nowUtc().toMSecsSinceEpoch(),
                                              .nonce = QUuid::createUuid().toByteArray(QUuid::Id128)}));
    return request;
}

Result<QJsonValue> Client::read(const Call& call, const Result<HttpResponse>& answer) const
{
    const QString& project = m_connection.projectId;
    const CallContext context{.place = call.environment.isEmpty() ? project : project + u'/' + call.environment,
                              .lookedFor = call.lookedFor,
                              .changesSomething = call.changesSomething(),
                              .now = m_clock.nowUtc()};
    const Result<QJsonValue> value =
        answer ? judgeAnswer(*answer, context) : Result<QJsonValue>(fail(judgeFailure(answer.error(), context)));
    if (value) {
        qCDebug(lcProvider) << call.method << call.path << "ok";
    } else {
        qCInfo(lcProvider) << call.method << call.path << value.error();
    }
    return value;
}

QString Client::canonicalEnvironment(const QString& name) const
{
    const QString typed = name.trimmed();
    if (const std::optional<Environment> known = m_connection.environment(typed)) {
        return known->name;
    }
    const QStringList documented = candidateEnvironments();
    for (const QString& candidate : documented) {
        if (candidate.compare(typed, Qt::CaseInsensitive) == 0) {
            return candidate;
        }
    }
    return typed;
}

QByteArray segment(const QString& name)
{
    return QUrl::toPercentEncoding(name);
}

} // namespace longshore::optimizely
