#pragma once

#include "ui/common/tones.h"
#include "ui/imports/importplan.h"

namespace longshore {

/// Why an environment cannot be a target, as a sentence; empty for None.
[[nodiscard]] QString barText(ImportBar bar, const QString& environment);
/// The second line of a row in the list of targets.
[[nodiscard]] QString choiceText(const TargetChoice& choice, const QDateTime& now);
/// "CMS database of Contoso / Integration"
[[nodiscard]] QString targetText(const ImportPlan& plan, const ImportFacts& facts);
/// What keeps a page from letting on.
[[nodiscard]] QString problemText(ImportProblem problem, const ImportPlan& plan, const ImportFacts& facts);

/// "adds 22–35 min; the service makes one export of a project at a time"
[[nodiscard]] QString backupCostText(const ImportPlan& plan, const ImportFacts& facts);
/// The field of the package name: whether the service takes it, and why not.
[[nodiscard]] QString nameFaultText(PackageNameFault fault, const ImportPlan& plan);
/// Why the name of the target has to be typed; empty when it has not.
[[nodiscard]] QString guardText(const ImportPlan& plan, const ImportFacts& facts);
/// What cannot be undone, in one sentence.
[[nodiscard]] QString noWayBackText(const ImportPlan& plan, const ImportFacts& facts);

/// How the file gets to the service: quick import explained, or the storage.
[[nodiscard]] QString wayText(const ImportPlan& plan, const ImportFacts& facts);
/// What keeping the target's tables means for this dump.
[[nodiscard]] QString keepTablesText(const ImportPlan& plan);

/// What will happen, in sentences, in order.
[[nodiscard]] QStringList whatHappens(const ImportPlan& plan, const ImportFacts& facts);
/// "Replace CMS database of Integration"
[[nodiscard]] QString replaceText(const ImportPlan& plan);

} // namespace longshore
