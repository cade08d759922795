#pragma once

#include <QList>
#include <deque>
#include <mutex>

namespace longshore {

/// The newest `capacity` values; older ones fall out. Safe from any thread.
template <class T>
class RingBuffer final
{
public:
    explicit RingBuffer(size_t capacity) : m_capacity(capacity) { }

    void add(T value)
    {
        const std::lock_guard lock(m_mutex);
        if (m_values.size() == m_capacity) {
            m_values.pop_front();
        }
        m_values.push_back(std::move(value));
    }
    /// Oldest first.
    [[nodiscard]] QList<T> values() const
    {
        const std::lock_guard lock(m_mutex);
        return {m_values.begin(), m_values.end()};
    }

private:
    const size_t m_capacity;
    mutable std::mutex m_mutex;
    std::deque<T> m_values;
};

} // namespace longshore
