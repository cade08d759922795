#include "app/archive/hashingfile.h"
#include "app/archive/packageinspection.h"
#include "app/archive/zipentryreader.h"
#include "app/practice/practicedata.h"
#include "tests/support/samples.h"
#include "tests/support/zipbuilder.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;
using Entries = QList<ZipBuilder::Entry>;

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sha256Of(const QString& path)
{
    return QString::fromLatin1(QCryptographicHash::hash(contentsOf(path), QCryptographicHash::Sha256).toHex());
}

PackageInspection inspected(const QString& path)
{
    return inspectPackageNow(path, {}).value();
}

std::optional<Finding> findingOf(const PackageInspection& inspection, Kind kind)
{
    for (const Finding& finding : inspection.findings) {
        if (finding.kind == kind) {
            return finding;
        }
    }
    return std::nullopt;
}

QStringList errorsOf(const PackageInspection& inspection)
{
    QStringList errors;
    for (const Finding& finding : inspection.findings) {
        if (finding.severity == Severity::Error) {
            errors.append(findingName(finding.kind) + u' ' + finding.place);
        }
    }
    errors.sort();
    return errors;
}

} // namespace

class TestPackageInspection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aGoodPackageIsKnownToTheLastByte_data();
    void aGoodPackageIsKnownToTheLastByte();
    void eachThingIsToldWhileItRunsAndAgainAtTheEnd();
    void everythingThatIsWrongIsSaidAtOnce();
    void damagedEntriesAreAllNamed();
    void aFileThatIsNoPackageIsOneFinding();
    void aTruncatedPackageIsDamaged();
    void aMissingOrUnreadableFileIsAFindingAndNoFailure_data();
    void aMissingOrUnreadableFileIsAFindingAndNoFailure();
    void aFileThatChangesWhileItIsReadIsSaid();
    void bothKindsOfTablesInOnePackageNeedATick();
    void aPackageWithoutAnyRowNeedsATick();
    void canBeCancelledAtAnyTime();
    void mayBeDeletedWhileItRuns();
    void progressEndsAtTheSizeOfTheFile();
    void bytesAreHashedAsTheyPass();
    void realPackagesAreInOrder_data();
    void realPackagesAreInOrder();

private:
    [[nodiscard]] QString fileWith(const QByteArray& bytes) const;
    [[nodiscard]] QString packageOf(const Entries& entries) const;
    [[nodiscard]] ZipBuilder::Entry& entry(Entries& entries, const QByteArray& name) const;

    QTemporaryDir m_folder;
    QString m_cms;
    QString m_commerce;
    Entries m_entries;
};

void TestPackageInspection::initTestCase()
{
    const CancelFlag never = std::make_shared<std::atomic_bool>(false);
    m_cms = m_folder.filePath(u"cms.bacpac"_s);
    m_commerce = m_folder.filePath(u"commerce.bacpac"_s);
    QVERIFY(writePracticePackage(m_cms, {.environment = u"Production"_s}, never));
    QVERIFY(writePracticePackage(m_commerce, {.environment = u"Integration"_s, .database = Database::Commerce}, never));
    QFile file(m_cms);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ZipDirectory directory = ZipDirectory::read(file).value();
    for (const ZipEntry& each : directory.entries()) {
        m_entries.append({.name = each.name,
                          .contents = readSmallEntry(file, directory, each, 100'000'000).value(),
                          .deflate = true});
    }
}

