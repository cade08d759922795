#include "app/net/curltransfer.h"

#include "app/net/curlreceiver.h"
#include "app/net/httpdate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace longshore {

namespace {

constexpr auto ProgressInterval = 100ms;

bool isRedirectStatus(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

CurlTransfer::CurlTransfer(HttpRequest request, std::shared_ptr<CurlReceiver> receiver)
    : m_request(std::move(request)), m_receiver(std::move(receiver)), m_redirectsLeft(m_request.maxRedirects)
{
    if (m_request.source) {
        m_progress.total = m_request.source->size();
    }
}

CurlTransfer::~CurlTransfer() = default;

size_t CurlTransfer::onHeader(char* data, size_t size, size_t count, void* self)
{
    const auto bytes = static_cast<qsizetype>(size * count);
    return static_cast<CurlTransfer*>(self)->takeHeader(QByteArray(data, bytes)) ? size * count : 0;
}

size_t CurlTransfer::onBody(char* data, size_t size, size_t count, void* self)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    if (transfer->mustRest()) {
        return CURL_WRITEFUNC_PAUSE;
    }
    const auto bytes = static_cast<qsizetype>(size * count);
    return transfer->takeBody(QByteArrayView(data, bytes)) ? size * count : 0;
}

size_t CurlTransfer::onRead(char* into, size_t size, size_t count, void* self)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    if (transfer->mustRest()) {
        return CURL_READFUNC_PAUSE;
    }
    const qint64 given = transfer->giveBody(into, static_cast<qint64>(size * count));
    return given < 0 ? static_cast<size_t>(CURL_READFUNC_ABORT) : static_cast<size_t>(given);
}

int CurlTransfer::onSeek(void* self, curl_off_t offset, int origin)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    if (offset != 0 || origin != SEEK_SET) {
        return CURL_SEEKFUNC_CANTSEEK;
    }
    if (transfer->m_request.source) {
        if (const Result<void> rewound = transfer->m_request.source->rewind(); !rewound) {
            transfer->m_failure = rewound.error();
            return CURL_SEEKFUNC_FAIL;
        }
    }
    transfer->m_sent = 0;
    return CURL_SEEKFUNC_OK;
}

int CurlTransfer::onReady(void* self, char* remoteIp, char* /*localIp*/, int /*remotePort*/, int /*localPort*/)
{
    auto* transfer = static_cast<CurlTransfer*>(self);
    transfer->m_connected = true;
    transfer->m_lastByte = Clock::now();
    const QByteArray ip(remoteIp);
    const bool loopback = ip.startsWith("127.") || ip == "::1" || ip == "::ffff:127.0.0.1";
    if (transfer->m_request.url.exactBytes().left(5).toLower() == "http:" && !loopback) {
        transfer->m_failure = Error{.code = Error::Code::BadInput,
                                    .subject = transfer->m_request.url.host(),
                                    .detail = QStringLiteral("plain http led away from this machine")};
        return CURL_PREREQFUNC_ABORT;
    }
    return CURL_PREREQFUNC_OK;
}

bool CurlTransfer::takeHeader(const QByteArray& line)
{
    m_lastByte = Clock::now();
    const int status = line.startsWith("HTTP/") ? line.mid(line.indexOf(' ') + 1, 3).toInt() : 0;
    if (m_viaProxy && !m_connected) {
        m_proxyStatus = status != 0 ? status : m_proxyStatus; // the proxy's answer to CONNECT
        return true;
    }
    if (status != 0) {
        // Also after a 100, and after a 417 that libcurl itself answers by sending again.
        m_response = {};
        m_response.status = status;
        m_headersDone = false;
        return true;
    }
    if (m_headersDone) {
        return true; // trailers of a chunked body
    }
    const QByteArray field = line.trimmed();
    if (field.isEmpty()) {
        return m_response.status < 200 || beginBody();
    }
    if (const qsizetype colon = field.indexOf(':'); colon > 0) {
        m_response.headers.set(field.left(colon).trimmed(), field.mid(colon + 1).trimmed());
    }
    return true;
}

bool CurlTransfer::beginBody()
{
    m_headersDone = true;
    const bool fetches = m_request.method == "GET" || m_request.method == "HEAD";
    m_following = fetches && m_redirectsLeft > 0 && isRedirectStatus(m_response.status)
                  && m_response.headers.contains("Location");
    bool known = false;
    const qint64 length = m_response.headers.value("Content-Length").toLongLong(&known);
    if (m_following) {
        return true;
    }
    if (m_request.sink && !isRefusedExpect()) {
        const Result<bool> takes = m_request.sink->begin(m_response.status, m_response.headers);
        if (!takes) {
            m_failure = takes.error();
            return false;
        }
        m_sinkTakes = *takes;
        if (m_sinkTakes && known && m_request.method != "HEAD") {
            m_progress.total = length;
        }
    }
    if (!m_sinkTakes && known && length > m_request.maxBody && m_request.method != "HEAD") {
        m_failure = Error{.code = Error::Code::TooLarge, .subject = m_request.url.host()};
        return false;
    }
    return true;
}

bool CurlTransfer::mustRest()
{
    m_resting = std::any_of(m_request.throttles.begin(), m_request.throttles.end(),
                            [now = Clock::now()](const auto& throttle) { return throttle->freeAt() > now; });
    return m_resting;
}

void CurlTransfer::spend(Clock::time_point now, qint64 bytes)
{
    for (const auto& throttle : m_request.throttles) {
        throttle->spend(now, bytes);
    }
}

