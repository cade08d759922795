#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace longshore {

/// How long to wait before trying again: doubling, with jitter so that many do not come back at the same moment, and
/// never sooner than the server asked for. A value; each user keeps its own.
class Backoff final
{
public:
    struct Policy
    {
        std::chrono::milliseconds first{1'000};
        std::chrono::milliseconds longest{60'000};
        int tries = 6; ///< waits handed out before giving up; reset() starts anew
    };

    Backoff() = default;
    explicit Backoff(const Policy& policy) : m_policy(policy) { }

    /// Nothing when it is time to give up. `serverWish`: Retry-After; zero when there was none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next(std::chrono::seconds serverWish = {})
    {
        if (m_given >= m_policy.tries) {
            return std::nullopt;
        }
        const double whole = std::ldexp(static_cast<double>(m_policy.first.count()), m_given++);
        const double capped = std::min(whole, static_cast<double>(m_policy.longest.count()));
        const double jittered = capped * (0.75 + QRandomGenerator::global()->generateDouble() / 2);
        const std::chrono::milliseconds wait(static_cast<std::chrono::milliseconds::rep>(jittered));
        return std::max<std::chrono::milliseconds>(wait, serverWish);
    }
    /// Something worked.
    void reset() { m_given = 0; }

private:
    Policy m_policy;
    int m_given = 0;
};

} // namespace longshore
