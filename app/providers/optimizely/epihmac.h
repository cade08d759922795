#pragma once

#include "app/core/secret.h"

#include <QByteArray>

namespace longshore {

/// What the `epi-hmac` signature covers: the bytes that go over the wire, and who sends them when.
struct EpiHmacInput
{
    QByteArray clientKey;
    Secret secret; ///< as the portal shows it: Base64
    QByteArray method;
    QByteArray pathAndQuery; ///< percent-encoded, as sent
    QByteArray body; ///< as sent; empty when there is none
    qint64 unixMilliseconds = 0;
    QByteArray nonce; ///< never used twice
};

/// The value of the Authorization header. The scheme is documented by the vendor's PowerShell module only:
/// key + METHOD + path and query + time + nonce + Base64(MD5(body)), signed with HMAC-SHA256.
[[nodiscard]] QByteArray epiHmacAuthorization(const EpiHmacInput& input);

} // namespace longshore
