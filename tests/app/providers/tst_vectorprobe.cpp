#include "app/providers/vector/vectorprobe.h"
#include "tests/support/faketransport.h"

#include <QTest>

using namespace longshore;
using namespace longshore::vector;
using namespace Qt::StringLiterals;

namespace {

QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

/// One token against a scripted service.
struct Bench
{
    explicit Bench(const QByteArray& token = "1|abc")
        : client(std::make_shared<const Client>(u"Agency"_s, QUrl(u"https://api.example"_s), Secret(token), transport))
    { }

    Result<Probe> run(const ProbeWish& wish = {})
    {
        ResultTask<Probe>* task = probe(client, wish, &owner);
        const auto result = std::make_shared<std::optional<Result<Probe>>>();
        QObject::connect(task, &Task::finished, task, [task, result] { *result = task->result(); });
        task->start();
        if (!QTest::qWaitFor([result] { return result->has_value(); }, 30'000)) {
            return fail(Error::Code::Timeout, u"test"_s);
        }
        return **result;
    }
    void whoami(const QByteArray& abilities = "'*'")
    {
        transport.reply(200, q("{'data':{'user':{'email':'a@b.c'},'token':{'abilities':[" + abilities + "]}}}"));
    }
    void oneSite() { transport.reply(200, q("{'data':[{'id':'s1','your_customer_id':'shop'}],'meta':{}}")); }
    void unknownPath()
    {
        transport.reply(404,
                        q("{'message':'The route api/v1/vector/sites/s1/db/imports/exports/1 could not be found.'}"));
    }
    void unknown(const QByteArray& what) { transport.reply(404, q("{'data':{},'message':'" + what + " not found'}")); }
    void environments()
    {
        transport.reply(200, q("{'data':[{'id':'e1','name':'staging'},{'id':'e2','name':'x','is_production':true}]}"));
    }
    [[nodiscard]] QByteArray path(qsizetype index) const
    {
        return transport.requests.at(index).url.exactBytes().mid(qsizetype(sizeof("https://api.example")) - 1);
    }

    FakeTransport transport;
    std::shared_ptr<const Client> client;
    QObject owner;
};

} // namespace

class TestVectorProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePresentServiceIsKnownByItsImports()
    {
        Bench bench;
        bench.whoami();
        bench.oneSite();
        bench.unknown("Import");
        bench.environments();
        const auto found = bench.run();
        QVERIFY(found);
        QCOMPARE(found->dialect, VectorDialect::G2);
        QVERIFY(found->dialectIsSure);
        QCOMPARE(found->sites[0].label(), u"shop"_s);
        QCOMPARE(found->sites[0].environments.size(), 2);
        QVERIFY(found->sites[0].environments[1].isProduction);
        QCOMPARE(bench.path(3), "/api/v1/vector/environments?site=s1&page=1&per_page=100");
        for (const HttpRequest& request : std::as_const(bench.transport.requests)) {
            QCOMPARE(request.method, "GET"); // a probe starts nothing
            QCOMPARE(request.headers.value("Authorization"), "Bearer 1|abc");
            QVERIFY(!request.headers.contains("Content-Type"));
        }
    }

    void theServiceOfTheDocumentationHasNoWhoami()
    {
        Bench bench;
        bench.unknownPath(); // whoami
        bench.oneSite();
        bench.unknownPath(); // imports
        bench.unknownPath(); // db/exports
        bench.unknown("Export");
        bench.environments();
        const auto found = bench.run();
        QVERIFY(found);
        QCOMPARE(found->dialect, VectorDialect::D);
        QVERIFY(!found->identity);
        QCOMPARE(bench.path(4), "/api/v1/vector/sites/s1/database/export/exp_00000000");
    }

    void theFirstDescriptionIsKnownByItsExports()
    {
        Bench bench;
        bench.whoami();
        bench.oneSite();
        bench.unknownPath();
        bench.unknown("Export");
        bench.environments();
        QCOMPARE(bench.run()->dialect, VectorDialect::G1);
    }

    void aServiceThatKnowsNoneIsAGuess()
    {
        Bench bench;
        bench.whoami();
        bench.oneSite();
        for (int i = 0; i < 3; ++i) {
            bench.unknownPath();
        }
        bench.environments();
        const auto found = bench.run();
        QCOMPARE(found->dialect, VectorDialect::G2);
        QVERIFY(!found->dialectIsSure);
    }

    void aSiteOfADialectThatWasSetIsNotProbed()
    {
        Bench bench;
        bench.whoami("'site:read'");
        bench.transport.reply(200, q("{'data':{'id':'s1'}}"));
        bench.environments();
        const auto found = bench.run({.siteId = u"s1"_s, .dialect = VectorDialect::G1});
        QVERIFY(found);
        QCOMPARE(found->dialect, VectorDialect::G1);
        QVERIFY(!found->identity->mayWrite());
        QCOMPARE(bench.transport.requests.size(), 3);
        QCOMPARE(bench.path(1), "/api/v1/vector/sites/s1");
        QCOMPARE(bench.path(2), "/api/v1/vector/sites/s1/environments?page=1&per_page=100");
    }

    void aTokenThatIsRefusedSaysSo()
    {
        Bench bench;
        bench.transport.reply(401, q("{'message':'Unauthenticated.'}"));
        QCOMPARE(bench.run().error().code, Error::Code::Unauthorized);
    }

    void everyPageOfSitesIsRead()
    {
        Bench bench;
        bench.whoami();
        bench.transport.reply(200, q("{'data':[{'id':1}],'meta':{'current_page':1,'last_page':2}}"));
        bench.transport.reply(200, q("{'data':[{'id':2}],'meta':{'current_page':2,'last_page':2}}"));
        bench.unknown("Import");
        bench.environments();
        bench.transport.reply(403, q("{'message':'Unauthorized'}")); // of the second site: its summary stays
        const auto found = bench.run();
        QCOMPARE(found->sites.size(), 2);
        QCOMPARE(found->sites[0].environments.size(), 2);
        QVERIFY(found->sites[1].environments.isEmpty());
    }

    void aTokenWithALineBreakNeverReachesAHeader()
    {
        Bench bench("abc\r\nX-Evil: 1");
        QCOMPARE(bench.run().error().code, Error::Code::SecretInvalid);
        QVERIFY(bench.transport.requests.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVectorProbe)
#include "tst_vectorprobe.moc"
