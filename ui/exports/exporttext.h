#pragma once

#include "ui/common/tones.h"
#include "ui/exports/exportplan.h"

namespace longshore {

/// A sentence with its weight.
struct PlanNote
{
    Tone tone = Tone::Plain;
    QString text;
};

/// "until Wed 14 Jan 14:25": counted from now, as the service starts at once.
[[nodiscard]] QString keepUntilText(const ExportPlan& plan, const PlanFacts& facts);
/// "24 hours", "7 days": the label of a preset.
[[nodiscard]] QString retentionText(std::chrono::hours retention);
/// Which preset is enough by experience, and that some projects refuse a long time; empty when there is nothing to say.
[[nodiscard]] PlanNote retentionNote(const ExportPlan& plan, const PlanFacts& facts);
/// "gzip (.sql.gz)": a way to keep a dump.
[[nodiscard]] QString dumpFormatText(DumpFormat format);
/// "last export today 06:12, 18.4 GB", "never exported here".
[[nodiscard]] QString lastExportNote(Database database, const PlanFacts& facts);
/// Free space held against the last size.
[[nodiscard]] PlanNote spaceNote(const ExportPlan& plan, const PlanFacts& facts);
/// "A verified copy from today 06:12 is in your library."; empty without one.
[[nodiscard]] QString keptCopyNote(const ExportPlan& plan, const PlanFacts& facts);
/// Why it has to wait; empty when it starts at once.
[[nodiscard]] QString queueNote(const PlanFacts& facts);
/// "Usually 22–35 min, then 9 min to download."; empty without experience.
[[nodiscard]] QString usualNote(const ExportPlan& plan, const PlanFacts& facts);
/// What happens, in sentences, in order.
[[nodiscard]] QStringList whatHappens(const ExportPlan& plan, const PlanFacts& facts);
/// One sentence about the field that has to change.
[[nodiscard]] QString problemText(PlanField field, const ExportPlan& plan, const PlanFacts& facts);

} // namespace longshore
