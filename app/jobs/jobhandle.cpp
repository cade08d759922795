#include "app/jobs/jobhandle.h"

#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"
#include "app/settings/connections.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// A step that was tried and put off leaves no trace in the timeline: only the wait before it grows.
void takeBackLastStep(JobRecord& record)
{
    if (record.timeline.size() >= 2) {
        record.timeline.removeLast();
        record.timeline.last().endedAt = {};
    }
}

void enterStep(JobRecord& record, JobStep step, const QDateTime& now)
{
    if (record.step == JobStep::Asking && step == JobStep::Queued) {
        takeBackLastStep(record);
    } else if (record.step != step || record.timeline.isEmpty()) {
        if (!record.timeline.isEmpty()) {
            record.timeline.last().endedAt = now;
        }
        record.timeline.append({step, now, isFinal(step) ? now : QDateTime()});
    }
    record.step = step;
    record.finishedAt = isFinal(step) ? now : QDateTime();
}

bool isSame(const std::optional<Error>& before, const Error& now)
{
    return before && before->code == now.code && before->httpStatus == now.httpStatus;
}

} // namespace

QString describe(const Error& error)
{
    QString text = errorCodeName(error.code);
    if (error.httpStatus != 0) {
        text += u" (HTTP "_s + QString::number(error.httpStatus) + u')';
    }
    if (!error.subject.isEmpty()) {
        text += u", "_s + error.subject;
    }
    return error.detail.isEmpty() ? text : QString(text + u": "_s + error.detail);
}

JobRecord JobHandle::record() const
{
    const JobRecord* record = m_parts.book.find(m_id);
    return record == nullptr ? JobRecord{} : *record;
}

std::optional<Connection> JobHandle::connection() const
{
    return m_parts.context.connections.find(record().connectionId());
}

PollPace JobHandle::pace() const
{
    const std::optional<Connection> found = connection();
    return found ? found->pollPace() : PollPace{};
}

bool JobHandle::canReachService() const
{
    const std::optional<Connection> found = connection();
    return m_parts.online || (found && found->isPractice());
}

bool JobHandle::move(ExportEvent event, const JobBook::Edit& edit, const JobBook::Along& along, JobBook::Saved saved)
{
    const JobRecord before = record();
    const std::optional<JobStep> to = next(before.step, event, before.request.download, !before.serverId.isEmpty());
    if (!to) {
        return false;
    }
    m_parts.poller.remove(m_id);
    m_parts.book.change(
        m_id,
        [&](JobRecord& record) {
            enterStep(record, *to, now());
            record.waiting = WaitReason::None;
            record.waitingFor.clear();
            record.nextCheckAt = {};
            record.error.reset();
            if (edit) {
                edit(record);
            }
        },
        along, std::move(saved));
    Q_EMIT moved();
    return true;
}

int JobHandle::countFailure(Error::Code code)
{
    ++m_failures;
    m_sameFailures = std::exchange(m_lastFailure, code) == code ? m_sameFailures + 1 : 1;
    return m_sameFailures;
}

void JobHandle::waitFor(WaitReason reason, const Error& error)
{
    const std::chrono::milliseconds delay = retryDelay(pace(), reason, error, m_failures);
    m_parts.poller.schedule(m_id, delay);
    change([&](JobRecord& record) {
        if (!isSame(record.error, error) || record.waiting != reason) {
            addLogLine(record, now(), describe(error));
        }
        record.waiting = reason;
        record.waitingFor = reason == WaitReason::Credentials ? record.connectionId()
                            : reason == WaitReason::Space     ? record.request.folder
                                                              : QString();
        record.error = error;
        record.nextCheckAt = now().addMSecs(delay.count());
    });
    if (reason == WaitReason::Credentials) {
        m_parts.providers.drop(record().connectionId());
        Q_EMIT credentialsNeeded(error);
    }
}

void JobHandle::waitFor(WaitReason reason, const QString& waitingFor)
{
    m_parts.poller.remove(m_id);
    const JobRecord before = record();
    if (before.waiting == reason && before.waitingFor == waitingFor && !before.nextCheckAt.isValid()) {
        return;
    }
    change([&](JobRecord& record) {
        record.waiting = reason;
        record.waitingFor = waitingFor;
        record.nextCheckAt = {};
    });
}

} // namespace longshore
