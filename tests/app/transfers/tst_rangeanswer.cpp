#include "app/transfers/rangeanswer.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace longshore {

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;
using Action = RangePlan::Action;
using Code = Error::Code;

HttpHeaders headersOf(const Fields& fields)
{
    HttpHeaders headers;
    for (const auto& [name, value] : fields) {
        headers.set(name, value);
    }
    return headers;
}

} // namespace

class TestRangeAnswer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsContentRange_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("good");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("size");
        QTest::newRow("usual") << "bytes 5-9/10"_ba << true << qint64(5) << qint64(10);
        QTest::newRow("unknown size") << "bytes 5-9/*"_ba << true << qint64(5) << qint64(-1);
        QTest::newRow("unsatisfied") << "bytes */10"_ba << true << qint64(-1) << qint64(10);
        QTest::newRow("over 4 GiB") << "bytes 5000000000-5000000009/6000000000"_ba << true << qint64(5'000'000'000)
                                    << qint64(6'000'000'000);
        QTest::newRow("empty") << ""_ba << false << qint64(0) << qint64(0);
        QTest::newRow("backwards") << "bytes 9-5/10"_ba << false << qint64(0) << qint64(0);
        QTest::newRow("past the end") << "bytes 5-10/10"_ba << false << qint64(0) << qint64(0);
        QTest::newRow("other unit") << "items 5-9/10"_ba << false << qint64(0) << qint64(0);
        QTest::newRow("negative") << "bytes -5-9/10"_ba << false << qint64(0) << qint64(0);
        QTest::newRow("nothing known") << "bytes */*"_ba << false << qint64(0) << qint64(0);
    }
    void readsContentRange()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, good);
        QFETCH(const qint64, first);
        QFETCH(const qint64, size);
        const auto range = parseContentRange(value);
        QCOMPARE(range.has_value(), good);
        if (good) {
            QCOMPARE(range->first, first);
            QCOMPARE(range->size, size);
        }
    }

    void plansABody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<Action>("action");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("bodyBytes");
        const std::pair<QByteArray, QByteArray> etag{"ETag", "\"1\""};
        const std::pair<QByteArray, QByteArray> length{"Content-Length", "100"};
        QTest::newRow("whole") << 200 << Fields{etag, length} << qint64(0) << Action::Append << qint64(100)
                               << qint64(100);
        QTest::newRow("chunked") << 200 << Fields{etag} << qint64(0) << Action::Append << qint64(-1) << qint64(-1);
        QTest::newRow("rest") << 206 << Fields{etag, {"Content-Range", "bytes 40-99/100"}} << qint64(40)
                              << Action::Append << qint64(100) << qint64(60);
        QTest::newRow("part of the rest") << 206 << Fields{etag, {"Content-Range", "bytes 40-59/100"}} << qint64(40)
                                          << Action::Append << qint64(100) << qint64(20);
        QTest::newRow("200 to a range") << 200 << Fields{etag, length} << qint64(40) << Action::Whole << qint64(100)
                                        << qint64(100);
        QTest::newRow("error page") << 403 << Fields{{"Content-Type", "text/html"}} << qint64(40) << Action::Leave
                                    << qint64(-1) << qint64(-1);
    }
    void plansABody()
    {
        QFETCH(const int, status);
        QFETCH(const Fields, fields);
        QFETCH(const qint64, offset);
        QFETCH(const Action, action);
        QFETCH(const qint64, size);
        QFETCH(const qint64, bodyBytes);
        const RangeExpectation expected{.offset = offset,
                                        .ranged = offset > 0,
                                        .etag = offset > 0 ? "\"1\""_ba : QByteArray(),
                                        .size = offset > 0 ? 100 : -1};
        const auto plan = planForAnswer(status, headersOf(fields), expected);
        QVERIFY(plan);
        QCOMPARE(plan->action, action);
        QCOMPARE(plan->size, size);
        QCOMPARE(plan->bodyBytes, bodyBytes);
    }

    void refusesABody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<Code>("code");
        QTest::addColumn<QString>("subject");
        const std::pair<QByteArray, QByteArray> etag{"ETag", "\"1\""};
        QTest::newRow("captive portal") << 200 << Fields{{"Content-Type", "Text/HTML; charset=utf-8"}} << qint64(0)
                                        << Code::BadAnswer << u"html"_s;
        QTest::newRow("other object") << 206 << Fields{{"ETag", "\"2\""}, {"Content-Range", "bytes 40-99/100"}}
                                      << qint64(40) << Code::ObjectChanged << u""_s;
        QTest::newRow("other object, whole") << 200 << Fields{{"ETag", "\"2\""}, {"Content-Length", "100"}}
                                             << qint64(40) << Code::ObjectChanged << u""_s;
        QTest::newRow("no name for what had one")
            << 206 << Fields{{"Content-Range", "bytes 40-99/100"}} << qint64(40) << Code::BadAnswer << u"ETag"_s;
        QTest::newRow("a portal's plain text")
            << 200 << Fields{{"Content-Type", "text/plain"}, {"Content-Length", "12"}} << qint64(40) << Code::BadAnswer
            << u"ETag"_s;
        QTest::newRow("other length") << 206 << Fields{etag, {"Content-Range", "bytes 40-109/110"}} << qint64(40)
                                      << Code::ObjectChanged << u""_s;
        QTest::newRow("other place") << 206 << Fields{etag, {"Content-Range", "bytes 0-99/100"}} << qint64(40)
                                     << Code::BadAnswer << u"Content-Range"_s;
        QTest::newRow("no place") << 206 << Fields{etag} << qint64(40) << Code::BadAnswer << u"Content-Range"_s;
        QTest::newRow("several parts") << 206 << Fields{etag, {"Content-Type", "multipart/byteranges; boundary=x"}}
                                       << qint64(40) << Code::BadAnswer << u"multipart"_s;
    }
    void refusesABody()
    {
        QFETCH(const int, status);
        QFETCH(const Fields, fields);
        QFETCH(const qint64, offset);
        QFETCH(const Code, code);
        QFETCH(const QString, subject);
        const RangeExpectation expected{.offset = offset,
                                        .ranged = offset > 0,
                                        .etag = offset > 0 ? "\"1\""_ba : QByteArray(),
                                        .size = offset > 0 ? 100 : -1};
        const auto plan = planForAnswer(status, headersOf(fields), expected);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, code);
        QCOMPARE(plan.error().subject, subject);
    }

    void aRangeThatHoldsASecretIsNotRepeated()
    {
        const auto plan = planForAnswer(206, headersOf({{"Content-Range", "bytes sig=c2VjcmV0LWNhbmFyeQ=="}}), {});
        QVERIFY(!plan);
        QCOMPARE(plan.error().detail, u"bytes sig=hidden"_s);
    }

    void readsTheMd5OfTheWholeObject_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<bool>("told");
        QTest::addColumn<bool>("sure");
        const QByteArray hex = "0123456789abcdef0123456789abcdef";
        const QByteArray base64 = QByteArray::fromHex(hex).toBase64();
        const std::pair<QByteArray, QByteArray> s3{"x-amz-request-id", "4442587FB7D0A2F9"};
        QTest::newRow("nothing") << 200 << Fields{{"ETag", "\"0x8D1\""}} << false << false;
        QTest::newRow("of a blob") << 206 << Fields{{"x-ms-blob-content-md5", base64}} << true << true;
        QTest::newRow("of a whole answer") << 200 << Fields{{"Content-MD5", base64}} << true << true;
        QTest::newRow("of a range alone") << 206 << Fields{{"Content-MD5", base64}} << false << false;
        QTest::newRow("no MD5") << 200 << Fields{{"Content-MD5", "c2hvcnQ="}} << false << false;
        QTest::newRow("s3") << 206 << Fields{{"ETag", '"' + hex + '"'}, s3} << true << true;
        QTest::newRow("s3 in capitals") << 206 << Fields{{"ETag", '"' + hex.toUpper() + '"'}, s3} << true << true;
        QTest::newRow("s3 in parts") << 206 << Fields{{"ETag", '"' + hex + "-3\""}, s3} << false << false;
        QTest::newRow("s3 with a key of its own")
            << 206 << Fields{{"ETag", '"' + hex + '"'}, {"x-amz-server-side-encryption", "aws:kms"}, s3} << false
            << false;
        QTest::newRow("s3 in a directory bucket")
            << 206 << Fields{{"ETag", '"' + hex + '"'}, {"x-amz-storage-class", "EXPRESS_ONEZONE"}, s3} << false
            << false;
        QTest::newRow("weak") << 200 << Fields{{"ETag", "W/\"" + hex + '"'}} << false << false;
        QTest::newRow("some web server") << 200 << Fields{{"ETag", '"' + hex + '"'}} << true << false;
    }
    void readsTheMd5OfTheWholeObject()
    {
        QFETCH(const int, status);
        QFETCH(const Fields, fields);
        QFETCH(const bool, told);
        QFETCH(const bool, sure);
        const StoredMd5 md5 = storedMd5(status, headersOf(fields));
        QCOMPARE(md5.bytes.toHex(), told ? "0123456789abcdef0123456789abcdef"_ba : QByteArray());
        QCOMPARE(md5.sure, sure);
    }

    void namesARefusal_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<Code>("code");
        QTest::addColumn<bool>("retryable");
        const QByteArray failed = "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code></Error>";
        const QByteArray past = "2026-01-12T13%3A59%3A00Z";
        const QByteArray future = "2026-01-13T14%3A00%3A00Z";
        QTest::newRow("ended") << 403 << failed << past << Code::LinkExpired << false;
        QTest::newRow("wrong signature") << 403 << failed << future << Code::LinkRefused << false;
        QTest::newRow("the store says it ended")
            << 403 << "<Error><AuthenticationErrorDetail>Signature not valid in the specified time frame"_ba << future
            << Code::LinkExpired << false;
        QTest::newRow("S3 says it ended") << 403 << "<Error><Code>AccessDenied</Code><Message>Request has expired"_ba
                                          << QByteArray() << Code::LinkExpired << false;
        QTest::newRow("gone") << 404 << QByteArray() << future << Code::NotFound << false;
        QTest::newRow("changed") << 412 << QByteArray() << future << Code::ObjectChanged << false;
        QTest::newRow("slow down") << 503 << QByteArray() << future << Code::ServerError << true;
        QTest::newRow("too many") << 429 << QByteArray() << future << Code::RateLimited << true;
        QTest::newRow("not implemented") << 501 << QByteArray() << future << Code::ServerError << false;
        QTest::newRow("proxy wants a name") << 407 << QByteArray() << future << Code::ProxyFailed << false;
        QTest::newRow("bad request") << 400 << QByteArray() << future << Code::ServerRefused << false;
    }
    void namesARefusal()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, end);
        QFETCH(const Code, code);
        QFETCH(const bool, retryable);
        const auto link = SignedUrl::parse("https://store.example/c/b.bacpac?se=" + end + "&sig=c2VjcmV0");
        HttpResponse response;
        response.status = status;
        response.body = body;
        const Error error = refusalOf(response, *link, QDateTime(QDate(2026, 1, 12), QTime(14, 0), QTimeZone::utc()));
        QCOMPARE(error.code, code);
        QCOMPARE(error.retryable, retryable);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.detail.contains(u"c2VjcmV0"_s));
    }

    void believesTheStoresClockRatherThanOurs()
    {
        const auto link = SignedUrl::parse("https://store.example/c/b?se=2026-01-12T14%3A30%3A00Z&sig=x");
        HttpResponse response;
        response.status = 403;
        response.serverDate = QDateTime(QDate(2026, 1, 12), QTime(14, 31), QTimeZone::utc());
        const QDateTime ours(QDate(2026, 1, 12), QTime(14, 0), QTimeZone::utc());
        QCOMPARE(refusalOf(response, *link, ours).code, Code::LinkExpired);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestRangeAnswer)
#include "tst_rangeanswer.moc"
