#include "tests/app/transfers/downloadbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

/// Who answers in place of the store.
class TestDownloadFaults final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DownloadBench> m_bench;

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
    Result<DownloadedFile> download() { return m_bench->download(); }

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DownloadBench>(); }
    void cleanup() { m_bench.reset(); }

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

};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestDownloadFaults)
#include "tst_downloadfaults.moc"
