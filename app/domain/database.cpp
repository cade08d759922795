#include "app/domain/database.h"

namespace longshore {

QList<Database> allDatabases()
{
    return {Database::Cms, Database::Commerce};
}

QString databaseApiName(Database database)
{
    return database == Database::Cms ? QStringLiteral("epicms") : QStringLiteral("epicommerce");
}

std::optional<Database> databaseFromName(const QString& name)
{
    const QString word = name.trimmed().toLower();
    for (const Database database : allDatabases()) {
        if (word == databaseApiName(database) || word == databaseApiName(database).mid(3)) {
            return database;
        }
    }
    return std::nullopt;
}

} // namespace longshore
