#include "app/practice/epihmac.h"
#include "rawclient.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;
using namespace longshore::practice;

namespace {

QByteArray inProject(const char* path)
{
    return QByteArray("/api/v1.0/projects/2a561398-d517-4634-9bc4-aab5008a8e1a/") + path;
}

} // namespace

class TestPracticeSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsThePublishedVectors_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("no body") << QByteArray("GET") << inProject("deployments") << QByteArray()
                                 << QByteArray("3VXow2+GQ8drUzqlT1STmIqCQwZyT/1yN51OVANi0Hw=");
        QTest::newRow("export") << QByteArray("POST") << inProject("environments/Integration/databases/epicms/exports")
                                << QByteArray(R"({"retentionHours":24})")
                                << QByteArray("cNEOQXWyNcgQgpSYRTPSJmRnI1djwc/HsMxTft+L4L0=");
        QTest::newRow("query") << QByteArray("GET")
                               << inProject("environments/Integration/storagecontainers?writable=true") << QByteArray()
                               << QByteArray("10sr8AE4/wLRdRHwXNy847suMiIVaqVqv9HX7QpnYFA=");
        QTest::newRow("deployment")
            << QByteArray("POST") << inProject("deployments")
            << QByteArray(R"({"targetEnvironment":"Integration","packages":["myapp.cms.sqldb.1.0.0.bacpac"],)"
                          R"("directDeploy":true,"maintenancePage":false})")
            << QByteArray("HKn4C5SQZBH8W/u5ALNayQdCjccG7UtSTBGHPM/Cvgk=");
        QTest::newRow("UTF-8") << QByteArray("POST") << inProject("deployments")
                               << QByteArray("{\"targetEnvironment\":\"Pr\xc3\xbc"
                                             "f-\xc3\x85lesund\"}")
                               << QByteArray("umfBObgAUlBzdmPzDw+2ulh7u8AunuWyhnNA6l/KvQI=");
    }
    void signsThePublishedVectors()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        const QByteArray made =
            epiHmacSignature({.clientKey = "testClientKey0123456789abcdef",
                              .secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v",
                              .method = method,
                              .target = target,
                              .timestamp = "1700000000000",
                              .nonce = "0123456789abcdef0123456789abcdef",
                              .body = body});
        QTEST(made, "signature");
    }

    void initTestCase()
    {
        m_server = startPractice();
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
    }

    void acceptsARightSignatureOnAnyEnvironmentSpelling()
    {
        QCOMPARE(m_client->call("GET", "deployments").status, 200);
        QCOMPARE(m_client->call("GET", "environments/iNTEGRATION/storagecontainers?writable=true").status, 200);
    }

    void refusesAWrongSecretWithAWrapper()
    {
        const RawAnswer answer = m_client->call("GET", "deployments", {}, {.secret = QByteArray(48, 'x').toBase64()});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.json().value(u"success"_s), QJsonValue(false));
        QVERIFY(answer.json().contains(u"result"_s) && answer.json().value(u"result"_s).isNull());
        QVERIFY(!answer.error().isEmpty());
    }

    void refusesAnUnknownKey()
    {
        QCOMPARE(m_client->call("GET", "deployments", {}, {.key = "somebodyelse"}).status, 403);
    }

    void refusesABodyThatIsNotTheSignedOne()
    {
        const QByteArray path = "environments/Integration/databases/epicms/exports";
        const RawAnswer answer =
            m_client->call("POST", path, R"({"retentionHours":99})", {.signedBody = R"({"retentionHours":24})"});
        QCOMPARE(answer.status, 403);
        QCOMPARE(m_client->counters().value(u"exportsStarted"_s).toInt(), 0);
    }

    void refusesARequestWithoutAuthorization()
    {
        RawConnection connection(static_cast<quint16>(m_server->access().baseUrl.port()));
        const RawAnswer answer = connection.send({.target = m_client->projectPath() + "/deployments"});
        QCOMPARE(answer.status, 403);
        QVERIFY(!answer.headers.value("date").isEmpty());
    }

    void refusesTheSameNonceTwice()
    {
        const Signing once{.nonce = "00112233445566778899aabbccddeeff"};
        QCOMPARE(m_client->call("GET", "deployments", {}, once).status, 200);
        QCOMPARE(m_client->call("GET", "deployments", {}, once).status, 403);
        m_client->fault(u"nonce-replay"_s, u"1"_s);
        QCOMPARE(m_client->call("GET", "deployments", {}, once).status, 200);
    }

    void refusesAClockThatIsSixMinutesOff()
    {
        QCOMPARE(m_client->call("GET", "deployments", {}, {.aheadMs = 6 * 60 * 1000}).status, 403);
        QCOMPARE(m_client->call("GET", "deployments", {}, {.aheadMs = -6 * 60 * 1000}).status, 403);
        QCOMPARE(m_client->call("GET", "deployments", {}, {.aheadMs = 4 * 60 * 1000}).status, 200);
        m_client->fault(u"skew-window"_s, u"-1"_s);
        QCOMPARE(m_client->call("GET", "deployments", {}, {.aheadMs = 60 * 60 * 1000}).status, 200);
        m_client->fault(u"skew-window"_s, {});
    }

    void namesAProjectNobodyKnows()
    {
        const RawAnswer answer =
            m_client->callTarget("GET", "/api/v1.0/projects/2a561398-d517-4634-9bc4-aab5008a8e1a/deployments", {}, {});
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.error(),
                 u"There is no active project found for project id: 2a561398-d517-4634-9bc4-aab5008a8e1a."_s);
    }

    void namesAnEnvironmentTheKeyHasNoRightFor()
    {
        for (const char* environment : {"ADE2", "Nowhere"}) {
            const RawAnswer answer =
                m_client->call("GET", QByteArray("environments/") + environment + "/storagecontainers");
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.error(), u"Access is denied for project %1 or environment %2."_s.arg(
                                         m_server->access().projectId, QLatin1StringView(environment)));
        }
    }

    void answersBadSignaturesWith401WhenAsked()
    {
        m_client->fault(u"signature-401"_s, u"1"_s);
        QCOMPARE(m_client->call("GET", "deployments", {}, {.key = "somebodyelse"}).status, 401);
        QCOMPARE(m_client->call("GET", "deployments", {}, {.key = "somebodyelse"}).status, 403);
    }

    void givesTheSameKeysForTheSameSeed()
    {
        const auto second = startPractice();
        QCOMPARE(second->access().clientSecret, m_server->access().clientSecret);
        const auto other = startPractice({.seed = 2});
        QVERIFY(other->access().clientSecret != m_server->access().clientSecret);
        QVERIFY(other->access().projectId != m_server->access().projectId);
    }

private:
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
};

QTEST_GUILESS_MAIN(TestPracticeSignature)
#include "tst_practicesignature.moc"
