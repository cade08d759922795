#include "app/core/storage.h"
#include "app/settings/connections.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

Connection connection(const QString& id, const QString& name)
{
    Connection made;
    made.id = id;
    made.name = name;
    made.baseUrl = defaultOptimizelyBaseUrl();
    made.projectId = u"2a561398-d517-4634-9bc4-aab5008a8e1a"_s;
    made.clientKey = u"key"_s;
    made.environments = {{u"Production"_s, Tier::Production, Access::Allowed, false}};
    return made;
}

/// A state file with one reader and writer of connections.
struct Process
{
    explicit Process(const QString& path) : storage(path), connections(storage) { connections.load(); }
    Storage storage;
    Connections connections;
    QObject caller;
};

/// Runs to the end; the error's code and subject, or nothing.
std::optional<Error> outcome(ResultTask<void>* task)
{
    std::optional<Error> error;
    bool done = false;
    QObject::connect(task, &Task::finished, task, [task, into = &error, flag = &done] {
        if (!task->result()) {
            *into = task->result().error();
        }
        *flag = true;
    });
    task->start();
    if (!QTest::qWaitFor([flag = &done] { return *flag; }, 30'000)) {
        return Error{.code = Error::Code::Timeout};
    }
    return error;
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(u"%1/state.sqlite"_s.arg(++number));
    }

    void rowsSurviveInTheirOrder()
    {
        const Connection first = connection(u"z"_s, u"Contoso"_s);
        Connection second = connection(u"a"_s, u"Fabrikam"_s);
        {
            Process process(m_path);
            QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
            QSignalSpy changed(&process.connections, &Connections::connectionChanged);
            QCOMPARE(outcome(process.connections.save(first, &process.caller)), std::nullopt);
            QCOMPARE(outcome(process.connections.save(second, &process.caller)), std::nullopt);
            second.name = u"Fabrikam AB"_s;
            QCOMPARE(outcome(process.connections.save(second, &process.caller)), std::nullopt);
            QCOMPARE(changed.size(), 3);
            QCOMPARE(process.connections.all(), (QList{first, second}));
        }
        Process process(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
        QCOMPARE(process.connections.all(), (QList{first, second}));
        QCOMPARE(process.connections.find(u"a"_s), second);
        QCOMPARE(process.connections.findByName(u"FABRIKAM ab"_s), second);
        QVERIFY(!process.connections.find(u"b"_s));
        QVERIFY(!process.connections.findByName(u"Fabrikam"_s));
    }

    void aNameIsUsedOnce()
    {
        Process process(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
        QCOMPARE(outcome(process.connections.save(connection(u"1"_s, u"Ärlig"_s), &process.caller)), std::nullopt);
        const auto error = outcome(process.connections.save(connection(u"2"_s, u" äRLIG "_s), &process.caller));
        QVERIFY(error);
        QCOMPARE(error->code, Error::Code::BadInput);
        QCOMPARE(error->subject, u"name"_s);
        QCOMPARE(process.connections.all().size(), 1);
    }

    void aNameThatAnotherProcessTookMeanwhileIsRefusedToo()
    {
        Process process(m_path);
        Process other(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady() && other.connections.isReady(), 30000);
        QCOMPARE(outcome(other.connections.save(connection(u"1"_s, u"Contoso"_s), &other.caller)), std::nullopt);
        const auto error = outcome(process.connections.save(connection(u"2"_s, u"contoso"_s), &process.caller));
        QVERIFY(error);
        QCOMPARE(error->code, Error::Code::BadInput);
        QCOMPARE(process.connections.all().size(), 0);
    }

    void aWrongFieldIsNamed()
    {
        Process process(m_path);
        Connection wrong = connection(u"1"_s, u"Contoso"_s);
        wrong.projectId = u"contoso"_s;
        QCOMPARE(outcome(process.connections.save(wrong, &process.caller))->subject, u"projectId"_s);
        wrong = connection({}, u"Contoso"_s);
        QCOMPARE(outcome(process.connections.save(wrong, &process.caller))->subject, u"id"_s);
    }

    void removedRowsStayAway()
    {
        {
            Process process(m_path);
            QCOMPARE(outcome(process.connections.save(connection(u"1"_s, u"Contoso"_s), &process.caller)),
                     std::nullopt);
            QSignalSpy removed(&process.connections, &Connections::connectionRemoved);
            QCOMPARE(outcome(process.connections.remove(u"1"_s, &process.caller)), std::nullopt);
            QCOMPARE(removed.size(), 1);
            QCOMPARE(outcome(process.connections.remove(u"1"_s, &process.caller))->code, Error::Code::NotFound);
        }
        Process process(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
        QCOMPARE(process.connections.all().size(), 0);
    }

    void thePracticeConnectionIsNotStored()
    {
        {
            Process process(m_path);
            QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
            Connection practice = connection(u"practice"_s, u"Practice"_s);
            process.connections.setTransient(practice);
            practice.environments.clear();
            QCOMPARE(outcome(process.connections.save(practice, &process.caller)), std::nullopt);
            QCOMPARE(process.connections.find(u"practice"_s), practice);
            QSignalSpy ready(&process.connections, &Connections::ready);
            process.connections.load();
            QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30000);
            QVERIFY(process.connections.find(u"practice"_s));
            QCOMPARE(outcome(process.connections.save(connection(u"1"_s, u"practice"_s), &process.caller))->subject,
                     u"name"_s);
        }
        Process process(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
        QCOMPARE(process.connections.all().size(), 0);
    }

    void loadBringsInWhatAnotherProcessChanged()
    {
        Process process(m_path);
        QCOMPARE(outcome(process.connections.save(connection(u"keep"_s, u"Keep"_s), &process.caller)), std::nullopt);
        QCOMPARE(outcome(process.connections.save(connection(u"edit"_s, u"Edit"_s), &process.caller)), std::nullopt);
        QCOMPARE(outcome(process.connections.save(connection(u"gone"_s, u"Gone"_s), &process.caller)), std::nullopt);
        {
            Process other(m_path);
            QCOMPARE(outcome(other.connections.save(connection(u"edit"_s, u"Edited"_s), &other.caller)), std::nullopt);
            QCOMPARE(outcome(other.connections.save(connection(u"new"_s, u"New"_s), &other.caller)), std::nullopt);
            QCOMPARE(outcome(other.connections.remove(u"gone"_s, &other.caller)), std::nullopt);
        }
        QSignalSpy changed(&process.connections, &Connections::connectionChanged);
        QSignalSpy removed(&process.connections, &Connections::connectionRemoved);
        QSignalSpy ready(&process.connections, &Connections::ready);
        process.connections.load();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30000);
        QStringList names;
        for (const Connection& known : process.connections.all()) {
            names.append(known.name);
        }
        QCOMPARE(names, (QStringList{u"Keep"_s, u"Edited"_s, u"New"_s}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().first().toString(), u"gone"_s);
    }

    void whatIsOnDiskIsInMemoryEvenIfTheCallerIsGone()
    {
        Process process(m_path);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.isReady(), 30000);
        auto caller = std::make_unique<QObject>();
        QPointer<ResultTask<void>> task = process.connections.save(connection(u"1"_s, u"Contoso"_s), caller.get());
        task->start();
        QCoreApplication::sendPostedEvents(task); // the row is on its way
        caller.reset();
        QVERIFY(!task);
        QTRY_VERIFY_WITH_TIMEOUT(process.connections.find(u"1"_s), 30000);
    }
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
