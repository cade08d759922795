#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace longshore::practice {

/// Tells waiting threads that the server ends.
class StopSignal final
{
public:
    void raise()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_raised = true;
        }
        m_changed.notify_all();
    }
    [[nodiscard]] bool isRaised() const
    {
        const std::lock_guard lock(m_mutex);
        return m_raised;
    }
    /// True when the server ended meanwhile.
    bool waitFor(std::chrono::microseconds time) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, time, [this] { return m_raised; });
    }

    /// Waits until the server ends or `goesOn` says no, asking it a few times a second.
    template <class Condition>
    void waitWhile(const Condition& goesOn) const
    {
        while (goesOn() && !waitFor(std::chrono::milliseconds(200))) { }
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    bool m_raised = false;
};

} // namespace longshore::practice
