#include "app/archive/dumplook.h"
#include "app/archive/packagecheck.h"
#include "app/core/storage.h"
#include "app/credentials/credentialstore.h"
#include "app/library/library.h"
#include "tests/app/jobs/practicesite.h"

#include <QCryptographicHash>
#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

ServicesOptions practiceAt(const QTemporaryDir& home)
{
    ServicesOptions options;
    options.home = home.path();
    options.practice = true;
    options.practiceTimeScale = 20;
    options.useKeychain = false;
    return options;
}

ExportRequest exportTo(const QString& folder, const QString& environment = u"Production"_s)
{
    ExportRequest request;
    request.connectionId = u"practice"_s;
    request.environment = environment;
    request.folder = folder;
    return request;
}

QString start(Services& services, const ExportRequest& request)
{
    QObject owner;
    return awaitResult(services.jobs().start(request, &owner)).value_or(QString());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_ExportEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportOfThePracticeServerIsAPackageInTheLibrary();
    void practiceBringsTheSitesOfTheOtherPlatform();
    void practiceTakesOverAnOlderFolder();
    void bothDatabasesOneAfterTheOther();
    void programAndServerEndAndGoOn();
    void secondProcessFilesAndTheFirstCarriesOut();
    void secondProcessTakesOverWithAServerOfItsOwn();
    void faults_data();
    void faults();
    void secretGivenLaterLetsTheJobGoOn();
};

void tst_ExportEndToEnd::exportOfThePracticeServerIsAPackageInTheLibrary()
{
    const QTemporaryDir home;
    Services services(practiceAt(home));
    QVERIFY(isUp(services));
    QVERIFY(services.ownsEngine());
    const QString id = start(services, exportTo(home.filePath(u"out"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::Done, Patience);

    const JobRecord record = *services.jobs().record(id);
    QVERIFY2(QFileInfo(record.path).fileName().startsWith(u"practice-production-cms-"_s), qPrintable(record.path));
    QCOMPARE(record.tier, Tier::Production);
    QCOMPARE(record.sha256,
             QString::fromLatin1(QCryptographicHash::hash(contentOf(record.path), QCryptographicHash::Sha256).toHex()));
    const Result<PackageFacts> facts = checkPackage(record.path, std::make_shared<std::atomic_bool>(false));
    QVERIFY(facts);
    QVERIFY(facts->tables >= 25);
    QCOMPARE(facts->database, std::optional(Database::Cms));
    const std::optional<LibraryEntry> entry = services.library().newest(u"practice"_s, u"Production"_s, Database::Cms);
    QVERIFY(entry);
    QCOMPARE(entry->path, record.path);
    QCOMPARE(entry->serverFileName, record.serverFileName);
    QVERIFY(record.serverFileName.startsWith(u"epicms_Production_"_s));
}

void tst_ExportEndToEnd::practiceBringsTheSitesOfTheOtherPlatform()
{
    const QTemporaryDir home;
    const auto ended = qScopeGuard([] { QThreadPool::globalInstance()->waitForDone(); }); // its database server
    Services services(practiceAt(home));
    QVERIFY(isUp(services));
    QStringList names;
    for (const Connection& connection : services.connections().all()) {
        names << connection.name;
        QVERIFY2(awaitResult(services.credentials().read(connection.id, this)), qPrintable(connection.name));
    }
    QCOMPARE(names, QStringList({u"Practice"_s, u"lantern-bakery"_s, u"harbour-books"_s}));
    const Connection site = services.connections().findByName(u"lantern-bakery"_s).value();
    QCOMPARE(site.platform, Platform::VectorPro);
    QCOMPARE(site.environment(u"development"_s)->id, QString());
    QCOMPARE(site.environment(u"staging"_s)->tier, Tier::Staging);
    QCOMPARE(site.environment(u"staging"_s)->domain, u"lantern-bakery--staging.vectorpages.test"_s);
    QCOMPARE(site.environment(u"production"_s)->tier, Tier::Production);

    ExportRequest request = exportTo(home.filePath(u"out"_s), u"development"_s);
    request.connectionId = site.id;
    request.database = Database::MySql;
    const QString id = start(services, request);
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::Done, Patience);
    QVERIFY(checkDump(services.jobs().record(id)->path, std::make_shared<std::atomic_bool>(false)));
}

void tst_ExportEndToEnd::practiceTakesOverAnOlderFolder()
{
    const QTemporaryDir home;
    const QString state = home.filePath(u"practice"_s);
    QVERIFY(QDir().mkpath(state));
    {
        Storage storage(QDir(state).filePath(u"state.sqlite"_s));
        Connections known(storage);
        Connection older;
        older.id = u"practice"_s;
        older.name = u"Practice"_s;
        older.baseUrl = QUrl(u"http://127.0.0.1:9/api/v1.0/"_s);
        older.projectId = u"2372b396-6fd2-40ca-a955-57871fc497c9"_s;
        older.clientKey = u"key"_s;
        QVERIFY(awaitResult(known.save(older, this)));
        older.id = u"mine"_s;
        older.name = u"Harbour-Books"_s; // a person's own has the name of a site
        QVERIFY(awaitResult(known.save(older, this)));
    }
    for (int run = 0; run < 2; ++run) { // the second time they are all there
        Services services(practiceAt(home));
        QVERIFY(isUp(services));
        const Connections& known = services.connections();
        QCOMPARE(known.all().size(), 4);
        QVERIFY(known.find(u"practice"_s)->baseUrl.port() != 9);
        QCOMPARE(known.findByName(u"harbour-books"_s)->id, u"mine"_s);
        QCOMPARE(known.find(u"practice-harbour-books"_s)->name, u"harbour-books (2)"_s);
    }
}

void tst_ExportEndToEnd::bothDatabasesOneAfterTheOther()
{
    const QTemporaryDir home;
    Services services(practiceAt(home));
    QVERIFY(isUp(services));
    ExportRequest request = exportTo(home.filePath(u"out"_s), u"Integration"_s);
    const QString first = start(services, request);
    request.database = Database::Commerce;
    const QString second = start(services, request);
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(second)->waitingFor, first, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(first)->step, JobStep::Done, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(second)->step, JobStep::Done, Patience);
    QCOMPARE(services.library().entries().size(), 2);
}

