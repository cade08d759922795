#include "ui/jobs/importjobtext.h"

#include "app/domain/importflow.h"
#include "ui/common/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of the words about jobs.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobText)

public:
    static QString title(const JobRecord& record);
    static QString work(const JobRecord& record);
    static QString workOfServer(const JobRecord& record);
    static QString stageTitle(ImportStage stage, const JobRecord& record);
    static QString replaceTitle(const JobRecord& record);
    static QString source(const JobRecord& record);
    static QString state(const JobRecord& record);
    static QString safety(const JobRecord& record);
};

QString placeOf(const JobRecord& record)
{
    return placeText(record.connectionName, record.environment());
}

bool isOfSite(const JobRecord& record)
{
    return record.database() == Database::MySql;
}

/// The server waited for a person, or will now.
bool wantsVerification(const JobRecord& record)
{
    const QList<JobStep> steps = stepsOf(ImportStage::Verify);
    return steps.contains(record.step) || std::ranges::any_of(record.timeline, [&steps](const StepRecord& past) {
               return steps.contains(past.step);
           });
}

/// What goes into the target: a file, or another environment's database.
QString Text::source(const JobRecord& record)
{
    const ImportRequest& import = *record.import;
    if (import.source) {
        const bool isSameSite = import.source->connectionId == import.connectionId;
        return isSameSite ? import.source->environment : QFileInfo(import.file.path).fileName();
    }
    switch (import.way) {
    case ImportWay::Promote:
        //: The database of a site's development container, as the source of a copy
        return tr("development");
    case ImportWay::Restore:
        //: A backup that the service keeps, as the source of a restore
        return tr("backup");
    case ImportWay::Upload:
    case ImportWay::Quick:
        break;
    }
    return QFileInfo(import.file.path).fileName();
}

QString Text::title(const JobRecord& record)
{
    const QString from = source(record);
    const QString target = placeOf(record) + u' ' + databaseText(record.database());
    //: Title of a job: another environment's database is put into %1 ("Shop / staging MySQL")
    return from.isEmpty() ? tr("Copy into %1").arg(target)
                          //: Title of a job. %1 is the name of a file or an environment, %2 the target
                          : tr("%1 → %2").arg(from, target);
}

QString Text::work(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::Fetching:
        return tr("exporting the source");
    case JobStep::Checking:
        return tr("checking the file");
    case JobStep::BackingUp:
        return tr("backing up the target");
    case JobStep::Preparing:
        return tr("bringing the file into the form that the service takes");
    case JobStep::Uploading:
        return tr("uploading");
    case JobStep::Starting:
    case JobStep::Asking:
        return isOfSite(record) ? tr("asking for the import") : tr("asking for the deployment");
    case JobStep::ServerWorking:
        return workOfServer(record);
    case JobStep::Completing:
        return tr("the server completes the deployment");
    case JobStep::Resetting:
        return tr("the server takes the deployment back");
    default:
        return {};
    }
}

QString Text::workOfServer(const JobRecord& record)
{
    if (!isOfSite(record)) {
        return tr("the server replaces the database");
    }
    switch (record.import->way) {
    case ImportWay::Promote:
        return tr("the service copies the database");
    case ImportWay::Restore:
        return tr("the service restores the backup");
    case ImportWay::Upload:
    case ImportWay::Quick:
        break;
    }
    return tr("the server carries out the dump");
}

QString Text::replaceTitle(const JobRecord& record)
{
    if (!isOfSite(record)) {
        //: Last step of an import
        return tr("The server replaces the database");
    }
    switch (record.import->way) {
    case ImportWay::Promote:
        //: Last step of a copy that the service makes by itself
        return tr("The service copies the database");
    case ImportWay::Restore:
        //: Last step of the restore of a backup
        return tr("The service restores the backup");
    case ImportWay::Upload:
    case ImportWay::Quick:
        break;
    }
    //: Last step of an import of an SQL dump
    return tr("The server carries out the dump");
}

QString Text::stageTitle(ImportStage stage, const JobRecord& record)
{
    switch (stage) {
    case ImportStage::Fetch:
        //: First step of a copy
        return tr("Export the source");
    case ImportStage::Check:
        //: Step of an import
        return tr("Check the file");
    case ImportStage::BackUp:
        //: Step of an import: the database that will be replaced is exported first
        return tr("Back up the target");
    case ImportStage::Prepare:
        //: Step of an import: the file is packed or unpacked
        return tr("Prepare the file");
    case ImportStage::Upload:
        //: Step of an import
        return tr("Upload");
    case ImportStage::Replace:
        return replaceTitle(record);
    case ImportStage::Verify:
        break;
    }
    //: Step of an import in which a person looks at the site and completes the deployment or takes it back
    return tr("You verify, then complete or reset");
}

