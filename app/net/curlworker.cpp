#include "app/net/curlworker.h"

#include "app/core/log.h"
#include "app/net/curlreceiver.h"
#include "app/net/curltransfer.h"
#include "app/net/gatheredsink.h"

#include <algorithm>
#include <curl/curl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace std::chrono_literals;

namespace longshore {

namespace {

Error cancelled()
{
    return {.code = Error::Code::Cancelled};
}

/// Each request has a buffer of 256 KiB. By default glibc maps it, or gives its pages back when the request ends, and
/// the next one gets them by 64 page faults: a tenth of the CPU seconds of an upload to a slow line.
void keepBuffersOfEndedRequests()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 8 * 1024 * 1024);
#endif
}

CURLcode initialise()
{
    keepBuffersOfEndedRequests();
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

} // namespace

struct CurlWorker::Multi
{
    Multi()
    {
        static const CURLcode ready = initialise();
        Q_ASSERT(ready == CURLE_OK);
        handle = curl_multi_init();
        curl_multi_setopt(handle, CURLMOPT_MAXCONNECTS, 32L);
    }
    Multi(const Multi&) = delete;
    Multi& operator=(const Multi&) = delete;
    ~Multi() { curl_multi_cleanup(handle); }
    CURLM* handle = nullptr;
};

CurlWorker::CurlWorker(const TransportSettings& settings)
    : m_multi(std::make_unique<Multi>()), m_gathered(std::make_shared<GatherBuffer>())
{
    configure(settings);
    m_thread = std::thread([this] { loop(); });
}

CurlWorker::~CurlWorker()
{
    shutDown();
}

bool CurlWorker::post(Call call)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed) {
            return false;
        }
        m_calls.push_back(std::move(call));
    }
    curl_multi_wakeup(m_multi->handle);
    return true;
}

quint64 CurlWorker::submit(HttpRequest request, std::shared_ptr<CurlReceiver> receiver)
{
    quint64 id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = ++m_lastId;
    }
    const bool open = post([this, id, request = std::move(request), receiver = std::move(receiver)]() mutable {
        accept(id, std::move(request), std::move(receiver));
    });
    return open ? id : 0;
}

void CurlWorker::cancel(quint64 id)
{
    post([this, id] {
        if (const auto found = m_transfers.find(id); found != m_transfers.end()) {
            detach(*found->second);
            m_transfers.erase(found);
        }
    });
}

void CurlWorker::configure(const TransportSettings& settings)
{
    post([this, settings] {
        m_settings = settings;
        m_roots.load(settings.caFile);
    });
}

void CurlWorker::callAfter(std::chrono::milliseconds wait, std::function<void()> call)
{
    post([this, at = std::chrono::steady_clock::now() + wait, call = std::move(call)]() mutable {
        m_later.emplace(at, std::move(call));
    });
}

