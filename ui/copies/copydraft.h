#pragma once

#include "app/domain/copyplan.h"
#include "app/domain/targetfindings.h"
#include "ui/imports/importplan.h"
#include "ui/sites/place.h"

namespace longshore {

/// What the sheet of a copy edits. Its target, backup, options and typed phrase are those of any import.
struct CopyDraft
{
    Place from;
    ImportPlan into; ///< has no file
    Database database = Database::Cms;
    bool replacesAddress = false; ///< the source's domain by the target's
    bool mayTakeProductionData = false;
    bool acceptsWarnings = false;
    QString restores; ///< instead of a copy: the service's backup that goes back where it came from
    QDateTime restoredFrom; ///< UTC; when that was made

    [[nodiscard]] bool isRestore() const { return !restores.isEmpty(); }
    friend bool operator==(const CopyDraft&, const CopyDraft&) = default;
};

/// Where a database could be copied to.
struct CopyChoice
{
    Place place;
    QString connectionName;
    Tier tier = Tier::Production;
    CopyPlan plan;
};
/// Every other environment of the source's platform, the possible ones first.
[[nodiscard]] QList<CopyChoice> copyChoices(const CopyDraft& draft, const ImportFacts& facts);

/// Nothing as long as one of the two places is not known.
[[nodiscard]] std::optional<CopyPlan> planOf(const CopyDraft& draft, const ImportFacts& facts);
[[nodiscard]] ImportWay wayOf(const CopyDraft& draft, const ImportFacts& facts);
/// What would be replaced in all texts; nothing where the domains or the service do not allow it.
[[nodiscard]] std::optional<AddressReplacement> addressOf(const CopyDraft& draft, const ImportFacts& facts);
/// The options of a dump can be told to the service.
[[nodiscard]] bool hasOptions(const CopyDraft& draft, const ImportFacts& facts);
[[nodiscard]] std::optional<Connection> sourceConnection(const CopyDraft& draft, const ImportFacts& facts);
[[nodiscard]] std::optional<Environment> sourceEnvironment(const CopyDraft& draft, const ImportFacts& facts);

enum class CopyProblem {
    NoTarget,
    Impossible,
    ProductionData, ///< not ticked
    BackupFolder,
    Phrase,
};
[[nodiscard]] std::optional<CopyProblem> problemOf(const CopyDraft& draft, const ImportFacts& facts);
/// For a draft without a problem.
[[nodiscard]] ImportRequest requestOf(const CopyDraft& draft, const ImportFacts& facts);

} // namespace longshore
