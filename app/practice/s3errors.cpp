#include "app/practice/s3errors.h"

#include <QHash>
#include <QString>
#include <QUuid>

namespace longshore::practice {

namespace {

struct S3ErrorInfo
{
    int status;
    const char* message;
};

const QHash<QByteArray, S3ErrorInfo>& table()
{
    static const QHash<QByteArray, S3ErrorInfo> errors{
        {"AccessDenied", {403, "Access Denied"}},
        {"AuthorizationQueryParametersError", {400, "The authorization query parameters are not valid."}},
        {"BadDigest", {400, "The Content-MD5 you specified did not match what we received."}},
        {"EntityTooLarge", {400, "Your proposed upload exceeds the maximum allowed size"}},
        {"IncompleteBody",
         {400, "You did not provide the number of bytes specified by the Content-Length HTTP header."}},
        {"InternalError", {500, "We encountered an internal error. Please try again."}},
        {"InvalidAccessKeyId", {403, "The AWS Access Key Id you provided does not exist in our records."}},
        {"InvalidArgument", {400, "Only one auth mechanism allowed"}},
        {"InvalidDigest", {400, "The Content-MD5 you specified was invalid."}},
        {"InvalidRange", {416, "The requested range is not satisfiable"}},
        {"MethodNotAllowed", {405, "The specified method is not allowed against this resource."}},
        {"MissingContentLength", {411, "You must provide the Content-Length HTTP header."}},
        {"NoSuchKey", {404, "The specified key does not exist."}},
        {"NoSuchUpload",
         {404, "The specified upload does not exist. The upload ID may be invalid, or the upload may have been "
               "aborted or completed."}},
        {"NotImplemented", {501, "A header you provided implies functionality that is not implemented"}},
        {"PreconditionFailed", {412, "At least one of the pre-conditions you specified did not hold"}},
        {"RequestTimeout",
         {400, "Your socket connection to the server was not read from or written to within the timeout period. Idle "
               "connections will be closed."}},
        {"SignatureDoesNotMatch",
         {403, "The request signature we calculated does not match the signature you provided. Check your key and "
               "signing method."}},
        {"SlowDown", {503, "Please reduce your request rate."}},
    };
    return errors;
}

QByteArray xmlText(const QByteArray& text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

} // namespace

HttpReply s3Error(const QByteArray& code, const QList<std::pair<QByteArray, QByteArray>>& members)
{
    return s3ErrorSaying(code, table().value(code, {500, ""}).message, members);
}

HttpReply s3ErrorSaying(const QByteArray& code, const QByteArray& message,
                        const QList<std::pair<QByteArray, QByteArray>>& members)
{
    HttpReply reply;
    reply.status = table().value(code, {500, ""}).status;
    reply.contentType = "application/xml";
    QByteArray extra;
    for (const auto& [name, text] : members) {
        extra += '<' + name + '>' + xmlText(text) + "</" + name + '>';
    }
    const QByteArray request = QUuid::createUuid().toByteArray(QUuid::Id128).left(16).toUpper();
    const QByteArray host = QUuid::createUuid().toRfc4122().toBase64();
    reply.set("x-amz-request-id", request);
    reply.set("x-amz-id-2", host);
    reply.body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                 + xmlText(message) + "</Message>" + extra + "<RequestId>" + request + "</RequestId><HostId>" + host
                 + "</HostId></Error>";
    return reply;
}

} // namespace longshore::practice
