#pragma once

#include "app/core/task.h"

#include <QTest>
#include <chrono>

namespace longshore {

/// Starts the task, runs the event loop until it finished, and gives its result; Timeout, subject "awaitResult", when
/// that does not happen.
template <class T>
[[nodiscard]] Result<T> awaitResult(ResultTask<T>* task, std::chrono::milliseconds patience = std::chrono::seconds(40))
{
    std::optional<Result<T>> result;
    QObject context;
    QObject::connect(task, &Task::finished, &context, [task, into = &result] { *into = task->result(); });
    task->start();
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, static_cast<int>(patience.count()))) {
        return fail(Error::Code::Timeout, QStringLiteral("awaitResult"));
    }
    return *result;
}

} // namespace longshore
