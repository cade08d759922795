// Reading from the blob store: downloads and the two lists.
#include "app/practice/bloberrors.h"
#include "app/practice/blobservice.h"
#include "app/practice/context.h"
#include "app/practice/filebody.h"
#include "app/practice/httpdate.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

/// The store knows `bytes=A-B` and `bytes=A-`; it ignores every other form. Nothing: the whole blob.
std::optional<ByteRange> wantedRange(const HttpRequest& request, qint64 size)
{
    const QByteArray own = request.header("x-ms-range");
    const QByteArray text = (own.isEmpty() ? request.header("range") : own).trimmed();
    const auto dash = text.indexOf('-');
    if (!text.startsWith("bytes=") || dash <= 6 || text.contains(',')) {
        return std::nullopt;
    }
    bool firstOk = false;
    bool lastOk = true;
    const qint64 first = text.mid(6, dash - 6).toLongLong(&firstOk);
    const QByteArray end = text.mid(dash + 1);
    const qint64 last = end.isEmpty() ? size - 1 : std::min(size - 1, end.toLongLong(&lastOk));
    if (!firstOk || !lastOk || first < 0) {
        return std::nullopt;
    }
    return ByteRange{.first = first, .length = std::max<qint64>(0, last - first + 1)};
}

bool matchesTag(const QByteArray& list, const QByteArray& etag)
{
    const QList<QByteArray> tags = list.split(',');
    return std::any_of(tags.cbegin(), tags.cend(),
                       [&etag](const QByteArray& tag) { return tag.trimmed() == "*" || tag.trimmed() == etag; });
}

std::optional<HttpReply> failedCondition(const HttpRequest& request, const Blob& blob)
{
    const QDateTime modified = fromHttpDate(httpDate(blob.modified)); // whole seconds
    const QDateTime unmodifiedSince = fromHttpDate(request.header("if-unmodified-since"));
    const QDateTime modifiedSince = fromHttpDate(request.header("if-modified-since"));
    if ((request.hasHeader("if-match") && !matchesTag(request.header("if-match"), blob.etag))
        || (unmodifiedSince.isValid() && modified > unmodifiedSince)) {
        return blobError("ConditionNotMet");
    }
    if ((request.hasHeader("if-none-match") && matchesTag(request.header("if-none-match"), blob.etag))
        || (modifiedSince.isValid() && modified <= modifiedSince)) {
        HttpReply reply;
        reply.status = 304;
        return reply;
    }
    return std::nullopt;
}

void describe(HttpReply& reply, const Blob& blob)
{
    reply.contentType = blob.contentType;
    reply.set("ETag", blob.etag);
    reply.set("Last-Modified", httpDate(blob.modified));
    reply.set("Accept-Ranges", "bytes");
    reply.set("x-ms-blob-type", "BlockBlob");
    reply.set("x-ms-creation-time", httpDate(blob.created));
    reply.set("x-ms-lease-state", blob.leased ? "leased" : "available");
    reply.set("x-ms-lease-status", blob.leased ? "locked" : "unlocked");
    if (blob.leased) {
        reply.set("x-ms-lease-duration", "infinite");
    }
    reply.set("x-ms-server-encrypted", "true");
}

QByteArray xmlText(const QByteArray& text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

QByteArray blockXml(const QList<BlobBlock>& blocks)
{
    QByteArray xml;
    for (const BlobBlock& block : blocks) {
        if (!block.id.isEmpty()) {
            xml += "<Block><Name>" + xmlText(block.id) + "</Name><Size>" + QByteArray::number(block.size)
                   + "</Size></Block>";
        }
    }
    return xml;
}

HttpReply xmlReply(const QByteArray& xml)
{
    HttpReply reply;
    reply.contentType = "application/xml";
    reply.body = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml;
    return reply;
}

} // namespace

HttpReply BlobService::download(const Target& target)
{
    const bool hasRange = target.request.hasHeader("range") || target.request.hasHeader("x-ms-range");
    if (hasRange && target.request.method == "GET" && m_context.faults.take(u"change-object")) {
        m_context.blobs.touch(target.container, target.blob, m_context.faults.now());
    }
    const auto blob = m_context.blobs.find(target.container, target.blob);
    if (!blob) {
        return blobError("BlobNotFound");
    }
    if (auto failed = failedCondition(target.request, *blob)) {
        failed->set("ETag", blob->etag);
        return *failed;
    }
    return content(target, *blob);
}

