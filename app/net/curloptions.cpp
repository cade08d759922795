#include "app/net/curltransfer.h"
#include "app/net/proxyresolver.h"

#include <algorithm>

namespace longshore {

namespace {

constexpr qint64 ExpectFrom = 16LL * 1024 * 1024;
constexpr long ReceiveBuffer = 256 * 1024;
constexpr qint64 SmallestPiece = 16LL * 1024;
constexpr std::chrono::milliseconds PieceTime{250};

template <class Value>
void set(CURL* easy, CURLoption option, Value value)
{
    curl_easy_setopt(easy, option, value);
}

} // namespace

bool CurlTransfer::hasBody() const
{
    return m_request.source || !m_request.body.isEmpty() || m_request.method == "POST" || m_request.method == "PUT"
           || m_request.method == "PATCH";
}

qint64 CurlTransfer::bodySize() const
{
    return m_request.source ? m_request.source->size() : m_request.body.size();
}

/// libcurl asks for more only when all that it was given has left, and until then we see no byte move: as much as
/// leaves in a short while. Doubled at most, since the system's buffers swallow the first pieces at once on any line.
qint64 CurlTransfer::nextPiece()
{
    const std::chrono::duration<double> took = Clock::now() - m_lastByte;
    const double factor = took < PieceTime ? 2 : PieceTime / took;
    m_piece = std::clamp<qint64>(static_cast<qint64>(static_cast<double>(m_piece) * factor), SmallestPiece, SendBuffer);
    return m_piece;
}

bool CurlTransfer::awaitsAnswer() const
{
    return m_request.timeouts.answer.count() > 0 && hasBody() && m_sent >= bodySize() && m_response.status < 200;
}

Result<CURL*> CurlTransfer::prepare(const ProxyChoice& proxy, TrustedRoots& roots)
{
    m_easy.reset(curl_easy_init());
    CURL* easy = m_easy.get();
    if (easy == nullptr) {
        return fail(Error::Code::Internal, QStringLiteral("curl_easy_init"));
    }
    m_connectStarted = Clock::now();
    if (m_request.source) {
        if (const Result<void> rewound = m_request.source->rewind(); !rewound) {
            return tl::unexpected<Error>(rewound.error());
        }
    }
    set(easy, CURLOPT_NOSIGNAL, 1L);
    set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    // Without this a cancel would wait for a name server that does not answer.
    set(easy, CURLOPT_QUICK_EXIT, 1L);
    if (m_request.url.isEncrypted() || proxy.address.startsWith("https:")) {
        roots.applyTo(easy);
        m_caFile = roots.caFile();
        m_issuer.attachTo(easy, roots.store());
    }
    setAddress(proxy);
    setTimeouts();
    setMethod();
    setHeaders();
    setCallbacks();
    return easy;
}

void CurlTransfer::setAddress(const ProxyChoice& proxy)
{
    CURL* easy = m_easy.get();
    set(easy, CURLOPT_URL, m_request.url.exactBytes().constData());
    set(easy, CURLOPT_PATH_AS_IS, 1L);
    // SignedUrl lets plain http through for this machine only; onReady() looks at the address it really led to.
    set(easy, CURLOPT_PROTOCOLS_STR, m_request.url.isLoopback() ? "http,https" : "https");
    set(easy, CURLOPT_FOLLOWLOCATION, 0L);
    m_viaProxy = !proxy.address.isEmpty();
    // An empty string also keeps libcurl from reading the environment by itself.
    set(easy, CURLOPT_PROXY, proxy.address.constData());
    set(easy, CURLOPT_NOPROXY, "");
    if (!proxy.user.isEmpty()) {
        set(easy, CURLOPT_PROXYUSERNAME, proxy.user.constData());
        set(easy, CURLOPT_PROXYPASSWORD, proxy.password.constData());
        set(easy, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_ANY));
    }
}

void CurlTransfer::setTimeouts()
{
    CURL* easy = m_easy.get();
    const HttpTimeouts& limits = m_request.timeouts;
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    if (limits.total.count() > 0) {
        using std::chrono::milliseconds;
        const auto spent = std::chrono::duration_cast<milliseconds>(Clock::now() - m_started);
        set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(std::max(milliseconds(1), limits.total - spent).count()));
    }
    set(easy, CURLOPT_BUFFERSIZE, ReceiveBuffer);
    set(easy, CURLOPT_UPLOAD_BUFFERSIZE, SendBuffer);
}

void CurlTransfer::setMethod()
{
    CURL* easy = m_easy.get();
    const QByteArray& method = m_request.method;
    if (hasBody()) {
        set(easy, CURLOPT_UPLOAD, 1L);
        set(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bodySize()));
        set(easy, CURLOPT_CUSTOMREQUEST, method.constData());
    } else if (method == "HEAD") {
        set(easy, CURLOPT_NOBODY, 1L);
    } else {
        set(easy, CURLOPT_HTTPGET, 1L);
        set(easy, CURLOPT_CUSTOMREQUEST, method.constData());
    }
    // On a kept connection that died libcurl sends the request a second time; an export must not be asked for twice,
    // and what may only be made where there is nothing would find itself.
    const bool repeatable = method != "POST" && method != "PATCH" && !m_request.headers.contains("If-None-Match");
    set(easy, CURLOPT_FRESH_CONNECT, repeatable ? 0L : 1L);
}

void CurlTransfer::setHeaders()
{
    m_headerList.reset();
    const auto add = [this](const QByteArray& line) {
        if (curl_slist* longer = curl_slist_append(m_headerList.get(), line.constData())) {
            (void)m_headerList.release();
            m_headerList.reset(longer);
        }
    };
    for (const auto& [name, value] : m_request.headers.all()) {
        // "Name;" is libcurl's spelling of a field without a value, "Name:" takes one of its own away.
        const bool takenAway = name.compare("Expect", Qt::CaseInsensitive) == 0;
        const QByteArray rest = !value.isEmpty() ? QByteArray(": " + value) : QByteArray(takenAway ? ":" : ";");
        add(name + rest);
    }
    // libcurl asks by itself above 1 MiB, and takes that back where a server answers 417; blocks of an upload would
    // lose a round trip each by it.
    if (!m_request.headers.contains("Expect") && bodySize() <= ExpectFrom) {
        add("Expect:");
    }
    if (!m_request.headers.contains("User-Agent")) {
        add("User-Agent: Longshore/" LONGSHORE_VERSION);
    }
    set(m_easy.get(), CURLOPT_HTTPHEADER, m_headerList.get());
}

void CurlTransfer::setCallbacks()
{
    CURL* easy = m_easy.get();
    m_words.fill(0);
    set(easy, CURLOPT_ERRORBUFFER, m_words.data());
    set(easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    set(easy, CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(easy, CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(easy, CURLOPT_READFUNCTION, &CurlTransfer::onRead);
    set(easy, CURLOPT_READDATA, static_cast<void*>(this));
    set(easy, CURLOPT_SEEKFUNCTION, &CurlTransfer::onSeek);
    set(easy, CURLOPT_SEEKDATA, static_cast<void*>(this));
    set(easy, CURLOPT_PREREQFUNCTION, &CurlTransfer::onReady);
    set(easy, CURLOPT_PREREQDATA, static_cast<void*>(this));
}

} // namespace longshore
