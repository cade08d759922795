#pragma once

#include "app/net/curltransport.h"
#include "app/services.h"
#include "app/settings/settings.h"

namespace longshore {

/// Practice has a state folder of its own: nothing of it mixes with real jobs and files.
[[nodiscard]] QString stateFolder(const ServicesOptions& options);
[[nodiscard]] Settings defaultSettings(const ServicesOptions& options, const QString& state);
[[nodiscard]] TransportSettings transportSettings(const Settings& settings, const ServicesOptions& options);

} // namespace longshore
