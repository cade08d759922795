#include "tests/app/transfers/downloadbench.h"

#include <QFileInfo>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

/// What a download finds when the program was killed and starts again.
class TestDownloadRestart final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DownloadBench> m_bench;

    /// A run that ended at `bytes` without a word: its marks are made, nothing was cleaned up.
    void killedAt(qint64 bytes)
    {
        m_bench->onFirstAnswer([bytes](FaultServer::Reply& reply) { DownloadBench::hangAfter(reply, bytes); });
        const std::unique_ptr<DownloadTask> task(m_bench->start());
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->journal().parts.value(0).synced, bytes, 20'000);
    }
    void change(const std::function<void(TransferJournal&)>& how)
    {
        TransferJournal journal = m_bench->journal();
        how(journal);
        QSemaphore written;
        m_bench->storage->mark([journal](QSqlDatabase& database) { return writeJournal(database, journal); },
                               [out = &written](const Result<void>&) { out->release(); });
        QVERIFY(written.tryAcquire(1, 20'000));
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
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607", "bytes=1700000-2999999"}));
    }

    void trustsTheFileOnlyUpToTheMark()
    {
        killedAt(1'700'000);
        appendToPart("bytes that were never marked");
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=1700000-2999999"_ba);
    }

    void trustsTheMarkOnlyUpToTheFile()
    {
        killedAt(1'700'000);
        QVERIFY(QFile::resize(m_bench->partPath(), 600'000));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=600000-2999999"_ba);
    }

    void aPartFileThatIsGoneIsFetchedAgain()
    {
        killedAt(1'700'000);
        QVERIFY(QFile::remove(m_bench->partPath()));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=0-8388607"_ba);
    }

    void aFileOfUnknownOriginIsNotTrusted()
    {
        appendToPart(QByteArray(5'000'000, 'x'));
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607"}));
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
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607", "bytes=1700000-2999999", "bytes=0-8388607"}));
    }

    void afterAPowerCutOnlyWhatWasSyncedIsTrusted()
    {
        killedAt(1'700'000);
        change([](TransferJournal& journal) {
            journal.boot = u"another run of the machine"_s;
            journal.parts.first().synced = 900'000;
        });
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=900000-2999999"_ba);
    }

    void afterAKillWhatWasWrittenIsTrustedToo()
    {
        killedAt(1'700'000);
        change([](TransferJournal& journal) { journal.parts.first().synced = 900'000; });
        verifyWhole(m_bench->download());
        QCOMPARE(m_bench->ranges().last(), "bytes=1700000-2999999"_ba);
    }

    void everyPartGoesOnAtItsOwnByte()
    {
        m_bench = std::make_unique<DownloadBench>(4'000'000);
        m_bench->partSize = 1'000'000;
        const TransferJournal journal{.id = u"t1"_s,
                                      .path = m_bench->partPath(),
                                      .etag = QString::fromLatin1(m_bench->etag),
                                      .size = 4'000'000,
                                      .boot = bootName(),
                                      .parts = {{0, 0, 1'000'000, 1'000'000, 0},
                                                {1, 1'000'000, 1'000'000, 250'000, 0},
                                                {3, 3'000'000, 1'000'000, 600'000, 0}}};
        QFile part(m_bench->partPath());
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(m_bench->content.first(1'250'000));
        part.seek(3'000'000);
        part.write(m_bench->content.mid(3'000'000, 600'000));
        part.close();
        change([&journal](TransferJournal& row) { row = journal; });
        verifyWhole(m_bench->download());
        QList<QByteArray> ranges = m_bench->ranges();
        std::sort(ranges.begin(), ranges.end());
        QCOMPARE(ranges,
                 (QList<QByteArray>{"bytes=1250000-2249999", "bytes=2250000-2999999", "bytes=3600000-3999999"}));
    }

    void theProgressIsNeverAheadOfTheJournal()
    {
        m_bench = std::make_unique<DownloadBench>(12'000'000);
        DownloadTask* task = m_bench->start();
        QList<qint64> shown;
        connect(task, &Task::progressChanged, this,
                [out = &shown](const Progress& progress) { out->append(progress.done); });
        verifyWhole(m_bench->outcomeOf(task));
        QCOMPARE(shown.last(), m_bench->content.size());
        QCOMPARE(m_bench->journal().writtenBytes(), m_bench->content.size());
        QVERIFY(std::is_sorted(shown.begin(), shown.end()));
    }

    void aStateFileThatCannotBeWrittenEndsTheTransfer()
    {
        m_bench->onFirstAnswer([](FaultServer::Reply& reply) { DownloadBench::hangAfter(reply, 1'500'000); });
        m_bench->idle = 300ms;
        DownloadTask* task = m_bench->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->journal().writtenBytes() > 0, 20'000);
        m_bench->storage->submit([](QSqlDatabase& database) -> Result<void> {
            QSqlQuery drop(database);
            drop.exec(u"DROP TABLE parts"_s);
            return {};
        });
        QCOMPARE(m_bench->outcomeOf(task).error().code, Error::Code::StorageBroken);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestDownloadRestart)
#include "tst_downloadrestart.moc"
