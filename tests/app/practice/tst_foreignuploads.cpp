#include "rawclient.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr qsizetype eightMiB = 8 * 1024 * 1024;

// As the vendor's PowerShell module makes them: 48 bytes, the first four the little-endian index, Base64.
QByteArray epiCloudBlockId(quint32 index)
{
    QByteArray bytes(48, '\0');
    qToLittleEndian(index, bytes.data());
    return bytes.toBase64();
}

} // namespace

class TestForeignUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = startPractice({.sizeMb = 18});
        QVERIFY(m_server);
        m_client = std::make_unique<DxpClient>(m_server->access());
        m_package = m_client->blob("GET", m_client->exportLink("Production")).body;
        QVERIFY(m_package.size() > 2 * eightMiB);
    }

    void epiCloudUploadsBlocksOfEightMiBWithoutAzureHeaders()
    {
        const QByteArray link = m_client->uploadLink("epi.cms.sqldb.20260101.bacpac");
        QByteArray list;
        quint32 index = 247; // the ids of the next ones begin with + and /
        QSet<char> initials;
        for (qsizetype at = 0; at < m_package.size(); at += eightMiB, index += 4) {
            const QByteArray id = epiCloudBlockId(index);
            initials.insert(id.front());
            QCOMPARE(m_client->blob("PUT", link + "&comp=block&blockid=" + id, m_package.mid(at, eightMiB)).status,
                     201);
            list += "<Latest>" + id + "</Latest>";
        }
        QVERIFY(initials.contains('+') || initials.contains('/'));
        const RawAnswer committed =
            m_client->blob("PUT", link + "&comp=blocklist", "<BlockList>" + list + "</BlockList>",
                           {{"Content-Type", "application/xml"}});
        QCOMPARE(committed.status, 201);
        deployAndCompare("epi.cms.sqldb.20260101.bacpac", "Integration");
    }

    void opticloudUploadsInOnePiece()
    {
        const QByteArray name = "opticloud.cms.sqldb.1.0.0.bacpac";
        const RawAnswer put =
            m_client->blob("PUT", m_client->uploadLink(name), m_package,
                           {{"x-ms-blob-type", "BlockBlob"}, {"Content-Type", "application/octet-stream"}});
        QCOMPARE(put.status, 201);
        deployAndCompare(name, "ADE1");
    }

private:
    void deployAndCompare(const QByteArray& package, const QByteArray& environment)
    {
        // Mixed casing, blanks and line ends as ConvertTo-Json writes them.
        const QByteArray body = "{\r\n    \"TargetEnvironment\":  \"" + environment.toLower()
                                + "\",\r\n    \"DirectDeploy\":  true,\r\n"
                                  "    \"ZeroDownTimeMode\":  \"\",\r\n    \"Packages\":  [\r\n                     \""
                                + package + "\"\r\n                 ]\r\n}";
        const QString id = m_client->call("POST", "deployments", body).result().value(u"id"_s).toString();
        QCOMPARE(m_client->awaitDeployment(id).value(u"status"_s), QJsonValue(u"Succeeded"_s));
        QVERIFY(m_client->blob("GET", m_client->exportLink(environment)).body == m_package);
    }

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<DxpClient> m_client;
    QByteArray m_package;
};

QTEST_GUILESS_MAIN(TestForeignUploads)
#include "tst_foreignuploads.moc"
