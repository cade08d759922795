#include "tests/app/jobs/vectordesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(longshore::VectorDialect)

namespace {

constexpr int Patience = 90'000;
using Faults = QMap<QString, QString>;

/// Files of any size come in parts of 100 kB.
Faults inParts(Faults more = {})
{
    more.insert(u"multipart-threshold"_s, u"1000"_s);
    more.insert(u"part-size"_s, u"100000"_s);
    more.insert(u"shuffle-parts"_s, u"always"_s);
    return more;
}

QString whyOf(const JobRecord& record)
{
    return record.error ? errorCodeName(record.error->code) + u": "_s + record.error->detail : stepName(record.step);
}

bool logHas(const JobRecord& record, const QString& words)
{
    return std::any_of(record.log.begin(), record.log.end(),
                       [&words](const JobLogLine& line) { return line.text.contains(words); });
}

} // namespace

/// Imports into Vector Pro over real HTTP, up to what the database holds afterwards.
class tst_VectorImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesThereBySession_data();
    void aFileGoesThereBySession();
    void aLargeFileGoesThereInParts();
    void noSecretAndNoLinkIsWritten();
    void aSmallFileGoesInsideTheRequest_data();
    void aSmallFileGoesInsideTheRequest();
    void whatThePlatformDoesNotTakeIsRepacked_data();
    void whatThePlatformDoesNotTakeIsRepacked();
    void aDumpThatFailsAtAStatementTellsWhere_data();
    void aDumpThatFailsAtAStatementTellsWhere();
    void theTargetIsBackedUpAndComesBack();
    void faults_data();
    void faults();
    void linksThatEndAreRenewed();
    void aSessionThatEndsIsFollowedByAnother();
    void aFileThatChangesIsRefused();
    void whatCannotBeImportedIntoIsRefusedAtOnce();
    void aRunWhoseAnswerWasLostIsLookedFor();
    void aRunThatNeverArrivedIsAskedAgain();
    void aRunThatCannotUseItsPartsIsFollowedByAnotherUpload();
    void aLostQuickImportIsAPersonsToDecide();
};

void tst_VectorImports::aFileGoesThereBySession_data()
{
    QTest::addColumn<VectorDialect>("dialect");
    QTest::newRow("D") << VectorDialect::D;
    QTest::newRow("G1") << VectorDialect::G1;
    QTest::newRow("G2") << VectorDialect::G2;
}

