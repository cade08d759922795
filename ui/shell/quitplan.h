#pragma once

#include "app/domain/jobrecord.h"

#include <QStringList>

namespace longshore {

/// What happens to unfinished jobs when the program ends, one sentence for each kind; empty: nothing is going on.
[[nodiscard]] QStringList whatGoesOnWithoutUs(const QList<JobRecord>& records);

} // namespace longshore
