#include "tests/app/cli/clibench.h"

using namespace Qt::StringLiterals;

namespace longshore {

/// Jobs that outlive the process that began them.
class TestLongshorectlJobs final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;

    QString exportIdAtServer() { return m_bench->exportsAtServer().first().toObject().value(u"id"_s).toString(); }
    void verifyOneGoodFile(const CliBench::Run& run)
    {
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.said(u"state"_s), u"done"_s);
        QCOMPARE(m_bench->finishedFiles().size(), 1);
        QCOMPARE(m_bench->exportsAtServer().size(), 1);
        QCOMPARE(m_bench->run({u"library"_s, u"verify"_s}).exit, 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LONGSHORE_BIN")) {
            QSKIP("LONGSHORE_BIN does not name the folder of the programs: skips the whole program");
        }
    }
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }

    void returnsWhenTheServiceAcceptedAndGoesOnLater()
    {
        m_bench->connectToPractice();
        const auto filed = m_bench->run(m_bench->exportLine());
        QCOMPARE(filed.exit, 0);
        QCOMPARE(filed.said(u"state"_s), u"serverWorking"_s);
        verifyOneGoodFile(m_bench->run({u"jobs"_s, u"watch"_s, filed.said(u"id"_s).left(8)}));
    }

    void killedWhileTheServerWorksGoesOn()
    {
        m_bench->connectToPractice();
        QProcess* process = m_bench->start(m_bench->exportLine({u"--wait"_s}));
        CliBench::waitForState(process, "serverWorking");
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 20'000);
        verifyOneGoodFile(m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s}));
    }

    void killedInTheMiddleOfADownloadGoesOnAtItsByte()
    {
        m_bench->connectToPractice({u"--size-mb"_s, u"6"_s});
        m_bench->fault("{\"slow\":1500000}");
        QProcess* process = m_bench->start(m_bench->exportLine({u"--wait"_s}));
        CliBench::waitForState(process, "downloading");
        // The part file gets its full length before its bytes; what did not come yet reads as zeros.
        const auto came = [this](qint64 offset) {
            const auto parts = QDir(m_bench->path(u"out"_s)).entryInfoList({u"*.part"_s}, QDir::Files);
            QFile file(parts.value(0).filePath());
            const QByteArray bytes = file.open(QIODevice::ReadOnly) && file.seek(offset) ? file.read(64) : QByteArray();
            return bytes.size() == 64 && bytes.count('\0') < 60;
        };
        QTRY_VERIFY_WITH_TIMEOUT(came(2'500'000), 60'000);
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 20'000);
        m_bench->fault("{\"slow\":null}");
        const auto run = m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s});
        verifyOneGoodFile(run);
        const QByteArray log = m_bench->run({u"jobs"_s, u"show"_s, run.said(u"id"_s)}).out;
        QVERIFY2(log.contains("bytes are there"), log.constData());
    }

    void anInterruptKeepsTheJob()
    {
        m_bench->connectToPractice();
        QProcess* process = m_bench->start(m_bench->exportLine({u"--wait"_s}));
        CliBench::waitForState(process, "serverWorking");
        process->terminate();
        const auto interrupted = CliBench::outcomeOf(process);
        QCOMPARE(interrupted.exit, 130);
        verifyOneGoodFile(m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s}));
    }

    void aLostAnswerIsAdopted()
    {
        m_bench->connectToPractice();
        m_bench->fault("{\"lost-answer\":1}");
        const auto lost = m_bench->run(m_bench->exportLine({u"--wait"_s}));
        QCOMPARE(lost.exit, 9);
        const QString job = lost.said(u"job"_s);
        const auto wrong = m_bench->run({u"jobs"_s, u"adopt"_s, job, u"0b0f3a4e-0000-4000-8000-000000000000"_s});
        QVERIFY(wrong.exit != 0);
        QCOMPARE(m_bench->run({u"jobs"_s, u"adopt"_s, job, exportIdAtServer()}).exit, 0);
        verifyOneGoodFile(m_bench->run({u"jobs"_s, u"watch"_s, job}));
    }

    void aLostAnswerIsForgotten()
    {
        m_bench->connectToPractice();
        m_bench->fault("{\"lost-answer\":1}");
        const QString job = m_bench->run(m_bench->exportLine({u"--wait"_s})).said(u"job"_s);
        QCOMPARE(m_bench->run({u"jobs"_s, u"forget"_s, job}).exit, 0);
        QCOMPARE(m_bench->run({u"jobs"_s, u"show"_s, job}).said(u"state"_s), u"forgotten"_s);
        QCOMPARE(m_bench->run({u"jobs"_s, u"forget"_s, job}).exit, 8);
    }

    void aSecondProcessFilesForTheFirstAndTakesOverWhenItEnds()
    {
        m_bench->connectToPractice();
        QProcess* first = m_bench->start(m_bench->exportLine({u"--wait"_s}));
        CliBench::waitForState(first, "serverWorking");
        const auto filed = m_bench->run({u"export"_s, u"--environment"_s, u"Integration"_s, u"--database"_s,
                                         u"epicms"_s, u"--to"_s, m_bench->path(u"out"_s)});
        QCOMPARE(filed.exit, 0);
        QCOMPARE(filed.said(u"waiting"_s), u"slot"_s);
        QProcess* second = m_bench->start({u"jobs"_s, u"watch"_s, filed.said(u"id"_s)});
        QCOMPARE(CliBench::outcomeOf(first).exit, 0);
        QCOMPARE(CliBench::outcomeOf(second).exit, 0);
        QCOMPARE(m_bench->finishedFiles().size(), 2);
        QCOMPARE(m_bench->exportsAtServer().size(), 2);
    }

    void theOneThatRunsIsPausedTunedAndCancelledByAnother()
    {
        m_bench->connectToPractice({u"--size-mb"_s, u"6"_s});
        m_bench->fault("{\"slow\":400000}");
        QProcess* runs = m_bench->start(m_bench->exportLine({u"--wait"_s}));
        CliBench::waitForState(runs, "downloading");
        const QString job = m_bench->run({u"jobs"_s, u"list"_s}).said(u"id"_s);
        QCOMPARE(m_bench->run({u"jobs"_s, u"priority"_s, job, u"high"_s}).said(u"priority"_s), u"high"_s);
        const auto limited = m_bench->run({u"jobs"_s, u"limit"_s, job, u"0.5"_s});
        QCOMPARE(limited.last().value(u"bytesPerSecondLimit"_s).toInteger(), 500'000);
        const auto paused = m_bench->run({u"jobs"_s, u"pause"_s, u"--all"_s});
        QCOMPARE(paused.exit, 0);
        QCOMPARE(paused.said(u"waiting"_s), u"paused"_s);
        QCOMPARE(CliBench::outcomeOf(runs).exit, 4); // only a person ends a pause, so nobody waits for it
        QCOMPARE(m_bench->run({u"jobs"_s, u"resume"_s, job}).exit, 0);
        QProcess* again = m_bench->start({u"jobs"_s, u"watch"_s, job});
        CliBench::waitForState(again, "downloading");
        QVERIFY(m_bench->run({u"jobs"_s, u"show"_s, job}).last().contains(u"progress"_s));
        QCOMPARE(m_bench->run({u"jobs"_s, u"cancel"_s, job}).said(u"state"_s), u"cancelled"_s);
        QCOMPARE(CliBench::outcomeOf(again).exit, 130);
        QCOMPARE(m_bench->run({u"jobs"_s, u"pause"_s, job}).exit, 8);
    }

    void aWishIsNotedWhileNobodyCarriesOutTheJobs()
    {
        m_bench->connectToPractice();
        const QString job = m_bench->run(m_bench->exportLine()).said(u"id"_s);
        QCOMPARE(m_bench->run({u"jobs"_s, u"limit"_s, job, u"2"_s}).exit, 0);
        const auto done = m_bench->run({u"jobs"_s, u"watch"_s, job});
        verifyOneGoodFile(done);
        QCOMPARE(done.last().value(u"bytesPerSecondLimit"_s).toInteger(), 2'000'000);
    }

    void wishesThatAreNoneAreRefused()
    {
        QCOMPARE(m_bench->run({u"jobs"_s, u"pause"_s}).exit, 4);
        QCOMPARE(m_bench->run({u"jobs"_s, u"pause"_s, u"x"_s, u"--all"_s}).exit, 4);
        QCOMPARE(m_bench->run({u"jobs"_s, u"priority"_s, u"x"_s, u"urgent"_s}).exit, 4);
        QCOMPARE(m_bench->run({u"jobs"_s, u"limit"_s, u"x"_s, u"-3"_s}).exit, 4);
        QCOMPARE(m_bench->run({u"jobs"_s, u"limit"_s, u"x"_s, u"3"_s}).exit, 3);
        QCOMPARE(m_bench->run({u"jobs"_s, u"resume"_s, u"--all"_s}).exit, 0);
    }

    void aConnectionWithUnfinishedJobsStays()
    {
        m_bench->connectToPractice();
        QCOMPARE(m_bench->run(m_bench->exportLine()).exit, 0);
        QCOMPARE(m_bench->run({u"connections"_s, u"remove"_s, u"contoso"_s}).exit, 8);
        QCOMPARE(m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s}).exit, 0);
        QCOMPARE(m_bench->run({u"connections"_s, u"remove"_s, u"contoso"_s}).exit, 0);
        QVERIFY(m_bench->run({u"connections"_s, u"list"_s}).lines.isEmpty());
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectlJobs)
#include "tst_longshorectljobs.moc"
