#include "app/practice/identity.h"
#include "rawclient.h"
#include "s3signer.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr char object[] = "/vector-practice-transfers/imports/a.sql";
constexpr qint64 day = 86400;

QByteArray md5(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QByteArray tag(const QByteArray& bytes)
{
    return '"' + md5(bytes).toHex() + '"';
}

QByteArray code(const RawAnswer& answer)
{
    const auto begin = answer.body.indexOf("<Code>") + 6;
    return answer.body.mid(begin, answer.body.indexOf("</Code>") - begin);
}

} // namespace

/// The rules of the object store, asked by links that the test signs by itself.
class TestS3Service final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = startPractice();
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
        const auto identity = practice::PracticeIdentity::fromSeed(1);
        m_signer = {.keyId = identity.storeKeyId,
                    .secret = identity.storeSecret,
                    .host = "127.0.0.1:" + QByteArray::number(m_server->access().baseUrl.port())};
    }

    void whatWasPutIsDelivered()
    {
        const QByteArray sql = "INSERT INTO t VALUES (1);\n";
        const RawHeaders type{{"Content-Type", "application/sql"}};
        const RawAnswer put = send("PUT", signedPut(), sql, type);
        QCOMPARE(put.status, 200);
        QCOMPARE(put.headers.value("etag"), tag(sql));
        const RawAnswer got = send("GET", m_signer.target("GET", object));
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, sql);
        QCOMPARE(got.headers.value("etag"), tag(sql));
        QCOMPARE(got.headers.value("content-type"), QByteArray("application/sql"));
        QCOMPARE(send("GET", m_signer.target("GET", QByteArray(object) + 'x')).status, 404);
    }

    void signaturesAreChecked_data()
    {
        QTest::addColumn<RawHeaders>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("expected");
        const RawHeaders right{{"Content-Type", "application/sql"}};
        QTest::newRow("wrong type") << RawHeaders{{"Content-Type", "text/plain"}} << 403
                                    << QByteArray("SignatureDoesNotMatch");
        QTest::newRow("no type") << RawHeaders{} << 403 << QByteArray("SignatureDoesNotMatch");
        QTest::newRow("unsigned x-amz") << RawHeaders{right.first(), {"x-amz-meta-a", "b"}} << 403
                                        << QByteArray("AccessDenied");
        QTest::newRow("bearer") << RawHeaders{right.first(), {"Authorization", "Bearer x"}} << 400
                                << QByteArray("InvalidArgument");
        QTest::newRow("right hash") << RawHeaders{right.first(), {"Content-MD5", md5("bytes").toBase64()}} << 200
                                    << QByteArray();
        QTest::newRow("wrong hash") << RawHeaders{right.first(), {"Content-MD5", md5("other").toBase64()}} << 400
                                    << QByteArray("BadDigest");
        QTest::newRow("no hash") << RawHeaders{right.first(), {"Content-MD5", "abc"}} << 400
                                 << QByteArray("InvalidDigest");
    }
    void signaturesAreChecked()
    {
        QFETCH(RawHeaders, headers);
        QFETCH(int, status);
        QFETCH(QByteArray, expected);
        const RawAnswer answer = send("PUT", signedPut(), "bytes", headers);
        QCOMPARE(answer.status, status);
        if (status != 200) {
            QCOMPARE(code(answer), expected);
            QCOMPARE(send("GET", m_signer.target("GET", object)).status, 404); // nothing was kept
        }
    }

    void aLinkHasItsTime()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_signer.at = now.addSecs(-7200);
        RawAnswer answer = send("PUT", m_signer.target("PUT", object), "x");
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("<Message>Request has expired</Message>"));
        m_signer.at = now.addSecs(7200);
        answer = send("PUT", m_signer.target("PUT", object), "x");
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("<Message>Request is not yet valid</Message>"));
        m_signer.at = now;
        m_signer.life = 8 * day;
        answer = send("PUT", m_signer.target("PUT", object), "x");
        QCOMPARE(answer.status, 400);
        QCOMPARE(code(answer), QByteArray("AuthorizationQueryParametersError"));
    }

    void strangersAreRefused()
    {
        QCOMPARE(code(send("GET", object)), QByteArray("AccessDenied"));
        m_signer.keyId = "AKIANOBODY";
        QCOMPARE(code(send("GET", m_signer.target("GET", object))), QByteArray("InvalidAccessKeyId"));
    }

    void theLengthMustBeKnown()
    {
        const QByteArray target = m_signer.target("PUT", object);
        RawConnection chunked(port());
        chunked.socket().write("PUT " + target + " HTTP/1.1\r\nHost: " + m_signer.host
                               + "\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        const RawAnswer refused = chunked.read();
        QCOMPARE(refused.status, 501);
        QVERIFY(refused.body.contains("<Header>Transfer-Encoding</Header>"));
        RawConnection silent(port());
        silent.socket().write("PUT " + target + " HTTP/1.1\r\nHost: " + m_signer.host + "\r\n\r\n");
        QCOMPARE(silent.read().status, 411);
    }

    void tooMuchIsRefusedBeforeItIsSent()
    {
        m_client->fault(u"s3-largest-put"_s, u"1000"_s);
        const QByteArray target = m_signer.target("PUT", object);
        RawConnection patient(port());
        patient.socket().write("PUT " + target + " HTTP/1.1\r\nHost: " + m_signer.host
                               + "\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n");
        const RawAnswer refused = patient.read(); // no byte of the body was sent
        QCOMPARE(refused.status, 400);
        QCOMPARE(code(refused), QByteArray("EntityTooLarge"));
        QVERIFY(refused.body.contains("<MaxSizeAllowed>1000</MaxSizeAllowed>"));
    }

    void ranges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("from to") << QByteArray("bytes=0-2") << 206 << QByteArray("012");
        QTest::newRow("from") << QByteArray("bytes=7-") << 206 << QByteArray("789");
        QTest::newRow("last") << QByteArray("bytes=-2") << 206 << QByteArray("89");
        QTest::newRow("beyond") << QByteArray("bytes=5-100") << 206 << QByteArray("56789");
        QTest::newRow("two") << QByteArray("bytes=1-2,5-6") << 206 << QByteArray("12");
        QTest::newRow("after the end") << QByteArray("bytes=10-") << 416 << QByteArray();
    }
    void ranges()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        putDigits();
        const RawAnswer answer = get({{"Range", range}});
        QCOMPARE(answer.status, status);
        if (status == 416) {
            QCOMPARE(code(answer), QByteArray("InvalidRange"));
            QVERIFY(!answer.headers.contains("content-range"));
        } else {
            QCOMPARE(answer.body, body);
        }
    }

    void conditions()
    {
        putDigits();
        const QByteArray right = tag("0123456789");
        QCOMPARE(get({{"Range", "bytes=1-1"}, {"If-Match", right}}).status, 206);
        const RawAnswer other = get({{"Range", "bytes=1-1"}, {"If-Match", "\"other\""}});
        QCOMPARE(other.status, 412);
        QCOMPARE(code(other), QByteArray("PreconditionFailed"));
        QCOMPARE(get({{"Range", "bytes=1-1"}, {"If-Range", "\"other\""}}).status, 206); // as measured: ignored
        QCOMPARE(get({{"If-None-Match", right}}).status, 304);
    }

    void headOnALinkForGetIsRefused()
    {
        putDigits();
        RawConnection connection(port());
        connection.socket().write("HEAD " + m_signer.target("GET", object) + " HTTP/1.1\r\nHost: " + m_signer.host
                                  + "\r\n\r\n");
        QCOMPARE(connection.read(true).status, 403);
    }

    void partsWithoutAnUpload()
    {
        const RawAnswer answer =
            send("PUT", m_signer.target("PUT", object, {}, {{"uploadId", "x"}, {"partNumber", "1"}}), "x");
        QCOMPARE(answer.status, 404);
        QCOMPARE(code(answer), QByteArray("NoSuchUpload"));
    }

    void aSlowUploadArrivesWhole()
    {
        m_client->fault(u"slow-upload"_s, u"100000"_s);
        const QByteArray bytes(30000, 'x');
        QCOMPARE(send("PUT", m_signer.target("PUT", object), bytes).headers.value("etag"), tag(bytes));
        m_client->fault(u"slow-upload"_s, u"1"_s);
        RawConnection connection(port());
        connection.socket().write("PUT " + m_signer.target("PUT", object) + " HTTP/1.1\r\nHost: " + m_signer.host
                                  + "\r\nContent-Length: 30000\r\n\r\n" + bytes);
        QVERIFY(connection.socket().waitForBytesWritten());
        m_server.reset(); // does not wait for the rest
        QVERIFY(connection.read().status != 200);
    }

    void faults()
    {
        putDigits();
        m_client->fault(u"s3-slowdown"_s, u"1"_s);
        QCOMPARE(code(get({})), QByteArray("SlowDown"));
        m_client->fault(u"ignore-range"_s, u"1"_s);
        QCOMPARE(get({{"Range", "bytes=1-1"}}).status, 200);
        m_client->fault(u"change-object"_s, u"1"_s);
        QCOMPARE(get({{"Range", "bytes=1-1"}, {"If-Match", tag("0123456789")}}).status, 412);
        m_client->fault(u"cut-body"_s, u"1"_s);
        QVERIFY(!get({}).complete);
        m_client->fault(u"s3-gone"_s, u"1"_s);
        m_client->fault(u"s3-empty-message"_s, u"1"_s);
        const RawAnswer gone = get({});
        QCOMPARE(code(gone), QByteArray("NoSuchKey"));
        QVERIFY(gone.body.contains("<Message></Message>"));
        m_client->fault(u"s3-kms-etag"_s, u"1"_s);
        QVERIFY(send("PUT", m_signer.target("PUT", object), "new").headers.value("etag") != tag("new"));
        m_client->fault(u"s3-cut-upload"_s, u"1"_s);
        QCOMPARE(send("PUT", m_signer.target("PUT", object), "newer").status, 0);
        QCOMPARE(get({}).body, QByteArray("new"));
        m_client->fault(u"s3-lost-put"_s, u"1"_s);
        QCOMPARE(send("PUT", m_signer.target("PUT", object), "newest").status, 0);
        QCOMPARE(get({}).body, QByteArray("newest"));
    }

private:
    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_server->access().baseUrl.port()); }
    [[nodiscard]] QByteArray signedPut() const
    {
        return m_signer.target("PUT", object, {{"content-type", "application/sql"}});
    }
    [[nodiscard]] RawAnswer send(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                                 RawHeaders headers = {}) const
    {
        headers.append({"Host", m_signer.host});
        RawConnection connection(port());
        return connection.send({.method = method, .target = target, .headers = headers, .body = body});
    }
    [[nodiscard]] RawAnswer get(const RawHeaders& headers) const
    {
        return send("GET", m_signer.target("GET", object), {}, headers);
    }
    void putDigits() const { QCOMPARE(send("PUT", m_signer.target("PUT", object), "0123456789").status, 200); }

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
    S3Signer m_signer;
};

QTEST_GUILESS_MAIN(TestS3Service)
#include "tst_s3service.moc"
