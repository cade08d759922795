#include "rawclient.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestPracticeFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = startPractice();
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
    }

    void countedFaultsHitSoManyCallsAndNoMore_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        QTest::newRow("500") << u"status-500"_s << 500;
        QTest::newRow("502") << u"status-502"_s << 502;
        QTest::newRow("503") << u"status-503"_s << 503;
        QTest::newRow("429") << u"busy-429"_s << 429;
    }
    void countedFaultsHitSoManyCallsAndNoMore()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        QCOMPARE(m_client->fault(name, u"2"_s).value(u"faults"_s).toObject().value(name), QJsonValue(u"2"_s));
        QCOMPARE(m_client->call("GET", "deployments").status, status);
        QCOMPARE(m_client->call("GET", "deployments").status, status);
        QCOMPARE(m_client->call("GET", "deployments").status, 200);
        m_client->fault(name, u"always"_s);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_client->call("GET", "deployments").status, status);
        }
        m_client->fault(name, {});
        QCOMPARE(m_client->call("GET", "deployments").status, 200);
    }

    void busyTellsWhenToComeBack()
    {
        m_client->fault(u"busy-429"_s, u"1"_s);
        m_client->fault(u"retry-after"_s, u"7"_s);
        QCOMPARE(m_client->call("GET", "deployments").headers.value("retry-after"), QByteArray("7"));
    }

    void htmlComesInPlaceOfJson()
    {
        m_client->fault(u"html-body"_s, u"1"_s);
        const RawAnswer answer = m_client->call("GET", "deployments");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
        QVERIFY(answer.json().isEmpty());
    }

    void successIsFalseUnder200()
    {
        m_client->fault(u"refused-200"_s, u"1"_s);
        const RawAnswer answer = m_client->call("GET", "deployments");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(u"success"_s), QJsonValue(false));
    }

    void lostAnswerStartsTheExportAllTheSame()
    {
        m_client->fault(u"lost-answer"_s, u"1"_s);
        const RawAnswer answer = m_client->call("POST", "environments/Integration/databases/epicms/exports");
        QCOMPARE(answer.status, 0); // not a byte
        QCOMPARE(m_client->counters().value(u"exportsStarted"_s).toInt(), 1);
        QCOMPARE(m_client->call("GET", "deployments").status, 200);
    }

    void exportsFail()
    {
        m_client->fault(u"export-fails"_s, u"1"_s);
        const QJsonObject failed = m_client->runExport("Integration", "epicms");
        QCOMPARE(failed.value(u"status"_s), QJsonValue(u"ExportFailed"_s));
        QVERIFY(failed.value(u"downloadLink"_s).isNull());
        QCOMPARE(m_client->runExport("Integration", "epicms").value(u"status"_s), QJsonValue(u"Succeeded"_s));
    }

    void unknownStateIsSaidForAWhile()
    {
        m_client->fault(u"unknown-state"_s, u"1"_s);
        QCOMPARE(m_client->runExport("Integration", "epicms").value(u"status"_s), QJsonValue(u"Paused"_s));
    }

    void clockSkewMovesTheDateAndTheWindow()
    {
        m_client->fault(u"clock-skew"_s, u"-3600"_s);
        const RawAnswer refused = m_client->call("GET", "deployments");
        QCOMPARE(refused.status, 403);
        const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(refused.headers.value("date")),
                                                       u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        QVERIFY(date.isValid());
        const qint64 behind = QDateTime::currentDateTimeUtc().toSecsSinceEpoch()
                              - QDateTime(date.date(), date.time(), QTimeZone::utc()).toSecsSinceEpoch();
        QVERIFY(qAbs(behind - 3600) < 60);
        QCOMPARE(m_client->call("GET", "deployments", {}, {.aheadMs = -3600000}).status, 200);
    }

    void rightsCanBeTakenAway()
    {
        m_client->fault(u"deny"_s, u"production,ADE1"_s);
        QCOMPARE(m_client->call("GET", "environments/Production/storagecontainers").status, 401);
        QCOMPARE(m_client->call("GET", "environments/Integration/storagecontainers").status, 200);
    }

    void bodyIsCutInTheMiddleAndGoesOnFromThere()
    {
        const QByteArray link = m_client->exportLink("Integration");
        m_client->fault(u"cut-body"_s, u"1"_s);
        const RawAnswer first = m_client->blob("GET", link);
        QCOMPARE(first.status, 200);
        QVERIFY(!first.complete);
        QCOMPARE(first.body.size(), first.headers.value("content-length").toLongLong() / 2);
        const RawAnswer rest = m_client->blob("GET", link, {},
                                              {{"Range", "bytes=" + QByteArray::number(first.body.size()) + '-'},
                                               {"If-Match", first.headers.value("etag")}});
        QCOMPARE(rest.status, 206);
        QVERIFY(first.body + rest.body == m_client->blob("GET", link).body);
    }

    void oneByteIsWrong()
    {
        const QByteArray link = m_client->exportLink("Integration");
        const QByteArray good = m_client->blob("GET", link).body;
        m_client->fault(u"corrupt-body"_s, u"1"_s);
        const RawAnswer bad = m_client->blob("GET", link);
        QVERIFY(bad.complete && bad.body != good && bad.body.size() == good.size());
        QVERIFY(m_client->blob("GET", link).body == good);
    }

    void rangeIsIgnoredOrFindsAnotherObject()
    {
        const QByteArray link = m_client->exportLink("Integration");
        const RawHeaders range{{"Range", "bytes=10-19"}};
        m_client->fault(u"ignore-range"_s, u"1"_s);
        QCOMPARE(m_client->blob("GET", link, {}, range).status, 200);
        const QByteArray tag = m_client->blob("GET", link, {}, range).headers.value("etag");
        m_client->fault(u"change-object"_s, u"1"_s);
        QCOMPARE(m_client->blob("GET", link, {}, range + RawHeaders{{"If-Match", tag}}).status, 412);
        QVERIFY(m_client->blob("GET", link, {}, range).headers.value("etag") != tag);
    }

    void slowBodyStillArrivesWhole()
    {
        const QByteArray link = m_client->exportLink("Integration");
        m_client->fault(u"slow"_s, u"20000"_s);
        const RawAnswer part = m_client->blob("GET", link, {}, {{"Range", "bytes=0-3999"}});
        QCOMPARE(part.body.size(), 4000);
        QVERIFY(part.complete);
    }

    void aStalledDownloadEndsWithTheServer()
    {
        const QByteArray link = m_client->exportLink("Integration");
        m_client->fault(u"stall-body"_s, u"1"_s);
        RawConnection connection(static_cast<quint16>(m_server->access().baseUrl.port()));
        connection.socket().write("GET " + link.mid(link.indexOf("/bacpacs")) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(connection.socket().waitForReadyRead(30000));
        m_server.reset(); // must not wait for the silent connection
        QVERIFY(!connection.read().complete);
    }

    void theStoreIsBusy()
    {
        const QByteArray link = m_client->exportLink("Integration");
        m_client->fault(u"blob-503"_s, u"1"_s);
        const RawAnswer answer = m_client->blob("GET", link);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.errorCode(), QByteArray("ServerBusy"));
    }

    void unknownFaultsAreRefused()
    {
        QVERIFY(m_client->fault(u"no-such-thing"_s, u"1"_s).value(u"error"_s).toString().contains(u"no-such-thing"_s));
        QVERIFY(m_client->fault(u"status-500"_s, u"often"_s).contains(u"error"_s));
        const auto server = PracticeServer::start({.faults = {{u"no-such-thing"_s, u"1"_s}}});
        QVERIFY(!server);
        QCOMPARE(server.error().code, Error::Code::BadInput);
    }

    void theControlPathIsASecret()
    {
        RawConnection connection(static_cast<quint16>(m_server->access().baseUrl.port()));
        QVERIFY(connection.send({.target = "/control"}).status >= 400);
        const RawAnswer told = connection.send({.target = m_server->access().control.path().toLatin1()});
        QCOMPARE(told.status, 200);
        QVERIFY(told.json().value(u"counters"_s).toObject().contains(u"bytesSent"_s));
    }

    void twoServersDoNotShareAPort()
    {
        const auto port = static_cast<quint16>(m_server->access().baseUrl.port());
        const auto second = PracticeServer::start({.port = port});
        QVERIFY(!second);
        QCOMPARE(second.error().code, Error::Code::ConnectionRefused);
    }

private:
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practicefaults.moc"
