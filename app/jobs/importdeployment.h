#pragma once

#include "app/jobs/jobhandle.h"

#include <QPointer>

namespace longshore {

/// The service's part of an import: asking for it, looking for it when the answer was lost, watching it, and what a
/// person decides about it while it waits.
class ImportDeployment final : public QObject
{
    Q_OBJECT

public:
    ImportDeployment(JobHandle& job, QObject* parent);

    /// Everything is there: asks the service for the import, once.
    void ask();
    /// Looks for the one whose answer was lost, a few times over a while.
    void look();
    void poll();
    /// Entered a step in which the service works or waits; `atOnce`: by a start of the program or a wish.
    void watch(bool atOnce);
    /// Complete or Reset was committed to the row: tells the service.
    void sendWish();
    void adopt(const QString& id);
    /// A look that a person asked for begins anew.
    void lookAgain();
    void wishIsComing() { m_wishing = true; }
    void wishOver() { m_wishing = false; }
    [[nodiscard]] bool isBusy() const { return m_task != nullptr; }

Q_SIGNALS:
    /// Nothing runs any more.
    void idle();

private:
    template <class T>
    void run(ResultTask<T>* task, void (ImportDeployment::*then)(const Result<T>&));
    [[nodiscard]] ResultTask<ImportStatus>* question(const QString& id);
    void readContents();
    void openProvider();
    void commitAsking();
    void sendAsking();
    void asked(const Result<ImportStatus>& answer);
    void askingFailed(const Error& error);
    void looked(const Result<QList<ImportStatus>>& list);
    void lookAtSession();
    void sessionLooked(const Result<ImportStatus>& answer);
    void nothingSeen(bool isSure);
    void onlyAPersonKnows(const QString& why);
    void lookLater();
    void polled(const Result<ImportStatus>& answer);
    void pollFailed(const Error& error);
    void wished(const Result<ImportStatus>& answer);
    void take(const ImportStatus& status);
    void heard(const ImportStatus& status);
    void adopted(const Result<ImportStatus>& answer);
    void adoptionFailed(const Error& error);
    void serverFailed(const ImportStatus& status);
    [[nodiscard]] std::optional<LearnedDuration> learned() const;

    JobHandle& m_job;
    std::shared_ptr<Provider> m_provider;
    QPointer<Task> m_task;
    QDateTime m_seenBefore; ///< the last check but one
    QString m_adopting;
    QByteArray m_contents; ///< of a file that goes inside the request
    int m_looks = 0;
    int m_lostUploads = 0; ///< that the service did not take when they were to be run
    bool m_wishing = false; ///< a wish is in the row and not yet answered
    std::optional<Error> m_wishRefused; ///< why the last one did not help
};

template <class T>
void ImportDeployment::run(ResultTask<T>* task, void (ImportDeployment::*then)(const Result<T>&))
{
    m_task = task;
    connect(task, &Task::finished, this, [this, task, then] {
        if (m_task != task) {
            return; // a wish did not wait for the end of a look, whose answer may be older than the wish
        }
        m_task = nullptr;
        (this->*then)(task->result());
        if (m_task == nullptr) {
            Q_EMIT idle();
        }
    });
    task->start();
}

} // namespace longshore
