#include "ui/exports/exportplan.h"

#include "app/domain/exportflow.h"
#include "ui/common/shellwords.h"

#include <QDir>
#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Two exports filed within this time were asked for together.
constexpr qint64 togetherSeconds = 60;

bool isOf(const JobRecord& record, const QString& connectionId, const QString& environment)
{
    // The backup of an import goes where the import wants it, which says nothing about exports.
    return !record.import && record.partOf().isEmpty()
           && (connectionId.isEmpty() || record.connectionId() == connectionId)
           && (environment.isEmpty() || record.environment().compare(environment, Qt::CaseInsensitive) == 0);
}

/// The place has to exist still, because a connection may have been removed since.
std::optional<JobRecord> lastAt(const QString& connectionId, const QString& environment,
                                const QList<JobRecord>& newestFirst, const QList<Connection>& connections)
{
    for (const JobRecord& record : newestFirst) {
        const bool known = std::any_of(connections.begin(), connections.end(), [&record](const Connection& connection) {
            return connection.id == record.connectionId() && connection.environment(record.environment()).has_value();
        });
        if (known && isOf(record, connectionId, environment)) {
            return record;
        }
    }
    return std::nullopt;
}

ExportPlan planOf(const ExportRequest& request)
{
    return {.connectionId = request.connectionId,
            .environment = request.environment,
            .databases = {request.database},
            .retention = request.retention,
            .download = request.download,
            .folder = request.folder,
            .fileName = request.fileName,
            .dumpFormat = request.dumpFormat};
}

/// The first environment the key may touch, of the given connection or of the first one.
void takeFirstPlace(ExportPlan& plan, const QList<Connection>& connections)
{
    for (const Connection& connection : connections) {
        if (!plan.connectionId.isEmpty() && connection.id != plan.connectionId) {
            continue;
        }
        for (const Environment& environment : connection.environments) {
            if (environment.access != Access::Denied) {
                plan = movedTo(plan, connection, environment.name);
                return;
            }
        }
    }
}

bool isUsableName(const QString& name, const QString& suffix)
{
    static const QRegularExpression forbidden(u"[\\x00-\\x1f/\\\\:*?\"<>|]"_s);
    return !name.contains(forbidden) && !name.startsWith(u'.') && name.size() <= 200
           && name.endsWith(suffix, Qt::CaseInsensitive) && name.size() > suffix.size();
}

} // namespace

std::optional<Connection> PlanFacts::connection(const ExportPlan& plan) const
{
    for (const Connection& connection : connections) {
        if (connection.id == plan.connectionId) {
            return connection;
        }
    }
    return std::nullopt;
}

std::optional<Environment> PlanFacts::environment(const ExportPlan& plan) const
{
    const std::optional<Connection> found = connection(plan);
    return found ? found->environment(plan.environment) : std::nullopt;
}

ExportPlan planFrom(const ExportRequest& prefill, const QList<JobRecord>& newestFirst,
                    const QList<Connection>& connections, const QString& defaultFolder)
{
    ExportPlan plan = planOf(prefill);
    if (!prefill.folder.isEmpty()) {
        return plan;
    }
    plan.folder = defaultFolder;
    const std::optional<JobRecord> last = lastAt(prefill.connectionId, prefill.environment, newestFirst, connections);
    if (last) {
        const bool wholePlace = prefill.environment.isEmpty();
        plan = planOf(repeatRequest(*last));
        plan.databases = {wholePlace ? last->database() : prefill.database};
        if (plan.folder.isEmpty()) {
            plan.folder = defaultFolder;
        }
    } else if (prefill.environment.isEmpty()) {
        takeFirstPlace(plan, connections);
    }
    const auto connection = std::ranges::find(connections, plan.connectionId, &Connection::id);
    return connection == connections.end() ? plan : movedTo(plan, *connection, plan.environment);
}

ExportPlan planAsLastTime(const QString& connectionId, const QString& environment, const QList<JobRecord>& newestFirst,
                          const QList<Connection>& connections, const QString& defaultFolder)
{
    ExportRequest place;
    place.connectionId = connectionId;
    place.environment = environment;
    const std::optional<JobRecord> last = lastAt(connectionId, environment, newestFirst, connections);
    if (!last) {
        return planFrom(place, newestFirst, connections, defaultFolder);
    }
    place.connectionId = last->connectionId();
    place.environment = last->environment();
    place.database = last->database();
    ExportPlan plan = planFrom(place, newestFirst, connections, defaultFolder);
    for (const JobRecord& record : newestFirst) {
        if (isOf(record, place.connectionId, place.environment) && record.database() != place.database
            && qAbs(record.createdAt.secsTo(last->createdAt)) <= togetherSeconds) {
            plan.databases = databasesOf(Platform::OptimizelyDxp);
        }
    }
    return plan;
}

