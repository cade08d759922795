#include "vectorclient.h"

#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

/// Promotes, backups, their downloads and restores: how data of environments moves in the newest dialect.
class TestVectorBackups final : public QObject
{
    Q_OBJECT

    QJsonObject started(const QByteArray& path, const QJsonObject& body = {})
    {
        const RawAnswer answer = m_client->call("POST", path, body);
        return answer.status == 202 ? answer.json().value(u"data"_s).toObject() : QJsonObject();
    }
    static QByteArray id(const QJsonObject& data) { return data.value(u"id"_s).toString().toLatin1(); }
    QByteArray finishedBackup(const QJsonObject& body)
    {
        const QByteArray backup = id(started("backups", body));
        return m_client->await("backups/" + backup).value(u"status"_s).toString() == u"completed" ? backup
                                                                                                  : QByteArray();
    }
    /// The backup's `.tar.gz`.
    QByteArray downloaded(const QByteArray& backup)
    {
        const QByteArray path = "backups/" + backup + "/downloads";
        const QJsonObject done = m_client->await(path + '/' + id(started(path)));
        return m_client->object("GET", done.value(u"download_url"_s).toString()).body;
    }
    /// A file of the archive, unpacked by tar.
    QByteArray unpacked(const QByteArray& archive, const QString& name)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a.tar.gz"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(archive) != archive.size()) {
            return {};
        }
        file.close();
        QProcess tar;
        tar.start(u"tar"_s, {u"-xzOf"_s, file.fileName(), name});
        tar.waitForFinished();
        return tar.exitCode() == 0 ? tar.readAllStandardOutput() : tar.readAllStandardError();
    }

