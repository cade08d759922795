#include "ui/connections/connectdraft.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

bool everyProjectHas(const QString& name)
{
    static const QStringList standard{u"Integration"_s, u"Preproduction"_s, u"Production"_s};
    return standard.contains(name, Qt::CaseInsensitive);
}

const Environment* named(const QList<Environment>& environments, const QString& name)
{
    const auto found = std::find_if(environments.begin(), environments.end(), [&name](const Environment& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found != environments.end() ? &*found : nullptr;
}

} // namespace

QList<Connection> ConnectDraft::toSave() const
{
    if (connection.platform != Platform::VectorPro || editing) {
        return {connection};
    }
    QList<Connection> chosen;
    std::copy_if(sites.begin(), sites.end(), std::back_inserter(chosen),
                 [this](const Connection& site) { return chosenSites.contains(site.projectId); });
    return chosen;
}

QList<Environment> environmentsToKeep(const QList<Environment>& tested, const QList<Environment>& before)
{
    QList<Environment> kept;
    for (Environment environment : tested) {
        const Environment* old = named(before, environment.name);
        const bool byHand = environment.addedByHand || (old != nullptr && old->addedByHand);
        if (environment.access != Access::Allowed && !byHand && !everyProjectHas(environment.name)) {
            continue;
        }
        environment.addedByHand = byHand;
        if (old != nullptr && choosableTiers(environment.name).contains(old->tier)) {
            environment.tier = old->tier;
        }
        kept << environment;
    }
    return kept;
}

QList<Tier> choosableTiers(const QString& environmentName)
{
    const QList<Tier> all{Tier::Development, Tier::Test, Tier::Staging, Tier::Production};
    const bool known = candidateEnvironments().contains(environmentName, Qt::CaseInsensitive);
    if (!known) {
        return all;
    }
    return all.mid(all.indexOf(guessTier(environmentName)));
}

} // namespace longshore
