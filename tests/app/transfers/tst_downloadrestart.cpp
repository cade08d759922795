#include "app/transfers/partwriter.h"
#include "tests/app/transfers/downloadbench.h"

#include <QFileInfo>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

/// What a download finds when the program was killed and starts again.
class TestDownloadRestart final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DownloadBench> m_bench;

    /// A run that ended at `bytes` without a word: its marks are durable, nothing was cleaned up.
    void killedAt(qint64 bytes)
    {
        FaultServer::Reply reply = FaultServer::object({}, m_bench->content, m_bench->etag);
        reply.body = m_bench->content.first(bytes);
        reply.announcedLength = m_bench->content.size();
        reply.holdOpen = true;
        m_bench->server.replies.push_back(reply);
        const std::unique_ptr<DownloadTask> task(m_bench->start());
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->journal().parts.value(0).synced, bytes, 20'000);
    }
    void verifyWhole(const Result<DownloadedFile>& file) const
    {
        QVERIFY2(file, qPrintable(DownloadBench::troubleOf(file)));
        QCOMPARE(file->sha256, m_bench->sha256());
        QVERIFY(m_bench->onDisk() == m_bench->content);
    }
    void appendToPart(const QByteArray& bytes)
    {
        QFile file(m_bench->partPath());
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DownloadBench>(); }
    void cleanup() { m_bench.reset(); }

    void goesOnWhereItWasKilled()
    {
        killedAt(1'700'000);
        m_bench->reopenStorage();
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"", "bytes=1700000-"}));
    }

    void trustsTheFileOnlyUpToTheMark()
    {
        killedAt(1'700'000);
        appendToPart("bytes that were never marked");
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=1700000-"_ba);
    }

    void trustsTheMarkOnlyUpToTheFile()
    {
        killedAt(1'700'000);
        QVERIFY(QFile::resize(m_bench->partPath(), 600'000));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=600000-"_ba);
    }

    void aPartFileThatIsGoneIsFetchedAgain()
    {
        killedAt(1'700'000);
        QVERIFY(QFile::remove(m_bench->partPath()));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), ""_ba);
    }

    void aFileOfUnknownOriginIsNotTrusted()
    {
        appendToPart(QByteArray(5'000'000, 'x'));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{""}));
    }

    void killedAfterTheLastByteAsksNothing()
    {
        verifyWhole(m_bench->download());
        m_bench->reopenStorage();
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->server.requests.size(), 1);
    }

    void noticesThatTheObjectChangedMeanwhile()
    {
        killedAt(1'700'000);
        std::reverse(m_bench->content.begin(), m_bench->content.end());
        m_bench->etag = "\"0x8D2\"";
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"", "bytes=1700000-", ""}));
    }

    void theJournalIsNeverAheadOfTheDisk()
    {
        m_bench = std::make_unique<DownloadBench>(12'000'000);
        QList<qint64> ahead;
        DownloadTask* task = m_bench->start();
        connect(task, &Task::progressChanged, this,
                [path = m_bench->partPath(), out = &ahead](const Progress& progress) {
                    if (progress.done > QFileInfo(path).size()) {
                        out->append(progress.done);
                    }
                });
        verifyWhole(m_bench->outcomeOf(task));
        QCOMPARE(ahead, QList<qint64>());
        QCOMPARE(m_bench->journal().parts.value(0).synced, m_bench->content.size());
    }

    void neverHasMoreThanOneMebibyteWithoutAMark()
    {
        QSemaphore mayCommit;
        m_bench->storage->submit([gate = &mayCommit](QSqlDatabase&) -> Result<void> {
            gate->acquire();
            return {};
        });
        const TransferJournal journal{.id = u"t1"_s, .path = m_bench->partPath()};
        const auto writer = PartWriter::open(journal, *m_bench->storage, {}).value_or(nullptr);
        QVERIFY(writer);
        writer->start();
        const QFuture<bool> appended =
            QtConcurrent::run([writer, bytes = m_bench->content] { return writer->append(bytes).has_value(); });
        QTRY_COMPARE_WITH_TIMEOUT(writer->written(), PartWriter::MaxUnmarked, 20'000);
        QCOMPARE(writer->marked(), 0);
        QVERIFY(!appended.isFinished());
        mayCommit.release();
        QTRY_VERIFY_WITH_TIMEOUT(appended.isFinished(), 20'000);
        QCOMPARE(writer->written(), m_bench->content.size());
        writer->close();
    }

    void aStateFileThatCannotBeWrittenEndsTheTransfer()
    {
        const auto writer =
            PartWriter::open({.id = u"t1"_s, .path = m_bench->partPath()}, *m_bench->storage, {}).value_or(nullptr);
        QVERIFY(writer);
        m_bench->storage->submit([](QSqlDatabase& database) -> Result<void> {
            QSqlQuery drop(database);
            drop.exec(u"DROP TABLE parts"_s);
            return {};
        });
        writer->start();
        const QFuture<Error::Code> code = QtConcurrent::run([writer, bytes = m_bench->content] {
            const auto appended = writer->append(bytes);
            return appended ? Error::Code::Internal : appended.error().code;
        });
        QTRY_VERIFY_WITH_TIMEOUT(code.isFinished(), 20'000);
        QCOMPARE(code.result(), Error::Code::StorageBroken);
        writer->close();
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestDownloadRestart)
#include "tst_downloadrestart.moc"
