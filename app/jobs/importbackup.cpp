#include "app/jobs/importbackup.h"

#include "app/library/library.h"

namespace longshore {

using namespace Qt::StringLiterals;

ImportBackup::ImportBackup(JobHandle& job, QObject* parent)
    : ChildExport({.step = JobStep::BackingUp,
                   .wait = WaitReason::Backup,
                   .job = &JobRecord::backupJob,
                   .failed = ImportEvent::BackupFailed,
                   .error = Error::Code::BackupFailed,
                   .name = "the backup of the target"_L1},
                  job, parent)
{ }

std::optional<LibraryEntry> ImportBackup::good() const
{
    const JobRecord record = job().record();
    const std::optional<LibraryEntry> entry = job().parts().context.library.entry(record.backupLibraryId);
    // What this import itself did to the target is what the file takes back.
    return entry && stillHolds(job(), *entry, record.id) ? entry : std::nullopt;
}

bool ImportBackup::hasGood() const
{
    return good().has_value();
}

ExportRequest ImportBackup::request() const
{
    const JobRecord record = job().record();
    ExportRequest request;
    request.connectionId = record.connectionId();
    request.environment = record.environment();
    request.database = record.database();
    request.folder = record.import->backupFolder;
    return request;
}

void ImportBackup::describe(JobRecord& child) const
{
    child.backupFor = job().id();
}

void ImportBackup::succeed(const LibraryEntry& entry)
{
    const JobRecord* child = job().parts().book.find(job().record().backupJob);
    job().move(ImportEvent::BackupDone, [this, &entry, child](JobRecord& record) {
        record.backupLibraryId = entry.id;
        record.backupServerId = child == nullptr ? record.backupServerId : child->serverId;
        addLogLine(record, job().now(), u"the undo file is verified and kept: "_s + entry.path);
    });
}

} // namespace longshore

#include "moc_importbackup.cpp"
