#pragma once

#include "app/jobs/jobhandle.h"
#include "app/net/throttle.h"

#include <QPointer>

namespace longshore {

class UploadTask;
struct UploadedFile;
struct UploadRequest;

/// Sends the file of an import to where the service takes it: only what is missing after a stop. A package goes under
/// the next version of its name when that one turned out to be taken; a dump begins anew in another session when its
/// own ended.
class ImportUpload final : public QObject
{
    Q_OBJECT

public:
    ImportUpload(JobHandle& job, QObject* parent);

    /// Sends what is missing, unless that is under way.
    void enter();
    /// The row's priority and limit, for a transfer that runs.
    void applyShare();
    /// Ends the transfer that runs; what the store confirmed stays there.
    void halt();
    [[nodiscard]] bool isBusy() const { return m_task != nullptr; }

Q_SIGNALS:
    /// The store holds the whole package, and the row says so.
    void uploaded();
    /// Nothing runs any more.
    void idle();

private:
    void send();
    void openPlace();
    void placeTold(const Result<UploadPlace>& place, bool isNew);
    void put(UploadRequest request);
    void putTo(const UploadPlace& place);
    void sessionLost(const Error& error);
    void watch(UploadTask* task);
    void ended(const Result<UploadedFile>& result);
    void sent(const UploadedFile& file);
    void failed(const Error& error);
    void takeNextName(const Error& error);
    void end(ImportEvent event, const Error& error);

    JobHandle& m_job;
    std::shared_ptr<Throttle> m_limit = std::make_shared<Throttle>(); ///< of this job alone
    QPointer<Task> m_task;
    QPointer<UploadTask> m_upload; ///< is m_task while bytes move
    QDateTime m_began; ///< invalid when an earlier run sent some of it
};

/// The row knows no upload any more; what was sent goes with its journal, which the caller drops.
void forgetSession(JobRecord& import);

} // namespace longshore
