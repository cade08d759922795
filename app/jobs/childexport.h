#pragma once

#include "app/jobs/jobhandle.h"

namespace longshore {

struct LibraryEntry;

/// An export that an import waits for, as a job of its own: the whole export flow, and a row that a person sees. The
/// import's row names it before there is one, so that after a crash it is clear whether it was made.
class ChildExport : public QObject
{
    Q_OBJECT

public:
    /// Starts the export, or looks how it is.
    void enter();
    /// The import is given up: so is its export, as far as that is possible.
    void giveUp();

protected:
    /// What the import says of it.
    struct Role
    {
        JobStep step; ///< in which the import waits
        WaitReason wait; ///< for it
        QString JobRecord::*job; ///< where the import's row has its id
        ImportEvent failed;
        Error::Code error; ///< when there is no file; subject: the export's id, detail: why
        QLatin1StringView name; ///< for the log: "the backup of the target"
    };
    ChildExport(const Role& role, JobHandle& job, QObject* parent);

    [[nodiscard]] JobHandle& job() const { return m_job; }
    /// A file of an earlier attempt that will still do.
    [[nodiscard]] virtual std::optional<LibraryEntry> good() const = 0;
    /// Where from and to, and what of the row belongs to the import. `child` has an id already.
    [[nodiscard]] virtual ExportRequest request() const = 0;
    virtual void describe(JobRecord& child) const = 0;
    /// Its file is verified and in the library: moves the import on.
    virtual void succeed(const LibraryEntry& entry) = 0;

private:
    void choose();
    void insert();
    void look(const JobRecord& child);
    void mirror(const JobRecord& child);
    void finished(const JobRecord& child);
    void failed(const QString& why);
    [[nodiscard]] bool isWaiting() const { return m_job.step() == m_role.step; }
    [[nodiscard]] QString childId() const { return m_job.record().*m_role.job; }
    [[nodiscard]] JobRecord newChild() const;

    Role m_role;
    JobHandle& m_job;
    bool m_inserting = false;
    bool m_inserted = false; ///< by this run, or seen by it
};

/// Whether a file still holds what that database is: it is whole, not older than a day (people edit it too), and no
/// import of ours other than `except` was there since.
[[nodiscard]] bool stillHolds(const JobHandle& job, const LibraryEntry& entry, const QString& except = {});

} // namespace longshore
