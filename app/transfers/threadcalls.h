#pragma once

#include <QObject>
#include <functional>
#include <mutex>

namespace longshore {

/// Brings calls from other threads to the thread of an object, until that object closes it or dies.
class ThreadCalls final
{
public:
    explicit ThreadCalls(QObject* receiver) : m_receiver(receiver) { }

    /// From any thread; returns at once.
    void call(std::function<void()> call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_receiver != nullptr) {
            QMetaObject::invokeMethod(m_receiver, std::move(call), Qt::QueuedConnection);
        }
    }
    /// By the receiver, before it dies; calls on their way are dropped with it.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }

private:
    std::mutex m_mutex;
    QObject* m_receiver;
};

} // namespace longshore
