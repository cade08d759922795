#include "tests/support/blockstore.h"

#include <QCryptographicHash>
#include <QXmlStreamReader>

namespace longshore {

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

QByteArray BlockStore::parameter(const Request& request, const QByteArray& name)
{
    const QByteArray begin = name + '=';
    const QList<QByteArray> items = request.target.mid(request.target.indexOf('?') + 1).split('&');
    for (const QByteArray& item : items) {
        if (item.startsWith(begin)) {
            return QByteArray::fromPercentEncoding(item.mid(begin.size()));
        }
    }
    return {};
}

bool BlockStore::isBlock(const Request& request)
{
    return parameter(request, "comp") == "block";
}

bool BlockStore::isCommit(const Request& request)
{
    return request.method == "PUT" && parameter(request, "comp") == "blocklist";
}

Reply BlockStore::refusal(int status, const QByteArray& word)
{
    return {.status = status,
            .headers = {{"x-ms-error-code", word}, {"Content-Type", "application/xml"}},
            .body = "<?xml version=\"1.0\"?><Error><Code>" + word + "</Code><Message>as scripted</Message></Error>"};
}

Reply BlockStore::answer(const Request& request)
{
    if (gate) {
        if (auto first = gate(request)) {
            return *first;
        }
    }
    if (request.method == "GET") {
        return getList(request);
    }
    if (leased) {
        return refusal(412, "LeaseIdMissing");
    }
    return isBlock(request) ? putBlock(request) : putList(request);
}

Reply BlockStore::putBlock(const Request& request)
{
    const QByteArray id = parameter(request, "blockid");
    const QByteArray md5 = QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toBase64();
    const QByteArray announced = request.headers.value("Content-MD5");
    if (checksHashes && !announced.isEmpty() && announced != md5) {
        return refusal(400, "Md5Mismatch");
    }
    if (!staged.isEmpty() && staged.firstKey().size() != id.size()) {
        return refusal(400, "InvalidBlobOrBlock");
    }
    staged.insert(id, request.body);
    sentIds.append(id);
    return {.status = 201, .headers = {{"Content-MD5", md5}}};
}

Reply BlockStore::putList(const Request& request)
{
    if (blob && request.headers.value("If-None-Match") == "*") {
        return refusal(409, "BlobAlreadyExists");
    }
    QByteArray content;
    QMap<QByteArray, QByteArray> used;
    QXmlStreamReader reader(request.body);
    reader.readNextStartElement();
    while (reader.readNextStartElement()) {
        const QByteArray id = reader.readElementText().toLatin1();
        if (!staged.contains(id) && !committed.contains(id)) {
            return refusal(400, "InvalidBlockList");
        }
        used.insert(id, staged.contains(id) ? staged.value(id) : committed.value(id));
        content += used.value(id);
    }
    ++commits;
    blob = content;
    committed = used;
    staged.clear();
    blobMd5 = request.headers.value("x-ms-blob-content-md5");
    return {.status = 201, .headers = {{"ETag", "\"0x8DCAFE\""}}};
}

Reply BlockStore::getList(const Request& request) const
{
    if (!blob && staged.isEmpty()) {
        return refusal(404, "BlobNotFound");
    }
    const auto listed = [](const QMap<QByteArray, QByteArray>& blocks) {
        QByteArray xml;
        for (auto block = blocks.cbegin(); block != blocks.cend(); ++block) {
            xml +=
                "<Block><Name>" + block.key() + "</Name><Size>" + QByteArray::number(block->size()) + "</Size></Block>";
        }
        return xml;
    };
    const bool all = parameter(request, "blocklisttype") == "all";
    const QByteArray before =
        all ? QByteArray("<CommittedBlocks>" + listed(committed) + "</CommittedBlocks>") : QByteArray();
    return {.status = 200,
            .headers = {{"Content-Type", "application/xml"}},
            .body = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>" + before + "<UncommittedBlocks>"
                    + listed(staged) + "</UncommittedBlocks></BlockList>"};
}

} // namespace longshore
