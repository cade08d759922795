#pragma once

#include "app/domain/dumpfacts.h"
#include "app/domain/finding.h"

#include <QJsonObject>

namespace longshore::cli {

/// What a look found in a SQL dump, without the place; empty for a finding about something else.
[[nodiscard]] QString dumpFindingText(const Finding& finding);
/// What to do about it; empty when there is nothing to do.
[[nodiscard]] QString dumpFindingRemedy(const Finding& finding);
/// "line 1414, byte 99213", where the finding is about a place in the dump; else empty.
[[nodiscard]] QString dumpPlace(const Finding& finding);
/// The facts of a dump, as members of a line of schema 1.
[[nodiscard]] QJsonObject dumpJson(const DumpFacts& facts);

} // namespace longshore::cli
