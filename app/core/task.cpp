#include "app/core/task.h"

#include <QPointer>
#include <QTimer>

namespace longshore {

namespace {
constexpr int ProgressIntervalMs = 100;
}

Task::Task(QObject* parent) : QObject(parent) { }

void Task::start()
{
    if (m_state != State::Idle) {
        return;
    }
    m_state = State::Started;
    QMetaObject::invokeMethod(this, &Task::begin, Qt::QueuedConnection);
}

void Task::begin()
{
    if (m_state != State::Started || m_cancelled) {
        return;
    }
    m_running = true;
    run();
}

void Task::cancel()
{
    if (m_cancelled || isComplete()) {
        return;
    }
    m_cancelled = true;
    QMetaObject::invokeMethod(this, &Task::abandon, Qt::QueuedConnection);
}

void Task::abandon()
{
    if (m_running) {
        stop();
    }
    const auto subtasks = findChildren<Task*>(QString(), Qt::FindDirectChildrenOnly);
    for (Task* subtask : subtasks) {
        // Not by cancel(): its finished() must be on its way before ours, after which we delete it.
        if (!subtask->m_cancelled && !subtask->isComplete()) {
            subtask->m_cancelled = true;
            subtask->abandon();
        }
    }
    storeCancelled();
    complete();
}

void Task::reportProgress(const Progress& progress)
{
    if (m_state != State::Started || m_cancelled) {
        return;
    }
    m_progress = progress;
    m_progressPending = true;
    if (!m_sinceProgress.isValid() || m_sinceProgress.hasExpired(ProgressIntervalMs)) {
        flushProgress();
        return;
    }
    if (m_progressTimer == nullptr) {
        m_progressTimer = new QTimer(this);
        m_progressTimer->setSingleShot(true);
        connect(m_progressTimer, &QTimer::timeout, this, &Task::flushProgress);
    }
    if (!m_progressTimer->isActive()) {
        m_progressTimer->start(ProgressIntervalMs);
    }
}

void Task::flushProgress()
{
    if (!m_progressPending) {
        return;
    }
    m_progressPending = false;
    m_sinceProgress.start();
    Q_EMIT progressChanged(m_progress);
}

void Task::complete()
{
    if (isComplete()) {
        return;
    }
    m_state = State::Completed;
    QMetaObject::invokeMethod(this, &Task::emitFinished, Qt::QueuedConnection);
}

void Task::emitFinished()
{
    // A receiver of either signal may delete the task, or its parent.
    const QPointer<Task> alive(this);
    flushProgress();
    if (!alive) {
        return;
    }
    m_state = State::Finished;
    deleteLater();
    Q_EMIT finished();
}

} // namespace longshore
