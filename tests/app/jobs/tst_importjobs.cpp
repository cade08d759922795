#include "tests/app/jobs/importdesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;
constexpr auto Without = ImportRequest::Backup::None;

QList<JobStep> stepsOf(const JobRecord& record)
{
    QList<JobStep> steps;
    for (const StepRecord& step : record.timeline) {
        steps.append(step.step);
    }
    return steps;
}

QString logOf(const JobRecord& record)
{
    QStringList lines;
    for (const JobLogLine& line : record.log) {
        lines.append(line.text);
    }
    return lines.join(u'\n');
}

QString codeOf(const JobRecord& record)
{
    return record.error ? errorCodeName(record.error->code) : QString();
}

} // namespace

class tst_ImportJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughItsSteps();
    void withoutBackupNothingIsExported();
    void failedBackupMeansThatNothingIsUploaded();
    void dismissedBackupMeansThatNothingIsUploaded();
    void cancelledWhileItsBackupRuns();
    void fileThatChangedIsRefused_data();
    void fileThatChangedIsRefused();
    void fileThatChangesDuringTheUploadIsNeverDeployed();
    void fileThatGoesDuringTheUploadIsNeverDeployed();
    void uncheckedFileIsCheckedWhole();
    void uncheckedPackageOfTheOtherDatabaseIsRefused();
    void takenNameBecomesTheNextVersionOnce();
    void namesOfDeploymentsOutliveTheirJobs();
    void busyTargetIsAskedAgain();
    void refusalEndsItAndSaysWhy();
    void lostAnswerIsFoundInTheList();
    void startThatNeverArrivedIsSentAgainAfterSureLooks();
    void listThatDoesNotTellIsLeftToAPerson();
    void serversFailureIsInItsOwnWords();
    void warningsAreToldOnce();
    void waitingDeploymentIsCompleted();
    void waitingDeploymentIsTakenBack();
    void refusedCompletionLeavesItWaiting();
    void oneImportOfAnEnvironmentAtATime();
    void retryAfterAFailedDeploymentKeepsTheUndoFile();
    void retryAfterAnotherImportMakesANewBackup();
    void pausedUploadGoesOn();
    void forgottenDeploymentIsNotCalledDone();
    void offlineItWaitsForTheNetwork();
    void withoutItsSecretItWaitsForIt();
    void stoppedWatchIsTakenUpAgain();
    void guardRefuses_data();
    void guardRefuses();
    void guardWantsThePhraseOnlyWhereDataIsAtStake();
};

void tst_ImportJobs::goesThroughItsSteps()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);

    const JobRecord record = run.record(id);
    QCOMPARE(stepsOf(record), (QList{JobStep::Queued, JobStep::Checking, JobStep::BackingUp, JobStep::Uploading,
                                     JobStep::Asking, JobStep::ServerWorking, JobStep::Done}));
    QCOMPARE(desk.deployments().startCalls, 1);
    QCOMPARE(desk.deployments().started.first().packages, QStringList{record.packageName});
    QCOMPARE(desk.deployments().started.first().targetEnvironment, u"Integration"_s);
    QCOMPARE(desk.packages[record.packageName.toUtf8()].blob, samplePackage());
    QCOMPARE(record.serverPercent, 100);
    // The undo file is what the target held, and is kept.
    const auto undo = run.library.entry(record.backupLibraryId);
    QVERIFY(undo);
    QVERIFY(undo->pinned);
    QCOMPARE(undo->undoes, id);
    QCOMPARE(undo->health, LibraryEntry::Health::Verified);
    QCOMPARE(undo->environment, u"Integration"_s);
    QCOMPARE(run.record(record.backupJob).backupFor, id);
    QVERIFY(verbsFor(record).contains(JobVerb::Undo));
    QVERIFY(run.jobs.estimate(u"c1"_s, u"integration"_s, Database::Cms).serverImport);
    QVERIFY(run.jobs.estimate(u"c1"_s, u"integration"_s, Database::Cms).upload);
}

void tst_ImportJobs::withoutBackupNothingIsExported()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.service.startCalls, 0);
    QVERIFY(!verbsFor(run.record(id)).contains(JobVerb::Undo));
}

