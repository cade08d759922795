#pragma once

#include "app/domain/connection.h"
#include "app/domain/database.h"
#include "app/domain/tier.h"

#include <QString>

namespace longshore {

/// "Production", "Staging", "Test", "Development" in the person's language.
[[nodiscard]] QString tierText(Tier tier);
/// "CMS", "Commerce"
[[nodiscard]] QString databaseText(Database database);
/// "Contoso / Production"
[[nodiscard]] QString placeText(const QString& connectionName, const QString& environment);
/// "Optimizely DXP", "Vector Pro, practice server"
[[nodiscard]] QString platformText(const Connection& connection);

} // namespace longshore
