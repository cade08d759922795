#include "app/archive/dumplook.h"
#include "app/archive/dumpscanner.h"
#include "app/archive/filecheck.h"
#include "app/archive/fileinspection.h"
#include "tests/support/zipbuilder.h"

#include <KCompressionDevice>
#include <QBuffer>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

/// In the form of mariadb-dump: a shop with a trigger and a routine, and texts that look like statements.
QByteArray shop()
{
    return "/*M!999999\\- enable the sandbox mode */ \n"
           "-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)\n"
           "--\n"
           "-- Host: localhost    Database: wp\n"
           "-- ------------------------------------------------------\n"
           "-- Server version\t10.11.6-MariaDB-0+deb12u1\n"
           "\n"
           "/*!40101 SET NAMES utf8mb4 */;\n"
           "/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;\n"
           "DROP TABLE IF EXISTS `wp_options`;\n"
           "CREATE TABLE `wp_options` (\n"
           "  `option_id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,\n"
           "  `option_name` varchar(191) COMMENT 'ENGINE=MyISAM USE other;',\n"
           "  PRIMARY KEY (`option_id`)\n"
           ") ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;\n"
           "LOCK TABLES `wp_options` WRITE;\n"
           "INSERT INTO `wp_options` VALUES\n"
           "(1,'blogname','home',1),\n"
           "(2,'siteurl','https:\\/\\/shop.example','yes'),\n"
           "(3,'home','https://shop.example/start','yes');\n"
           "UNLOCK TABLES;\n"
           "DROP TABLE IF EXISTS `wp_posts`;\n"
           "CREATE TABLE `wp_posts` (`id` int, `t` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,\n"
           " CONSTRAINT `c` FOREIGN KEY (`id`) REFERENCES `wp_options` (`option_id`)) ENGINE=InnoDB "
           "DEFAULT CHARSET=utf8mb4;\n"
           "INSERT INTO `wp_posts` VALUES (1,'USE a; DEFINER=`x`@`y` CREATE DATABASE b;\\n-- Dump "
           "completed'),(2,NULL);\n"
           "INSERT INTO `wp_posts` (`id`,`t`) VALUES (3,'),('),(4,_binary '\\'');\n"
           "DROP TABLE IF EXISTS `wp_postmeta`;\n"
           "CREATE TABLE `wp_postmeta` (`id` int) ENGINE=InnoDB;\n"
           "DELIMITER ;;\n"
           "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON wp_posts\n"
           "FOR EACH ROW BEGIN SET NEW.t='a;b'; END */;;\n"
           "CREATE DEFINER=`root`@`localhost` PROCEDURE `p`() BEGIN SELECT 1; END ;;\n"
           "DELIMITER ;\n"
           "/*!50001 CREATE ALGORITHM=UNDEFINED */\n"
           "/*!50013 DEFINER=`shop`@`%` SQL SECURITY DEFINER */\n"
           "/*!50001 VIEW `v` AS SELECT 1 */;\n"
           "-- Dump completed on 2026-01-12  6:30:00\n";
}

struct Seen
{
    DumpFacts facts;
    QList<Finding> findings;
};

Seen scanned(const QByteArray& sql, const QList<qsizetype>& cuts = {})
{
    Seen seen;
    DumpScanner scanner([&seen](const Finding& finding) { seen.findings.append(finding); });
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        scanner.add(sql.mid(from, cut - from));
        from = cut;
    }
    scanner.add(sql.mid(from));
    scanner.finish();
    seen.facts = scanner.facts();
    return seen;
}

QList<Finding> of(const QList<Finding>& findings, Kind kind)
{
    QList<Finding> some;
    for (const Finding& finding : findings) {
        if (finding.kind == kind) {
            some.append(finding);
        }
    }
    return some;
}

QString place(const QByteArray& sql, const QByteArray& text)
{
    const qsizetype at = sql.indexOf(text);
    return u"line %1, byte %2"_s.arg(sql.first(at).count('\n') + 1).arg(at);
}

QByteArray gzip(const QByteArray& plain)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    KCompressionDevice device(&buffer, false, KCompressionDevice::GZip);
    device.open(QIODevice::WriteOnly);
    device.write(plain);
    device.close();
    return buffer.data();
}

} // namespace

