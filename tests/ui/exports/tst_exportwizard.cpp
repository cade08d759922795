#include "ui/exports/exportwizard.h"

#include "app/jobs/jobs.h"
#include "app/settings/settings.h"
#include "tests/ui/stage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

class TestExportWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeEntersRepeatYesterdaysExport();
    void threeEntersRepeatBothDatabases();
    void aFirstExportStartsWithSensibleValues();
    void retentionShowsTheTimeItEnds();
    void aLongRetentionIsWarnedAbout();
    void aRelativeFolderCannotStart();
    void aFolderWithABlankCanBeTyped();
    void aFolderThatCannotBeWrittenToCannotStart();
    void anotherExportOfTheProjectMakesItAQueue();
    void aSiteHasNoRetentionButAPacking();
    void thePackingIsRememberedPerPlace();
    void aSiteWhoseTokenMayOnlyWatchCannotStart();
    void theCommandHoldsNoSecretAndQuotesBlanks();
    void everyFocusableWidgetIsNamed();
};

namespace {

void pressEnter(ExportWizard& wizard)
{
    QTest::keyClick(wizard.focusWidget(), Qt::Key_Return);
}

template <class Widget>
Widget* part(ExportWizard& wizard, const QString& name)
{
    auto* found = wizard.findChild<Widget*>(name);
    Q_ASSERT(found != nullptr);
    return found;
}

JobRecord yesterdays(Database database)
{
    JobRecord record = jobAt(JobStep::Done, database);
    record.request.environment = u"Integration"_s;
    record.request.retention = 48h;
    record.request.folder = u"/tmp"_s;
    record.request.fileName = u"typed-yesterday.bacpac"_s;
    record.createdAt = QDateTime::currentDateTimeUtc().addDays(-1);
    return record;
}

} // namespace

void TestExportWizard::threeEntersRepeatYesterdaysExport()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.jobs = {yesterdays(Database::Commerce)};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    wizard.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy started(&wizard, &ExportWizard::jobStarted);
    wizard.show();
    QVERIFY(QTest::qWaitForWindowActive(&wizard));
    pressEnter(wizard);
    pressEnter(wizard);
    pressEnter(wizard);
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(!wizard.isVisible(), 30000);

    const auto record = stage.services().jobs().record(started.first().first().toString());
    QVERIFY(record);
    ExportRequest expected = yesterdays(Database::Commerce).request;
    expected.fileName.clear(); // a new file gets a new name
    QCOMPARE(record->request, expected);
}

void TestExportWizard::threeEntersRepeatBothDatabases()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.jobs = {yesterdays(Database::Cms), yesterdays(Database::Commerce)};
    stage.start();
    std::unique_ptr<ExportWizard> wizard(ExportWizard::asLastTime(stage.services(), {}, {}, nullptr));
    wizard->setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy started(wizard.get(), &ExportWizard::jobStarted);
    wizard->show();
    QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
    QVERIFY(part<QRadioButton>(*wizard, u"both"_s)->isChecked());
    for (int i = 0; i < 3; ++i) {
        pressEnter(*wizard);
    }
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 2, 30000);
    const auto first = stage.services().jobs().record(started.at(0).first().toString());
    const auto second = stage.services().jobs().record(started.at(1).first().toString());
    QCOMPARE(first->request.database, Database::Cms);
    QCOMPARE(second->request.database, Database::Commerce);
    QVERIFY(first->sequence < second->sequence);
}

void TestExportWizard::aFirstExportStartsWithSensibleValues()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    QCOMPARE(wizard.plan().connectionId, u"c1"_s);
    QCOMPARE(wizard.plan().environment, u"Integration"_s);
    QCOMPARE(wizard.plan().retention, 24h);
    QCOMPARE(wizard.plan().folder, stage.services().settings().value().libraryFolder);
    QVERIFY(wizard.plan().download);
}

