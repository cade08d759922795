#include "vectorclient.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

QByteArray smallDump()
{
    return "-- a dump\nCREATE TABLE `t` (`a` int);\nINSERT INTO `t` VALUES (1);\n";
}

QJsonObject wish(qint64 length, const QJsonObject& options = {})
{
    QJsonObject body{{u"scope"_s, u"database"_s}, {u"filename"_s, u"a.sql"_s}, {u"content_length"_s, length}};
    if (!options.isEmpty()) {
        body.insert(u"options"_s, options);
    }
    return body;
}

} // namespace

/// Exports and imports in the three dialects, over the embedded store.
class TestVectorTransfers final : public QObject
{
    Q_OBJECT

    void start(VectorDialect dialect)
    {
        m_server = startPractice({.timeScale = 100, .vectorDialect = dialect, .vectorStore = VectorStore::Embedded});
        QVERIFY(m_server);
        m_client = std::make_unique<VectorClient>(m_server->access());
        m_site = m_client->site();
    }
    QByteArray development() { return m_client->exported(m_site + "/db/export", m_site + "/db/exports"); }
    QByteArray imports() const { return m_site + "/imports/"; }
    static QByteArray id(const QJsonObject& data) { return data.value(u"id"_s).toString().toLatin1(); }
    /// Uploads and runs; the last status.
    QJsonObject import(const QByteArray& dump, const QJsonObject& body)
    {
        const QJsonObject session = m_client->post(m_site + "/imports", body);
        if (m_client->putSql(session.value(u"upload_url"_s).toString(), dump).status != 200) {
            return {};
        }
        (void)m_client->post(imports() + id(session) + "/run");
        return m_client->await(imports() + id(session));
    }

private Q_SLOTS:
    void init() { start(VectorDialect::G2); }

    void anExportHasItsSizeAndALink()
    {
        const RawAnswer begun = m_client->call("POST", m_site + "/db/export");
        QCOMPARE(begun.status, 202);
        const QJsonObject first = begun.json().value(u"data"_s).toObject();
        QCOMPARE(first.value(u"status"_s).toString(), u"pending"_s);
        QVERIFY(!first.contains(u"download_url"_s));
        const QByteArray path = m_site + "/db/exports/" + id(first);
        const QJsonObject done = m_client->await(path);
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        const RawAnswer dump = m_client->object("GET", done.value(u"download_url"_s).toString());
        QCOMPARE(dump.status, 200);
        QCOMPARE(dump.body.size(), done.value(u"size_bytes"_s).toInteger());
        QVERIFY(dump.body.contains("CREATE TABLE `wp_users`"));
        QVERIFY(dump.body.contains("🥐"));
        QVERIFY(dump.body.trimmed().split('\n').last().startsWith("-- Dump completed"));
        QCOMPARE(m_client->call("GET", m_client->site(1) + "/db/exports/" + id(first)).status, 404);
    }

    void onlySqlIsExported()
    {
        const RawAnswer refused = m_client->call("POST", m_site + "/db/export", {{u"format"_s, u"gzip"_s}});
        QCOMPARE(refused.status, 422);
        QCOMPARE(fieldError(refused, u"format"_s), u"The selected format is invalid."_s);
    }

    void eachStatusSignsTheLinkAgainUntilTheFileIsGone()
    {
        m_client->fault(u"expire-link-after"_s, u"1"_s);
        const QJsonObject first = m_client->post(m_site + "/db/export");
        const QByteArray path = m_site + "/db/exports/" + id(first);
        const QString old = m_client->await(path).value(u"download_url"_s).toString();
        QTRY_COMPARE(m_client->object("GET", old).status, 403);
        m_client->fault(u"expire-link-after"_s, {});
        const QString fresh = m_client->get(path).value(u"download_url"_s).toString();
        QCOMPARE(m_client->object("GET", fresh).status, 200);
        m_client->fault(u"export-life"_s, u"1"_s);
        const QJsonObject second = m_client->post(m_site + "/db/export");
        const QByteArray shortLived = m_site + "/db/exports/" + id(second);
        QCOMPARE(m_client->await(shortLived).value(u"status"_s).toString(), u"completed"_s);
        QTRY_VERIFY(!m_client->get(shortLived).contains(u"download_url"_s));
        QCOMPARE(m_client->get(shortLived).value(u"status"_s).toString(), u"completed"_s);
    }

