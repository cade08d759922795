#include "app/jobs/importbackup.h"

#include "app/jobs/importtarget.h"
#include "app/jobs/newjob.h"
#include "app/library/library.h"

#include <QPointer>
#include <QUuid>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// People edit the target too; a backup that is older than this is made anew.
constexpr qint64 GoodForSeconds = 24 * 3600;

/// What a person should see at the import, not only at its backup.
bool needsAPerson(WaitReason reason)
{
    return reason == WaitReason::Space || reason == WaitReason::Credentials;
}

/// How a person ends the export now; nothing where only the service can.
std::optional<JobVerb> endingVerb(const JobRecord& child)
{
    for (const JobVerb verb : {JobVerb::RemoveFromQueue, JobVerb::CancelTransfer, JobVerb::StopWatching}) {
        if (allows(child, verb)) {
            return verb;
        }
    }
    return std::nullopt;
}

} // namespace

ImportBackup::ImportBackup(JobHandle& job, QObject* parent) : QObject(parent), m_job(job)
{
    const auto isChild = [this](const QString& id) {
        return m_job.step() == JobStep::BackingUp && m_job.record().backupJob == id;
    };
    // Queued: whoever changed the export finishes its own sentence first.
    connect(
        &job.parts().book, &JobBook::changed, this,
        [this, isChild](const JobRecord& record) {
            if (!record.backupFor.isEmpty() && isChild(record.id)) {
                enter();
            }
        },
        Qt::QueuedConnection);
    connect(
        &job.parts().book, &JobBook::removed, this,
        [this, isChild](const QString& id) {
            if (isChild(id)) {
                failed(u"it was removed"_s);
            }
        },
        Qt::QueuedConnection);
    connect(
        &job.parts().context.library, &Library::entryChanged, this, [this] { enter(); }, Qt::QueuedConnection);
}

void ImportBackup::enter()
{
    if (m_job.step() != JobStep::BackingUp || m_inserting) {
        return;
    }
    const JobRecord record = m_job.record();
    if (hasGood()) {
        succeed(*m_job.parts().context.library.entry(record.backupLibraryId));
        return;
    }
    if (record.backupJob.isEmpty()) {
        choose();
        return;
    }
    if (const JobRecord* child = m_job.parts().book.find(record.backupJob)) {
        m_inserted = true;
        look(*child);
    } else if (!m_inserted) {
        insert();
    }
}

/// The import's row names its backup before there is one: after a crash it is clear whether it was made.
void ImportBackup::choose()
{
    m_inserting = true;
    m_job.parts().book.change(
        m_job.id(),
        [](JobRecord& record) {
            record.backupJob = QUuid::createUuid().toString(QUuid::WithoutBraces);
            record.backupLibraryId.clear();
        },
        [self = QPointer<ImportBackup>(this)](const Result<void>& saved) {
            if (self == nullptr) {
                return;
            }
            self->m_inserting = false;
            if (self->m_job.step() != JobStep::BackingUp) {
                return; // cancelled meanwhile
            }
            if (saved) {
                self->insert();
            } else {
                self->m_job.waitFor(WaitReason::None, saved.error());
            }
        });
}

JobRecord ImportBackup::newChild() const
{
    const JobRecord record = m_job.record();
    ExportRequest request;
    request.connectionId = record.connectionId();
    request.environment = record.environment();
    request.database = record.database();
    request.folder = record.import->backupFolder;
    JobRecord child = newJob(request, m_job.parts().context.connections, m_job.now());
    child.id = record.backupJob;
    child.backupFor = record.id;
    child.priority = record.priority;
    return child;
}

void ImportBackup::insert()
{
    m_inserting = true;
    m_job.parts().book.insert(newChild(), [self = QPointer<ImportBackup>(this)](const Result<JobRecord>& row) {
        if (self == nullptr) {
            return;
        }
        self->m_inserting = false;
        if (!row) {
            self->m_job.waitFor(WaitReason::None, row.error());
            return;
        }
        self->m_inserted = true;
        self->m_job.note(u"the backup of the target is job "_s + row->id.left(8));
        self->m_job.parts().others.take(row->id);
        if (self->m_job.step() == JobStep::BackingUp) {
            self->enter();
        } else {
            self->giveUp();
        }
    });
}

void ImportBackup::look(const JobRecord& child)
{
    switch (child.step) {
    case JobStep::Done:
        finished(child);
        break;
    case JobStep::Failed:
        failed(child.error ? describe(*child.error) : QString());
        break;
    case JobStep::Cancelled:
        failed(u"it was cancelled"_s);
        break;
    case JobStep::Forgotten:
        failed(u"it was given up"_s);
        break;
    default:
        mirror(child);
        break;
    }
}

void ImportBackup::mirror(const JobRecord& child)
{
    const bool person = needsAPerson(child.waiting);
    const WaitReason waiting = person ? child.waiting : WaitReason::Backup;
    const QString what = person ? child.waitingFor : child.id;
    const JobRecord record = m_job.record();
    if (record.waiting == waiting && record.waitingFor == what) {
        return;
    }
    m_job.waitFor(waiting, what);
    m_job.change([&child, person](JobRecord& now) { now.error = person ? child.error : std::nullopt; });
}

void ImportBackup::finished(const JobRecord& child)
{
    const std::optional<LibraryEntry> entry = m_job.parts().context.library.entry(child.libraryId);
    if (!entry || entry->health != LibraryEntry::Health::Verified) {
        failed(u"its file is not in the library"_s);
        return;
    }
    succeed(*entry);
}

void ImportBackup::succeed(const LibraryEntry& entry)
{
    m_job.forgetFailures();
    m_job.move(ImportEvent::BackupDone, [this, &entry](JobRecord& record) {
        record.backupLibraryId = entry.id;
        addLogLine(record, m_job.now(), u"the undo file is verified and kept: "_s + entry.path);
    });
}

void ImportBackup::failed(const QString& why)
{
    if (m_job.step() != JobStep::BackingUp) {
        return;
    }
    const QString child = m_job.record().backupJob;
    m_job.move(ImportEvent::BackupFailed, [this, &child, &why](JobRecord& record) {
        record.error = Error{.code = Error::Code::BackupFailed, .subject = child, .detail = why};
        addLogLine(record, m_job.now(), u"no backup, so nothing is uploaded: "_s + why);
    });
}

void ImportBackup::giveUp()
{
    const QString id = m_job.record().backupJob;
    const JobRecord* child = m_job.parts().book.find(id);
    if (child == nullptr || isFinal(child->step)) {
        return;
    }
    if (const std::optional<JobVerb> verb = endingVerb(*child)) {
        m_job.parts().others.act(id, *verb);
    }
}

bool ImportBackup::hasGood() const
{
    const JobRecord record = m_job.record();
    const JobsContext& context = m_job.parts().context;
    const std::optional<LibraryEntry> entry = context.library.entry(record.backupLibraryId);
    if (!entry || entry->health != LibraryEntry::Health::Verified
        || entry->exportedAt.secsTo(m_job.now()) > GoodForSeconds) {
        return false;
    }
    // What this import itself did to the target is what the file takes back.
    const QDateTime changed = targetChangedAt(m_job.parts().book, context.connections, targetOf(record), record.id);
    return !changed.isValid() || changed < entry->exportedAt;
}

} // namespace longshore

#include "moc_importbackup.cpp"
