#include "app/core/log.h"

#include "app/core/logfile.h"
#include "app/core/redaction.h"
#include "app/core/ringbuffer.h"

#include <QDateTime>
#include <cstdio>
#include <memory>
#include <mutex>

namespace longshore {

Q_LOGGING_CATEGORY(lcApp, "longshore.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "longshore.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTransfer, "longshore.transfer", QtInfoMsg)
Q_LOGGING_CATEGORY(lcJobs, "longshore.jobs", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLibrary, "longshore.library", QtInfoMsg)
Q_LOGGING_CATEGORY(lcArchive, "longshore.archive", QtInfoMsg)
Q_LOGGING_CATEGORY(lcProvider, "longshore.provider", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCredentials, "longshore.credentials", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "longshore.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPractice, "longshore.practice", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCli, "longshore.cli", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "longshore.ui", QtInfoMsg)

class Log::Private
{
public:
    explicit Private(const LogOptions& options) : lines(options.keptLines), echoWarnings(options.echoWarnings)
    {
        if (!options.folder.isEmpty()) {
            file = std::make_unique<LogFile>(options.folder, options.fileBytes, options.keptFiles);
        }
    }

    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message);
    void take(QtMsgType type, const QString& line);

    RingBuffer<QString> lines;
    std::unique_ptr<LogFile> file;
    bool echoWarnings;
    QtMessageHandler earlier = nullptr;

    // A message may come from any thread while the Log is taken down.
    static inline std::mutex mutex;
    static inline std::shared_ptr<Private> current;
    static std::shared_ptr<Private> get()
    {
        const std::lock_guard lock(mutex);
        return current;
    }
};

namespace {

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("critical");
    case QtFatalMsg:
        return QStringLiteral("fatal");
    }
    return {};
}

} // namespace

void Log::Private::handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    // What is logged while a message is taken would come back here without end.
    thread_local bool busy = false;
    const std::shared_ptr<Private> log = get();
    if (!log || busy) {
        return;
    }
    busy = true;
    QString text = redactedText(message);
    text.replace(u'\n', QStringLiteral("\n    ")); // nobody can forge the start of a line
    log->take(type, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + levelName(type) + u' '
                        + QString::fromUtf8(context.category) + u' ' + text);
    busy = false;
}

void Log::Private::take(QtMsgType type, const QString& line)
{
    lines.add(line);
    if (file) {
        file->write(line.toUtf8() + '\n');
        if (type == QtFatalMsg) {
            file->drain(); // abort() comes next
        }
    }
    if (type == QtFatalMsg || (echoWarnings && (type == QtWarningMsg || type == QtCriticalMsg))) {
        std::fputs(QByteArray(line.toLocal8Bit() + "\n").constData(), stderr);
    }
}

Log::Log(const LogOptions& options)
{
    auto log = std::make_shared<Private>(options);
    {
        const std::lock_guard lock(Private::mutex);
        Q_ASSERT_X(!Private::current, "Log", "one at a time");
        Private::current = log;
    }
    log->earlier = qInstallMessageHandler(&Private::handle);
}

Log::~Log()
{
    std::shared_ptr<Private> log;
    {
        const std::lock_guard lock(Private::mutex);
        log.swap(Private::current);
    }
    qInstallMessageHandler(log->earlier);
}

QString Log::recentText()
{
    const std::shared_ptr<Private> log = Private::get();
    return log ? log->lines.values().join(u'\n') : QString();
}

QString Log::filePath()
{
    const std::shared_ptr<Private> log = Private::get();
    return log && log->file ? log->file->path() : QString();
}

} // namespace longshore
