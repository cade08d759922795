#pragma once

#include "app/transfers/transferjournal.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace longshore {

/// Brings the parts that the store confirmed into the journal: many in one commit, one commit at a time, so that the
/// journal costs next to nothing however fast the parts go. Any thread.
class UploadMarks final : public std::enable_shared_from_this<UploadMarks>
{
public:
    /// `journal`: what is on record already. `broken` is called once, on the storage's thread.
    UploadMarks(Storage& storage, TransferJournal journal, std::function<void(const Error&)> broken);

    void confirm(const JournalPart& part);
    /// Writes what waits, when it is time again.
    void push();
    /// Writes what waits, at once.
    void flush();
    /// Whether the commit may have reached the store; written at once.
    void setCommitting(bool committing);
    /// What the store confirmed is of no use: the journal has no parts from here on. `then` follows on the storage's
    /// thread.
    void forgetParts(std::function<void(const Result<void>&)> then);
    /// Parts that the store no longer has.
    void forget(const QList<JournalPart>& parts);

    [[nodiscard]] qint64 bytes() const; ///< on record
    [[nodiscard]] TransferJournal head() const; ///< without the parts
    /// Nothing is told any more; what was submitted is written all the same.
    void close();

private:
    using Moment = std::chrono::steady_clock::time_point;
    void write(); ///< with the lock held
    void written(const Result<void>& outcome, qint64 bytes, int generation);
    void writeHead(); ///< with the lock held

    Storage& m_storage;
    mutable std::mutex m_mutex; ///< guards everything below
    TransferJournal m_head;
    std::function<void(const Error&)> m_broken;
    QList<JournalPart> m_waiting;
    Moment m_lastWrite{};
    qint64 m_bytes = 0;
    int m_writing = 0;
    int m_generation = 0; ///< of parts that count
};

} // namespace longshore
