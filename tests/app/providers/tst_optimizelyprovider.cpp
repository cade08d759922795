#include "app/providers/optimizely/epihmac.h"
#include "app/providers/optimizely/optimizelyprovider.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faketransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// JSON written with single quotes. (moc loses slots behind raw string literals.)
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray secretText()
{
    return "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v"_ba;
}
QByteArray project()
{
    return "2a561398-d517-4634-9bc4-aab5008a8e1a"_ba;
}
QByteArray startedExport()
{
    return q("{'success':true,'errors':[],'result':{'id':'e1','status':'Started','downloadLink':null}}");
}
QByteArray noDeployments()
{
    return q("{'success':true,'errors':null,'result':[]}");
}
QByteArray containers()
{
    return q("{'success':true,'errors':null,'result':{'storageContainers':['mysitemedia']}}");
}
QByteArray denied()
{
    return q("{'success':false,'errors':['Access is denied'],'result':null}");
}

Connection contoso()
{
    Connection connection;
    connection.id = u"c1"_s;
    connection.name = u"Contoso"_s;
    connection.baseUrl = QUrl(u"https://paas.example/api/v1.0/"_s);
    connection.projectId = QString::fromLatin1(project());
    connection.clientKey = u"testKey"_s;
    connection.environments = {{u"Prüf / 1"_s, Tier::Staging, Access::Allowed, true}};
    return connection;
}

/// One project against a scripted service.
struct Bench
{
    explicit Bench(const Connection& connection = contoso(), const QByteArray& secret = secretText())
        : provider(makeOptimizelyProvider(connection, Secret(secret), transport, clock))
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
    [[nodiscard]] QByteArray sentUrl(qsizetype index = 0) const
    {
        return transport.requests.at(index).url.exactBytes();
    }

    FakeTransport transport;
    FakeClock clock;
    std::unique_ptr<Provider> provider;
    QObject owner;
};

ExportRequest cmsOf(const QString& environment)
{
    ExportRequest request;
    request.connectionId = u"c1"_s;
    request.environment = environment;
    request.retention = 48h;
    return request;
}

QByteArray base()
{
    return "https://paas.example/api/v1.0/projects/" + project() + '/';
}

/// The header again, made from nothing but what is on the wire.
QByteArray expectedAuthorization(const HttpRequest& request)
{
    const QList<QByteArray> parts = request.headers.value("authorization").mid(9).split(':');
    const QByteArray url = request.url.exactBytes();
    return epiHmacAuthorization({.clientKey = parts.value(0),
                                 .secret = Secret(secretText()),
                                 .method = request.method,
                                 .pathAndQuery = url.mid(url.indexOf('/', url.indexOf("//") + 2)),
                                 .body = request.body,
                                 .unixMilliseconds = parts.value(1).toLongLong(),
                                 .nonce = parts.value(2)});
}

} // namespace

class TestOptimizelyProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAnExportAsDocumented()
    {
        Bench bench;
        bench.transport.reply(200, startedExport());
        const auto status = bench.run(bench.provider->startExport(cmsOf(u"production"_s), &bench.owner));
        QVERIFY(status);
        QCOMPARE(status->id, u"e1"_s);
        QCOMPARE(bench.transport.requests.size(), 1);
        const HttpRequest& sent = bench.transport.requests.first();
        QCOMPARE(sent.method, "POST"_ba);
        QCOMPARE(bench.sentUrl(), QByteArray(base() + "environments/Production/databases/epicms/exports"));
        QCOMPARE(sent.body, q("{'retentionHours':48}"));
        QCOMPARE(sent.headers.value("content-type"), "application/json"_ba);
    }

    void signsExactlyTheBytesOnTheWire()
    {
        Bench bench;
        bench.transport.reply(200, startedExport());
        bench.transport.reply(200, startedExport());
        ExportRequest request = cmsOf(u"PRÜF / 1"_s);
        request.database = Database::Commerce;
        QVERIFY(bench.run(bench.provider->startExport(request, &bench.owner)));
        QVERIFY(bench.run(bench.provider->exportStatus(u"Prüf / 1"_s, Database::Cms, u"e/1?"_s, &bench.owner)));
        QCOMPARE(bench.sentUrl(0),
                 QByteArray(base() + "environments/Pr%C3%BCf%20%2F%201/databases/epicommerce/exports"));
        QCOMPARE(bench.sentUrl(1),
                 QByteArray(base() + "environments/Pr%C3%BCf%20%2F%201/databases/epicms/exports/e%2F1%3F"));
        for (const HttpRequest& sent : std::as_const(bench.transport.requests)) {
            QCOMPARE(sent.headers.value("authorization"), expectedAuthorization(sent));
        }
    }

    void signsWithTheTimeOfSendingAndAFreshNonce()
    {
        Bench bench;
        QSet<QByteArray> nonces;
        auto* early = bench.provider->findImports(&bench.owner);
        bench.clock.advance(10min);
        bench.transport.reply(200, noDeployments());
        bench.transport.reply(200, noDeployments());
        QVERIFY(bench.run(early));
        QVERIFY(bench.run(bench.provider->findImports(&bench.owner)));
        for (const HttpRequest& sent : std::as_const(bench.transport.requests)) {
            const QList<QByteArray> parts = sent.headers.value("authorization").mid(9).split(':');
            QCOMPARE(parts.size(), 4);
            QCOMPARE(parts.at(1).toLongLong(), bench.clock.nowUtc().toMSecsSinceEpoch());
            QCOMPARE(parts.at(2).size(), 32);
            nonces.insert(parts.at(2));
        }
        QCOMPARE(nonces.size(), 2);
    }

    void aBaseAddressWithoutItsLastSlashWorksToo()
    {
        Connection connection = contoso();
        connection.baseUrl = QUrl(u"http://127.0.0.1:8080/behind/api/v1.0"_s);
        Bench bench(connection);
        bench.transport.reply(200, noDeployments());
        QVERIFY(bench.run(bench.provider->findImports(&bench.owner)));
        QCOMPARE(bench.sentUrl(),
                 QByteArray("http://127.0.0.1:8080/behind/api/v1.0/projects/" + project() + "/deployments"));
        QCOMPARE(bench.transport.requests.first().headers.value("authorization"),
                 expectedAuthorization(bench.transport.requests.first()));
    }

    void everyOtherCallGoesWhereItIsDocumented()
    {
        Bench bench;
        bench.transport.reply(200,
                              q("{'success':true,'result':{'location':'https://a.example/deploymentpackages?sig=x'}}"));
        bench.transport.reply(200, q("{'success':true,'result':{'id':'d1','status':'InProgress'}}"));
        bench.transport.reply(200, q("{'success':true,'result':{'id':'d1','status':'Succeeded'}}"));
        bench.transport.reply(200, q("{'success':true,'result':[{'id':'d1','status':'Succeeded'}]}"));
        const auto place = bench.run(bench.provider->openUpload({.fileName = u"a.cms.sqldb.1.bacpac"_s}, &bench.owner));
        QCOMPARE(place->link.exactBytes(), "https://a.example/deploymentpackages/a.cms.sqldb.1.bacpac?sig=x"_ba);
        QCOMPARE(bench
                     .run(bench.provider->startImport(
                         {.environment = u"integration"_s, .fileName = u"a.cms.sqldb.1.bacpac"_s}, &bench.owner))
                     ->phase,
                 ImportStatus::Phase::InProgress);
        QCOMPARE(bench.run(bench.provider->importStatus({.id = u"d1"_s}, &bench.owner))->phase,
                 ImportStatus::Phase::Succeeded);
        QCOMPARE(bench.run(bench.provider->findImports(&bench.owner))->size(), 1);
        QCOMPARE(bench.sentUrl(0), QByteArray(base() + "packages/location"));
        QCOMPARE(bench.sentUrl(1), QByteArray(base() + "deployments"));
        QCOMPARE(bench.sentUrl(2), QByteArray(base() + "deployments/d1"));
        QCOMPARE(bench.sentUrl(3), QByteArray(base() + "deployments"));
        QCOMPARE(bench.transport.requests.at(1).method, "POST"_ba);
        QVERIFY(bench.transport.requests.at(1).body.contains(q("'targetEnvironment':'Integration'")));
    }

    void aDeploymentThatWaitsIsCompletedOrTakenBackWithItsDatabase()
    {
        Bench bench;
        bench.transport.reply(200, q("{'success':true,'result':{'id':'d1','status':'Completing'}}"));
        bench.transport.reply(200, q("{'success':true,'result':{'id':'d1','status':'Resetting'}}"));
        QCOMPARE(bench.run(bench.provider->completeImport(u"d1"_s, &bench.owner))->phase,
                 ImportStatus::Phase::Completing);
        QCOMPARE(bench.run(bench.provider->resetImport(u"d1"_s, {}, &bench.owner))->phase,
                 ImportStatus::Phase::Resetting);
        QCOMPARE(bench.sentUrl(0), QByteArray(base() + "deployments/d1/complete"));
        QCOMPARE(bench.transport.requests.at(0).method, "POST"_ba);
        QVERIFY(bench.transport.requests.at(0).body.isEmpty());
        QCOMPARE(bench.sentUrl(1), QByteArray(base() + "deployments/d1/reset"));
        const QJsonObject body = QJsonDocument::fromJson(bench.transport.requests.at(1).body).object();
        QVERIFY(body.value(u"resetWithDbRollback"_s).toBool());
        QVERIFY(!body.value(u"complete"_s).toBool(true));
    }

    void aLostAnswerToACompletionIsUnknown()
    {
        Bench bench;
        bench.transport.reply(502, "<html>bad gateway</html>");
        QCOMPARE(bench.run(bench.provider->completeImport(u"d1"_s, &bench.owner)).error().code,
                 Error::Code::OutcomeUnknown);
    }

    void aLostAnswerToAStartIsUnknownAndIsNotSentAgain()
    {
        Bench bench;
        bench.transport.replyError(Error::Code::ConnectionLost);
        const auto status = bench.run(bench.provider->startExport(cmsOf(u"Production"_s), &bench.owner));
        QCOMPARE(status.error().code, Error::Code::OutcomeUnknown);
        QCOMPARE(status.error().subject, QString(QString::fromLatin1(project()) + u"/Production"_s));
        QCOMPARE(bench.transport.requests.size(), 1);
    }

    void anAcceptedStartWhoseIdCannotBeReadIsUnknown()
    {
        Bench bench;
        bench.transport.reply(200, q("{'success':true,'errors':[],'result':{'status':'Started'}}"));
        const auto status = bench.run(bench.provider->startExport(cmsOf(u"Production"_s), &bench.owner));
        QCOMPARE(status.error().code, Error::Code::OutcomeUnknown);
    }

    void aRefusedConnectionIsNotUnknown()
    {
        Bench bench;
        bench.transport.replyError(Error::Code::ConnectionRefused);
        const auto status = bench.run(bench.provider->startExport(cmsOf(u"Production"_s), &bench.owner));
        QCOMPARE(status.error().code, Error::Code::ConnectionRefused);
    }

    void aBusyServiceSaysSoInItsWords()
    {
        Bench bench;
        bench.transport.reply(400, q("{'success':false,'errors':['There is already an on-going export.']}"));
        const auto status = bench.run(bench.provider->startExport(cmsOf(u"Production"_s), &bench.owner));
        QCOMPARE(status.error().code, Error::Code::ServerBusy);
        QCOMPARE(status.error().detail, u"There is already an on-going export."_s);
    }

    void aMissingExportIsNamedByItsId()
    {
        Bench bench;
        bench.transport.reply(404, q("{'success':false,'errors':['Not found'],'result':null}"));
        const auto status = bench.run(bench.provider->exportStatus(u"ADE1"_s, Database::Cms, u"e9"_s, &bench.owner));
        QCOMPARE(status.error().code, Error::Code::NotFound);
        QCOMPARE(status.error().subject, u"e9"_s);
    }

    void withoutAUsableSecretNothingIsSent()
    {
        Bench none(contoso(), {});
        QCOMPARE(none.run(none.provider->findImports(&none.owner)).error().code, Error::Code::SecretMissing);
        Bench broken(contoso(), "abc");
        const auto result = broken.run(broken.provider->test({u"Production"_s}, &broken.owner));
        QCOMPARE(result.error().code, Error::Code::SecretInvalid);
        QCOMPARE(result.error().subject, u"length"_s);
        QVERIFY(none.transport.requests.isEmpty() && broken.transport.requests.isEmpty());
    }

    void cancelStopsTheRequest()
    {
        Bench bench;
        bench.transport.hang();
        auto* task = bench.provider->findImports(&bench.owner);
        QSignalSpy finished(task, &Task::finished);
        std::optional<Error> error;
        connect(task, &Task::finished, this, [task, into = &error] { *into = task->result().error(); });
        task->start();
        QTRY_COMPARE_WITH_TIMEOUT(bench.transport.requests.size(), 1, 30000);
        task->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30000);
        QCOMPARE(error->code, Error::Code::Cancelled);
    }

    void aTaskOutlivesItsProvider()
    {
        Bench bench;
        bench.transport.reply(200, noDeployments());
        auto* task = bench.provider->findImports(&bench.owner);
        bench.provider.reset();
        QVERIFY(bench.run(task));
    }

    void aTestLearnsTheRightsPerEnvironment()
    {
        Bench bench;
        bench.transport.reply(200, noDeployments());
        bench.transport.replies.back().answer->serverDate = bench.clock.nowUtc().addSecs(-3);
        bench.transport.reply(200, containers()); // Integration
        bench.transport.reply(401, denied()); // Preproduction
        bench.transport.reply(403, ""); // Production
        bench.transport.reply(404, q("{'success':false,'errors':['No such environment']}")); // ADE1
        bench.transport.replyError(Error::Code::Timeout); // Prüf / 1
        bench.transport.reply(500, ""); // Kunden
        const auto test = bench.run(bench.provider->test({u"integration"_s,
                                                          u"Preproduction"_s,
                                                          u"Production"_s,
                                                          u"ADE1"_s,
                                                          u" ade1 "_s,
                                                          {},
                                                          u"prüf / 1"_s,
                                                          u"Kunden"_s},
                                                         &bench.owner));
        QVERIFY(test);
        QCOMPARE(test->environments, (QList<Environment>{{u"Integration"_s, Tier::Test, Access::Allowed, false},
                                                         {u"Preproduction"_s, Tier::Staging, Access::Denied, false},
                                                         {u"Production"_s, Tier::Production, Access::Denied, false},
                                                         {u"ADE1"_s, Tier::Development, Access::Unknown, false},
                                                         {u"Prüf / 1"_s, Tier::Staging, Access::Unknown, true},
                                                         {u"Kunden"_s, Tier::Production, Access::Unknown, true}}));
        QCOMPARE(test->clockAheadSeconds, 3.0);
        QCOMPARE(bench.transport.requests.size(), 7);
        QCOMPARE(bench.sentUrl(0), QByteArray(base() + "deployments"));
        QCOMPARE(bench.sentUrl(1), QByteArray(base() + "environments/Integration/storagecontainers"));
    }

    void aTestThatCannotSignInAsksNoFurther()
    {
        Bench bench;
        bench.transport.reply(403, "");
        const auto test = bench.run(bench.provider->test(candidateEnvironments(), &bench.owner));
        QCOMPARE(test.error().code, Error::Code::Unauthorized);
        QCOMPARE(test.error().subject, QString::fromLatin1(project()));
        QCOMPARE(bench.transport.requests.size(), 1);
    }

    void aTestWithAWrongClockNamesTheClock()
    {
        Bench bench;
        bench.transport.reply(403, "");
        bench.transport.replies.back().answer->serverDate = bench.clock.nowUtc().addSecs(900);
        const auto test = bench.run(bench.provider->test(candidateEnvironments(), &bench.owner));
        QCOMPARE(test.error().code, Error::Code::ClockSkew);
        QCOMPARE(test.error().detail, u"-900"_s);
    }

    void aPageInsteadOfTheServiceIsNotASignIn()
    {
        Bench bench;
        bench.transport.reply(200, "<html>Welcome to the hotel</html>");
        const auto test = bench.run(bench.provider->test(candidateEnvironments(), &bench.owner));
        QCOMPARE(test.error().code, Error::Code::BadAnswer);
        QCOMPARE(test.error().detail, u"Welcome to the hotel"_s);
    }
};

QTEST_GUILESS_MAIN(TestOptimizelyProvider)
#include "tst_optimizelyprovider.moc"
