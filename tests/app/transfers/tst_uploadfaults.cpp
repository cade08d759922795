#include "tests/app/transfers/uploadbench.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

#define COMPARE_SENT(bench, result)                                                                                    \
    QVERIFY2(result, qPrintable(UploadBench::troubleOf(result)));                                                      \
    QVERIFY((bench).store.blob.has_value());                                                                           \
    QVERIFY(*(bench).store.blob == (bench).content)

namespace {

/// Once, for the block that comes as the third.
class ThirdBlock
{
public:
    explicit ThirdBlock(Reply reply) : m_reply(std::move(reply)) { }
    std::optional<Reply> operator()(const Request& request)
    {
        return BlockStore::isBlock(request) && ++m_seen == 3 ? std::optional(m_reply) : std::nullopt;
    }

private:
    Reply m_reply;
    int m_seen = 0;
};

Reply expired()
{
    Reply reply = BlockStore::refusal(403, "AuthenticationFailed");
    reply.body = "<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature not valid in the "
                 "specified time frame</AuthenticationErrorDetail></Error>";
    return reply;
}

} // namespace

/// What a store, a line and a link do in the middle of an upload.
class TestUploadFaults final : public QObject
{
    Q_OBJECT

    static void compareOneBlockMore(const UploadBench& bench)
    {
        int blocks = 0;
        QSet<QByteArray> ids;
        for (const Request& request : bench.server.requests) {
            if (BlockStore::isBlock(request)) {
                ++blocks;
                ids.insert(BlockStore::parameter(request, "blockid"));
            }
        }
        QCOMPARE(ids.size(), bench.parts());
        QCOMPARE(blocks, bench.parts() + 1);
        QCOMPARE(bench.retries, 1);
    }

private Q_SLOTS:
    void oneFaultCostsOnlyThatBlockAgain_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {500, 502, 503, 504, 408, 429}) {
            QTest::addRow("%d", status) << status;
        }
    }
    void oneFaultCostsOnlyThatBlockAgain()
    {
        QFETCH(const int, status);
        UploadBench bench;
        bench.store.gate = ThirdBlock({.status = status});
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        compareOneBlockMore(bench);
    }

    void waitsAsLongAsABusyStoreAsks_data()
    {
        QTest::addColumn<QByteArray>("wish");
        QTest::newRow("seconds") << QByteArray("1");
        QTest::newRow("date") << QByteArray("Mon, 12 Jan 2026 14:00:01 GMT");
    }
    void waitsAsLongAsABusyStoreAsks()
    {
        QFETCH(const QByteArray, wish);
        UploadBench bench;
        QElapsedTimer sinceRefusal;
        Reply busy = BlockStore::refusal(503, "ServerBusy");
        busy.headers.emplaceBack("Date", "Mon, 12 Jan 2026 14:00:00 GMT");
        busy.headers.emplaceBack("Retry-After", wish);
        bench.store.gate = [&sinceRefusal, busy](const Request& request) -> std::optional<Reply> {
            if (!BlockStore::isBlock(request) || sinceRefusal.isValid()) {
                return std::nullopt;
            }
            sinceRefusal.start();
            return busy;
        };
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QVERIFY(sinceRefusal.elapsed() >= 1'000);
        compareOneBlockMore(bench);
    }

    void aConnectionThatBreaksInMidBodyCostsOnlyItsBlock()
    {
        UploadBench bench;
        bench.server.onHeaders = ThirdBlock({.reset = true, .closes = true});
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), bench.parts());
    }

    void aConnectionThatStandsStillCostsOnlyItsBlock()
    {
        UploadBench bench;
        bench.idle = 400ms;
        bench.server.onHeaders = ThirdBlock({.silent = true});
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), bench.parts());
        QVERIFY(bench.retries >= 1);
    }

    void aNetworkThatIsGoneEndsInAnErrorThatMayBeTriedAgain()
    {
        UploadBench bench;
        bench.store.gate = [&bench](const Request&) -> std::optional<Reply> {
            if (bench.store.sentIds.size() >= 3) {
                bench.server.stopListening();
                bench.server.closeAll();
                return Reply{.closes = true};
            }
            return std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QVERIFY2(sent.error().retryable, qPrintable(UploadBench::troubleOf(sent)));
        QVERIFY(bench.journal().writtenBytes() >= 3 * UploadBench::PartSize);
    }

    void aNetworkThatComesBackFindsTheBlocksThatWereSent()
    {
        UploadBench bench;
        bench.tries = 1'000;
        bool gone = false;
        bench.store.gate = [&bench, &gone](const Request&) -> std::optional<Reply> {
            if (bench.store.sentIds.size() >= 3 && !std::exchange(gone, true)) {
                bench.server.stopListening();
                bench.server.closeAll();
                return Reply{.closes = true};
            }
            return std::nullopt;
        };
        UploadTask* task = bench.start();
        connect(task, &UploadTask::retried, this, [&bench, back = false](int retries) mutable {
            if (retries >= 20 && !std::exchange(back, true)) {
                bench.server.listenAgain();
            }
        });
        const auto sent = bench.outcomeOf(task);
        COMPARE_SENT(bench, sent);
        QVERIFY(gone);
        QCOMPARE(QSet<QByteArray>(bench.store.sentIds.begin(), bench.store.sentIds.end()).size(), bench.parts());
        QVERIFY(bench.store.sentIds.size() <= bench.parts() + 4); // those whose answers were lost
    }

    void anExpiredLinkIsReplacedOnceAndNoBlockIsSentTwice()
    {
        UploadBench bench;
        bench.links->next.emplace_back(bench.link("fresh"));
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            const bool old = request.target.contains("sig=a%2B");
            return old && bench.store.sentIds.size() >= 4 ? std::optional(expired()) : std::nullopt;
        };
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.links->asked, 1);
        QCOMPARE(bench.store.sentIds.size(), bench.parts());
        QVERIFY(bench.server.requests.last().target.contains("sig=fresh%2B"));
    }

    void aBareLinkThatEndedStopsKeepingEverythingAndANewOneGoesOn()
    {
        UploadBench bench;
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            const bool old = request.target.contains("sig=a%2B");
            return old && bench.store.sentIds.size() >= 4 ? std::optional(expired()) : std::nullopt;
        };
        const auto stopped = bench.upload();
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Error::Code::LinkExpired);
        bench.links = std::make_shared<ScriptedLinks>(bench.link("b"));
        bench.restart();
        const auto before = static_cast<int>(bench.journal().parts.size());
        QVERIFY(before >= 1);
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), bench.parts() - before);
    }

    void aPermissionDoesNotComeByAskingTwice()
    {
        UploadBench bench;
        bench.links->next.emplace_back(bench.link("b"));
        bench.links->next.emplace_back(bench.link("c"));
        bench.store.gate = [](const Request&) {
            return std::optional(BlockStore::refusal(403, "AuthorizationPermissionMismatch"));
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::LinkRefused);
        QCOMPARE(bench.links->asked, 1);
    }

    void whatNoRequestCanHelpIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("lease") << 412 << QByteArray("LeaseIdMissing") << Error::Code::LeaseHeld;
        QTest::newRow("condition") << 412 << QByteArray("ConditionNotMet") << Error::Code::ObjectChanged;
        QTest::newRow("too large") << 413 << QByteArray("RequestBodyTooLarge") << Error::Code::TooLarge;
        QTest::newRow("no container") << 404 << QByteArray("ContainerNotFound") << Error::Code::NotFound;
        QTest::newRow("not implemented") << 501 << QByteArray("NotImplemented") << Error::Code::ServerError;
        QTest::newRow("another type") << 409 << QByteArray("InvalidBlobType") << Error::Code::ServerRefused;
    }
    void whatNoRequestCanHelpIsNotTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, word);
        QFETCH(const Error::Code, code);
        UploadBench bench;
        bench.store.gate = [status, word](const Request&) { return std::optional(BlockStore::refusal(status, word)); };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, code);
        QCOMPARE(bench.retries, 0);
        QVERIFY(!sent.error().retryable);
    }

    void aBlockDamagedOnTheWayIsSentAgain_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("other bytes") << QByteArray("Md5Mismatch");
        QTest::newRow("cut by a proxy") << QByteArray("IncompleteBody");
    }
    void aBlockDamagedOnTheWayIsSentAgain()
    {
        QFETCH(const QByteArray, word);
        UploadBench bench;
        bench.store.gate = ThirdBlock(BlockStore::refusal(400, word));
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        compareOneBlockMore(bench);
    }

    void aBlockDamagedTwiceIsTheEnd()
    {
        UploadBench bench;
        QByteArray victim;
        bench.store.gate = [&victim](const Request& request) -> std::optional<Reply> {
            const QByteArray id = BlockStore::parameter(request, "blockid");
            victim = victim.isEmpty() ? id : victim;
            return id == victim ? std::optional(BlockStore::refusal(400, "Md5Mismatch")) : std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::HashMismatch);
        QCOMPARE(bench.retries, 1);
        QCOMPARE(bench.store.commits, 0);
    }

    void aStoreThatTellsAnotherHashGotSomethingElse()
    {
        UploadBench bench;
        bench.store.gate = ThirdBlock({.status = 201, .headers = {{"Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="}}});
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        compareOneBlockMore(bench);
    }

    void aSignInPageIsNoStore()
    {
        UploadBench bench;
        bench.store.gate = [](const Request&) {
            return std::optional(Reply{.headers = {{"Content-Type", "text/html"}}, .body = "<html>Welcome"});
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::BadAnswer);
        QCOMPARE(sent.error().subject, u"html"_s);
        QVERIFY(bench.journal().parts.isEmpty());
    }

    void whoeverStandsBetweenUsAndTheStoreIsWaitedOut_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("a page") << 200;
        QTest::newRow("sent elsewhere") << 302;
    }
    void whoeverStandsBetweenUsAndTheStoreIsWaitedOut()
    {
        QFETCH(const int, status);
        UploadBench bench;
        bench.request.options.streams = 1;
        bench.store.gate =
            ThirdBlock({.status = status,
                        .headers = {{"Content-Type", "text/html"}, {"Location", "http://login.example/"}},
                        .body = "<html>Welcome"});
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        compareOneBlockMore(bench);
    }

    void anOkThatIsNotCreatedCountsForNothing()
    {
        UploadBench bench;
        bench.store.gate = [](const Request&) { return std::optional(Reply{.status = 200}); };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::BadAnswer);
    }

    void aCommitWhoseAnswerWasLostIsSentAgainAndFindsItsOwnBlob()
    {
        UploadBench bench;
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            if (!BlockStore::isCommit(request) || bench.store.commits > 0) {
                return std::nullopt;
            }
            bench.store.gate = {};
            (void)bench.store.answer(request);
            return Reply{.closes = true};
        };
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        const QList<Request> commits = bench.commits();
        QCOMPARE(commits.size(), 2);
        QCOMPARE(commits.first().headers.value("If-None-Match"), "*");
        QVERIFY(!commits.last().headers.contains("If-None-Match"));
    }

    void aCommitThatABusyStoreRefusedStillOverwritesNothing()
    {
        UploadBench bench;
        bool refused = false;
        bench.store.gate = [&refused](const Request& request) -> std::optional<Reply> {
            return BlockStore::isCommit(request) && !std::exchange(refused, true) ? std::optional(Reply{.status = 503})
                                                                                  : std::nullopt;
        };
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.commits().last().headers.value("If-None-Match"), "*");
    }

    void aLeaseThatComesBeforeTheCommitIsSaidSo()
    {
        UploadBench bench;
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            bench.store.leased = BlockStore::isCommit(request);
            return std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::LeaseHeld);
        QCOMPARE(bench.commits().size(), 1);
    }

    void aFileThatChangesOnTheWayIsNeverCommitted()
    {
        UploadBench bench;
        bench.store.gate = [&bench](const Request&) -> std::optional<Reply> {
            if (bench.store.sentIds.size() == 2) {
                QFile file(bench.path());
                if (file.open(QIODevice::Append)) {
                    file.write("more");
                }
            }
            return std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SourceChanged);
        QCOMPARE(sent.error().subject, bench.path());
        QCOMPARE(sent.error().detail, u"size"_s);
        QCOMPARE(bench.store.commits, 0);
    }

    void aFileThatChangesDuringTheCommitIsNotToldAHashOfWhatItBecame()
    {
        UploadBench bench;
        bench.request.contentMd5 = false;
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            QFile file(bench.path());
            if (BlockStore::isCommit(request) && file.open(QIODevice::Append)) {
                file.write("more");
            }
            return std::nullopt;
        };
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QVERIFY(sent->sha256.isEmpty());
        QVERIFY(bench.notes.filter(u"SHA-256 of what was sent is not known"_s).size() == 1);
    }

    void aFileThatIsCutOffOnTheWayIsSaidSo()
    {
        UploadBench bench;
        bench.request.contentMd5 = false;
        bench.store.gate = [&bench](const Request&) -> std::optional<Reply> {
            QFile(bench.path()).resize(100'000);
            return std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SourceChanged);
    }

    void cancelsAtAnyMomentAndTellsNothingMore()
    {
        for (int block = 0; block < 12; block += 3) {
            UploadBench bench;
            bench.uploadUntil(block);
            QVERIFY(bench.store.sentIds.size() < bench.parts() || bench.store.commits <= 1);
        }
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestUploadFaults)
#include "tst_uploadfaults.moc"
