#include "app/jobs/importtarget.h"

#include "app/domain/importflow.h"
#include "app/jobs/jobbook.h"
#include "app/jobs/jobpolicy.h"
#include "app/settings/connections.h"

namespace longshore {

ImportTarget targetOf(const JobRecord& import)
{
    return {import.connectionId(), import.environment(), import.database()};
}

bool mayHaveChangedTarget(const JobRecord& import)
{
    if (!import.import || import.step == JobStep::WasReset) {
        return false;
    }
    return mayHaveChangedTarget(import.step) || wasAccepted(import);
}

QString projectOf(const Connections& connections, const QString& connectionId)
{
    const std::optional<Connection> connection = connections.find(connectionId);
    return connection ? slotKey(*connection) : connectionId;
}

QDateTime targetChangedAt(const JobBook& book, const Connections& connections, const ImportTarget& target,
                          const QString& except)
{
    const QString project = projectOf(connections, target.connectionId);
    // Also of jobs that were dismissed.
    QDateTime last = book.lastServerImport(placeKey(target.connectionId, target.environment, target.database), except);
    const QList<JobRecord> records = book.inOrder();
    for (const JobRecord& record : records) {
        if (record.id == except || !mayHaveChangedTarget(record) || record.database() != target.database
            || record.environment().compare(target.environment, Qt::CaseInsensitive) != 0
            || projectOf(connections, record.connectionId()) != project) {
            continue;
        }
        const QDateTime changed = record.finishedAt.isValid() ? record.finishedAt : book.now();
        last = last.isValid() ? std::max(last, changed) : changed;
    }
    return last;
}

std::optional<PackageFacts> heldBy(const JobBook& book, const Connections& connections, const ImportTarget& target,
                                   const QString& except)
{
    const QString project = projectOf(connections, target.connectionId);
    std::optional<JobRecord> last;
    const QList<JobRecord> records = book.inOrder();
    for (const JobRecord& record : records) {
        const bool isThere = record.id != except && mayHaveChangedTarget(record) && record.database() == target.database
                             && record.environment().compare(target.environment, Qt::CaseInsensitive) == 0
                             && projectOf(connections, record.connectionId()) == project;
        // One that has no end yet is the last word in any case.
        if (isThere && (!last || !record.finishedAt.isValid() || record.finishedAt > last->finishedAt)) {
            last = record;
        }
    }
    const bool known = last && last->step == JobStep::Done && sendsFile(last->import->way);
    return known ? std::optional(last->import->file.facts) : std::nullopt;
}

QSet<QString> usedPackageNames(const JobBook& book, const Connections& connections, const QString& connectionId)
{
    const QString project = projectOf(connections, connectionId);
    QSet<QString> names = book.rememberedPackageNames(project);
    const QList<JobRecord> records = book.inOrder();
    for (const JobRecord& record : records) {
        if (record.import && projectOf(connections, record.connectionId()) == project) {
            names.insert(record.packageName.toLower());
        }
    }
    return names;
}

} // namespace longshore
