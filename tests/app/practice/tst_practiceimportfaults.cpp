#include "rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr char package[] = "site.cms.sqldb.1.bacpac";
constexpr char packageDeployment[] =
    R"({"targetEnvironment":"Integration","packages":["site.cms.sqldb.1.bacpac"],"directDeploy":true})";

} // namespace

/// What can be made to go wrong on the way from a package to a deployment.
class TestPracticeImportFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = startPractice({.timeScale = 20});
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
    }

    void aFreshNameIsHeldAndTheNextOneIsNot()
    {
        m_client->fault(u"package-leased"_s, u"1"_s);
        const QByteArray block = "&comp=block&blockid=AAAA";
        const RawAnswer refused = m_client->blob("PUT", m_client->uploadLink(package) + block, "bytes");
        QCOMPARE(refused.status, 412);
        QCOMPARE(refused.errorCode(), QByteArray("LeaseIdMissing"));
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink(package), "bytes", m_isBlob).status, 412); // it goes on
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink("site.cms.sqldb.2.bacpac") + block, "bytes").status, 201);
    }

    void putsFail_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("single") << u"put-blob-fails"_s << QByteArray() << QByteArray("bytes");
        QTest::newRow("block") << u"put-block-fails"_s << QByteArray("&comp=block&blockid=AAAA") << QByteArray("bytes");
        QTest::newRow("list") << u"put-list-fails"_s << QByteArray("&comp=blocklist")
                              << QByteArray("<BlockList><Latest>AAAA</Latest></BlockList>");
    }
    void putsFail()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, operation);
        QFETCH(QByteArray, body);
        const QByteArray link = m_client->uploadLink(package) + operation;
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink(package) + "&comp=block&blockid=AAAA", "bytes").status,
                 201);
        m_client->fault(fault, u"1"_s);
        QCOMPARE(m_client->blob("PUT", link, body, m_isBlob).status, 500);
        QCOMPARE(m_client->blob("PUT", link, body, m_isBlob).status, 201);
    }

    void aLostPutIsCarriedOut()
    {
        m_client->fault(u"put-lost"_s, u"1"_s);
        const QByteArray link = m_client->uploadLink(package);
        QCOMPARE(m_client->blob("PUT", link, "bytes", m_isBlob).status, 0);
        const RawHeaders headers{{"x-ms-blob-type", "BlockBlob"}, {"If-None-Match", "*"}};
        QCOMPARE(m_client->blob("PUT", link, "bytes", headers).status, 409);
    }

    void aStartFindsAnotherDeployment()
    {
        upload();
        m_client->fault(u"deployment-busy"_s, u"1"_s);
        const RawAnswer refused = m_client->call("POST", "deployments", packageDeployment);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.error().contains(u"already an on-going deployment"_s));
        QCOMPARE(m_client->call("POST", "deployments", packageDeployment).status, 200);
    }

    void theAnswerToAStartBreaksOff()
    {
        upload();
        m_client->fault(u"cut-answer"_s, u"1"_s);
        const RawAnswer cut = m_client->call("POST", "deployments", packageDeployment);
        QCOMPARE(cut.status, 200);
        QVERIFY(!cut.complete);
        const QJsonArray list = m_client->call("GET", "deployments").json().value(u"result"_s).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().toObject().value(u"parameters"_s).toObject().value(u"packages"_s).toArray(),
                 QJsonArray{QString::fromLatin1(package)});
    }

    void aGoodPackageIsFoundBroken()
    {
        upload();
        m_client->fault(u"package-broken"_s, u"1"_s);
        const QJsonObject ended = m_client->awaitDeployment(start());
        QCOMPARE(ended.value(u"status"_s), QJsonValue(u"Failed"_s));
        const QString sentence = ended.value(u"deploymentErrors"_s).toArray().first().toString();
        QVERIFY2(sentence.endsWith(u"). Runbook job failed"_s), qPrintable(sentence));
        QCOMPARE(m_client->awaitDeployment(start()).value(u"status"_s), QJsonValue(u"Succeeded"_s));
    }

    void aDirectOneStopsForVerification_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QString>("end");
        QTest::newRow("complete") << QByteArray("/complete") << u"Succeeded"_s;
        QTest::newRow("reset") << QByteArray("/reset") << u"Reset"_s;
    }
    void aDirectOneStopsForVerification()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QString, end);
        upload();
        m_client->fault(u"direct-waits"_s, u"1"_s);
        const QString id = start();
        QCOMPARE(m_client->awaitDeployment(id).value(u"status"_s), QJsonValue(u"AwaitingVerification"_s));
        QCOMPARE(m_client->call("POST", "deployments/" + id.toLatin1() + verb).status, 200);
        QCOMPARE(m_client->awaitDeployment(id, {u"Completing"_s, u"Resetting"_s}).value(u"status"_s), QJsonValue(end));
    }

    void aDirectOneWarnsWhileItRuns()
    {
        upload();
        m_client->fault(u"warns-halfway"_s, u"1"_s);
        const RawAnswer begun = m_client->call("POST", "deployments", packageDeployment);
        QVERIFY(begun.result().value(u"deploymentWarnings"_s).toArray().isEmpty());
        const QJsonObject ended = m_client->awaitDeployment(begun.result().value(u"id"_s).toString());
        QCOMPARE(ended.value(u"status"_s), QJsonValue(u"Succeeded"_s));
        QCOMPARE(ended.value(u"deploymentWarnings"_s).toArray().size(), 1);
    }

private:
    void upload()
    {
        const QByteArray bytes = m_client->blob("GET", m_client->exportLink("Production")).body;
        QCOMPARE(m_client->blob("PUT", m_client->uploadLink(package), bytes, m_isBlob).status, 201);
    }
    QString start()
    {
        return m_client->call("POST", "deployments", packageDeployment).result().value(u"id"_s).toString();
    }

    const RawHeaders m_isBlob{{"x-ms-blob-type", "BlockBlob"}};
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeImportFaults)
#include "tst_practiceimportfaults.moc"