class TestDumpLook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDumpIsKnownByItsLook();
    void eachFindingHasItsPlace();
    void nothingInATextIsTakenForAStatement();
    void bordersOfBlocksMakeNoDifference();
    void findsWhatAnImportStumblesOver_data();
    void findsWhatAnImportStumblesOver();
    void aGoodDumpRaisesNothing_data();
    void aGoodDumpRaisesNothing();
    void theSandboxLineIsFoundInTheMiddleToo();
    void aCutDumpIsNoticedWhereverItIsCut();
    void aDumpOfTwoDumpsNeedsBothTrailers();
    void readsTheHeadersOfOtherTools_data();
    void readsTheHeadersOfOtherTools();
    void theSiteIsFoundUnderAnyPrefix_data();
    void theSiteIsFoundUnderAnyPrefix();
    void fiveGigabytesAreCountedInFlatMemory();
    void aFileIsLookedAtInWhateverItIsPacked_data();
    void aFileIsLookedAtInWhateverItIsPacked();
    void aFileThatIsNoDumpIsSaidToBeWhatItIs_data();
    void aFileThatIsNoDumpIsSaidToBeWhatItIs();
    void aDamagedPackingIsAnError();
    void aFileThatArrivedIsCheckedForWhatItIs_data();
    void aFileThatArrivedIsCheckedForWhatItIs();
    void aFileIsLookedAtForWhatItHolds_data();
    void aFileIsLookedAtForWhatItHolds();
    void theTaskTellsWhileItRuns();

private:
    [[nodiscard]] QString fileWith(const QByteArray& bytes) const;
    QTemporaryDir m_folder;
};

