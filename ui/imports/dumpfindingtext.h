#pragma once

#include "app/domain/finding.h"

namespace longshore {

/// The sentence about a finding in an SQL dump; empty for any other.
[[nodiscard]] QString dumpFindingSentence(const Finding& finding);
/// What to do about it; empty when there is nothing to do.
[[nodiscard]] QString dumpFindingRemedy(const Finding& finding);

} // namespace longshore
