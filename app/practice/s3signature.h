#pragma once

#include "app/practice/http.h"

#include <QDateTime>

namespace longshore::practice {

/// Who signs links to the store, and for which region.
struct S3Key
{
    QByteArray id;
    QByteArray secret;
    QByteArray region = "us-east-1";
};

/// What a presigned link allows.
struct S3Grant
{
    using Pairs = QList<std::pair<QByteArray, QByteArray>>;

    QByteArray method;
    QByteArray host; ///< with the port, as clients send it
    QByteArray path; ///< plain, begins with a slash
    Pairs query = {}; ///< plain, beside those of the signature, for example uploadId
    Pairs headers = {}; ///< that must be sent so, beside host; names in lower case
    QDateTime signedAt;
    std::chrono::seconds life;
};

/// The query of the link, percent-encoded, without the question mark.
/// Source: the storage service's page "Authenticating requests: using query parameters (Signature Version 4)".
[[nodiscard]] QByteArray presignedQuery(const S3Key& key, const S3Grant& grant);

enum class S3Verdict {
    Granted,
    Missing, ///< no signature in the query
    TwoMechanisms, ///< an Authorization header beside it
    Malformed, ///< a parameter is missing or wrong, or a life beyond seven days
    UnknownKey,
    Expired,
    NotYetValid,
    HeadersNotSigned,
    BadSignature,
};

struct S3Check
{
    S3Verdict verdict = S3Verdict::Missing;
    QByteArray problem; ///< of Malformed, in the service's words
    QByteArrayList unsignedHeaders; ///< of HeadersNotSigned
    QByteArray stringToSign; ///< of BadSignature
    QByteArray canonicalRequest;
    QDateTime signedAt;
    QDateTime expires;
};

/// Checks the query signature of a request. `host` and `path` are what the client believes it talks to.
[[nodiscard]] S3Check checkPresigned(const S3Key& key, const HttpRequest& request, const QByteArray& host,
                                     const QByteArray& path, const QDateTime& now);

} // namespace longshore::practice
