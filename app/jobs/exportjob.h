#pragma once

#include "app/jobs/exportdelivery.h"
#include "app/jobs/jobhandle.h"

#include <QPointer>
#include <memory>

namespace longshore {

/// Carries one export through its steps. Every step can be entered again after the program was killed in it.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    ExportJob(EngineParts parts, const QString& id, QObject* parent);

    /// Takes the job up where its row says it is: the program was started again.
    void restart();
    /// The job was cancelled and the program ended before its partial data was gone.
    void cleanUp();
    /// Queued, and nothing but the project's slot is missing.
    [[nodiscard]] bool wantsSlot() const;
    /// Uses the slot of its project, or has its turn next.
    [[nodiscard]] bool holdsTurn() const;
    /// The slot is free: asks the service for the export.
    void ask();
    void waitForSlot(const QString& holder);
    /// Its time came, or something it may have waited for: tries again.
    void wake();
    void setOnline(bool online);
    void act(JobVerb verb, const QString& argument);
    /// Ended, with nothing left to do: the object may go.
    [[nodiscard]] bool isOver() const;

Q_SIGNALS:
    void moved();
    void credentialsNeeded(const longshore::Error& why);

private:
    void enter();
    void prepareAsking();
    void commitAsking();
    void sendAsking();
    void asked(const Result<ExportStatus>& answer);
    void askingFailed(const Error& error);
    void poll();
    void polled(const Result<ExportStatus>& answer);
    void pollFailed(const Error& error);
    void heard(const ExportStatus& status);
    void serverDone(const ExportStatus& status);
    void planNextPoll();
    void adopt(const QString& exportId);
    void adopted(const QString& exportId, const Result<ExportStatus>& answer);
    void removeFromQueue();
    void watchAgain();
    void look();
    void looked(const Result<QList<ExportStatus>>& exports);
    [[nodiscard]] bool isOfAnotherJob(const QString& exportId) const;
    void retry();
    void cancelTransfer();
    void pause();
    void goOn();
    void setPriority(const QString& name);
    void setLimit(const QString& argument);
    [[nodiscard]] std::optional<LearnedDuration> learnedServerWork() const;

    JobHandle m_job;
    ExportDelivery m_delivery;
    std::shared_ptr<Provider> m_provider;
    QPointer<Task> m_task;
    QDateTime m_seenBefore; ///< the last check but one
    bool m_restarted = false; ///< the step was entered by a start of the program or a wish, not by an answer
};

} // namespace longshore
