#include "app/providers/optimizely/epihmac.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QString>

namespace longshore {

QByteArray epiHmacAuthorization(const EpiHmacInput& input)
{
    // The hash of nothing is sent for a request without a body; an empty string instead is refused.
    const QByteArray bodyHash = QCryptographicHash::hash(input.body, QCryptographicHash::Md5).toBase64();
    const QByteArray time = QByteArray::number(input.unixMilliseconds);
    const QByteArray message =
        input.clientKey + input.method.toUpper() + input.pathAndQuery + time + input.nonce + bodyHash;
    const QByteArray key = QByteArray::fromBase64(input.secret.reveal());
    const QByteArray signature = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toBase64();
    return "epi-hmac " + input.clientKey + ':' + time + ':' + input.nonce + ':' + signature;
}

} // namespace longshore