QString TestPackageInspection::fileWith(const QByteArray& bytes) const
{
    const QString path = m_folder.filePath(u"changed.bacpac"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QString TestPackageInspection::packageOf(const Entries& entries) const
{
    ZipBuilder zip;
    for (const ZipBuilder::Entry& each : entries) {
        zip.add(each);
    }
    return fileWith(zip.bytes());
}

ZipBuilder::Entry& TestPackageInspection::entry(Entries& entries, const QByteArray& name) const
{
    return *std::find_if(entries.begin(), entries.end(), [&name](const auto& each) { return each.name == name; });
}

void TestPackageInspection::aGoodPackageIsKnownToTheLastByte_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Database>("database");
    QTest::addColumn<QString>("source");
    QTest::newRow("CMS") << m_cms << Database::Cms << u"sqldb-practice-opticms-production"_s;
    QTest::newRow("Commerce") << m_commerce << Database::Commerce << u"sqldb-practice-opticommerce-integration"_s;
}

void TestPackageInspection::aGoodPackageIsKnownToTheLastByte()
{
    QFETCH(const QString, path);
    QFETCH(const Database, database);
    QFETCH(const QString, source);
    const PackageInspection inspection = inspected(path);
    const CheckedFile& file = inspection.file;
    QCOMPARE(file.path, QFileInfo(path).absoluteFilePath());
    QCOMPARE(file.size, QFileInfo(path).size());
    QCOMPARE(file.modifiedAt, QFileInfo(path).lastModified());
    QCOMPARE(file.modifiedAt.timeSpec(), Qt::UTC);
    QCOMPARE(file.sha256, sha256Of(path));
    QCOMPARE(file.facts.database, std::optional(database));
    QCOMPARE(file.facts.sourceDatabase, source);

    QCOMPARE(errorsOf(inspection), QStringList());
    QVERIFY(warningsOf(inspection.findings).isEmpty());
    QCOMPARE(findingOf(inspection, Kind::FileReadable)->detail, QString::number(file.size));
    QCOMPARE(findingOf(inspection, Kind::SourceDatabase)->detail, source);
    QCOMPARE(findingOf(inspection, Kind::ExportedAt)->detail, u"2026-01-12T06:30:00Z"_s);
    QCOMPARE(findingOf(inspection, Kind::RowCount)->detail, QString::number(file.facts.totalRows));
    QCOMPARE(findingOf(inspection, Kind::DatabaseRecognised)->detail, databaseApiName(database));
    QCOMPARE(findingOf(inspection, Kind::ModelChecksumRight)->severity, Severity::Good);
    QVERIFY(findingOf(inspection, Kind::ZipComplete)->detail.toInt() > file.facts.parts);
}

void TestPackageInspection::eachThingIsToldWhileItRunsAndAgainAtTheEnd()
{
    auto* task = inspectPackage(m_cms, this);
    QList<Finding> told;
    bool isOver = false;
    connect(task, &InspectionTask::found, this, [&told, &isOver](const Finding& finding) {
        QVERIFY(!isOver);
        told.append(finding);
    });
    Result<PackageInspection> result;
    connect(task, &Task::finished, this, [&result, &isOver, task] {
        result = task->result();
        isOver = true;
    });
    task->start();
    QVERIFY(told.isEmpty()); // never from start() itself
    QTRY_VERIFY_WITH_TIMEOUT(isOver, 60'000);
    QVERIFY(result);
    QVERIFY(told.size() >= 6);
    QCOMPARE(told, result->findings);
}

void TestPackageInspection::everythingThatIsWrongIsSaidAtOnce()
{
    Entries entries = m_entries;
    const QByteArray lost("Data/dbo.tblContent/TableData-000-00000.BCP");
    entries.removeIf([&lost](const auto& each) { return each.name == lost || each.name == "[Content_Types].xml"; });
    entry(entries, "DacMetadata.xml").contents = "<html/>";
    entry(entries, "model.xml").contents.replace("tblContentType", "tblContentTypo");
    const PackageInspection inspection = inspected(packageOf(entries));
    QCOMPARE(errorsOf(inspection), (QStringList{u"modelChecksumWrong model.xml"_s, u"partDamaged DacMetadata.xml"_s,
                                                QString(u"partMissing "_s + QString::fromLatin1(lost)),
                                                u"partMissing [Content_Types].xml"_s}));
    QVERIFY(findingOf(inspection, Kind::ExportedAt)); // what is good is said too
    QVERIFY(findingOf(inspection, Kind::ZipComplete));
    QVERIFY(!inspection.file.sha256.isEmpty());
}

void TestPackageInspection::damagedEntriesAreAllNamed()
{
    QByteArray whole = contentsOf(m_cms);
    const QByteArrayList parts{"Data/dbo.tblActivityLog/TableData-000-00000.BCP",
                               "Data/dbo.tblActivityLog/TableData-001-00000.BCP"};
    for (const QByteArray& part : parts) {
        const qsizetype at = whole.indexOf(part) + 500;
        whole[at] = static_cast<char>(whole.at(at) ^ 0x04);
    }
    const PackageInspection inspection = inspected(fileWith(whole));
    QCOMPARE(errorsOf(inspection), (QStringList{QString(u"zipDamaged "_s + QString::fromLatin1(parts.at(0))),
                                                QString(u"zipDamaged "_s + QString::fromLatin1(parts.at(1)))}));
    QVERIFY(!findingOf(inspection, Kind::ZipComplete));
    QCOMPARE(inspection.file.facts.database, std::optional(Database::Cms));
}

void TestPackageInspection::aFileThatIsNoPackageIsOneFinding()
{
    const PackageInspection inspection = inspected(fileWith("-- MySQL dump 10.13\nCREATE TABLE a (b int);\n"));
    QCOMPARE(inspection.findings, (QList<Finding>{{Severity::Error, Kind::WrongFormat, u"file"_s, u"is not a ZIP"_s}}));
    QVERIFY(inspection.file.sha256.isEmpty());
    QVERIFY(inspection.file.size > 0);
}

void TestPackageInspection::aTruncatedPackageIsDamaged()
{
    const QByteArray whole = contentsOf(m_cms);
    for (const qsizetype left : {whole.size() / 2, whole.size() - 1}) {
        const PackageInspection inspection = inspected(fileWith(whole.left(left)));
        QCOMPARE(errorsOf(inspection), QStringList{u"zipDamaged end of central directory"_s});
    }
}

void TestPackageInspection::aMissingOrUnreadableFileIsAFindingAndNoFailure_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("not there") << m_folder.filePath(u"gone.bacpac"_s);
    QTest::newRow("a folder") << m_folder.path();
}

void TestPackageInspection::aMissingOrUnreadableFileIsAFindingAndNoFailure()
{
    QFETCH(const QString, path);
    const PackageInspection inspection = inspected(path);
    QCOMPARE(errorsOf(inspection), QStringList{QString(u"fileUnreadable "_s + path)});
    QVERIFY(!inspection.findings.constFirst().detail.isEmpty());
}

void TestPackageInspection::aFileThatChangesWhileItIsReadIsSaid()
{
    const QString path = packageOf(m_entries);
    const QDateTime before = QFileInfo(path).lastModified();
    const InspectionWatch watch{.found = [&path, &before](const Finding& finding) {
        if (finding.kind == Kind::SourceDatabase) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(before.addSecs(5), QFileDevice::FileModificationTime));
        }
    }};
    const PackageInspection inspection = inspectPackageNow(path, watch).value();
    QCOMPARE(errorsOf(inspection), QStringList{QString(u"fileChanged "_s + inspection.file.path)});
    QVERIFY(inspection.file.sha256.isEmpty()); // nobody can hold the file against it
}

