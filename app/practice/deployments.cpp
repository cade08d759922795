#include "app/practice/deployments.h"

#include "app/practice/context.h"
#include "app/practice/statefile.h"

#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore::practice {

namespace {

constexpr auto deployTime = 8000ms;
constexpr auto failTime = 2000ms;
constexpr auto switchTime = 3000ms; // completing, resetting
constexpr qsizetype newestCount = 10;

qint64 machineMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Result<void> DeploymentDesk::open()
{
    const auto document = readStateFile(m_context.stateFolder + u"/deployments.json"_s);
    if (!document) {
        return fail(document.error());
    }
    const QJsonArray stored = document->array();
    for (const QJsonValue& record : stored) {
        m_records.append(fromStored(record.toObject()));
    }
    m_worker = std::make_unique<Worker>([this](const CancelFlag& cancel) { return step(cancel); });
    return {};
}

Result<QJsonObject> DeploymentDesk::start(const DeploymentRequest& request, const QString& environment,
                                          const QString& source)
{
    const QMutexLocker lock(&m_mutex);
    const bool busy = std::any_of(m_records.cbegin(), m_records.cend(), [&environment](const Record& record) {
        return record.environment == environment && isRunning(record.state);
    });
    if (busy || m_context.faults.take(u"deployment-busy")) {
        return fail(Error::Code::ServerBusy);
    }
    for (const QString& package : request.packages) {
        if (!m_context.blobs.find(containers::packages, package.toUtf8())) {
            return fail(Error::Code::BadInput, package, u"The deployment package %1 was not found."_s.arg(package));
        }
    }
    Record record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.environment = environment;
    record.source = source;
    record.request = request;
    record.request.targetEnvironment = environment;
    record.request.sourceEnvironment = source;
    record.startedMs = machineMs();
    record.errors = deploymentErrors(request, environment);
    record.willFail = !record.errors.isEmpty() || m_context.faults.take(u"deployment-fails");
    if (!request.directDeploy && m_context.faults.take(u"deployment-warns")) {
        record.warnings.append(
            u"The slot of %1 is not ready: it answered 503 (Service Unavailable)."_s.arg(environment));
    }
    record.waits = request.directDeploy && m_context.faults.take(u"direct-waits");
    if (m_context.faults.take(u"warns-halfway")) {
        record.lateWarnings.append(
            u"The site of %1 answered 503 (Service Unavailable) while it was warmed up."_s.arg(environment));
    }
    enter(record, State::InProgress, record.willFail ? failTime : deployTime);
    for (const QString& package : request.packages) {
        if (const auto leased = m_context.blobs.lease(containers::packages, package.toUtf8()); !leased) {
            return fail(leased.error());
        }
    }
    m_records.append(record);
    if (const auto saved = save(); !saved) {
        m_records.removeLast();
        return fail(saved.error());
    }
    ++m_context.deploymentsStarted;
    m_worker->wake();
    return toApi(record);
}

Result<QJsonObject> DeploymentDesk::get(const QString& id) const
{
    const QMutexLocker lock(&m_mutex);
    for (const Record& record : m_records) {
        if (record.id.compare(id, Qt::CaseInsensitive) == 0) {
            return toApi(record);
        }
    }
    return fail(Error::Code::NotFound, id);
}

QJsonArray DeploymentDesk::newest() const
{
    const QMutexLocker lock(&m_mutex);
    QJsonArray list;
    for (auto it = m_records.crbegin(); it != m_records.crend() && list.size() < newestCount; ++it) {
        list.append(toApi(*it));
    }
    return list;
}

Result<QJsonObject> DeploymentDesk::complete(const QString& id)
{
    const QMutexLocker lock(&m_mutex);
    Record* record = find(id);
    if (!record) {
        return fail(Error::Code::NotFound, id);
    }
    if (record->state != State::AwaitingVerification) {
        return fail(Error::Code::BadInput, id,
                    u"Deployment %1 is in the state %2 and can only be completed in AwaitingVerification."_s.arg(
                        record->id, stateName(record->state)));
    }
    enter(*record, State::Completing, switchTime);
    (void)save();
    m_worker->wake();
    return toApi(*record);
}

Result<QJsonObject> DeploymentDesk::reset(const QString& id, const QJsonObject& members)
{
    const QMutexLocker lock(&m_mutex);
    Record* record = find(id);
    if (!record) {
        return fail(Error::Code::NotFound, id);
    }
    if (record->state != State::AwaitingVerification && record->state != State::AwaitingResetVerification) {
        return fail(
            Error::Code::BadInput, id,
            u"Deployment %1 is in the state %2 and cannot be reset."_s.arg(record->id, stateName(record->state)));
    }
    const bool complete = members.value(u"complete"_s).toBool();
    const bool validate = members.value(u"validatebeforeswap"_s).toBool();
    record->resetParameters = {{u"resetWithDbRollback"_s, members.value(u"resetwithdbrollback"_s).toBool()},
                               {u"validateBeforeSwap"_s, validate && !complete},
                               {u"complete"_s, complete}};
    enter(*record, State::Resetting, switchTime);
    (void)save();
    m_worker->wake();
    return toApi(*record);
}

Worker::Delay DeploymentDesk::step(const CancelFlag& cancel)
{
    while (const auto record = nextUnchecked()) {
        const auto prepared = prepare(*record, cancel);
        if (cancel->load()) {
            return {};
        }
        const QMutexLocker lock(&m_mutex);
        Record* mine = find(record->id);
        mine->checked = true;
        if (prepared) {
            m_prepared.insert(record->id, *prepared);
        } else {
            mine->willFail = true;
            mine->errors.append(prepared.error().detail);
        }
    }
    return advance(cancel);
}

std::optional<DeploymentDesk::Record> DeploymentDesk::nextUnchecked() const
{
    const QMutexLocker lock(&m_mutex);
    for (const Record& record : m_records) {
        if (record.state == State::InProgress && !record.checked && !record.willFail) {
            return record;
        }
    }
    return std::nullopt;
}

Worker::Delay DeploymentDesk::advance(const CancelFlag& cancel)
{
    const QMutexLocker lock(&m_mutex);
    const qint64 now = machineMs();
    Worker::Delay delay;
    bool changed = false;
    for (Record& record : m_records) {
        const bool timed =
            record.state == State::InProgress || record.state == State::Completing || record.state == State::Resetting;
        if (!timed) {
            continue;
        }
        const qint64 due = record.phaseMs + record.durationMs;
        if (now >= due) {
            finishPhase(record, cancel);
            changed = true;
        } else {
            const std::chrono::milliseconds wait(due - now);
            delay = delay ? std::min(*delay, wait) : wait;
        }
    }
    if (changed) {
        (void)save(); // a full disk is told by the next start
    }
    return delay;
}

void DeploymentDesk::finishPhase(Record& record, const CancelFlag& cancel)
{
    switch (record.state) {
    case State::InProgress:
        if (record.willFail) {
            if (record.errors.isEmpty()) {
                record.errors.append(u"Runbook job failed"_s);
            }
            enter(record, State::Failed);
        } else if (record.request.directDeploy && !record.waits) {
            goLive(record, cancel);
        } else {
            enter(record, State::AwaitingVerification);
        }
        break;
    case State::Completing:
        goLive(record, cancel);
        break;
    case State::Resetting: {
        const bool validate = record.resetParameters.value(u"validateBeforeSwap"_s).toBool();
        enter(record, validate ? State::AwaitingResetVerification : State::Reset);
        break;
    }
    default:
        break;
    }
}

void DeploymentDesk::goLive(Record& record, const CancelFlag& cancel)
{
    // After a restart what was prepared is gone.
    Result<QList<Prepared>> prepared =
        m_prepared.contains(record.id) ? m_prepared.take(record.id) : prepare(record, cancel);
    if (prepared) {
        for (const Prepared& part : std::as_const(*prepared)) {
            if (const auto done = m_context.databases.replace(record.environment, part.database, part.file); !done) {
                prepared = fail(done.error());
                break;
            }
        }
    }
    if (!prepared) {
        record.errors.append(prepared.error().detail);
    }
    enter(record, prepared ? State::Succeeded : State::Failed);
}

void DeploymentDesk::enter(Record& record, State state, std::chrono::milliseconds duration)
{
    record.state = state;
    record.phaseMs = machineMs();
    record.durationMs = m_context.scaled(duration).count();
    const bool ended = state == State::Succeeded || state == State::Failed || state == State::Reset;
    record.endedMs = ended ? record.phaseMs : 0;
    if (state == State::Failed || state == State::Reset) {
        const QList<Prepared> unused = m_prepared.take(record.id);
        for (const Prepared& part : unused) {
            QFile::remove(part.file);
        }
    }
}

DeploymentDesk::Record* DeploymentDesk::find(const QString& id)
{
    const auto found = std::find_if(m_records.begin(), m_records.end(), [&id](const Record& record) {
        return record.id.compare(id, Qt::CaseInsensitive) == 0;
    });
    return found == m_records.end() ? nullptr : &*found;
}

Result<void> DeploymentDesk::save() const
{
    QJsonArray stored;
    for (const Record& record : m_records) {
        stored.append(toStored(record));
    }
    return writeStateFile(m_context.stateFolder + u"/deployments.json"_s, QJsonDocument(stored));
}

} // namespace longshore::practice
