#pragma once

#include "app/practice/mariadbtools.h"

#include <QTemporaryDir>
#include <atomic>
#include <memory>
#include <thread>

namespace longshore::practice {

/// A private MariaDB server: its data lies in a folder, it listens on a socket there and nowhere else, and it runs
/// without rights where that can be had. It ends with this object, and with the process where the system can do that;
/// one that an earlier, killed process left is ended before a new one starts.
class MariaDbInstance final
{
public:
    MariaDbInstance(MariaDbTools tools, QString folder);
    ~MariaDbInstance(); ///< stops the server and waits for it
    MariaDbInstance(const MariaDbInstance&) = delete;
    MariaDbInstance& operator=(const MariaDbInstance&) = delete;

    /// Makes the data folder the first time, which takes seconds, and starts the server. Does nothing when it runs.
    /// Errors: ServerError (detail: what it said), FileAccess, Cancelled.
    [[nodiscard]] Result<void> start(const CancelFlag& cancel);

    /// Runs SQL as the administrator.
    [[nodiscard]] Result<QByteArray> query(const QByteArray& sql, const CancelFlag& cancel) const;
    /// What each client is told first: where the server is, and who asks.
    [[nodiscard]] QStringList clientArguments(const QString& user) const;
    [[nodiscard]] const MariaDbTools& tools() const { return m_tools; }

private:
    [[nodiscard]] Result<void> makeFolders();
    [[nodiscard]] Result<void> install(const CancelFlag& cancel);
    void chooseUser();
    [[nodiscard]] bool own(const QString& path) const;
    void endLeftover() const;
    [[nodiscard]] QStringList serverArguments() const;
    void keepRunning(); ///< in its thread: the server's parent
    [[nodiscard]] Result<void> awaitAnswer(const CancelFlag& cancel);
    [[nodiscard]] QString lastWords() const;

    MariaDbTools m_tools;
    QString m_folder;
    QString m_socket;
    QString m_user; ///< empty: as we are
    uint m_userId = 0;
    uint m_groupId = 0;
    std::unique_ptr<QTemporaryDir> m_short; ///< of the socket, where the folder's path is too long for one
    std::atomic_bool m_stop = false;
    std::atomic_bool m_ended = false;
    std::thread m_thread;
};

} // namespace longshore::practice