void TestPackageInspection::bothKindsOfTablesInOnePackageNeedATick()
{
    Entries entries = m_entries;
    QByteArray& model = entry(entries, "model.xml").contents;
    model.replace("[dbo].[tblActivityLog]", "[dbo].[OrderGroup]");
    QByteArray& origin = entry(entries, "Origin.xml").contents;
    origin.replace(origin.indexOf("\"/model.xml\">") + 13, 64,
                   QCryptographicHash::hash(model, QCryptographicHash::Sha256).toHex());
    const PackageInspection inspection = inspected(packageOf(entries));
    QCOMPARE(errorsOf(inspection), QStringList());
    QCOMPARE(warningsOf(inspection.findings), (QList<Finding>{{Severity::Warning, Kind::DatabaseMixed, {}, {}}}));
    QVERIFY(!inspection.file.facts.database);
}

void TestPackageInspection::aPackageWithoutAnyRowNeedsATick()
{
    Entries entries = m_entries;
    entries.removeIf([](const auto& each) { return each.name.startsWith("Data/") || each.name == "_rels/.rels"; });
    const PackageInspection inspection = inspected(packageOf(entries));
    QCOMPARE(warningsOf(inspection.findings), (QList<Finding>{{Severity::Warning, Kind::NoData, {}, {}}}));
    QCOMPARE(errorsOf(inspection), QStringList());
}

