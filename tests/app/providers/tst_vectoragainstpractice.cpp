#include "app/net/curltransport.h"
#include "app/practice/practiceserver.h"
#include "app/providers/vector/vectorprovider.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(longshore::VectorDialect)

/// The provider over real HTTP against a practice server that speaks each dialect.
class TestVectorAgainstPractice final : public QObject
{
    Q_OBJECT

    void start(VectorDialect dialect, const QMap<QString, QString>& faults = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server.reset();
        auto started = PracticeServer::start({.dataFolder = m_folder->path(),
                                              .timeScale = 50,
                                              .faults = faults,
                                              .vectorDialect = dialect,
                                              .vectorStore = VectorStore::Embedded});
        QVERIFY(started);
        m_server = std::move(*started);
    }
    Result<VectorAccount> account(const Secret& token)
    {
        return awaitResult(
            findVectorSites(m_server->access().vector.baseUrl, token, std::nullopt, m_transport, &m_owner));
    }
    /// Polls an export until it is over.
    Result<ExportStatus> exported(Provider& provider, const QString& environment)
    {
        ExportRequest request;
        request.connectionId = u"practice"_s;
        request.environment = environment;
        Result<ExportStatus> status = awaitResult(provider.startExport(request, &m_owner));
        while (status && status->phase == ExportStatus::Phase::Working) {
            QTest::qWait(50);
            status = awaitResult(provider.exportStatus(environment, request.database, status->id, &m_owner));
        }
        return status;
    }
    Result<HttpResponse> fetch(const SignedUrl& link)
    {
        HttpRequest request;
        request.url = link;
        return awaitResult(m_transport.send(request, &m_owner));
    }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void sitesAndDialectAreFound_data()
    {
        QTest::addColumn<VectorDialect>("dialect");
        for (const VectorDialect dialect : {VectorDialect::D, VectorDialect::G1, VectorDialect::G2}) {
            QTest::newRow(qPrintable(vectorDialectName(dialect))) << dialect;
        }
    }
    void sitesAndDialectAreFound()
    {
        QFETCH(VectorDialect, dialect);
        start(dialect);
        const auto found = account(m_server->access().vector.token);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QCOMPARE(found->dialect, dialect);
        QVERIFY(found->dialectIsSure);
        QVERIFY(!found->readOnly);
        QCOMPARE(found->sites.size(), 2);
        for (const Connection& site : found->sites) {
            QCOMPARE(site.environments.size(), 3);
            QCOMPARE(site.environments.first().tier, Tier::Development);
            QCOMPARE(site.environments.last().tier, Tier::Production);
        }
        const auto stranger = account(Secret("1|nobody"));
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().code, Error::Code::Unauthorized);
    }

    void aTokenThatMayOnlyRead()
    {
        start(VectorDialect::G2, {{u"vector-abilities"_s, u"site:read"_s}});
        const auto found = account(m_server->access().vector.token);
        QVERIFY(found);
        QVERIFY(found->readOnly);
    }

    void everyDatabaseIsExported_data() { sitesAndDialectAreFound_data(); }
    void everyDatabaseIsExported()
    {
        QFETCH(VectorDialect, dialect);
        start(dialect);
        const Secret token = m_server->access().vector.token;
        const auto found = account(token);
        QVERIFY(found);
        const Connection& site = found->sites.first();
        const auto provider = makeVectorProvider(site, token, m_transport);
        for (const Environment& environment : site.environments) {
            const auto done = exported(*provider, environment.name);
            QVERIFY2(done, qPrintable(environment.name + u' ' + (done ? QString() : done.error().detail)));
            QCOMPARE(done->phase, ExportStatus::Phase::Succeeded);
            const auto answer = fetch(done->link);
            QVERIFY(answer && answer->status == 200);
            const bool isArchive = answer->body.startsWith("\x1f\x8b");
            // The newest dialect exports development only; the rest comes by a backup.
            QCOMPARE(isArchive, dialect == VectorDialect::G2 && !environment.id.isEmpty());
            if (!isArchive) {
                QVERIFY(answer->body.contains("CREATE TABLE `wp_users`"));
            }
        }
    }

    void aFailedExportTellsTheServersWords()
    {
        start(VectorDialect::G2, {{u"export-fails"_s, u"1"_s}});
        const Secret token = m_server->access().vector.token;
        const auto found = account(token);
        QVERIFY(found);
        const auto provider = makeVectorProvider(found->sites.first(), token, m_transport);
        const auto done = exported(*provider, found->sites.first().environments.first().name);
        if (done) {
            QCOMPARE(done->phase, ExportStatus::Phase::Failed);
        } else {
            QCOMPARE(done.error().code, Error::Code::ServerJobFailed);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
    CurlTransport m_transport;
    QObject m_owner; ///< of the tasks, which die before what they use
};

QTEST_GUILESS_MAIN(TestVectorAgainstPractice)
#include "tst_vectoragainstpractice.moc"
