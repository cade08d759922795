#include "tests/bench/channel.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

constexpr std::size_t scratchSize = 64U << 20U;

/// Address space for recv(MSG_TRUNC), which wants a buffer but never writes to it on a TCP socket.
void* neverTouched()
{
    static void* const scratch =
        mmap(nullptr, scratchSize, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return scratch;
}

std::size_t received(ssize_t count)
{
    if (count < 0) {
        throw ConnectionLost(std::strerror(errno));
    }
    return static_cast<std::size_t>(count);
}

} // namespace

Channel::Channel(int socket, SSL_CTX* context) : m_socket(socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (context) {
        m_tls = SSL_new(context);
        SSL_set_fd(m_tls, socket);
    }
}

Channel::~Channel()
{
    if (m_tls) {
        SSL_shutdown(m_tls);
        SSL_free(m_tls);
    }
    if (m_socket >= 0) {
        ::close(m_socket);
    }
}

void Channel::acceptTls()
{
    if (SSL_accept(m_tls) != 1) {
        throw ConnectionLost("TLS handshake");
    }
}

void Channel::connectTls(const char* host)
{
    SSL_ctrl(m_tls, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(host));
    if (SSL_connect(m_tls) != 1) {
        throw ConnectionLost("TLS handshake");
    }
}

std::size_t Channel::read(char* into, std::size_t most)
{
    if (!m_tls) {
        return received(recv(m_socket, into, most, 0));
    }
    const int count = SSL_read(m_tls, into, static_cast<int>(std::min<std::size_t>(most, 1U << 30U)));
    if (count <= 0) {
        if (SSL_get_error(m_tls, count) == SSL_ERROR_ZERO_RETURN) {
            return 0;
        }
        throw ConnectionLost("TLS read");
    }
    return static_cast<std::size_t>(count);
}

std::size_t Channel::discard(std::size_t most)
{
    if (!m_tls) {
        return received(recv(m_socket, neverTouched(), std::min(most, scratchSize), MSG_TRUNC));
    }
    std::array<char, 16384> record; // one TLS record is all that SSL_read gives
    return read(record.data(), std::min(most, record.size()));
}

void Channel::write(const char* from, std::size_t size)
{
    while (size > 0) {
        std::size_t count = 0;
        if (m_tls) {
            if (SSL_write_ex(m_tls, from, size, &count) != 1) {
                throw ConnectionLost("TLS write");
            }
        } else {
            count = received(send(m_socket, from, size, MSG_NOSIGNAL));
        }
        from += count;
        size -= count;
    }
}

void Channel::writeFile(int file, std::uint64_t offset, std::uint64_t size)
{
    thread_local std::array<char, 256 * 1024> buffer;
    while (size > 0) {
        std::size_t count = 0;
        auto position = static_cast<off_t>(offset);
        if (m_tls) {
            count = received(pread(file, buffer.data(), std::min<std::uint64_t>(buffer.size(), size), position));
            write(buffer.data(), count);
        } else {
            count = received(sendfile(m_socket, file, &position, std::min<std::uint64_t>(size, 1U << 30U)));
        }
        if (count == 0) {
            throw ConnectionLost("the file became shorter");
        }
        offset += count;
        size -= count;
    }
}

void Channel::reset()
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(m_socket);
    m_socket = -1;
    if (m_tls) {
        SSL_set_quiet_shutdown(m_tls, 1);
    }
}

void Channel::stall() const
{
    pollfd gone{.fd = m_socket, .events = POLLRDHUP, .revents = 0};
    poll(&gone, 1, 600'000);
}

} // namespace bench
