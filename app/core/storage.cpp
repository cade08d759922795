#include "app/core/storage.h"

#include "app/core/storageschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace longshore {

/// Lives on the storage thread and owns the connection there.
class Storage::Worker final : public QObject
{
public:
    explicit Worker(QString path) : m_path(std::move(path)) { }
    ~Worker() override
    {
        if (m_database.isOpen()) {
            const QString name = m_database.connectionName();
            m_database.close();
            m_database = QSqlDatabase();
            QSqlDatabase::removeDatabase(name);
        }
    }

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
        Result<void> outcome = work(m_database);
        QSqlQuery end(m_database);
        if (!end.exec(outcome ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK")) && outcome) {
            const QString why = end.lastError().text();
            end.exec(QStringLiteral("ROLLBACK"));
            return broken(why);
        }
        return outcome;
    }

private:
    Result<void> open()
    {
        if (m_database.isOpen()) {
            return {};
        }
        const QString folder = QFileInfo(m_path).absolutePath();
        if (!QFileInfo::exists(folder)) {
            if (!QDir().mkpath(folder)) {
                return broken(QStringLiteral("cannot make the folder"));
            }
            QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        }
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                               QUuid::createUuid().toString(QUuid::WithoutBraces));
        m_database.setDatabaseName(m_path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
        if (!m_database.open()) {
            return broken(m_database.lastError().text());
        }
        QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        const Result<void> migrated = migrateStorage(m_database);
        if (!migrated) {
            m_database.close();
            return broken(migrated.error().detail);
        }
        return {};
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
        [self = QPointer<Storage>(this), worker = m_worker, work = std::move(work), done = std::move(done)] {
            const Result<void> outcome = worker->perform(work);
            // ~Storage waits for this thread, so the object is alive here; its thread delivers `done`.
            if (done) {
                QMetaObject::invokeMethod(
                    self.data(), [done, outcome] { done(outcome); }, Qt::QueuedConnection);
            }
        },
        Qt::QueuedConnection);
}

} // namespace longshore
