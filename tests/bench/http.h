#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace bench {

class Channel;

/// The head of one request. Names of headers and of query items are in lower case.
struct Request
{
    std::string method;
    std::string path; ///< decoded, without the query
    std::map<std::string, std::string, std::less<>> query; ///< values decoded
    std::map<std::string, std::string, std::less<>> headers;
    std::optional<std::uint64_t> length; ///< Content-Length
    bool keepAlive = true;

    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] std::string_view item(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view item) const { return query.contains(item); }
};

/// Bytes `first` to `first + size - 1` of an object, as `Range` and `x-ms-range` name them.
struct ByteRange
{
    std::uint64_t first = 0;
    std::uint64_t size = 0;
};

/// Reads heads from a connection; holds what came with them of the body.
class RequestReader final
{
public:
    explicit RequestReader(Channel& channel) : m_channel(channel) { }

    /// Nothing at the end of the connection.
    [[nodiscard]] std::optional<Request> next();
    /// The body's first bytes, at most so many, which are in memory already.
    [[nodiscard]] std::string take(std::uint64_t most);

private:
    Channel& m_channel;
    std::string m_held;
};

[[nodiscard]] std::optional<Request> parseRequest(std::string_view head);
[[nodiscard]] std::string percentDecoded(std::string_view text);
[[nodiscard]] std::string xmlEscaped(std::string_view text);
/// `Thu, 01 Jan 1970 00:00:00 GMT`
[[nodiscard]] std::string httpDate(std::int64_t secondsSinceEpoch);
[[nodiscard]] std::string_view reasonOf(int status);

/// Nothing when the whole object is asked for; a size of 0 when the range cannot be satisfied (416).
[[nodiscard]] std::optional<ByteRange> parseRange(std::string_view value, std::uint64_t objectSize);

} // namespace bench
