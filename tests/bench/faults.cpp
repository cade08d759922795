#include "tests/bench/faults.h"

#include "tests/bench/http.h"

#include <charconv>
#include <ctime>

namespace bench {

namespace {

std::time_t utc(std::string_view text, const char* format)
{
    std::tm parts{};
    return strptime(std::string(text).c_str(), format, &parts) ? timegm(&parts) : 0;
}

} // namespace

void Faults::restart(std::uint64_t seed)
{
    const std::lock_guard lock(m_mutex);
    m_random.seed(seed);
    m_uses.clear();
}

Fault Faults::draw(const Settings& settings)
{
    const std::lock_guard lock(m_mutex);
    std::uniform_real_distribution<double> uniform(0, 1);
    const double lot = uniform(m_random);
    const double where = 0.1 + 0.8 * uniform(m_random);
    double bound = settings.p503;
    if (lot < bound) {
        return {FaultKind::Busy503, where};
    }
    if (lot < (bound += settings.p500)) {
        return {FaultKind::Error500, where};
    }
    if (lot < (bound += settings.pReset)) {
        return {FaultKind::Reset, where};
    }
    return {lot < bound + settings.pStall ? FaultKind::Stall : FaultKind::None, where};
}

bool Faults::usedUp(const Request& request, std::uint64_t expireAfter)
{
    if (expireAfter == 0) {
        return false;
    }
    const std::string_view azure = request.item("sig");
    const std::lock_guard lock(m_mutex);
    return ++m_uses[std::string(azure.empty() ? request.item("x-amz-signature") : azure)] >= expireAfter;
}

bool isExpired(const Request& request)
{
    const std::time_t now = std::time(nullptr);
    if (const auto end = request.item("se"); !end.empty()) {
        return utc(end, end.find('T') == std::string_view::npos ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ") <= now;
    }
    if (const auto life = request.item("x-amz-expires"); !life.empty()) {
        std::time_t seconds = 0;
        std::from_chars(life.data(), life.data() + life.size(), seconds);
        return utc(request.item("x-amz-date"), "%Y%m%dT%H%M%SZ") + seconds <= now;
    }
    return false;
}

} // namespace bench
