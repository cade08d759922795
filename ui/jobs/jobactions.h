#pragma once

#include "app/core/error.h"
#include "app/domain/jobrecord.h"

#include <QObject>
#include <functional>
#include <memory>

class QWidget;

namespace longshore {

class Prompts;
struct Question;
class Services;

[[nodiscard]] QString verbText(JobVerb verb);
/// What it does and what it leaves alone; for tool tips.
[[nodiscard]] QString verbHint(JobVerb verb);
/// The same for that job: before its download begins a pause only holds that back.
[[nodiscard]] QString verbTextFor(JobVerb verb, const JobRecord& record);
[[nodiscard]] QString verbHintFor(JobVerb verb, const JobRecord& record);
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

    void setPriority(const QString& jobId, Priority priority);
    void setLimit(const QString& jobId, qint64 bytesPerSecond);
    void askLimit(const QString& jobId);
    void pauseAll();
    void resumeAll();
    void setLimitOfAll(qint64 bytesPerSecond);
    void askLimitOfAll();

Q_SIGNALS:
    /// What was done to several jobs at once, in a sentence.
    void said(const QString& sentence);
    void started(const QString& jobId); ///< by "Run again"
    void undoRequested(const QString& jobId); ///< of that import; nothing is done yet
    void failed(const longshore::Error& error);

private:
    void askForId(const JobRecord& record);
    void askToReset(const JobRecord& record);
    void askToForget(const JobRecord& record);
    void runAgain(const JobRecord& record);
    void askLimit(const Question& question, qint64 now, std::function<void(qint64)> set);
    [[nodiscard]] int countAllowed(JobVerb verb) const;

    Services& m_services;
    QWidget* m_window;
    std::unique_ptr<Prompts> m_dialogs;
    Prompts* m_prompts;
};

} // namespace longshore
