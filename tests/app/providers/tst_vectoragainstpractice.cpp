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

    /// The site whose development container is imported into, and the dialect it is spoken to in.
    std::unique_ptr<Provider> provider()
    {
        const Secret token = m_server->access().vector.token;
        const auto found = account(token);
        return found ? makeVectorProvider(found->sites.first(), token, m_transport) : nullptr;
    }
    int put(const SignedUrl& link, const QByteArray& bytes, QByteArray* etag = nullptr)
    {
        HttpRequest request;
        request.method = "PUT";
        request.url = link;
        request.body = bytes;
        if (link.exactBytes().contains("content-type")) {
            request.headers.set("Content-Type", "application/sql");
        }
        const auto answer = awaitResult(m_transport.send(request, &m_owner));
        if (answer && etag != nullptr) {
            *etag = answer->headers.value("ETag");
        }
        return answer ? answer->status : 0;
    }
    static UploadOffer offerOf(const QByteArray& dump)
    {
        return {.environment = u"development"_s,
                .database = Database::MySql,
                .fileName = u"shop.sql"_s,
                .bytes = dump.size()};
    }
    static ImportOrder orderOf(const QString& session, const QList<UploadedPart>& parts = {})
    {
        return {.environment = u"development"_s, .database = Database::MySql, .session = session, .parts = parts};
    }
    Result<ImportStatus> imported(Provider& provider, Result<ImportStatus> status)
    {
        using Phase = ImportStatus::Phase;
        const auto runs = [](Phase phase) { return phase != Phase::Succeeded && phase != Phase::Failed; };
        while (status && runs(status->phase)) {
            QTest::qWait(50);
            status = awaitResult(provider.importStatus({.id = status->id, .environment = u"development"_s}, &m_owner));
        }
        return status;
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

    void aFileIsImportedBySession_data() { sitesAndDialectAreFound_data(); }
    void aFileIsImportedBySession()
    {
        QFETCH(VectorDialect, dialect);
        start(dialect);
        const auto site = provider();
        QVERIFY(site);
        const auto place = awaitResult(site->openUpload(offerOf(dump()), &m_owner));
        QVERIFY2(place, qPrintable(place ? QString() : place.error().detail));
        QVERIFY(!place->session.isEmpty() && !place->multipart && !place->link.isEmpty());
        QVERIFY(place->endsAt.isValid());
        // Links are signed anew where the dialect's status has any.
        const auto again = awaitResult(site->uploadPlace(offerOf(dump()), place->session, &m_owner));
        QCOMPARE(again.has_value(), dialect != VectorDialect::D);
        QVERIFY(again || again.error().code == Error::Code::SessionLost);
        QCOMPARE(put(place->link, dump()), 200);
        const ImportRef ref{.id = place->session, .environment = u"development"_s};
        QCOMPARE(awaitResult(site->importStatus(ref, &m_owner))->phase, ImportStatus::Phase::NotStarted);
        const auto done = imported(*site, awaitResult(site->startImport(orderOf(place->session), &m_owner)));
        QVERIFY2(done && done->phase == ImportStatus::Phase::Succeeded,
                 qPrintable(done ? done->errors.join(u"; "_s) : done.error().detail));
        // A session that was run takes nothing any more, and a second run does not pass for a failed one.
        QCOMPARE(awaitResult(site->uploadPlace(offerOf(dump()), place->session, &m_owner)).error().code,
                 Error::Code::SessionLost);
        QCOMPARE(awaitResult(site->startImport(orderOf(place->session), &m_owner)).error().code,
                 Error::Code::OutcomeUnknown);
    }

    void aLargeFileIsImportedInParts()
    {
        start(VectorDialect::G2, {{u"multipart-threshold"_s, u"100"_s},
                                  {u"part-size"_s, QString::number((dump().size() + 2) / 3)},
                                  {u"shuffle-parts"_s, u"always"_s}});
        const auto site = provider();
        QVERIFY(site);
        const auto place = awaitResult(site->openUpload(offerOf(dump()), &m_owner));
        QVERIFY2(place, qPrintable(place ? QString() : place.error().detail));
        QVERIFY(place->multipart && place->link.isEmpty());
        QCOMPARE(place->partCount, 3);
        QCOMPARE(place->parts.keys(), (QList<int>{1, 2, 3}));
        const qsizetype size = (dump().size() + 2) / 3;
        QList<UploadedPart> parts;
        for (const int number : {3, 1, 2}) {
            QByteArray etag;
            QCOMPARE(put(place->parts.value(number), dump().mid((number - 1) * size, size), &etag), 200);
            parts.append({number, QString::fromLatin1(etag)});
        }
        QList<UploadedPart> wrong = parts;
        wrong.last().etag = u"\"0123456789abcdef0123456789abcdef\""_s;
        QCOMPARE(awaitResult(site->startImport(orderOf(place->session, wrong), &m_owner)).error().code,
                 Error::Code::SessionLost);
        const auto done = imported(*site, awaitResult(site->startImport(orderOf(place->session, parts), &m_owner)));
        QVERIFY2(done && done->phase == ImportStatus::Phase::Succeeded,
                 qPrintable(done ? done->errors.join(u"; "_s) : done.error().detail));
    }

    void aSessionThatEndedIsLost()
    {
        start(VectorDialect::G2, {{u"session-life"_s, u"1"_s}});
        const auto site = provider();
        QVERIFY(site);
        const auto place = awaitResult(site->openUpload(offerOf(dump()), &m_owner));
        QVERIFY(place);
        QTRY_VERIFY_WITH_TIMEOUT(!awaitResult(site->uploadPlace(offerOf(dump()), place->session, &m_owner)), 30'000);
        QCOMPARE(awaitResult(site->uploadPlace(offerOf(dump()), place->session, &m_owner)).error().code,
                 Error::Code::SessionLost);
        QCOMPARE(awaitResult(site->startImport(orderOf(place->session), &m_owner)).error().code,
                 Error::Code::SessionLost);
        QCOMPARE(awaitResult(site->uploadPlace(offerOf(dump()), u"nobody"_s, &m_owner)).error().code,
                 Error::Code::SessionLost);
    }

    void aSmallFileIsImportedInTheRequest_data() { sitesAndDialectAreFound_data(); }
    void aSmallFileIsImportedInTheRequest()
    {
        QFETCH(VectorDialect, dialect);
        start(dialect);
        const auto site = provider();
        QVERIFY(site);
        ImportOrder order = orderOf({});
        order.way = ImportWay::Quick;
        order.fileName = u"shop.sql"_s;
        order.contents = dump();
        const auto done = awaitResult(site->startImport(order, &m_owner));
        if (dialect == VectorDialect::G2) {
            QCOMPARE(done.error().code, Error::Code::NotFound); // it has none
            return;
        }
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QCOMPARE(done->phase, ImportStatus::Phase::Succeeded);
        order.contents = "INSERT INTO `wp_users` VALUES ('never closed";
        const auto failed = awaitResult(site->startImport(order, &m_owner));
        QVERIFY2(failed, qPrintable(failed ? QString() : failed.error().detail));
        QCOMPARE(failed->phase, ImportStatus::Phase::Failed);
        QVERIFY2(failed->errors.join(u' ').contains(u"line 1"_s), qPrintable(failed->errors.join(u' ')));
    }

    void whatADialectDoesNotImportIntoIsRefused()
    {
        start(VectorDialect::G2);
        const auto site = provider();
        QVERIFY(site);
        UploadOffer offer = offerOf(dump());
        offer.environment = u"staging"_s;
        QCOMPARE(awaitResult(site->openUpload(offer, &m_owner)).error().code, Error::Code::NotFound);
    }

    void developmentIsPromoted()
    {
        start(VectorDialect::G2);
        const auto site = provider();
        QVERIFY(site);
        Result<ImportStatus> status =
            awaitResult(site->startImport({.way = ImportWay::Promote, .environment = u"staging"_s}, &m_owner));
        QVERIFY2(status, qPrintable(status ? QString() : status.error().detail));
        while (status && status->phase == ImportStatus::Phase::InProgress) {
            QTest::qWait(50);
            status = awaitResult(site->importStatus(
                {.id = status->id, .way = ImportWay::Promote, .environment = u"staging"_s}, &m_owner));
        }
        QVERIFY(status);
        QCOMPARE(status->phase, ImportStatus::Phase::Succeeded);
    }

private:
    static QByteArray dump()
    {
        return "-- MySQL dump 10.13\nDROP TABLE IF EXISTS `wp_users`;\nCREATE TABLE `wp_users` (`id` int);\n"
               "INSERT INTO `wp_users` VALUES (1),(2),(3);\n-- Dump completed\n";
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
    CurlTransport m_transport;
    QObject m_owner; ///< of the tasks, which die before what they use
};

QTEST_GUILESS_MAIN(TestVectorAgainstPractice)
#include "tst_vectoragainstpractice.moc"
