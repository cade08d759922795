#include "tests/app/transfers/downloadbench.h"

#include <QDir>
#include <QScopeGuard>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

/// Who answers in place of the store, bytes that are not the store's, and a disk that fills up.
class TestDownloadFaults final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DownloadBench> m_bench;
    QStringList m_notes;

    static QByteArray md5(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Md5); }
    void verifyWhole(const Result<DownloadedFile>& file) const
    {
        QVERIFY2(file, qPrintable(DownloadBench::troubleOf(file)));
        QCOMPARE(file->sha256, m_bench->sha256());
        QVERIFY(m_bench->onDisk() == m_bench->content);
    }
    /// The first answer breaks off, then this comes that many times, then the store again.
    void answerInBetween(const Reply& reply, int times)
    {
        m_bench->server.handler = [bench = m_bench.get(), reply, times](const Request& request) {
            Reply good = FaultServer::object(request, bench->content, bench->etag);
            const auto number = bench->server.requests.size();
            if (number == 1) {
                good.cutAfter = 1'000'000;
            }
            return number > 1 && number <= times + 1 ? reply : good;
        };
    }
    /// Every good answer carries these, too.
    void answerWith(const QList<std::pair<QByteArray, QByteArray>>& headers)
    {
        m_bench->server.handler = [bench = m_bench.get(), headers](const Request& request) {
            Reply reply = FaultServer::object(request, bench->content, bench->etag);
            reply.headers += headers;
            return reply;
        };
    }
    Result<DownloadedFile> download()
    {
        DownloadTask* task = m_bench->start();
        connect(task, &DownloadTask::noted, this, [this](const QString& note) { m_notes.append(note); });
        return m_bench->outcomeOf(task);
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<DownloadBench>();
        m_notes.clear();
    }
    void cleanup() { m_bench.reset(); }

    // --- somebody in between ---

    void whoeverStandsInBetweenIsWaitedOut_data()
    {
        QTest::addColumn<FaultServer::Reply>("reply");
        const QByteArray page = "<html>Welcome to Hotel Wi-Fi</html>";
        QTest::newRow("a page") << Reply{.headers = {{"Content-Type", "text/html"}}, .body = page};
        QTest::newRow("sent elsewhere") << Reply{.status = 302, .headers = {{"Location", "http://login.example/"}}};
        QTest::newRow("sent elsewhere for good") << Reply{.status = 308, .headers = {{"Location", "/login"}}};
        QTest::newRow("plain text") << Reply{.headers = {{"Content-Type", "text/plain"}}, .body = "Welcome"};
        QTest::newRow("a range without a name")
            << Reply{.status = 206,
                     .headers = {{"Content-Range", "bytes 1000000-2999999/3000000"}},
                     .body = QByteArray(2'000'000, 'p')};
    }
    void whoeverStandsInBetweenIsWaitedOut()
    {
        QFETCH(const FaultServer::Reply, reply);
        answerInBetween(reply, 3);
        verifyWhole(download());
        QCOMPARE(m_bench->ranges(),
                 (QList<QByteArray>{"bytes=0-8388607", "bytes=1000000-2999999", "bytes=1000000-2999999",
                                    "bytes=1000000-2999999", "bytes=1000000-2999999"}));
    }

    void whoeverStaysInBetweenCostsNoByte_data() { whoeverStandsInBetweenIsWaitedOut_data(); }
    void whoeverStaysInBetweenCostsNoByte()
    {
        QFETCH(const FaultServer::Reply, reply);
        answerInBetween(reply, 1'000);
        const auto file = download();
        QCOMPARE(file.error().code, Error::Code::BadAnswer);
        QCOMPARE(m_bench->journal().writtenBytes(), 1'000'000);
        QVERIFY(m_bench->onDisk().startsWith(m_bench->content.first(1'000'000)));
    }

    void aLinkThatLeadsToAPageIsToldAtOnce()
    {
        m_bench->server.handler = [](const Request&) {
            return Reply{.status = 302, .headers = {{"Location", "http://login.example/"}}};
        };
        const auto file = download();
        QCOMPARE(file.error().code, Error::Code::BadAnswer);
        QCOMPARE(file.error().subject, u"redirect"_s);
        QCOMPARE(m_bench->server.requests.size(), 1);
    }

    // --- the store's MD5 ---

    void theMd5ThatTheStoreTellsIsCompared_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("of a blob") << QByteArray("x-ms-blob-content-md5");
        QTest::newRow("as the ETag") << QByteArray();
    }
    void theMd5ThatTheStoreTellsIsCompared()
    {
        QFETCH(const QByteArray, header);
        if (header.isEmpty()) {
            m_bench->etag = '"' + md5(m_bench->content).toHex() + '"';
        } else {
            answerWith({{header, md5(m_bench->content).toBase64()}});
        }
        m_bench->partSize = 500'000;
        const auto file = download();
        verifyWhole(file);
        QCOMPARE(file->vouched, Vouched::ByStore);
        QVERIFY(m_notes.last().contains(u"MD5"_s));
    }

    void theMd5OfAnAnswerInOneStreamIsCompared()
    {
        m_bench->server.handler = [bench = m_bench.get()](const Request&) {
            Reply reply = FaultServer::object({}, bench->content, "W/\"weak\"");
            reply.headers.emplaceBack("Content-MD5", md5(bench->content).toBase64());
            return reply;
        };
        const auto file = download();
        verifyWhole(file);
        QCOMPARE(file->vouched, Vouched::ByStore);
    }

    void bytesThatTheStoreDoesNotHoldAreNotKept_data()
    {
        QTest::addColumn<bool>("s3");
        QTest::newRow("of a blob") << false;
        QTest::newRow("as the ETag of S3") << true;
    }
    void bytesThatTheStoreDoesNotHoldAreNotKept()
    {
        QFETCH(const bool, s3);
        if (s3) {
            m_bench->etag = '"' + QByteArray(32, 'a') + '"';
            answerWith({{"x-amz-request-id", "4442587FB7D0A2F9"}});
        } else {
            answerWith({{"x-ms-blob-content-md5", md5("others").toBase64()}});
        }
        const auto file = download();
        QCOMPARE(file.error().code, Error::Code::HashMismatch);
        QVERIFY(m_bench->journal().parts.isEmpty());
        QCOMPARE(m_bench->onDisk(), QByteArray());
        QCOMPARE(download().error().code, Error::Code::HashMismatch); // fetched again, and not taken for good
        QCOMPARE(m_bench->ranges(), (QList<QByteArray>{"bytes=0-8388607", "bytes=0-8388607"}));
    }

    void whatIsNoHashProvesNothingAndIsNoDamage_data()
    {
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QByteArray>("encryption");
        const QByteArray hex(32, 'a');
        QTest::newRow("azure") << QByteArray("\"0x8D1\"") << QByteArray();
        QTest::newRow("multipart") << QByteArray('"' + hex + "-3\"") << QByteArray();
        QTest::newRow("a key of the store's") << QByteArray('"' + hex + '"') << QByteArray("aws:kms");
    }
    void whatIsNoHashProvesNothingAndIsNoDamage()
    {
        QFETCH(const QByteArray, etag);
        QFETCH(const QByteArray, encryption);
        m_bench->etag = etag;
        QList<std::pair<QByteArray, QByteArray>> headers{{"x-amz-request-id", "4442587FB7D0A2F9"}};
        if (!encryption.isEmpty()) {
            headers.emplaceBack("x-amz-server-side-encryption", encryption);
        }
        answerWith(headers);
        const auto file = download();
        verifyWhole(file);
        QCOMPARE(file->vouched, Vouched::ByTransport);
        QVERIFY(m_notes.last().contains(u"could not be verified"_s));
    }

    void anEtagOfSomeWebServerThatOnlyLooksLikeAnMd5IsNoDamage()
    {
        m_bench->etag = '"' + QByteArray(32, 'a') + '"';
        const auto file = download();
        verifyWhole(file);
        QCOMPARE(file->vouched, Vouched::ByTransport);
    }

    void afterARestartTheNextAnswerTellsTheMd5()
    {
        {
            m_bench->onFirstAnswer([](Reply& reply) { DownloadBench::hangAfter(reply, 1'700'001); });
            const std::unique_ptr<DownloadTask> killed(m_bench->start());
            QTRY_COMPARE_WITH_TIMEOUT(m_bench->journal().writtenBytes(), 1'700'001, 20'000);
        }
        answerWith({{"x-ms-blob-content-md5", md5(m_bench->content).toBase64()}});
        const auto file = download();
        verifyWhole(file);
        QCOMPARE(file->vouched, Vouched::ByStore);
        QCOMPARE(m_bench->ranges().last(), "bytes=1700001-2999999"_ba);
    }

    void anotherObjectHasAnotherMd5()
    {
        m_bench->server.handler = [bench = m_bench.get()](const Request& request) {
            if (bench->server.requests.size() == 2) {
                std::reverse(bench->content.begin(), bench->content.end());
                bench->etag = "\"0x8D2\"";
            }
            Reply reply = FaultServer::object(request, bench->content, bench->etag);
            reply.headers.emplaceBack("x-ms-blob-content-md5", md5(bench->content).toBase64());
            if (bench->server.requests.size() == 1) {
                reply.cutAfter = 1'000'000;
            }
            return reply;
        };
        const auto file = download();
        verifyWhole(file);
        QCOMPARE(file->vouched, Vouched::ByStore);
    }

#ifdef Q_OS_LINUX
    // --- the disk ---

    void aDiskThatFillsUpKeepsTheBytesAndGoesOnWhenThereIsRoom()
    {
        const QString disk = m_bench->folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkdir(disk));
        if (::mount("tmpfs", qPrintable(disk), "tmpfs", 0, "size=5m") != 0) {
            QSKIP("a small disk cannot be mounted here");
        }
        const auto unmount = qScopeGuard([this, disk] {
            ::umount2(qPrintable(disk), MNT_DETACH);
            m_bench.reset();
        });
        m_bench->partName = u"disk/b.bacpac.part"_s;
        QFile others(disk + u"/others"_s);
        QVERIFY(others.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        m_bench->server.handler = [bench = m_bench.get(), &others](const Request& request) {
            Reply reply = FaultServer::object(request, bench->content, bench->etag);
            if (bench->server.requests.size() == 1) {
                reply.cutAfter = 1'000'000;
            } else {
                while (others.write(QByteArray(64 * 1024, 'o')) > 0) { }
            }
            return reply;
        };
        const auto full = download();
        QCOMPARE(full.error().code, Error::Code::DiskFull);
        QCOMPARE(full.error().subject, disk);
        const qint64 kept = m_bench->journal().writtenBytes();
        QVERIFY(kept >= 1'000'000);
        QVERIFY(m_bench->onDisk().startsWith(m_bench->content.first(kept)));

        QVERIFY(others.remove());
        answerWith({});
        verifyWhole(download());
        QCOMPARE(m_bench->ranges().last(), "bytes=" + QByteArray::number(kept) + "-2999999");
    }
#endif
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestDownloadFaults)
#include "tst_downloadfaults.moc"
