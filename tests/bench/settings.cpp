#include "tests/bench/settings.h"

#include <charconv>
#include <concepts>
#include <map>
#include <variant>

namespace bench {

namespace {

template <class Number>
bool assign(Number& target, std::string_view value)
{
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), target);
    return error == std::errc() && end == value.data() + value.size();
}

bool assign(std::string& target, std::string_view value)
{
    target = value;
    return !value.empty();
}

bool assign(bool& target, std::string_view value)
{
    target = value == "1";
    return value == "0" || value == "1";
}

using Member = std::variant<std::uint16_t Settings::*, std::string Settings::*, bool Settings::*, double Settings::*,
                            std::uint64_t Settings::*>;

const std::map<std::string_view, Member>& members()
{
    static const std::map<std::string_view, Member> all{
        {"port", &Settings::port},
        {"cert", &Settings::certificate},
        {"key", &Settings::key},
        {"root", &Settings::root},
        {"store", &Settings::store},
        {"check_md5", &Settings::checkMd5},
        {"latency", &Settings::latency},
        {"conn_rate", &Settings::connRate},
        {"line_rate", &Settings::lineRate},
        {"p503", &Settings::p503},
        {"p500", &Settings::p500},
        {"preset", &Settings::pReset},
        {"pstall", &Settings::pStall},
        {"retry_after", &Settings::retryAfter},
        {"expire_after", &Settings::expireAfter},
        {"seed", &Settings::seed},
    };
    return all;
}

} // namespace

bool Settings::set(std::string_view name, std::string_view value)
{
    const auto found = members().find(name);
    return found != members().end()
           && std::visit([&](auto member) { return assign(this->*member, value); }, found->second);
}

} // namespace bench
