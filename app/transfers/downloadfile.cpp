#include "app/transfers/downloadfile.h"

#include "app/core/storage.h"
#include "app/transfers/rangeanswer.h"

namespace longshore {

DownloadFile::DownloadFile(const TransferJournal& journal, Storage& storage)
    : m_file(journal.path), m_storage(storage), m_head(journal)
{
    m_head.parts.clear();
    m_head.boot = bootName();
}

DownloadFile::~DownloadFile()
{
    {
        const Lock lock(m_mutex);
        shut(); // unmarked: the storage may be gone
    }
    if (m_keeper.joinable()) {
        m_keeper.join();
    }
}

Result<std::shared_ptr<DownloadFile>> DownloadFile::open(const TransferJournal& journal, Storage& storage,
                                                         const PartSizes& sizes,
                                                         std::shared_ptr<DownloadFollower> follower)
{
    auto file = std::make_shared<DownloadFile>(journal, storage);
    if (const Result<void> taken = file->takeUp(journal, sizes); !taken) {
        return fail(taken.error());
    }
    file->m_follower = std::move(follower);
    file->m_keeper = std::thread([at = file.get()] { at->keepHouse(); });
    return file;
}

/// Written bytes count only in the run of the machine that wrote them; after another start only what was synced.
Result<void> DownloadFile::takeUp(const TransferJournal& journal, const PartSizes& sizes)
{
    const Result<qint64> length = m_file.open();
    if (!length) {
        return fail(length.error());
    }
    const bool sameRun = !m_head.boot.isEmpty() && journal.boot == m_head.boot;
    QList<JournalPart> there;
    if (isStrongEtag(journal.etag.toLatin1()) && journal.size >= 0) {
        for (JournalPart part : journal.parts) {
            part.written = std::min(sameRun ? part.written : part.synced, *length - part.offset);
            there.append(part);
        }
    }
    const auto table = PartTable::around(there, std::max<qint64>(journal.size, 0), sizes);
    if (table->writtenBytes() <= 0) {
        // Nothing may be left that looks like the object's bytes; the rows go with the next mark.
        m_head.etag.clear();
        m_head.size = -1;
        return m_file.truncate(0);
    }
    use(table);
    m_markedBytes = table->writtenBytes();
    if (*length > journal.size) {
        return m_file.truncate(journal.size);
    }
    return m_file.reserve(journal.size);
}

/// The rows are numbered by the new table, so the next mark writes them all.
void DownloadFile::use(std::shared_ptr<PartTable> table)
{
    m_table = std::move(table);
    const auto count = m_table ? static_cast<size_t>(m_table->count()) : 0;
    m_marks.assign(count, 0);
    m_syncs.assign(count, 0);
    m_syncMarks.assign(count, 0);
    ++m_generation;
    m_headChanged = true;
}

Result<void> DownloadFile::describe(const Object& object, std::shared_ptr<PartTable> table)
{
    const qint64 missing = object.size - table->writtenBytes();
    {
        const Lock lock(m_mutex);
        m_head.etag = object.etag;
        m_head.size = object.size;
        use(std::move(table));
    }
    if (object.size < 0) {
        return {};
    }
    if (const Result<void> room = checkSpace(m_file.path(), missing); !room) {
        return room;
    }
    return m_file.reserve(object.size);
}

Result<void> DownloadFile::write(int part, QByteArrayView bytes)
{
    if (m_failed) {
        const Lock lock(m_mutex);
        return fail(m_error.value_or(Error{.code = Error::Code::Cancelled}));
    }
    // Only the thread that calls this ever replaces the table while bytes come in.
    PartTable& table = *m_table;
    const qint64 at = table.part(part).offset + table.written(part);
    if (const Result<void> stored = m_file.writeAt(at, bytes); !stored) {
        Error error = stored.error();
        if (error.code == Error::Code::DiskFull && table.size() >= 0) {
            error.detail = QString::number(table.size() - table.writtenBytes());
        }
        return fail(error);
    }
    table.add(part, bytes.size());
    return {};
}

Result<QByteArray> DownloadFile::waitFor(Wish wish)
{
    Lock lock(m_mutex);
    m_wish = wish;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_wish == Wish::None || m_closed || m_error; });
    if (m_closed) {
        return fail(Error::Code::Cancelled);
    }
    if (m_error) {
        return fail(*m_error);
    }
    return m_hash.result();
}

Result<void> DownloadFile::startOver()
{
    return waitFor(Wish::StartOver).map([](const QByteArray&) {});
}

Result<QByteArray> DownloadFile::settle()
{
    Result<QByteArray> sha256 = waitFor(Wish::Settle);
    if (!sha256 || isAsStored()) {
        return sha256;
    }
    (void)startOver(); // the journal vouches for these bytes no more
    return fail(Error::Code::HashMismatch, {}, QStringLiteral("MD5"));
}

void DownloadFile::expect(const StoredMd5& md5)
{
    const Lock lock(m_mutex);
    if (!m_md5 && !md5.bytes.isEmpty()) {
        m_stored = md5;
        m_md5 = std::make_unique<Md5Lanes>(1);
    }
}

bool DownloadFile::isVouched() const
{
    const Lock lock(m_mutex);
    return m_vouched;
}

bool DownloadFile::isAsStored()
{
    const Lock lock(m_mutex);
    m_vouched = m_md5 && m_md5->results().front() == m_stored.bytes;
    return m_vouched || !m_md5 || !m_stored.sure;
}

void DownloadFile::close()
{
    const Lock lock(m_mutex);
    if (!m_closed) {
        markWhatIsLeft();
    }
    shut();
}

void DownloadFile::shut()
{
    m_closed = true;
    if (!m_failed.exchange(true)) {
        m_error = Error{.code = Error::Code::Cancelled};
    }
    m_changed.notify_all();
}

std::shared_ptr<PartTable> DownloadFile::table() const
{
    const Lock lock(m_mutex);
    return m_table;
}

DownloadFile::Object DownloadFile::object() const
{
    const Lock lock(m_mutex);
    return {m_head.etag, m_head.size};
}

} // namespace longshore
