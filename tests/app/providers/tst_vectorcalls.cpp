#include "app/providers/vector/vectorcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace longshore;
using namespace longshore::vector;
using namespace Qt::StringLiterals;

namespace {

using Dialect = VectorDialect;

const Target& development()
{
    static const Target target{u"12345"_s, {}};
    return target;
}

const Target& staging()
{
    static const Target target{u"12345"_s, u"67890"_s};
    return target;
}

QByteArray lineOf(const std::optional<Call>& call)
{
    return call ? QByteArray(call->method + ' ' + call->path) : QByteArray("none");
}

QJsonObject bodyOf(const std::optional<Call>& call)
{
    return call ? QJsonDocument::fromJson(call->body).object() : QJsonObject();
}

ImportOffer offer()
{
    return {.fileName = u"database.sql"_s, .bytes = 17, .md5Hex = "00ff"};
}

} // namespace

class TestVectorCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsGoWhereTheDialectHasThem_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<Target>("target");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("status");
        const QByteArray v = "api/v1/vector/";
        QTest::newRow("D, development") << Dialect::D << development() << "POST " + v + "sites/12345/database/export"
                                        << "GET " + v + "sites/12345/database/export/exp_1";
        QTest::newRow("D, environment") << Dialect::D << staging()
                                        << "POST " + v + "sites/12345/environments/67890/database/export"
                                        << "GET " + v + "sites/12345/environments/67890/database/export/exp_1";
        QTest::newRow("G1, development") << Dialect::G1 << development() << "POST " + v + "sites/12345/db/export"
                                         << "GET " + v + "sites/12345/db/exports/exp_1";
        QTest::newRow("G1, environment") << Dialect::G1 << staging() << "POST " + v + "environments/67890/db/export"
                                         << "GET " + v + "environments/67890/db/exports/exp_1";
        QTest::newRow("G2, development") << Dialect::G2 << development() << "POST " + v + "sites/12345/db/export"
                                         << "GET " + v + "sites/12345/db/exports/exp_1";
        QTest::newRow("G2, environment") << Dialect::G2 << staging() << QByteArray("none") << QByteArray("none");
    }
    void exportsGoWhereTheDialectHasThem()
    {
        QFETCH(Dialect, dialect);
        QFETCH(Target, target);
        QTEST(lineOf(startExportCall(dialect, target)), "start");
        QTEST(lineOf(exportStatusCall(dialect, target, u"exp_1"_s)), "status");
    }

    void importsGoWhereTheDialectHasThem_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<Target>("target");
        QTest::addColumn<QByteArray>("root");
        QTest::newRow("D, development") << Dialect::D << development() << QByteArray("sites/12345/database/import");
        QTest::newRow("D, environment") << Dialect::D << staging()
                                        << QByteArray("sites/12345/environments/67890/database/import");
        QTest::newRow("G1, development") << Dialect::G1 << development() << QByteArray("sites/12345/db/imports");
        QTest::newRow("G1, environment") << Dialect::G1 << staging() << QByteArray("environments/67890/db/imports");
        QTest::newRow("G2, development") << Dialect::G2 << development() << QByteArray("sites/12345/imports");
        QTest::newRow("G2, environment") << Dialect::G2 << staging() << QByteArray();
    }
    void importsGoWhereTheDialectHasThem()
    {
        QFETCH(Dialect, dialect);
        QFETCH(Target, target);
        QFETCH(QByteArray, root);
        const QByteArray v = "api/v1/vector/" + root;
        const bool has = !root.isEmpty();
        QCOMPARE(lineOf(createImportCall(dialect, target, offer())), has ? "POST " + v : QByteArray("none"));
        QCOMPARE(lineOf(importStatusCall(dialect, target, u"i/1"_s)), has ? "GET " + v + "/i%2F1" : QByteArray("none"));
        QCOMPARE(lineOf(runImportCall(dialect, target, u"i1"_s, {})),
                 has ? "POST " + v + "/i1/run" : QByteArray("none"));
    }

    void theSessionOfTheDocumentationHasNoBody()
    {
        const std::optional<Call> call = createImportCall(Dialect::D, development(), offer());
        QVERIFY(call->body.isEmpty());
        QVERIFY(call->contentType.isEmpty());
    }

    void aSessionSaysItsLengthAndEveryOptionBecauseDefaultsDiffer()
    {
        ImportOffer wish = offer();
        wish.options = {.dropTables = false, .searchFor = u"https://a"_s, .replaceBy = u"https://b"_s};
        const QJsonObject g1 = bodyOf(createImportCall(Dialect::G1, development(), wish));
        QCOMPARE(g1["content_length"_L1].toInteger(), 17);
        QCOMPARE(g1["content_md5"_L1].toString(), u"00ff"_s);
        QVERIFY(!g1.contains("scope"_L1));
        const QJsonObject options = g1["options"_L1].toObject();
        QCOMPARE(options["drop_tables"_L1], QJsonValue(false));
        QCOMPARE(options["disable_foreign_keys"_L1], QJsonValue(true));
        QCOMPARE(options["search_replace"_L1].toObject(),
                 (QJsonObject{{u"from"_s, u"https://a"_s}, {u"to"_s, u"https://b"_s}}));
        QVERIFY(!bodyOf(createImportCall(Dialect::G1, development(), offer()))["options"_L1].toObject().contains(
            "search_replace"_L1));
    }

    /// Without a scope the present service takes the file for a whole archive.
    void theScopeIsAlwaysTheDatabase()
    {
        QCOMPARE(bodyOf(createImportCall(Dialect::G2, development(), offer()))["scope"_L1].toString(), u"database"_s);
    }

    void aMultipartRunNamesItsPartsInOrderWithQuotedTags()
    {
        const auto call = runImportCall(Dialect::G2, development(), u"i1"_s, {{2, u"\"b\""_s}, {1, u"\"a\""_s}});
        QCOMPARE(call->contentType, "application/json");
        QCOMPARE(bodyOf(call)["parts"_L1].toArray(),
                 (QJsonArray{QJsonObject{{u"part_number"_s, 1}, {u"etag"_s, u"\"a\""_s}},
                             QJsonObject{{u"part_number"_s, 2}, {u"etag"_s, u"\"b\""_s}}}));
        QVERIFY(runImportCall(Dialect::G2, development(), u"i1"_s, {})->body.isEmpty());
    }

    void aSmallFileGoesInOneRequestWhereThereIsOne()
    {
        const auto form = directImportCall(Dialect::D, development(), "SELECT 1;", offer());
        QCOMPARE(lineOf(form), "POST api/v1/vector/sites/12345/database/import-direct");
        const QByteArray boundary = form->contentType.sliced(qsizetype(sizeof("multipart/form-data; boundary=")) - 1);
        QVERIFY(form->body.startsWith(QByteArray("--" + boundary + "\r\n")));
        QVERIFY(form->body.contains("name=\"file\"; filename=\"database.sql\""));
        QVERIFY(form->body.endsWith(QByteArray("\r\n\r\nSELECT 1;\r\n--" + boundary + "--\r\n")));

        const auto raw = directImportCall(Dialect::G1, development(), "SELECT 1;", offer());
        QCOMPARE(lineOf(raw), "POST api/v1/vector/sites/12345/db/import?drop_tables=true&disable_foreign_keys=true");
        QCOMPARE(raw->body, "SELECT 1;");
        QCOMPARE(raw->contentType, "application/sql");

        QCOMPARE(lineOf(directImportCall(Dialect::G2, development(), "SELECT 1;", offer())), "none");
        QCOMPARE(lineOf(directImportCall(Dialect::D, development(), QByteArray(10'000'000, ' '), offer())), "none");
        QVERIFY(directImportCall(Dialect::D, development(), QByteArray(9'999'999, ' '), offer()).has_value());
    }

    void aFileNameCannotLeaveItsHeader()
    {
        ImportOffer wish = offer();
        wish.fileName = u"a\"\r\nX-Evil: 1.sql"_s;
        const auto form = directImportCall(Dialect::D, development(), "x", wish);
        QVERIFY(form->body.contains("filename=\"a___X-Evil: 1.sql\""));
    }

    void productionComesOutThroughABackupAndGoesInByPromotion()
    {
        const auto backup = createBackupCall(Dialect::G2, staging(), u"before import"_s);
        QCOMPARE(lineOf(backup), "POST api/v1/vector/backups");
        QCOMPARE(bodyOf(backup)["environment_id"_L1].toString(), u"67890"_s);
        QCOMPARE(bodyOf(backup)["scope"_L1].toString(), u"database"_s);
        QVERIFY(!bodyOf(backup).contains("site_id"_L1));
        QCOMPARE(lineOf(promoteCall(Dialect::G2, staging(), {})), "POST api/v1/vector/environments/67890/db/promote");
        QCOMPARE(lineOf(promoteCall(Dialect::G2, development(), {})), "none");
        QCOMPARE(lineOf(promoteCall(Dialect::G1, staging(), {})), "none");
        const Call restore = createRestoreCall(u"b1"_s, {.searchFor = u"a"_s, .replaceBy = u"b"_s});
        QVERIFY(bodyOf(restore)["search_replace"_L1].isArray());
    }

    void environmentsAreNestedOnlyInOldDialects()
    {
        QCOMPARE(environmentsCall(Dialect::G2, u"1"_s, 2).path,
                 "api/v1/vector/environments?site=1&page=2&per_page=100");
        QCOMPARE(environmentsCall(Dialect::D, u"1"_s, 1).path,
                 "api/v1/vector/sites/1/environments?page=1&per_page=100");
        QCOMPARE(whoamiCall().path, "api/v1/auth/whoami");
    }
};

QTEST_GUILESS_MAIN(TestVectorCalls)
#include "tst_vectorcalls.moc"
