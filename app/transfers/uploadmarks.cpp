#include "app/transfers/uploadmarks.h"

#include "app/core/storage.h"

#include <QSqlDatabase>

namespace longshore {

namespace {

using namespace std::chrono_literals;

constexpr auto WriteEvery = 10ms;
constexpr qsizetype WriteAt = 8; ///< parts that wait

} // namespace

UploadMarks::UploadMarks(Storage& storage, TransferJournal journal, std::function<void(const Error&)> broken)
    : m_storage(storage), m_head(std::move(journal)), m_broken(std::move(broken)), m_bytes(m_head.writtenBytes())
{
    m_head.parts.clear();
}

void UploadMarks::confirm(const JournalPart& part)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.append(part);
    }
    push();
}

void UploadMarks::push()
{
    const std::lock_guard lock(m_mutex);
    const bool due = m_waiting.size() >= WriteAt || std::chrono::steady_clock::now() - m_lastWrite >= WriteEvery;
    if (m_writing == 0 && due) {
        write();
    }
}

void UploadMarks::flush()
{
    const std::lock_guard lock(m_mutex);
    write();
}

void UploadMarks::write()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    const QList<JournalPart> parts = std::exchange(m_waiting, {});
    TransferJournal sum;
    sum.parts = parts;
    ++m_writing;
    m_lastWrite = std::chrono::steady_clock::now();
    m_storage.mark([id = m_head.id, parts](QSqlDatabase& database) { return markParts(database, id, parts); },
                   [self = shared_from_this(), bytes = sum.writtenBytes(), generation = m_generation](
                       const Result<void>& outcome) { self->written(outcome, bytes, generation); });
}

void UploadMarks::written(const Result<void>& outcome, qint64 bytes, int generation)
{
    std::function<void(const Error&)> broken;
    {
        const std::lock_guard lock(m_mutex);
        --m_writing;
        if (outcome && generation == m_generation) {
            m_bytes += bytes;
        }
        if (!outcome) {
            broken = std::exchange(m_broken, {});
        }
    }
    if (broken) {
        broken(outcome.error());
    }
    push();
}

void UploadMarks::writeHead()
{
    m_storage.mark([head = m_head](QSqlDatabase& database) { return writeJournalHead(database, head); });
}

void UploadMarks::setCommitting(bool committing)
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_head.committing, committing) != committing) {
        writeHead();
    }
}

void UploadMarks::forgetParts(std::function<void(const Result<void>&)> then)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.clear();
    m_bytes = 0;
    ++m_generation;
    m_head.committing = false;
    m_storage.mark([head = m_head](QSqlDatabase& database) { return writeJournal(database, head); }, std::move(then));
}

void UploadMarks::forget(const QList<JournalPart>& parts)
{
    const std::lock_guard lock(m_mutex);
    QList<JournalPart> gone = parts;
    for (JournalPart& part : gone) {
        m_bytes -= part.written;
        part.written = 0;
    }
    m_storage.mark([id = m_head.id, gone](QSqlDatabase& database) { return markParts(database, id, gone); });
}

qint64 UploadMarks::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

TransferJournal UploadMarks::head() const
{
    const std::lock_guard lock(m_mutex);
    return m_head;
}

void UploadMarks::close()
{
    const std::lock_guard lock(m_mutex);
    m_broken = {};
}

} // namespace longshore
