#include "ui/jobs/jobsmodel.h"

#include "app/core/clock.h"
#include "ui/jobs/jobtext.h"

namespace longshore {

using namespace std::chrono_literals;

namespace {

/// Neither the order nor what can be done depends on them.
QList<int> progressRoles()
{
    return {JobsModel::StepRole,     JobsModel::AsideRole,  JobsModel::AsideBelowRole,
            JobsModel::ProgressRole, JobsModel::SpeedsRole, Qt::AccessibleTextRole};
}

} // namespace

JobsModel::JobsModel(const Clock& clock, EstimateOf estimateOf, QObject* parent)
    : QAbstractListModel(parent), m_clock(clock), m_estimateOf(std::move(estimateOf))
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(250ms);
    m_tickTimer.setInterval(1s);
    connect(&m_flushTimer, &QTimer::timeout, this, &JobsModel::flush);
    connect(&m_tickTimer, &QTimer::timeout, this, &JobsModel::tick);
}

void JobsModel::setJobs(const QList<JobRecord>& records)
{
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        const QString id = m_rows.at(row).record.id;
        const bool stays =
            std::any_of(records.begin(), records.end(), [&id](const JobRecord& record) { return record.id == id; });
        if (!stays) {
            remove(id);
        }
    }
    for (const JobRecord& record : records) {
        put(record);
    }
}

void JobsModel::put(const JobRecord& record)
{
    m_progress.remove(record.id); // the row knows better
    if (!isTransfer(record.step)) {
        m_trends->forget(record.id);
    }
    if (indexOf(record.id).isValid()) {
        m_pending.insert(record.id, record);
        gather();
        return;
    }
    JobView view;
    take(view, record);
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append(view);
    endInsertRows();
}

void JobsModel::showProgress(const QString& id, const Progress& progress)
{
    m_progress.insert(id, progress);
    gather();
}

void JobsModel::gather()
{
    if (m_watched && !m_flushTimer.isActive()) {
        m_flushTimer.start();
    }
}

void JobsModel::remove(const QString& id)
{
    m_pending.remove(id);
    m_progress.remove(id);
    m_trends->forget(id);
    const QModelIndex index = indexOf(id);
    if (!index.isValid()) {
        return;
    }
    beginRemoveRows({}, index.row(), index.row());
    m_rows.removeAt(index.row());
    endRemoveRows();
}

void JobsModel::setWatched(bool watched)
{
    if (m_watched == watched) {
        return;
    }
    m_watched = watched;
    if (!watched) {
        m_flushTimer.stop();
        m_tickTimer.stop();
        return;
    }
    m_tickTimer.start();
    flush();
    tick();
}

std::optional<JobView> JobsModel::view(const QString& id) const
{
    const QModelIndex index = indexOf(id);
    return index.isValid() ? std::optional(viewAt(index.row())) : std::nullopt;
}

/// The job before may come later than this one, so its title is looked up when it is asked for.
JobView JobsModel::viewAt(int row) const
{
    JobView view = m_rows.at(row);
    if (view.record.waiting == WaitReason::Slot) {
        view.waitsFor = titleOf(view.record.waitingFor);
    }
    return view;
}

QModelIndex JobsModel::indexOf(const QString& id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).record.id == id) {
            return index(row);
        }
    }
    return {};
}

void JobsModel::take(JobView& view, const JobRecord& record)
{
    const bool newStep = view.record.step != record.step || view.record.id.isEmpty();
    view.record = record;
    if (newStep) {
        view.estimate = m_estimateOf(record);
    }
    measure(view);
}

void JobsModel::takeProgress(JobView& view, const Progress& progress)
{
    if (isTransfer(view.record.step)) {
        view.record.progress = progress;
        measure(view);
    }
}

/// Speed and time left of a transfer that runs; a pause is no slow transfer.
void JobsModel::measure(JobView& view)
{
    const JobRecord& record = view.record;
    const bool moves = isTransfer(record.step) && record.waiting == WaitReason::None;
    if (moves && m_watched) {
        m_trends->add(record.id, record.progress, m_clock.nowUtc());
    }
    view.timeLeft = moves ? m_trends->timeLeft(record.id) : std::nullopt;
    view.speeds = moves ? m_trends->speeds(record.id) : QList<double>();
}

void JobsModel::replace(int row, const JobView& view, const QList<int>& roles)
{
    if (!(view == m_rows.at(row))) {
        m_rows[row] = view;
        Q_EMIT dataChanged(index(row), index(row), roles);
    }
}

QString JobsModel::titleOf(const QString& id) const
{
    const QModelIndex index = indexOf(id);
    return index.isValid() ? jobPlace(m_rows.at(index.row()).record) : QString();
}

void JobsModel::flush()
{
    const QHash<QString, JobRecord> pending = std::exchange(m_pending, {});
    const QHash<QString, Progress> progress = std::exchange(m_progress, {});
    for (int row = 0; row < m_rows.size(); ++row) {
        const QString id = m_rows.at(row).record.id;
        const auto fresh = pending.find(id);
        const auto moved = progress.find(id);
        JobView view = m_rows.at(row);
        if (fresh != pending.end()) {
            take(view, *fresh);
        }
        if (moved != progress.end()) {
            takeProgress(view, *moved);
        }
        replace(row, view, fresh != pending.end() ? QList<int>() : progressRoles());
    }
}

/// What passes by itself: the time a server needs, and that of a transfer which brings nothing.
void JobsModel::tick()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        JobView view = m_rows.at(row);
        if (isServerWork(view.record.step)) {
            Q_EMIT dataChanged(index(row), index(row), {AsideRole, Qt::AccessibleTextRole});
        } else if (isTransfer(view.record.step) && !m_flushTimer.isActive()) {
            measure(view);
            replace(row, view, progressRoles());
        }
    }
}

int JobsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const JobView view = viewAt(index.row());
    const JobRecord& record = view.record;
    switch (role) {
    case Qt::DisplayRole:
        return jobTitle(record);
    case Qt::ToolTipRole:
        return jobHint(view, m_clock.nowUtc());
    case Qt::AccessibleTextRole:
        return spokenJob(view, m_clock.nowUtc());
    case IdRole:
        return record.id;
    case SortRole: {
        const qint64 finished = jobGroup(record) == JobGroup::Finished ? 1 : 0;
        return (finished << 48) - record.sequence;
    }
    case IconRole:
        return jobLook(record).icon;
    case ToneRole:
        return static_cast<int>(jobLook(record).tone);
    case TierRole:
        return static_cast<int>(record.tier);
    case SpeedsRole:
        return QVariant::fromValue(view.speeds);
    case FinishedRole:
        return jobGroup(record) == JobGroup::Finished;
    default:
        break;
    }
    const JobRow row = jobRow(view, m_clock.nowUtc());
    switch (role) {
    case StepRole:
        return row.step;
    case AsideRole:
        return row.aside;
    case AsideBelowRole:
        return row.asideBelow;
    case ProgressRole:
        return row.permille ? QVariant(*row.permille) : QVariant();
    default:
        return {};
    }
}

JobsProxy::JobsProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(JobsModel::SortRole);
    setFilterRole(JobsModel::FinishedRole);
    setDynamicSortFilter(true);
    sort(0);
}

void JobsProxy::setFinishedShown(bool shown)
{
    m_finishedShown = shown;
    invalidateFilter();
}

bool JobsProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return m_finishedShown || !sourceModel()->index(row, 0, parent).data(JobsModel::FinishedRole).toBool();
}

} // namespace longshore
