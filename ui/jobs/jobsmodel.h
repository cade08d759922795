#pragma once

#include "ui/jobs/jobstate.h"
#include "ui/jobs/transfertrend.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <functional>
#include <memory>

namespace longshore {

class Clock;

/// The jobs as rows. Holds copies; changes of a row are gathered and shown at most four times a second, and not at all
/// while nobody looks. New and removed rows come at once.
class JobsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        SortRole, ///< qint64, smaller is higher up
        ProgressRole, ///< 0 to 1000, or invalid where no bytes are counted
        StepRole, ///< second line
        AsideRole, ///< first line at the far end
        AsideBelowRole, ///< second line at the far end
        IconRole, ///< name of the state's icon
        ToneRole, ///< int of Tone
        TierRole, ///< int of Tier
        FinishedRole, ///< bool
        SpeedsRole, ///< QList<double> for the graph; empty where nothing moves
    };
    using EstimateOf = std::function<Estimate(const JobRecord&)>;

    JobsModel(const Clock& clock, EstimateOf estimateOf, QObject* parent);

    void setJobs(const QList<JobRecord>& records);
    void put(const JobRecord& record);
    /// Of a row that is otherwise as it was; while nobody looks only the last one is kept.
    void showProgress(const QString& id, const Progress& progress);
    void remove(const QString& id);
    /// False: keeps what comes, tells nobody.
    void setWatched(bool watched);

    [[nodiscard]] std::shared_ptr<TransferTrends> trends() const { return m_trends; }
    [[nodiscard]] std::optional<JobView> view(const QString& id) const;
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void gather();
    void take(JobView& view, const JobRecord& record);
    void takeProgress(JobView& view, const Progress& progress);
    void measure(JobView& view);
    void replace(int row, const JobView& view, const QList<int>& roles);
    [[nodiscard]] JobView viewAt(int row) const;
    void flush();
    void tick();
    [[nodiscard]] QString titleOf(const QString& id) const;

    const Clock& m_clock;
    EstimateOf m_estimateOf;
    QList<JobView> m_rows;
    std::shared_ptr<TransferTrends> m_trends = std::make_shared<TransferTrends>();
    QHash<QString, JobRecord> m_pending;
    QHash<QString, Progress> m_progress; ///< newer than the row
    QTimer m_flushTimer{this};
    QTimer m_tickTimer{this}; ///< elapsed times of live rows
    bool m_watched = false;
};

/// Live jobs above finished ones, the newest first; finished ones may be hidden.
class JobsProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobsProxy(QObject* parent);
    void setFinishedShown(bool shown);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_finishedShown = true;
};

} // namespace longshore
