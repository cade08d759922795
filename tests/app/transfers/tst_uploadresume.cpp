#include "app/transfers/azureblocks.h"
#include "tests/app/transfers/uploadbench.h"

#include <QDateTime>
#include <QPointer>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

#define COMPARE_SENT(bench, result)                                                                                    \
    QVERIFY2(result, qPrintable(UploadBench::troubleOf(result)));                                                      \
    QVERIFY((bench).store.blob.has_value());                                                                           \
    QVERIFY(*(bench).store.blob == (bench).content);                                                                   \
    QCOMPARE((result)->sha256.toHex(), (bench).sha256().toHex())

/// What is left to do after a kill.
class TestUploadResume final : public QObject
{
    Q_OBJECT

    static QList<QByteArray> idsOf(const TransferJournal& journal)
    {
        QList<QByteArray> ids;
        for (const JournalPart& part : journal.parts) {
            ids.append(blockId(journal.nonce, part.part));
        }
        return ids;
    }
    static int questions(const UploadBench& bench)
    {
        return static_cast<int>(std::count_if(bench.server.requests.begin(), bench.server.requests.end(),
                                              [](const Request& request) { return request.method == "GET"; }));
    }
    /// Changes only when the file says it was changed.
    static void touch(const QString& path, const QDateTime& when)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(when, QFileDevice::FileModificationTime));
    }

private Q_SLOTS:
    void sendsOnlyWhatTheJournalDoesNotHave()
    {
        UploadBench bench;
        bench.uploadUntil(5);
        bench.restart();
        const TransferJournal journal = bench.journal();
        QVERIFY(journal.parts.size() >= 1);
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(questions(bench), 0); // the link may not read
        const QList<QByteArray> before = idsOf(journal);
        for (const QByteArray& id : std::as_const(bench.store.sentIds)) {
            QVERIFY(!before.contains(id));
        }
        QCOMPARE(bench.store.sentIds.size() + before.size(), bench.parts());
    }

    void aStoreThatMayBeReadIsAskedAndBelieved()
    {
        UploadBench bench;
        bench.links = std::make_shared<ScriptedLinks>(bench.link("a", "rcw"));
        bench.uploadUntil(5);
        bench.restart();
        const auto stored = static_cast<int>(bench.store.staged.size());
        bench.storage->submit([](QSqlDatabase& database) -> Result<void> {
            QSqlQuery(database).exec(u"DELETE FROM parts WHERE part < 2"_s);
            return {};
        });
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(questions(bench), 1);
        // Also what was taken in the last moment, of which the journal knew nothing.
        QCOMPARE(bench.store.sentIds.size(), bench.parts() - stored);
    }

    void blocksThatTheStoreThrewAwayAreSentAgain()
    {
        UploadBench bench;
        bench.links = std::make_shared<ScriptedLinks>(bench.link("a", "rcw"));
        bench.uploadUntil(5);
        const QByteArray gone = idsOf(bench.journal()).first();
        bench.store.staged.remove(gone);
        bench.restart();
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QVERIFY(bench.store.sentIds.contains(gone));
    }

    void blocksOfSomebodyElseCountForNothing()
    {
        UploadBench bench;
        bench.links = std::make_shared<ScriptedLinks>(bench.link("a", "rcw"));
        bench.uploadUntil(5);
        bench.store.staged.insert(blockId(newBlockNonce(), 11), "not ours");
        bench.restart();
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
    }

    void aStoreThatRefusesTheQuestionLeavesTheJournalToTell()
    {
        UploadBench bench;
        bench.links = std::make_shared<ScriptedLinks>(bench.link("a", "rcw"));
        bench.uploadUntil(5);
        bench.restart();
        const auto known = bench.journal().parts.size();
        bench.store.gate = [](const Request& request) -> std::optional<Reply> {
            return request.method == "GET" ? std::optional(BlockStore::refusal(403, "AuthorizationPermissionMismatch"))
                                           : std::nullopt;
        };
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), bench.parts() - known);
        QCOMPARE(bench.links->asked, 0);
    }

    void afterAWeekEverythingIsSentAgainWhereNobodyCouldAsk()
    {
        UploadBench bench;
        bench.uploadUntil(5);
        bench.restart();
        bench.store.staged.clear();
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.commits, 1);
        QCOMPARE(bench.commits().size(), 2); // the first one found out
        QCOMPARE(bench.commits().last().headers.value("If-None-Match"), "*");
    }

    void blocksThatDisappearEachTimeEndTheUpload()
    {
        UploadBench bench;
        bench.store.gate = [](const Request& request) -> std::optional<Reply> {
            return BlockStore::isCommit(request) ? std::optional(BlockStore::refusal(400, "InvalidBlockList"))
                                                 : std::nullopt;
        };
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::ServerRefused);
        QCOMPARE(bench.commits().size(), 2);
    }

    void killedWhileItCommitsItCommitsAgainAndFindsItsOwnBlob()
    {
        UploadBench bench;
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            if (!BlockStore::isCommit(request)) {
                return std::nullopt;
            }
            bench.store.gate = {};
            (void)bench.store.answer(request);
            return Reply{.silent = true};
        };
        UploadTask* task = bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.store.commits, 1, 40'000);
        task->cancel();
        QVERIFY(bench.journal().committing);
        bench.restart();
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), 0);
        QVERIFY(!bench.commits().first().headers.contains("If-None-Match"));
    }

    void killedWhileItCommitsItFindsItsBlocksAmongTheCommittedOnes()
    {
        UploadBench bench;
        bench.links = std::make_shared<ScriptedLinks>(bench.link("a", "rcw"));
        bench.store.gate = [&bench](const Request& request) -> std::optional<Reply> {
            if (!BlockStore::isCommit(request)) {
                return std::nullopt;
            }
            bench.store.gate = {};
            (void)bench.store.answer(request);
            return Reply{.silent = true};
        };
        UploadTask* task = bench.start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.store.commits, 1, 40'000);
        task->cancel();
        bench.restart();
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), 0);
    }

    void thePartsStayTheSameWhateverSizeIsAskedForNow()
    {
        UploadBench bench;
        bench.uploadUntil(5);
        bench.restart();
        const auto known = bench.journal().parts.size();
        bench.request.options.partSize = 2 * UploadBench::PartSize;
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), bench.parts() - known);
    }

    void aFileThatChangedIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("size") << u"size"_s;
        QTest::newRow("time") << u"time of change"_s;
        QTest::newRow("contents") << u"contents"_s;
