#pragma once

#include <QByteArray>
#include <QString>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace longshore {

/// A text file that a thread of its own appends to and puts aside when it is full. write() only queues.
class LogFile final
{
public:
    LogFile(const QString& folder, qint64 fileBytes, int keptFiles);
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
    /// Writes what was queued.
    ~LogFile();

    void write(const QByteArray& line);
    /// Waits until everything is on its way to the disk, but not longer than two seconds. For a process about to die.
    void drain();
    [[nodiscard]] QString path() const { return m_path; }

private:
    void loop();
    void append(const std::deque<QByteArray>& lines);
    void rotate();

    const QString m_path;
    const qint64 m_fileBytes;
    const int m_keptFiles;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_drained;
    std::deque<QByteArray> m_queue;
    qint64 m_dropped = 0;
    bool m_writing = false;
    bool m_quit = false;
    std::thread m_thread;
};

} // namespace longshore
