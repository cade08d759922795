#include "app/cli/connectiontext.h"

#include <QJsonArray>

namespace longshore::cli {

using namespace Qt::StringLiterals;

QString platformText(const Connection& connection)
{
    return connection.platform == Platform::VectorPro ? u"Vector Pro"_s : u"Optimizely DXP"_s;
}

QJsonObject connectionJson(const Connection& connection)
{
    QJsonArray environments;
    for (const Environment& environment : connection.environments) {
        environments.append(QJsonObject{{u"name"_s, environment.name},
                                        {u"tier"_s, tierName(environment.tier)},
                                        {u"access"_s, accessName(environment.access)}});
    }
    QJsonObject json{{u"type"_s, u"connection"_s},
                     {u"id"_s, connection.id},
                     {u"name"_s, connection.name},
                     {u"platform"_s, connection.platform == Platform::VectorPro ? u"vector"_s : u"optimizely"_s},
                     {u"baseUrl"_s, connection.baseUrl.toString()},
                     {u"projectId"_s, connection.projectId},
                     {u"environments"_s, environments}};
    if (connection.platform == Platform::VectorPro) {
        json.insert(u"dialect"_s, vectorDialectName(connection.dialect));
        json.insert(u"readOnly"_s, connection.readOnly);
    }
    return json;
}

QList<QStringList> environmentRows(const Connection& connection)
{
    QList<QStringList> rows;
    for (const Environment& environment : connection.environments) {
        rows.append({connection.name, environment.name, tierName(environment.tier), accessName(environment.access)});
    }
    return rows;
}

QStringList environmentHeader()
{
    return {u"CONNECTION"_s, u"ENVIRONMENT"_s, u"TIER"_s, u"ACCESS"_s};
}

} // namespace longshore::cli
