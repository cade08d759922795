#include "app/settings/settings.h"

#include "app/core/storage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <array>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ProxyNames{
    std::pair{Settings::ProxyMode::System, "system"},
    std::pair{Settings::ProxyMode::None, "none"},
    std::pair{Settings::ProxyMode::Manual, "manual"},
};

QString proxyName(Settings::ProxyMode mode)
{
    for (const auto& [known, name] : ProxyNames) {
        if (known == mode) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

Settings::ProxyMode proxyFromName(const QString& name)
{
    for (const auto& [mode, known] : ProxyNames) {
        if (name == QLatin1StringView(known)) {
            return mode;
        }
    }
    return Settings::ProxyMode::System;
}

QString packed(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray unpacked(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

tl::unexpected<Error> broken(const QSqlDatabase& database, const QSqlQuery& query)
{
    return fail(Error::Code::StorageBroken, database.databaseName(), query.lastError().text());
}

Result<void> readRow(QSqlDatabase& database, QJsonObject& into)
{
    QSqlQuery query(database);
    if (!query.exec(u"SELECT body FROM settings WHERE id = 1"_s)) {
        return broken(database, query);
    }
    if (query.next()) {
        into = QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object();
    }
    return {};
}

Result<void> writeRow(QSqlDatabase& database, const QJsonObject& json)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO settings (id, body) VALUES (1, ?) "
                  "ON CONFLICT (id) DO UPDATE SET body = excluded.body"_s);
    query.addBindValue(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    if (!query.exec()) {
        return broken(database, query);
    }
    return {};
}

} // namespace

QJsonObject toJson(const Settings& settings)
{
    QJsonArray presets;
    for (const ExportPreset& preset : settings.presets) {
        presets.append(toJson(preset));
    }
    return {{u"libraryFolder"_s, settings.libraryFolder},
            {u"proxyMode"_s, proxyName(settings.proxyMode)},
            {u"manualProxy"_s, settings.manualProxy.toString(QUrl::RemoveUserInfo)},
            {u"caFile"_s, settings.caFile},
            {u"bytesPerSecondLimit"_s, settings.bytesPerSecondLimit},
            {u"streams"_s, settings.streams},
            {u"quitAsks"_s, settings.quitAsks},
            {u"presets"_s, presets},
            {u"windowGeometry"_s, packed(settings.windowGeometry)},
            {u"windowState"_s, packed(settings.windowState)},
            {u"splitters"_s, packed(settings.splitters)},
            {u"selectedPlace"_s, settings.selectedPlace}};
}

Settings settingsFromJson(const QJsonObject& json)
{
    Settings settings;
    settings.libraryFolder = json["libraryFolder"_L1].toString();
    settings.proxyMode = proxyFromName(json["proxyMode"_L1].toString());
    settings.manualProxy = QUrl(json["manualProxy"_L1].toString(), QUrl::StrictMode);
    settings.caFile = json["caFile"_L1].toString();
    settings.bytesPerSecondLimit = std::max(Q_INT64_C(0), json["bytesPerSecondLimit"_L1].toInteger());
    settings.streams = std::clamp(json["streams"_L1].toInt(settings.streams), 1, Settings::MostStreams);
    settings.quitAsks = json["quitAsks"_L1].toBool(settings.quitAsks);
    const QJsonArray presets = json["presets"_L1].toArray();
    for (const QJsonValue& value : presets) {
        if (const auto preset = exportPresetFromJson(value.toObject())) {
            settings.presets.append(*preset);
        }
    }
    settings.windowGeometry = unpacked(json["windowGeometry"_L1]);
    settings.windowState = unpacked(json["windowState"_L1]);
    settings.splitters = unpacked(json["splitters"_L1]);
    settings.selectedPlace = json["selectedPlace"_L1].toString();
    return settings;
}

SettingsStore::SettingsStore(Storage& storage, Settings defaults, QObject* parent)
    : QObject(parent), m_storage(storage), m_value(std::move(defaults))
{ }

void SettingsStore::load()
{
    const auto row = std::make_shared<QJsonObject>();
    m_storage.submit([row](QSqlDatabase& database) { return readRow(database, *row); },
                     [self = QPointer(this), row](const Result<void>& outcome) {
                         if (!self) {
                             return;
                         }
                         if (!outcome) {
                             Q_EMIT self->storageFailed(outcome.error());
                             return;
                         }
                         self->take(settingsFromJson(*row));
                     });
}

void SettingsStore::take(Settings stored)
{
    if (stored.libraryFolder.isEmpty()) {
        stored.libraryFolder = m_value.libraryFolder;
    }
    // What is on its way to the disk is newer than what was read before it.
    const bool differs = m_pendingWrites == 0 && stored != m_value;
    if (differs) {
        m_value = std::move(stored);
    }
    m_ready = true;
    if (differs) {
        Q_EMIT changed(m_value);
    }
    Q_EMIT ready();
}

void SettingsStore::update(const Settings& settings)
{
    if (settings == m_value) {
        return;
    }
    m_value = settings;
    ++m_pendingWrites;
    m_storage.submit([json = toJson(settings)](QSqlDatabase& database) { return writeRow(database, json); },
                     [self = QPointer(this)](const Result<void>& outcome) {
                         if (!self) {
                             return;
                         }
                         --self->m_pendingWrites;
                         if (!outcome) {
                             Q_EMIT self->storageFailed(outcome.error());
                         }
                     });
    Q_EMIT changed(m_value);
}

} // namespace longshore

#include "moc_settings.cpp"
