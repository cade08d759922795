#include "tests/support/faultconnection.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>
#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace longshore {

namespace {

constexpr qsizetype KeptBody = 32 * 1024 * 1024;

QByteArray reasonOf(int status)
{
    return status < 300 ? "OK" : status < 400 ? "Moved" : "Trouble";
}

QByteArray headOf(const FaultServer::Reply& reply, bool headRequest)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status) + "\r\n";
    HttpHeaders fields;
    for (const auto& [name, value] : reply.headers) {
        fields.set(name, value);
        head += name + ": " + value + "\r\n";
    }
    const bool bodyless = reply.status == 204 || reply.status == 304;
    if (reply.chunked) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (!reply.noLength && !bodyless && !(headRequest && fields.contains("Content-Length"))) {
        head += "Content-Length: " + QByteArray::number(reply.announcedLength.value_or(reply.body.size())) + "\r\n";
    }
    return head + "\r\n";
}

QByteArray asChunk(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

FaultConnection::FaultConnection(FaultServer& server, qintptr descriptor, int number)
    : QObject(&server), m_server(server), m_dripTimer(new QTimer(this)), m_number(number)
{
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_dripTimer, &QTimer::timeout, this, &FaultConnection::drip);
    if (m_server.m_sipBytes > 0) {
        m_socket.setReadBufferSize(m_server.m_sipBytes);
        auto* sips = new QTimer(this);
        connect(sips, &QTimer::timeout, this, &FaultConnection::onReadyRead);
        sips->start(m_server.m_sipMs);
    } else {
        connect(&m_socket, &QSslSocket::readyRead, this, &FaultConnection::onReadyRead);
    }
    connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    if (m_server.m_outer) {
        startTls(*m_server.m_outer);
    }
}

