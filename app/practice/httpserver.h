#pragma once

#include "app/core/result.h"
#include "app/practice/http.h"
#include "app/practice/stopsignal.h"

#include <functional>
#include <memory>
#include <optional>

namespace longshore::practice {

/// HTTP/1.1 on 127.0.0.1, on threads of its own. Every request goes to one handler, which sees path and query as they
/// were on the wire and is called from many threads at once.
class HttpServer final
{
public:
    using Handler = std::function<HttpReply(const HttpRequest&)>;

    struct Options
    {
        quint16 port = 0; ///< 0: any free one
        Handler handler;
        /// Asked before a client that waits for "100 Continue" may send its body (which cannot be read here).
        std::function<std::optional<HttpReply>(const HttpRequest&)> refuse;
        std::function<QByteArray()> date; ///< the Date header
        const StopSignal* stop = nullptr; ///< to be raised before the server is destroyed
    };

    /// Takes the port. Errors: ConnectionRefused when it is taken (subject: port).
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> bind(const Options& options);
    void serve(); ///< requests may come from now on
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] qint64 bytesSent() const;

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace longshore::practice
