#pragma once

#include "app/jobs/enginejob.h"
#include "app/jobs/exportdelivery.h"
#include "app/jobs/jobhandle.h"

#include <QPointer>
#include <memory>

namespace longshore {

/// Carries one export through its steps.
class ExportJob final : public EngineJob
{
    Q_OBJECT

public:
    ExportJob(EngineParts parts, const QString& id, QObject* parent);

    void restart() override;
    void cleanUp() override;
    [[nodiscard]] QString turn() const override; ///< the service's one export of a project
    [[nodiscard]] bool wantsTurn() const override;
    [[nodiscard]] bool holdsTurn() const override;
    void takeTurn() override; ///< asks the service for the export
    void waitForTurn(const QString& holder) override;
    void wake() override;
    void setOnline(bool online) override;
    void act(JobVerb verb, const QString& argument) override;
    [[nodiscard]] bool isOver() const override;

private:
    void enter();
    void commitAsking();
    void sendAsking();
    void asked(const Result<ExportStatus>& answer);
    void askingFailed(const Error& error);
    void poll();
    void polled(const Result<ExportStatus>& answer);
    void pollFailed(const Error& error);
    void heard(const ExportStatus& status);
    void serverDone(const ExportStatus& status);
    void adopt(const QString& exportId);
    void adopted(const QString& exportId, const Result<ExportStatus>& answer);
    void removeFromQueue();
    void watchAgain();
    void look();
    void looked(const Result<QList<ExportStatus>>& exports);
    void retry();
    void cancelTransfer();
    [[nodiscard]] std::optional<LearnedDuration> learnedServerWork() const;

    JobHandle m_job;
    ExportDelivery m_delivery;
    std::shared_ptr<Provider> m_provider;
    QPointer<Task> m_task;
    QDateTime m_seenBefore; ///< the last check but one
    bool m_restarted = false; ///< the step was entered by a start of the program or a wish, not by an answer
};

} // namespace longshore
