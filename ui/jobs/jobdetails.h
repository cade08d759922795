#pragma once

#include "ui/jobs/jobstate.h"
#include "ui/jobs/transfertrend.h"

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
class Sight;

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
    /// Of the list of jobs, so that both say the same.
    void setTrends(std::shared_ptr<TransferTrends> trends) { m_trends = std::move(trends); }

Q_SIGNALS:
    void jobGone(); ///< the job shown here was removed
    void jobStarted(const QString& id); ///< by "Run again"
    void undoRequested(const QString& id); ///< of that import

private:
    void connectJobs();
    void setWatched(bool watched);
    void refreshSoon(const QString& id);
    void measure();
    void refresh();
    void addSpeedButton();
    void refreshHead(const JobView& view);
    void refreshNotice(const JobView& view);
    void refreshServerWords(const JobView& view);
    void refreshLog(const JobView& view);
    void refreshVerbs(const JobView& view);
    [[nodiscard]] std::optional<JobView> view() const;

    Services& m_services;
    std::unique_ptr<Ui::JobDetails> m_ui;
    JobActions* m_actions = nullptr;
    Sight* m_sight;
    std::shared_ptr<TransferTrends> m_trends = std::make_shared<TransferTrends>();
    QTimer m_tick; ///< elapsed times, while shown
    QTimer m_soon; ///< gathers changes
    QString m_id;
    QString m_verbsShown;
    QString m_noticeShown;
    QString m_serverWordsShown;
    QString m_logShown;
};

} // namespace longshore
