#pragma once

#include "app/domain/exportflow.h"
#include "app/domain/importflow.h"
#include "app/jobs/jobbook.h"
#include "app/jobs/jobs.h"
#include "app/jobs/providersource.h"

#include <chrono>
#include <functional>

namespace longshore {

class Poller;

/// What a job may do with others.
struct OtherJobs
{
    std::function<void(const QString& id)> take; ///< a row was made for one: the engine carries it out
    std::function<void(const QString& id, JobVerb verb)> act;
};

/// What every job of the engine works with.
struct EngineParts
{
    const JobsContext& context;
    JobBook& book;
    ProviderSource& providers;
    Poller& poller;
    const bool& online;
    OtherJobs others;
};

/// One job's row, and the two ways it changes: an event moves it to its next step, or it waits where it is.
class JobHandle final : public QObject
{
    Q_OBJECT

public:
    JobHandle(EngineParts parts, QString id, QObject* parent) : QObject(parent), m_parts(parts), m_id(std::move(id)) { }

    [[nodiscard]] const EngineParts& parts() const { return m_parts; }
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] JobRecord record() const; ///< empty when the row is gone
    [[nodiscard]] JobStep step() const { return record().step; }
    [[nodiscard]] std::optional<Connection> connection() const;
    [[nodiscard]] PollPace pace() const;
    /// A service on this machine needs no network.
    [[nodiscard]] bool canReachService() const;
    [[nodiscard]] QDateTime now() const { return m_parts.book.now(); }

    /// Applies the event; false when it does not apply to the step. A wait and an error end with the step; `edit` may
    /// set new ones. moved() follows.
    bool move(ExportEvent event, const JobBook::Edit& edit = {}, const JobBook::Along& along = {},
              JobBook::Saved saved = {});
    bool move(ImportEvent event, const JobBook::Edit& edit = {}, const JobBook::Along& along = {},
              JobBook::Saved saved = {});
    void change(const JobBook::Edit& edit) { m_parts.book.change(m_id, edit); }
    void showProgress(const Progress& progress) { m_parts.book.showProgress(m_id, progress); }
    void note(const QString& text) { m_parts.book.note(m_id, text); }

    /// Waits for something outside; the poller wakes the job after retryDelay().
    void waitFor(WaitReason reason, const Error& error);
    /// Waits until something else wakes it.
    void waitFor(WaitReason reason, const QString& waitingFor = {});
    /// Counts a failure and says how often that error came in a row.
    [[nodiscard]] int countFailure(Error::Code code);
    void forgetFailures() { m_failures = m_sameFailures = 0; }

    /// Hands over the provider, now if one is kept; otherwise the task that makes it is returned, and may be cancelled.
    using WithProvider = std::function<void(const Result<std::shared_ptr<Provider>>&)>;
    [[nodiscard]] Task* openProvider(const WithProvider& then);
    /// When the step began.
    [[nodiscard]] QDateTime stepBegan() const;
    /// Polls by the age of the step, or waits for the network.
    void planPoll();
    /// Whether what took from the beginning of the step until now was watched to its end; `seenBefore`: the last check
    /// but one. After a break nobody knows when the service was done.
    [[nodiscard]] std::optional<std::chrono::seconds> watchedStep(const QDateTime& seenBefore) const;
    /// Another row has that id of the service.
    [[nodiscard]] bool isOfAnotherJob(const QString& serverId) const;

    // What a person wishes of a transfer; true: the row changed.
    bool setPriority(const QString& name);
    bool setLimit(const QString& argument);
    /// A transfer that has not begun is only marked: what comes before it goes on. True: it had begun and must halt.
    bool pause();
    /// True: the step is the transfer's, which goes on.
    bool resume();

Q_SIGNALS:
    void moved();
    void credentialsNeeded(const longshore::Error& why);

private:
    bool moveTo(std::optional<JobStep> step, const JobBook::Edit& edit, const JobBook::Along& along,
                JobBook::Saved saved);

    EngineParts m_parts;
    QString m_id;
    int m_failures = 0; ///< in a row
    int m_sameFailures = 0;
    Error::Code m_lastFailure = Error::Code::Internal;
};

/// What can be an id of the service.
[[nodiscard]] bool looksLikeAnId(const QString& text);
/// For a job's log: the code, the HTTP status, and the words of the server.
[[nodiscard]] QString describe(const Error& error);

} // namespace longshore
