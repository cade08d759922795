#include "tests/bench/pace.h"

#include <algorithm>
#include <thread>

namespace bench {

using namespace std::chrono_literals;

void Pace::pass(std::uint64_t bytes, std::uint64_t bytesPerSecond)
{
    if (bytesPerSecond == 0) {
        return;
    }
    const std::chrono::nanoseconds cost(bytes * 1'000'000'000 / bytesPerSecond);
    std::chrono::steady_clock::time_point until;
    {
        const std::lock_guard lock(m_mutex);
        m_free = std::max(m_free, std::chrono::steady_clock::now() - 20ms) + cost;
        until = m_free;
    }
    std::this_thread::sleep_until(until);
}

} // namespace bench
