#include "app/core/storage.h"
#include "app/settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

Settings unusual()
{
    Settings settings;
    settings.libraryFolder = u"/srv/databases"_s;
    settings.proxyMode = Settings::ProxyMode::Manual;
    settings.manualProxy = QUrl(u"http://proxy.example:3128"_s);
    settings.caFile = u"/etc/ca.pem"_s;
    settings.bytesPerSecondLimit = Q_INT64_C(5'000'000'000);
    settings.streams = 7;
    settings.quitAsks = false;
    settings.windowGeometry = QByteArray("\0\x01\xff", 3);
    settings.windowState = "state";
    settings.splitters = "splitters";
    settings.presets = {{.name = u"Nightly"_s,
                         .request = {.connectionId = u"c1"_s,
                                     .environment = u"Production"_s,
                                     .database = Database::Commerce,
                                     .retention = std::chrono::hours(48),
                                     .download = true,
                                     .folder = u"/backups"_s,
                                     .fileName = {}}}};
    settings.selectedPlace = u"c1/Production"_s;
    return settings;
}

Settings defaults()
{
    Settings settings;
    settings.libraryFolder = u"/home/x/Databases"_s;
    return settings;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromJson() { QCOMPARE(settingsFromJson(toJson(unusual())), unusual()); }

    void brokenFieldsKeepTheirDefaults()
    {
        const QJsonObject whole = toJson(unusual());
        for (const QString& key : whole.keys()) {
            QJsonObject broken = whole;
            broken.insert(key, QJsonObject{{u"odd"_s, 1}});
            QJsonObject missing = whole;
            missing.remove(key);
            QCOMPARE(settingsFromJson(broken), settingsFromJson(missing));
            QVERIFY(settingsFromJson(broken) != unusual());
        }
        QCOMPARE(settingsFromJson({{u"bytesPerSecondLimit"_s, -5}}), Settings());
        QCOMPARE(settingsFromJson({{u"streams"_s, 0}}).streams, 1);
        QCOMPARE(settingsFromJson({{u"streams"_s, 4'000}}).streams, Settings::MostStreams);
        QCOMPARE(settingsFromJson({}), Settings());
    }

    void aProxyPasswordIsNotStored()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"state.sqlite"_s);
        {
            Storage storage(path);
            SettingsStore store(storage, defaults());
            Settings settings = defaults();
            settings.proxyMode = Settings::ProxyMode::Manual;
            settings.manualProxy = QUrl(u"http://anna:canary-7@proxy.example:3128"_s);
            store.update(settings);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("proxy.example"));
        QVERIFY(!bytes.contains("canary-7"));
    }

    void theFirstStartHasTheDefaults()
    {
        QTemporaryDir folder;
        Storage storage(folder.filePath(u"state.sqlite"_s));
        SettingsStore store(storage, defaults());
        QCOMPARE(store.value(), defaults());
        QSignalSpy changed(&store, &SettingsStore::changed);
        store.load();
        QTRY_VERIFY_WITH_TIMEOUT(store.isReady(), 30000);
        QCOMPARE(store.value(), defaults());
        QCOMPARE(changed.size(), 0);
    }

    void theSecondStartHasWhatWasSet()
    {
        QTemporaryDir folder;
        {
            Storage storage(folder.filePath(u"state.sqlite"_s));
            SettingsStore store(storage, defaults());
            store.load();
            QTRY_VERIFY_WITH_TIMEOUT(store.isReady(), 30000);
            QSignalSpy changed(&store, &SettingsStore::changed);
            store.update(unusual());
            QCOMPARE(store.value(), unusual());
            QCOMPARE(changed.size(), 1);
            store.update(unusual());
            QCOMPARE(changed.size(), 1);
        }
        Storage storage(folder.filePath(u"state.sqlite"_s));
        SettingsStore store(storage, defaults());
        store.load();
        QTRY_VERIFY_WITH_TIMEOUT(store.isReady(), 30000);
        QCOMPARE(store.value(), unusual());
    }

    void whatIsSetWhileLoadingWins()
    {
        QTemporaryDir folder;
        Storage storage(folder.filePath(u"state.sqlite"_s));
        SettingsStore store(storage, defaults());
        store.load();
        store.update(unusual());
        QTRY_VERIFY_WITH_TIMEOUT(store.isReady(), 30000);
        QCOMPARE(store.value(), unusual());
    }

    void takesInWhatAnotherProcessSet()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"state.sqlite"_s);
        Storage storage(path);
        SettingsStore store(storage, defaults());
        store.load();
        QTRY_VERIFY_WITH_TIMEOUT(store.isReady(), 30000);
        {
            Storage otherStorage(path);
            SettingsStore other(otherStorage, defaults());
            other.update(unusual());
        }
        QSignalSpy changed(&store, &SettingsStore::changed);
        store.load();
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30000);
        QCOMPARE(store.value(), unusual());
    }

    void aBrokenStateFileIsReported()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"state.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        Storage storage(path);
        SettingsStore store(storage, defaults());
        QSignalSpy failed(&store, &SettingsStore::storageFailed);
        store.load();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
        QCOMPARE(failed.first().first().value<Error>().code, Error::Code::StorageBroken);
        QVERIFY(!store.isReady());
        QCOMPARE(store.value(), defaults());
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
