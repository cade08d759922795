#include "rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

RawHeaders blockBlob()
{
    return {{"x-ms-blob-type", "BlockBlob"}};
}

QByteArray body(const QString& environment, const QString& package, bool direct = true)
{
    return QJsonDocument(QJsonObject{{u"TargetEnvironment"_s, environment},
                                     {u"packages"_s, QJsonArray{package}},
                                     {u"DIRECTDEPLOY"_s, direct},
                                     {u"ZeroDownTimeMode"_s, QString()},
                                     {u"useMaintenancePage"_s, false}})
        .toJson();
}

QString status(const QJsonObject& deployment)
{
    return deployment.value(u"status"_s).toString();
}

} // namespace

class TestPracticeDeployments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = startPractice({.timeScale = 20});
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
    }

    void importReplacesWhatTheNextExportDelivers()
    {
        const QByteArray production = m_client->blob("GET", m_client->exportLink("Production")).body;
        const QByteArray before = m_client->blob("GET", m_client->exportLink("Integration")).body;
        QVERIFY(production != before);
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink("site.cms.sqldb.1.bacpac"), production, blockBlob()).status,
                 201);
        const QJsonObject started =
            m_client->call("POST", "deployments", body(u"integration"_s, u"site.cms.sqldb.1.bacpac"_s)).result();
        QCOMPARE(status(started), u"InProgress"_s);
        QVERIFY(started.value(u"endTime"_s).isNull());
        QCOMPARE(started.value(u"parameters"_s).toObject().value(u"targetEnvironment"_s), QJsonValue(u"Integration"_s));
        const QJsonObject ended = m_client->awaitDeployment(started.value(u"id"_s).toString());
        QCOMPARE(status(ended), u"Succeeded"_s);
        QCOMPARE(ended.value(u"percentComplete"_s).toInt(), 100);
        QVERIFY(!ended.value(u"endTime"_s).isNull());
        QVERIFY(m_client->blob("GET", m_client->exportLink("Integration")).body == production);
        QVERIFY(m_client->blob("GET", m_client->exportLink("Integration", "epicommerce")).body != production);
    }

    void percentJumps()
    {
        upload("a.cms.app.1.nupkg");
        const QJsonObject started =
            m_client->call("POST", "deployments", body(u"ADE1"_s, u"a.cms.app.1.nupkg"_s)).result();
        const QByteArray path = "deployments/" + started.value(u"id"_s).toString().toLatin1();
        QSet<int> seen{started.value(u"percentComplete"_s).toInt()};
        QTRY_VERIFY_WITH_TIMEOUT(
            (seen.insert(m_client->call("GET", path).result().value(u"percentComplete"_s).toInt()), seen.contains(100)),
            30000);
        QVERIFY((QSet<int>{4, 11, 33, 80, 100}).contains(seen));
    }

    void aDeployedNameCannotBeWrittenAgain()
    {
        upload("a.cms.app.1.nupkg");
        QCOMPARE(m_client->call("POST", "deployments", body(u"ADE1"_s, u"a.cms.app.1.nupkg"_s)).status, 200);
        const QByteArray link = m_client->uploadLink("a.cms.app.1.nupkg");
        const RawAnswer refused = m_client->blob("PUT", link, "new", blockBlob());
        QCOMPARE(refused.status, 412);
        QCOMPARE(refused.errorCode(), QByteArray("LeaseIdMissing"));
        QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=AAAA", "new").status, 412);
        QCOMPARE(m_client->blob("PUT", link + "&comp=blocklist", "<BlockList/>").status, 412);
    }

    void brokenPackageFailsAndChangesNothing()
    {
        const QByteArray before = m_client->blob("GET", m_client->exportLink("Integration")).body;
        QCOMPARE(
            m_client
                ->blob("PUT", m_client->uploadLink("x.cms.sqldb.1.bacpac"), before.left(before.size() / 2), blockBlob())
                .status,
            201);
        const QJsonObject started =
            m_client->call("POST", "deployments", body(u"Integration"_s, u"x.cms.sqldb.1.bacpac"_s)).result();
        const QJsonObject ended = m_client->awaitDeployment(started.value(u"id"_s).toString());
        QCOMPARE(status(ended), u"Failed"_s);
        QVERIFY(!ended.value(u"deploymentErrors"_s).toArray().isEmpty());
        QVERIFY(m_client->blob("GET", m_client->exportLink("Integration")).body == before);
    }

    void aPackageOfTheOtherKindOfDatabaseFailsAndChangesNothing()
    {
        const QByteArray before = m_client->blob("GET", m_client->exportLink("Integration")).body;
        const QByteArray commerce = m_client->blob("GET", m_client->exportLink("Production", "epicommerce")).body;
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink("x.cms.sqldb.2.bacpac"), commerce, blockBlob()).status,
                 201);
        const QJsonObject ended = deploy(u"x.cms.sqldb.2.bacpac"_s);
        QCOMPARE(status(ended), u"Failed"_s);
        QVERIFY(firstError(ended).contains(u"epicommerce"_s));
        QVERIFY(m_client->blob("GET", m_client->exportLink("Integration")).body == before);
    }

    void theRulesOfEnvironmentsArriveInTheDeployment_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("database to Preproduction") << body(u"Preproduction"_s, u"a.cms.sqldb.1.bacpac"_s, false);
        QTest::newRow("database to Production") << body(u"Production"_s, u"a.cms.sqldb.1.bacpac"_s, false);
        QTest::newRow("direct to Production") << body(u"Production"_s, u"a.cms.app.1.nupkg"_s, true);
        QTest::newRow("direct with maintenance page") << QByteArray(
            R"({"targetEnvironment":"Integration","packages":["a.cms.app.1.nupkg"],"directDeploy":true,"maintenancePage":true})");
        QTest::newRow("content to Production")
            << QByteArray(R"({"targetEnvironment":"Production","sourceEnvironment":"Integration","includeDB":true})");
    }
    void theRulesOfEnvironmentsArriveInTheDeployment()
    {
        QFETCH(QByteArray, request);
        upload("a.cms.app.1.nupkg");
        upload("a.cms.sqldb.1.bacpac");
        const RawAnswer started = m_client->call("POST", "deployments", request);
        QCOMPARE(started.status, 200);
        const QJsonObject ended = m_client->awaitDeployment(started.result().value(u"id"_s).toString());
        QCOMPARE(status(ended), u"Failed"_s);
        QVERIFY(!ended.value(u"deploymentErrors"_s).toArray().isEmpty());
    }

    void badStartsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("no environment") << QByteArray(R"({"packages":["a.cms.app.1.nupkg"]})") << 400;
        QTest::newRow("exported name") << body(u"Integration"_s, u"epicms_Integration_20260101000000.bacpac"_s) << 400;
        QTest::newRow("blank in the name") << body(u"Integration"_s, u"my app.cms.sqldb.1.bacpac"_s) << 400;
        QTest::newRow("not uploaded") << body(u"Integration"_s, u"gone.cms.sqldb.1.bacpac"_s) << 400;
        QTest::newRow("packages and source") << QByteArray(
            R"({"targetEnvironment":"ADE1","packages":["a.cms.app.1.nupkg"],"sourceEnvironment":"Integration","includeDb":true})")
                                             << 400;
        QTest::newRow("source without anything")
            << QByteArray(R"({"targetEnvironment":"ADE1","sourceEnvironment":"Integration"})") << 400;
        QTest::newRow("no right") << body(u"ADE2"_s, u"a.cms.app.1.nupkg"_s) << 401;
        QTest::newRow("no JSON") << QByteArray("deploy!") << 400;
    }
    void badStartsAreRefused()
    {
        QFETCH(QByteArray, request);
        upload("a.cms.app.1.nupkg");
        const RawAnswer answer = m_client->call("POST", "deployments", request);
        QTEST(answer.status, "status");
        QVERIFY(!answer.error().isEmpty());
        QCOMPARE(m_client->counters().value(u"deploymentsStarted"_s).toInt(), 0);
    }

    void aSecondOneIsRefusedWhileOneRuns()
    {
        upload("a.cms.app.1.nupkg");
        QCOMPARE(m_client->call("POST", "deployments", body(u"Integration"_s, u"a.cms.app.1.nupkg"_s, false)).status,
                 200);
        const RawAnswer second = m_client->call("POST", "deployments", body(u"Integration"_s, u"a.cms.app.1.nupkg"_s));
        QCOMPARE(second.status, 400);
        QVERIFY(second.error().contains(u"already an on-going"_s));
    }

    void aSlotWaitsForVerificationAndIsCompletedOrReset_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("complete") << QByteArray("complete") << QByteArray() << u"Completing"_s << u"Succeeded"_s;
        QTest::newRow("complete with {}")
            << QByteArray("complete") << QByteArray("{}") << u"Completing"_s << u"Succeeded"_s;
        QTest::newRow("reset") << QByteArray("reset") << QByteArray() << u"Resetting"_s << u"Reset"_s;
        QTest::newRow("reset and look") << QByteArray("reset") << QByteArray(R"({"ValidateBeforeSwap":true})")
                                        << u"Resetting"_s << u"AwaitingResetVerification"_s;
    }
    void aSlotWaitsForVerificationAndIsCompletedOrReset()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, request);
        const QByteArray production = m_client->blob("GET", m_client->exportLink("Production")).body;
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink("s.cms.sqldb.1.bacpac"), production, blockBlob()).status,
                 201);
        m_client->fault(u"deployment-warns"_s, u"1"_s);
        const QString id =
            m_client->call("POST", "deployments", body(u"Integration"_s, u"s.cms.sqldb.1.bacpac"_s, false))
                .result()
                .value(u"id"_s)
                .toString();
        const QByteArray path = "deployments/" + id.toLatin1();
        QCOMPARE(m_client->call("POST", path + "/complete").status, 400); // not yet
        const QJsonObject waiting = m_client->awaitDeployment(id);
        QCOMPARE(status(waiting), u"AwaitingVerification"_s);
        QCOMPARE(waiting.value(u"percentComplete"_s).toInt(), 100);
        QVERIFY(!waiting.value(u"validationLinks"_s).toArray().isEmpty());
        QVERIFY(!waiting.value(u"deploymentWarnings"_s).toArray().isEmpty());
        // No Content-Length at all, as some clients send an empty POST.
        const RawAnswer answer = m_client->call("POST", path + '/' + verb, request, {.sendLength = !request.isEmpty()});
        QCOMPARE(answer.status, 200);
        QTEST(status(answer.result()), "first");
        QTEST(status(m_client->awaitDeployment(id, {u"Completing"_s, u"Resetting"_s})), "last");
        const QByteArray now = m_client->blob("GET", m_client->exportLink("Integration")).body;
        QCOMPARE(now == production, verb == "complete");
    }

    void contentIsCopiedFromAnotherEnvironment()
    {
        const QByteArray source = m_client->blob("GET", m_client->exportLink("Production", "epicommerce")).body;
        const QString id =
            m_client
                ->call(
                    "POST", "deployments",
                    R"({"targetEnvironment":"ADE1","sourceEnvironment":"production","IncludeDB":true,"directDeploy":true})")
                .result()
                .value(u"id"_s)
                .toString();
        QCOMPARE(status(m_client->awaitDeployment(id)), u"Succeeded"_s);
        QVERIFY(m_client->blob("GET", m_client->exportLink("ADE1", "epicommerce")).body == source);
    }

    void theListHasTheNewestTenNewestFirst()
    {
        m_server.reset();
        m_server = startPractice({.timeScale = 10000});
        m_client = std::make_unique<DxpClient>(m_server->access());
        upload("a.cms.app.1.nupkg");
        QString last;
        for (int i = 0; i < 12; ++i) {
            last = m_client->call("POST", "deployments", body(u"Integration"_s, u"a.cms.app.1.nupkg"_s))
                       .result()
                       .value(u"id"_s)
                       .toString();
            QCOMPARE(status(m_client->awaitDeployment(last)), u"Succeeded"_s);
        }
        const QJsonArray list = m_client->call("GET", "deployments").json().value(u"result"_s).toArray();
        QCOMPARE(list.size(), 10);
        QCOMPARE(list.first().toObject().value(u"id"_s).toString(), last);
        QCOMPARE(m_client->call("GET", "deployments/2a561398-d517-4634-9bc4-aab5008a8e1a").status, 404);
    }

private:
    void upload(const QByteArray& name)
    {
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink(name), "some bytes", blockBlob()).status, 201);
    }

    QJsonObject deploy(const QString& package)
    {
        const RawAnswer started = m_client->call("POST", "deployments", body(u"Integration"_s, package));
        return m_client->awaitDeployment(started.result().value(u"id"_s).toString());
    }
    static QString firstError(const QJsonObject& deployment)
    {
        return deployment.value(u"deploymentErrors"_s).toArray().first().toString();
    }

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeDeployments)
#include "tst_practicedeployments.moc"
