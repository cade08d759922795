#include "app/transfers/azureblocks.h"
#include "app/transfers/partplan.h"

#include <QSet>
#include <QTest>

namespace longshore {

class TestAzureBlocks final : public QObject
{
    Q_OBJECT

    static SignedUrl link(const QByteArray& bytes) { return SignedUrl::parse(bytes).value_or(SignedUrl()); }

private Q_SLOTS:
    void idsOfOneUploadDifferAndAreEquallyLong()
    {
        const QByteArray nonce = newBlockNonce();
        QSet<QByteArray> ids;
        for (const int part : {0, 1, 9, 10, 247, 248, 4'095, 49'999}) {
            const QByteArray id = blockId(nonce, part);
            ids.insert(id);
            QCOMPARE(id.size(), 64);
            QVERIFY(QByteArray::fromBase64(id).size() <= 64);
        }
        QCOMPARE(ids.size(), 8);
        QVERIFY(newBlockNonce() != nonce);
    }

    void theLinkIsAddedToAndNeverWrittenAnew()
    {
        const SignedUrl sas = link("https://h.example/c/b%20d?sv=2023-01-03&sig=a%2bB%2F%3d&se=2026%2D01");
        QCOMPARE(putBlockUrl(sas, "a+/=")->exactBytes(), sas.exactBytes() + "&comp=block&blockid=a%2B%2F%3D");
        QCOMPARE(putBlockListUrl(sas)->exactBytes(), sas.exactBytes() + "&comp=blocklist");
        QCOMPARE(getBlockListUrl(sas, StoredBlocks::Uncommitted)->exactBytes(),
                 sas.exactBytes() + "&comp=blocklist&blocklisttype=uncommitted");
        QCOMPARE(putBlockListUrl(link("https://h.example/c/b"))->exactBytes(),
                 QByteArray("https://h.example/c/b?comp=blocklist"));
        QCOMPARE(putBlockListUrl(link("https://h.example/c/b?sig=x#top"))->exactBytes(),
                 QByteArray("https://h.example/c/b?sig=x&comp=blocklist"));
    }

    void theListNamesEveryBlockInOrder()
    {
        const QByteArray nonce = newBlockNonce();
        const QByteArray xml = blockListXml(nonce, 3);
        QVERIFY(xml.startsWith("<?xml"));
        QVERIFY(xml.endsWith("</Latest></BlockList>"));
        QVERIFY(xml.indexOf(blockId(nonce, 0)) < xml.indexOf(blockId(nonce, 1)));
        QVERIFY(xml.indexOf(blockId(nonce, 1)) < xml.indexOf(blockId(nonce, 2)));
        QCOMPARE(xml.count("<Latest>"), 3);
        QCOMPARE(blockListXml(nonce, 0).count("<Latest>"), 0);
    }

    void readsTheListOfAStore()
    {
        const auto blocks = parseBlockList("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>"
                                           "<CommittedBlocks><Block><Name>AAA=</Name><Size>4194304</Size></Block>"
                                           "</CommittedBlocks><UncommittedBlocks><Block><Name>BBB=</Name>"
                                           "<Size>7</Size></Block></UncommittedBlocks></BlockList>");
        QVERIFY(blocks);
        QCOMPARE(*blocks, (QMap<QByteArray, qint64>{{"AAA=", 4'194'304}, {"BBB=", 7}}));
        QVERIFY(parseBlockList("<BlockList/>"));
        QVERIFY(!parseBlockList("<Error><Code>x</Code></Error>"));
        QVERIFY(!parseBlockList("<BlockList><Uncommi"));
        QVERIFY(!parseBlockList({}));
    }

    void noFileHasMoreBlocksThanTheStoreTakes_data()
    {
        QTest::addColumn<qint64>("size");
        const qint64 limit = PartSizes::MaxParts * 8 * PartSizes::Mebibyte;
        const std::initializer_list<qint64> sizes{limit - 1,     limit,      limit + 1, 2 * limit,
                                                  2 * limit + 1, 60LL << 30, 4LL << 40, 90LL << 40};
        for (const qint64 size : sizes) {
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
        }
    }
    void noFileHasMoreBlocksThanTheStoreTakes()
    {
        QFETCH(const qint64, size);
        const auto parts = planParts(size);
        QVERIFY(static_cast<qint64>(parts.size()) <= PartSizes::MaxParts);
        qint64 end = 0;
        for (const FilePart& part : parts) {
            QCOMPARE(part.offset, end);
            QVERIFY(part.length > 0 && part.length <= 4'000 * PartSizes::Mebibyte);
            end = part.end();
        }
        QCOMPARE(end, size);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestAzureBlocks)
#include "tst_azureblocks.moc"
