#include "app/domain/connection.h"
#include "app/domain/database.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Connection contoso()
{
    Connection connection;
    connection.id = u"c1"_s;
    connection.name = u"Contoso Åland"_s;
    connection.baseUrl = defaultOptimizelyBaseUrl();
    connection.projectId = u"2a561398-d517-4634-9bc4-aab5008a8e1a"_s;
    connection.clientKey = u"testClientKey0123456789abcdef"_s;
    connection.environments = {{u"Integration"_s, Tier::Test, Access::Denied, false},
                               {u"ADE1"_s, Tier::Staging, Access::Allowed, true}};
    return connection;
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guessesHowMuchHarmAMistakeDoes_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("tier");
        QTest::newRow("production") << u"Production"_s << u"Production"_s;
        QTest::newRow("preproduction") << u"preproduction"_s << u"Staging"_s;
        QTest::newRow("integration") << u"INTEGRATION"_s << u"Test"_s;
        QTest::newRow("ADE1") << u"ADE1"_s << u"Development"_s;
        QTest::newRow("ade12") << u"ade12"_s << u"Development"_s;
        QTest::newRow("Test1") << u"Test1"_s << u"Test"_s;
        QTest::newRow("only begins like one") << u"ADEPT"_s << u"Production"_s;
        QTest::newRow("ends like one") << u"LiveIntegration"_s << u"Production"_s;
        QTest::newRow("a name nobody knows") << u"Kunden"_s << u"Production"_s;
        QTest::newRow("empty") << QString() << u"Production"_s;
    }
    void guessesHowMuchHarmAMistakeDoes()
    {
        QFETCH(QString, environment);
        QTEST(tierName(guessTier(environment)), "tier");
    }

    void tierNamesComeBack()
    {
        for (const Tier tier : {Tier::Development, Tier::Test, Tier::Staging, Tier::Production}) {
            QCOMPARE(tierFromName(tierName(tier)), tier);
        }
        QVERIFY(!tierFromName(u"Playground"_s));
    }

    void databasesAreKnownByTheWordsPeopleUse()
    {
        for (const QString& word : {u"epicms"_s, u"EpiCMS"_s, u" cms "_s}) {
            QCOMPARE(databaseFromName(word), Database::Cms);
        }
        QCOMPARE(databaseFromName(u"commerce"_s), Database::Commerce);
        QVERIFY(!databaseFromName(u"epi"_s));
        QVERIFY(!databaseFromName({}));
    }

    void everyPlatformHasItsDatabases()
    {
        QCOMPARE(databasesOf(Platform::OptimizelyDxp), (QList{Database::Cms, Database::Commerce}));
        QCOMPARE(databasesOf(Platform::VectorPro), QList{Database::MySql});
        QCOMPARE(databaseFromName(u"mysql"_s), Database::MySql);
        QCOMPARE(databaseFileSuffix(Database::MySql), u".sql"_s);
        QCOMPARE(databaseFileSuffix(Database::Commerce), u".bacpac"_s);
    }

    void endingsOfFilesBelongTogether()
    {
        QCOMPARE(fileSuffix(u"a.b/shop.sql.gz"_s), u".sql.gz"_s);
        QCOMPARE(fileSuffix(u"backup.tar.gz"_s), u".tar.gz"_s);
        QCOMPARE(fileSuffix(u"x.bacpac"_s), u".bacpac"_s);
        QCOMPARE(fileSuffix(u"my.site.sql"_s), u".sql"_s);
        QCOMPARE(fileSuffix(u"plain"_s), QString());
        for (const DumpFormat format : {DumpFormat::Plain, DumpFormat::Gzip, DumpFormat::Zstd}) {
            QCOMPARE(dumpFormatFromName(dumpFormatName(format)), format);
        }
        QCOMPARE(dumpFormatFromName(u"SQL.GZ"_s), DumpFormat::Gzip);
        QCOMPARE(dumpFormatFromName(u"rar"_s), std::nullopt);
    }

    void aSiteOfVectorProComesBackWhole()
    {
        Connection site;
        site.id = u"c2"_s;
        site.name = u"shop.example"_s;
        site.platform = Platform::VectorPro;
        site.baseUrl = defaultVectorBaseUrl();
        site.projectId = u"01hxyz"_s;
        site.dialect = VectorDialect::D;
        site.dialectByHand = true;
        site.readOnly = true;
        site.environments = {{.name = u"live"_s,
                              .tier = Tier::Production,
                              .access = Access::Allowed,
                              .id = u"e1"_s,
                              .domain = u"shop.example"_s}};
        QCOMPARE(invalidField(site), QString());
        QCOMPARE(connectionFromJson(toJson(site)), site);
        site.projectId.clear();
        QCOMPARE(invalidField(site), u"projectId"_s);
        QJsonObject strange = toJson(site);
        strange[u"platform"_s] = u"moon"_s;
        QCOMPARE(connectionFromJson(strange), std::nullopt);
    }

    void oneProjectIsOneSlotHoweverItIsSpelt()
    {
        Connection one;
        one.id = u"a"_s;
        one.baseUrl = QUrl(u"https://PAASPORTAL.example/api/v1.0/"_s);
        one.projectId = u"2a561398-D517"_s;
        Connection two = one;
        two.id = u"b"_s;
        two.clientKey = u"another key"_s;
        two.baseUrl = QUrl(u"https://paasportal.example/api/v1.0"_s);
        two.projectId = u" 2A561398-d517"_s;
        QCOMPARE(slotKey(one), slotKey(two));
        two.projectId = u"2a561398-d518"_s;
        QVERIFY(slotKey(one) != slotKey(two));
        two = one;
        two.baseUrl = QUrl(u"https://other.example/api/v1.0/"_s);
        QVERIFY(slotKey(one) != slotKey(two));
    }

    void thisMachineIsPractice_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("practice");
        QTest::newRow("address") << u"http://127.0.0.1:9/api/v1.0/"_s << true;
        QTest::newRow("whole block") << u"http://127.8.8.8/"_s << true;
        QTest::newRow("name") << u"https://LOCALHOST/"_s << true;
        QTest::newRow("six") << u"http://[::1]:9/"_s << true;
        QTest::newRow("the service") << defaultOptimizelyBaseUrl().toString() << false;
        QTest::newRow("name that begins like it") << u"https://localhost.example.com/"_s << false;
    }
    void thisMachineIsPractice()
    {
        QFETCH(QString, url);
        QFETCH(bool, practice);
        Connection connection = contoso();
        connection.baseUrl = QUrl(url);
        QCOMPARE(connection.isPractice(), practice);
        QCOMPARE(connection.pollPace(), practice ? (PollPace{500ms, 500ms, 500ms}) : (PollPace{10s, 30s, 60s}));
    }

    void findsAnEnvironmentInAnyCase()
    {
        QCOMPARE(contoso().environment(u"ade1"_s)->name, u"ADE1"_s);
        QVERIFY(!contoso().environment(u"ADE2"_s));
    }

    void namesTheFieldThatIsWrong_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("wrong");
        const auto row = [](const char* name, const QString& change, const QString& value, const QString& wrong) {
            QTest::newRow(name) << change << value << wrong;
        };
        row("good", u"name"_s, u"Contoso"_s, {});
        row("blank name", u"name"_s, u"  "_s, u"name"_s);
        row("line break in the name", u"name"_s, u"a\nb"_s, u"name"_s);
        row("plain http to a far host", u"baseUrl"_s, u"http://paasportal.episerver.net/api/v1.0/"_s, u"baseUrl"_s);
        row("plain http to this machine", u"baseUrl"_s, u"http://127.0.0.1:8080/api/v1.0/"_s, {});
        row("plain http to a host that only looks near", u"baseUrl"_s, u"http://127.example.org/api/v1.0/"_s,
            u"baseUrl"_s);
        row("another https host", u"baseUrl"_s, u"https://paas.example.com/api/v1.0/"_s, {});
        row("password in the address", u"baseUrl"_s, u"https://a:b@example.com/"_s, u"baseUrl"_s);
        row("query", u"baseUrl"_s, u"https://example.com/?x=1"_s, u"baseUrl"_s);
        row("file", u"baseUrl"_s, u"file:///etc/passwd"_s, u"baseUrl"_s);
        row("empty address", u"baseUrl"_s, {}, u"baseUrl"_s);
        row("not a guid", u"projectId"_s, u"contoso"_s, u"projectId"_s);
        row("guid with a tail", u"projectId"_s, u"2a561398-d517-4634-9bc4-aab5008a8e1a/x"_s, u"projectId"_s);
        row("guid and line break", u"projectId"_s, u"2a561398-d517-4634-9bc4-aab5008a8e1a\n"_s, u"projectId"_s);
        row("guid in capitals", u"projectId"_s, u"2A561398-D517-4634-9BC4-AAB5008A8E1A"_s, {});
        row("no key", u"clientKey"_s, {}, u"clientKey"_s);
        row("blank in the key", u"clientKey"_s, u"abc def"_s, u"clientKey"_s);
        row("colon in the key", u"clientKey"_s, u"abc:def"_s, u"clientKey"_s);
    }
    void namesTheFieldThatIsWrong()
    {
        QFETCH(QString, change);
        QFETCH(QString, value);
        Connection connection = contoso();
        if (change == "name"_L1) {
            connection.name = value;
        } else if (change == "baseUrl"_L1) {
            connection.baseUrl = QUrl(value);
        } else if (change == "projectId"_L1) {
            connection.projectId = value;
        } else {
            connection.clientKey = value;
        }
        QTEST(invalidField(connection), "wrong");
    }

    void comesBackFromJson() { QCOMPARE(connectionFromJson(toJson(contoso())), contoso()); }

    void fieldsOfAnotherVersionDoNotBreakIt()
    {
        QJsonObject json = toJson(contoso());
        json.insert(u"colour"_s, u"red"_s);
        json.remove(u"environments"_s);
        QCOMPARE(connectionFromJson(json)->environments, QList<Environment>());
        json.insert(u"platform"_s, u"cloud-of-tomorrow"_s);
        QVERIFY(!connectionFromJson(json));
        QVERIFY(!connectionFromJson({}));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
