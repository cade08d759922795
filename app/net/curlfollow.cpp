// What follows an answer: a redirect, or the same request without its Expect.
#include "app/net/curltransfer.h"

#include <QUrl>

namespace longshore {

namespace {

bool sameOrigin(const QUrl& one, const QUrl& other)
{
    const int standard = one.scheme() == QLatin1String("https") ? 443 : 80;
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port(standard) == other.port(standard);
}

void dropCredentials(HttpHeaders& headers)
{
    HttpHeaders kept;
    for (const auto& [name, value] : headers.all()) {
        const QByteArray lower = name.toLower();
        if (lower != "authorization" && lower != "cookie") {
            kept.set(name, value);
        }
    }
    headers = kept;
}

} // namespace

bool CurlTransfer::isRefusedExpect() const
{
    return m_response.status == 417 && hasBody() && !m_request.headers.contains("Expect");
}

bool CurlTransfer::goesOn(CURLcode code) const
{
    return !m_failure && ((code == CURLE_OK && m_following) || (m_headersDone && isRefusedExpect()));
}

Result<void> CurlTransfer::goOn()
{
    if (isRefusedExpect()) {
        // libcurl does this by itself only where the connection stays open.
        m_request.headers.set("Expect", "");
    } else if (const Result<void> redirected = redirect(); !redirected) {
        return redirected;
    }
    m_easy.reset();
    m_response = {};
    m_headersDone = m_following = m_connected = false;
    m_sent = 0;
    m_lastByte = Clock::now();
    return {};
}

Result<void> CurlTransfer::redirect()
{
    const auto refuse = [this](const QString& why) {
        return fail({.code = Error::Code::BadAnswer,
                     .subject = QStringLiteral("redirect"),
                     .detail = why,
                     .httpStatus = m_response.status});
    };
    // libcurl resolves a relative address; an absolute one is taken byte for byte.
    QByteArray target = m_response.headers.value("Location");
    const QByteArray lower = target.left(8).toLower();
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
        const char* resolved = nullptr;
        curl_easy_getinfo(m_easy.get(), CURLINFO_REDIRECT_URL, &resolved);
        target = QByteArray(resolved);
    }
    const Result<SignedUrl> next = SignedUrl::parse(target);
    if (!next) {
        return refuse(next.error().detail);
    }
    const QUrl from = QUrl::fromEncoded(m_request.url.exactBytes());
    const QUrl to = QUrl::fromEncoded(next->exactBytes());
    if (from.scheme() == QLatin1String("https") && to.scheme() != from.scheme()) {
        return refuse(QStringLiteral("from https to http"));
    }
    if (!sameOrigin(from, to)) {
        dropCredentials(m_request.headers);
    }
    --m_redirectsLeft;
    m_request.url = *next;
    return {};
}

} // namespace longshore