void FaultConnection::startTls(const TestCertificate& certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain({QSslCertificate(certificate.certificate)});
    configuration.setPrivateKey(QSslKey(certificate.key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.setSslConfiguration(configuration);
    m_socket.startServerEncryption();
}

void FaultConnection::close(bool reset)
{
    m_dripTimer->stop();
    m_state = State::Deaf;
    if (reset) {
        m_socket.flush();
#ifdef Q_OS_UNIX
        const linger atOnce{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
        m_socket.abort();
        deleteLater();
        return;
    }
    m_socket.disconnectFromHost(); // what is written goes out first; then `disconnected`
    if (m_socket.state() == QAbstractSocket::UnconnectedState) {
        deleteLater();
    }
}

void FaultConnection::onReadyRead()
{
    if (m_state == State::Deaf) {
        return;
    }
    if (m_state == State::Drain) {
        m_socket.readAll(); // closing with unread bytes would reset the connection and lose the answer
        return;
    }
    m_input += m_socket.readAll();
    bool more = true;
    while (more && (m_state == State::Head || m_state == State::Body)) {
        more = m_state == State::Head ? readHead() : readBody();
    }
}

bool FaultConnection::readHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0 || m_dripTimer->isActive()) {
        return false;
    }
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    m_input.remove(0, end + 4);
    m_request = {};
    m_request.connection = m_number;
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    m_request.method = words.value(0);
    m_request.target = words.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        m_request.headers.set(lines.at(i).left(colon), lines.at(i).mid(colon + 1).trimmed());
    }
    if (m_request.method == "CONNECT") {
        enterTunnel();
        return false;
    }
    m_bodyLeft = m_request.headers.value("Content-Length").toLongLong();
    m_chunked = m_request.headers.value("Transfer-Encoding").toLower() == "chunked";
    m_state = State::Body;
    if (m_server.onHeaders) {
        if (auto early = m_server.onHeaders(m_request)) {
            m_server.requests.append(m_request);
            if (early->silent) {
                m_state = State::Deaf;
                m_socket.setReadBufferSize(1); // so that the peer's sending comes to a halt
            } else {
                const bool bodyComes = m_bodyLeft > 0 || m_chunked;
                m_state = bodyComes ? State::Drain : State::Head;
                if (bodyComes) {
                    early->headers.emplaceBack("Connection", "close");
                }
                answer(*early);
            }
            Q_EMIT m_server.requestReceived();
            return false;
        }
    }
    if (m_server.continues && m_request.headers.value("Expect").toLower() == "100-continue") {
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return true;
}

void FaultConnection::enterTunnel()
{
    m_server.connects.append(m_request.target);
    m_server.lastConnectHeaders = m_request.headers;
    if (m_request.headers.value("Proxy-Authorization") != m_server.proxyAuthorization) {
        m_socket.write("HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    if (m_server.connectStatus != 200) {
        m_socket.write("HTTP/1.1 " + QByteArray::number(m_server.connectStatus)
                       + " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        close(false);
        return;
    }
    m_socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    m_socket.flush();
    if (m_server.m_tunnel) {
        startTls(*m_server.m_tunnel);
    }
}

bool FaultConnection::readBody()
{
    if (m_chunked) {
        return readChunked();
    }
    const QByteArray part = m_input.left(m_bodyLeft);
    m_input.remove(0, part.size());
    m_bodyLeft -= part.size();
    takeBody(part);
    if (m_bodyLeft > 0) {
        return false;
    }
    finishRequest();
    return !m_input.isEmpty();
}

bool FaultConnection::readChunked()
{
    const qsizetype line = m_input.indexOf("\r\n");
    if (line < 0) {
        return false;
    }
    const qsizetype size = m_input.left(line).toLongLong(nullptr, 16);
    if (m_input.size() < line + 2 + size + 2) {
        return false;
    }
    takeBody(m_input.mid(line + 2, size));
    m_input.remove(0, line + 2 + size + 2);
    if (size == 0) {
        finishRequest();
    }
    return !m_input.isEmpty();
}

void FaultConnection::takeBody(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    m_request.bodyBytes += bytes.size();
    if (m_request.body.size() + bytes.size() <= KeptBody) {
        m_request.body += bytes;
    }
    Q_EMIT m_server.bodyArriving(m_request.bodyBytes);
}

void FaultConnection::finishRequest()
{
    m_state = State::Head;
    m_server.requests.append(m_request);
    answer(m_server.next(m_request));
    Q_EMIT m_server.requestReceived();
}

void FaultConnection::answer(const FaultServer::Reply& reply)
{
    m_reply = reply;
    if (reply.silent) {
        return;
    }
    if (reply.closes) {
        close(reply.reset);
        return;
    }
    if (!reply.raw.isEmpty()) {
        m_socket.write(reply.raw);
        close(false);
        return;
    }
    const bool head = m_request.method == "HEAD";
    m_socket.write(headOf(reply, head));
    m_pending = head ? QByteArray() : reply.body.left(reply.cutAfter.value_or(reply.body.size()));
    if (reply.dripBytes > 0 && !m_pending.isEmpty()) {
        m_dripTimer->start(reply.dripMs);
        return;
    }
    sendBody();
    endReply();
}

void FaultConnection::sendBody()
{
    m_socket.write(m_reply.chunked && !m_pending.isEmpty() ? asChunk(m_pending) : m_pending);
    m_pending.clear();
}

void FaultConnection::drip()
{
    const QByteArray part = m_pending.left(m_reply.dripBytes);
    m_pending.remove(0, part.size());
    m_socket.write(m_reply.chunked ? asChunk(part) : part);
    if (m_pending.isEmpty()) {
        m_dripTimer->stop();
        endReply();
        onReadyRead();
    }
}

void FaultConnection::endReply()
{
    if (m_reply.holdOpen) {
        return;
    }
    if (m_reply.cutAfter) {
        close(m_reply.reset);
        return;
    }
    if (m_reply.chunked) {
        m_socket.write("0\r\n\r\n");
    }
    if (m_reply.noLength) {
        close(false);
    }
}

} // namespace longshore
