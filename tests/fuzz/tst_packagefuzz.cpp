#include "tests/fuzz/packagefuzz.h"
#include "tests/support/zipbuilder.h"

#include <QtTest>
#include <random>

using namespace longshore;

/// The fuzz target with a few thousand inputs that are the same every time; the real fuzzing is `fuzz_package`.
class TestPackageFuzz final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSeedsAreInOrder();
    void changedBytesNeverCrashTheReader_data();
    void changedBytesNeverCrashTheReader();
    void noiseNeverCrashesTheReader();

private:
    static QByteArray seed(bool wide);
};

QByteArray TestPackageFuzz::seed(bool wide)
{
    ZipBuilder zip;
    zip.setForceZip64(wide);
    zip.add({.name = "model.xml",
             .contents = "<?xml version=\"1.0\"?><DataSchemaModel><Model><Element Type=\"SqlTable\" Name=\"[a].[b]\"/>"
                         "</Model></DataSchemaModel>",
             .deflate = true});
    zip.add("DacMetadata.xml", "<DacType><Name>a</Name></DacType>");
    zip.add({.name = "Origin.xml",
             .contents = "<DacOrigin><Start>2026-01-12T07:30:01.0200000+00:00</Start>"
                         "<TableRowCountTotalTag>1</TableRowCountTotalTag></DacOrigin>",
             .deflate = true});
    zip.add({.name = "Data/a.b/TableData-000-00000.BCP", .contents = QByteArray(5000, '\x07'), .deflate = true});
    zip.add("_rels/.rels",
            "<Relationships><Relationship Target=\"/Data/a.b/TableData-000-00000.BCP\"/></Relationships>");
    zip.setComment("comment");
    return zip.bytes();
}

void TestPackageFuzz::theSeedsAreInOrder()
{
    QVERIFY(readAsPackage(seed(false)));
    QVERIFY(readAsPackage(seed(true)));
}

void TestPackageFuzz::changedBytesNeverCrashTheReader_data()
{
    QTest::addColumn<bool>("wide");
    QTest::newRow("32 bit") << false;
    QTest::newRow("Zip64") << true;
}

void TestPackageFuzz::changedBytesNeverCrashTheReader()
{
    QFETCH(const bool, wide);
    const QByteArray good = seed(wide);
    std::mt19937 random(20260112);
    const auto pick = [&random](qsizetype below) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(below));
    };
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray changed = good;
        for (qsizetype left = 1 + pick(4); left > 0; --left) {
            // Half of the changes hit the directory, where the offsets and sizes are.
            const qsizetype half = changed.size() / 2;
            const qsizetype at = (random() % 2 != 0 ? half : 0) + pick(half);
            static constexpr std::array interesting{'\0', '\xFF', '\x7F', '\x80', '\1'};
            changed[at] = random() % 2 != 0 ? interesting.at(static_cast<std::size_t>(pick(interesting.size())))
                                            : static_cast<char>(random());
        }
        if (random() % 8 == 0) {
            changed.truncate(pick(changed.size()));
        }
        refused += readAsPackage(changed) ? 0 : 1;
    }
    QVERIFY2(refused > 1500, qPrintable(QString::number(refused)));
}

void TestPackageFuzz::noiseNeverCrashesTheReader()
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        QByteArray noise(static_cast<qsizetype>(random() % 4000), '\0');
        std::generate(noise.begin(), noise.end(), [&random] { return static_cast<char>(random()); });
        QVERIFY(!readAsPackage(noise));
        QVERIFY(!readAsPackage(noise + QByteArray("PK\x05\x06") + QByteArray(18, '\xFF')));
    }
}

QTEST_GUILESS_MAIN(TestPackageFuzz)
#include "tst_packagefuzz.moc"
