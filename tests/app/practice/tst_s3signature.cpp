#include "app/practice/s3signature.h"
#include "s3signer.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace longshore::practice;

namespace {

S3Key exampleKey()
{
    return {.id = "AKIAIOSFODNN7EXAMPLE", .secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};
}
QDateTime exampleTime()
{
    return {QDate(2013, 5, 24), QTime(0, 0), QTimeZone::utc()};
}

S3Grant grant()
{
    return {.method = "PUT",
            .host = "127.0.0.1:8080",
            .path = "/bucket/a folder/ä+b~c.sql",
            .query = {{"uploadId", "x=/+ y"}, {"partNumber", "2"}},
            .headers = {{"content-type", "application/sql"}},
            .signedAt = exampleTime(),
            .life = std::chrono::hours(1)};
}

HttpRequest request(const S3Grant& granted)
{
    HttpRequest sent;
    sent.method = granted.method;
    sent.path = granted.path.toPercentEncoding("/");
    sent.query = presignedQuery(exampleKey(), granted);
    sent.headers = granted.headers;
    sent.headers.emplaceBack("host", granted.host);
    return sent;
}

S3Verdict verdict(const HttpRequest& sent, const QDateTime& now = exampleTime())
{
    return checkPresigned(exampleKey(), sent, sent.header("host"), sent.path, now).verdict;
}

} // namespace

class TestS3Signature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The example that the service publishes with the description of query signatures.
    void signsThePublishedExample()
    {
        const QByteArray query = presignedQuery(exampleKey(), {.method = "GET",
                                                               .host = "examplebucket.s3.amazonaws.com",
                                                               .path = "/test.txt",
                                                               .signedAt = exampleTime(),
                                                               .life = std::chrono::hours(24)});
        QVERIFY(query.endsWith("&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
    }

    void agreesWithAnotherSigner()
    {
        const S3Signer other{.keyId = exampleKey().id,
                             .secret = exampleKey().secret,
                             .host = grant().host,
                             .at = exampleTime(),
                             .life = 3600};
        const QByteArray path = grant().path.toPercentEncoding("/");
        const QByteArray target = other.target("PUT", path, {{"content-type", "application/sql"}},
                                               {{"uploadId", "x=/+ y"}, {"partNumber", "2"}});
        QCOMPARE(path + '?' + presignedQuery(exampleKey(), grant()), target);
        QCOMPARE(verdict(request(grant())), S3Verdict::Granted);
    }

    void whateverIsSignedCounts_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char* what : {"method", "path", "host", "type", "no type", "number", "signature", "expires"}) {
            QTest::newRow(what) << QByteArray(what);
        }
    }
    void whateverIsSignedCounts()
    {
        QFETCH(QByteArray, what);
        HttpRequest sent = request(grant());
        if (what == "method") {
            sent.method = "GET";
        } else if (what == "path") {
            sent.path += 'x';
        } else if (what == "host") {
            sent.headers.last().second = "localhost:8080";
        } else if (what == "type") {
            sent.headers.first().second = "text/plain";
        } else if (what == "no type") {
            sent.headers.removeFirst();
        } else if (what == "number") {
            sent.query.replace("partNumber=2", "partNumber=3");
        } else if (what == "signature") {
            sent.query.chop(1);
            sent.query += sent.query.endsWith('0') ? '1' : '0';
        } else {
            sent.query.replace("X-Amz-Expires=3600", "X-Amz-Expires=7200");
        }
        QCOMPARE(verdict(sent), S3Verdict::BadSignature);
    }

    void otherSpellingsOfTheSameLinkAreTheSame()
    {
        HttpRequest sent = request(grant());
        sent.path.replace("~", "%7E");
        sent.headers.emplaceBack("content-md5", "not signed, and may come");
        QCOMPARE(verdict(sent), S3Verdict::Granted);
    }

    void timeCounts()
    {
        const HttpRequest sent = request(grant());
        QCOMPARE(verdict(sent, exampleTime().addSecs(3600)), S3Verdict::Granted);
        QCOMPARE(verdict(sent, exampleTime().addSecs(3601)), S3Verdict::Expired);
        QCOMPARE(verdict(sent, exampleTime().addSecs(-15 * 60)), S3Verdict::Granted);
        QCOMPARE(verdict(sent, exampleTime().addSecs(-15 * 60 - 1)), S3Verdict::NotYetValid);
    }

    void refusalsThatComeBeforeTheSignature()
    {
        HttpRequest sent = request(grant());
        sent.headers.emplaceBack("x-amz-acl", "private");
        sent.headers.emplaceBack("x-amz-meta-a", "b");
        const S3Check check = checkPresigned(exampleKey(), sent, sent.header("host"), sent.path, exampleTime());
        QCOMPARE(check.verdict, S3Verdict::HeadersNotSigned);
        QCOMPARE(check.unsignedHeaders, (QByteArrayList{"x-amz-acl", "x-amz-meta-a"}));

        sent = request(grant());
        sent.headers.emplaceBack("authorization", "Bearer abc");
        QCOMPARE(verdict(sent), S3Verdict::TwoMechanisms);

        sent = request(grant());
        sent.query.replace("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7ANOTHER");
        QCOMPARE(verdict(sent), S3Verdict::UnknownKey);

        sent = request(grant());
        sent.query.replace("X-Amz-Expires=3600", "X-Amz-Expires=604801"); // told before the signature
        QCOMPARE(verdict(sent), S3Verdict::Malformed);

        sent.query.clear();
        QCOMPARE(verdict(sent), S3Verdict::Missing);
    }
};

QTEST_GUILESS_MAIN(TestS3Signature)
#include "tst_s3signature.moc"
