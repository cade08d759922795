#include "app/practice/socketstream.h"

#include <algorithm>
#include <cstring>
#ifndef _WIN32
#include <cerrno>
#include <poll.h>
#endif

namespace longshore::practice {

namespace {

constexpr auto patience = std::chrono::seconds(60);
constexpr auto slice = std::chrono::milliseconds(50); // how soon a waiting connection sees that the server stops
constexpr size_t bufferSize = 64 * 1024;

#ifdef _WIN32
using PollEntry = WSAPOLLFD;
constexpr int sendFlags = 0;

int pollOne(PollEntry& entry, int milliseconds)
{
    return WSAPoll(&entry, 1, milliseconds);
}

int receive(socket_t socket, char* data, size_t size)
{
    return recv(socket, data, static_cast<int>(std::min<size_t>(size, 1 << 20)), 0);
}

int transmit(socket_t socket, const char* data, size_t size)
{
    return send(socket, data, static_cast<int>(std::min<size_t>(size, 1 << 20)), sendFlags);
}

void closeConnection(socket_t socket)
{
    shutdown(socket, SD_BOTH);
    closesocket(socket);
}
#else
using PollEntry = pollfd;
#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0; // the library ignores SIGPIPE
#endif

int pollOne(PollEntry& entry, int milliseconds)
{
    return poll(&entry, 1, milliseconds);
}

ssize_t receive(socket_t socket, char* data, size_t size)
{
    ssize_t got = -1;
    do {
        got = recv(socket, data, size, 0);
    } while (got < 0 && errno == EINTR);
    return got;
}

ssize_t transmit(socket_t socket, const char* data, size_t size)
{
    ssize_t sent = -1;
    do {
        sent = send(socket, data, size, sendFlags);
    } while (sent < 0 && errno == EINTR);
    return sent;
}

void closeConnection(socket_t socket)
{
    shutdown(socket, SHUT_RDWR);
    close(socket);
}
#endif

} // namespace

SocketStream::SocketStream(socket_t socket, const StopSignal& stop, std::atomic<qint64>& bytesSent)
    : m_socket(socket), m_stop(stop), m_bytesSent(bytesSent), m_buffer(bufferSize)
{
    const int yes = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char*>(&yes), sizeof(yes));
}

SocketStream::~SocketStream()
{
    closeConnection(m_socket);
}

bool SocketStream::waitForRequest(std::chrono::milliseconds time)
{
    return !m_dropped && (m_begin < m_end || waitFor(Wish::Read, time));
}

bool SocketStream::waitFor(Wish wish, std::chrono::milliseconds time) const
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_stop.isRaised()) {
        PollEntry entry{};
        entry.fd = m_socket;
        entry.events = wish == Wish::Read ? POLLIN : POLLOUT;
        const auto ready = pollOne(entry, static_cast<int>(slice.count()));
        if (ready > 0) {
            return true; // or broken, which the read or write will tell
        }
        if (std::chrono::steady_clock::now() >= end) {
            return false;
        }
    }
    return false;
}

bool SocketStream::isPeerThere() const
{
    PollEntry entry{};
    entry.fd = m_socket;
    entry.events = POLLIN;
    char byte = 0;
    return pollOne(entry, 0) == 0 || recv(m_socket, &byte, 1, MSG_PEEK) > 0;
}

bool SocketStream::is_readable() const
{
    return m_begin < m_end || waitFor(Wish::Read, patience);
}

bool SocketStream::is_writable() const
{
    return !m_dropped && waitFor(Wish::Write, patience);
}

ssize_t SocketStream::read(char* data, size_t size)
{
    if (m_begin == m_end) {
        if (!waitFor(Wish::Read, patience)) {
            return -1;
        }
        if (size >= m_buffer.size()) {
            return receive(m_socket, data, size);
        }
        const auto got = receive(m_socket, m_buffer.data(), m_buffer.size());
        if (got <= 0) {
            return got;
        }
        m_begin = 0;
        m_end = static_cast<size_t>(got);
    }
    const size_t count = std::min(size, m_end - m_begin);
    std::memcpy(data, m_buffer.data() + m_begin, count);
    m_begin += count;
    return static_cast<ssize_t>(count);
}

ssize_t SocketStream::write(const char* data, size_t size)
{
    if (!is_writable()) {
        return -1;
    }
    const auto sent = transmit(m_socket, data, size);
    if (sent > 0) {
        m_bytesSent += sent;
    }
    return sent;
}

void SocketStream::get_remote_ip_and_port(std::string& ip, int& port) const
{
    ip = "127.0.0.1"; // it listens nowhere else
    port = 0;
}

void SocketStream::get_local_ip_and_port(std::string& ip, int& port) const
{
    ip = "127.0.0.1";
    port = 0;
}

} // namespace longshore::practice
