#include "app/practice/bloberrors.h"

#include <QDateTime>
#include <QHash>
#include <QUuid>

namespace longshore::practice {

namespace {

struct BlobErrorInfo
{
    int status;
    const char* message;
};

const QHash<QByteArray, BlobErrorInfo>& table()
{
    static const QHash<QByteArray, BlobErrorInfo> errors{
        {"AuthenticationFailed",
         {403, "Server failed to authenticate the request. Make sure the value of Authorization header is formed "
               "correctly including the signature."}},
        {"AuthorizationPermissionMismatch",
         {403, "This request is not authorized to perform this operation using this permission."}},
        {"PublicAccessNotPermitted", {409, "Public access is not permitted on this storage account."}},
        {"BlobNotFound", {404, "The specified blob does not exist."}},
        {"ContainerNotFound", {404, "The specified container does not exist."}},
        {"BlobAlreadyExists", {409, "The specified blob already exists."}},
        {"ConditionNotMet", {412, "The condition specified using HTTP conditional header(s) is not met."}},
        {"LeaseIdMissing",
         {412, "There is currently a lease on the blob and no lease ID was specified in the request."}},
        {"LeaseIdMismatchWithBlobOperation", {412, "The lease ID specified did not match the lease ID for the blob."}},
        {"InvalidRange", {416, "The range specified is invalid for the current size of the resource."}},
        {"InvalidBlockId", {400, "The specified block ID is invalid. The block ID must be Base64-encoded."}},
        {"InvalidBlobOrBlock", {400, "The specified blob or block content is invalid."}},
        {"InvalidBlockList", {400, "The specified block list is invalid."}},
        {"BlockListTooLong", {400, "The block list may not contain more than 50,000 blocks."}},
        {"InvalidXmlDocument", {400, "XML specified is not syntactically valid."}},
        {"InvalidMd5",
         {400, "The MD5 value specified in the request is invalid. The MD5 value must be 128 bits and "
               "Base64-encoded."}},
        {"Md5Mismatch",
         {400, "The MD5 value specified in the request did not match with the MD5 value calculated by "
               "the server."}},
        {"MissingRequiredHeader", {400, "An HTTP header that's mandatory for this request is not specified."}},
        {"InvalidHeaderValue", {400, "The value for one of the HTTP headers is not in the correct format."}},
        {"InvalidQueryParameterValue",
         {400, "Value for one of the query parameters specified in the request URI is invalid."}},
        {"MissingContentLengthHeader", {411, "Content-Length HTTP header is missing."}},
        {"RequestBodyTooLarge", {413, "The request body is too large and exceeds the maximum permissible limit."}},
        {"UnsupportedHttpVerb", {405, "The resource doesn't support specified Http Verb."}},
        {"InternalError", {500, "The server encountered an internal error. Please retry the request."}},
        {"ServerBusy", {503, "The server is currently unable to receive requests. Please retry your request."}},
    };
    return errors;
}

} // namespace

HttpReply blobError(const QByteArray& code, const QByteArray& detail)
{
    const BlobErrorInfo info = table().value(code, {500, "The server encountered an internal error."});
    const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    HttpReply reply;
    reply.status = info.status;
    reply.contentType = "application/xml";
    reply.set("x-ms-error-code", code);
    reply.body = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>"
                 + info.message + "\nRequestId:" + id
                 + "\nTime:" + QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + "</Message>";
    if (!detail.isEmpty()) {
        reply.body += "<AuthenticationErrorDetail>" + detail + "</AuthenticationErrorDetail>";
    }
    reply.body += "</Error>";
    return reply;
}

} // namespace longshore::practice
