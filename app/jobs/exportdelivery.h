#pragma once

#include "app/jobs/filing.h"
#include "app/jobs/jobhandle.h"
#include "app/net/throttle.h"

#include <QPointer>

namespace longshore {

class DownloadTask;
class DumpFollower;
struct ArrivedDump;
class ExportLink;
struct DownloadedFile;
struct LibraryEntry;

/// The second half of an export: the file of the service becomes a verified file of the library.
class ExportDelivery final : public QObject
{
    Q_OBJECT

public:
    ExportDelivery(JobHandle& job, QObject* parent);

    /// Does what the step of the row asks for (Downloading, Verifying, Filing), unless that is under way.
    void enter(Reread reread);
    /// A link that was just learned.
    void offer(const SignedUrl& link);
    /// The row's priority and limit, for a transfer that runs.
    void applyShare();
    /// Ends the transfer that runs; what it fetched stays.
    void halt();
    /// Removes what was fetched; `then` follows, on success and failure.
    void discard(std::function<void()> then);
    [[nodiscard]] bool isBusy() const { return m_task != nullptr; }

Q_SIGNALS:
    /// Nothing runs any more.
    void idle();

private:
    void fetch();
    void watch(DownloadTask* task);
    void fetched(const Result<DownloadedFile>& result);
    void fetchFailed(const Error& error);
    void verify(Reread reread);
    void receive(Reread reread);
    void takeDump(const ArrivedDump& dump);
    void verified(const Result<void>& result);
    void file();
    void chooseTarget();
    void commitTarget(const QString& target);
    void takeName();
    void enterInLibrary(const QString& path);
    void filed(const LibraryEntry& entry);
    void filingFailed(const Error& error);
    [[nodiscard]] FetchedFile fetchedFile() const;
    template <class T>
    void run(ResultTask<T>* task, std::function<void(const Result<T>&)> done);

    JobHandle& m_job;
    std::shared_ptr<ExportLink> m_link;
    std::shared_ptr<DumpFollower> m_follower; ///< of a dump that is fetched; kept for the next one, which waits for it
    std::shared_ptr<Throttle> m_limit = std::make_shared<Throttle>(); ///< of this job alone
    QPointer<Task> m_task;
    QPointer<DownloadTask> m_download; ///< is m_task while bytes move
    QDateTime m_fetchBegan; ///< invalid when an earlier run fetched some of it
};

} // namespace longshore
