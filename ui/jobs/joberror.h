#pragma once

#include "app/domain/jobrecord.h"
#include "ui/common/errortext.h"
#include "ui/common/tones.h"

namespace longshore {

/// As errorText(), told for this job: an import has another target, another safe side and another next step than an
/// export. For a record with an error.
[[nodiscard]] ErrorText jobErrorText(const JobRecord& record);

/// What stands above the timeline of a job that failed, is not sure, or goes on without us; no headline: nothing.
struct DetailNotice
{
    Tone tone = Tone::Active;
    QString headline;
    QString text;
    QString details;
};
[[nodiscard]] DetailNotice detailNotice(const JobRecord& record);

} // namespace longshore
