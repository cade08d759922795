#include "app/providers/optimizely/epihmac.h"
#include "app/providers/optimizely/optimizelyprovider.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

/// JSON written with single quotes. (moc loses slots behind raw string literals.)
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestEpiHmac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Vectors on which three independent implementations agreed, clock and nonce pinned.
    void signsAsTheServiceExpects_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("no body") << "GET"_ba
                                 << "/deployments"_ba
                                 << ""_ba
                                 << "3VXow2+GQ8drUzqlT1STmIqCQwZyT/1yN51OVANi0Hw="_ba;
        QTest::newRow("export") << "POST"_ba
                                << "/environments/Integration/databases/epicms/exports"_ba << q("{'retentionHours':24}")
                                << "cNEOQXWyNcgQgpSYRTPSJmRnI1djwc/HsMxTft+L4L0="_ba;
        QTest::newRow("query") << "get"_ba
                               << "/environments/Integration/storagecontainers?writable=true"_ba
                               << ""_ba
                               << "10sr8AE4/wLRdRHwXNy847suMiIVaqVqv9HX7QpnYFA="_ba;
        QTest::newRow("deployment")
            << "POST"_ba
            << "/deployments"_ba
            << q("{'targetEnvironment':'Integration','packages':['myapp.cms.sqldb.1.0.0.bacpac'],"
                 "'directDeploy':true,'maintenancePage':false}")
            << "HKn4C5SQZBH8W/u5ALNayQdCjccG7UtSTBGHPM/Cvgk="_ba;
        QTest::newRow("letters beyond ASCII")
            << "POST"_ba
            << "/deployments"_ba << u"{\"targetEnvironment\":\"Prüf-Ålesund\"}"_s.toUtf8()
            << "umfBObgAUlBzdmPzDw+2ulh7u8AunuWyhnNA6l/KvQI="_ba;
    }
    void signsAsTheServiceExpects()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, signature);
        const QByteArray header =
            epiHmacAuthorization({.clientKey = "testClientKey0123456789abcdef",
                                  .secret = Secret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v"),
                                  .method = method,
                                  .pathAndQuery = "/api/v1.0/projects/2a561398-d517-4634-9bc4-aab5008a8e1a" + path,
                                  .body = body,
                                  .unixMilliseconds = 1700000000000,
                                  .nonce = "0123456789abcdef0123456789abcdef"});
        const QByteArray expected = "epi-hmac testClientKey0123456789abcdef:1700000000000:"
                                    "0123456789abcdef0123456789abcdef:"
                                    + signature;
        QCOMPARE(header, expected);
    }

    void aSecretThatCannotBeOneIsRefusedAtEntry_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("rule");
        QTest::newRow("good") << "AAECAwQFBgcICQoLDA0ODw=="_ba << QString();
        QTest::newRow("good with all signs") << "a+/Z"_ba << QString();
        QTest::newRow("nothing") << ""_ba << u"empty"_s;
        QTest::newRow("copied with a line break") << "AAECAwQF\n"_ba << u"blank"_s;
        QTest::newRow("blank inside") << "AAEC AwQ"_ba << u"blank"_s;
        QTest::newRow("a letter lost") << "AAECAwQ"_ba << u"length"_s;
        QTest::newRow("not Base64") << "AAEC!wQF"_ba << u"base64"_s;
        QTest::newRow("URL alphabet") << "AAEC-_QF"_ba << u"base64"_s;
        QTest::newRow("padding inside") << "AA==AAEC"_ba << u"base64"_s;
    }
    void aSecretThatCannotBeOneIsRefusedAtEntry()
    {
        QFETCH(QByteArray, typed);
        QTEST(secretProblem(typed), "rule");
    }
};

QTEST_GUILESS_MAIN(TestEpiHmac)
#include "tst_epihmac.moc"
