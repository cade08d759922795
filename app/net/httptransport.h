#pragma once

#include "app/core/result.h"
#include "app/core/signedurl.h"
#include "app/core/task.h"
#include "app/net/throttle.h"

#include <QDateTime>
#include <QList>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace longshore {

/// Header fields in the order sent or received. Names compare without regard to case.
class HttpHeaders final
{
public:
    void set(const QByteArray& name, const QByteArray& value);
    [[nodiscard]] bool contains(QByteArrayView name) const;
    /// The last value of that name; empty when absent.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>>& all() const { return m_all; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_all;
};

/// Bytes of a request body that are not held in memory. Used on the transport's worker thread only.
class BodySource
{
public:
    BodySource() = default;
    BodySource(const BodySource&) = delete;
    BodySource& operator=(const BodySource&) = delete;
    virtual ~BodySource() = default;
    /// Bytes in all; must stay true while the request runs.
    [[nodiscard]] virtual qint64 size() const = 0;
    /// Up to `capacity` bytes at the current position; 0 at the end.
    [[nodiscard]] virtual Result<qint64> read(char* into, qint64 capacity) = 0;
    /// Back to the first byte, for a request that must be sent again.
    [[nodiscard]] virtual Result<void> rewind() = 0;
};

/// Takes the bytes of an answer's body as they arrive. Used on the transport's worker thread only.
class BodySink
{
public:
    BodySink() = default;
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;
    virtual ~BodySink() = default;
    /// Called once before the first byte. An error ends the request with that error. Returning false leaves the body
    /// to HttpResponse::body (an error page, say), which stays bounded by HttpRequest::maxBody.
    [[nodiscard]] virtual Result<bool> begin(int status, const HttpHeaders& headers) = 0;
    [[nodiscard]] virtual Result<void> write(QByteArrayView bytes) = 0;
    /// Nothing follows: bytes that were held back go where they belong.
    [[nodiscard]] virtual Result<void> flush() { return {}; }
};

struct HttpTimeouts
{
    std::chrono::milliseconds connect{20'000};
    /// No byte in either direction for this long ends the request with Error::Code::Stalled.
    std::chrono::milliseconds idle{30'000};
    /// The same from the last byte of the body to the first of the answer, while what is in the system's buffers leaves
    /// and the server thinks; zero: as `idle`.
    std::chrono::milliseconds answer{0};
    /// The whole request; zero: no limit (transfers).
    std::chrono::milliseconds total{120'000};
};

struct HttpRequest
{
    QByteArray method = "GET";
    /// Sent byte for byte as it is; every log shows only its redacted view.
    SignedUrl url;
    HttpHeaders headers;
    QByteArray body;
    std::shared_ptr<BodySource> source; ///< instead of `body`
    std::shared_ptr<BodySink> sink; ///< instead of HttpResponse::body
    HttpTimeouts timeouts;
    /// A body without a sink that grows past this ends the request with Error::Code::TooLarge.
    qint64 maxBody = 8 * 1024 * 1024;
    /// Limits that this request keeps together with all others that hold them.
    std::vector<std::shared_ptr<Throttle>> throttles{};
    /// Redirects followed; never from https to http, never with Authorization to another host.
    int maxRedirects = 0;
};

struct HttpResponse
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    qint64 bodyBytes = 0; ///< received, also when a sink took them
    std::optional<QDateTime> serverDate; ///< the `Date` header, UTC
    std::optional<std::chrono::seconds> retryAfter; ///< `Retry-After`, seconds or date
};

/// An answer of any status is a success here; errors are failures to get one (see classify.h).
using HttpTask = ResultTask<HttpResponse>;

/// Sends HTTP requests. The one seam between the program and the network.
class HttpTransport
{
public:
    HttpTransport() = default;
    HttpTransport(const HttpTransport&) = delete;
    HttpTransport& operator=(const HttpTransport&) = delete;
    virtual ~HttpTransport() = default;
    /// An idle task, owned by `parent`; nothing is sent before start().
    [[nodiscard]] virtual HttpTask* send(const HttpRequest& request, QObject* parent) = 0;
};

} // namespace longshore
