#pragma once

#include "app/jobs/enginejob.h"
#include "app/jobs/importbackup.h"
#include "app/jobs/importdeployment.h"
#include "app/jobs/importfetch.h"
#include "app/jobs/importpreparation.h"
#include "app/jobs/importupload.h"
#include "app/jobs/jobhandle.h"

#include <QPointer>

namespace longshore {

struct GoodSource;

/// Carries one import through its steps: the file is checked, the target backed up, the package sent and deployed.
class ImportJob final : public EngineJob
{
    Q_OBJECT

public:
    ImportJob(EngineParts parts, const QString& id, QObject* parent);

    void restart() override;
    [[nodiscard]] QString turn() const override; ///< one import of an environment at a time
    [[nodiscard]] bool wantsTurn() const override;
    [[nodiscard]] bool holdsTurn() const override;
    void takeTurn() override;
    void waitForTurn(const QString& holder) override;
    void wake() override;
    void setOnline(bool online) override;
    void act(JobVerb verb, const QString& argument) override;
    [[nodiscard]] bool isOver() const override;

private:
    void enter();
    void check();
    void checked(const Result<GoodSource>& source);
    void refuseFile(const Error& why);
    void upload();
    void cancel();
    void retry();
    void wish(ImportEvent event);

    JobHandle m_job;
    ImportFetch m_fetch;
    ImportBackup m_backup;
    ImportPreparation m_preparation;
    ImportUpload m_upload;
    ImportDeployment m_deployment;
    QPointer<Task> m_check;
    bool m_restarted = false; ///< the step was entered by a start of the program or a wish, not by an answer
};

} // namespace longshore