HttpReply BlobService::content(const Target& target, const Blob& blob)
{
    const bool isHead = target.request.method == "HEAD";
    const qint64 size = blob.size();
    const auto range = isHead ? std::nullopt : wantedRange(target.request, size);
    if (range && range->length <= 0) {
        HttpReply reply = blobError("InvalidRange");
        reply.set("Content-Range", "bytes */" + QByteArray::number(size));
        return reply;
    }
    const bool isPart = range && !m_context.faults.take(u"ignore-range");
    const ByteRange whole{.first = 0, .length = size};
    const ByteRange bytes = isPart ? range.value_or(whole) : whole;
    HttpReply reply;
    describe(reply, blob);
    if (isPart) {
        reply.status = 206;
        reply.set("Content-Range", "bytes " + QByteArray::number(bytes.first) + '-'
                                       + QByteArray::number(bytes.first + bytes.length - 1) + '/'
                                       + QByteArray::number(size));
    }
    if (!blob.md5.isEmpty()) {
        // Of a part, the store tells the hash of the whole under another name.
        reply.set(isPart ? "x-ms-blob-content-md5" : "Content-MD5", blob.md5);
    }
    QList<FileBody::Part> parts;
    for (const BlobBlock& block : blob.blocks) {
        parts.append({.file = m_context.blobs.path(blob, block), .size = block.size});
    }
    reply.length = bytes.length;
    const Mishap mishap = isHead || size == 0 ? Mishap{} : nextMishap(m_context.faults, bytes.length);
    reply.write = FileBody(std::move(parts), bytes, mishap, m_context.stop, target.request.peerIsThere);
    return reply;
}

HttpReply BlobService::blockList(const Target& target) const
{
    const auto blob = m_context.blobs.find(target.container, target.blob);
    const QList<BlobBlock> staged = m_context.blobs.staged(target.container, target.blob);
    if (!blob && staged.isEmpty()) {
        return blobError("BlobNotFound");
    }
    const QByteArray type = target.query.value("blocklisttype").toLower();
    QByteArray xml = "<BlockList>";
    if (type.isEmpty() || type == "committed" || type == "all") {
        xml += "<CommittedBlocks>" + blockXml(blob.value_or(Blob{}).blocks) + "</CommittedBlocks>";
    }
    if (type == "uncommitted" || type == "all") {
        xml += "<UncommittedBlocks>" + blockXml(staged) + "</UncommittedBlocks>";
    }
    HttpReply reply = xmlReply(xml + "</BlockList>");
    if (blob) {
        reply.set("ETag", blob->etag);
        reply.set("Last-Modified", httpDate(blob->modified));
        reply.set("x-ms-blob-content-length", QByteArray::number(blob->size()));
    }
    return reply;
}

HttpReply BlobService::blobList(const Target& target) const
{
    const QByteArray prefix = target.query.value("prefix");
    const QByteArray marker = target.query.value("marker");
    const qsizetype wanted = target.query.value("maxresults").toLongLong();
    const qsizetype limit = wanted > 0 ? std::min<qsizetype>(wanted, 5000) : 5000;
    QByteArray xml;
    QByteArray next;
    qsizetype shown = 0;
    const QList<Blob> blobs = m_context.blobs.list(target.container);
    for (const Blob& blob : blobs) {
        if (!blob.name.startsWith(prefix) || blob.name < marker) {
            continue;
        }
        if (shown++ == limit) {
            next = blob.name;
            break;
        }
        xml += "<Blob><Name>" + xmlText(blob.name) + "</Name><Properties><Last-Modified>" + httpDate(blob.modified)
               + "</Last-Modified><Etag>" + blob.etag.mid(1, blob.etag.size() - 2) + "</Etag><Content-Length>"
               + QByteArray::number(blob.size()) + "</Content-Length><Content-Type>" + xmlText(blob.contentType)
               + "</Content-Type><Content-MD5>" + blob.md5
               + "</Content-MD5><BlobType>BlockBlob</BlobType></Properties></Blob>";
    }
    return xmlReply("<EnumerationResults ServiceEndpoint=\"" + xmlText(m_context.linkBase) + "/\" ContainerName=\""
                    + xmlText(target.container) + "\"><Blobs>" + xml + "</Blobs><NextMarker>" + xmlText(next)
                    + "</NextMarker></EnumerationResults>");
}

} // namespace longshore::practice
