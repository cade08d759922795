#include "app/practice/worker.h"

namespace longshore::practice {

Worker::Worker(Step step) : m_step(std::move(step)), m_thread([this] { loop(); }) { }

Worker::~Worker()
{
    cancel();
    m_thread.join();
}

void Worker::cancel()
{
    m_cancel->store(true);
    wake();
}

void Worker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void Worker::loop()
{
    Delay delay;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            const auto woken = [this] { return m_woken; };
            if (delay) {
                m_changed.wait_for(lock, *delay, woken);
            } else {
                m_changed.wait(lock, woken);
            }
            m_woken = false;
        }
        if (m_cancel->load()) {
            return;
        }
        delay = m_step(m_cancel);
    }
}

} // namespace longshore::practice
