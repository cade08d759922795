#pragma once

#include "app/core/task.h"

#include <QObject>
#include <QString>
#include <QThread>
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
    template <class T>
    [[nodiscard]] ResultTask<T>* run(std::function<Result<T>(QSqlDatabase&)> work, QObject* parent);

    /// Runs `work` on the storage thread; `done` (may be empty) follows on this object's thread.
    void submit(std::function<Result<void>(QSqlDatabase&)> work, std::function<void(const Result<void>&)> done = {});

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker = nullptr;
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
    }

protected:
    void run() override
    {
        const auto value = std::make_shared<Result<T>>(fail(Error::Code::Internal));
        const auto alive = m_alive;
        m_storage->submit(
            [work = std::move(m_work), value](QSqlDatabase& database) -> Result<void> {
                *value = work(database);
                return value->has_value() ? Result<void>{} : Result<void>(tl::unexpected<Error>(value->error()));
            },
            [this, alive = std::weak_ptr<int>(alive), value](const Result<void>& outcome) {
                if (alive.expired()) {
                    return;
                }
                if (!outcome) {
                    this->completeWith(tl::unexpected<Error>(outcome.error()));
                    return;
                }
                this->completeWith(std::move(*value));
            });
    }

private:
    Storage* m_storage;
    Work m_work;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};
} // namespace detail

template <class T>
ResultTask<T>* Storage::run(std::function<Result<T>(QSqlDatabase&)> work, QObject* parent)
{
    return new detail::StorageTask<T>(this, std::move(work), parent);
}

} // namespace longshore
