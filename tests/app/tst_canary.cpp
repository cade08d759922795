#include "app/core/log.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/practice/practiceserver.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "tests/support/await.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 90'000;

/// What must not be found anywhere, and how it may be spelt.
QList<QByteArray> spellings(const Secret& secret)
{
    const QByteArray base64 = secret.reveal();
    const QByteArray raw = QByteArray::fromBase64(base64);
    return {base64, raw, raw.toHex(), raw.toHex().toUpper(), base64.toPercentEncoding()};
}

/// A signature that was not hidden: in a link, in a header.
bool showsSignature(const QByteArray& text)
{
    static const QRegularExpression link(u"sig=(?!hidden)[A-Za-z0-9%+/]{8}"_s);
    static const QRegularExpression header(u"epi-hmac (?!hidden)[A-Za-z0-9]{8}"_s);
    const QString readable = QString::fromLatin1(text);
    return link.match(readable).hasMatch() || header.match(readable).hasMatch();
}

} // namespace

/// Runs a whole export and an import of its file, with everything going wrong that can, and reads everything the
/// program wrote.
class tst_Canary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatItLooksFor();
    void exportAndImportLeaveNoSecretAndNoSignatureAnywhere();

private:
    void runExport(const PracticeAccess& access, const QString& home, const QString& outFolder);
    void runImport(Services& services, const JobRecord& exported);
};

void tst_Canary::findsWhatItLooksFor()
{
    QVERIFY(showsSignature("https://x/y?se=1&sig=abcdefgh%2B"));
    QVERIFY(showsSignature("Authorization: epi-hmac key123456:1:2:3"));
    QVERIFY(!showsSignature("https://x/y?se=1&sig=hidden"));
    const QList<QByteArray> all = spellings(Secret("AAECAwQFBgc="));
    QVERIFY(all.contains("0001020304050607"));
}

void tst_Canary::runExport(const PracticeAccess& access, const QString& home, const QString& outFolder)
{
    ServicesOptions options;
    options.home = home;
    options.useKeychain = false;
    Services services(options);
    services.start();
    QTRY_VERIFY_WITH_TIMEOUT(services.isReady(), Patience);

    Connection connection;
    connection.id = u"canary"_s;
    connection.name = u"Canary"_s;
    connection.baseUrl = access.baseUrl;
    connection.projectId = access.projectId;
    connection.clientKey = access.clientKey;
    connection.environments = {{u"Integration"_s, Tier::Test, Access::Allowed, false}};
    services.rememberForThisRun(connection.id, access.clientSecret);
    QVERIFY(awaitResult(services.connections().save(connection, this)));
    QVERIFY(!awaitResult(services.test(connection, access.clientSecret, this))); // busy
    QVERIFY(awaitResult(services.test(connection, access.clientSecret, this)));
    QVERIFY(!awaitResult(services.test(connection, Secret("bm90IHRoZSBvbmUh"), this)));

    ExportRequest request;
    request.connectionId = connection.id;
    request.environment = u"Integration"_s;
    request.folder = outFolder;
    const QString id = awaitResult(services.jobs().start(request, this)).value_or(QString());
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::Done, Patience);
    const QByteArray shown = QJsonDocument(toJson(*services.jobs().record(id))).toJson();
    QVERIFY(!showsSignature(shown));
    QVERIFY(!showsSignature(Library::asText(services.library().entries().constFirst()).toUtf8()));
    runImport(services, *services.jobs().record(id));
}

void tst_Canary::runImport(Services& services, const JobRecord& exported)
{
    ImportRequest request;
    request.connectionId = exported.connectionId();
    request.environment = exported.environment();
    request.file.path = exported.path;
    request.backupFolder = exported.request.folder;
    const QString id =
        awaitResult(services.jobs().startImport(request, u"Canary/Integration"_s, this)).value_or(QString());
    QTRY_COMPARE_WITH_TIMEOUT(services.jobs().record(id)->step, JobStep::Done, Patience);
    const JobRecord record = *services.jobs().record(id);
    QVERIFY(!showsSignature(QJsonDocument(toJson(record)).toJson()));
    QCOMPARE(record.serverWarnings.size(), 1);
}

void tst_Canary::exportAndImportLeaveNoSecretAndNoSignatureAnywhere()
{
    const QTemporaryDir folder;
    QLoggingCategory::setFilterRules(u"longshore.*=true"_s); // as somebody does who looks for a mistake
    QString recent;
    PracticeAccess access;
    {
        const Log log({.folder = folder.filePath(u"home/logs"_s)});
        PracticeOptions options;
        options.dataFolder = folder.filePath(u"server"_s);
        options.timeScale = 50;
        options.faults = {{u"busy-429"_s, u"1"_s},        {u"blob-503"_s, u"1"_s},
                          {u"cut-body"_s, u"1"_s},        {u"expire-link-after"_s, u"2"_s},
                          {u"slow"_s, u"400000"_s},       {u"put-block-fails"_s, u"1"_s},
                          {u"put-lost"_s, u"1"_s},        {u"package-leased"_s, u"1"_s},
                          {u"deployment-busy"_s, u"1"_s}, {u"warns-halfway"_s, u"1"_s}};
        auto server = PracticeServer::start(options);
        QVERIFY(server);
        access = (*server)->access();
        runExport(access, folder.filePath(u"home"_s), folder.filePath(u"out"_s));
        recent = Log::recentText();
    }
    QLoggingCategory::setFilterRules({});
    QVERIFY(!recent.isEmpty());
    QVERIFY(!showsSignature(recent.toUtf8()));

    int files = 0;
    qint64 bytes = 0;
    QDirIterator it(folder.filePath(u"home"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        ++files;
        bytes += content.size();
        for (const QByteArray& spelling : spellings(access.clientSecret)) {
            QVERIFY2(!content.contains(spelling), qPrintable(it.filePath()));
        }
        QVERIFY2(!showsSignature(content), qPrintable(it.filePath()));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        if (!it.fileName().endsWith(u".lock"_s)) {
            QVERIFY2((file.permissions() & others) == QFile::Permissions(), qPrintable(it.filePath()));
        }
    }
    QVERIFY2(files >= 2 && bytes > 1'000, qPrintable(QString::number(files))); // the state file and the log at least
}

QTEST_GUILESS_MAIN(tst_Canary)
#include "tst_canary.moc"
