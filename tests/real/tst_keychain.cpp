#include "app/credentials/keychainstore.h"
#include "tests/support/await.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace longshore;
using namespace Qt::StringLiterals;

/// KeychainStore against a real Secret Service (gnome-keyring) on a message bus of its own. The steps build on each
/// other, because a process has one session bus: first no service, then an open one, then a locked and a silent one.
class TestKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutAServiceThereIsNoKeychain();
    void aSecretIsWrittenReadAndRemoved();
    void bytesOfAnyKindComeBackUnchanged();
    void aMissingSecretIsMissing();
    void entriesOfAnotherServiceAreNotOurs();
    void manyAtOnceGetTheirOwnAnswers();
    void aDeletedTaskGetsNoAnswer();
    void aLockedKeychainIsLockedForEveryCall();
    void aKeychainThatNeverAnswersIsGivenUp();

private:
    bool startBus();
    bool startKeyring();
    [[nodiscard]] bool serviceIsThere() const;
    [[nodiscard]] bool lockAll() const;

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    KeychainStore m_store{u"Longshore test"_s};
};

void TestKeychain::initTestCase()
{
    for (const QString& program : {u"dbus-daemon"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            QSKIP(qPrintable(QString(u"whole program: %1 is not installed"_s.arg(program))));
        }
    }
    // Nothing of the real home, desktop or bus is touched.
    for (const char* variable : {"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
        qputenv(variable, m_home.path().toUtf8());
    }
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP",
                                 "DESKTOP_SESSION", "KDE_FULL_SESSION"}) {
        qunsetenv(variable);
    }
    QVERIFY(startBus());
}

void TestKeychain::cleanupTestCase()
{
    // GLib ends a process whose session bus goes away.
    std::signal(SIGTERM, SIG_IGN);
    for (QProcess* process : {&m_keyring, &m_bus}) {
        if (process->state() != QProcess::NotRunning) {
            process->kill();
            process->waitForFinished();
        }
    }
}

/// A bus that starts no services by itself.
bool TestKeychain::startBus()
{
    QFile config(m_home.filePath(u"bus.conf"_s));
    if (!config.open(QIODevice::WriteOnly)) {
        return false;
    }
    config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
                 " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
                 "<busconfig><type>session</type><listen>unix:dir="
                 + m_home.path().toUtf8()
                 + "</listen>"
                   "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                   "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_bus.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file"_s, config.fileName()});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead()) {
        return false;
    }
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    return !address.isEmpty() && QDBusConnection::sessionBus().isConnected();
}

bool TestKeychain::startKeyring()
{
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_keyring.waitForStarted()) {
        return false;
    }
    m_keyring.write("a password\n");
    m_keyring.closeWriteChannel();
    return QTest::qWaitFor([this] { return serviceIsThere(); }, 20'000);
}

/// There, with the default collection that unlocking made.
bool TestKeychain::serviceIsThere() const
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    call << u"default"_s;
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call);
    return reply.type() == QDBusMessage::ReplyMessage
           && reply.arguments().constFirst().value<QDBusObjectPath>().path().size() > 1;
}

bool TestKeychain::lockAll() const
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    const QList<QDBusObjectPath> collections{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    call << QVariant::fromValue(collections);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

void TestKeychain::withoutAServiceThereIsNoKeychain()
{
    QCOMPARE(awaitResult(m_store.read(u"k"_s, this)).error().code, Error::Code::NoKeychain);
    QCOMPARE(awaitResult(m_store.write(u"k"_s, Secret("x"), this)).error().code, Error::Code::NoKeychain);
    QCOMPARE(awaitResult(m_store.remove(u"k"_s, this)).error().code, Error::Code::NoKeychain);
    QVERIFY(startKeyring());
}

void TestKeychain::aSecretIsWrittenReadAndRemoved()
{
    QVERIFY(awaitResult(m_store.write(u"k"_s, Secret("first"), this)));
    QVERIFY(awaitResult(m_store.write(u"k"_s, Secret("second"), this)));
    QCOMPARE(awaitResult(m_store.read(u"k"_s, this)).value(), Secret("second"));
    QVERIFY(awaitResult(m_store.remove(u"k"_s, this)));
    QCOMPARE(awaitResult(m_store.read(u"k"_s, this)).error().code, Error::Code::SecretMissing);
    QVERIFY(awaitResult(m_store.remove(u"k"_s, this))); // already gone
}

void TestKeychain::bytesOfAnyKindComeBackUnchanged()
{
    const Secret odd(QByteArray("a\0b\n\xFF ", 6));
    QVERIFY(awaitResult(m_store.write(u"odd"_s, odd, this)));
    QCOMPARE(awaitResult(m_store.read(u"odd"_s, this)).value(), odd);
}

void TestKeychain::aMissingSecretIsMissing()
{
    QCOMPARE(awaitResult(m_store.read(u"never written"_s, this)).error().code, Error::Code::SecretMissing);
}

void TestKeychain::entriesOfAnotherServiceAreNotOurs()
{
    KeychainStore other(u"Another program"_s);
    QVERIFY(awaitResult(other.write(u"shared"_s, Secret("theirs"), this)));
    QCOMPARE(awaitResult(m_store.read(u"shared"_s, this)).error().code, Error::Code::SecretMissing);
}

void TestKeychain::manyAtOnceGetTheirOwnAnswers()
{
    constexpr int count = 12;
    for (int i = 0; i < count; ++i) {
        QVERIFY(awaitResult(m_store.write(QString::number(i), Secret(QByteArray::number(i)), this)));
    }
    QHash<int, Secret> answers;
    for (int i = 0; i < count; ++i) {
        ResultTask<Secret>* const task = m_store.read(QString::number(i), this);
        connect(task, &Task::finished, this, [task, i, into = &answers] { into->insert(i, task->result().value()); });
        task->start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), count, 20'000);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(answers.value(i), Secret(QByteArray::number(i)));
    }
}

void TestKeychain::aDeletedTaskGetsNoAnswer()
{
    auto owner = std::make_unique<QObject>();
    m_store.read(u"0"_s, owner.get())->start();
    QCoreApplication::processEvents();
    owner.reset();
    QCOMPARE(awaitResult(m_store.read(u"1"_s, this)).value(), Secret("1")); // its answer came later
}

void TestKeychain::aLockedKeychainIsLockedForEveryCall()
{
    QVERIFY(lockAll());
    QCOMPARE(awaitResult(m_store.read(u"0"_s, this)).error().code, Error::Code::KeychainLocked);
    QCOMPARE(awaitResult(m_store.read(u"never written"_s, this)).error().code, Error::Code::KeychainLocked);
    QCOMPARE(awaitResult(m_store.write(u"0"_s, Secret("x"), this)).error().code, Error::Code::KeychainLocked);
    QCOMPARE(awaitResult(m_store.remove(u"0"_s, this)).error().code, Error::Code::KeychainLocked);
}

void TestKeychain::aKeychainThatNeverAnswersIsGivenUp()
{
    QVERIFY(::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP) == 0);
    KeychainStore hasty(u"Longshore test"_s, std::chrono::milliseconds(300));
    const Result<Secret> answer = awaitResult(hasty.read(u"0"_s, this));
    QCOMPARE(answer.error().code, Error::Code::KeychainLocked);
    QVERIFY2(answer.error().detail.contains(u"did not answer"), qPrintable(answer.error().detail));
    QVERIFY(::kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT) == 0);
}

int main(int argc, char** argv)
{
    // The bus must be chosen before anything of QtDBus looks for it, which a QApplication would do.
    QCoreApplication app(argc, argv);
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychain.moc"
