#pragma once

#include "app/practice/stopsignal.h"

#include <QtGlobal>
#include <atomic>
#include <httplib.h>
#include <vector>

namespace longshore::practice {

/// One accepted connection. Unlike the library's own stream it lives as long as the connection, ends at once when the
/// server stops, and can be dropped without an answer.
class SocketStream final : public httplib::Stream
{
public:
    SocketStream(socket_t socket, const StopSignal& stop, std::atomic<qint64>& bytesSent);
    ~SocketStream() override; ///< closes the connection
    SocketStream(const SocketStream&) = delete;
    SocketStream& operator=(const SocketStream&) = delete;

    /// True when the next request begins to arrive.
    [[nodiscard]] bool waitForRequest(std::chrono::milliseconds time);
    /// False when the client hung up.
    [[nodiscard]] bool isPeerThere() const;
    /// From now on nothing is sent.
    void drop() { m_dropped = true; }
    [[nodiscard]] bool isDropped() const { return m_dropped; }
    void closeAfterAnswer() { m_closing = true; }
    [[nodiscard]] bool isClosing() const { return m_dropped || m_closing; }

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char* data, size_t size) override;
    ssize_t write(const char* data, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] socket_t socket() const override { return m_socket; }

private:
    enum class Wish { Read, Write };
    [[nodiscard]] bool waitFor(Wish wish, std::chrono::milliseconds time) const;

    socket_t m_socket;
    const StopSignal& m_stop;
    std::atomic<qint64>& m_bytesSent;
    std::vector<char> m_buffer;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_dropped = false;
    bool m_closing = false;
};

} // namespace longshore::practice
