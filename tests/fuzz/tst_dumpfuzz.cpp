#include "tests/fuzz/dumpfuzz.h"
#include "tests/support/zipbuilder.h"

#include <KCompressionDevice>
#include <KTar>
#include <QBuffer>
#include <QtTest>
#include <random>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

QByteArray dump()
{
    return "-- MySQL dump 10.13  Distrib 8.0.36\n/*!999999\\- enable the sandbox mode */\n/*!40101 SET NAMES utf8 */;\n"
           "DROP TABLE IF EXISTS `wp_options`;\nCREATE TABLE `wp_options` (`a` int, FOREIGN KEY (`a`)) ENGINE=MyISAM "
           "CHARSET=utf8mb4;\n"
           "INSERT INTO `wp_options` VALUES (1,'siteurl','https://a.example'),(2,'home','it''s \\'b\\'');\n"
           "INSERT INTO `t` VALUES (1,'\?\?\?\?'),(-2.5e3,\"x\"),(NULL,`n`);\n"
           "DELIMITER $$\n/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`l`*/ /*!50003 TRIGGER t BEGIN a; END */$$\n"
           "DELIMITER ;\nUSE `x`; # c\n/* d */ SET @@SESSION.SQL_LOG_BIN= 0;\n-- Dump completed on 2026-01-12\n";
}

QByteArray compressed(KCompressionDevice::CompressionType type, const QByteArray& plain)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    KCompressionDevice device(&buffer, false, type);
    device.open(QIODevice::WriteOnly);
    device.write(plain);
    device.close();
    return buffer.data();
}

QByteArray tarred()
{
    QBuffer buffer;
    KTar tar(&buffer);
    tar.open(QIODevice::WriteOnly);
    tar.writeFile(QString(u"folder/"_s + QString(150, u'n') + u".txt"_s), "text");
    tar.writeFile(u"db.sql"_s, dump());
    tar.close();
    return buffer.data();
}

QByteArray changed(const QByteArray& good, std::mt19937& random)
{
    static const QByteArray interesting("'\"`\\;*/-#!?\n\0\xFF$(),=@", 21);
    QByteArray bytes = good;
    for (std::size_t left = 1 + random() % 5; left > 0; --left) {
        const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size()));
        bytes[at] =
            random() % 2 != 0 ? interesting.at(static_cast<qsizetype>(random() % 21)) : static_cast<char>(random());
    }
    if (random() % 4 == 0) {
        bytes.truncate(static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size())));
    }
    return bytes;
}

} // namespace

/// The fuzz target with some thousand inputs that are the same every time; the real fuzzing is `fuzz_dump`.
class TestDumpFuzz final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedDumpsNeverCrashTheScanner();
    void noiseNeverCrashesTheScanner();
    void changedPackingsNeverCrashTheReader_data();
    void changedPackingsNeverCrashTheReader();
};

void TestDumpFuzz::changedDumpsNeverCrashTheScanner()
{
    QVERIFY(scanAsDump(dump()));
    std::mt19937 random(20260112);
    int statements = 0;
    for (int round = 0; round < 5000; ++round) {
        statements += scanAsDump(changed(dump(), random)) ? 1 : 0;
    }
    QVERIFY2(statements > 3000, qPrintable(QString::number(statements)));
}

void TestDumpFuzz::noiseNeverCrashesTheScanner()
{
    std::mt19937 random(7);
    static const QByteArray letters("'\"`\\;*/-#!?\n ()M$9aDELIMITERVALUES,INSERT");
    for (int round = 0; round < 2000; ++round) {
        QByteArray noise(static_cast<qsizetype>(random() % 2000), '\0');
        const bool marks = round % 2 == 0;
        std::generate(noise.begin(), noise.end(), [&random, marks] {
            return marks ? letters.at(static_cast<qsizetype>(random() % static_cast<quint32>(letters.size())))
                         : static_cast<char>(random());
        });
        scanAsDump(noise);
        scanAsDump("DELIMITER /*-\n" + noise + "/*-");
    }
}

void TestDumpFuzz::changedPackingsNeverCrashTheReader_data()
{
    using Device = KCompressionDevice;
    QTest::addColumn<QByteArray>("good");
    ZipBuilder zip;
    zip.add({.name = "a/b.sql", .contents = dump(), .deflate = true});
    QTest::newRow("gzip") << compressed(Device::GZip, dump());
    QTest::newRow("bzip2") << compressed(Device::BZip2, dump());
    QTest::newRow("xz") << compressed(Device::Xz, dump());
    QTest::newRow("zstd") << compressed(Device::Zstd, dump());
    QTest::newRow("zip") << zip.bytes();
    QTest::newRow("tar") << tarred();
    QTest::newRow("tar.gz") << compressed(Device::GZip, tarred());
}

void TestDumpFuzz::changedPackingsNeverCrashTheReader()
{
    QFETCH(const QByteArray, good);
    QVERIFY(unpackAsDump(good));
    std::mt19937 random(11);
    int refused = 0;
    for (int round = 0; round < 1500; ++round) {
        refused += unpackAsDump(changed(good, random)) ? 0 : 1;
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
}

QTEST_GUILESS_MAIN(TestDumpFuzz)
#include "tst_dumpfuzz.moc"
