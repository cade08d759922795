#include "app/domain/jobrecord.h"

#include "app/domain/jsontime.h"

#include <QJsonArray>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestLog = 200;

QJsonObject errorToJson(const Error& error)
{
    return {{u"code"_s, errorCodeName(error.code)},
            {u"subject"_s, error.subject},
            {u"detail"_s, error.detail},
            {u"httpStatus"_s, error.httpStatus},
            {u"retryable"_s, error.retryable},
            {u"retryAfter"_s, qint64(error.retryAfter.count())}};
}

std::optional<Error> errorFromJson(const QJsonValue& value)
{
    if (!value.isObject()) {
        return std::nullopt;
    }
    return Error{.code = errorCodeFromName(value["code"_L1].toString()),
                 .subject = value["subject"_L1].toString(),
                 .detail = value["detail"_L1].toString(),
                 .httpStatus = value["httpStatus"_L1].toInt(),
                 .retryable = value["retryable"_L1].toBool(),
                 .retryAfter = std::chrono::seconds(value["retryAfter"_L1].toInteger())};
}

QJsonArray timelineToJson(const QList<StepRecord>& timeline)
{
    QJsonArray array;
    for (const StepRecord& record : timeline) {
        array.append(QJsonObject{{u"step"_s, stepName(record.step)},
                                 {u"started"_s, timeToJson(record.startedAt)},
                                 {u"ended"_s, timeToJson(record.endedAt)}});
    }
    return array;
}

QList<StepRecord> timelineFromJson(const QJsonArray& array)
{
    QList<StepRecord> timeline;
    for (const QJsonValue& value : array) {
        if (const std::optional<ExportStep> step = stepFromName(value["step"_L1].toString())) {
            timeline.append({*step, timeFromJson(value["started"_L1]), timeFromJson(value["ended"_L1])});
        }
    }
    return timeline;
}

QJsonArray logToJson(const QList<JobLogLine>& log)
{
    QJsonArray array;
    for (const JobLogLine& line : log.last(std::min(LongestLog, log.size()))) {
        array.append(QJsonObject{{u"at"_s, timeToJson(line.at)}, {u"text"_s, line.text}});
    }
    return array;
}

QList<JobLogLine> logFromJson(const QJsonArray& array)
{
    QList<JobLogLine> log;
    for (const QJsonValue& value : array) {
        log.append({timeFromJson(value["at"_L1]), value["text"_L1].toString()});
    }
    return log;
}

/// Waiting for something outside that a person may have mended.
bool waitsForOutside(WaitReason reason)
{
    return reason == WaitReason::Network || reason == WaitReason::Link || reason == WaitReason::Space
           || reason == WaitReason::Credentials || reason == WaitReason::ServerTime;
}

/// Paused before the download began.
void offerResume(const JobRecord& record, QList<JobVerb>& verbs)
{
    if (record.paused) {
        verbs.append(JobVerb::Resume);
    }
}

QList<JobVerb> verbsOfQueued(const JobRecord& record)
{
    QList<JobVerb> verbs{JobVerb::RemoveFromQueue};
    if (waitsForOutside(record.waiting)) {
        verbs.append(JobVerb::CheckNow);
    }
    offerResume(record, verbs);
    return verbs;
}

QList<JobVerb> verbsOfServerWork(const JobRecord& record)
{
    QList<JobVerb> verbs{JobVerb::StopWatching, JobVerb::CheckNow};
    offerResume(record, verbs);
    return verbs;
}

QList<JobVerb> verbsOfTransfer(const JobRecord& record)
{
    QList<JobVerb> verbs{record.paused ? JobVerb::Resume : JobVerb::Pause};
    if (!record.paused && waitsForOutside(record.waiting)) {
        verbs.append(JobVerb::CheckNow);
    }
    verbs.append(JobVerb::CancelTransfer);
    return verbs;
}

void readServerSide(const QJsonObject& json, JobRecord& record)
{
    record.serverId = json["serverId"_L1].toString();
    record.serverStatus = json["serverStatus"_L1].toString();
    record.serverFileName = json["serverFileName"_L1].toString();
    record.lastCheckedAt = timeFromJson(json["lastCheckedAt"_L1]);
    record.nextCheckAt = timeFromJson(json["nextCheckAt"_L1]);
    record.checks = json["checks"_L1].toInt();
    record.linkExpiresAt = timeFromJson(json["linkExpiresAt"_L1]);
    record.linkRenewals = json["linkRenewals"_L1].toInt();
    record.retries = json["retries"_L1].toInt();
    record.etag = json["etag"_L1].toString();
}

} // namespace

QList<JobVerb> verbsFor(const JobRecord& record)
{
    switch (record.step) {
    case ExportStep::Queued:
        return verbsOfQueued(record);
    case ExportStep::Asking:
    case ExportStep::Filing:
        return {};
    case ExportStep::Unknown:
        return {JobVerb::Look, JobVerb::Adopt, JobVerb::Forget};
    case ExportStep::ServerWorking:
        return verbsOfServerWork(record);
    case ExportStep::Downloading:
        return verbsOfTransfer(record);
    case ExportStep::Verifying:
        return {JobVerb::CancelTransfer};
    case ExportStep::StoppedWatching:
        return {JobVerb::WatchAgain, JobVerb::RunAgain, JobVerb::Forget};
    case ExportStep::Done:
        return {JobVerb::ShowFile, JobVerb::RunAgain, JobVerb::DismissFinished};
    case ExportStep::Failed:
        return {JobVerb::Retry, JobVerb::RunAgain, JobVerb::DismissFinished};
    case ExportStep::Cancelled:
        return serverCanDeliver(record) ? QList{JobVerb::Retry, JobVerb::RunAgain, JobVerb::DismissFinished}
                                        : QList{JobVerb::RunAgain, JobVerb::DismissFinished};
    case ExportStep::Ready:
    case ExportStep::Forgotten:
        break;
    }
    return {JobVerb::RunAgain, JobVerb::DismissFinished};
}

