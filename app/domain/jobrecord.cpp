#include "app/domain/jobrecord.h"

#include "app/domain/jsontexts.h"
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
        if (const std::optional<JobStep> step = stepFromName(value["step"_L1].toString())) {
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

bool readRequest(const QJsonObject& json, JobRecord& record)
{
    if (json.contains("import"_L1)) {
        record.import = importRequestFromJson(json["import"_L1].toObject());
        return record.import.has_value();
    }
    const std::optional<ExportRequest> request = exportRequestFromJson(json["request"_L1].toObject());
    record.request = request.value_or(ExportRequest{});
    return request.has_value();
}

QJsonArray partsToJson(const QList<UploadedPart>& parts)
{
    QJsonArray array;
    for (const UploadedPart& part : parts) {
        array.append(QJsonObject{{u"number"_s, part.number}, {u"etag"_s, part.etag}});
    }
    return array;
}

QList<UploadedPart> partsFromJson(const QJsonArray& array)
{
    QList<UploadedPart> parts;
    for (const QJsonValue& value : array) {
        parts.append({value["number"_L1].toInt(), value["etag"_L1].toString()});
    }
    return parts;
}

QJsonObject preparedToJson(const PreparedFile& file)
{
    return {{u"format"_s, dumpFormatName(file.format)},
            {u"path"_s, file.path},
            {u"size"_s, file.size},
            {u"sha256"_s, file.sha256}};
}

std::optional<PreparedFile> preparedFromJson(const QJsonObject& json)
{
    const std::optional<DumpFormat> format = dumpFormatFromName(json["format"_L1].toString());
    if (!format || json["path"_L1].toString().isEmpty()) {
        return std::nullopt;
    }
    return PreparedFile{*format, json["path"_L1].toString(), json["size"_L1].toInteger(-1),
                        json["sha256"_L1].toString()};
}

void readImport(const QJsonObject& json, JobRecord& record)
{
    record.serverPercent = json["serverPercent"_L1].toInt(-1);
    record.serverWarnings = textsFromJson(json["serverWarnings"_L1]);
    record.serverErrors = textsFromJson(json["serverErrors"_L1]);
    record.packageName = json["packageName"_L1].toString();
    record.uploaded = json["uploaded"_L1].toBool();
    record.uploadSession = json["uploadSession"_L1].toString();
    record.uploadedParts = partsFromJson(json["uploadedParts"_L1].toArray());
    record.prepared = preparedFromJson(json["prepared"_L1].toObject());
    record.mayHaveRun = json["mayHaveRun"_L1].toBool();
    record.fetchJob = json["fetchJob"_L1].toString();
    record.backupJob = json["backupJob"_L1].toString();
    record.backupLibraryId = json["backupLibraryId"_L1].toString();
    record.backupServerId = json["backupServerId"_L1].toString();
    record.backupFor = json["backupFor"_L1].toString();
    record.fetchFor = json["fetchFor"_L1].toString();
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

ImportCourse courseOf(const JobRecord& record)
{
    return {.way = record.import->way,
            .backup = record.import->backup,
            .fetches = record.import->source.has_value(),
            .prepares = record.prepared.has_value()};
}

bool wasAccepted(const JobRecord& record)
{
    return !record.serverId.isEmpty() || record.mayHaveRun;
}

QJsonObject toJson(const JobRecord& record)
{
    QJsonObject json{{u"id"_s, record.id},
                     {u"sequence"_s, record.sequence},
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
                     {u"libraryId"_s, record.libraryId},
                     {u"serverPercent"_s, record.serverPercent},
                     {u"serverWarnings"_s, QJsonArray::fromStringList(record.serverWarnings)},
                     {u"serverErrors"_s, QJsonArray::fromStringList(record.serverErrors)},
                     {u"packageName"_s, record.packageName},
                     {u"uploaded"_s, record.uploaded},
                     {u"uploadSession"_s, record.uploadSession},
                     {u"uploadedParts"_s, partsToJson(record.uploadedParts)},
                     {u"mayHaveRun"_s, record.mayHaveRun},
                     {u"fetchJob"_s, record.fetchJob},
                     {u"backupJob"_s, record.backupJob},
                     {u"backupLibraryId"_s, record.backupLibraryId},
                     {u"backupServerId"_s, record.backupServerId},
                     {u"backupFor"_s, record.backupFor},
                     {u"fetchFor"_s, record.fetchFor}};
    if (record.import) {
        json.insert(u"import"_s, toJson(*record.import));
    } else {
        json.insert(u"request"_s, toJson(record.request));
    }
    if (record.prepared) {
        json.insert(u"prepared"_s, preparedToJson(*record.prepared));
    }
    if (record.error) {
        json.insert(u"error"_s, errorToJson(*record.error));
    }
    return json;
}

std::optional<JobRecord> jobRecordFromJson(const QJsonObject& json)
{
    JobRecord record;
    record.id = json["id"_L1].toString();
    if (record.id.isEmpty() || !readRequest(json, record)) {
        return std::nullopt;
    }
    record.sequence = json["sequence"_L1].toInteger();
    record.connectionName = json["connection"_L1].toString();
    record.tier = tierFromName(json["tier"_L1].toString()).value_or(guessTier(record.environment()));
    record.step = stepFromName(json["step"_L1].toString()).value_or(JobStep::Unknown);
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
    readImport(json, record);
    return record;
}

} // namespace longshore
