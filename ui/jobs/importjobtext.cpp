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
    static QString work(JobStep step);
    static QString state(const JobRecord& record);
    static QString safety(const JobRecord& record);
};

QString placeOf(const JobRecord& record)
{
    return placeText(record.connectionName, record.environment());
}

bool hasBackup(const JobRecord& record)
{
    return record.import && record.import->backup == ImportRequest::Backup::First;
}

QString Text::title(const JobRecord& record)
{
    const QString file = QFileInfo(record.import->file.path).fileName();
    //: Title of a job: a file is imported. %1 is its name, %2 a place ("Contoso / Integration"), %3 a database ("CMS")
    return tr("%1 → %2 %3").arg(file, placeOf(record), databaseText(record.database()));
}

QString Text::work(JobStep step)
{
    switch (step) {
    case JobStep::Checking:
        return tr("checking the file");
    case JobStep::BackingUp:
        return tr("backing up the target");
    case JobStep::Uploading:
        return tr("uploading");
    case JobStep::Asking:
        return tr("asking for the deployment");
    case JobStep::ServerWorking:
        return tr("the server replaces the database");
    case JobStep::Completing:
        return tr("the server completes the deployment");
    case JobStep::Resetting:
        return tr("the server takes the deployment back");
    default:
        return {};
    }
}

QString Text::state(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::AwaitingVerification:
        return tr("The server waits for you: look at the site, then complete or reset");
    case JobStep::Unknown:
        return tr("We started the deployment and did not hear back; look before starting again");
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
    return record.backupLibraryId.isEmpty()
               //: %1 is a database ("CMS"), %2 a place
               ? tr("The %1 database of %2 may have been replaced.")
                     .arg(databaseText(record.database()), placeOf(record))
               //: %1 is a database ("CMS"), %2 a place
               : tr("The %1 database of %2 may have been replaced; what was there before is in your library.")
                     .arg(databaseText(record.database()), placeOf(record));
}

} // namespace

QString importTitle(const JobRecord& record)
{
    return Text::title(record);
}

int importStepCount(const JobRecord& record)
{
    return hasBackup(record) ? 4 : 3;
}

int importStepNumber(const JobRecord& record)
{
    const int shift = hasBackup(record) ? 1 : 0;
    switch (record.step) {
    case JobStep::Queued:
    case JobStep::Checking:
        return 1;
    case JobStep::BackingUp:
        return 2;
    case JobStep::Uploading:
        return 2 + shift;
    default:
        return 3 + shift;
    }
}

QString importWork(const JobRecord& record)
{
    return Text::work(record.step);
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
