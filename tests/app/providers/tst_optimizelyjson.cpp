#include "app/providers/optimizely/optimizelyjson.h"
#include "app/providers/serverwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace longshore::optimizely;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// JSON written with single quotes. (moc loses slots behind raw string literals.)
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

QJsonValue json(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray link()
{
    return "https://account.blob.core.windows.net/bacpacs/epicms.bacpac?sv=2023-01-03&sp=r&sig=a%2Bb%3D"_ba;
}

} // namespace

class TestOptimizelyJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryExportState_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("known");
        using P = ExportStatus::Phase;
        const auto row = [](const char* word, P phase, bool known) {
            QTest::newRow(word) << QString::fromLatin1(word) << static_cast<int>(phase) << known;
        };
        row("Started", P::Working, true);
        row("InProgress", P::Working, true);
        row("inprogress", P::Working, true);
        row("Succeeded", P::Succeeded, true);
        row("SUCCEEDED", P::Succeeded, true);
        row("ExportFailed", P::Failed, true);
        row("Failed", P::Failed, true);
        row("LinkExpired", P::LinkExpired, true);
        row("Defragmenting", P::Working, false);
        row("", P::Working, false);
    }
    void knowsEveryExportState()
    {
        QFETCH(QString, word);
        QFETCH(bool, known);
        QFETCH(int, phase);
        const QJsonObject object{
            {u"id"_s, u"e1"_s}, {u"status"_s, word}, {u"downloadLink"_s, QString::fromLatin1(link())}};
        const auto status = exportFromJson(object);
        QVERIFY(status);
        QCOMPARE(static_cast<int>(status->phase), phase);
        QCOMPARE(status->serverWord, word);
        QCOMPARE(status->knownWord, known);
    }

    void readsAnExportInAnyCasing_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray tail =
            q("':'Succeeded','NAME':'epicms_Integration_20221103175350.bacpac','LINK':'") + link() + q("'}");
        const auto with = [&tail](QByteArray head, QByteArray name, QByteArray link) {
            QByteArray text = head + tail;
            return text.replace("NAME", name).replace("LINK", link);
        };
        QTest::newRow("camel") << with(q("{'id':'e1','status"), "bacpacName", "downloadLink");
        QTest::newRow("Pascal") << with(q("{'Id':'e1','Status"), "BacpacName", "DownloadLink");
        QTest::newRow("lower") << with(q("{'id':'e1','status"), "bacpacname", "downloadlink");
    }
    void readsAnExportInAnyCasing()
    {
        QFETCH(QByteArray, text);
        const auto status = exportFromJson(json(text));
        QVERIFY(status);
        QCOMPARE(status->id, u"e1"_s);
        QCOMPARE(status->fileName, u"epicms_Integration_20221103175350.bacpac"_s);
        QCOMPARE(status->link.exactBytes(), link());
    }

    void aRunningExportHasNullsWhereTheFileWillBe()
    {
        const auto status =
            exportFromJson(json(q("{'id':'e1','status':'InProgress','bacpacName':null,'downloadLink':null}")));
        QVERIFY(status);
        QVERIFY(status->link.isEmpty());
        QVERIFY(status->fileName.isEmpty());
    }

    void namesTheFieldOfAnExportThatIsMissingOrWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no object") << "[]"_ba << u"id"_s;
        QTest::newRow("no id") << q("{'status':'Started'}") << u"id"_s;
        QTest::newRow("id of another type") << q("{'id':7,'status':'Started'}") << u"id"_s;
        QTest::newRow("done without a link") << q("{'id':'e1','status':'Succeeded'}") << u"downloadLink"_s;
        QTest::newRow("link without TLS")
            << q("{'id':'e1','status':'Succeeded','downloadLink':'http://x.example/?sig=canary'}") << u"downloadLink"_s;
    }
    void namesTheFieldOfAnExportThatIsMissingOrWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, subject);
        const auto status = exportFromJson(json(text));
        QVERIFY(!status);
        QCOMPARE(status.error().code, Error::Code::BadAnswer);
        QCOMPARE(status.error().subject, subject);
        QVERIFY(!status.error().detail.contains("canary"_L1));
    }

    void knowsEveryDeploymentState_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("phase");
        using P = ImportStatus::Phase;
        const auto row = [](const char* word, P phase) {
            QTest::newRow(word) << QString::fromLatin1(word) << static_cast<int>(phase);
        };
        row("InProgress", P::InProgress);
        row("AwaitingVerification", P::AwaitingVerification);
        row("Completing", P::Completing);
        row("Succeeded", P::Succeeded);
        row("Failed", P::Failed);
        row("Resetting", P::Resetting);
        row("Reset", P::Reset);
        row("AwaitingResetVerification", P::AwaitingResetVerification);
        row("awaitingverification", P::AwaitingVerification);
        row("Meditating", P::Unknown);
    }
    void knowsEveryDeploymentState()
    {
        QFETCH(QString, word);
        QFETCH(int, phase);
        const auto status = deploymentFromJson(QJsonObject{{u"id"_s, u"d"_s}, {u"status"_s, word}});
        QVERIFY(status);
        QCOMPARE(static_cast<int>(status->phase), phase);
        QCOMPARE(status->serverWord, word);
    }

    void readsAWholeDeployment()
    {
        const auto status = deploymentFromJson(
            json(q("{'Id':'d1','status':'Failed','startTime':"
                   "'2021-03-05T06:13:29.1772593Z','endTime':'2021-03-05T06:30:00Z','percentComplete':33,"
                   "'validationLinks':[],'deploymentWarnings':['slow'],'deploymentErrors':['Runbook job failed'],"
                   "'parameters':{'targetEnvironment':'Integration','packages':['a.cms.sqldb.1.bacpac']}}")));
        QVERIFY(status);
        QCOMPARE(status->id, u"d1"_s);
        QCOMPARE(status->percent, 33);
        QCOMPARE(status->startedAt, QDateTime(QDate(2021, 3, 5), QTime(6, 13, 29, 177), QTimeZone::utc()));
        QCOMPARE(status->endedAt, QDateTime(QDate(2021, 3, 5), QTime(6, 30), QTimeZone::utc()));
        QCOMPARE(status->warnings, QStringList{u"slow"_s});
        QCOMPARE(status->errors, QStringList{u"Runbook job failed"_s});
        QCOMPARE(status->targetEnvironment, u"Integration"_s);
        QCOMPARE(status->packages, QStringList{u"a.cms.sqldb.1.bacpac"_s});
    }

    void aDeploymentMayLackNearlyEverything()
    {
        const auto status = deploymentFromJson(
            json(q("{'id':'d1','status':'InProgress','endTime':null,'percentComplete':250,'parameters':null,"
                   "'deploymentErrors':null}")));
        QVERIFY(status);
        QCOMPARE(status->percent, 100);
        QVERIFY(!status->endedAt.isValid());
        QVERIFY(status->errors.isEmpty());
        QVERIFY(!deploymentFromJson(json("{}")));
    }

    void readsAListOfDeploymentsInItsOrder()
    {
        const auto list = deploymentsFromJson(json(q("[{'id':'d2'},{'id':'d1'}]")));
        QVERIFY(list);
        QCOMPARE(list->size(), 2);
        QCOMPARE(list->first().id, u"d2"_s);
        QVERIFY(deploymentsFromJson(json("[]"))->isEmpty());
        QCOMPARE(deploymentsFromJson(json("{}")).error().subject, u"result"_s);
        QCOMPARE(deploymentsFromJson(json(q("[{'id':'d2'},{}]"))).error().subject, u"id"_s);
    }

    void readsWherePackagesGo()
    {
        const auto at = [](const QString& container) {
            return locationFromJson(QJsonObject{{u"Location"_s, container}}, u"x.cms.sqldb.1.bacpac"_s);
        };
        QCOMPARE(at(u"https://a.example/packages?sv=1&sig=k%2Fx"_s)->exactBytes(),
                 QByteArray("https://a.example/packages/x.cms.sqldb.1.bacpac?sv=1&sig=k%2Fx"));
        QCOMPARE(at(u"https://a.example/packages/?sig=k"_s)->exactBytes(),
                 QByteArray("https://a.example/packages/x.cms.sqldb.1.bacpac?sig=k"));
        QCOMPARE(locationFromJson(json("{}"), u"x"_s).error().subject, u"location"_s);
    }

    void aServersWarningKeepsItsWordsButNoKey()
    {
        const auto status = deploymentFromJson(json(q("{'id':'d1','deploymentWarnings':['Table <dbo.A> of "
                                                      "https://a.example/x?sig=canary is slow']}")));
        QCOMPARE(status->warnings, QStringList{u"Table <dbo.A> of https://a.example/x?hidden is slow"_s});
        QCOMPARE(status->percent, -1);
    }

    void readsTimesWithAnyFraction_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: refused
        QTest::newRow("none") << u"2019-10-29T08:00:00Z"_s << u"2019-10-29T08:00:00.000Z"_s;
        QTest::newRow("three") << u"2019-08-26T09:28:39.479Z"_s << u"2019-08-26T09:28:39.479Z"_s;
        QTest::newRow("seven") << u"2021-03-05T06:13:29.1772593Z"_s << u"2021-03-05T06:13:29.177Z"_s;
        QTest::newRow("all nines stay in their second")
            << u"2021-03-05T06:13:29.9999999Z"_s << u"2021-03-05T06:13:29.999Z"_s;
        QTest::newRow("one") << u"2021-03-05T06:13:29.5Z"_s << u"2021-03-05T06:13:29.500Z"_s;
        QTest::newRow("without zone") << u"2021-03-05T06:13:29"_s << u"2021-03-05T06:13:29.000Z"_s;
        QTest::newRow("offset") << u"2021-03-05T06:13:29+02:00"_s << u"2021-03-05T04:13:29.000Z"_s;
        QTest::newRow("day only") << u"2021-03-05"_s << QString();
        QTest::newRow("no such day") << u"2021-02-31T00:00:00Z"_s << QString();
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void readsTimesWithAnyFraction()
    {
        QFETCH(QString, text);
        const QDateTime time = parseTime(text);
        const QString shown = time.isValid() ? time.toString(Qt::ISODateWithMs) : QString();
        QTEST(shown, "utc");
    }

    void sendsTheDocumentedBodies()
    {
        QCOMPARE(exportBody(24h), q("{'retentionHours':24}"));
        const QJsonObject sent = json(deploymentBody(u"Integration"_s, {u"x.cms.sqldb.1.bacpac"_s})).toObject();
        const QJsonObject expected{{u"targetEnvironment"_s, u"Integration"_s},
                                   {u"packages"_s, QJsonArray{u"x.cms.sqldb.1.bacpac"_s}},
                                   {u"directDeploy"_s, true},
                                   {u"maintenancePage"_s, false}};
        QCOMPARE(sent, expected);
    }
};

QTEST_GUILESS_MAIN(TestOptimizelyJson)
#include "tst_optimizelyjson.moc"
