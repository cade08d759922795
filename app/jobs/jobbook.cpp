#include "app/jobs/jobbook.h"

#include "app/core/clock.h"
#include "app/core/log.h"

#include <QPointer>
#include <algorithm>

namespace longshore {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype LogLimit = 200;
constexpr auto SaveAgainAfter = 5s;

std::optional<Estimate::Range> rangeOf(const QList<LearnedDuration>& durations, const QString& place,
                                       LearnedDuration::Kind kind)
{
    QList<std::chrono::seconds> took;
    for (const LearnedDuration& learned : durations) {
        if (learned.place == place && learned.kind == kind) {
            took.append(learned.took);
        }
    }
    return usualRange(took);
}

} // namespace

void addLogLine(JobRecord& record, const QDateTime& at, const QString& text)
{
    record.log.append({at, text});
    qCInfo(lcJobs).noquote() << record.id.left(8) << text;
    if (record.log.size() > LogLimit) {
        record.log.remove(0, record.log.size() - LogLimit);
    }
}

JobBook::JobBook(Storage& storage, const Clock& clock, QObject* parent)
    : QObject(parent), m_storage(storage), m_clock(clock)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &JobBook::saveAgain);
}

void JobBook::load(bool mine)
{
    auto* task = m_storage.run<JobsSnapshot>(
        [since = m_revision](QSqlDatabase& database) { return jobstore::read(database, since); }, this);
    connect(task, &Task::finished, this, [this, task, mine] {
        if (!task->result()) {
            Q_EMIT storageFailed(task->result().error());
            return;
        }
        take(*task->result(), mine);
    });
    task->start();
}

void JobBook::take(const JobsSnapshot& snapshot, bool mine)
{
    m_revision = std::max(m_revision, snapshot.revision);
    m_durations = snapshot.durations;
    for (auto used = snapshot.packageNames.cbegin(); used != snapshot.packageNames.cend(); ++used) {
        m_packageNames[used.key()].unite(used.value());
    }
    for (const JobRecord& record : snapshot.changed) {
        takeRow(record, mine);
    }
    const QStringList known = m_records.keys();
    for (const QString& id : known) {
        if (!mine && !snapshot.ids.contains(id)) {
            m_records.remove(id);
            Q_EMIT removed(id);
        }
    }
    QList<JobAction> fresh;
    for (const JobAction& action : snapshot.actions) {
        if (!m_carriedOut.contains(action.id)) {
            fresh.append(action);
        }
    }
    Q_EMIT loaded(fresh);
}

void JobBook::takeRow(const JobRecord& row, bool mine)
{
    const auto known = m_records.constFind(row.id);
    if (m_removed.contains(row.id) || (known != m_records.constEnd() && mine)) {
        return;
    }
    JobRecord fresh = row;
    if (known != m_records.constEnd() && known->step == row.step) {
        fresh.progress = known->progress; // rows do not hold it
    }
    if (known == m_records.constEnd() || *known != fresh) {
        m_records.insert(fresh.id, fresh);
        Q_EMIT changed(fresh);
    }
}

const JobRecord* JobBook::find(const QString& id) const
{
    const auto found = m_records.constFind(id);
    return found == m_records.constEnd() ? nullptr : &*found;
}

QList<JobRecord> JobBook::inOrder() const
{
    QList<JobRecord> records = m_records.values();
    std::sort(records.begin(), records.end(),
              [](const JobRecord& a, const JobRecord& b) { return a.sequence < b.sequence; });
    return records;
}

Estimate JobBook::estimate(const QString& place) const
{
    Estimate estimate;
    estimate.serverWork = rangeOf(m_durations, place, LearnedDuration::Kind::ServerWork);
    estimate.download = rangeOf(m_durations, place, LearnedDuration::Kind::Download);
    estimate.upload = rangeOf(m_durations, place, LearnedDuration::Kind::Upload);
    estimate.serverImport = rangeOf(m_durations, place, LearnedDuration::Kind::ServerImport);
    for (const LearnedDuration& learned : m_durations) {
        if (learned.place == place && learned.kind == LearnedDuration::Kind::Download) {
            estimate.lastSize = learned.bytes;
            break;
        }
    }
    return estimate;
}

QDateTime JobBook::lastServerImport(const QString& place, const QString& except) const
{
    const JobRecord* job = find(except);
    QDateTime last;
    for (const LearnedDuration& learned : m_durations) {
        const bool own = job != nullptr && learned.ended >= job->createdAt
                         && (!job->finishedAt.isValid() || learned.ended <= job->finishedAt);
        if (learned.place == place && learned.kind == LearnedDuration::Kind::ServerImport && !own
            && (!last.isValid() || learned.ended > last)) {
            last = learned.ended;
        }
    }
    return last;
}

