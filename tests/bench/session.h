#pragma once

#include "tests/bench/answers.h"
#include "tests/bench/channel.h"
#include "tests/bench/http.h"
#include "tests/bench/pace.h"
#include "tests/bench/settings.h"

#include <cstdint>
#include <optional>

namespace bench {

class Server;
struct Fault;

/// One connection from its first to its last request, on a thread of its own.
class Session final
{
public:
    Session(Server& server, int socket, SSL_CTX* tls);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void run();

private:
    /// False when the connection is to be closed.
    bool serve(const Request& request);
    bool control(const Request& request);
    /// An answer that needs no body: refused link, fault before the content, wrong length.
    std::optional<Answer> early(const Request& request, const Fault& fault);
    [[nodiscard]] std::optional<Body> receive(const Request& request, const Fault& fault, bool wanted);
    void receiveInto(Body& body, std::uint64_t size, BodyUse use, bool hash);
    void send(const Request& request, const Answer& answer, const Fault& fault);
    void sendStretch(const Blob& blob, std::uint64_t first, std::uint64_t size);
    void sendPaced(int file, std::uint64_t offset, std::uint64_t size);
    void strike(const Fault& fault);
    void arrived(std::uint64_t bytes);
    void roundTrip() const;

    Server& m_server;
    Channel m_channel;
    RequestReader m_reader;
    Settings m_settings; ///< as they were when the request came
    Pace m_in;
    Pace m_out;
    bool m_open = true;
};

} // namespace bench
