#pragma once

#include "ui/jobs/jobstate.h"

#include <QDateTime>

namespace longshore {

/// What the list shows of one job: two lines, and two short lines at the far end.
struct JobRow
{
    QString title; ///< "Contoso / Production CMS → Library"
    QString step; ///< "Step 3 of 4: downloading, 6.1 GB of 18.4 GB · 9 parts at once"
    QString aside; ///< "33 %", "12 min", "18.4 GB"
    QString asideBelow; ///< "71 MB/s, 3 min left"
    std::optional<int> permille; ///< only where bytes are counted
};

[[nodiscard]] JobRow jobRow(const JobView& view, const QDateTime& now);
/// What the list may have to cut off, and the link, line by line.
[[nodiscard]] QString jobHint(const JobView& view, const QDateTime& now);
/// One sentence for a screen reader.
[[nodiscard]] QString spokenJob(const JobView& view, const QDateTime& now);
/// "22–35 min", "about 4 s"
[[nodiscard]] QString rangeText(const Estimate::Range& range);
/// "checked 12 s ago, next in 18 s"; empty when nothing is being asked.
[[nodiscard]] QString checkedText(const JobRecord& record, const QDateTime& now);
/// "9 parts at once", "3 retries", "high priority", "at most 2.5 MB/s"; what is usual is not said.
[[nodiscard]] QStringList transferFacts(const JobRecord& record);
/// "link valid until today 16:29, renews by itself"; empty without a link.
[[nodiscard]] QString linkText(const JobRecord& record, const QDateTime& now);
/// 0 to 1000; empty when the total is not known.
[[nodiscard]] std::optional<int> permilleOf(const Progress& progress);

} // namespace longshore
