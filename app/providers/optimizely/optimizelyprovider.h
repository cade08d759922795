#pragma once

#include "app/providers/provider.h"

#include <memory>

namespace longshore {

class Clock;
class HttpTransport;

/// Optimizely DXP deployment API v1.0 for one project, signed with one key. Transport and clock outlive it.
[[nodiscard]] std::unique_ptr<Provider> makeOptimizelyProvider(const Connection& connection, const Secret& secret,
                                                               HttpTransport& transport, const Clock& clock);

/// Empty, or which rule the secret breaks: "empty", "blank", "length", "base64" (the vendor's module refuses the same).
[[nodiscard]] QString secretProblem(const QByteArray& typed);

} // namespace longshore
