#include "rawclient.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr int patienceMs = 30000;

} // namespace

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject RawAnswer::result() const
{
    return json().value(u"result"_s).toObject();
}

QString RawAnswer::error() const
{
    return json().value(u"errors"_s).toArray().first().toString();
}

RawConnection::RawConnection(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    m_socket.waitForConnected(patienceMs);
}

RawAnswer RawConnection::send(const RawRequest& request)
{
    QByteArray head = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    const bool hasHost = std::any_of(request.headers.cbegin(), request.headers.cend(),
                                     [](const auto& header) { return header.first == "Host"; });
    if (!hasHost) {
        head += "Host: 127.0.0.1\r\n";
    }
    for (const auto& [name, value] : request.headers) {
        head += name + ": " + value + "\r\n";
    }
    if (request.sendLength && (request.method == "PUT" || request.method == "POST" || !request.body.isEmpty())) {
        head += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    }
    m_socket.write(head + "\r\n" + request.body);
    return read(request.method == "HEAD");
}

bool RawConnection::readUntil(qsizetype size)
{
    while (m_pending.size() < size) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patienceMs)) {
            return false;
        }
        m_pending += m_socket.readAll();
    }
    return true;
}

RawAnswer RawConnection::read(bool withoutBody)
{
    RawAnswer answer;
    qsizetype end = -1;
    while ((end = m_pending.indexOf("\r\n\r\n")) < 0) {
        if (!readUntil(m_pending.size() + 1)) {
            return answer;
        }
    }
    const QList<QByteArray> lines = m_pending.left(end).split('\n');
    m_pending.remove(0, end + 4);
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    if (answer.status == 100) {
        return read(withoutBody);
    }
    const qsizetype length =
        withoutBody || answer.status == 304 ? 0 : answer.headers.value("content-length").toLongLong();
    answer.complete = readUntil(length);
    answer.body = m_pending.left(length);
    m_pending.remove(0, answer.body.size());
    return answer;
}

DxpClient::DxpClient(const PracticeAccess& access)
    : m_access(access), m_port(static_cast<quint16>(access.baseUrl.port()))
{ }

QByteArray DxpClient::projectPath() const
{
    return "/api/v1.0/projects/" + m_access.projectId.toLatin1();
}

RawAnswer DxpClient::call(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                          const Signing& signing) const
{
    return callTarget(method, projectPath() + '/' + path, body, signing);
}

RawAnswer DxpClient::callTarget(const QByteArray& method, const QByteArray& target, const QByteArray& body,
                                const Signing& signing) const
{
    const QByteArray key = signing.key.isEmpty() ? m_access.clientKey.toLatin1() : signing.key;
    const QByteArray secret = signing.secret.isEmpty() ? m_access.clientSecret.reveal() : signing.secret;
    const QByteArray nonce = signing.nonce.isEmpty() ? QUuid::createUuid().toByteArray(QUuid::Id128) : signing.nonce;
    const QByteArray stamp = QByteArray::number(QDateTime::currentMSecsSinceEpoch() + signing.aheadMs);
    const QByteArray signedBody = signing.signedBody.isNull() ? body : signing.signedBody;
    const QByteArray digest = QCryptographicHash::hash(signedBody, QCryptographicHash::Md5).toBase64();
    const QByteArray message = key + method + target + stamp + nonce + digest;
    const QByteArray signature =
        QMessageAuthenticationCode::hash(message, QByteArray::fromBase64(secret), QCryptographicHash::Sha256)
            .toBase64();
    RawConnection connection(m_port);
    return connection.send(
        {.method = method,
         .target = target,
         .headers = {{"Authorization", "epi-hmac " + key + ':' + stamp + ':' + nonce + ':' + signature},
                     {"Content-Type", "application/json"}},
         .body = body,
         .sendLength = signing.sendLength});
}

QJsonObject DxpClient::runExport(const QByteArray& environment, const QByteArray& database) const
{
    const QByteArray path = "environments/" + environment + "/databases/" + database + "/exports";
    QJsonObject status = call("POST", path, R"({"retentionHours":24})").result();
    const QByteArray id = status.value(u"id"_s).toString().toLatin1();
    (void)QTest::qWaitFor(
        [&] {
            status = call("GET", path + '/' + id).result();
            return status.value(u"status"_s).toString() != u"InProgress"_s;
        },
        patienceMs);
    return status;
}

QByteArray DxpClient::exportLink(const QByteArray& environment, const QByteArray& database) const
{
    return runExport(environment, database).value(u"downloadLink"_s).toString().toLatin1();
}

QJsonObject DxpClient::awaitDeployment(const QString& id, const QStringList& running) const
{
    QJsonObject status;
    (void)QTest::qWaitFor(
        [&] {
            status = call("GET", "deployments/" + id.toLatin1()).result();
            return !running.contains(status.value(u"status"_s).toString());
        },
        patienceMs);
    return status;
}

RawAnswer DxpClient::blob(const QByteArray& method, const QByteArray& link, const QByteArray& body,
                          const RawHeaders& headers) const
{
    RawConnection connection(m_port);
    const auto path = link.indexOf('/', QByteArray("http://").size());
    return connection.send({.method = method, .target = link.mid(path), .headers = headers, .body = body});
}

QByteArray DxpClient::uploadLink(const QByteArray& blobName) const
{
    QByteArray link = call("GET", "packages/location").result().value(u"location"_s).toString().toLatin1();
    return link.insert(link.indexOf('?'), '/' + blobName);
}

QJsonObject DxpClient::fault(const QString& name, const QString& value) const
{
    RawConnection connection(m_port);
    const QJsonObject wish{{u"faults"_s, QJsonObject{{name, value}}}};
    return connection
        .send({.method = "POST",
               .target = m_access.control.path().toLatin1(),
               .headers = {},
               .body = QJsonDocument(wish).toJson()})
        .json();
}

QJsonObject DxpClient::counters() const
{
    RawConnection connection(m_port);
    return connection.send({.target = m_access.control.path().toLatin1()}).json().value(u"counters"_s).toObject();
}

std::unique_ptr<PracticeServer> startPractice(PracticeOptions options)
{
    if (qFuzzyCompare(options.timeScale, 1.0)) {
        options.timeScale = 50;
    }
    auto server = PracticeServer::start(options);
    if (!server) {
        qWarning() << server.error();
        return nullptr;
    }
    return std::move(*server);
}
