#include "app/jobs/enginelock.h"

#include "app/core/backgroundtask.h"
#include "app/core/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <utility>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto AgainAfter = 1s;
constexpr auto AnswerWithin = 3s;
constexpr qint64 LongestLine = 16 * 1024; ///< some paths as Base64
constexpr qint64 MostUnsent = 64 * 1024;

const QByteArray WakeWord = "wake"; // clazy:exclude=non-pod-global-static
const QByteArray RaiseWord = "raise"; // clazy:exclude=non-pod-global-static
const QByteArray RaisedWord = "raised"; // clazy:exclude=non-pod-global-static
const QByteArray NoWindowWord = "no-window"; // clazy:exclude=non-pod-global-static
const QByteArray ChangedWord = "changed"; // clazy:exclude=non-pod-global-static
const QByteArray ProgressWord = "progress "; // clazy:exclude=non-pod-global-static

/// Short, because a socket's path may have no more than about 100 bytes.
QString socketName(const QString& home)
{
    const QByteArray path = QDir(home).absolutePath().toUtf8();
    return u"longshore-"_s
           + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(20));
}

Result<bool> lockHome(const QString& home, QLockFile& lock)
{
    QDir dir(home);
    if (!dir.mkpath(u"."_s)) {
        return fail(Error::Code::FileAccess, home, u"the folder cannot be made"_s);
    }
    QFile::setPermissions(home, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (lock.tryLock()) {
        return true;
    }
    if (lock.error() == QLockFile::LockFailedError) {
        return false;
    }
    return fail(Error::Code::FileAccess, home, u"no lock file can be written"_s);
}

QByteArray progressLine(const QString& job, const Progress& progress)
{
    return ProgressWord + job.toLatin1() + ' ' + QByteArray::number(progress.done) + ' '
           + QByteArray::number(progress.total.value_or(-1)) + ' ' + QByteArray::number(progress.bytesPerSecond, 'f', 0)
           + ' ' + QByteArray::number(progress.streams);
}

std::optional<std::pair<QString, Progress>> parseProgress(const QByteArray& line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 6 || words.first() + ' ' != ProgressWord) {
        return std::nullopt;
    }
    const qint64 total = words.at(3).toLongLong();
    return std::pair{QString::fromLatin1(words.at(1)),
                     Progress{.done = words.at(2).toLongLong(),
                              .total = total < 0 ? std::nullopt : std::optional(total),
                              .bytesPerSecond = words.at(4).toDouble(),
                              .streams = words.at(5).toInt()}};
}

/// "raise", and each file as Base64, which has no blank.
QByteArray raiseLine(const QStringList& files)
{
    QByteArray line = RaiseWord;
    for (const QString& file : files) {
        const QByteArray word = ' ' + file.toUtf8().toBase64();
        if (line.size() + word.size() < LongestLine) {
            line += word;
        }
    }
    return line + '\n';
}

QStringList filesOf(const QByteArray& line)
{
    QStringList files;
    const QList<QByteArray> words = line.split(' ').mid(1);
    for (const QByteArray& word : words) {
        files << QString::fromUtf8(QByteArray::fromBase64(word));
    }
    return files;
}

class RaiseTask final : public ResultTask<void>
{
public:
    RaiseTask(QString name, QByteArray line, QObject* parent)
        : ResultTask<void>(parent), m_name(std::move(name)), m_line(std::move(line))
    { }

protected:
    void run() override
    {
        const auto nobody = [this] { completeWith(fail(Error::Code::NotFound, u"window"_s)); };
        connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write(m_line); });
        connect(&m_socket, &QLocalSocket::errorOccurred, this, nobody);
        connect(&m_socket, &QLocalSocket::readyRead, this, [this, nobody] {
            while (m_socket.canReadLine()) {
                const QByteArray line = m_socket.readLine(LongestLine).trimmed();
                if (line == RaisedWord) {
                    completeWith({});
                } else if (line == NoWindowWord) {
                    nobody();
                }
            }
        });
        QTimer::singleShot(AnswerWithin, this, nobody);
        m_socket.connectToServer(m_name);
    }

private:
    QString m_name;
    QByteArray m_line;
    QLocalSocket m_socket;
};

} // namespace

EngineLock::EngineLock(QString home, QObject* parent)
    : QObject(parent),
      m_home(std::move(home)),
      m_lock(std::make_shared<QLockFile>(QDir(m_home).filePath(u"engine.lock"_s)))
{
    m_lock->setStaleLockTime(0); // a job may run for days; a lock is stale only when its process is gone
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &EngineLock::tryLock);
    connect(&m_server, &QLocalServer::newConnection, this, &EngineLock::accept);
    connect(&m_engine, &QLocalSocket::connected, this, [this] {
        if (std::exchange(m_wakePending, false)) {
            wake();
        }
        Q_EMIT changed();
    });
    connect(&m_engine, &QLocalSocket::readyRead, this, &EngineLock::hearEngine);
    connect(&m_engine, &QLocalSocket::disconnected, this, &EngineLock::tryLock);
    connect(&m_engine, &QLocalSocket::errorOccurred, this, [this] { m_again.start(AgainAfter); });
}

