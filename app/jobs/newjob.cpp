#include "app/jobs/newjob.h"

#include "app/domain/copyplan.h"
#include "app/domain/importchoice.h"
#include "app/domain/packagename.h"
#include "app/settings/connections.h"

#include <QDir>
#include <QUuid>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// `environment`: of the request in the record; it gets its canonical spelling, which is what the API is told.
void describePlace(JobRecord& record, QString& environment, const Connections& connections)
{
    record.tier = guessTier(environment);
    const std::optional<Connection> connection = connections.find(record.connectionId());
    if (!connection) {
        return;
    }
    record.connectionName = connection->name;
    if (const std::optional<Environment> known = connection->environment(environment)) {
        record.tier = known->tier;
        environment = known->name;
    }
}

QString invalidPackage(const ImportRequest& request, const QSet<QString>& used)
{
    const bool wrong = packageNameFault(request.packageName, request.database, used) != PackageNameFault::None;
    return wrong ? u"packageName"_s : QString();
}

QString invalidDump(const ImportRequest& request, const Connection& connection)
{
    if (!invalidField(request.options).isEmpty()
        || !takesOptions(connection, request.environment, request.options, request.way)) {
        return u"options"_s;
    }
    const qint64 plain = request.file.facts.uncompressedBytes;
    const bool tooLarge = plain > 0 && !quickImportTakes(connection, request.environment, plain);
    return request.way == ImportWay::Quick && tooLarge ? u"way"_s : QString();
}

JobRecord emptyJob(const QDateTime& now)
{
    JobRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.createdAt = now;
    record.timeline = {{JobStep::Queued, now, {}}};
    return record;
}

} // namespace

JobRecord newJob(const ExportRequest& request, const Connections& connections, const QDateTime& now)
{
    JobRecord record = emptyJob(now);
    record.request = request;
    describePlace(record, record.request.environment, connections);
    return record;
}

JobRecord newJob(const ImportRequest& request, const Connections& connections, const QDateTime& now)
{
    JobRecord record = emptyJob(now);
    record.import = request;
    record.packageName = request.packageName;
    record.size = request.file.size;
    record.sha256 = request.file.sha256;
    describePlace(record, record.import->environment, connections);
    return record;
}

std::optional<Error> refusalOf(const ImportRequest& request, const Connections& connections)
{
    const std::optional<Connection> target = connections.find(request.connectionId);
    if (!target) {
        return Error{.code = Error::Code::BadInput, .subject = u"connection"_s};
    }
    const QString phrase = targetPhrase(target->name, request.environment);
    if (const ImportBar bar = importBar(*target, request.environment, request.way); bar != ImportBar::None) {
        return Error{.code = Error::Code::GuardRefused, .subject = phrase, .detail = importBarName(bar)};
    }
    if (!request.source) {
        return std::nullopt;
    }
    const CopySource& source = *request.source;
    const std::optional<Connection> from = connections.find(source.connectionId);
    if (!from) {
        return Error{.code = Error::Code::BadInput, .subject = u"source"_s};
    }
    const CopyPlan plan = planCopy({*from, source.environment}, {*target, request.environment});
    if (plan.bar != CopyBar::None) {
        return Error{.code = Error::Code::GuardRefused, .subject = phrase, .detail = copyBarName(plan.bar)};
    }
    if (plan.way != request.way || source.database != request.database) {
        return Error{.code = Error::Code::BadInput, .subject = u"way"_s};
    }
    if (plan.productionData && !source.mayTakeProductionData) {
        return Error{.code = Error::Code::GuardRefused,
                     .subject = targetPhrase(from->name, source.environment),
                     .detail = u"productionDataNotAccepted"_s};
    }
    return std::nullopt;
}

QString invalidField(const ImportRequest& request, const Connections& connections, const QSet<QString>& used)
{
    const std::optional<Connection> connection = connections.find(request.connectionId);
    if (!connection) {
        return u"connection"_s;
    }
    if (request.environment.trimmed().isEmpty()) {
        return u"environment"_s;
    }
    if (!databasesOf(connection->platform).contains(request.database)) {
        return u"database"_s;
    }
    const bool hasFile = sendsFile(request.way) && !request.source;
    if (hasFile && !QDir::isAbsolutePath(request.file.path)) {
        return u"file"_s;
    }
    if (request.file.facts.database && *request.file.facts.database != request.database) {
        return u"database"_s;
    }
    const QString ofPlatform =
        request.database == Database::MySql ? invalidDump(request, *connection) : invalidPackage(request, used);
    if (!ofPlatform.isEmpty()) {
        return ofPlatform;
    }
    const bool wantsFolder =
        request.backup == ImportRequest::Backup::First || (request.source && sendsFile(request.way));
    return wantsFolder && !QDir::isAbsolutePath(request.backupFolder) ? u"backupFolder"_s : QString();
}

QString invalidField(const ExportRequest& request, const Connections& connections)
{
    if (!connections.find(request.connectionId)) {
        return u"connection"_s;
    }
    if (request.environment.trimmed().isEmpty()) {
        return u"environment"_s;
    }
    if (request.retention < std::chrono::hours(1)) {
        return u"retention"_s;
    }
    if (request.download && !QDir::isAbsolutePath(request.folder)) {
        return u"folder"_s;
    }
    const bool leavesFolder =
        request.fileName.contains(u'/') || request.fileName.contains(u'\\') || request.fileName.startsWith(u'.');
    return leavesFolder ? u"fileName"_s : QString();
}

} // namespace longshore
