#pragma once

#include "tests/bench/settings.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>

namespace bench {

struct Request;

enum class FaultKind { None, Busy503, Error500, Reset, Stall };

struct Fault
{
    FaultKind kind = FaultKind::None;
    double where = 0; ///< part of the body after which it strikes
};

/// Seeded misfortune: the n-th request after a start or reset meets the same fault in every run. Thread-safe.
class Faults final
{
public:
    explicit Faults(std::uint64_t seed) : m_random(seed) { }

    void restart(std::uint64_t seed);
    [[nodiscard]] Fault draw(const Settings& settings);
    /// Counts the request against its link. A renewed link has another signature and its own count.
    [[nodiscard]] bool usedUp(const Request& request, std::uint64_t expireAfter);

private:
    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::map<std::string, std::uint64_t, std::less<>> m_uses;
};

/// By the link's own `se`, or `X-Amz-Date` and `X-Amz-Expires`.
[[nodiscard]] bool isExpired(const Request& request);

} // namespace bench
