#pragma once

#include "app/core/backoff.h"
#include "app/net/httptransport.h"
#include "app/transfers/partplan.h"
#include "app/transfers/streambudget.h"

#include <memory>

namespace longshore {

class Clock;
class HttpPump;
class Storage;

/// What vouches for it that both ends hold the same bytes.
enum class Vouched {
    ByStore, ///< it told the MD5 of what it holds, or compared each part with the one that was sent along
    ByTransport, ///< nothing beyond TLS and the lengths
};

/// What every transfer of the program runs on. Outlives them.
struct TransferContext
{
    HttpPump& pump;
    Storage& storage;
    const Clock& clock;
    std::shared_ptr<StreamBudget> budget = std::make_shared<StreamBudget>();
    std::shared_ptr<Throttle> limit = std::make_shared<Throttle>(); ///< of all transfers together
};

/// How one transfer may use them; the values that change while it runs are shared.
struct TransferOptions
{
    int streams = 0; ///< at most; 0: the program's own choice
    qint64 partSize = 0; ///< 0: the program's own choice
    int weight = 2; ///< of its share in the connections: 1 low, 2 usual, 4 high
    std::shared_ptr<Throttle> limit{}; ///< of this transfer alone; none: no limit of its own
    HttpTimeouts timeouts{.connect = std::chrono::seconds(20), .idle = std::chrono::seconds(30), .total = {}};
};

/// Between the tries of a part: at once nearly after the first failure, which mostly is one connection's, and for about
/// three minutes in all.
[[nodiscard]] inline Backoff partBackoff()
{
    using namespace std::chrono_literals;
    return Backoff({.first = 250ms, .longest = 60s, .tries = 10});
}

[[nodiscard]] inline PartSizes sizesOf(const TransferOptions& options)
{
    PartSizes sizes;
    if (options.partSize > 0) {
        sizes.usual = options.partSize;
    }
    return sizes;
}

} // namespace longshore
