#include "app/domain/importguard.h"

#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Backup = ImportRequest::Backup;
using Reason = ImportGuard::Reason;

Connection withEnvironment(const QString& name, Tier tier, Access access = Access::Allowed)
{
    Connection connection;
    connection.name = u"contoso"_s;
    connection.environments = {{.name = name, .tier = tier, .access = access}};
    return connection;
}

/// A site of Vector Pro; what is production there is called otherwise.
Connection bakery(VectorDialect dialect)
{
    Connection connection;
    connection.name = u"bakery"_s;
    connection.platform = Platform::VectorPro;
    connection.projectId = u"s1"_s;
    connection.dialect = dialect;
    connection.environments = {{.name = u"development"_s, .tier = Tier::Development, .access = Access::Allowed},
                               {.name = u"staging"_s, .tier = Tier::Staging, .access = Access::Allowed, .id = u"e1"_s},
                               {.name = u"live"_s, .tier = Tier::Production, .access = Access::Allowed, .id = u"e2"_s}};
    return connection;
}

QDateTime day(int number)
{
    return {QDate(2026, 1, number), QTime(12, 0), QTimeZone::utc()};
}

} // namespace

class TestImportGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAnImportCanGo_data();
    void whereAnImportCanGo();
    void anEnvironmentOfAnotherProjectIsNotATarget();
    void whereAnImportIntoVectorProCanGo_data();
    void whereAnImportIntoVectorProCanGo();
    void aTokenThatMayOnlyWatchImportsNowhere();
    void thePhraseIsAskedOnlyWhereSomethingOfValueWouldBeLost_data();
    void thePhraseIsAskedOnlyWhereSomethingOfValueWouldBeLost();
    void thePhraseNamesTheTargetAsItIsSpelled();
    void onlyTheWholePhraseConfirms_data();
    void onlyTheWholePhraseConfirms();
};

void TestImportGuard::whereAnImportCanGo_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<Tier>("tier");
    QTest::addColumn<Access>("access");
    QTest::addColumn<ImportBar>("bar");
    const auto row = [](const QString& name, Tier tier, Access access, ImportBar bar) {
        QTest::addRow("%s, %s, access %d", qPrintable(name), qPrintable(tierName(tier)), static_cast<int>(access))
            << name << tier << access << bar;
    };
    row(u"Integration"_s, Tier::Test, Access::Allowed, ImportBar::None);
    row(u"integration"_s, Tier::Test, Access::Unknown, ImportBar::None); // the service says no by itself
    row(u"ADE1"_s, Tier::Development, Access::Allowed, ImportBar::None);
    row(u"ADE12"_s, Tier::Staging, Access::Allowed, ImportBar::None);
    row(u"Integration"_s, Tier::Test, Access::Denied, ImportBar::NoRight);
    row(u"Integration"_s, Tier::Production, Access::Allowed, ImportBar::ProductionTier); // a person raised it
    row(u"Preproduction"_s, Tier::Staging, Access::Allowed, ImportBar::NotByThisService);
    row(u"Production"_s, Tier::Production, Access::Allowed, ImportBar::NotByThisService);
    row(u"Production"_s, Tier::Development, Access::Allowed, ImportBar::NotByThisService); // lowering does not help
    row(u"ADE"_s, Tier::Development, Access::Allowed, ImportBar::NotByThisService);
    row(u"ADE1x"_s, Tier::Development, Access::Allowed, ImportBar::NotByThisService);
    row(u"Test1"_s, Tier::Test, Access::Allowed, ImportBar::NotByThisService); // frontend hosting has no databases
}

void TestImportGuard::whereAnImportCanGo()
{
    QFETCH(const QString, environment);
    QFETCH(const Tier, tier);
    QFETCH(const Access, access);
    QFETCH(const ImportBar, bar);
    QCOMPARE(importBar(withEnvironment(environment, tier, access), environment), bar);
}

void TestImportGuard::whereAnImportIntoVectorProCanGo_data()
{
    QTest::addColumn<VectorDialect>("dialect");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<ImportWay>("way");
    QTest::addColumn<ImportBar>("bar");
    const auto row = [](VectorDialect dialect, const QString& environment, ImportWay way, ImportBar bar) {
        QTest::addRow("%s %s %s", qPrintable(vectorDialectName(dialect)), qPrintable(environment),
                      qPrintable(importWayName(way)))
            << dialect << environment << way << bar;
    };
    const QString dev = u"development"_s;
    const QString staging = u"staging"_s;
    for (const VectorDialect dialect : {VectorDialect::D, VectorDialect::G1, VectorDialect::G2}) {
        row(dialect, dev, ImportWay::Upload, ImportBar::None);
        for (const ImportWay way : {ImportWay::Upload, ImportWay::Quick, ImportWay::Promote, ImportWay::Restore}) {
            row(dialect, u"live"_s, way, ImportBar::ProductionTier); // never, by no way
        }
    }
    row(VectorDialect::D, staging, ImportWay::Upload, ImportBar::None);
    row(VectorDialect::G1, staging, ImportWay::Upload, ImportBar::None);
    row(VectorDialect::G2, staging, ImportWay::Upload, ImportBar::OnlyByPromotion);
    row(VectorDialect::D, dev, ImportWay::Quick, ImportBar::None);
    row(VectorDialect::D, staging, ImportWay::Quick, ImportBar::NotByThisService);
    row(VectorDialect::G1, staging, ImportWay::Quick, ImportBar::None);
    row(VectorDialect::G2, dev, ImportWay::Quick, ImportBar::NotByThisService);
    row(VectorDialect::G2, staging, ImportWay::Quick, ImportBar::OnlyByPromotion);
    row(VectorDialect::D, staging, ImportWay::Promote, ImportBar::NotByThisService);
    row(VectorDialect::G2, staging, ImportWay::Promote, ImportBar::None);
    row(VectorDialect::G2, dev, ImportWay::Promote, ImportBar::NotByThisService);
    row(VectorDialect::G1, staging, ImportWay::Restore, ImportBar::NotByThisService);
    row(VectorDialect::G2, staging, ImportWay::Restore, ImportBar::None);
}

