#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <functional>
#include <utility>

/// The inside of the practice server. Its names (HttpRequest, DeploymentRequest) mean the server's side of what the
/// program's mean for the client's side; both end up in one program.
namespace longshore::practice {

/// A request as it came over the wire: nothing is decoded.
struct HttpRequest
{
    using Receiver = std::function<bool(QByteArrayView)>;

    QByteArray method;
    QByteArray path;
    QByteArray query; ///< without the question mark
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    qint64 contentLength = 0; ///< -1: chunked
    bool lengthMissing = false; ///< neither a length nor chunks were announced
    /// Hands the body over in pieces; false when the connection broke or the receiver returned false.
    std::function<bool(const Receiver&)> readBody;
    std::function<bool()> peerIsThere; ///< false when the client hung up

    [[nodiscard]] bool hasHeader(QByteArrayView lowerCaseName) const;
    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    [[nodiscard]] QByteArray target() const { return query.isEmpty() ? path : path + '?' + query; }
};

struct HttpReply
{
    using Writer = std::function<bool(QByteArrayView)>;

    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray contentType;
    QByteArray body;
    qint64 length = 0; ///< of what `write` delivers
    /// Delivers the body in pieces instead of `body`; false: the connection is cut there.
    std::function<bool(const Writer&)> write;
    bool drop = false; ///< close the connection without a byte

    void set(const QByteArray& name, const QByteArray& value) { headers.append({name, value}); }
};

} // namespace longshore::practice
