#include "app/transfers/putwork.h"
#include "tests/app/transfers/partsbench.h"

#include <set>

using namespace Qt::StringLiterals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

#define COMPARE_COMPLETED(bench, result)                                                                               \
    QVERIFY2(result, qPrintable(UploadBench::troubleOf(result)));                                                      \
    QCOMPARE((result)->parts.size(), (bench).count);                                                                   \
    QVERIFY((bench).completed((result)->parts) == (bench).upload.content);                                             \
    QCOMPARE((result)->sha256.toHex(), (bench).upload.sha256().toHex())

/// A multipart upload of S3 over links that the platform gave.
class TestUploadParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPartGoesToItsOwnLink()
    {
        PartsBench bench;
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.upload.server.requests.size(), bench.count);
        for (const Request& put : std::as_const(bench.upload.server.requests)) {
            const int number = PartsBench::numberOf(put);
            QCOMPARE(put.method, "PUT");
            QVERIFY(put.body == bench.bytesOf(number));
            // byte for byte as it was given, whatever its writing
            QCOMPARE(put.target,
                     bench.links->current().links.value(number).exactBytes().mid(bench.upload.server.url("").size()));
        }
        QCOMPARE(bench.part(1).length, 100'000);
        QCOMPARE(bench.part(7).length, 100'003);
        QCOMPARE(sent->vouched, Vouched::ByStore);
        QCOMPARE(bench.links->asked, 0);
    }

    void sendsNoHeaderThatS3Refuses()
    {
        PartsBench bench;
        QVERIFY(bench.upload.upload());
        for (const Request& put : std::as_const(bench.upload.server.requests)) {
            const QByteArray bytes = bench.bytesOf(PartsBench::numberOf(put));
            QCOMPARE(put.headers.value("Content-Length"), QByteArray::number(bytes.size()));
            QCOMPARE(put.headers.value("Content-MD5"), PartsBench::md5(bytes).toBase64());
            for (const QByteArray name : {"Transfer-Encoding", "Content-Type", "Authorization", "Accept-Encoding"}) {
                QVERIFY2(!put.headers.contains(name), name.constData());
            }
            for (const auto& [name, value] : put.headers.all()) {
                QVERIFY2(!name.toLower().startsWith("x-amz"), name.constData());
            }
        }
    }

    void namesTheTypeOnlyWhereTheSignatureCoversIt()
    {
        PartsBench bench;
        bench.signedHeaders = "content-type%3Bhost";
        bench.upload.request.partLinks = std::make_shared<ScriptedPartLinks>(bench.linksSigned("a"));
        QVERIFY(bench.upload.upload());
        for (const Request& put : std::as_const(bench.upload.server.requests)) {
            QCOMPARE(put.headers.value("Content-Type"), "application/sql");
        }
    }

    void linksOfTheOldKindSignWhatIsNotSent()
    {
        PartsBench bench;
        PartLinks old{.session = u"imp_1"_s, .count = bench.count};
        for (int number = 1; number <= bench.count; ++number) {
            old.links.insert(number, bench.upload.server.link("/d.sql?AWSAccessKeyId=K&Expires=4102444800&partNumber="
                                                              + QByteArray::number(number)
                                                              + "&uploadId=u1&Signature=c%2BI%3D"));
        }
        bench.upload.request.partLinks = std::make_shared<ScriptedPartLinks>(old);
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(sent->vouched, Vouched::ByStore); // the ETag is compared all the same
        for (const Request& put : std::as_const(bench.upload.server.requests)) {
            QVERIFY(!put.headers.contains("Content-MD5"));
            QVERIFY(!put.headers.contains("Content-Type"));
        }
    }

    void anEmptyFileIsOneEmptyPart()
    {
        PartsBench bench(1, 0);
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.upload.server.requests.first().headers.value("Content-Length"), "0");
    }

    void aRefusedLinkCostsNoBytesOfALargePart()
    {
        PartsBench bench(2, 40'000'000);
        qint64 arrived = 0;
        connect(&bench.upload.server, &FaultServer::bodyArriving, this, [&arrived](qint64 bytes) { arrived = bytes; });
        bench.upload.server.onHeaders = [](const Request& request) -> std::optional<Reply> {
            return request.headers.value("Expect") == "100-continue"
                       ? std::optional(BlockStore::refusal(403, "SignatureDoesNotMatch"))
                       : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::LinkRefused);
        QCOMPARE(arrived, 0);
    }

    void aPartThatBreaksOffBeginsAnewAndTheOthersDoNot()
    {
        PartsBench bench;
        bool broken = false;
        bench.gate = [&broken](const Request& request) -> std::optional<Reply> {
            const bool now = PartsBench::numberOf(request) == 3 && !std::exchange(broken, true);
            return now ? std::optional(Reply{.reset = true, .closes = true}) : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.taken.size(), bench.count);
    }

    void aStoreThatAsksForLessGetsItsRest()
    {
        PartsBench bench(12, 600'000);
        bench.upload.tries = 20;
        int refusals = 0;
        bench.gate = [&refusals](const Request&) {
            return ++refusals % 2 == 0 && refusals < 20 ? std::optional(BlockStore::refusal(503, "SlowDown"))
                                                        : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QVERIFY(bench.upload.retries > 0);
        QCOMPARE(bench.taken.size(), bench.count);
    }

    void damageOnTheWayIsSentOnceMore()
    {
        PartsBench bench;
        bool damaged = false;
        bench.gate = [&damaged](const Request& request) -> std::optional<Reply> {
            const bool now = PartsBench::numberOf(request) == 2 && !std::exchange(damaged, true);
            return now ? std::optional(BlockStore::refusal(400, "BadDigest")) : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
    }

    void damageTwiceIsTheEnd()
    {
        PartsBench bench;
        bench.gate = [](const Request& request) -> std::optional<Reply> {
            return PartsBench::numberOf(request) == 2 ? std::optional(BlockStore::refusal(400, "BadDigest"))
                                                      : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::HashMismatch);
    }

    void tooLargeIsToldWithTheStoresLimit()
    {
        PartsBench bench;
        Reply refusal = BlockStore::refusal(400, "EntityTooLarge");
        refusal.body = "<Error><Code>EntityTooLarge</Code><Message/><MaxSizeAllowed>5000</MaxSizeAllowed></Error>";
        bench.gate = [&refusal](const Request&) { return std::optional(refusal); };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::TooLarge);
        QVERIFY(sent.error().detail.contains(u"MaxSizeAllowed 5000"_s));
        QCOMPARE(bench.upload.retries, 0);
    }

    void partsOfMoreThanS3TakesAreRefusedBeforeAByteIsSent()
    {
        PartsBench bench(2, 0);
        QFile file(bench.upload.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (!file.resize(2 * PutWork::Largest + 1)) {
            QSKIP("no sparse files here");
        }
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::TooLarge);
        QVERIFY(bench.upload.server.requests.isEmpty());
    }

    void etagsThatAreNoHashesAreKeptAndProveNothing()
    {
        PartsBench bench;
        bench.upload.server.handler = [](const Request& request) {
            const QByteArray hex(32, static_cast<char>('a' + PartsBench::numberOf(request) % 6));
            return Reply{.headers = {{"ETag", '"' + hex + '"'}, {"x-amz-server-side-encryption", "aws:kms"}}};
        };
        const auto sent = bench.upload.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(sent->parts.at(1), (StoredPart{2, '"' + QByteArray(32, 'c') + '"'}));
        QCOMPARE(sent->vouched, Vouched::ByTransport);
        QVERIFY(bench.upload.notes.last().contains(u"could not be verified"_s));
        QCOMPARE(bench.upload.server.requests.size(), bench.count);
    }

    void anEmptyAnswerIsNoPageWhateverItsType()
    {
        PartsBench bench;
        bench.upload.server.handler = [](const Request& request) {
            return Reply{.headers = {{"ETag", '"' + PartsBench::md5(request.body).toHex() + '"'},
                                     {"Content-Type", "text/html; charset=UTF-8"}}};
        };
        const auto sent = bench.upload.upload();
        QVERIFY2(sent, qPrintable(UploadBench::troubleOf(sent)));
        QCOMPARE(sent->vouched, Vouched::ByStore);
    }

    void aPageInPlaceOfTheStoreIsNoUpload()
    {
        PartsBench bench;
        bench.upload.server.handler = [](const Request&) {
            return Reply{.headers = {{"Content-Type", "text/html"}}, .body = "<html>Sign in</html>"};
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::BadAnswer);
        QCOMPARE(sent.error().subject, u"html"_s);
    }

    void aPartThatAProxyCutIsSentAgain()
    {
        PartsBench bench;
        bool cut = false;
        bench.gate = [&cut](const Request& request) -> std::optional<Reply> {
            return PartsBench::numberOf(request) == 3 && !std::exchange(cut, true)
                       ? std::optional(BlockStore::refusal(400, "IncompleteBody"))
                       : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.taken.size(), bench.count);
        QCOMPARE(bench.upload.server.requests.size(), bench.count + 1);
    }

    void withoutAnEtagNobodyCouldCompleteTheUpload()
    {
        PartsBench bench;
        bench.upload.server.handler = [](const Request&) { return Reply{}; };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::BadAnswer);
        QCOMPARE(sent.error().subject, u"ETag of a part"_s);
    }

    void linksThatEndAreReplacedByOneQuestion()
    {
        PartsBench bench(16, 1'600'000);
        bench.links->next.emplace_back(bench.linksSigned("b"));
        bench.gate = [&bench](const Request& request) -> std::optional<Reply> {
            const bool old = request.target.contains("X-Amz-Signature=a");
            return old && bench.taken.size() >= 5 ? std::optional(PartsBench::expired()) : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.links->asked, 1);
        QCOMPARE(bench.taken.size(), bench.count); // what was there was not sent again
    }

    void linksThatRunOutAreReplacedAheadOfTime()
    {
        PartsBench bench;
        bench.upload.request.partLinks = bench.links =
            std::make_shared<ScriptedPartLinks>(bench.linksSigned("a", "u1", 3400));
        bench.links->next.emplace_back(bench.linksSigned("b"));
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.links->asked, 1);
        for (const Request& put : std::as_const(bench.upload.server.requests)) {
            QVERIFY(put.target.contains("X-Amz-Signature=b"));
        }
    }

    void withoutLinksAtFirstThePlatformIsAsked()
    {
        PartsBench bench;
        bench.upload.request.partLinks = bench.links = std::make_shared<ScriptedPartLinks>();
        bench.links->next.emplace_back(bench.linksSigned("b"));
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(bench.links->asked, 1);
    }

    void linksThatCannotBeRenewedKeepWhatWasSent()
    {
        PartsBench bench;
        bench.upload.request.options.streams = 1;
        bench.gate = [&bench](const Request&) {
            return bench.taken.size() >= 3 ? std::optional(PartsBench::expired()) : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::LinkExpired);
        QTRY_COMPARE_WITH_TIMEOUT(bench.upload.journal().parts.size(), 3, 40'000);
        bench.gate = {};
        bench.restart();
        const auto again = bench.upload.upload();
        COMPARE_COMPLETED(bench, again);
        QCOMPARE(bench.taken.size(), bench.count - 3);
    }

    void aPlatformThatGivesTooFewLinksIsToldSo()
    {
        PartsBench bench;
        PartLinks few = bench.linksSigned("a");
        few.links.remove(4);
        bench.upload.request.partLinks = std::make_shared<ScriptedPartLinks>(few);
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::BadAnswer);
        QCOMPARE(sent.error().subject, u"upload_parts"_s);
    }

    // --- after a kill ---

    void afterAKillOnlyWhatIsMissingIsSent()
    {
        PartsBench bench;
        bench.uploadUntil(3);
        bench.restart();
        std::set<int> there;
        const TransferJournal journal = bench.upload.journal();
        for (const JournalPart& part : journal.parts) {
            there.insert(part.part + 1);
            QVERIFY(part.tag.startsWith('"') && part.tag.endsWith('"'));
        }
        QVERIFY(there.size() >= 3);
        // Fresh links of the same session, some of them only: those of parts that are there are not needed.
        PartLinks rest = bench.linksSigned("b");
        rest.links.remove(*there.begin());
        bench.upload.request.partLinks = std::make_shared<ScriptedPartLinks>(rest);
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QCOMPARE(sent->vouched, Vouched::ByStore);
        for (const int number : std::as_const(bench.taken)) {
            QVERIFY(!there.contains(number));
        }
        QCOMPARE(bench.taken.size() + static_cast<int>(there.size()), bench.count);
        QVERIFY(bench.upload.notes.join(u'\n').contains(u"going on: "_s));
    }

    void killedAgainAndAgainEveryPartIsSentOnce()
    {
        PartsBench bench(20, 2'000'000);
        int sentBefore = 0;
        for (const int more : {1, 3, 2, 5, 4}) {
            bench.uploadUntil(more);
            QVERIFY(!QTest::currentTestFailed());
            sentBefore += static_cast<int>(bench.taken.size());
            bench.restart();
        }
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        sentBefore += static_cast<int>(bench.taken.size());
        QCOMPARE(sentBefore, bench.count);
    }

    void whenAllPartsAreThereNothingIsSent()
    {
        PartsBench bench;
        QVERIFY(bench.upload.upload()); // and the answer to the caller was lost
        bench.restart();
        const auto sent = bench.upload.upload();
        COMPARE_COMPLETED(bench, sent);
        QVERIFY(bench.taken.isEmpty());
    }

    void aFileThatChangedIsRefused()
    {
        PartsBench bench;
        bench.uploadUntil(3);
        bench.restart();
        bench.upload.fill(700'003, 8);
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SourceChanged);
        QVERIFY(bench.upload.server.requests.isEmpty());
    }

    void aFileThatChangesWhileItIsSentIsNeverHandedOn()
    {
        PartsBench bench;
        bool changed = false;
        bench.gate = [&](const Request&) -> std::optional<Reply> {
            if (!std::exchange(changed, true)) {
                bench.upload.content.replace(500'000, 4, "more");
                bench.upload.write();
            }
            return std::nullopt;
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SourceChanged);
    }

    // --- sessions ---

    void partsOfAnotherSessionAreOfNoUse()
    {
        PartsBench bench;
        bench.uploadUntil(3);
        bench.restart();
        bench.upload.request.partLinks = std::make_shared<ScriptedPartLinks>(bench.linksSigned("b", "u2"));
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SessionLost);
        QVERIFY(bench.upload.server.requests.isEmpty());
        // The caller decides; then everything is sent to the new one.
        forgetTransfer(*bench.upload.storage, u"t1"_s);
        const auto again = bench.upload.upload();
        COMPARE_COMPLETED(bench, again);
        QCOMPARE(bench.taken.size(), bench.count);
    }

    void aRenewalThatGivesAnotherSessionIsTheEndOfThisOne_data()
    {
        QTest::addColumn<bool>("ahead");
        QTest::newRow("refused") << false;
        QTest::newRow("ahead of time") << true;
    }
    void aRenewalThatGivesAnotherSessionIsTheEndOfThisOne()
    {
        QFETCH(const bool, ahead);
        PartsBench bench;
        bench.upload.request.partLinks = bench.links =
            std::make_shared<ScriptedPartLinks>(bench.linksSigned("a", "u1", ahead ? 3400 : 0));
        bench.links->next.emplace_back(bench.linksSigned("b", "u2"));
        bench.gate = [ahead](const Request& request) -> std::optional<Reply> {
            return !ahead && PartsBench::numberOf(request) > 2 ? std::optional(PartsBench::expired()) : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SessionLost);
        QCOMPARE(bench.links->asked, 1);
    }

    void anUploadThatTheStoreForgotIsTheEndOfTheSession()
    {
        PartsBench bench;
        bench.gate = [](const Request& request) -> std::optional<Reply> {
            return PartsBench::numberOf(request) > 2 ? std::optional(BlockStore::refusal(404, "NoSuchUpload"))
                                                     : std::nullopt;
        };
        const auto sent = bench.upload.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SessionLost);
        QCOMPARE(bench.links->asked, 0);
        QVERIFY(!sent.error().retryable);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestUploadParts)
#include "tst_uploadparts.moc"
