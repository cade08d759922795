#include "app/providers/vector/vectorexports.h"
#include "app/providers/vector/vectorprovider.h"
#include "tests/support/faketransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(longshore::VectorDialect)

namespace {

QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

Connection shop(VectorDialect dialect = VectorDialect::G2)
{
    Connection connection;
    connection.id = u"c1"_s;
    connection.name = u"shop"_s;
    connection.platform = Platform::VectorPro;
    connection.baseUrl = QUrl(u"https://api.example/"_s);
    connection.projectId = u"s1"_s;
    connection.dialect = dialect;
    connection.environments = {{.name = u"development"_s, .tier = Tier::Development},
                               {.name = u"live"_s, .tier = Tier::Production, .id = u"e1"_s}};
    return connection;
}

/// One site against a scripted service.
struct Bench
{
    explicit Bench(const Connection& connection = shop())
        : provider(makeVectorProvider(connection, Secret("1|abc"), transport))
    { }

    template <class T>
    Result<T> run(ResultTask<T>* task)
    {
        const auto result = std::make_shared<std::optional<Result<T>>>();
        QObject::connect(task, &Task::finished, task, [task, result] { *result = task->result(); });
        task->start();
        if (!QTest::qWaitFor([result] { return result->has_value(); }, 30'000)) {
            return fail(Error::Code::Timeout, u"test"_s);
        }
        return **result;
    }
    Result<ExportStatus> start(const QString& environment)
    {
        ExportRequest request;
        request.environment = environment;
        request.database = Database::MySql;
        return run(provider->startExport(request, &owner));
    }
    Result<ExportStatus> ask(const QString& environment, const QString& id)
    {
        return run(provider->exportStatus(environment, Database::MySql, id, &owner));
    }
    [[nodiscard]] QByteArray line(qsizetype index) const
    {
        const HttpRequest& request = transport.requests.at(index);
        return request.method + request.url.exactBytes().mid(qsizetype(sizeof("https://api.example")) - 1);
    }

    FakeTransport transport;
    std::unique_ptr<Provider> provider;
    QObject owner;
};

} // namespace

class TestVectorProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDevelopmentContainerIsExportedDirectly()
    {
        Bench bench;
        bench.transport.reply(202, q("{'data':{'id':'x1','status':'pending'}}"));
        bench.transport.reply(200, q("{'data':{'id':'x1','status':'completed',"
                                     "'download_url':'https://s3.example/shop.sql?X-Amz-Signature=1'}}"));
        const auto started = bench.start(u"Development"_s);
        QVERIFY(started);
        QCOMPARE(started->phase, ExportStatus::Phase::Working);
        const auto done = bench.ask(u"development"_s, started->id);
        QVERIFY(done);
        QCOMPARE(done->phase, ExportStatus::Phase::Succeeded);
        QCOMPARE(done->fileName, u"shop.sql"_s);
        QCOMPARE(bench.line(0), "POST/api/v1/vector/sites/s1/db/export");
        QCOMPARE(bench.line(1), "GET/api/v1/vector/sites/s1/db/exports/x1");
    }

