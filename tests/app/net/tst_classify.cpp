#include "app/net/classify.h"

#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestClassify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAStoreSaysBecomesOneOfOurWords_data()
    {
        using Code = Error::Code;
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<bool>("retryable");
        const auto row = [](const char* name, int status, const char* word, Code code, bool retryable) {
            QTest::newRow(name) << status << QByteArray(word) << code << retryable;
        };
        row("azure lease", 412, "LeaseIdMissing", Code::LeaseHeld, false);
        row("azure condition", 412, "ConditionNotMet", Code::ObjectChanged, false);
        row("412 without a word", 412, "", Code::ObjectChanged, false);
        row("azure exists", 409, "BlobAlreadyExists", Code::FileExists, false);
        row("azure gone", 404, "BlobNotFound", Code::NotFound, false);
        row("azure busy", 503, "ServerBusy", Code::ServerError, true);
        row("azure timed out", 500, "OperationTimedOut", Code::ServerError, true);
        row("azure damaged block", 400, "Md5Mismatch", Code::HashMismatch, true);
        row("azure too large", 413, "RequestBodyTooLarge", Code::TooLarge, false);
        row("azure signature", 403, "AuthenticationFailed", Code::LinkRefused, false);
        row("azure read-only link", 403, "AuthorizationPermissionMismatch", Code::LinkRefused, false);
        row("azure header", 400, "InvalidHeaderValue", Code::ServerRefused, false);
        row("s3 gone", 404, "NoSuchKey", Code::NotFound, false);
        row("s3 upload gone", 404, "NoSuchUpload", Code::SessionLost, false);
        row("s3 without a length", 411, "MissingContentLength", Code::ServerRefused, false);
        row("s3 busy inside", 500, "InternalError", Code::ServerError, true);
        row("s3 two keys", 400, "InvalidArgument", Code::ServerRefused, false);
        row("s3 changed", 412, "PreconditionFailed", Code::ObjectChanged, false);
        row("s3 signature", 403, "SignatureDoesNotMatch", Code::LinkRefused, false);
        row("s3 denied", 403, "AccessDenied", Code::LinkRefused, false);
        row("s3 key rotated", 403, "InvalidAccessKeyId", Code::LinkExpired, false);
        row("s3 session ended", 400, "ExpiredToken", Code::LinkExpired, false);
        row("s3 slow down", 503, "SlowDown", Code::ServerError, true);
        row("s3 request timeout", 400, "RequestTimeout", Code::Timeout, true);
        row("s3 body cut on the way", 400, "IncompleteBody", Code::ConnectionLost, true);
        row("s3 another region", 307, "TemporaryRedirect", Code::ServerRefused, false);
        row("s3 too large", 400, "EntityTooLarge", Code::TooLarge, false);
        row("s3 damaged", 400, "BadDigest", Code::HashMismatch, true);
        row("too many", 429, "", Code::RateLimited, true);
        row("bad gateway", 502, "", Code::ServerError, true);
        row("not implemented", 501, "NotImplemented", Code::ServerError, false);
        row("range", 416, "InvalidRange", Code::ServerRefused, false);
    }
    void whatAStoreSaysBecomesOneOfOurWords()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, word);
        HttpResponse response;
        response.status = status;
        if (!word.isEmpty()) {
            response.body = "<?xml version=\"1.0\"?><Error><Code>" + word + "</Code><Message/></Error>";
        }
        const Error error = classifyStorage(response, openLink(), Noon);
        QTEST(error.code, "code");
        QTEST(error.retryable, "retryable");
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.subject, u"store.example"_s);
        QCOMPARE(error.detail, QString::fromLatin1(word));
    }

    void aStoreSendsNobodyElsewhereWithoutAWord_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void aStoreSendsNobodyElsewhereWithoutAWord()
    {
        QFETCH(const int, status);
        HttpResponse response;
        response.status = status;
        response.headers.set("Location", "http://login.hotel.example/?sig=canary");
        const Error error = classifyStorage(response, openLink(), Noon);
        QCOMPARE(error.code, Error::Code::BadAnswer);
        QCOMPARE(error.subject, u"redirect"_s);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(error.detail.isEmpty());
        QVERIFY(answeredInBetween(error));
    }

    void headAnswersHaveOnlyTheHeader()
    {
        HttpResponse response;
        response.status = 412;
        response.headers.set("x-ms-error-code", "LeaseIdMissing");
        QCOMPARE(classifyStorage(response, openLink(), Noon).code, Error::Code::LeaseHeld);
    }

    void deniedAfterTheLinksEndIsExpired_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("url");
        const QByteArray ended = "https://store.example/b?se=2026-01-12T11%3A59%3A59Z&sig=x";
        QTest::newRow("by the clock, without a word") << QByteArray() << ended;
        QTest::newRow("by the clock, s3") << QByteArray("<Error><Code>AccessDenied</Code><Message/></Error>")
                                          << QByteArray("https://s3.example/b?X-Amz-Date=20260112T100000Z"
                                                        "&X-Amz-Expires=3600&X-Amz-Signature=x");
        QTest::newRow("by the clock, a signature word")
            << QByteArray("<Error><Code>SignatureDoesNotMatch</Code></Error>") << ended;
        QTest::newRow("azure's words") << QByteArray(
            "<Error><Code>AuthenticationFailed</Code><Message>Server failed</Message><AuthenticationErrorDetail>"
            "Signature not valid in the specified time frame: Start [] - Expiry [] - Current []"
            "</AuthenticationErrorDetail></Error>")
                                       << openLink().exactBytes();
        QTest::newRow("s3's words") << QByteArray(
            "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>")
                                    << openLink().exactBytes();
    }
    void deniedAfterTheLinksEndIsExpired()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, url);
        HttpResponse response;
        response.status = 403;
        response.body = body;
        QCOMPARE(classifyStorage(response, *SignedUrl::parse(url), Noon).code, Error::Code::LinkExpired);
    }

    void theWordsOfS3SayWhatItIsAbout_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, int status, const QByteArray& body, Error::Code code,
                            const QString& detail) { QTest::newRow(name) << status << body << code << detail; };
        row("too large", 400,
            "<Error><Code>EntityTooLarge</Code><Message>Too big</Message><ProposedSize>9</ProposedSize>"
            "<MaxSizeAllowed>5368709120</MaxSizeAllowed><RequestId>4442587FB7D0A2F9</RequestId></Error>",
            Error::Code::TooLarge, u"EntityTooLarge: Too big (MaxSizeAllowed 5368709120; request 4442587FB7D0A2F9)"_s);
        row("headers not signed", 403,
            "<Error><Code>AccessDenied</Code><Message>There were headers present in the request which were not signed"
            "</Message><HeadersNotSigned>x-amz-acl</HeadersNotSigned></Error>",
            Error::Code::LinkRefused,
            u"AccessDenied: There were headers present in the request which were not signed "
            "(HeadersNotSigned x-amz-acl)"_s);
        row("chunks", 501,
            "<Error><Code>NotImplemented</Code><Message>A header</Message><Header>Transfer-Encoding</Header></Error>",
            Error::Code::ServerError, u"NotImplemented: A header (Header Transfer-Encoding)"_s);
        row("empty message", 503,
            "<Error><Code>SlowDown</Code><Message></Message><RequestId>tx000-a1</RequestId></Error>",
            Error::Code::ServerError, u"SlowDown: (request tx000-a1)"_s);
        row("a request that is no name", 503, "<Error><Code>SlowDown</Code><RequestId>a b&amp;c</RequestId></Error>",
            Error::Code::ServerError, u"SlowDown"_s);
    }
    void theWordsOfS3SayWhatItIsAbout()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        HttpResponse response;
        response.status = status;
        response.body = body;
        const Error error = classifyStorage(response, openLink(), Noon);
        QTEST(error.code, "code");
        QTEST(error.detail, "detail");
    }

    void theRequestsNameIsInTheHeaderToo()
    {
        HttpResponse response;
        response.status = 403;
        response.headers.set("x-amz-request-id", "ABCDEF0123456789");
        QCOMPARE(classifyStorage(response, openLink(), Noon).detail, u"(request ABCDEF0123456789)"_s);
    }

    void aLinkThatBeginsLaterIsNoEndedOne_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("ahead");
        QTest::addColumn<bool>("later");
        QTest::newRow("in words") << QByteArray("Request is not yet valid") << 3600 << true;
        QTest::newRow("in words, by a little") << QByteArray("Request is not yet valid") << 30 << true;
        QTest::newRow("without a word") << QByteArray() << 3600 << true;
        QTest::newRow("as far as stores tolerate") << QByteArray() << 600 << false;
        QTest::newRow("another reason") << QByteArray("Access Denied") << 3600 << false;
    }
    void aLinkThatBeginsLaterIsNoEndedOne()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const int, ahead);
        QFETCH(const bool, later);
        HttpResponse response;
        response.status = 403;
        response.body = "<Error><Code>AccessDenied</Code><Message>" + message + "</Message></Error>";
        response.serverDate = Noon;
        const QByteArray start = Noon.addSecs(ahead).toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
        const auto link = SignedUrl::parse("https://s3.example/b?X-Amz-Date=" + start + "&X-Amz-Expires=900");
        const Error error = classifyStorage(response, *link, Noon.addDays(1)); // our own clock is wrong
        QCOMPARE(error.code, Error::Code::LinkRefused);
        QCOMPARE(error.detail.contains(u"the link is not yet valid"_s), later);
        QCOMPARE(error.retryAfter, later ? std::chrono::seconds(ahead) : 0s);
    }

    void aChecksumInTheLinkIsItsSignersFault()
    {
        HttpResponse response;
        response.status = 400;
        response.body = "<Error><Code>BadDigest</Code><Message>The CRC32 you specified did not match</Message></Error>";
        const auto link = SignedUrl::parse("https://s3.example/b?x-amz-checksum-crc32=AAAAAA%3D%3D&X-Amz-Expires=900");
        const Error error = classifyStorage(response, *link, Noon);
        QCOMPARE(error.code, Error::Code::LinkRefused);
        QVERIFY(error.detail.contains(u"the link demands a checksum"_s));
        QVERIFY(!error.retryable);
        QVERIFY(!error.detail.contains(u"AAAA"_s));
    }

    void theStoresClockCountsNotOurs()
    {
        HttpResponse response;
        response.status = 403;
        response.serverDate = Noon.addSecs(2 * 3600);
        QCOMPARE(classifyStorage(response, openLink(), Noon).code, Error::Code::LinkExpired);
        response.serverDate = Noon;
        QCOMPARE(classifyStorage(response, openLink(), Noon.addDays(1)).code, Error::Code::LinkRefused);
    }

    void aClockFarOffIsMeasured()
    {
        HttpResponse response;
        response.status = 403;
        response.body = "<Error><Code>RequestTimeTooSkewed</Code></Error>";
        response.serverDate = Noon.addSecs(-1200);
        const Error error = classifyStorage(response, openLink(), Noon);
        QCOMPARE(error.code, Error::Code::ClockSkew);
        QCOMPARE(error.detail, u"1200"_s);
    }

    void retryAfterIsHandedOn()
    {
        HttpResponse response;
        response.status = 503;
        response.retryAfter = 40s;
        QCOMPARE(classifyStorage(response, openLink(), Noon).retryAfter, 40s);
    }

    void detailShowsWordAndMessageButNoSecret()
    {
        HttpResponse response;
        response.status = 403;
        response.body = "<Error><Code>AccessDenied</Code><Message>No right, sig=c2VjcmV0LWNhbmFyeQ== was\n"
                        "RequestId:1</Message><StringToSign>canary</StringToSign></Error>";
        const QString detail = classifyStorage(response, openLink(), Noon).detail;
        QCOMPARE(detail, u"AccessDenied: No right, sig=hidden was"_s);
    }

    void aWordThatHoldsASecretIsNotRepeated()
    {
        HttpResponse response;
        response.status = 403;
        response.body = "<Error><Code>Denied for sig=c2VjcmV0LWNhbmFyeQ==</Code></Error>";
        QCOMPARE(classifyStorage(response, openLink(), Noon).detail, u"Denied for sig=hidden"_s);
        response.body.clear();
        response.headers.set("x-ms-error-code", "sig=c2VjcmV0LWNhbmFyeQ==");
        QCOMPARE(classifyStorage(response, openLink(), Noon).detail, u"sig=hidden"_s);
    }

    void brokenOrForeignBodiesAreSurvived()
    {
        for (const char* body : {"<Error><Code>Acc", "<Error><Code>", "<Error><Cod", "<html><p>Blocked</html>",
                                 "{\"error\":1}", "\xff\xfe\x00"}) {
            HttpResponse response;
            response.status = 403;
            response.body = body;
            QCOMPARE(classifyStorage(response, openLink(), Noon).code, Error::Code::LinkRefused);
        }
    }

private:
    static SignedUrl openLink()
    {
        return *SignedUrl::parse("https://store.example/c/b?se=2026-01-12T13%3A00%3A00Z&sig=c2VjcmV0");
    }
    static inline const QDateTime Noon{QDate(2026, 1, 12), QTime(12, 0), QTimeZone::utc()};
};

QTEST_GUILESS_MAIN(TestClassify)
#include "tst_classify.moc"
