#pragma once

#include "app/core/speedmeter.h"
#include "app/net/curlerror.h"
#include "app/net/curltls.h"
#include "app/net/httptransport.h"

#include <array>
#include <chrono>
#include <curl/curl.h>

namespace longshore {

class CurlReceiver;
struct ProxyChoice;

/// One request on the worker thread: the easy handle, its callbacks, and the answer that grows.
class CurlTransfer final
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr long SendBuffer = 256 * 1024; ///< best of 16 KiB to 2 MiB when measured

    CurlTransfer(HttpRequest request, std::shared_ptr<CurlReceiver> receiver);
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;
    ~CurlTransfer();

    [[nodiscard]] const SignedUrl& url() const { return m_request.url; }
    /// A fresh handle for the current URL.
    [[nodiscard]] Result<CURL*> prepare(const ProxyChoice& proxy, TrustedRoots& roots);
    [[nodiscard]] CURL* handle() const { return m_easy.get(); }
    [[nodiscard]] bool isResting() const { return m_resting; }
    [[nodiscard]] Clock::time_point lastByte() const { return m_lastByte; }

    /// Posts progress that is due and goes on after a rest; the moment from which on nothing is waited for.
    [[nodiscard]] std::optional<Clock::time_point> watch(Clock::time_point now);

    /// True after an answer that is to be followed by another request: a redirect, or a 417 to our Expect.
    [[nodiscard]] bool goesOn(CURLcode code) const;
    [[nodiscard]] Result<void> goOn();

    /// Lets go of source and sink, then leaves the result in the mailbox.
    void finish(CURLcode code);
    void finish(const Error& error);
    void finishOverdue();

private:
    struct EasyFree
    {
        void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
    };
    struct ListFree
    {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    void setAddress(const ProxyChoice& proxy);
    void setTimeouts();
    void setMethod();
    void setHeaders();
    void setCallbacks();
    [[nodiscard]] bool hasBody() const;
    [[nodiscard]] qint64 bodySize() const;

    static size_t onHeader(char* data, size_t size, size_t count, void* self);
    static size_t onBody(char* data, size_t size, size_t count, void* self);
    static size_t onRead(char* into, size_t size, size_t count, void* self);
    static int onSeek(void* self, curl_off_t offset, int origin);
    static int onReady(void* self, char* remoteIp, char* localIp, int remotePort, int localPort);

    [[nodiscard]] bool takeHeader(const QByteArray& line);
    [[nodiscard]] bool beginBody();
    [[nodiscard]] bool takeBody(QByteArrayView bytes);
    [[nodiscard]] bool mustRest();
    void spend(Clock::time_point now, qint64 bytes);
    [[nodiscard]] qint64 giveBody(char* into, qint64 capacity);
    [[nodiscard]] qint64 nextPiece();
    [[nodiscard]] bool awaitsAnswer() const;
    [[nodiscard]] bool isRefusedExpect() const;
    [[nodiscard]] Result<void> redirect();
    void touch(qint64 done);
    void postProgress(Clock::time_point now);
    [[nodiscard]] Result<HttpResponse> outcome(CURLcode code);
    [[nodiscard]] CurlFailure failureOf(CURLcode code) const;

    HttpRequest m_request;
    std::shared_ptr<CurlReceiver> m_receiver;
    const Clock::time_point m_started = Clock::now();
    Clock::time_point m_connectStarted = m_started;
    std::unique_ptr<curl_slist, ListFree> m_headerList;
    IssuerNote m_issuer; ///< declared before the handle that points to it
    std::array<char, CURL_ERROR_SIZE> m_words{};
    std::unique_ptr<CURL, EasyFree> m_easy;
    bool m_viaProxy = false;
    int m_proxyStatus = 0;
    QString m_caFile;

    bool m_connected = false;
    Clock::time_point m_lastByte = m_started;
    qint64 m_sent = 0;
    qint64 m_piece = SendBuffer / 32; ///< handed out last
    int m_redirectsLeft;
    bool m_headersDone = false;
    bool m_sinkTakes = false;
    bool m_following = false;
    HttpResponse m_response;
    std::optional<Error> m_failure; ///< why a callback stopped the transfer

    bool m_resting = false; ///< paused to keep to the limit
    SpeedMeter m_speed;
    Progress m_progress;
    Clock::time_point m_lastPost;
};

} // namespace longshore
