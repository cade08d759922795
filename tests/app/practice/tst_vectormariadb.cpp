#include "vectorclient.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr int patienceMs = 120000;

bool isInstalled()
{
    const QStringList folders{u"/usr/sbin"_s, u"/usr/local/sbin"_s};
    const bool server = !QStandardPaths::findExecutable(u"mariadbd"_s).isEmpty()
                        || !QStandardPaths::findExecutable(u"mariadbd"_s, folders).isEmpty();
    return server && !QStandardPaths::findExecutable(u"mariadb"_s).isEmpty();
}

} // namespace

/// Real databases behind the sites: what one exports, another server's program reads.
class TestVectorMariaDb final : public QObject
{
    Q_OBJECT

    void start(VectorDialect dialect)
    {
        m_server.reset();
        m_server = startPractice({.dataFolder = m_folder->path(),
                                  .timeScale = 100,
                                  .vectorDialect = dialect,
                                  .vectorStore = VectorStore::MariaDb});
        QVERIFY(m_server);
        m_client = std::make_unique<VectorClient>(m_server->access());
    }
    /// Asks the private server past all of ours.
    QByteArray ask(const QString& database, const QString& sql) const
    {
        QProcess client;
        client.start(u"mariadb"_s, {u"--no-defaults"_s, u"--socket="_s + m_folder->filePath(u"mariadb/s"_s),
                                    u"--user=root"_s, u"--default-character-set=utf8mb4"_s, u"--batch"_s,
                                    u"--skip-column-names"_s, u"--raw"_s, u"-e"_s, sql, database});
        client.waitForFinished(patienceMs);
        const QByteArray errors = client.readAllStandardError();
        return errors.isEmpty() ? client.readAllStandardOutput().trimmed() : "failed: " + errors;
    }
    /// Table by table, so that the names of the databases do not count.
    QByteArrayList checksums(const QString& database) const
    {
        const QByteArrayList tables = ask(database, u"SHOW TABLES"_s).split('\n');
        QByteArrayList sums;
        for (const QByteArray& table : tables) {
            const QByteArray answer = ask(database, u"CHECKSUM TABLE `%1` EXTENDED"_s.arg(QString::fromUtf8(table)));
            sums.append(answer.mid(answer.indexOf('.') + 1));
        }
        return sums;
    }
    QByteArray staging() const { return "environments/" + m_client->environment(u"staging"_s) + "/db/"; }
    /// Imports by session into a database of dialect G1 ("sites/…/db/"); the last status.
    QJsonObject import(const QByteArray& base, const QByteArray& dump, const QJsonObject& options)
    {
        const QJsonObject session =
            m_client->post(base + "imports", {{u"filename"_s, u"a.sql"_s}, {u"options"_s, options}});
        if (m_client->putSql(session.value(u"upload_url"_s).toString(), dump).status != 200) {
            return {};
        }
        const QByteArray path = base + "imports/" + session.value(u"id"_s).toString().toLatin1();
        (void)m_client->post(path + "/run");
        return m_client->await(path);
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer cannot follow programs that threads start: skips the whole program");
#endif
        if (!isInstalled()) {
            QSKIP("MariaDB is not installed (Debian: mariadb-server-core mariadb-client): skips the whole program");
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/lsm-XXXXXX"_s);
        start(VectorDialect::G1);
        QCOMPARE(m_server->access().vector.database, u"mariadb"_s);
    }
    void cleanup()
    {
        m_server.reset();
    }

    void developmentToStagingIsEqualTableByTable()
    {
        const QByteArray site = m_client->site() + "/db/";
        const QByteArray dump = m_client->exported(site + "export", site + "exports");
        QVERIFY2(dump.contains("MariaDB dump"), dump.left(300).constData());
        const QString development = u"lantern_bakery_development"_s;
        const QString other = u"lantern_bakery_staging"_s;
        QVERIFY(!m_client->exported(staging() + "export", staging() + "exports").isEmpty());
        QVERIFY(checksums(development) != checksums(other));
        const QJsonObject done = import(staging(), dump, {{u"drop_tables"_s, true}});
        QVERIFY2(done.value(u"status"_s).toString() == u"completed"_s, QJsonDocument(done).toJson().constData());
        const QByteArrayList sums = checksums(development);
        QVERIFY(sums.size() > 10);
        QCOMPARE(checksums(other), sums);
        const QString widgets = u"SELECT option_value FROM wp_options WHERE option_name='widget_text'"_s;
        QVERIFY2(ask(other, widgets).contains("s:16:\"Öppettider 🕘\""), ask(other, widgets).constData());
        QVERIFY(ask(other, u"SELECT post_title FROM wp_posts WHERE ID=10"_s).endsWith("🎉"));
    }

    void anErrorInStatement1414IsToldInTheServersWords()
    {
        QByteArray dump = "CREATE TABLE `wp_new` (`a` int);\n";
        for (int line = 2; line < 1414; ++line) {
            dump += "INSERT INTO `wp_new` VALUES (" + QByteArray::number(line) + ");\n";
        }
        dump += "INSERT INTO `wp_missing` VALUES (1,'two');\nINSERT INTO `wp_new` VALUES (0);\n";
        const QJsonObject done = import(m_client->site() + "/db/", dump, {{u"drop_tables"_s, true}});
        QCOMPARE(done.value(u"status"_s).toString(), u"failed"_s);
        const QString message = done.value(u"error_message"_s).toString();
        QVERIFY2(message.startsWith(u"ERROR 1146 (42S02) at line 1414: Table "_s), qPrintable(message));
        QVERIFY2(
            message.contains(u"wp_missing' doesn't exist; statement: INSERT INTO `wp_missing` VALUES (1,'two');"_s),
            qPrintable(message));
        // As told: what stood before the error was carried out.
        QCOMPARE(ask(u"lantern_bakery_development"_s, u"SELECT COUNT(*) FROM wp_new"_s), QByteArray("1412"));
    }

    void theImportHasNoRightsAboveItsDatabase_data()
    {
        QTest::addColumn<QByteArray>("dump");
        QTest::addColumn<QString>("error");
        QTest::newRow("definer") << QByteArray("CREATE DEFINER=`root`@`localhost` VIEW `v` AS SELECT 1;\n")
                                 << u"ERROR 1227 (42000) at line 1"_s;
        QTest::newRow("binary log") << QByteArray("SET @@SESSION.SQL_LOG_BIN=0;\n")
                                    << u"ERROR 1227 (42000) at line 1"_s;
        QTest::newRow("another database") << QByteArray("\nUSE `mysql`;\n") << u"ERROR 1044 (42000) at line 2"_s;
    }
    void theImportHasNoRightsAboveItsDatabase()
    {
        QFETCH(QByteArray, dump);
        QFETCH(QString, error);
        const QJsonObject done = import(m_client->site() + "/db/", dump, {});
        const QString message = done.value(u"error_message"_s).toString();
        QVERIFY2(message.startsWith(error), qPrintable(message));
    }

    void foreignKeysAreCheckedIfWished()
    {
        const QByteArray dump = "INSERT INTO wp_wc_download_log VALUES (1,'2026-01-01 00:00:00',77,1,'');\n";
        const QByteArray base = m_client->site() + "/db/";
        const QJsonObject checked = import(base, dump, {{u"disable_foreign_keys"_s, false}});
        QVERIFY(checked.value(u"error_message"_s).toString().startsWith(u"ERROR 1452"_s));
        QCOMPARE(import(base, dump, {}).value(u"status"_s).toString(), u"completed"_s);
    }

    void theRightTextIsReplacedEverywhere()
    {
        const QByteArray site = m_client->site() + "/db/";
        const QByteArray dump = m_client->exported(site + "export", site + "exports");
        const QJsonObject replace{{u"from"_s, u"lantern-bakery.vectorpages.test"_s}, {u"to"_s, u"kopia.test"_s}};
        const QJsonObject done = import(staging(), dump, {{u"drop_tables"_s, true}, {u"search_replace"_s, replace}});
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        const QString mods = u"SELECT option_value FROM wp_options WHERE option_name='theme_mods_bakery'"_s;
        const QByteArray value = ask(u"lantern_bakery_staging"_s, mods);
        QVERIFY2(value.contains("s:46:\"https://kopia.test/wp-content/uploads/hero.jpg\";"), value.constData());
        QCOMPARE(
            ask(u"lantern_bakery_staging"_s, u"SELECT COUNT(*) FROM wp_posts WHERE guid LIKE '%lantern-bakery%'"_s),
            QByteArray("0"));
    }

    void promoteMakesTheEnvironmentEqual()
    {
        start(VectorDialect::G2);
        const QByteArray base = "environments/" + m_client->environment(u"staging"_s) + "/db/promote";
        const QJsonObject begun = m_client->post(base);
        const QJsonObject done = m_client->await(base + "s/" + begun.value(u"id"_s).toString().toLatin1());
        QVERIFY2(done.value(u"status"_s).toString() == u"completed"_s, QJsonDocument(done).toJson().constData());
        QCOMPARE(checksums(u"lantern_bakery_staging"_s), checksums(u"lantern_bakery_development"_s));
    }

    void thereIsNoServerLeftAndTheDataIsThereAgain()
    {
        const QByteArray dump = "CREATE TABLE kept (a int);\nINSERT INTO kept VALUES (7);\n";
        QCOMPARE(import(m_client->site() + "/db/", dump, {}).value(u"status"_s).toString(), u"completed"_s);
        m_server.reset();
        QVERIFY(ask(u"lantern_bakery_development"_s, u"SELECT 1"_s).startsWith("failed: "));
        start(VectorDialect::G1);
        const QByteArray site = m_client->site() + "/db/";
        QVERIFY(m_client->exported(site + "export", site + "exports").contains("INSERT INTO `kept` VALUES"));
    }

    void aKilledServerLeavesNothingInTheWay()
    {
        m_server.reset();
        const QStringList arguments{u"--data"_s,           m_folder->path(), u"--time-scale"_s,      u"100"_s,
                                    u"--vector-dialect"_s, u"G1"_s,          u"--vector-database"_s, u"mariadb"_s};
        for (int round = 0; round < 2; ++round) {
            QProcess server;
            server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            server.start(QFile::decodeName(qgetenv("LONGSHORE_BIN")) + u"/longshore-practice"_s, arguments);
            QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), patienceMs);
            const QJsonObject access = QJsonDocument::fromJson(server.readLine()).object()[u"vector"_s].toObject();
            const QUrl base(access[u"baseUrl"_s].toString());
            const QByteArray site = access[u"sites"_s][0][u"id"_s].toString().toLatin1();
            RawConnection connection(static_cast<quint16>(base.port()));
            const RawAnswer done =
                connection.send({.method = "POST",
                                 .target = "/api/v1/vector/sites/" + site + "/db/import",
                                 .headers = {{"Authorization", "Bearer " + access[u"token"_s].toString().toLatin1()},
                                             {"Content-Type", "application/sql"}},
                                 .body = "CREATE TABLE IF NOT EXISTS again (a int);\nINSERT INTO again VALUES (1);\n"});
            QVERIFY2(done.status == 200, done.body.constData());
            server.kill();
            server.waitForFinished(patienceMs);
        }
        start(VectorDialect::G1);
        const QByteArray site = m_client->site() + "/db/";
        QVERIFY(
            m_client->exported(site + "export", site + "exports").contains("INSERT INTO `again` VALUES\n(1),\n(1)"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<VectorClient> m_client;
};

QTEST_GUILESS_MAIN(TestVectorMariaDb)
#include "tst_vectormariadb.moc"