    void anExportMayFailOrBeInAStateNobodyKnows()
    {
        m_client->fault(u"export-fails"_s, u"1"_s);
        const QByteArray path = m_site + "/db/exports/" + id(m_client->post(m_site + "/db/export"));
        const QJsonObject failed = m_client->await(path);
        QCOMPARE(failed.value(u"status"_s).toString(), u"failed"_s);
        QVERIFY(!failed.value(u"error_message"_s).toString().isEmpty());
        m_client->fault(u"unknown-state"_s, u"1"_s);
        QCOMPARE(m_client->get(path).value(u"status_label"_s).toString(), u"Rebalancing"_s);
    }

    void whatIsImportedIsWhatTheNextExportDelivers()
    {
        QVERIFY(development() != smallDump());
        const RawAnswer answer = m_client->call("POST", m_site + "/imports", wish(smallDump().size()));
        QCOMPARE(answer.status, 201);
        const QJsonObject session = answer.json().value(u"data"_s).toObject();
        QCOMPARE(session.value(u"status"_s).toString(), u"pending"_s);
        QVERIFY(!session.value(u"is_multipart"_s).toBool());
        QVERIFY(session.value(u"options"_s)[u"drop_tables"_s].toBool());
        const RawAnswer put = m_client->putSql(session.value(u"upload_url"_s).toString(), smallDump());
        QCOMPARE(put.status, 200);
        const RawAnswer run = m_client->call("POST", imports() + id(session) + "/run");
        QCOMPARE(run.status, 202);
        QCOMPARE(run.json().value(u"data"_s)[u"status"_s].toString(), u"uploaded"_s);
        const QJsonObject done = m_client->await(imports() + id(session));
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        QCOMPARE(done.value(u"checksum"_s)[u"s3_etag"_s].toString().toLatin1(), put.headers.value("etag"));
        QVERIFY(!done.contains(u"upload_url"_s));
        QCOMPARE(development(), smallDump());
        const RawAnswer again = m_client->call("POST", imports() + id(session) + "/run");
        QCOMPARE(again.status, 422);
        QCOMPARE(fieldError(again, u"status"_s), u"Import must be in pending or uploaded status"_s);
    }

    void gzipIsUnpacked()
    {
        // gzip of "CREATE TABLE z (a int);\n", made by another program
        const QByteArray packed = QByteArray::fromHex("1f8b08000000000002ff730e72750c7155087174f27155a8"
                                                      "52d04854c8cc2bd1b4e602004c7437dc18000000");
        QCOMPARE(import(packed, wish(packed.size())).value(u"status"_s).toString(), u"completed"_s);
        QCOMPARE(development(), QByteArray("CREATE TABLE z (a int);\n"));
        const QJsonObject broken = import(packed.left(20), wish(20));
        QCOMPARE(broken.value(u"status"_s).toString(), u"failed"_s);
        QVERIFY(broken.value(u"error_message"_s).toString().startsWith(u"gzip: "_s));
    }

    void uploadsThatAreNotWhatWasAnnouncedFail_data()
    {
        QTest::addColumn<QByteArray>("dump");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("sentence");
        QJsonObject wrongHash = wish(smallDump().size());
        wrongHash.insert(u"content_md5"_s, u"00112233445566778899aabbccddeeff"_s);
        QJsonObject noScope = wish(smallDump().size());
        noScope.remove(u"scope"_s);
        QTest::newRow("size") << smallDump() << wish(smallDump().size() + 1) << u"content_length"_s;
        QTest::newRow("hash") << smallDump() << wrongHash << u"content_md5"_s;
        QTest::newRow("scope") << smallDump() << noScope << u"scope"_s;
        const QByteArray text = "Dear customer,\nplease find";
        QTest::newRow("no SQL") << text << wish(text.size()) << u"ERROR 1064 (42000) at line 1"_s;
        QTest::newRow("cut") << smallDump().chopped(4) + "'" << wish(smallDump().size() - 3)
                             << u"middle of a statement"_s;
    }
    void uploadsThatAreNotWhatWasAnnouncedFail()
    {
        QFETCH(QByteArray, dump);
        QFETCH(QJsonObject, body);
        QFETCH(QString, sentence);
        const QByteArray before = development();
        const QJsonObject done = import(dump, body);
        QCOMPARE(done.value(u"status"_s).toString(), u"failed"_s);
        const QString message = done.value(u"error_message"_s).toString();
        QVERIFY2(message.contains(sentence), qPrintable(message));
        QCOMPARE(development(), before);
    }

