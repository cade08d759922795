#include "app/practice/vectorservice.h"

#include "app/practice/context.h"
#include "app/practice/mariadbdatabases.h"
#include "app/practice/vectorseed.h"

using namespace Qt::StringLiterals;

namespace longshore::practice {

VectorService::VectorService(PracticeContext& context, S3Store& objects, const S3Service& links, const Options& options)
    : m_token(context.identity.vectorToken),
      m_storeKeyId(context.identity.storeKeyId),
      m_storeSecret(context.identity.storeSecret),
      m_dialect(options.dialect),
      m_sites(options.dialect, options.seed),
      m_views(context, m_sites, links, options.dialect),
      m_databases(makeDatabases(context, options)),
      m_desk({.context = context,
              .objects = objects,
              .sites = m_sites,
              .databases = *m_databases,
              .dialect = options.dialect}),
      m_api(context, m_sites, m_desk, m_views, options.dialect)
{ }

std::unique_ptr<VectorDatabases> VectorService::makeDatabases(PracticeContext& context, const Options& options)
{
    const auto seed = [this, options](const QString& database, const QString& file, const CancelFlag& cancel) {
        VectorSeed what{.database = database, .domain = {}, .seed = options.seed, .sizeMb = options.sizeMb};
        const QList<VectorPlace> places = m_sites.places();
        for (const VectorPlace place : places) {
            if (m_sites.database(place) == database) {
                what.domain = m_sites.domain(place);
            }
        }
        return writeVectorSeed(file, what, cancel);
    };
    const auto tools = options.store == VectorStore::Embedded ? std::nullopt : MariaDbTools::find();
    if (tools) {
        return std::make_unique<MariaDbDatabases>(*tools, context.stateFolder + u"/mariadb"_s, seed);
    }
    return std::make_unique<EmbeddedDatabases>(context.stateFolder + u"/vector-databases"_s, seed);
}

Result<void> VectorService::open()
{
    return m_desk.open();
}

VectorAccess VectorService::access() const
{
    VectorAccess access{.baseUrl = {},
                        .token = Secret(m_token),
                        .dialect = m_dialect,
                        .database = m_databases->name(),
                        .bucket = QString::fromLatin1(S3Service::bucket),
                        .storeKeyId = QString::fromLatin1(m_storeKeyId),
                        .storeSecret = Secret(m_storeSecret),
                        .sites = {}};
    const QList<VectorPlace> places = m_sites.places();
    for (const VectorPlace place : places) {
        const VectorSite& site = m_sites.all().at(place.site);
        if (place.isDevelopment()) { // comes before the site's environments
            access.sites.append(
                {.id = site.id, .name = site.customerId, .domain = m_sites.domain(place), .environments = {}});
            continue;
        }
        const VectorEnvironment& environment = site.environments.at(place.environment);
        access.sites.last().environments.append({.id = environment.id,
                                                 .name = environment.name,
                                                 .domain = m_sites.domain(place),
                                                 .isProduction = environment.isProduction});
    }
    return access;
}

} // namespace longshore::practice