bool hasTransferAhead(const JobRecord& record)
{
    switch (record.step) {
    case ExportStep::Queued:
    case ExportStep::Asking:
    case ExportStep::ServerWorking:
    case ExportStep::Downloading:
        return record.request.download;
    default:
        return false;
    }
}

bool allows(const JobRecord& record, JobVerb verb)
{
    switch (verb) {
    case JobVerb::SetPriority:
    case JobVerb::SetLimit:
        return hasTransferAhead(record);
    case JobVerb::Pause:
        return hasTransferAhead(record) && !record.paused;
    case JobVerb::Resume:
        return hasTransferAhead(record) && record.paused;
    default:
        return verbsFor(record).contains(verb);
    }
}

std::optional<qint64> limitFromArgument(const QString& argument)
{
    bool isNumber = false;
    const qint64 limit = argument.toLongLong(&isNumber);
    return isNumber && limit >= 0 ? std::optional(limit) : std::nullopt;
}

bool serverCanDeliver(const JobRecord& record)
{
    if (record.serverId.isEmpty() || !record.error) {
        return !record.serverId.isEmpty();
    }
    const Error::Code code = record.error->code;
    return code != Error::Code::ServerJobFailed && code != Error::Code::RetentionEnded && code != Error::Code::NotFound;
}

QJsonObject toJson(const JobRecord& record)
{
    QJsonObject json{{u"id"_s, record.id},
                     {u"sequence"_s, record.sequence},
                     {u"request"_s, toJson(record.request)},
                     {u"connection"_s, record.connectionName},
                     {u"tier"_s, tierName(record.tier)},
                     {u"step"_s, stepName(record.step)},
                     {u"waiting"_s, waitReasonName(record.waiting)},
                     {u"waitingFor"_s, record.waitingFor},
                     {u"paused"_s, record.paused},
                     {u"priority"_s, priorityName(record.priority)},
                     {u"bytesPerSecondLimit"_s, record.bytesPerSecondLimit},
                     {u"serverId"_s, record.serverId},
                     {u"serverStatus"_s, record.serverStatus},
                     {u"serverFileName"_s, record.serverFileName},
                     {u"createdAt"_s, timeToJson(record.createdAt)},
                     {u"finishedAt"_s, timeToJson(record.finishedAt)},
                     {u"lastCheckedAt"_s, timeToJson(record.lastCheckedAt)},
                     {u"nextCheckAt"_s, timeToJson(record.nextCheckAt)},
                     {u"checks"_s, record.checks},
                     {u"linkExpiresAt"_s, timeToJson(record.linkExpiresAt)},
                     {u"linkRenewals"_s, record.linkRenewals},
                     {u"retries"_s, record.retries},
                     {u"etag"_s, record.etag},
                     {u"timeline"_s, timelineToJson(record.timeline)},
                     {u"log"_s, logToJson(record.log)},
                     {u"partPath"_s, record.partPath},
                     {u"targetPath"_s, record.targetPath},
                     {u"path"_s, record.path},
                     {u"size"_s, record.size},
                     {u"sha256"_s, record.sha256},
                     {u"libraryId"_s, record.libraryId}};
    if (record.error) {
        json.insert(u"error"_s, errorToJson(*record.error));
    }
    return json;
}

std::optional<JobRecord> jobRecordFromJson(const QJsonObject& json)
{
    const std::optional<ExportRequest> request = exportRequestFromJson(json["request"_L1].toObject());
    JobRecord record;
    record.id = json["id"_L1].toString();
    if (record.id.isEmpty() || !request) {
        return std::nullopt;
    }
    record.sequence = json["sequence"_L1].toInteger();
    record.request = *request;
    record.connectionName = json["connection"_L1].toString();
    record.tier = tierFromName(json["tier"_L1].toString()).value_or(guessTier(request->environment));
    record.step = stepFromName(json["step"_L1].toString()).value_or(ExportStep::Unknown);
    record.waiting = waitReasonFromName(json["waiting"_L1].toString());
    record.waitingFor = json["waitingFor"_L1].toString();
    record.paused = json["paused"_L1].toBool();
    record.priority = priorityFromName(json["priority"_L1].toString()).value_or(Priority::Usual);
    record.bytesPerSecondLimit = std::max(Q_INT64_C(0), json["bytesPerSecondLimit"_L1].toInteger());
    record.createdAt = timeFromJson(json["createdAt"_L1]);
    record.finishedAt = timeFromJson(json["finishedAt"_L1]);
    readServerSide(json, record);
    record.timeline = timelineFromJson(json["timeline"_L1].toArray());
    record.log = logFromJson(json["log"_L1].toArray());
    record.error = errorFromJson(json["error"_L1]);
    record.partPath = json["partPath"_L1].toString();
    record.targetPath = json["targetPath"_L1].toString();
    record.path = json["path"_L1].toString();
    record.size = json["size"_L1].toInteger(-1);
    record.sha256 = json["sha256"_L1].toString();
    record.libraryId = json["libraryId"_L1].toString();
    return record;
}

} // namespace longshore
