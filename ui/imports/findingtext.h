#pragma once

#include "app/domain/finding.h"
#include "ui/common/tones.h"

#include <QDateTime>

namespace longshore {

/// What a person reads about a finding.
struct FindingText
{
    QString sentence;
    QString remedy; ///< what to do about it; empty when there is nothing to do
    QString tick; ///< of a warning: what the person says by ticking it
    QString where; ///< the place in a dump: "Line 1,414, byte 99,213"; empty: of the whole
};

[[nodiscard]] FindingText findingText(const Finding& finding, const QDateTime& now);
/// Shape and word of a severity; never a colour alone.
[[nodiscard]] QString severityIcon(Finding::Severity severity);
[[nodiscard]] Tone severityTone(Finding::Severity severity);
[[nodiscard]] QString severityText(Finding::Severity severity);
/// "1 error, 2 warnings", "Everything is as it should be"
[[nodiscard]] QString findingsSummary(const QList<Finding>& findings);
/// Everything as plain text for a ticket, one line each.
[[nodiscard]] QString findingsReport(const QList<Finding>& findings, const QDateTime& now);

} // namespace longshore
