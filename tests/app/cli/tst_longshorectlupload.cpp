#include "tests/app/cli/clibench.h"
#include "tests/support/blockstore.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

/// `longshorectl upload` as a person runs it, against a store that takes blocks.
class TestLongshorectlUpload final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<FaultServer> m_server;
    BlockStore m_store;
    QByteArray m_content;

    [[nodiscard]] QString path() const { return m_bench->path(u"b.bacpac"_s); }
    [[nodiscard]] QString url(const QByteArray& signature = "CANARYsignature", const QByteArray& path = "/c/b.bacpac")
    {
        return QString::fromLatin1(m_server->url("/account" + path + "?sr=c&sp=cw&sig=" + signature));
    }
    void write(quint32 seed, qsizetype size = 3'000'000)
    {
        QRandomGenerator random(seed);
        m_content.resize(size);
        std::generate(m_content.begin(), m_content.end(), [&random] { return static_cast<char>(random.generate()); });
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_content), m_content.size());
    }
    QStringList line(const QString& address, const QStringList& more = {})
    {
        return QStringList{u"upload"_s, path(), address, u"--part-size"_s, u"256K"_s} + more;
    }
    /// Kills the command when the store has taken that many blocks.
    void killAfter(int blocks)
    {
        bool held = false;
        m_store.gate = [this, blocks, &held](const Request&) -> std::optional<Reply> {
            held = m_store.sentIds.size() >= blocks;
            return held ? std::optional(Reply{.silent = true}) : std::nullopt;
        };
        QProcess* process = m_bench->start(line(url()));
        QTRY_VERIFY_WITH_TIMEOUT(held, 60'000);
        // The journal follows the store by a moment, and the progress the journal.
        const QByteArray journalled = "\"done\":" + QByteArray::number(blocks * 256 * 1024) + ',';
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += process->readAllStandardOutput()).contains(journalled), 60'000);
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        m_store.gate = {};
        m_store.sentIds.clear();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LONGSHORE_BIN")) {
            QSKIP("LONGSHORE_BIN does not name the folder of the programs: skips the whole program");
        }
    }
    void init()
    {
        m_bench = std::make_unique<CliBench>();
        m_server = std::make_unique<FaultServer>();
        m_store = BlockStore();
        m_server->handler = [this](const Request& request) { return m_store.answer(request); };
        write(1);
    }
    void cleanup()
    {
        m_bench.reset();
        m_server.reset();
    }

    void sendsAFileAndSaysWhatItWas()
    {
        const auto run = m_bench->run(line(url()));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(m_store.blob == m_content);
        QCOMPARE(run.said(u"type"_s), u"upload"_s);
        QCOMPARE(run.said(u"state"_s), u"done"_s);
        QCOMPARE(run.said(u"verified"_s), u"store"_s);
        QCOMPARE(run.said(u"sha256"_s),
                 QString::fromLatin1(QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex()));
        QVERIFY(!run.out.contains("CANARY"));
        QVERIFY(!run.err.contains("CANARY"));
    }

    void tellsHowFarItIsAsJsonLines()
    {
        const auto run = m_bench->run(line(url()));
        const auto progress = std::find_if(run.lines.begin(), run.lines.end(), [](const QJsonObject& object) {
            return object.value(u"type"_s).toString() == u"progress"_s;
        });
        QVERIFY(progress != run.lines.end());
        QCOMPARE(progress->value(u"transfer"_s).toString(), u"upload"_s);
        QCOMPARE(progress->value(u"total"_s).toInteger(), m_content.size());
    }

    void putsItIntoAContainerUnderItsOwnOrAnotherName()
    {
        QVERIFY(m_bench->run(line(url("s", "/c"))).exit == 0);
        QVERIFY(m_server->requests.last().target.startsWith("/account/c/b.bacpac?sr=c"));
        m_store.blob.reset();
        QVERIFY(m_bench->run(line(url("s", "/c"), {u"--name"_s, u"new name"_s})).exit == 0);
        QVERIFY(m_server->requests.last().target.startsWith("/account/c/new%20name?sr=c"));
    }

    void readsTheAddressFromStandardInput()
    {
        const auto run = m_bench->run(line(u"-"_s), url().toLatin1() + '\n');
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(m_store.blob == m_content);
    }

    void afterAKillTheSameCommandSendsOnlyWhatIsMissing()
    {
        killAfter(5);
        const auto run = m_bench->run(line(url("another")));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(m_store.blob == m_content);
        QCOMPARE(m_store.sentIds.size(), m_store.committed.size() - 5);
    }

    void aFileThatChangedIsRefusedUntilToldToBeginAnew()
    {
        killAfter(5);
        write(2);
        const auto refused = m_bench->run(line(url()));
        QCOMPARE(refused.exit, 7);
        QCOMPARE(refused.said(u"code"_s), u"SourceChanged"_s);
        QVERIFY(refused.said(u"next"_s).contains(u"--fresh"_s));
        QVERIFY(m_store.sentIds.isEmpty());
        const auto run = m_bench->run(line(url(), {u"--fresh"_s}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(m_store.blob == m_content);
    }

    void aLinkThatEndedKeepsEverythingAndSaysHowToGoOn()
    {
        m_store.gate = [this](const Request& request) -> std::optional<Reply> {
            const bool ended = request.target.contains("sig=old") && m_store.sentIds.size() >= 4;
            Reply reply = BlockStore::refusal(403, "AuthenticationFailed");
            reply.body = "<Error><Code>AuthenticationFailed</Code><Message>expired</Message></Error>";
            return ended ? std::optional(reply) : std::nullopt;
        };
        const auto stopped = m_bench->run(line(url("old")));
        QCOMPARE(stopped.exit, 2);
        QCOMPARE(stopped.said(u"code"_s), u"LinkExpired"_s);
        QVERIFY(stopped.said(u"next"_s).contains(u"new link"_s));
        const auto before = m_store.sentIds.size();
        QVERIFY(before >= 4);
        const auto run = m_bench->run(line(url("new")));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(m_store.blob == m_content);
        QVERIFY(m_store.sentIds.size() < m_store.committed.size() + before);
    }

    void overwritesOnlyWhenToldTo()
    {
        m_store.blob = "somebody's";
        const auto refused = m_bench->run(line(url()));
        QCOMPARE(refused.exit, 8);
        QVERIFY(refused.said(u"next"_s).contains(u"--replace"_s));
        QCOMPARE(*m_store.blob, QByteArray("somebody's"));
        const auto run = m_bench->run(line(url(), {u"--replace"_s}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(m_store.blob == m_content);
    }

    void sendsOnePutToAPresignedAddress()
    {
        m_server->handler = [](const Request& request) {
            const QByteArray md5 = QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toHex();
            return Reply{.headers = {{"ETag", '"' + md5 + '"'}}};
        };
        const QString link = QString::fromLatin1(
            m_server->url("/d.sql?X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=CANARY"));
        const auto run = m_bench->run(line(link));
        QVERIFY2(run.exit == 0, run.err.constData());
        QCOMPARE(m_server->requests.size(), 1);
        QVERIFY(m_server->requests.first().body == m_content);
        QVERIFY(!run.out.contains("CANARY"));
    }

    void whatCannotBeMeantIsBadInput_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("plain http") << QStringList{u"/x"_s, u"http://example.com/c/b?sig=1"_s};
        QTest::newRow("no signature") << QStringList{u"/x"_s, u"https://example.com/c/b"_s};
        QTest::newRow("unknown store") << QStringList{u"/x"_s, u"https://h/c/b?sig=1"_s, u"--as"_s, u"ftp"_s};
        QTest::newRow("part size") << QStringList{u"/x"_s, u"https://h/c/b?sig=1"_s, u"--part-size"_s, u"3"_s};
        QTest::newRow("limit") << QStringList{u"/x"_s, u"https://h/c/b?sig=1"_s, u"--limit"_s, u"fast"_s};
    }
    void whatCannotBeMeantIsBadInput()
    {
        QFETCH(const QStringList, line);
        QCOMPARE(m_bench->run(QStringList{u"upload"_s} + line).exit, 4);
    }

#ifndef Q_OS_WIN
    void interruptedItSaysHowToGoOnAndKeepsWhatWasSent()
    {
        bool held = false;
        m_store.gate = [this, &held](const Request&) -> std::optional<Reply> {
            held = m_store.sentIds.size() >= 4;
            return held ? std::optional(Reply{.silent = true}) : std::nullopt;
        };
        QProcess* process = m_bench->start(line(url()));
        QTRY_VERIFY_WITH_TIMEOUT(held, 60'000);
        process->terminate();
        const auto stopped = CliBench::outcomeOf(process);
        QCOMPARE(stopped.exit, 130);
        QVERIFY(stopped.said(u"next"_s).contains(u"same command"_s));
        m_store.gate = {};
        m_store.sentIds.clear();
        QCOMPARE(m_bench->run(line(url())).exit, 0);
        QVERIFY(m_store.blob == m_content);
        QVERIFY(m_store.sentIds.size() < m_store.committed.size());
    }
#endif

    void aFileThatIsNotThereIsSaidSo()
    {
        QFile::remove(path());
        const auto run = m_bench->run(line(url()));
        QCOMPARE(run.exit, 3);
        QVERIFY(m_server->requests.isEmpty());
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectlUpload)
#include "tst_longshorectlupload.moc"
