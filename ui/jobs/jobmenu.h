#pragma once

#include <QList>
#include <QtGlobal>

class QMenu;

namespace longshore {

class JobActions;
struct JobRecord;

// What can be done about transfers, as entries of a menu; the entries live as long as the menu.

/// The verbs of a job, and its priority and limit below them.
void addJobEntries(QMenu& menu, const JobRecord& record, JobActions& actions);
/// Priority and limit of a job; what is set now is marked.
void addSpeedEntries(QMenu& menu, const JobRecord& record, JobActions& actions);
/// Pause, resume and the limit of all transfers together, as it is now.
void addEntriesForAll(QMenu& menu, const QList<JobRecord>& records, qint64 limit, JobActions& actions);

} // namespace longshore
