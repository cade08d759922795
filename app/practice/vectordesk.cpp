#include "app/practice/vectordesk.h"

#include "app/practice/context.h"
#include "app/practice/statefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore::practice {

namespace {

constexpr auto waitTime = 1000ms;
constexpr auto workTime = 4000ms;
constexpr qint64 defaultPartSize = 100'000'000;
constexpr qint64 smallestPart = 5LL * 1024 * 1024;

qint64 machineMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

VectorDesk::VectorDesk(const Parts& parts)
    : m_context(parts.context),
      m_objects(parts.objects),
      m_sites(parts.sites),
      m_databases(parts.databases),
      m_dialect(parts.dialect)
{ }

QString VectorDesk::stateFile() const
{
    return m_context.stateFolder + u"/vector-"_s + vectorDialectName(m_dialect) + u".json"_s;
}

Result<void> VectorDesk::open()
{
    const auto document = readStateFile(stateFile());
    if (!document) {
        return fail(document.error());
    }
    const QJsonArray stored = document->array();
    for (const QJsonValue& job : stored) {
        m_jobs.append(VectorJob::fromStored(job.toObject()));
    }
    const QString work = m_context.stateFolder + u"/vector-work"_s;
    QDir(work).removeRecursively();
    if (!QDir().mkpath(work) || !QDir().mkpath(m_context.stateFolder + u"/vector-backups"_s)) {
        return fail(Error::Code::FileAccess, work);
    }
    m_worker = std::make_unique<Worker>([this](const CancelFlag& cancel) { return step(cancel); });
    return {};
}

void VectorDesk::end()
{
    m_ending->store(true);
    if (m_worker) {
        m_worker->cancel();
    }
}

QString VectorDesk::newWorkFile() const
{
    return m_context.stateFolder + u"/vector-work/"_s + QUuid::createUuid().toString(QUuid::Id128);
}

qint64 VectorDesk::partSize() const
{
    return std::max<qint64>(1, m_context.faults.number(u"part-size").value_or(defaultPartSize));
}

// Files and sessions live as long as the dialect's description says, if no fault shortens it.
qint64 VectorDesk::lifeMs(VectorKind kind) const
{
    const QStringView fault = kind == VectorKind::Import ? QStringView(u"session-life") : QStringView(u"export-life");
    const auto seconds = m_context.faults.number(fault);
    const std::chrono::milliseconds usual = m_dialect == VectorDialect::G2 ? 24h : 1h;
    return seconds ? *seconds * 1000 : m_context.scaled(usual).count();
}

// The first records of a fresh server bear the ids of the prose documentation, so that its commands work as printed.
QString VectorDesk::firstId(const VectorJob& job) const
{
    const bool isNamed = m_dialect == VectorDialect::D && job.place == VectorPlace{.site = 0}
                         && (job.kind == VectorKind::Export || job.kind == VectorKind::Import);
    const bool isFirst =
        std::none_of(m_jobs.cbegin(), m_jobs.cend(), [&job](const VectorJob& other) { return other.kind == job.kind; });
    if (!isNamed || !isFirst) {
        return {};
    }
    return job.kind == VectorKind::Export ? u"exp_xyz789"_s : u"imp_abc123"_s;
}

Result<VectorJob> VectorDesk::add(VectorJob job)
{
    const QMutexLocker lock(&m_mutex);
    job.id = firstId(job);
    if (job.id.isEmpty()) {
        job.id = newVectorId(m_dialect, job.kind, QDateTime::currentDateTimeUtc());
    }
    job.createdMs = machineMs();
    job.worked = job.isOver(); // what was carried out before it was recorded
    if (job.kind == VectorKind::Import && !job.worked) {
        job.expiresMs = job.createdMs + lifeMs(job.kind);
        job.key = "imports/" + job.id.toLatin1() + "/upload.sql";
        const qint64 threshold = m_context.faults.number(u"multipart-threshold").value_or(defaultPartSize);
        if (m_dialect == VectorDialect::G2 && job.contentLength > threshold) {
            job.partCount = static_cast<int>((job.contentLength + partSize() - 1) / partSize());
            job.uploadId = m_objects.beginUpload(job.key);
        }
    }
    m_jobs.append(job);
    if (const auto saved = save(); !saved) {
        m_jobs.removeLast();
        return fail(saved.error());
    }
    m_worker->wake();
    return job;
}

std::optional<VectorJob> VectorDesk::find(VectorKind kind, const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    for (const VectorJob& job : m_jobs) {
        if (job.kind == kind && job.id == id) {
            return job;
        }
    }
    return std::nullopt;
}

QList<VectorJob> VectorDesk::list(VectorKind kind) const
{
    const QMutexLocker lock(&m_mutex);
    QList<VectorJob> jobs;
    for (auto it = m_jobs.crbegin(); it != m_jobs.crend(); ++it) {
        if (it->kind == kind) {
            jobs.append(*it);
        }
    }
    return jobs;
}

bool VectorDesk::isWorking(VectorKind kind, VectorPlace place) const
{
    const QMutexLocker lock(&m_mutex);
    return std::any_of(m_jobs.cbegin(), m_jobs.cend(), [kind, place](const VectorJob& job) {
        return job.kind == kind && job.place == place && !job.isOver();
    });
}

VectorJob* VectorDesk::mine(VectorKind kind, const QString& id)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [kind, &id](const VectorJob& job) { return job.kind == kind && job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

Result<VectorJob> VectorDesk::run(const QString& id, const QList<std::pair<int, QByteArray>>& parts)
{
    const QMutexLocker lock(&m_mutex);
    VectorJob* job = mine(VectorKind::Import, id);
    if (!job) {
        return fail(Error::Code::NotFound, id);
    }
    if (job->state != VectorState::Pending && job->state != VectorState::Uploaded) {
        return fail(Error::Code::BadInput, id, u"state"_s);
    }
    const qint64 now = machineMs();
    if (now >= job->expiresMs) {
        return fail(Error::Code::BadInput, id, u"expired"_s);
    }
    if (!job->uploadId.isEmpty() && job->state == VectorState::Pending) {
        const auto whole =
            m_objects.complete(job->uploadId, parts, std::min(smallestPart, partSize() / 2), m_context.faults.now());
        if (!whole) {
            return fail(Error::Code::BadInput, whole.error().subject, u"parts"_s);
        }
    }
    const auto object = m_objects.find(job->key);
    job->etag = object ? object->etag : QByteArray();
    job->sizeBytes = object ? object->size() : -1;
    job->state = VectorState::Uploaded;
    job->uploadedMs = now;
    job->willFail = m_context.faults.take(u"import-fails");
    if (const auto saved = save(); !saved) {
        return fail(saved.error());
    }
    m_worker->wake();
    return *job;
}

Worker::Delay VectorDesk::step(const CancelFlag& cancel)
{
    Worker::Delay delay = advance();
    while (auto job = nextWork()) {
        const Result<void> done = carryOut(*job, cancel);
        if (cancel->load()) {
            return {};
        }
        settle(*job, done);
        delay = advance();
    }
    return delay;
}

std::optional<VectorJob> VectorDesk::nextWork() const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = std::find_if(m_jobs.cbegin(), m_jobs.cend(), [](const VectorJob& job) {
        return job.state == VectorState::Working && !job.worked;
    });
    return found == m_jobs.cend() ? std::nullopt : std::optional(*found);
}

void VectorDesk::settle(const VectorJob& job, const Result<void>& done)
{
    const QMutexLocker lock(&m_mutex);
    VectorJob* kept = mine(job.kind, job.id);
    *kept = job;
    kept->worked = true;
    if (!done) {
        kept->error = done.error().detail.isEmpty() ? errorCodeName(done.error().code) : done.error().detail;
    }
    (void)save();
}

Worker::Delay VectorDesk::advance()
{
    const QMutexLocker lock(&m_mutex);
    Worker::Delay delay;
    bool changed = false;
    for (VectorJob& job : m_jobs) {
        const Worker::Delay wait = advance(job, machineMs(), changed);
        if (wait) {
            delay = delay ? std::min(*delay, *wait) : *wait;
        }
    }
    if (changed) {
        (void)save();
    }
    return delay;
}

Worker::Delay VectorDesk::advance(VectorJob& job, qint64 nowMs, bool& changed)
{
    const bool isImport = job.kind == VectorKind::Import;
    const bool waits = isImport && job.state == VectorState::Pending;
    const bool rests = job.isOver() || waits || (job.state == VectorState::Working && !job.worked);
    const bool isFile = job.kind == VectorKind::Export || job.kind == VectorKind::Download;
    if (rests) {
        const bool isKept = (isFile && job.state == VectorState::Completed) || (isImport && (job.isOver() || waits));
        if (isKept && !job.key.isEmpty() && nowMs >= job.expiresMs) {
            m_objects.remove(job.key);
            m_objects.abort(job.uploadId);
            job.key.clear();
            changed = true;
        }
        return {};
    }
    const bool works = job.state == VectorState::Working;
    const qint64 since = works ? job.startedMs : std::max(job.createdMs, job.uploadedMs);
    const qint64 due = since + m_context.scaled(works ? workTime : waitTime).count();
    if (nowMs < due) {
        return std::chrono::milliseconds(due - nowMs);
    }
    changed = true;
    if (!works) {
        job.state = VectorState::Working;
        job.startedMs = nowMs;
        return {};
    }
    job.state = job.error.isEmpty() ? VectorState::Completed : VectorState::Failed;
    job.completedMs = nowMs;
    if (isFile && job.error.isEmpty()) {
        job.expiresMs = nowMs + lifeMs(job.kind);
        return std::chrono::milliseconds(lifeMs(job.kind));
    }
    return {};
}

Result<void> VectorDesk::save() const
{
    QJsonArray stored;
    for (const VectorJob& job : m_jobs) {
        stored.append(job.toStored());
    }
    return writeStateFile(stateFile(), QJsonDocument(stored));
}

} // namespace longshore::practice
