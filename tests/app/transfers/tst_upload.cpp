#include "tests/app/transfers/uploadbench.h"

using namespace Qt::StringLiterals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

#define COMPARE_SENT(bench, result)                                                                                    \
    QVERIFY2(result, qPrintable(UploadBench::troubleOf(result)));                                                      \
    QVERIFY((bench).store.blob.has_value());                                                                           \
    QVERIFY(*(bench).store.blob == (bench).content);                                                                   \
    QCOMPARE((result)->sha256.toHex(), (bench).sha256().toHex());                                                      \
    QCOMPARE((result)->size, (bench).content.size())

/// Blocks and their commit, on a line that works.
class TestUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAFileAsBlocksAndCommitsThemInOrder()
    {
        UploadBench bench;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.commits, 1);
        QCOMPARE(bench.store.sentIds.size(), bench.parts());
        QCOMPARE(sent->etag, u"\"0x8DCAFE\""_s);
        QCOMPARE(sent->vouched, Vouched::ByStore);
    }

    void leavesTheBytesOfTheLinkAsTheyAre()
    {
        UploadBench bench;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        for (const Request& request : std::as_const(bench.server.requests)) {
            QVERIFY2(request.target.startsWith("/packages/b%20c.bacpac?sp=cw&sig=a%2B%2f%3D&comp=block"),
                     request.target.constData());
        }
    }

    void everyBlockHasALengthAndItsHashAndAsksNoQuestionFirst()
    {
        UploadBench bench;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        for (const Request& request : std::as_const(bench.server.requests)) {
            QVERIFY(!request.headers.contains("Transfer-Encoding"));
            QVERIFY(!request.headers.contains("Expect"));
            QVERIFY(!request.headers.contains("x-ms-version"));
            QCOMPARE(request.headers.value("Content-Length").toLongLong(), request.bodyBytes);
            QCOMPARE(request.headers.value("Content-MD5"),
                     QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toBase64());
        }
    }

    void blockIdsAreOursEquallyLongAndShortEnough()
    {
        UploadBench bench;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        const QByteArray nonce = bench.journal().nonce;
        QCOMPARE(nonce.size(), 32);
        for (const QByteArray& id : std::as_const(bench.store.sentIds)) {
            QVERIFY(QByteArray::fromBase64(id).startsWith(nonce));
            QCOMPARE(QByteArray::fromBase64(id).size(), 48);
        }
    }

    void withoutMd5NothingIsHashedByTheStore()
    {
        UploadBench bench;
        bench.request.contentMd5 = false;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(sent->vouched, Vouched::ByTransport);
        for (const Request& request : std::as_const(bench.server.requests)) {
            QVERIFY(!request.headers.contains("Content-MD5"));
        }
    }

    void anEmptyFileBecomesAnEmptyBlob()
    {
        UploadBench bench(0);
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), 0);
        QCOMPARE(bench.store.commits, 1);
    }

    void aFileOfOneBlockTellsTheHashOfTheWhole()
    {
        UploadBench bench(1'000);
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.blobMd5, QCryptographicHash::hash(bench.content, QCryptographicHash::Md5).toBase64());
    }

    void theHashOfTheWholeIsNotClaimedWhereNobodyMadeIt()
    {
        UploadBench bench;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QVERIFY(bench.store.blobMd5.isEmpty());
    }

    void partsNearTheEndAreSmallerAndEveryByteComesOnce()
    {
        UploadBench bench(5'000'001);
        bench.request.options.partSize = 2 * 1024 * 1024;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        qint64 all = 0;
        for (const QByteArray& block : std::as_const(bench.store.committed)) {
            QVERIFY(block.size() <= 2 * 1024 * 1024);
            all += block.size();
        }
        QCOMPARE(all, bench.content.size());
    }

    void whatIsThereAlreadyIsNotOverwritten()
    {
        UploadBench bench;
        bench.store.blob = "somebody's";
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::FileExists);
        QCOMPARE(sent.error().subject, u"b c.bacpac"_s);
        QCOMPARE(*bench.store.blob, QByteArray("somebody's"));
        // Nor the next time: the commit was refused, so what lies there cannot be ours.
        bench.restart();
        QCOMPARE(UploadBench::troubleOf(bench.upload()).section(u' ', 0, 0), u"FileExists"_s);
        QCOMPARE(*bench.store.blob, QByteArray("somebody's"));
    }

    void replacesWhenToldTo()
    {
        UploadBench bench;
        bench.store.blob = "somebody's";
        bench.request.replace = true;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
    }

    void aHashThatIsKnownIsNotMadeAgain()
    {
        UploadBench bench;
        QVERIFY(bench.upload());
        bench.store = BlockStore();
        bench.restart();
        forgetTransfer(*bench.storage, u"t1"_s);
        bench.request.sha256 = false; // only what is known
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
    }

    void progressCountsOnlyWhatTheJournalHas()
    {
        UploadBench bench;
        UploadTask* task = bench.start();
        qint64 last = 0;
        bool rising = true;
        connect(task, &Task::progressChanged, this, [&bench, &last, &rising](const Progress& progress) {
            rising = rising && progress.done >= last && progress.total == bench.content.size();
            last = progress.done;
        });
        const auto sent = bench.outcomeOf(task);
        COMPARE_SENT(bench, sent);
        QVERIFY(rising);
        QCOMPARE(last, bench.content.size());
        QCOMPARE(bench.journal().writtenBytes(), bench.content.size());
    }

    void aFileThatIsNotThereIsSaidSo()
    {
        UploadBench bench;
        QFile::remove(bench.path());
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::NotFound);
        QVERIFY(bench.server.requests.isEmpty());
    }

    void keepsTheLimit()
    {
        UploadBench bench(600'000);
        bench.request.options.limit = std::make_shared<Throttle>(2'000'000);
        QElapsedTimer timer;
        timer.start();
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QVERIFY(timer.elapsed() >= 200);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestUpload)
#include "tst_upload.moc"
