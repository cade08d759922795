#include "app/credentials/environmentstore.h"
#include "app/credentials/keychainoutcome.h"
#include "app/credentials/layeredstore.h"
#include "app/credentials/sessionstore.h"
#include "tests/support/await.h"
#include "tests/support/fakecredentialstore.h"

#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString& key)
{
    return key == u"id-1" ? u"My shop-2"_s : QString();
}

} // namespace

Q_DECLARE_METATYPE(std::optional<longshore::Error::Code>)

class TestCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void namesTheVariableOfAConnection_data();
    void namesTheVariableOfAConnection();
    void readsASecretFromTheEnvironment();
    void theEnvironmentCannotBeWritten();
    void theSessionForgetsWhenItEnds();
    void whatWasGivenForThisRunComesFirst();
    void theEnvironmentComesBeforeTheKeychain();
    void aLockedKeychainIsNotAMissingSecret();
    void aLockedKeychainDoesNotHideASecretOfThisRun();
    void aNewSecretReplacesTheOneOfThisRun();
    void aSecretTheKeychainRefusedIsNotForgotten();
    void withoutAKeychainWritingSaysSo();
    void removingClearsBoth();
    void cancelsWhileTheKeychainAsks();
    void judgesTheKeychainsReplies_data();
    void judgesTheKeychainsReplies();

private:
    SessionStore m_session;
    EnvironmentStore m_environment{nameOf};
    FakeCredentialStore m_keychain;
    LayeredStore m_store{&m_session, &m_environment, &m_keychain};
};

void TestCredentials::cleanup()
{
    m_session.forget(u"id-1"_s);
    m_keychain.secrets.clear();
    m_keychain.trouble.reset();
    qunsetenv("LONGSHORE_SECRET_MY_SHOP_2");
}

void TestCredentials::namesTheVariableOfAConnection_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("variable");
    QTest::newRow("simple") << u"shop"_s << QByteArray("LONGSHORE_SECRET_SHOP");
    QTest::newRow("blanks and signs") << u" My shop-2 (live)"_s << QByteArray("LONGSHORE_SECRET_MY_SHOP_2__LIVE_");
    QTest::newRow("letters a shell does not take") << u"Åre"_s << QByteArray("LONGSHORE_SECRET__RE");
}

void TestCredentials::namesTheVariableOfAConnection()
{
    QFETCH(const QString, name);
    QTEST(EnvironmentStore::variableName(name), "variable");
}

void TestCredentials::readsASecretFromTheEnvironment()
{
    qputenv("LONGSHORE_SECRET_MY_SHOP_2", "c2VjcmV0");
    QCOMPARE(awaitResult(m_environment.read(u"id-1"_s, this)).value().reveal(), "c2VjcmV0");
    QCOMPARE(awaitResult(m_environment.read(u"id-unknown"_s, this)).error().code, Error::Code::SecretMissing);
    qunsetenv("LONGSHORE_SECRET_MY_SHOP_2");
    const Result<Secret> gone = awaitResult(m_environment.read(u"id-1"_s, this));
    QCOMPARE(gone.error().code, Error::Code::SecretMissing);
    QCOMPARE(gone.error().subject, u"My shop-2"_s);
}

void TestCredentials::theEnvironmentCannotBeWritten()
{
    QCOMPARE(awaitResult(m_environment.write(u"id-1"_s, Secret("x"), this)).error().code, Error::Code::NoKeychain);
}

void TestCredentials::theSessionForgetsWhenItEnds()
{
    {
        SessionStore session;
        QVERIFY(awaitResult(session.write(u"k"_s, Secret("x"), this)));
        QCOMPARE(awaitResult(session.read(u"k"_s, this)).value(), Secret("x"));
        QVERIFY(awaitResult(session.remove(u"k"_s, this)));
        QCOMPARE(awaitResult(session.read(u"k"_s, this)).error().code, Error::Code::SecretMissing);
        session.remember(u"k"_s, Secret("y"));
    }
    SessionStore next;
    QVERIFY(!next.has(u"k"_s));
}

void TestCredentials::whatWasGivenForThisRunComesFirst()
{
    m_session.remember(u"id-1"_s, Secret("run"));
    qputenv("LONGSHORE_SECRET_MY_SHOP_2", "environment");
    m_keychain.secrets.insert(u"id-1"_s, Secret("keychain"));
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).value(), Secret("run"));
}

void TestCredentials::theEnvironmentComesBeforeTheKeychain()
{
    m_keychain.secrets.insert(u"id-1"_s, Secret("keychain"));
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).value(), Secret("keychain"));
    qputenv("LONGSHORE_SECRET_MY_SHOP_2", "environment");
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).value(), Secret("environment"));
}