std::optional<PlanField> problemOf(const ExportPlan& plan, const PlanFacts& facts)
{
    const std::optional<Environment> environment = facts.environment(plan);
    if (!environment || environment->access == Access::Denied || facts.connection(plan)->readOnly) {
        return PlanField::Place;
    }
    if (plan.databases.isEmpty()) {
        return PlanField::Database;
    }
    if (plan.retention < 1h || plan.retention > longestRetention) {
        return PlanField::Retention;
    }
    if (!plan.download) {
        return std::nullopt;
    }
    const bool known = facts.folder && facts.folder->folder == plan.folder;
    if (!QDir::isAbsolutePath(plan.folder) || (known && !facts.folder->isWritable)) {
        return PlanField::Folder;
    }
    if (plan.databases.size() == 1 && !plan.fileName.isEmpty()
        && (!isUsableName(plan.fileName, databaseFileSuffix(plan.databases.first(), plan.dumpFormat))
            || (known && facts.folder->nameTaken))) {
        return PlanField::FileName;
    }
    return std::nullopt;
}

QList<ExportRequest> requestsOf(const ExportPlan& plan)
{
    QList<ExportRequest> requests;
    for (const Database database : plan.databases) {
        ExportRequest request;
        request.connectionId = plan.connectionId;
        request.environment = plan.environment;
        request.database = database;
        request.retention = plan.retention;
        request.download = plan.download;
        request.folder = plan.folder;
        request.fileName = plan.databases.size() == 1 ? plan.fileName : QString();
        request.dumpFormat = database == Database::MySql ? plan.dumpFormat : DumpFormat::Plain;
        requests << request;
    }
    return requests;
}

QString fileNameFor(const ExportPlan& plan, Database database, const PlanFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    return exportFileName(connection ? connection->name : QString(), plan.environment, database,
                          facts.now.toLocalTime(), plan.dumpFormat);
}

std::optional<std::chrono::seconds> usualTime(const ExportPlan& plan, const PlanFacts& facts)
{
    std::optional<std::chrono::seconds> sum;
    for (const Database database : plan.databases) {
        const Estimate estimate = facts.estimates.value(database);
        if (!estimate.serverWork) {
            return std::nullopt;
        }
        const auto download = plan.download && estimate.download ? estimate.download->longest : 0s;
        sum = sum.value_or(0s) + estimate.serverWork->longest + download;
    }
    return sum;
}

std::optional<qint64> expectedBytes(const ExportPlan& plan, const PlanFacts& facts)
{
    qint64 sum = 0;
    for (const Database database : plan.databases) {
        const std::optional<qint64> size = facts.estimates.value(database).lastSize;
        if (!size) {
            return std::nullopt;
        }
        sum += *size;
    }
    return sum;
}

std::optional<JobRecord> jobBefore(const QString& connectionId, const QList<JobRecord>& newestFirst)
{
    for (const JobRecord& record : newestFirst) {
        if (!record.import && record.connectionId() == connectionId
            && (holdsSlot(record.step) || record.step == JobStep::Queued)) {
            return record;
        }
    }
    return std::nullopt;
}

ExportRequest repeatRequest(const JobRecord& record)
{
    ExportRequest request = record.request;
    request.fileName.clear();
    return request;
}

QString commandFor(const ExportPlan& plan, const QString& connectionName)
{
    QStringList lines;
    for (const ExportRequest& request : requestsOf(plan)) {
        QStringList words{u"longshorectl"_s,  u"export"_s,
                          u"--connection"_s,  shellQuoted(connectionName),
                          u"--environment"_s, shellQuoted(request.environment),
                          u"--database"_s,    databaseApiName(request.database)};
        if (request.database != Database::MySql) {
            words << u"--keep"_s << u"%1h"_s.arg(request.retention.count());
        } else if (request.dumpFormat != DumpFormat::Plain) {
            words << u"--compress"_s << dumpFormatName(request.dumpFormat);
        }
        if (request.download) {
            words << u"--to"_s << shellQuoted(request.folder);
        } else {
            words << u"--no-download"_s;
        }
        lines << (words << u"--wait"_s).join(u' ');
    }
    return lines.join(u'\n');
}

ExportPlan movedTo(ExportPlan plan, const Connection& connection, const QString& environment)
{
    plan.connectionId = connection.id;
    plan.environment = environment;
    const QList<Database> there = databasesOf(connection.platform);
    const bool fits = std::all_of(plan.databases.cbegin(), plan.databases.cend(),
                                  [&there](Database database) { return there.contains(database); });
    if (!fits) {
        plan.databases = {there.first()};
        plan.retention = 24h;
        plan.fileName.clear();
    }
    if (plan.isDump()) { // the service decides: its links live an hour
        plan.retention = 1h;
        plan.download = true;
    }
    return plan;
}

} // namespace longshore
