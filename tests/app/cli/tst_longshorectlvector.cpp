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

    void everyEnvironmentIsExportedInEveryDialect_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("environment");
        for (const QString& dialect : {u"D"_s, u"G1"_s, u"G2"_s}) {
            for (const QString& environment : {u"development"_s, u"production"_s}) {
                QTest::addRow("%s %s", qPrintable(dialect), qPrintable(environment)) << dialect << environment;
            }
        }
    }
    void everyEnvironmentIsExportedInEveryDialect()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, environment);
        m_bench->connectToVector({u"--vector-dialect"_s, dialect, u"--vector-database"_s, u"embedded"_s});
        const QStringList line{u"export"_s, u"--connection"_s, u"lantern-bakery"_s,     u"--environment"_s,
                               environment, u"--to"_s,         m_bench->path(u"out"_s), u"--wait"_s};
        const auto plain = m_bench->run(line);
        QCOMPARE(plain.exit, 0);
        QCOMPARE(plain.said(u"state"_s), u"done"_s);
        QFile file(plain.said(u"path"_s));
        QVERIFY(file.fileName().endsWith(u".sql"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sql = file.readAll();
        QVERIFY(sql.startsWith("--") || sql.startsWith("/*"));
        QVERIFY(sql.contains("wp_users"));
        QVERIFY(sql.contains("-- Dump completed"));

        const auto small = m_bench->run(line + QStringList{u"--compress"_s, u"gz"_s});
        QCOMPARE(small.exit, 0);
        QVERIFY(small.said(u"path"_s).endsWith(u".sql.gz"_s));
        QVERIFY(QFileInfo(small.said(u"path"_s)).size() * 2 < sql.size());
        QCOMPARE(m_bench->run({u"library"_s, u"verify"_s}).exit, 0);
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