QString TestDumpLook::fileWith(const QByteArray& bytes) const
{
    const QString path = m_folder.filePath(u"dump"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestDumpLook::aDumpIsKnownByItsLook()
{
    const DumpFacts facts = scanned(shop()).facts;
    QCOMPARE(facts.tool, u"MariaDB dump 10.19"_s);
    QCOMPARE(facts.serverVersion, u"10.11.6-MariaDB-0+deb12u1"_s);
    QCOMPARE(facts.sourceDatabase, u"wp"_s);
    QCOMPARE(facts.charset, u"utf8mb4"_s);
    QCOMPARE(facts.completed, u"Dump completed on 2026-01-12  6:30:00"_s);
    QCOMPARE(facts.tableCount, 3);
    QCOMPARE(facts.rows, 7);
    QCOMPARE(facts.plainBytes, shop().size());
    QCOMPARE(facts.tablePrefix, u"wp_"_s);
    QCOMPARE(facts.siteUrl, u"https://shop.example"_s);
    QCOMPARE(facts.homeUrl, u"https://shop.example/start"_s);
    QVERIFY(!facts.isMultisite);
    const DumpTable posts = facts.tables.at(1);
    QCOMPARE(posts.name, u"wp_posts"_s);
    QCOMPARE(posts.engine, u"InnoDB"_s);
    QCOMPARE(posts.charset, u"utf8mb4"_s);
    QCOMPARE(posts.rows, 4);
    QVERIFY(posts.bytes > 200 && posts.bytes < 600);
}

void TestDumpLook::eachFindingHasItsPlace()
{
    const QByteArray sql = shop();
    const QList<Finding> expected{
        {Severity::Warning, Kind::SandboxLine, u"line 1, byte 0"_s},
        {Severity::Good, Kind::DumpRecognised, place(sql, "-- MariaDB dump"), u"MariaDB dump 10.19"_s},
        {Severity::Note, Kind::DumpServer, place(sql, "-- Server"), u"10.11.6-MariaDB-0+deb12u1"_s},
        {Severity::Note, Kind::DumpCharset, place(sql, "utf8mb4 */"), u"utf8mb4"_s},
        {Severity::Warning, Kind::DefinerUsed, place(sql, "DEFINER=`root`"), u"trigger"_s, u"root@localhost"_s},
        {Severity::Warning, Kind::DefinerUsed, place(sql, "DEFINER=`root`@`localhost` PROC"), u"procedure"_s,
         u"root@localhost"_s},
        {Severity::Warning, Kind::DefinerUsed, place(sql, "DEFINER=`shop`"), u"view"_s, u"shop@%"_s},
        {Severity::Note, Kind::SourceDatabase, {}, u"wp"_s},
        {Severity::Note, Kind::RowCount, u"3"_s, u"7"_s},
        {Severity::Note, Kind::TablePrefix, {}, u"wp_"_s},
        {Severity::Note, Kind::SiteUrl, place(sql, "'https:\\"), u"https://shop.example"_s},
        {Severity::Note, Kind::HomeUrl, place(sql, "'https://shop.example/start"), u"https://shop.example/start"_s},
    };
    const QList<Finding> findings = scanned(sql).findings;
    QCOMPARE(findings.first(expected.size()), expected);
    QCOMPARE(findings.size(), expected.size() + 2);
    const Finding largest = findings.at(expected.size());
    QCOMPARE(largest.kind, Kind::LargestStatement);
    QCOMPARE(largest.place, place(sql, "CREATE TABLE `wp_options`"));
    QCOMPARE(largest.subject, u"wp_options"_s);
    QCOMPARE(largest.detail.toLongLong(), sql.indexOf(";\nLOCK") + 1 - sql.indexOf("CREATE TABLE `wp_options`"));
    QCOMPARE(findings.constLast(), (Finding{Severity::Good, Kind::DumpComplete, place(sql, "-- Dump completed on"),
                                            u"Dump completed on 2026-01-12  6:30:00"_s}));
}

void TestDumpLook::nothingInATextIsTakenForAStatement()
{
    const QList<Finding> findings = scanned(shop()).findings;
    for (const Kind kind : {Kind::UsesDatabase, Kind::CreatesDatabase, Kind::OtherEngine, Kind::DumpTruncated}) {
        QVERIFY2(of(findings, kind).isEmpty(), qPrintable(findingName(kind)));
    }
}

void TestDumpLook::bordersOfBlocksMakeNoDifference()
{
    const QByteArray sql = shop();
    const Seen whole = scanned(sql);
    for (qsizetype cut = 0; cut <= sql.size(); ++cut) {
        const Seen seen = scanned(sql, {cut});
        QCOMPARE(seen.findings, whole.findings);
        QCOMPARE(seen.facts, whole.facts);
    }
    QList<qsizetype> everywhere(sql.size());
    std::iota(everywhere.begin(), everywhere.end(), 0);
    QCOMPARE(scanned(sql, everywhere).findings, whole.findings);
}

void TestDumpLook::findsWhatAnImportStumblesOver_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Finding>("expected");
    const auto row = [](const char* name, const QByteArray& sql, const Finding& expected) {
        QTest::newRow(name) << QByteArray("SET a=1;\n" + sql) << expected;
    };
    const QString at = u"line 2, byte 9"_s;
    row("USE", "USE `other`;", {Severity::Warning, Kind::UsesDatabase, at, {}, u"other"_s});
    row("CREATE DATABASE", "CREATE DATABASE /*!32312 IF NOT EXISTS*/ `wp` /*!40100 DEFAULT CHARACTER SET utf8 */;",
        {Severity::Warning, Kind::CreatesDatabase, at, {}, u"wp"_s});
    row("DROP DATABASE", "/*!40000 DROP DATABASE IF EXISTS `wp`*/;",
        {Severity::Warning, Kind::DropsDatabase, u"line 2, byte 18"_s, {}, u"wp"_s});
    row("GTID_PURGED", "SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5';",
        {Severity::Warning, Kind::SetsGtidPurged, at});
    row("SQL_LOG_BIN", "SET @@SESSION.SQL_LOG_BIN= 0;", {Severity::Warning, Kind::SetsSqlLogBin, at});
    row("reading SQL_LOG_BIN is not setting it",
        "SET @MYSQLDUMP_TEMP_LOG_BIN = @@SESSION.SQL_LOG_BIN;\nSET @@SESSION.SQL_LOG_BIN= 0;",
        {Severity::Warning, Kind::SetsSqlLogBin, u"line 3, byte 62"_s});
    row("definer as text", "CREATE DEFINER='a'@'b' FUNCTION f() RETURNS int RETURN 1;",
        {Severity::Warning, Kind::DefinerUsed, u"line 2, byte 16"_s, u"function"_s, u"a@b"_s});
    row("definer without host", "CREATE DEFINER = admin EVENT e DO SELECT 1;",
        {Severity::Warning, Kind::DefinerUsed, u"line 2, byte 16"_s, u"event"_s, u"admin"_s});
    row("MyISAM", "CREATE TABLE t (a int) ENGINE=MyISAM;",
        {Severity::Warning, Kind::OtherEngine, u"line 2, byte 39"_s, u"MyISAM"_s, u"t"_s});
    row("MyISAM without equals", "CREATE TABLE IF NOT EXISTS `wp`.`t` (a int) engine MyISAM;",
        {Severity::Warning, Kind::OtherEngine, u"line 2, byte 60"_s, u"MyISAM"_s, u"t"_s});
    row("MariaDB's collation", "CREATE TABLE t (a text COLLATE utf8mb4_uca1400_ai_ci);",
        {Severity::Warning, Kind::CollationOfMariaDb, u"line 2, byte 40"_s, u"utf8mb4_uca1400_ai_ci"_s, u"t"_s});
    row("narrow characters", "/*!40101 SET NAMES utf8 */;CREATE TABLE t (a text) DEFAULT CHARSET=utf8mb4;",
        {Severity::Warning, Kind::CharsetNarrow, u"line 2, byte 76"_s, u"utf8"_s, u"t"_s});
    row("narrow characters of a column", "SET NAMES latin1;CREATE TABLE t (a text CHARACTER SET utf8mb4);",
        {Severity::Warning, Kind::CharsetNarrow, u"line 2, byte 63"_s, u"latin1"_s, u"t"_s});
    row("no drop", "CREATE TABLE t (a int);CREATE TABLE u (a int);",
        {Severity::Note, Kind::NoDropTable, {}, u"2"_s, u"t"_s});
    row("dropped too late", "CREATE TABLE t (a int);DROP TABLE t;",
        {Severity::Note, Kind::NoDropTable, {}, u"1"_s, u"t"_s});
    row("foreign keys", "CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES b (c), FOREIGN KEY (d) REFERENCES e (f));",
        {Severity::Note, Kind::ForeignKeysChecked, {}, u"2"_s});
    row("few question marks", "INSERT INTO t VALUES ('a ?\?\?\? b','?\?\?','?\?\?\?');",
        {Severity::Note, Kind::QuestionMarks, at, u"2"_s, u"t"_s});
    row("many question marks", "INSERT INTO t VALUES " + QByteArray("('?\?\?\?\?'),").repeated(10) + "('');",
        {Severity::Warning, Kind::QuestionMarks, at, u"10"_s, u"t"_s});
    row("no rows", "CREATE TABLE t (a int);", {Severity::Warning, Kind::NoData, {}});
    row("a statement that few servers take", "INSERT INTO t VALUES ('" + QByteArray(17'000'000, 'x') + "');",
        {Severity::Warning, Kind::LargestStatement, at, u"17000026"_s, u"t"_s});
}

void TestDumpLook::findsWhatAnImportStumblesOver()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const Finding, expected);
    QCOMPARE(of(scanned(sql).findings, expected.kind), QList<Finding>{expected});
}

