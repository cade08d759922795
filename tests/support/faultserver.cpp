#include "tests/support/faultserver.h"

#include "tests/support/faultconnection.h"

#include <QHostAddress>
#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace longshore {

FaultServer::FaultServer(QObject* parent) : QObject(parent)
{
    m_server.accepted = [this](qintptr descriptor) { new FaultConnection(*this, descriptor, ++m_connectionCount); };
    if (!m_server.listen(QHostAddress::LocalHost)) {
        qFatal("no loopback port to listen on");
    }
    m_port = m_server.serverPort();
}

FaultServer::~FaultServer()
{
    qDeleteAll(findChildren<FaultConnection*>());
}

void FaultServer::useTls(const TestCertificate& certificate)
{
    m_outer = certificate;
}

void FaultServer::useTlsInTunnel(const TestCertificate& certificate)
{
    m_tunnel = certificate;
}

QByteArray FaultServer::url(const QByteArray& path) const
{
    return (m_outer ? "https://127.0.0.1:" : "http://127.0.0.1:") + QByteArray::number(port()) + path;
}

SignedUrl FaultServer::link(const QByteArray& path) const
{
    return *SignedUrl::parse(url(path));
}

int FaultServer::openConnections() const
{
    return static_cast<int>(findChildren<FaultConnection*>().size());
}

void FaultServer::closeAll()
{
    const auto connections = findChildren<FaultConnection*>();
    for (FaultConnection* connection : connections) {
        connection->close(false);
    }
}

void FaultServer::stopListening()
{
    m_server.close();
}

void FaultServer::listenAgain()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port)) {
        qFatal("the port is somebody else's now");
    }
}

void FaultServer::sip(qsizetype bytes, int everyMs)
{
    m_sipBytes = bytes;
    m_sipMs = everyMs;
#ifdef Q_OS_UNIX
    // Small segments, too: by their size the peer's system measures its own buffer.
    const auto listener = static_cast<int>(m_server.socketDescriptor());
    const int buffer = 1'000;
    const int segment = 536;
    ::setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    ::setsockopt(listener, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
#endif
}

void FaultServer::reply(int status, const QByteArray& body, const QList<std::pair<QByteArray, QByteArray>>& headers)
{
    replies.push_back({.status = status, .headers = headers, .body = body});
}

FaultServer::Reply FaultServer::next(const Request& request)
{
    if (!replies.empty()) {
        Reply reply = replies.front();
        replies.pop_front();
        return reply;
    }
    return handler ? handler(request) : Reply{.status = 404};
}

FaultServer::Reply FaultServer::object(const Request& request, const QByteArray& content, const QByteArray& etag)
{
    Reply reply{.headers = {{"ETag", etag}, {"Accept-Ranges", "bytes"}}, .body = content};
    const QByteArray match = request.headers.value("If-Match");
    if (!match.isEmpty() && match != "*" && match != etag) {
        return {.status = 412, .headers = {{"ETag", etag}}};
    }
    const QByteArray range = request.headers.value("Range");
    if (!range.startsWith("bytes=")) {
        return reply;
    }
    const QList<QByteArray> ends = range.mid(6).split('-');
    const qint64 first = ends.value(0).toLongLong();
    const qint64 last =
        ends.value(1).isEmpty() ? content.size() - 1 : std::min<qint64>(ends.value(1).toLongLong(), content.size() - 1);
    if (first > last) {
        return {.status = 416, .headers = {{"Content-Range", "bytes */" + QByteArray::number(content.size())}}};
    }
    reply.status = 206;
    reply.body = content.mid(first, last - first + 1);
    reply.headers.append({"Content-Range", "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/'
                                               + QByteArray::number(content.size())});
    return reply;
}

} // namespace longshore
