#include "app/net/proxyresolver.h"

#include <QTest>
#include <QThread>
#include <chrono>
#include <semaphore>

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
        std::binary_semaphore done(0);
        ProxyChoice choice;
        Qt::HANDLE thread = nullptr;
        ProxyResolver resolver;
        resolver.ask("https://store.example/c/b?sig=secret", [&done, &choice, &thread](const ProxyChoice& found) {
            choice = found;
            thread = QThread::currentThreadId();
            done.release();
        });
        QVERIFY(done.try_acquire_for(30s));
        qunsetenv("https_proxy");
        QCOMPARE(choice.address, QByteArray("http://proxy.example:3128"));
        QCOMPARE(choice.user, QByteArray("u"));
        QVERIFY(thread != QThread::currentThreadId());
    }
};

QTEST_GUILESS_MAIN(TestProxyResolver)
#include "tst_proxyresolver.moc"
