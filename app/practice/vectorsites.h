#pragma once

#include "app/practice/vectordialect.h"

#include <QJsonObject>
#include <QList>

namespace longshore::practice {

/// One database: that of a site's development container, or of one of its environments.
struct VectorPlace
{
    int site = -1; ///< index into VectorSites::all()
    int environment = -1; ///< index; -1: the development container

    [[nodiscard]] bool isDevelopment() const { return environment < 0; }
    friend bool operator==(const VectorPlace&, const VectorPlace&) = default;
};

struct VectorEnvironment
{
    QString id;
    QString name;
    bool isProduction = false;
};

struct VectorSite
{
    QString id;
    QString customerId;
    QList<VectorEnvironment> environments;
};

/// The sites of the practice account, in one dialect.
class VectorSites final
{
public:
    VectorSites(VectorDialect dialect, quint32 seed);

    [[nodiscard]] const QList<VectorSite>& all() const { return m_sites; }
    [[nodiscard]] QList<VectorPlace> places() const; ///< all databases
    /// By id, customer id or domain; nothing when nobody knows it.
    [[nodiscard]] std::optional<VectorPlace> findSite(const QString& id) const;
    [[nodiscard]] std::optional<VectorPlace> findEnvironment(const QString& id) const;

    [[nodiscard]] QString database(VectorPlace place) const; ///< "lantern_bakery_staging"
    [[nodiscard]] QString domain(VectorPlace place) const;

    /// As the API shows them; `status` as a fault wants it.
    [[nodiscard]] QJsonObject siteJson(int site, const QString& status) const;
    [[nodiscard]] QJsonObject environmentJson(VectorPlace place) const;
    /// An id in the dialect's JSON type: a number in D.
    [[nodiscard]] QJsonValue idValue(const QString& id) const;

private:
    [[nodiscard]] QJsonObject environmentSummary(VectorPlace place) const;
    [[nodiscard]] QString time(int days) const;

    VectorDialect m_dialect;
    QList<VectorSite> m_sites;
};

} // namespace longshore::practice
