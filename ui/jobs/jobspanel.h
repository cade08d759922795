#pragma once

#include <QWidget>
#include <memory>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace longshore {

class JobActions;
class JobsModel;
class JobsProxy;
class Prompts;
class Services;
class TransferTrends;
struct JobRecord;

/// The list of jobs with what can be done about the selected one.
class JobsPanel final : public QWidget
{
    Q_OBJECT

public:
    JobsPanel(Services& services, QWidget* parent);
    ~JobsPanel() override;

    /// The prompts outlive this; without a call, dialogs of the window.
    void setPrompts(Prompts& prompts);
    /// Selects the row and brings it into view.
    void selectJob(const QString& id);
    [[nodiscard]] QString selectedJob() const;
    /// How the transfers went lately, for who shows one of them.
    [[nodiscard]] std::shared_ptr<TransferTrends> trends() const;
    /// "1 running, 1 waiting"; empty when nothing is going on.
    [[nodiscard]] QString summary() const { return m_summary; }

Q_SIGNALS:
    void jobActivated(const QString& id); ///< Enter or double click: show its details
    void jobSelected(const QString& id);
    void summaryChanged(const QString& summary);
    void undoRequested(const QString& id); ///< of that import
    void said(const QString& sentence); ///< what was done to all transfers

private:
    void build();
    void buildBar();
    void buildKeys();
    void connectJobs();
    void connectView();
    void take(const JobRecord& record);
    void forget(const QString& id);
    void refreshSummary();
    void refreshVerbs();
    void addSpeedButton();
    void showMenu(const QPoint& position);
    void togglePause();

    Services& m_services;
    JobActions* m_actions = nullptr;
    JobsModel* m_model = nullptr;
    JobsProxy* m_proxy = nullptr;
    QLabel* m_summaryLabel = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QToolBar* m_bar = nullptr;
    QToolButton* m_all = nullptr;
    QToolButton* m_showFinished = nullptr;
    QString m_summary;
    QString m_verbsShown;
    QString m_selectWhenKnown;
};

} // namespace longshore
