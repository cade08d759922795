#include "ui/common/words.h"

#include <QCoreApplication>

namespace longshore {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(longshore::Words)
};

} // namespace

QString tierText(Tier tier)
{
    switch (tier) {
    //: How much harm a mistake does in an environment
    case Tier::Development:
        return Words::tr("Development");
    //: How much harm a mistake does in an environment
    case Tier::Test:
        return Words::tr("Test");
    //: How much harm a mistake does in an environment
    case Tier::Staging:
        return Words::tr("Staging");
    case Tier::Production:
        break;
    }
    //: How much harm a mistake does in an environment
    return Words::tr("Production");
}

QString databaseText(Database database)
{
    switch (database) {
    //: One of the databases of an Optimizely environment
    case Database::Cms:
        return Words::tr("CMS");
    //: One of the databases of an Optimizely environment
    case Database::Commerce:
        return Words::tr("Commerce");
    case Database::MySql:
        break;
    }
    //: The database of a Vector Pro environment: a kind of database server
    return Words::tr("MySQL");
}

QString placeText(const QString& connectionName, const QString& environment)
{
    //: %1 is the name of a site, %2 of one of its environments: "Contoso / Production"
    return Words::tr("%1 / %2").arg(connectionName, environment);
}

QString platformText(const Connection& connection)
{
    const bool isPractice = connection.isPractice();
    switch (connection.platform) {
    case Platform::VectorPro:
        return isPractice ? Words::tr("Vector Pro, practice server") : Words::tr("Vector Pro");
    case Platform::OptimizelyDxp:
        break;
    }
    return isPractice ? Words::tr("Optimizely DXP, practice server") : Words::tr("Optimizely DXP");
}

} // namespace longshore