void TestPackageInspection::canBeCancelledAtAnyTime()
{
    const InspectionWatch watch;
    watch.cancel->store(true);
    QCOMPARE(inspectPackageNow(m_cms, watch).error().code, Error::Code::Cancelled);

    auto* task = inspectPackage(m_cms, this);
    Result<PackageInspection> result;
    int finished = 0;
    connect(task, &Task::finished, this, [&result, &finished, task] {
        result = task->result();
        ++finished;
    });
    connect(task, &InspectionTask::found, task, [task](const Finding&) { task->cancel(); });
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished, 1, 60'000);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Cancelled);
}

void TestPackageInspection::mayBeDeletedWhileItRuns()
{
    auto parent = std::make_unique<QObject>();
    auto* task = inspectPackage(m_cms, parent.get());
    connect(task, &InspectionTask::found, this, [&parent](const Finding&) {
        if (parent) {
            parent.release()->deleteLater();
        }
    });
    QPointer<InspectionTask> alive(task);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(!alive, 60'000);
    QVERIFY(!parent);
}

void TestPackageInspection::progressEndsAtTheSizeOfTheFile()
{
    auto* task = inspectPackage(m_cms, this);
    QSignalSpy progress(task, &Task::progressChanged);
    QSignalSpy finished(task, &Task::finished);
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    const auto last = progress.constLast().constFirst().value<Progress>();
    QCOMPARE(last.done, QFileInfo(m_cms).size());
    QCOMPARE(last.total, std::optional(last.done));
}

/// Each byte is read from the disk once, as long as the reader goes forwards.
void TestPackageInspection::bytesAreHashedAsTheyPass()
{
    qint64 told = 0;
    HashingFile file(m_cms, [&told](qint64 hashed) { told = hashed; });
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.seek(file.size() - 100)); // the directory; too far ahead to count
    QCOMPARE(file.read(100).size(), 100);
    QCOMPARE(file.hashed(), 0);
    QVERIFY(file.seek(0));
    QCOMPARE(file.read(50'000).size(), 50'000);
    QCOMPARE(file.hashed(), 50'000);
    QVERIFY(file.seek(40'000)); // partly known
    QCOMPARE(file.read(20'000).size(), 20'000);
    QCOMPARE(file.hashed(), 60'000);
    QVERIFY(file.seek(70'000)); // a small gap is filled
    QCOMPARE(file.read(10'000).size(), 10'000);
    QCOMPARE(file.hashed(), 80'000);
    while (file.hashOn(file.size())) { }
    QCOMPARE(told, file.size());
    QCOMPARE(QString::fromLatin1(file.sha256().toHex()), sha256Of(m_cms));
}

void TestPackageInspection::realPackagesAreInOrder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<Finding>>("warnings");
    const Finding unknown{Severity::Warning, Kind::DatabaseUnknown, {}, {}};
    QTest::newRow("CMS") << u"epinova-alloy.bacpac"_s << QList<Finding>{};
    QTest::newRow("neither CMS nor Commerce") << u"dp300-awlt.bacpac"_s << QList<Finding>{unknown};
    QTest::newRow("Commerce") << u"foundation-commerce.bacpac"_s << QList<Finding>{unknown}; // before its first run
}

void TestPackageInspection::realPackagesAreInOrder()
{
    QFETCH(const QString, name);
    QFETCH(const QList<Finding>, warnings);
    const QString path = samplePackage(name);
    if (path.isEmpty()) {
        QSKIP("set LONGSHORE_SAMPLES to the folder of the sample packages");
    }
    const PackageInspection inspection = inspected(path);
    QCOMPARE(errorsOf(inspection), QStringList());
    QCOMPARE(warningsOf(inspection.findings), warnings);
    QCOMPARE(inspection.file.sha256, sha256Of(path));
}

QTEST_GUILESS_MAIN(TestPackageInspection)
#include "tst_packageinspection.moc"
