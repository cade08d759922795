#pragma once

#include "app/domain/exportpreset.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QUrl>

namespace longshore {

struct Error;
class Storage;

/// Everything a person can set, and what the window remembers.
struct Settings
{
    enum class ProxyMode { System, None, Manual };
    static constexpr int UsualStreams = 16;
    static constexpr int MostStreams = 32;

    QString libraryFolder; ///< absolute; default: Documents/Databases, or below LONGSHORE_HOME when that is set
    ProxyMode proxyMode = ProxyMode::System;
    QUrl manualProxy; ///< http://host:port; a name or password in it is never stored
    QString caFile; ///< PEM file trusted beside the system's; empty: none
    qint64 bytesPerSecondLimit = 0; ///< of all transfers together; 0: none
    int streams = UsualStreams; ///< connections of all transfers together, 1 to MostStreams
    bool quitAsks = true;
    QList<ExportPreset> presets; ///< in the order they were made
    // what the window remembers
    QByteArray windowGeometry;
    QByteArray windowState;
    QByteArray splitters;
    QString selectedPlace; ///< connection id + '/' + environment

    friend bool operator==(const Settings&, const Settings&) = default;
};

[[nodiscard]] QJsonObject toJson(const Settings& settings);
/// Missing or broken fields keep their defaults.
[[nodiscard]] Settings settingsFromJson(const QJsonObject& json);

/// Holds the settings and keeps them in the state file.
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    SettingsStore(Storage& storage, Settings defaults, QObject* parent = nullptr);

    void load(); ///< ready() follows; called again it takes in what another process changed
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] const Settings& value() const { return m_value; }
    void update(const Settings& settings); ///< at once here; soon on disk

Q_SIGNALS:
    void ready();
    void changed(const longshore::Settings& settings);
    void storageFailed(const longshore::Error& error);

private:
    void take(Settings stored);

    Storage& m_storage;
    Settings m_value;
    int m_pendingWrites = 0;
    bool m_ready = false;
};

} // namespace longshore