void TestExportWizard::retentionShowsTheTimeItEnds()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    part<QSpinBox>(wizard, u"hours"_s)->setValue(49);
    const QDateTime end = QDateTime::currentDateTime().addSecs(49 * 3600);
    const QString shown = part<QLabel>(wizard, u"until"_s)->text();
    QVERIFY2(shown.startsWith(u"until "_s), qPrintable(shown));
    QVERIFY2(shown.contains(QLocale().toString(end.date(), u"ddd d MMM"_s))
                 || shown.contains(QLocale().toString(end.addSecs(-60).date(), u"ddd d MMM"_s)),
             qPrintable(shown));
    QCOMPARE(wizard.plan().retention, 49h);
}

void TestExportWizard::aLongRetentionIsWarnedAbout()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    auto* warning = part<QWidget>(wizard, u"warning"_s);
    QVERIFY(warning->isHidden());
    part<QSpinBox>(wizard, u"hours"_s)->setValue(73);
    QVERIFY(!warning->isHidden());
    QVERIFY(part<QPushButton>(wizard, u"next"_s)->isEnabled()); // a warning, not a refusal
    part<QSpinBox>(wizard, u"hours"_s)->setValue(72);
    QVERIFY(warning->isHidden());
}

void TestExportWizard::aRelativeFolderCannotStart()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    auto* next = part<QPushButton>(wizard, u"next"_s);
    next->click();
    next->click();
    QVERIFY(next->isEnabled());
    ExportPlan plan = wizard.plan();
    plan.folder = u"Databases"_s;
    wizard.setPlan(plan);
    QVERIFY(!next->isEnabled());
    QVERIFY(!part<QWidget>(wizard, u"notice"_s)->isHidden());
}

void TestExportWizard::aFolderWithABlankCanBeTyped()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    wizard.show();
    QVERIFY(QTest::qWaitForWindowActive(&wizard));
    auto* next = part<QPushButton>(wizard, u"next"_s);
    next->click();
    next->click();
    auto* folder = part<QLineEdit>(wizard, u"folder"_s);
    folder->clear();
    QTest::keyClicks(folder, u"/tmp/My Databases"_s);
    QCOMPARE(folder->text(), u"/tmp/My Databases"_s);
    QCOMPARE(wizard.plan().folder, u"/tmp/My Databases"_s);
}

void TestExportWizard::aFolderThatCannotBeWrittenToCannotStart()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    const QString file = stage.folder() + u"/not-a-folder"_s;
    QFile made(file);
    QVERIFY(made.open(QIODevice::WriteOnly));
    ExportWizard wizard(stage.services(), {}, nullptr);
    auto* next = part<QPushButton>(wizard, u"next"_s);
    next->click();
    next->click();
    ExportPlan plan = wizard.plan();
    plan.folder = file + u"/below"_s;
    wizard.setPlan(plan);
    QTRY_VERIFY_WITH_TIMEOUT(!next->isEnabled(), 30000); // found out in the background
}

void TestExportWizard::anotherExportOfTheProjectMakesItAQueue()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.jobs = {jobAt(JobStep::ServerWorking)};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    auto* next = part<QPushButton>(wizard, u"next"_s);
    QVERIFY(next->text().contains(u"Next"_s));
    next->click();
    next->click();
    QVERIFY2(next->text().contains(u"queue"_s), qPrintable(next->text()));
}

