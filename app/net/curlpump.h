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
    explicit CurlPump(const TransportSettings& settings);
    CurlPump();
    ~CurlPump() override;

    /// For requests submitted from now on.
    void setSettings(const TransportSettings& settings);
    Id submit(HttpRequest request, Done done) override;
    void cancel(Id id) override;
    void call(std::function<void()> call) override;
    void callAfter(std::chrono::milliseconds wait, std::function<void()> call) override;

private:
    [[nodiscard]] std::size_t leastBusy(bool encrypted) const;
    [[nodiscard]] CurlWorker& home() const { return *m_workers.front(); }

    std::vector<std::shared_ptr<CurlWorker>> m_workers;
    std::vector<std::shared_ptr<std::atomic_int>> m_running; ///< requests, by worker
};

} // namespace longshore