void TestImportGuard::whereAnImportIntoVectorProCanGo()
{
    QFETCH(const VectorDialect, dialect);
    QFETCH(const QString, environment);
    QFETCH(const ImportWay, way);
    QFETCH(const ImportBar, bar);
    QCOMPARE(importBar(bakery(dialect), environment, way), bar);
}

void TestImportGuard::aTokenThatMayOnlyWatchImportsNowhere()
{
    Connection site = bakery(VectorDialect::G2);
    site.readOnly = true;
    QCOMPARE(importBar(site, u"development"_s), ImportBar::NoRight);
    QCOMPARE(importBar(site, u"staging"_s, ImportWay::Promote), ImportBar::NoRight);
}

void TestImportGuard::anEnvironmentOfAnotherProjectIsNotATarget()
{
    QCOMPARE(importBar(withEnvironment(u"ADE1"_s, Tier::Development), u"Integration"_s), ImportBar::UnknownEnvironment);
}

void TestImportGuard::thePhraseIsAskedOnlyWhereSomethingOfValueWouldBeLost_data()
{
    QTest::addColumn<Tier>("tier");
    QTest::addColumn<Backup>("backup");
    QTest::addColumn<QDateTime>("fileMade");
    QTest::addColumn<QDateTime>("targetChanged");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("a test environment with a backup")
        << Tier::Test << Backup::First << day(2) << QDateTime() << Reason::None;
    QTest::newRow("a development environment with a backup")
        << Tier::Development << Backup::First << day(2) << day(1) << Reason::None;
    QTest::newRow("without a backup") << Tier::Development << Backup::None << day(2) << day(1) << Reason::NoBackup;
    QTest::newRow("staging") << Tier::Staging << Backup::First << day(2) << QDateTime() << Reason::Tier;
    QTest::newRow("production") << Tier::Production << Backup::First << day(2) << QDateTime() << Reason::Tier;
    QTest::newRow("staging without a backup") << Tier::Staging << Backup::None << day(2) << QDateTime() << Reason::Tier;
    QTest::newRow("imported into after the file was made")
        << Tier::Test << Backup::First << day(2) << day(3) << Reason::TargetChanged;
    QTest::newRow("nobody knows when the file was made")
        << Tier::Test << Backup::First << QDateTime() << day(3) << Reason::TargetChanged;
    QTest::newRow("no import is known") << Tier::Test << Backup::First << QDateTime() << QDateTime() << Reason::None;
}

void TestImportGuard::thePhraseIsAskedOnlyWhereSomethingOfValueWouldBeLost()
{
    QFETCH(const Tier, tier);
    QFETCH(const Backup, backup);
    QFETCH(const QDateTime, fileMade);
    QFETCH(const QDateTime, targetChanged);
    QFETCH(const Reason, reason);
    const ImportGuard guard =
        importGuard(withEnvironment(u"Integration"_s, tier), u"Integration"_s,
                    {.tier = tier, .backup = backup, .fileMadeAt = fileMade, .targetChangedAt = targetChanged});
    QCOMPARE(guard.reason, reason);
    QCOMPARE(guard.needsPhrase(), reason != Reason::None);
}

void TestImportGuard::thePhraseNamesTheTargetAsItIsSpelled()
{
    const Connection connection = withEnvironment(u"Integration"_s, Tier::Test);
    QCOMPARE(importGuard(connection, u"integration"_s, {}).phrase, u"contoso/Integration"_s);
    QCOMPARE(importGuard(connection, u"ADE1"_s, {}).phrase, u"contoso/ADE1"_s);
    QVERIFY(importGuard(connection, u"integration"_s, {}).needsPhrase()); // what nobody filled in counts as the worst
}

void TestImportGuard::onlyTheWholePhraseConfirms_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("confirmed");
    QTest::newRow("exact") << u"contoso/Integration"_s << true;
    QTest::newRow("another case") << u"Contoso/INTEGRATION"_s << true;
    QTest::newRow("blanks at the ends") << u" contoso/Integration\n"_s << true;
    QTest::newRow("half") << u"contoso"_s << false;
    QTest::newRow("more") << u"contoso/Integration2"_s << false;
    QTest::newRow("blank inside") << u"contoso / Integration"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestImportGuard::onlyTheWholePhraseConfirms()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, confirmed);
    QCOMPARE(isConfirmed(typed, targetPhrase(u"contoso"_s, u"Integration"_s)), confirmed);
    QVERIFY(!isConfirmed(typed, QString())); // an empty phrase can never be typed
}

QTEST_GUILESS_MAIN(TestImportGuard)
#include "tst_importguard.moc"
