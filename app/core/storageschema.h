#pragma once

#include "app/core/result.h"

class QSqlDatabase;

namespace longshore {

/// Brings an open SQLite file to the newest schema. A file of a newer program is refused, never changed.
[[nodiscard]] Result<void> migrateStorage(QSqlDatabase& database);

} // namespace longshore
