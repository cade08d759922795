#include "app/practice/s3signature.h"

#include <QCryptographicHash>
#include <QTimeZone>
#include <algorithm>
#include <openssl/evp.h>
#include <openssl/hmac.h>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 longestLife = 604800;
constexpr qint64 toleratedAhead = 15 * 60;
constexpr char algorithm[] = "AWS4-HMAC-SHA256";
constexpr char unsignedPayload[] = "UNSIGNED-PAYLOAD";

using Pairs = S3Grant::Pairs;

QByteArray hmac(const QByteArray& key, const QByteArray& text)
{
    QByteArray mac(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(text.constData()), static_cast<size_t>(text.size()),
         reinterpret_cast<unsigned char*>(mac.data()), &size);
    mac.truncate(static_cast<qsizetype>(size));
    return mac;
}

// Letters, digits and -._~ stay; the slash of a path as well.
QByteArray escaped(const QByteArray& plain)
{
    return plain.toPercentEncoding();
}

QByteArray canonicalPath(const QByteArray& rawPath)
{
    return QByteArray::fromPercentEncoding(rawPath).toPercentEncoding("/");
}

Pairs parseQuery(const QByteArray& raw)
{
    Pairs pairs;
    for (QByteArray entry : raw.split('&')) {
        entry.replace('+', ' ');
        const auto equals = entry.indexOf('=');
        if (!entry.isEmpty()) {
            pairs.append({QByteArray::fromPercentEncoding(equals < 0 ? entry : entry.left(equals)),
                          equals < 0 ? QByteArray() : QByteArray::fromPercentEncoding(entry.mid(equals + 1))});
        }
    }
    return pairs;
}

QByteArray value(const Pairs& pairs, QByteArrayView name)
{
    const auto found =
        std::find_if(pairs.cbegin(), pairs.cend(), [name](const auto& entry) { return entry.first == name; });
    return found == pairs.cend() ? QByteArray() : found->second;
}

QByteArray canonicalQuery(const Pairs& pairs)
{
    Pairs sorted;
    for (const auto& [name, plain] : pairs) {
        if (name != "X-Amz-Signature") {
            sorted.append({escaped(name), escaped(plain)});
        }
    }
    std::sort(sorted.begin(), sorted.end());
    QByteArrayList entries;
    for (const auto& [name, text] : std::as_const(sorted)) {
        entries.append(name + '=' + text);
    }
    return entries.join('&');
}

struct Canonical
{
    QByteArray method;
    QByteArray path;
    Pairs query;
    Pairs headers; ///< the signed ones, sorted
    QByteArray payload = unsignedPayload;

    [[nodiscard]] QByteArray request() const
    {
        QByteArray lines;
        QByteArrayList names;
        for (const auto& [name, text] : headers) {
            lines += name + ':' + text.simplified() + '\n';
            names.append(name);
        }
        return method + '\n' + path + '\n' + canonicalQuery(query) + '\n' + lines + '\n' + names.join(';') + '\n'
               + payload;
    }
};

struct Scope
{
    QByteArray time; ///< 20130524T000000Z
    QByteArray region;

    [[nodiscard]] QByteArray text() const { return time.left(8) + '/' + region + "/s3/aws4_request"; }
};

QByteArray stringToSign(const Scope& scope, const QByteArray& canonicalRequest)
{
    return QByteArray(algorithm) + '\n' + scope.time + '\n' + scope.text() + '\n'
           + QCryptographicHash::hash(canonicalRequest, QCryptographicHash::Sha256).toHex();
}

QByteArray signature(const QByteArray& secret, const Scope& scope, const QByteArray& text)
{
    const QByteArray day = hmac("AWS4" + secret, scope.time.left(8));
    return hmac(hmac(hmac(hmac(day, scope.region), "s3"), "aws4_request"), text).toHex();
}

QDateTime fromBasicTime(const QByteArray& text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), u"yyyyMMdd'T'HHmmss'Z'"_s);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