QDateTime JobBook::now() const
{
    return m_clock.nowUtc();
}

qint64 JobBook::claimAction()
{
    return std::exchange(m_currentAction, 0);
}

void JobBook::insert(JobRecord record, Inserted inserted)
{
    const auto row = std::make_shared<Result<JobRecord>>(fail(Error::Code::Internal));
    m_storage.submit(
        [record = std::move(record), row, action = claimAction()](QSqlDatabase& database) {
            *row = jobstore::insert(database, record, action);
            return row->map([](const JobRecord&) {});
        },
        [this, alive = QPointer<JobBook>(this), row, inserted = std::move(inserted)](const Result<void>& outcome) {
            if (alive == nullptr) {
                return;
            }
            if (!outcome) {
                complain(outcome.error());
                inserted(fail(outcome.error()));
                return;
            }
            takeRow(**row, true);
            Q_EMIT stored();
            inserted(*row);
        });
}

void JobBook::change(const QString& id, const Edit& edit, Saved saved)
{
    change(id, edit, Along{}, std::move(saved));
}

void JobBook::change(const QString& id, const Edit& edit, const Along& along, Saved saved)
{
    const auto found = m_records.find(id);
    if (found == m_records.end()) {
        return;
    }
    edit(*found);
    if (along.learned) {
        m_durations.prepend(*along.learned);
    }
    if (along.used) {
        m_packageNames[along.used->project].insert(along.used->name.toLower());
    }
    const JobRecord record = *found;
    save({record, claimAction(), along.learned, along.dropJournal, along.used, along.renewedSource}, std::move(saved));
    Q_EMIT changed(record);
}

void JobBook::showProgress(const QString& id, const Progress& progress)
{
    if (const auto found = m_records.find(id); found != m_records.end()) {
        found->progress = progress;
        Q_EMIT progressed(id, progress);
    }
}

void JobBook::note(const QString& id, const QString& text)
{
    change(id, [this, &text](JobRecord& record) { addLogLine(record, now(), text); });
}

void JobBook::save(const JobWrite& write, Saved saved)
{
    const QString id = write.record.id;
    m_unsaved.remove(id);
    m_storage.submit(
        [write](QSqlDatabase& database) { return jobstore::write(database, write); },
        [this, alive = QPointer<JobBook>(this), id, saved = std::move(saved)](const Result<void>& outcome) {
            if (alive == nullptr) {
                return;
            }
            // NotFound: dismissed meanwhile.
            if (!outcome && outcome.error().code != Error::Code::NotFound) {
                m_unsaved.insert(id);
                complain(outcome.error());
            }
            if (outcome) {
                Q_EMIT stored();
            }
            if (saved) {
                saved(outcome);
            }
        });
}

void JobBook::complain(const Error& error)
{
    if (!m_retry.isActive()) {
        Q_EMIT storageFailed(error);
        m_retry.start(SaveAgainAfter);
    }
}

void JobBook::saveAgain()
{
    const QSet<QString> unsaved = std::exchange(m_unsaved, {});
    for (const QString& id : unsaved) {
        if (const JobRecord* record = find(id)) {
            save({.record = *record}, {});
        }
    }
}

void JobBook::remove(const QString& id)
{
    if (m_records.remove(id) == 0) {
        return;
    }
    m_removed.insert(id);
    m_storage.submit(
        [id, action = claimAction()](QSqlDatabase& database) { return jobstore::remove(database, id, action); },
        [this, alive = QPointer<JobBook>(this)](const Result<void>& outcome) {
            if (alive == nullptr) {
                return;
            }
            if (outcome) {
                Q_EMIT stored();
            } else {
                complain(outcome.error());
            }
        });
    Q_EMIT removed(id);
}

void JobBook::fileAction(const JobAction& action)
{
    m_storage.submit([action](QSqlDatabase& database) { return jobstore::fileAction(database, action); },
                     [this, alive = QPointer<JobBook>(this)](const Result<void>& outcome) {
                         if (alive == nullptr) {
                             return;
                         }
                         if (!outcome) {
                             complain(outcome.error());
                             return;
                         }
                         Q_EMIT actionFiled();
                     });
}

void JobBook::carryOut(const JobAction& action, const std::function<void()>& effect)
{
    if (m_carriedOut.contains(action.id)) {
        return;
    }
    m_carriedOut.insert(action.id);
    m_currentAction = action.id;
    effect();
    if (const qint64 left = claimAction(); left != 0) {
        m_storage.submit([left](QSqlDatabase& database) { return jobstore::dropAction(database, left); });
    }
}

} // namespace longshore
