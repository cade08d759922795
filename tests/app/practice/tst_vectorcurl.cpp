#include "vectorclient.h"
#include "vendorcommands.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr int patienceMs = 60000;

constexpr auto seedHost = QLatin1StringView("https://api.builtfast.dev");
constexpr auto seedToken = QLatin1StringView("YOUR_API_TOKEN");
constexpr auto seedLink = QLatin1StringView("https://s3.amazonaws.com/...");

} // namespace

/// The commands of the vendor's prose documentation, run by the real curl as they are printed there: only the host, the
/// token and the shortened links are replaced.
class TestVectorCurl final : public QObject
{
    Q_OBJECT

    /// What the command prints.
    QByteArray run(const char* printed, const QString& link = {})
    {
        QString command = QString::fromUtf8(printed);
        command.replace(seedHost, m_server->access().vector.baseUrl.toString());
        command.replace(seedToken, QString::fromLatin1(m_server->access().vector.token.reveal()));
        command.replace(seedLink, link);
        QProcess shell;
        shell.setWorkingDirectory(m_folder.path());
        shell.start(u"sh"_s, {u"-c"_s, command});
        shell.waitForFinished(patienceMs);
        m_exit = shell.exitCode();
        return shell.readAllStandardOutput();
    }
    QJsonObject data(const char* command)
    {
        return QJsonDocument::fromJson(run(command)).object().value(u"data"_s).toObject();
    }
    /// Runs the command until the status is final.
    QJsonObject await(const char* command)
    {
        QJsonObject last;
        (void)QTest::qWaitFor(
            [&] {
                last = data(command);
                const QString status = last.value(u"status"_s).toString();
                return status == u"completed" || status == u"failed";
            },
            patienceMs);
        return last;
    }
    QByteArray file(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty() || QStandardPaths::findExecutable(u"sh"_s).isEmpty()) {
            QSKIP("curl or sh is not installed: skips the whole program");
        }
        m_server = startPractice({.timeScale = 20, .vectorDialect = VectorDialect::D});
        QVERIFY(m_server);
    }

    void startExport()
    {
        const QJsonObject started = data(vendor::startExport);
        QCOMPARE(started, (QJsonObject{{u"export_id"_s, u"exp_xyz789"_s}, {u"status"_s, u"pending"_s}}));
    }

    void checkExportStatusAndDownload()
    {
        const QJsonObject done = await(vendor::exportStatus);
        QCOMPARE(done.keys(), (QStringList{u"download_url"_s, u"expires_at"_s, u"export_id"_s, u"status"_s}));
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        QVERIFY(done.value(u"expires_at"_s).toString().endsWith(u'Z'));
        run(vendor::downloadExport, done.value(u"download_url"_s).toString());
        QCOMPARE(m_exit, 0);
        m_dump = file(u"database.sql"_s);
        QVERIFY(m_dump.contains("CREATE TABLE `wp_posts`"));
        QVERIFY(m_dump.contains("-- Dump completed"));
    }

    void createImportSessionAndUpload()
    {
        // Something else than what is there, so that the import shows.
        write(u"database.sql"_s, QByteArray(m_dump).replace("Practice shop", "Imported shop"));
        const QJsonObject session = data(vendor::createSession);
        QCOMPARE(session.keys(), (QStringList{u"expires_at"_s, u"import_id"_s, u"upload_url"_s}));
        QCOMPARE(session.value(u"import_id"_s).toString(), u"imp_abc123"_s);
        const QByteArray answer = run(vendor::uploadSql, session.value(u"upload_url"_s).toString());
        QCOMPARE(m_exit, 0);
        QCOMPARE(answer, QByteArray()); // an error would be XML
    }

    void runImportAndCheckItsStatus()
    {
        run(vendor::runImport);
        const QJsonObject done = await(vendor::importStatus);
        QCOMPARE(done.keys(), (QStringList{u"completed_at"_s, u"import_id"_s, u"started_at"_s, u"status"_s}));
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        QVERIFY(!done.value(u"completed_at"_s).isNull());
        QVERIFY(development().contains("Imported shop"));
    }

    void directImport()
    {
        write(u"database.sql"_s, QByteArray(m_dump).replace("Practice shop", "Small shop"));
        const QJsonObject done = data(vendor::directImport);
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        QVERIFY(development().contains("Small shop"));
        write(u"database.sql"_s, QByteArray(10 * 1024 * 1024 + 1, '\n'));
        const QByteArray refused = run(vendor::directImport);
        QVERIFY2(refused.contains("must not be greater than 10240 kilobytes"), refused.constData());
    }

    void environmentDatabaseExport()
    {
        const QJsonObject started = data(vendor::environmentExport);
        QCOMPARE(started.value(u"status"_s).toString(), u"pending"_s);
        const VectorClient client(m_server->access());
        const QJsonObject done = client.await("sites/12345/environments/67890/database/export/"
                                              + started.value(u"export_id"_s).toString().toLatin1());
        const QByteArray dump = client.object("GET", done.value(u"download_url"_s).toString()).body;
        QVERIFY(dump.contains("lantern-bakery--production.vectorpages.test"));
    }

    void withoutATokenNothingIsSaid()
    {
        const QByteArray answer = run(vendor::withoutToken);
        QVERIFY2(answer.contains("Unauthenticated"), answer.constData());
    }

private:
    QByteArray development() const
    {
        return VectorClient(m_server->access()).exported("sites/12345/database/export", "sites/12345/database/export");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PracticeServer> m_server;
    QByteArray m_dump;
    int m_exit = 0;
};

QTEST_GUILESS_MAIN(TestVectorCurl)
#include "tst_vectorcurl.moc"
