#include "app/cli/jobtext.h"

#include "app/cli/format.h"

#include <QDir>
#include <QJsonArray>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

QString isoTime(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

void insertText(QJsonObject& object, const QString& key, const QString& text)
{
    if (!text.isEmpty()) {
        object.insert(key, text);
    }
}

QJsonObject errorJson(const Error& error)
{
    QJsonObject object{{u"code"_s, errorCodeName(error.code)}};
    insertText(object, u"subject"_s, error.subject);
    insertText(object, u"detail"_s, error.detail);
    if (error.httpStatus != 0) {
        object.insert(u"httpStatus"_s, error.httpStatus);
    }
    return object;
}

QString stepText(JobStep step)
{
    switch (step) {
    case JobStep::Queued:
        return u"queued"_s;
    case JobStep::Fetching:
        return u"exporting the source"_s;
    case JobStep::Checking:
        return u"checking the file"_s;
    case JobStep::BackingUp:
        return u"backing up the target"_s;
    case JobStep::Preparing:
        return u"preparing the file"_s;
    case JobStep::Uploading:
        return u"uploading"_s;
    case JobStep::Starting:
        return u"about to ask the service"_s;
    case JobStep::AwaitingVerification:
        return u"the service waits for you"_s;
    case JobStep::Completing:
        return u"completing"_s;
    case JobStep::Resetting:
        return u"resetting"_s;
    case JobStep::WasReset:
        return u"reset"_s;
    case JobStep::Asking:
        return u"asking the service"_s;
    case JobStep::Unknown:
        return u"outcome unknown"_s;
    case JobStep::ServerWorking:
        return u"the service works"_s;
    case JobStep::Ready:
        return u"ready at the service"_s;
    case JobStep::Downloading:
        return u"downloading"_s;
    case JobStep::Verifying:
        return u"verifying"_s;
    case JobStep::Filing:
        return u"filing"_s;
    case JobStep::StoppedWatching:
        return u"not watched"_s;
    default:
        return stepName(step);
    }
}

QString waitText(const JobRecord& record)
{
    switch (record.waiting) {
    case WaitReason::None:
        return {};
    case WaitReason::Slot:
        if (record.import && record.waitingFor.isEmpty()) {
            return u"the target is busy with another deployment"_s;
        }
        return record.waitingFor.isEmpty() ? u"waits for another export of this project"_s
                                           : QString(u"waits for job "_s + shortId(record.waitingFor));
    case WaitReason::Network:
        return u"waits for the network"_s;
    case WaitReason::Link:
        return u"waits for a fresh link"_s;
    case WaitReason::Space:
        return u"waits for room in "_s + record.waitingFor;
    case WaitReason::Credentials:
        return u"waits for its secret"_s;
    case WaitReason::ServerTime:
        return u"the service asks to wait"_s;
    case WaitReason::Paused:
        return u"paused"_s;
    case WaitReason::Backup:
        return u"waits for the backup, job "_s + shortId(record.waitingFor);
    case WaitReason::Source:
        return u"waits for the export of the source, job "_s + shortId(record.waitingFor);
    }
    return {};
}

QString percentText(const Progress& progress)
{
    return progress.total && *progress.total > 0
               ? u"%1 % of %2"_s.arg(100 * progress.done / *progress.total).arg(formatSize(*progress.total))
               : formatSize(progress.done);
}

QString paceText(const Progress& progress)
{
    QString text;
    if (progress.bytesPerSecond > 0) {
        text += u", %1/s"_s.arg(formatSize(static_cast<qint64>(progress.bytesPerSecond)));
    }
    if (progress.total && progress.bytesPerSecond > 0) {
        const double left = static_cast<double>(*progress.total - progress.done) / progress.bytesPerSecond;
        text += u", %1 left"_s.arg(formatDuration(std::chrono::seconds(static_cast<qint64>(left))));
    }
    return text;
}

QString counted(int number, const QString& one, const QString& more)
{
    return QString::number(number) + u' ' + (number == 1 ? one : more);
}

/// The lines about a transfer that runs, or what is set for one.
QStringList transferDetails(const JobRecord& record)
{
    const Progress& progress = record.progress;
    QStringList lines;
    if (countsBytes(record.step) && (progress.done > 0 || progress.total)) {
        QString line = u"so far:    "_s + percentText(progress) + paceText(progress);
        if (progress.streams > 0) {
            line += u", "_s + counted(progress.streams, u"part"_s, u"parts at once"_s);
        }
        lines.append(line);
    }
    if (record.paused && !isTransfer(record.step) && hasTransferAhead(record)) {
        lines.append(u"held:      the transfer waits for: longshorectl jobs resume "_s + shortId(record.id));
    }
    if (record.retries > 0) {
        lines.append(u"retries:   "_s + QString::number(record.retries));
    }
    if (record.linkExpiresAt.isValid() && !isFinal(record.step)) {
        const QString renewed = record.linkRenewals > 0
                                    ? QString(u"; renewed "_s + counted(record.linkRenewals, u"time"_s, u"times"_s))
                                    : QString();
        lines.append(u"link:      valid until "_s + formatTime(record.linkExpiresAt) + u", renews by itself"_s
                     + renewed);
    }
    if (hasTransferAhead(record) && record.priority != Priority::Usual) {
        lines.append(u"priority:  "_s + priorityName(record.priority));
    }
    if (hasTransferAhead(record) && record.bytesPerSecondLimit > 0) {
        const double megabytes = static_cast<double>(record.bytesPerSecondLimit) / 1e6;
        lines.append(u"limit:     %1 MB/s"_s.arg(megabytes));
    }
    return lines;
}

QJsonObject progressJson(const Progress& progress)
{
    QJsonObject object{{u"done"_s, progress.done},
                       {u"bytesPerSecond"_s, static_cast<qint64>(progress.bytesPerSecond)},
                       {u"streams"_s, progress.streams}};
    if (progress.total) {
        object.insert(u"total"_s, *progress.total);
    }
    return object;
}

void insertImport(QJsonObject& object, const JobRecord& record)
{
    object.insert(u"file"_s, record.import->file.path);
    object.insert(u"packageName"_s, record.packageName);
    object.insert(u"way"_s, importWayName(record.import->way));
    object.insert(u"uploaded"_s, record.uploaded);
    object.insert(u"backup"_s, record.import->backup == ImportRequest::Backup::First);
    insertText(object, u"backupJob"_s, record.backupJob);
    insertText(object, u"undoFile"_s, record.backupLibraryId);
    insertText(object, u"undoes"_s, record.import->undoes);
    object.insert(u"way"_s, importWayName(record.import->way));
    insertText(object, u"fetchJob"_s, record.fetchJob);
    if (const auto& source = record.import->source) {
        object.insert(u"sourceEnvironment"_s, source->environment);
    }
    if (record.serverPercent >= 0) {
        object.insert(u"serverPercent"_s, record.serverPercent);
    }
    if (!record.serverWarnings.isEmpty()) {
        object.insert(u"serverWarnings"_s, QJsonArray::fromStringList(record.serverWarnings));
    }
    if (!record.serverErrors.isEmpty()) {
        object.insert(u"serverErrors"_s, QJsonArray::fromStringList(record.serverErrors));
    }
}

QStringList importDetails(const JobRecord& record)
{
    QStringList lines{u"file:      "_s + QDir::toNativeSeparators(record.import->file.path),
                      u"sent as:   "_s + record.packageName};
    if (record.import->backup == ImportRequest::Backup::None) {
        lines.append(u"backup:    none"_s);
    } else if (!record.backupJob.isEmpty()) {
        lines.append(u"backup:    job %1%2"_s.arg(shortId(record.backupJob),
                                                  record.backupLibraryId.isEmpty() ? QString() : u", verified"_s));
    }
    if (!record.import->undoes.isEmpty()) {
        lines.append(u"undoes:    job "_s + shortId(record.import->undoes));
    }
    for (const QString& warning : record.serverWarnings) {
        lines.append(u"warning:   "_s + warning);
    }
    for (const QString& error : record.serverErrors) {
        lines.append(u"error:     "_s + error);
    }
    return lines;
}

} // namespace