void CurlWorker::shutDown()
{
    post([this] { m_quit = true; });
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void CurlWorker::loop()
{
    while (true) {
        makeCalls();
        if (m_quit) {
            break;
        }
        int running = 0;
        curl_multi_perform(m_multi->handle, &running);
        collectDone();
        watchIdle(); // which may let go on what rested, and that brings bytes
        m_gathered->flush();
        makeDueCalls();
        curl_multi_poll(m_multi->handle, nullptr, 0, patience(), nullptr);
    }
    for (const auto& [id, transfer] : m_transfers) {
        detach(*transfer);
        transfer->finish(cancelled());
    }
    m_transfers.clear();
    m_later.clear();
}

void CurlWorker::makeDueCalls()
{
    const auto now = std::chrono::steady_clock::now();
    while (!m_later.empty() && m_later.begin()->first <= now) {
        const Call call = std::move(m_later.extract(m_later.begin()).mapped());
        call();
    }
}

void CurlWorker::makeCalls()
{
    std::vector<Call> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
    for (const Call& call : calls) {
        call();
    }
}

void CurlWorker::accept(quint64 id, HttpRequest request, std::shared_ptr<CurlReceiver> receiver)
{
    if (request.sink) {
        request.sink = std::make_shared<GatheredSink>(std::move(request.sink), m_gathered);
    }
    m_transfers.emplace(id, std::make_unique<CurlTransfer>(std::move(request), std::move(receiver)));
    chooseProxy(id);
}

void CurlWorker::chooseProxy(quint64 id)
{
    const SignedUrl& url = m_transfers.at(id)->url();
    if (m_settings.proxy == TransportSettings::Proxy::None || url.isLoopback()) {
        begin(id, {});
    } else if (m_settings.proxy == TransportSettings::Proxy::Manual) {
        begin(id, proxyFromUrl(m_settings.manualProxy));
    } else {
        m_resolver.ask(url.exactBytes(), [self = weak_from_this(), id](const ProxyChoice& proxy) {
            if (const std::shared_ptr<CurlWorker> worker = self.lock()) {
                worker->post([at = worker.get(), id, proxy] { at->begin(id, proxy); });
            }
        });
    }
}

void CurlWorker::begin(quint64 id, const ProxyChoice& proxy)
{
    const auto found = m_transfers.find(id);
    if (found == m_transfers.end()) {
        return; // cancelled while the system was asked for a proxy
    }
    const Result<CURL*> easy = found->second->prepare(proxy, m_roots);
    if (!easy) {
        found->second->finish(easy.error());
        m_transfers.erase(found);
        return;
    }
    curl_easy_setopt(*easy, CURLOPT_PRIVATE, found->second.get());
    curl_multi_add_handle(m_multi->handle, *easy);
}

void CurlWorker::detach(CurlTransfer& transfer)
{
    if (transfer.handle() != nullptr) {
        curl_multi_remove_handle(m_multi->handle, transfer.handle());
    }
}

void CurlWorker::collectDone()
{
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi->handle, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        const CURLcode code = message->data.result;
        const CURL* easy = message->easy_handle;
        const auto found = std::find_if(m_transfers.begin(), m_transfers.end(),
                                        [easy](const auto& entry) { return entry.second->handle() == easy; });
        if (found != m_transfers.end()) {
            settle(found, code);
        }
    }
}

void CurlWorker::settle(Transfers::iterator transfer, int curlCode)
{
    const auto code = static_cast<CURLcode>(curlCode);
    CurlTransfer& ended = *transfer->second;
    detach(ended);
    if (ended.goesOn(code)) {
        if (const Result<void> ready = ended.goOn(); !ready) {
            ended.finish(ready.error());
            m_transfers.erase(transfer);
            return;
        }
        chooseProxy(transfer->first);
        return;
    }
    ended.finish(code);
    m_transfers.erase(transfer);
}

/// Those that rest for a shared limit take turns: the next round begins behind the last one that was served.
void CurlWorker::watchIdle()
{
    const auto now = CurlTransfer::Clock::now();
    const quint64 turn = m_lastServed;
    for (auto entry = m_transfers.upper_bound(turn); entry != m_transfers.end();) {
        entry = watch(entry, now);
    }
    for (auto entry = m_transfers.begin(); entry != m_transfers.end() && entry->first <= turn;) {
        entry = watch(entry, now);
    }
}

/// The next one.
CurlWorker::Transfers::iterator CurlWorker::watch(Transfers::iterator transfer,
                                                  std::chrono::steady_clock::time_point now)
{
    CurlTransfer& watched = *transfer->second;
    const bool rested = watched.isResting();
    const auto deadline = watched.watch(now);
    if (rested && watched.lastByte() >= now) {
        m_lastServed = transfer->first;
    }
    if (!deadline || *deadline > now) {
        return std::next(transfer);
    }
    detach(watched);
    watched.finishOverdue();
    return m_transfers.erase(transfer);
}

/// Milliseconds until something is due that no socket tells of.
int CurlWorker::patience()
{
    const bool resting = std::any_of(m_transfers.begin(), m_transfers.end(),
                                     [](const auto& entry) { return entry.second->isResting(); });
    const int wait = m_transfers.empty() ? 60'000 : resting ? 10 : 100;
    if (m_later.empty()) {
        return wait;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_later.begin()->first - CurlTransfer::Clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, wait));
}

} // namespace longshore
