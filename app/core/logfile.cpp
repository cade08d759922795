#include "app/core/logfile.h"

#include <QDir>
#include <QFile>
#include <chrono>

namespace longshore {

namespace {
constexpr size_t MostQueued = 10'000;
constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
} // namespace

LogFile::LogFile(const QString& folder, qint64 fileBytes, int keptFiles)
    : m_path(folder + QStringLiteral("/longshore.log")), m_fileBytes(fileBytes), m_keptFiles(keptFiles)
{
    m_thread = std::thread([this] { loop(); });
}

LogFile::~LogFile()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void LogFile::write(const QByteArray& line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.size() == MostQueued) {
            m_queue.pop_front();
            ++m_dropped;
        }
        m_queue.push_back(line);
    }
    m_wake.notify_one();
}

void LogFile::drain()
{
    std::unique_lock lock(m_mutex);
    m_drained.wait_for(lock, std::chrono::seconds(2), [this] { return m_queue.empty() && !m_writing; });
}

void LogFile::loop()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_quit || !m_queue.empty(); });
        if (m_queue.empty()) {
            return;
        }
        std::deque<QByteArray> lines;
        lines.swap(m_queue);
        if (m_dropped > 0) {
            lines.push_front(QByteArray::number(m_dropped) + " lines were dropped here\n");
            m_dropped = 0;
        }
        m_writing = true;
        lock.unlock();
        append(lines);
        lock.lock();
        m_writing = false;
        m_drained.notify_all();
    }
}

void LogFile::append(const std::deque<QByteArray>& lines)
{
    QFile file(m_path);
    const auto mode = QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered;
    for (const QByteArray& line : lines) {
        if (!file.isOpen() && !file.open(mode, OwnerOnly)) {
            return; // nowhere to complain: the lines are still in the buffer for "Copy log"
        }
        file.write(line);
        if (file.size() >= m_fileBytes) {
            file.close();
            rotate();
        }
    }
}

void LogFile::rotate()
{
    const auto aside = [this](int number) -> QString { return m_path + u'.' + QString::number(number); };
    QFile::remove(aside(m_keptFiles));
    for (int number = m_keptFiles - 1; number > 0; --number) {
        QFile::rename(aside(number), aside(number + 1));
    }
    if (m_keptFiles > 0) {
        QFile::rename(m_path, aside(1));
    } else {
        QFile::remove(m_path);
    }
}

} // namespace longshore
