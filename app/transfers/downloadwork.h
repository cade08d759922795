#pragma once

#include "app/transfers/downloadfile.h"
#include "app/transfers/partwork.h"
#include "app/transfers/transfercontext.h"

#include <map>
#include <mutex>
#include <set>

namespace longshore {

class Clock;
class RangeSink;
struct RangePlan;

/// Ranges of one object, each with If-Match, into its part file. The first answer tells size and ETag; then the plan is
/// made, and whoever fetches the first part just goes on. A store that knows no ranges, or no strong ETag to ask with,
/// gives the object in one stream.
class DownloadWork final : public PartWork
{
public:
    DownloadWork(std::shared_ptr<DownloadFile> file, const Clock& clock, TransferOptions options,
                 std::shared_ptr<Throttle> sharedLimit);
    ~DownloadWork() override;

    /// Called on a thread of the pump when there are parts that were not there before.
    void onPlan(std::function<void()> planned) { m_planned = std::move(planned); }

    [[nodiscard]] std::optional<int> take() override;
    void putBack(int part) override;
    [[nodiscard]] Result<HttpRequest> request(int part, const SignedUrl& link) override;
    [[nodiscard]] PartAnswer judge(int part, const Result<HttpResponse>& answer) override;
    void abandon(int part) override;
    [[nodiscard]] bool isComplete() const override;
    void startOver(std::function<void(const Result<void>&)> then) override;
    [[nodiscard]] qint64 movedOf(int part) const override;
    [[nodiscard]] qint64 lengthOf(int part) const override;
    [[nodiscard]] qint64 bytesMoved() const override { return m_moved; }

    // for the sinks, on any thread of the pump
    /// The head of a good answer was read. True: its bytes are wanted, from the part's next byte on.
    [[nodiscard]] Result<void> learn(const RangePlan& plan, bool ranged);
    [[nodiscard]] Result<void> write(int part, QByteArrayView bytes);

private:
    [[nodiscard]] PartAnswer judgeFailure(const Error& error);
    [[nodiscard]] PartAnswer judgeRefusal(int part, const HttpResponse& response);
    [[nodiscard]] PartAnswer againIfItHelps(const Error& error) const;
    [[nodiscard]] PartAnswer again(const Error& error) const;
    [[nodiscard]] PartAnswer wholeFrom(const Error& error);
    [[nodiscard]] PartAnswer endAt(qint64 size);
    [[nodiscard]] Result<void> plan(const DownloadFile::Object& object);
    [[nodiscard]] std::shared_ptr<PartTable> table() const
    {
        const std::lock_guard lock(m_mutex);
        return m_table;
    }

    const std::shared_ptr<DownloadFile> m_file;
    const Clock& m_clock;
    const TransferOptions m_options;
    const PartSizes m_sizes;
    std::vector<std::shared_ptr<Throttle>> m_throttles;
    std::function<void()> m_planned;

    mutable std::mutex m_mutex; ///< guards the plan, which the thread of the first answer makes
    std::shared_ptr<PartTable> m_table; ///< none before the first answer
    int m_next = 0;
    std::atomic_bool m_whole = false; ///< one stream, from the first byte

    std::map<int, std::shared_ptr<RangeSink>> m_sinks; ///< of running requests, by part
    std::map<int, SignedUrl> m_links; ///< likewise
    std::set<int> m_returned;
    bool m_probing = false; ///< the first request is on its way
    std::atomic<qint64> m_moved = 0;
    std::unique_ptr<LooseThread> m_restart;
};

} // namespace longshore
