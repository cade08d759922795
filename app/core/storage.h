#pragma once

#include "app/core/task.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <atomic>
#include <functional>
#include <memory>

class QSqlDatabase;

namespace longshore {

/// The one SQLite file of a state folder (WAL), on a thread of its own: the window never waits for a disk.
/// Work runs in the order it was submitted, each piece in one transaction that is rolled back when it fails.
/// The schema is in storageschema.cpp, migrated by `user_version`.
class Storage final : public QObject
{
    Q_OBJECT

public:
    explicit Storage(const QString& path, QObject* parent = nullptr);
    /// Finishes what was submitted.
    ~Storage() override;

    /// A task, not yet started, that runs `work` on the storage thread. Errors: StorageBroken and what `work` returns.
    /// Cancelled before its turn, the work is left out. When the storage dies first, the task fails with StorageBroken,
    /// and what it had begun is finished all the same.
    template <class T>
    [[nodiscard]] ResultTask<T>* run(std::function<Result<T>(QSqlDatabase&)> work, QObject* parent);

    /// Runs `work` on the storage thread; `done` (may be empty) follows on this object's thread, unless the storage
    /// dies before.
    void submit(std::function<Result<void>(QSqlDatabase&)> work, std::function<void(const Result<void>&)> done = {});
    /// For the many small marks of a transfer: the commit survives a kill of the program, and in a power cut the last
    /// ones may be missing. From any thread; `done` is called on the storage thread.
    void mark(std::function<Result<void>(QSqlDatabase&)> work, std::function<void(const Result<void>&)> done = {});

protected:
    void customEvent(QEvent* event) override;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

namespace detail {
template <class T>
class StorageTask final : public ResultTask<T>
{
public:
    using Work = std::function<Result<T>(QSqlDatabase&)>;
    StorageTask(Storage* storage, Work work, QObject* parent)
        : ResultTask<T>(parent), m_storage(storage), m_work(std::move(work))
    {
        QObject::connect(storage, &QObject::destroyed, this, [this] {
            if (m_submitted) {
                this->completeWith(closed());
            }
        });
    }

protected:
    void run() override
    {
        if (m_storage.isNull()) {
            this->completeWith(closed());
            return;
        }
        m_submitted = true;
        const auto value = std::make_shared<Result<T>>(fail(Error::Code::Internal));
        m_storage->submit(
            [work = std::move(m_work), cancelled = m_cancelled, value](QSqlDatabase& database) -> Result<void> {
                *value = *cancelled ? fail(Error::Code::Cancelled) : work(database);
                return value->has_value() ? Result<void>{} : Result<void>(tl::unexpected<Error>(value->error()));
            },
            // On our own thread: the storage's, which made this task.
            [task = QPointer<StorageTask>(this), value](const Result<void>& outcome) {
                if (task) {
                    task->completeWith(outcome ? std::move(*value) : Result<T>(fail(outcome.error())));
                }
            });
    }
    void stop() override { *m_cancelled = true; }

private:
    static Result<T> closed() { return fail(Error::Code::StorageBroken, {}, QStringLiteral("closed")); }

    QPointer<Storage> m_storage;
    Work m_work;
    bool m_submitted = false;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};
} // namespace detail

template <class T>
ResultTask<T>* Storage::run(std::function<Result<T>(QSqlDatabase&)> work, QObject* parent)
{
    return new detail::StorageTask<T>(this, std::move(work), parent);
}

} // namespace longshore
