#pragma once

#include "tests/bench/channel.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace bench {

/// Where a link leads: http or https to an address with a port.
struct Link
{
    bool tls = false;
    std::string host;
    std::uint16_t port = 0;
    std::string path;
    std::string query; ///< without its mark, may be empty
};

/// Throws std::runtime_error when it is no such link.
[[nodiscard]] Link parseLink(std::string_view url);

struct AnswerHead
{
    int status = 0;
    std::uint64_t length = 0;
    std::string etag;
    std::string early; ///< what came with the head of the body
};

/// A client's side of one kept connection, with nothing between it and the socket.
class Wire final
{
public:
    Wire(const Link& link, SSL_CTX* tls);

    /// Method, path and query of the link plus `query`, headers as complete lines.
    void sendHead(std::string_view method, std::string_view query, std::string_view headers);
    [[nodiscard]] AnswerHead readHead();
    /// Reads an answer to its end; throws ConnectionLost unless its status is a good one.
    AnswerHead finish();
    [[nodiscard]] Channel& channel() { return *m_channel; }

private:
    Link m_link;
    std::unique_ptr<Channel> m_channel;
};

} // namespace bench
