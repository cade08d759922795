#include "tests/app/transfers/downloadbench.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

/// Many ranges of one object at once.
class TestParallelDownload final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DownloadBench> m_bench;

    void verifyWhole(const Result<DownloadedFile>& file) const
    {
        QVERIFY2(file, qPrintable(DownloadBench::troubleOf(file)));
        QCOMPARE(file->sha256, m_bench->sha256());
        QVERIFY(m_bench->onDisk() == m_bench->content);
    }
    [[nodiscard]] static FaultServer::Reply expired()
    {
        return {.status = 403,
                .body = "<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>"
                        "Signature not valid in the specified time frame"
                        "</AuthenticationErrorDetail></Error>"};
    }
    /// Bytes that were asked for, all requests together.
    [[nodiscard]] qint64 asked() const
    {
        qint64 sum = 0;
        const QList<QByteArray> ranges = m_bench->ranges();
        for (const QByteArray& range : ranges) {
            const QList<QByteArray> ends = range.mid(6).split('-');
            sum += ends.last().toLongLong() - ends.first().toLongLong() + 1;
        }
        return sum;
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<DownloadBench>(12'000'000);
        m_bench->partSize = 1'000'000;
    }
    void cleanup() { m_bench.reset(); }

    void bringsEveryRangeOnceOverSeveralConnections()
    {
        verifyWhole(m_bench->download());
        QCOMPARE(asked(), m_bench->content.size());
        QVERIFY(m_bench->server.connectionCount() > 1);
        for (const FaultServer::Request& request : m_bench->server.requests.mid(1)) {
            QCOMPARE(request.headers.value("If-Match"), m_bench->etag);
        }
    }

    void usesNoMoreConnectionsThanItMay()
    {
        m_bench->streams = 1;
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->server.connectionCount(), 1);
    }

    void onlyTheFailedPartIsFetchedAgain()
    {
        m_bench->server.handler = [bench = m_bench.get(),
                                   cut = std::make_shared<bool>(false)](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (request.headers.value("Range").startsWith("bytes=3000000-") && !std::exchange(*cut, true)) {
                reply.cutAfter = 400'000;
            }
            return reply;
        };
        verifyWhole(m_bench->download());
        QVERIFY(m_bench->ranges().contains("bytes=3400000-3999999"));
        QCOMPARE(asked(), m_bench->content.size() + 600'000);
    }

    void aSilentPartDoesNotHoldUpTheOthers()
    {
        m_bench->idle = 400ms;
        m_bench->server.handler = [bench = m_bench.get(),
                                   hung = std::make_shared<bool>(false)](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (request.headers.value("Range").startsWith("bytes=2000000-") && !std::exchange(*hung, true)) {
                DownloadBench::hangAfter(reply, 100'000);
            }
            return reply;
        };
        verifyWhole(m_bench->download());
        QVERIFY(m_bench->ranges().contains("bytes=2100000-2999999"));
        QCOMPARE(m_bench->retries, 1);
    }

    void onePartThatCrawlsIsFetchedOverAnotherConnection()
    {
        m_bench->server.handler = [bench = m_bench.get(),
                                   crawled = std::make_shared<bool>(false)](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (request.headers.value("Range").startsWith("bytes=2000000-") && !std::exchange(*crawled, true)) {
                reply.dripBytes = 500;
                reply.dripMs = 20;
            }
            return reply;
        };
        verifyWhole(m_bench->download());
        const QList<QByteArray> ranges = m_bench->ranges();
        QCOMPARE(std::count_if(ranges.begin(), ranges.end(),
                               [](const QByteArray& range) { return range.endsWith("-2999999"); }),
                 2);
        QCOMPARE(m_bench->retries, 1);
    }

    void growsToSixteenStreamsWhileEachBringsMore()
    {
        m_bench = std::make_unique<DownloadBench>(40'000'000);
        m_bench->partSize = 500'000;
        const auto slow = std::make_shared<bool>(true);
        m_bench->server.handler = [bench = m_bench.get(), slow](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            reply.dripBytes = *slow ? 16'000 : 0;
            reply.dripMs = 20;
            return reply;
        };
        DownloadTask* task = m_bench->start();
        int most = 0;
        connect(task, &Task::progressChanged, this,
                [&most](const Progress& progress) { most = std::max(most, progress.streams); });
        QTRY_COMPARE_WITH_TIMEOUT(most, 16, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->server.openConnections() >= 16, 30'000);
        *slow = false;
        verifyWhole(m_bench->outcomeOf(task));
    }

    void aNetworkThatIsGoneForAWhileCostsNothingThatIsThere()
    {
        m_bench->tries = 1'000;
        m_bench->server.handler = [bench = m_bench.get(),
                                   gone = std::make_shared<bool>(false)](const FaultServer::Request& request) {
            if (bench->server.requests.size() == 6 && !std::exchange(*gone, true)) {
                bench->server.stopListening();
                bench->server.closeAll();
                return FaultServer::Reply{.closes = true};
            }
            return FaultServer::object(request, bench->content, bench->etag);
        };
        DownloadTask* task = m_bench->start();
        connect(task, &DownloadTask::retried, this, [this, back = false](int retries) mutable {
            if (retries >= 20 && !std::exchange(back, true)) {
                m_bench->server.listenAgain();
            }
        });
        verifyWhole(m_bench->outcomeOf(task));
        QVERIFY(asked() < m_bench->content.size() * 3 / 2);
    }

    void aRenewalThatFailsForAMomentIsAskedForAgain()
    {
        m_bench->links->next = {fail(Error::Code::Offline), m_bench->link("fresh")};
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
            if (request.target.contains("sig=a") && bench->server.requests.size() > 5) {
                return expired();
            }
            return FaultServer::object(request, bench->content, bench->etag);
        };
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->links->asked, 2);
    }

    void theLinkIsRenewedOnceForAllParts()
    {
        m_bench->links->next = {m_bench->link("fresh")};
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
            if (request.target.contains("sig=a") && bench->server.requests.size() > 5) {
                return expired();
            }
            return FaultServer::object(request, bench->content, bench->etag);
        };
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->links->asked, 1);
    }

    void startsANewFileWhenTheObjectChangesUnderTheRanges()
    {
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
            if (bench->server.requests.size() == 6) {
                std::reverse(bench->content.begin(), bench->content.end());
                bench->etag = "\"0x8D2\"";
            }
            return FaultServer::object(request, bench->content, bench->etag);
        };
        const auto file = m_bench->download();
        verifyWhole(file);
        QCOMPARE(file->etag, u"\"0x8D2\""_s);
    }

    void aStoreThatStopsDoingRangesGivesTheFileWhole()
    {
        m_bench->server.handler = [bench = m_bench.get()](FaultServer::Request request) {
            if (bench->server.requests.size() > 3) {
                request.headers.set("Range", "");
            }
            return FaultServer::object(request, bench->content, bench->etag);
        };
        verifyWhole(m_bench->download());
    }

    void survivesAStoreThatFailsEveryTenthRequest()
    {
        m_bench->partSize = 200'000;
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            const qsizetype number = bench->server.requests.size();
            if (number % 10 == 3) {
                return FaultServer::Reply{.status = number % 20 == 3 ? 503 : 500};
            }
            if (number % 10 == 7) {
                reply.cutAfter = reply.body.size() / 2;
                reply.reset = true;
            }
            return reply;
        };
        verifyWhole(m_bench->download());
        QVERIFY(m_bench->retries > 4);
    }

    void keepsToTheLimitThatAllTransfersShare()
    {
        m_bench->limit->setLimit(4'000'000);
        QElapsedTimer timer;
        timer.start();
        DownloadTask* task = m_bench->start();
        QSignalSpy progress(task, &Task::progressChanged);
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() >= 6, 30'000);
        const qint64 done = progress.last().at(0).value<Progress>().done;
        QVERIFY(done < 4'000 * timer.elapsed() + 1'000'000);
        m_bench->limit->setLimit(0); // reaches what runs
        verifyWhole(m_bench->outcomeOf(task));
    }

    void manyKillsLoseNothing()
    {
        for (int kill = 1; kill < 9; ++kill) {
            m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
                FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
                reply.dripBytes = 20'000;
                return reply;
            };
            const qint64 before = m_bench->journal().writtenBytes();
            const QPointer<DownloadTask> task(m_bench->start()); // on a busy machine it may come to its end
            QTRY_VERIFY_WITH_TIMEOUT(!task || m_bench->journal().writtenBytes() > before, 20'000);
            delete task;
        }
        const qint64 kept = m_bench->journal().writtenBytes();
        m_bench->server.requests.clear();
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
            return FaultServer::object(request, bench->content, bench->etag);
        };
        verifyWhole(m_bench->download());
        QVERIFY(asked() <= m_bench->content.size() - kept);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestParallelDownload)
#include "tst_paralleldownload.moc"