void TestDumpLook::aGoodDumpRaisesNothing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("current user") << QByteArray("CREATE DEFINER=CURRENT_USER VIEW v AS SELECT 1;") << Kind::DefinerUsed;
    QTest::newRow("security only") << QByteArray("CREATE SQL SECURITY DEFINER VIEW v AS SELECT 1;")
                                   << Kind::DefinerUsed;
    QTest::newRow("dropped") << QByteArray(
        "DROP TABLE IF EXISTS `a`, wp.`t`; CREATE TABLE `t` (a int); CREATE TABLE a (b int);")
                             << Kind::NoDropTable;
    QTest::newRow("foreign keys off") << QByteArray("SET FOREIGN_KEY_CHECKS = 0; CREATE TABLE t (FOREIGN KEY (a));")
                                      << Kind::ForeignKeysChecked;
    QTest::newRow("wide characters") << QByteArray("SET NAMES utf8mb4;CREATE TABLE t (a int) CHARSET=utf8mb4;")
                                     << Kind::CharsetNarrow;
    QTest::newRow("all is narrow") << QByteArray("SET NAMES utf8;CREATE TABLE t (a int) CHARSET=utf8;")
                                   << Kind::CharsetNarrow;
    QTest::newRow("no header, no trailer") << QByteArray("INSERT INTO t VALUES (1);") << Kind::DumpTruncated;
    QTest::newRow("InnoDB in capitals") << QByteArray("CREATE TABLE t (a int) ENGINE=INNODB;") << Kind::OtherEngine;
}