    /// Production has no export of its own in the present API.
    void productionIsExportedThroughABackupAndItsDownload()
    {
        Bench bench;
        bench.transport.reply(202, q("{'data':{'id':'b1','status':'pending'}}"));
        const auto started = bench.start(u"live"_s);
        QVERIFY(started);
        QCOMPARE(started->id, u"backup:b1"_s);
        const QJsonObject body = QJsonDocument::fromJson(bench.transport.requests[0].body).object();
        QCOMPARE(body["environment_id"_L1].toString(), u"e1"_s);

        bench.transport.reply(200, q("{'data':{'id':'b1','status':'processing'}}"));
        QCOMPARE(bench.ask(u"live"_s, started->id)->id, u"backup:b1"_s);

        bench.transport.reply(200, q("{'data':{'id':'b1','status':'completed'}}"));
        bench.transport.reply(202, q("{'data':{'id':'d1','status':'pending'}}"));
        const auto fetching = bench.ask(u"live"_s, started->id);
        QCOMPARE(fetching->goesOnAs, u"backup:b1/download:d1"_s);
        QCOMPARE(fetching->phase, ExportStatus::Phase::Working);

        bench.transport.reply(200, q("{'data':{'id':'d1','status':'completed',"
                                     "'download_url':'https://s3.example/b1.tar.gz?X-Amz-Signature=1'}}"));
        const auto done = bench.ask(u"live"_s, fetching->goesOnAs);
        QCOMPARE(done->phase, ExportStatus::Phase::Succeeded);
        QCOMPARE(done->id, fetching->goesOnAs);
        QCOMPARE(done->fileName, u"b1.tar.gz"_s);
        QCOMPARE(bench.line(3), "POST/api/v1/vector/backups/b1/downloads");
        QCOMPARE(bench.line(4), "GET/api/v1/vector/backups/b1/downloads/d1");
    }

    /// A second download of one backup does no harm; a second backup would.
    void aLostAnswerToTheDownloadIsAskedForAgain()
    {
        Bench bench;
        bench.transport.reply(200, q("{'data':{'id':'b1','status':'completed'}}"));
        bench.transport.replyError(Error::Code::Timeout);
        const auto status = bench.ask(u"live"_s, u"backup:b1"_s);
        QVERIFY(status);
        QCOMPARE(status->id, u"backup:b1"_s);
        QCOMPARE(status->phase, ExportStatus::Phase::Working);

        bench.transport.replyError(Error::Code::Timeout);
        QCOMPARE(bench.start(u"live"_s).error().code, Error::Code::OutcomeUnknown);
    }

    void aLinkThatEndedAtTheServiceEndsTheExport()
    {
        vector::Operation operation;
        operation.phase = vector::Operation::Phase::Completed;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        operation.linkEndsAt = now.addSecs(-1);
        QCOMPARE(toExportStatus(operation, now).phase, ExportStatus::Phase::LinkExpired);
        operation.linkEndsAt = now.addSecs(60);
        QCOMPARE(toExportStatus(operation, now).phase, ExportStatus::Phase::Succeeded);
    }

