#include "tests/support/curltest.h"
#include "tests/support/testbodies.h"

#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Bytes on their way: sinks, sources, ranges, too many and too few of them, and more than four gigabytes.
class TestCurlBodies : public CurlTest
{
    Q_OBJECT

private Q_SLOTS:
    void sinkTakesTheBodyAndTheAnswerHoldsNone()
    {
        const QByteArray content = PatternSource::bytes(3'000'000);
        m_server->reply(200, content);
        const auto sink = std::make_shared<CollectingSink>();
        const auto answer = send(download(sink));
        QVERIFY(answer);
        QVERIFY(sink->bytes() == content);
        QCOMPARE(answer->bodyBytes, content.size());
        QVERIFY(answer->body.isEmpty());
        QCOMPARE(sink->status(), 200);
    }

    void sinkIsFreeWhenTheTaskFinishes()
    {
        m_server->replies.push_back({.body = "half", .announcedLength = 8, .cutAfter = 4});
        const auto sink = std::make_shared<CollectingSink>();
        const std::weak_ptr<CollectingSink> watched = sink;
        HttpRequest request = download(sink);
        HttpTask* task = m_transport->send(request, this);
        request = {};
        const auto users = std::make_shared<long>(0);
        connect(task, &Task::finished, this, [watched, users] { *users = watched.use_count(); });
        QVERIFY(!awaitResult(task));
        QCOMPARE(*users, 1);
    }

    void sinkMayLeaveAnErrorPageToTheAnswer()
    {
        m_server->reply(403, "<Error><Code>AuthenticationFailed</Code></Error>");
        const auto sink = std::make_shared<CollectingSink>();
        sink->takes = false;
        const auto answer = send(download(sink));
        QCOMPARE(answer->body, QByteArray("<Error><Code>AuthenticationFailed</Code></Error>"));
        QVERIFY(sink->bytes().isEmpty());
    }

    void emptyBodyStillBeginsTheSink()
    {
        m_server->reply(200);
        const auto sink = std::make_shared<CollectingSink>();
        const auto answer = send(download(sink));
        QVERIFY(answer);
        QCOMPARE(answer->bodyBytes, 0);
        QCOMPARE(sink->begun(), 1);
    }

