// longshorectl: the same engine as the window, for terminals and scripts.
#include "app/cli/session.h"
#include "app/core/log.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace longshore;
using namespace longshore::cli;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"longshore"_s); // as the window: one state folder
    QCoreApplication::setApplicationVersion(QString::fromLatin1(LONGSHORE_VERSION));
    const ParsedArguments parsed = parseArguments(argc, argv);
    if (parsed.exitCode) {
        return *parsed.exitCode;
    }
    LogOptions options;
    options.echoWarnings = parsed.arguments.verbose;
    const Log log(options);
    Session session(parsed.arguments);
    session.start();
    return QCoreApplication::exec();
}