void TestDumpLook::aGoodDumpRaisesNothing()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const Kind, kind);
    QCOMPARE(of(scanned(sql).findings, kind), QList<Finding>{});
}

void TestDumpLook::theSandboxLineIsFoundInTheMiddleToo()
{
    const QByteArray sql =
        "INSERT INTO t VALUES (1);\n/*!999999\\- enable the sandbox mode */\nINSERT INTO t VALUES (2);";
    QCOMPARE(of(scanned(sql).findings, Kind::SandboxLine),
             (QList<Finding>{{Severity::Warning, Kind::SandboxLine, u"line 2, byte 26"_s}}));
    QCOMPARE(scanned(sql).facts.rows, 2);
}

void TestDumpLook::aCutDumpIsNoticedWhereverItIsCut()
{
    const QByteArray sql = shop();
    const qsizetype first = sql.indexOf("DROP TABLE"); // before that it is hardly a dump
    const qsizetype last = sql.indexOf("-- Dump completed on") + 4;
    for (qsizetype left = first; left < last; ++left) {
        const QList<Finding> said = of(scanned(sql.first(left)).findings, Kind::DumpTruncated);
        QVERIFY2(said.size() == 1 && said.constFirst().severity == Severity::Error, qPrintable(QString::number(left)));
    }
    QCOMPARE(
        of(scanned(sql.first(sql.indexOf("(2,NULL)") - 1)).findings, Kind::DumpTruncated),
        (QList<Finding>{{Severity::Error, Kind::DumpTruncated, place(sql, "INSERT INTO `wp_posts`"), u"statement"_s}}));
    QCOMPARE(of(scanned(sql.first(sql.indexOf("USE a;"))).findings, Kind::DumpTruncated).constFirst().detail,
             u"text"_s);
    QCOMPARE(
        of(scanned(sql.first(sql.indexOf("-- Dump completed on"))).findings, Kind::DumpTruncated).constFirst().detail,
        u"trailer"_s);
}

void TestDumpLook::aDumpOfTwoDumpsNeedsBothTrailers()
{
    const QByteArray sql = shop();
    QVERIFY(of(scanned(sql + sql).findings, Kind::DumpTruncated).isEmpty());
    QCOMPARE(of(scanned(sql + sql.first(sql.indexOf("-- Dump completed on"))).findings, Kind::DumpTruncated).size(), 1);
}

void TestDumpLook::readsTheHeadersOfOtherTools_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("database");
    QTest::newRow("mysqldump") << QByteArray(
        "-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n--\n"
        "-- Host: db.example    Database: shop\n-- -----\n-- Server version\t8.0.36\n")
                               << u"MySQL dump 10.13"_s << u"8.0.36"_s << u"shop"_s;
    QTest::newRow("mariadb-dump 11") << QByteArray(
        "-- MariaDB dump 10.19-11.4.2-MariaDB, for debian-linux-gnu (x86_64)\n")
                                     << u"MariaDB dump 10.19-11.4.2-MariaDB"_s << QString() << QString();
    QTest::newRow("phpMyAdmin") << QByteArray(
        "-- phpMyAdmin SQL Dump\n-- version 5.2.1\n-- Server version: 10.6.12-MariaDB\n"
        "--\n-- Database: `shop`\n--\n")
                                << u"phpMyAdmin SQL Dump"_s << u"10.6.12-MariaDB"_s << u"shop"_s;
    QTest::newRow("Sequel Ace") << QByteArray(
        "# ************\n# Sequel Ace SQL dump\n# Version 20050\n# Database: shop\n")
                                << u"Sequel Ace SQL dump"_s << QString() << u"shop"_s;
    QTest::newRow("Adminer") << QByteArray("-- Adminer 4.8.1 MySQL 8.0.32 dump\n")
                             << u"Adminer 4.8.1 MySQL 8.0.32 dump"_s << QString() << QString();
    QTest::newRow("none") << QByteArray() << QString() << QString() << QString();
}

