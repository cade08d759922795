#include "app/transfers/putwork.h"
#include "tests/app/transfers/uploadbench.h"

using namespace Qt::StringLiterals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

/// One PUT of the whole file to a presigned address: what S3 and its kin insist on.
class TestUploadPut final : public QObject
{
    Q_OBJECT

    static QByteArray md5(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Md5); }
    static SignedUrl linkTo(const UploadBench& bench, const QByteArray& signature, const QByteArray& headers = "host")
    {
        return bench.server.link(
            "/imports/d.sql?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-SignedHeaders=" + headers
            + "&X-Amz-Signature=" + signature);
    }
    /// A store that takes one object and tells its MD5.
    static void prepare(UploadBench& bench)
    {
        bench.request.kind = UploadKind::PresignedPut;
        bench.links = std::make_shared<ScriptedLinks>(linkTo(bench, "a"));
        bench.server.handler = [](const Request& request) {
            return Reply{.status = 200, .headers = {{"ETag", '"' + md5(request.body).toHex() + '"'}}};
        };
    }

private Q_SLOTS:
    void sendsTheWholeFileInOneRequest()
    {
        UploadBench bench;
        prepare(bench);
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(bench.server.requests.size(), 1);
        const Request& put = bench.server.requests.first();
        QCOMPARE(put.method, "PUT");
        QVERIFY(put.body == bench.content);
        QCOMPARE(put.target, bench.links->current().exactBytes().mid(bench.server.url("").size()));
        QCOMPARE(sent->sha256.toHex(), bench.sha256().toHex());
        QCOMPARE(sent->vouched, Vouched::ByStore);
    }

    void whatIsReadBeforeTheFirstByteIsSaid()
    {
        UploadBench bench;
        prepare(bench);
        UploadTask* task = bench.start();
        bool told = false;
        connect(task, &Task::progressChanged, this, [&bench, out = &told](const Progress& progress) {
            *out = *out || (bench.notes.size() == 1 && progress.done == 0 && progress.total == bench.content.size());
        });
        QVERIFY(bench.outcomeOf(task));
        QVERIFY(bench.notes.first().contains(u"read for its MD5"_s));
        QVERIFY(told);
    }

    void sendsNoHeaderThatS3Refuses()
    {
        UploadBench bench;
        prepare(bench);
        QVERIFY(bench.upload());
        const HttpHeaders headers = bench.server.requests.first().headers;
        QCOMPARE(headers.value("Content-Length"), QByteArray::number(bench.content.size()));
        QCOMPARE(headers.value("Content-MD5"), md5(bench.content).toBase64());
        for (const QByteArray name : {"Transfer-Encoding", "Content-Type", "Authorization", "x-ms-blob-type"}) {
            QVERIFY2(!headers.contains(name), name.constData());
        }
        for (const auto& [name, value] : headers.all()) {
            QVERIFY2(!name.toLower().startsWith("x-amz"), name.constData());
        }
    }

    void namesTheTypeOnlyWhereTheSignatureCoversIt()
    {
        UploadBench bench;
        prepare(bench);
        bench.links = std::make_shared<ScriptedLinks>(linkTo(bench, "a", "content-type%3Bhost"));
        QVERIFY(bench.upload());
        QCOMPARE(bench.server.requests.first().headers.value("Content-Type"), "application/sql");
    }

    void anEmptyFileHasALengthToo()
    {
        UploadBench bench(0);
        prepare(bench);
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(bench.server.requests.first().headers.value("Content-Length"), "0");
        QVERIFY(!bench.server.requests.first().headers.contains("Transfer-Encoding"));
    }

    void aRefusedLinkCostsNoBytesOfALargeFile()
    {
        UploadBench bench(20'000'000);
        prepare(bench);
        qint64 arrived = 0;
        connect(&bench.server, &FaultServer::bodyArriving, this, [&arrived](qint64 bytes) { arrived = bytes; });
        bench.server.onHeaders = [](const Request& request) -> std::optional<Reply> {
            return request.headers.value("Expect") == "100-continue"
                       ? std::optional(BlockStore::refusal(403, "SignatureDoesNotMatch"))
                       : std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::LinkRefused);
        QCOMPARE(arrived, 0);
    }

    void withoutMd5NothingIsReadBeforehandAndNothingVouched()
    {
        UploadBench bench;
        prepare(bench);
        bench.request.contentMd5 = false;
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QVERIFY(!bench.server.requests.first().headers.contains("Content-MD5"));
        QCOMPARE(sent->vouched, Vouched::ByTransport);
        QCOMPARE(sent->sha256.toHex(), bench.sha256().toHex());
    }

    void anEtagThatIsNoHashProvesNothingAndIsNoDamage_data()
    {
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QByteArray>("encryption");
        const QByteArray hex(32, 'a');
        QTest::newRow("kms") << QByteArray('"' + hex + '"') << QByteArray("aws:kms");
        QTest::newRow("multipart") << QByteArray('"' + hex + "-3\"") << QByteArray();
        QTest::newRow("none") << QByteArray() << QByteArray();
    }
    void anEtagThatIsNoHashProvesNothingAndIsNoDamage()
    {
        QFETCH(const QByteArray, etag);
        QFETCH(const QByteArray, encryption);
        UploadBench bench;
        prepare(bench);
        Reply reply{.headers = {{"ETag", etag}}};
        if (!encryption.isEmpty()) {
            reply.headers.emplaceBack("x-amz-server-side-encryption", encryption);
        }
        bench.server.handler = [reply](const Request&) { return reply; };
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(sent->vouched, Vouched::ByTransport);
        QVERIFY(bench.notes.last().contains(u"could not be verified"_s));
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void anEtagOfOtherBytesIsDamageAndSentOnceMore()
    {
        UploadBench bench;
        prepare(bench);
        bench.server.replies.push_back({.headers = {{"ETag", "\"00000000000000000000000000000000\""}}});
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(bench.server.requests.size(), 2);
        QCOMPARE(sent->vouched, Vouched::ByStore);
    }

    void damageTwiceIsTheEnd()
    {
        UploadBench bench;
        prepare(bench);
        bench.server.handler = [](const Request&) { return BlockStore::refusal(400, "BadDigest"); };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::HashMismatch);
        QCOMPARE(bench.server.requests.size(), 2);
    }

    void afterAFaultItBeginsAnewWithEveryByte_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("busy") << 503 << QByteArray("SlowDown");
        QTest::newRow("a body that a proxy cut") << 400 << QByteArray("IncompleteBody");
    }
    void afterAFaultItBeginsAnewWithEveryByte()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, word);
        UploadBench bench;
        prepare(bench);
        bench.server.replies.push_back(BlockStore::refusal(status, word));
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(bench.server.requests.size(), 2);
        QVERIFY(bench.server.requests.last().body == bench.content);
    }

    void aPageAfterABreakIsWaitedOut()
    {
        UploadBench bench;
        prepare(bench);
        bench.server.replies.push_back({.reset = true, .closes = true});
        bench.server.replies.push_back({.headers = {{"Content-Type", "text/html"}}, .body = "<html>Sign in"});
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(bench.server.requests.size(), 3);
    }

    void aPageAtFirstIsNoStore()
    {
        UploadBench bench;
        prepare(bench);
        bench.server.replies.push_back({.headers = {{"Content-Type", "text/html"}}, .body = "<html>Sign in"});
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().subject, u"html"_s);
        QCOMPARE(bench.server.requests.size(), 1);
    }

    void anExpiredLinkIsReplaced()
    {
        UploadBench bench;
        prepare(bench);
        bench.links->next.emplace_back(linkTo(bench, "b"));
        Reply expired = BlockStore::refusal(403, "AccessDenied");
        expired.body = "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
        bench.server.replies.push_back(expired);
        const auto sent = bench.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(bench.links->asked, 1);
        QVERIFY(bench.server.requests.last().target.endsWith("X-Amz-Signature=b"));
    }

    void moreThanS3TakesInOneRequestIsRefusedBeforeAByteIsSent()
    {
        UploadBench bench(0);
        prepare(bench);
        QFile file(bench.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (!file.resize(PutWork::Largest + 1)) {
            QSKIP("no sparse files here");
        }
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::TooLarge);
        QCOMPARE(sent.error().subject, bench.path());
        QVERIFY(bench.server.requests.isEmpty());
    }

    void aFileThatChangedWhileItWasSentIsSaidSo()
    {
        UploadBench bench;
        prepare(bench);
        bench.server.handler = [&bench](const Request& request) {
            QFile file(bench.path());
            if (file.open(QIODevice::Append)) {
                file.write("more");
            }
            return Reply{.headers = {{"ETag", '"' + md5(request.body).toHex() + '"'}}};
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SourceChanged);
    }

    void leavesNothingInTheJournal()
    {
        UploadBench bench;
        prepare(bench);
        QVERIFY(bench.upload());
        QVERIFY(bench.journal().nonce.isEmpty());
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestUploadPut)
#include "tst_uploadput.moc"
