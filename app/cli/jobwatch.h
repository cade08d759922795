#pragma once

#include "app/cli/joboutcome.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>

namespace longshore {
class Services;
}

namespace longshore::cli {

class AskSecretTask;
class Output;

struct WatchRules
{
    WatchUntil until = WatchUntil::Finished;
    std::chrono::milliseconds patience{0};
    bool canAsk = false; ///< a person sits at a terminal
};

/// Follows jobs, tells what changes, and says for each how it ended.
class JobWatch final : public QObject
{
    Q_OBJECT

public:
    JobWatch(Services& services, Output& output, const WatchRules& rules, QObject* parent);

    void follow(const QString& id);
    /// The first one that is not Done.
    [[nodiscard]] Exit exit() const { return m_exit; }

Q_SIGNALS:
    void ended(); ///< nothing is left to follow

private:
    struct Followed
    {
        std::optional<Error> trouble; ///< the last one; a record has none while it tries again
        QString shown; ///< the state last told
        qint64 bytes = 0;
        int retries = 0;
        qsizetype warnings = 0; ///< of the service that were told
        QTimer* patience = nullptr;
    };
    void changed(const JobRecord& record);
    void look(const JobRecord& record);
    void tell(Followed& followed, const JobRecord& record);
    void keepPatience(Followed& followed, const JobRecord& record);
    /// The job it depends on now: its backup, or itself.
    [[nodiscard]] JobRecord subjectOf(const JobRecord& record) const;
    void askSecret(const JobRecord& record);
    void settle(const QString& id, const JobOutcome& outcome);
    void tellEnd(const JobRecord& record, const JobOutcome& outcome);
    [[nodiscard]] std::optional<JobOutcome> outcome(const JobRecord& record) const;

    Services& m_services;
    Output& m_output;
    WatchRules m_rules;
    QHash<QString, Followed> m_followed;
    QPointer<AskSecretTask> m_asking;
    QString m_refusedToType; ///< connection whose secret the person did not give
    Exit m_exit = Exit::Done;
};

} // namespace longshore::cli
