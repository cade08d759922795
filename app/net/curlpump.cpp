#include "app/net/curlpump.h"

#include "app/net/curlreceiver.h"
#include "app/net/curltransport.h"
#include "app/net/curlworker.h"

#include <algorithm>
#include <thread>

namespace longshore {

namespace {

// One thread moves about 1 GB/s into a file; a second is worth it where there is a core for it. Those that encrypt are
// worth two more even on two cores: the far end's thread interrupts them less often for a single record.
constexpr std::size_t ThreadsForPlain = 2;
constexpr std::size_t ThreadsForTls = 4;

/// Hands the answer on where it came in.
class PumpReceiver final : public CurlReceiver
{
public:
    /// `running` counts the requests of the thread.
    PumpReceiver(HttpPump::Done done, std::shared_ptr<std::atomic_int> running)
        : m_done(std::move(done)), m_running(std::move(running))
    {
        ++*m_running;
    }
    /// With the request, when it was given up.
    ~PumpReceiver() override { leave(); }
    void putProgress(const Progress& /*progress*/) override { }
    void putResult(Result<HttpResponse> result) override
    {
        leave(); // before the next request looks for the thread with the least to do
        m_done(result);
    }

private:
    void leave()
    {
        if (const auto running = std::exchange(m_running, nullptr)) {
            --*running;
        }
    }

    HttpPump::Done m_done;
    std::shared_ptr<std::atomic_int> m_running;
};

} // namespace

CurlPump::CurlPump() : CurlPump(TransportSettings{}) { }

CurlPump::CurlPump(const TransportSettings& settings)
{
    const int threads = std::thread::hardware_concurrency() > 1 ? ThreadsForTls : 1;
    for (int thread = 0; thread < threads; ++thread) {
        m_workers.push_back(std::make_shared<CurlWorker>(settings));
        m_running.push_back(std::make_shared<std::atomic_int>(0));
    }
}

/// The first one last: what the others answer may call it.
CurlPump::~CurlPump()
{
    for (auto worker = m_workers.rbegin(); worker != m_workers.rend(); ++worker) {
        (*worker)->shutDown();
    }
}

void CurlPump::setSettings(const TransportSettings& settings)
{
    for (const auto& worker : m_workers) {
        worker->configure(settings);
    }
}

/// The first of those with the least to do, so that a kept connection is found again where there is only one stream.
std::size_t CurlPump::leastBusy(bool encrypted) const
{
    const auto end =
        encrypted || m_running.size() < ThreadsForPlain ? m_running.end() : m_running.begin() + ThreadsForPlain;
    const auto least =
        std::min_element(m_running.begin(), end, [](const auto& one, const auto& other) { return *one < *other; });
    return static_cast<std::size_t>(least - m_running.begin());
}

/// The thread's number is the rest of the id.
HttpPump::Id CurlPump::submit(HttpRequest request, Done done)
{
    const std::size_t number = leastBusy(request.url.isEncrypted());
    auto receiver = std::make_shared<PumpReceiver>(std::move(done), m_running[number]);
    return m_workers[number]->submit(std::move(request), std::move(receiver)) * m_workers.size() + number;
}

void CurlPump::cancel(Id id)
{
    const Id count = m_workers.size();
    m_workers[id % count]->cancel(id / count);
}

void CurlPump::call(std::function<void()> call)
{
    home().call(std::move(call));
}

void CurlPump::callAfter(std::chrono::milliseconds wait, std::function<void()> call)
{
    home().callAfter(wait, std::move(call));
}

} // namespace longshore
