#include "ui/common/filemanager.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

void openFolder(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).path()));
}

#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
/// The freedesktop interface that every larger file manager has; it selects the file.
void askFileManager(const QString& path, QObject* context)
{
    auto* process = new QProcess(context);
    QObject::connect(process, &QProcess::finished, context, [process, path](int exitCode, QProcess::ExitStatus) {
        process->deleteLater();
        if (exitCode != 0) {
            openFolder(path);
        }
    });
    QObject::connect(process, &QProcess::errorOccurred, context, [process, path](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            process->deleteLater();
            openFolder(path);
        }
    });
    process->start(u"dbus-send"_s,
                   {u"--session"_s, u"--print-reply"_s, u"--reply-timeout=3000"_s,
                    u"--dest=org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
                    u"org.freedesktop.FileManager1.ShowItems"_s,
                    u"array:string:"_s + QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()), u"string:"_s});
}
#endif

} // namespace

void revealInFileManager(const QString& path, QObject* context)
{
#if defined(Q_OS_WIN)
    Q_UNUSED(context)
    QProcess::startDetached(u"explorer.exe"_s, {u"/select,"_s + QString(path).replace(u'/', u'\\')});
#elif defined(Q_OS_MACOS)
    Q_UNUSED(context)
    QProcess::startDetached(u"open"_s, {u"-R"_s, path});
#else
    askFileManager(path, context);
#endif
}

} // namespace longshore