bool sameBytes(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

/// What is wrong with the parameters themselves; empty: nothing.
QByteArray malformed(const Pairs& query)
{
    for (const char* name : {"X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders"}) {
        if (value(query, name).isEmpty()) {
            return "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
                   "X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.";
        }
    }
    if (value(query, "X-Amz-Algorithm") != algorithm) {
        return "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"";
    }
    bool isNumber = false;
    const qint64 life = value(query, "X-Amz-Expires").toLongLong(&isNumber);
    if (!isNumber || life < 0) {
        return "X-Amz-Expires must be non-negative";
    }
    if (life > longestLife) {
        return "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less "
               "than 604800 seconds";
    }
    return fromBasicTime(value(query, "X-Amz-Date")).isValid()
               ? QByteArray()
               : QByteArray("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
}

QByteArrayList notSigned(const HttpRequest& request, const QByteArrayList& signedNames)
{
    QByteArrayList names;
    for (const auto& [name, text] : request.headers) {
        if (name.startsWith("x-amz-") && !signedNames.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

Canonical asSent(const HttpRequest& request, const QByteArray& host, const QByteArray& path, const Pairs& query,
                 const QByteArrayList& signedNames)
{
    Canonical canonical{.method = request.method,
                        .path = canonicalPath(path),
                        .query = query,
                        .headers = {},
                        .payload = unsignedPayload};
    for (const QByteArray& name : signedNames) {
        canonical.headers.append({name, name == "host" ? host : request.header(name)});
    }
    if (const QByteArray hash = value(query, "X-Amz-Content-Sha256"); !hash.isEmpty()) {
        canonical.payload = hash;
    }
    return canonical;
}

} // namespace

QByteArray presignedQuery(const S3Key& key, const S3Grant& grant)
{
    const Scope scope{.time = grant.signedAt.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1(),
                      .region = key.region};
    Canonical canonical{.method = grant.method,
                        .path = grant.path.toPercentEncoding("/"),
                        .query = grant.query,
                        .headers = grant.headers,
                        .payload = unsignedPayload};
    canonical.headers.append({"host", grant.host});
    std::sort(canonical.headers.begin(), canonical.headers.end());
    QByteArrayList names;
    for (const auto& [name, text] : std::as_const(canonical.headers)) {
        names.append(name);
    }
    canonical.query += Pairs{{"X-Amz-Algorithm", algorithm},
                             {"X-Amz-Credential", key.id + '/' + scope.text()},
                             {"X-Amz-Date", scope.time},
                             {"X-Amz-Expires", QByteArray::number(static_cast<qint64>(grant.life.count()))},
                             {"X-Amz-SignedHeaders", names.join(';')}};
    return canonicalQuery(canonical.query)
           + "&X-Amz-Signature=" + signature(key.secret, scope, stringToSign(scope, canonical.request()));
}

S3Check checkPresigned(const S3Key& key, const HttpRequest& request, const QByteArray& host, const QByteArray& path,
                       const QDateTime& now)
{
    const Pairs query = parseQuery(request.query);
    const QByteArray given = value(query, "X-Amz-Signature");
    S3Check check;
    if (given.isEmpty()) {
        return check;
    }
    const auto refused = [&check](S3Verdict verdict) {
        check.verdict = verdict;
        return check;
    };
    if (request.hasHeader("authorization")) {
        return refused(S3Verdict::TwoMechanisms);
    }
    check.problem = malformed(query);
    if (!check.problem.isEmpty()) {
        return refused(S3Verdict::Malformed);
    }
    const Scope scope{.time = value(query, "X-Amz-Date"), .region = key.region};
    const QByteArray credential = value(query, "X-Amz-Credential");
    if (credential.left(credential.indexOf('/')) != key.id) {
        return refused(S3Verdict::UnknownKey);
    }
    if (credential != key.id + '/' + scope.text()) {
        check.problem = "Error parsing the X-Amz-Credential parameter; incorrect date, region, service or terminator.";
        return refused(S3Verdict::Malformed);
    }
    check.signedAt = fromBasicTime(scope.time);
    check.expires = check.signedAt.addSecs(value(query, "X-Amz-Expires").toLongLong());
    if (now > check.expires) {
        return refused(S3Verdict::Expired);
    }
    if (check.signedAt > now.addSecs(toleratedAhead)) {
        return refused(S3Verdict::NotYetValid);
    }
    const QByteArrayList signedNames = value(query, "X-Amz-SignedHeaders").split(';');
    check.unsignedHeaders = notSigned(request, signedNames);
    if (!check.unsignedHeaders.isEmpty()) {
        return refused(S3Verdict::HeadersNotSigned);
    }
    check.canonicalRequest = asSent(request, host, path, query, signedNames).request();
    check.stringToSign = stringToSign(scope, check.canonicalRequest);
    const bool right =
        signedNames.contains("host") && sameBytes(given, signature(key.secret, scope, check.stringToSign));
    return refused(right ? S3Verdict::Granted : S3Verdict::BadSignature);
}

} // namespace longshore::practice
