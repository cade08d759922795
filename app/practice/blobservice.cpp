#include "app/practice/blobservice.h"

#include "app/practice/bloberrors.h"
#include "app/practice/context.h"
#include "app/practice/httpdate.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore::practice {

HttpReply BlobService::handle(const HttpRequest& request)
{
    const Target what = target(request);
    HttpReply reply = m_context.faults.take(u"blob-503") ? blobError("ServerBusy") : dispatch(what);
    reply.set("Server", "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0");
    reply.set("x-ms-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const QByteArray version = what.query.value("sv");
    reply.set("x-ms-version", version.isEmpty() ? QByteArray("2023-01-03") : version);
    if (const QByteArray id = request.header("x-ms-client-request-id"); !id.isEmpty()) {
        reply.set("x-ms-client-request-id", id);
    }
    return reply;
}

std::optional<HttpReply> BlobService::refuse(const HttpRequest& request)
{
    const Target what = target(request);
    if (auto reply = unauthorized(what)) {
        return reply;
    }
    return request.method == "PUT" ? unwritable(what) : std::nullopt;
}

BlobService::Target BlobService::target(const HttpRequest& request) const
{
    QByteArray path = request.path;
    const QByteArray prefix = QUrl::fromEncoded(m_context.linkBase).path(QUrl::FullyEncoded).toLatin1() + '/';
    if (path.startsWith(prefix)) {
        path = path.mid(prefix.size() - 1);
    }
    path = QByteArray::fromPercentEncoding(path.mid(1));
    const auto slash = path.indexOf('/');
    return {.request = request,
            .query = QueryParameters(request.query),
            .container = slash < 0 ? path : path.left(slash),
            .blob = slash < 0 ? QByteArray() : path.mid(slash + 1)};
}

std::optional<HttpReply> BlobService::unauthorized(const Target& target) const
{
    const QueryParameters& query = target.query;
    switch (m_context.signer.check(query, target.container, target.blob, m_context.faults.now())) {
    case SasVerdict::Missing:
        return blobError("PublicAccessNotPermitted");
    case SasVerdict::BadSignature:
        return blobError("AuthenticationFailed", "Signature did not match.");
    case SasVerdict::Expired:
        return blobError("AuthenticationFailed", "Signature not valid in the specified time frame: Start [] - Expiry ["
                                                     + query.value("se") + "] - Current ["
                                                     + httpDate(m_context.faults.now()) + ']');
    case SasVerdict::Granted:
        break;
    }
    const QByteArray& method = target.request.method;
    const char needed = target.blob.isEmpty() && query.value("comp") == "list" ? 'l'
                        : method == "GET" || method == "HEAD"                  ? 'r'
                        : method == "DELETE"                                   ? 'd'
                                                                               : 'w';
    if (!query.value("sp").contains(needed)) {
        return blobError("AuthorizationPermissionMismatch");
    }
    return std::nullopt;
}

HttpReply BlobService::dispatch(const Target& target)
{
    if (auto refusal = unauthorized(target)) {
        return *refusal;
    }
    const QByteArray& method = target.request.method;
    const QByteArray comp = target.query.value("comp");
    if (target.blob.isEmpty()) {
        return method == "GET" && comp == "list" ? blobList(target) : blobError("InvalidQueryParameterValue");
    }
    if (method == "GET" && comp == "blocklist") {
        return blockList(target);
    }
    if ((method == "GET" || method == "HEAD") && comp.isEmpty()) {
        return download(target);
    }
    if (method != "PUT") {
        return blobError("UnsupportedHttpVerb");
    }
    if (auto refusal = unwritable(target)) {
        return *refusal;
    }
    if (comp == "block") {
        return putBlock(target);
    }
    if (comp == "blocklist") {
        return putBlockList(target);
    }
    return comp.isEmpty() ? putBlob(target) : blobError("InvalidQueryParameterValue");
}

} // namespace longshore::practice
