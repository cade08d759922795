#pragma once

#include "ui/jobs/jobtimeline.h"

namespace longshore {

/// Where a step of the timeline stands.
enum class TimelineStage { ToCome, Current, Done, Stopped };

/// The stage of step `number` when the job is at `current`.
[[nodiscard]] TimelineStage timelineStage(const JobRecord& record, int number, int current);
/// The step in which a job is, or was when it ended early.
[[nodiscard]] JobStep stepReached(const JobRecord& record);
/// "14:02 → 14:29, 27 min", "since 14:02, 27 min"; of all of `steps` together.
[[nodiscard]] QString timelineTimes(const JobRecord& record, const QList<JobStep>& steps, const QDateTime& now,
                                    TimelineStage stage);
/// Symbol and tone.
void dressTimelineRow(TimelineRow& row, TimelineStage stage, const JobRecord& record);
/// "6.1 GB of 18.4 GB · 71 MB/s, 3 min left · 9 parts at once", or how large it was.
[[nodiscard]] QString transferText(const JobView& view, TimelineStage stage);

} // namespace longshore
