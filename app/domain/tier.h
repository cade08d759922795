#pragma once

#include <QString>
#include <optional>

namespace longshore {

/// How much harm a mistake does there; ordered.
enum class Tier { Development, Test, Staging, Production };

/// From the environment's name: Production; Preproduction → Staging; Integration, Test1… → Test; ADE1… → Development;
/// a name nobody knows counts as Production until a person lowers it.
[[nodiscard]] Tier guessTier(const QString& environmentName);
/// "Production"; stored and printed in JSON.
[[nodiscard]] QString tierName(Tier tier);
[[nodiscard]] std::optional<Tier> tierFromName(const QString& name);

} // namespace longshore
