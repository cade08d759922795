#include "app/archive/zipdirectory.h"
#include "tests/app/cli/clibench.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace longshore {

namespace {

/// The data parts of a package: name → size and CRC.
QMap<QString, QString> dataOf(const QString& path)
{
    QMap<QString, QString> parts;
    QFile file(path);
    const Result<ZipDirectory> directory =
        file.open(QIODevice::ReadOnly) ? ZipDirectory::read(file) : fail(Error::Code::FileAccess, path);
    for (const ZipEntry& entry : directory ? directory->entries() : QList<ZipEntry>{}) {
        if (entry.name.startsWith("Data/")) {
            parts.insert(entry.path(), u"%1 %2"_s.arg(entry.size).arg(entry.crc32));
        }
    }
    return parts;
}

} // namespace

/// Imports by the command line, against the practice server.
class TestLongshorectlImport final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CliBench> m_bench;

    QString exported(const QString& environment, const QString& database = u"epicms"_s)
    {
        const auto run = m_bench->run({u"export"_s, u"--environment"_s, environment, u"--database"_s, database,
                                       u"--to"_s, m_bench->path(u"out"_s), u"--wait"_s});
        return run.exit == 0 ? run.said(u"path"_s) : QString();
    }
    [[nodiscard]] QStringList importLine(const QString& file, const QStringList& more = {},
                                         const QString& environment = u"Integration"_s) const
    {
        const QString target = u"Contoso/"_s + environment;
        return QStringList{u"import"_s,
                           file,
                           u"--to"_s,
                           target,
                           u"--confirm"_s,
                           target,
                           u"--backup-folder"_s,
                           m_bench->path(u"undo"_s),
                           u"--accept-warnings"_s,
                           u"--wait"_s}
               + more;
    }
    [[nodiscard]] QString undoFileOf(const QString& job)
    {
        const QString id = m_bench->run({u"jobs"_s, u"show"_s, job}).said(u"undoFile"_s);
        for (const QJsonObject& line : m_bench->run({u"library"_s, u"list"_s}).lines) {
            if (line.value(u"id"_s).toString() == id) {
                return line.value(u"path"_s).toString();
            }
        }
        return {};
    }
    /// A package to import that needs no export: what the practice server delivers of the named environment.
    QString packageFile() { return exported(u"Production"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("LONGSHORE_BIN")) {
            QSKIP("LONGSHORE_BIN does not name the folder of the programs: skips the whole program");
        }
    }
    void init() { m_bench = std::make_unique<CliBench>(); }
    void cleanup() { m_bench.reset(); }

    void inspectSaysWhatIsInADumpAndWhere()
    {
        QFile dump(m_bench->path(u"shop.txt"_s)); // known by its contents
        QVERIFY(dump.open(QIODevice::WriteOnly));
        dump.write("-- MySQL dump 10.13  Distrib 8.0.36\n-- Server version\t8.0.36\nSET NAMES utf8mb4;\n"
                   "USE `shop`;\nDROP TABLE IF EXISTS `wp_options`;\n"
                   "CREATE TABLE `wp_options` (a int) ENGINE=InnoDB;\n"
                   "INSERT INTO `wp_options` VALUES (1),(2);\n-- Dump completed on 2026-01-12  6:30:00\n");
        dump.close();
        const auto run = m_bench->run({u"inspect"_s, dump.fileName()});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.said(u"kind"_s), u"dump"_s);
        QCOMPARE(run.said(u"serverVersion"_s), u"8.0.36"_s);
        QCOMPARE(run.last().value(u"rows"_s).toInt(), 2);
        QCOMPARE(run.last().value(u"tables"_s)[0][u"name"_s].toString(), u"wp_options"_s);
        const auto uses = std::find_if(run.lines.begin(), run.lines.end(), [](const QJsonObject& line) {
            return line.value(u"kind"_s).toString() == u"usesDatabase"_s;
        });
        QVERIFY(uses != run.lines.end());
        QVERIFY2(uses->value(u"place"_s).toString().startsWith(u"line 4, byte "_s), run.out.constData());
        QCOMPARE(uses->value(u"subject"_s).toString(), u"shop"_s);

        QVERIFY(dump.resize(dump.size() - 60));
        const auto cut = m_bench->run({u"inspect"_s, dump.fileName()});
        QCOMPARE(cut.exit, 7);
        QCOMPARE(m_bench->run({u"inspect"_s, m_bench->path(u"gone"_s)}).exit, 4);
    }

    void productionGoesToIntegrationAndBack()
    {
        m_bench->connectToPractice();
        const QString production = exported(u"Production"_s);
        const QString before = exported(u"Integration"_s);
        const auto wanted = dataOf(production);
        const auto original = dataOf(before);
        QVERIFY(!wanted.isEmpty());
        QVERIFY(wanted != original);

        const auto imported = m_bench->run(importLine(production));
        QVERIFY2(imported.exit == 0, imported.err.constData());
        QCOMPARE(imported.said(u"state"_s), u"done"_s);
        QCOMPARE(imported.said(u"kind"_s), u"import"_s);
        QCOMPARE(dataOf(exported(u"Integration"_s)), wanted);

        const QString undoFile = undoFileOf(imported.said(u"id"_s));
        QVERIFY(undoFile.startsWith(m_bench->path(u"undo"_s)));
        QCOMPARE(dataOf(undoFile), original);

        const auto undone = m_bench->run({u"undo"_s, imported.said(u"id"_s).left(8), u"--confirm"_s,
                                          u"contoso/integration"_s, u"--accept-warnings"_s, u"--wait"_s});
        QVERIFY2(undone.exit == 0, undone.err.constData());
        QCOMPARE(undone.said(u"undoes"_s), imported.said(u"id"_s));
        QCOMPARE(dataOf(exported(u"Integration"_s)), original);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 2);
    }

    void withoutTheRightConfirmationNothingIsSent_data()
    {
        QTest::addColumn<QStringList>("line");
        const auto row = [](const char* name, const QStringList& line) { QTest::newRow(name) << line; };
        row("none", {u"--to"_s, u"Contoso/Integration"_s});
        row("another", {u"--to"_s, u"Contoso/Integration"_s, u"--confirm"_s, u"Contoso/ADE1"_s});
        row("only yes", {u"--to"_s, u"Contoso/Integration"_s, u"--confirm"_s, u"yes"_s});
        row("production", {u"--to"_s, u"Contoso/Production"_s, u"--confirm"_s, u"Contoso/Production"_s});
        row("preproduction", {u"--to"_s, u"Contoso/Preproduction"_s, u"--confirm"_s, u"Contoso/Preproduction"_s});
    }
    void withoutTheRightConfirmationNothingIsSent()
    {
        QFETCH(const QStringList, line);
        m_bench->connectToPractice();
        const QString file = packageFile();
        const qint64 requests = m_bench->counter(u"requests"_s);
        const qint64 blobs = m_bench->counter(u"blobs"_s);
        const auto run = m_bench->run(QStringList{u"import"_s, file, u"--accept-warnings"_s, u"--wait"_s} + line);
        QVERIFY2(run.exit == 8, run.err.constData());
        QCOMPARE(m_bench->counter(u"requests"_s), requests);
        QCOMPARE(m_bench->counter(u"blobs"_s), blobs);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 0);
    }

    void thereIsNoYes()
    {
        m_bench->connectToPractice();
        const auto run = m_bench->run({u"import"_s, u"x.bacpac"_s, u"--to"_s, u"Contoso/Production"_s, u"--yes"_s});
        QCOMPARE(run.exit, 4);
    }

    void warningsMustBeAccepted()
    {
        m_bench->connectToPractice();
        QStringList line = importLine(packageFile());
        line.removeAll(u"--accept-warnings"_s);
        const auto run = m_bench->run(line);
        QCOMPARE(run.exit, 8);
        QVERIFY2(run.out.contains("\"fromProduction\""), run.out.constData());
        QVERIFY2(run.err.contains("--accept-warnings"), run.err.constData());
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 0);
    }

    void brokenFilesAndWrongKindsAreRefusedBeforeAByteIsSent()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        QCOMPARE(m_bench->run(importLine(m_bench->path(u"nothing.bacpac"_s))).exit, 4);
        const QString cut = m_bench->path(u"cut.bacpac"_s);
        QVERIFY(QFile::copy(file, cut));
        QVERIFY(QFile::resize(cut, QFileInfo(cut).size() - 200));
        QCOMPARE(m_bench->run(importLine(cut)).exit, 7);
        QCOMPARE(m_bench->run(importLine(file, {u"--db"_s, u"epicommerce"_s})).exit, 4);
        QCOMPARE(m_bench->run(importLine(file, {u"--name"_s, u"x.commerce.sqldb.1.bacpac"_s})).exit, 4);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 0);
        QVERIFY(!QDir(m_bench->path(u"undo"_s)).exists());
    }

    void aFailedDeploymentSpeaksTheServersWords()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        m_bench->fault("{\"package-broken\":1}");
        const auto run = m_bench->run(importLine(file));
        QCOMPARE(run.exit, 6);
        QVERIFY2(run.err.contains("Runbook job failed"), run.err.constData());
        QString id;
        for (const QJsonObject& line : run.lines) {
            id = line.value(u"type"_s) == u"job"_s ? line.value(u"id"_s).toString() : id;
        }
        const auto shown = m_bench->run({u"jobs"_s, u"show"_s, id});
        QVERIFY(shown.last().value(u"serverErrors"_s).toArray().first().toString().contains(u"Runbook job failed"_s));
    }

    void aLeaseABusyTargetAndBurstsOfErrorsAreOvercome()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        m_bench->fault("{\"package-leased\":1,\"deployment-busy\":2,\"blob-503\":4,\"status-503\":3}");
        const auto run = m_bench->run(importLine(file, {u"--no-backup"_s, u"--name"_s, u"x.cms.sqldb.1.bacpac"_s}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QCOMPARE(run.said(u"packageName"_s), u"x.cms.sqldb.1.2.bacpac"_s);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 1);
    }

    void aLostAnswerToTheStartIsOneDeployment()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        m_bench->fault("{\"lost-answer\":1}");
        const auto run = m_bench->run(importLine(file, {u"--no-backup"_s}));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(run.out.contains("\"state\":\"unknown\""));
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 1);
    }

    void aLostAnswerOfTheBackupIsLeftToAPerson()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        m_bench->fault("{\"lost-answer\":1}");
        const auto run = m_bench->run(importLine(file));
        QVERIFY2(run.exit == 9, run.err.constData());
        const QString backup = m_bench->run({u"jobs"_s, u"list"_s}).lines.constFirst().value(u"id"_s).toString();
        QVERIFY2(QString::fromUtf8(run.err).contains(u"jobs adopt "_s + backup.left(8)), run.err.constData());
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 0);
        // With the id from the portal both go on.
        const QString id = m_bench->exportsAtServer().last().toObject().value(u"id"_s).toString();
        QCOMPARE(m_bench->run({u"jobs"_s, u"adopt"_s, backup, id}).exit, 0);
        QCOMPARE(m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s}).exit, 0);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 1);
    }

    void aFailedBackupUploadsNothing()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        m_bench->fault("{\"export-fails\":1}");
        const qint64 blobs = m_bench->counter(u"blobs"_s);
        const auto run = m_bench->run(importLine(file));
        QCOMPARE(run.exit, 6);
        QVERIFY2(run.err.contains("backup of the target failed"), run.err.constData());
        QCOMPARE(m_bench->counter(u"blobs"_s), blobs);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 0);
    }

    void aDeploymentThatWaitsIsCompletedOrTakenBack_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("ends");
        QTest::newRow("complete") << u"complete"_s << u"done"_s;
        QTest::newRow("reset") << u"reset"_s << u"wasReset"_s;
    }
    void aDeploymentThatWaitsIsCompletedOrTakenBack()
    {
        QFETCH(const QString, verb);
        QFETCH(const QString, ends);
        m_bench->connectToPractice();
        const QString file = packageFile();
        const auto before = dataOf(exported(u"Integration"_s));
        m_bench->fault("{\"direct-waits\":1,\"warns-halfway\":1}");
        const auto waits = m_bench->run(importLine(file, {u"--no-backup"_s}));
        QCOMPARE(waits.exit, 1);
        QCOMPARE(waits.said(u"state"_s), u"awaitingVerification"_s);
        QVERIFY2(waits.err.contains("the service warns"), waits.err.constData());
        const QString id = waits.said(u"id"_s);
        const auto told = m_bench->run({u"jobs"_s, verb, id.left(8)});
        QVERIFY2(told.exit == 0, told.err.constData());
        QCOMPARE(m_bench->run({u"jobs"_s, u"watch"_s, id}).said(u"state"_s), ends);
        const auto now = dataOf(exported(u"Integration"_s));
        QCOMPARE(now, verb == u"reset"_s ? before : dataOf(file));
    }

    void killedWhileItUploadsItGoesOn()
    {
        m_bench->connectToPractice({u"--size-mb"_s, u"40"_s});
        const QString file = packageFile();
        QProcess* process = m_bench->start(importLine(file, {u"--no-backup"_s}));
        CliBench::waitForState(process, "uploading");
        process->kill();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 20'000);
        const auto run = m_bench->run({u"jobs"_s, u"watch"_s, u"--all"_s});
        QVERIFY2(run.exit == 0, run.err.constData());
        QCOMPARE(run.said(u"state"_s), u"done"_s);
        QCOMPARE(m_bench->counter(u"deploymentsStarted"_s), 1);
        QCOMPARE(dataOf(exported(u"Integration"_s)), dataOf(file));
    }

    void aNameIsComposedAndUsedOnce()
    {
        m_bench->connectToPractice();
        const QString file = packageFile();
        const auto named = m_bench->run({u"packages"_s, u"name"_s, file});
        QCOMPARE(named.exit, 0);
        const QString name = named.said(u"name"_s);
        QVERIFY2(name.startsWith(u"contoso.cms.sqldb."_s) && name.endsWith(u".bacpac"_s), qPrintable(name));
        QCOMPARE(m_bench->run(importLine(file, {u"--no-backup"_s, u"--name"_s, name})).exit, 0);
        QCOMPARE(m_bench->run(importLine(file, {u"--no-backup"_s, u"--name"_s, name})).exit, 4);
        QVERIFY(m_bench->run({u"packages"_s, u"name"_s, file, u"--to"_s, u"Contoso/Integration"_s}).said(u"name"_s)
                != name);
        QVERIFY(m_bench->run({u"packages"_s, u"name"_s, file, u"--db"_s, u"epicommerce"_s})
                    .said(u"name"_s)
                    .contains(u".commerce.sqldb."_s));
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLongshorectlImport)
#include "tst_longshorectlimport.moc"
