#include "app/domain/copyplan.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

Connection site(const QString& id, VectorDialect dialect)
{
    Connection connection;
    connection.id = id;
    connection.name = id;
    connection.platform = Platform::VectorPro;
    connection.baseUrl = defaultVectorBaseUrl();
    connection.projectId = id;
    connection.dialect = dialect;
    connection.environments = {
        {.name = u"development"_s, .tier = Tier::Development, .access = Access::Allowed},
        {.name = u"staging"_s, .tier = Tier::Staging, .access = Access::Allowed, .id = id + u"-e1"},
        {.name = u"live"_s, .tier = Tier::Production, .access = Access::Allowed, .id = id + u"-e2"}};
    return connection;
}

Connection project(const QString& id)
{
    Connection connection;
    connection.id = id;
    connection.name = id;
    connection.baseUrl = defaultOptimizelyBaseUrl();
    connection.projectId = id;
    connection.environments = {{.name = u"Integration"_s, .tier = Tier::Test, .access = Access::Allowed},
                               {.name = u"ADE1"_s, .tier = Tier::Development, .access = Access::Allowed},
                               {.name = u"Preproduction"_s, .tier = Tier::Staging, .access = Access::Denied},
                               {.name = u"Production"_s, .tier = Tier::Production, .access = Access::Allowed}};
    return connection;
}

/// "D:bakery/staging", "dxp:contoso/Production"
CopyEnd end(const QString& text)
{
    const QString kind = text.section(u':', 0, 0);
    const QString name = text.section(u':', 1).section(u'/', 0, 0);
    const auto dialect = vectorDialectFromName(kind);
    return {dialect ? site(name, *dialect) : project(name), text.section(u'/', 1)};
}

} // namespace

class TestCopyPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichWayADatabaseGoes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<ImportWay>("way");
        QTest::addColumn<bool>("productionData");
        const auto row = [](const QString& from, const QString& to, ImportWay way, bool productionData = false) {
            QTest::addRow("%s to %s", qPrintable(from), qPrintable(to)) << from << to << way << productionData;
        };
        // The seed's two workflows.
        row(u"D:bakery/development"_s, u"D:bakery/staging"_s, ImportWay::Upload);
        row(u"D:bakery/live"_s, u"D:bakery/development"_s, ImportWay::Upload, true);
        row(u"G1:bakery/development"_s, u"G1:bakery/staging"_s, ImportWay::Upload);
        row(u"G1:bakery/live"_s, u"G1:bakery/staging"_s, ImportWay::Upload, true);
        row(u"G2:bakery/development"_s, u"G2:bakery/Staging"_s, ImportWay::Promote);
        row(u"G2:bakery/live"_s, u"G2:bakery/development"_s, ImportWay::Upload, true); // its backup is downloaded
        row(u"G2:bakery/staging"_s, u"G2:bakery/development"_s, ImportWay::Upload);
        // From one site to another, whatever its dialect.
        row(u"G2:bakery/development"_s, u"G2:books/development"_s, ImportWay::Upload);
        row(u"G2:bakery/live"_s, u"D:books/staging"_s, ImportWay::Upload, true);
        row(u"dxp:contoso/Production"_s, u"dxp:contoso/Integration"_s, ImportWay::Upload, true);
        row(u"dxp:contoso/Integration"_s, u"dxp:contoso/ADE1"_s, ImportWay::Upload);
        row(u"dxp:contoso/Integration"_s, u"dxp:fabrikam/Integration"_s, ImportWay::Upload);
    }
    void whichWayADatabaseGoes()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const ImportWay, way);
        QFETCH(const bool, productionData);
        const CopyPlan plan = planCopy(end(from), end(to));
        QCOMPARE(plan, (CopyPlan{.way = way, .productionData = productionData}));
    }

    void whatIsNotCopied_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<CopyBar>("bar");
        QTest::addColumn<ImportBar>("target");
        const auto row = [](const QString& from, const QString& to, CopyBar bar, ImportBar target = ImportBar::None) {
            QTest::addRow("%s to %s", qPrintable(from), qPrintable(to)) << from << to << bar << target;
        };
        row(u"D:bakery/staging"_s, u"D:bakery/STAGING"_s, CopyBar::SamePlace);
        row(u"dxp:contoso/ADE1"_s, u"dxp:contoso/ade1"_s, CopyBar::SamePlace);
        row(u"dxp:contoso/Integration"_s, u"G2:bakery/development"_s, CopyBar::OtherPlatform);
        row(u"G2:bakery/development"_s, u"dxp:contoso/Integration"_s, CopyBar::OtherPlatform);
        row(u"D:bakery/nowhere"_s, u"D:bakery/staging"_s, CopyBar::UnknownSource);
        row(u"dxp:contoso/Preproduction"_s, u"dxp:contoso/Integration"_s, CopyBar::NoRightAtSource);
        // Production is never replaced.
        for (const QString& dialect : {u"D"_s, u"G1"_s, u"G2"_s}) {
            row(dialect + u":bakery/development", dialect + u":bakery/live", CopyBar::Target,
                ImportBar::ProductionTier);
        }
        row(u"dxp:contoso/Integration"_s, u"dxp:contoso/Production"_s, CopyBar::Target, ImportBar::NotByThisService);
        row(u"D:bakery/development"_s, u"D:bakery/nowhere"_s, CopyBar::Target, ImportBar::UnknownEnvironment);
        // Where only the development container of the same site goes.
        row(u"G2:bakery/live"_s, u"G2:bakery/staging"_s, CopyBar::Target, ImportBar::OnlyByPromotion);
        row(u"G2:books/development"_s, u"G2:bakery/staging"_s, CopyBar::Target, ImportBar::OnlyByPromotion);
    }
    void whatIsNotCopied()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const CopyBar, bar);
        QFETCH(const ImportBar, target);
        const CopyPlan plan = planCopy(end(from), end(to));
        QCOMPARE(plan.bar, bar);
        QCOMPARE(plan.target, target);
        QVERIFY(!copyBarName(bar).isEmpty());
    }

    void aTokenThatMayOnlyWatchCopiesNothing()
    {
        CopyEnd from = end(u"D:bakery/development"_s);
        from.connection.readOnly = true;
        QCOMPARE(planCopy(from, end(u"D:books/staging"_s)).bar, CopyBar::NoRightAtSource);
    }

    void anImportIsTakenBackTheWayThatIsThere_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<ImportWay>("way");
        QTest::newRow("a file goes there") << u"D:bakery/staging"_s << ImportWay::Upload;
        QTest::newRow("its own container") << u"G2:bakery/development"_s << ImportWay::Upload;
        QTest::newRow("no file goes there") << u"G2:bakery/staging"_s << ImportWay::Restore;
        QTest::newRow("the other platform") << u"dxp:contoso/Integration"_s << ImportWay::Upload;
    }
    void anImportIsTakenBackTheWayThatIsThere()
    {
        QFETCH(const QString, place);
        QFETCH(const ImportWay, way);
        QCOMPARE(undoWay(end(place).connection, end(place).environment), way);
    }

    void oneSiteByTwoConnectionsIsOnePlace()
    {
        CopyEnd from = end(u"G2:bakery/development"_s);
        CopyEnd to = end(u"G2:bakery/development"_s);
        to.connection.id = to.connection.name = u"another"_s;
        QCOMPARE(planCopy(from, to).bar, CopyBar::SamePlace);
        to.environment = u"staging"_s;
        QCOMPARE(planCopy(from, to).way, ImportWay::Promote);
    }
};

QTEST_GUILESS_MAIN(TestCopyPlan)
#include "tst_copyplan.moc"
