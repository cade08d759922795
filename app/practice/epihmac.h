#pragma once

#include "app/practice/http.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

namespace longshore::practice {

class Faults;
struct PracticeIdentity;

/// Base64(HMAC-SHA256(secret, key + METHOD + target + timestamp + nonce + Base64(MD5(body)))).
/// facts: the vendor's PowerShell module and five vectors.
struct EpiHmacInput
{
    QByteArray clientKey;
    QByteArray secret; ///< Base64
    QByteArray method;
    QByteArray target; ///< path and query as on the wire
    QByteArray timestamp; ///< Unix time in milliseconds
    QByteArray nonce;
    QByteArray body;
};
[[nodiscard]] QByteArray epiHmacSignature(const EpiHmacInput& input);

/// Decides whether a request is signed by the practice key, within the time window, with a nonce not seen before.
class EpiHmac final
{
public:
    EpiHmac(const PracticeIdentity& identity, Faults& faults) : m_identity(identity), m_faults(faults) { }

    /// Empty when it is; else the sentence for the answer.
    [[nodiscard]] QByteArray refusal(const HttpRequest& request, const QByteArray& body);

private:
    [[nodiscard]] bool isReplay(const QByteArray& nonce, qint64 nowMs, qint64 keepMs);

    const PracticeIdentity& m_identity;
    Faults& m_faults;
    QMutex m_mutex;
    QHash<QByteArray, qint64> m_nonces; ///< → when it may be forgotten
};

} // namespace longshore::practice
