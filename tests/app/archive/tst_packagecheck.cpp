#include "app/archive/packagecheck.h"
#include "app/archive/zipentryreader.h"
#include "app/practice/practicedata.h"
#include "tests/support/zipbuilder.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>
#include <functional>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

CancelFlag never()
{
    return std::make_shared<std::atomic_bool>(false);
}

using Entries = QList<ZipBuilder::Entry>;
using Change = std::function<void(Entries&)>;

qsizetype indexOf(const Entries& entries, const QByteArray& name)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries.at(i).name == name) {
            return i;
        }
    }
    return -1;
}

Change without(const QByteArray& name)
{
    return [name](Entries& entries) { entries.removeAt(indexOf(entries, name)); };
}

Change replacing(const QByteArray& name, const QByteArray& before, const QByteArray& after)
{
    return [=](Entries& entries) { entries[indexOf(entries, name)].contents.replace(before, after); };
}

Change withContents(const QByteArray& name, const QByteArray& contents)
{
    return [=](Entries& entries) { entries[indexOf(entries, name)].contents = contents; };
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPackageCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aGeneratedCmsPassesAndSaysWhatItIs();
    void aGeneratedCommerceIsRecognised();
    void namesWhatIsWrongWithThePackage_data();
    void namesWhatIsWrongWithThePackage();
    void saysWhatAFileThatIsNoPackageMostLikelyIs_data();
    void saysWhatAFileThatIsNoPackageMostLikelyIs();
    void everyTruncationIsNoticed();
    void aFlippedByteInADataPartIsNoticed();
    void acceptsPackagesThatRecordNoRowCount();
    void aDatabaseWithoutKnownTablesIsNotGuessed();
    void stopsWhenCancelled();
    void aMissingFileIsAFileError();

private:
    QString rebuilt(const Change& change);
    [[nodiscard]] QString fileWith(const QByteArray& bytes) const;

    QTemporaryDir m_folder;
    QString m_cms;
    Entries m_entries;
};

void TestPackageCheck::initTestCase()
{
    m_cms = m_folder.filePath(u"cms.bacpac"_s);
    QVERIFY(writePracticePackage(m_cms, {.environment = u"Production"_s}, never()));
    QFile file(m_cms);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ZipDirectory directory = ZipDirectory::read(file).value();
    for (const ZipEntry& entry : directory.entries()) {
        m_entries.append({.name = entry.name,
                          .contents = readSmallEntry(file, directory, entry, 100'000'000).value(),
                          .deflate = true});
    }
}

QString TestPackageCheck::fileWith(const QByteArray& bytes) const
{
    const QString path = m_folder.filePath(u"changed.bacpac"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QString TestPackageCheck::rebuilt(const Change& change)
{
    Entries entries = m_entries;
    change(entries);
    ZipBuilder zip;
    for (const ZipBuilder::Entry& entry : std::as_const(entries)) {
        zip.add(entry);
    }
    return fileWith(zip.bytes());
}

void TestPackageCheck::aGeneratedCmsPassesAndSaysWhatItIs()
{
    const Result<PackageFacts> facts = checkPackage(m_cms, never());
    QVERIFY2(facts, qPrintable(facts ? QString() : QString(facts.error().subject + facts.error().detail)));
    QCOMPARE(facts->sourceDatabase, u"sqldb-practice-opticms-production"_s);
    QCOMPARE(facts->exportedAt, QDateTime(QDate(2026, 1, 12), QTime(6, 30), QTimeZone::utc()));
    QCOMPARE(facts->database, std::optional(Database::Cms));
    QVERIFY(facts->totalRows > 5000);
    QVERIFY(facts->tables >= 25 && facts->parts > facts->tables);
    QVERIFY(facts->uncompressedBytes > QFileInfo(m_cms).size());
}

void TestPackageCheck::aGeneratedCommerceIsRecognised()
{
    const QString path = m_folder.filePath(u"commerce.bacpac"_s);
    QVERIFY(writePracticePackage(path, {.environment = u"Integration"_s, .database = Database::Commerce}, never()));
    const Result<PackageFacts> facts = checkPackage(path, never());
    QVERIFY(facts);
    QCOMPARE(facts->database, std::optional(Database::Commerce));
}

void TestPackageCheck::namesWhatIsWrongWithThePackage_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("detail");
    const QString missing = u"is missing from the package"_s;
    const QByteArray part("Data/dbo.tblContent/TableData-000-00000.BCP");
    for (const char* name : {"model.xml", "DacMetadata.xml", "Origin.xml", "[Content_Types].xml", "_rels/.rels"}) {
        QTest::newRow(name) << without(name) << QString::fromLatin1(name) << missing;
    }
    QTest::newRow("lost data part") << without(part) << QString::fromUtf8(part) << missing;
    QTest::newRow("model changed") << replacing("model.xml", "tblContentType", "tblContentTypo") << u"model.xml"_s
                                   << u"SHA-256 differs from the checksum in Origin.xml"_s;
    QTest::newRow("checksum wrong") << replacing("Origin.xml", "\"/model.xml\">", "\"/model.xml\">00") << u"model.xml"_s
                                    << u"SHA-256 differs from the checksum in Origin.xml"_s;
    QTest::newRow("checksum missing") << replacing("Origin.xml", "/model.xml", "/other.xml") << u"Origin.xml"_s
                                      << u"has no checksum of model.xml"_s;
    QTest::newRow("a dacpac") << replacing("Origin.xml", ">true<", ">false<") << u"Origin.xml"_s
                              << u"says that the package holds no exported data (a dacpac)"_s;
    QTest::newRow("Origin is something else")
        << withContents("Origin.xml", "<html/>") << u"Origin.xml"_s << u"root element is html"_s;
    QTest::newRow("Origin with a DTD") << withContents("Origin.xml",
                                                       "<!DOCTYPE DacOrigin [<!ENTITY a 'b'>]><DacOrigin/>")
                                       << u"Origin.xml"_s << u"line 1: document type declaration"_s;
    QTest::newRow("model with a DTD") << withContents("model.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><DataSchemaModel/>")
                                      << u"model.xml"_s << u"document type declaration"_s;
    QTest::newRow("model is something else")
        << withContents("model.xml", "<other/>") << u"model.xml"_s << u"root element is other"_s;
    QTest::newRow("Origin too large") << withContents("Origin.xml", QByteArray(5'000'000, ' ')) << u"Origin.xml"_s
                                      << u"is larger than 4194304 bytes"_s;
    QTest::newRow("a ZIP around a bacpac")
        << Change([](Entries& entries) { entries = {{.name = "export/site.bacpac", .contents = "PK"}}; })
        << u"export/site.bacpac"_s << u"this is a ZIP around a bacpac; unpack it first"_s;
}

void TestPackageCheck::namesWhatIsWrongWithThePackage()
{
    QFETCH(const Change, change);
    QFETCH(const QString, subject);
    QFETCH(const QString, detail);
    const Result<PackageFacts> facts = checkPackage(rebuilt(change), never());
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, Error::Code::FormatInvalid);
    QCOMPARE(facts.error().subject, subject);
    QCOMPARE(facts.error().detail, detail);
}