QJsonObject jobJson(const JobRecord& record)
{
    QJsonObject object{{u"type"_s, u"job"_s},
                       {u"id"_s, record.id},
                       {u"state"_s, stepName(record.step)},
                       {u"connection"_s, record.connectionName},
                       {u"environment"_s, record.environment()},
                       {u"tier"_s, tierName(record.tier)},
                       {u"database"_s, databaseApiName(record.database())},
                       {u"kind"_s, record.import ? u"import"_s : u"export"_s},
                       {u"createdAt"_s, isoTime(record.createdAt)}};
    if (record.import) {
        insertImport(object, record);
    } else {
        object.insert(u"keepHours"_s, static_cast<qint64>(record.request.retention.count()));
        object.insert(u"download"_s, record.request.download);
        insertText(object, u"backupFor"_s, record.backupFor);
        insertText(object, u"fetchFor"_s, record.fetchFor);
    }
    if (record.waiting != WaitReason::None) {
        object.insert(u"waiting"_s, waitReasonName(record.waiting));
        insertText(object, u"waitingFor"_s, record.waitingFor);
    }
    if (record.paused) {
        object.insert(u"paused"_s, true);
    }
    if (record.priority != Priority::Usual) {
        object.insert(u"priority"_s, priorityName(record.priority));
    }
    if (record.bytesPerSecondLimit > 0) {
        object.insert(u"bytesPerSecondLimit"_s, record.bytesPerSecondLimit);
    }
    insertText(object, u"finishedAt"_s, record.finishedAt.isValid() ? isoTime(record.finishedAt) : QString());
    insertText(object, u"serverId"_s, record.serverId);
    insertText(object, u"serverStatus"_s, record.serverStatus);
    insertText(object, u"serverFileName"_s, record.serverFileName);
    insertText(object, u"path"_s, record.path);
    insertText(object, u"sha256"_s, record.sha256);
    if (record.size >= 0) {
        object.insert(u"size"_s, record.size);
    }
    if (record.error) {
        object.insert(u"error"_s, errorJson(*record.error));
    }
    return object;
}

