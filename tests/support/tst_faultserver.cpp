#include "tests/support/faultserver.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace longshore;

/// The server that other tests trust to misbehave, seen through a bare socket.
class TestFaultServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsARequestByteForByte()
    {
        FaultServer server;
        server.reply(200, "hello");
        talk(server, "PUT /a%2B/../b?x=%zz HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nContent-Length: 3\r\n\r\nabc");
        QTRY_COMPARE(server.requests.size(), 1);
        const auto& request = server.requests.first();
        QCOMPARE(request.method, QByteArray("PUT"));
        QCOMPARE(request.target, QByteArray("/a%2B/../b?x=%zz"));
        QCOMPARE(request.headers.value("x-a"), QByteArray("1"));
        QCOMPARE(request.body, QByteArray("abc"));
        QTRY_VERIFY(m_socket.bytesAvailable() > 0);
        QVERIFY(m_socket.readAll().endsWith("Content-Length: 5\r\n\r\nhello"));
    }

    void answersRequestsOnOneConnectionInOrder()
    {
        FaultServer server;
        server.reply(200, "1");
        server.reply(500, "2");
        talk(server, "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(server.requests.size(), 2);
        QCOMPARE(server.connectionCount(), 1);
        QTRY_COMPARE(received().count("HTTP/1.1"), 2);
    }

    void readsAChunkedBody()
    {
        FaultServer server;
        server.reply(200);
        talk(server, "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QTRY_COMPARE(server.requests.size(), 1);
        QCOMPARE(server.requests.first().body, QByteArray("abcde"));
    }

    void comesBackOnItsPort()
    {
        FaultServer server;
        const quint16 port = server.port();
        server.stopListening();
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        QTRY_COMPARE(m_socket.error(), QAbstractSocket::ConnectionRefusedError);
        server.listenAgain();
        QCOMPARE(server.port(), port);
        talk(server, "GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(server.requests.size(), 1);
    }

    void sipsWhatComes()
    {
        FaultServer server;
        server.sip(10, 1);
        QSignalSpy arriving(&server, &FaultServer::bodyArriving);
        talk(server, "PUT / HTTP/1.1\r\nContent-Length: 30\r\n\r\n" + QByteArray(30, 'x'));
        QTRY_COMPARE(server.requests.size(), 1);
        QVERIFY(arriving.size() >= 3);
    }

    void saysContinueOnlyWhenAsked()
    {
        FaultServer server;
        talk(server, "PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        QTRY_COMPARE(received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QCOMPARE(server.requests.size(), 0);
    }

    void cutsTheBodyWhereTold()
    {
        FaultServer server;
        server.replies.push_back({.body = "0123456789", .cutAfter = 4});
        talk(server, "GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(m_socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(received().endsWith("\r\n\r\n0123"));
    }

    void announcesALengthItDoesNotHave()
    {
        FaultServer server;
        server.replies.push_back({.body = "x", .announcedLength = 5'368'709'121, .holdOpen = true});
        talk(server, "GET / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(received().endsWith("x"));
        QVERIFY(received().contains("Content-Length: 5368709121\r\n"));
        QCOMPARE(server.openConnections(), 1);
    }

    void staysSilent()
    {
        FaultServer server;
        server.replies.push_back({.silent = true});
        server.reply(200);
        talk(server, "GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(server.requests.size(), 1);
        QVERIFY(received().isEmpty());
        QCOMPARE(server.openConnections(), 1);
    }

    void isAProxyAndTheOriginBehindIt()
    {
        FaultServer server;
        server.useTlsInTunnel(TestCertificate::selfSigned({"origin.example"}));
        server.reply(200, "inside");
        talk(server, "CONNECT origin.example:443 HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(received().startsWith("HTTP/1.1 200"));
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.startClientEncryption();
        QTRY_VERIFY(m_socket.isEncrypted());
        m_socket.write("GET /x HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(received().endsWith("inside"));
        QCOMPARE(server.connects, QList<QByteArray>{"origin.example:443"});
    }

    void objectAnswersLikeAStore_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("match");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("whole") << QByteArray() << QByteArray() << 200 << QByteArray("0123456789");
        QTest::newRow("middle") << QByteArray("bytes=2-4") << QByteArray("\"e\"") << 206 << QByteArray("234");
        QTest::newRow("tail") << QByteArray("bytes=7-") << QByteArray() << 206 << QByteArray("789");
        QTest::newRow("past the end") << QByteArray("bytes=10-") << QByteArray() << 416 << QByteArray();
        QTest::newRow("changed") << QByteArray("bytes=2-4") << QByteArray("\"old\"") << 412 << QByteArray();
    }
    void objectAnswersLikeAStore()
    {
        QFETCH(const QByteArray, range);
        QFETCH(const QByteArray, match);
        FaultServer::Request request;
        request.method = "GET";
        if (!range.isEmpty()) {
            request.headers.set("Range", range);
        }
        if (!match.isEmpty()) {
            request.headers.set("If-Match", match);
        }
        const FaultServer::Reply reply = FaultServer::object(request, "0123456789", "\"e\"");
        QTEST(reply.status, "status");
        QTEST(reply.body, "body");
    }

    void cleanup()
    {
        m_socket.abort();
        m_received.clear();
    }

private:
    void talk(const FaultServer& server, const QByteArray& bytes)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        QTRY_COMPARE(m_socket.state(), QAbstractSocket::ConnectedState);
        m_socket.write(bytes);
    }
    QByteArray received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }

    QSslSocket m_socket;
    QByteArray m_received;
};

QTEST_GUILESS_MAIN(TestFaultServer)
#include "tst_faultserver.moc"
