#include "app/providers/vector/vectorsites.h"

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

/// Only `is_production` says what production is; a name does not.
Tier tierOf(const EnvironmentInfo& environment)
{
    if (environment.isProduction) {
        return Tier::Production;
    }
    const Tier guess = guessTier(environment.name);
    return guess == Tier::Production ? Tier::Staging : guess;
}

} // namespace

QList<Environment> environmentsOf(const SiteInfo& site, const Connection& before)
{
    QList<Environment> list{{.name = developmentName,
                             .tier = Tier::Development,
                             .access = Access::Allowed,
                             .domain = site.developmentDomain}};
    for (const EnvironmentInfo& info : site.environments) {
        // The site's own container has that name here.
        const bool taken = info.name.compare(developmentName, Qt::CaseInsensitive) == 0;
        list.append({.name = info.name.isEmpty() || taken ? info.id : info.name,
                     .tier = tierOf(info),
                     .access = Access::Allowed,
                     .id = info.id,
                     .domain = info.domain});
    }
    for (Environment& each : list) {
        if (const std::optional<Environment> known = before.environment(each.name)) {
            each.tier = std::max(each.tier, known->tier); // a person may raise it
        }
    }
    return list;
}

QList<Connection> connectionsOf(const Probe& found, const QUrl& baseUrl)
{
    QList<Connection> connections;
    for (const SiteInfo& site : found.sites) {
        Connection connection;
        connection.name = site.label();
        connection.platform = Platform::VectorPro;
        connection.baseUrl = baseUrl;
        connection.projectId = site.id;
        connection.dialect = found.dialect;
        connection.readOnly = found.identity && !found.identity->mayWrite();
        connection.environments = environmentsOf(site, {});
        connections.append(connection);
    }
    return connections;
}

} // namespace longshore::vector
