#include "tests/bench/http.h"

#include "tests/bench/channel.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace bench {

namespace {

constexpr std::size_t longestHead = 64 * 1024;

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

void parseQuery(std::string_view text, Request& request)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view item = text.substr(0, end);
        const auto equals = std::min(item.find('='), item.size());
        const std::string_view value = equals < item.size() ? item.substr(equals + 1) : std::string_view();
        request.query[lower(percentDecoded(item.substr(0, equals)))] = percentDecoded(value);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool parseFirstLine(std::string_view line, Request& request)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || last == first) {
        return false;
    }
    request.method = line.substr(0, first);
    request.keepAlive = line.substr(last + 1) != "HTTP/1.0";
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const auto mark = std::min(target.find('?'), target.size());
    request.path = percentDecoded(target.substr(0, mark));
    parseQuery(target.substr(std::min(mark + 1, target.size())), request);
    return target.starts_with('/');
}

} // namespace

std::string_view Request::header(std::string_view name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Request::item(std::string_view name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<Request> RequestReader::next()
{
    std::array<char, 16 * 1024> buffer;
    std::size_t end = 0;
    while ((end = m_held.find("\r\n\r\n")) == std::string::npos) {
        if (m_held.size() > longestHead) {
            throw ConnectionLost("a head without end");
        }
        const std::size_t count = m_channel.read(buffer.data(), buffer.size());
        if (count == 0) {
            return {};
        }
        m_held.append(buffer.data(), count);
    }
    auto request = parseRequest(std::string_view(m_held).substr(0, end + 2));
    m_held.erase(0, end + 4);
    if (!request) {
        throw ConnectionLost("not HTTP");
    }
    return request;
}

std::string RequestReader::take(std::uint64_t most)
{
    const std::size_t count = std::min<std::uint64_t>(most, m_held.size());
    std::string taken = m_held.substr(0, count);
    m_held.erase(0, count);
    return taken;
}

std::optional<Request> parseRequest(std::string_view head)
{
    Request request;
    const auto firstEnd = head.find("\r\n");
    if (firstEnd == std::string_view::npos || !parseFirstLine(head.substr(0, firstEnd), request)) {
        return {};
    }
    for (head.remove_prefix(firstEnd + 2); !head.empty();) {
        const auto end = std::min(head.find("\r\n"), head.size());
        const auto colon = head.substr(0, end).find(':');
        if (colon != std::string_view::npos) {
            request.headers[lower(head.substr(0, colon))] = trimmed(head.substr(colon + 1, end - colon - 1));
        }
        head.remove_prefix(std::min(end + 2, head.size()));
    }
    request.length = number(request.header("content-length"));
    if (const std::string connection = lower(request.header("connection")); !connection.empty()) {
        request.keepAlive = connection.find("close") == std::string::npos;
    }
    return request;
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3) {
            result += static_cast<char>(value);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string xmlEscaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string httpDate(std::int64_t secondsSinceEpoch)
{
    const std::time_t seconds = secondsSinceEpoch;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 416:
        return "Range Not Satisfiable";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

std::optional<ByteRange> parseRange(std::string_view value, std::uint64_t objectSize)
{
    const auto dash = value.find('-');
    if (!value.starts_with("bytes=") || dash == std::string_view::npos) {
        return {};
    }
    const auto first = number(value.substr(6, dash - 6));
    const auto last = number(value.substr(dash + 1));
    if (!first && !last) {
        return {};
    }
    if (!first) {
        const std::uint64_t size = std::min(*last, objectSize);
        return ByteRange{objectSize - size, size};
    }
    if (*first >= objectSize || (last && *last < *first)) {
        return ByteRange{};
    }
    return ByteRange{*first, std::min(last.value_or(objectSize - 1), objectSize - 1) - *first + 1};
}

} // namespace bench
