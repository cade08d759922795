#pragma once

#include "app/jobs/jobhandle.h"

#include <QPointer>
#include <QTimer>

namespace longshore {

/// What is there now to be sent.
struct MadeFile
{
    PreparedFile file;
    /// What it is, see FileIdentity; empty: an earlier run of the step had made it, and what was sent was of this very
    /// file.
    QByteArray identity{};
};

/// Makes what the platform takes of a dump that is packed in another way: a file of its own, for the time of the
/// import, beside the state file.
class ImportPreparation final : public QObject
{
    Q_OBJECT

public:
    ImportPreparation(JobHandle& job, QObject* parent);

    /// Makes the file, unless it is there or under way.
    void enter();
    void halt();
    /// Nobody needs the file any more.
    void discard();
    [[nodiscard]] bool isBusy() const { return m_task != nullptr || m_removal != nullptr; }

Q_SIGNALS:
    /// Nothing runs any more.
    void idle();

private:
    void ended(const Result<MadeFile>& result);
    void made(const MadeFile& file);
    void showProgress();

    JobHandle& m_job;
    QPointer<Task> m_task;
    QPointer<Task> m_removal; ///< of what was prepared before
    QTimer m_timer;
    std::shared_ptr<std::atomic<qint64>> m_done; ///< bytes read of the person's file
};

/// What an import is to be sent as: decided when its file was checked. `packing`: DumpFacts::packing.
void planSending(JobRecord& import, const Connection& connection, const QString& packing, const QString& workFolder);

/// Removes what an earlier run left there for imports that need it no more. Returns at once.
void sweepPrepared(const QString& workFolder, const QList<JobRecord>& jobs, QObject* parent);

} // namespace longshore
