#include "app/core/task.h"

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
    if (m_cancelled || m_state == State::Completed || m_state == State::Finished) {
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
        subtask->cancel();
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
    if (m_state == State::Completed || m_state == State::Finished) {
        return;
    }
    m_state = State::Completed;
    QMetaObject::invokeMethod(this, &Task::emitFinished, Qt::QueuedConnection);
}

void Task::emitFinished()
{
    flushProgress();
    m_state = State::Finished;
    Q_EMIT finished();
    deleteLater();
}

} // namespace longshore
