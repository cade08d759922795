#include "tests/app/cli/clibench.h"
#include "tests/support/faultserver.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QScopeGuard>

#ifndef Q_OS_WIN
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace longshore {

using Request = FaultServer::Request;
using Reply = FaultServer::Reply;

/// `longshorectl download` as a person runs it, against a store that gives ranges.
class TestLongshorectlDownload final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<FaultServer> m_server;
    QByteArray m_content;

    [[nodiscard]] QString path() const { return m_bench->path(u"dump.sql"_s); }
    [[nodiscard]] QByteArray link(const QByteArray& signature = "CANARYsignature") const
    {
        return m_server->url("/c/dump.sql?sp=r&sig=" + signature);
    }
    QStringList line(const QStringList& more = {}, const QByteArray& signature = "CANARYsignature") const
    {
        return QStringList{u"download"_s, QString::fromLatin1(link(signature)), path()} + more;
    }
    [[nodiscard]] QByteArray onDisk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] Reply good(const Request& request) const
    {
        return FaultServer::object(request, m_content, "\"0x8D1\"");
    }
    [[nodiscard]] static QByteArray read(QProcess* process, QByteArray& seen)
    {
        return seen += process->readAllStandardError();
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
        m_server->handler = [this](const Request& request) { return good(request); };
        QRandomGenerator random(7);
        m_content.resize(3'000'000);
        std::generate(m_content.begin(), m_content.end(), [&random] { return static_cast<char>(random.generate()); });
    }
    void cleanup()
    {
        m_bench.reset();
        m_server.reset();
    }

    void afterAKillTheSameCommandFetchesOnlyWhatIsMissing()
    {
        m_server->handler = [this](const Request& request) {
            Reply reply = good(request);
            reply.announcedLength = reply.body.size();
            reply.body.truncate(1'700'000);
            reply.holdOpen = true;
            return reply;
        };
        QProcess* process = m_bench->start(line());
        QByteArray told;
        QTRY_VERIFY_WITH_TIMEOUT((told += process->readAllStandardOutput()).contains("\"done\":1700000,"), 60'000);
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        QVERIFY(!QFile::exists(path()));

        m_server->requests.clear();
        m_server->handler = [this](const Request& request) { return good(request); };
        const auto run = m_bench->run(line({}, "another"));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(onDisk() == m_content);
        QCOMPARE(m_server->requests.size(), 1);
        QCOMPARE(m_server->requests.first().headers.value("Range"), "bytes=1700000-2999999"_ba);
    }

    void saysWhatVouchesForTheFile_data()
    {
        QTest::addColumn<QByteArray>("md5");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("verified");
        QTest::newRow("nothing") << QByteArray() << 0 << u"transport"_s;
        QTest::newRow("the store") << QByteArray("as sent") << 0 << u"store"_s;
        QTest::newRow("other bytes") << QCryptographicHash::hash("other", QCryptographicHash::Md5) << 7 << QString();
    }
    void saysWhatVouchesForTheFile()
    {
        QFETCH(const QByteArray, md5);
        QFETCH(const int, exit);
        QFETCH(const QString, verified);
        m_server->handler = [this, md5](const Request& request) {
            Reply reply = good(request);
            const QByteArray made = QCryptographicHash::hash(m_content, QCryptographicHash::Md5);
            if (!md5.isEmpty()) {
                reply.headers.emplaceBack("x-ms-blob-content-md5", (md5 == "as sent" ? made : md5).toBase64());
            }
            return reply;
        };
        const auto run = m_bench->run(line());
        QCOMPARE(run.exit, exit);
        QCOMPARE(run.said(u"verified"_s), verified);
        QCOMPARE(QFile::exists(path()), exit == 0);
        QCOMPARE(run.said(u"what"_s).contains(u"MD5"_s), exit == 7);
    }

    void aPortalOnTheWayIsWaitedOut()
    {
        m_server->handler = [this](const Request& request) {
            Reply reply = good(request);
            const auto number = m_server->requests.size();
            if (number == 1) {
                reply.cutAfter = 1'200'000;
            }
            const Reply page{.headers = {{"Content-Type", "text/html"}}, .body = "<html>Sign in"};
            return number == 2 || number == 3 ? page : reply;
        };
        const auto run = m_bench->run(line({u"--patience"_s, u"1h"_s}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(onDisk() == m_content);
        QVERIFY(run.err.contains("A web page came"));
    }

    void typedStreamsAreUsedAlsoAboveTheUsualSixteen()
    {
        m_content.resize(64 * 1024 * 1024);
        m_server->handler = [this](const Request& request) {
            Reply reply = good(request);
            reply.dripBytes = 512; // no part is whole before the end of this test
            reply.dripMs = 20;
            return reply;
        };
        (void)m_bench->start(line({u"--streams"_s, u"32"_s, u"--part-size"_s, u"1M"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->requests.size() > 16, 60'000);
    }

    void oneStreamAndALimitAreKeptTo()
    {
        int most = 0;
        m_server->handler = [this, &most](const Request& request) {
            most = std::max(most, m_server->openConnections());
            return good(request);
        };
        const auto run =
            m_bench->run(line({u"--streams"_s, u"1"_s, u"--part-size"_s, u"512K"_s, u"--limit"_s, u"100"_s}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(onDisk() == m_content);
        QVERIFY(m_server->requests.size() > 4);
        QCOMPARE(most, 1);
    }

    void aServerWithACertificateOfItsOwnIsTrustedWhenTold()
    {
        const TestCertificate authority = TestCertificate::authority("House CA");
        m_server->useTls(TestCertificate::signedBy(authority, {"127.0.0.1"}));
        QFile file(m_bench->path(u"house.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(authority.certificate);
        file.close();
        const auto refused = m_bench->run(line());
        QCOMPARE(refused.exit, 5);
        QCOMPARE(refused.said(u"code"_s), u"TlsUntrusted"_s);
        const auto run = m_bench->run(line({u"--ca"_s, file.fileName()}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(onDisk() == m_content);
    }

    void aLinkThatEndedIsReplacedByTheSameCommand()
    {
        endAfter("old");
        const auto stopped = m_bench->run(line({}, "old"));
        QCOMPARE(stopped.exit, 2);
        QCOMPARE(stopped.said(u"code"_s), u"LinkExpired"_s);
        QVERIFY(stopped.said(u"next"_s).contains(u"fresh link"_s));
        const auto run = m_bench->run(line({}, "new"));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(onDisk() == m_content);
        QCOMPARE(m_server->requests.last().headers.value("Range"), "bytes=1200000-2999999"_ba);
    }

#ifndef Q_OS_WIN
    void atATerminalItWaitsForANewLink()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const auto close = qScopeGuard([terminal] { ::close(terminal); });
        const auto type = [terminal](const QByteArray& typed) {
            const QByteArray bytes = typed + '\n';
            return ::write(terminal, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size();
        };
        endAfter("old");
        QProcess* process = m_bench->start(line({}, "old"), {}, QString::fromLocal8Bit(::ptsname(terminal)));
        QByteArray seen;
        QTRY_COMPARE_WITH_TIMEOUT(read(process, seen).count("A new link to the same place"), 1, 60'000);
        QVERIFY(type(m_server->url("/c/another.sql?sig=CANARYnew")));
        QTRY_COMPARE_WITH_TIMEOUT(read(process, seen).count("A new link to the same place"), 2, 60'000);
        QVERIFY(seen.contains("leads to another place"));
        QVERIFY(type(link("CANARYnew")));
        auto run = CliBench::outcomeOf(process);
        run.err.prepend(seen);
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(onDisk() == m_content);
        QCOMPARE(m_server->requests.last().headers.value("Range"), "bytes=1200000-2999999"_ba);
        QVERIFY(!run.out.contains("CANARY") && !run.err.contains("CANARY"));
    }

    void whoTypesNothingGivesUpAndKeepsTheBytes()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const auto close = qScopeGuard([terminal] { ::close(terminal); });
        endAfter("old");
        QProcess* process = m_bench->start(line({}, "old"), {}, QString::fromLocal8Bit(::ptsname(terminal)));
        QByteArray seen;
        QTRY_VERIFY_WITH_TIMEOUT(read(process, seen).contains("A new link to the same place"), 60'000);
        QCOMPARE(::write(terminal, "\n", 1), 1);
        QCOMPARE(CliBench::outcomeOf(process).exit, 2);
        QVERIFY(m_bench->run(line({}, "new")).exit == 0);
        QCOMPARE(m_server->requests.last().headers.value("Range"), "bytes=1200000-2999999"_ba);
    }
#endif

private:
    /// Links with this signature bring the first bytes and are refused from then on.
    void endAfter(const QByteArray& signature)
    {
        m_server->handler = [this, signature](const Request& request) {
            Reply reply = good(request);
            if (request.target.endsWith(signature)) {
                reply.cutAfter = 1'200'000;
                if (m_server->requests.size() > 1) {
                    return Reply{.status = 403,
                                 .body = "<Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature "
                                         "not valid in the specified time frame</AuthenticationErrorDetail></Error>"};
                }
            }
            return reply;
        };
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectlDownload)
#include "tst_longshorectldownload.moc"
