#include "app/practice/vectorapi.h"

#include "app/practice/apireply.h"
#include "app/practice/context.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qsizetype largestJson = 1024 * 1024;

QJsonObject jsonBody(const HttpRequest& request)
{
    // What is not called JSON is not read as JSON; broken JSON is an empty body to the framework.
    if (!request.header("content-type").toLower().contains("json")) {
        return {};
    }
    QByteArray body;
    (void)request.readBody([&body](QByteArrayView piece) {
        body.append(piece);
        return body.size() <= largestJson;
    });
    return QJsonDocument::fromJson(body).object();
}

} // namespace

VectorApi::VectorApi(PracticeContext& context, const VectorSites& sites, VectorDesk& desk, const VectorViews& views,
                     VectorDialect dialect)
    : m_context(context), m_sites(sites), m_desk(desk), m_views(views), m_dialect(dialect)
{ }

HttpReply VectorApi::handle(const HttpRequest& request)
{
    if (auto reply = fault(request)) {
        return *reply;
    }
    HttpReply reply = answer(request);
    if (request.method == "POST") {
        loseAnswer(m_context.faults, reply);
    }
    return reply;
}

std::optional<HttpReply> VectorApi::fault(const HttpRequest& request)
{
    if (m_context.faults.take(u"conflict-409")) {
        return vectorError(409, u"Another operation is in progress"_s);
    }
    return commonFault(m_context, request, frameworkError(429, u"Too Many Attempts."_s),
                       frameworkError(500, u"Server Error"_s));
}

bool VectorApi::isAuthorized(const HttpRequest& request) const
{
    return request.header("authorization") == "Bearer " + m_context.identity.vectorToken;
}

bool VectorApi::mayDo(const QByteArray& method) const
{
    const QStringList abilities = m_context.faults.list(u"vector-abilities");
    const bool reads = method == "GET" && abilities.contains(u"site:read");
    return abilities.isEmpty() || abilities.contains(u"*") || abilities.contains(u"site:write") || reads;
}

HttpReply VectorApi::answer(const HttpRequest& request)
{
    QStringList path;
    const QList<QByteArray> segments = request.path.mid(QByteArrayView(base).size()).split('/');
    for (const QByteArray& segment : segments) {
        path.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    }
    const bool isIdentity = path == QStringList{u"auth"_s, u"whoami"_s} && m_dialect == VectorDialect::G2;
    if (isIdentity) {
        return whoami(request);
    }
    if (path.size() < 2 || path.first() != u"vector") {
        return noRoute({.request = request, .path = path, .body = {}});
    }
    if (!isAuthorized(request)) {
        return vectorError(401, u"Unauthenticated"_s);
    }
    if (!mayDo(request.method)) {
        return vectorError(403, u"Unauthorized"_s);
    }
    return dispatch({.request = request, .path = path.mid(1), .body = jsonBody(request)});
}

// The other one of the two bodies of a 401: the framework's own.
HttpReply VectorApi::whoami(const HttpRequest& request) const
{
    if (!isAuthorized(request)) {
        return frameworkError(401, u"Unauthenticated."_s);
    }
    QStringList abilities = m_context.faults.list(u"vector-abilities");
    if (abilities.isEmpty()) {
        abilities.append(u"*"_s);
    }
    const QString now = m_context.faults.now().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'000Z'"_s);
    const QJsonObject user{
        {u"id"_s, 1}, {u"name"_s, u"Practice User"_s}, {u"email"_s, u"practice@longshore.example"_s}};
    const QJsonObject token{{u"name"_s, u"practice"_s},
                            {u"abilities"_s, QJsonArray::fromStringList(abilities)},
                            {u"expires_at"_s, QJsonValue::Null},
                            {u"last_used_at"_s, now}};
    const QJsonObject account{{u"id"_s, 1}, {u"name"_s, u"Practice"_s}};
    return vectorReply(200, QJsonObject{{u"user"_s, user}, {u"token"_s, token}, {u"account"_s, account}},
                       u"Authenticated"_s);
}

HttpReply VectorApi::ok(int status, const QJsonValue& data, const QString& message) const
{
    return m_dialect == VectorDialect::D ? bareVectorReply(status, data) : vectorReply(status, data, message);
}

HttpReply VectorApi::noRoute(const Call& call)
{
    return frameworkError(404,
                          u"The route %1 could not be found."_s.arg(QString::fromLatin1(call.request.path.mid(1))));
}

HttpReply VectorApi::wrongMethod(const Call& call, const QString& right)
{
    HttpReply reply = frameworkError(
        405, u"The %1 method is not supported for route %2. Supported methods: %3."_s.arg(
                 QString::fromLatin1(call.request.method), QString::fromLatin1(call.request.path.mid(1)), right));
    reply.set("Allow", right.toLatin1());
    return reply;
}

HttpReply VectorApi::dispatch(const Call& call)
{
    const QString& first = call.path.first();
    const bool isNewest = m_dialect == VectorDialect::G2;
    if (first == u"sites") {
        return siteCall(call);
    }
    if (first == u"environments") {
        return environmentCall(call);
    }
    if (first == u"backups" && isNewest) {
        return backupCall(call);
    }
    return first == u"restores" && isNewest ? restoreCall(call) : noRoute(call);
}

} // namespace longshore::practice
