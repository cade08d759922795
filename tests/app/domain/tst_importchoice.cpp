#include "app/domain/importchoice.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MegaByte = 1'000'000;

Connection bakery(VectorDialect dialect)
{
    Connection connection;
    connection.name = u"bakery"_s;
    connection.platform = Platform::VectorPro;
    connection.dialect = dialect;
    connection.environments = {{.name = u"development"_s, .tier = Tier::Development},
                               {.name = u"staging"_s, .tier = Tier::Staging, .id = u"e1"_s}};
    return connection;
}

} // namespace

class TestImportChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallDumpsGoInsideTheRequestWhereTheDialectHasThat_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<bool>("quick");
        const auto row = [](const char* name, VectorDialect dialect, const QString& environment, qint64 bytes,
                            bool quick) { QTest::newRow(name) << int(dialect) << environment << bytes << quick; };
        row("D, small", VectorDialect::D, u"development"_s, 10 * MegaByte - 1, true);
        row("D, at its limit", VectorDialect::D, u"development"_s, 10 * MegaByte, false);
        row("D, an environment", VectorDialect::D, u"staging"_s, 1, false);
        row("G1, small", VectorDialect::G1, u"Staging"_s, 50 * MegaByte - 1, true);
        row("G1, at its limit", VectorDialect::G1, u"development"_s, 50 * MegaByte, false);
        row("G1, of unknown size", VectorDialect::G1, u"development"_s, -1, false);
        row("G2 has none", VectorDialect::G2, u"development"_s, 1, false);
        row("no such environment", VectorDialect::G1, u"elsewhere"_s, 1, false);
    }
    void smallDumpsGoInsideTheRequestWhereTheDialectHasThat()
    {
        QFETCH(const int, dialect);
        QFETCH(const QString, environment);
        QFETCH(const qint64, bytes);
        QFETCH(const bool, quick);
        const Connection connection = bakery(static_cast<VectorDialect>(dialect));
        QCOMPARE(quickImportTakes(connection, environment, bytes), quick);
        QCOMPARE(suggestedWay(connection, environment, bytes), quick ? ImportWay::Quick : ImportWay::Upload);
    }

    void theOtherPlatformHasOneWay()
    {
        Connection project;
        project.environments = {{.name = u"Integration"_s}};
        QCOMPARE(suggestedWay(project, u"Integration"_s, 1), ImportWay::Upload);
        QVERIFY(takesOptions(project, u"Integration"_s, {}));
        QVERIFY(!takesOptions(project, u"Integration"_s, {.dropTables = false}));
    }

    void theProseDialectCannotBeToldOptions()
    {
        const ImportOptions kept{.dropTables = false};
        QVERIFY(!takesOptions(bakery(VectorDialect::D), u"development"_s, kept));
        QVERIFY(takesOptions(bakery(VectorDialect::D), u"development"_s, {}));
        QVERIFY(takesOptions(bakery(VectorDialect::G1), u"staging"_s, kept));
        QVERIFY(takesOptions(bakery(VectorDialect::G2), u"development"_s, kept));
    }

    void whatIsNotTakenIsMadeIntoWhatIs_data()
    {
        QTest::addColumn<QString>("packing");
        QTest::addColumn<QString>("d");
        QTest::addColumn<QString>("quick");
        QTest::addColumn<QString>("upload");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QString() << u"as it is"_s << u"as it is"_s << u"as it is"_s << u"shop.sql"_s;
        QTest::newRow("gzip") << u"gzip"_s << u"sql"_s << u"sql"_s << u"as it is"_s << u"shop.sql.gz"_s;
        QTest::newRow("bzip2") << u"bzip2"_s << u"sql"_s << u"sql"_s << u"gz"_s << u"shop.sql.gz"_s;
        QTest::newRow("zstd") << u"zstd"_s << u"sql"_s << u"sql"_s << u"gz"_s << u"shop.sql.gz"_s;
        QTest::newRow("zip") << u"zip"_s << u"sql"_s << u"sql"_s << u"gz"_s << u"shop.sql.gz"_s;
        QTest::newRow("backup") << u"gzip, tar"_s << u"sql"_s << u"sql"_s << u"gz"_s << u"shop.sql.gz"_s;
    }
    void whatIsNotTakenIsMadeIntoWhatIs()
    {
        QFETCH(const QString, packing);
        QFETCH(const QString, d);
        QFETCH(const QString, quick);
        QFETCH(const QString, upload);
        QFETCH(const QString, name);
        const auto text = [](std::optional<DumpFormat> form) { return form ? dumpFormatName(*form) : u"as it is"_s; };
        QCOMPARE(text(formToSend(VectorDialect::D, ImportWay::Upload, packing)), d);
        QCOMPARE(text(formToSend(VectorDialect::G1, ImportWay::Quick, packing)), quick);
        QCOMPARE(text(formToSend(VectorDialect::G1, ImportWay::Upload, packing)), upload);
        const std::optional<DumpFormat> form = formToSend(VectorDialect::G2, ImportWay::Upload, packing);
        QCOMPARE(text(form), upload);
        QCOMPARE(sentDumpName(u"/home/me/shop.sql.xz"_s, packing, form), name);
        QCOMPARE(sentDumpName(u"/home/me/shop.dump"_s, packing, form), name);
    }

    void optionsComeInPairs()
    {
        QCOMPARE(invalidField(ImportOptions{}), QString());
        QCOMPARE(invalidField(ImportOptions{.searchFor = u"a"_s}), u"replaceBy"_s);
        QCOMPARE(invalidField(ImportOptions{.replaceBy = u"b"_s}), u"searchFor"_s);
        QCOMPARE(invalidField(ImportOptions{.searchFor = QString(256, u'a'), .replaceBy = u"b"_s}), u"searchFor"_s);
        const ImportOptions both{.dropTables = false, .searchFor = u"a"_s, .replaceBy = u"b"_s};
        QCOMPARE(invalidField(both), QString());
        QCOMPARE(importOptionsFromJson(toJson(both)), both);
        QCOMPARE(importOptionsFromJson({}), ImportOptions{});
    }
};

QTEST_GUILESS_MAIN(TestImportChoice)
#include "tst_importchoice.moc"
