#include "tests/app/cli/clibench.h"

using namespace Qt::StringLiterals;

namespace longshore {

/// The command line against a Vector Pro account.
class TestLongshorectlVector final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LONGSHORE_BIN")) {
            QSKIP("LONGSHORE_BIN does not name the folder of the programs: skips the whole program");
        }
    }
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }

    void theDialectOfAnAccountIsFoundOut_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::newRow("the documentation's") << u"D"_s;
        QTest::newRow("the first description's") << u"G1"_s;
        QTest::newRow("the present one") << u"G2"_s;
    }
    void theDialectOfAnAccountIsFoundOut()
    {
        QFETCH(QString, dialect);
        m_bench->connectToVector({u"--vector-dialect"_s, dialect});
        const auto listed = m_bench->run({u"connections"_s, u"list"_s});
        QCOMPARE(listed.lines.size(), 2);
        for (const QJsonObject& site : listed.lines) {
            QCOMPARE(site.value(u"platform"_s).toString(), u"vector"_s);
            QCOMPARE(site.value(u"dialect"_s).toString(), dialect);
            const QJsonArray environments = site.value(u"environments"_s).toArray();
            QCOMPARE(environments.size(), 3);
            QCOMPARE(environments[0][u"name"_s].toString(), u"development"_s);
            QCOMPARE(environments[2][u"tier"_s].toString(), u"Production"_s);
        }
    }

    void oneSiteIsTakenByItsName()
    {
        m_bench->connectToVector();
        const QString baseUrl = m_bench->access.value(u"baseUrl"_s).toString();
        const QStringList line{u"connections"_s, u"add"_s, u"vector"_s, u"--base-url"_s, baseUrl};
        const auto which = m_bench->run(line);
        QCOMPARE(which.exit, 4); // the account has two
        const auto shop = m_bench->run(line + QStringList{u"--site"_s, u"Lantern-Bakery"_s, u"--name"_s, u"Shop"_s});
        QCOMPARE(shop.exit, 0);
        QCOMPARE(shop.said(u"name"_s), u"Shop"_s);
        QCOMPARE(m_bench->run(line + QStringList{u"--site"_s, u"nobody"_s}).exit, 3);
        QCOMPARE(m_bench->run(line + QStringList{u"--dialect"_s, u"G9"_s}).exit, 4);
    }

    void aWrongTokenIsRefusedAndNothingIsStored()
    {
        m_bench->connectToVector();
        const QString baseUrl = m_bench->access.value(u"baseUrl"_s).toString();
        const QStringList line{u"connections"_s, u"add"_s,         u"vector"_s,       u"--base-url"_s,
                               baseUrl,          u"--all-sites"_s, u"--token-stdin"_s};
        QCOMPARE(m_bench->run(line, "1|wrong").exit, 2);
        QCOMPARE(m_bench->run(line, "two words").exit, 2);
        QCOMPARE(m_bench->run({u"connections"_s, u"list"_s}).lines.size(), 2);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectlVector)
#include "tst_longshorectlvector.moc"