void TestDumpLook::readsTheHeadersOfOtherTools()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, tool);
    QFETCH(const QString, server);
    QFETCH(const QString, database);
    const DumpFacts facts = scanned(header + "SET a=1;").facts;
    QCOMPARE(facts.tool, tool);
    QCOMPARE(facts.serverVersion, server);
    QCOMPARE(facts.sourceDatabase, database);
}

void TestDumpLook::theSiteIsFoundUnderAnyPrefix_data()
{
    QTest::addColumn<QStringList>("tables");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("sites");
    const QStringList site{u"options"_s, u"posts"_s, u"postmeta"_s};
    const auto with = [&site](const QString& prefix) {
        QStringList all;
        for (const QString& name : site) {
            all.append(prefix + name);
        }
        return all;
    };
    QTest::newRow("usual") << with(u"wp_"_s) << u"wp_"_s << QString();
    QTest::newRow("own") << with(u"x7_"_s) << u"x7_"_s << QString();
    QTest::newRow("none at all") << with(QString()) << u""_s << QString();
    QTest::newRow("no WordPress") << QStringList{u"users"_s, u"shop_options"_s} << QString() << QString();
    QTest::newRow("multisite") << QStringList(with(u"wp_2_"_s) + with(u"wp_"_s) + with(u"wp_13_"_s)
                                              + QStringList{u"wp_blogs"_s, u"wp_sitemeta"_s})
                               << u"wp_"_s << u"3"_s;
}

void TestDumpLook::theSiteIsFoundUnderAnyPrefix()
{
    QFETCH(const QStringList, tables);
    QFETCH(const QString, prefix);
    QFETCH(const QString, sites);
    QByteArray sql;
    for (const QString& table : tables) {
        const QByteArray url = "https://" + table.toUtf8() + ".example";
        sql += "INSERT INTO `" + table.toUtf8() + "` (a,b) VALUES ('siteurl','" + url + "');\n";
    }
    const Seen seen = scanned(sql);
    const QList<Finding> found = of(seen.findings, Kind::TablePrefix);
    QCOMPARE(found.isEmpty(), prefix.isNull());
    QCOMPARE(seen.facts.tablePrefix, prefix);
    QCOMPARE(seen.facts.siteUrl, prefix.isNull() ? QString() : QString(u"https://"_s + prefix + u"options.example"_s));
    QCOMPARE(seen.facts.isMultisite, !sites.isEmpty());
    const QList<Finding> multisite = of(seen.findings, Kind::Multisite);
    QCOMPARE(multisite.isEmpty() ? QString() : multisite.constFirst().detail, sites);
}

