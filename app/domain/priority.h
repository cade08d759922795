#pragma once

#include <QString>
#include <optional>

namespace longshore {

/// How much of the shared connections a transfer gets while others run beside it.
enum class Priority { Low, Usual, High };

/// Of its share; twice as much for each step.
[[nodiscard]] int weightOf(Priority priority);
/// "low"; stored, printed in JSON and typed on the command line.
[[nodiscard]] QString priorityName(Priority priority);
[[nodiscard]] std::optional<Priority> priorityFromName(const QString& name);

} // namespace longshore