void tst_ImportJobs::failedBackupMeansThatNothingIsUploaded()
{
    ImportDesk desk;
    desk.service.endsAs = ExportStatus::Phase::Failed;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"BackupFailed"_s);
    QCOMPARE(run.record(id).error->subject, run.record(id).backupJob);
    QCOMPARE(desk.deployments().places, 0);
    QCOMPARE(desk.packageRequests, 0);
    QCOMPARE(desk.deployments().startCalls, 0);

    // Mended and tried again, it makes another backup.
    desk.service.endsAs = ExportStatus::Phase::Succeeded;
    const QString before = run.record(id).backupJob;
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QVERIFY(run.record(id).backupJob != before);
    QCOMPARE(desk.deployments().startCalls, 1);
}

void tst_ImportJobs::dismissedBackupMeansThatNothingIsUploaded()
{
    ImportDesk desk;
    desk.service.pollsUntilDone = 1'000'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(run.record(id).backupJob), JobStep::ServerWorking, Patience);
    QCOMPARE(run.record(id).waiting, WaitReason::Backup);
    const QString child = run.record(id).backupJob;
    run.jobs.act(child, JobVerb::StopWatching);
    run.jobs.act(child, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"BackupFailed"_s);
    QCOMPARE(desk.deployments().places, 0);
}

void tst_ImportJobs::cancelledWhileItsBackupRuns()
{
    ImportDesk desk;
    desk.service.pollsUntilDone = 1'000'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(run.record(id).backupJob), JobStep::ServerWorking, Patience);
    run.jobs.act(id, JobVerb::CancelTransfer);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Cancelled, Patience);
    // The service cannot be stopped; we only do not watch it any more.
    QTRY_COMPARE_WITH_TIMEOUT(run.step(run.record(id).backupJob), JobStep::StoppedWatching, Patience);
    QCOMPARE(desk.deployments().places, 0);
}

void tst_ImportJobs::fileThatChangedIsRefused_data()
{
    QTest::addColumn<bool>("duringBackup");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("code");
    QTest::newRow("longer") << false << u"longer"_s << u"SourceChanged"_s;
    QTest::newRow("touched") << false << u"touched"_s << u"SourceChanged"_s;
    QTest::newRow("gone") << false << u"gone"_s << u"FileAccess"_s;
    QTest::newRow("longer after the check") << true << u"longer"_s << u"SourceChanged"_s;
    QTest::newRow("gone after the check") << true << u"gone"_s << u"FileAccess"_s;
}

void tst_ImportJobs::fileThatChangedIsRefused()
{
    QFETCH(const bool, duringBackup);
    QFETCH(const QString, how);
    QFETCH(const QString, code);
    ImportDesk desk;
    const ImportRequest request = desk.importRequest(duringBackup ? ImportRequest::Backup::First : Without);
    const auto change = [&desk, how] {
        if (how == u"gone"_s) {
            QFile::remove(desk.sourcePath());
        } else if (how == u"longer"_s) {
            desk.writePackage(samplePackage() + 'x');
        } else {
            QFile file(desk.sourcePath());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(60), QFile::FileModificationTime));
        }
    };
    if (duringBackup) {
        desk.service.beforeStart = change;
    } else {
        change();
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), code);
    QCOMPARE(run.record(id).error->subject, desk.sourcePath());
    QCOMPARE(desk.packageRequests, 0);
    QCOMPARE(desk.deployments().startCalls, 0);
}

void tst_ImportJobs::fileThatChangesDuringTheUploadIsNeverDeployed()
{
    ImportDesk desk;
    const ImportRequest request = desk.importRequest(Without);
    desk.beforePackage = [&desk](const FaultServer::Request& sent) {
        if (BlockStore::isBlock(sent)) {
            QByteArray other = samplePackage();
            other[other.size() / 2] = char(other[other.size() / 2] ^ 1);
            desk.writePackage(other);
        }
    };
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"SourceChanged"_s);
    QCOMPARE(desk.deployments().startCalls, 0);
}

void tst_ImportJobs::fileThatGoesDuringTheUploadIsNeverDeployed()
{
    ImportDesk desk;
    const ImportRequest request = desk.importRequest(Without);
    desk.deployments().beforePlace = [&desk] { QFile::remove(desk.sourcePath()); };
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QVERIFY2(codeOf(run.record(id)) == u"FileAccess"_s || codeOf(run.record(id)) == u"SourceChanged"_s,
             qPrintable(codeOf(run.record(id))));
    QCOMPARE(run.record(id).error->subject, desk.sourcePath());
    QCOMPARE(desk.deployments().startCalls, 0);
}

