#include "ui/copies/copydraft.h"

#include "app/domain/importchoice.h"

#include <QDir>
#include <algorithm>

namespace longshore {

namespace {

std::optional<Connection> connectionOf(const QString& id, const ImportFacts& facts)
{
    const auto found = std::ranges::find(facts.connections, id, &Connection::id);
    return found == facts.connections.end() ? std::nullopt : std::optional(*found);
}

ImportOptions optionsOf(const CopyDraft& draft, const ImportFacts& facts)
{
    ImportOptions options = draft.into.options;
    options.searchFor.clear();
    options.replaceBy.clear();
    if (const auto pair = addressOf(draft, facts); pair && draft.replacesAddress) {
        options.searchFor = pair->searchFor;
        options.replaceBy = pair->replaceBy;
    }
    return hasOptions(draft, facts) ? options : ImportOptions{};
}

} // namespace

std::optional<Connection> sourceConnection(const CopyDraft& draft, const ImportFacts& facts)
{
    return connectionOf(draft.from.connectionId, facts);
}

std::optional<Environment> sourceEnvironment(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<Connection> connection = sourceConnection(draft, facts);
    return connection ? connection->environment(draft.from.environment) : std::nullopt;
}

QList<CopyChoice> copyChoices(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<Connection> source = sourceConnection(draft, facts);
    QList<CopyChoice> choices;
    for (const Connection& connection : facts.connections) {
        for (const Environment& environment : connection.environments) {
            if (!source || connection.platform != source->platform) {
                continue;
            }
            const CopyPlan plan = planCopy({*source, draft.from.environment}, {connection, environment.name});
            if (plan.bar != CopyBar::SamePlace) {
                choices << CopyChoice{{connection.id, environment.name}, connection.name, environment.tier, plan};
            }
        }
    }
    std::ranges::stable_sort(choices, {}, [](const CopyChoice& choice) { return choice.plan.bar != CopyBar::None; });
    return choices;
}

std::optional<CopyPlan> planOf(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<Connection> source = sourceConnection(draft, facts);
    const std::optional<Connection> target = facts.connection(draft.into);
    if (!source || !target || draft.isRestore()) {
        return std::nullopt;
    }
    return planCopy({*source, draft.from.environment}, {*target, draft.into.target->environment});
}

ImportWay wayOf(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<CopyPlan> plan = planOf(draft, facts);
    return draft.isRestore() ? ImportWay::Restore : plan ? plan->way : ImportWay::Upload;
}

bool hasOptions(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<Connection> target = facts.connection(draft.into);
    // Whatever differs from the usual.
    return target && target->platform == Platform::VectorPro && !draft.isRestore()
           && takesOptions(*target, draft.into.target->environment, {.dropTables = false}, wayOf(draft, facts));
}

std::optional<AddressReplacement> addressOf(const CopyDraft& draft, const ImportFacts& facts)
{
    const std::optional<Environment> source = sourceEnvironment(draft, facts);
    const std::optional<Environment> target = facts.environment(draft.into);
    if (!source || !target || wayOf(draft, facts) != ImportWay::Upload || !hasOptions(draft, facts)) {
        return std::nullopt;
    }
    return suggestedReplacement(source->domain, target->domain);
}

std::optional<CopyProblem> problemOf(const CopyDraft& draft, const ImportFacts& facts)
{
    if (!facts.environment(draft.into)) {
        return CopyProblem::NoTarget;
    }
    const std::optional<CopyPlan> plan = planOf(draft, facts);
    if (plan && plan->bar != CopyBar::None) {
        return CopyProblem::Impossible;
    }
    if (plan && plan->productionData && !draft.mayTakeProductionData) {
        return CopyProblem::ProductionData;
    }
    const bool wantsFolder =
        draft.into.backup == ImportRequest::Backup::First || wayOf(draft, facts) == ImportWay::Upload;
    if (wantsFolder && !QDir::isAbsolutePath(draft.into.backupFolder)) {
        return CopyProblem::BackupFolder;
    }
    const ImportGuard guard = guardOf(draft.into, facts);
    return guard.needsPhrase() && !isConfirmed(draft.into.typed, guard.phrase) ? std::optional(CopyProblem::Phrase)
                                                                               : std::nullopt;
}

ImportRequest requestOf(const CopyDraft& draft, const ImportFacts& facts)
{
    ImportRequest request;
    request.connectionId = draft.into.target->connectionId;
    request.environment = draft.into.target->environment;
    request.database = draft.database;
    request.way = wayOf(draft, facts);
    request.options = optionsOf(draft, facts);
    request.backup = draft.into.backup;
    request.backupFolder = draft.into.backupFolder;
    request.restores = draft.restores;
    request.undoes = draft.into.undoes;
    if (!draft.isRestore()) {
        request.source = CopySource{.connectionId = draft.from.connectionId,
                                    .environment = draft.from.environment,
                                    .database = draft.database,
                                    .mayTakeProductionData = draft.mayTakeProductionData,
                                    .acceptWarnings = draft.acceptsWarnings};
    }
    return request;
}

} // namespace longshore
