#include "app/jobs/jobhandle.h"

#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"
#include "app/settings/connections.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The end of a server's work is known no better than to this, apart from the poll pace.
constexpr auto Slack = 5s;

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
    const bool putOff = step == JobStep::Queued || step == JobStep::Uploading || step == JobStep::Starting;
    if (record.step == JobStep::Asking && putOff) {
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

/// Where its files go.
QString folderOf(const JobRecord& record)
{
    if (record.step == JobStep::Preparing && record.prepared) {
        return QFileInfo(record.prepared->path).absolutePath();
    }
    return record.import ? record.import->backupFolder : record.request.folder;
}

double randomJitter()
{
    return QRandomGenerator::global()->generateDouble() * 2 - 1;
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

bool looksLikeAnId(const QString& text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_-]{1,64}$"_s);
    return form.match(text).hasMatch();
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
    return moveTo(next(before.step, event, before.request.download, !before.serverId.isEmpty()), edit, along,
                  std::move(saved));
}

bool JobHandle::move(ImportEvent event, const JobBook::Edit& edit, const JobBook::Along& along, JobBook::Saved saved)
{
    const JobRecord before = record();
    return before.import && moveTo(next(before.step, event, courseOf(before)), edit, along, std::move(saved));
}

bool JobHandle::moveTo(std::optional<JobStep> to, const JobBook::Edit& edit, const JobBook::Along& along,
                       JobBook::Saved saved)
{
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

Task* JobHandle::openProvider(const WithProvider& then)
{
    const QString connectionId = record().connectionId();
    if (const std::shared_ptr<Provider> kept = m_parts.providers.kept(connectionId)) {
        then(kept);
        return nullptr;
    }
    auto* made = m_parts.providers.make(connectionId, this);
    connect(made, &Task::finished, this, [this, made, then, connectionId] {
        if (made->result()) {
            m_parts.providers.keep(connectionId, *made->result());
        }
        then(made->result());
    });
    made->start();
    return made;
}

QDateTime JobHandle::stepBegan() const
{
    const JobRecord now = record();
    return now.timeline.isEmpty() ? now.createdAt : now.timeline.last().startedAt;
}

void JobHandle::planPoll()
{
    if (!canReachService()) {
        waitFor(WaitReason::Network);
        return;
    }
    const std::chrono::milliseconds age{stepBegan().msecsTo(now())};
    const std::chrono::milliseconds delay = pollDelay(pace(), age, randomJitter());
    m_parts.poller.schedule(m_id, delay);
    change([this, delay](JobRecord& record) { record.nextCheckAt = now().addMSecs(delay.count()); });
}

std::optional<std::chrono::seconds> JobHandle::watchedStep(const QDateTime& seenBefore) const
{
    const QDateTime begin = stepBegan();
    const std::chrono::milliseconds took{begin.msecsTo(now())};
    const std::chrono::milliseconds unseen{(seenBefore.isValid() ? seenBefore : begin).msecsTo(now())};
    if (unseen > 2 * pollDelay(pace(), took, 1) + Slack) {
        return std::nullopt;
    }
    return std::chrono::round<std::chrono::seconds>(took);
}

bool JobHandle::isOfAnotherJob(const QString& serverId) const
{
    const QList<JobRecord> records = m_parts.book.inOrder();
    return std::any_of(records.begin(), records.end(), [this, &serverId](const JobRecord& record) {
        return record.id != m_id && record.serverId.compare(serverId, Qt::CaseInsensitive) == 0;
    });
}

bool JobHandle::setPriority(const QString& name)
{
    const std::optional<Priority> priority = priorityFromName(name);
    if (!priority || *priority == record().priority) {
        return false;
    }
    change([this, priority](JobRecord& record) {
        record.priority = *priority;
        addLogLine(record, now(), u"priority: "_s + priorityName(*priority));
    });
    return true;
}

bool JobHandle::setLimit(const QString& argument)
{
    const std::optional<qint64> limit = limitFromArgument(argument);
    if (!limit || *limit == record().bytesPerSecondLimit) {
        return false;
    }
    change([this, limit](JobRecord& record) {
        record.bytesPerSecondLimit = *limit;
        addLogLine(record, now(),
                   *limit == 0 ? u"no limit of its own"_s : u"its own limit: %1 bytes a second"_s.arg(*limit));
    });
    return true;
}

bool JobHandle::pause()
{
    if (!isTransfer(step())) {
        change([this](JobRecord& record) {
            record.paused = true;
            addLogLine(record, now(), record.import ? u"the upload is held back"_s : u"the download is held back"_s);
        });
        return false;
    }
    m_parts.poller.remove(m_id);
    change([](JobRecord& record) {
        record.paused = true;
        record.waiting = WaitReason::Paused;
        record.waitingFor.clear();
        record.nextCheckAt = {};
        record.error.reset();
        record.progress.bytesPerSecond = 0;
        record.progress.streams = 0;
    });
    return true;
}

bool JobHandle::resume()
{
    if (!isTransfer(step())) {
        change([](JobRecord& record) { record.paused = false; });
        return false;
    }
    forgetFailures();
    change([](JobRecord& record) {
        record.paused = false;
        record.waiting = WaitReason::None;
    });
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
                            : reason == WaitReason::Space     ? folderOf(record)
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
