#include "app/practice/mariadbinstance.h"

#include "app/practice/stopsignal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qsizetype longestSocket = 100; // 107 on Linux, 103 on macOS
constexpr int lookMs = 100;
constexpr int patienceMs = 60000;

#ifdef Q_OS_UNIX
/// Whether everybody may walk through the folders above.
bool isReachable(const QString& folder)
{
    QDir dir(folder);
    while (dir.cdUp()) {
        if (!QFile::permissions(dir.absolutePath()).testFlag(QFileDevice::ExeOther)) {
            return false;
        }
        if (dir.isRoot()) {
            break;
        }
    }
    return true;
}

/// How the process was started; empty when there is none.
QByteArray commandLine(qint64 pid)
{
    if (QFile::exists(u"/proc/self/cmdline"_s)) {
        QFile file(u"/proc/%1/cmdline"_s.arg(pid));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const auto shown =
        runProgram({.program = u"ps"_s, .arguments = {u"-o"_s, u"args="_s, u"-p"_s, QString::number(pid)}},
                   std::make_shared<std::atomic_bool>(false));
    return shown ? shown->output : QByteArray();
}
#endif

} // namespace

MariaDbInstance::MariaDbInstance(MariaDbTools tools, QString folder)
    : m_tools(std::move(tools)), m_folder(std::move(folder))
{ }

MariaDbInstance::~MariaDbInstance()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Result<void> MariaDbInstance::start(const CancelFlag& cancel)
{
    if (m_thread.joinable() && !m_ended) {
        return {};
    }
    if (m_thread.joinable()) {
        m_thread.join(); // it crashed, or somebody ended it
    }
    if (const auto made = makeFolders(); !made) {
        return made;
    }
    endLeftover();
    if (const auto installed = install(cancel); !installed) {
        return installed;
    }
    m_ended = false;
    m_thread = std::thread([this] { keepRunning(); });
    return awaitAnswer(cancel);
}

// As root the server would have all rights; it gets none, if nobody can reach its folder.
void MariaDbInstance::chooseUser()
{
#ifdef Q_OS_UNIX
    if (geteuid() != 0 || m_tools.setpriv.isEmpty() || !isReachable(m_folder)) {
        return;
    }
    for (const char* name : {"mysql", "nobody"}) {
        if (const passwd* entry = getpwnam(name)) {
            m_user = QString::fromLatin1(name);
            m_userId = entry->pw_uid;
            m_groupId = entry->pw_gid;
            return;
        }
    }
#endif
}

bool MariaDbInstance::own(const QString& path) const
{
#ifdef Q_OS_UNIX
    return m_user.isEmpty() || chown(QFile::encodeName(path).constData(), m_userId, m_groupId) == 0;
#else
    return !path.isEmpty();
#endif
}

Result<void> MariaDbInstance::makeFolders()
{
    const QString parent = QFileInfo(m_folder).absolutePath();
    if (!QDir().mkpath(m_folder) || !QDir().mkpath(m_folder + u"/tmp"_s)) {
        return fail(Error::Code::FileAccess, m_folder);
    }
#ifdef Q_OS_UNIX
    if (geteuid() == 0) {
        // The server's user has to walk through the folder above; it can read nothing there.
        QFile::setPermissions(parent, QFile::permissions(parent) | QFileDevice::ExeOther);
    }
#endif
    chooseUser();
    m_socket = m_folder + u"/s"_s;
    if (m_socket.toUtf8().size() > longestSocket) {
        m_short = std::make_unique<QTemporaryDir>(u"/tmp/longshore-db-XXXXXX"_s);
        m_socket = m_short->filePath(u"s"_s);
    }
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const bool isOurs =
        own(m_folder) && own(m_folder + u"/tmp"_s) && (!m_short || (m_short->isValid() && own(m_short->path())));
    return isOurs ? Result<void>() : fail(Error::Code::FileAccess, m_folder);
}

// Into another folder first: one that was left half made is not taken for a whole one.
Result<void> MariaDbInstance::install(const CancelFlag& cancel)
{
    const QString data = m_folder + u"/data"_s;
    if (QDir(data).exists()) {
        return {};
    }
    const QString fresh = m_folder + u"/data.new"_s;
    QDir(fresh).removeRecursively();
    QStringList arguments{u"--no-defaults"_s, u"--datadir="_s + fresh, u"--auth-root-authentication-method=normal"_s,
                          u"--skip-test-db"_s, u"--innodb-log-file-size=16M"_s};
    arguments.append(u"--user="_s + (m_user.isEmpty() ? QString::fromLocal8Bit(qgetenv("USER")) : m_user));
    if (arguments.last() == u"--user=") {
        arguments.removeLast();
    }
    const auto end = runProgram({.program = m_tools.installer, .arguments = arguments}, cancel);
    if (!end) {
        return fail(end.error());
    }
    if (end->code != 0) {
        return fail(Error::Code::ServerError, m_tools.installer,
                    QString::fromUtf8(end->output.right(500) + end->errors.right(500)));
    }
    return QDir().rename(fresh, data) ? Result<void>() : fail(Error::Code::FileAccess, data);
}

