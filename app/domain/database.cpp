#include "app/domain/database.h"

namespace longshore {

using namespace Qt::StringLiterals;

QList<Database> allDatabases()
{
    return {Database::Cms, Database::Commerce, Database::MySql};
}

QList<Database> databasesOf(Platform platform)
{
    return platform == Platform::VectorPro ? QList{Database::MySql} : QList{Database::Cms, Database::Commerce};
}

QString databaseFileWord(Database database)
{
    switch (database) {
    case Database::Cms:
        return u"cms"_s;
    case Database::Commerce:
        return u"commerce"_s;
    case Database::MySql:
        break;
    }
    return u"mysql"_s;
}

QString databaseApiName(Database database)
{
    return database == Database::MySql ? u"mysql"_s : QString(u"epi"_s + databaseFileWord(database));
}

std::optional<Database> databaseFromName(const QString& name)
{
    const QString word = name.trimmed().toLower();
    for (const Database database : allDatabases()) {
        if (word == databaseApiName(database) || word == databaseFileWord(database)) {
            return database;
        }
    }
    return std::nullopt;
}

QString databaseFileSuffix(Database database, DumpFormat format)
{
    return database == Database::MySql ? dumpSuffix(format) : u".bacpac"_s;
}

} // namespace longshore
