#include "app/net/curltransport.h"
#include "app/practice/practiceserver.h"
#include "app/providers/optimizely/optimizelyprovider.h"
#include "tests/support/fakeclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The real transport against a practice server of its own, with the faults asked for.
class Site
{
public:
    explicit Site(const QMap<QString, QString>& faults = {}, double timeScale = 50)
    {
        PracticeOptions options;
        options.dataFolder = m_folder.path();
        options.timeScale = timeScale;
        options.faults = faults;
        auto started = PracticeServer::start(options);
        if (started) {
            m_server = std::move(*started);
            m_access = m_server->access();
            m_provider = make(m_access.projectId, m_access.clientSecret);
        }
    }

    [[nodiscard]] bool isRunning() const { return m_server != nullptr; }
    [[nodiscard]] const PracticeAccess& access() const { return m_access; }
    [[nodiscard]] Provider& provider() { return *m_provider; }
    [[nodiscard]] QObject* owner() { return &m_owner; }

    std::unique_ptr<Provider> make(const QString& projectId, const Secret& secret)
    {
        Connection connection;
        connection.id = u"practice"_s;
        connection.name = u"Practice"_s;
        connection.baseUrl = m_access.baseUrl;
        connection.projectId = projectId;
        connection.clientKey = m_access.clientKey;
        return makeOptimizelyProvider(connection, secret, m_transport, m_clock);
    }

