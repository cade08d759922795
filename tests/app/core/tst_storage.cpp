#include "app/core/storage.h"
#include "tests/support/await.h"

#include <QFileInfo>
#include <QMutex>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <stdexcept>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

Result<void> add(QSqlDatabase& database, const QString& id)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO connections (id, position, body) VALUES (?, 0, '{}')"_s);
    query.addBindValue(id);
    if (!query.exec()) {
        return fail(Error::Code::StorageBroken, {}, query.lastError().text());
    }
    return {};
}

Result<int> count(QSqlDatabase& database)
{
    QSqlQuery query(database);
    if (!query.exec(u"SELECT COUNT(*) FROM connections"_s) || !query.next()) {
        return fail(Error::Code::StorageBroken, {}, query.lastError().text());
    }
    return query.value(0).toInt();
}

} // namespace

class TestStorage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void rowsSurviveTheProgram()
    {
        {
            Storage storage(path());
            QVERIFY(awaitResult(adding(storage, u"a"_s)));
        }
        Storage again(path());
        QCOMPARE(rows(again), 1);
    }

    void filesAreForTheOwnerOnly()
    {
        const QString deep = m_folder->filePath(u"new/state.sqlite"_s);
        Storage storage(deep);
        QVERIFY(awaitResult(adding(storage, u"a"_s)));
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const QString& file : {deep, QString(deep + u"-wal"), QString(deep + u"-shm")}) {
            QVERIFY2(QFileInfo::exists(file), qPrintable(file));
            QCOMPARE(QFileInfo(file).permissions() & others, QFileDevice::Permissions());
        }
        QCOMPARE(QFileInfo(m_folder->filePath(u"new"_s)).permissions() & (others | QFileDevice::ExeOther),
                 QFileDevice::Permissions());
    }

    void failedWorkIsRolledBack()
    {
        Storage storage(path());
        const auto result = awaitResult(storage.run<void>(
            [](QSqlDatabase& database) -> Result<void> {
                if (const auto added = add(database, u"a"_s); !added) {
                    return added;
                }
                return fail(Error::Code::FileExists, u"b"_s);
            },
            this));
        QCOMPARE(result.error().code, Error::Code::FileExists);
        QCOMPARE(rows(storage), 0);
    }

    void workThatThrowsIsRolledBackToo()
    {
        Storage storage(path());
        const auto result = awaitResult(storage.run<int>(
            [](QSqlDatabase& database) -> Result<int> {
                (void)add(database, u"a"_s);
                throw std::runtime_error("boom");
            },
            this));
        QCOMPARE(result.error().code, Error::Code::Internal);
        QCOMPARE(rows(storage), 0);
    }

    void workRunsInTheOrderItWasSubmitted()
    {
        Storage storage(path());
        const auto order = std::make_shared<QList<int>>();
        for (int i = 0; i < 50; ++i) {
            storage.submit([](QSqlDatabase&) { return Result<void>(); },
                           [order, i](const Result<void>&) { order->append(i); });
        }
        QCOMPARE(rows(storage), 0);
        QCOMPARE(order->size(), 50);
        QVERIFY(std::is_sorted(order->begin(), order->end()));
    }

    void destructorFinishesWhatWasSubmitted()
    {
        {
            Storage storage(path());
            for (int i = 0; i < 100; ++i) {
                storage.submit([i](QSqlDatabase& database) { return add(database, QString::number(i)); });
            }
        }
        Storage again(path());
        QCOMPARE(rows(again), 100);
    }

    void taskOfADyingStorageEndsAndItsWorkIsDone()
    {
        auto storage = std::make_unique<Storage>(path());
        ResultTask<void>* begun = adding(*storage, u"a"_s);
        ResultTask<void>* late = adding(*storage, u"b"_s);
        const auto code = std::make_shared<Error::Code>(Error::Code::Internal);
        connect(begun, &Task::finished, this, [begun, code] { *code = begun->result().error().code; });
        begun->start();
        QCoreApplication::processEvents(); // it is submitted; nobody has looked at the outcome
        storage.reset();
        QTRY_COMPARE_WITH_TIMEOUT(*code, Error::Code::StorageBroken, 30000);
        QCOMPARE(awaitResult(late).error().code, Error::Code::StorageBroken);
        Storage again(path());
        QCOMPARE(rows(again), 1);
    }

    void deletedTaskDoesNotKeepItsWorkFromBeingDone()
    {
        Storage storage(path());
        auto owner = std::make_unique<QObject>();
        ResultTask<void>* task =
            storage.run<void>([](QSqlDatabase& database) { return add(database, u"a"_s); }, owner.get());
        task->start();
        QCoreApplication::processEvents();
        owner.reset();
        QCOMPARE(rows(storage), 1);
    }

    void cancelledBeforeItsTurnIsLeftOut()
    {
        Storage storage(path());
        ResultTask<void>* task = adding(storage, u"a"_s);
        const auto held = std::make_shared<QMutex>();
        held->lock();
        storage.submit([held](QSqlDatabase&) {
            held->lock();
            held->unlock();
            return Result<void>();
        });
        task->start();
        QCoreApplication::processEvents();
        QSignalSpy destroyed(task, &QObject::destroyed);
        task->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(destroyed.size(), 1, 30000);
        held->unlock();
        QCOMPARE(rows(storage), 0);
    }

    void fileOfANewerProgramIsRefusedAndNotChanged()
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"CREATE TABLE future (x)"_s));
            QVERIFY(query.exec(u"PRAGMA user_version = 999"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const QByteArray before = contents();
        {
            Storage storage(path());
            const auto result = awaitResult(adding(storage, u"a"_s));
            QCOMPARE(result.error().code, Error::Code::StorageBroken);
            QCOMPARE(result.error().subject, path());
            QVERIFY(result.error().detail.contains(u"newer version"_s));
            QCOMPARE(awaitResult(adding(storage, u"b"_s)).error().code, Error::Code::StorageBroken);
        }
        QCOMPARE(contents(), before);
    }

    void aFileThatIsNoDatabaseIsNamed()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5'000, 'x'));
        file.close();
        Storage storage(path());
        const auto result = awaitResult(adding(storage, u"a"_s));
        QCOMPARE(result.error().code, Error::Code::StorageBroken);
        QCOMPARE(result.error().subject, path());
    }

    void twoStoragesOnOneFileSeeEachOther()
    {
        Storage one(path());
        Storage other(path());
        // Both open and migrate at the same moment.
        const auto failures = std::make_shared<QStringList>();
        for (int i = 0; i < 40; ++i) {
            Storage& storage = i % 2 == 0 ? one : other;
            storage.submit([i](QSqlDatabase& database) { return add(database, QString::number(i)); },
                           [failures](const Result<void>& outcome) {
                               if (!outcome) {
                                   failures->append(outcome.error().detail);
                               }
                           });
        }
        QTRY_COMPARE_WITH_TIMEOUT(rows(one), 40, 30'000);
        QCOMPARE(rows(other), 40);
        QCOMPARE(*failures, QStringList());
    }

    void anotherProcessSharesTheFile()
    {
        // The same program once more, as the second process; see main().
        Storage storage(path());
        QVERIFY(awaitResult(adding(storage, u"parent"_s)));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-rows"_s, path()});
        for (int i = 0; i < 20; ++i) {
            QVERIFY(awaitResult(adding(storage, u"p"_s + QString::number(i))));
        }
        QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 40'000);
        QCOMPARE(child.exitCode(), 0);
        QCOMPARE(rows(storage), 41);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"state.sqlite"_s); }
    [[nodiscard]] QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] ResultTask<void>* adding(Storage& storage, const QString& id)
    {
        return storage.run<void>([id](QSqlDatabase& database) { return add(database, id); }, this);
    }
    [[nodiscard]] int rows(Storage& storage) { return awaitResult(storage.run<int>(count, this)).value_or(-1); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// The second process of anotherProcessSharesTheFile(): twenty rows, then 0.
int writeRows(const QString& path)
{
    Storage storage(path);
    for (int i = 0; i < 20; ++i) {
        auto* task = storage.run<void>(
            [i](QSqlDatabase& database) { return add(database, u"c"_s + QString::number(i)); }, nullptr);
        if (!awaitResult(task)) {
            return 1;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write-rows"_s) {
        return writeRows(arguments.value(2));
    }
    TestStorage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storage.moc"
