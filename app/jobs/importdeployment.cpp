#include "app/jobs/importdeployment.h"

#include "app/jobs/importpolicy.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"

namespace longshore {

using namespace Qt::StringLiterals;
using Phase = ImportStatus::Phase;

namespace {

/// Those of `now` that are not in `before`.
QStringList news(const QStringList& now, const QStringList& before)
{
    QStringList fresh;
    for (const QString& sentence : now) {
        if (!before.contains(sentence) && !fresh.contains(sentence)) {
            fresh.append(sentence);
        }
    }
    return fresh;
}

bool awaitsAPerson(Phase phase)
{
    return phase == Phase::AwaitingVerification || phase == Phase::AwaitingResetVerification;
}

bool watches(JobStep step)
{
    return step == JobStep::ServerWorking || step == JobStep::AwaitingVerification || step == JobStep::Completing
           || step == JobStep::Resetting;
}

} // namespace

ImportDeployment::ImportDeployment(JobHandle& job, QObject* parent) : QObject(parent), m_job(job) { }

ResultTask<ImportStatus>* ImportDeployment::question(const QString& id)
{
    const JobRecord record = m_job.record();
    const ImportRef ref{
        .id = id, .way = record.import->way, .environment = record.environment(), .database = record.database()};
    return m_job.parts().providers.call<ImportStatus>(
        record.connectionId(), [ref](Provider& provider, QObject* owner) { return provider.importStatus(ref, owner); },
        this);
}

// Watching

void ImportDeployment::watch(bool atOnce)
{
    if (m_wishing || m_task != nullptr) {
        return; // its answer comes first
    }
    if (atOnce) {
        poll();
    } else {
        m_job.planPoll();
    }
}

void ImportDeployment::poll()
{
    if (m_task != nullptr || m_wishing || !watches(m_job.step())) {
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    m_job.parts().poller.remove(m_job.id());
    const JobRecord record = m_job.record();
    if (record.serverId.isEmpty()) {
        // It was over when it was answered, and the program ended before the row said so.
        ImportStatus known;
        known.phase = record.serverErrors.isEmpty() ? Phase::Succeeded : Phase::Failed;
        known.errors = record.serverErrors;
        heard(known);
        return;
    }
    run(question(record.serverId), &ImportDeployment::polled);
}

void ImportDeployment::polled(const Result<ImportStatus>& answer)
{
    if (!watches(m_job.step()) || m_wishing) {
        return; // a wish that came meanwhile hears of it by itself
    }
    if (!answer) {
        pollFailed(answer.error());
        return;
    }
    m_job.forgetFailures();
    take(*answer);
    heard(*answer);
}

void ImportDeployment::pollFailed(const Error& error)
{
    const ImportVerdict verdict = verdictOnDeployment(error, m_job.countFailure(error.code));
    if (!verdict.event) {
        m_job.waitFor(verdict.wait, error);
        return;
    }
    Error ending = error;
    if (verdict.event == ImportEvent::ServerForgot) {
        ending.code = Error::Code::OutcomeUnknown;
        ending.detail = u"the service does not know the deployment any more"_s;
    }
    m_job.move(*verdict.event, [this, &ending](JobRecord& record) {
        record.error = ending;
        addLogLine(record, m_job.now(), describe(ending));
    });
}

/// What the service says goes into the row, once each and in its own words.
void ImportDeployment::take(const ImportStatus& status)
{
    m_seenBefore = m_job.record().lastCheckedAt;
    m_job.change([this, &status](JobRecord& record) {
        const bool moved = record.serverStatus != status.serverWord;
        ++record.checks;
        record.lastCheckedAt = m_job.now();
        record.serverStatus = status.serverWord;
        record.serverPercent = status.percent;
        record.waiting = WaitReason::None;
        record.waitingFor.clear();
        record.error = m_wishRefused;
        if (moved) {
            addLogLine(record, m_job.now(),
                       (status.phase == Phase::Unknown ? u"the service says, in a word unknown here: "_s
                                                       : u"the service says: "_s)
                           + status.serverWord);
        }
        for (const QString& warning : news(status.warnings, record.serverWarnings)) {
            record.serverWarnings.append(warning);
            addLogLine(record, m_job.now(), u"the service warns: "_s + warning);
        }
        for (const QString& error : news(status.errors, record.serverErrors)) {
            record.serverErrors.append(error);
            addLogLine(record, m_job.now(), u"the service reports an error: "_s + error);
        }
    });
}

void ImportDeployment::heard(const ImportStatus& status)
{
    switch (status.phase) {
    case Phase::Succeeded:
        m_job.move(ImportEvent::ServerDone, [](JobRecord& record) { record.serverPercent = 100; },
                   {.learned = learned()});
        break;
    case Phase::Failed:
        serverFailed(status);
        break;
    case Phase::Reset:
        m_job.move(ImportEvent::ServerWasReset);
        break;
    case Phase::AwaitingVerification:
    case Phase::AwaitingResetVerification:
        if (!m_job.move(ImportEvent::ServerWaits, [this](JobRecord& record) { record.error = m_wishRefused; })) {
            m_job.planPoll();
        }
        break;
    case Phase::NotStarted:
    case Phase::InProgress:
    case Phase::Completing:
    case Phase::Resetting:
    case Phase::Unknown:
        m_job.planPoll();
        break;
    }
}

void ImportDeployment::serverFailed(const ImportStatus& status)
{
    m_job.move(ImportEvent::ServerFailed, [&status](JobRecord& record) {
        record.error = Error{.code = Error::Code::ServerJobFailed,
                             .subject = record.serverId,
                             .detail = status.errors.isEmpty() ? status.serverWord : status.errors.join(u"; "_s)};
    });
}

std::optional<LearnedDuration> ImportDeployment::learned() const
{
    const JobRecord record = m_job.record();
    const std::optional<std::chrono::seconds> took = m_job.watchedStep(m_seenBefore);
    if (record.step != JobStep::ServerWorking || !took) {
        return std::nullopt;
    }
    return LearnedDuration{placeKey(record.connectionId(), record.environment(), record.database()),
                           LearnedDuration::Kind::ServerImport, m_job.now(), *took, record.size};
}

// Completing and taking back

void ImportDeployment::sendWish()
{
    const JobRecord record = m_job.record();
    m_wishRefused.reset();
    const bool completes = record.step == JobStep::Completing;
    const ImportReset how{.complete = record.serverStatus.contains("reset"_L1, Qt::CaseInsensitive)};
    run(m_job.parts().providers.call<ImportStatus>(
            record.connectionId(),
            [id = record.serverId, completes, how](Provider& provider, QObject* owner) {
                return completes ? provider.completeImport(id, owner) : provider.resetImport(id, how, owner);
            },
            this),
        &ImportDeployment::wished);
}

/// Whatever became of the wish: the next look at the deployment tells the truth.
void ImportDeployment::wished(const Result<ImportStatus>& answer)
{
    m_wishing = false;
    if (!watches(m_job.step())) {
        return; // not watched any more
    }
    if (answer) {
        take(*answer);
        if (awaitsAPerson(answer->phase)) {
            m_job.planPoll(); // taken, and not begun yet
        } else {
            heard(*answer);
        }
        return;
    }
    m_wishRefused = answer.error();
    m_job.note(describe(answer.error()));
    if (isAboutCredentials(answer.error().code)) {
        m_job.waitFor(WaitReason::Credentials, answer.error());
        return;
    }
    poll();
}

} // namespace longshore

#include "moc_importdeployment.cpp"