    void whatTheAnswerToADirectImportMeans_data()
    {
        QTest::addColumn<VectorDialect>("dialect");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("means");
        const auto row = [](const char* name, VectorDialect dialect, int status, const QByteArray& body,
                            const QString& means) { QTest::newRow(name) << dialect << status << q(body) << means; };
        row("D, with an id", VectorDialect::D, 200, "{'data':{'import_id':'imp_1','status':'completed'}}",
            u"imp_1 done"_s);
        row("D, still working", VectorDialect::D, 202, "{'data':{'import_id':'imp_1','status':'processing'}}",
            u"imp_1 works"_s);
        row("D, without an id", VectorDialect::D, 200, "{'data':{'status':'completed'}}", u" done"_s);
        row("D, with nothing", VectorDialect::D, 200, "{'data':{},'message':'Imported'}", u" done"_s);
        row("D, working and no id", VectorDialect::D, 202, "{'data':{'status':'processing'}}", u"OutcomeUnknown"_s);
        row("D, no JSON", VectorDialect::D, 200, "ok", u"OutcomeUnknown"_s);
        row("D, its SQL failed", VectorDialect::D, 422,
            "{'message':'Import failed','errors':{'file':['ERROR 1064 (42000) at line 3']}}",
            u"failed ERROR 1064 (42000) at line 3"_s);
        row("D, the form is wrong", VectorDialect::D, 422,
            "{'message':'x','errors':{'file':['The file field must not be greater than 10240 kilobytes.']}}",
            u"ServerRefused"_s);
        row("D, too large", VectorDialect::D, 413, "<html>too large</html>", u"TooLarge"_s);
        row("D, behind a gateway", VectorDialect::D, 504, "<html>timeout</html>", u"OutcomeUnknown"_s);
        row("G1, done", VectorDialect::G1, 200, "{'data':{'success':true,'duration_ms':7}}", u" done"_s);
        row("G1, its SQL failed", VectorDialect::G1, 500,
            "{'data':{'success':false,'duration_ms':7,'error':'ERROR 1146 at line 9'},'message':'x'}",
            u"failed ERROR 1146 at line 9"_s);
        row("G1, empty", VectorDialect::G1, 422, "{'message':'x','errors':{'content':['SQL content is required']}}",
            u"ServerRefused"_s);
    }
    void whatTheAnswerToADirectImportMeans()
    {
        QFETCH(const VectorDialect, dialect);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, means);
        Bench bench(shop(dialect));
        bench.transport.reply(status, body);
        const auto answer = bench.run(bench.provider->startImport({.way = ImportWay::Quick,
                                                                   .environment = u"development"_s,
                                                                   .database = Database::MySql,
                                                                   .fileName = u"shop.sql"_s,
                                                                   .contents = "SELECT 1;"},
                                                                  &bench.owner));
        using Phase = ImportStatus::Phase;
        QString meant = answer ? QString() : errorCodeName(answer.error().code);
        if (answer && answer->phase == Phase::Failed) {
            meant = u"failed "_s + answer->errors.join(u' ');
        } else if (answer) {
            meant = answer->id + (answer->phase == Phase::Succeeded ? u" done"_s : u" works"_s);
        }
        QCOMPARE(meant, means);
        QVERIFY(bench.transport.requests.first().timeouts.idle >= std::chrono::minutes(10)); // it may work for long
    }

    void aFailureKeepsTheServersWords()
    {
        vector::Operation operation;
        operation.phase = vector::Operation::Phase::Failed;
        operation.serverWord = u"failed"_s;
        operation.error = u"disk quota"_s;
        const ExportStatus status = toExportStatus(operation, {});
        QCOMPARE(status.phase, ExportStatus::Phase::Failed);
        QCOMPARE(status.serverWord, u"failed: disk quota"_s);
    }

    void aTestLearnsTheEnvironmentsAndWhatTheTokenMay()
    {
        Bench bench;
        bench.transport.reply(200, q("{'data':{'user':{},'token':{'abilities':['site:read']},"
                                     "'account':{'name':'Agency'}}}"));
        bench.transport.reply(200, q("{'data':{'id':'s1','dev_domain':'dev.example'}}"));
        bench.transport.reply(404, q("{'data':{},'message':'Import not found'}"));
        bench.transport.reply(200, q("{'data':[{'id':'e1','name':'live','is_production':true,'custom_domain':null,"
                                     "'platform_domain':'live.example'},"
                                     "{'id':'e2','name':'production'},{'id':'e3','name':'development'}]}"));
        const auto test = bench.run(bench.provider->test({}, &bench.owner));
        QVERIFY(test);
        QVERIFY(test->readOnly);
        QCOMPARE(test->account, u"Agency"_s);
        QCOMPARE(test->dialect, VectorDialect::G2);
        QCOMPARE(test->environments.size(), 4);
        QCOMPARE(test->environments[0].name, u"development"_s);
        QVERIFY(test->environments[0].id.isEmpty());
        QCOMPARE(test->environments[0].domain, u"dev.example"_s);
        QCOMPARE(test->environments[1].domain, u"live.example"_s);
        QCOMPARE(test->environments[1].tier, Tier::Production);
        QCOMPARE(test->environments[2].tier, Tier::Staging); // its name does not make it production
        QCOMPARE(test->environments[3].name, u"e3"_s); // the site's own container has that name
    }
};

QTEST_GUILESS_MAIN(TestVectorProvider)
#include "tst_vectorprovider.moc"
