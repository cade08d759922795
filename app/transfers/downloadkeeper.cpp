#include "app/core/storage.h"
#include "app/transfers/downloadfile.h"
#include "app/transfers/downloadfollower.h"

#include <numeric>

namespace longshore {

namespace {

using namespace std::chrono_literals;

constexpr auto LookEvery = 5ms;
constexpr auto MarkAtMostEvery = 10ms;
constexpr auto MarkAtLeastEvery = 200ms;
constexpr auto SyncEvery = 1s;
constexpr qint64 HashPiece = 256 * 1024; ///< fits the second cache
constexpr qint64 HashBlock = 64; ///< of MD5, which takes only whole ones before the end
constexpr int HashPieces = 16; ///< between two looks at what else is to do

} // namespace

void DownloadFile::keepHouse()
{
    m_buffer.resize(HashPiece);
    Lock lock(m_mutex);
    while (!m_closed) {
        keepHouseOnce(lock);
    }
    // A mark or a sync on its way still uses this object.
    m_changed.wait(lock, [this] { return isIdle(); });
}

void DownloadFile::keepHouseOnce(Lock& lock)
{
    const bool more = !m_error && hashAhead(lock);
    const Moment now = std::chrono::steady_clock::now();
    if (m_closed) {
        return;
    }
    if (!m_error) {
        maybeMark(now);
        maybeSync(now);
        grant(lock);
    }
    if (!more && !m_closed) {
        m_changed.wait_for(lock, LookEvery);
    }
}

/// True when there is more to hash at once.
bool DownloadFile::hashAhead(Lock& lock)
{
    const std::shared_ptr<PartTable> table = m_table;
    if (!table || m_wish == Wish::StartOver) {
        return false;
    }
    if (m_hashedGeneration != m_generation) {
        m_hashedGeneration = m_generation; // another plan for the same bytes
        m_front = 0;
    }
    const bool compares = m_md5 != nullptr;
    lock.unlock();
    qint64 front = table->frontier(m_front);
    if (front != table->size()) {
        front -= front % HashBlock; // only the last piece may end within one
    }
    const qint64 before = m_hashed;
    Result<void> outcome = hashPieces(front, compares);
    if (m_follower && m_hashed > before) {
        m_follower->reached(m_hashed);
    }
    const bool more = m_hashed < front || (compares && m_md5ed < m_hashed);
    lock.lock();
    if (!outcome && !m_error) {
        m_error = outcome.error();
        m_failed = true;
        m_changed.notify_all();
    }
    return outcome && more;
}

/// Both hashes from one reading where they are at the same byte. On resume the store's word comes when many were hashed
/// without it: then the MD5 catches up first.
Result<void> DownloadFile::hashPieces(qint64 front, bool compares)
{
    for (int piece = 0; piece < HashPieces; ++piece) {
        const bool behind = compares && m_md5ed < m_hashed;
        const qint64 from = behind ? m_md5ed : m_hashed;
        const qint64 length = std::min(HashPiece, (behind ? m_hashed : front) - from);
        if (length <= 0) {
            break;
        }
        const Result<QByteArrayView> bytes = readBack(from, length);
        if (!bytes) {
            return fail(bytes.error());
        }
        if (!behind) {
            m_hash.add(*bytes);
            m_hashed += length;
        }
        if (compares) {
            m_md5->add({*bytes});
            m_md5ed += length;
        }
    }
    return {};
}

/// What was just written, from the page cache.
Result<QByteArrayView> DownloadFile::readBack(qint64 offset, qint64 length)
{
    const Result<qint64> read = m_file.readAt(offset, m_buffer.data(), length);
    if (!read) {
        return fail(read.error());
    }
    if (*read != length) {
        return fail(Error::Code::FileAccess, m_file.path(), QStringLiteral("became shorter meanwhile"));
    }
    return QByteArrayView(m_buffer.data(), length);
}

QList<JournalPart> DownloadFile::changedRows() const
{
    QList<JournalPart> rows;
    for (int index = 0; index < m_table->count(); ++index) {
        const auto at = static_cast<size_t>(index);
        const qint64 written = m_table->written(index);
        if (written == m_marks[at] && m_syncs[at] == m_syncMarks[at]) {
            continue;
        }
        const FilePart& part = m_table->part(index);
        const qint64 length = part.length == PartTable::Unknown ? written : part.length;
        rows.append({index, part.offset, length, written, std::min(m_syncs[at], written), {}});
    }
    return rows;
}

void DownloadFile::maybeMark(Moment now)
{
    if (m_marking || !m_table || m_wish == Wish::StartOver || now - m_lastMark < MarkAtMostEvery) {
        return;
    }
    const QList<JournalPart> rows = changedRows();
    qint64 unmarked = 0;
    for (const JournalPart& row : rows) {
        unmarked += row.written - m_marks[static_cast<size_t>(row.part)];
    }
    const bool due = m_wish != Wish::None || now - m_lastMark >= MarkAtLeastEvery || unmarked >= WorthAMark;
    if (!due || (rows.isEmpty() && !m_headChanged)) {
        return;
    }
    // Who waits for the mark keeps the object alive; null when it is dying already.
    auto self = weak_from_this().lock();
    if (!self) {
        return;
    }
    m_marking = true;
    m_lastMark = now;
    mark(rows, [self = std::move(self), rows, generation = m_generation](const Result<void>& outcome) {
        self->marked(rows, generation, outcome);
    });
}

void DownloadFile::mark(const QList<JournalPart>& rows, std::function<void(const Result<void>&)> done)
{
    TransferJournal journal = m_head;
    journal.parts = rows;
    const bool whole = std::exchange(m_headChanged, false);
    m_storage.mark(
        [journal, whole](QSqlDatabase& database) {
            return whole ? writeJournal(database, journal) : markParts(database, journal.id, journal.parts);
        },
        std::move(done));
}

/// What came since the last mark is not lost by a pause.
void DownloadFile::markWhatIsLeft()
{
    if (m_error || !m_table || m_wish == Wish::StartOver) {
        return;
    }
    if (const QList<JournalPart> rows = changedRows(); !rows.isEmpty()) {
        mark(rows, {});
    }
}

void DownloadFile::marked(const QList<JournalPart>& rows, quint64 generation, const Result<void>& outcome)
{
    const Lock lock(m_mutex);
    m_marking = false;
    if (!outcome && !m_error) {
        m_error = outcome.error();
        m_failed = true;
    }
    if (outcome && generation == m_generation) {
        for (const JournalPart& row : rows) {
            m_marks[static_cast<size_t>(row.part)] = row.written;
            m_syncMarks[static_cast<size_t>(row.part)] = row.synced;
        }
        m_markedBytes = std::accumulate(m_marks.begin(), m_marks.end(), qint64(0));
    }
    m_changed.notify_all();
}

void DownloadFile::maybeSync(Moment now)
{
    const bool due = m_wish == Wish::Settle || now - m_lastSync >= SyncEvery;
    if (m_syncing || !due || !m_table || m_wish == Wish::StartOver) {
        return;
    }
    std::vector<qint64> written(m_syncs.size());
    for (int index = 0; index < m_table->count(); ++index) {
        written[static_cast<size_t>(index)] = m_table->written(index);
    }
    if (written == m_syncs) {
        return;
    }
    auto self = weak_from_this().lock();
    if (!self) {
        return;
    }
    m_syncing = true;
    // A thread that waits for the disk; a pool's few are for work.
    m_syncer = std::make_unique<LooseThread>(
        [self = std::move(self), written = std::move(written), generation = m_generation] {
            self->synced(written, generation, self->m_file.sync());
        });
}

void DownloadFile::synced(const std::vector<qint64>& written, quint64 generation, const Result<void>& outcome)
{
    const Lock lock(m_mutex);
    m_syncing = false;
    m_lastSync = std::chrono::steady_clock::now();
    if (!outcome && !m_error) {
        m_error = outcome.error();
        m_failed = true;
    }
    if (outcome && generation == m_generation) {
        m_syncs = written;
    }
    m_changed.notify_all();
}

bool DownloadFile::isSettled() const
{
    return isIdle() && !m_headChanged && m_table && m_table->isComplete() && m_hashed == m_table->size()
           && (!m_md5 || m_md5ed == m_hashed) && changedRows().isEmpty() && m_markedBytes == m_table->size()
           && std::accumulate(m_syncs.begin(), m_syncs.end(), qint64(0)) == m_table->size();
}

void DownloadFile::grant(Lock& lock)
{
    if (m_wish == Wish::StartOver && isIdle()) {
        emptyFile(lock);
    } else if (m_wish == Wish::Settle && isSettled()) {
        m_wish = Wish::None;
        m_changed.notify_all();
    }
}

/// The journal forgets the bytes before the file does, so it is never ahead of the disk.
void DownloadFile::emptyFile(Lock& lock)
{
    auto self = weak_from_this().lock();
    if (!self) {
        return;
    }
    m_head.etag.clear();
    m_head.size = -1;
    m_marking = true;
    m_storage.mark([journal = m_head](QSqlDatabase& database) { return writeJournal(database, journal); },
                   [self = std::move(self)](const Result<void>& outcome) { self->marked({}, 0, outcome); });
    m_changed.wait(lock, [this] { return !m_marking; });
    if (m_error) {
        return;
    }
    const Result<void> emptied = m_file.startNew();
    m_hash.reset();
    m_hashed = 0;
    m_md5.reset();
    m_md5ed = 0;
    if (m_follower) {
        m_follower->startedOver();
    }
    use({});
    m_headChanged = false;
    m_markedBytes = 0;
    if (!emptied) {
        m_error = emptied.error();
        m_failed = true;
    }
    m_wish = Wish::None;
    m_changed.notify_all();
}

} // namespace longshore
