#pragma once

#include "app/practice/practiceserver.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QTcpSocket>
#include <optional>

/// Clients made from the published facts on a bare socket: they share no code with the server or with the program.
struct RawAnswer
{
    int status = 0; ///< 0: the connection ended without an answer
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool complete = false; ///< the body has the announced length

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QJsonObject result() const; ///< of the wrapper
    [[nodiscard]] QString error() const; ///< the wrapper's first
    [[nodiscard]] QByteArray errorCode() const { return headers.value("x-ms-error-code"); }
};

using RawHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct RawRequest
{
    QByteArray method = "GET";
    QByteArray target; ///< path and query exactly as they go over the wire
    RawHeaders headers = {};
    QByteArray body = {};
    bool sendLength = true;
};

/// One connection, kept alive.
class RawConnection
{
public:
    explicit RawConnection(quint16 port);
    [[nodiscard]] RawAnswer send(const RawRequest& request);
    /// Waits for an answer to what was written before.
    [[nodiscard]] RawAnswer read(bool withoutBody = false);
    [[nodiscard]] QTcpSocket& socket() { return m_socket; }

private:
    [[nodiscard]] bool readUntil(qsizetype size);

    QTcpSocket m_socket;
    QByteArray m_pending;
};

/// What a signed call may do wrong.
struct Signing
{
    qint64 aheadMs = 0;
    QByteArray nonce = {}; ///< empty: a fresh one
    QByteArray secret = {}; ///< Base64; empty: the right one
    QByteArray key = {}; ///< empty: the right one
    QByteArray signedBody = {}; ///< signed in place of the body, when not null
    bool sendLength = true;
};

class DxpClient
{
public:
    explicit DxpClient(const longshore::PracticeAccess& access);

    /// `path` is below the project, for example "deployments".
    [[nodiscard]] RawAnswer call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                                 const Signing& signing = {}) const;
    [[nodiscard]] RawAnswer callTarget(const QByteArray& method, const QByteArray& target, const QByteArray& body,
                                       const Signing& signing) const;
    [[nodiscard]] QByteArray projectPath() const;

    /// Starts an export and waits until it is over; the last status.
    [[nodiscard]] QJsonObject runExport(const QByteArray& environment, const QByteArray& database) const;
    /// The download link of a new export.
    [[nodiscard]] QByteArray exportLink(const QByteArray& environment, const QByteArray& database = "epicms") const;
    /// Waits until the deployment is no longer in `state`.
    [[nodiscard]] QJsonObject awaitDeployment(const QString& id,
                                              const QStringList& running = {QStringLiteral("InProgress")}) const;

    /// A blob request by link, for example with "&comp=block" appended.
    [[nodiscard]] RawAnswer blob(const QByteArray& method, const QByteArray& link, const QByteArray& body = {},
                                 const RawHeaders& headers = {}) const;
    /// The link of packages/location with the blob's name in its path.
    [[nodiscard]] QByteArray uploadLink(const QByteArray& blobName) const;

    /// Sets or (with an empty value) clears a fault; the control endpoint's answer.
    QJsonObject fault(const QString& name, const QString& value) const;
    [[nodiscard]] QJsonObject counters() const;

private:
    longshore::PracticeAccess m_access;
    quint16 m_port;
};

/// A server with short work, for one test.
[[nodiscard]] std::unique_ptr<longshore::PracticeServer> startPractice(longshore::PracticeOptions options = {});
