#pragma once

#include "app/net/curltls.h"
#include "app/net/curltransport.h"
#include "app/net/proxyresolver.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace longshore {

class CurlReceiver;
class CurlTransfer;
class GatherBuffer;

/// The thread that moves every byte: one curl_multi handle, woken by curl_multi_wakeup(). The public functions may be
/// called from any thread, return at once, and only leave a call for the worker to make.
class CurlWorker final : public std::enable_shared_from_this<CurlWorker>
{
public:
    explicit CurlWorker(const TransportSettings& settings);
    CurlWorker(const CurlWorker&) = delete;
    CurlWorker& operator=(const CurlWorker&) = delete;
    ~CurlWorker();

    /// Names the transfer for cancel(). 0 after shutDown(): the receiver hears nothing, least of all from in here.
    quint64 submit(HttpRequest request, std::shared_ptr<CurlReceiver> receiver);
    void cancel(quint64 id);
    void configure(const TransportSettings& settings);
    /// On the worker's thread, in the order they came; dropped after shutDown().
    void call(std::function<void()> call) { post(std::move(call)); }
    void callAfter(std::chrono::milliseconds wait, std::function<void()> call);
    /// Ends what runs with Cancelled and waits for the thread.
    void shutDown();

private:
    struct Multi;
    using Call = std::function<void()>;
    using Transfers = std::map<quint64, std::unique_ptr<CurlTransfer>>;

    bool post(Call call);
    void loop();
    void makeCalls();
    void makeDueCalls();
    void accept(quint64 id, HttpRequest request, std::shared_ptr<CurlReceiver> receiver);
    void chooseProxy(quint64 id);
    void begin(quint64 id, const ProxyChoice& proxy);
    void collectDone();
    void settle(Transfers::iterator transfer, int curlCode);
    void detach(CurlTransfer& transfer);
    void watchIdle();
    [[nodiscard]] Transfers::iterator watch(Transfers::iterator transfer, std::chrono::steady_clock::time_point now);
    [[nodiscard]] int patience();

    std::mutex m_mutex; ///< guards m_calls, m_closed, m_lastId
    std::vector<Call> m_calls;
    bool m_closed = false;
    quint64 m_lastId = 0;

    // the worker thread's own
    bool m_quit = false;
    TransportSettings m_settings;
    TrustedRoots m_roots;
    std::unique_ptr<Multi> m_multi;
    const std::shared_ptr<GatherBuffer> m_gathered; ///< pieces of bodies; empty while nothing is read
    Transfers m_transfers;
    quint64 m_lastServed = 0; ///< of those that rest for a limit
    std::multimap<std::chrono::steady_clock::time_point, Call> m_later;

    ProxyResolver m_resolver;
    std::thread m_thread;
};

} // namespace longshore
