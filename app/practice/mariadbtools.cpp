#include "app/practice/mariadbtools.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr int lookMs = 200;

#if defined(Q_OS_UNIX) && !defined(__SANITIZE_THREAD__)
QString find(const QString& program)
{
    const QString known = QStandardPaths::findExecutable(program);
    // Folders of servers are not in everybody's path.
    return known.isEmpty() ? QStandardPaths::findExecutable(
               program, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/local/bin"_s, u"/opt/homebrew/bin"_s})
                           : known;
}
#endif

} // namespace

std::optional<MariaDbTools> MariaDbTools::find()
{
#if defined(__SANITIZE_THREAD__)
    return std::nullopt; // the thread sanitizer hangs where one of many threads starts a program
#elif defined(Q_OS_UNIX)
    const MariaDbTools tools{.server = practice::find(u"mariadbd"_s),
                             .installer = practice::find(u"mariadb-install-db"_s),
                             .client = practice::find(u"mariadb"_s),
                             .dumper = practice::find(u"mariadb-dump"_s),
                             .setpriv = practice::find(u"setpriv"_s)};
    const bool isWhole =
        !tools.server.isEmpty() && !tools.installer.isEmpty() && !tools.client.isEmpty() && !tools.dumper.isEmpty();
    return isWhole ? std::optional(tools) : std::nullopt;
#else
    return std::nullopt;
#endif
}

Result<ProgramEnd> runProgram(const ProgramRun& what, const CancelFlag& cancel)
{
    QProcess process;
    process.setProgram(what.program);
    process.setArguments(what.arguments);
    if (what.script.isEmpty()) {
        process.setStandardInputFile(what.input.isEmpty() ? QProcess::nullDevice() : what.input);
    }
    process.start();
    if (!process.waitForStarted()) {
        return fail(Error::Code::ServerError, what.program, process.errorString());
    }
    if (!what.script.isEmpty()) {
        process.write(what.script);
        process.closeWriteChannel();
    }
    ProgramEnd end;
    while (!process.waitForFinished(lookMs) && process.state() != QProcess::NotRunning) {
        end.output += process.readAllStandardOutput();
        end.errors += process.readAllStandardError();
        if (cancel->load()) {
            process.kill();
            process.waitForFinished();
            return fail(Error::Code::Cancelled);
        }
    }
    end.output += process.readAllStandardOutput();
    end.errors += process.readAllStandardError();
    end.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return end;
}

} // namespace longshore::practice
