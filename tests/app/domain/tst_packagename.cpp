#include "app/domain/packagename.h"

#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Fault = PackageNameFault;

QDateTime stamp()
{
    return {QDate(2026, 1, 12), QTime(14, 2, 59), QTimeZone::utc()};
}

} // namespace

/// The rules of the service: optimizely.md 3.2.
class TestPackageName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServicesRulesDecide_data();
    void theServicesRulesDecide();
    void nameWithBothWordsIsRefusedForEither();
    void aUsedNameIsRefusedInAnyCase();
    void theLongestNameThatABlobCanHave();
    void takesANameApart_data();
    void takesANameApart();
    void everyProjectNameGivesAValidName_data();
    void everyProjectNameGivesAValidName();
    void anExportedFilesOwnNameDoesNotBlockTheRoundTrip();
    void theVersionIsTheUtcStamp();
    void twoOfTheSameMinuteAreCounted();
    void aLeasedNameGetsTheNextVersion_data();
    void aLeasedNameGetsTheNextVersion();
    void theNextOfTheNextIsNew();
};

void TestPackageName::theServicesRulesDecide_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Fault>("cms");
    QTest::addColumn<Fault>("commerce");
    const auto row = [](const char* name, Fault cms, Fault commerce) {
        QTest::newRow(name) << QString::fromUtf8(name) << cms << commerce;
    };
    row("myapp.cms.sqldb.1.0.0.bacpac", Fault::None, Fault::OtherDatabase);
    row("myapp.commerce.sqldb.20260112.1402.bacpac", Fault::OtherDatabase, Fault::None);
    row("cms.sqldb.1.bacpac", Fault::None, Fault::OtherDatabase); // the app part is optional
    row("my.own.app.CMS.SqlDb.1.BACPAC", Fault::None, Fault::OtherDatabase); // any case
    row("", Fault::Empty, Fault::Empty);
    row("  ", Fault::Empty, Fault::Empty);
    row("my app.cms.sqldb.1.bacpac", Fault::Blank, Fault::Blank);
    row("myapp.cms.sqldb.1.bacpac ", Fault::Blank, Fault::Blank);
    row("pr\u00fcf.cms.sqldb.1.bacpac", Fault::SpecialCharacter, Fault::SpecialCharacter);
    row("a/b.cms.sqldb.1.bacpac", Fault::SpecialCharacter, Fault::SpecialCharacter);
    row("a?b.cms.sqldb.1.bacpac", Fault::SpecialCharacter, Fault::SpecialCharacter);
    row("myapp.cms.sqldb.1.zip", Fault::NotBacpac, Fault::NotBacpac);
    row("myapp.cms.app.1.nupkg", Fault::NotBacpac, Fault::NotBacpac);
    row("epicms_Integration_20221103175350.bacpac", Fault::NoDatabaseWord, Fault::NoDatabaseWord);
    row("myappcms.sqldb.1.bacpac", Fault::NoDatabaseWord, Fault::NoDatabaseWord);
    row("myapp.cms.sqldb.bacpac", Fault::NoDatabaseWord, Fault::NoDatabaseWord); // no version
    row("myapp.epicms.sqldb.1.bacpac", Fault::NoDatabaseWord, Fault::NoDatabaseWord);
}

void TestPackageName::theServicesRulesDecide()
{
    QFETCH(const QString, name);
    QFETCH(const Fault, cms);
    QFETCH(const Fault, commerce);
    QCOMPARE(packageNameFault(name, Database::Cms, {}), cms);
    QCOMPARE(packageNameFault(name, Database::Commerce, {}), commerce);
}

/// Which of the two the service would take is written nowhere, and the wrong one loses a database.
void TestPackageName::nameWithBothWordsIsRefusedForEither()
{
    for (const QString& name : {u"a.cms.sqldb.1.commerce.sqldb.2.bacpac"_s, u"commerce.sqldb.a.cms.sqldb.2.bacpac"_s}) {
        QCOMPARE(packageNameFault(name, Database::Cms, {}), Fault::OtherDatabase);
        QCOMPARE(packageNameFault(name, Database::Commerce, {}), Fault::OtherDatabase);
    }
}

void TestPackageName::aUsedNameIsRefusedInAnyCase()
{
    const QSet<QString> used{u"MyApp.cms.sqldb.1.bacpac"_s};
    QCOMPARE(packageNameFault(u"myapp.CMS.sqldb.1.bacpac"_s, Database::Cms, used), Fault::Used);
    QCOMPARE(packageNameFault(u"myapp.cms.sqldb.2.bacpac"_s, Database::Cms, used), Fault::None);
}

void TestPackageName::theLongestNameThatABlobCanHave()
{
    const QString rest = u".cms.sqldb.1.bacpac"_s;
    const QString longest = QString(127 - rest.size(), u'a') + rest;
    QCOMPARE(packageNameFault(longest, Database::Cms, {}), Fault::None);
    QCOMPARE(packageNameFault(u'a' + longest, Database::Cms, {}), Fault::TooLong);
}

void TestPackageName::takesANameApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("app");
    QTest::addColumn<Database>("database");
    QTest::addColumn<QString>("version");
    QTest::newRow("usual") << u"shop.cms.sqldb.1.0.0.bacpac"_s << u"shop"_s << Database::Cms << u"1.0.0"_s;
    QTest::newRow("no app") << u"commerce.sqldb.2.bacpac"_s << QString() << Database::Commerce << u"2"_s;
    QTest::newRow("dots in the app") << u"a.b.commerce.sqldb.20260112.1402.2.bacpac"_s << u"a.b"_s << Database::Commerce
                                     << u"20260112.1402.2"_s;
}

