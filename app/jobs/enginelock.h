#pragma once

#include "app/core/progress.h"
#include "app/core/task.h"

#include <QHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <functional>
#include <memory>

class QLockFile;

namespace longshore {

/// Decides which process of a state folder carries out the jobs, and lets the others reach it: a lock file in the
/// folder, and a local socket (this user only) named after the folder. A process that does not hold the lock tries
/// again when the holder ends, however it ended.
class EngineLock final : public QObject
{
    Q_OBJECT

public:
    EngineLock(QString home, QObject* parent);
    ~EngineLock() override;

    void start(); ///< settled() follows
    /// Only looks for a process that holds it and never takes it; settled() follows.
    void observe();
    [[nodiscard]] bool isOurs() const { return m_ours; }
    /// There is a line to the process that holds it.
    [[nodiscard]] bool reachesOther() const { return m_engine.state() == QLocalSocket::ConnectedState; }
    /// To the engine's process: rows or connections changed.
    void wake();
    /// From the engine's process to the others: rows changed, or only how far a transfer is.
    void tellChanged();
    void tellProgress(const QString& job, const Progress& progress);
    /// Called in the engine's process when a second start asks; answers whether a window showed itself. `files`: what
    /// that start was to open.
    void setRaise(std::function<bool(const QStringList& files)> raise) { m_raise = std::move(raise); }
    /// Asks whoever holds the lock of `home`. NotFound when no window answers.
    [[nodiscard]] static ResultTask<void>* raise(const QString& home, const QStringList& files, QObject* parent);

Q_SIGNALS:
    void settled(); ///< the first answer is there: ours or not
    void taken(); ///< became ours after it was another's
    void failed(const longshore::Error& error); ///< the folder cannot be used
    void woken();
    void changed(); ///< another process changed rows; or it may have (there is no line to it)
    void progress(const QString& job, const longshore::Progress& progress);

private:
    void tryLock();
    void locked(bool ours);
    void listen();
    void accept();
    void serve(QLocalSocket* client);
    void broadcast(const QByteArray& line);
    void reachEngine();
    void hearEngine();

    QString m_home;
    std::shared_ptr<QLockFile> m_lock;
    QLocalServer m_server;
    QList<QPointer<QLocalSocket>> m_clients;
    QLocalSocket m_engine; ///< our line to the process that holds the lock
    QTimer m_again;
    std::function<bool(const QStringList&)> m_raise;
    bool m_ours = false;
    bool m_settled = false;
    bool m_observing = false;
    bool m_trying = false;
    bool m_wakePending = false;
    bool m_changePending = false;
};

} // namespace longshore
