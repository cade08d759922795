#include "app/servicessettings.h"

#include <QDir>
#include <QStandardPaths>

namespace longshore {

using namespace Qt::StringLiterals;

QString stateFolder(const ServicesOptions& options)
{
    const QString home = options.home.isEmpty() ? Services::defaultHome() : options.home;
    return options.practice ? QDir(home).filePath(u"practice"_s) : QDir::cleanPath(home);
}

Settings defaultSettings(const ServicesOptions& options, const QString& state)
{
    const bool moved = options.practice || !qEnvironmentVariableIsEmpty("LONGSHORE_HOME");
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    Settings settings;
    settings.libraryFolder = QDir(moved || documents.isEmpty() ? state : documents).filePath(u"Databases"_s);
    return settings;
}

TransportSettings transportSettings(const Settings& settings, const ServicesOptions& options)
{
    TransportSettings transport;
    transport.proxy = settings.proxyMode == Settings::ProxyMode::System ? TransportSettings::Proxy::System
                      : settings.proxyMode == Settings::ProxyMode::None ? TransportSettings::Proxy::None
                                                                        : TransportSettings::Proxy::Manual;
    transport.manualProxy = settings.manualProxy;
    transport.caFile = options.caFile.isEmpty() ? settings.caFile : options.caFile;
    return transport;
}

} // namespace longshore
