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
    case JobVerb::RunAgain:
    case JobVerb::ShowFile:
    case JobVerb::DismissFinished:
        return; // not of a running job
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

void ExportJob::pause()
{
    m_job.parts().poller.remove(m_job.id());
    m_job.change([](JobRecord& record) {
        record.paused = true;
        record.waiting = WaitReason::Paused;
        record.waitingFor.clear();
        record.nextCheckAt = {};
        record.error.reset();
        record.progress.bytesPerSecond = 0;
    });
    m_delivery.halt();
}

void ExportJob::goOn()
{
    m_job.forgetFailures();
    m_job.change([](JobRecord& record) {
        record.paused = false;
        record.waiting = WaitReason::None;
    });
    m_delivery.enter(Reread::No); // while the paused transfer still stops, it goes on by itself
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

/// The API has no list of exports, and a POST could start one: nothing harmless can tell what became of ours.
void ExportJob::look()
{
    m_job.note(u"the service has no list of exports, so the program cannot find out by itself; if the portal shows the "
               "export, adopt its id, otherwise forget this job and run it again"_s);
}

void ExportJob::adopt(const QString& exportId)
{
    if (m_task != nullptr) {
        return;
    }
    const QList<JobRecord> records = m_job.parts().book.inOrder();
    const bool known = std::any_of(records.begin(), records.end(), [&exportId](const JobRecord& record) {
        return record.serverId.compare(exportId, Qt::CaseInsensitive) == 0;
    });
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
    if (m_job.step() != ExportStep::Unknown) {
        Q_EMIT moved(); // forgotten meanwhile
        return;
    }
    if (!answer) {
        if (isAboutCredentials(answer.error().code)) {
            m_job.parts().providers.drop(m_job.record().request.connectionId);
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
