#include "app/jobs/enginelock.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 40'000;

void say(const char* word)
{
    std::puts(word);
    std::fflush(stdout);
}

/// The other process: takes the lock and says what happens to it.
int holdLock(const QString& home, bool hasWindow)
{
    EngineLock lock(home, nullptr);
    lock.setRaise([hasWindow](const QStringList& files) {
        say(QByteArray("raise" + files.join(u'|').toUtf8()).constData());
        return hasWindow;
    });
    QObject::connect(&lock, &EngineLock::settled, &lock, [&] { say(lock.isOurs() ? "ours" : "theirs"); });
    QObject::connect(&lock, &EngineLock::woken, &lock, [&] {
        say("woken");
        lock.tellChanged();
        lock.tellProgress(u"job-1"_s, {10, 20, 5});
    });
    lock.start();
    return QCoreApplication::exec();
}

class OtherProcess
{
public:
    bool start(const QString& home, bool hasWindow)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {hasWindow ? u"--hold-with-window"_s : u"--hold"_s, home});
        return says("ours");
    }
    bool says(const QByteArray& word)
    {
        return QTest::qWaitFor(
            [&] {
                m_heard += m_process.readAllStandardOutput();
                return m_heard.contains(word);
            },
            Patience);
    }
    /// As `kill -9`.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    ~OtherProcess() { kill(); }

private:
    QProcess m_process;
    QByteArray m_heard;
};

} // namespace

class tst_EngineLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstProcessGetsItAndTheNextDoesNot();
    void lockOfAKilledProcessIsTakenOverAtOnce();
    void lockLeftByAKilledProcessIsNoObstacle();
    void wakeReachesTheEngineAndChangesComeBack();
    void secondStartRaisesTheFirstWindow();
    void commandLineHasNoWindowToRaise();
    void nobodyToRaise();
    void folderThatCannotBeUsedIsAnError();
    void homeIsForItsOwnerOnly();
};

void tst_EngineLock::firstProcessGetsItAndTheNextDoesNot()
{
    const QTemporaryDir home;
    OtherProcess other;
    QVERIFY(other.start(home.path(), false));
    EngineLock lock(home.path(), nullptr);
    QSignalSpy settled(&lock, &EngineLock::settled);
    lock.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, Patience);
    QVERIFY(!lock.isOurs());
}

void tst_EngineLock::lockOfAKilledProcessIsTakenOverAtOnce()
{
    const QTemporaryDir home;
    OtherProcess other;
    QVERIFY(other.start(home.path(), false));
    EngineLock lock(home.path(), nullptr);
    QSignalSpy settled(&lock, &EngineLock::settled);
    QSignalSpy taken(&lock, &EngineLock::taken);
    lock.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, Patience);
    QVERIFY(!lock.isOurs());
    other.kill();
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);
    QVERIFY(lock.isOurs());
    QCOMPARE(settled.size(), 1);
}

void tst_EngineLock::lockLeftByAKilledProcessIsNoObstacle()
{
    const QTemporaryDir home;
    {
        OtherProcess other;
        QVERIFY(other.start(home.path(), false));
        other.kill();
    }
    QVERIFY(QFile::exists(home.filePath(u"engine.lock"_s)));
    EngineLock lock(home.path(), nullptr);
    QSignalSpy settled(&lock, &EngineLock::settled);
    lock.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, Patience);
    QVERIFY(lock.isOurs());
}

void tst_EngineLock::wakeReachesTheEngineAndChangesComeBack()
{
    const QTemporaryDir home;
    OtherProcess other;
    QVERIFY(other.start(home.path(), false));
    EngineLock lock(home.path(), nullptr);
    QSignalSpy changed(&lock, &EngineLock::changed);
    QSignalSpy progress(&lock, &EngineLock::progress);
    lock.start();
    lock.wake(); // before there is a line to the engine: it is not lost
    QVERIFY(other.says("woken"));
    QTRY_COMPARE_WITH_TIMEOUT(progress.size(), 1, Patience);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(progress.constFirst().at(0).toString(), u"job-1"_s);
    QCOMPARE(progress.constFirst().at(1).value<Progress>(), (Progress{10, 20, 5}));
}

void tst_EngineLock::secondStartRaisesTheFirstWindow()
{
    const QTemporaryDir home;
    OtherProcess other;
    QVERIFY(other.start(home.path(), true));
    QVERIFY(awaitResult(EngineLock::raise(home.path(), {}, this)));
    QVERIFY(other.says("raise\n"));
    QVERIFY(awaitResult(EngineLock::raise(home.path(), {u"/tmp/a b.bacpac"_s, u"/tmp/ö.bacpac"_s}, this)));
    QVERIFY(other.says("raise/tmp/a b.bacpac|/tmp/ö.bacpac"));
}

void tst_EngineLock::commandLineHasNoWindowToRaise()
{
    const QTemporaryDir home;
    OtherProcess other;
    QVERIFY(other.start(home.path(), false));
    const Result<void> raised = awaitResult(EngineLock::raise(home.path(), {}, this));
    QVERIFY(!raised);
    QCOMPARE(raised.error().code, Error::Code::NotFound);
}

void tst_EngineLock::nobodyToRaise()
{
    const QTemporaryDir home;
    const Result<void> raised = awaitResult(EngineLock::raise(home.path(), {}, this));
    QVERIFY(!raised);
    QCOMPARE(raised.error().code, Error::Code::NotFound);
}

void tst_EngineLock::folderThatCannotBeUsedIsAnError()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a-file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    EngineLock lock(folder.filePath(u"a-file/home"_s), nullptr);
    QSignalSpy failed(&lock, &EngineLock::failed);
    lock.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().code, Error::Code::FileAccess);
}

void tst_EngineLock::homeIsForItsOwnerOnly()
{
    const QTemporaryDir folder;
    const QString home = folder.filePath(u"a/b"_s);
    EngineLock lock(home, nullptr);
    QSignalSpy settled(&lock, &EngineLock::settled);
    lock.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, Patience);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(home) & others, QFile::Permissions());
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1).startsWith(u"--hold"_s)) {
        return holdLock(arguments.at(2), arguments.at(1) == u"--hold-with-window"_s);
    }
    tst_EngineLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_enginelock.moc"
