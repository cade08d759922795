#pragma once

#include "ui/copies/copydraft.h"

namespace longshore {

/// "Copy a database", or that a backup goes back.
[[nodiscard]] QString copyTitle(const CopyDraft& draft);
/// A row of the list of targets: "Shop / staging", and why not.
[[nodiscard]] QString copyChoiceText(const CopyChoice& choice);
/// Why one place cannot be copied to another; empty where it can.
[[nodiscard]] QString copyBarText(const CopyPlan& plan, const QString& target);
/// What will happen, in sentences, in order.
[[nodiscard]] QStringList copySentences(const CopyDraft& draft, const ImportFacts& facts);
/// Which data leaves its place; empty where that is no worry.
[[nodiscard]] QString productionDataText(const CopyDraft& draft, const ImportFacts& facts);
/// What keeps it from starting; empty: nothing.
[[nodiscard]] QString copyProblemText(const CopyDraft& draft, const ImportFacts& facts);
[[nodiscard]] QString copyButtonText(const CopyDraft& draft);

} // namespace longshore
