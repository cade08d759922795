#include "app/transfers/azureblocks.h"

#include <QRandomGenerator>
#include <QXmlStreamReader>

namespace longshore {

namespace {
constexpr int NumberDigits = 16;
}

QByteArray newBlockNonce()
{
    quint64 words[2];
    QRandomGenerator::system()->fillRange(words);
    QByteArray nonce;
    for (const quint64 word : words) {
        nonce += QByteArray::number(word, 16).rightJustified(16, '0');
    }
    return nonce;
}

QByteArray blockId(const QByteArray& nonce, int part)
{
    const QByteArray bytes = nonce + QByteArray::number(part).rightJustified(NumberDigits, '0');
    return bytes.toBase64();
}

Result<SignedUrl> withQuery(const SignedUrl& link, const QByteArray& more)
{
    const QByteArray& exact = link.exactBytes();
    const qsizetype fragment = exact.indexOf('#'); // which is never sent
    const QByteArray sent = fragment < 0 ? exact : exact.left(fragment);
    return SignedUrl::parse(sent + (sent.contains('?') ? '&' : '?') + more);
}

Result<SignedUrl> putBlockUrl(const SignedUrl& link, const QByteArray& id)
{
    return withQuery(link, "comp=block&blockid=" + id.toPercentEncoding());
}

Result<SignedUrl> putBlockListUrl(const SignedUrl& link)
{
    return withQuery(link, "comp=blocklist");
}

Result<SignedUrl> getBlockListUrl(const SignedUrl& link, StoredBlocks which)
{
    return withQuery(link, which == StoredBlocks::All ? "comp=blocklist&blocklisttype=all"
                                                      : "comp=blocklist&blocklisttype=uncommitted");
}

QByteArray blockListXml(const QByteArray& nonce, int parts)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>";
    xml.reserve(xml.size() + static_cast<qsizetype>(parts) * 90 + 16);
    for (int part = 0; part < parts; ++part) {
        xml += "<Latest>";
        xml += blockId(nonce, part);
        xml += "</Latest>";
    }
    return xml + "</BlockList>";
}

std::optional<QMap<QByteArray, qint64>> parseBlockList(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement() || reader.name() != QLatin1String("BlockList")) {
        return std::nullopt;
    }
    QMap<QByteArray, qint64> blocks;
    QByteArray name;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (reader.name() == QLatin1String("Name")) {
            name = reader.readElementText().trimmed().toLatin1();
        } else if (reader.name() == QLatin1String("Size")) {
            blocks.insert(name, reader.readElementText().trimmed().toLongLong());
        }
    }
    return reader.hasError() ? std::nullopt : std::optional(blocks);
}

} // namespace longshore
