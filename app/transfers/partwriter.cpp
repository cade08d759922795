#include "app/transfers/partwriter.h"

#include "app/core/storage.h"
#include "app/transfers/rangeanswer.h"

#include <QThreadPool>
#include <chrono>

namespace longshore {

namespace {

using namespace std::chrono_literals;

constexpr qint64 WorthAMark = PartWriter::MaxUnmarked / 2;
constexpr auto MarkAtLeastEvery = 1s;

/// Bytes from the start of the file that are durable without a gap.
qint64 durablePrefix(const TransferJournal& journal)
{
    qint64 end = 0;
    for (const JournalPart& part : journal.parts) {
        if (part.offset > end) {
            break;
        }
        end = std::max(end, part.offset + part.synced);
    }
    return end;
}

/// Threads that mostly wait; the global pool's few are for work.
QThreadPool& markingPool()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(64);
    return pool;
}

} // namespace

PartWriter::PartWriter(TransferJournal journal, Storage& storage)
    : m_file(journal.path), m_storage(storage), m_journal(std::move(journal))
{ }

Result<std::shared_ptr<PartWriter>> PartWriter::open(const TransferJournal& journal, Storage& storage,
                                                     const CancelFlag& cancel)
{
    const auto writer = std::make_shared<PartWriter>(journal, storage);
    const bool resumable = isStrongEtag(journal.etag.toLatin1());
    const Result<qint64> kept = writer->m_file.open(resumable ? durablePrefix(journal) : 0);
    if (!kept) {
        return fail(kept.error());
    }
    if (const Result<void> read = addToHash(writer->m_hash, writer->m_file.fromStart(), *kept, cancel); !read) {
        Error error = read.error();
        error.subject = journal.path;
        return fail(error);
    }
    if (const Result<void> ready = writer->m_file.seekEnd(); !ready) {
        return fail(ready.error());
    }
    writer->m_written = *kept;
    writer->m_marked = *kept;
    // A row that says more than the disk has is corrected with the first mark.
    writer->m_version = *kept != durablePrefix(journal) ? 1 : 0;
    if (*kept == 0) {
        writer->m_journal.etag.clear();
        writer->m_journal.size = -1;
    }
    return writer;
}

void PartWriter::start()
{
    markingPool().start([self = shared_from_this()] { self->keepMarks(); });
}

Result<void> PartWriter::describe(const Object& object)
{
    qint64 missing = 0;
    {
        const Lock lock(m_mutex);
        if (m_journal.etag != object.etag || m_journal.size != object.size) {
            m_journal.etag = object.etag;
            m_journal.size = object.size;
            ++m_version;
        }
        missing = object.size - m_written;
    }
    return checkSpace(m_file.path(), missing);
}

Result<void> PartWriter::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min<qsizetype>(bytes.size(), WorthAMark));
        {
            Lock lock(m_mutex);
            if (const Result<void> room = waitUntilMarked(lock, MaxUnmarked - piece.size()); !room) {
                return room;
            }
        }
        if (const Result<void> stored = m_file.append(piece); !stored) {
            const Lock lock(m_mutex);
            return fail(withMissing(stored.error()));
        }
        m_hash.add(piece);
        bytes = bytes.sliced(piece.size());
        const Lock lock(m_mutex);
        m_written += piece.size();
        if (m_written - m_marked >= WorthAMark) {
            m_changed.notify_all();
        }
    }
    return {};
}

Result<void> PartWriter::startOver()
{
    if (const Result<void> emptied = emptyTheJournal(); !emptied) {
        return emptied;
    }
    m_hash.reset();
    return m_file.truncate();
}

Result<void> PartWriter::startNew()
{
    {
        const Lock lock(m_mutex);
        m_journal.etag.clear();
        m_journal.size = -1;
    }
    if (const Result<void> emptied = emptyTheJournal(); !emptied) {
        return emptied;
    }
    m_hash.reset();
    return m_file.startNew();
}

Result<QByteArray> PartWriter::settle()
{
    Lock lock(m_mutex);
    if (const Result<void> marked = waitUntilMarked(lock, 0); !marked) {
        return fail(marked.error());
    }
    return m_hash.result();
}

void PartWriter::close()
{
    const Lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

PartWriter::Object PartWriter::object() const
{
    const Lock lock(m_mutex);
    return {m_journal.etag, m_journal.size};
}

qint64 PartWriter::written() const
{
    const Lock lock(m_mutex);
    return m_written;
}

qint64 PartWriter::marked() const
{
    const Lock lock(m_mutex);
    return m_marked;
}

/// The journal forgets the bytes before the file does, so it is never ahead of the disk.
Result<void> PartWriter::emptyTheJournal()
{
    Lock lock(m_mutex);
    m_written = 0;
    ++m_version;
    return waitUntilMarked(lock, 0);
}

/// Waits until at most `maxUnmarked` bytes are without a mark.
Result<void> PartWriter::waitUntilMarked(Lock& lock, qint64 maxUnmarked)
{
    const auto good = [this, maxUnmarked] {
        return m_closed || m_error || (maxUnmarked > 0 ? m_written - m_marked <= maxUnmarked : isMarked());
    };
    if (!good()) {
        m_settling = maxUnmarked == 0;
        m_changed.notify_all();
        m_changed.wait(lock, good);
        m_settling = false;
    }
    if (m_closed) {
        return fail(Error::Code::Cancelled);
    }
    if (m_error) {
        return fail(withMissing(*m_error));
    }
    return {};
}

void PartWriter::keepMarks()
{
    using Steady = std::chrono::steady_clock;
    Lock lock(m_mutex);
    auto last = Steady::now();
    while (!m_closed && !m_error) {
        const bool worth = m_written - m_marked >= WorthAMark || m_settling || Steady::now() - last >= MarkAtLeastEvery;
        if (worth && !isMarked()) {
            markOnce(lock);
            last = Steady::now();
        } else {
            m_changed.wait_for(lock, MarkAtLeastEvery);
        }
    }
}

/// Syncs what was written so far, then commits the mark, and waits for both without the lock.
void PartWriter::markOnce(Lock& lock)
{
    TransferJournal journal = m_journal;
    journal.parts = {{0, 0, m_written, m_written, m_written}};
    const int version = m_version;
    const bool whole = m_markedVersion != version;
    lock.unlock();
    const Result<void> synced = m_file.sync();
    lock.lock();
    if (m_closed) {
        return; // the storage may be gone
    }
    if (!synced) {
        m_error = synced.error();
        m_changed.notify_all();
        return;
    }
    m_committing = true;
    m_storage.submit(
        [journal, whole](QSqlDatabase& database) {
            return whole ? writeJournal(database, journal) : markParts(database, journal.id, journal.parts);
        },
        [self = weak_from_this(), journal, version](const Result<void>& outcome) {
            if (const auto writer = self.lock()) {
                writer->committed(journal.parts.first().length, version, outcome);
            }
        });
    m_changed.wait(lock, [this] { return m_closed || !m_committing; });
}

void PartWriter::committed(qint64 mark, int version, const Result<void>& outcome)
{
    const Lock lock(m_mutex);
    m_committing = false;
    if (outcome) {
        m_marked = mark;
        m_markedVersion = version;
    } else {
        m_error = outcome.error();
    }
    m_changed.notify_all();
}

/// DiskFull says how much room the rest of the object needs.
Error PartWriter::withMissing(Error error) const
{
    if (error.code == Error::Code::DiskFull && error.detail.isEmpty() && m_journal.size > m_written) {
        error.detail = QString::number(m_journal.size - m_written);
    }
    return error;
}

} // namespace longshore
