#include "app/transfers/streambudget.h"

#include <algorithm>
#include <numeric>

namespace longshore {

void StreamBudget::setStreams(int streams)
{
    const std::lock_guard lock(m_mutex);
    m_streams = std::clamp(streams, 1, Any - 1);
}

int StreamBudget::streams() const
{
    const std::lock_guard lock(m_mutex);
    return m_streams;
}

StreamBudget::Member StreamBudget::join(int weight)
{
    const std::lock_guard lock(m_mutex);
    m_members.emplace(++m_last, Part{.weight = std::max(1, weight)});
    return m_last;
}

void StreamBudget::setWeight(Member member, int weight)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_members.find(member); found != m_members.end()) {
        found->second.weight = std::max(1, weight);
    }
}

void StreamBudget::setNeed(Member member, int streams)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_members.find(member); found != m_members.end()) {
        found->second.need = std::clamp(streams, 0, Any);
    }
}

void StreamBudget::leave(Member member)
{
    const std::lock_guard lock(m_mutex);
    m_members.erase(member);
}

int StreamBudget::shareOf(Member member) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_members.find(member);
    if (found == m_members.end()) {
        return 0;
    }
    std::map<Member, Part> sharing = m_members;
    sharing[member].need = Any;
    int streams = m_streams;
    int weights = std::accumulate(sharing.begin(), sharing.end(), 0,
                                  [](int sum, const auto& entry) { return sum + entry.second.weight; });
    // Who needs less than its share is served; that leaves more for the rest, whom it may serve as well.
    for (auto entry = sharing.begin(); entry != sharing.end();) {
        const Part part = entry->second;
        if (part.need * weights > streams * part.weight) {
            ++entry;
            continue;
        }
        streams -= part.need;
        weights -= part.weight;
        sharing.erase(entry);
        entry = sharing.begin();
    }
    return std::max(1, streams * found->second.weight / weights);
}

} // namespace longshore
