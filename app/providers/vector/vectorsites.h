#pragma once

#include "app/domain/connection.h"
#include "app/providers/vector/vectorprobe.h"

namespace longshore::vector {

/// What this program calls the container that belongs to the site; it has no name of its own at the service.
inline constexpr auto developmentName = QLatin1StringView("development");

/// The container first, then the environments. What a person made of `before` stays: a tier that was raised.
[[nodiscard]] QList<Environment> environmentsOf(const SiteInfo& site, const Connection& before);

/// Each site of an account as a connection; ids of our own are still to be given.
[[nodiscard]] QList<Connection> connectionsOf(const Probe& found, const QUrl& baseUrl);

} // namespace longshore::vector