EngineLock::~EngineLock()
{
    m_engine.disconnect(this);
    m_server.disconnect(this);
}

void EngineLock::start()
{
    tryLock();
}

void EngineLock::observe()
{
    m_observing = true;
    const auto reached = [this] {
        if (!std::exchange(m_settled, true)) {
            Q_EMIT settled();
        }
    };
    connect(&m_engine, &QLocalSocket::connected, this, reached);
    connect(&m_engine, &QLocalSocket::errorOccurred, this, reached, Qt::QueuedConnection); // it may fail at once
    reachEngine();
}

void EngineLock::tryLock()
{
    if (m_observing) {
        locked(false);
        return;
    }
    if (m_ours || std::exchange(m_trying, true)) {
        return;
    }
    auto* task = new BackgroundTask<bool>(
        [home = m_home, lock = m_lock](const CancelFlag&) { return lockHome(home, *lock); }, this);
    connect(task, &Task::finished, this, [this, task] {
        m_trying = false;
        if (task->result()) {
            locked(*task->result());
        } else if (!m_settled) {
            Q_EMIT failed(task->result().error());
        } else {
            m_again.start(AgainAfter);
        }
    });
    task->start();
}

void EngineLock::locked(bool ours)
{
    m_ours = ours;
    if (ours) {
        m_engine.abort();
        listen();
    } else {
        reachEngine();
    }
    if (!std::exchange(m_settled, true)) {
        Q_EMIT settled();
    } else if (ours) {
        Q_EMIT taken();
    } else {
        Q_EMIT changed();
    }
}

void EngineLock::listen()
{
    const QString name = socketName(m_home);
    QLocalServer::removeServer(name); // left by a process that was killed; nobody else can hold it, we have the lock
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(name)) {
        qCWarning(lcApp) << "other processes cannot reach this one:" << m_server.errorString();
    }
}

void EngineLock::accept()
{
    while (QLocalSocket* client = m_server.nextPendingConnection()) {
        m_clients.append(client);
        connect(client, &QLocalSocket::readyRead, this, [this, client] { serve(client); });
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        serve(client);
    }
}

void EngineLock::serve(QLocalSocket* client)
{
    while (client->canReadLine()) {
        const QByteArray line = client->readLine(LongestLine).trimmed();
        if (line == WakeWord) {
            Q_EMIT woken();
        } else if (line == RaiseWord || line.startsWith("raise ")) {
            client->write((m_raise && m_raise(filesOf(line)) ? RaisedWord : NoWindowWord) + '\n');
        }
    }
    if (client->bytesAvailable() > LongestLine) {
        client->abort(); // speaks something else
    }
}

void EngineLock::broadcast(const QByteArray& line)
{
    m_clients.removeAll(nullptr);
    for (const QPointer<QLocalSocket>& client : std::as_const(m_clients)) {
        if (client->bytesToWrite() < MostUnsent) {
            client->write(line + '\n');
        }
    }
}

void EngineLock::tellChanged()
{
    if (!m_ours || std::exchange(m_changePending, true)) {
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_changePending = false;
            broadcast(ChangedWord);
        },
        Qt::QueuedConnection);
}

void EngineLock::tellProgress(const QString& job, const Progress& progress)
{
    if (m_ours) {
        broadcast(progressLine(job, progress));
    }
}

void EngineLock::wake()
{
    if (m_ours) {
        return;
    }
    if (m_engine.state() != QLocalSocket::ConnectedState) {
        m_wakePending = true;
        return;
    }
    m_engine.write(WakeWord + '\n');
    m_engine.flush();
}

void EngineLock::reachEngine()
{
    if (m_engine.state() == QLocalSocket::UnconnectedState) {
        m_engine.connectToServer(socketName(m_home));
    }
}

void EngineLock::hearEngine()
{
    while (m_engine.canReadLine()) {
        const QByteArray line = m_engine.readLine(LongestLine).trimmed();
        if (line == ChangedWord) {
            Q_EMIT changed();
        } else if (const auto parsed = parseProgress(line)) {
            Q_EMIT progress(parsed->first, parsed->second);
        }
    }
}

ResultTask<void>* EngineLock::raise(const QString& home, const QStringList& files, QObject* parent)
{
    return new RaiseTask(socketName(home), raiseLine(files), parent);
}

} // namespace longshore
