#include "app/jobs/newjob.h"

#include "app/settings/connections.h"

#include <QDir>
#include <QUuid>

namespace longshore {

using namespace Qt::StringLiterals;

JobRecord newJob(const ExportRequest& request, const Connections& connections, const QDateTime& now)
{
    JobRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.request = request;
    record.createdAt = now;
    record.timeline = {{JobStep::Queued, now, {}}};
    record.tier = guessTier(request.environment);
    if (const std::optional<Connection> connection = connections.find(request.connectionId)) {
        record.connectionName = connection->name;
        if (const std::optional<Environment> environment = connection->environment(request.environment)) {
            record.tier = environment->tier;
            record.request.environment = environment->name; // the canonical spelling is what the API gets
        }
    }
    return record;
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
