#include "app/domain/connection.h"

#include "app/core/signedurl.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString platformWord(Platform platform)
{
    return platform == Platform::VectorPro ? u"vector-pro"_s : u"optimizely-dxp"_s;
}

std::optional<Platform> platformFromWord(const QString& word)
{
    for (const Platform platform : {Platform::OptimizelyDxp, Platform::VectorPro}) {
        if (word == platformWord(platform)) {
            return platform;
        }
    }
    return std::nullopt;
}

Access accessFromName(const QString& name)
{
    for (const Access access : {Access::Allowed, Access::Denied}) {
        if (name == accessName(access)) {
            return access;
        }
    }
    return Access::Unknown;
}

QJsonObject environmentToJson(const Environment& environment)
{
    return {{u"name"_s, environment.name},
            {u"id"_s, environment.id},
            {u"domain"_s, environment.domain},
            {u"tier"_s, tierName(environment.tier)},
            {u"access"_s, accessName(environment.access)},
            {u"addedByHand"_s, environment.addedByHand}};
}

Environment environmentFromJson(const QJsonObject& json)
{
    Environment environment;
    environment.name = json["name"_L1].toString();
    environment.id = json["id"_L1].toString();
    environment.domain = json["domain"_L1].toString();
    environment.tier = tierFromName(json["tier"_L1].toString()).value_or(guessTier(environment.name));
    environment.access = accessFromName(json["access"_L1].toString());
    environment.addedByHand = json["addedByHand"_L1].toBool();
    return environment;
}

bool isGoodBaseUrl(const QUrl& url)
{
    const bool secure = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopbackHost(url.host()));
    return url.isValid() && secure && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery()
           && !url.hasFragment();
}

/// It goes into the Authorization header, where a colon ends it.
bool isGoodKey(const QString& key)
{
    return !key.isEmpty() && key.size() <= 200
           && std::all_of(key.begin(), key.end(), [](QChar c) { return c > u' ' && c < u'\x7f' && c != u':'; });
}

/// Opaque: a number, or letters and digits (facts: vector.md 1.1).
bool isGoodSiteId(const QString& id)
{
    return !id.isEmpty() && id.size() <= 100
           && std::all_of(id.begin(), id.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

QString accessName(Access access)
{
    switch (access) {
    case Access::Allowed:
        return u"allowed"_s;
    case Access::Denied:
        return u"denied"_s;
    case Access::Unknown:
        break;
    }
    return u"unknown"_s;
}

bool Connection::isPractice() const
{
    return isLoopbackHost(baseUrl.host());
}

PollPace Connection::pollPace() const
{
    return isPractice() ? PollPace{500ms, 500ms, 500ms} : PollPace{};
}

std::optional<Environment> Connection::environment(const QString& environmentName) const
{
    for (const Environment& known : environments) {
        if (known.name.compare(environmentName, Qt::CaseInsensitive) == 0) {
            return known;
        }
    }
    return std::nullopt;
}

QString slotKey(const Connection& connection)
{
    QUrl url = connection.baseUrl.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
    url.setHost(url.host().toLower());
    return connection.projectId.trimmed().toLower() + u'@' + url.toString();
}

QUrl defaultOptimizelyBaseUrl()
{
    return QUrl(u"https://paasportal.episerver.net/api/v1.0/"_s);
}

QUrl defaultVectorBaseUrl()
{
    return QUrl(u"https://api.builtfast.com/"_s);
}

QStringList candidateEnvironments()
{
    return {u"Integration"_s, u"Preproduction"_s, u"Production"_s, u"ADE1"_s, u"ADE2"_s,
            u"ADE3"_s,        u"ADE4"_s,          u"ADE5"_s,       u"ADE6"_s};
}

QString invalidField(const Connection& connection)
{
    static const QRegularExpression guid(uR"(\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QString name = connection.name;
    const bool printable = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
    if (name.trimmed().isEmpty() || name.size() > 100 || !printable) {
        return u"name"_s;
    }
    if (!isGoodBaseUrl(connection.baseUrl)) {
        return u"baseUrl"_s;
    }
    if (connection.platform == Platform::VectorPro) {
        return isGoodSiteId(connection.projectId) ? QString() : u"projectId"_s;
    }
    if (!guid.match(connection.projectId).hasMatch()) {
        return u"projectId"_s;
    }
    return isGoodKey(connection.clientKey) ? QString() : u"clientKey"_s;
}

QJsonObject toJson(const Connection& connection)
{
    QJsonArray environments;
    for (const Environment& environment : connection.environments) {
        environments.append(environmentToJson(environment));
    }
    return {{u"id"_s, connection.id},
            {u"name"_s, connection.name},
            {u"platform"_s, platformWord(connection.platform)},
            {u"baseUrl"_s, QString::fromLatin1(connection.baseUrl.toEncoded())},
            {u"projectId"_s, connection.projectId},
            {u"clientKey"_s, connection.clientKey},
            {u"dialect"_s, vectorDialectName(connection.dialect)},
            {u"dialectByHand"_s, connection.dialectByHand},
            {u"readOnly"_s, connection.readOnly},
            {u"environments"_s, environments}};
}

std::optional<Connection> connectionFromJson(const QJsonObject& json)
{
    Connection connection;
    connection.id = json["id"_L1].toString();
    connection.name = json["name"_L1].toString();
    connection.baseUrl = QUrl::fromEncoded(json["baseUrl"_L1].toString().toLatin1());
    connection.projectId = json["projectId"_L1].toString();
    connection.clientKey = json["clientKey"_L1].toString();
    const std::optional<Platform> platform = platformFromWord(json["platform"_L1].toString());
    if (connection.id.isEmpty() || connection.name.isEmpty() || !platform) {
        return std::nullopt;
    }
    connection.platform = *platform;
    connection.dialect = vectorDialectFromName(json["dialect"_L1].toString()).value_or(VectorDialect::G2);
    connection.dialectByHand = json["dialectByHand"_L1].toBool();
    connection.readOnly = json["readOnly"_L1].toBool();
    const QJsonArray environments = json["environments"_L1].toArray();
    for (const QJsonValue& value : environments) {
        const Environment environment = environmentFromJson(value.toObject());
        if (!environment.name.isEmpty()) {
            connection.environments.append(environment);
        }
    }
    return connection;
}

} // namespace longshore
