#include "app/core/storage.h"

#include "app/core/storageschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace longshore {

namespace {
constexpr std::chrono::milliseconds OpenPatience{20'000};
constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
} // namespace

/// The storage thread, its queue, and the connection, which only that thread touches.
class Storage::Worker final
{
public:
    using Work = std::function<Result<void>(QSqlDatabase&)>;
    using Done = std::function<void(const Result<void>&)>;
    struct Outcome
    {
        Done done;
        Result<void> result;
    };

    Worker(QString path, Storage* owner) : m_path(std::move(path)), m_owner(owner), m_thread([this] { loop(); }) { }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// Finishes what was submitted.
    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_quit = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    static QEvent::Type outcomeType()
    {
        static const int type = QEvent::registerEventType();
        return static_cast<QEvent::Type>(type);
    }

    void submit(Work work, Done done, bool marks)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back({std::move(work), std::move(done), marks});
        }
        m_wake.notify_one();
    }
    [[nodiscard]] std::optional<Outcome> takeOutcome()
    {
        const std::lock_guard lock(m_mutex);
        if (m_outcomes.empty()) {
            return std::nullopt;
        }
        Outcome outcome = std::move(m_outcomes.front());
        m_outcomes.pop_front();
        return outcome;
    }

private:
    struct Item
    {
        Work work;
        Done done;
        bool marks; ///< of what is on the disk already: `done` on this thread, and no wait for the disk
    };

    void loop()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_quit || !m_queue.empty(); });
            if (m_queue.empty()) {
                break;
            }
            Item item = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            Result<void> result = perform(item);
            item.work = {}; // what it captured dies on this thread, before anybody hears of the outcome
            if (item.marks && item.done) {
                item.done(result);
                item.done = {};
            }
            lock.lock();
            if (item.done) {
                m_outcomes.push_back({std::move(item.done), std::move(result)});
                // ~Storage waits for this thread, so the owner is alive here.
                QCoreApplication::postEvent(m_owner, new QEvent(outcomeType()));
            }
        }
        lock.unlock();
        forget();
    }

    Result<void> perform(const Item& item)
    {
        if (const Result<void> opened = open(); !opened) {
            return opened;
        }
        waitForDisk(!item.marks);
        // IMMEDIATE: a second process may write too; waiting for the lock up front avoids a failed upgrade later.
        QSqlQuery begin(m_database);
        if (!begin.exec(QStringLiteral("BEGIN IMMEDIATE"))) {
            return broken(begin.lastError().text());
        }
        const Result<void> outcome = guarded(item.work);
        QSqlQuery end(m_database);
        if (!end.exec(outcome ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK")) && outcome) {
            const QString why = end.lastError().text();
            end.exec(QStringLiteral("ROLLBACK"));
            return broken(why);
        }
        return outcome;
    }

    /// Without it a commit holds when the program is killed, and may be lost, but never torn, in a power cut.
    void waitForDisk(bool wanted)
    {
        if (std::exchange(m_waitsForDisk, wanted) != wanted) {
            QSqlQuery pragma(m_database);
            pragma.exec(wanted ? QStringLiteral("PRAGMA synchronous = FULL")
                               : QStringLiteral("PRAGMA synchronous = NORMAL"));
        }
    }

    Result<void> guarded(const Work& work)
    {
        try {
            return work(m_database);
        } catch (const std::exception& exception) {
            return fail(Error::Code::Internal, QStringLiteral("exception"), QString::fromUtf8(exception.what()));
        }
    }

    Result<void> open()
    {
        if (m_database.isOpen()) {
            return {};
        }
        if (!prepareFile()) {
            return broken(QStringLiteral("cannot make the file"));
        }
        // Two that switch a new file to WAL at once would refuse each other: SQLite does not wait there.
        QLockFile opening(m_path + QStringLiteral(".opening"));
        if (!opening.tryLock(static_cast<int>(OpenPatience.count()))) {
            return broken(QStringLiteral("another process is opening it and does not come to an end"));
        }
        m_database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString(QUuid::WithoutBraces));
        m_database.setDatabaseName(m_path);
        m_waitsForDisk = true; // as migrateStorage() sets it
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
        if (!m_database.open()) {
            const QString why = m_database.lastError().text();
            forget();
            return broken(why);
        }
        if (const Result<void> migrated = migrateStorage(m_database); !migrated) {
            forget();
            return broken(migrated.error().detail);
        }
        return {};
    }

    /// Before SQLite makes it: nobody else may read it for even a moment. SQLite gives the same rights to its journal.
    [[nodiscard]] bool prepareFile() const
    {
        const QString folder = QFileInfo(m_path).absolutePath();
        if (!QFileInfo::exists(folder)) {
            if (!QDir().mkpath(folder)) {
                return false;
            }
            QFile::setPermissions(folder, OwnerOnly | QFileDevice::ExeOwner);
        }
        QFile file(m_path);
        return file.exists() || file.open(QIODevice::ReadWrite, OwnerOnly);
    }

    void forget()
    {
        const QString name = m_database.connectionName();
        m_database.close();
        m_database = QSqlDatabase();
        if (!name.isEmpty()) {
            QSqlDatabase::removeDatabase(name);
        }
    }

    [[nodiscard]] tl::unexpected<Error> broken(const QString& why) const
    {
        return fail(Error::Code::StorageBroken, m_path, why);
    }

    const QString m_path;
    QSqlDatabase m_database;
    Storage* const m_owner;

    std::mutex m_mutex; ///< guards the three below
    std::deque<Item> m_queue;
    bool m_waitsForDisk = true;
    std::deque<Outcome> m_outcomes;
    bool m_quit = false;
    std::condition_variable m_wake;
    std::thread m_thread; ///< last: it uses everything above
};

Storage::Storage(const QString& path, QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(path, this))
{ }

Storage::~Storage() = default;

void Storage::submit(std::function<Result<void>(QSqlDatabase&)> work, std::function<void(const Result<void>&)> done)
{
    m_worker->submit(std::move(work), std::move(done), false);
}

void Storage::mark(std::function<Result<void>(QSqlDatabase&)> work, std::function<void(const Result<void>&)> done)
{
    m_worker->submit(std::move(work), std::move(done), true);
}

void Storage::customEvent(QEvent* event)
{
    if (event->type() != Worker::outcomeType()) {
        return;
    }
    // One event for each outcome, and always the oldest first, also when a receiver runs an event loop.
    if (const auto outcome = m_worker->takeOutcome()) {
        outcome->done(outcome->result);
    }
}

} // namespace longshore
