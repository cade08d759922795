#include "tests/app/jobs/importdesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 90'000;
constexpr auto Without = ImportRequest::Backup::None;

QList<JobStep> stepsOf(const JobRecord& record)
{
    QList<JobStep> steps;
    for (const StepRecord& step : record.timeline) {
        steps.append(step.step);
    }
    return steps;
}

/// Production's database into Integration: a person accepted what that means.
ImportRequest copyRequest(const ImportDesk& desk, ImportRequest::Backup backup = ImportRequest::Backup::First)
{
    ImportRequest request;
    request.connectionId = u"c1"_s;
    request.environment = u"Integration"_s;
    request.source = CopySource{.connectionId = u"c1"_s,
                                .environment = u"Production"_s,
                                .database = Database::Cms,
                                .mayTakeProductionData = true,
                                .acceptWarnings = false};
    request.packageName = u"contoso.cms.sqldb.20260112.1402.bacpac"_s;
    request.backup = backup;
    request.backupFolder = desk.outFolder();
    return request;
}

Error refusalOf(ProgramRun& run, const ImportRequest& request)
{
    QObject owner;
    const Result<QString> id = awaitResult(run.jobs.startImport(request, ImportDesk::phrase(), &owner));
    return id ? Error{} : id.error();
}

QString copyOf(const ProgramRun& run)
{
    const QList<JobRecord> records = run.jobs.records();
    for (const JobRecord& record : records) {
        if (record.import) {
            return record.id;
        }
    }
    return {};
}

/// Ends the run from the event loop at the `count`-th change of any job.
void endAt(std::unique_ptr<ProgramRun>& run, int count)
{
    const auto left = std::make_shared<int>(count);
    QObject::connect(&run->jobs, &Jobs::jobChanged, &run->jobs, [&run, left] {
        if (--*left == 0) {
            QMetaObject::invokeMethod(
                qApp, [&run] { run.reset(); }, Qt::QueuedConnection);
        }
    });
}

/// How a job ended: its step, and why it did not go on.
QString endOf(const JobRecord& record)
{
    return stepName(record.step)
           + (record.error ? QString(u": "_s + errorCodeName(record.error->code) + u' ' + record.error->subject + u' '
                                     + record.error->detail)
                           : QString());
}

/// A larger export of the source, of earlier.
LibraryEntry earlierExport(const ImportDesk& desk)
{
    LibraryEntry entry;
    entry.path = desk.sourcePath();
    entry.connectionId = u"c1"_s;
    entry.connectionName = u"Site c1"_s;
    entry.environment = u"Production"_s;
    entry.tier = Tier::Production;
    entry.exportedAt = QDateTime::currentDateTimeUtc().addDays(-2);
    entry.size = samplePackage().size() * 10;
    entry.health = LibraryEntry::Health::Verified;
    return entry;
}

} // namespace

/// A database from one place to another: an import whose file is exported first.
class tst_CopyJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsTheSourceLooksAtItAndReplacesTheTarget();
    void withoutBackupOnlyTheSourceIsExported();
    void failedExportOfTheSourceMeansThatNothingIsSent();
    void cancelledWhileTheSourceIsExported();
    void productionDataMustBeAccepted();
    void whatCannotBeCopiedIsRefused_data();
    void whatCannotBeCopiedIsRefused();
    void aWarningThatNobodyAcceptedStopsIt();
    void aFileThatChangedAfterItsExportIsRefused();
    void aRetryUsesTheFileThatIsThere();
    void endedAtAnyChangeItGoesOn_data();
    void endedAtAnyChangeItGoesOn();
};

void tst_CopyJobs::exportsTheSourceLooksAtItAndReplacesTheTarget()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, copyRequest(desk));
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(id)), Patience);
    QCOMPARE(endOf(run.record(id)), u"done"_s);

    const JobRecord record = run.record(id);
    QCOMPARE(stepsOf(record), (QList{JobStep::Queued, JobStep::Fetching, JobStep::Checking, JobStep::BackingUp,
                                     JobStep::Uploading, JobStep::Asking, JobStep::ServerWorking, JobStep::Done}));
    // The source first, then the backup of the target.
    QCOMPARE(desk.service.exports.size(), 2);
    QCOMPARE(desk.service.exports.at(0).request.environment, u"Production"_s);
    QCOMPARE(desk.service.exports.at(1).request.environment, u"Integration"_s);
    const JobRecord fetched = run.record(record.fetchJob);
    QCOMPARE(fetched.fetchFor, id);
    QCOMPARE(fetched.partOf(), id);
    QCOMPARE(fetched.step, JobStep::Done);
    // Its file is an ordinary one of the library; what is sent is that file.
    const auto file = run.library.entry(record.import->libraryId);
    QVERIFY(file);
    QVERIFY(!file->pinned);
    QCOMPARE(file->jobId, fetched.id);
    QCOMPARE(record.import->file.path, file->path);
    QCOMPARE(record.import->file.sha256, file->sha256);
    QCOMPARE(desk.packages[record.packageName.toUtf8()].blob, samplePackage());
    QCOMPARE(desk.deployments().started.first().targetEnvironment, u"Integration"_s);
    const auto undo = run.library.entry(record.backupLibraryId);
    QVERIFY(undo && undo->pinned);
    QCOMPARE(undo->environment, u"Integration"_s);
    QCOMPARE(record.backupServerId, desk.service.exports.at(1).id);
    QVERIFY(verbsFor(record).contains(JobVerb::Undo));
}

