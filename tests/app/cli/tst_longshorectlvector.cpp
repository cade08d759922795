#include "tests/app/cli/clibench.h"

using namespace Qt::StringLiterals;

namespace longshore {

/// The command line against a Vector Pro account.
class TestLongshorectlVector final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;
    QString m_file; ///< of the last export

    const QString Target = u"lantern-bakery/development"_s;

    QString exportedFile(const QString& site, const QStringList& more = {})
    {
        const auto run = m_bench->run(QStringList{u"export"_s, u"--connection"_s, site, u"--environment"_s,
                                                  u"development"_s, u"--to"_s, m_bench->path(u"out"_s), u"--wait"_s}
                                      + more);
        return run.exit == 0 ? run.said(u"path"_s) : QString();
    }
    /// What a site's development container holds.
    QByteArray exported(const QString& site)
    {
        m_file = exportedFile(site);
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList importLine(const QString& file) const
    {
        return {u"import"_s,
                file,
                u"--to"_s,
                Target,
                u"--confirm"_s,
                Target,
                u"--backup-folder"_s,
                m_bench->path(u"undo"_s),
                u"--accept-warnings"_s,
                u"--wait"_s};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LONGSHORE_BIN")) {
            QSKIP("LONGSHORE_BIN does not name the folder of the programs: skips the whole program");
        }
    }
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }

    void theDialectOfAnAccountIsFoundOut_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::newRow("the documentation's") << u"D"_s;
        QTest::newRow("the first description's") << u"G1"_s;
        QTest::newRow("the present one") << u"G2"_s;
    }
    void theDialectOfAnAccountIsFoundOut()
    {
        QFETCH(QString, dialect);
        m_bench->connectToVector({u"--vector-dialect"_s, dialect});
        const auto listed = m_bench->run({u"connections"_s, u"list"_s});
        QCOMPARE(listed.lines.size(), 2);
        for (const QJsonObject& site : listed.lines) {
            QCOMPARE(site.value(u"platform"_s).toString(), u"vector"_s);
            QCOMPARE(site.value(u"dialect"_s).toString(), dialect);
            const QJsonArray environments = site.value(u"environments"_s).toArray();
            QCOMPARE(environments.size(), 3);
            QCOMPARE(environments[0][u"name"_s].toString(), u"development"_s);
            QCOMPARE(environments[2][u"tier"_s].toString(), u"Production"_s);
        }
    }

    void everyEnvironmentIsExportedInEveryDialect_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("environment");
        for (const QString& dialect : {u"D"_s, u"G1"_s, u"G2"_s}) {
            for (const QString& environment : {u"development"_s, u"production"_s}) {
                QTest::addRow("%s %s", qPrintable(dialect), qPrintable(environment)) << dialect << environment;
            }
        }
    }
    void everyEnvironmentIsExportedInEveryDialect()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, environment);
        m_bench->connectToVector({u"--vector-dialect"_s, dialect, u"--vector-database"_s, u"embedded"_s});
        const QStringList line{u"export"_s, u"--connection"_s, u"lantern-bakery"_s,     u"--environment"_s,
                               environment, u"--to"_s,         m_bench->path(u"out"_s), u"--wait"_s};
        const auto plain = m_bench->run(line);
        QCOMPARE(plain.exit, 0);
        QCOMPARE(plain.said(u"state"_s), u"done"_s);
        QFile file(plain.said(u"path"_s));
        QVERIFY(file.fileName().endsWith(u".sql"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sql = file.readAll();
        QVERIFY(sql.startsWith("--") || sql.startsWith("/*"));
        QVERIFY(sql.contains("wp_users"));
        QVERIFY(sql.contains("-- Dump completed"));

        const auto small = m_bench->run(line + QStringList{u"--compress"_s, u"gz"_s});
        QCOMPARE(small.exit, 0);
        QVERIFY(small.said(u"path"_s).endsWith(u".sql.gz"_s));
        QVERIFY(QFileInfo(small.said(u"path"_s)).size() * 2 < sql.size());
        QCOMPARE(m_bench->run({u"library"_s, u"verify"_s}).exit, 0);
    }

    void aDumpReplacesADatabaseInEveryDialect_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("way");
        QTest::newRow("D, small") << u"D"_s << QStringList{} << u"quick"_s;
        QTest::newRow("D, by session") << u"D"_s << QStringList{u"--no-quick"_s} << u"upload"_s;
        QTest::newRow("G1, small") << u"G1"_s << QStringList{u"--quick"_s} << u"quick"_s;
        QTest::newRow("G1, by session") << u"G1"_s << QStringList{u"--no-quick"_s} << u"upload"_s;
        QTest::newRow("G2") << u"G2"_s << QStringList{} << u"upload"_s;
    }
    void aDumpReplacesADatabaseInEveryDialect()
    {
        QFETCH(QString, dialect);
        QFETCH(QStringList, more);
        QFETCH(QString, way);
        m_bench->connectToVector({u"--vector-dialect"_s, dialect, u"--vector-database"_s, u"embedded"_s});
        const QByteArray before = exported(u"lantern-bakery"_s);
        const QByteArray wanted = exported(u"harbour-books"_s);
        QVERIFY(!wanted.isEmpty() && wanted != before);

        const auto imported = m_bench->run(importLine(m_file) + more);
        QVERIFY2(imported.exit == 0, imported.err.constData());
        QCOMPARE(imported.said(u"state"_s), u"done"_s);
        QCOMPARE(imported.said(u"way"_s), way);
        QCOMPARE(exported(u"lantern-bakery"_s), wanted);

        const auto undone = m_bench->run({u"undo"_s, imported.said(u"id"_s), u"--confirm"_s, Target, u"--no-backup"_s,
                                          u"--accept-warnings"_s, u"--wait"_s});
        QVERIFY2(undone.exit == 0, undone.err.constData());
        QCOMPARE(undone.said(u"undoes"_s), imported.said(u"id"_s));
        QCOMPARE(exported(u"lantern-bakery"_s), before);
    }

    void aPackedDumpIsImported()
    {
        m_bench->connectToVector({u"--vector-database"_s, u"embedded"_s});
        const QByteArray wanted = exported(u"harbour-books"_s);
        const QString packed = exportedFile(u"harbour-books"_s, {u"--compress"_s, u"zst"_s});
        QVERIFY(packed.endsWith(u".sql.zst"_s));
        const auto imported = m_bench->run(importLine(packed) << u"--no-backup"_s);
        QVERIFY2(imported.exit == 0, imported.err.constData());
        QVERIFY(imported.said(u"packageName"_s).endsWith(u".sql.gz"_s));
        QCOMPARE(exported(u"lantern-bakery"_s), wanted);
        QVERIFY(QDir(m_bench->home() + u"/prepared"_s).isEmpty());
    }

    void killedInAnyStepAnImportGoesOn_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("unpacking") << QByteArray("preparing");
        QTest::newRow("uploading") << QByteArray("uploading");
        QTest::newRow("watching") << QByteArray("serverWorking");
    }
    void killedInAnyStepAnImportGoesOn()
    {
        QFETCH(QByteArray, step);
        m_bench->connectToVector({u"--vector-database"_s, u"embedded"_s, u"--vector-size-mb"_s, u"12"_s});
        const QByteArray wanted = exported(u"harbour-books"_s);
        const QString packed = exportedFile(u"harbour-books"_s, {u"--compress"_s, u"zst"_s});
        m_bench->fault("{\"multipart-threshold\":100000,\"part-size\":400000,\"slow-upload\":1000000}");
        QProcess* process = m_bench->start(importLine(packed) << u"--no-backup"_s);
        CliBench::waitForState(process, step);
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 20'000);
        m_bench->fault("{\"slow-upload\":null}");
        const auto run = m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s});
        QVERIFY2(run.exit == 0, run.err.constData());
        QCOMPARE(m_bench->counter(u"importsRun"_s), 1);
        QCOMPARE(exported(u"lantern-bakery"_s), wanted);
        QVERIFY(QDir(m_bench->home() + u"/prepared"_s).isEmpty());
    }

    /// Whatever database is behind the server: MariaDB, where it is installed.
    void aStatementThatFailsIsToldWithItsLine()
    {
        m_bench->connectToVector();
        QFile dump(m_bench->path(u"shop.sql"_s));
        QVERIFY(dump.open(QIODevice::WriteOnly));
        dump.write("CREATE TABLE `wp_posts` (`id` int PRIMARY KEY, `title` varchar(20)) ENGINE=InnoDB;\n");
        for (int line = 2; line < 1414; ++line) {
            dump.write("INSERT INTO `wp_posts` VALUES (" + QByteArray::number(line) + ",'post');\n");
        }
        dump.write("INSERT INTO `wp_postz` VALUES (1414,'no such table');\n-- Dump completed\n");
        dump.close();
        const QString database = m_bench->access.value(u"database"_s).toString();
        const auto run = m_bench->run(importLine(dump.fileName()) << u"--no-backup"_s);
        if (database == "embedded"_L1) {
            QSKIP("no MariaDB: nothing carries the statements out");
        }
        QCOMPARE(run.exit, 6);
        QVERIFY2(run.out.contains("\"state\":\"failed\""), run.out.constData());
        QVERIFY2(run.err.contains("line 1414") && run.err.contains("wp_postz"), run.err.constData());
        QVERIFY2(run.err.contains("the tables before that statement were changed."), run.err.constData());
        QVERIFY2(run.out.contains("1146"), run.out.constData());
    }

    void whereNoFileGoesNothingIsSent_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("exit");
        const auto row = [](const char* name, const QString& dialect, const QString& target, const QStringList& more,
                            int exit) { QTest::newRow(name) << dialect << target << more << exit; };
        row("production", u"G1"_s, u"lantern-bakery/production"_s, {}, 8);
        row("only by promotion", u"G2"_s, u"lantern-bakery/staging"_s, {}, 8);
        row("unknown", u"G2"_s, u"lantern-bakery/nowhere"_s, {}, 8);
        row("no options", u"D"_s, u"lantern-bakery/development"_s, {u"--keep-tables"_s}, 4);
        row("no quick import", u"G2"_s, u"lantern-bakery/development"_s, {u"--quick"_s}, 4);
        row("half a pair", u"G2"_s, u"lantern-bakery/development"_s, {u"--search-for"_s, u"a"_s}, 4);
        row("both ways", u"G1"_s, u"lantern-bakery/development"_s, {u"--quick"_s, u"--no-quick"_s}, 4);
        row("another database", u"G2"_s, u"lantern-bakery/development"_s, {u"--db"_s, u"epicms"_s}, 4);
    }
    void whereNoFileGoesNothingIsSent()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, target);
        QFETCH(QStringList, more);
        QFETCH(int, exit);
        m_bench->connectToVector({u"--vector-dialect"_s, dialect, u"--vector-database"_s, u"embedded"_s});
        QFile dump(m_bench->path(u"shop.sql"_s));
        QVERIFY(dump.open(QIODevice::WriteOnly));
        dump.write("DROP TABLE IF EXISTS `a`;\nCREATE TABLE `a` (`id` int);\nINSERT INTO `a` VALUES (1);\n-- Dump "
                   "completed\n");
        dump.close();
        QStringList line = importLine(dump.fileName()) + more;
        line.replaceInStrings(Target, target);
        const auto run = m_bench->run(line);
        QVERIFY2(run.exit == exit, qPrintable(QString::number(run.exit) + QString::fromUtf8(run.err)));
        QCOMPARE(m_bench->counter(u"importsStarted"_s), 0);
        QCOMPARE(m_bench->counter(u"importsRun"_s), 0);
    }

    void textIsReplacedOnTheWay()
    {
        m_bench->connectToVector({u"--vector-database"_s, u"embedded"_s});
        QFile dump(m_bench->path(u"shop.sql"_s));
        QVERIFY(dump.open(QIODevice::WriteOnly));
        dump.write("DROP TABLE IF EXISTS `a`;\nCREATE TABLE `a` (`t` text);\n"
                   "INSERT INTO `a` VALUES ('https://old.example/x');\n-- Dump completed\n");
        dump.close();
        const auto run =
            m_bench->run(importLine(dump.fileName()) << u"--no-backup"_s << u"--keep-tables"_s << u"--search-for"_s
                                                     << u"//old.example"_s << u"--replace-by"_s << u"//new.example"_s);
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(exported(u"lantern-bakery"_s).contains("https://new.example/x"));
    }

    void oneSiteIsTakenByItsName()
    {
        m_bench->connectToVector();
        const QString baseUrl = m_bench->access.value(u"baseUrl"_s).toString();
        const QStringList line{u"connections"_s, u"add"_s, u"vector"_s, u"--base-url"_s, baseUrl};
        const auto which = m_bench->run(line);
        QCOMPARE(which.exit, 4); // the account has two
        const auto shop = m_bench->run(line + QStringList{u"--site"_s, u"Lantern-Bakery"_s, u"--name"_s, u"Shop"_s});
        QCOMPARE(shop.exit, 0);
        QCOMPARE(shop.said(u"name"_s), u"Shop"_s);
        QCOMPARE(m_bench->run(line + QStringList{u"--site"_s, u"nobody"_s}).exit, 3);
        QCOMPARE(m_bench->run(line + QStringList{u"--dialect"_s, u"G9"_s}).exit, 4);
    }

    void aWrongTokenIsRefusedAndNothingIsStored()
    {
        m_bench->connectToVector();
        const QString baseUrl = m_bench->access.value(u"baseUrl"_s).toString();
        const QStringList line{u"connections"_s, u"add"_s,         u"vector"_s,       u"--base-url"_s,
                               baseUrl,          u"--all-sites"_s, u"--token-stdin"_s};
        QCOMPARE(m_bench->run(line, "1|wrong").exit, 2);
        QCOMPARE(m_bench->run(line, "two words").exit, 2);
        QCOMPARE(m_bench->run({u"connections"_s, u"list"_s}).lines.size(), 2);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectlVector)
#include "tst_longshorectlvector.moc"
