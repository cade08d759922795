#pragma once

#include "tests/bench/blobstore.h"
#include "tests/bench/faults.h"
#include "tests/bench/pace.h"
#include "tests/bench/settings.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace bench {

struct Counters
{
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> bytesIn = 0; ///< of bodies
    std::atomic<std::uint64_t> bytesOut = 0;
    std::atomic<std::uint64_t> blocks = 0; ///< Put Block that ended well
    std::atomic<std::uint64_t> lists = 0; ///< Put Block List that ended well
    std::atomic<std::uint64_t> busy503 = 0;
    std::atomic<std::uint64_t> error500 = 0;
    std::atomic<std::uint64_t> resets = 0;
    std::atomic<std::uint64_t> stalls = 0;
    std::atomic<std::uint64_t> expired = 0;
    std::atomic<std::int64_t> connections = 0;
    std::atomic<std::int64_t> peakConnections = 0;

    void zero();
};

/// What all connections share. Settings may change while the server runs.
class Server final
{
public:
    explicit Server(const Settings& settings);

    [[nodiscard]] Settings settings() const;
    [[nodiscard]] bool set(const std::map<std::string, std::string, std::less<>>& changes);
    /// Forgets blobs, counts and the place in the row of faults; settings stay.
    void reset();
    [[nodiscard]] std::string statistics() const;
    void opened();

    BlobStore store;
    Faults faults;
    Counters counters;
    Pace lineIn;
    Pace lineOut;

private:
    mutable std::mutex m_mutex;
    Settings m_settings;
};

} // namespace bench