void tst_ImportJobs::uncheckedFileIsCheckedWhole()
{
    ImportDesk desk;
    ImportRequest request = desk.importRequest(Without);
    request.file = CheckedFile();
    request.file.path = desk.sourcePath();
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(run.record(id).import->file.sha256, hexSha256(samplePackage()));
    QCOMPARE(run.record(id).import->file.facts.database, std::optional(Database::Cms));

    desk.writePackage(samplePackage().chopped(100));
    const QString broken = desk.file(run, [&request] {
        ImportRequest again = request;
        again.packageName.clear();
        return again;
    }());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(broken), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(broken)), u"FormatInvalid"_s);
    QCOMPARE(desk.deployments().startCalls, 1);
}

void tst_ImportJobs::uncheckedPackageOfTheOtherDatabaseIsRefused()
{
    ImportDesk desk;
    ImportRequest request = desk.importRequest(Without);
    request.database = Database::Commerce;
    request.packageName = u"contoso.commerce.sqldb.1.bacpac"_s;
    ProgramRun run(desk);
    QVERIFY(run.open());
    {
        QObject owner;
        const Result<QString> known = awaitResult(run.jobs.startImport(request, desk.phrase(), &owner));
        QVERIFY(!known);
        QCOMPARE(known.error().code, Error::Code::BadInput);
        QCOMPARE(known.error().subject, u"database"_s);
    }
    request.file = CheckedFile();
    request.file.path = desk.sourcePath();
    const QString id = desk.file(run, request);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"FormatInvalid"_s);
    QCOMPARE(run.record(id).error->subject, u"database"_s);
    QCOMPARE(desk.deployments().places, 0);
}

void tst_ImportJobs::takenNameBecomesTheNextVersionOnce()
{
    ImportDesk desk;
    desk.packages["contoso.cms.sqldb.20260112.1402.bacpac"].leased = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(run.record(id).packageName, u"contoso.cms.sqldb.20260112.1402.2.bacpac"_s);
    QVERIFY(logOf(run.record(id)).contains(u"going on as contoso.cms.sqldb.20260112.1402.2.bacpac"_s));
    QCOMPARE(desk.packages["contoso.cms.sqldb.20260112.1402.2.bacpac"].blob, samplePackage());
    QVERIFY(QFile::exists(desk.sourcePath())); // the local file keeps its name

    desk.packages["contoso.cms.sqldb.1.bacpac"].leased = true;
    desk.packages["contoso.cms.sqldb.1.2.bacpac"].leased = true;
    ImportRequest again = desk.importRequest(Without);
    again.packageName = u"contoso.cms.sqldb.1.bacpac"_s;
    const QString second = desk.file(run, again);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(second), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(second)), u"LeaseHeld"_s);
    QCOMPARE(desk.deployments().startCalls, 1);
}

void tst_ImportJobs::namesOfDeploymentsOutliveTheirJobs()
{
    ImportDesk desk;
    const QString name = desk.importRequest().packageName;
    {
        ProgramRun run(desk);
        QVERIFY(run.open());
        const QString id = desk.file(run, desk.importRequest(Without));
        QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
        run.jobs.act(id, JobVerb::DismissFinished);
        QTRY_VERIFY(!run.jobs.record(id));
    }
    ProgramRun run(desk);
    QVERIFY(run.open());
    QVERIFY(run.jobs.usedPackageNames(u"c2"_s).contains(name)); // the same project by another connection
    QVERIFY(!run.jobs.usedPackageNames(u"other"_s).contains(name));
    QObject owner;
    const Result<QString> again = awaitResult(run.jobs.startImport(desk.importRequest(Without), desk.phrase(), &owner));
    QVERIFY(!again);
    QCOMPARE(again.error().subject, u"packageName"_s);
}

void tst_ImportJobs::busyTargetIsAskedAgain()
{
    ImportDesk desk;
    desk.deployments().startErrors.assign(
        2, Error{.code = Error::Code::ServerBusy, .detail = u"There is already an on-going deployment."_s});
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Slot, Patience);
    QCOMPARE(run.step(id), JobStep::Uploading);
    QVERIFY(run.record(id).uploaded);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().startCalls, 3);
    QCOMPARE(desk.packages[run.record(id).packageName.toUtf8()].commits, 1);
    QCOMPARE(desk.deployments().started.size(), 1);
}

