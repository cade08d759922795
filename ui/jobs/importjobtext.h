#pragma once

#include "ui/common/errortext.h"
#include "ui/jobs/jobtimeline.h"

namespace longshore {

// The words about imports; jobtext.h, jobstate.h and jobtimeline.h use them for any job.

/// "cms.bacpac → Contoso / Integration CMS"
[[nodiscard]] QString importTitle(const JobRecord& record);
/// 1 to importStepCount(): check, back up (where wanted), upload, replace.
[[nodiscard]] int importStepNumber(const JobRecord& record);
[[nodiscard]] int importStepCount(const JobRecord& record);
/// "the server replaces the database"; empty where nothing is being done.
[[nodiscard]] QString importWork(const JobRecord& record);
/// What there is to say where nothing is being done: waits for the person, or is over.
[[nodiscard]] QString importState(const JobRecord& record);
/// Whether the database of the target may be another one than before; of an import that went as far as its start.
[[nodiscard]] bool targetMayHaveChanged(const JobRecord& record);
/// "Nothing was changed on Contoso / Integration.", or where what was there before is.
[[nodiscard]] QString importSafety(const JobRecord& record);
[[nodiscard]] QList<TimelineRow> importTimeline(const JobView& view, const QDateTime& now);

} // namespace longshore
