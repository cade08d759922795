#include "app/jobs/exportfile.h"

#include <QDir>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QDateTime exportedAt(const JobRecord& record)
{
    for (auto step = record.timeline.crbegin(); step != record.timeline.crend(); ++step) {
        if (step->step == JobStep::ServerWorking) {
            return step->startedAt;
        }
    }
    return record.createdAt;
}

} // namespace

LibraryEntry entryFor(const JobRecord& record, const QString& path, const QDateTime& now)
{
    LibraryEntry entry;
    entry.path = path;
    entry.connectionId = record.connectionId();
    entry.connectionName = record.connectionName;
    entry.environment = record.environment();
    entry.database = record.database();
    entry.tier = record.tier;
    entry.jobId = record.id;
    entry.serverFileName = record.serverFileName;
    entry.exportedAt = exportedAt(record);
    entry.verifiedAt = now;
    entry.size = record.size;
    entry.sha256 = record.sha256;
    entry.health = LibraryEntry::Health::Verified;
    entry.pinned = !record.backupFor.isEmpty();
    entry.undoes = record.backupFor;
    return entry;
}

QString fileNameOf(const JobRecord& record)
{
    const ExportRequest& request = record.request;
    return !request.fileName.isEmpty() ? request.fileName
                                       : exportFileName(record.connectionName, request.environment, request.database,
                                                        record.createdAt.toLocalTime(), request.dumpFormat);
}

QString partPathOf(const JobRecord& record)
{
    return QDir(record.request.folder).filePath(fileNameOf(record) + u'.' + record.id.left(8) + u".part");
}

} // namespace longshore
