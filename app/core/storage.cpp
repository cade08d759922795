#include "app/core/storage.h"

#include "app/core/storageschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <exception>

namespace longshore {

namespace {
constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
}

/// Lives on the storage thread and owns the connection there.
class Storage::Worker final : public QObject
{
public:
    explicit Worker(QString path) : m_path(std::move(path)) { }
    ~Worker() override { forget(); }

    Result<void> perform(const std::function<Result<void>(QSqlDatabase&)>& work)
    {
        if (const Result<void> opened = open(); !opened) {
            return opened;
        }
        // IMMEDIATE: a second process may write too; waiting for the lock up front avoids a failed upgrade later.
        QSqlQuery begin(m_database);
        if (!begin.exec(QStringLiteral("BEGIN IMMEDIATE"))) {
            return broken(begin.lastError().text());
        }
        const Result<void> outcome = guarded(work);
        QSqlQuery end(m_database);
        if (!end.exec(outcome ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK")) && outcome) {
            const QString why = end.lastError().text();
            end.exec(QStringLiteral("ROLLBACK"));
            return broken(why);
        }
        return outcome;
    }

private:
    Result<void> guarded(const std::function<Result<void>(QSqlDatabase&)>& work)
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
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                               QUuid::createUuid().toString(QUuid::WithoutBraces));
        m_database.setDatabaseName(m_path);
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

    QString m_path;
    QSqlDatabase m_database;
};

Storage::Storage(const QString& path, QObject* parent) : QObject(parent), m_worker(new Worker(path))
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

Storage::~Storage()
{
    // Queued behind everything submitted, so nothing that was promised is lost.
    QMetaObject::invokeMethod(m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void Storage::submit(std::function<Result<void>(QSqlDatabase&)> work, std::function<void(const Result<void>&)> done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, work = std::move(work), done = std::move(done)] {
            const Result<void> outcome = worker->perform(work);
            // ~Storage waits for this thread, so the object is alive here; its thread delivers `done`.
            if (done) {
                QMetaObject::invokeMethod(
                    this, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
            }
        },
        Qt::QueuedConnection);
}

} // namespace longshore
