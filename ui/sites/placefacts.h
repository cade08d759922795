#pragma once

#include "app/domain/estimate.h"
#include "app/domain/jobrecord.h"
#include "app/domain/libraryentry.h"
#include "ui/sites/place.h"

#include <QList>
#include <QString>

namespace longshore {

/// What is known about one database of one environment.
struct DatabaseFacts
{
    std::optional<JobRecord> lastExport; ///< the newest that ended well
    std::optional<JobRecord> live; ///< the newest that has not ended
    std::optional<LibraryEntry> file; ///< the newest in the library
    QDateTime onServerUntil; ///< UTC; invalid when nothing is kept there now
    Estimate estimate;

    friend bool operator==(const DatabaseFacts&, const DatabaseFacts&) = default;
};

/// Until when the service surely keeps the file of that export. Whether it counts the retention from the start or the
/// end of its work is not documented, so this counts from the start. Invalid while there is no file.
[[nodiscard]] QDateTime keptUntil(const JobRecord& record);

[[nodiscard]] bool isOf(const JobRecord& record, const Place& place);
[[nodiscard]] bool isOf(const LibraryEntry& entry, const Place& place);
[[nodiscard]] bool endedWell(const JobRecord& record);
/// Has not ended, whoever works on it.
[[nodiscard]] bool isLive(const JobRecord& record);
/// A person has to decide something.
[[nodiscard]] bool needsPerson(const JobRecord& record);

/// `newestFirst`: as Jobs and Library give them. The estimate is left to the caller.
[[nodiscard]] DatabaseFacts databaseFacts(const Place& place, Database database, const QList<JobRecord>& newestFirst,
                                          const QList<LibraryEntry>& entries, const QDateTime& now);

/// "22–35 min to export, 9 min to download"; empty without experience.
[[nodiscard]] QString usualText(const Estimate& estimate);
/// "today 06:12 · 18.4 GB · verified"
[[nodiscard]] QString lastExportText(const DatabaseFacts& facts, const QDateTime& now);
/// "until Tue 06:12 (16 h left)"
[[nodiscard]] QString onServerText(const DatabaseFacts& facts, const QDateTime& now);

} // namespace longshore