void TestPackageCheck::saysWhatAFileThatIsNoPackageMostLikelyIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("Git LFS") << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n")
                             << u"is a Git LFS pointer, not the file itself"_s;
    QTest::newRow("HTML") << QByteArray("\n<!DOCTYPE HTML><title>Sign in</title>") << u"is a web page (HTML)"_s;
    QTest::newRow("XML") << QByteArray("\xEF\xBB\xBF<?xml version=\"1.0\"?><Error><Code>X</Code></Error>")
                         << u"is an XML document, perhaps an error answer of the storage"_s;
    QTest::newRow("noise") << QByteArray(2000, '\x42') << u"is not a ZIP"_s;
    QTest::newRow("begins like a ZIP") << QByteArray("PK\x03\x04") + QByteArray(2000, 'x')
                                       << u"not found; the file was cut off or is not a ZIP"_s;
}

void TestPackageCheck::saysWhatAFileThatIsNoPackageMostLikelyIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, detail);
    const Result<PackageFacts> facts = checkPackage(fileWith(bytes), never());
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, Error::Code::FormatInvalid);
    QCOMPARE(facts.error().detail, detail);
}

void TestPackageCheck::everyTruncationIsNoticed()
{
    QFile file(m_cms);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (int tenth = 1; tenth < 10; ++tenth) {
        QVERIFY(!checkPackage(fileWith(whole.left(whole.size() * tenth / 10)), never()));
    }
    QVERIFY(!checkPackage(fileWith(whole.chopped(1)), never()));
}

void TestPackageCheck::aFlippedByteInADataPartIsNoticed()
{
    QFile file(m_cms);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray whole = file.readAll();
    const qsizetype at = whole.indexOf("Data/dbo.tblActivityLog/TableData-001-00000.BCP") + 500;
    whole[at] = static_cast<char>(whole.at(at) ^ 0x04);
    const Result<PackageFacts> facts = checkPackage(fileWith(whole), never());
    QVERIFY(!facts);
    QCOMPARE(facts.error().subject, u"Data/dbo.tblActivityLog/TableData-001-00000.BCP"_s);
}

void TestPackageCheck::acceptsPackagesThatRecordNoRowCount()
{
    const Result<PackageFacts> facts =
        checkPackage(rebuilt(replacing("Origin.xml", "TableRowCountTotalTag", "Nothing")), never());
    QVERIFY(facts);
    QCOMPARE(facts->totalRows, -1);
}

void TestPackageCheck::aDatabaseWithoutKnownTablesIsNotGuessed()
{
    const Result<PackageFacts> facts =
        checkPackage(rebuilt([](Entries& entries) {
                         QByteArray& model = entries[indexOf(entries, "model.xml")].contents;
                         model.replace("[tblContent]", "[somebody]");
                         const QByteArray hash = QCryptographicHash::hash(model, QCryptographicHash::Sha256).toHex();
                         QByteArray& origin = entries[indexOf(entries, "Origin.xml")].contents;
                         const qsizetype at = origin.indexOf("\"/model.xml\">") + 13;
                         origin.replace(at, 64, hash); // lower case is as good
                     }),
                     never());
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QVERIFY(!facts->database);
}

void TestPackageCheck::stopsWhenCancelled()
{
    const Result<PackageFacts> facts = checkPackage(m_cms, std::make_shared<std::atomic_bool>(true));
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, Error::Code::Cancelled);
}

void TestPackageCheck::aMissingFileIsAFileError()
{
    QCOMPARE(checkPackage(m_folder.filePath(u"gone"_s), never()).error().code, Error::Code::FileAccess);
}

QTEST_GUILESS_MAIN(TestPackageCheck)
#include "tst_packagecheck.moc"
