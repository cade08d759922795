#include "app/practice/vectorsites.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

// The numbers of the first site and its production are those of the prose documentation's examples.
constexpr int firstSite = 12345;
constexpr int firstEnvironment = 67889;

QString statusLabel(const QString& status)
{
    QString label = status;
    label.replace(u'_', u' ');
    if (!label.isEmpty()) {
        label[0] = label.at(0).toUpper();
    }
    return label;
}

} // namespace

VectorSites::VectorSites(VectorDialect dialect, quint32 seed) : m_dialect(dialect)
{
    int siteNumber = firstSite;
    int environmentNumber = firstEnvironment;
    for (const QString& customer : {u"lantern-bakery"_s, u"harbour-books"_s}) {
        VectorSite site{.id = vectorPlaceId(dialect, seed, customer.toLatin1(), siteNumber++),
                        .customerId = customer,
                        .environments = {}};
        for (const QString& name : {u"staging"_s, u"production"_s}) {
            const QByteArray place = (customer + u'/' + name).toLatin1();
            site.environments.append({.id = vectorPlaceId(dialect, seed, place, environmentNumber++),
                                      .name = name,
                                      .isProduction = name == u"production"_s});
        }
        m_sites.append(site);
    }
}

QList<VectorPlace> VectorSites::places() const
{
    QList<VectorPlace> places;
    for (int site = 0; site < m_sites.size(); ++site) {
        for (int environment = -1; environment < m_sites.at(site).environments.size(); ++environment) {
            places.append({.site = site, .environment = environment});
        }
    }
    return places;
}

std::optional<VectorPlace> VectorSites::findSite(const QString& id) const
{
    for (int site = 0; site < m_sites.size(); ++site) {
        const VectorPlace place{.site = site};
        if (id == m_sites.at(site).id || id == m_sites.at(site).customerId || id == domain(place)) {
            return place;
        }
    }
    return std::nullopt;
}

std::optional<VectorPlace> VectorSites::findEnvironment(const QString& id) const
{
    const QList<VectorPlace> all = places();
    for (const VectorPlace place : all) {
        if (!place.isDevelopment()
            && (id == m_sites.at(place.site).environments.at(place.environment).id || id == domain(place))) {
            return place;
        }
    }
    return std::nullopt;
}

QString VectorSites::database(VectorPlace place) const
{
    const VectorSite& site = m_sites.at(place.site);
    QString name = site.customerId + u'_'
                   + (place.isDevelopment() ? u"development"_s : site.environments.at(place.environment).name);
    return name.replace(u'-', u'_');
}

QString VectorSites::domain(VectorPlace place) const
{
    const VectorSite& site = m_sites.at(place.site);
    const QString environment =
        place.isDevelopment() ? QString() : u"--"_s + site.environments.at(place.environment).name;
    return site.customerId + environment + u".vectorpages.test"_s;
}

QJsonValue VectorSites::idValue(const QString& id) const
{
    return m_dialect == VectorDialect::D ? QJsonValue(id.toInt()) : QJsonValue(id);
}

QString VectorSites::time(int days) const
{
    return vectorTime(m_dialect, QDateTime(QDate(2025, 9, 1).addDays(days), QTime(8, 30), QTimeZone::utc()));
}

QJsonObject VectorSites::siteJson(int site, const QString& status) const
{
    const VectorSite& what = m_sites.at(site);
    QJsonArray environments;
    for (int i = 0; i < what.environments.size(); ++i) {
        environments.append(environmentSummary({.site = site, .environment = i}));
    }
    const VectorPlace development{.site = site};
    return {
        {u"id"_s, idValue(what.id)},
        {u"your_customer_id"_s, what.customerId},
        {u"status"_s, status},
        {u"status_label"_s, statusLabel(status)},
        {u"dev_php_version"_s, u"8.3"_s},
        {u"tags"_s, QJsonArray{u"practice"_s}},
        {u"dev_domain"_s, domain(development)},
        {u"dev_db_host"_s, u"database.vectorpages.test"_s},
        {u"dev_db_name"_s, database(development)},
        {u"dev_sftp"_s,
         QJsonObject{{u"hostname"_s, u"sftp.vectorpages.test"_s}, {u"port"_s, 22}, {u"username"_s, what.customerId}}},
        {u"last_deployed_at"_s, site == 0 ? QJsonValue(time(90)) : QJsonValue()},
        {u"environments"_s, environments},
        {u"created_at"_s, time(site)},
        {u"updated_at"_s, time(100 + site)}};
}

QJsonObject VectorSites::environmentSummary(VectorPlace place) const
{
    const VectorEnvironment& environment = m_sites.at(place.site).environments.at(place.environment);
    return {{u"id"_s, idValue(environment.id)},
            {u"name"_s, environment.name},
            {u"is_production"_s, environment.isProduction},
            {u"status"_s, u"active"_s},
            {u"status_label"_s, u"Active"_s},
            {u"php_version"_s, u"8.3"_s},
            {u"platform_domain"_s, domain(place)},
            {u"custom_domain"_s, QJsonValue::Null},
            {u"created_at"_s, time(place.site + 1)},
            {u"updated_at"_s, time(100 + place.site)}};
}

QJsonObject VectorSites::environmentJson(VectorPlace place) const
{
    const VectorSite& site = m_sites.at(place.site);
    QJsonObject json = environmentSummary(place);
    json.insert(u"vector_site_id"_s, idValue(site.id));
    json.insert(u"your_customer_id"_s, site.customerId);
    json.insert(u"provisioning_step"_s, QJsonValue::Null);
    json.insert(u"failure_reason"_s, QJsonValue::Null);
    json.insert(u"tags"_s, QJsonArray());
    json.insert(u"subdomain"_s, domain(place).section(u'.', 0, 0));
    json.insert(u"database_host"_s, u"database.vectorpages.test"_s);
    json.insert(u"database_name"_s, database(place));
    return json;
}

} // namespace longshore::practice
