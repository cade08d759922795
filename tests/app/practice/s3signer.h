#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>

/// Query signatures (Signature Version 4) made from their description alone: shares no code with the server.
struct S3Signer
{
    QByteArray keyId;
    QByteArray secret;
    QByteArray host;
    QByteArray region = "us-east-1";
    QDateTime at = QDateTime::currentDateTimeUtc();
    qint64 life = 3600;

    /// The whole target of the request. `path` goes over the wire as it is; headers have lower-case names.
    [[nodiscard]] QByteArray target(const QByteArray& method, const QByteArray& path,
                                    QMap<QByteArray, QByteArray> headers = {},
                                    QMap<QByteArray, QByteArray> parameters = {}) const;
};
