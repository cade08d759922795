#include "app/core/redaction.h"
#include "app/core/signedurl.h"

#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestSignedUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheExactBytes_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("azure") << QByteArray("https://s.blob.core.windows.net/c/a%20b.bacpac?sv=2021&sig=a%2Bb%2f%3D");
        QTest::newRow("dots") << QByteArray("https://h.example/a/../b//c/.?x=%zz&y=/../");
        QTest::newRow("pipe and braces") << QByteArray("https://h.example/a|b{c}?d=[e]^~");
        QTest::newRow("upper case") << QByteArray("HTTPS://H.Example/A?B=c");
        QTest::newRow("loopback name") << QByteArray("http://localhost:8080/x");
        QTest::newRow("loopback number") << QByteArray("http://127.0.0.1:1/x?sig=y");
        QTest::newRow("loopback six") << QByteArray("http://[::1]:8080/x");
    }
    void keepsTheExactBytes()
    {
        QFETCH(const QByteArray, url);
        const auto link = SignedUrl::parse(url);
        QVERIFY(link);
        QCOMPARE(link->exactBytes(), url);
        QVERIFY(!link->isEmpty());
    }

    void refusesWhatWouldNotBeSafe_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("relative") << QByteArray("/a/b");
        QTest::newRow("no host") << QByteArray("https:///a");
        QTest::newRow("blank") << QByteArray("https://h.example/a b");
        QTest::newRow("line break") << QByteArray("https://h.example/a\r\nX: y");
        QTest::newRow("nul") << QByteArray("https://h.example/a\0b", 21);
        QTest::newRow("delete") << QByteArray("https://h.example/\x7f");
        QTest::newRow("plain http") << QByteArray("http://h.example/a");
        QTest::newRow("plain http to what looks local") << QByteArray("http://127.example.org/a");
        QTest::newRow("plain http to a name below the number") << QByteArray("http://127.0.0.1.example.org/a");
        QTest::newRow("plain http to a name below localhost") << QByteArray("http://localhost.example.org/a");
        QTest::newRow("name and password") << QByteArray("https://u:p@h.example/");
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("ftp") << QByteArray("ftp://h.example/a");
        QTest::newRow("bad port") << QByteArray("https://h.example:99999/a");
    }
    void refusesWhatWouldNotBeSafe()
    {
        QFETCH(const QByteArray, url);
        const auto link = SignedUrl::parse(url);
        QVERIFY(!link);
        QCOMPARE(link.error().code, Error::Code::BadInput);
        QCOMPARE(link.error().subject, u"url"_s);
    }

    void aRefusalDoesNotRepeatTheLink()
    {
        const auto link = SignedUrl::parse("http://h.example/a?sig=canary");
        QVERIFY(!link.error().detail.contains(u"canary"_s));
    }

    void redactedHidesEveryKey_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("shown");
        QTest::newRow("azure") << QByteArray("https://h.example/c/f.bacpac?sv=2021-08-06&se=2026-01-12T14%3A00%3A00Z"
                                             "&sr=b&sp=r&sig=canary%3D")
                               << u"https://h.example/c/f.bacpac?sv=2021-08-06&se=2026-01-12T14%3A00%3A00Z&sr=b&sp=r"
                                  "&sig=hidden"_s;
        QTest::newRow("s3") << QByteArray("https://h.example/f?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=canary"
                                          "&X-Amz-Date=20260112T140000Z&X-Amz-Expires=600&X-Amz-SignedHeaders=host"
                                          "&X-Amz-Security-Token=canary&X-Amz-Signature=canary")
                            << u"https://h.example/f?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=hidden"
                               "&X-Amz-Date=20260112T140000Z&X-Amz-Expires=600&X-Amz-SignedHeaders=hidden"
                               "&X-Amz-Security-Token=hidden&X-Amz-Signature=hidden"_s;
        QTest::newRow("s3, old kind")
            << QByteArray("https://h.example/f?AWSAccessKeyId=canary&Expires=1768226405&Signature=canary")
            << u"https://h.example/f?AWSAccessKeyId=hidden&Expires=1768226405&Signature=hidden"_s;
        QTest::newRow("odd case") << QByteArray("https://h.example/f?SIG=canary&SE=x")
                                  << u"https://h.example/f?SIG=hidden&SE=x"_s;
        QTest::newRow("without a name") << QByteArray("https://h.example/f?canary") << u"https://h.example/f?hidden"_s;
        QTest::newRow("two marks") << QByteArray("https://h.example/f?sp=r?sig=canary")
                                   << u"https://h.example/f?sp=hidden"_s;
        QTest::newRow("fragment") << QByteArray("https://h.example/f#sig=canary") << u"https://h.example/f#hidden"_s;
        QTest::newRow("mark in the fragment")
            << QByteArray("https://h.example/f#a?sp=canary") << u"https://h.example/f#hidden"_s;
        QTest::newRow("no query") << QByteArray("https://h.example/f") << u"https://h.example/f"_s;
    }
    void redactedHidesEveryKey()
    {
        QFETCH(const QByteArray, url);
        const QString text = SignedUrl::parse(url)->redacted();
        QTEST(text, "shown");
        QVERIFY(!text.contains(u"canary"_s));
        QCOMPARE(redactedText(text), text); // the log's scrubber finds nothing left to hide
    }

    void knowsWhenTheLinkEnds_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QDateTime>("end"); // invalid: does not say
        const auto utc = [](int hour, int minute, int second) {
            return QDateTime(QDate(2026, 1, 12), QTime(hour, minute, second), QTimeZone::utc());
        };
        QTest::newRow("azure") << QByteArray("se=2026-01-12T14%3A00%3A05Z&sig=x") << utc(14, 0, 5);
        QTest::newRow("azure, not escaped") << QByteArray("se=2026-01-12T14:00:05Z") << utc(14, 0, 5);
        QTest::newRow("azure, minutes") << QByteArray("se=2026-01-12T14%3A00Z") << utc(14, 0, 0);
        QTest::newRow("azure, fractions") << QByteArray("se=2026-01-12T14%3A00%3A05.0000000Z") << utc(14, 0, 5);
        QTest::newRow("azure, zone") << QByteArray("se=2026-01-12T15%3A00%3A05%2B01%3A00") << utc(14, 0, 5);
        QTest::newRow("azure, day") << QByteArray("se=2026-01-12") << utc(0, 0, 0);
        QTest::newRow("s3") << QByteArray("X-Amz-Date=20260112T130005Z&X-Amz-Expires=3600") << utc(14, 0, 5);
        QTest::newRow("s3, lower case") << QByteArray("x-amz-date=20260112T130005Z&x-amz-expires=3600")
                                        << utc(14, 0, 5);
        QTest::newRow("s3, old kind") << QByteArray("AWSAccessKeyId=K&Expires=1768226405&Signature=x") << utc(14, 0, 5);
        QTest::newRow("some parameter") << QByteArray("Expires=1768226405") << QDateTime();
        QTest::newRow("nothing") << QByteArray("sig=x") << QDateTime();
        QTest::newRow("nonsense") << QByteArray("se=soon") << QDateTime();
        QTest::newRow("s3 without a start") << QByteArray("X-Amz-Expires=3600") << QDateTime();
        QTest::newRow("s3, negative") << QByteArray("X-Amz-Date=20260112T130005Z&X-Amz-Expires=-1") << QDateTime();
    }
    void knowsWhenTheLinkEnds()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const QDateTime, end);
        const auto expires = SignedUrl::parse("https://h.example/f?" + query)->expiresAt();
        QCOMPARE(expires.has_value(), end.isValid());
        if (expires) {
            QCOMPARE(*expires, end);
            QCOMPARE(expires->timeSpec(), Qt::UTC);
        }
    }

    void tellsItsParts()
    {
        const auto link = SignedUrl::parse("https://H.example/c/epicms%20x.bacpac?sp=r&comp=block&sig=a%2Bb%3D");
        QCOMPARE(link->host(), u"h.example"_s);
        QCOMPARE(link->fileName(), u"epicms x.bacpac"_s);
        QCOMPARE(link->permissions(), u"r"_s);
        QCOMPARE(link->queryValue("sig"), QByteArray("a+b="));
        QVERIFY(link->queryValue("none").isEmpty());
        QVERIFY(!link->isLoopback());
        QVERIFY(SignedUrl::parse("HTTPS://h.example/x")->isEncrypted());
        QVERIFY(!SignedUrl::parse("http://127.0.0.1/x")->isEncrypted());
        QVERIFY(SignedUrl::parse("https://127.0.0.1/x")->isLoopback());
    }

    void cannotBePrinted()
    {
        // What does not compile cannot leak.
        static_assert(!std::is_convertible_v<SignedUrl, QString>);
        static_assert(!std::is_convertible_v<SignedUrl, QByteArray>);
    }
};

QTEST_GUILESS_MAIN(TestSignedUrl)
#include "tst_signedurl.moc"