void TestExportWizard::aSiteHasNoRetentionButAPacking()
{
    Stage stage;
    stage.connections = {contoso(), lanternBakery()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    wizard.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy started(&wizard, &ExportWizard::jobStarted);
    wizard.show();
    QVERIFY(QTest::qWaitForWindowActive(&wizard));
    QVERIFY(part<QRadioButton>(wizard, u"cms"_s)->isVisible());
    auto* place = part<QComboBox>(wizard, u"place"_s);
    place->setCurrentIndex(place->findText(u"lantern-bakery / staging"_s));
    Q_EMIT place->activated(place->currentIndex());
    QVERIFY(!part<QRadioButton>(wizard, u"cms"_s)->isVisible());
    QVERIFY(part<QRadioButton>(wizard, u"mysql"_s)->isChecked());
    QVERIFY(!part<QLabel>(wizard, u"stepKeep"_s)->isVisible());
    QTest::mouseClick(part<QPushButton>(wizard, u"next"_s), Qt::LeftButton);
    auto* format = part<QComboBox>(wizard, u"format"_s);
    QVERIFY(format->isVisible());
    QVERIFY(!part<QCheckBox>(wizard, u"download"_s)->isVisible());
    auto* name = part<QLineEdit>(wizard, u"name"_s);
    QVERIFY(name->text().endsWith(u".sql"_s));
    name->setText(u"mine.sql"_s);
    Q_EMIT name->textEdited(name->text());
    format->setCurrentIndex(1);
    Q_EMIT format->activated(1);
    QCOMPARE(wizard.plan().fileName, u"mine.sql.gz"_s); // the ending says what it is
    QVERIFY(part<QPushButton>(wizard, u"next"_s)->isEnabled());
    QTest::mouseClick(part<QPushButton>(wizard, u"copyCommand"_s), Qt::LeftButton);
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.contains(u"--compress gz"_s) && !command.contains(u"--keep"_s), qPrintable(command));
    QTest::mouseClick(part<QPushButton>(wizard, u"next"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, 30000);
    const ExportRequest asked = stage.services().jobs().record(started.first().first().toString())->request;
    QCOMPARE(asked.database, Database::MySql);
    QCOMPARE(asked.dumpFormat, DumpFormat::Gzip);
    QCOMPARE(asked.retention, 1h);
    QVERIFY(asked.download);
}

void TestExportWizard::thePackingIsRememberedPerPlace()
{
    JobRecord last = jobAt(JobStep::Done, Database::MySql);
    last.request.connectionId = u"v1"_s;
    last.request.environment = u"production"_s;
    last.request.dumpFormat = DumpFormat::Zstd;
    Stage stage;
    stage.connections = {lanternBakery()};
    stage.jobs = {last};
    stage.start();
    const auto planAt = [&stage](const QString& environment) {
        std::unique_ptr<ExportWizard> wizard(ExportWizard::asLastTime(stage.services(), u"v1"_s, environment, nullptr));
        return wizard->plan();
    };
    QCOMPARE(planAt(u"production"_s).dumpFormat, DumpFormat::Zstd);
    QCOMPARE(planAt(u"staging"_s).dumpFormat, DumpFormat::Plain);
    QCOMPARE(planAt(u"staging"_s).databases, QList{Database::MySql});
}

void TestExportWizard::aSiteWhoseTokenMayOnlyWatchCannotStart()
{
    Stage stage;
    Connection site = lanternBakery();
    site.readOnly = true;
    stage.connections = {site};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    wizard.setAttribute(Qt::WA_DeleteOnClose, false);
    wizard.show();
    QVERIFY(!part<QPushButton>(wizard, u"next"_s)->isEnabled());
}

void TestExportWizard::theCommandHoldsNoSecretAndQuotesBlanks()
{
    Stage stage;
    Connection connection = contoso();
    connection.name = u"Contoso's shop"_s;
    stage.connections = {connection};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    ExportPlan plan = wizard.plan();
    plan.folder = u"/home/anna/My Databases"_s;
    plan.retention = 48h;
    wizard.setPlan(plan);
    part<QPushButton>(wizard, u"copyCommand"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"longshorectl export --connection 'Contoso'\\''s shop' --environment Integration --database epicms "
             "--keep 48h --to '/home/anna/My Databases' --wait"_s);
}

void TestExportWizard::everyFocusableWidgetIsNamed()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.start();
    ExportWizard wizard(stage.services(), {}, nullptr);
    QCOMPARE(unnamedFocusTargets(wizard).join(u", "), QString());
}

QTEST_MAIN(TestExportWizard)
#include "tst_exportwizard.moc"