void tst_VectorImports::aFileGoesThereBySession()
{
    QFETCH(const VectorDialect, dialect);
    VectorDesk desk(dialect);
    const QByteArray sql = desk.writeDump(200'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY2(id, qPrintable(id ? QString() : id.error().subject));
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    const JobRecord record = run.record(*id);
    QVERIFY2(record.step == JobStep::Done, qPrintable(whyOf(record)));
    QCOMPARE(stepsOf(record), (QList{JobStep::Queued, JobStep::Checking, JobStep::Uploading, JobStep::Asking,
                                     JobStep::ServerWorking, JobStep::Done}));
    QCOMPARE(record.packageName, u"shop.sql"_s);
    QCOMPARE(record.size, sql.size());
    QVERIFY(!record.uploadSession.isEmpty());
    QCOMPARE(record.serverId, record.uploadSession);
    QCOMPARE(desk.contents(), sql);
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
}

void tst_VectorImports::aLargeFileGoesThereInParts()
{
    VectorDesk desk(VectorDialect::G2, inParts());
    const QByteArray sql = desk.writeDump(1'000'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QVERIFY(logHas(run.record(*id), u"parts"_s));
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImports::noSecretAndNoLinkIsWritten()
{
    // Failures too: their details are kept and shown.
    VectorDesk desk(VectorDialect::G2, inParts({{u"s3-slowdown"_s, u"2"_s}, {u"s3-no-upload"_s, u"1"_s}}));
    QVERIFY(!desk.writeDump(500'000, DumpFormat::Zstd).isEmpty());
    {
        VectorRun run(desk);
        QVERIFY(run.open());
        const auto id = run.file(desk.request(), desk.phrase());
        QVERIFY(id);
        QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Done, Patience);
    }
    const QByteArray token = desk.server->access().vector.token.reveal();
    int files = 0;
    const QFileInfoList written = QDir(QFileInfo(desk.statePath()).path()).entryInfoList(QDir::Files);
    for (const QFileInfo& info : written) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(token) && !bytes.contains("X-Amz-Signature="), qPrintable(info.fileName()));
        ++files;
    }
    QVERIFY(files >= 1);
}

void tst_VectorImports::aSmallFileGoesInsideTheRequest_data()
{
    QTest::addColumn<VectorDialect>("dialect");
    QTest::addColumn<bool>("packed");
    QTest::newRow("D") << VectorDialect::D << false;
    QTest::newRow("G1") << VectorDialect::G1 << false;
    QTest::newRow("G1, compressed") << VectorDialect::G1 << true;
}

void tst_VectorImports::aSmallFileGoesInsideTheRequest()
{
    QFETCH(const VectorDialect, dialect);
    QFETCH(const bool, packed);
    VectorDesk desk(dialect);
    const QByteArray sql = desk.writeDump(300'000, packed ? DumpFormat::Gzip : DumpFormat::Plain);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(ImportWay::Quick), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    const JobRecord record = run.record(*id);
    QVERIFY2(record.step == JobStep::Done, qPrintable(whyOf(record)));
    QList<JobStep> steps{JobStep::Queued, JobStep::Checking};
    if (packed) {
        steps << JobStep::Preparing;
    }
    steps << JobStep::Starting << JobStep::Asking << JobStep::ServerWorking << JobStep::Done;
    QCOMPARE(stepsOf(record), steps);
    QVERIFY(record.uploadSession.isEmpty());
    QCOMPARE(desk.contents(), sql);
    QTRY_COMPARE_WITH_TIMEOUT(desk.workFiles(), QStringList(), Patience);
}

void tst_VectorImports::whatThePlatformDoesNotTakeIsRepacked_data()
{
    QTest::addColumn<VectorDialect>("dialect");
    QTest::addColumn<int>("packing");
    QTest::addColumn<QString>("sentAs");
    QTest::newRow("D unpacks gzip") << VectorDialect::D << int(DumpFormat::Gzip) << u"shop.sql"_s;
    QTest::newRow("D unpacks zstd") << VectorDialect::D << int(DumpFormat::Zstd) << u"shop.sql"_s;
    QTest::newRow("G1 takes gzip") << VectorDialect::G1 << int(DumpFormat::Gzip) << u"shop.sql.gz"_s;
    QTest::newRow("G2 takes gzip") << VectorDialect::G2 << int(DumpFormat::Gzip) << u"shop.sql.gz"_s;
    QTest::newRow("G2 gets zstd as gzip") << VectorDialect::G2 << int(DumpFormat::Zstd) << u"shop.sql.gz"_s;
}

void tst_VectorImports::whatThePlatformDoesNotTakeIsRepacked()
{
    QFETCH(const VectorDialect, dialect);
    QFETCH(const int, packing);
    QFETCH(const QString, sentAs);
    VectorDesk desk(dialect, inParts());
    const QByteArray sql = desk.writeDump(1'500'000, static_cast<DumpFormat>(packing));
    VectorRun run(desk);
    QVERIFY(run.open());
    bool guarded = true;
    QObject::connect(&run.jobs, &Jobs::jobChanged, &run.jobs, [&desk, &guarded](const JobRecord& record) {
        if (record.prepared && record.prepared->size > 0 && QFile::exists(record.prepared->path)) {
            const QFile file(record.prepared->path);
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            guarded = guarded && !(file.permissions() & others) && !(QFile(desk.workFolder()).permissions() & others);
        }
    });
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    const JobRecord record = run.record(*id);
    QVERIFY2(record.step == JobStep::Done, qPrintable(whyOf(record)));
    QCOMPARE(record.packageName, sentAs);
    QVERIFY(guarded);
    QCOMPARE(desk.contents(), sql);
    QTRY_COMPARE_WITH_TIMEOUT(desk.workFiles(), QStringList(), Patience);
    QVERIFY(QFile::exists(desk.sourcePath()));
}

void tst_VectorImports::aDumpThatFailsAtAStatementTellsWhere_data()
{
    QTest::addColumn<VectorDialect>("dialect");
    QTest::addColumn<int>("way");
    QTest::newRow("D, by session") << VectorDialect::D << int(ImportWay::Upload);
    QTest::newRow("D, quick") << VectorDialect::D << int(ImportWay::Quick);
    QTest::newRow("G1, quick") << VectorDialect::G1 << int(ImportWay::Quick);
    QTest::newRow("G2, by session") << VectorDialect::G2 << int(ImportWay::Upload);
}

void tst_VectorImports::aDumpThatFailsAtAStatementTellsWhere()
{
    QFETCH(const VectorDialect, dialect);
    QFETCH(const int, way);
    VectorDesk desk(dialect);
    QVERIFY(!desk.writeDump(50'000).isEmpty());
    QFile file(desk.sourcePath());
    QVERIFY(file.open(QIODevice::Append));
    file.write("INSERT INTO `wp_posts` VALUES (1,'never closed");
    file.close();
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(static_cast<ImportWay>(way)), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    const JobRecord record = run.record(*id);
    QCOMPARE(record.step, JobStep::Failed);
    QCOMPARE(record.error->code, Error::Code::ServerJobFailed);
    QVERIFY2(record.error->detail.contains(u"line "_s), qPrintable(record.error->detail));
    QVERIFY(wasAccepted(record)); // the tables before it were changed
    QCOMPARE(record.serverErrors.size(), 1);
    // Another try is a session of its own.
    QVERIFY(!desk.writeDump(50'000).isEmpty());
    const ImportRequest mended = desk.request(static_cast<ImportWay>(way));
    const auto again = run.file(mended, desk.phrase());
    QVERIFY(again);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*again), JobStep::Done, Patience);
}

void tst_VectorImports::theTargetIsBackedUpAndComesBack()
{
    VectorDesk desk(VectorDialect::G2);
    const QByteArray before = desk.contents();
    const QByteArray sql = desk.writeDump(100'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    ImportRequest request = desk.request();
    request.backup = ImportRequest::Backup::First;
    const auto id = run.file(request, desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QCOMPARE(desk.contents(), sql);
    const auto undo = run.library.entry(run.record(*id).backupLibraryId);
    QVERIFY(undo && undo->pinned);
    QVERIFY(allows(run.record(*id), JobVerb::Undo));

    ImportRequest back;
    back.connectionId = request.connectionId;
    back.environment = request.environment;
    back.database = Database::MySql;
    back.file.path = undo->path; // checked by the job itself
    back.backup = ImportRequest::Backup::None;
    back.undoes = *id;
    const auto undoing = run.file(back, desk.phrase());
    QVERIFY(undoing);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*undoing)), Patience);
    QVERIFY2(run.step(*undoing) == JobStep::Done, qPrintable(whyOf(run.record(*undoing))));
    QCOMPARE(desk.contents(), before);
}

void tst_VectorImports::faults_data()
{
    QTest::addColumn<Faults>("faults");
    QTest::newRow("burst of SlowDown") << Faults{{u"s3-slowdown"_s, u"6"_s}};
    QTest::newRow("the same, in parts") << inParts({{u"s3-slowdown"_s, u"6"_s}});
    QTest::newRow("errors of the store") << inParts({{u"s3-500"_s, u"3"_s}, {u"s3-timeout"_s, u"2"_s}});
    QTest::newRow("uploads break off") << inParts({{u"s3-cut-upload"_s, u"3"_s}});
    QTest::newRow("answers of the store are lost") << inParts({{u"s3-lost-put"_s, u"3"_s}});
    QTest::newRow("a whole upload breaks off") << Faults{{u"s3-cut-upload"_s, u"2"_s}};
    QTest::newRow("the multipart upload is gone") << inParts({{u"s3-no-upload"_s, u"1"_s}});
    QTest::newRow("links that are not valid yet") << Faults{{u"s3-future-link"_s, u"1"_s}};
    QTest::newRow("links without a type") << Faults{{u"s3-plain-link"_s, u"2"_s}, {u"s3-strict-type"_s, u"2"_s}};
    QTest::newRow("ETags that are no hashes") << inParts({{u"s3-kms-etag"_s, u"4"_s}});
    QTest::newRow("the service is busy") << Faults{{u"busy-429"_s, u"2"_s}, {u"retry-after"_s, u"1"_s}};
    QTest::newRow("the service is away") << Faults{{u"status-503"_s, u"3"_s}};
    QTest::newRow("the answer to opening is lost") << Faults{{u"lost-answer"_s, u"1"_s}};
    QTest::newRow("the answer to opening breaks off") << inParts({{u"cut-answer"_s, u"1"_s}});
    QTest::newRow("unknown words") << Faults{{u"unknown-state"_s, u"3"_s}};
}

void tst_VectorImports::faults()
{
    QFETCH(const Faults, faults);
    VectorDesk desk(VectorDialect::G2);
    QJsonObject wanted;
    for (auto fault = faults.begin(); fault != faults.end(); ++fault) {
        wanted.insert(fault.key(), fault.value());
    }
    desk.fault(QJsonDocument(wanted).toJson(QJsonDocument::Compact));
    const QByteArray sql = desk.writeDump(600'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QCOMPARE(desk.contents(), sql);
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
}

void tst_VectorImports::linksThatEndAreRenewed()
{
    VectorDesk desk(VectorDialect::G2, inParts({{u"expire-link-after"_s, u"2"_s}}));
    const QByteArray sql = desk.writeDump(3'000'000);
    VectorRun run(desk);
    run.transfers.limit->setLimit(600'000); // five seconds
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QVERIFY(run.record(*id).linkRenewals >= 1);
    desk.fault("{\"expire-link-after\":\"0\"}");
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImports::aSessionThatEndsIsFollowedByAnother()
{
    VectorDesk desk(VectorDialect::G2, inParts({{u"session-life"_s, u"2"_s}}));
    const QByteArray sql = desk.writeDump(2'000'000);
    VectorRun run(desk);
    run.transfers.limit->setLimit(400'000); // five seconds
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(logHas(run.record(*id), u"begins anew"_s), Patience);
    desk.fault("{\"session-life\":\"0\"}");
    run.transfers.limit->setLimit(0);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QCOMPARE(desk.contents(), sql);
    QVERIFY(desk.counter(u"importsStarted"_s) >= 2);
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
}

void tst_VectorImports::aFileThatChangesIsRefused()
{
    VectorDesk desk(VectorDialect::G2, inParts());
    QVERIFY(!desk.writeDump(2'000'000).isEmpty());
    VectorRun run(desk);
    run.transfers.limit->setLimit(400'000);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(run.record(*id).progress.done > 300'000, Patience);
    QFile file(desk.sourcePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(1'800'000));
    QCOMPARE(file.write("changed"), 7);
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Failed, Patience);
    QCOMPARE(run.record(*id).error->code, Error::Code::SourceChanged);
    QCOMPARE(desk.counter(u"importsRun"_s), 0);
}

void tst_VectorImports::whatCannotBeImportedIntoIsRefusedAtOnce()
{
    VectorDesk desk(VectorDialect::G2);
    QVERIFY(!desk.writeDump(10'000).isEmpty());
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto barOf = [&](const QString& environment) {
        ImportRequest request = desk.request();
        request.environment = environment;
        const auto id = run.file(request, desk.site.name + u'/' + environment);
        return id ? QString() : errorCodeName(id.error().code) + u' ' + id.error().detail;
    };
    QCOMPARE(barOf(u"staging"_s), u"GuardRefused onlyByPromotion"_s);
    QCOMPARE(barOf(u"production"_s), u"GuardRefused productionTier"_s);
    ImportRequest half = desk.request();
    half.options.searchFor = u"https://old.example"_s;
    QCOMPARE(run.file(half, desk.phrase()).error().subject, u"options"_s);
    ImportRequest other = desk.request();
    other.database = Database::Cms;
    QCOMPARE(run.file(other, desk.phrase()).error().subject, u"database"_s);
    desk.site.readOnly = true;
    run.connections.setTransient(desk.site);
    QCOMPARE(barOf(u"development"_s), u"GuardRefused noRight"_s);
    QVERIFY(run.jobs.records().isEmpty());
}

void tst_VectorImports::aRunWhoseAnswerWasLostIsLookedFor()
{
    VectorDesk desk(VectorDialect::G2);
    const QByteArray sql = desk.writeDump(100'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    bool armed = false;
    QObject::connect(&run.jobs, &Jobs::jobChanged, &run.jobs, [&desk, &armed](const JobRecord& record) {
        if (record.step == JobStep::Uploading && !record.uploadSession.isEmpty() && !std::exchange(armed, true)) {
            desk.fault("{\"lost-answer\":\"1\"}");
        }
    });
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QVERIFY(stepsOf(run.record(*id)).contains(JobStep::Unknown));
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImports::aRunThatNeverArrivedIsAskedAgain()
{
    VectorDesk desk(VectorDialect::G2);
    const QByteArray sql = desk.writeDump(100'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    bool armed = false;
    QObject::connect(&run.jobs, &Jobs::jobChanged, &run.jobs, [&desk, &armed](const JobRecord& record) {
        if (record.step == JobStep::Uploading && record.uploaded && !std::exchange(armed, true)) {
            desk.fault("{\"status-502\":\"1\"}"); // a gateway answers; nobody knows whether it asked
        }
    });
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QVERIFY(stepsOf(run.record(*id)).contains(JobStep::Unknown));
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImports::aRunThatCannotUseItsPartsIsFollowedByAnotherUpload()
{
    VectorDesk desk(VectorDialect::G2, inParts());
    const QByteArray sql = desk.writeDump(400'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    bool armed = false;
    QObject::connect(&run.jobs, &Jobs::jobChanged, &run.jobs, [&desk, &armed](const JobRecord& record) {
        if (record.step == JobStep::Uploading && record.uploaded && !std::exchange(armed, true)) {
            desk.fault("{\"part-size\":\"100000000\"}"); // the parts that are there are too small now
        }
    });
    const auto id = run.file(desk.request(), desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QVERIFY(logHas(run.record(*id), u"begins anew"_s));
    QCOMPARE(desk.counter(u"importsStarted"_s), 2);
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    QCOMPARE(desk.contents(), sql);
}

void tst_VectorImports::aLostQuickImportIsAPersonsToDecide()
{
    VectorDesk desk(VectorDialect::G1, {{u"lost-answer"_s, u"1"_s}});
    const QByteArray sql = desk.writeDump(100'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(desk.request(ImportWay::Quick), desk.phrase());
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Unknown, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(logHas(run.record(*id), u"nothing to look at"_s), Patience);
    QCOMPARE(verbsFor(run.record(*id)), (QList{JobVerb::Retry, JobVerb::Forget}));
    QCOMPARE(desk.counter(u"importsRun"_s), 1);
    run.jobs.act(*id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Done, Patience);
    QCOMPARE(desk.counter(u"importsRun"_s), 2);
    QCOMPARE(desk.contents(), sql);
}

QTEST_GUILESS_MAIN(tst_VectorImports)
#include "tst_vectorimports.moc"