QString Text::state(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::AwaitingVerification:
        return tr("The server waits for you: look at the site, then complete or reset");
    case JobStep::Unknown:
        return isOfSite(record) ? tr("We started the import and did not hear back; look before starting again")
                                : tr("We started the deployment and did not hear back; look before starting again");
    case JobStep::StoppedWatching:
        return tr("The server goes on; you are not told when it is done");
    case JobStep::Done:
        //: %1 is a database ("CMS"), %2 a place
        return tr("The %1 database of %2 was replaced").arg(databaseText(record.database()), placeOf(record));
    case JobStep::WasReset:
        //: %1 is a place
        return tr("Taken back: %1 is as it was before").arg(placeOf(record));
    case JobStep::Cancelled:
        return safety(record);
    case JobStep::Forgotten:
        return tr("Dropped here; the server may have imported it");
    default:
        return {};
    }
}

QString Text::safety(const JobRecord& record)
{
    if (!targetMayHaveChanged(record)) {
        //: %1 is a place
        return tr("Nothing was changed on %1.").arg(placeOf(record));
    }
    if (isOfSite(record) && record.step == JobStep::Failed) {
        return record.backupLibraryId.isEmpty()
                   //: %1 is a place
                   ? tr("Tables of %1 were changed already, up to where it stopped.").arg(placeOf(record))
                   //: %1 is a place
                   : tr("Tables of %1 were changed already, up to where it stopped; what was there before is in your "
                        "library.")
                         .arg(placeOf(record));
    }
    return record.backupLibraryId.isEmpty()
               //: %1 is a database ("CMS"), %2 a place
               ? tr("The %1 database of %2 may have been replaced.")
                     .arg(databaseText(record.database()), placeOf(record))
               //: %1 is a database ("CMS"), %2 a place
               : tr("The %1 database of %2 may have been replaced; what was there before is in your library.")
                     .arg(databaseText(record.database()), placeOf(record));
}

} // namespace

QString importSourceText(const JobRecord& record)
{
    return Text::source(record);
}

QString importTitle(const JobRecord& record)
{
    return Text::title(record);
}

QList<ImportStage> importStages(const JobRecord& record)
{
    const ImportCourse course = courseOf(record);
    QList<ImportStage> stages;
    if (course.fetches) {
        stages << ImportStage::Fetch;
    }
    if (sendsFile(course.way)) {
        stages << ImportStage::Check;
    }
    if (course.backup == ImportRequest::Backup::First) {
        stages << ImportStage::BackUp;
    }
    if (course.prepares) {
        stages << ImportStage::Prepare;
    }
    if (course.way == ImportWay::Upload) {
        stages << ImportStage::Upload;
    }
    stages << ImportStage::Replace;
    return wantsVerification(record) ? stages << ImportStage::Verify : stages;
}

QList<JobStep> stepsOf(ImportStage stage)
{
    switch (stage) {
    case ImportStage::Fetch:
        return {JobStep::Fetching};
    case ImportStage::Check:
        return {JobStep::Checking};
    case ImportStage::BackUp:
        return {JobStep::BackingUp};
    case ImportStage::Prepare:
        return {JobStep::Preparing};
    case ImportStage::Upload:
        return {JobStep::Uploading};
    case ImportStage::Replace:
        return {JobStep::Starting, JobStep::Asking, JobStep::Unknown, JobStep::ServerWorking, JobStep::StoppedWatching};
    case ImportStage::Verify:
        break;
    }
    return {JobStep::AwaitingVerification, JobStep::Completing, JobStep::Resetting, JobStep::WasReset};
}

QString stageTitle(ImportStage stage, const JobRecord& record)
{
    return Text::stageTitle(stage, record);
}

int importStepCount(const JobRecord& record)
{
    return static_cast<int>(importStages(record).size()) - (wantsVerification(record) ? 1 : 0);
}

int importStepNumber(const JobRecord& record)
{
    if (record.step == JobStep::Queued) {
        return 1;
    }
    const QList<ImportStage> stages = importStages(record);
    const auto here =
        std::ranges::find_if(stages, [&record](ImportStage stage) { return stepsOf(stage).contains(record.step); });
    const auto index = static_cast<int>(here - stages.begin());
    return std::min(index + 1, importStepCount(record));
}

QString importWork(const JobRecord& record)
{
    return Text::work(record);
}

QString importState(const JobRecord& record)
{
    return Text::state(record);
}

bool targetMayHaveChanged(const JobRecord& record)
{
    // A refused start leaves the step of asking in the timeline, but no id.
    const bool begun = std::ranges::any_of(record.timeline, [](const StepRecord& past) {
        return past.step != JobStep::Asking && !isFinal(past.step) && mayHaveChangedTarget(past.step);
    });
    return begun || !record.serverId.isEmpty() || (!isFinal(record.step) && mayHaveChangedTarget(record.step))
           || record.step == JobStep::Done || record.step == JobStep::Forgotten;
}

QString importSafety(const JobRecord& record)
{
    return Text::safety(record);
}

} // namespace longshore
