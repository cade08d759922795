#pragma once

#include "app/archive/sqlmodel.h"
#include "app/core/result.h"

namespace longshore {

/// Appends one row in the form of a bacpac's data part: each column as `[little-endian length] value`, no header, no
/// terminator. `columns`: the stored ones, in the order of the model; `values`: one for each. Error: BadInput (subject:
/// the column); `out` then ends in half a row.
[[nodiscard]] Result<void> encodeRow(const QList<SqlColumn>& columns, const QList<SqlValue>& values, QByteArray& out);

} // namespace longshore
