// What presigned links of the store carry: downloads and uploads.
#include "app/practice/context.h"
#include "app/practice/httpdate.h"
#include "app/practice/s3errors.h"
#include "app/practice/s3service.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 largestPut = 5LL * 1024 * 1024 * 1024;

struct RangeWish
{
    bool given = false;
    ByteRange bytes; ///< length 0: beyond the end
};

/// `bytes=A-B`, `bytes=A-` and `bytes=-N`; of a list the first. Whatever else is no range.
RangeWish wantedRange(const HttpRequest& request, qint64 size)
{
    const QByteArray text = request.header("range").trimmed();
    if (!text.startsWith("bytes=")) {
        return {};
    }
    const QByteArray one = text.mid(6).split(',').first().trimmed();
    const auto dash = one.indexOf('-');
    bool firstOk = true;
    bool lastOk = true;
    const QByteArray head = one.left(dash);
    const QByteArray tail = one.mid(dash + 1);
    qint64 first = head.isEmpty() ? 0 : head.toLongLong(&firstOk);
    qint64 last = tail.isEmpty() ? size - 1 : tail.toLongLong(&lastOk);
    if (dash < 0 || !firstOk || !lastOk || (head.isEmpty() && tail.isEmpty())) {
        return {};
    }
    if (head.isEmpty()) {
        first = std::max<qint64>(0, size - last);
        last = size - 1;
    }
    last = std::min(last, size - 1);
    return {.given = true, .bytes = {.first = first, .length = std::max<qint64>(0, last - first + 1)}};
}

bool matchesTag(const QByteArray& list, const QByteArray& etag)
{
    const QList<QByteArray> tags = list.split(',');
    const QByteArray bare = etag.mid(1, etag.size() - 2);
    return std::any_of(tags.cbegin(), tags.cend(), [&](const QByteArray& tag) {
        const QByteArray word = tag.trimmed();
        return word == "*" || word == etag || word == bare;
    });
}

/// Neither the MD5 of the object nor that of its parts' MD5: as with a key of the store's own service.
bool isOpaque(const S3Object& object)
{
    const bool isMd5 = object.parts.size() == 1 && object.etag == '"' + object.parts.first().md5 + '"';
    return !isMd5 && !object.etag.contains('-');
}

/// What Content-MD5 says about the body's hash (hex).
std::optional<HttpReply> badDigest(const HttpRequest& request, const QByteArray& md5)
{
    const QByteArray announced = request.header("content-md5").trimmed();
    if (announced.isEmpty()) {
        return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromBase64(announced);
    if (bytes.size() != 16) {
        return s3Error("InvalidDigest", {{"Content-MD5", announced}});
    }
    if (bytes.toHex() == md5) {
        return std::nullopt;
    }
    return s3Error("BadDigest", {{"ExpectedDigest", bytes.toHex()}, {"CalculatedDigest", md5}});
}

} // namespace

HttpReply S3Service::download(const Target& target)
{
    const bool hasRange = target.request.hasHeader("range");
    if (hasRange && m_context.faults.take(u"change-object")) {
        m_store.touch(target.key, m_context.faults.now());
    }
    const auto object = m_context.faults.take(u"s3-gone") ? std::nullopt : m_store.find(target.key);
    if (!object) {
        return s3Error("NoSuchKey", {{"Key", target.key}});
    }
    const HttpRequest& request = target.request;
    if (request.hasHeader("if-match") && !matchesTag(request.header("if-match"), object->etag)) {
        return s3Error("PreconditionFailed", {{"Condition", "If-Match"}});
    }
    if (request.hasHeader("if-none-match") && matchesTag(request.header("if-none-match"), object->etag)) {
        HttpReply reply;
        reply.status = 304;
        reply.set("ETag", object->etag);
        return reply;
    }
    return content(target, *object);
}

