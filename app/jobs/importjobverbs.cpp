#include "app/jobs/importjob.h"

#include "app/domain/packagename.h"
#include "app/jobs/importtarget.h"

#include <QPointer>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The service has, or had, an import of it.
bool wasStarted(const JobRecord& record)
{
    return !record.serverId.isEmpty() || (record.mayHaveRun && record.uploaded);
}

/// Nothing that was sent or heard counts any more.
void beginAnew(JobRecord& record, const QString& packageName)
{
    forgetSession(record);
    record.packageName = record.import->packageName = packageName;
    record.serverId.clear();
    record.serverStatus.clear();
    record.serverPercent = -1;
    record.serverWarnings.clear();
    record.serverErrors.clear();
    record.checks = 0;
}

} // namespace

void ImportJob::act(JobVerb verb, const QString& argument)
{
    switch (verb) {
    case JobVerb::RemoveFromQueue:
    case JobVerb::CancelTransfer:
        return cancel();
    case JobVerb::StopWatching:
        m_job.move(ImportEvent::StopWatchingAsked);
        return;
    case JobVerb::WatchAgain:
        m_restarted = true;
        m_job.forgetFailures();
        m_job.move(ImportEvent::WatchAgainAsked);
        return;
    case JobVerb::CheckNow:
        m_job.forgetFailures();
        return wake();
    case JobVerb::Pause:
        if (m_job.pause()) {
            m_upload.halt();
        }
        return;
    case JobVerb::Resume:
        if (m_job.resume()) {
            upload(); // while the paused transfer still stops, it goes on by itself
        }
        return;
    case JobVerb::Look:
        return m_deployment.lookAgain();
    case JobVerb::Adopt:
        return m_deployment.adopt(argument.trimmed());
    case JobVerb::Forget:
        m_job.move(ImportEvent::ForgetAsked);
        return;
    case JobVerb::Retry:
        return retry();
    case JobVerb::SetPriority:
        if (m_job.setPriority(argument)) {
            m_upload.applyShare();
        }
        return;
    case JobVerb::SetLimit:
        if (m_job.setLimit(argument)) {
            m_upload.applyShare();
        }
        return;
    case JobVerb::Complete:
        return wish(ImportEvent::CompleteAsked);
    case JobVerb::Reset:
        return wish(ImportEvent::ResetAsked);
    case JobVerb::RunAgain:
    case JobVerb::ShowFile:
    case JobVerb::DismissFinished:
    case JobVerb::Undo:
        return; // not of a running import
    }
}

void ImportJob::cancel()
{
    const JobStep before = m_job.step();
    m_job.move(ImportEvent::CancelAsked, [this, before](JobRecord& record) {
        record.paused = false;
        if (before != JobStep::Queued) {
            addLogLine(record, m_job.now(), u"cancelled; the target was not touched"_s);
        }
    });
    if (m_check != nullptr) {
        m_check->cancel();
    }
    m_preparation.halt();
    m_upload.halt();
    if (before == JobStep::Fetching) {
        m_fetch.giveUp();
    } else if (before == JobStep::BackingUp) {
        m_backup.giveUp();
    }
}

/// Every step skips what an earlier attempt did and what still holds. An import that was started keeps what was sent
/// for it: another one needs another name or session, and its bytes again.
void ImportJob::retry()
{
    const JobRecord before = m_job.record();
    const bool good = m_backup.hasGood();
    const bool fetched = m_fetch.hasGood();
    const bool isPackage = before.database() != Database::MySql;
    const bool refusedName = isPackage && before.error
                             && (before.error->code == Error::Code::LeaseHeld
                                 || before.error->detail.contains(before.packageName, Qt::CaseInsensitive));
    const bool unknown = before.step == JobStep::Unknown;
    const bool lostSession = before.error && before.error->code == Error::Code::SessionLost;
    const bool another = wasStarted(before) || refusedName || unknown || lostSession;
    const Connections& connections = m_job.parts().context.connections;
    const QString next = isPackage
                             ? nextPackageName(before.packageName,
                                               usedPackageNames(m_job.parts().book, connections, before.connectionId()))
                             : before.packageName;
    m_restarted = true;
    m_job.forgetFailures();
    m_job.move(ImportEvent::RetryAsked,
               [this, good, fetched, another, unknown, isPackage, &next](JobRecord& record) {
                   record.paused = false;
                   if (!good) {
                       record.backupJob.clear();
                       record.backupLibraryId.clear();
                       record.backupServerId.clear();
                   }
                   if (record.import->source && !fetched) {
                       record.fetchJob.clear();
                       record.import->libraryId.clear();
                   }
                   record.mayHaveRun = record.mayHaveRun || unknown || (!isPackage && !record.serverId.isEmpty());
                   if (another) {
                       beginAnew(record, next);
                       addLogLine(record, m_job.now(), u"going on as "_s + next);
                   }
               },
               {.dropJournal = another});
}

/// The row says what is wished before the service is told: after a crash its own word tells whether it came there.
void ImportJob::wish(ImportEvent event)
{
    m_deployment.wishIsComing();
    const bool moved = m_job.move(
        event,
        [this, event](JobRecord& record) {
            addLogLine(record, m_job.now(),
                       event == ImportEvent::CompleteAsked ? u"asking the service to complete"_s
                                                           : u"asking the service to take it back"_s);
        },
        {},
        [self = QPointer<ImportJob>(this)](const Result<void>&) {
            if (self != nullptr) {
                self->m_deployment.sendWish();
            }
        });
    if (!moved) {
        m_deployment.wishOver();
    }
}

} // namespace longshore
