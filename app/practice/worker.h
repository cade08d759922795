#pragma once

#include "app/core/backgroundtask.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace longshore::practice {

/// One thread that calls `step` when it is woken and when the time that `step` asked for has passed.
class Worker final
{
public:
    using Delay = std::optional<std::chrono::milliseconds>;
    /// Returns when to be called again at the latest; nothing: only when woken.
    using Step = std::function<Delay(const CancelFlag&)>;

    explicit Worker(Step step);
    ~Worker(); ///< cancels what runs and waits for it
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void wake();
    void cancel(); ///< ends what runs, and begins nothing more; does not wait

private:
    void loop();

    Step m_step;
    CancelFlag m_cancel = std::make_shared<std::atomic_bool>(false);
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = true;
    std::thread m_thread;
};

} // namespace longshore::practice