bool CurlTransfer::takeBody(QByteArrayView bytes)
{
    m_lastByte = Clock::now();
    spend(m_lastByte, bytes.size());
    m_response.bodyBytes += bytes.size();
    if (m_following && m_response.bodyBytes <= m_request.maxBody) {
        return true;
    }
    if (!m_sinkTakes) {
        if (m_response.body.size() + bytes.size() > m_request.maxBody) {
            m_failure = Error{.code = Error::Code::TooLarge, .subject = m_request.url.host()};
            return false;
        }
        m_response.body.append(bytes);
        return true;
    }
    if (const Result<void> written = m_request.sink->write(bytes); !written) {
        m_failure = written.error();
        return false;
    }
    touch(m_response.bodyBytes);
    return true;
}

qint64 CurlTransfer::giveBody(char* into, qint64 capacity)
{
    qint64 wanted = std::min({capacity, bodySize() - m_sent, nextPiece()});
    for (const auto& throttle : m_request.throttles) {
        wanted = throttle->piece(wanted);
    }
    if (wanted <= 0) {
        return 0;
    }
    qint64 given = wanted;
    if (m_request.source) {
        const Result<qint64> read = m_request.source->read(into, wanted);
        if (!read) {
            m_failure = read.error();
            return -1;
        }
        given = *read;
        if (given <= 0) {
            m_failure = Error{.code = Error::Code::FileAccess,
                              .detail = QStringLiteral("what is sent became shorter meanwhile")};
            return -1;
        }
    } else {
        std::copy_n(m_request.body.constData() + m_sent, wanted, into);
    }
    m_sent += given;
    if (m_request.source) {
        touch(m_sent);
    }
    m_lastByte = Clock::now();
    spend(m_lastByte, given);
    return given;
}

void CurlTransfer::touch(qint64 done)
{
    m_progress.done = done;
    const auto now = Clock::now();
    m_lastByte = now;
    m_speed.add(now, done);
    if (now - m_lastPost >= ProgressInterval) {
        postProgress(now);
    }
}

void CurlTransfer::postProgress(Clock::time_point now)
{
    m_lastPost = now;
    m_progress.bytesPerSecond = m_speed.bytesPerSecond(now);
    m_receiver->putProgress(m_progress);
}

std::optional<CurlTransfer::Clock::time_point> CurlTransfer::watch(Clock::time_point now)
{
    if (!m_connected) {
        // The connect time-out is libcurl's, once the system has said which proxy to take.
        return m_easy ? std::nullopt : std::optional(m_lastByte + m_request.timeouts.connect);
    }
    if (m_progress.done > 0 && now - m_lastPost >= 1s) {
        postProgress(now); // so that the speed falls while nothing comes
    }
    if (m_resting && !mustRest()) {
        m_lastByte = now;
        curl_easy_pause(m_easy.get(), CURLPAUSE_CONT);
    }
    if (m_resting) {
        return std::nullopt;
    }
    return m_lastByte + (awaitsAnswer() ? m_request.timeouts.answer : m_request.timeouts.idle);
}

CurlFailure CurlTransfer::failureOf(CURLcode code) const
{
    CURL* easy = m_easy.get();
    long osError = 0;
    long verifyResult = 0;
    curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &osError);
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verifyResult);
    return {.code = code,
            .host = m_request.url.host(),
            .words = QByteArray(m_words.data()),
            .osError = static_cast<int>(osError),
            .connectTimeUp = !m_connected && Clock::now() - m_connectStarted >= m_request.timeouts.connect,
            .viaProxy = m_viaProxy,
            .proxyStatus = m_proxyStatus,
            .connected = m_connected,
            .verifyResult = verifyResult,
            .issuer = m_issuer.issuer(),
            .caFile = m_caFile};
}

Result<HttpResponse> CurlTransfer::outcome(CURLcode code)
{
    if (m_failure) {
        return fail(*m_failure);
    }
    // A server that refuses an upload may close before it read everything: its answer says more than the lost line.
    const bool refusedEarly = hasBody() && m_headersDone && m_response.status >= 400
                              && (code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_PARTIAL_FILE);
    if (code != CURLE_OK && !refusedEarly) {
        return fail(classifyCurl(failureOf(code)));
    }
    m_response.serverDate = parseHttpDate(m_response.headers.value("Date"));
    m_response.retryAfter = parseRetryAfter(m_response.headers.value("Retry-After"),
                                            m_response.serverDate.value_or(QDateTime::currentDateTimeUtc()));
    return std::move(m_response);
}

void CurlTransfer::finish(CURLcode code)
{
    if (m_request.sink) {
        if (const Result<void> flushed = m_request.sink->flush(); !flushed && !m_failure) {
            m_failure = flushed.error();
        }
    }
    Result<HttpResponse> result = outcome(code);
    m_easy.reset();
    m_request.source.reset();
    m_request.sink.reset();
    if (m_progress.done > 0) {
        postProgress(Clock::now());
    }
    m_receiver->putResult(std::move(result));
}

void CurlTransfer::finish(const Error& error)
{
    m_failure = error;
    finish(CURLE_ABORTED_BY_CALLBACK);
}

void CurlTransfer::finishOverdue()
{
    finish(Error{.code = m_connected ? Error::Code::Stalled : Error::Code::Timeout,
                 .subject = m_request.url.host(),
                 .detail = m_connected ? QString() : QStringLiteral("no answer to which proxy leads there"),
                 .retryable = true});
}

} // namespace longshore