/// A dump that is nowhere: each block is made when it is asked for, and is the same memory.
void TestDumpLook::fiveGigabytesAreCountedInFlatMemory()
{
    QList<Finding> findings;
    DumpScanner scanner([&findings](const Finding& finding) { findings.append(finding); });
    const QByteArray row = "INSERT INTO `t` VALUES (1,'" + QByteArray(999'970, 'x') + "');\n";
    QCOMPARE(row.size(), 1'000'001);
    for (int i = 0; i < 5000; ++i) {
        scanner.add(row);
    }
    scanner.add("USE b;");
    scanner.finish();
    QCOMPARE(scanner.facts().rows, 5000);
    QCOMPARE(scanner.facts().plainBytes, 5'000'005'006);
    QCOMPARE(scanner.facts().tables.constFirst().bytes, 5'000'000'000);
    QCOMPARE(of(findings, Kind::UsesDatabase).constFirst().place, u"line 5001, byte 5000005000"_s);
}

void TestDumpLook::aFileIsLookedAtInWhateverItIsPacked_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("packing");
    QTest::newRow("plain") << shop() << QString();
    QTest::newRow("gzip") << gzip(shop()) << u"gzip"_s;
}

void TestDumpLook::aFileIsLookedAtInWhateverItIsPacked()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, packing);
    const QString path = fileWith(file);
    const PackageInspection look = lookAtDumpNow(path, {}).value();
    QVERIFY(!blocks(look.findings));
    QVERIFY(look.dump);
    DumpFacts facts = scanned(shop()).facts;
    facts.packing = packing;
    QCOMPARE(*look.dump, facts);
    QCOMPARE(of(look.findings, Kind::DumpPacked).size(), packing.isEmpty() ? 0 : 1);
    QCOMPARE(look.file.size, file.size());
    QCOMPARE(look.file.sha256, QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(look.file.facts.totalRows, 7);
    QCOMPARE(look.file.facts.tables, 3);
    QCOMPARE(look.file.facts.sourceDatabase, u"wp"_s);
    QCOMPARE(look.findings.constLast(),
             (Finding{Severity::Good, Kind::FileReadable, {}, QString::number(file.size())}));
}

void TestDumpLook::aFileThatIsNoDumpIsSaidToBeWhatItIs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("what");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("nothing packed") << gzip({}) << u"is empty"_s;
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><p>Sign in") << u"is a web page (HTML)"_s;
    QTest::newRow("error of S3") << QByteArray("<?xml version=\"1.0\"?><Error/>")
                                 << u"is an XML document, perhaps an error answer of the storage"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE-\0-\0", 6) << u"is UTF-16 text; save it as UTF-8"_s;
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0\x10", 17) << u"is an SQLite database"_s;
    QTest::newRow("PostgreSQL") << QByteArray(
        "--\n-- PostgreSQL database dump\n--\nSET a = 0;\nCREATE TABLE b (c int);\n")
                                << u"is a PostgreSQL dump"_s;
    QTest::newRow("prose") << QByteArray("Dear Ann; the dump is attached; yours, Bo.") << u"holds no SQL statement"_s;
    QTest::newRow("much noise") << QByteArray(70'000'000, 'x') << u"holds no SQL statement"_s;
}

void TestDumpLook::aFileThatIsNoDumpIsSaidToBeWhatItIs()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, what);
    const PackageInspection look = lookAtDumpNow(fileWith(file), {}).value();
    QCOMPARE(of(look.findings, Kind::WrongFormat),
             (QList<Finding>{{Severity::Error, Kind::WrongFormat, u"file"_s, what}}));
    QVERIFY(look.file.sha256.isEmpty());
}

void TestDumpLook::aDamagedPackingIsAnError()
{
    const QByteArray whole = gzip(shop());
    const PackageInspection look = lookAtDumpNow(fileWith(whole.chopped(20)), {}).value();
    QCOMPARE(
        of(look.findings, Kind::PackingUnusable),
        (QList<Finding>{{Severity::Error, Kind::PackingUnusable, u"gzip"_s, u"its compressed data ends early"_s}}));
    QVERIFY(look.file.sha256.isEmpty());
    QCOMPARE(of(lookAtDumpNow(m_folder.filePath(u"gone"_s), {})->findings, Kind::FileUnreadable).size(), 1);
}

void TestDumpLook::aFileThatArrivedIsCheckedForWhatItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("said");
    ZipBuilder package;
    package.add("model.xml", "<DataSchemaModel/>");
    ZipBuilder dump;
    dump.add("db.sql", shop());
    const QByteArray cut = shop().first(shop().indexOf("-- Dump completed on"));
    const QString noZip = u"file: is not a ZIP"_s;
    QTest::newRow("dump") << u"a.sql.part"_s << shop() << QString();
    QTest::newRow("packed dump") << u"a.sql.gz"_s << gzip(shop()) << QString();
    QTest::newRow("dump in a ZIP") << u"a.zip"_s << dump.bytes() << QString();
    QTest::newRow("dump that was cut") << u"a.sql"_s << cut
                                       << QString(place(shop(), "CREATE ALGORITHM")
                                                  + u": the dump ends early: trailer"_s);
    QTest::newRow("packing that was cut")
        << u"a.sql.gz"_s << gzip(shop()).chopped(9) << u"gzip: its compressed data ends early"_s;
    QTest::newRow("error page") << u"a.sql"_s << QByteArray("<html>") << u"file: is a web page (HTML)"_s;
    QTest::newRow("package of any name") << u"a.part"_s << package.bytes()
                                         << u"DacMetadata.xml: is missing from the package"_s;
    QTest::newRow("dump in place of a package") << u"a.bacpac.part"_s << shop() << noZip;
}

