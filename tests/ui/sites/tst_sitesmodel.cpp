#include "tests/ui/stage.h"
#include "ui/sites/environmentsmodel.h"
#include "ui/sites/sitesfilter.h"
#include "ui/sites/sitesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestSitesModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsConnectionsAndTheirEnvironments();
    void keepsARowInPlaceWhenOnlyItsTierChanges();
    void addsAndRemovesEnvironmentsWithoutAReset();
    void followsAMoveOfAConnection();
    void tellsOfWorkAtAPlaceInWords();
    void findsAPlaceWithoutRegardToCase();
    void filterKeepsTheParentOfAMatch_data();
    void filterKeepsTheParentOfAMatch();
    void overviewChangesOneRowWhenOneJobEnds();

private:
    static Connection fabrikam()
    {
        Connection connection = contoso();
        connection.id = u"c2"_s;
        connection.name = u"Fabrikam"_s;
        return connection;
    }
};

void TestSitesModel::showsConnectionsAndTheirEnvironments()
{
    SitesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({contoso(), fabrikam()});
    QCOMPARE(model.rowCount({}), 2);
    const QModelIndex site = model.index(1, 0, {});
    QCOMPARE(site.data().toString(), u"Fabrikam"_s);
    QCOMPARE(model.rowCount(site), 3);
    const QModelIndex production = model.index(2, 0, site);
    QCOMPARE(production.data().toString(), u"Production"_s);
    QCOMPARE(production.parent(), site);
    QCOMPARE(model.placeAt(production), (Place{u"c2"_s, u"Production"_s}));
    QCOMPARE(production.data(SitesModel::TierRole).toInt(), static_cast<int>(Tier::Production));
    QVERIFY(model.index(1, 0, site).data(Qt::AccessibleTextRole).toString().contains(u"no right"_s));
}

void TestSitesModel::keepsARowInPlaceWhenOnlyItsTierChanges()
{
    SitesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({contoso()});
    const QPersistentModelIndex kept(model.indexOf({u"c1"_s, u"Integration"_s}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Connection raised = contoso();
    raised.environments[0].tier = Tier::Staging;
    model.setConnections({raised});
    QCOMPARE(changed.count(), 1);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(SitesModel::TierRole).toInt(), static_cast<int>(Tier::Staging));
}

void TestSitesModel::addsAndRemovesEnvironmentsWithoutAReset()
{
    SitesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({contoso()});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex production(model.indexOf({u"c1"_s, u"Production"_s}));
    Connection other = contoso();
    other.environments.removeAt(0);
    other.environments.append(Environment{.name = u"ADE1"_s, .tier = Tier::Development, .access = Access::Allowed});
    model.setConnections({other});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(production.row(), 1);
    model.setConnections({});
    QVERIFY(!production.isValid());
    QCOMPARE(model.rowCount({}), 0);
}

void TestSitesModel::followsAMoveOfAConnection()
{
    SitesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({contoso(), fabrikam()});
    const QPersistentModelIndex production(model.indexOf({u"c1"_s, u"Production"_s}));
    model.setConnections({fabrikam(), contoso()});
    QCOMPARE(model.index(0, 0, {}).data().toString(), u"Fabrikam"_s);
    QVERIFY(production.isValid());
    QCOMPARE(production.parent().row(), 1);
    QCOMPARE(model.placeAt(production), (Place{u"c1"_s, u"Production"_s}));
}

void TestSitesModel::tellsOfWorkAtAPlaceInWords()
{
    SitesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({contoso()});
    const QModelIndex production = model.indexOf({u"c1"_s, u"Production"_s});
    const QString idle = production.data(Qt::AccessibleTextRole).toString();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setActivity({{u"c1/Production"_s, Activity{.running = 2, .needsPerson = 1}}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(production.data(SitesModel::RunningRole).toInt(), 2);
    QVERIFY(production.data(Qt::AccessibleTextRole).toString() != idle);
    model.setActivity({{u"c1/Production"_s, Activity{.running = 2, .needsPerson = 1}}});
    QCOMPARE(changed.count(), 1);
}

void TestSitesModel::findsAPlaceWithoutRegardToCase()
{
    SitesModel model;
    model.setConnections({contoso()});
    QVERIFY(model.indexOf({u"c1"_s, u"PRODUCTION"_s}).isValid());
    QVERIFY(!model.indexOf({u"c1"_s, u"ADE9"_s}).isValid());
    QVERIFY(!model.indexOf({u"c9"_s, u"Production"_s}).isValid());
}

void TestSitesModel::filterKeepsTheParentOfAMatch_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("sites");
    QTest::addColumn<int>("environments");
    QTest::newRow("nothing typed") << QString() << 2 << 3;
    QTest::newRow("an environment") << u"prod"_s << 2 << 2;
    QTest::newRow("a site and an environment") << u"fabri integ"_s << 1 << 1;
    QTest::newRow("a site shows all of its environments") << u"contoso"_s << 1 << 3;
    QTest::newRow("no match") << u"nowhere"_s << 0 << 0;
}

void TestSitesModel::filterKeepsTheParentOfAMatch()
{
    QFETCH(QString, typed);
    QFETCH(int, sites);
    QFETCH(int, environments);
    SitesModel model;
    SitesFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConnections({contoso(), fabrikam()});
    filter.setWords(typed);
    QCOMPARE(filter.rowCount(), sites);
    QCOMPARE(sites == 0 ? 0 : filter.rowCount(filter.index(0, 0)), environments);
}

void TestSitesModel::overviewChangesOneRowWhenOneJobEnds()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    EnvironmentsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    JobRecord job = jobAt(JobStep::Downloading);
    model.setRows(environmentRows({contoso()}, {job}, now), now);
    QCOMPARE(model.rowCount({}), 3);
    const QModelIndex state = model.index(2, EnvironmentsModel::NowColumn);
    QVERIFY(state.data().toString().startsWith(u"CMS"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    JobRecord done = jobAt(JobStep::Done);
    done.size = 18'400'000'000;
    model.setRows(environmentRows({contoso()}, {done}, now), now);
    QCOMPARE(changed.count(), 1);
    QVERIFY(state.data().toString().isEmpty());
    QVERIFY(model.index(2, EnvironmentsModel::LastExportColumn).data().toString().contains(u"18.4 GB"_s));
    QVERIFY(model.index(1, EnvironmentsModel::NowColumn).data().toString().contains(u"no right"_s));
}

QTEST_MAIN(TestSitesModel)
#include "tst_sitesmodel.moc"
