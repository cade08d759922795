#include "tests/bench/wire.h"

#include "tests/bench/http.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

template <class Number>
Number numberAt(std::string_view text)
{
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int connected(const Link& link)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(link.port);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (inet_pton(AF_INET, link.host.c_str(), &address.sin_addr) != 1
        || connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket);
        throw ConnectionLost("cannot connect");
    }
    return socket;
}

} // namespace

Link parseLink(std::string_view url)
{
    Link link;
    link.tls = url.starts_with("https://");
    const auto host = url.find("://");
    const auto path = host == std::string_view::npos ? host : url.find('/', host + 3);
    if (path == std::string_view::npos) {
        throw std::runtime_error("not a link");
    }
    const std::string_view authority = url.substr(host + 3, path - host - 3);
    const auto colon = std::min(authority.find(':'), authority.size());
    link.host = authority.substr(0, colon);
    link.port = colon < authority.size() ? numberAt<std::uint16_t>(authority.substr(colon + 1))
                                         : static_cast<std::uint16_t>(link.tls ? 443 : 80);
    const auto mark = std::min(url.find('?'), url.size());
    link.path = url.substr(path, mark - path);
    link.query = url.substr(std::min(mark + 1, url.size()));
    return link;
}

Wire::Wire(const Link& link, SSL_CTX* tls) : m_link(link), m_channel(std::make_unique<Channel>(connected(link), tls))
{
    if (tls) {
        m_channel->connectTls(link.host.c_str());
    }
}

void Wire::sendHead(std::string_view method, std::string_view query, std::string_view headers)
{
    std::string head = std::string(method) + ' ' + m_link.path;
    if (!m_link.query.empty() || !query.empty()) {
        head += '?' + m_link.query + (m_link.query.empty() || query.empty() ? "" : "&") + std::string(query);
    }
    head += " HTTP/1.1\r\nHost: " + m_link.host + "\r\n" + std::string(headers) + "\r\n";
    m_channel->write(head.data(), head.size());
}

AnswerHead Wire::readHead()
{
    std::array<char, 16384> buffer;
    std::string text;
    std::size_t end = 0;
    while ((end = text.find("\r\n\r\n")) == std::string::npos) {
        const std::size_t count = m_channel->read(buffer.data(), buffer.size());
        if (count == 0) {
            throw ConnectionLost("no answer");
        }
        text.append(buffer.data(), count);
    }
    AnswerHead head;
    head.early = text.substr(end + 4);
    head.status = numberAt<int>(std::string_view(text).substr(9));
    // The server's parser reads fields behind any request line.
    const auto lines = text.find("\r\n");
    if (const auto fields = parseRequest("GET / HTTP/1.1" + text.substr(lines, end + 2 - lines))) {
        head.length = fields->length.value_or(0);
        head.etag = fields->header("etag");
    }
    return head;
}

AnswerHead Wire::finish()
{
    AnswerHead head = readHead();
    for (std::uint64_t left = head.length - std::min<std::uint64_t>(head.length, head.early.size()); left > 0;) {
        const std::size_t count = m_channel->discard(left);
        if (count == 0) {
            throw ConnectionLost("end in mid-body");
        }
        left -= count;
    }
    if (head.status < 200 || head.status > 299) {
        throw ConnectionLost("status " + std::to_string(head.status));
    }
    return head;
}

} // namespace bench