HttpReply S3Service::content(const Target& target, const S3Object& object)
{
    const qint64 size = object.size();
    const RangeWish wish = wantedRange(target.request, size);
    if (wish.given && wish.bytes.length <= 0) {
        return s3Error("InvalidRange", {{"RangeRequested", target.request.header("range")},
                                        {"ActualObjectSize", QByteArray::number(size)}});
    }
    const bool isPart = wish.given && !m_context.faults.take(u"ignore-range");
    const ByteRange bytes = isPart ? wish.bytes : ByteRange{.first = 0, .length = size};
    const QueryParameters query(target.request.query);
    HttpReply reply;
    const QByteArray type = query.value("response-content-type");
    reply.contentType = type.isEmpty() ? object.contentType : type;
    reply.set("ETag", object.etag);
    reply.set("Last-Modified", httpDate(object.modified));
    reply.set("Accept-Ranges", "bytes");
    reply.set("x-amz-server-side-encryption", isOpaque(object) ? "aws:kms" : "AES256");
    if (const QByteArray disposition = query.value("response-content-disposition"); !disposition.isEmpty()) {
        reply.set("Content-Disposition", disposition);
    }
    if (isPart) {
        reply.status = 206;
        reply.set("Content-Range", "bytes " + QByteArray::number(bytes.first) + '-'
                                       + QByteArray::number(bytes.first + bytes.length - 1) + '/'
                                       + QByteArray::number(size));
    }
    reply.length = bytes.length;
    const Mishap mishap = size == 0 ? Mishap{} : nextMishap(m_context.faults, bytes.length);
    reply.write = FileBody(m_store.files(object), bytes, mishap, m_context.stop, target.request.peerIsThere);
    return reply;
}

// What can be told before the body came.
std::optional<HttpReply> S3Service::unwritable(const Target& target) const
{
    const HttpRequest& request = target.request;
    if (request.contentLength < 0) {
        return s3Error("NotImplemented", {{"Header", "Transfer-Encoding"}});
    }
    if (request.lengthMissing) {
        return s3Error("MissingContentLength");
    }
    const qint64 largest = m_context.faults.number(u"s3-largest-put").value_or(largestPut);
    if (request.contentLength > largest) {
        return s3Error("EntityTooLarge", {{"ProposedSize", QByteArray::number(request.contentLength)},
                                          {"MaxSizeAllowed", QByteArray::number(largest)}});
    }
    const bool isPart = !target.uploadId.isEmpty();
    if (isPart && (!m_store.hasUpload(target.uploadId, target.key) || m_context.faults.take(u"s3-no-upload"))) {
        return s3Error("NoSuchUpload", {{"UploadId", target.uploadId}});
    }
    if (isPart && (target.partNumber < 1 || target.partNumber > 10000)) {
        return s3ErrorSaying("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive",
                             {{"ArgumentName", "partNumber"}});
    }
    return std::nullopt;
}

S3Service::Received S3Service::receive(const Target& target)
{
    Received received;
    const QString path = m_store.newFile();
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::WriteOnly)) {
        return received;
    }
    const qint64 cutAfter = m_context.faults.take(u"s3-cut-upload") ? target.request.contentLength / 2 : -1;
    QCryptographicHash hash(QCryptographicHash::Md5);
    const UploadPace pace(m_context.faults, m_context.stop);
    const bool ended = target.request.readBody([&](QByteArrayView piece) {
        hash.addData(piece);
        received.part.size += piece.size();
        received.cut = cutAfter >= 0 && received.part.size >= cutAfter;
        return !received.cut && pace.take(piece) && file.write(piece.data(), piece.size()) == piece.size();
    });
    received.part.file = QFileInfo(path).fileName();
    received.part.md5 = hash.result().toHex();
    received.complete = ended && received.part.size == target.request.contentLength && file.flush();
    if (!received.complete) {
        file.remove();
    }
    return received;
}

HttpReply S3Service::upload(const Target& target)
{
    const Received received = receive(target);
    HttpReply reply;
    if (received.cut) {
        reply.drop = true;
        return reply;
    }
    if (m_context.faults.take(u"s3-timeout")) {
        QFile::remove(m_store.path(received.part));
        return s3Error("RequestTimeout");
    }
    if (!received.complete) {
        return s3Error("IncompleteBody");
    }
    if (auto bad = badDigest(target.request, received.part.md5)) {
        QFile::remove(m_store.path(received.part));
        return *bad;
    }
    const S3Tags tags = m_context.faults.take(u"s3-kms-etag") ? S3Tags::Opaque : S3Tags::Md5;
    Result<QByteArray> etag;
    if (target.uploadId.isEmpty()) {
        const QByteArray type = target.request.header("content-type");
        etag = m_store
                   .put(target.key, received.part, type.isEmpty() ? "binary/octet-stream" : type,
                        m_context.faults.now(), tags)
                   .map([](const S3Object& object) { return object.etag; });
    } else {
        etag = m_store.putPart(target.uploadId, target.partNumber, received.part, tags);
    }
    if (!etag) {
        return s3Error(etag.error().code == Error::Code::NotFound ? "NoSuchUpload" : "InternalError");
    }
    ++m_context.objectPuts;
    reply.set("ETag", *etag);
    reply.set("x-amz-server-side-encryption", tags == S3Tags::Md5 ? "AES256" : "aws:kms");
    reply.drop = m_context.faults.take(u"s3-lost-put");
    return reply;
}

} // namespace longshore::practice