void TestPackageName::takesANameApart()
{
    QFETCH(const QString, text);
    QFETCH(const QString, app);
    QFETCH(const Database, database);
    QFETCH(const QString, version);
    const std::optional<PackageName> name = PackageName::parse(text);
    QVERIFY(name);
    QCOMPARE(*name, (PackageName{app, database, version}));
    QCOMPARE(name->toString(), text);
}

void TestPackageName::everyProjectNameGivesAValidName_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("app");
    QTest::newRow("plain") << u"contoso"_s << u"contoso"_s;
    QTest::newRow("blanks and signs") << u"Contoso Web & Shop"_s << u"contoso-web-shop"_s;
    QTest::newRow("accents") << u"Café Ålesund Prüfung"_s << u"cafe-alesund-prufung"_s;
    QTest::newRow("signs at the ends") << u" (Fabrikam) "_s << u"fabrikam"_s;
    QTest::newRow("dots") << u"www.contoso.com"_s << u"www-contoso-com"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("nothing plain in it") << u"日本語"_s << QString();
    QTest::newRow("the other word") << u"commerce.sqldb"_s << u"commerce-sqldb"_s;
    QTest::newRow("long") << QString(200, u'x') << QString(60, u'x');
    QTest::newRow("cut at a sign") << QString(QString(59, u'x') + u" y"_s) << QString(59, u'x');
}

void TestPackageName::everyProjectNameGivesAValidName()
{
    QFETCH(const QString, project);
    QFETCH(const QString, app);
    QCOMPARE(packageApp(project), app);
    for (const Database database : databasesOf(Platform::OptimizelyDxp)) {
        const QString name = composePackageName(project, database, stamp(), {});
        QCOMPARE(packageNameFault(name, database, {}), Fault::None);
        QCOMPARE(PackageName::parse(name), std::optional(PackageName{app, database, u"20260112.1402"_s}));
    }
}

void TestPackageName::anExportedFilesOwnNameDoesNotBlockTheRoundTrip()
{
    const QString exported = u"epicms_Integration_20221103175350.bacpac"_s;
    QVERIFY(!PackageName::parse(exported));
    const QString name = composePackageName(u"Contoso"_s, Database::Cms, stamp(), {exported});
    QCOMPARE(name, u"contoso.cms.sqldb.20260112.1402.bacpac"_s);
    QCOMPARE(packageNameFault(name, Database::Cms, {exported}), Fault::None);
    QCOMPARE(nextPackageName(exported, {}), exported); // there is no version to count on
}

void TestPackageName::theVersionIsTheUtcStamp()
{
    const QDateTime inStockholm(QDate(2026, 1, 13), QTime(0, 30), QTimeZone(3600));
    QCOMPARE(composePackageName(u"a"_s, Database::Cms, inStockholm, {}), u"a.cms.sqldb.20260112.2330.bacpac"_s);
}

void TestPackageName::twoOfTheSameMinuteAreCounted()
{
    QSet<QString> used{u"A.CMS.sqldb.20260112.1402.bacpac"_s};
    const QString second = composePackageName(u"a"_s, Database::Cms, stamp(), used);
    QCOMPARE(second, u"a.cms.sqldb.20260112.1402.2.bacpac"_s);
    used.insert(second);
    QCOMPARE(composePackageName(u"a"_s, Database::Cms, stamp(), used), u"a.cms.sqldb.20260112.1402.3.bacpac"_s);
    QCOMPARE(composePackageName(u"a"_s, Database::Commerce, stamp(), used), u"a.commerce.sqldb.20260112.1402.bacpac"_s);
}

void TestPackageName::aLeasedNameGetsTheNextVersion_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("used");
    QTest::addColumn<QString>("next");
    QTest::newRow("ours") << u"a.cms.sqldb.20260112.1402.bacpac"_s << QStringList{}
                          << u"a.cms.sqldb.20260112.1402.2.bacpac"_s;
    QTest::newRow("ours, counted") << u"a.cms.sqldb.20260112.1402.9.bacpac"_s << QStringList{}
                                   << u"a.cms.sqldb.20260112.1402.10.bacpac"_s;
    QTest::newRow("the next is used") << u"a.cms.sqldb.20260112.1402.bacpac"_s
                                      << QStringList{u"a.cms.sqldb.20260112.1402.2.bacpac"_s}
                                      << u"a.cms.sqldb.20260112.1402.3.bacpac"_s;
    QTest::newRow("typed") << u"a.cms.sqldb.1.0.0.bacpac"_s << QStringList{} << u"a.cms.sqldb.1.0.0.2.bacpac"_s;
    const QString rest = u".cms.sqldb.20260112.1402"_s;
    const QString longest = QString(127 - rest.size() - 7, u'a');
    QTest::newRow("no letter longer") << QString(longest + rest + u".bacpac"_s) << QStringList{}
                                      << QString(longest.chopped(2) + rest + u".2.bacpac"_s);
    QTest::newRow("without app") << u"cms.sqldb.1.bacpac"_s << QStringList{} << u"cms.sqldb.1.2.bacpac"_s;
}

void TestPackageName::aLeasedNameGetsTheNextVersion()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, used);
    QFETCH(const QString, next);
    const QSet<QString> taken(used.cbegin(), used.cend());
    QCOMPARE(nextPackageName(name, taken), next);
    QCOMPARE(packageNameFault(next, Database::Cms, taken), Fault::None);
}

void TestPackageName::theNextOfTheNextIsNew()
{
    QSet<QString> seen{u"a.cms.sqldb.1.0.bacpac"_s};
    QString name = *seen.cbegin();
    for (int i = 0; i < 5; ++i) {
        name = nextPackageName(name, seen);
        QVERIFY2(!seen.contains(name), qPrintable(name));
        seen.insert(name);
    }
}

QTEST_GUILESS_MAIN(TestPackageName)
#include "tst_packagename.moc"