void tst_ImportJobs::refusalEndsItAndSaysWhy()
{
    ImportDesk desk;
    desk.deployments().startErrors.push_back({.code = Error::Code::ServerRefused, .detail = u"Not today."_s});
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"ServerRefused"_s);
    QCOMPARE(run.record(id).error->detail, u"Not today."_s);
    // What was uploaded is not sent again.
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.packages[run.record(id).packageName.toUtf8()].commits, 1);
}

void tst_ImportJobs::lostAnswerIsFoundInTheList()
{
    ImportDesk desk;
    desk.deployments().losesAnswer = true;
    desk.deployments().pollsUntilDone = 3;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QVERIFY(stepsOf(run.record(id)).contains(JobStep::Unknown));
    QCOMPARE(desk.deployments().startCalls, 1);
    QCOMPARE(desk.deployments().started.size(), 1);
}

void tst_ImportJobs::startThatNeverArrivedIsSentAgainAfterSureLooks()
{
    ImportDesk desk;
    desk.deployments().dropsRequest = true;
    int looksBefore = 0;
    desk.deployments().beforeStart = [&desk, &looksBefore] {
        if (desk.deployments().startCalls == 2) {
            looksBefore = desk.deployments().listCalls;
            desk.deployments().dropsRequest = false;
        }
    };
    desk.deployments().listErrors.push_back({.code = Error::Code::ServerError, .httpStatus = 503});
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().startCalls, 2);
    QVERIFY2(looksBefore >= 6, qPrintable(QString::number(looksBefore)));
    QCOMPARE(desk.deployments().started.size(), 1);
    QCOMPARE(desk.packages[run.record(id).packageName.toUtf8()].commits, 1);
}

void tst_ImportJobs::listThatDoesNotTellIsLeftToAPerson()
{
    ImportDesk desk;
    desk.deployments().losesAnswer = true;
    desk.deployments().listIsBlind = true;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_VERIFY_WITH_TIMEOUT(desk.deployments().listCalls >= 6, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!run.record(id).nextCheckAt.isValid(), Patience);
    QCOMPARE(run.step(id), JobStep::Unknown);
    QCOMPARE(codeOf(run.record(id)), u"OutcomeUnknown"_s);
    QCOMPARE(desk.deployments().startCalls, 1);
    run.jobs.act(id, JobVerb::Adopt, u"nonsense!"_s);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(run.record(id)), u"BadInput"_s, Patience);
    run.jobs.act(id, JobVerb::Adopt, desk.deployments().started.first().id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().startCalls, 1);
}

void tst_ImportJobs::serversFailureIsInItsOwnWords()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::Failed;
    desk.deployments().errors = {u"The model is broken. (The model is broken). Runbook job failed"_s, u"And more"_s};
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"ServerJobFailed"_s);
    QCOMPARE(run.record(id).error->detail,
             u"The model is broken. (The model is broken). Runbook job failed; And more"_s);
    QCOMPARE(run.record(id).serverErrors, desk.deployments().errors);
}

void tst_ImportJobs::warningsAreToldOnce()
{
    ImportDesk desk;
    desk.deployments().warnings = {u"The site answered 503."_s};
    desk.deployments().pollsUntilDone = 4;
    ImportStatus odd;
    odd.id = u"7d000000-0000-4000-8000-000000000001"_s;
    odd.serverWord = u"Paused"_s;
    desk.deployments().nextStatus.push_back(odd);
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(logOf(run.record(id)).count(u"The site answered 503."_s), 1);
    QCOMPARE(run.record(id).serverWarnings, desk.deployments().warnings);
    QVERIFY(logOf(run.record(id)).contains(u"a word unknown here: Paused"_s));
}

void tst_ImportJobs::waitingDeploymentIsCompleted()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::AwaitingVerification;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::AwaitingVerification, Patience);
    run.jobs.act(id, JobVerb::Complete);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().completed.size(), 1);
    QVERIFY(desk.deployments().takenBack.isEmpty());
}

void tst_ImportJobs::waitingDeploymentIsTakenBack()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::AwaitingVerification;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::AwaitingVerification, Patience);
    run.jobs.act(id, JobVerb::Reset);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::WasReset, Patience);
    QCOMPARE(desk.deployments().takenBack.size(), 1);
    QVERIFY(desk.deployments().completed.isEmpty());
}

