#include "app/jobs/jobengine.h"

#include "app/jobs/dumparrival.h"
#include "app/jobs/exportjob.h"
#include "app/jobs/importjob.h"
#include "app/jobs/importpreparation.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/newjob.h"
#include "app/settings/connections.h"

#include <QMap>

namespace longshore {

JobEngine::JobEngine(const JobsContext& context, JobBook& book, QObject* parent)
    : QObject(parent), m_context(context), m_book(book), m_providers(context.provider, nullptr), m_poller(nullptr)
{
    connect(&m_poller, &Poller::due, this, [this](const QString& id) {
        if (const auto found = m_jobs.find(id); found != m_jobs.end()) {
            found->second->wake();
        }
    });
    connect(&context.connections, &Connections::connectionChanged, this,
            [this](const Connection& connection) { credentialsChanged(connection.id); });
}

JobEngine::~JobEngine() = default;

void JobEngine::restart()
{
    const QList<JobRecord> records = m_book.inOrder();
    for (const JobRecord& record : records) {
        if (!isFinal(record.step)) {
            jobOf(record.id).restart();
        } else if (record.step == JobStep::Cancelled && !record.partPath.isEmpty()) {
            jobOf(record.id).cleanUp();
        }
    }
    sweepPrepared(m_context.workFolder, records, this);
    arrange();
}

void JobEngine::take(const QString& id)
{
    const JobRecord* record = m_book.find(id);
    if (record != nullptr && !isFinal(record->step) && !m_jobs.contains(id)) {
        jobOf(id);
        arrange();
    }
}

EngineJob& JobEngine::jobOf(const QString& id)
{
    std::unique_ptr<EngineJob>& job = m_jobs[id];
    if (job == nullptr) {
        job = make(*m_book.find(id));
        connect(job.get(), &EngineJob::moved, this, &JobEngine::arrange);
        connect(job.get(), &EngineJob::credentialsNeeded, this, [this, id](const Error& why) {
            if (const JobRecord* record = m_book.find(id)) {
                Q_EMIT credentialsNeeded(record->connectionId(), why);
            }
        });
    }
    return *job;
}

std::unique_ptr<EngineJob> JobEngine::make(const JobRecord& record)
{
    const EngineParts parts{m_context,
                            m_book,
                            m_providers,
                            m_poller,
                            m_online,
                            {[this](const QString& id) { take(id); }, [this](const QString& id, JobVerb verb) { act(id, verb, {}); }}};
    if (record.kind() == JobKind::Import) {
        return std::make_unique<ImportJob>(parts, record.id, nullptr);
    }
    return std::make_unique<ExportJob>(parts, record.id, nullptr);
}

/// From the event loop, once for any number of changes.
void JobEngine::arrange()
{
    if (std::exchange(m_arranging, true)) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_arranging = false;
            dropOver();
            lookAtQueue();
        },
        Qt::QueuedConnection);
}

void JobEngine::dropOver()
{
    std::erase_if(m_jobs,
                  [this](const auto& item) { return m_book.find(item.first) == nullptr || item.second->isOver(); });
}

void JobEngine::lookAtQueue()
{
    QMap<QString, QString> holders; // turn → job
    QList<std::pair<QString, QString>> wanting; // turn, job; in the order of the queue
    const QList<JobRecord> records = m_book.inOrder();
    for (const JobRecord& record : records) {
        const auto job = m_jobs.find(record.id);
        if (job == m_jobs.end()) {
            continue;
        }
        const QString turn = job->second->turn();
        if (job->second->holdsTurn()) {
            holders.insert(turn, holders.value(turn, record.id));
        } else if (job->second->wantsTurn()) {
            wanting.append({turn, record.id});
        }
    }
    for (const auto& [turn, id] : std::as_const(wanting)) {
        if (const QString holder = holders.value(turn); !holder.isEmpty()) {
            jobOf(id).waitForTurn(holder);
            continue;
        }
        holders.insert(turn, id);
        jobOf(id).takeTurn();
    }
}

void JobEngine::act(const QString& id, JobVerb verb, const QString& argument)
{
    const JobRecord* record = m_book.find(id);
    if (record == nullptr || !allows(*record, verb)) {
        return;
    }
    switch (verb) {
    case JobVerb::ShowFile:
        return; // the window's
    case JobVerb::RunAgain:
        return runAgain(id);
    case JobVerb::DismissFinished:
        return dismiss(id);
    default:
        jobOf(id).act(verb, argument);
        arrange();
    }
}

void JobEngine::carryOut(const JobAction& action)
{
    m_book.carryOut(action, [this, &action] { act(action.job, action.verb, action.argument); });
}

void JobEngine::runAgain(const QString& id)
{
    const JobRecord before = *m_book.find(id);
    m_book.insert(newJob(requestAgain(before), m_context.connections, m_book.now()),
                  [this](const Result<JobRecord>& row) {
                      if (row) {
                          take(row->id);
                      }
                  });
}

/// Nobody can go on with what a dismissed job had fetched, and it is personal data.
void JobEngine::dismiss(const QString& id)
{
    const QString partPath = m_book.find(id)->partPath;
    m_jobs.erase(id);
    m_poller.remove(id);
    m_book.remove(id);
    if (!partPath.isEmpty()) {
        auto* task = new BackgroundTask<void>([partPath](const CancelFlag&) { return discardArrival(partPath); }, this);
        task->start();
    }
}

void JobEngine::setOnline(bool online)
{
    if (m_online == online) {
        return;
    }
    m_online = online;
    for (const auto& [id, job] : m_jobs) {
        job->setOnline(online);
    }
    arrange();
}

void JobEngine::credentialsChanged(const QString& connectionId)
{
    m_providers.drop(connectionId);
    for (const auto& [id, job] : m_jobs) {
        const JobRecord* record = m_book.find(id);
        if (record != nullptr && record->connectionId() == connectionId && record->waiting == WaitReason::Credentials) {
            job->wake();
        }
    }
}

} // namespace longshore
