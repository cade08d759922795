#include "app/domain/libraryentry.h"

#include "app/domain/jsontime.h"

#include <array>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Health = LibraryEntry::Health;

constexpr std::array HealthNames{
    std::pair{Health::Unchecked, "unchecked"},
    std::pair{Health::Verified, "verified"},
    std::pair{Health::Missing, "missing"},
    std::pair{Health::Damaged, "damaged"},
};

QString healthName(Health health)
{
    for (const auto& [known, name] : HealthNames) {
        if (known == health) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

Health healthFromName(const QString& name)
{
    for (const auto& [health, known] : HealthNames) {
        if (name == QLatin1StringView(known)) {
            return health;
        }
    }
    return Health::Unchecked;
}

} // namespace

QJsonObject toJson(const LibraryEntry& entry)
{
    return {{u"id"_s, entry.id},
            {u"path"_s, entry.path},
            {u"connectionId"_s, entry.connectionId},
            {u"connection"_s, entry.connectionName},
            {u"environment"_s, entry.environment},
            {u"database"_s, databaseApiName(entry.database)},
            {u"tier"_s, tierName(entry.tier)},
            {u"jobId"_s, entry.jobId},
            {u"serverFileName"_s, entry.serverFileName},
            {u"exportedAt"_s, timeToJson(entry.exportedAt)},
            {u"verifiedAt"_s, timeToJson(entry.verifiedAt)},
            {u"size"_s, entry.size},
            {u"sha256"_s, entry.sha256},
            {u"health"_s, healthName(entry.health)},
            {u"pinned"_s, entry.pinned},
            {u"undoes"_s, entry.undoes}};
}

std::optional<LibraryEntry> libraryEntryFromJson(const QJsonObject& json)
{
    LibraryEntry entry;
    entry.id = json["id"_L1].toString();
    entry.path = json["path"_L1].toString();
    if (entry.id.isEmpty() || entry.path.isEmpty()) {
        return std::nullopt;
    }
    entry.connectionId = json["connectionId"_L1].toString();
    entry.connectionName = json["connection"_L1].toString();
    entry.environment = json["environment"_L1].toString();
    entry.database = databaseFromName(json["database"_L1].toString()).value_or(Database::Cms);
    entry.tier = tierFromName(json["tier"_L1].toString()).value_or(Tier::Production);
    entry.jobId = json["jobId"_L1].toString();
    entry.serverFileName = json["serverFileName"_L1].toString();
    entry.exportedAt = timeFromJson(json["exportedAt"_L1]);
    entry.verifiedAt = timeFromJson(json["verifiedAt"_L1]);
    entry.size = json["size"_L1].toInteger(-1);
    entry.sha256 = json["sha256"_L1].toString();
    entry.health = healthFromName(json["health"_L1].toString());
    entry.pinned = json["pinned"_L1].toBool();
    entry.undoes = json["undoes"_L1].toString();
    return entry;
}

} // namespace longshore
