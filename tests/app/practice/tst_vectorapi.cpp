#include "vectorclient.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

Q_DECLARE_METATYPE(longshore::VectorDialect)

/// Who may ask, and for what: tokens, sites, environments, pages and routes of the Vector API.
class TestVectorApi final : public QObject
{
    Q_OBJECT

    void start(VectorDialect dialect = VectorDialect::G2)
    {
        m_server = startPractice({.vectorDialect = dialect, .vectorStore = VectorStore::Embedded});
        QVERIFY(m_server);
        m_client = std::make_unique<VectorClient>(m_server->access());
    }
    RawAnswer bare(const QByteArray& target, const RawHeaders& headers = {})
    {
        RawConnection connection(static_cast<quint16>(m_server->access().vector.baseUrl.port()));
        return connection.send({.target = target, .headers = headers});
    }

private Q_SLOTS:
    void init() { start(); }

    void bothBodiesOfA401()
    {
        const RawAnswer wrapped = bare("/api/v1/vector/sites");
        QCOMPARE(wrapped.status, 401);
        QCOMPARE(wrapped.json().value(u"message"_s).toString(), u"Unauthenticated"_s);
        QVERIFY(wrapped.json().contains(u"data"_s));
        const RawAnswer plain = bare("/api/v1/auth/whoami", {{"Authorization", "Bearer 1|wrong"}});
        QCOMPARE(plain.status, 401);
        QCOMPARE(plain.json(), (QJsonObject{{u"message"_s, u"Unauthenticated."_s}}));
    }

