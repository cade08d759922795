#include "tests/app/transfers/downloadbench.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

/// What a store and a network may do to a download while the program runs.
class TestDownload final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DownloadBench> m_bench;

    /// The first answers as given, good ones afterwards.
    void cutAnswersAfter(const QList<qint64>& bytes)
    {
        auto cuts = std::make_shared<QList<qint64>>(bytes);
        m_bench->server.handler = [bench = m_bench.get(), cuts](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (!cuts->isEmpty()) {
                reply.cutAfter = cuts->takeFirst();
            }
            return reply;
        };
    }
    void verifyWhole(const Result<DownloadedFile>& file) const
    {
        QVERIFY2(file, qPrintable(DownloadBench::troubleOf(file)));
        QCOMPARE(file->size, m_bench->content.size());
        QCOMPARE(file->sha256, m_bench->sha256());
        QVERIFY(m_bench->onDisk() == m_bench->content);
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DownloadBench>(); }
    void cleanup() { m_bench.reset(); }

    void bringsTheFileAndItsHash()
    {
        DownloadTask* task = m_bench->start();
        QSignalSpy learned(task, &DownloadTask::etagLearned);
        Progress last;
        connect(task, &Task::progressChanged, this, [out = &last](const Progress& progress) { *out = progress; });
        const auto file = m_bench->outcomeOf(task);
        verifyWhole(file);
        QCOMPARE(file->etag, u"\"0x8D1\""_s);
        QCOMPARE(learned.size(), 1);
        QCOMPARE(last.done, m_bench->content.size());
        QCOMPARE(last.total, std::optional<qint64>(m_bench->content.size()));
        QCOMPARE(m_bench->server.requests.size(), 1);
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607"}));
    }

    void theFileIsForItsOwnerOnly()
    {
        verifyWhole(m_bench->download());
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(m_bench->partPath()).permissions() & others));
    }

    void anEmptyObjectIsAnEmptyFile()
    {
        m_bench->content.clear();
        verifyWhole(m_bench->download());
    }

    void aChunkedAnswerHasNoSizeUntilItsEnd()
    {
        m_bench->server.replies.push_back(
            {.headers = {{"ETag", m_bench->etag}}, .body = m_bench->content, .chunked = true});
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->journal().size, m_bench->content.size());
    }

    void goesOnAtTheSameByteAfterEveryCut()
    {
        cutAnswersAfter({100'000, 700'000, 0, 900'000});
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges(),
                 (QList<QByteArray>{"bytes=0-8388607", "bytes=100000-2999999", "bytes=800000-2999999",
                                    "bytes=800000-2999999", "bytes=1700000-2999999"}));
        QCOMPARE(m_bench->server.requests.last().headers.value("If-Match"), m_bench->etag);
        QVERIFY(!m_bench->server.requests.last().headers.contains("If-Range"));
        QCOMPARE(m_bench->retries, 4);
    }

    void aConnectionCutByResetGoesOnToo()
    {
        m_bench->onFirstAnswer([](FaultServer::Reply& reply) {
            reply.cutAfter = 500'000;
            reply.reset = true;
        });
        verifyWhole(m_bench->download());
    }

    void survivesABurstOfServerErrors()
    {
        for (const int status : {503, 500, 429, 502}) {
            m_bench->server.reply(status, "busy");
        }
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->retries, 4);
    }

    void givesUpOnAServerThatStaysBusyAndKeepsTheBytes()
    {
        m_bench->tries = 2;
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            reply.cutAfter = 1'000'000;
            return bench->server.requests.size() == 1 ? reply : FaultServer::Reply{.status = 503};
        };
        const auto file = m_bench->download();
        QCOMPARE(file.error().code, Error::Code::ServerError);
        QVERIFY(file.error().retryable);
        QCOMPARE(m_bench->journal().writtenBytes(), 1'000'000);
        QVERIFY(m_bench->onDisk().startsWith(m_bench->content.first(1'000'000)));
    }

    void neverTriesTwiceWhatCannotChange()
    {
        m_bench->server.reply(400, "<Error><Code>InvalidQueryParameterValue</Code></Error>");
        const auto file = m_bench->download();
        QCOMPARE(file.error().code, Error::Code::ServerRefused);
        QCOMPARE(file.error().detail, u"InvalidQueryParameterValue"_s);
        QVERIFY(!file.error().retryable);
        QCOMPARE(m_bench->server.requests.size(), 1);
    }

    void reconnectsWhenTheStoreFallsSilent()
    {
        m_bench->idle = 300ms;
        m_bench->onFirstAnswer([](FaultServer::Reply& reply) { DownloadBench::hangAfter(reply, 400'000); });
        verifyWhole(m_bench->download());
        QVERIFY(m_bench->retries >= 1);
    }

    void resumesAfterTheLinkExpiresAtFortyPercent()
    {
        m_bench->links->next = {m_bench->link("fresh")};
        auto* bench = m_bench.get();
        m_bench->server.handler = [bench](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (request.target.contains("sig=a")) {
                if (bench->server.requests.size() > 1) {
                    return FaultServer::Reply{.status = 403,
                                              .body = "<Error><Code>AuthenticationFailed</Code>"
                                                      "<AuthenticationErrorDetail>Signature not valid in the specified "
                                                      "time frame</AuthenticationErrorDetail></Error>"};
                }
                reply.cutAfter = bench->content.size() * 4 / 10;
            }
            return reply;
        };
        DownloadTask* task = m_bench->start();
        QSignalSpy changed(task, &DownloadTask::linkChanged);
        verifyWhole(m_bench->outcomeOf(task));
        QCOMPARE(m_bench->ranges(),
                 (QList<QByteArray>{"bytes=0-8388607", "bytes=1200000-2999999", "bytes=1200000-2999999"}));
        QCOMPARE(m_bench->links->asked, 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(1).toInt(), 1);
    }

    void anExpiredLinkThatNobodyRenewsEndsAsSuch()
    {
        m_bench->links =
            std::make_shared<ScriptedLinks>(m_bench->server.link("/b?se=2020-01-01T00%3A00%3A00Z&sig=top"));
        m_bench->server.handler = [](const FaultServer::Request&) {
            return FaultServer::Reply{.status = 403, .body = "<Error><Code>AuthenticationFailed</Code></Error>"};
        };
        const auto file = m_bench->download();
        QCOMPARE(file.error().code, Error::Code::LinkExpired);
        QVERIFY(!QString(file.error().detail + file.error().subject).contains(u"top"_s));
    }

    void aFileThatIsGoneAtTheServiceIsNotAskedForEver()
    {
        m_bench->links->next = {fail(Error::Code::RetentionEnded)};
        m_bench->server.handler = [](const FaultServer::Request&) { return FaultServer::Reply{.status = 404}; };
        QCOMPARE(m_bench->download().error().code, Error::Code::RetentionEnded);
        QCOMPARE(m_bench->server.requests.size(), 1);
    }

    void aLinkWithoutTheRightIsRefusedOnce()
    {
        m_bench->links->next = {m_bench->link("b"), m_bench->link("c")};
        m_bench->server.handler = [](const FaultServer::Request&) {
            return FaultServer::Reply{.status = 403,
                                      .body = "<Error><Code>AuthorizationPermissionMismatch</Code></Error>"};
        };
        const auto file = m_bench->download();
        QCOMPARE(file.error().code, Error::Code::LinkRefused);
        QCOMPARE(m_bench->server.requests.size(), 2);
    }

    void startsANewFileWhenTheObjectChanged()
    {
        cutAnswersAfter({1'000'000});
        DownloadTask* task = m_bench->start();
        connect(task, &DownloadTask::retried, this, [bench = m_bench.get()] {
            std::reverse(bench->content.begin(), bench->content.end());
            bench->etag = "\"0x8D2\"";
        });
        const auto file = m_bench->outcomeOf(task);
        verifyWhole(file);
        QCOMPARE(file->etag, u"\"0x8D2\""_s);
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607", "bytes=1000000-2999999", "bytes=0-8388607"}));
    }

    void noticesAChangedObjectOfAStoreThatIgnoresIfMatch()
    {
        auto* bench = m_bench.get();
        m_bench->server.handler = [bench](FaultServer::Request request) {
            const bool first = bench->server.requests.size() == 1;
            request.headers.set("If-Match", "");
            FaultServer::Reply reply = FaultServer::object(request, bench->content, first ? "\"old\"" : bench->etag);
            if (first) {
                reply.body = QByteArray(bench->content.size(), 'o');
                reply.cutAfter = 1'000'000;
            }
            return reply;
        };
        verifyWhole(m_bench->download());
    }

    void givesUpOnAnObjectThatNeverHoldsStill()
    {
        auto* bench = m_bench.get();
        m_bench->server.handler = [bench](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(
                request, bench->content, '"' + QByteArray::number(bench->server.requests.size()) + '"');
            reply.cutAfter = 100'000;
            return reply;
        };
        QCOMPARE(m_bench->download().error().code, Error::Code::ObjectChanged);
    }

    void startsOverWhenARangeIsAnsweredWithTheWholeFile()
    {
        auto* bench = m_bench.get();
        m_bench->server.handler = [bench](FaultServer::Request request) {
            request.headers.set("Range", "");
            FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (bench->server.requests.size() == 1) {
                reply.cutAfter = 1'400'000;
            }
            return reply;
        };
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->server.requests.size(), 2);
    }

    void doesNotResumeWhatCannotBeNamed()
    {
        m_bench->etag = "W/\"weak\"";
        cutAnswersAfter({1'400'000});
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607", "bytes=0-8388607"}));
    }

    void recognisesASignInPageInPlaceOfTheFile()
    {
        m_bench->server.reply(200, "<html>Welcome to Hotel Wi-Fi</html>", {{"Content-Type", "text/html"}});
        const auto file = m_bench->download();
        QCOMPARE(file.error().code, Error::Code::BadAnswer);
        QCOMPARE(file.error().subject, u"html"_s);
        QCOMPARE(m_bench->onDisk(), QByteArray());
    }

    void aPortalInTheMiddleKeepsTheBytes()
    {
        cutAnswersAfter({1'000'000});
        DownloadTask* task = m_bench->start();
        connect(task, &DownloadTask::retried, this, [bench = m_bench.get()] {
            bench->server.handler = [](const FaultServer::Request&) {
                return FaultServer::Reply{.headers = {{"Content-Type", "text/html"}}, .body = "<html>"};
            };
        });
        QCOMPARE(m_bench->outcomeOf(task).error().code, Error::Code::BadAnswer);
        QCOMPARE(m_bench->journal().writtenBytes(), 1'000'000);
        QVERIFY(m_bench->onDisk().startsWith(m_bench->content.first(1'000'000)));
    }

    void aBodyThatIsShorterThanAnnouncedIsNeverDone()
    {
        m_bench->tries = 2;
        m_bench->idle = 300ms;
        m_bench->server.handler = [bench = m_bench.get()](const FaultServer::Request&) {
            FaultServer::Reply reply = FaultServer::object({}, bench->content, bench->etag);
            reply.announcedLength = reply.body.size() + 1000;
            return reply;
        };
        QVERIFY(!m_bench->download());
    }

    void aRangeThatCameWholeIsDoneWhateverItsLengthFieldSaid()
    {
        m_bench->idle = 300ms;
        m_bench->onFirstAnswer([](FaultServer::Reply& reply) { reply.announcedLength = reply.body.size() + 1000; });
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->server.requests.size(), 1);
    }

    void refusesMoreBytesThanTheRangeHas()
    {
        cutAnswersAfter({1'000'000});
        DownloadTask* task = m_bench->start();
        connect(task, &DownloadTask::retried, this, [bench = m_bench.get()] {
            bench->server.handler = [bench](const FaultServer::Request& request) {
                FaultServer::Reply reply = FaultServer::object(request, bench->content, bench->etag);
                reply.body += "more";
                reply.chunked = true;
                return reply;
            };
        });
        QCOMPARE(m_bench->outcomeOf(task).error().code, Error::Code::SizeMismatch);
    }

    void asksForRoomBeforeTheFirstByte()
    {
        FaultServer::Reply reply = FaultServer::object({}, m_bench->content, m_bench->etag);
        reply.announcedLength = 4'000'000'000'000'000'000;
        m_bench->server.replies.push_back(reply);
        const auto file = m_bench->download();
        QCOMPARE(file.error().code, Error::Code::DiskFull);
        QCOMPARE(file.error().subject, m_bench->folder.path());
        QVERIFY(file.error().detail.toLongLong() > 1'000'000'000'000'000'000);
        QCOMPARE(m_bench->onDisk(), QByteArray());
    }

    void cancellingKeepsThePart()
    {
        m_bench->onFirstAnswer([](FaultServer::Reply& reply) { DownloadBench::hangAfter(reply, 2'000'000); });
        DownloadTask* task = m_bench->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->journal().writtenBytes(), 2'000'000, 20'000);
        task->cancel();
        QCOMPARE(m_bench->outcomeOf(task).error().code, Error::Code::Cancelled);
        QVERIFY(m_bench->onDisk().startsWith(m_bench->content.first(2'000'000)));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=2000000-2999999"_ba);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestDownload)
#include "tst_download.moc"
