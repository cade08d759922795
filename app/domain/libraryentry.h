#pragma once

#include "app/domain/database.h"
#include "app/domain/tier.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace longshore {

/// A finished file and where it came from.
struct LibraryEntry
{
    enum class Health { Unchecked, Verified, Missing, Damaged };

    QString id;
    QString path; ///< absolute
    QString connectionId;
    QString connectionName;
    QString environment;
    Database database = Database::Cms;
    Tier tier = Tier::Production;
    QString jobId;
    QString serverFileName; ///< the service's own name of the package
    QDateTime exportedAt; ///< UTC
    QDateTime verifiedAt; ///< UTC; of the last check that was good
    qint64 size = -1;
    QString sha256; ///< lower-case hex
    Health health = Health::Unchecked;
    bool pinned = false; ///< kept until a person unpins it; an undo file is
    QString undoes; ///< id of the import that this file takes back; empty: none

    friend bool operator==(const LibraryEntry&, const LibraryEntry&) = default;
};

[[nodiscard]] QJsonObject toJson(const LibraryEntry& entry);
[[nodiscard]] std::optional<LibraryEntry> libraryEntryFromJson(const QJsonObject& json);

} // namespace longshore
