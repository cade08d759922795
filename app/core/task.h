#pragma once

#include "app/core/progress.h"
#include "app/core/result.h"

#include <QElapsedTimer>
#include <QObject>

class QTimer;

namespace longshore {

/// One asynchronous operation.
///
/// Constructed idle. start() and cancel() return at once; finished() always comes from the event loop, exactly once,
/// for success, failure or cancellation, and carries nothing: read the typed result(). cancel() may be called at any
/// time, any number of times, also before start(), and ends in finished() with Error::Code::Cancelled unless the task
/// had completed before. A task lives on the thread that made it, is owned by its parent and deletes itself after
/// finished(). Subtasks are children: cancelling the parent cancels them.
class Task : public QObject
{
    Q_OBJECT

public:
    void start();
    void cancel();
    [[nodiscard]] bool isFinished() const { return m_state == State::Finished; }

Q_SIGNALS:
    /// At most ten a second; the last one always comes, before finished().
    void progressChanged(const longshore::Progress& progress);
    void finished();

protected:
    explicit Task(QObject* parent);

    /// Does the work; called from the event loop. Ends in complete(), at once or later.
    virtual void run() = 0;
    /// Releases what run() began; called once when the task is cancelled while it runs.
    virtual void stop() { }
    virtual void storeCancelled() = 0;

    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// The result stands, whether finished() has come or not.
    [[nodiscard]] bool isComplete() const { return m_state == State::Completed || m_state == State::Finished; }
    void reportProgress(const Progress& progress);
    /// The result is stored; finished() follows from the event loop. Later calls do nothing.
    void complete();

private:
    enum class State { Idle, Started, Completed, Finished };
    void begin();
    void abandon();
    void flushProgress();
    void emitFinished();

    State m_state = State::Idle;
    bool m_running = false;
    bool m_cancelled = false;
    bool m_progressPending = false;
    Progress m_progress;
    QElapsedTimer m_sinceProgress;
    QTimer* m_progressTimer = nullptr;
};

/// A task with a typed result. result() is meaningful from finished() on.
template <class T>
class ResultTask : public Task
{
public:
    [[nodiscard]] const Result<T>& result() const { return m_result; }

protected:
    explicit ResultTask(QObject* parent) : Task(parent) { }

    void completeWith(Result<T> result)
    {
        if (isCancelled() || isComplete()) {
            return;
        }
        m_result = std::move(result);
        complete();
    }
    void storeCancelled() final { m_result = fail(Error::Code::Cancelled); }

private:
    Result<T> m_result = fail(Error::Code::Internal, QStringLiteral("result"), QStringLiteral("read too early"));
};

} // namespace longshore
