#include "tests/app/cli/clibench.h"
#include "tests/support/faultserver.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace longshore {

namespace {

QString sha256Of(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex())
               : QString();
}

} // namespace

/// What a script sees: exit codes, JSON lines, sentences.
class TestLongshorectl final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LONGSHORE_BIN")) {
            QSKIP("LONGSHORE_BIN does not name the folder of the programs: skips the whole program");
        }
    }
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }

    void aPracticeExportEndsWithPathAndHash()
    {
        const auto run =
            m_bench->run(QStringList{u"--practice"_s} + m_bench->exportLine({u"--keep"_s, u"24h"_s, u"--wait"_s}));
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.said(u"state"_s), u"done"_s);
        QCOMPARE(run.last().value(u"schema"_s).toInt(), 1);
        QCOMPARE(run.said(u"sha256"_s), sha256Of(run.said(u"path"_s)));
        QCOMPARE(m_bench->finishedFiles().size(), 1);
        const auto verified = m_bench->run({u"--practice"_s, u"library"_s, u"verify"_s});
        QCOMPARE(verified.exit, 0);
        QCOMPARE(verified.said(u"health"_s), u"verified"_s);
    }

    void wrongLinesAreBadInput_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<int>("exit");
        QTest::newRow("nothing") << QStringList{} << 4;
        QTest::newRow("unknown command") << QStringList{u"exprot"_s} << 4;
        QTest::newRow("missing option") << QStringList{u"import"_s, u"x.bacpac"_s} << 4;
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("no such job") << QStringList{u"jobs"_s, u"show"_s, u"abcdef"_s} << 3;
        QTest::newRow("no connection") << QStringList{u"export"_s, u"--environment"_s, u"P"_s, u"--database"_s,
                                                      u"epicms"_s}
                                       << 3;
        QTest::newRow("no such connection") << QStringList{u"connections"_s, u"remove"_s, u"Nobody"_s} << 3;
        QTest::newRow("plain http") << QStringList{u"download"_s, u"http://example.com/x"_s, u"/tmp/x"_s} << 4;
        QTest::newRow("empty lists are fine") << QStringList{u"jobs"_s, u"list"_s} << 0;
        QTest::newRow("nothing to watch") << QStringList{u"jobs"_s, u"watch"_s, u"--all"_s} << 0;
    }
    void wrongLinesAreBadInput()
    {
        QFETCH(const QStringList, line);
        QFETCH(const int, exit);
        QCOMPARE(m_bench->run(line).exit, exit);
    }

    void valuesThatCannotBeRightAreNamed_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("named");
        QTest::newRow("keep") << QStringList{u"--keep"_s, u"soon"_s} << u"--keep"_s;
        QTest::newRow("database") << QStringList{u"--database"_s, u"master"_s} << u"--database"_s;
    }
    void valuesThatCannotBeRightAreNamed()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QString, named);
        m_bench->connectToPractice();
        QStringList line{u"export"_s, u"--environment"_s, u"Production"_s};
        line += more.contains(u"--database"_s) ? more : QStringList{u"--database"_s, u"epicms"_s} + more;
        const auto run = m_bench->run(line);
        QCOMPARE(run.exit, 4);
        QVERIFY(run.said(u"what"_s).contains(named));
        QCOMPARE(m_bench->exportsAtServer().size(), 0);
    }

    void faultsEndWithTheirCodeAndCause_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("cause");
        QTest::newRow("status-500") << "{\"status-500\":\"always\"}"_ba << 5 << u"500"_s;
        QTest::newRow("status-503") << "{\"status-503\":\"always\"}"_ba << 5 << u"503"_s;
        QTest::newRow("busy-429") << "{\"busy-429\":\"always\"}"_ba << 5 << u"asks to wait"_s;
        QTest::newRow("html-body") << "{\"html-body\":\"always\"}"_ba << 9 << u"answer was lost"_s;
        QTest::newRow("lost-answer") << "{\"lost-answer\":1}"_ba << 9 << u"answer was lost"_s;
        QTest::newRow("clock-skew") << "{\"clock-skew\":1000}"_ba << 2 << u"clock"_s;
        QTest::newRow("deny") << "{\"deny\":\"Production\"}"_ba << 2 << u"Production"_s;
        QTest::newRow("export-fails") << "{\"export-fails\":1}"_ba << 6 << u"export failed"_s;
        QTest::newRow("corrupt-body") << "{\"corrupt-body\":1}"_ba << 7 << u"not what the store holds"_s;
        QTest::newRow("store busy") << "{\"blob-503\":\"always\"}"_ba << 5 << u"file store"_s;
    }
    void faultsEndWithTheirCodeAndCause()
    {
        QFETCH(const QByteArray, fault);
        QFETCH(const int, exit);
        QFETCH(const QString, cause);
        m_bench->connectToPractice();
        m_bench->fault(fault);
        const auto run = m_bench->run(m_bench->exportLine({u"--wait"_s, u"--patience"_s, u"2s"_s}));
        QCOMPARE(run.exit, exit);
        QCOMPARE(run.last().value(u"exit"_s).toInt(), exit);
        QVERIFY2(run.said(u"what"_s).contains(cause), qPrintable(run.said(u"what"_s)));
        QVERIFY(!run.said(u"next"_s).isEmpty());
        QCOMPARE(m_bench->finishedFiles(), QStringList());
    }

    void faultsThatPassAreOvercome_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("cut-body") << "{\"cut-body\":3}"_ba;
        QTest::newRow("unknown-state") << "{\"unknown-state\":2}"_ba;
        QTest::newRow("expire-link-after") << "{\"expire-link-after\":1,\"cut-body\":2}"_ba;
        QTest::newRow("ignore-range") << "{\"ignore-range\":1,\"cut-body\":1}"_ba;
    }
    void faultsThatPassAreOvercome()
    {
        QFETCH(const QByteArray, fault);
        m_bench->connectToPractice();
        m_bench->fault(fault);
        const auto run = m_bench->run(m_bench->exportLine({u"--wait"_s}));
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.said(u"sha256"_s), sha256Of(run.said(u"path"_s)));
        QCOMPARE(m_bench->exportsAtServer().size(), 1);
    }

    void aServerThatIsNotThereIsNetwork()
    {
        m_bench->secret = QString::fromLatin1(QByteArray(48, 'k').toBase64());
        QCOMPARE(m_bench
                     ->run({u"connections"_s, u"add"_s, u"optimizely"_s, u"--name"_s, u"Contoso"_s, u"--base-url"_s,
                            u"http://127.0.0.1:9/api/v1.0/"_s, u"--project-id"_s,
                            u"3a4b1c5d-0000-4000-8000-000000000000"_s, u"--client-key"_s, u"key"_s, u"--no-test"_s})
                     .exit,
                 0);
        const auto run = m_bench->run(m_bench->exportLine({u"--wait"_s, u"--patience"_s, u"1s"_s}));
        QCOMPARE(run.exit, 5);
        QVERIFY(run.said(u"next"_s).contains(u"jobs watch"_s));
        QCOMPARE(m_bench->run({u"jobs"_s, u"list"_s}).said(u"state"_s), u"queued"_s);
    }

    void withoutASecretNothingIsFiled()
    {
        m_bench->connectToPractice();
        m_bench->secret.clear();
        const auto run = m_bench->run(m_bench->exportLine({u"--wait"_s}));
        QCOMPARE(run.exit, 2);
        QVERIFY(run.said(u"next"_s).contains(u"LONGSHORE_SECRET_CONTOSO"_s));
        QVERIFY(m_bench->run({u"jobs"_s, u"list"_s}).lines.isEmpty());
    }

    void aSecretThatCannotBeRightIsRefusedBeforeAnythingIsSent()
    {
        const auto run = m_bench->run({u"connections"_s, u"add"_s, u"optimizely"_s, u"--name"_s, u"Contoso"_s,
                                       u"--project-id"_s, u"3a4b1c5d-0000-4000-8000-000000000000"_s, u"--client-key"_s,
                                       u"key"_s, u"--client-secret-stdin"_s},
                                      "not base64 at all\n");
        QCOMPARE(run.exit, 2);
        QVERIFY(m_bench->run({u"connections"_s, u"list"_s}).lines.isEmpty());
    }

    void theSecretAndTheLinkAreInNothingThatWasWritten()
    {
        m_bench->connectToPractice();
        const auto run = m_bench->run(m_bench->exportLine({u"--wait"_s}));
        QCOMPARE(run.exit, 0);
        const QByteArray secret = m_bench->secret.toLatin1();
        QByteArray everything = run.out + run.err + m_bench->run({u"jobs"_s, u"show"_s, run.said(u"id"_s)}).out;
        QDirIterator files(m_bench->home(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                everything += file.readAll();
            }
        }
        QVERIFY(everything.contains("Contoso")); // the state file was among them
        QVERIFY(!everything.contains(secret));
        QVERIFY(everything.contains("sig=hidden"));
        for (qsizetype at = everything.indexOf("sig="); at >= 0; at = everything.indexOf("sig=", at + 1)) {
            QCOMPARE(everything.mid(at, 10), "sig=hidden"_ba);
        }
    }

    void downloadsAnAddressAndRefusesToOverwrite()
    {
        FaultServer server;
        const QByteArray content(2'000'000, 'z');
        server.handler = [content](const FaultServer::Request& request) {
            FaultServer::Reply reply = FaultServer::object(request, content, "\"1\"");
            if (request.headers.value("Range").startsWith("bytes=0-")) {
                reply.cutAfter = 1'200'000;
            }
            return reply;
        };
        const QString url = QString::fromLatin1(server.url("/c/dump.bin?sig=canary"));
        const QStringList line{u"download"_s, url, m_bench->path(u"dump.bin"_s)};
        const auto run = m_bench->run(line);
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.said(u"sha256"_s), sha256Of(m_bench->path(u"dump.bin"_s)));
        QCOMPARE(server.requests.last().headers.value("Range"), "bytes=1200000-1999999"_ba);
        QVERIFY(!run.out.contains("canary") && !run.err.contains("canary"));
        QVERIFY(!QFile::exists(m_bench->path(u"dump.bin.part.lock"_s)));
        QCOMPARE(m_bench->run(line).exit, 8);
    }

    void aLibraryThatLiesInTheWorkingFolderIsNotLoaded()
    {
        QFile planted(m_bench->path(u"libcurl.so.4"_s));
        QVERIFY(planted.open(QIODevice::WriteOnly));
        QVERIFY(planted.write("no library") > 0);
        planted.close();
        QCOMPARE(m_bench->run({u"--version"_s}).exit, 0);
    }

    void aFileThatIsNoPackageDoesNotGetThePackagesName()
    {
        FaultServer server;
        server.handler = [](const FaultServer::Request& request) {
            return FaultServer::object(request, "no zip at all", "\"1\"");
        };
        const auto run = m_bench->run({u"download"_s, u"-"_s, m_bench->path(u"a.bacpac"_s)}, server.url("/a") + '\n');
        QCOMPARE(run.exit, 7);
        QVERIFY(!QFile::exists(m_bench->path(u"a.bacpac"_s)));
    }

    void aDamagedFileFailsVerification()
    {
        m_bench->connectToPractice();
        const auto run = m_bench->run(m_bench->exportLine({u"--wait"_s}));
        QCOMPARE(run.exit, 0);
        QVERIFY(QFile::resize(run.said(u"path"_s), 1000));
        QCOMPARE(m_bench->run({u"library"_s, u"verify"_s}).exit, 7);
        QVERIFY(QFile::remove(run.said(u"path"_s)));
        QCOMPARE(m_bench->run({u"library"_s, u"verify"_s}).exit, 3);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectl)
#include "tst_longshorectl.moc"
