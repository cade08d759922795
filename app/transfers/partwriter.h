#pragma once

#include "app/transfers/hash.h"
#include "app/transfers/partfile.h"
#include "app/transfers/transferjournal.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace longshore {

class Storage;

/// Appends the bytes of one object to its part file, hashes them on the way, and keeps the journal behind the disk: a
/// mark is committed after its bytes were synced, at the latest when 1 MiB is without one, and otherwise once a second.
/// More than 1 MiB never waits for its mark; append() blocks instead. The marks are made on a thread of their own, so
/// the transport's worker waits only for a disk that is slower than the network.
///
/// open(), startNew() and settle() block and are for the thread pool; append() and startOver() are for the transport's
/// worker; the rest is for any thread. One stream at a time appends.
class PartWriter final : public std::enable_shared_from_this<PartWriter>
{
public:
    /// What the bytes belong to.
    struct Object
    {
        QString etag;
        qint64 size = -1; ///< -1: not known
        friend bool operator==(const Object&, const Object&) = default;
    };

    static constexpr qint64 MaxUnmarked = 1024 * 1024;

    /// Takes up what the journal vouches for: the file is cut to the mark and that prefix is hashed again from the
    /// disk. A prefix that cannot be asked for with If-Match is not kept. `storage` outlives close().
    [[nodiscard]] static Result<std::shared_ptr<PartWriter>> open(const TransferJournal& journal, Storage& storage,
                                                                  const CancelFlag& cancel);
    explicit PartWriter(TransferJournal journal, Storage& storage);

    /// Marks are made from now on, until close().
    void start();
    /// The next bytes belong to this object. Errors: DiskFull when the rest has no room.
    [[nodiscard]] Result<void> describe(const Object& object);
    [[nodiscard]] Result<void> append(QByteArrayView bytes);
    /// Back to the first byte of the same object, in the same file.
    [[nodiscard]] Result<void> startOver();
    /// Another object: an empty file that never held the old bytes.
    [[nodiscard]] Result<void> startNew();
    /// Returns when every byte and its mark are durable. The hash of all of them.
    [[nodiscard]] Result<QByteArray> settle();
    /// Nothing is written, marked or waited for from here on; who waits gets Cancelled.
    void close();

    [[nodiscard]] Object object() const;
    [[nodiscard]] qint64 written() const; ///< also hashed
    [[nodiscard]] qint64 marked() const; ///< also durable

private:
    using Lock = std::unique_lock<std::mutex>;

    void keepMarks();
    void markOnce(Lock& lock);
    void committed(qint64 mark, int version, const Result<void>& outcome);
    [[nodiscard]] bool isMarked() const { return m_marked == m_written && m_markedVersion == m_version; }
    [[nodiscard]] Result<void> waitUntilMarked(Lock& lock, qint64 maxUnmarked);
    [[nodiscard]] Result<void> emptyTheJournal();
    [[nodiscard]] Error withMissing(Error error) const;

    PartFile m_file;
    Sha256 m_hash;
    Storage& m_storage;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    TransferJournal m_journal;
    qint64 m_written = 0;
    qint64 m_marked = 0;
    int m_version = 0; ///< of what the journal says beside the mark
    int m_markedVersion = 0;
    bool m_settling = false; ///< somebody waits until everything is marked
    bool m_committing = false;
    bool m_closed = false;
    std::optional<Error> m_error; ///< of making a mark; every later write fails with it
};

} // namespace longshore
