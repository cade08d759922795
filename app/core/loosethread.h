#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace longshore {

/// A thread for work that takes long, whose owner never waits for it: who lets go of it has told the work to stop. Its
/// end is awaited later, by the next one that is let go of or when the program ends. The work holds whatever it uses.
class LooseThread final
{
public:
    explicit LooseThread(std::function<void()> work);
    LooseThread(const LooseThread&) = delete;
    LooseThread& operator=(const LooseThread&) = delete;
    ~LooseThread();

private:
    std::shared_ptr<std::atomic_bool> m_over = std::make_shared<std::atomic_bool>(false);
    std::thread m_thread;
};

} // namespace longshore
