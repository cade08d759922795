#include "app/net/curlpump.h"

#include "app/net/curlreceiver.h"
#include "app/net/curltransport.h"
#include "app/net/curlworker.h"

#include <algorithm>
#include <thread>

namespace longshore {

namespace {

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

int CurlPump::usualThreads()
{
    return std::thread::hardware_concurrency() > 1 ? 2 : 1;
}

CurlPump::CurlPump() : CurlPump(TransportSettings{}) { }

CurlPump::CurlPump(const TransportSettings& settings, int threads)
{
    for (int thread = 0; thread < std::max(1, threads); ++thread) {
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

/// By the thread that has the least to do, so that a kept connection is found again where there is only one stream.
/// The thread's number is the rest of the id.
HttpPump::Id CurlPump::submit(HttpRequest request, Done done)
{
    const Id count = m_workers.size();
    const auto least = std::min_element(m_running.begin(), m_running.end(),
                                        [](const auto& one, const auto& other) { return *one < *other; });
    const auto number = static_cast<Id>(least - m_running.begin());
    auto receiver = std::make_shared<PumpReceiver>(std::move(done), *least);
    return m_workers[number]->submit(std::move(request), std::move(receiver)) * count + number;
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
