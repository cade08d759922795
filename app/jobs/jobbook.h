#pragma once

#include "app/domain/estimate.h"
#include "app/jobs/jobstore.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace longshore {

class Clock;

/// The jobs as this process knows them, and the way every change of them takes to the state file.
class JobBook final : public QObject
{
    Q_OBJECT

public:
    using Edit = std::function<void(JobRecord&)>;
    using Saved = std::function<void(const Result<void>&)>;
    using Inserted = std::function<void(const Result<JobRecord>&)>;
    /// What else becomes durable with a change.
    struct Along
    {
        std::optional<LearnedDuration> learned{};
        bool dropJournal = false;
        std::optional<UsedPackage> used{};
        std::optional<QByteArray> renewedSource{}; ///< see JobWrite
    };

    JobBook(Storage& storage, const Clock& clock, QObject* parent);

    /// Brings in what is new in the file; loaded() follows. `mine`: this process changes the rows, so only unknown ones
    /// and actions are taken over.
    void load(bool mine);

    [[nodiscard]] const JobRecord* find(const QString& id) const;
    [[nodiscard]] QList<JobRecord> inOrder() const; ///< oldest first
    [[nodiscard]] Estimate estimate(const QString& place) const;
    /// Of deployments of that project (slotKey()); lower case.
    [[nodiscard]] QSet<QString> rememberedPackageNames(const QString& project) const
    {
        return m_packageNames.value(project);
    }
    /// When a deployment into that place was last watched to its end, `except`: not counting the one of that job;
    /// invalid: not known.
    [[nodiscard]] QDateTime lastServerImport(const QString& place, const QString& except) const;
    [[nodiscard]] QDateTime now() const;

    /// Makes a row; `inserted` follows when it is durable.
    void insert(JobRecord record, Inserted inserted);
    /// Changes a job at once and makes that durable soon; `saved` follows then.
    void change(const QString& id, const Edit& edit, Saved saved = {});
    void change(const QString& id, const Edit& edit, const Along& along, Saved saved = {});
    /// Nothing is written for it.
    void showProgress(const QString& id, const Progress& progress);
    void remove(const QString& id);
    /// Adds a line to the job's log, durable with the next change.
    void note(const QString& id, const QString& text);

    /// For the process that runs the engine.
    void fileAction(const JobAction& action);
    /// Runs `effect`; the first write in it also takes the action out of the file. Once in the life of this process.
    void carryOut(const JobAction& action, const std::function<void()>& effect);

Q_SIGNALS:
    void loaded(const QList<longshore::JobAction>& actions);
    void changed(const longshore::JobRecord& record);
    void removed(const QString& id);
    void progressed(const QString& id, const longshore::Progress& progress); ///< and nothing else of it
    void stored(); ///< something this process changed
    void actionFiled(); ///< it is durable
    void storageFailed(const longshore::Error& error);

private:
    void take(const JobsSnapshot& snapshot, bool mine);
    void takeRow(const JobRecord& row, bool mine);
    void save(const JobWrite& write, Saved saved);
    void complain(const Error& error);
    void saveAgain();
    [[nodiscard]] qint64 claimAction();

    Storage& m_storage;
    const Clock& m_clock;
    QMap<QString, JobRecord> m_records;
    QList<LearnedDuration> m_durations; ///< newest first
    QHash<QString, QSet<QString>> m_packageNames; ///< by project; lower case
    qint64 m_revision = 0;
    qint64 m_currentAction = 0;
    QSet<qint64> m_carriedOut;
    QSet<QString> m_removed; ///< by this process; a read that was on its way may still bring them
    QSet<QString> m_unsaved; ///< rows whose last write failed
    QTimer m_retry;
};

/// Appends to the log of a record, which keeps the newest 200 lines.
void addLogLine(JobRecord& record, const QDateTime& at, const QString& text);

} // namespace longshore
