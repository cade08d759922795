#include "rawclient.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

QByteArray md5(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toBase64();
}

QByteArray listOf(const QList<QByteArray>& ids, const QByteArray& choice = "Latest")
{
    QByteArray xml = "<BlockList>";
    for (const QByteArray& id : ids) {
        xml += '<' + choice + '>' + id + "</" + choice + '>';
    }
    return xml + "</BlockList>";
}

} // namespace

class TestPracticeBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = startPractice();
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
        m_link = m_client->exportLink("Integration");
        m_whole = m_client->blob("GET", m_link);
        QCOMPARE(m_whole.status, 200);
        QVERIFY(m_whole.body.size() > 1000);
    }

    void wholeBlobComesWithTagHashAndAzureHeaders()
    {
        QVERIFY(m_whole.complete);
        QCOMPARE(m_whole.headers.value("content-md5"), md5(m_whole.body));
        QVERIFY(m_whole.headers.value("etag").startsWith("\"0x"));
        QCOMPARE(m_whole.headers.value("accept-ranges"), QByteArray("bytes"));
        QCOMPARE(m_whole.headers.value("x-ms-blob-type"), QByteArray("BlockBlob"));
        for (const char* name : {"last-modified", "x-ms-request-id", "x-ms-version", "date"}) {
            QVERIFY2(m_whole.headers.contains(name), name);
        }
    }

    void headTellsTheSameWithoutABody()
    {
        const RawAnswer head = m_client->blob("HEAD", m_link);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length").toLongLong(), m_whole.body.size());
        QCOMPARE(head.headers.value("etag"), m_whole.headers.value("etag"));
        QCOMPARE(m_client->blob("HEAD", QByteArray(m_link).replace("sig=", "sig=A")).errorCode(),
                 QByteArray("AuthenticationFailed"));
    }

    void ranges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("length");
        const qint64 size = m_whole.body.size();
        QTest::newRow("from the start") << QByteArray("bytes=0-99") << 206 << qint64(0) << qint64(100);
        QTest::newRow("to the end") << QByteArray("bytes=500-") << 206 << qint64(500) << size - 500;
        QTest::newRow("over the end") << "bytes=" + QByteArray::number(size - 10) + "-99999999" << 206 << size - 10
                                      << qint64(10);
        QTest::newRow("one byte") << QByteArray("bytes=7-7") << 206 << qint64(7) << qint64(1);
        QTest::newRow("behind the end") << "bytes=" + QByteArray::number(size) + '-' << 416 << qint64(-1) << qint64(0);
        QTest::newRow("suffix, which the store ignores") << QByteArray("bytes=-5") << 200 << qint64(0) << size;
    }
    void ranges()
    {
        QFETCH(QByteArray, range);
        QFETCH(qint64, first);
        QFETCH(qint64, length);
        const RawAnswer answer = m_client->blob("GET", m_link, {}, {{"Range", range}});
        QTEST(answer.status, "status");
        const QByteArray size = QByteArray::number(m_whole.body.size());
        if (answer.status == 416) {
            QCOMPARE(answer.errorCode(), QByteArray("InvalidRange"));
            QCOMPARE(answer.headers.value("content-range"), "bytes */" + size);
            return;
        }
        QVERIFY(answer.body == m_whole.body.mid(first, length));
        if (answer.status == 206) {
            QCOMPARE(answer.headers.value("content-range"),
                     "bytes " + QByteArray::number(first) + '-' + QByteArray::number(first + length - 1) + '/' + size);
            QVERIFY(!answer.headers.contains("content-md5"));
            QCOMPARE(answer.headers.value("x-ms-blob-content-md5"), md5(m_whole.body));
        }
    }

    void conditionsAreHeld()
    {
        const QByteArray tag = m_whole.headers.value("etag");
        QCOMPARE(m_client->blob("GET", m_link, {}, {{"If-Match", tag}, {"Range", "bytes=5-9"}}).status, 206);
        const RawAnswer other = m_client->blob("GET", m_link, {}, {{"If-Match", "\"0x1\""}, {"Range", "bytes=5-9"}});
        QCOMPARE(other.status, 412);
        QCOMPARE(other.errorCode(), QByteArray("ConditionNotMet"));
        QCOMPARE(m_client->blob("GET", m_link, {}, {{"If-None-Match", tag}}).status, 304);
        const QByteArray modified = m_whole.headers.value("last-modified");
        QCOMPARE(m_client->blob("GET", m_link, {}, {{"If-Modified-Since", modified}}).status, 304);
        QCOMPARE(m_client->blob("GET", m_link, {}, {{"If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"}}).status,
                 412);
    }

    void refusedLinks_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto with = [this](const char* what, const char* by) { return QByteArray(m_link).replace(what, by); };
        QTest::newRow("spoilt signature") << with("sig=", "sig=A") << 403 << QByteArray("AuthenticationFailed");
        QTest::newRow("later expiry") << with("se=20", "se=21") << 403 << QByteArray("AuthenticationFailed");
        QTest::newRow("more permissions") << with("sp=r", "sp=rw") << 403 << QByteArray("AuthenticationFailed");
        QTest::newRow("other blob") << with("epicms_", "epicommerce_") << 403 << QByteArray("AuthenticationFailed");
        QTest::newRow("whole container") << with("sr=b", "sr=c") << 403 << QByteArray("AuthenticationFailed");
        QTest::newRow("no signature") << m_link.left(m_link.indexOf('?')) << 409
                                      << QByteArray("PublicAccessNotPermitted");
    }
    void refusedLinks()
    {
        QFETCH(QByteArray, link);
        const RawAnswer answer = m_client->blob("GET", link);
        QTEST(answer.status, "status");
        QTEST(answer.errorCode(), "code");
        QVERIFY(answer.body.startsWith("\xEF\xBB\xBF<?xml"));
        QVERIFY(answer.body.contains(QByteArray("<Code>" + answer.errorCode() + "</Code>")));
        QVERIFY(answer.headers.value("content-type").startsWith("application/xml"));
    }

    void aLinkThatEndedIsRefusedAndTheStatusGivesAFreshOne()
    {
        m_client->fault(u"expire-link-after"_s, u"1"_s);
        const QByteArray shortLink = m_client->exportLink("ADE1");
        m_client->fault(u"expire-link-after"_s, {});
        QCOMPARE(m_client->blob("GET", shortLink).status, 200);
        RawAnswer late;
        QTRY_VERIFY_WITH_TIMEOUT((late = m_client->blob("GET", shortLink)).status == 403, 30000);
        QCOMPARE(late.errorCode(), QByteArray("AuthenticationFailed"));
        QVERIFY(late.body.contains("not valid in the specified time frame"));
    }

    void aDownloadLinkCannotWriteAndAnUploadLinkCannotRead()
    {
        const RawAnswer write = m_client->blob("PUT", m_link, "x", {{"x-ms-blob-type", "BlockBlob"}});
        QCOMPARE(write.errorCode(), QByteArray("AuthorizationPermissionMismatch"));
        const QByteArray upload = m_client->uploadLink("a.cms.sqldb.1.bacpac");
        QVERIFY(upload.contains("/deploymentpackages/a.cms.sqldb.1.bacpac?"));
        QCOMPARE(m_client->blob("PUT", upload, "x", {{"x-ms-blob-type", "BlockBlob"}}).status, 201);
        for (const QByteArray& method : {QByteArray("GET"), QByteArray("HEAD"), QByteArray("DELETE")}) {
            QCOMPARE(m_client->blob(method, upload).status, 403);
        }
        QCOMPARE(m_client->blob("GET", upload + "&comp=blocklist").errorCode(),
                 QByteArray("AuthorizationPermissionMismatch"));
    }

    void putBlobChecksTypeAndHash()
    {
        const QByteArray link = media("one.bin");
        QCOMPARE(m_client->blob("PUT", link, "body").errorCode(), QByteArray("MissingRequiredHeader"));
        const RawHeaders block{{"x-ms-blob-type", "BlockBlob"}};
        const RawAnswer wrong = m_client->blob("PUT", link, "body", block + RawHeaders{{"Content-MD5", md5("else")}});
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.errorCode(), QByteArray("Md5Mismatch"));
        QCOMPARE(m_client->blob("GET", link).errorCode(), QByteArray("BlobNotFound"));
        QCOMPARE(m_client->blob("PUT", link, "body", block + RawHeaders{{"Content-MD5", "abc"}}).errorCode(),
                 QByteArray("InvalidMd5"));
        const RawAnswer good = m_client->blob("PUT", link, "body", block + RawHeaders{{"Content-MD5", md5("body")}});
        QCOMPARE(good.status, 201);
        QCOMPARE(good.headers.value("content-md5"), md5("body"));
        QCOMPARE(m_client->blob("GET", link).body, QByteArray("body"));
        QCOMPARE(m_client->blob("PUT", link, "b", block + RawHeaders{{"If-None-Match", "*"}}).errorCode(),
                 QByteArray("BlobAlreadyExists"));
        QCOMPARE(m_client->blob("PUT", link, {}, block).status, 201); // an empty blob
        QCOMPARE(m_client->blob("GET", link).body, QByteArray());
    }

    void blocksWithAwkwardIdsMakeABlob_data()
    {
        QTest::addColumn<bool>("escaped");
        QTest::newRow("as they are") << false;
        QTest::newRow("percent-encoded") << true;
    }
    void blocksWithAwkwardIdsMakeABlob()
    {
        QFETCH(bool, escaped);
        const QByteArray link = media(escaped ? "escaped.bin" : "plain.bin");
        const QList<QByteArray> ids{"+AAA", "/AAA", "+/+/"};
        QByteArray expected;
        for (const QByteArray& id : ids) {
            const QByteArray sent = escaped ? id.toPercentEncoding() : id;
            const QByteArray body = "content of " + id;
            expected += body;
            QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=" + sent, body).status, 201);
        }
        QCOMPARE(m_client->blob("GET", link).errorCode(), QByteArray("BlobNotFound")); // not committed yet
        const RawAnswer staged = m_client->blob("GET", link + "&comp=blocklist&blocklisttype=all");
        QVERIFY(staged.body.contains(
            "<UncommittedBlocks><Block><Name>+/+/</Name><Size>15</Size></Block><Block><Name>+AAA<"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", listOf(ids)).status, 201);
        QCOMPARE(m_client->blob("GET", link).body, expected);
        QCOMPARE(m_client->blob("GET", link, {}, {{"Range", "bytes=10-34"}}).body, expected.mid(10, 25)); // over a seam
        const RawAnswer committed = m_client->blob("GET", link + "&comp=blocklist&blocklisttype=all");
        QVERIFY(committed.body.contains("<CommittedBlocks><Block><Name>+AAA</Name>"));
        QVERIFY(committed.body.contains("<UncommittedBlocks></UncommittedBlocks>"));
    }

    void blockListsMixCommittedAndUncommitted()
    {
        const QByteArray link = media("mixed.bin");
        const auto put = [&](const QByteArray& id, const QByteArray& body) {
            return m_client->blob("PUT", link + "&comp=block&blockid=" + id, body).status;
        };
        QCOMPARE(put("AAAA", "old a"), 201);
        QCOMPARE(put("BBBB", "old b"), 201);
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", listOf({"AAAA", "BBBB"})).status, 201);
        QCOMPARE(put("AAAA", "new a"), 201);
        const QByteArray mixed = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList><Committed>AAAA</Committed>"
                                 "<Uncommitted>AAAA</Uncommitted><Latest>BBBB</Latest></BlockList>";
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", mixed).status, 201);
        QCOMPARE(m_client->blob("GET", link).body, QByteArray("old anew aold b"));
    }

    void refusesBadBlocksAndLists()
    {
        const QByteArray link = media("bad.bin");
        QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=no%20base64!", "x").errorCode(),
                 QByteArray("InvalidBlockId"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=block", "x").errorCode(), QByteArray("InvalidBlockId"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=AAAA", "x", {{"Content-MD5", md5("y")}}).errorCode(),
                 QByteArray("Md5Mismatch"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=AAAA", "x").status, 201);
        QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=AAAAAAAA", "x").errorCode(),
                 QByteArray("InvalidBlobOrBlock"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", listOf({"AAAA", "CCCC"})).errorCode(),
                 QByteArray("InvalidBlockList"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", listOf({"AAAA"}, "Committed")).errorCode(),
                 QByteArray("InvalidBlockList"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", "<BlockList><Latest>").errorCode(),
                 QByteArray("InvalidXmlDocument"));
    }

    void aClientThatWaitsIsRefusedBeforeItSends()
    {
        const QByteArray link = m_link.mid(m_link.indexOf("/bacpacs"));
        RawConnection connection(static_cast<quint16>(m_server->access().baseUrl.port()));
        connection.socket().write(
            "PUT " + link + " HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(connection.read().status, 403);
    }

    void aRefusedUploadDoesNotSpoilTheConnection()
    {
        const QByteArray link = m_link.mid(m_link.indexOf("/bacpacs"));
        RawConnection connection(static_cast<quint16>(m_server->access().baseUrl.port()));
        const QByteArray body(1024 * 1024, 'x');
        QCOMPARE(connection.send({.method = "PUT", .target = link, .body = body}).status, 403);
        QCOMPARE(connection.send({.method = "HEAD", .target = link}).status, 200);
    }

private:
    /// A link to a blob that may be read and written.
    QByteArray media(const QByteArray& name)
    {
        if (m_media.isEmpty()) {
            m_media = m_client
                          ->call("POST", "environments/Integration/storagecontainers/mysitemedia/saslink",
                                 R"({"retentionHours":1,"writable":true})")
                          .result()
                          .value(u"sasLink"_s)
                          .toString()
                          .toLatin1();
        }
        return QByteArray(m_media).insert(m_media.indexOf('?'), '/' + name);
    }

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
    QByteArray m_link;
    QByteArray m_media;
    RawAnswer m_whole;
};

QTEST_GUILESS_MAIN(TestPracticeBlobs)
#include "tst_practiceblobs.moc"
