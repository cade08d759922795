#include "ui/jobs/jobstate.h"

#include "ui/common/words.h"
#include "ui/jobs/importjobtext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of the words about states.
class State
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobState)

public:
    static QString place(const JobRecord& record);
    static QString title(const JobRecord& record);
    static QString waiting(const JobView& view);
    static QString waitingWord(WaitReason reason);
    static QString stateWord(const JobRecord& record);
    static QString started(const JobRecord& record);
    static QString summary(const QList<JobRecord>& records);
};

QString State::place(const JobRecord& record)
{
    //: %1 is a place ("Contoso / Production"), %2 a database ("CMS")
    return tr("%1 %2").arg(placeText(record.connectionName, record.environment()), databaseText(record.database()));
}

QString State::title(const JobRecord& record)
{
    if (record.import) {
        return importTitle(record);
    }
    if (!record.backupFor.isEmpty()) {
        //: Title of a job: the target of an import is exported first. %1 is its place and database
        return tr("Backup of %1 before import").arg(place(record));
    }
    if (!record.fetchFor.isEmpty()) {
        //: Title of a job: the source of a copy is exported first. %1 is its place and database
        return tr("Export of %1 for a copy").arg(place(record));
    }
    //: Title of a job: from %1 ("Contoso / Production CMS") to the person's library
    return record.request.download ? tr("%1 → Library").arg(place(record))
                                   //: Title of a job that makes %1 ready on the server and downloads nothing
                                   : tr("%1 → kept on the server").arg(place(record));
}

QString State::waiting(const JobView& view)
{
    const JobRecord& record = view.record;
    switch (record.waiting) {
    case WaitReason::None:
        return {};
    case WaitReason::Slot:
        if (record.import) {
            //: %1 is a place
            return tr("Waits for its turn: one import into %1 at a time")
                .arg(placeText(record.connectionName, record.environment()));
        }
        if (record.database() == Database::MySql) {
            return view.waitsFor.isEmpty() ? tr("Waits for its turn: one export of this site at a time")
                                           //: %1 is the title of another job
                                           : tr("Waits for %1: one export of this site at a time").arg(view.waitsFor);
        }
        return view.waitsFor.isEmpty() ? tr("Waits for its turn: one export at a time in this project")
                                       //: %1 is the title of another job
                                       : tr("Waits for %1: one export at a time in this project").arg(view.waitsFor);
    case WaitReason::Network:
        return tr("Waits for the network; goes on by itself");
    case WaitReason::Link:
        return tr("Waits for a fresh link; goes on by itself");
    case WaitReason::Space:
        //: %1 is a folder
        return tr("Waits for room in %1").arg(record.waitingFor.isEmpty() ? record.request.folder : record.waitingFor);
    case WaitReason::Credentials:
        //: %1 is the name of a connection
        return tr("Needs the secret of %1").arg(record.connectionName);
    case WaitReason::ServerTime:
        return tr("Waits as long as the server asked; goes on by itself");
    case WaitReason::Paused:
        return tr("Paused; what is here already is kept");
    case WaitReason::Backup:
        return tr("Waits for the backup of the target");
    case WaitReason::Source:
        return tr("Waits for the export of the source");
    }
    return {};
}

QString State::waitingWord(WaitReason reason)
{
    switch (reason) {
    //: State of a job: it needs something from the person
    case WaitReason::Space:
    case WaitReason::Credentials:
        return tr("Needs you");
    //: State of a job
    case WaitReason::Paused:
        return tr("Paused");
    default:
        break;
    }
    //: State of a job
    return tr("Waiting");
}

QString State::stateWord(const JobRecord& record)
{
    switch (record.step) {
    //: State of a job
    case JobStep::Queued:
        return tr("Queued");
    //: State of a job: is the file still the one that was checked?
    case JobStep::Checking:
    case JobStep::Preparing:
        return tr("Checking the file");
    //: State of a job: the target is exported first
    case JobStep::BackingUp:
        return tr("Backing up");
    //: State of a job
    case JobStep::Uploading:
        return tr("Uploading");
    //: State of a job: the server wants a person to complete or reset
    case JobStep::AwaitingVerification:
        return tr("Needs you");
    //: State of a job: the deployment goes live
    case JobStep::Completing:
        return tr("Completing");
    //: State of a job: the deployment is taken back
    case JobStep::Resetting:
        return tr("Resetting");
    //: State of a job: the deployment was taken back
    case JobStep::WasReset:
        return tr("Reset");
    //: State of a job
    case JobStep::Starting:
    case JobStep::Asking:
        return tr("Starting");
    //: State of a job: nobody knows whether the server started it
    case JobStep::Unknown:
        return tr("Not sure");
    //: State of a job
    case JobStep::ServerWorking:
        return tr("Server is working");
    //: State of a job: the file can be fetched from the server
    case JobStep::Ready:
        return tr("Ready on the server");
    //: State of a job
    case JobStep::Fetching:
    case JobStep::Downloading:
        return tr("Downloading");
    //: State of a job
    case JobStep::Verifying:
    case JobStep::Filing:
        return tr("Verifying");
    //: State of a job
    case JobStep::Done:
        return tr("Done");
    //: State of a job
    case JobStep::Failed:
        return tr("Failed");
    //: State of a job
    case JobStep::Cancelled:
        return tr("Cancelled");
    //: State of a job: the server goes on, we no longer ask
    case JobStep::StoppedWatching:
        return tr("Not watched");
    case JobStep::Forgotten:
        break;
    }
    //: State of a job: the person told us to forget it
    return tr("Forgotten");
}

