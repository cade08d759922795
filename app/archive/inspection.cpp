#include "app/archive/inspection.h"

#include <QFileInfo>
#include <QPromise>
#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

InspectionTask::InspectionTask(const QString& path, Work work, QObject* parent)
    : ResultTask(parent), m_path(path), m_work(std::move(work)), m_timer(new QTimer(this))
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, [this](int index) {
        if (!isCancelled()) {
            Q_EMIT found(m_watcher.resultAt(index));
        }
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &InspectionTask::end);
    connect(m_timer, &QTimer::timeout, this, &InspectionTask::showProgress);
}

InspectionTask::~InspectionTask()
{
    m_cancel->store(true);
}

void InspectionTask::run()
{
    m_timer->start(std::chrono::milliseconds(100));
    m_watcher.setFuture(QtConcurrent::run(
        [work = std::move(m_work), path = m_path, cancel = m_cancel, shared = m_shared](QPromise<Finding>& promise) {
            const InspectionWatch watch{.cancel = cancel,
                                        .found = [&promise](const Finding& finding) { promise.addResult(finding); },
                                        .progressed = [&shared](qint64 done) { shared->done.store(done); }};
            Result<PackageInspection> outcome = fail(Error::Code::Internal);
            try {
                shared->total.store(QFileInfo(path).size());
                outcome = work(watch);
            } catch (const std::exception& exception) {
                outcome = fail(Error::Code::Internal, u"exception"_s, QString::fromUtf8(exception.what()));
            }
            const std::lock_guard lock(shared->mutex);
            shared->outcome = std::move(outcome);
        }));
}

void InspectionTask::stop()
{
    m_cancel->store(true);
    m_timer->stop();
}

void InspectionTask::showProgress()
{
    const qint64 done = m_shared->done.load();
    const auto now = std::chrono::steady_clock::now();
    m_speed.add(now, done);
    reportProgress({.done = done, .total = m_shared->total.load(), .bytesPerSecond = m_speed.bytesPerSecond(now)});
}

void InspectionTask::end()
{
    if (isCancelled()) {
        return;
    }
    m_timer->stop();
    showProgress();
    const std::lock_guard lock(m_shared->mutex);
    completeWith(std::move(m_shared->outcome));
}

} // namespace longshore