    void errorOfTheSinkIsTheResult()
    {
        m_server->reply(200, PatternSource::bytes(500'000));
        const auto sink = std::make_shared<CollectingSink>();
        sink->failAfter = 100'000;
        QCOMPARE(send(download(sink)).error().code, Error::Code::DiskFull);

        m_server->reply(200, "x");
        const auto refusing = std::make_shared<CollectingSink>();
        refusing->refuseWith = Error{.code = Error::Code::ObjectChanged};
        QCOMPARE(send(download(refusing)).error().code, Error::Code::ObjectChanged);
    }

    void rangeAndResumeGiveTheWholeFile()
    {
        const QByteArray content = PatternSource::bytes(400'000);
        m_server->handler = [content](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, content, "\"v1\"");
            if (!request.headers.contains("Range")) {
                reply.cutAfter = 150'000;
                reply.announcedLength = content.size();
            }
            return reply;
        };
        const auto first = std::make_shared<CollectingSink>();
        QCOMPARE(send(download(first)).error().code, Error::Code::ConnectionLost);
        QVERIFY(first->bytes().size() > 0);

        HttpRequest rest = download(std::make_shared<CollectingSink>());
        rest.headers.set("Range", "bytes=" + QByteArray::number(first->bytes().size()) + '-');
        rest.headers.set("If-Match", "\"v1\"");
        const auto answer = send(rest);
        QCOMPARE(answer->status, 206);
        QVERIFY(first->bytes() + std::static_pointer_cast<CollectingSink>(rest.sink)->bytes() == content);
    }

    void bodyCutShortIsALostConnection_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::addColumn<bool>("reset");
        QTest::newRow("length") << false << false;
        QTest::newRow("length, reset") << false << true;
        QTest::newRow("chunked") << true << false;
    }
    void bodyCutShortIsALostConnection()
    {
        QFETCH(const bool, chunked);
        QFETCH(const bool, reset);
        m_server->replies.push_back({.body = QByteArray(5'000, 'x'),
                                     .chunked = chunked,
                                     .cutAfter = 2'000,
                                     .reset = reset,
                                     .dripBytes = 500,
                                     .dripMs = 1});
        if (!chunked) {
            m_server->replies.back().announcedLength = 5'000;
        }
        const auto answer = send(download(std::make_shared<CollectingSink>()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::ConnectionLost);
        QVERIFY(answer.error().retryable);
    }

    void whatComesAfterTheAnnouncedLengthIsNoPartOfTheBody()
    {
        m_server->replies.push_back({.body = "0123456789 and more", .announcedLength = 10});
        const auto sink = std::make_shared<CollectingSink>();
        const auto answer = send(download(sink));
        QVERIFY(answer);
        QCOMPARE(sink->bytes(), QByteArray("0123456789"));
        QCOMPARE(answer->bodyBytes, 10);
        // The rest must not be taken for the next answer either.
        m_server->reply(200, "next");
        QCOMPARE(send(to("/"))->body, QByteArray("next"));
    }

    void slowDripArrivesWholeAndReportsProgress()
    {
        const QByteArray content = PatternSource::bytes(2'000);
        m_server->replies.push_back({.body = content, .dripBytes = 20, .dripMs = 5});
        const auto sink = std::make_shared<CollectingSink>();
        HttpTask* task = m_transport->send(download(sink), this);
        const auto seen = std::make_shared<QList<Progress>>();
        connect(task, &Task::progressChanged, this, [seen](const Progress& progress) { seen->append(progress); });
        QVERIFY(awaitResult(task));
        QCOMPARE(sink->bytes(), content);
        QVERIFY(seen->size() >= 2);
        QCOMPARE(seen->last().done, 2'000);
        QCOMPARE(seen->last().total, std::optional<qint64>(2'000));
        QVERIFY(seen->last().bytesPerSecond > 0);
        QVERIFY(std::is_sorted(seen->begin(), seen->end(),
                               [](const Progress& a, const Progress& b) { return a.done < b.done; }));
    }

    void sourceIsStreamedWithItsLength()
    {
        m_server->reply(201);
        const auto source = std::make_shared<PatternSource>(3'000'000);
        const auto answer = send(upload(source));
        QCOMPARE(answer->status, 201);
        QVERIFY(m_server->requests.at(0).body == PatternSource::bytes(3'000'000));
        QCOMPARE(m_server->requests.at(0).headers.value("Content-Length"), QByteArray("3000000"));
        QVERIFY(!m_server->requests.at(0).headers.contains("Expect"));
    }

    void uploadProgressEndsAtTheWholeSize()
    {
        m_server->reply(201);
        HttpTask* task = m_transport->send(upload(std::make_shared<PatternSource>(500'000)), this);
        QSignalSpy progress(task, &Task::progressChanged);
        QVERIFY(awaitResult(task));
        QVERIFY(progress.size() > 0);
        const auto last = progress.last().at(0).value<Progress>();
        QCOMPARE(last.done, 500'000);
        QCOMPARE(last.total, std::optional<qint64>(500'000));
    }

    void sentAgainTheSourceStartsAtItsFirstByte()
    {
        const auto source = std::make_shared<PatternSource>(10'000);
        const HttpRequest request = upload(source);
        m_server->reply(503);
        m_server->reply(201);
        QCOMPARE(send(request)->status, 503);
        QCOMPARE(send(request)->status, 201);
        QCOMPARE(m_server->requests.at(1).body, PatternSource::bytes(10'000));
    }

    void aDeadKeptConnectionRewindsTheSource()
    {
        m_server->reply(200);
        QVERIFY(send(to("/")));
        m_server->closeAll();
        m_server->reply(201);
        QCOMPARE(send(upload(std::make_shared<PatternSource>(200'000)))->status, 201);
        QVERIFY(m_server->requests.last().body == PatternSource::bytes(200'000));
    }

    void sourceThatFailsOrEndsEarlyEndsTheRequest()
    {
        const auto failing = std::make_shared<PatternSource>(1'000'000);
        failing->failAt = 300'000;
        const auto answer = send(upload(failing));
        QCOMPARE(answer.error().code, Error::Code::FileAccess);
        QCOMPARE(answer.error().subject, u"source"_s);

        const auto shorter = std::make_shared<PatternSource>(1'000'000);
        shorter->endsAt = 300'000;
        QCOMPARE(send(upload(shorter)).error().code, Error::Code::FileAccess);
    }

    void largePutAsksBeforeItSends()
    {
        m_server->onHeaders = [](const FaultServer::Request&) {
            return std::optional(FaultServer::Reply{.status = 403, .body = "<Error/>"});
        };
        const auto source = std::make_shared<PatternSource>(200'000'000);
        const auto answer = send(upload(source));
        QVERIFY(answer);
        QCOMPARE(answer->status, 403);
        QCOMPARE(m_server->requests.at(0).headers.value("Expect"), QByteArray("100-continue"));
        QCOMPARE(source->position(), 0);
    }

    void largePutGoesOnAfterContinue()
    {
        m_server->reply(201);
        QCOMPARE(send(upload(std::make_shared<PatternSource>(17'000'000)))->status, 201);
        QCOMPARE(m_server->requests.at(0).bodyBytes, 17'000'000);
    }

    void expectCanBeSwitchedOff()
    {
        m_server->reply(201);
        HttpRequest request = upload(std::make_shared<PatternSource>(17'000'000));
        request.headers.set("Expect", "");
        QCOMPARE(send(request)->status, 201);
        QVERIFY(!m_server->requests.at(0).headers.contains("Expect"));
    }

    void aServerThatDoesNotKnowExpectGetsTheBodyAllTheSame()
    {
        m_server->onHeaders = [](const FaultServer::Request& seen) -> std::optional<FaultServer::Reply> {
            if (seen.headers.contains("Expect")) {
                return FaultServer::Reply{.status = 417};
            }
            return std::nullopt;
        };
        m_server->reply(201);
        const auto source = std::make_shared<PatternSource>(17'000'000);
        HttpRequest request = upload(source);
        request.sink = std::make_shared<CollectingSink>();
        const auto answer = send(request);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, 201);
        QCOMPARE(std::static_pointer_cast<CollectingSink>(request.sink)->begun(), 1);
        QVERIFY(!m_server->requests.last().headers.contains("Expect"));
    }

    void downloadOverFourGigabytesKeepsItsSize()
    {
        constexpr qint64 Size = 5'368'709'121;
        m_server->replies.push_back({.body = "begin", .announcedLength = Size, .holdOpen = true});
        const auto sink = std::make_shared<CollectingSink>();
        HttpTask* task = m_transport->send(download(sink), this);
        QSignalSpy progress(task, &Task::progressChanged);
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30000);
        QCOMPARE(progress.last().at(0).value<Progress>().total, std::optional(Size));
        QSignalSpy finished(task, &Task::finished);
        task->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
    }

    void rangeBeyondFourGigabytesIsAskedExactly()
    {
        m_server->replies.push_back(
            {.status = 206, .headers = {{"Content-Range", "bytes 4294967296-4294967299/5368709121"}}, .body = "tail"});
        HttpRequest request = download(std::make_shared<CollectingSink>());
        request.headers.set("Range", "bytes=4294967296-4294967299");
        const auto answer = send(request);
        QCOMPARE(answer->bodyBytes, 4);
        QCOMPARE(m_server->requests.at(0).headers.value("Range"), QByteArray("bytes=4294967296-4294967299"));
    }

    void uploadOverFourGigabytesAnnouncesItsSize()
    {
        constexpr qint64 Size = 6'000'000'000;
        HttpTask* task = m_transport->send(upload(std::make_shared<PatternSource>(Size)), this);
        QSignalSpy progress(task, &Task::progressChanged);
        const auto announced = std::make_shared<QByteArray>();
        m_server->onHeaders = [announced](const FaultServer::Request& request) {
            *announced = request.headers.value("Content-Length");
            return std::nullopt;
        };
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30000);
        QCOMPARE(*announced, QByteArray("6000000000"));
        QCOMPARE(progress.last().at(0).value<Progress>().total, std::optional(Size));
        delete task;
        QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, 30000);
    }

    void speedLimitHoldsTheBytesBack_data()
    {
        QTest::addColumn<bool>("sends");
        QTest::newRow("download") << false;
        QTest::newRow("upload") << true;
    }
    void speedLimitHoldsTheBytesBack()
    {
        QFETCH(const bool, sends);
        m_server->reply(200, PatternSource::bytes(2'000'000));
        HttpRequest request =
            sends ? upload(std::make_shared<PatternSource>(2'000'000)) : download(std::make_shared<CollectingSink>());
        request.throttles = {std::make_shared<Throttle>(100'000)};
        HttpTask* task = m_transport->send(request, this);
        QSignalSpy progress(task, &Task::progressChanged);
        QElapsedTimer timer;
        timer.start();
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() >= 6, 30000);
        const qint64 done = progress.last().at(0).value<Progress>().done;
        QVERIFY(done < 100'000 * timer.elapsed() / 1000 + 50'000);
        delete task;
    }

    void thoseThatShareALimitTakeTurns()
    {
        constexpr qint64 Each = 1'000'000;
        const QByteArray content = PatternSource::bytes(Each);
        m_server->handler = [content](const FaultServer::Request&) { return FaultServer::Reply{.body = content}; };
        const auto limit = std::make_shared<Throttle>(4'000'000);
        const auto done = std::make_shared<QList<qint64>>(8, 0);
        const auto atTheFirstEnd = std::make_shared<QList<qint64>>();
        for (qsizetype i = 0; i < done->size(); ++i) {
            HttpRequest request = download(std::make_shared<CollectingSink>());
            request.throttles = {limit};
            HttpTask* task = m_transport->send(request, this);
            connect(task, &Task::progressChanged, this,
                    [done, i](const Progress& progress) { (*done)[i] = progress.done; });
            connect(task, &Task::finished, this, [done, atTheFirstEnd] {
                if (atTheFirstEnd->isEmpty()) {
                    *atTheFirstEnd = *done;
                }
            });
            task->start();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!atTheFirstEnd->isEmpty(), 60'000);
        const qint64 least = *std::min_element(atTheFirstEnd->cbegin(), atTheFirstEnd->cend());
        // Without turns the last one would have next to nothing; on a busy machine one may begin a little late.
        QVERIFY2(least > Each / 4, qPrintable(QString::number(least)));
        QTRY_COMPARE_WITH_TIMEOUT(*std::min_element(done->cbegin(), done->cend()), Each, 60'000);
    }

    void aRestForTheLimitIsNoStall()
    {
        m_server->reply(200, PatternSource::bytes(40'000));
        HttpRequest request = download(std::make_shared<CollectingSink>());
        request.throttles = {std::make_shared<Throttle>(40'000)}; // rests of 0.4 s after 16 KiB
        request.timeouts.idle = 150ms;
        QCOMPARE(send(request)->bodyBytes, 40'000);
    }

private:
    [[nodiscard]] HttpRequest download(std::shared_ptr<BodySink> sink) const
    {
        HttpRequest request = to("/db.bacpac?sig=x");
        request.sink = std::move(sink);
        return request;
    }
    [[nodiscard]] HttpRequest upload(std::shared_ptr<BodySource> source) const
    {
        HttpRequest request = to("/db.bacpac?sig=x", "PUT");
        request.source = std::move(source);
        return request;
    }
};

QTEST_GUILESS_MAIN(TestCurlBodies)
#include "tst_curlbodies.moc"
