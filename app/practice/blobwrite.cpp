// Writing to the blob store: one piece, blocks, and the list that makes a blob of them.
#include "app/practice/bloberrors.h"
#include "app/practice/blobservice.h"
#include "app/practice/context.h"
#include "app/practice/filebody.h"
#include "app/practice/httpdate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 largestBlob = 5000LL * 1024 * 1024;
constexpr qint64 largestBlock = 4000LL * 1024 * 1024;
constexpr qint64 largestList = 16 * 1024 * 1024;
constexpr qsizetype mostBlocks = 50000;
constexpr qsizetype longestBlockId = 64;

bool isBlockId(const QByteArray& id)
{
    const auto bytes = QByteArray::fromBase64Encoding(id, QByteArray::AbortOnBase64DecodingErrors);
    return bytes && !bytes.decoded.isEmpty() && bytes.decoded.size() <= longestBlockId;
}

std::optional<HttpReply> badLength(const HttpRequest& request, qint64 largest)
{
    if (request.contentLength < 0) {
        return blobError("MissingContentLengthHeader");
    }
    if (request.contentLength > largest) {
        return blobError("RequestBodyTooLarge");
    }
    return std::nullopt;
}

/// What the client says the body's hash is must be a hash, and that of the body.
std::optional<HttpReply> badHash(const QByteArray& announced, const QByteArray& computed)
{
    if (announced.isEmpty()) {
        return std::nullopt;
    }
    if (QByteArray::fromBase64(announced).size() != 16) {
        return blobError("InvalidMd5");
    }
    return announced == computed ? std::nullopt : std::optional(blobError("Md5Mismatch"));
}

std::optional<QList<BlockReference>> parseList(const QByteArray& xml)
{
    QList<BlockReference> list;
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement() || reader.name() != u"BlockList") {
        return std::nullopt;
    }
    while (reader.readNextStartElement()) {
        BlockReference block;
        if (reader.name() == u"Committed") {
            block.choice = BlockChoice::Committed;
        } else if (reader.name() == u"Uncommitted") {
            block.choice = BlockChoice::Uncommitted;
        } else if (reader.name() != u"Latest") {
            return std::nullopt;
        }
        block.id = reader.readElementText().trimmed().toLatin1();
        list.append(block);
    }
    return reader.hasError() ? std::nullopt : std::optional(list);
}

HttpReply written(const Blob& blob)
{
    HttpReply reply;
    reply.status = 201;
    reply.set("ETag", blob.etag);
    reply.set("Last-Modified", httpDate(blob.modified));
    reply.set("x-ms-request-server-encrypted", "true");
    return reply;
}

} // namespace

// Leases and conditions, which can be told before the body came.
std::optional<HttpReply> BlobService::unwritable(const Target& target)
{
    const HttpRequest& request = target.request;
    const auto blob = m_context.blobs.find(target.container, target.blob);
    if ((blob && blob->leased) || isHeld(target)) {
        return blobError(request.hasHeader("x-ms-lease-id") ? "LeaseIdMismatchWithBlobOperation" : "LeaseIdMissing");
    }
    if (target.query.value("comp") == "block") {
        return std::nullopt;
    }
    if (blob && request.header("if-none-match").trimmed() == "*") {
        return blobError("BlobAlreadyExists");
    }
    const QByteArray wanted = request.header("if-match").trimmed();
    if (!wanted.isEmpty() && !(blob && (wanted == "*" || wanted == blob->etag))) {
        return blobError("ConditionNotMet");
    }
    return std::nullopt;
}

bool BlobService::isHeld(const Target& target)
{
    if (target.container != containers::packages) {
        return false;
    }
    const QMutexLocker lock(&m_heldMutex);
    if (!m_held.contains(target.blob) && m_context.faults.take(u"package-leased")) {
        m_held.insert(target.blob);
    }
    return m_held.contains(target.blob);
}

std::optional<BlobService::Received> BlobService::receive(const Target& target, const QByteArray& blockId)
{
    const QString part = m_context.blobs.newFile(target.container, target.blob, blockId);
    QFile file(part);
    if (part.isEmpty() || !file.open(QIODevice::WriteOnly)) {
        return std::nullopt;
    }
    QCryptographicHash hash(QCryptographicHash::Md5);
    qint64 size = 0;
    const UploadPace pace(m_context.faults, m_context.stop);
    const bool complete = target.request.readBody([&](QByteArrayView piece) {
        hash.addData(piece);
        size += piece.size();
        m_context.blobBytesReceived += piece.size();
        return pace.take(piece) && file.write(piece.data(), piece.size()) == piece.size();
    });
    const QString name = QString(part).replace(u".part"_s, u".block"_s);
    if (!complete || size != target.request.contentLength || !file.flush() || !file.rename(name)) {
        file.remove();
        return std::nullopt;
    }
    return Received{.file = name, .size = size, .md5 = hash.result().toBase64()};
}

