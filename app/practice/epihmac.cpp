#include "app/practice/epihmac.h"

#include "app/practice/faults.h"
#include "app/practice/identity.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace longshore::practice {

namespace {

constexpr qint64 usualWindowSeconds = 300;

} // namespace

QByteArray epiHmacSignature(const EpiHmacInput& input)
{
    const QByteArray digest = QCryptographicHash::hash(input.body, QCryptographicHash::Md5).toBase64();
    const QByteArray message =
        input.clientKey + input.method.toUpper() + input.target + input.timestamp + input.nonce + digest;
    return QMessageAuthenticationCode::hash(message, QByteArray::fromBase64(input.secret), QCryptographicHash::Sha256)
        .toBase64();
}

QByteArray EpiHmac::refusal(const HttpRequest& request, const QByteArray& body)
{
    static const QByteArray scheme("epi-hmac ");
    const QByteArray header = request.header("authorization");
    const QList<QByteArray> parts = header.mid(scheme.size()).trimmed().split(':');
    if (!header.startsWith(scheme) || parts.size() != 4) {
        return "Authorization has been denied for this request.";
    }
    const EpiHmacInput input{.clientKey = parts.at(0),
                             .secret = m_identity.clientSecret,
                             .method = request.method,
                             .target = request.target(),
                             .timestamp = parts.at(1),
                             .nonce = parts.at(2),
                             .body = body};
    if (input.clientKey != m_identity.clientKey || input.nonce.isEmpty() || parts.at(3) != epiHmacSignature(input)) {
        return "The request signature is not valid.";
    }
    const qint64 window = m_faults.number(u"skew-window").value_or(usualWindowSeconds);
    const qint64 now = m_faults.now().toMSecsSinceEpoch();
    bool isNumber = false;
    const qint64 stamp = input.timestamp.toLongLong(&isNumber);
    if (!isNumber || (window >= 0 && qAbs(now - stamp) > window * 1000)) {
        return "The request timestamp is outside of the allowed window.";
    }
    const qint64 keepMs = (window >= 0 ? window : usualWindowSeconds) * 2000;
    if (isReplay(input.nonce, QDateTime::currentMSecsSinceEpoch(), keepMs) && !m_faults.take(u"nonce-replay")) {
        return "The request nonce was used before.";
    }
    return {};
}

bool EpiHmac::isReplay(const QByteArray& nonce, qint64 nowMs, qint64 keepMs)
{
    const QMutexLocker lock(&m_mutex);
    if (m_nonces.size() > 10000) {
        m_nonces.removeIf([nowMs](const auto& entry) { return entry.value() < nowMs; });
    }
    const auto known = m_nonces.constFind(nonce);
    const bool replay = known != m_nonces.constEnd() && known.value() >= nowMs;
    m_nonces.insert(nonce, nowMs + keepMs);
    return replay;
}

} // namespace longshore::practice
