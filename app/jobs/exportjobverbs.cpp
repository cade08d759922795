#include "app/jobs/exportjob.h"

#include "app/jobs/exportlink.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"

namespace longshore {

using namespace Qt::StringLiterals;

void ExportJob::act(JobVerb verb, const QString& argument)
{
    switch (verb) {
    case JobVerb::RemoveFromQueue:
        return removeFromQueue();
    case JobVerb::StopWatching:
        m_job.move(ExportEvent::StopWatchingAsked);
        return;
    case JobVerb::WatchAgain:
        return watchAgain();
    case JobVerb::CheckNow:
        m_job.forgetFailures();
        return wake();
    case JobVerb::Pause:
        if (m_job.pause()) {
            m_delivery.halt();
        }
        return;
    case JobVerb::Resume:
        if (m_job.resume()) {
            m_delivery.enter(Reread::No); // while the paused transfer still stops, it goes on by itself
        }
        return;
    case JobVerb::CancelTransfer:
        return cancelTransfer();
    case JobVerb::Look:
        return look();
    case JobVerb::Adopt:
        return adopt(argument.trimmed());
    case JobVerb::Forget:
        m_job.move(ExportEvent::ForgetAsked);
        return;
    case JobVerb::Retry:
        return retry();
    case JobVerb::SetPriority:
        if (m_job.setPriority(argument)) {
            m_delivery.applyShare();
        }
        return;
    case JobVerb::SetLimit:
        if (m_job.setLimit(argument)) {
            m_delivery.applyShare();
        }
        return;
    case JobVerb::RunAgain:
    case JobVerb::ShowFile:
    case JobVerb::DismissFinished:
    case JobVerb::Complete:
    case JobVerb::Reset:
    case JobVerb::Undo:
        return; // not of a running export
    }
}

void ExportJob::removeFromQueue()
{
    if (m_task != nullptr) {
        m_task->cancel();
    }
    m_job.move(ExportEvent::CancelAsked);
}

void ExportJob::watchAgain()
{
    m_restarted = true;
    m_job.forgetFailures();
    m_job.move(ExportEvent::WatchAgainAsked);
}

void ExportJob::cancelTransfer()
{
    m_job.move(ExportEvent::CancelAsked, [this](JobRecord& record) {
        record.paused = false;
        addLogLine(record, m_job.now(), u"transfer cancelled"_s);
    });
    if (!m_delivery.isBusy()) {
        m_delivery.discard([] {});
        return;
    }
    connect(
        &m_delivery, &ExportDelivery::idle, this, [this] { m_delivery.discard([] {}); }, Qt::SingleShotConnection);
    m_delivery.halt();
}

/// The documented API has no list of exports, and a POST could start one. So the only harmless look is to ask for a
/// list all the same; where there is none, only a person can tell.
void ExportJob::look()
{
    if (m_task != nullptr) {
        return;
    }
    const ExportRequest request = m_job.record().request;
    auto* answer = m_job.parts().providers.call<QList<ExportStatus>>(
        request.connectionId,
        [request](Provider& provider, QObject* owner) {
            return provider.exports(request.environment, request.database, owner);
        },
        this);
    m_task = answer;
    connect(answer, &Task::finished, this, [this, answer] {
        m_task = nullptr;
        looked(answer->result());
    });
    answer->start();
}

void ExportJob::looked(const Result<QList<ExportStatus>>& exports)
{
    if (m_job.step() != JobStep::Unknown) {
        Q_EMIT moved(); // forgotten meanwhile
        return;
    }
    QStringList candidates;
    const QList<ExportStatus> listed = exports.value_or(QList<ExportStatus>{});
    for (const ExportStatus& found : listed) {
        if (found.phase == ExportStatus::Phase::Working && !m_job.isOfAnotherJob(found.id)) {
            candidates.append(found.id);
        }
    }
    if (candidates.size() == 1) {
        m_job.note(u"the service lists one running export that no job has"_s);
        adopt(candidates.constFirst());
        return;
    }
    const QString seen = exports ? u"the service lists %1 running exports that no job has"_s.arg(candidates.size())
                                 : u"the service gave no list of exports: "_s + describe(exports.error());
    m_job.note(seen + u"; if its portal shows the export, adopt the id, otherwise forget this job and run it again"_s);
}

void ExportJob::adopt(const QString& exportId)
{
    if (m_task != nullptr) {
        return;
    }
    const bool known = m_job.isOfAnotherJob(exportId);
    if (known || !looksLikeAnId(exportId)) {
        m_job.change([known](JobRecord& record) {
            record.error = Error{.code = Error::Code::BadInput,
                                 .subject = u"exportId"_s,
                                 .detail = known ? u"belongs to another job"_s : u"not an id"_s};
        });
        return;
    }
    auto* answer = askStatus(m_job.parts().providers, m_job.record().request, exportId, this);
    m_task = answer;
    connect(answer, &Task::finished, this, [this, answer, exportId] {
        m_task = nullptr;
        adopted(exportId, answer->result());
    });
    answer->start();
}

void ExportJob::adopted(const QString& exportId, const Result<ExportStatus>& answer)
{
    if (m_job.step() != JobStep::Unknown) {
        Q_EMIT moved(); // forgotten meanwhile
        return;
    }
    if (!answer) {
        if (isAboutCredentials(answer.error().code)) {
            m_job.parts().providers.drop(m_job.record().connectionId());
        }
        m_job.change([this, &answer, &exportId](JobRecord& record) {
            record.error = answer.error();
            addLogLine(record, m_job.now(),
                       u"the id "_s + exportId + u" was not adopted: "_s + describe(answer.error()));
        });
        return;
    }
    m_job.forgetFailures();
    m_job.move(ExportEvent::Adopted, [this, &answer, &exportId](JobRecord& record) {
        record.serverId = exportId;
        record.serverStatus = answer->serverWord;
        record.lastCheckedAt = m_job.now();
        ++record.checks;
        addLogLine(record, m_job.now(), u"adopted the id "_s + exportId);
    });
    heard(*answer);
}

/// Goes on with the export the service has, or asks for a new one where that is of no use any more.
void ExportJob::retry()
{
    const JobRecord before = m_job.record();
    const auto again = [this] {
        m_restarted = true;
        m_job.forgetFailures();
        m_job.change([](JobRecord& record) {
            if (!serverCanDeliver(record)) {
                record.serverId.clear();
                record.serverFileName.clear();
                record.serverStatus.clear();
                record.checks = 0;
            }
            record.paused = false;
        });
        m_job.move(ExportEvent::RetryAsked);
    };
    const bool fetchesAnew = !serverCanDeliver(before) || (before.error && isFileAtFault(*before.error));
    if (fetchesAnew && !before.partPath.isEmpty()) {
        m_delivery.discard(again);
    } else {
        again();
    }
}

} // namespace longshore
