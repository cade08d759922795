#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include <openssl/ssl.h>

namespace bench {

/// The other side is gone, or does not speak as agreed.
struct ConnectionLost final : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// One blocking connection, plain or TLS. Everything throws ConnectionLost but close and reset.
class Channel final
{
public:
    /// Takes the socket over. A context makes it TLS; the handshake is a call of its own.
    explicit Channel(int socket, SSL_CTX* context = nullptr);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    void acceptTls();
    void connectTls(const char* host);

    /// At least one byte, or 0 at the end.
    [[nodiscard]] std::size_t read(char* into, std::size_t most);
    /// As read, but nobody wants the bytes: on a plain socket the kernel drops them without copying.
    [[nodiscard]] std::size_t discard(std::size_t most);
    void write(const char* from, std::size_t size);
    /// By sendfile on a plain socket.
    void writeFile(int file, std::uint64_t offset, std::uint64_t size);

    /// The other side sees "connection reset", not an orderly end.
    void reset();
    /// Moves nothing more until the other side gives up (or ten minutes are over).
    void stall() const;

    [[nodiscard]] bool isTls() const { return m_tls != nullptr; }

private:
    int m_socket;
    SSL* m_tls = nullptr;
};

} // namespace bench
