#include "rawclient.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestPracticeApi : public QObject
{
    Q_OBJECT

    static QByteArray exports(const QByteArray& environment)
    {
        return "environments/" + environment + "/databases/epicms/exports";
    }

private Q_SLOTS:
    void exportGoesFromStartedOverInProgressToSucceeded()
    {
        const auto server = startPractice({.timeScale = 4});
        const DxpClient client(server->access());
        const RawAnswer started = client.call("POST", exports("production"), R"({ "RetentionHours" : 48 })");
        QCOMPARE(started.status, 200);
        QCOMPARE(started.json().value(u"success"_s), QJsonValue(true));
        QVERIFY(started.json().value(u"errors"_s).isArray());
        const QJsonObject first = started.result();
        QCOMPARE(first.value(u"status"_s), QJsonValue(u"Started"_s));
        QCOMPARE(first.value(u"environment"_s), QJsonValue(u"Production"_s));
        QCOMPARE(first.value(u"databaseName"_s), QJsonValue(u"epicms"_s));
        QCOMPARE(first.value(u"projectId"_s), QJsonValue(server->access().projectId));
        QVERIFY(first.value(u"bacpacName"_s).isNull() && first.value(u"downloadLink"_s).isNull());

        const QByteArray path = exports("Production") + '/' + first.value(u"id"_s).toString().toLatin1();
        const QJsonObject running = client.call("GET", path).result();
        QCOMPARE(running.value(u"status"_s), QJsonValue(u"InProgress"_s));
        QVERIFY(running.value(u"downloadLink"_s).isNull());

        QJsonObject ended;
        QTRY_VERIFY_WITH_TIMEOUT(
            (ended = client.call("GET", path).result(), ended.value(u"status"_s) == QJsonValue(u"Succeeded"_s)), 30000);
        static const QRegularExpression name(u"^epicms_Production_\\d{14}\\.bacpac$"_s);
        QVERIFY(name.match(ended.value(u"bacpacName"_s).toString()).hasMatch());
        const QUrl link(ended.value(u"downloadLink"_s).toString());
        QCOMPARE(link.fileName(), ended.value(u"bacpacName"_s).toString());
        const QUrlQuery query(link);
        QCOMPARE(query.queryItemValue(u"sp"_s), u"r"_s);
        QCOMPARE(query.queryItemValue(u"sr"_s), u"b"_s);
        QVERIFY(QDateTime::fromString(query.queryItemValue(u"se"_s, QUrl::FullyDecoded), Qt::ISODate).isValid());
        const RawAnswer body = client.blob("GET", link.toEncoded());
        QCOMPARE(body.status, 200);
        QVERIFY(body.body.startsWith("PK\x03\x04"));
    }

    void secondExportIsRefusedWhileOneRuns()
    {
        const auto server = startPractice({.timeScale = 0.1});
        const DxpClient client(server->access());
        QCOMPARE(client.call("POST", exports("Integration")).status, 200);
        const RawAnswer refused = client.call("POST", "environments/ADE1/databases/epicommerce/exports");
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.error().contains(u"already an on-going"_s));
        QCOMPARE(client.counters().value(u"exportsStarted"_s).toInt(), 1);
    }

    void emptyBodyMeansADayOfRetention()
    {
        const auto server = startPractice();
        const DxpClient client(server->access());
        const QUrl link(QString::fromLatin1(client.exportLink("Integration")));
        QVERIFY(!link.isEmpty());
    }

    void retentionEndsAndTheBlobIsGone()
    {
        const auto server = startPractice({.timeScale = 7200}); // an hour lasts half a second
        const DxpClient client(server->access());
        const QJsonObject started = client.call("POST", exports("Integration"), R"({"retentionHours":4})").result();
        const QByteArray path = exports("Integration") + '/' + started.value(u"id"_s).toString().toLatin1();
        QByteArray link;
        QTRY_VERIFY_WITH_TIMEOUT(
            !(link = client.call("GET", path).result().value(u"downloadLink"_s).toString().toLatin1()).isEmpty(),
            30000);
        QJsonObject ended;
        QTRY_VERIFY_WITH_TIMEOUT(
            (ended = client.call("GET", path).result(), ended.value(u"status"_s) == QJsonValue(u"LinkExpired"_s)),
            30000);
        QVERIFY(ended.value(u"downloadLink"_s).isNull());
        QTRY_VERIFY_WITH_TIMEOUT(client.blob("GET", link).status != 200, 30000);
        QCOMPARE(client.counters().value(u"blobs"_s).toInt(), 0);
    }

    void refusesWhatIsNoRetention_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("zero") << QByteArray(R"({"retentionHours":0})");
        QTest::newRow("text") << QByteArray(R"({"retentionHours":"soon"})");
        QTest::newRow("no JSON") << QByteArray("retentionHours");
    }
    void refusesWhatIsNoRetention()
    {
        QFETCH(QByteArray, body);
        const auto server = startPractice();
        const DxpClient client(server->access());
        QCOMPARE(client.call("POST", exports("Integration"), body).status, 400);
    }

    void knowsTwoDatabasesAndItsOwnExports()
    {
        const auto server = startPractice();
        const DxpClient client(server->access());
        QCOMPARE(client.call("POST", "environments/Integration/databases/master/exports").status, 400);
        const RawAnswer missing = client.call("GET", exports("Integration") + "/2a561398-d517-4634-9bc4-aab5008a8e1a");
        QCOMPARE(missing.status, 404);
        QVERIFY(!missing.error().isEmpty());
        QCOMPARE(client.call("GET", exports("Integration")).status, 404); // there is no list
        QCOMPARE(client.call("DELETE", "deployments").status, 404);
    }

    void tellsStorageContainersAndMakesLinksToThem()
    {
        const auto server = startPractice();
        const DxpClient client(server->access());
        const QJsonObject all = client.call("GET", "environments/Preproduction/storagecontainers").result();
        QCOMPARE(all.value(u"environment"_s), QJsonValue(u"Preproduction"_s));
        QVERIFY(all.value(u"storageContainers"_s).toArray().contains(u"mysitemedia"_s));
        const auto writable = [&client](const QByteArray& environment) {
            return client.call("GET", "environments/" + environment + "/storagecontainers?writable=true")
                .result()
                .value(u"storageContainers"_s)
                .toArray();
        };
        QCOMPARE(writable("Preproduction"), QJsonArray());
        QCOMPARE(writable("ade1"), (QJsonArray{u"mysitemedia"_s}));

        const QByteArray media = "environments/Integration/storagecontainers/mysitemedia/saslink";
        const QJsonObject granted = client.call("POST", media, R"({"retentionHours":2,"Writable":true})").result();
        QCOMPARE(granted.value(u"containerName"_s), QJsonValue(u"mysitemedia"_s));
        QVERIFY(QDateTime::fromString(granted.value(u"expiresOn"_s).toString(), Qt::ISODate).isValid());
        QByteArray link = granted.value(u"sasLink"_s).toString().toLatin1();
        const QByteArray file = QByteArray(link).insert(link.indexOf('?'), "/pictures/a%20b.txt");
        QCOMPARE(client.blob("PUT", file, "hello", {{"x-ms-blob-type", "BlockBlob"}}).status, 201);
        QCOMPARE(client.blob("GET", file).body, QByteArray("hello"));
        const RawAnswer list = client.blob("GET", link + "&restype=container&comp=list");
        QVERIFY(list.body.contains("<Name>pictures/a b.txt</Name>"));

        QCOMPARE(client.call("POST", media).status, 200); // without a body: a day
        QCOMPARE(client
                     .call("POST", "environments/Production/storagecontainers/mysitemedia/saslink",
                           R"({"retentionHours":2,"writable":true})")
                     .status,
                 400);
        QCOMPARE(client.call("POST", "environments/Production/storagecontainers/nothing/saslink").status, 404);
    }

    void tellsWhereTheEdgeLogsAre()
    {
        const auto server = startPractice();
        const DxpClient client(server->access());
        const QByteArray link =
            client.call("GET", "edgelogs/location").result().value(u"location"_s).toString().toLatin1();
        QVERIFY(link.contains("/cloudflarelogpush?"));
        QCOMPARE(client.blob("GET", link + "&restype=container&comp=list").status, 200);
        QCOMPARE(client.call("GET", "environments/General/storagecontainers").status, 200);
    }

    void keepsTheConnectionForManyCallsAndManyConnectionsAtOnce()
    {
        const auto server = startPractice();
        const DxpClient client(server->access());
        const QByteArray link = client.exportLink("Integration");
        const QByteArray target = link.mid(link.indexOf("/bacpacs"));
        const auto port = static_cast<quint16>(server->access().baseUrl.port());
        std::vector<std::unique_ptr<RawConnection>> connections;
        for (int i = 0; i < 32; ++i) {
            connections.push_back(std::make_unique<RawConnection>(port));
        }
        for (int round = 0; round < 3; ++round) {
            for (const auto& connection : connections) {
                QCOMPARE(connection->send({.target = target, .headers = {{"Range", "bytes=0-9"}}}).status, 206);
            }
        }
    }

    void linksStartWithThePublicBase()
    {
        const auto server = startPractice({.publicBase = u"https://account.blob.core.windows.net/"_s});
        const DxpClient client(server->access());
        const QByteArray link = client.exportLink("Integration");
        QVERIFY(link.startsWith("https://account.blob.core.windows.net/bacpacs/epicms_Integration_"));
        // As a proxy would send it on.
        const QByteArray inside = "http://127.0.0.1" + link.mid(link.indexOf("/bacpacs"));
        QCOMPARE(client.blob("GET", inside).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestPracticeApi)
#include "tst_practiceapi.moc"
