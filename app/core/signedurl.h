#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <optional>

class QDebug;

namespace longshore {

/// A link whose query may be a key to the data behind it (Azure SAS, S3 presigned). Its exact bytes are kept and sent
/// untouched; anything shown or written is redacted().
class SignedUrl final
{
public:
    SignedUrl() = default;
    /// BadInput unless it is an absolute https URL, or http to a loopback address, without blanks and control bytes.
    [[nodiscard]] static Result<SignedUrl> parse(const QByteArray& bytes);

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// For the wire only.
    [[nodiscard]] const QByteArray& exactBytes() const { return m_bytes; }
    /// Scheme, host, path and the harmless part of the query (`se`, `sp`, `sv`, `sr`, `X-Amz-Date`, `X-Amz-Expires`,
    /// `comp`, …); everything else reads `name=hidden`.
    [[nodiscard]] QString redacted() const;
    /// From `se=`, `X-Amz-Date` + `X-Amz-Expires`, or `Expires` of an S3 link of the old kind; empty when the link does
    /// not say.
    [[nodiscard]] std::optional<QDateTime> expiresAt() const;
    /// From `X-Amz-Date`; empty when the link does not say.
    [[nodiscard]] std::optional<QDateTime> signedAt() const;
    /// From `sp=`, for example "r"; empty when the link does not say.
    [[nodiscard]] QString permissions() const;
    [[nodiscard]] QString host() const;
    [[nodiscard]] bool isEncrypted() const; ///< by TLS; only a loopback address may be without
    [[nodiscard]] bool isLoopback() const; ///< the host is this machine by its name or number
    /// Last path segment, percent-decoded.
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const; ///< percent-decoded; empty when absent

    friend bool operator==(const SignedUrl&, const SignedUrl&) = default;
    friend QDebug operator<<(QDebug, const SignedUrl&) = delete;

private:
    explicit SignedUrl(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    QByteArray m_bytes;
};

/// "localhost", "::1" or a number in 127.0.0.0/8 ("127.example.org" is a name like any other), in lower case.
[[nodiscard]] bool isLoopbackHost(const QString& host);

} // namespace longshore
