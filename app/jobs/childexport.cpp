#include "app/jobs/childexport.h"

#include "app/jobs/importtarget.h"
#include "app/jobs/newjob.h"
#include "app/library/library.h"

#include <QPointer>
#include <QUuid>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 GoodForSeconds = 24 * 3600;

/// What a person should see at the import, not only at its export.
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

bool stillHolds(const JobHandle& job, const LibraryEntry& entry, const QString& except)
{
    if (entry.health != LibraryEntry::Health::Verified || entry.exportedAt.secsTo(job.now()) > GoodForSeconds) {
        return false;
    }
    const QDateTime changed = targetChangedAt(job.parts().book, job.parts().context.connections,
                                              {entry.connectionId, entry.environment, entry.database}, except);
    return !changed.isValid() || changed < entry.exportedAt;
}

ChildExport::ChildExport(const Role& role, JobHandle& job, QObject* parent) : QObject(parent), m_role(role), m_job(job)
{
    const auto isChild = [this](const QString& id) { return isWaiting() && childId() == id; };
    // Queued: whoever changed the export finishes its own sentence first.
    connect(
        &job.parts().book, &JobBook::changed, this,
        [this, isChild](const JobRecord& record) {
            if (!record.import && isChild(record.id)) {
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

void ChildExport::enter()
{
    if (!isWaiting() || m_inserting) {
        return;
    }
    if (const std::optional<LibraryEntry> entry = good()) {
        m_job.forgetFailures();
        succeed(*entry);
        return;
    }
    if (childId().isEmpty()) {
        choose();
        return;
    }
    if (const JobRecord* child = m_job.parts().book.find(childId())) {
        m_inserted = true;
        look(*child);
    } else if (!m_inserted) {
        insert();
    }
}

void ChildExport::choose()
{
    m_inserting = true;
    m_inserted = false;
    m_job.parts().book.change(
        m_job.id(),
        [this](JobRecord& record) { record.*m_role.job = QUuid::createUuid().toString(QUuid::WithoutBraces); },
        [self = QPointer<ChildExport>(this)](const Result<void>& saved) {
            if (self == nullptr) {
                return;
            }
            self->m_inserting = false;
            if (!self->isWaiting()) {
                return; // cancelled meanwhile
            }
            if (saved) {
                self->insert();
            } else {
                self->m_job.waitFor(WaitReason::None, saved.error());
            }
        });
}

JobRecord ChildExport::newChild() const
{
    JobRecord child = newJob(request(), m_job.parts().context.connections, m_job.now());
    child.id = childId();
    child.priority = m_job.record().priority;
    describe(child);
    return child;
}

void ChildExport::insert()
{
    m_inserting = true;
    m_job.parts().book.insert(newChild(), [self = QPointer<ChildExport>(this)](const Result<JobRecord>& row) {
        if (self == nullptr) {
            return;
        }
        self->m_inserting = false;
        if (!row) {
            self->m_job.waitFor(WaitReason::None, row.error());
            return;
        }
        self->m_inserted = true;
        self->m_job.note(self->m_role.name + u" is job "_s + row->id.left(8));
        self->m_job.parts().others.take(row->id);
        if (self->isWaiting()) {
            self->enter();
        } else {
            self->giveUp();
        }
    });
}

void ChildExport::look(const JobRecord& child)
{
    switch (child.step) {
    case JobStep::Done:
        finished(child);
        break;
    case JobStep::Failed:
        failed(child.error ? longshore::describe(*child.error) : QString());
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

void ChildExport::mirror(const JobRecord& child)
{
    const bool person = needsAPerson(child.waiting);
    const WaitReason waiting = person ? child.waiting : m_role.wait;
    const QString what = person ? child.waitingFor : child.id;
    const JobRecord record = m_job.record();
    if (record.waiting == waiting && record.waitingFor == what) {
        return;
    }
    m_job.waitFor(waiting, what);
    m_job.change([&child, person](JobRecord& now) { now.error = person ? child.error : std::nullopt; });
}

void ChildExport::finished(const JobRecord& child)
{
    const std::optional<LibraryEntry> entry = m_job.parts().context.library.entry(child.libraryId);
    if (!entry || entry->health != LibraryEntry::Health::Verified) {
        failed(u"its file is not in the library"_s);
        return;
    }
    m_job.forgetFailures();
    succeed(*entry);
}

void ChildExport::failed(const QString& why)
{
    if (!isWaiting()) {
        return;
    }
    m_job.move(m_role.failed, [this, child = childId(), &why](JobRecord& record) {
        record.error = Error{.code = m_role.error, .subject = child, .detail = why};
        addLogLine(record, m_job.now(), m_role.name + u" is not there, so nothing is sent: "_s + why);
    });
}

void ChildExport::giveUp()
{
    const QString id = childId();
    const JobRecord* child = m_job.parts().book.find(id);
    if (child == nullptr || isFinal(child->step)) {
        return;
    }
    if (const std::optional<JobVerb> verb = endingVerb(*child)) {
        m_job.parts().others.act(id, *verb);
    }
}

} // namespace longshore

#include "moc_childexport.cpp"
