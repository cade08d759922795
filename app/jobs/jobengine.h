#pragma once

#include "app/jobs/enginejob.h"
#include "app/jobs/jobhandle.h"
#include "app/jobs/poller.h"

#include <map>
#include <memory>

namespace longshore {

/// Carries out the jobs: takes up what is unfinished, gives turns to the next in the queue (each
/// project's one export, each environment's one import), and wakes
/// jobs whose time has come. One process of a state folder has one.
class JobEngine final : public QObject
{
    Q_OBJECT

public:
    JobEngine(const JobsContext& context, JobBook& book, QObject* parent);
    ~JobEngine() override;

    /// The program was started: takes up every unfinished row.
    void restart();
    /// A row that was filed while the engine runs.
    void take(const QString& id);
    void act(const QString& id, JobVerb verb, const QString& argument);
    void carryOut(const JobAction& action);
    void setOnline(bool online);
    void credentialsChanged(const QString& connectionId);

Q_SIGNALS:
    void credentialsNeeded(const QString& connectionId, const longshore::Error& why);

private:
    EngineJob& jobOf(const QString& id);
    [[nodiscard]] std::unique_ptr<EngineJob> make(const JobRecord& record);
    void arrange();
    void lookAtQueue();
    void dropOver();
    void runAgain(const QString& id);
    void dismiss(const QString& id);

    const JobsContext& m_context;
    JobBook& m_book;
    ProviderSource m_providers;
    Poller m_poller;
    bool m_online = true;
    bool m_arranging = false;
    std::map<QString, std::unique_ptr<EngineJob>> m_jobs;
};

} // namespace longshore
