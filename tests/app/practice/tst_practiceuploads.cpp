#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/net/curlpump.h"
#include "app/transfers/uploadtask.h"
#include "rawclient.h"
#include "tests/support/await.h"
#include "tests/support/scriptedlinks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

/// Our own upload into the practice server's packages, as far as the deployment that takes them.
class TestPracticeUploads final : public QObject
{
    Q_OBJECT

    Result<UploadedFile> upload(const QByteArray& name)
    {
        UploadRequest request;
        request.transferId = QString::fromLatin1(name);
        request.path = m_folder.filePath(u"p.bacpac"_s);
        request.link =
            std::make_shared<ScriptedLinks>(SignedUrl::parse(m_client->uploadLink(name)).value_or(SignedUrl()));
        request.options.partSize = 512 * 1024;
        request.backoff = Backoff({.first = std::chrono::milliseconds(5), .longest = std::chrono::milliseconds(50)});
        return awaitResult(new UploadTask(request, TransferContext{m_pump, *m_storage, m_clock}, &m_owner));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = startPractice({.sizeMb = 6});
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
        m_package = m_client->blob("GET", m_client->exportLink("Production")).body;
        QFile file(m_folder.filePath(u"p.bacpac"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_package), m_package.size());
        m_storage = std::make_unique<Storage>(m_folder.filePath(u"state.sqlite"_s));
    }

    void sendsAPackageThatTheServerDeploys()
    {
        const auto sent = upload("cms.sqldb.1.bacpac");
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().detail));
        QCOMPARE(sent->vouched, Vouched::ByStore);
        const QByteArray body = "{\"TargetEnvironment\":\"Integration\",\"Packages\":[\"cms.sqldb.1.bacpac\"],"
                                "\"DirectDeploy\":true,\"MaintenancePage\":false}";
        const QString id = m_client->call("POST", "deployments", body).result().value(u"id"_s).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_client->awaitDeployment(id).value(u"status"_s).toString(), u"Succeeded"_s);
        QCOMPARE(m_client->blob("GET", m_client->exportLink("Integration")).body, m_package);
    }

    void aPackageThatADeploymentHoldsIsNotOverwritten()
    {
        const auto again = upload("cms.sqldb.1.bacpac");
        QVERIFY(!again);
        QCOMPARE(again.error().code, Error::Code::LeaseHeld);
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
    std::unique_ptr<Storage> m_storage;
    CurlPump m_pump;
    QByteArray m_package;
    QObject m_owner; ///< of the tasks, which die before what they use
};

QTEST_GUILESS_MAIN(TestPracticeUploads)
#include "tst_practiceuploads.moc"
