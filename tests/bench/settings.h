#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

/// What the server can be told at its start (`--conn-rate 12500000`) and, but for the first group, while it runs
/// (`GET /__set?conn_rate=12500000`).
struct Settings
{
    std::uint16_t port = 0;
    std::string certificate; ///< PEM files; TLS when given
    std::string key;
    std::string root; ///< folder whose files are served
    bool store = false; ///< keep uploads: in memory, or in `root` when given
    bool checkMd5 = false; ///< hold Content-MD5 against the bytes

    double latency = 0; ///< ms: one round trip
    std::uint64_t connRate = 0; ///< bytes/s each way for one connection; 0 is no limit
    std::uint64_t lineRate = 0; ///< bytes/s each way for all together
    double p503 = 0; ///< chance of each fault for each request
    double p500 = 0;
    double pReset = 0; ///< connection reset in the middle of a body
    double pStall = 0; ///< nothing moves any more in the middle of a body
    std::uint64_t retryAfter = 0; ///< s, said with each 503
    std::uint64_t expireAfter = 0; ///< each link is refused from its n-th request on
    std::uint64_t seed = 1;

    /// False when there is no such setting or no such value.
    [[nodiscard]] bool set(std::string_view name, std::string_view value);
};

} // namespace bench
