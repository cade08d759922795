#include "app/jobs/exportjob.h"

#include "app/jobs/exportlink.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"

#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeAnId(const QString& text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9-]{1,64}$"_s);
    return form.match(text).hasMatch();
}

} // namespace

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
        return pause();
    case JobVerb::Resume:
        return goOn();
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
        return setPriority(argument);
    case JobVerb::SetLimit:
        return setLimit(argument);
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

/// Before the download the server goes on, and so do our questions about it.
void ExportJob::pause()
{
    if (m_job.step() != JobStep::Downloading) {
        m_job.change([this](JobRecord& record) {
            record.paused = true;
            addLogLine(record, m_job.now(), u"the download is held back"_s);
        });
        return;
    }
    m_job.parts().poller.remove(m_job.id());
    m_job.change([](JobRecord& record) {
        record.paused = true;
        record.waiting = WaitReason::Paused;
        record.waitingFor.clear();
        record.nextCheckAt = {};
        record.error.reset();
        record.progress.bytesPerSecond = 0;
        record.progress.streams = 0;
    });
    m_delivery.halt();
}

void ExportJob::goOn()
{
    if (m_job.step() != JobStep::Downloading) {
        m_job.change([](JobRecord& record) { record.paused = false; });
        return;
    }
    m_job.forgetFailures();
    m_job.change([](JobRecord& record) {
        record.paused = false;
        record.waiting = WaitReason::None;
    });
    m_delivery.enter(Reread::No); // while the paused transfer still stops, it goes on by itself
}

void ExportJob::setPriority(const QString& name)
{
    const std::optional<Priority> priority = priorityFromName(name);
    if (!priority || *priority == m_job.record().priority) {
        return;
    }
    m_job.change([this, priority](JobRecord& record) {
        record.priority = *priority;
        addLogLine(record, m_job.now(), u"priority: "_s + priorityName(*priority));
    });
    m_delivery.applyShare();
}

void ExportJob::setLimit(const QString& argument)
{
    const std::optional<qint64> limit = limitFromArgument(argument);
    if (!limit || *limit == m_job.record().bytesPerSecondLimit) {
        return;
    }
    m_job.change([this, limit](JobRecord& record) {
        record.bytesPerSecondLimit = *limit;
        addLogLine(record, m_job.now(),
                   *limit == 0 ? u"no limit of its own"_s : u"its own limit: %1 bytes a second"_s.arg(*limit));
    });
    m_delivery.applyShare();
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
        if (found.phase == ExportStatus::Phase::Working && !isOfAnotherJob(found.id)) {
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

bool ExportJob::isOfAnotherJob(const QString& exportId) const
{
    const QList<JobRecord> records = m_job.parts().book.inOrder();
    return std::any_of(records.begin(), records.end(), [&exportId](const JobRecord& record) {
        return record.serverId.compare(exportId, Qt::CaseInsensitive) == 0;
    });
}

void ExportJob::adopt(const QString& exportId)
{
    if (m_task != nullptr) {
        return;
    }
    const bool known = isOfAnotherJob(exportId);
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
