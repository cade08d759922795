#pragma once

#include "ui/jobs/jobstate.h"

#include <QDateTime>

namespace longshore {

/// Everything about a job for a ticket: facts, timeline, error, log. Plain text, without secrets and signed links.
[[nodiscard]] QString jobReport(const JobView& view, const QDateTime& now);
/// The log alone, one line each, in the system's time zone.
[[nodiscard]] QString jobLogText(const QList<JobLogLine>& lines);

} // namespace longshore
