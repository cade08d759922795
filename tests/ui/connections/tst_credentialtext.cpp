#include "ui/connections/connectdraft.h"
#include "ui/connections/credentialtext.h"
#include "ui/settings/proxyaddress.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {
const QString id = u"2a561398-d517-4634-9bc4-aab5008a8e1a"_s;
const QString key = u"h2YJc8Wq0ZtPnR5vLx3KdB7sFg1MaUe9ToIyQwErTzXcVbNm"_s;
const QString secret = u"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw=="_s;
} // namespace

class TestCredentialText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAllThree_data();
    void findsAllThree();
    void findsTheAddressOfAPracticeServer();
    void takesAShortLoneValueForAKey();
    void findsNothingInOrdinaryText();
    void guessedTiersCanBeRaisedButNotLowered();
    void keepsWhatTheKeyMayTouchAndWhatEveryProjectHas();
    void keepsRaisedTiersAndNamesAddedByHand();
    void readsProxyAddresses_data();
    void readsProxyAddresses();
};

void TestCredentialText::findsAllThree_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("labelled lines") << u"Project ID: %1\nKey: %2\nSecret: %3\n"_s.arg(id, key, secret);
    QTest::newRow("labels in another order") << u"API secret = %3\nAPI key = %2\nproject = %1"_s.arg(id, key, secret);
    QTest::newRow("JSON") << u"{\"projectId\":\"%1\",\"clientKey\":\"%2\",\"clientSecret\":\"%3\"}"_s.arg(id, key,
                                                                                                          secret);
    QTest::newRow("PowerShell") << u"Connect-EpiCloud -ProjectId \"%1\" -ClientKey \"%2\" -ClientSecret \"%3\""_s.arg(
        id, key, secret);
    QTest::newRow("bare lines") << u"%1\n%2\n%3"_s.arg(id, key, secret);
    QTest::newRow("bare, secret first") << u"%3\n%1\n%2"_s.arg(id, key, secret);
    QTest::newRow("a table row") << u"%1\t%2\t%3"_s.arg(id, key, secret);
    QTest::newRow("upper-case ID") << u"%1, %2, %3"_s.arg(id.toUpper(), key, secret);
}

void TestCredentialText::findsAllThree()
{
    QFETCH(QString, text);
    const FoundCredentials found = findCredentials(text);
    QCOMPARE(found.projectId, id);
    QCOMPARE(found.clientKey, key);
    QCOMPARE(found.clientSecret.reveal(), secret.toLatin1());
}

void TestCredentialText::findsTheAddressOfAPracticeServer()
{
    const FoundCredentials found = findCredentials(u"{\"baseUrl\":\"http://127.0.0.1:4711/api/v1.0/\"}"_s);
    QCOMPARE(found.baseUrl, QUrl(u"http://127.0.0.1:4711/api/v1.0/"_s));
    QVERIFY(found.clientKey.isEmpty());
    QVERIFY(found.clientSecret.isEmpty());
}

void TestCredentialText::takesAShortLoneValueForAKey()
{
    const FoundCredentials found = findCredentials(key);
    QCOMPARE(found.clientKey, key);
    QVERIFY(found.clientSecret.isEmpty());
    QCOMPARE(findCredentials(secret).clientSecret.reveal(), secret.toLatin1());
}

void TestCredentialText::findsNothingInOrdinaryText()
{
    QVERIFY(findCredentials(u"Hello Anna, the key is under the mat. The secret too. Bo"_s).isEmpty());
    QVERIFY(findCredentials({}).isEmpty());
}

void TestCredentialText::guessedTiersCanBeRaisedButNotLowered()
{
    QCOMPARE(choosableTiers(u"Production"_s), QList<Tier>{Tier::Production});
    QCOMPARE(choosableTiers(u"integration"_s), (QList<Tier>{Tier::Test, Tier::Staging, Tier::Production}));
    QCOMPARE(choosableTiers(u"Sandbox"_s).size(), 4);
}

void TestCredentialText::keepsWhatTheKeyMayTouchAndWhatEveryProjectHas()
{
    const QList<Environment> kept =
        environmentsToKeep({{.name = u"Integration"_s, .tier = Tier::Test, .access = Access::Allowed},
                            {.name = u"Production"_s, .tier = Tier::Production, .access = Access::Denied},
                            {.name = u"ADE1"_s, .tier = Tier::Development, .access = Access::Allowed},
                            {.name = u"ADE2"_s, .tier = Tier::Development, .access = Access::Denied}},
                           {});
    QStringList names;
    for (const Environment& environment : kept) {
        names << environment.name;
    }
    QCOMPARE(names, (QStringList{u"Integration"_s, u"Production"_s, u"ADE1"_s}));
}

void TestCredentialText::keepsRaisedTiersAndNamesAddedByHand()
{
    const QList<Environment> kept =
        environmentsToKeep({{.name = u"Integration"_s, .tier = Tier::Test, .access = Access::Allowed},
                            {.name = u"ADE7"_s, .tier = Tier::Development, .access = Access::Denied}},
                           {{.name = u"integration"_s, .tier = Tier::Staging, .access = Access::Unknown},
                            {.name = u"ADE7"_s, .tier = Tier::Test, .access = Access::Unknown, .addedByHand = true}});
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.at(0).tier, Tier::Staging);
    QCOMPARE(kept.at(1).tier, Tier::Test);
    QVERIFY(kept.at(1).addedByHand);
    QCOMPARE(kept.at(1).access, Access::Denied);
}

void TestCredentialText::readsProxyAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("whole") << u"http://proxy.example:3128"_s << u"http://proxy.example:3128"_s;
    QTest::newRow("without scheme") << u" proxy.example:3128 "_s << u"http://proxy.example:3128"_s;
    QTest::newRow("address") << u"10.0.0.1:8080"_s << u"http://10.0.0.1:8080"_s;
    QTest::newRow("no port") << u"http://proxy.example"_s << QString();
    QTest::newRow("password") << u"http://anna:word@proxy.example:1"_s << QString();
    QTest::newRow("path") << u"http://proxy.example:1/x"_s << QString();
    QTest::newRow("other scheme") << u"ftp://proxy.example:1"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestCredentialText::readsProxyAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    const auto read = proxyFromText(typed);
    QCOMPARE(read.has_value(), !url.isEmpty());
    QCOMPARE(read.value_or(QUrl()), QUrl(url));
}

QTEST_GUILESS_MAIN(TestCredentialText)
#include "tst_credentialtext.moc"
