#include "app/net/proxyresolver.h"
#include "app/net/throttle.h"

#include <QSemaphore>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProxyResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressOfAProxyIsTakenApart_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("plain") << u"http://proxy.example:3128"_s << QByteArray("http://proxy.example:3128")
                               << QByteArray() << QByteArray();
        QTest::newRow("with a path") << u"http://proxy.example:3128/x?y"_s << QByteArray("http://proxy.example:3128")
                                     << QByteArray() << QByteArray();
        QTest::newRow("with a password") << u"https://u%40d:p%3Aw@proxy.example:8443"_s
                                         << QByteArray("https://proxy.example:8443") << QByteArray("u@d")
                                         << QByteArray("p:w");
        QTest::newRow("socks: the proxy resolves")
            << u"socks5://127.0.0.1:1080"_s << QByteArray("socks5h://127.0.0.1:1080") << QByteArray() << QByteArray();
        QTest::newRow("nothing") << QString() << QByteArray() << QByteArray() << QByteArray();
    }
    void addressOfAProxyIsTakenApart()
    {
        QFETCH(const QString, url);
        const ProxyChoice choice = proxyFromUrl(QUrl(url));
        QTEST(choice.address, "address");
        QTEST(choice.user, "user");
        QTEST(choice.password, "password");
    }

    void answersOnAnotherThread()
    {
        qputenv("https_proxy", "http://u:p@proxy.example:3128");
        qunsetenv("no_proxy");
        QSemaphore done;
        ProxyChoice choice;
        Qt::HANDLE thread = nullptr;
        ProxyResolver resolver;
        resolver.ask("https://store.example/c/b?sig=secret", [&done, &choice, &thread](const ProxyChoice& found) {
            choice = found;
            thread = QThread::currentThreadId();
            done.release();
        });
        QVERIFY(done.tryAcquire(1, 30'000));
        qunsetenv("https_proxy");
        QCOMPARE(choice.address, QByteArray("http://proxy.example:3128"));
        QCOMPARE(choice.user, QByteArray("u"));
        QVERIFY(thread != QThread::currentThreadId());
    }

    void limitAddsUpToItsBytesASecond()
    {
        Throttle limit(100'000);
        const auto start = Throttle::Clock::time_point(1h);
        QVERIFY(limit.freeAt() <= start);
        limit.spend(start, 50'000);
        QCOMPARE(limit.freeAt() - start, 500ms);
        limit.spend(start + 100ms, 50'000); // what is not waited for is owed
        QCOMPARE(limit.freeAt() - start, 1s);
        limit.spend(start + 5s, 10'000); // what was not used is not saved up
        QCOMPARE(limit.freeAt() - start, 5'100ms);
        QCOMPARE(limit.piece(1'000'000), 5'000);
    }

    void noLimitIsNoLimit()
    {
        Throttle limit(0);
        limit.spend(Throttle::Clock::time_point(1h), 1'000'000'000);
        QVERIFY(limit.freeAt() <= Throttle::Clock::time_point(1h));
        QCOMPARE(limit.piece(16'384), 16'384);
    }
};

QTEST_GUILESS_MAIN(TestProxyResolver)
#include "tst_proxyresolver.moc"
