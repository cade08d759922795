#pragma once

#include <map>
#include <mutex>

namespace longshore {

/// The connections that all running transfers share. Each gets its share by weight, at least one; what some do not
/// need goes to the others. Any thread.
class StreamBudget final
{
public:
    using Member = int;
    static constexpr int Any = 1'000; ///< more than there ever are

    explicit StreamBudget(int streams = 16) : m_streams(streams) { }

    /// For all transfers together.
    void setStreams(int streams);
    [[nodiscard]] int streams() const;
    /// A transfer that runs; `weight` 1 is low, 2 usual, 4 high.
    [[nodiscard]] Member join(int weight);
    void setWeight(Member member, int weight);
    /// As many as it could use now, if it got them.
    void setNeed(Member member, int streams);
    void leave(Member member);
    /// As if it could use any number.
    [[nodiscard]] int shareOf(Member member) const;

private:
    struct Part
    {
        int weight = 1;
        int need = Any;
    };

    mutable std::mutex m_mutex;
    std::map<Member, Part> m_members;
    Member m_last = 0;
    int m_streams;
};

} // namespace longshore
