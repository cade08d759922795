#pragma once

#include <QWidget>

class QTimer;

namespace Ui {
class JobDetails;
}

namespace longshore {

class JobActions;
class JobTimeline;
class Notice;
class Services;
class TierBand;
struct JobView;

/// One job as a timeline of its steps, with its log and what can be done about it.
class JobDetails final : public QWidget
{
    Q_OBJECT

public:
    JobDetails(Services& services, QWidget* parent);
    ~JobDetails() override;

    void showJob(const QString& id);
    [[nodiscard]] QString jobId() const { return m_id; }

Q_SIGNALS:
    void closeRequested(); ///< the job is gone, or the person wants to go back

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void refresh();
    void refreshNotice(const JobView& view);
    void refreshFacts(const JobView& view);
    void refreshLog(const JobView& view);
    void refreshVerbs(const JobView& view);

    Services& m_services;
    std::unique_ptr<Ui::JobDetails> m_ui;
    JobActions* m_actions = nullptr;
    TierBand* m_band = nullptr;
    Notice* m_notice = nullptr;
    JobTimeline* m_timeline = nullptr;
    QTimer* m_tick = nullptr;
    QString m_id;
    QString m_verbsShown;
    qsizetype m_logLines = 0;
};

} // namespace longshore
