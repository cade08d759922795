#include "app/domain/exportrequest.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestExportRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFilesForAnyFileSystem_data()
    {
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<int>("database");
        QTest::addColumn<QString>("expected");
        const int cms = static_cast<int>(Database::Cms);
        const int commerce = static_cast<int>(Database::Commerce);
        QTest::newRow("plain") << u"Contoso"_s << u"Production"_s << cms
                               << u"contoso-production-cms-20260112-1402.bacpac"_s;
        QTest::newRow("commerce") << u"Contoso"_s << u"ADE1"_s << commerce
                                  << u"contoso-ade1-commerce-20260112-1402.bacpac"_s;
        QTest::newRow("accents and blanks") << u"  Ålesund Prüf & Co. "_s << u"Production"_s << cms
                                            << u"alesund-pruf-co-production-cms-20260112-1402.bacpac"_s;
        QTest::newRow("path tricks") << u"../../etc/passwd"_s << u"C:\\x"_s << cms
                                     << u"etc-passwd-c-x-cms-20260112-1402.bacpac"_s;
        QTest::newRow("no letter we can write")
            << u"株式会社"_s << u"***"_s << cms << u"site-environment-cms-20260112-1402.bacpac"_s;
        QTest::newRow("long") << QString(200, u'x') << u"Production"_s << cms
                              << QString(60, u'x') + u"-production-cms-20260112-1402.bacpac"_s;
    }
    void namesFilesForAnyFileSystem()
    {
        QFETCH(QString, site);
        QFETCH(QString, environment);
        QFETCH(int, database);
        const QDateTime time(QDate(2026, 1, 12), QTime(14, 2, 59));
        QTEST(exportFileName(site, environment, static_cast<Database>(database), time), "expected");
    }

    void readsRetentionFromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("hours"); // 0: refused
        QTest::newRow("hours") << u"24h"_s << 24;
        QTest::newRow("days") << u"2d"_s << 48;
        QTest::newRow("bare") << u"24"_s << 24;
        QTest::newRow("blanks and capitals") << u" 3 D "_s << 72;
        QTest::newRow("a year") << u"365d"_s << 8760;
        QTest::newRow("more than a year") << u"366d"_s << 0;
        QTest::newRow("overflow") << u"99999999999999h"_s << 0;
        QTest::newRow("zero") << u"0"_s << 0;
        QTest::newRow("negative") << u"-1h"_s << 0;
        QTest::newRow("fraction") << u"1.5h"_s << 0;
        QTest::newRow("minutes") << u"30m"_s << 0;
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("word") << u"day"_s << 0;
    }
    void readsRetentionFromText()
    {
        QFETCH(QString, text);
        QFETCH(int, hours);
        QCOMPARE(retentionFromText(text).value_or(0h).count(), hours);
    }

    void suggestsTheSmallestPresetThatLeavesTime_data()
    {
        QTest::addColumn<qint64>("seconds"); // -1: no experience
        QTest::addColumn<int>("hours");
        QTest::newRow("no experience") << qint64(-1) << 24;
        QTest::newRow("twenty minutes") << qint64(1200) << 24;
        QTest::newRow("six hours fit exactly") << qint64(6 * 3600) << 24;
        QTest::newRow("a second more") << qint64(6 * 3600 + 1) << 48;
        QTest::newRow("fifteen hours") << qint64(15 * 3600) << 72;
        QTest::newRow("a day") << qint64(24 * 3600) << 168;
        QTest::newRow("more than any preset") << qint64(100 * 3600) << 168;
    }
    void suggestsTheSmallestPresetThatLeavesTime()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, hours);
        const auto usual = seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds));
        QCOMPARE(suggestedRetention(usual).count(), hours);
    }

    void comesBackFromJson()
    {
        const ExportRequest request{u"c1"_s, u"Production"_s, Database::Commerce, 72h,
                                    false,   u"/home/x"_s,    u"a.bacpac"_s};
        QCOMPARE(exportRequestFromJson(toJson(request)), request);
    }

    void fieldsOfAnotherVersionDoNotBreakIt()
    {
        const QJsonObject json{{u"connectionId"_s, u"c1"_s},
                               {u"environment"_s, u"ADE1"_s},
                               {u"database"_s, u"EPICMS"_s},
                               {u"colour"_s, 7}};
        const auto request = exportRequestFromJson(json);
        QVERIFY(request);
        QCOMPARE(request->retention, std::chrono::hours(24));
        QVERIFY(request->download);
        QVERIFY(!exportRequestFromJson({}));
        QJsonObject unknownDatabase = json;
        unknownDatabase.insert(u"database"_s, u"epifind"_s);
        QVERIFY(!exportRequestFromJson(unknownDatabase));
    }
};

QTEST_GUILESS_MAIN(TestExportRequest)
#include "tst_exportrequest.moc"
