#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
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
        /// Who is asked to stay away for longer gives up at once: such a wait belongs where it is seen.
        std::chrono::seconds longestWish{120};
    };

    /// Gives numbers from 0 up to, but not including, 1.
    using Random = std::function<double()>;

    Backoff() = default;
    explicit Backoff(const Policy& policy, Random random = {}) : m_policy(policy), m_random(std::move(random)) { }

    /// The wait after the failed try number `attempt`, from 0: 75 to 125 % of the doubled first wait, at least
    /// `serverWish`. Pure.
    [[nodiscard]] static std::chrono::milliseconds delay(const Policy& policy, int attempt, double random,
                                                         std::chrono::seconds serverWish = {})
    {
        const double whole = std::ldexp(static_cast<double>(policy.first.count()), attempt);
        const double capped = std::min(whole, static_cast<double>(policy.longest.count()));
        const std::chrono::duration<double, std::milli> wait(capped * (0.75 + random / 2));
        return std::max<std::chrono::milliseconds>(std::chrono::duration_cast<std::chrono::milliseconds>(wait),
                                                   serverWish);
    }

    /// Nothing when it is time to give up. `serverWish`: Retry-After; zero when there was none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next(std::chrono::seconds serverWish = {})
    {
        if (m_given >= m_policy.tries || serverWish > m_policy.longestWish) {
            return std::nullopt;
        }
        const double random = m_random ? m_random() : QRandomGenerator::global()->generateDouble();
        return delay(m_policy, m_given++, random, serverWish);
    }
    /// Something worked.
    void reset() { m_given = 0; }

private:
    Policy m_policy;
    Random m_random;
    int m_given = 0;
};

} // namespace longshore
