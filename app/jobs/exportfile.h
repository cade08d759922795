#pragma once

#include "app/domain/jobrecord.h"
#include "app/domain/libraryentry.h"

namespace longshore {

/// Where a job's bytes go until they are verified: beside the final place, under a name that no other job has.
[[nodiscard]] QString partPathOf(const JobRecord& record);
/// The name the person gave, or one made from where and when.
[[nodiscard]] QString fileNameOf(const JobRecord& record);
/// The row of the library for a job whose file got its final name.
[[nodiscard]] LibraryEntry entryFor(const JobRecord& record, const QString& path, const QDateTime& now);

} // namespace longshore
