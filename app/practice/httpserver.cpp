#include "app/practice/httpserver.h"

#include "app/practice/socketstream.h"

#include <limits>
#include <optional>
#include <thread>

namespace longshore::practice {

namespace {

constexpr size_t threadCount = 64;
constexpr auto keepAlive = std::chrono::seconds(120);

constexpr qint64 drainLimit = 64 * 1024 * 1024;

thread_local SocketStream* currentConnection = nullptr;

// What keepRaw hides from the library; no client can send such names.
constexpr char hiddenType[] = ":content-type";
constexpr char hiddenLength[] = ":no-length";

/// The library wants to be clever about ranges, forms, compression and missing lengths; the handler sees to all that.
void keepRaw(httplib::Request& request)
{
    request.ranges.clear();
    request.path = "/"; // decoded, and matched with std::regex, which recurses: the handler routes by the raw target
    for (const char* name : {"Accept-Encoding", "Content-Encoding"}) {
        request.headers.erase(name);
    }
    const std::string type = request.get_header_value("Content-Type");
    if (type.starts_with("multipart/") || type.starts_with("application/x-www-form")) {
        request.headers.erase("Content-Type");
        request.headers.emplace(hiddenType, type);
    }
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) {
        request.headers.emplace(hiddenLength, "1");
        request.set_header("Content-Length", "0"); // no body, not a body until the connection ends
    }
}

/// The body of one request; what the handler leaves unread must not be taken for the next request.
class Body final
{
public:
    Body(const httplib::ContentReader* reader, qint64 announced) : m_reader(reader), m_announced(announced) { }

    bool read(const HttpRequest::Receiver& receive)
    {
        if (!m_reader || m_begun) {
            return true;
        }
        m_begun = true;
        m_ended = (*m_reader)([&receive](const char* data, size_t size) {
            return receive(QByteArrayView(data, static_cast<qsizetype>(size)));
        });
        return m_ended;
    }
    void drain()
    {
        if (m_announced != 0 && !m_begun) {
            qint64 seen = 0;
            read([&seen](QByteArrayView piece) { return (seen += piece.size()) <= drainLimit; });
        }
        if (m_announced != 0 && !m_ended) {
            currentConnection->closeAfterAnswer();
        }
    }

private:
    const httplib::ContentReader* m_reader;
    qint64 m_announced;
    bool m_begun = false;
    bool m_ended = false;
};

HttpRequest plainRequest(const httplib::Request& from)
{
    HttpRequest request;
    request.method = QByteArray::fromStdString(from.method);
    const QByteArray target = QByteArray::fromStdString(from.target);
    const auto mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto& [name, value] : from.headers) {
        if (name == hiddenLength) {
            request.lengthMissing = true;
            continue;
        }
        const std::string shown = name == hiddenType ? name.substr(1) : name;
        request.headers.append({QByteArray::fromStdString(shown).toLower(), QByteArray::fromStdString(value)});
    }
    request.contentLength = from.has_header("Transfer-Encoding") ? -1 : request.header("content-length").toLongLong();
    request.peerIsThere = [] { return currentConnection->isPeerThere(); };
    return request;
}

void fillResponse(const HttpReply& reply, httplib::Response& response)
{
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers) {
        response.set_header(name.toStdString(), value.toStdString());
    }
    if (!reply.write || reply.length <= 0) {
        if (!reply.body.isEmpty()) {
            response.set_content(reply.body.toStdString(), reply.contentType.toStdString());
        }
        return;
    }
    response.set_content_provider(static_cast<size_t>(reply.length), reply.contentType.toStdString(),
                                  [write = reply.write](size_t, size_t, httplib::DataSink& sink) {
                                      return write([&sink](QByteArrayView piece) {
                                          sink.write(piece.data(), static_cast<size_t>(piece.size()));
                                          return currentConnection && !currentConnection->isDropped()
                                                 && sink.is_writable();
                                      });
                                  });
}