QJsonObject jobDetailsJson(const JobRecord& record)
{
    QJsonObject object = jobJson(record);
    QJsonArray timeline;
    for (const StepRecord& step : record.timeline) {
        QJsonObject line{{u"state"_s, stepName(step.step)}, {u"startedAt"_s, isoTime(step.startedAt)}};
        insertText(line, u"endedAt"_s, step.endedAt.isValid() ? isoTime(step.endedAt) : QString());
        timeline.append(line);
    }
    QJsonArray log;
    for (const JobLogLine& line : record.log) {
        log.append(QJsonObject{{u"at"_s, isoTime(line.at)}, {u"text"_s, line.text}});
    }
    object.insert(u"timeline"_s, timeline);
    object.insert(u"log"_s, log);
    object.insert(u"checks"_s, record.checks);
    object.insert(u"retries"_s, record.retries);
    object.insert(u"linkRenewals"_s, record.linkRenewals);
    insertText(object, u"linkExpiresAt"_s, record.linkExpiresAt.isValid() ? isoTime(record.linkExpiresAt) : QString());
    if (countsBytes(record.step)) {
        object.insert(u"progress"_s, progressJson(record.progress));
    }
    return object;
}

QString shortId(const QString& id)
{
    return id.left(8);
}

QString jobTitle(const JobRecord& record)
{
    const QString place =
        u"%1 %2 %3"_s.arg(record.connectionName, record.environment(), databaseApiName(record.database()));
    return record.import ? QString(u"import into "_s + place) : place;
}

QString stateText(const JobRecord& record)
{
    const QString wait = waitText(record);
    if (record.import && record.step == JobStep::ServerWorking && record.serverPercent >= 0 && wait.isEmpty()) {
        return u"%1, %2 %"_s.arg(stepText(record.step), QString::number(record.serverPercent));
    }
    return wait.isEmpty() || isFinal(record.step) ? stepText(record.step)
                                                  : QString(stepText(record.step) + u", "_s + wait);
}

QString progressText(const JobRecord& record)
{
    return jobTitle(record) + u": "_s + percentText(record.progress) + paceText(record.progress);
}

QStringList jobDetails(const JobRecord& record)
{
    QStringList lines{u"job:       "_s + record.id, u"what:      "_s + jobTitle(record),
                      u"tier:      "_s + tierName(record.tier), u"state:     "_s + stateText(record)};
    if (!record.import) {
        lines.append(u"kept for:  %1 h"_s.arg(record.request.retention.count()));
    }
    lines.append(u"asked:     "_s + formatTime(record.createdAt));
    if (record.import) {
        lines += importDetails(record);
    }
    if (!record.serverId.isEmpty()) {
        lines.append(
            u"%1 id: %2 (%3)"_s.arg(record.import ? u"server"_s : u"export"_s, record.serverId, record.serverStatus));
    }
    lines += transferDetails(record);
    if (!record.path.isEmpty()) {
        lines.append(u"file:      "_s + QDir::toNativeSeparators(record.path));
        lines.append(u"size:      %1 (%2 bytes)"_s.arg(formatSize(record.size)).arg(record.size));
        lines.append(u"SHA-256:   "_s + record.sha256);
    }
    lines.append(u"steps:"_s);
    for (const StepRecord& step : record.timeline) {
        const QString took = step.endedAt.isValid()
                                 ? formatDuration(std::chrono::seconds(step.startedAt.secsTo(step.endedAt)))
                                 : u"now"_s;
        lines.append(u"  %1  %2  %3"_s.arg(formatTime(step.startedAt), stepText(step.step).leftJustified(22), took));
    }
    if (!record.log.isEmpty()) {
        lines.append(u"log:"_s);
    }
    for (const JobLogLine& line : record.log) {
        lines.append(u"  %1  %2"_s.arg(isoTime(line.at), line.text));
    }
    return lines;
}

} // namespace longshore::cli