    void whoamiTellsWhatTheTokenMayDo()
    {
        const RawRequest whoami{.target = "/api/v1/auth/whoami"};
        const auto abilities = [&] {
            return m_client->send(whoami).json().value(u"data"_s)[u"token"_s][u"abilities"_s].toArray();
        };
        QCOMPARE(abilities(), QJsonArray{u"*"_s});
        m_client->fault(u"vector-abilities"_s, u"site:read"_s);
        QCOMPARE(abilities(), QJsonArray{u"site:read"_s});
        QCOMPARE(m_client->call("GET", "sites").status, 200);
        const RawAnswer refused = m_client->call("POST", m_client->site() + "/db/export");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.json().value(u"message"_s).toString(), u"Unauthorized"_s);
    }

    void whoamiIsOfTheNewestDialect()
    {
        for (const VectorDialect dialect : {VectorDialect::D, VectorDialect::G1}) {
            start(dialect);
            QCOMPARE(m_client->send({.target = "/api/v1/auth/whoami"}).status, 404);
        }
    }

    void idsHaveTheStyleOfTheDialect()
    {
        const QString newest = m_server->access().vector.sites.first().id;
        QCOMPARE(newest.size(), 26);
        QCOMPARE(newest, newest.toLower());
        start(VectorDialect::G1);
        QCOMPARE(m_server->access().vector.sites.first().id, newest.toUpper());
        start(VectorDialect::D);
        QCOMPARE(m_server->access().vector.sites.first().id, u"12345"_s);
        QVERIFY(m_client->get("sites/12345").value(u"id"_s).isDouble());
    }

    void sitesComeInPages()
    {
        const QJsonObject all = m_client->call("GET", "sites").json();
        QCOMPARE(all.value(u"data"_s).toArray().size(), 2);
        QCOMPARE(all.value(u"meta"_s)[u"per_page"_s].toInt(), 15);
        QVERIFY(all.value(u"links"_s)[u"next"_s].isNull());
        const QJsonObject second = m_client->call("GET", "sites?per_page=1&page=2&sort=your_customer_id").json();
        QCOMPARE(second.value(u"data"_s)[0][u"your_customer_id"_s].toString(), u"harbour-books"_s);
        QCOMPARE(second.value(u"meta"_s)[u"last_page"_s].toInt(), 2);
        QVERIFY(second.value(u"links"_s)[u"prev"_s].isString());
        const RawAnswer tooMany = m_client->call("GET", "sites?per_page=101");
        QCOMPARE(tooMany.status, 422);
        QCOMPARE(fieldError(tooMany, u"per_page"_s), u"Maximum items per page is 100."_s);
        QCOMPARE(m_client->call("GET", "sites?search=lantern").json().value(u"data"_s).toArray().size(), 1);
        m_client->fault(u"site-status"_s, u"suspended"_s);
        QCOMPARE(m_client->call("GET", "sites?status=active").json().value(u"data"_s).toArray().size(), 0);
    }

    void environmentsAreFlatOrBelowTheirSite_data()
    {
        QTest::addColumn<VectorDialect>("dialect");
        QTest::addColumn<int>("nested");
        QTest::newRow("D") << VectorDialect::D << 200;
        QTest::newRow("G1") << VectorDialect::G1 << 200;
        QTest::newRow("G2") << VectorDialect::G2 << 404; // removed in February 2026
    }
    void environmentsAreFlatOrBelowTheirSite()
    {
        QFETCH(VectorDialect, dialect);
        QFETCH(int, nested);
        start(dialect);
        const QByteArray staging = m_client->environment(u"staging"_s);
        QCOMPARE(m_client->get("environments/" + staging).value(u"name"_s).toString(), u"staging"_s);
        QVERIFY(
            m_client->get("environments/" + m_client->environment(u"production"_s)).value(u"is_production"_s).toBool());
        QCOMPARE(m_client->call("GET", "environments").json().value(u"data"_s).toArray().size(), 4);
        const QByteArray filter = "environments?site=" + m_client->site(1).mid(6);
        QCOMPARE(m_client->call("GET", filter).json().value(u"data"_s).toArray().size(), 2);
        QCOMPARE(m_client->call("GET", m_client->site() + "/environments").status, nested);
        QCOMPARE(m_client->call("GET", m_client->site() + "/environments/" + staging).status, nested);
        QCOMPARE(m_client->call("GET", m_client->site(1) + "/environments/" + staging).status, 404);
    }

    void whatIsNotThere()
    {
        const auto message = [this](const QByteArray& path) {
            const RawAnswer answer = m_client->call("GET", path);
            return answer.status == 404 ? answer.json().value(u"message"_s).toString() : QString();
        };
        QCOMPARE(message("sites/nobody"), u"Site not found"_s);
        QCOMPARE(message("environments/nobody"), u"Environment not found"_s);
        QCOMPARE(message(m_client->site() + "/db/exports/nobody"), u"Export not found"_s);
        QCOMPARE(message(m_client->site() + "/imports/nobody"), u"Import not found"_s);
        QCOMPARE(message("backups/nobody"), u"Backup not found"_s);
        QCOMPARE(message("restores/nobody"), u"Restore not found"_s);
        QVERIFY(message("nobody").contains(u"could not be found"_s));
        QCOMPARE(m_client->call("GET", m_client->site() + "/db/export").status, 405);
    }

    void faultsOfTheApi_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("429") << u"busy-429"_s << 429;
        QTest::newRow("409") << u"conflict-409"_s << 409;
        QTest::newRow("500") << u"status-500"_s << 500;
        QTest::newRow("502") << u"status-502"_s << 502;
        QTest::newRow("503") << u"status-503"_s << 503;
        QTest::newRow("HTML") << u"html-body"_s << 200;
    }
    void faultsOfTheApi()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        m_client->fault(fault, u"1"_s);
        const RawAnswer answer = m_client->call("GET", "sites");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.contains("retry-after"), status == 429);
        QVERIFY(!answer.json().contains(u"links"_s));
        QCOMPARE(m_client->call("GET", "sites").status, 200);
    }

    void aLostAnswerStartsTheExportAllTheSame()
    {
        m_client->fault(u"lost-answer"_s, u"1"_s);
        QCOMPARE(m_client->call("POST", m_client->site() + "/db/export").status, 0);
        QCOMPARE(DxpClient(m_server->access()).counters().value(u"exportsStarted"_s).toInt(), 1);
    }

private:
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<VectorClient> m_client;
};

QTEST_GUILESS_MAIN(TestVectorApi)
#include "tst_vectorapi.moc"
