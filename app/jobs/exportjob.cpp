#include "app/jobs/exportjob.h"

#include "app/jobs/exportfile.h"
#include "app/jobs/exportlink.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"

namespace longshore {

using namespace Qt::StringLiterals;

ExportJob::ExportJob(EngineParts parts, const QString& id, QObject* parent)
    : EngineJob(parent), m_job(parts, id, this), m_delivery(m_job, this)
{
    // Queued: whoever moved the job finishes its own sentence first.
    connect(&m_job, &JobHandle::moved, this, &ExportJob::enter, Qt::QueuedConnection);
    connect(&m_delivery, &ExportDelivery::idle, this, &ExportJob::moved);
    connect(&m_job, &JobHandle::credentialsNeeded, this, &ExportJob::credentialsNeeded);
}

void ExportJob::restart()
{
    m_restarted = true;
    const JobStep before = m_job.step();
    m_job.move(ExportEvent::Restarted, [this, before](JobRecord& record) {
        const bool held = record.paused && record.step == JobStep::Downloading;
        record.waiting = held ? WaitReason::Paused : WaitReason::None;
        if (before == JobStep::Asking) {
            record.error = Error{.code = Error::Code::OutcomeUnknown};
            addLogLine(record, m_job.now(),
                       u"the program ended while it asked for the export: it may or may not have been started"_s);
        }
    });
}

void ExportJob::cleanUp()
{
    m_delivery.discard([] {});
}

void ExportJob::enter()
{
    const bool atOnce = std::exchange(m_restarted, false);
    switch (m_job.step()) {
    case JobStep::ServerWorking:
        if (atOnce) {
            poll();
        } else {
            m_job.planPoll();
        }
        break;
    case JobStep::Downloading:
    case JobStep::Verifying:
    case JobStep::Filing:
        m_delivery.enter(atOnce ? Reread::Yes : Reread::No);
        break;
    default:
        break;
    }
    Q_EMIT moved();
}

bool ExportJob::isOver() const
{
    return isFinal(m_job.step()) && m_task == nullptr && !m_delivery.isBusy();
}

QString ExportJob::turn() const
{
    const std::optional<Connection> connection = m_job.connection();
    return connection ? slotKey(*connection) : m_job.record().connectionId();
}

bool ExportJob::wantsTurn() const
{
    const JobRecord record = m_job.record();
    return record.step == JobStep::Queued && m_task == nullptr && !record.nextCheckAt.isValid();
}

bool ExportJob::holdsTurn() const
{
    const JobRecord record = m_job.record();
    const bool mayGoOnSoon = m_task != nullptr || record.waiting != WaitReason::Credentials;
    return holdsSlot(record.step) || (record.step == JobStep::Queued && !wantsTurn() && mayGoOnSoon);
}

void ExportJob::waitForTurn(const QString& holder)
{
    m_job.waitFor(WaitReason::Slot, holder);
}

void ExportJob::wake()
{
    switch (m_job.step()) {
    case JobStep::Queued:
        m_job.waitFor(WaitReason::None);
        Q_EMIT moved();
        break;
    case JobStep::ServerWorking:
        poll();
        break;
    default:
        m_delivery.enter(Reread::No);
        break;
    }
}

void ExportJob::setOnline(bool online)
{
    if (online) {
        if (m_job.record().waiting == WaitReason::Network) {
            wake();
        }
        return;
    }
    if (m_job.canReachService()) {
        return;
    }
    if (m_job.step() == JobStep::ServerWorking) {
        m_job.waitFor(WaitReason::Network);
    } else if (m_job.step() == JobStep::Downloading) {
        if (m_delivery.isBusy()) {
            m_delivery.halt();
        } else if (!m_job.record().paused) {
            m_job.waitFor(WaitReason::Network);
        }
    }
}

// Asking

void ExportJob::takeTurn()
{
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    m_task = m_job.openProvider([this](const Result<std::shared_ptr<Provider>>& provider) {
        m_task = nullptr;
        if (m_job.step() != JobStep::Queued) {
            return; // removed from the queue meanwhile
        }
        if (!provider) {
            askingFailed(provider.error());
            return;
        }
        m_provider = *provider;
        commitAsking();
    });
}

/// The row says that we ask before a byte is sent: whoever finds it so after a crash knows that it may have been sent.
void ExportJob::commitAsking()
{
    m_job.move(
        ExportEvent::SlotFree,
        [this](JobRecord& record) { addLogLine(record, m_job.now(), u"asking for the export"_s); }, {},
        [self = QPointer<ExportJob>(this)](const Result<void>& saved) {
            if (self == nullptr || self->m_job.step() != JobStep::Asking) {
                return;
            }
            if (saved) {
                self->sendAsking();
                return;
            }
            self->m_job.move(ExportEvent::NotNow);
            self->m_job.waitFor(WaitReason::None, saved.error());
        });
}

void ExportJob::sendAsking()
{
    auto* answer = m_provider->startExport(m_job.record().request, this);
    m_task = answer;
    connect(answer, &Task::finished, this, [this, answer] {
        m_task = nullptr;
        asked(answer->result());
    });
    answer->start();
}

void ExportJob::asked(const Result<ExportStatus>& answer)
{
    if (!answer) {
        askingFailed(answer.error());
        return;
    }
    if (answer->id.isEmpty()) {
        askingFailed({.code = Error::Code::OutcomeUnknown, .subject = u"id"_s});
        return;
    }
    m_job.forgetFailures();
    m_job.move(ExportEvent::Accepted, [this, &answer](JobRecord& record) {
        record.serverId = answer->id;
        record.serverStatus = answer->serverWord;
        addLogLine(record, m_job.now(), u"the service gave the id "_s + answer->id);
    });
    if (answer->phase != ExportStatus::Phase::Working) {
        heard(*answer);
    }
}

void ExportJob::askingFailed(const Error& error)
{
    (void)m_job.countFailure(error.code);
    const Verdict verdict = verdictOnAsking(error);
    const bool sent = m_job.step() == JobStep::Asking;
    if (verdict.event == ExportEvent::NotNow) {
        if (sent) {
            m_job.move(ExportEvent::NotNow);
        }
        m_job.waitFor(verdict.wait, error);
        return;
    }
    m_job.move(sent ? *verdict.event : ExportEvent::Refused, [this, &error](JobRecord& record) {
        record.error = error;
        addLogLine(record, m_job.now(), describe(error));
    });
}

// Watching

void ExportJob::poll()
{
    if (m_task != nullptr || m_job.step() != JobStep::ServerWorking) {
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    m_job.parts().poller.remove(m_job.id());
    const JobRecord record = m_job.record();
    auto* answer = askStatus(m_job.parts().providers, record.request, record.serverId, this);
    m_task = answer;
    connect(answer, &Task::finished, this, [this, answer] {
        m_task = nullptr;
        if (m_job.step() == JobStep::ServerWorking) {
            polled(answer->result());
        } else {
            Q_EMIT moved();
        }
    });
    answer->start();
}

void ExportJob::polled(const Result<ExportStatus>& answer)
{
    if (!answer) {
        pollFailed(answer.error());
        return;
    }
    m_job.forgetFailures();
    m_seenBefore = m_job.record().lastCheckedAt;
    m_job.change([this, &answer](JobRecord& record) {
        const bool news = record.serverStatus != answer->serverWord;
        ++record.checks;
        record.lastCheckedAt = m_job.now();
        record.serverStatus = answer->serverWord;
        record.serverId = answer->goesOnAs.isEmpty() ? record.serverId : answer->goesOnAs;
        record.waiting = WaitReason::None;
        record.waitingFor.clear();
        record.error.reset();
        if (news) {
            addLogLine(record, m_job.now(),
                       (answer->knownWord ? u"the service says: "_s : u"the service says, in a word unknown here: "_s)
                           + answer->serverWord);
        }
    });
    heard(*answer);
}

void ExportJob::pollFailed(const Error& error)
{
    const Verdict verdict = verdictOnWatching(error, m_job.countFailure(error.code));
    if (!verdict.event) {
        m_job.waitFor(verdict.wait, error);
        return;
    }
    m_job.move(*verdict.event, [this, &error](JobRecord& record) {
        record.error = error;
        addLogLine(record, m_job.now(), describe(error));
    });
}

void ExportJob::heard(const ExportStatus& status)
{
    switch (status.phase) {
    case ExportStatus::Phase::Working:
        m_job.planPoll();
        break;
    case ExportStatus::Phase::Succeeded:
        serverDone(status);
        break;
    case ExportStatus::Phase::Failed:
        m_job.move(ExportEvent::ServerFailed, [&status](JobRecord& record) {
            record.error = Error{.code = Error::Code::ServerJobFailed, .detail = status.serverWord};
        });
        break;
    case ExportStatus::Phase::LinkExpired:
        m_job.move(ExportEvent::RetentionEnded, [&status](JobRecord& record) {
            record.error = Error{.code = Error::Code::RetentionEnded, .detail = status.serverWord};
        });
        break;
    }
}

void ExportJob::serverDone(const ExportStatus& status)
{
    const JobRecord before = m_job.record();
    if (status.link.isEmpty() && before.request.download) {
        m_job.note(u"the service says it is done but gives no link yet"_s);
        m_job.planPoll();
        return;
    }
    m_delivery.offer(status.link);
    m_job.move(ExportEvent::ServerDone,
               [this, &status](JobRecord& record) {
                   record.serverFileName = status.fileName;
                   record.linkExpiresAt = status.link.expiresAt().value_or(QDateTime());
                   if (record.partPath.isEmpty() && record.request.download) {
                       record.partPath = partPathOf(record);
                   }
                   addLogLine(record, m_job.now(), u"the service has the file: "_s + status.link.redacted());
               },
               {.learned = learnedServerWork()});
}

std::optional<LearnedDuration> ExportJob::learnedServerWork() const
{
    const JobRecord record = m_job.record();
    const std::optional<std::chrono::seconds> took = m_job.watchedStep(m_seenBefore);
    if (record.step != JobStep::ServerWorking || !took) {
        return std::nullopt;
    }
    return LearnedDuration{placeKey(record.connectionId(), record.environment(), record.database()),
                           LearnedDuration::Kind::ServerWork, m_job.now(), *took, 0};
}

} // namespace longshore

#include "moc_exportjob.cpp"