void tst_CopyJobs::withoutBackupOnlyTheSourceIsExported()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, copyRequest(desk, Without));
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(id)), Patience);
    QCOMPARE(endOf(run.record(id)), u"done"_s);
    QCOMPARE(desk.service.exports.size(), 1);
    QVERIFY(!verbsFor(run.record(id)).contains(JobVerb::Undo));
}

void tst_CopyJobs::failedExportOfTheSourceMeansThatNothingIsSent()
{
    ImportDesk desk;
    desk.service.endsAs = ExportStatus::Phase::Failed;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, copyRequest(desk));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(run.record(id).error->code, Error::Code::FetchFailed);
    QCOMPARE(run.record(id).error->subject, run.record(id).fetchJob);
    QCOMPARE(desk.service.startCalls, 1); // no backup either
    QCOMPARE(desk.deployments().places, 0);
    QCOMPARE(desk.deployments().startCalls, 0);

    desk.service.endsAs = ExportStatus::Phase::Succeeded;
    const QString before = run.record(id).fetchJob;
    run.jobs.act(id, JobVerb::Retry);
    QTRY_VERIFY_WITH_TIMEOUT(!isFinal(run.step(id)), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(id)), Patience);
    QCOMPARE(endOf(run.record(id)), u"done"_s);
    QVERIFY(run.record(id).fetchJob != before);
}

void tst_CopyJobs::cancelledWhileTheSourceIsExported()
{
    ImportDesk desk;
    desk.service.pollsUntilDone = 1'000'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, copyRequest(desk));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(run.record(id).fetchJob), JobStep::ServerWorking, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Source, Patience);
    QCOMPARE(run.record(id).waitingFor, run.record(id).fetchJob);
    run.jobs.act(id, JobVerb::CancelTransfer);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Cancelled, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(run.record(id).fetchJob), JobStep::StoppedWatching, Patience);
    QCOMPARE(desk.deployments().places, 0);
}

void tst_CopyJobs::productionDataMustBeAccepted()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    ImportRequest request = copyRequest(desk);
    request.source->mayTakeProductionData = false;
    const Error error = refusalOf(run, request);
    QCOMPARE(error.code, Error::Code::GuardRefused);
    QCOMPARE(error.detail, u"productionDataNotAccepted"_s);
    QCOMPARE(error.subject, u"Site c1/Production"_s);
    QCOMPARE(run.jobs.records().size(), 0);
}

void tst_CopyJobs::whatCannotBeCopiedIsRefused_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("why");
    QTest::newRow("itself") << u"c1/Integration"_s << u"c1/integration"_s << u"samePlace"_s;
    QTest::newRow("itself by another connection") << u"c2/Integration"_s << u"c1/Integration"_s << u"samePlace"_s;
    QTest::newRow("into production") << u"c1/Integration"_s << u"c1/Production"_s << u"notByThisService"_s;
    QTest::newRow("from nowhere") << u"c1/ADE7"_s << u"c1/Integration"_s << u"unknownSource"_s;
}

void tst_CopyJobs::whatCannotBeCopiedIsRefused()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, why);
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    ImportRequest request = copyRequest(desk);
    request.source->connectionId = from.section(u'/', 0, 0);
    request.source->environment = from.section(u'/', 1);
    request.connectionId = to.section(u'/', 0, 0);
    request.environment = to.section(u'/', 1);
    const Error error = refusalOf(run, request);
    QCOMPARE(error.code, Error::Code::GuardRefused);
    QCOMPARE(error.detail, why);
    QCOMPARE(desk.service.startCalls, 0);
}

