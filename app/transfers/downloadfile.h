#pragma once

#include "app/core/loosethread.h"
#include "app/core/md5lanes.h"
#include "app/core/sha256.h"
#include "app/transfers/partfile.h"
#include "app/transfers/parttable.h"
#include "app/transfers/rangeanswer.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace longshore {

class DownloadFollower;
class Storage;

/// One object on its way into its part file, its parts in any order.
///
/// A thread of its own keeps house behind the writers: it hashes what is there without a gap, marks in the journal what
/// was written, and has it synced now and then. A mark follows its bytes when 1 MiB is without one, but not sooner than
/// 10 ms after the last and never while one is being made, which keeps them far below 2 % of a core at any speed. What
/// was written holds when the program is killed; what was synced, also in a power cut.
class DownloadFile final : public std::enable_shared_from_this<DownloadFile>
{
public:
    /// What the bytes belong to.
    struct Object
    {
        QString etag;
        qint64 size = -1; ///< -1: not known
        friend bool operator==(const Object&, const Object&) = default;
    };

    static constexpr qint64 WorthAMark = 1024 * 1024;

    /// Takes up what the journal vouches for. Bytes that cannot be asked for with If-Match are not kept. `follower` is
    /// told what is there, from the first byte on; may be null. Blocking.
    [[nodiscard]] static Result<std::shared_ptr<DownloadFile>> open(const TransferJournal& journal, Storage& storage,
                                                                    const PartSizes& sizes,
                                                                    std::shared_ptr<DownloadFollower> follower = {});
    DownloadFile(const TransferJournal& journal, Storage& storage);
    ~DownloadFile();

    // By one thread at a time, and not during startOver().
    /// The object and the plan for it. Errors: DiskFull, FileAccess.
    [[nodiscard]] Result<void> describe(const Object& object, std::shared_ptr<PartTable> table);
    /// The next bytes of a part.
    [[nodiscard]] Result<void> write(int part, QByteArrayView bytes);

    // Blocking, for the thread pool.
    /// Nothing of what was fetched is of use: an empty file that never held the old bytes.
    [[nodiscard]] Result<void> startOver();
    /// Every byte is hashed, synced and marked when this returns. The SHA-256 of all of them. HashMismatch (detail:
    /// "MD5") when the store keeps others; nothing is left of them then.
    [[nodiscard]] Result<QByteArray> settle();

    // From any thread.
    /// What the store tells of the whole object; the first word counts, and settle() compares.
    void expect(const StoredMd5& md5);
    /// After settle(): the store told the MD5 of these bytes.
    [[nodiscard]] bool isVouched() const;
    /// Marks what is there; nothing is written, marked or waited for from here on, and who waits gets Cancelled.
    void close();
    [[nodiscard]] std::shared_ptr<PartTable> table() const; ///< none before the object was described
    [[nodiscard]] Object object() const;
    [[nodiscard]] qint64 marked() const { return m_markedBytes; }
    [[nodiscard]] QString path() const { return m_file.path(); }

private:
    using Lock = std::unique_lock<std::mutex>;
    using Moment = std::chrono::steady_clock::time_point;
    enum class Wish { None, StartOver, Settle };

    [[nodiscard]] Result<void> takeUp(const TransferJournal& journal, const PartSizes& sizes);
    void use(std::shared_ptr<PartTable> table);
    void keepHouse();
    void keepHouseOnce(Lock& lock);
    [[nodiscard]] bool hashAhead(Lock& lock);
    [[nodiscard]] Result<void> hashPieces(qint64 front, bool compares);
    [[nodiscard]] Result<QByteArrayView> readBack(qint64 offset, qint64 length);
    [[nodiscard]] bool isAsStored();
    void maybeMark(Moment now);
    void mark(const QList<JournalPart>& rows, std::function<void(const Result<void>&)> done);
    void markWhatIsLeft();
    void shut();
    void marked(const QList<JournalPart>& rows, quint64 generation, const Result<void>& outcome);
    [[nodiscard]] QList<JournalPart> changedRows() const;
    void maybeSync(Moment now);
    void synced(const std::vector<qint64>& written, quint64 generation, const Result<void>& outcome);
    void grant(Lock& lock);
    void emptyFile(Lock& lock);
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] bool isIdle() const { return !m_marking && !m_syncing; }
    [[nodiscard]] Result<QByteArray> waitFor(Wish wish);

    PartFile m_file;
    Storage& m_storage;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    TransferJournal m_head; ///< without its parts
    std::shared_ptr<PartTable> m_table;
    std::vector<qint64> m_marks; ///< by part: `written` as the journal has it
    std::vector<qint64> m_syncs; ///< by part: known to be on the disk
    std::vector<qint64> m_syncMarks; ///< by part: `synced` as the journal has it
    quint64 m_generation = 0; ///< of the table; marks of an older one are nobody's
    bool m_headChanged = false;
    bool m_marking = false;
    bool m_syncing = false;
    std::unique_ptr<LooseThread> m_syncer;
    bool m_closed = false;
    Wish m_wish = Wish::None;
    Moment m_lastMark{};
    Moment m_lastSync{};
    std::optional<Error> m_error; ///< of keeping house; every later write fails with it
    StoredMd5 m_stored;
    bool m_vouched = false;

    // the keeper's own
    std::shared_ptr<DownloadFollower> m_follower; ///< null: none
    Sha256 m_hash;
    qint64 m_hashed = 0;
    std::unique_ptr<Md5Lanes> m_md5; ///< none: there is nothing to compare
    qint64 m_md5ed = 0; ///< at most m_hashed
    int m_front = 0;
    quint64 m_hashedGeneration = 0;
    std::vector<char> m_buffer;

    std::atomic<qint64> m_markedBytes = 0;
    std::atomic_bool m_failed = false;
    std::thread m_keeper;
};

} // namespace longshore
