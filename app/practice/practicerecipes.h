#pragma once

#include "app/practice/practicevalues.h"

namespace longshore {

/// Makes the value of one cell.
using PracticeRecipe = SqlValue (*)(const PracticeValues&, const PracticeValues::Cell&);

/// By its name in the schema; null for a name that no recipe has.
[[nodiscard]] PracticeRecipe practiceRecipe(const QString& name);
/// A guid that sorts by its row where it is a key: SQL Server compares the last six bytes first, text from the left.
[[nodiscard]] QUuid practiceGuid(quint64 random, quint64 ascending, bool asText);

} // namespace longshore
