#pragma once

#include "app/core/loosethread.h"
#include "app/jobs/dumparrival.h"
#include "app/transfers/downloadfollower.h"

namespace longshore {

/// Writes a dump as it is wanted while its bytes still come in, on a thread of its own: what waits at the end of the
/// download is the rest of the last bytes, not the whole file. What it made is gone when nobody took it.
class DumpFollower final : public DownloadFollower
{
public:
    /// `before`: an earlier one for the same file; it is stopped, and waited for on the new one's thread.
    DumpFollower(QString partPath, DumpFormat wanted, const std::shared_ptr<DumpFollower>& before);
    ~DumpFollower() override; ///< stops

    void reached(qint64 offset) override;
    void startedOver() override;
    /// The download is done and the file has that size.
    void complete(qint64 size);
    /// It is not wanted any more; returns at once.
    void stop();
    /// Waits for its end, and stops it when `cancel` is set. Nothing: it came to none, or the file is as it is wanted;
    /// no thread uses the files any more either way. Blocking; for BackgroundTask.
    [[nodiscard]] std::optional<FetchedFile> take(const CancelFlag& cancel);

private:
    struct State;
    class GrowingFile;
    std::shared_ptr<State> m_state;
    LooseThread m_thread;
};

} // namespace longshore
