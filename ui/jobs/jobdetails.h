#pragma once

#include "ui/jobs/jobstate.h"
#include "ui/jobs/timeleft.h"

#include <QTimer>
#include <QWidget>
#include <memory>

namespace Ui {
class JobDetails;
}

namespace longshore {

class JobActions;
class Prompts;
class Services;

/// One job as a timeline of its steps, with its log and what can be done about it.
class JobDetails final : public QWidget
{
    Q_OBJECT

public:
    JobDetails(Services& services, QWidget* parent);
    ~JobDetails() override;

    void showJob(const QString& id);
    [[nodiscard]] QString jobId() const { return m_id; }
    void setPrompts(Prompts& prompts);

Q_SIGNALS:
    void jobGone(); ///< the job shown here was removed
    void jobStarted(const QString& id); ///< by "Run again"

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectJobs();
    void refresh();
    void refreshHead(const JobView& view);
    void refreshNotice(const JobView& view);
    void refreshLog(const JobView& view);
    void refreshVerbs(const JobView& view);
    [[nodiscard]] std::optional<JobView> view() const;

    Services& m_services;
    std::unique_ptr<Ui::JobDetails> m_ui;
    JobActions* m_actions = nullptr;
    QTimer m_tick; ///< elapsed times, while shown
    QTimer m_soon; ///< gathers changes
    QString m_id;
    TimeLeft m_timeLeft;
    QString m_verbsShown;
    QString m_noticeShown;
    QString m_logShown;
};

} // namespace longshore
