#include "tests/support/curltest.h"
#include "tests/support/testbodies.h"

#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Servers that say nothing, go away or are not there; people who cancel.
class TestCurlFaults : public CurlTest
{
    Q_OBJECT

private Q_SLOTS:
    void refusedPortIsRefused()
    {
        const HttpRequest request = to("/");
        m_server->stopListening();
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::ConnectionRefused);
        QCOMPARE(answer.error().subject, u"127.0.0.1"_s);
        QVERIFY(answer.error().retryable);
    }

    void unknownHostIsNotFound()
    {
        TransportSettings direct;
        direct.proxy = TransportSettings::Proxy::None;
        m_transport->setSettings(direct);
        HttpRequest request;
        request.url = *SignedUrl::parse("https://no-such-host.invalid/x?sig=secret");
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::HostNotFound);
        QVERIFY(!answer.error().detail.contains(u"secret"_s));
    }

    void acceptedAndNeverAnsweredIsStalled()
    {
        m_server->replies.push_back({.silent = true});
        HttpRequest request = to("/");
        request.timeouts.idle = 200ms;
        const auto answer = send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Stalled);
        QVERIFY(answer.error().retryable);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
    }

    void silenceInMidBodyIsStalled()
    {
        m_server->replies.push_back({.body = "begin", .announcedLength = 1'000, .holdOpen = true});
        HttpRequest request = to("/");
        request.sink = std::make_shared<CollectingSink>();
        request.timeouts.idle = 200ms;
        QCOMPARE(send(request).error().code, Error::Code::Stalled);
    }

    void aServerThatStopsReadingIsStalled()
    {
        m_server->onHeaders = [](const FaultServer::Request&) {
            return std::optional(FaultServer::Reply{.silent = true});
        };
        HttpRequest request = to("/", "PUT");
        request.source = std::make_shared<PatternSource>(200'000'000);
        request.headers.set("Expect", "");
        request.timeouts.idle = 300ms;
        QCOMPARE(send(request).error().code, Error::Code::Stalled);
    }

    /// libcurl asks for the next bytes only when those that it has are gone; until then none is seen to move.
    void aSlowLineIsGivenSmallPieces()
    {
        m_server->sip(3'000, 15);
        HttpRequest request = to("/", "PUT");
        const auto source = std::make_shared<PatternSource>(20'000'000);
        request.source = source;
        request.headers.set("Expect", "");
        HttpTask* task = m_transport->send(request, this);
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(source->lastAsked < source->mostAsked, 30000);
        task->cancel();
        QCOMPARE(codeAtTheEnd(task), Error::Code::Cancelled);
    }

    void aFastLineIsGivenLargePieces()
    {
        m_server->reply(201);
        HttpRequest request = to("/", "PUT");
        const auto source = std::make_shared<PatternSource>(8'000'000);
        request.source = source;
        QVERIFY(send(request));
        QCOMPARE(source->mostAsked.load(), 256 * 1024);
    }

    /// What lies in the buffers of both sides has to leave, too.
    void aPeerThatReadsSlowlyIsNotStalled()
    {
        m_server->sip(2'048, 15);
        m_server->reply(201);
        HttpRequest request = to("/", "PUT");
        request.source = std::make_shared<PatternSource>(320'000);
        request.headers.set("Expect", "");
        request.timeouts.idle = 1s;
        request.timeouts.answer = 30s;
        const auto answer = send(request);
        QVERIFY2(answer, qPrintable(answer ? QString() : errorCodeName(answer.error().code)));
        QCOMPARE(m_server->requests.first().bodyBytes, 320'000);
    }

    void theAnswerToAWholeBodyIsWaitedForLonger()
    {
        m_server->handler = [](const FaultServer::Request&) { return FaultServer::Reply{.silent = true}; };
        HttpRequest put = to("/stored", "PUT");
        put.source = std::make_shared<PatternSource>(100'000);
        put.timeouts.idle = 100ms;
        put.timeouts.answer = 1h;
        HttpTask* task = m_transport->send(put, this);
        QSignalSpy finished(task, &Task::finished);
        task->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), 1, 30000);
        HttpRequest get = to("/");
        get.timeouts.idle = 400ms;
        QCOMPARE(send(get).error().code, Error::Code::Stalled);
        QVERIFY(finished.isEmpty()); // though its own time without a byte was over before
        task->cancel();
        QCOMPARE(codeAtTheEnd(task), Error::Code::Cancelled);
    }

    void anAnswerThatNeverComesIsStalledToo()
    {
        m_server->replies.push_back({.silent = true});
        HttpRequest request = to("/", "PUT");
        request.source = std::make_shared<PatternSource>(100'000);
        request.timeouts.idle = 1h;
        request.timeouts.answer = 200ms;
        QCOMPARE(send(request).error().code, Error::Code::Stalled);
    }

    void slowButSteadyIsNotStalled()
    {
        m_server->replies.push_back({.body = QByteArray(30, 'x'), .dripBytes = 1, .dripMs = 20});
        HttpRequest request = to("/");
        request.timeouts.idle = 30s;
        QCOMPARE(send(request)->bodyBytes, 30);
    }

    void theWholeRequestHasALimitToo()
    {
        m_server->replies.push_back({.body = QByteArray(1'000'000, 'x'), .dripBytes = 1, .dripMs = 10});
        HttpRequest request = to("/");
        request.timeouts.total = 300ms;
        QCOMPARE(send(request).error().code, Error::Code::Timeout);
    }

    void aHandshakeThatNeverComesIsAConnectTimeout()
    {
        // The server speaks plain HTTP and waits for a request; we wait for its half of the TLS handshake.
        HttpRequest request;
        request.url = *SignedUrl::parse("https://127.0.0.1:" + QByteArray::number(m_server->port()) + '/');
        request.timeouts.connect = 300ms;
        request.timeouts.idle = 30s;
        const auto answer = send(request);
        QVERIFY(!answer);
        QVERIFY2(answer.error().code == Error::Code::Timeout, qPrintable(answer.error().detail));
    }

    void closedWithoutAnAnswerIsLost_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("close") << false;
        QTest::newRow("reset") << true;
    }
    void closedWithoutAnAnswerIsLost()
    {
        QFETCH(const bool, reset);
        m_server->replies.push_back({.reset = reset, .closes = true});
        const auto answer = send(to("/"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::ConnectionLost);
        QCOMPARE(m_server->requests.size(), 1);
    }

    void whatIsNotHttpIsABadAnswer()
    {
        m_server->replies.push_back({.raw = "SSH-2.0-OpenSSH_9.2\r\n"});
        QCOMPARE(send(to("/")).error().code, Error::Code::BadAnswer);
    }

    void aRefusalInMidUploadIsTheAnswer()
    {
        m_server->onHeaders = [](const FaultServer::Request&) {
            return std::optional(FaultServer::Reply{.status = 403, .body = "<Error><Code>ExpiredToken</Code></Error>"});
        };
        HttpRequest request = to("/", "PUT");
        request.source = std::make_shared<PatternSource>(8'000'000);
        const auto answer = send(request);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, 403);
    }

    void cancelBeforeStart()
    {
        HttpTask* task = m_transport->send(to("/"), this);
        task->cancel();
        QCOMPARE(codeAtTheEnd(task), Error::Code::Cancelled);
        QCOMPARE(m_server->connectionCount(), 0);
    }

    void cancelWhileWaitingForTheAnswer()
    {
        m_server->replies.push_back({.silent = true});
        HttpTask* task = m_transport->send(to("/"), this);
        task->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), 1, 30000);
        task->cancel();
        task->cancel();
        QCOMPARE(codeAtTheEnd(task), Error::Code::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
    }

    void cancelWhileReceiving()
    {
        m_server->replies.push_back({.body = QByteArray(10'000'000, 'x'), .dripBytes = 1'000, .dripMs = 1});
        HttpRequest request = to("/");
        const auto sink = std::make_shared<CollectingSink>();
        request.sink = sink;
        HttpTask* task = m_transport->send(request, this);
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(sink->bytes().size() > 0, 30000);
        task->cancel();
        QCOMPARE(codeAtTheEnd(task), Error::Code::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
        request.sink.reset();
        QTRY_COMPARE_WITH_TIMEOUT(sink.use_count(), 1, 30000); // the worker let go of it
        QVERIFY(sink->bytes().size() < 10'000'000);
    }

    void cancelWhileSending()
    {
        HttpRequest request = to("/", "PUT");
        const auto source = std::make_shared<PatternSource>(2'000'000'000);
        request.source = source;
        QSignalSpy arriving(m_server.get(), &FaultServer::bodyArriving);
        HttpTask* task = m_transport->send(request, this);
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(!arriving.isEmpty(), 30000);
        task->cancel();
        QCOMPARE(codeAtTheEnd(task), Error::Code::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
        QVERIFY(source->position() < 2'000'000'000);
    }

    void deletingTheTaskEndsTheTransfer()
    {
        m_server->replies.push_back({.body = QByteArray(10'000'000, 'x'), .dripBytes = 1'000, .dripMs = 1});
        auto parent = std::make_unique<QObject>();
        HttpTask* task = m_transport->send(to("/"), parent.get());
        task->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests.size(), 1, 30000);
        parent.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
    }

    void aHundredCancelledAtOnceLeaveTheTransportAlive()
    {
        m_server->handler = [](const FaultServer::Request& request) {
            return FaultServer::Reply{.body = "alive", .silent = request.target != "/alive"};
        };
        QObject parent;
        QList<HttpTask*> tasks;
        for (int i = 0; i < 100; ++i) {
            tasks.append(m_transport->send(to("/wait"), &parent));
            tasks.last()->start();
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_server->requests.size() > 10, 30000);
        for (HttpTask* task : std::as_const(tasks)) {
            task->cancel();
        }
        QCOMPARE(send(to("/alive"))->body, QByteArray("alive"));
        QTRY_VERIFY_WITH_TIMEOUT(parent.findChildren<Task*>().isEmpty(), 30000);
    }

private:
    /// Of a task that runs or was cancelled; Internal when it went well.
    [[nodiscard]] Error::Code codeAtTheEnd(HttpTask* task)
    {
        const Result<HttpResponse> result = awaitResult(task);
        return result ? Error::Code::Internal : result.error().code;
    }
};

QTEST_GUILESS_MAIN(TestCurlFaults)
#include "tst_curlfaults.moc"
