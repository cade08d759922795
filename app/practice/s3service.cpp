#include "app/practice/s3service.h"

#include "app/practice/context.h"
#include "app/practice/s3errors.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

// More ahead than any store tolerates.
constexpr qint64 futureSeconds = 3600;

HttpReply signatureMismatch(const S3Key& key, const S3Check& check)
{
    return s3Error("SignatureDoesNotMatch", {{"AWSAccessKeyId", key.id},
                                             {"StringToSign", check.stringToSign},
                                             {"CanonicalRequest", check.canonicalRequest}});
}

QByteArray isoTime(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
}

} // namespace

S3Service::S3Service(PracticeContext& context, S3Store& store, S3Key key)
    : m_context(context), m_store(store), m_key(std::move(key))
{ }

QByteArray S3Service::root()
{
    return QByteArray("/") + bucket + '/';
}

QByteArray S3Service::link(const Link& link) const
{
    const QUrl base = QUrl::fromEncoded(m_context.linkBase);
    const bool isAhead = m_context.faults.take(u"s3-future-link");
    const S3Grant grant{
        .method = link.method,
        .host = base.authority(QUrl::FullyEncoded).toLatin1(),
        .path = base.path(QUrl::FullyDecoded).toUtf8() + root() + link.key,
        .query = link.query,
        .headers = link.headers,
        .signedAt = m_context.faults.now().addSecs(isAhead ? futureSeconds : 0),
        .life = std::chrono::seconds(m_context.faults.number(u"expire-link-after").value_or(link.life.count()))};
    const QByteArray key = link.key.toPercentEncoding("/");
    return m_context.linkBase + root() + key + '?' + presignedQuery(m_key, grant);
}

HttpReply S3Service::handle(const HttpRequest& request)
{
    HttpReply reply = answer(request);
    if (reply.status >= 400 && m_context.faults.take(u"s3-empty-message")) {
        const auto begin = reply.body.indexOf("<Message>") + 9;
        reply.body.remove(begin, reply.body.indexOf("</Message>") - begin);
    }
    const bool hasId = std::any_of(reply.headers.cbegin(), reply.headers.cend(),
                                   [](const auto& header) { return header.first == "x-amz-request-id"; });
    if (!hasId) {
        reply.set("x-amz-request-id", QUuid::createUuid().toByteArray(QUuid::Id128).left(16).toUpper());
        reply.set("x-amz-id-2", QUuid::createUuid().toRfc4122().toBase64());
    }
    reply.set("Server", "AmazonS3");
    return reply;
}

HttpReply S3Service::answer(const HttpRequest& request)
{
    if (m_context.faults.take(u"s3-slowdown")) {
        return s3Error("SlowDown");
    }
    if (m_context.faults.take(u"s3-500")) {
        return s3Error("InternalError");
    }
    const Target what = target(request);
    if (auto refusal = unauthorized(what)) {
        return *refusal;
    }
    if (request.method == "GET" || request.method == "HEAD") {
        return download(what);
    }
    if (request.method != "PUT") {
        return s3Error("MethodNotAllowed", {{"Method", request.method}});
    }
    if (auto refusal = unwritable(what)) {
        return *refusal;
    }
    return upload(what);
}

std::optional<HttpReply> S3Service::refuse(const HttpRequest& request)
{
    const Target what = target(request);
    if (auto refusal = unauthorized(what)) {
        return refusal;
    }
    return unwritable(what);
}

// A proxy before the server hands requests on without the beginning of the path, which is signed all the same.
S3Service::Target S3Service::target(const HttpRequest& request) const
{
    const QUrl base = QUrl::fromEncoded(m_context.linkBase);
    const QByteArray prefix = base.path(QUrl::FullyEncoded).toLatin1();
    QByteArray path = request.path;
    if (!path.startsWith(QByteArray(prefix + root()))) {
        path.prepend(prefix);
    }
    const QByteArray plain = QByteArray::fromPercentEncoding(path);
    const QByteArray decodedPrefix = QByteArray::fromPercentEncoding(prefix) + root();
    const QByteArray host =
        m_context.isBehindProxy ? base.authority(QUrl::FullyEncoded).toLatin1() : request.header("host");
    const QueryParameters query(request.query);
    return {.request = request,
            .key = plain.mid(decodedPrefix.size()),
            .uploadId = query.value("uploadid"),
            .partNumber = query.value("partnumber").toInt(),
            .check = checkPresigned(m_key, request, host, path, m_context.faults.now())};
}

std::optional<HttpReply> S3Service::unauthorized(const Target& target) const
{
    const S3Check& check = target.check;
    switch (check.verdict) {
    case S3Verdict::Missing:
        return s3Error("AccessDenied");
    case S3Verdict::TwoMechanisms:
        return s3ErrorSaying("InvalidArgument",
                             "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature "
                             "query string parameter or the Authorization header should be specified",
                             {{"ArgumentName", "Authorization"}});
    case S3Verdict::Malformed:
        return s3ErrorSaying("AuthorizationQueryParametersError", check.problem);
    case S3Verdict::UnknownKey:
        return s3Error("InvalidAccessKeyId");
    case S3Verdict::Expired:
        return s3ErrorSaying("AccessDenied", "Request has expired",
                             {{"X-Amz-Expires", QByteArray::number(check.signedAt.secsTo(check.expires))},
                              {"Expires", isoTime(check.expires)},
                              {"ServerTime", isoTime(m_context.faults.now())}});
    case S3Verdict::NotYetValid:
        return s3ErrorSaying("AccessDenied", "Request is not yet valid",
                             {{"ServerTime", isoTime(m_context.faults.now())}});
    case S3Verdict::HeadersNotSigned:
        return s3ErrorSaying("AccessDenied", "There were headers present in the request which were not signed",
                             {{"HeadersNotSigned", check.unsignedHeaders.join(", ")}});
    case S3Verdict::BadSignature:
        return signatureMismatch(m_key, check);
    case S3Verdict::Granted:
        break;
    }
    const bool namesType = QueryParameters(target.request.query).value("x-amz-signedheaders").contains("content-type");
    if (target.request.hasHeader("content-type") && !namesType && m_context.faults.take(u"s3-strict-type")) {
        return s3ErrorSaying("AccessDenied", "content-type supplied but not in CanonicalHeaders");
    }
    return std::nullopt;
}

} // namespace longshore::practice
