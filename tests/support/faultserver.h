#pragma once

#include "app/net/httptransport.h"
#include "tests/support/testcertificates.h"

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <deque>
#include <functional>
#include <optional>

namespace longshore {

class FaultConnection;

/// A web server on 127.0.0.1 (any free port) that misbehaves as scripted. It lives in the test's event loop.
///
/// Answers come from `replies` in order, then from `handler`, then 404. Every request is recorded when it is complete.
class FaultServer final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method;
        QByteArray target; ///< exactly as received
        HttpHeaders headers;
        QByteArray body; ///< the first 32 MiB
        qint64 bodyBytes = 0;
        int connection = 0; ///< counts from 1
    };

    struct Reply
    {
        int status = 200;
        QList<std::pair<QByteArray, QByteArray>> headers = {};
        QByteArray body = {};
        std::optional<qint64> announcedLength = {}; ///< instead of the body's own length
        bool chunked = false;
        bool noLength = false; ///< neither length nor chunks: the end of the connection ends the body
        std::optional<qint64> cutAfter = {}; ///< close after that many bytes of the body
        bool reset = false; ///< close by RST instead of FIN
        bool holdOpen = false; ///< after the body's bytes keep the connection and say nothing
        qsizetype dripBytes = 0; ///< that many bytes of the body every dripMs
        int dripMs = 5;
        bool closes = false; ///< close without an answer
        bool silent = false; ///< never answer; given by onHeaders it does not read the body either
        QByteArray raw = {}; ///< sent instead of everything above, then closed
    };

    using Handler = std::function<Reply(const Request&)>;

    explicit FaultServer(QObject* parent = nullptr);
    ~FaultServer() override;

    std::deque<Reply> replies;
    Handler handler;
    /// Asked when the header fields are there and the body is not; an answer is sent at once and the body is not read.
    std::function<std::optional<Reply>(const Request&)> onHeaders;
    QList<Request> requests;
    QList<QByteArray> connects; ///< targets of CONNECT; the tunnel ends in this server itself, over TLS if set
    HttpHeaders lastConnectHeaders;
    int connectStatus = 200; ///< the answer to CONNECT
    QByteArray proxyAuthorization; ///< what CONNECT must carry, or else 407; empty: nothing
    bool continues = true; ///< answer `Expect: 100-continue`

    /// Over TLS from now on.
    void useTls(const TestCertificate& certificate);
    /// TLS only inside a CONNECT tunnel: the server is a plain proxy from outside.
    void useTlsInTunnel(const TestCertificate& certificate);

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "http://127.0.0.1:port" + path, or https once useTls() was called.
    [[nodiscard]] QByteArray url(const QByteArray& path = "/") const;
    [[nodiscard]] SignedUrl link(const QByteArray& path = "/") const;
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    [[nodiscard]] int openConnections() const;
    void closeAll(); ///< closes every connection, keeps listening
    void stopListening(); ///< new connections are refused
    void listenAgain(); ///< on the same port
    /// Takes that many bytes every so many milliseconds, of connections that keep as little as the system allows on its
    /// way, as a slow line does. For connections from now on.
    void sip(qsizetype bytes, int everyMs);

    void reply(int status, const QByteArray& body = {}, const QList<std::pair<QByteArray, QByteArray>>& headers = {});

    /// What a good object store answers to GET or HEAD: Range, If-Match, ETag, Accept-Ranges; 200, 206, 412 or 416.
    [[nodiscard]] static Reply object(const Request& request, const QByteArray& content, const QByteArray& etag);

Q_SIGNALS:
    void requestReceived();
    /// A request body is under way; bytes so far.
    void bodyArriving(qint64 bytes);

private:
    friend class FaultConnection;
    class Listener final : public QTcpServer
    {
    public:
        std::function<void(qintptr)> accepted;

    protected:
        void incomingConnection(qintptr descriptor) override { accepted(descriptor); }
    };
    [[nodiscard]] Reply next(const Request& request);

    Listener m_server;
    quint16 m_port = 0;
    qsizetype m_sipBytes = 0; ///< 0: whatever comes
    int m_sipMs = 0;
    std::optional<TestCertificate> m_outer;
    std::optional<TestCertificate> m_tunnel;
    int m_connectionCount = 0;
};

} // namespace longshore