    void aRightHashIsAccepted()
    {
        QJsonObject body = wish(smallDump().size());
        body.insert(u"content_md5"_s,
                    QString::fromLatin1(QCryptographicHash::hash(smallDump(), QCryptographicHash::Md5).toHex()));
        QCOMPARE(import(smallDump(), body).value(u"status"_s).toString(), u"completed"_s);
    }

    void badSessionsAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("field");
        const auto with = [](const QString& name, const QJsonValue& value) {
            QJsonObject body = wish(10);
            body.insert(name, value);
            return body;
        };
        QTest::newRow("no length") << QJsonObject{{u"scope"_s, u"database"_s}} << u"content_length"_s;
        QTest::newRow("too long") << wish(60LL * 1024 * 1024 * 1024) << u"content_length"_s;
        QTest::newRow("no such scope") << with(u"scope"_s, u"files"_s) << u"scope"_s;
        QTest::newRow("no hash") << with(u"content_md5"_s, u"abc"_s) << u"content_md5"_s;
        QTest::newRow("half a replacement")
            << wish(10, {{u"search_replace"_s, QJsonObject{{u"from"_s, u"a"_s}}}}) << u"options.search_replace.to"_s;
    }
    void badSessionsAreRefused()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, field);
        const RawAnswer refused = m_client->call("POST", m_site + "/imports", body);
        QCOMPARE(refused.status, 422);
        QVERIFY2(!fieldError(refused, field).isEmpty(), refused.body.constData());
        QCOMPARE(refused.json().value(u"message"_s).toString(), fieldError(refused, field));
    }

    void aSuspendedSiteTakesNothing()
    {
        m_client->fault(u"site-status"_s, u"suspended"_s);
        const RawAnswer refused = m_client->call("POST", m_site + "/imports", wish(10));
        QCOMPARE(refused.status, 422);
        QCOMPARE(fieldError(refused, u"site"_s), u"Site must be in active state to import."_s);
    }

    void runBeforeTheUploadFails()
    {
        const QByteArray path = imports() + id(m_client->post(m_site + "/imports", wish(10)));
        QCOMPARE(m_client->call("POST", path + "/run").status, 202);
        QCOMPARE(m_client->await(path).value(u"status"_s).toString(), u"failed"_s);
    }

    void aSessionEnds()
    {
        m_client->fault(u"session-life"_s, u"-1"_s);
        const QByteArray path = imports() + id(m_client->post(m_site + "/imports", wish(10)));
        const RawAnswer late = m_client->call("POST", path + "/run");
        QCOMPARE(late.status, 422);
        QCOMPARE(late.json().value(u"message"_s).toString(), u"Import session has expired"_s);
        QCOMPARE(fieldError(late, u"expires_at"_s), u"Please create a new import session"_s);
        QVERIFY(!m_client->get(path).contains(u"upload_url"_s));
    }

    void anUploadIsKeptAsLongAsItsSession()
    {
        m_client->fault(u"session-life"_s, u"2"_s);
        const QJsonObject session = m_client->post(m_site + "/imports", wish(smallDump().size()));
        QCOMPARE(m_client->putSql(session.value(u"upload_url"_s).toString(), smallDump()).status, 200);
        const DxpClient control(m_server->access());
        QCOMPARE(control.counters().value(u"objects"_s).toInt(), 1);
        QTRY_VERIFY(!m_client->get(imports() + id(session)).contains(u"upload_url"_s));
        (void)development(); // wakes the server's worker, and is an object itself
        QTRY_COMPARE(control.counters().value(u"objects"_s).toInt(), 1);
    }

    void aStatusRenewsTheUploadLink()
    {
        m_client->fault(u"expire-link-after"_s, u"1"_s);
        const QJsonObject session = m_client->post(m_site + "/imports", wish(smallDump().size()));
        const QString old = session.value(u"upload_url"_s).toString();
        QTRY_COMPARE(m_client->putSql(old, smallDump()).status, 403);
        m_client->fault(u"expire-link-after"_s, {});
        const QJsonObject again = m_client->get(imports() + id(session));
        QCOMPARE(m_client->putSql(again.value(u"upload_url"_s).toString(), smallDump()).status, 200);
    }

    void partsInAnyOrderBecomeOneDump()
    {
        m_client->fault(u"multipart-threshold"_s, u"30"_s);
        m_client->fault(u"part-size"_s, u"30"_s);
        m_client->fault(u"shuffle-parts"_s, u"1"_s);
        const QJsonObject session = m_client->post(m_site + "/imports", wish(smallDump().size()));
        QVERIFY(session.value(u"is_multipart"_s).toBool());
        QVERIFY(!session.contains(u"upload_url"_s));
        const int count = session.value(u"part_count"_s).toInt();
        QCOMPARE(count, 3);
        const QJsonArray links = session.value(u"upload_parts"_s).toArray();
        QVERIFY(links.first()[u"part_number"_s].toInt() != 1);
        const qsizetype size = smallDump().size() / count;
        QJsonArray parts;
        QByteArray digests;
        for (int number = 1; number <= count; ++number) {
            const QByteArray piece = smallDump().mid((number - 1) * size, number == count ? -1 : size);
            digests += QCryptographicHash::hash(piece, QCryptographicHash::Md5);
            for (const QJsonValue& link : links) {
                if (link[u"part_number"_s].toInt() == number) {
                    const RawAnswer put = m_client->object("PUT", link[u"url"_s].toString(), piece);
                    QCOMPARE(put.status, 200);
                    parts.append(QJsonObject{{u"part_number"_s, number},
                                             {u"etag"_s, QString::fromLatin1(put.headers.value("etag"))}});
                }
            }
        }
        const QByteArray path = imports() + id(session);
        QJsonArray wrong = parts;
        wrong.removeLast();
        wrong.append(QJsonObject{{u"part_number"_s, count}, {u"etag"_s, u"\"00\""_s}});
        for (const QJsonValue& bad : {QJsonValue(wrong), QJsonValue(QJsonArray())}) {
            const RawAnswer refused = m_client->call("POST", path + "/run", {{u"parts"_s, bad}});
            QCOMPARE(refused.status, 422);
            QCOMPARE(fieldError(refused, u"parts"_s), u"Failed to complete multipart upload"_s);
        }
        QCOMPARE(m_client->call("POST", path + "/run", {{u"parts"_s, parts}}).status, 202);
        const QJsonObject done = m_client->await(path);
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        const QByteArray tag = '"' + QCryptographicHash::hash(digests, QCryptographicHash::Md5).toHex() + "-3\"";
        QCOMPARE(done.value(u"checksum"_s)[u"s3_etag"_s].toString().toLatin1(), tag);
        QCOMPARE(development(), smallDump());
    }

    void replacingKeepsSerializedLengthsRight()
    {
        const QByteArray dump =
            "INSERT INTO `o` VALUES ('a:1:{s:1:\\\"u\\\";s:14:\\\"https://a.test\\\";}','a.test');\n";
        const QJsonObject replace{{u"from"_s, u"a.test"_s}, {u"to"_s, u"längre.test"_s}};
        const QJsonObject done = import(dump, wish(dump.size(), {{u"search_replace"_s, replace}}));
        QCOMPARE(done.value(u"status"_s).toString(), u"completed"_s);
        QCOMPARE(done.value(u"options"_s)[u"search_replace"_s].toObject(), replace);
        QCOMPARE(development(),
                 QByteArray("INSERT INTO `o` VALUES ('a:1:{s:1:\\\"u\\\";s:20:\\\"https://längre.test\\\";}',"
                            "'längre.test');\n"));
    }

    void theEarlySpecificationImportsAtOnce()
    {
        start(VectorDialect::G1);
        const QByteArray target = "/api/v1/vector/" + m_site + "/db/import";
        const RawHeaders sql{{"Content-Type", "application/sql"}};
        const RawAnswer done = m_client->send(
            {.method = "POST", .target = target + "?drop_tables=true", .headers = sql, .body = smallDump()});
        QCOMPARE(done.status, 200);
        QCOMPARE(done.json().value(u"data"_s)[u"success"_s], QJsonValue(true));
        QCOMPARE(development(), smallDump());
        const RawAnswer empty = m_client->send({.method = "POST", .target = target, .headers = sql});
        QCOMPARE(empty.status, 422);
        QCOMPARE(fieldError(empty, u"content"_s), u"SQL content is required in the request body"_s);
        const RawAnswer wrong = m_client->send({.method = "POST", .target = target, .headers = sql, .body = "no SQL"});
        QCOMPARE(wrong.status, 500);
        QVERIFY(wrong.json().value(u"data"_s)[u"error"_s].toString().contains(u"at line 1"_s));
    }

    void theEarlySpecificationReachesEnvironments()
    {
        start(VectorDialect::G1);
        const QByteArray staging = "environments/" + m_client->environment(u"staging"_s) + "/db/";
        QVERIFY(m_client->exported(staging + "export", staging + "exports").contains("lantern-bakery--staging"));
        const QJsonObject session = m_client->post(staging + "imports", {{u"filename"_s, u"a.sql"_s}});
        QVERIFY(!session.value(u"options"_s)[u"drop_tables"_s].toBool(true));
        QCOMPARE(m_client->putSql(session.value(u"upload_url"_s).toString(), smallDump()).status, 200);
        const QByteArray path = staging + "imports/" + id(session);
        QCOMPARE(m_client->call("POST", path + "/run").status, 202);
        QCOMPARE(m_client->await(path).value(u"status"_s).toString(), u"completed"_s);
        // Tables were not dropped before: what was there is followed by what came.
        const QByteArray both = m_client->exported(staging + "export", staging + "exports");
        QVERIFY(both.contains("CREATE TABLE `wp_users`") && both.endsWith(smallDump()));
    }

    void theProseGivesEachLinkAnHour()
    {
        start(VectorDialect::D);
        const QByteArray base = m_site + "/environments/" + m_client->environment(u"staging"_s) + "/database/";
        const QJsonObject session = m_client->post(base + "import");
        QCOMPARE(session.keys(), (QStringList{u"expires_at"_s, u"import_id"_s, u"upload_url"_s}));
        QCOMPARE(m_client->putSql(session.value(u"upload_url"_s).toString(), smallDump()).status, 200);
        const QByteArray path = base + "import/" + session.value(u"import_id"_s).toString().toLatin1();
        QCOMPARE(m_client->get(path).value(u"status"_s).toString(), u"pending"_s);
        QCOMPARE(m_client->call("POST", path + "/run").status, 200 + 2);
        QCOMPARE(m_client->await(path).value(u"status"_s).toString(), u"completed"_s);
        QCOMPARE(m_client->exported(base + "export", base + "export"), smallDump());
        QCOMPARE(m_client->call("POST", m_site + "/db/export").status, 404); // the other dialects' path
    }

    void thingsGoOnAfterARestart()
    {
        const PracticeOptions options{
            .dataFolder = m_folder.path(), .timeScale = 100, .vectorStore = VectorStore::Embedded};
        m_server = startPractice(options);
        m_client = std::make_unique<VectorClient>(m_server->access());
        const QJsonObject session = m_client->post(m_site + "/imports", wish(smallDump().size()));
        QCOMPARE(m_client->putSql(session.value(u"upload_url"_s).toString(), smallDump()).status, 200);
        m_server.reset();
        m_server = startPractice(options);
        m_client = std::make_unique<VectorClient>(m_server->access());
        QVERIFY(m_client->get(imports() + id(session)).contains(u"upload_url"_s));
        QCOMPARE(m_client->call("POST", imports() + id(session) + "/run").status, 202);
        QCOMPARE(m_client->await(imports() + id(session)).value(u"status"_s).toString(), u"completed"_s);
        QCOMPARE(development(), smallDump());
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<VectorClient> m_client;
    QByteArray m_site;
};

QTEST_GUILESS_MAIN(TestVectorTransfers)
#include "tst_vectortransfers.moc"