/// cpp-httplib with a connection loop of our own: SocketStream says why.
class Listener final : public httplib::Server
{
public:
    explicit Listener(const HttpServer::Options& options) : m_options(options)
    {
        new_task_queue = [] { return new httplib::ThreadPool(threadCount); };
        set_socket_options([](socket_t socket) {
            const int yes = 1;
#ifdef _WIN32
            const int option = SO_EXCLUSIVEADDRUSE;
#else
            const int option = SO_REUSEADDR; // not SO_REUSEPORT: two servers would share one port
#endif
            setsockopt(socket, SOL_SOCKET, option, reinterpret_cast<const char*>(&yes), sizeof(yes));
        });
        set_keep_alive_timeout(keepAlive.count()); // only told to clients, as is the next
        set_keep_alive_max_count(1000000);
        set_payload_max_length(std::numeric_limits<size_t>::max());
        const std::string all = "/";
        Get(all, [this](const httplib::Request& request, httplib::Response& response) {
            handle(request, nullptr, response);
        });
        const HandlerWithContentReader withBody = [this](const httplib::Request& request, httplib::Response& response,
                                                         const httplib::ContentReader& reader) {
            handle(request, &reader, response);
        };
        Post(all, withBody);
        Put(all, withBody);
        Patch(all, withBody);
        Delete(all, withBody);
        set_expect_100_continue_handler([this](const httplib::Request& request, httplib::Response& response) {
            const std::optional<HttpReply> refusal =
                m_options.refuse ? m_options.refuse(plainRequest(request)) : std::nullopt;
            if (!refusal) {
                return 100;
            }
            currentConnection->closeAfterAnswer(); // whether the body follows all the same is not known
            fillResponse(*refusal, response);
            response.set_header("Content-Length", std::to_string(refusal->body.size())); // the library forgets it here
            return refusal->status;
        });
        set_post_routing_handler([this](const httplib::Request&, httplib::Response& response) {
            response.set_header("Date", m_options.date().toStdString());
        });
    }

    [[nodiscard]] qint64 bytesSent() const
    {
        return m_bytesSent;
    }

private:
    void handle(const httplib::Request& from, const httplib::ContentReader* reader, httplib::Response& response)
    {
        HttpRequest request = plainRequest(from);
        Body body(reader, request.contentLength);
        request.readBody = [&body](const HttpRequest::Receiver& receive) { return body.read(receive); };
        const HttpReply reply = m_options.handler(request);
        if (reply.drop) {
            currentConnection->drop();
        }
        body.drain();
        fillResponse(reply, response);
    }

    // The signature of process_request grew addresses between 0.11 and 0.18.
    template <class Self>
    static bool processOne(Self& self, SocketStream& stream, bool& closed)
    {
        const std::function<void(httplib::Request&)> setUp = keepRaw;
        if constexpr (requires { self.process_request(stream, false, closed, setUp); }) {
            return self.process_request(stream, false, closed, setUp);
        } else {
            const std::string local = "127.0.0.1";
            return self.process_request(stream, local, 0, local, 0, false, closed, setUp);
        }
    }

    bool process_and_close_socket(socket_t socket) override
    {
        SocketStream stream(socket, *m_options.stop, m_bytesSent);
        currentConnection = &stream;
        bool ok = true;
        bool closed = false;
        while (ok && !closed && stream.waitForRequest(keepAlive)) {
            ok = processOne(*this, stream, closed) && !stream.isClosing();
        }
        currentConnection = nullptr;
        return ok;
    }

    HttpServer::Options m_options;
    std::atomic<qint64> m_bytesSent{0};
};

} // namespace

class HttpServer::Private
{
public:
    explicit Private(const Options& options) : listener(options) { }
    Listener listener;
    quint16 port = 0;
    std::atomic_bool ended = false;
    std::thread thread;
};

HttpServer::HttpServer(std::unique_ptr<Private> parts) : d(std::move(parts)) { }

HttpServer::~HttpServer()
{
    if (!d->thread.joinable()) {
        return;
    }
    while (!d->listener.is_running() && !d->ended) {
        std::this_thread::yield(); // a stop before the thread listens would be lost
    }
    d->listener.stop();
    d->thread.join();
}

Result<std::unique_ptr<HttpServer>> HttpServer::bind(const Options& options)
{
    auto parts = std::make_unique<Private>(options);
    const std::string host = "127.0.0.1";
    const int port = options.port == 0                                  ? parts->listener.bind_to_any_port(host)
                     : parts->listener.bind_to_port(host, options.port) ? options.port
                                                                        : -1;
    if (port <= 0) {
        return fail(Error::Code::ConnectionRefused, QString::number(options.port));
    }
    parts->port = static_cast<quint16>(port);
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(parts)));
}

void HttpServer::serve()
{
    d->thread = std::thread([parts = d.get()] {
        parts->listener.listen_after_bind();
        parts->ended = true;
    });
}

quint16 HttpServer::port() const
{
    return d->port;
}

qint64 HttpServer::bytesSent() const
{
    return d->listener.bytesSent();
}

} // namespace longshore::practice
