#pragma once

#include <QLoggingCategory>
#include <QString>

namespace longshore {

// "longshore.net" and so on; debug messages are off unless QT_LOGGING_RULES asks for them.
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcTransfer)
Q_DECLARE_LOGGING_CATEGORY(lcJobs)
Q_DECLARE_LOGGING_CATEGORY(lcLibrary)
Q_DECLARE_LOGGING_CATEGORY(lcArchive)
Q_DECLARE_LOGGING_CATEGORY(lcProvider)
Q_DECLARE_LOGGING_CATEGORY(lcCredentials)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcPractice)
Q_DECLARE_LOGGING_CATEGORY(lcCli)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

struct LogOptions
{
    QString folder; ///< `longshore.log`, `longshore.log.1`, …, 0600; empty: no file
    qint64 fileBytes = 2'000'000; ///< a file that reached this is put aside
    int keptFiles = 3; ///< beside the one that is written
    size_t keptLines = 2'000; ///< for recentText()
    bool echoWarnings = true; ///< also to standard error
};

/// Catches every Qt message of the process while it lives: one object, made first thing in main(). A message goes
/// through redactedText(), into a bounded buffer, and into a file that a thread of its own writes; the caller never
/// waits for a disk. When messages come faster than the disk takes them, the oldest are dropped and counted.
class Log final
{
public:
    explicit Log(const LogOptions& options);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    /// Writes what is left and gives the messages back to whom they went before.
    ~Log();

    /// The newest lines, oldest first, for "Copy log". Empty when no Log lives.
    [[nodiscard]] static QString recentText();
    /// The file now written to; empty when there is none.
    [[nodiscard]] static QString filePath();

private:
    class Private;
};

} // namespace longshore
