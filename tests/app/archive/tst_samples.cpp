#include "app/archive/packagecheck.h"
#include "tests/support/bacpacdecoder.h"
#include "tests/support/samples.h"

#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

/// Packages made by SQL Server's own tools.
class TestSamples final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void realPackagesPassTheCheck_data();
    void realPackagesPassTheCheck();
    void realPackagesDecodeToTheirLastByte_data() { realPackagesPassTheCheck_data(); }
    void realPackagesDecodeToTheirLastByte();
    void aRealCmsIsRecognised();
};

void TestSamples::initTestCase()
{
    if (samplePackage(u"epinova-alloy.bacpac"_s).isEmpty()) {
        QSKIP("whole program: set LONGSHORE_SAMPLES to the folder of the sample packages");
    }
}

void TestSamples::realPackagesPassTheCheck_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("database");
    QTest::addColumn<qint64>("rows");
    QTest::newRow("CMS") << u"epinova-alloy.bacpac"_s << u"sqldb-fotowaredemo-wpdonk-opticms-prod"_s << qint64{4663};
    QTest::newRow("AdventureWorksLT") << u"dp300-awlt.bacpac"_s << u"AdventureWorksLT"_s << qint64{4277};
    QTest::newRow("Commerce") << u"foundation-commerce.bacpac"_s << u"FoundationAppleSiliconTest.Commerce"_s
                              << qint64{1};
}

void TestSamples::realPackagesPassTheCheck()
{
    QFETCH(const QString, name);
    QFETCH(const QString, database);
    QFETCH(const qint64, rows);
    const QString path = samplePackage(name);
    const Result<PackageFacts> facts = checkPackage(path, std::make_shared<std::atomic_bool>(false));
    QVERIFY2(facts, qPrintable(facts ? QString() : QString(facts.error().subject + u' ' + facts.error().detail)));
    QCOMPARE(facts->sourceDatabase, database);
    QCOMPARE(facts->totalRows, rows);
    QVERIFY(facts->exportedAt.isValid());
}

void TestSamples::realPackagesDecodeToTheirLastByte()
{
    QFETCH(const QString, name);
    QFETCH(const qint64, rows);
    const QString path = samplePackage(name);
    const Result<DecodedPackage> package = decodePackage(path);
    QVERIFY2(package,
             qPrintable(package ? QString() : QString(package.error().subject + u' ' + package.error().detail)));
    QCOMPARE(package->rows, rows);
}

void TestSamples::aRealCmsIsRecognised()
{
    const QString path = samplePackage(u"epinova-alloy.bacpac"_s);
    const Result<PackageFacts> facts = checkPackage(path, std::make_shared<std::atomic_bool>(false));
    QVERIFY(facts);
    QCOMPARE(facts->database, std::optional(Database::Cms));
    QCOMPARE(facts->tables, 37);
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