HttpReply BlobService::putBlob(const Target& target)
{
    const HttpRequest& request = target.request;
    if (!request.hasHeader("x-ms-blob-type")) {
        return blobError("MissingRequiredHeader");
    }
    if (request.header("x-ms-blob-type") != "BlockBlob") {
        return blobError("InvalidHeaderValue");
    }
    if (auto bad = badLength(request, largestBlob)) {
        return *bad;
    }
    const auto received = receive(target, {});
    if (!received || m_context.faults.take(u"put-blob-fails")) {
        return blobError("InternalError");
    }
    if (auto bad = badHash(request.header("content-md5"), received->md5)) {
        QFile::remove(received->file);
        return *bad;
    }
    const QByteArray type = request.header("x-ms-blob-content-type");
    const auto blob = m_context.blobs.putWhole(
        target.container, target.blob, {.id = {}, .file = QFileInfo(received->file).fileName(), .size = received->size},
        {.contentType = type.isEmpty() ? request.header("content-type") : type,
         .md5 = received->md5,
         .now = m_context.faults.now()});
    if (!blob) {
        return blobError("InternalError");
    }
    HttpReply reply = written(*blob);
    reply.drop = m_context.faults.take(u"put-lost");
    reply.set("Content-MD5", received->md5);
    return reply;
}

HttpReply BlobService::putBlock(const Target& target)
{
    const QByteArray id = target.query.value("blockid");
    if (!isBlockId(id)) {
        return blobError("InvalidBlockId");
    }
    if (auto bad = badLength(target.request, largestBlock)) {
        return *bad;
    }
    const QList<BlobBlock> staged = m_context.blobs.staged(target.container, target.blob);
    if (!staged.isEmpty() && staged.first().id.size() != id.size()) {
        return blobError("InvalidBlobOrBlock"); // all ids of a blob are equally long
    }
    const auto received = receive(target, id);
    if (!received || m_context.faults.take(u"put-block-fails")) {
        return blobError("InternalError");
    }
    const QByteArray announced = target.request.header("content-md5");
    if (auto bad = badHash(announced, received->md5)) {
        QFile::remove(received->file);
        return *bad;
    }
    ++m_context.blocksTaken;
    if (std::any_of(staged.begin(), staged.end(), [&id](const BlobBlock& block) { return block.id == id; })) {
        ++m_context.blocksTakenAgain;
    }
    m_context.blobs.stage(target.container, target.blob,
                          {.id = id, .file = QFileInfo(received->file).fileName(), .size = received->size});
    HttpReply reply;
    reply.status = 201;
    reply.set("Content-MD5", received->md5);
    reply.set("x-ms-request-server-encrypted", "true");
    return reply;
}

HttpReply BlobService::putBlockList(const Target& target)
{
    const HttpRequest& request = target.request;
    if (auto bad = badLength(request, largestList)) {
        return *bad;
    }
    QByteArray xml;
    if (!request.readBody([&xml](QByteArrayView piece) {
            xml.append(piece);
            return true;
        })
        || m_context.faults.take(u"put-list-fails")) {
        return blobError("InternalError");
    }
    const QByteArray digest = QCryptographicHash::hash(xml, QCryptographicHash::Md5).toBase64();
    if (auto bad = badHash(request.header("content-md5"), digest)) {
        return *bad;
    }
    const auto list = parseList(xml);
    if (!list) {
        return blobError("InvalidXmlDocument");
    }
    if (list->size() > mostBlocks) {
        return blobError("BlockListTooLong");
    }
    const auto blob = m_context.blobs.putList(target.container, target.blob, *list,
                                              {.contentType = request.header("x-ms-blob-content-type"),
                                               .md5 = request.header("x-ms-blob-content-md5"),
                                               .now = m_context.faults.now()});
    if (!blob) {
        return blobError(blob.error().code == Error::Code::NotFound ? "InvalidBlockList" : "InternalError");
    }
    HttpReply reply = written(*blob);
    reply.drop = m_context.faults.take(u"put-lost");
    return reply;
}

} // namespace longshore::practice