void TestCredentials::aLockedKeychainIsNotAMissingSecret()
{
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).error().code, Error::Code::SecretMissing);
    m_keychain.trouble = Error::Code::KeychainLocked;
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).error().code, Error::Code::KeychainLocked);
    m_keychain.trouble = Error::Code::NoKeychain;
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).error().code, Error::Code::NoKeychain);
}

void TestCredentials::aLockedKeychainDoesNotHideASecretOfThisRun()
{
    m_keychain.trouble = Error::Code::KeychainLocked;
    m_session.remember(u"id-1"_s, Secret("run"));
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).value(), Secret("run"));
}

void TestCredentials::aNewSecretReplacesTheOneOfThisRun()
{
    m_session.remember(u"id-1"_s, Secret("old"));
    QVERIFY(awaitResult(m_store.write(u"id-1"_s, Secret("new"), this)));
    QCOMPARE(m_keychain.secrets.value(u"id-1"_s), Secret("new"));
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).value(), Secret("new"));
}

void TestCredentials::aSecretTheKeychainRefusedIsNotForgotten()
{
    m_session.remember(u"id-1"_s, Secret("old"));
    m_keychain.trouble = Error::Code::KeychainLocked;
    QCOMPARE(awaitResult(m_store.write(u"id-1"_s, Secret("new"), this)).error().code, Error::Code::KeychainLocked);
    QVERIFY(m_session.has(u"id-1"_s));
}

void TestCredentials::withoutAKeychainWritingSaysSo()
{
    LayeredStore store(&m_session, &m_environment, nullptr);
    QCOMPARE(awaitResult(store.write(u"id-1"_s, Secret("x"), this)).error().code, Error::Code::NoKeychain);
    QCOMPARE(awaitResult(store.read(u"id-1"_s, this)).error().code, Error::Code::NoKeychain);
    QVERIFY(awaitResult(store.remove(u"id-1"_s, this)));
}

void TestCredentials::removingClearsBoth()
{
    m_session.remember(u"id-1"_s, Secret("run"));
    m_keychain.secrets.insert(u"id-1"_s, Secret("keychain"));
    QVERIFY(awaitResult(m_store.remove(u"id-1"_s, this)));
    QCOMPARE(awaitResult(m_store.read(u"id-1"_s, this)).error().code, Error::Code::SecretMissing);
}

void TestCredentials::cancelsWhileTheKeychainAsks()
{
    ResultTask<Secret>* const task = m_store.read(u"id-1"_s, this);
    std::optional<Error::Code> code;
    connect(task, &Task::finished, this, [task, into = &code] { *into = task->result().error().code; });
    task->start();
    task->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(code, std::optional(Error::Code::Cancelled), 30000);
}

void TestCredentials::judgesTheKeychainsReplies_data()
{
    using Failure = std::optional<Error::Code>;
    QTest::addColumn<KeychainCall>("call");
    QTest::addColumn<KeychainReply>("reply");
    QTest::addColumn<KeychainLock>("lock");
    QTest::addColumn<Failure>("failure");
    const auto row = [](const char* name, KeychainCall call, KeychainReply reply, KeychainLock lock, Failure failure) {
        QTest::newRow(name) << call << reply << lock << failure;
    };
    using enum KeychainCall;
    using enum KeychainReply;
    using enum KeychainLock;
    row("read", Read, Done, Unknown, {});
    row("not there", Read, NotFound, Open, Error::Code::SecretMissing);
    row("not there as far as anybody knows", Read, NotFound, Unknown, Error::Code::SecretMissing);
    row("locked looks like not there", Read, NotFound, Locked, Error::Code::KeychainLocked);
    row("person said no", Read, Denied, Unknown, Error::Code::KeychainLocked);
    row("no library", Read, NoBackend, Unknown, Error::Code::NoKeychain);
    row("no service", Read, Failed, Unknown, Error::Code::NoKeychain);
    row("failed because locked", Write, Failed, Locked, Error::Code::KeychainLocked);
    row("written", Write, Done, Unknown, {});
    row("removed", Remove, Done, Open, {});
    row("removed from a locked one", Remove, Done, Locked, Error::Code::KeychainLocked);
    row("nothing to remove", Remove, NotFound, Open, {});
}

void TestCredentials::judgesTheKeychainsReplies()
{
    QFETCH(const KeychainCall, call);
    QFETCH(const KeychainReply, reply);
    QFETCH(const KeychainLock, lock);
    QTEST(keychainFailure(call, reply, lock), "failure");
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
