#pragma once

#include "app/cli/jobcommands.h"

#include <QHash>

namespace longshore::cli {

/// Pauses, resumes or cancels transfers, or gives one a priority or a limit. Whoever carries out the jobs does it, and
/// the command ends when the rows say so; when nobody does at the moment, it ends when the wish is in the state file.
class WishForJobs final : public JobCommand
{
    Q_OBJECT

public:
    explicit WishForJobs(const Context& context) : JobCommand(context) { }
    void run() override;

private:
    [[nodiscard]] std::optional<JobVerb> verbFor(const JobRecord& record) const;
    [[nodiscard]] QString argument() const;
    [[nodiscard]] bool isFulfilled(const JobRecord& record) const;
    [[nodiscard]] Result<QList<JobRecord>> wantedJobs() const;
    void file(const QList<JobRecord>& records);
    void look(const JobRecord& record);
    void settle(const JobRecord& record);
    void noted();

    QHash<QString, JobRecord> m_open; ///< rows that do not say it yet, as they were
    qsizetype m_unfiled = 0;
};

} // namespace longshore::cli