QString State::started(const JobRecord& record)
{
    return record.import ? //: %1 is the name of a file, %2 a place
               tr("Import of %1 into %2 started.")
                   .arg(QFileInfo(record.import->file.path).fileName(),
                        placeText(record.connectionName, record.environment()))
                         : //: %1 is a place and a database, for example "Contoso / Production CMS"
               tr("Export of %1 started.").arg(place(record));
}

QString State::summary(const QList<JobRecord>& records)
{
    int counts[4] = {};
    for (const JobRecord& record : records) {
        ++counts[static_cast<int>(jobGroup(record))];
    }
    QStringList parts;
    if (const int count = counts[static_cast<int>(JobGroup::Running)]; count > 0) {
        parts << tr("%n running", nullptr, count);
    }
    if (const int count = counts[static_cast<int>(JobGroup::Waiting)]; count > 0) {
        parts << tr("%n waiting", nullptr, count);
    }
    if (const int count = counts[static_cast<int>(JobGroup::NeedsYou)]; count > 0) {
        parts << tr("%n need(s) you", nullptr, count);
    }
    return parts.join(u", "_s);
}

} // namespace

bool isServerWork(JobStep step)
{
    return step == JobStep::ServerWorking || step == JobStep::Completing || step == JobStep::Resetting;
}

QString jobPlace(const JobRecord& record)
{
    return State::place(record);
}

QString jobTitle(const JobRecord& record)
{
    return State::title(record);
}

JobGroup jobGroup(const JobRecord& record)
{
    if (isFinal(record.step) || record.step == JobStep::StoppedWatching) {
        return JobGroup::Finished;
    }
    if (record.step == JobStep::Unknown || record.step == JobStep::AwaitingVerification
        || record.waiting == WaitReason::Space || record.waiting == WaitReason::Credentials) {
        return JobGroup::NeedsYou;
    }
    return record.waiting != WaitReason::None || record.step == JobStep::Queued ? JobGroup::Waiting : JobGroup::Running;
}

JobLook jobLook(const JobRecord& record)
{
    const QString word = State::stateWord(record);
    if (jobGroup(record) == JobGroup::NeedsYou) {
        return {u"warning"_s, Tone::Caution,
                record.step == JobStep::Unknown || record.step == JobStep::AwaitingVerification
                    ? word
                    : State::waitingWord(record.waiting)};
    }
    if (record.waiting == WaitReason::Paused && !isFinal(record.step)) {
        return {u"pause"_s, Tone::Caution, State::waitingWord(record.waiting)};
    }
    if (record.waiting == WaitReason::Network && !isFinal(record.step)) {
        return {u"offline"_s, Tone::Muted, State::waitingWord(record.waiting)};
    }
    if (jobGroup(record) == JobGroup::Waiting) {
        return {u"waiting"_s, Tone::Muted,
                record.waiting == WaitReason::None ? word : State::waitingWord(record.waiting)};
    }
    switch (record.step) {
    case JobStep::Downloading:
        return {u"download"_s, Tone::Active, word};
    case JobStep::Uploading:
        return {u"import"_s, Tone::Active, word};
    case JobStep::Checking:
    case JobStep::Verifying:
    case JobStep::Filing:
        return {u"verify"_s, Tone::Active, word};
    case JobStep::Done:
    case JobStep::Ready:
        return {u"check"_s, Tone::Good, word};
    case JobStep::Failed:
        return {u"error"_s, Tone::Bad, word};
    case JobStep::Cancelled:
    case JobStep::StoppedWatching:
    case JobStep::Forgotten:
    case JobStep::WasReset:
        return {u"stop"_s, Tone::Muted, word};
    default:
        break;
    }
    return {u"server"_s, Tone::Active, word};
}

QString startedText(const JobRecord& record)
{
    return State::started(record);
}

QString waitingText(const JobView& view)
{
    return isFinal(view.record.step) ? QString() : State::waiting(view);
}

QString jobsSummary(const QList<JobRecord>& records)
{
    return State::summary(records);
}

} // namespace longshore