void tst_ImportJobs::refusedCompletionLeavesItWaiting()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::AwaitingVerification;
    desk.deployments().completeErrors.push_back(
        {.code = Error::Code::ServerRefused, .detail = u"Not in that state."_s});
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::AwaitingVerification, Patience);
    run.jobs.act(id, JobVerb::Complete);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(run.record(id)), u"ServerRefused"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::AwaitingVerification, Patience);
    run.jobs.act(id, JobVerb::Complete);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
}

void tst_ImportJobs::oneImportOfAnEnvironmentAtATime()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::AwaitingVerification;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString first = desk.file(run, desk.importRequest(Without));
    ImportRequest request = desk.importRequest(Without);
    request.connectionId = u"c2"_s;
    request.packageName = u"contoso.cms.sqldb.2.bacpac"_s;
    QObject owner;
    const Result<QString> second = awaitResult(run.jobs.startImport(request, u"Site c2/Integration"_s, &owner));
    QVERIFY(second);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(first), JobStep::AwaitingVerification, Patience);
    QCOMPARE(run.step(*second), JobStep::Queued);
    QCOMPARE(run.record(*second).waiting, WaitReason::Slot);
    QCOMPARE(run.record(*second).waitingFor, first);
    desk.deployments().endsAs = ImportStatus::Phase::Succeeded;
    run.jobs.act(first, JobVerb::Complete);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*second), JobStep::Done, Patience);
    QCOMPARE(run.step(first), JobStep::Done);
}

void tst_ImportJobs::retryAfterAFailedDeploymentKeepsTheUndoFile()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::Failed;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    const QString undo = run.record(id).backupLibraryId;
    QVERIFY(!undo.isEmpty());
    desk.deployments().endsAs = ImportStatus::Phase::Succeeded;
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    // The failed one may have changed the target: what was there before it is what undo brings back.
    QCOMPARE(run.record(id).backupLibraryId, undo);
    QCOMPARE(desk.service.startCalls, 1);
    QCOMPARE(desk.deployments().started.size(), 2);
    QVERIFY(desk.deployments().started.first().packages != desk.deployments().started.last().packages);
    QCOMPARE(desk.packages[run.record(id).packageName.toUtf8()].blob, samplePackage());
}

void tst_ImportJobs::retryAfterAnotherImportMakesANewBackup()
{
    ImportDesk desk;
    desk.deployments().endsAs = ImportStatus::Phase::Failed;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest());
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    const QString undo = run.record(id).backupLibraryId;
    desk.deployments().endsAs = ImportStatus::Phase::Succeeded;
    ImportRequest other = desk.importRequest(Without);
    other.packageName = u"contoso.cms.sqldb.3.bacpac"_s;
    const QString between = desk.file(run, other);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(between), JobStep::Done, Patience);
    run.jobs.act(id, JobVerb::Retry);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QVERIFY(run.record(id).backupLibraryId != undo);
    QCOMPARE(desk.service.startCalls, 2);
    QVERIFY(run.library.entry(undo)); // and the old one stays
}

void tst_ImportJobs::pausedUploadGoesOn()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    bool held = false;
    desk.deployments().beforePlace = [&run, &held] {
        if (!std::exchange(held, true)) {
            const QList<JobRecord> all = run.jobs.records();
            run.jobs.act(all.first().id, JobVerb::Pause);
        }
    };
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_VERIFY_WITH_TIMEOUT(held, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Paused, Patience);
    QCOMPARE(run.step(id), JobStep::Uploading);
    QCOMPARE(desk.deployments().startCalls, 0);
    run.jobs.act(id, JobVerb::Resume);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
}

void tst_ImportJobs::forgottenDeploymentIsNotCalledDone()
{
    ImportDesk desk;
    desk.deployments().nextStatus.assign(3, fail(Error::Code::NotFound, u"gone"_s));
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Failed, Patience);
    QCOMPARE(codeOf(run.record(id)), u"OutcomeUnknown"_s);
}

void tst_ImportJobs::offlineItWaitsForTheNetwork()
{
    ImportDesk desk;
    desk.deployments().pollsUntilDone = 0;
    ProgramRun run(desk, QUrl(u"https://dxp.example/api/v1.0/"_s));
    QVERIFY(run.open());
    run.jobs.setOnline(false);
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Network, Patience);
    QCOMPARE(run.step(id), JobStep::Uploading);
    QCOMPARE(desk.deployments().places, 0);
    run.jobs.setOnline(true);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::ServerWorking, Patience);
    run.jobs.setOnline(false);
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Network, Patience);
    run.jobs.setOnline(true);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
}

