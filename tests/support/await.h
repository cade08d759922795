#pragma once

#include "app/core/task.h"

#include <QTestEventLoop>
#include <chrono>

namespace longshore {

/// Starts the task, runs the event loop until it finished, and gives its result; Timeout, subject "awaitResult", when
/// that does not happen.
template <class T>
[[nodiscard]] Result<T> awaitResult(ResultTask<T>* task, std::chrono::milliseconds patience = std::chrono::seconds(40))
{
    Result<T> result = fail(Error::Code::Timeout, QStringLiteral("awaitResult"));
    QTestEventLoop loop;
    QObject::connect(task, &Task::finished, &loop, [task, into = &result, leave = &loop] {
        *into = task->result();
        leave->exitLoop();
    });
    task->start();
    loop.enterLoopMSecs(static_cast<int>(patience.count()));
    return result;
}

} // namespace longshore