void tst_ExportEndToEnd::programAndServerEndAndGoOn()
{
    const QTemporaryDir home;
    QString id;
    QString serverId;
    {
        Services services(practiceAt(home));
        QVERIFY(isUp(services));
        id = start(services, exportTo(home.filePath(u"out"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::ServerWorking, Patience);
        serverId = services.jobs().record(id)->serverId;
    }
    Services services(practiceAt(home));
    QVERIFY(isUp(services));
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::Done, Patience);
    QCOMPARE(services.jobs().record(id)->serverId, serverId);
}

void tst_ExportEndToEnd::secondProcessFilesAndTheFirstCarriesOut()
{
    const QTemporaryDir home;
    Services first(practiceAt(home));
    QVERIFY(isUp(first));
    Services second(practiceAt(home));
    QVERIFY(isUp(second));
    QVERIFY(!second.ownsEngine());
    const QString id = start(second, exportTo(home.filePath(u"out"_s)));
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(second.jobs().record(id)->step, JobStep::Done, Patience);
    QCOMPARE(first.jobs().record(id)->step, JobStep::Done);
    QTRY_COMPARE_WITH_TIMEOUT(second.library().entries().size(), 1, Patience);
}

void tst_ExportEndToEnd::secondProcessTakesOverWithAServerOfItsOwn()
{
    const QTemporaryDir home;
    auto first = std::make_unique<Services>(practiceAt(home));
    QVERIFY(isUp(*first));
    Services second(practiceAt(home));
    QVERIFY(isUp(second));
    QSignalSpy taken(&second, &Services::engineTaken);
    const QString id = start(*first, exportTo(home.filePath(u"out"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(first->jobs().record(id)->step, JobStep::ServerWorking, Patience);
    first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);
    QVERIFY(second.ownsEngine());
    QTRY_VERIFY_WITH_TIMEOUT(second.jobs().record(id), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(second.jobs().record(id)->step, JobStep::Done, Patience);
}

void tst_ExportEndToEnd::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("value");
    QTest::addColumn<JobStep>("end");
    QTest::addColumn<Error::Code>("why"); // Cancelled: no error
    const auto row = [](const char* fault, const char* value, JobStep end, Error::Code why) {
        QTest::addRow("%s=%s", fault, value) << QString::fromLatin1(fault) << QString::fromLatin1(value) << end << why;
    };
    constexpr auto good = Error::Code::Cancelled;
    row("busy-429", "1", JobStep::Done, good);
    row("status-503", "1", JobStep::Done, good);
    row("cut-body", "2", JobStep::Done, good);
    row("blob-503", "1", JobStep::Done, good);
    row("ignore-range", "1", JobStep::Done, good);
    row("unknown-state", "2", JobStep::Done, good);
    row("slow", "2000000", JobStep::Done, good);
    row("status-500", "1", JobStep::Failed, Error::Code::ServerError);
    row("status-502", "1", JobStep::Unknown, Error::Code::OutcomeUnknown);
    row("html-body", "1", JobStep::Unknown, Error::Code::OutcomeUnknown);
    row("lost-answer", "1", JobStep::Unknown, Error::Code::OutcomeUnknown);
    row("refused-200", "1", JobStep::Failed, Error::Code::ServerRefused);
    row("export-fails", "1", JobStep::Failed, Error::Code::ServerJobFailed);
    row("clock-skew", "3600", JobStep::Failed, Error::Code::ClockSkew);
    row("deny", "Production", JobStep::Queued, Error::Code::Unauthorized);
    row("corrupt-body", "100", JobStep::Failed, Error::Code::HashMismatch);
}

void tst_ExportEndToEnd::faults()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, value);
    QFETCH(const JobStep, end);
    QFETCH(const Error::Code, why);
    PracticeSite site({{fault, value}});
    QVERIFY(site.server);
    std::unique_ptr<Services> services;
    QVERIFY(site.open(services));
    const QString id = start(*services, exportTo(site.outFolder()));
    const auto record = [&] { return services->jobs().record(id).value_or(JobRecord{}); };
    const auto ended = [&] {
        return record().step == end && (why == Error::Code::Cancelled || record().error.has_value());
    };
    QTRY_VERIFY2_WITH_TIMEOUT(ended(), qPrintable(stepName(record().step)), Patience);
    if (why == Error::Code::Cancelled) {
        QVERIFY(!record().error);
        QCOMPARE(site.finalNames().size(), 1);
    } else {
        QCOMPARE(errorCodeName(record().error->code), errorCodeName(why));
        QVERIFY(site.finalNames().isEmpty());
    }
}

void tst_ExportEndToEnd::secretGivenLaterLetsTheJobGoOn()
{
    PracticeSite site({});
    QVERIFY(site.server);
    QString id;
    {
        std::unique_ptr<Services> services;
        QVERIFY(site.open(services));
        id = start(*services, exportTo(site.outFolder()));
        QTRY_COMPARE_WITH_TIMEOUT(services->jobs().record(id)->step, JobStep::ServerWorking, Patience);
    }
    ServicesOptions options;
    options.home = site.folder.filePath(u"home"_s);
    options.useKeychain = false;
    Services services(options);
    QSignalSpy needed(&services, &Services::secretNeeded);
    QVERIFY(isUp(services));
    QTRY_VERIFY_WITH_TIMEOUT(!needed.isEmpty(), Patience);
    QCOMPARE(needed.constFirst().at(1).value<Error>().code, Error::Code::NoKeychain);
    QCOMPARE(services.jobs().record(id)->waiting, WaitReason::Credentials);
    services.rememberForThisRun(u"practice"_s, site.server->access().clientSecret);
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::Done, Patience);
}

QTEST_GUILESS_MAIN(tst_ExportEndToEnd)
#include "tst_exportendtoend.moc"
