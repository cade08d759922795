#include "app/core/log.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/shell/launcher.h"
#include "ui/shell/tour.h"
#include "ui/shell/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(u"longshore"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(LONGSHORE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Longshore"_s);
    QGuiApplication::setDesktopFileName(u"io.github.longshore.Longshore"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false); // the launcher knows better which window is the last
}

/// Absolute, because the window that opens them may run elsewhere; links stay links.
QStringList namedFiles(const QStringList& arguments)
{
    QStringList files;
    for (const QString& argument : arguments) {
        files << (argument.contains(u"://"_s) ? argument : QDir::current().absoluteFilePath(argument));
    }
    return files;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    nameApplication();
    installTranslations(application);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"practice"_s, Launcher::tr("Open the practice server's window.")},
                       {u"tour"_s, Launcher::tr("Write a picture of every screen into DIR and end."), u"DIR"_s},
                       {u"dark"_s, Launcher::tr("With --tour: dark colours.")}});
    //: The command line: what may follow the name of the program
    parser.addPositionalArgument(
        u"file"_s, Launcher::tr("A database package or SQL dump to look at; nothing starts by itself."), u"[FILE]"_s);
    parser.process(application);

    const bool tour = parser.isSet(u"tour"_s);
    const Theme tourTheme = parser.isSet(u"dark"_s) ? Theme::Dark : Theme::Light;
    applyTheme(application, tour ? tourTheme : Theme::FollowSystem);
    QGuiApplication::setWindowIcon(icon(u"app"_s));
    if (tour) {
        Tour guide(parser.value(u"tour"_s), nullptr);
        guide.start();
        return QApplication::exec();
    }
    const Log log({.folder = QDir(Services::defaultHome()).filePath(u"logs"_s)});
    ServicesOptions options;
    options.practice = parser.isSet(u"practice"_s);
    Launcher launcher(options, namedFiles(parser.positionalArguments()));
    launcher.start();
    return QApplication::exec();
}