private Q_SLOTS:
    void init()
    {
        m_server = startPractice({.timeScale = 100, .vectorStore = VectorStore::Embedded});
        QVERIFY(m_server);
        m_client = std::make_unique<VectorClient>(m_server->access());
        m_staging = m_client->environment(u"staging"_s);
        m_production = m_client->environment(u"production"_s);
    }

    void productionComesOutByABackupOnly()
    {
        QCOMPARE(m_client->call("POST", "environments/" + m_production + "/db/export").status, 404);
        const QByteArray backup = finishedBackup({{u"environment_id"_s, QString::fromLatin1(m_production)},
                                                  {u"type"_s, u"manual"_s},
                                                  {u"scope"_s, u"database"_s}});
        QVERIFY(!backup.isEmpty());
        const QJsonObject shown = m_client->get("backups/" + backup);
        QVERIFY(shown.value(u"file_snapshot_id"_s).isNull());
        QVERIFY(shown.value(u"database_snapshot_id"_s).isString());
        const QByteArray path = "backups/" + backup + "/downloads";
        const QJsonObject begun = started(path);
        QVERIFY(begun.value(u"download_url"_s).isNull());
        const QJsonObject done = m_client->await(path + '/' + id(begun));
        QVERIFY(done.value(u"s3_key"_s).toString().endsWith(u".tar.gz"_s));
        const RawAnswer archive = m_client->object("GET", done.value(u"download_url"_s).toString());
        QCOMPARE(archive.body.size(), done.value(u"size_bytes"_s).toInteger());
        if (QStandardPaths::findExecutable(u"tar"_s).isEmpty()) {
            QSKIP("tar is not installed");
        }
        const QByteArray dump = unpacked(archive.body, u"database/lantern_bakery_production.sql"_s);
        QVERIFY2(dump.contains("lantern-bakery--production.vectorpages.test"), dump.left(200).constData());
        QVERIFY(dump.trimmed().endsWith("6:00:00"));
    }

    void aFullBackupHasFilesAsWell()
    {
        const QByteArray backup = finishedBackup({{u"site_id"_s, QString::fromLatin1(m_client->site().mid(6))}});
        QVERIFY(!m_client->get("backups/" + backup).value(u"file_snapshot_id"_s).isNull());
        const QByteArray archive = downloaded(backup);
        QVERIFY(unpacked(archive, u"files/wp-content/index.php"_s).startsWith("<?php"));
        QVERIFY(unpacked(archive, u"database/lantern_bakery_development.sql"_s).contains("wp_users"));
    }

    void aRestoreBringsBackWhatWasThere()
    {
        const QString staging = QString::fromLatin1(m_staging);
        const QByteArray before = finishedBackup({{u"environment_id"_s, staging}, {u"scope"_s, u"database"_s}});
        const QByteArray promote = "environments/" + m_staging + "/db/promote";
        QCOMPARE(m_client->await(promote + "s/" + id(started(promote))).value(u"status"_s).toString(), u"completed"_s);
        const QByteArray file = u"database/lantern_bakery_staging.sql"_s.toLatin1();
        const auto content = [&] {
            const QByteArray now = finishedBackup({{u"environment_id"_s, staging}, {u"scope"_s, u"database"_s}});
            return unpacked(downloaded(now), QString::fromLatin1(file));
        };
        QVERIFY(!content().contains("lantern-bakery--staging"));
        const QJsonObject wish{
            {u"backup_id"_s, QString::fromLatin1(before)},
            {u"scope"_s, u"database"_s},
            {u"drop_tables"_s, true},
            {u"search_replace"_s, QJsonArray{QJsonObject{{u"from"_s, u"Practice shop"_s}, {u"to"_s, u"Old shop"_s}}}}};
        const QJsonObject done = m_client->await("restores/" + id(started("restores", wish)));
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        const QByteArray restored = content();
        QVERIFY(restored.contains("lantern-bakery--staging"));
        QVERIFY(restored.contains("Old shop"));
        QCOMPARE(m_client->call("GET", "restores").json().value(u"data"_s).toArray().size(), 1);
    }

    void onePromoteAtATime()
    {
        const QByteArray promote = "environments/" + m_staging + "/db/promote";
        const QJsonObject begun = started(promote);
        QVERIFY(begun.value(u"options"_s)[u"drop_tables"_s].toBool());
        const RawAnswer second = m_client->call("POST", promote);
        QCOMPARE(second.status, 422);
        QVERIFY(second.json().value(u"message"_s).toString().contains(u"already in progress"_s));
        QCOMPARE(m_client->await(promote + "s/" + id(begun)).value(u"status"_s).toString(), u"completed"_s);
        QCOMPARE(m_client->call("GET", promote + "s/nobody").json().value(u"message"_s).toString(),
                 u"Promote not found"_s);
    }

    void backupsAreListed()
    {
        const QByteArray first = finishedBackup({{u"environment_id"_s, QString::fromLatin1(m_staging)}});
        const QByteArray second = finishedBackup({{u"site_id"_s, QString::fromLatin1(m_client->site().mid(6))}});
        const auto ids = [this](const QByteArray& query) {
            QByteArrayList found;
            const QJsonArray list = m_client->call("GET", "backups" + query).json().value(u"data"_s).toArray();
            for (const QJsonValue& backup : list) {
                found.append(id(backup.toObject()));
            }
            return found;
        };
        QCOMPARE(ids({}), (QByteArrayList{second, first}));
        QCOMPARE(ids("?type=environment"), QByteArrayList{first});
        QCOMPARE(ids("?type=site"), QByteArrayList{second});
        QCOMPARE(ids("?environment_id=" + m_production), QByteArrayList());
    }

    void refusals()
    {
        QCOMPARE(m_client->call("POST", "backups").status, 422);
        const RawAnswer wrong = m_client->call(
            "POST", "backups", {{u"environment_id"_s, QString::fromLatin1(m_staging)}, {u"scope"_s, u"everything"_s}});
        QCOMPARE(fieldError(wrong, u"scope"_s), u"The selected scope is invalid."_s);
        QCOMPARE(m_client->call("POST", "restores", {{u"backup_id"_s, u"nobody"_s}}).status, 404);
        m_client->fault(u"backup-fails"_s, u"1"_s);
        const QByteArray failed = id(started("backups", {{u"environment_id"_s, QString::fromLatin1(m_staging)}}));
        QCOMPARE(m_client->await("backups/" + failed).value(u"status"_s).toString(), u"failed"_s);
        QCOMPARE(m_client->call("POST", "backups/" + failed + "/downloads").status, 422);
        QCOMPARE(m_client->call("POST", "restores", {{u"backup_id"_s, QString::fromLatin1(failed)}}).status, 422);
    }

private:
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<VectorClient> m_client;
    QByteArray m_staging;
    QByteArray m_production;
};

QTEST_GUILESS_MAIN(TestVectorBackups)
#include "tst_vectorbackups.moc"
