// Sites and environments of the Vector API, and pages of whatever is listed.
#include "app/practice/context.h"
#include "app/practice/vectorapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr int usualPage = 15;
constexpr int largestPage = 100;

QString parameter(const HttpRequest& request, QByteArrayView name)
{
    return QString::fromUtf8(QueryParameters(request.query).value(name));
}

} // namespace

QString VectorApi::siteStatus() const
{
    const QStringList wanted = m_context.faults.list(u"site-status");
    return wanted.isEmpty() ? u"active"_s : wanted.first();
}

HttpReply VectorApi::siteCall(const Call& call)
{
    if (call.path.size() == 1) {
        return call.isGet() ? siteList(call) : wrongMethod(call, u"GET, HEAD"_s);
    }
    const auto site = m_sites.findSite(call.path.at(1));
    if (!site) {
        return vectorError(404, u"Site not found"_s);
    }
    if (call.path.size() == 2) {
        return call.isGet() ? ok(200, m_sites.siteJson(site->site, siteStatus()), u"Site retrieved successfully"_s)
                            : wrongMethod(call, u"GET, HEAD"_s);
    }
    // Environments below their site: gone since February 2026.
    if (call.path.at(2) != u"environments" || m_dialect == VectorDialect::G2) {
        return databaseCall(call, *site, call.path.mid(2));
    }
    if (call.path.size() == 3) {
        return environmentList(call, site);
    }
    const auto environment = m_sites.findEnvironment(call.path.at(3));
    if (!environment || environment->site != site->site) {
        return vectorError(404, u"Environment not found"_s);
    }
    return call.path.size() == 4
               ? ok(200, m_sites.environmentJson(*environment), u"Environment retrieved successfully"_s)
               : databaseCall(call, *environment, call.path.mid(4));
}

HttpReply VectorApi::environmentCall(const Call& call)
{
    if (call.path.size() == 1) {
        const QString wanted = parameter(call.request, "site");
        const auto site = m_sites.findSite(wanted);
        if (!wanted.isEmpty() && !site) {
            return vectorError(404, u"Site not found"_s);
        }
        return environmentList(call, site);
    }
    const auto environment = m_sites.findEnvironment(call.path.at(1));
    if (!environment) {
        return vectorError(404, u"Environment not found"_s);
    }
    if (call.path.size() == 2) {
        return ok(200, m_sites.environmentJson(*environment), u"Environment retrieved successfully"_s);
    }
    const QStringList rest = call.path.mid(2);
    const bool isPromote = rest.size() > 1 && rest.at(0) == u"db" && rest.at(1).startsWith(u"promote");
    if (isPromote && m_dialect != VectorDialect::D) {
        return promoteCall(call, *environment, rest);
    }
    // Only the early specification had databases below environments.
    return m_dialect == VectorDialect::G1 ? databaseCall(call, *environment, rest) : noRoute(call);
}

HttpReply VectorApi::siteList(const Call& call) const
{
    const QString search = parameter(call.request, "search");
    const QString status = parameter(call.request, "status");
    const QString asked = parameter(call.request, "sort");
    const QString sort = asked.isEmpty() ? u"created_at"_s : asked;
    static const QStringList known{u"created_at"_s, u"updated_at"_s, u"status"_s, u"your_customer_id"_s,
                                   u"last_deployed_at"_s};
    if (!known.contains(sort)) {
        return vectorError(422, u"The selected sort is invalid."_s,
                           {{u"sort"_s, {u"The selected sort is invalid."_s}}});
    }
    QList<QJsonObject> sites;
    for (int i = 0; i < m_sites.all().size(); ++i) {
        const QJsonObject site = m_sites.siteJson(i, siteStatus());
        const bool isFound = site.value(u"your_customer_id"_s).toString().contains(search)
                             || site.value(u"dev_domain"_s).toString().contains(search);
        if (isFound && (status.isEmpty() || status == siteStatus())) {
            sites.append(site);
        }
    }
    const bool ascending = parameter(call.request, "direction") == u"asc";
    std::stable_sort(sites.begin(), sites.end(), [&](const QJsonObject& a, const QJsonObject& b) {
        const QString left = a.value(sort).toString();
        const QString right = b.value(sort).toString();
        return ascending ? left < right : right < left;
    });
    return paged(call, sites, u"Sites retrieved successfully"_s);
}

HttpReply VectorApi::environmentList(const Call& call, std::optional<VectorPlace> site) const
{
    if (!call.isGet()) {
        return wrongMethod(call, u"GET, HEAD"_s);
    }
    QList<QJsonObject> environments;
    const QList<VectorPlace> places = m_sites.places();
    for (const VectorPlace place : places) {
        if (!place.isDevelopment() && (!site || site->site == place.site)) {
            environments.append(m_sites.environmentJson(place));
        }
    }
    return paged(call, environments, u"Environments retrieved successfully"_s);
}

HttpReply VectorApi::paged(const Call& call, const QList<QJsonObject>& items, const QString& message) const
{
    const int wanted = parameter(call.request, "per_page").toInt();
    const int size = wanted > 0 ? wanted : usualPage;
    if (size > largestPage) {
        const QString text = u"Maximum items per page is 100."_s;
        return vectorError(422, text, {{u"per_page"_s, {text}}});
    }
    const int total = static_cast<int>(items.size());
    const int last = std::max(1, (total + size - 1) / size);
    const int page = std::max(1, parameter(call.request, "page").toInt());
    QJsonArray data;
    for (int i = (page - 1) * size; i < std::min(total, page * size); ++i) {
        data.append(items.at(i));
    }
    const QString path = QString::fromLatin1(m_context.linkBase + call.request.path);
    const auto link = [&path](int number, bool exists) {
        return exists ? QJsonValue(path + u"?page="_s + QString::number(number)) : QJsonValue(QJsonValue::Null);
    };
    const auto position = [&data](int number) {
        return data.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(number);
    };
    HttpReply reply = ok(200, data, message);
    QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    object.insert(u"links"_s, QJsonObject{{u"first"_s, link(1, true)},
                                          {u"last"_s, link(last, true)},
                                          {u"prev"_s, link(page - 1, page > 1)},
                                          {u"next"_s, link(page + 1, page < last)}});
    object.insert(u"meta"_s, QJsonObject{{u"current_page"_s, page},
                                         {u"from"_s, position((page - 1) * size + 1)},
                                         {u"to"_s, position((page - 1) * size + static_cast<int>(data.size()))},
                                         {u"total"_s, total},
                                         {u"per_page"_s, size},
                                         {u"last_page"_s, last},
                                         {u"path"_s, path}});
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace longshore::practice
