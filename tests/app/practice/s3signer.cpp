#include "s3signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace {

QByteArray mac(const QByteArray& key, const QByteArray& text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

} // namespace

QByteArray S3Signer::target(const QByteArray& method, const QByteArray& path, QMap<QByteArray, QByteArray> headers,
                            QMap<QByteArray, QByteArray> parameters) const
{
    headers.insert("host", host);
    const QByteArray stamp = at.toUTC().toString(u"yyyyMMdd'T'hhmmss'Z'"_s).toLatin1();
    const QByteArray scope = stamp.left(8) + '/' + region + "/s3/aws4_request";
    QByteArray names;
    for (auto it = headers.cbegin(); it != headers.cend(); ++it) {
        names += (names.isEmpty() ? "" : ";") + it.key();
    }
    parameters.insert("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    parameters.insert("X-Amz-Credential", keyId + '/' + scope);
    parameters.insert("X-Amz-Date", stamp);
    parameters.insert("X-Amz-Expires", QByteArray::number(life));
    parameters.insert("X-Amz-SignedHeaders", names);
    QByteArrayList query;
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it) {
        query.append(it.key().toPercentEncoding() + '=' + it.value().toPercentEncoding());
    }
    QByteArray canonical = method + '\n' + path + '\n' + query.join('&') + '\n';
    for (auto it = headers.cbegin(); it != headers.cend(); ++it) {
        canonical += it.key() + ':' + it.value() + '\n';
    }
    canonical += '\n' + names + "\nUNSIGNED-PAYLOAD";
    const QByteArray text = "AWS4-HMAC-SHA256\n" + stamp + '\n' + scope + '\n'
                            + QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
    const QByteArray key = mac(mac(mac(mac("AWS4" + secret, stamp.left(8)), region), "s3"), "aws4_request");
    return path + '?' + query.join('&') + "&X-Amz-Signature=" + mac(key, text).toHex();
}
