#include "app/transfers/streambudget.h"

#include <algorithm>

namespace longshore {

void StreamBudget::setStreams(int streams)
{
    const std::lock_guard lock(m_mutex);
    m_streams = std::max(1, streams);
}

int StreamBudget::streams() const
{
    const std::lock_guard lock(m_mutex);
    return m_streams;
}

StreamBudget::Member StreamBudget::join(int weight)
{
    const std::lock_guard lock(m_mutex);
    m_weights.emplace(++m_last, std::max(1, weight));
    return m_last;
}

void StreamBudget::setWeight(Member member, int weight)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_weights.find(member); found != m_weights.end()) {
        found->second = std::max(1, weight);
    }
}

void StreamBudget::leave(Member member)
{
    const std::lock_guard lock(m_mutex);
    m_weights.erase(member);
}

int StreamBudget::shareOf(Member member) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_weights.find(member);
    if (found == m_weights.end()) {
        return 0;
    }
    int all = 0;
    for (const auto& [other, weight] : m_weights) {
        all += weight;
    }
    return std::max(1, m_streams * found->second / all);
}

} // namespace longshore