// The file tells who it was; that it is still the same program, and ours, its command line does.
void MariaDbInstance::endLeftover() const
{
#ifdef Q_OS_UNIX
    QFile file(m_folder + u"/pid"_s);
    const qint64 pid = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    const QByteArray data = QFile::encodeName(m_folder + u"/data"_s);
    const auto isThere = [pid, &data] { return pid > 1 && commandLine(pid).contains(data); };
    if (!isThere()) {
        return;
    }
    kill(static_cast<pid_t>(pid), SIGTERM);
    const StopSignal pause;
    for (int waited = 0; waited < patienceMs && isThere(); waited += lookMs) {
        pause.waitFor(std::chrono::milliseconds(lookMs)); // nothing tells the end of a process that is not our child
    }
#endif
}

QStringList MariaDbInstance::serverArguments() const
{
    return {u"--no-defaults"_s,
            u"--datadir="_s + m_folder + u"/data"_s,
            u"--socket="_s + m_socket,
            u"--pid-file="_s + m_folder + u"/pid"_s,
            u"--tmpdir="_s + m_folder + u"/tmp"_s,
            u"--log-error="_s + m_folder + u"/log.err"_s,
            u"--skip-networking"_s,
            u"--skip-name-resolve"_s,
            u"--skip-log-bin"_s,
            u"--local-infile=0"_s,
            u"--secure-file-priv="_s + m_folder + u"/tmp"_s,
            u"--character-set-server=utf8mb4"_s,
            u"--collation-server=utf8mb4_unicode_520_ci"_s,
            u"--max-allowed-packet=64M"_s,
            u"--innodb-buffer-pool-size=64M"_s,
            u"--innodb-log-file-size=16M"_s,
            u"--innodb-flush-log-at-trx-commit=0"_s,
            u"--performance-schema=OFF"_s};
}

void MariaDbInstance::keepRunning()
{
    QProcess process;
    QStringList arguments = serverArguments();
    process.setProgram(m_tools.server);
#ifdef Q_OS_UNIX
    if (m_user.isEmpty() && geteuid() == 0) {
        arguments.append(u"--user=root"_s); // it wants to hear that this is meant
    }
#endif
    if (!m_tools.setpriv.isEmpty()) {
        // Ends with this thread, so that none is left when the process is killed.
        QStringList before{u"--pdeathsig=TERM"_s};
        if (!m_user.isEmpty()) {
            before += QStringList{u"--reuid="_s + QString::number(m_userId), u"--regid="_s + QString::number(m_groupId),
                                  u"--clear-groups"_s};
        }
        process.setProgram(m_tools.setpriv);
        arguments = before + QStringList{m_tools.server} + arguments;
    }
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start();
    if (process.waitForStarted()) {
        while (!m_stop && !process.waitForFinished(lookMs) && process.state() != QProcess::NotRunning) { }
    }
    if (process.state() != QProcess::NotRunning) {
        process.terminate();
        if (!process.waitForFinished(patienceMs)) {
            process.kill();
            process.waitForFinished();
        }
    }
    m_ended = true;
}

Result<void> MariaDbInstance::awaitAnswer(const CancelFlag& cancel)
{
    const StopSignal pause;
    for (int tries = 0; tries < patienceMs / lookMs && !m_ended; ++tries) {
        const auto answer = query("SELECT 1", cancel);
        if (answer || answer.error().code == Error::Code::Cancelled) {
            return answer ? Result<void>() : fail(answer.error());
        }
        pause.waitFor(std::chrono::milliseconds(lookMs));
    }
    return fail(Error::Code::ServerError, m_tools.server, lastWords());
}

QString MariaDbInstance::lastWords() const
{
    QFile log(m_folder + u"/log.err"_s);
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(1000)) : QString();
}

QStringList MariaDbInstance::clientArguments(const QString& user) const
{
    return {u"--no-defaults"_s, u"--socket="_s + m_socket, u"--user="_s + user, u"--default-character-set=utf8mb4"_s};
}

Result<QByteArray> MariaDbInstance::query(const QByteArray& sql, const CancelFlag& cancel) const
{
    const QStringList arguments = clientArguments(u"root"_s) + QStringList{u"--batch"_s, u"--skip-column-names"_s};
    const auto end =
        runProgram({.program = m_tools.client, .arguments = arguments, .input = {}, .script = sql}, cancel);
    if (!end) {
        return fail(end.error());
    }
    return end->code == 0 ? Result<QByteArray>(end->output)
                          : fail(Error::Code::ServerError, m_tools.client, QString::fromUtf8(end->errors.trimmed()));
}

} // namespace longshore::practice
