#include "tests/support/curltest.h"
#include "tests/support/testbodies.h"

#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a well-behaved and a talkative server make of us: answers, headers, redirects, connections.
class TestCurlTransport : public CurlTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersOfAnyStatusAreAnswers_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 204, 304, 400, 401, 403, 404, 409, 412, 416, 500, 503}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void answersOfAnyStatusAreAnswers()
    {
        QFETCH(const int, status);
        const bool bodyless = status == 204 || status == 304;
        m_server->reply(status, bodyless ? "" : "{\"ok\":1}", {{"X-Thing", "a"}});

        const auto answer = get("/x");

        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->headers.value("x-thing"), QByteArray("a"));
        QCOMPARE(answer->body, QByteArray(bodyless ? "" : "{\"ok\":1}"));
        QCOMPARE(answer->bodyBytes, answer->body.size());
    }

    void sendsMethodHeadersAndBodyAsGiven()
    {
        m_server->reply(200, "{}");
        HttpRequest request = to("/v1/exports?a=b", "POST");
        request.headers.set("Authorization", "epi-hmac key:1:2:3");
        request.headers.set("Content-Type", "application/json");
        request.body = "{\"RetentionHours\":24}";

        QVERIFY(send(request));

        const FaultServer::Request seen = m_server->requests.at(0);
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.target, QByteArray("/v1/exports?a=b"));
        QCOMPARE(seen.headers.value("Authorization"), QByteArray("epi-hmac key:1:2:3"));
        QCOMPARE(seen.headers.value("Content-Type"), QByteArray("application/json"));
        QCOMPARE(seen.headers.value("Content-Length"), QByteArray("21"));
        QVERIFY(!seen.headers.contains("Expect"));
        QVERIFY(!seen.headers.contains("Transfer-Encoding"));
        QCOMPARE(seen.body, request.body);
    }

    void addsNoContentTypeOfItsOwn()
    {
        // A presigned PUT whose signed Content-Type differs from the sent one is refused.
        m_server->reply(200);
        HttpRequest request = to("/put", "PUT");
        request.body = "x";
        QVERIFY(send(request));
        QVERIFY(!m_server->requests.at(0).headers.contains("Content-Type"));
    }

    void postWithoutBodySaysLengthZero()
    {
        m_server->reply(200);
        QVERIFY(send(to("/p", "POST")));
        QCOMPARE(m_server->requests.at(0).headers.value("Content-Length"), QByteArray("0"));
    }

    void headAndDeleteHaveNoBody()
    {
        m_server->replies.push_back({.headers = {{"Content-Length", "5000000000"}}});
        const auto answer = send(to("/o", "HEAD"));
        QVERIFY(answer);
        QCOMPARE(answer->headers.value("Content-Length").toLongLong(), 5'000'000'000LL);
        QCOMPARE(answer->bodyBytes, 0);
        m_server->reply(202);
        QVERIFY(send(to("/o", "DELETE")));
        QVERIFY(!m_server->requests.at(1).headers.contains("Content-Length"));
    }

    void signedBytesReachTheServerUntouched_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("azure") << QByteArray(
            "/c/epicms%20x.bacpac?sv=2021-08-06&sig=a%2Bb%2fC%3D&se=2026-01-12T16%3A00Z");
        QTest::newRow("plus") << QByteArray("/c/a+b?x=a+b&y=%2b");
        QTest::newRow("dots and slashes") << QByteArray("/a/../b/./c//d/?q=/../x");
        QTest::newRow("unescaped") << QByteArray("/a'b(c)!*;d?X-Amz-Credential=k/2026/eu|x&z={}[]~^");
        QTest::newRow("bad escape") << QByteArray("/%zz%?%");
    }
    void signedBytesReachTheServerUntouched()
    {
        QFETCH(const QByteArray, target);
        m_server->reply(200);
        QVERIFY(get(target));
        QCOMPARE(m_server->requests.at(0).target, target);
    }

    void refusesAHeaderThatWouldBreakTheLine()
    {
        HttpRequest request = to("/");
        request.headers.set("X-Name", "a\r\nX-Other: b");
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::BadInput);
        QCOMPARE(m_server->requests.size(), 0);
    }

    void sendsAnEmptyHeaderAsAnEmptyHeader()
    {
        m_server->reply(200);
        HttpRequest request = to("/");
        request.headers.set("x-ms-meta", "");
        QVERIFY(send(request));
        QVERIFY(m_server->requests.at(0).headers.contains("x-ms-meta"));
    }

    void tooManyRequestsCarriesTheServersWish_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("seconds") << QByteArray("40");
        QTest::newRow("date") << QByteArray("Mon, 12 Jan 2026 14:00:40 GMT");
    }
    void tooManyRequestsCarriesTheServersWish()
    {
        QFETCH(const QByteArray, field);
        m_server->reply(429, "{}", {{"Retry-After", field}, {"Date", "Mon, 12 Jan 2026 14:00:00 GMT"}});
        const auto answer = get("/");
        QVERIFY(answer);
        QCOMPARE(answer->status, 429);
        QCOMPARE(answer->retryAfter, std::optional(40s));
        QCOMPARE(answer->serverDate->toString(Qt::ISODate), u"2026-01-12T14:00:00Z"_s);
    }

    void serverErrorThenSuccessUsesOneConnection()
    {
        m_server->reply(500, "boom");
        m_server->reply(502, "boom");
        m_server->reply(200, "fine");
        QCOMPARE(get("/")->status, 500);
        QCOMPARE(get("/")->status, 502);
        QCOMPARE(get("/")->body, QByteArray("fine"));
        QCOMPARE(m_server->connectionCount(), 1);
    }

    void htmlInsteadOfJsonComesThroughAsItIs()
    {
        m_server->reply(200, "<html>Sign in</html>", {{"Content-Type", "text/html"}});
        const auto answer = get("/api");
        QCOMPARE(answer->body, QByteArray("<html>Sign in</html>"));
        QCOMPARE(answer->headers.value("content-type"), QByteArray("text/html"));
    }

    void chunkedBodyIsPutTogether()
    {
        const QByteArray body = PatternSource::bytes(100'000);
        m_server->replies.push_back({.body = body, .chunked = true, .dripBytes = 7'000, .dripMs = 1});
        QCOMPARE(get("/")->body, body);
    }

    void parallelRequestsDoNotWaitForEachOther()
    {
        m_server->handler = [](const FaultServer::Request& request) {
            return FaultServer::Reply{.body = request.target, .silent = request.target == "/silent"};
        };
        HttpTask* silent = m_transport->send(to("/silent"), this);
        silent->start();
        for (int i = 0; i < 20; ++i) {
            const QByteArray path = "/p" + QByteArray::number(i);
            QCOMPARE(get(path)->body, path);
        }
        QVERIFY(!silent->isFinished());
        delete silent;
    }

    void postIsNeverSentTwiceWhenAKeptConnectionDies()
    {
        m_server->reply(200);
        QVERIFY(get("/"));
        m_server->replies.push_back({.closes = true});
        HttpRequest post = to("/exports", "POST");
        post.body = "{}";
        const auto answer = send(post);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::ConnectionLost);
        QVERIFY(answer.error().retryable);
        QCOMPARE(m_server->requests.size(), 2);
    }

    void getIsSentAgainWhenAKeptConnectionDied()
    {
        m_server->reply(200);
        QVERIFY(get("/"));
        m_server->closeAll();
        m_server->reply(200, "again");
        QCOMPARE(get("/")->body, QByteArray("again"));
    }

    void redirectIsAnAnswerUnlessAllowed()
    {
        m_server->reply(302, "", {{"Location", m_server->url("/b")}});
        QCOMPARE(get("/a")->status, 302);
    }

    void followsRedirectsAndShowsTheSinkOnlyTheLast()
    {
        m_server->reply(302, "go away", {{"Location", m_server->url("/b?sig=a%2Bb&x=/../y")}});
        m_server->reply(307, "further", {{"Location", "/c"}});
        m_server->reply(200, "here");
        HttpRequest request = to("/a");
        request.maxRedirects = 2;
        request.headers.set("Authorization", "epi-hmac x");
        const auto sink = std::make_shared<CollectingSink>();
        request.sink = sink;

        const auto answer = send(request);

        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(sink->bytes(), QByteArray("here"));
        QCOMPARE(sink->begun(), 1);
        QCOMPARE(m_server->requests.at(1).target, QByteArray("/b?sig=a%2Bb&x=/../y"));
        QCOMPARE(m_server->requests.at(2).target, QByteArray("/c"));
        QCOMPARE(m_server->requests.at(2).headers.value("Authorization"), QByteArray("epi-hmac x"));
    }

    void redirectLimitEndsALoop()
    {
        m_server->handler = [](const FaultServer::Request&) {
            return FaultServer::Reply{.status = 302, .headers = {{"Location", "/again"}}};
        };
        HttpRequest request = to("/a");
        request.maxRedirects = 3;
        QCOMPARE(send(request)->status, 302);
        QCOMPARE(m_server->requests.size(), 4);
    }

    void redirectToAnotherHostDropsAuthorization()
    {
        FaultServer other;
        other.reply(200, "other");
        m_server->reply(302, "", {{"Location", other.url("/x")}});
        HttpRequest request = to("/a");
        request.maxRedirects = 1;
        request.headers.set("Authorization", "epi-hmac secret");
        request.headers.set("Range", "bytes=0-9");
        QCOMPARE(send(request)->body, QByteArray("other"));
        QVERIFY(!other.requests.at(0).headers.contains("Authorization"));
        QCOMPARE(other.requests.at(0).headers.value("Range"), QByteArray("bytes=0-9"));
    }

    void redirectToPlainHttpElsewhereIsRefused()
    {
        m_server->reply(302, "", {{"Location", "http://example.org/x"}});
        HttpRequest request = to("/a");
        request.maxRedirects = 1;
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::BadAnswer);
        QCOMPARE(answer.error().subject, u"redirect"_s);
    }

    void putIsNotRedirected()
    {
        m_server->reply(307, "", {{"Location", "/b"}});
        HttpRequest request = to("/a", "PUT");
        request.maxRedirects = 1;
        request.body = "x";
        QCOMPARE(send(request)->status, 307);
    }

    void aBodyLargerThanAllowedIsTooLarge_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("announced") << true;
        QTest::newRow("not announced") << false;
    }
    void aBodyLargerThanAllowedIsTooLarge()
    {
        QFETCH(const bool, announced);
        m_server->replies.push_back({.body = QByteArray(5'000, 'x'), .chunked = !announced});
        HttpRequest request = to("/");
        request.maxBody = 4'999;
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::TooLarge);
    }

    void aFinishedTransportEndsItsTasksAsCancelled()
    {
        m_server->replies.push_back({.silent = true});
        HttpTask* running = m_transport->send(to("/"), this);
        HttpTask* late = m_transport->send(to("/"), this);
        QSignalSpy finished(running, &Task::finished);
        const auto code = std::make_shared<Error::Code>(Error::Code::Internal);
        connect(running, &Task::finished, this, [running, code] { *code = running->result().error().code; });
        running->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), 1, 30000);
        m_transport.reset();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        QCOMPARE(*code, Error::Code::Cancelled);
        const auto never = awaitResult(late);
        QCOMPARE(never.error().code, Error::Code::Cancelled);
    }

private:
    [[nodiscard]] Result<HttpResponse> get(const QByteArray& path) { return send(to(path)); }
};

QTEST_GUILESS_MAIN(TestCurlTransport)
#include "tst_curltransport.moc"