void tst_ImportJobs::withoutItsSecretItWaitsForIt()
{
    ImportDesk desk;
    desk.noProvider = Error{.code = Error::Code::SecretMissing, .subject = u"Site c1"_s};
    ProgramRun run(desk);
    QVERIFY(run.open());
    QSignalSpy needed(&run.jobs, &Jobs::credentialsNeeded);
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_COMPARE_WITH_TIMEOUT(run.record(id).waiting, WaitReason::Credentials, Patience);
    QVERIFY(!needed.isEmpty());
    desk.noProvider.reset();
    run.jobs.credentialsChanged(u"c1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
}

void tst_ImportJobs::stoppedWatchIsTakenUpAgain()
{
    ImportDesk desk;
    desk.deployments().pollsUntilDone = 1'000'000;
    ProgramRun run(desk);
    QVERIFY(run.open());
    const QString id = desk.file(run, desk.importRequest(Without));
    QTRY_VERIFY_WITH_TIMEOUT(run.record(id).checks > 1, Patience);
    run.jobs.act(id, JobVerb::StopWatching);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::StoppedWatching, Patience);
    desk.deployments().pollsUntilDone = 0;
    run.jobs.act(id, JobVerb::WatchAgain);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(id), JobStep::Done, Patience);
    QCOMPARE(desk.deployments().startCalls, 1);
}

void tst_ImportJobs::guardRefuses_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("why");
    QTest::newRow("production") << u"Production"_s << u"Site c1/Production"_s << u"notByThisService"_s;
    QTest::newRow("production by tier") << u"ADE1"_s << u"Site c1/ADE1"_s << u"productionTier"_s;
    QTest::newRow("unknown") << u"Elsewhere"_s << u"Site c1/Elsewhere"_s << u"unknownEnvironment"_s;
    QTest::newRow("not typed") << u"Integration"_s << QString() << u"noBackup"_s;
    QTest::newRow("another name typed") << u"Integration"_s << u"Site c2/Integration"_s << u"noBackup"_s;
}

void tst_ImportJobs::guardRefuses()
{
    QFETCH(const QString, environment);
    QFETCH(const QString, typed);
    QFETCH(const QString, why);
    ImportDesk desk;
    ProgramRun run(desk);
    Connection connection = *run.connections.find(u"c1"_s);
    connection.environments.append({u"ADE1"_s, Tier::Production, Access::Allowed, true});
    run.connections.setTransient(connection);
    QVERIFY(run.open());
    ImportRequest request = desk.importRequest(Without);
    request.environment = environment;
    QObject owner;
    const Result<QString> id = awaitResult(run.jobs.startImport(request, typed, &owner));
    QVERIFY(!id);
    QCOMPARE(errorCodeName(id.error().code), u"GuardRefused"_s);
    QCOMPARE(id.error().subject, u"Site c1/"_s + environment);
    QCOMPARE(id.error().detail, why);
    QVERIFY(run.jobs.records().isEmpty());
    QCOMPARE(desk.providersMade, 0);
}

void tst_ImportJobs::guardWantsThePhraseOnlyWhereDataIsAtStake()
{
    ImportDesk desk;
    ProgramRun run(desk);
    QVERIFY(run.open());
    ImportRequest request = desk.importRequest();
    request.file.facts.exportedAt = QDateTime::currentDateTimeUtc();
    QObject owner;
    // Test tier, a backup first, and nobody imported there: nothing is lost.
    const Result<QString> id = awaitResult(run.jobs.startImport(request, {}, &owner));
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Done, Patience);
    // Now somebody did, after the file was made.
    request.packageName.clear();
    const Result<QString> again = awaitResult(run.jobs.startImport(request, {}, &owner));
    QVERIFY(!again);
    QCOMPARE(again.error().detail, u"targetChanged"_s);
    QVERIFY(
        run.jobs.importStakes(u"c1"_s, u"integration"_s, Database::Cms, request.backup, {}).targetChangedAt.isValid());
}

QTEST_GUILESS_MAIN(tst_ImportJobs)
#include "tst_importjobs.moc"
