#include "app/transfers/partplan.h"
#include "app/transfers/parttable.h"

#include <QTest>

namespace longshore {

namespace {
constexpr qint64 MiB = 1024 * 1024;
}

class TestPartPlan final : public QObject
{
    Q_OBJECT

    static void verifyCovers(const std::vector<FilePart>& parts, qint64 size)
    {
        qint64 end = 0;
        for (const FilePart& part : parts) {
            QCOMPARE(part.offset, end);
            QVERIFY(part.length > 0);
            end = part.end();
        }
        QCOMPARE(end, size);
    }

private Q_SLOTS:
    void coversTheFileWithoutGaps_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {qint64(1), 8 * MiB - 1, 8 * MiB, 8 * MiB + 1, 100 * MiB, 320 * MiB, 4096 * MiB,
                                  qint64(60) * 1024 * MiB + 7}) {
            QTest::addRow("%lld", size) << size;
        }
    }
    void coversTheFileWithoutGaps()
    {
        QFETCH(const qint64, size);
        const auto parts = planParts(size);
        verifyCovers(parts, size);
        for (const FilePart& part : parts) {
            QVERIFY(part.length <= 8 * MiB);
        }
    }

    void anEmptyFileHasNoParts() { QVERIFY(planParts(0).empty()); }

    void aPlatformDividesEvenly_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("usual");
        QTest::addColumn<qint64>("last");
        QTest::newRow("even") << qint64(300) << 3 << qint64(100) << qint64(100);
        QTest::newRow("the last takes the rest") << qint64(302) << 3 << qint64(100) << qint64(102);
        QTest::newRow("one") << qint64(7) << 1 << qint64(7) << qint64(7);
        QTest::newRow("150 GiB in 30") << 150 * 1024 * MiB << 30 << 5 * 1024 * MiB << 5 * 1024 * MiB;
        QTest::newRow("empty") << qint64(0) << 1 << qint64(0) << qint64(0);
        QTest::newRow("50 GB in 500") << qint64(50'000'000'001) << 500 << qint64(100'000'000) << qint64(100'000'001);
    }
    void aPlatformDividesEvenly()
    {
        QFETCH(const qint64, size);
        QFETCH(const int, count);
        const auto parts = planEvenParts(size, count);
        QCOMPARE(static_cast<int>(parts.size()), count);
        QTEST(parts.front().length, "usual");
        QTEST(parts.back().length, "last");
        if (size > 0) {
            verifyCovers(parts, size);
        }
    }

    void thePartsAreDoubledUntilTheStoreTakesThem_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("usual");
        QTest::newRow("389 GiB") << 389 * 1024 * MiB << 8 * MiB;
        QTest::newRow("400 GiB") << 400 * 1024 * MiB << 16 * MiB;
        QTest::newRow("5 TiB") << 5 * 1024 * 1024 * MiB << 128 * MiB;
        QTest::newRow("as many as fit of 512 MiB") << 49'872 * 512 * MiB << 512 * MiB;
        QTest::newRow("the cut ones would be too many") << 49'936 * 512 * MiB << 1024 * MiB;
    }
    void thePartsAreDoubledUntilTheStoreTakesThem()
    {
        QFETCH(const qint64, size);
        QFETCH(const qint64, usual);
        QCOMPARE(usualPartSize(size, 8 * MiB), usual);
        const auto parts = planParts(size);
        QVERIFY(static_cast<qint64>(parts.size()) <= PartSizes::MaxParts);
        verifyCovers(parts, size);
    }

    void theLastPartsAreSmallSoThatTheStreamsEndTogether()
    {
        const auto parts = planParts(320 * MiB);
        QCOMPARE(parts.front().length, 8 * MiB);
        QVERIFY(parts.back().length <= 2 * MiB);
        for (const FilePart& part : parts) {
            QVERIFY(part.length >= MiB);
        }
    }

    void aTablePlansOnlyTheGaps()
    {
        const auto table = PartTable::around({{0, 0, 8, 8, 8, {}}, {1, 8, 8, 4, 0, {}}, {2, 40, 10, 10, 0, {}}}, 100,
                                             {.usual = 20, .smallest = 20});
        QCOMPARE(table->writtenBytes(), 22);
        QVERIFY(!table->isComplete());
        QCOMPARE(table->part(0), (FilePart{0, 12})); // what is there, in one piece
        QCOMPARE(table->part(1), (FilePart{12, 20}));
        QCOMPARE(table->part(2), (FilePart{32, 8}));
        QCOMPARE(table->part(3), (FilePart{40, 10}));
        int front = 0;
        QCOMPARE(table->frontier(front), 12);
        table->add(1, 20);
        table->add(2, 3);
        QCOMPARE(table->frontier(front), 35);
        QCOMPARE(front, 2);
    }

    void rowsThatContradictEachOtherAreNotTrusted()
    {
        const auto table =
            PartTable::around({{0, 0, 50, 50, 0, {}}, {1, 20, 50, 50, 0, {}}, {2, 90, 50, 50, 0, {}}}, 100, {});
        QCOMPARE(table->writtenBytes(), 60);
        QCOMPARE(table->size(), 100);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestPartPlan)
#include "tst_partplan.moc"
