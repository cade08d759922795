#pragma once

#include "app/core/secret.h"
#include "app/providers/provider.h"

#include <memory>

namespace longshore {

class HttpTransport;

/// A Vector Pro site, in the dialect of the connection.
[[nodiscard]] std::unique_ptr<Provider> makeVectorProvider(const Connection& connection, const Secret& token,
                                                           HttpTransport& transport);

} // namespace longshore
