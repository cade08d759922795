#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace bench {

/// A line that carries so many bytes a second, for one connection or shared by many. Thread-safe, first come first
/// served.
class Pace final
{
public:
    /// Returns when `bytes` more have passed at `bytesPerSecond`; 0 is no limit. The sleeper's lateness of up to 20 ms
    /// is made good, so that the rate is kept on average.
    void pass(std::uint64_t bytes, std::uint64_t bytesPerSecond);

private:
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_free{};
};

} // namespace bench
