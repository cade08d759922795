#pragma once

#include "app/cli/command.h"
#include "app/domain/jobrecord.h"

namespace longshore::cli {

class ListJobs final : public Command
{
    Q_OBJECT

public:
    explicit ListJobs(const Context& context) : Command(context, nullptr) { }
    void run() override;
};

/// A command about the one job whose id, or the beginning of it, was typed.
class JobCommand : public Command
{
    Q_OBJECT

protected:
    explicit JobCommand(const Context& context) : Command(context, nullptr) { }
    [[nodiscard]] Result<JobRecord> wantedJob() const;
};

class ShowJob final : public JobCommand
{
    Q_OBJECT

public:
    explicit ShowJob(const Context& context) : JobCommand(context) { }
    void run() override;

private:
    void show(const JobRecord& record);

    bool m_shown = false;
};

/// Carries on what is unfinished and stays until it ended.
class WatchJobs final : public JobCommand
{
    Q_OBJECT

public:
    explicit WatchJobs(const Context& context) : JobCommand(context) { }
    void run() override;

private:
    [[nodiscard]] Result<QStringList> wantedIds() const;
};

/// Adopts, forgets, completes or resets; ends when the row says so.
class ActOnJob final : public JobCommand
{
    Q_OBJECT

public:
    explicit ActOnJob(const Context& context) : JobCommand(context) { }
    void run() override;

private:
    [[nodiscard]] JobVerb wantedVerb() const;
    void act(const JobRecord& before, JobVerb verb);
    void look(const JobRecord& before, const JobRecord& now);
    void succeed(const JobRecord& record);
};

} // namespace longshore::cli
