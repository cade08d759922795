#pragma once

#include <map>
#include <mutex>

namespace longshore {

/// The connections that all running transfers share. Each gets its share by weight, at least one. Any thread.
class StreamBudget final
{
public:
    using Member = int;

    explicit StreamBudget(int streams = 16) : m_streams(streams) { }

    /// For all transfers together.
    void setStreams(int streams);
    [[nodiscard]] int streams() const;
    /// A transfer that runs; `weight` 1 is low, 2 usual, 4 high.
    [[nodiscard]] Member join(int weight);
    void setWeight(Member member, int weight);
    void leave(Member member);
    [[nodiscard]] int shareOf(Member member) const;

private:
    mutable std::mutex m_mutex;
    std::map<Member, int> m_weights;
    Member m_last = 0;
    int m_streams;
};

} // namespace longshore
