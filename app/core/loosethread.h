#pragma once

#include <QThreadPool>
#include <functional>
#include <memory>
#include <thread>

namespace longshore {

/// A thread for work that takes long, whose owner never waits for it: who lets go of it has told the work to stop, and
/// the end is awaited on the thread pool. The work holds whatever it uses.
class LooseThread final
{
public:
    explicit LooseThread(std::function<void()> work) : m_thread(std::make_shared<std::thread>(std::move(work))) { }
    LooseThread(const LooseThread&) = delete;
    LooseThread& operator=(const LooseThread&) = delete;
    ~LooseThread()
    {
        QThreadPool::globalInstance()->start([thread = m_thread] { thread->join(); });
    }

private:
    std::shared_ptr<std::thread> m_thread;
};

} // namespace longshore