void TestDumpLook::aFileThatArrivedIsCheckedForWhatItIs()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, file);
    QFETCH(const QString, said);
    const QString path = m_folder.filePath(name);
    QFile target(path);
    QVERIFY(target.open(QIODevice::WriteOnly) && target.write(file) == file.size() && target.flush());
    const Result<void> checked = checkFormat(path, std::make_shared<std::atomic_bool>(false));
    QCOMPARE(checked ? QString() : QString(checked.error().subject + u": "_s + checked.error().detail), said);
    QVERIFY(checked || checked.error().code == Error::Code::FormatInvalid);
}

void TestDumpLook::aFileIsLookedAtForWhatItHolds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<FileKind>("kind");
    ZipBuilder package;
    package.add("model.xml", "<DataSchemaModel/>");
    package.add("data.sql", "INSERT INTO a VALUES (1);");
    ZipBuilder dump;
    dump.add("site/db.sql", shop());
    ZipBuilder other;
    other.add("readme.txt", "hello");
    QTest::newRow("dump with the name of a package") << u"a.bacpac"_s << shop() << FileKind::Dump;
    QTest::newRow("package with the name of a dump") << u"a.sql"_s << package.bytes() << FileKind::Package;
    QTest::newRow("packed dump of any name") << u"a.bin"_s << gzip(shop()) << FileKind::Dump;
    QTest::newRow("dump in a ZIP") << u"a.zip"_s << dump.bytes() << FileKind::Dump;
    QTest::newRow("another ZIP") << u"a.zip"_s << other.bytes() << FileKind::Package;
    QTest::newRow("package that was cut") << u"a.bacpac"_s << package.bytes().chopped(30) << FileKind::Package;
    QTest::newRow("error page for a package") << u"a.bacpac"_s << QByteArray("<html>") << FileKind::Package;
    QTest::newRow("error page for a dump") << u"a.sql"_s << QByteArray("<html>") << FileKind::Dump;
    QTest::newRow("nothing") << u"a.sql"_s << QByteArray() << FileKind::Dump;
}

void TestDumpLook::aFileIsLookedAtForWhatItHolds()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, file);
    QFETCH(const FileKind, kind);
    const QString path = m_folder.filePath(name);
    QFile target(path);
    QVERIFY(target.open(QIODevice::WriteOnly) && target.write(file) == file.size() && target.flush());
    QCOMPARE(fileKind(path), kind);
    const PackageInspection look = inspectFileNow(path, {}).value();
    QCOMPARE(look.dump.has_value(), kind == FileKind::Dump);
    QCOMPARE(look.file.facts.database == Database::MySql, kind == FileKind::Dump);
}

void TestDumpLook::theTaskTellsWhileItRuns()
{
    auto* task = lookAtDump(fileWith(gzip(shop())), this);
    QSignalSpy told(task, &InspectionTask::found);
    std::optional<Result<PackageInspection>> result;
    connect(task, &Task::finished, this, [&result, task] { result = task->result(); });
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
    QVERIFY(result->has_value());
    QCOMPARE(told.size(), (*result)->findings.size());
    QCOMPARE(told.constFirst().constFirst().value<Finding>(), (*result)->findings.constFirst());

    auto* cancelled = lookAtDump(fileWith(gzip(shop())), this);
    result.reset();
    connect(cancelled, &Task::finished, this, [&result, cancelled] { result = cancelled->result(); });
    cancelled->start();
    cancelled->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(result, 60'000);
    QCOMPARE(result->error().code, Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(TestDumpLook)
#include "tst_dumplook.moc"
