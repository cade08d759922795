#pragma once

#include "app/core/task.h"

#include <QFutureWatcher>
#include <QtConcurrent/QtConcurrentRun>
#include <atomic>
#include <exception>
#include <functional>
#include <memory>

namespace longshore {

/// Set when the task was cancelled; work in the background looks at it between pieces.
using CancelFlag = std::shared_ptr<std::atomic_bool>;

/// Blocking work (disk, hashes) on the thread pool. The function sees only values; its result comes back as result().
/// A cancelled or deleted task is over at once, while its function may run on until it looks at the flag.
template <class T>
class BackgroundTask final : public ResultTask<T>
{
public:
    using Work = std::function<Result<T>(const CancelFlag&)>;

    BackgroundTask(Work work, QObject* parent) : ResultTask<T>(parent), m_work(std::move(work))
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, this,
                         [this] { this->completeWith(m_watcher.result()); });
    }
    ~BackgroundTask() override { m_cancel->store(true); }

protected:
    void run() override
    {
        m_watcher.setFuture(QtConcurrent::run([work = std::move(m_work), cancel = m_cancel]() -> Result<T> {
            try {
                return work(cancel);
            } catch (const std::exception& exception) {
                return fail(Error::Code::Internal, QStringLiteral("exception"), QString::fromUtf8(exception.what()));
            }
        }));
    }
    void stop() override { m_cancel->store(true); }

private:
    Work m_work;
    CancelFlag m_cancel = std::make_shared<std::atomic_bool>(false);
    QFutureWatcher<Result<T>> m_watcher;
};

} // namespace longshore