#ifndef Q_OS_WIN
        QTest::newRow("another file") << u"inode"_s;
#endif
    }
    void aFileThatChangedIsRefused()
    {
        QFETCH(const QString, what);
        UploadBench bench;
        const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-2);
        touch(bench.path(), then);
        bench.uploadUntil(3);
        bench.restart();
        if (what == u"size"_s) {
            bench.fill(2'999'999, 7);
        } else if (what == u"contents"_s) {
            bench.fill(3'000'000, 8);
            touch(bench.path(), then);
        } else if (what == u"inode"_s) {
            QVERIFY(QFile::copy(bench.path(), bench.path() + u".copy"_s));
            QVERIFY(QFile::remove(bench.path()));
            QVERIFY(QFile::rename(bench.path() + u".copy"_s, bench.path()));
            touch(bench.path(), then);
        } else {
            touch(bench.path(), then.addSecs(1));
        }
        const auto sent = bench.upload();
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, Error::Code::SourceChanged);
        QCOMPARE(sent.error().subject, bench.path());
        QCOMPARE(sent.error().detail, what);
        QVERIFY(bench.server.requests.isEmpty());
        QVERIFY(!bench.journal().parts.isEmpty()); // the old file may come back
    }

    void aForgottenTransferBeginsAnew()
    {
        UploadBench bench;
        bench.uploadUntil(3);
        bench.restart();
        bench.fill(3'000'000, 8);
        forgetTransfer(*bench.storage, u"t1"_s);
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        QCOMPARE(bench.store.sentIds.size(), bench.parts());
    }

    void manyKillsCostOnlyWhatWasUnderWay()
    {
        UploadBench bench(4'000'000);
        int runs = 0;
        qsizetype blocks = 0;
        while (!bench.store.blob && runs < 40) {
            ++runs;
            const QPointer<UploadTask> task = bench.start();
            QSignalSpy finished(task.data(), &Task::finished);
            QTRY_VERIFY_WITH_TIMEOUT(bench.store.sentIds.size() >= 2 || bench.store.blob || !finished.isEmpty(),
                                     40'000);
            if (task) {
                task->cancel();
            }
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 40'000);
            blocks += bench.store.sentIds.size();
            bench.restart();
        }
        const auto sent = bench.upload();
        COMPARE_SENT(bench, sent);
        blocks += bench.store.sentIds.size();
        QVERIFY2(blocks <= bench.parts() + runs * 16, qPrintable(QString::number(blocks)));
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestUploadResume)
#include "tst_uploadresume.moc"
