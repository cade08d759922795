#include "app/archive/dumpwriter.h"
#include "app/archive/filecheck.h"
#include "app/jobs/dumparrival.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

const CancelFlag& never()
{
    static const CancelFlag flag = std::make_shared<std::atomic_bool>(false);
    return flag;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray dump()
{
    QByteArray sql = "-- MySQL dump 10.13\nCREATE TABLE t (a INT);\n";
    for (int row = 0; row < 5000; ++row) {
        sql += "INSERT INTO t VALUES (" + QByteArray::number(row) + ");\n";
    }
    return sql + "-- Dump completed\n";
}

} // namespace

class TestDumpArrival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDumpThatCameAsWantedStaysAsItIs()
    {
        const FetchedFile file = fetched(dump());
        const auto arrived = receiveDump(file, DumpFormat::Plain, Reread::Yes, nullptr, never());
        QVERIFY(arrived);
        QCOMPARE(arrived->file.partPath, file.partPath);
        QVERIFY(arrived->replaced.isEmpty());
    }

    void itIsWrittenAsItWasAskedFor_data()
    {
        QTest::addColumn<DumpFormat>("came");
        QTest::addColumn<DumpFormat>("wanted");
        QTest::newRow("compressed on arrival") << DumpFormat::Plain << DumpFormat::Gzip;
        QTest::newRow("another compression") << DumpFormat::Gzip << DumpFormat::Zstd;
        QTest::newRow("unpacked") << DumpFormat::Zstd << DumpFormat::Plain;
    }
    void itIsWrittenAsItWasAskedFor()
    {
        QFETCH(const DumpFormat, came);
        QFETCH(const DumpFormat, wanted);
        const FetchedFile file = came == DumpFormat::Plain ? fetched(dump()) : packed(came);
        const auto arrived = receiveDump(file, wanted, Reread::No, nullptr, never());
        QVERIFY(arrived);
        QCOMPARE(arrived->replaced, file.partPath);
        QVERIFY(QFile::exists(file.partPath)); // goes when the row names the new one
        const QByteArray bytes = contentOf(arrived->file.partPath);
        QCOMPARE(arrived->file.size, bytes.size());
        QCOMPARE(arrived->file.sha256,
                 QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
        const QString again = m_folder.filePath(u"again.sql"_s);
        QVERIFY(repackDump(arrived->file.partPath, again, DumpFormat::Plain, {}));
        QCOMPARE(contentOf(again), dump());
    }

    void whatIsNoDumpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a sign-in page") << QByteArray("\n <!DOCTYPE html><html>Sign in</html>");
        QTest::newRow("an error of the store") << QByteArray("<?xml version=\"1.0\"?><Error><Code>X</Code></Error>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blanks") << QByteArray("\r\n  \n");
        QTest::newRow("a program") << QByteArray("MZ\0\0\3", 5);
    }
    void whatIsNoDumpIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        const FetchedFile file = fetched(bytes);
        for (const DumpFormat wanted : {DumpFormat::Plain, DumpFormat::Gzip}) {
            const auto arrived = receiveDump(file, wanted, Reread::No, nullptr, never());
            QVERIFY(!arrived);
            QCOMPARE(arrived.error().code, Error::Code::FormatInvalid);
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{u"dump.part"_s}); // nothing half written
    }

    void aTruncatedArchiveLeavesNothingBehind()
    {
        FetchedFile file = packed(DumpFormat::Gzip);
        QVERIFY(QFile::resize(file.partPath, file.size - 20));
        file.size -= 20;
        QVERIFY(!receiveDump(file, DumpFormat::Plain, Reread::No, nullptr, never()));
        QVERIFY(!checkFormat(file.partPath, never()));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{u"dump.part"_s});
    }

    void otherBytesThanThoseFetchedAreNoticed()
    {
        FetchedFile file = fetched(dump());
        file.sha256 = QString(64, u'0');
        QCOMPARE(receiveDump(file, DumpFormat::Plain, Reread::Yes, nullptr, never()).error().code,
                 Error::Code::HashMismatch);
        ++file.size;
        QCOMPARE(receiveDump(file, DumpFormat::Plain, Reread::No, nullptr, never()).error().code,
                 Error::Code::SizeMismatch);
    }

    void init()
    {
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files)) {
            QFile::remove(m_folder.filePath(name));
        }
    }

private:
    [[nodiscard]] FetchedFile fetched(const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(u"dump.part"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write(bytes);
        return {file.fileName(), bytes.size(),
                QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())};
    }
    [[nodiscard]] FetchedFile packed(DumpFormat format) const
    {
        const FetchedFile plain = fetched(dump());
        const QString source = m_folder.filePath(u"source"_s);
        QFile::rename(plain.partPath, source);
        const auto written = repackDump(source, plain.partPath, format, {});
        QFile::remove(source);
        return written ? FetchedFile{plain.partPath, written->size, QString::fromLatin1(written->sha256.toHex())}
                       : FetchedFile{};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDumpArrival)
#include "tst_dumparrival.moc"