    template <class T>
    Result<T> run(ResultTask<T>* task)
    {
        const auto result = std::make_shared<std::optional<Result<T>>>();
        QObject::connect(task, &Task::finished, task, [task, result] { *result = task->result(); });
        task->start();
        if (!QTest::qWaitFor([result] { return result->has_value(); }, 50'000)) {
            return fail(Error::Code::Timeout, u"test"_s);
        }
        return **result;
    }

    /// The status of putting `bytes` under that name where packages go.
    int upload(const SignedUrl& blob, const QByteArray& bytes)
    {
        HttpRequest request;
        request.method = "PUT";
        request.url = blob;
        request.headers.set("x-ms-blob-type", "BlockBlob");
        request.body = bytes;
        const Result<HttpResponse> answer = run(m_transport.send(request, &m_owner));
        return answer ? answer->status : 0;
    }

    /// What the control address tells.
    QJsonObject control()
    {
        HttpRequest request;
        request.url = SignedUrl::parse(m_access.control.toEncoded()).value();
        const Result<HttpResponse> answer = run(m_transport.send(request, &m_owner));
        return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    }

    Result<ExportStatus> start(Database database = Database::Cms, const QString& environment = u"production"_s)
    {
        ExportRequest request;
        request.environment = environment;
        request.database = database;
        return run(m_provider->startExport(request, &m_owner));
    }

    /// Asks until the export is no longer being worked on.
    Result<ExportStatus> await(const QString& id)
    {
        Result<ExportStatus> status = fail(Error::Code::Internal);
        const auto ended = [this, &status, id] {
            status = run(m_provider->exportStatus(u"Production"_s, Database::Cms, id, &m_owner));
            return !status || status->phase != ExportStatus::Phase::Working;
        };
        return QTest::qWaitFor(ended, 50'000) ? status : fail(Error::Code::Timeout, u"test"_s);
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    CurlTransport m_transport;
    std::unique_ptr<PracticeServer> m_server;
    PracticeAccess m_access;
    std::unique_ptr<Provider> m_provider;
    QObject m_owner;
};

QString name(const Error& error)
{
    return errorCodeName(error.code);
}

} // namespace

class TestOptimizelyAgainstPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExportRunsUntilItsFileCanBeFetched()
    {
        Site site;
        QVERIFY(site.isRunning());
        const auto started = site.start();
        QVERIFY2(started, started ? "" : qPrintable(name(started.error())));
        QVERIFY(!started->id.isEmpty());
        QCOMPARE(started->phase, ExportStatus::Phase::Working);
        const auto done = site.await(started->id);
        QVERIFY(done);
        QCOMPARE(done->phase, ExportStatus::Phase::Succeeded);
        QVERIFY(done->knownWord);
        QVERIFY(done->fileName.startsWith(u"epicms_Production_"_s));
        QCOMPARE(done->link.permissions(), u"r"_s);
        QVERIFY(done->link.expiresAt() > QDateTime::currentDateTimeUtc());
    }

    void aSecondExportIsRefusedAsBusy()
    {
        Site site({}, 1); // the first one works for seconds
        QVERIFY(site.start());
        const auto second = site.start(Database::Commerce);
        QCOMPARE(name(second.error()), u"ServerBusy"_s);
        QVERIFY(second.error().retryable);
    }

    void rightsAreLearnedPerEnvironment()
    {
        Site site({{u"deny"_s, u"Preproduction"_s}});
        const auto test = site.run(site.provider().test(candidateEnvironments(), site.owner()));
        QVERIFY(test);
        const auto access = [&test](const QString& environment) {
            for (const Environment& one : test->environments) {
                if (one.name == environment) {
                    return one.access;
                }
            }
            return Access::Unknown;
        };
        QCOMPARE(test->environments.size(), candidateEnvironments().size());
        QCOMPARE(access(u"Production"_s), Access::Allowed);
        QCOMPARE(access(u"Integration"_s), Access::Allowed);
        QCOMPARE(access(u"Preproduction"_s), Access::Denied);
        QCOMPARE(access(u"ADE6"_s), Access::Denied);
    }

    void aWrongSecretOrProjectIsNamed()
    {
        Site site;
        const auto stranger = site.make(site.access().projectId, Secret("AAECAwQFBgcICQoLDA0ODw=="));
        const auto refused = site.run(stranger->findImports(site.owner()));
        QCOMPARE(name(refused.error()), u"Unauthorized"_s);
        QCOMPARE(refused.error().subject, site.access().projectId);
        const QString project = u"2a561398-d517-4634-9bc4-aab5008a8e1a"_s;
        const auto elsewhere = site.make(project, site.access().clientSecret);
        const auto missing = site.run(elsewhere->findImports(site.owner()));
        QCOMPARE(name(missing.error()), u"NotFound"_s);
        QCOMPARE(missing.error().subject, project);
    }

    void anEnvironmentWithoutARightIsNamed()
    {
        Site site({{u"deny"_s, u"Production"_s}});
        const auto refused = site.start();
        QCOMPARE(name(refused.error()), u"Unauthorized"_s);
        QCOMPARE(refused.error().subject, QString(site.access().projectId + u"/Production"_s));
    }

    void aWrongClockIsFoundOut()
    {
        Site site({{u"clock-skew"_s, u"-3600"_s}});
        const auto test = site.run(site.provider().test({u"Production"_s}, site.owner()));
        QCOMPARE(name(test.error()), u"ClockSkew"_s);
        const int ahead = test.error().detail.toInt();
        QVERIFY2(ahead > 3000 && ahead < 4200, qPrintable(test.error().detail));
    }

    void everyRefusalOfAStartHasItsName_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exportsOnTheServer");
        QTest::newRow("500") << u"status-500"_s << u"ServerError"_s << 0;
        QTest::newRow("502") << u"status-502"_s << u"OutcomeUnknown"_s << 0;
        QTest::newRow("503") << u"status-503"_s << u"ServerError"_s << 0;
        QTest::newRow("429") << u"busy-429"_s << u"RateLimited"_s << 0;
        QTest::newRow("a page") << u"html-body"_s << u"OutcomeUnknown"_s << 0;
        QTest::newRow("200 and no") << u"refused-200"_s << u"ServerRefused"_s << 0;
        QTest::newRow("carried out, answer lost") << u"lost-answer"_s << u"OutcomeUnknown"_s << 1;
    }
    void everyRefusalOfAStartHasItsName()
    {
        QFETCH(QString, fault);
        QFETCH(int, exportsOnTheServer);
        Site site({{fault, u"1"_s}});
        const auto started = site.start();
        QVERIFY(!started);
        QTEST(name(started.error()), "code");
        QCOMPARE(site.control()["counters"_L1]["exportsStarted"_L1].toInt(), exportsOnTheServer);
    }

