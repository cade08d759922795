#include "app/library/library.h"
#include "app/net/throttle.h"
#include "app/practice/practicedata.h"
#include "app/transfers/transfercontext.h"
#include "tests/app/jobs/practicesite.h"

#include <QFileInfo>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

QString target()
{
    return u"Practice/Integration"_s;
}

/// A package of about that size, as another environment would give it.
QString packageIn(const QTemporaryDir& folder, qint64 sizeMb)
{
    const QString path = folder.filePath(u"source.bacpac"_s);
    const auto written = writePracticePackage(path, {.environment = u"Production"_s, .seed = 7, .sizeMb = sizeMb},
                                              std::make_shared<std::atomic_bool>(false));
    return written ? path : QString();
}

ImportRequest importOf(const QString& path, const PracticeSite& site)
{
    ImportRequest request;
    request.connectionId = u"practice"_s;
    request.environment = u"integration"_s; // as a person types it
    request.file.path = path;
    request.backup = ImportRequest::Backup::None;
    request.backupFolder = site.outFolder();
    return request;
}

QString start(Services& services, const ImportRequest& request)
{
    QObject owner;
    return awaitResult(services.jobs().startImport(request, target(), &owner)).value_or(QString());
}

JobRecord jobOf(Services& services, const QString& id)
{
    return services.jobs().record(id).value_or(JobRecord{});
}

QString codeOf(const JobRecord& record)
{
    return record.error ? errorCodeName(record.error->code) : QString();
}

} // namespace

class tst_ImportEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importReplacesTheDatabaseAndKeepsWhatWasThere();
    void sasThatEndsAtFortyPercentIsRenewed();
    void faults_data();
    void faults();
    void fileChangedDuringTheUploadIsRefused();
    void fileDeletedDuringTheUploadIsRefused();
};

void tst_ImportEndToEnd::importReplacesTheDatabaseAndKeepsWhatWasThere()
{
    PracticeSite site({});
    std::unique_ptr<Services> services;
    QVERIFY(site.open(services));
    ImportRequest request = importOf(packageIn(site.folder, 0), site);
    request.backup = ImportRequest::Backup::First;
    const QString id = start(*services, request);
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(*services, id).step, JobStep::Done, Patience);
    const JobRecord record = jobOf(*services, id);
    QCOMPARE(record.environment(), u"Integration"_s);
    QCOMPARE(record.serverStatus, u"Succeeded"_s);
    QVERIFY(record.packageName.startsWith(u"practice.cms.sqldb."_s));
    QCOMPARE(site.finalNames().size(), 1);
    const auto undo = services->library().entry(record.backupLibraryId);
    QVERIFY(undo && undo->pinned);
    QCOMPARE(undo->undoes, id);
}

void tst_ImportEndToEnd::sasThatEndsAtFortyPercentIsRenewed()
{
    PracticeSite site({{u"expire-link-after"_s, u"2"_s}});
    std::unique_ptr<Services> services;
    QVERIFY(site.open(services));
    const QString path = packageIn(site.folder, 40);
    services->transfers().limit->setLimit(QFileInfo(path).size() / 5); // five seconds
    const QString id = start(*services, importOf(path, site));
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(*services, id).step, JobStep::Done, Patience);
    QVERIFY(jobOf(*services, id).linkRenewals >= 1);
    QCOMPARE(jobOf(*services, id).size, QFileInfo(path).size());
}

void tst_ImportEndToEnd::faults_data()
{
    QTest::addColumn<QMap<QString, QString>>("faults");
    using Faults = QMap<QString, QString>;
    QTest::newRow("bursts of 503 from store and service") << Faults{{u"blob-503"_s, u"6"_s}, {u"status-503"_s, u"4"_s}};
    QTest::newRow("blocks and commit fail") << Faults{{u"put-block-fails"_s, u"3"_s}, {u"put-list-fails"_s, u"1"_s}};
    QTest::newRow("answer to the commit is lost") << Faults{{u"put-lost"_s, u"1"_s}};
    QTest::newRow("asked to wait") << Faults{{u"busy-429"_s, u"2"_s}, {u"retry-after"_s, u"1"_s}};
    QTest::newRow("target busy") << Faults{{u"deployment-busy"_s, u"2"_s}};
    QTest::newRow("answer to the start breaks off") << Faults{{u"cut-answer"_s, u"1"_s}};
    QTest::newRow("answer to the start is lost") << Faults{{u"lost-answer"_s, u"1"_s}};
    QTest::newRow("unknown words") << Faults{{u"unknown-state"_s, u"2"_s}, {u"warns-halfway"_s, u"1"_s}};
    QTest::newRow("name taken") << Faults{{u"package-leased"_s, u"1"_s}};
}

void tst_ImportEndToEnd::faults()
{
    using Faults = QMap<QString, QString>;
    QFETCH(const Faults, faults);
    PracticeSite site(faults, 10);
    std::unique_ptr<Services> services;
    QVERIFY(site.open(services));
    const QString id = start(*services, importOf(packageIn(site.folder, 20), site));
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(*services, id).step, JobStep::Done, Patience);
    QCOMPARE(site.counter(*services, u"deploymentsStarted"_s), 1);
}

void tst_ImportEndToEnd::fileChangedDuringTheUploadIsRefused()
{
    PracticeSite site({});
    std::unique_ptr<Services> services;
    QVERIFY(site.open(services));
    const QString path = packageIn(site.folder, 40);
    services->transfers().limit->setLimit(QFileInfo(path).size() / 5);
    const QString id = start(*services, importOf(path, site));
    QTRY_VERIFY_WITH_TIMEOUT(jobOf(*services, id).progress.done > QFileInfo(path).size() * 2 / 5, Patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    QCOMPARE(file.write("changed"), 7);
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(*services, id).step, JobStep::Failed, Patience);
    QCOMPARE(codeOf(jobOf(*services, id)), u"SourceChanged"_s);
    QCOMPARE(site.counter(*services, u"deploymentsStarted"_s), 0);
}

void tst_ImportEndToEnd::fileDeletedDuringTheUploadIsRefused()
{
    PracticeSite site({});
    std::unique_ptr<Services> services;
    QVERIFY(site.open(services));
    const QString path = packageIn(site.folder, 40);
    services->transfers().limit->setLimit(QFileInfo(path).size() / 5);
    const QString id = start(*services, importOf(path, site));
    QTRY_VERIFY_WITH_TIMEOUT(jobOf(*services, id).progress.done > QFileInfo(path).size() / 5, Patience);
    QVERIFY(QFile::remove(path));
    QTRY_COMPARE_WITH_TIMEOUT(jobOf(*services, id).step, JobStep::Failed, Patience);
    QCOMPARE(codeOf(jobOf(*services, id)), u"FileAccess"_s);
    QCOMPARE(jobOf(*services, id).error->subject, path);
    QCOMPARE(site.counter(*services, u"deploymentsStarted"_s), 0);
}

QTEST_GUILESS_MAIN(tst_ImportEndToEnd)
#include "tst_importendtoend.moc"
