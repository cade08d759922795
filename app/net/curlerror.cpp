#include "app/net/curlerror.h"

#include "app/core/redaction.h"

#include <cerrno>
#include <curl/curl.h>

namespace longshore {

namespace {

using Code = Error::Code;

Code connectCode(const CurlFailure& failure)
{
    if (failure.viaProxy) {
        return Code::ProxyFailed;
    }
    if (failure.connectTimeUp) {
        return Code::Timeout; // libcurl 7.88 calls a handshake that takes too long "could not connect" now and then
    }
    switch (failure.osError) {
    case ENETUNREACH:
    case ENETDOWN:
    case EHOSTUNREACH:
    case EHOSTDOWN:
        return Code::Offline;
    default:
        return Code::ConnectionRefused;
    }
}

/// The connection ended early: before it stood nothing was sent, and a proxy said no or went away.
Code lostCode(const CurlFailure& failure)
{
    if (failure.connected) {
        return Code::ConnectionLost;
    }
    const bool proxyOpenedTheWay = failure.proxyStatus == 200;
    return failure.viaProxy && !proxyOpenedTheWay ? Code::ProxyFailed : Code::ConnectionRefused;
}

/// libcurl compares the name itself, after OpenSSL was content with the chain: by then the result is 0, or still the 1
/// ("unspecified") that libcurl begins with.
bool chainWasRefused(const CurlFailure& failure)
{
    return failure.verifyResult > 1 || !failure.issuer.isEmpty();
}

Code codeOf(const CurlFailure& failure)
{
    switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return Code::HostNotFound;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return Code::ProxyFailed;
    case CURLE_COULDNT_CONNECT:
        return connectCode(failure);
    case CURLE_OPERATION_TIMEDOUT:
        // Whoever asked for something that must not be done twice has to know that nothing was sent.
        return failure.connected ? Code::Timeout : connectCode(failure);
    case CURLE_PEER_FAILED_VERIFICATION:
        return chainWasRefused(failure) ? Code::TlsUntrusted : Code::TlsWrongHost;
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return Code::TlsUntrusted;
    case CURLE_SSL_CACERT_BADFILE:
        return Code::FileAccess;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_FAIL_REWIND:
        return lostCode(failure);
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: // also a reply without a status line ("HTTP/0.9 not allowed")
    case CURLE_BAD_CONTENT_ENCODING:
        return Code::BadAnswer;
    case CURLE_URL_MALFORMAT:
        return Code::BadInput;
    case CURLE_FILESIZE_EXCEEDED:
        return Code::TooLarge;
    default:
        return Code::Internal;
    }
}

bool mayPass(Code code, int proxyStatus)
{
    switch (code) {
    case Code::Offline:
    case Code::HostNotFound:
    case Code::ConnectionRefused:
    case Code::ConnectionLost:
    case Code::Timeout:
    case Code::Stalled:
        return true;
    case Code::ProxyFailed:
        return proxyStatus == 0 || proxyStatus >= 500;
    default:
        return false;
    }
}

} // namespace

Error classifyCurl(const CurlFailure& failure)
{
    const Code code = codeOf(failure);
    Error error{.code = code, .subject = failure.host, .detail = redactedText(QString::fromUtf8(failure.words))};
    if (code == Code::TlsUntrusted && !failure.issuer.isEmpty()) {
        error.subject = failure.issuer;
    } else if (code == Code::FileAccess) {
        error.subject = failure.caFile;
    }
    if (error.detail.isEmpty()) {
        error.detail = QString::fromLatin1(curl_easy_strerror(static_cast<CURLcode>(failure.code)));
    }
    if (code == Code::ProxyFailed) {
        error.httpStatus = failure.proxyStatus;
    }
    error.retryable = mayPass(code, failure.proxyStatus);
    return error;
}

} // namespace longshore
