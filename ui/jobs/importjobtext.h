#pragma once

#include "ui/common/errortext.h"
#include "ui/jobs/jobtimeline.h"

namespace longshore {

// The words about imports; jobtext.h, jobstate.h and jobtimeline.h use them for any job.

/// "cms.bacpac → Contoso / Integration CMS"
[[nodiscard]] QString importTitle(const JobRecord& record);
/// What goes into the target: the name of a file or of an environment, or "backup"; empty: not known yet.
[[nodiscard]] QString importSourceText(const JobRecord& record);
/// What a person sees of an import as one step each, in this order where it has them.
enum class ImportStage { Fetch, Check, BackUp, Prepare, Upload, Replace, Verify };
[[nodiscard]] QList<ImportStage> importStages(const JobRecord& record);
/// The flow's steps that a stage covers.
[[nodiscard]] QList<JobStep> stepsOf(ImportStage stage);
/// "The server carries out the dump"
[[nodiscard]] QString stageTitle(ImportStage stage, const JobRecord& record);
/// 1 to importStepCount(), without the verification by a person.
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