void tst_CopyJobs::aWarningThatNobodyAcceptedStopsIt()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    QObject owner;
    QVERIFY(awaitResult(run.library.add(earlierExport(desk), &owner)));
    const QString id = desk.file(run, copyRequest(desk));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(run.record(id).error->code, Error::Code::GuardRefused);
    QCOMPARE(run.record(id).error->detail, u"warningsNotAccepted"_s);
    QCOMPARE(run.record(id).error->subject, u"muchSmallerThanUsual"_s);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(desk.deployments().startCalls, 0);

    ImportRequest accepting = copyRequest(desk);
    accepting.packageName = u"contoso.cms.sqldb.20260112.1403.bacpac"_s;
    accepting.source->acceptWarnings = true;
    // The export just made is the usual size now.
    LibraryEntry newer = earlierExport(desk);
    newer.path += u".2";
    newer.exportedAt = QDateTime::currentDateTimeUtc();
    QVERIFY(awaitResult(run.library.add(newer, &owner)));
    const QString second = desk.file(run, accepting);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(second)), Patience);
    QCOMPARE(endOf(run.record(second)), u"done"_s);
    const QList<JobLogLine> log = run.record(second).log;
    QVERIFY(std::any_of(log.begin(), log.end(), [](const JobLogLine& line) {
        return line.text.contains(u"goes on in spite of: muchSmallerThanUsual"_s);
    }));
}

void tst_CopyJobs::aFileThatChangedAfterItsExportIsRefused()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    QObject owner;
    // Between the verification and the look at it.
    QObject::connect(&run.jobs, &Jobs::jobChanged, &owner, [](const JobRecord& record) {
        if (!record.fetchFor.isEmpty() && record.step == JobStep::Done) {
            QFile file(record.path);
            if (file.open(QIODevice::ReadWrite)) {
                QByteArray other = samplePackage();
                file.write(other.replace("PK\x03\x04", "PK\x03\x05"));
            }
        }
    });
    const QString id = desk.file(run, copyRequest(desk, Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QVERIFY(run.record(id).error->code == Error::Code::SourceChanged
            || run.record(id).error->code == Error::Code::FormatInvalid);
    QCOMPARE(desk.deployments().startCalls, 0);
}

void tst_CopyJobs::aRetryUsesTheFileThatIsThere()
{
    ImportDesk desk;
    desk.deployments().endsAs = FakeDeployments::Phase::Failed;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, copyRequest(desk));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    const JobRecord before = run.record(id);
    desk.deployments().endsAs = FakeDeployments::Phase::Succeeded;
    run.jobs.act(id, JobVerb::Retry);
    QTRY_VERIFY_WITH_TIMEOUT(!isFinal(run.step(id)), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(id)), Patience);
    QCOMPARE(endOf(run.record(id)), u"done"_s);
    QCOMPARE(run.record(id).fetchJob, before.fetchJob);
    QCOMPARE(run.record(id).backupJob, before.backupJob);
    QCOMPARE(desk.service.startCalls, 2);
}

void tst_CopyJobs::endedAtAnyChangeItGoesOn_data()
{
    QTest::addColumn<int>("change");
    for (int change = 1; change <= 41; change += change < 25 ? 2 : 4) {
        QTest::addRow("change %d", change) << change;
    }
}

void tst_CopyJobs::endedAtAnyChangeItGoesOn()
{
    QFETCH(const int, change);
    ImportDesk desk;
    auto run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    endAt(run, change);
    {
        QObject owner;
        auto* filed = run->jobs.startImport(copyRequest(desk), ImportDesk::phrase(), &owner);
        filed->start();
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr || run->step(copyOf(*run)) == JobStep::Done, Patience);
    }
    run.reset();
    run = std::make_unique<ProgramRun>(desk);
    QVERIFY(run->open());
    const QString id = copyOf(*run);
    QVERIFY(!id.isEmpty());
    const auto stuck = [&run, &id] {
        const JobRecord copy = run->record(id);
        for (const QString& child : {copy.fetchJob, copy.backupJob}) {
            if (run->step(child) == JobStep::Unknown && run->record(child).id == child) {
                return child;
            }
        }
        return QString();
    };
    // An export whose start may be lost is a person's to judge; once for each of the two at most.
    QTRY_VERIFY_WITH_TIMEOUT(run->step(id) == JobStep::Done || !stuck().isEmpty(), Patience);
    if (const QString child = stuck(); !child.isEmpty()) {
        const QString wanted = run->record(child).environment();
        const auto& known = desk.service.exports;
        const auto made = std::find_if(known.begin(), known.end(),
                                       [&wanted](const auto& each) { return each.request.environment == wanted; });
        if (made == known.end()) {
            QCOMPARE(desk.packageRequests, 0);
            return;
        }
        run->jobs.act(child, JobVerb::Adopt, made->id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(run->step(id), JobStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 2);
    QCOMPARE(desk.deployments().started.size(), 1);
    QCOMPARE(desk.packages.size(), size_t(1));
    QCOMPARE(desk.packages[run->record(id).packageName.toUtf8()].blob, samplePackage());
    QCOMPARE(run->library.entries().size(), 2);
    QCOMPARE(run->jobs.records().size(), 3);
}

QTEST_GUILESS_MAIN(tst_CopyJobs)
#include "tst_copyjobs.moc"
