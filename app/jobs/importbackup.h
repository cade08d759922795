#pragma once

#include "app/jobs/jobhandle.h"

namespace longshore {

struct LibraryEntry;

/// The undo file of an import: an export of the target, as a job of its own, that the import waits for.
class ImportBackup final : public QObject
{
    Q_OBJECT

public:
    ImportBackup(JobHandle& job, QObject* parent);

    /// Starts the export, or looks how it is.
    void enter();
    /// The import is given up: so is its backup, as far as that is possible.
    void giveUp();
    /// Whether the undo file of an earlier attempt still holds what the target is.
    [[nodiscard]] bool hasGood() const;

private:
    void choose();
    void insert();
    void look(const JobRecord& child);
    void mirror(const JobRecord& child);
    void succeed(const LibraryEntry& entry);
    void finished(const JobRecord& child);
    void failed(const QString& why);
    [[nodiscard]] JobRecord newChild() const;

    JobHandle& m_job;
    bool m_inserting = false;
    bool m_inserted = false; ///< by this run, or seen by it
};

} // namespace longshore
