#pragma once

#include "app/core/error.h"
#include "app/domain/jobrecord.h"

#include <QObject>
#include <memory>

class QWidget;

namespace longshore {

class Prompts;
class Services;

[[nodiscard]] QString verbText(JobVerb verb);
/// What it does and what it leaves alone; for tool tips.
[[nodiscard]] QString verbHint(JobVerb verb);
[[nodiscard]] QString verbIcon(JobVerb verb);

/// Carries out what a person chose to do with a job, asking first where something may be lost.
class JobActions final : public QObject
{
    Q_OBJECT

public:
    JobActions(Services& services, QWidget* window);
    ~JobActions() override;

    /// The prompts outlive this; without a call, dialogs of the window.
    void setPrompts(Prompts& prompts) { m_prompts = &prompts; }
    /// Does nothing when the verb does not apply to the job as it is now.
    void run(const QString& jobId, JobVerb verb);

Q_SIGNALS:
    void started(const QString& jobId); ///< by "Run again"
    void failed(const longshore::Error& error);

private:
    void askForId(const QString& jobId);
    void askToForget(const JobRecord& record);
    void runAgain(const JobRecord& record);

    Services& m_services;
    QWidget* m_window;
    std::unique_ptr<Prompts> m_dialogs;
    Prompts* m_prompts;
};

} // namespace longshore
