#pragma once

#include "app/net/httppump.h"

#include <atomic>
#include <vector>

namespace longshore {

class CurlWorker;
struct TransportSettings;

/// A pump over libcurl with threads and connection caches of its own, so that a busy transfer never keeps a question to
/// a service waiting.
class CurlPump final : public HttpPump
{
public:
    explicit CurlPump(const TransportSettings& settings, int threads = usualThreads());
    CurlPump();
    ~CurlPump() override;

    /// One thread moves about 1 GB/s into a file; a second is worth it where there is a core for it.
    [[nodiscard]] static int usualThreads();

    /// For requests submitted from now on.
    void setSettings(const TransportSettings& settings);
    Id submit(HttpRequest request, Done done) override;
    void cancel(Id id) override;
    void call(std::function<void()> call) override;
    void callAfter(std::chrono::milliseconds wait, std::function<void()> call) override;

private:
    [[nodiscard]] CurlWorker& home() const { return *m_workers.front(); }

    std::vector<std::shared_ptr<CurlWorker>> m_workers;
    std::vector<std::shared_ptr<std::atomic_int>> m_running; ///< requests, by worker
};

} // namespace longshore