    void aStateOfTomorrowIsShownInTheServersWords()
    {
        Site site({{u"unknown-state"_s, u"1"_s}});
        const auto started = site.start();
        QVERIFY(started);
        const auto odd =
            site.run(site.provider().exportStatus(u"Production"_s, Database::Cms, started->id, site.owner()));
        QVERIFY(odd);
        QCOMPARE(odd->phase, ExportStatus::Phase::Working);
        QCOMPARE(odd->serverWord, u"Paused"_s);
        QVERIFY(!odd->knownWord);
        QCOMPARE(site.await(started->id)->phase, ExportStatus::Phase::Succeeded);
    }

    void anExportThatFailsSaysSo()
    {
        Site site({{u"export-fails"_s, u"1"_s}});
        const auto started = site.start();
        QVERIFY(started);
        QCOMPARE(site.await(started->id)->phase, ExportStatus::Phase::Failed);
    }

    void aDeploymentIsFollowedToItsEndAndItsErrors()
    {
        Site site;
        QObject* const owner = site.owner();
        const auto location =
            site.run(site.provider().openUpload({.fileName = u"not.cms.sqldb.1.0.0.bacpac"_s}, owner));
        QVERIFY(location);
        QVERIFY(location->link.permissions().contains(u'w'));
        const auto before = site.run(site.provider().findImports(owner));
        QVERIFY(before);
        QVERIFY(before->isEmpty());

        QCOMPARE(site.upload(location->link, "this is no bacpac"), 201);
        const QStringList packages{u"not.cms.sqldb.1.0.0.bacpac"_s};
        const auto started = site.run(
            site.provider().startImport({.environment = u"integration"_s, .fileName = packages.first()}, owner));
        QVERIFY(started);
        QCOMPARE(started->phase, ImportStatus::Phase::InProgress);
        Result<ImportStatus> status = *started;
        const auto ended = [&site, &status, owner, id = started->id] {
            status = site.run(site.provider().importStatus({.id = id}, owner));
            return !status || status->phase != ImportStatus::Phase::InProgress;
        };
        QVERIFY(QTest::qWaitFor(ended, 50'000));
        QCOMPARE(status->phase, ImportStatus::Phase::Failed);
        QVERIFY(!status->errors.isEmpty());
        QVERIFY(status->endedAt.isValid());
        QCOMPARE(status->targetEnvironment, u"Integration"_s);
        QCOMPARE(status->packages, packages);
        const auto after = site.run(site.provider().findImports(owner));
        QCOMPARE(after->size(), 1);
        QCOMPARE(after->first().id, started->id);
    }

    void aDeploymentTheServiceRefusesIsExplainedInItsWords()
    {
        Site site;
        const auto refused = site.run(site.provider().startImport(
            {.environment = u"Integration"_s, .fileName = u"database.bacpac"_s}, site.owner()));
        QCOMPARE(name(refused.error()), u"ServerRefused"_s);
        QVERIFY(refused.error().detail.contains(u"database.bacpac"_s));
        const QString nowhere = u"2a561398-d517-4634-9bc4-aab5008a8e1a"_s;
        const auto missing = site.run(site.provider().importStatus({.id = nowhere}, site.owner()));
        QCOMPARE(name(missing.error()), u"NotFound"_s);
        QCOMPARE(missing.error().subject, nowhere);
    }

    void aStoppedServerIsARefusedConnectionAndNothingWasSent()
    {
        QUrl gone;
        {
            Site site;
            gone = site.access().baseUrl;
        }
        Connection connection;
        connection.baseUrl = gone;
        connection.projectId = u"2a561398-d517-4634-9bc4-aab5008a8e1a"_s;
        connection.clientKey = u"key"_s;
        SystemClock clock;
        CurlTransport transport;
        const auto provider = makeOptimizelyProvider(connection, Secret("AAECAwQF"), transport, clock);
        QObject owner;
        ExportRequest request;
        request.environment = u"Production"_s;
        auto* task = provider->startExport(request, &owner);
        std::optional<Error> error;
        connect(task, &Task::finished, this, [task, into = &error] { *into = task->result().error(); });
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(error, 50'000);
        QCOMPARE(name(*error), u"ConnectionRefused"_s);
    }
};

QTEST_GUILESS_MAIN(TestOptimizelyAgainstPractice)
#include "tst_optimizelyagainstpractice.moc"
