#include "rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

/// The program itself, so that it can be killed.
struct Program
{
    explicit Program(const QStringList& arguments)
    {
        process.start(QFile::decodeName(qgetenv("LONGSHORE_BIN")) + u"/longshore-practice"_s, arguments);
        while (!process.canReadLine() && process.waitForReadyRead(30000)) { }
        line = process.readLine();
    }
    ~Program()
    {
        process.kill();
        process.waitForFinished();
    }
    [[nodiscard]] PracticeAccess access() const
    {
        const QJsonObject all = QJsonDocument::fromJson(line).object();
        const QJsonObject dxp = all.value(u"optimizely"_s).toObject();
        return {.baseUrl = QUrl(dxp.value(u"baseUrl"_s).toString()),
                .projectId = dxp.value(u"projectId"_s).toString(),
                .clientKey = dxp.value(u"clientKey"_s).toString(),
                .clientSecret = Secret(dxp.value(u"clientSecret"_s).toString().toLatin1()),
                .environments = dxp.value(u"environments"_s).toVariant().toStringList(),
                .control = QUrl(all.value(u"control"_s).toString()),
                .vector = {}};
    }

    QProcess process;
    QByteArray line;
};

constexpr auto Exports = "environments/Integration/databases/epicms/exports";

} // namespace

class TestPracticeRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingOutlivesARestart()
    {
        const QTemporaryDir dir;
        QByteArray content;
        QByteArray exportPath;
        QByteArray deploymentPath;
        QByteArray block;
        PracticeAccess before;
        {
            const auto server = startPractice({.dataFolder = dir.filePath(u"practice"_s)});
            before = server->access();
            const DxpClient client(before);
            const QJsonObject ended = client.runExport("Production", "epicms");
            content = client.blob("GET", ended.value(u"downloadLink"_s).toString().toLatin1()).body;
            exportPath =
                "environments/Production/databases/epicms/exports/" + ended.value(u"id"_s).toString().toLatin1();
            QCOMPARE(
                client
                    .blob("PUT", client.uploadLink("a.cms.sqldb.1.bacpac"), content, {{"x-ms-blob-type", "BlockBlob"}})
                    .status,
                201);
            const QJsonObject deployed =
                client
                    .call("POST", "deployments",
                          R"({"targetEnvironment":"ADE1","packages":["a.cms.sqldb.1.bacpac"],"directDeploy":true})")
                    .result();
            deploymentPath = "deployments/" + deployed.value(u"id"_s).toString().toLatin1();
            QCOMPARE(client.awaitDeployment(deployed.value(u"id"_s).toString()).value(u"status"_s),
                     QJsonValue(u"Succeeded"_s));
            block = client.uploadLink("later.cms.sqldb.1.bacpac");
            QCOMPARE(client.blob("PUT", block + "&comp=block&blockid=AAAA", "half").status, 201);
        }
        const auto server = startPractice({.dataFolder = dir.filePath(u"practice"_s), .seed = 99});
        QCOMPARE(server->access().clientSecret, before.clientSecret); // the folder's own seed wins
        const DxpClient client(server->access());
        const QJsonObject status = client.call("GET", exportPath).result();
        QCOMPARE(status.value(u"status"_s), QJsonValue(u"Succeeded"_s));
        QVERIFY(client.blob("GET", status.value(u"downloadLink"_s).toString().toLatin1()).body == content);
        QCOMPARE(client.call("GET", deploymentPath).result().value(u"status"_s), QJsonValue(u"Succeeded"_s));
        QCOMPARE(client.blob("PUT", client.uploadLink("a.cms.sqldb.1.bacpac"), "x", {{"x-ms-blob-type", "BlockBlob"}})
                     .status,
                 412);
        QVERIFY(client.blob("GET", client.exportLink("ADE1")).body == content);
        const QByteArray link = client.uploadLink("later.cms.sqldb.1.bacpac");
        QCOMPARE(client.blob("PUT", link + "&comp=blocklist", "<BlockList><Uncommitted>AAAA</Uncommitted></BlockList>")
                     .status,
                 201);
    }

    void twoServersCannotUseOneFolder()
    {
        const QTemporaryDir dir;
        const auto first = startPractice({.dataFolder = dir.path()});
        const auto second = PracticeServer::start({.dataFolder = dir.path()});
        QVERIFY(!second);
        QCOMPARE(second.error().code, Error::Code::EngineBusy);
    }

    void anExportGoesOnAfterKillMinusNine()
    {
        const QTemporaryDir dir;
        const QStringList arguments{u"--data"_s, dir.path(), u"--time-scale"_s, u"4"_s};
        QByteArray path;
        {
            Program program(arguments);
            QVERIFY(!program.line.isEmpty());
            const DxpClient client(program.access());
            const RawAnswer started = client.call("POST", Exports);
            QCOMPARE(started.status, 200);
            path = QByteArray(Exports) + '/' + started.result().value(u"id"_s).toString().toLatin1();
            program.process.kill();
            QVERIFY(program.process.waitForFinished());
        }
        Program program(arguments);
        const DxpClient client(program.access());
        QJsonObject status;
        QTRY_VERIFY_WITH_TIMEOUT(
            (status = client.call("GET", path).result(), status.value(u"status"_s) == QJsonValue(u"Succeeded"_s)),
            60000);
        QCOMPARE(client.blob("GET", status.value(u"downloadLink"_s).toString().toLatin1()).status, 200);
    }

    void theProgramPrintsOneLineAndEndsOnTerm()
    {
        Program program({u"--fault"_s, u"status-500=1"_s, u"--seed"_s, u"7"_s});
        const PracticeAccess access = program.access();
        QCOMPARE(access.environments, (QStringList{u"Integration"_s, u"Preproduction"_s, u"Production"_s, u"ADE1"_s}));
        const DxpClient client(access);
        QCOMPARE(client.call("GET", "deployments").status, 500);
        QCOMPARE(client.call("GET", "deployments").status, 200);
        program.process.terminate();
        QVERIFY(program.process.waitForFinished());
        QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process.exitCode(), 0);
        QCOMPARE(program.process.readAll(), QByteArray());
    }

    void theProgramNamesAFaultItDoesNotKnow()
    {
        Program program({u"--fault"_s, u"nonsense=1"_s});
        QVERIFY(program.process.state() == QProcess::NotRunning || program.process.waitForFinished());
        QCOMPARE(program.process.exitCode(), 4);
        QVERIFY(program.process.readAllStandardError().contains("nonsense"));
    }
};

QTEST_GUILESS_MAIN(TestPracticeRestart)
#include "tst_practicerestart.moc"
