#include "ui/imports/importassistant.h"

#include "app/jobs/jobs.h"
#include "app/practice/practicedata.h"
#include "tests/ui/fakeprompts.h"
#include "tests/ui/stage.h"
#include "ui/imports/importtext.h"
#include "ui/imports/targetsmodel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr int OptionsIndex = static_cast<int>(ImportPage::Options);
constexpr int SafetyIndex = static_cast<int>(ImportPage::Safety);
constexpr int GoIndex = static_cast<int>(ImportPage::Go);

/// A small WordPress under another address than any environment here.
QByteArray shopDump()
{
    return "-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n"
           "-- Server version\t8.0.36\n"
           "SET NAMES utf8mb4;\n"
           "DROP TABLE IF EXISTS `wp_options`;\n"
           "CREATE TABLE `wp_options` (`option_id` bigint, `option_name` varchar(191), `option_value` longtext,\n"
           " `autoload` varchar(20)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n"
           "INSERT INTO `wp_options` VALUES (1,'siteurl','https://old.example','yes'),"
           "(2,'home','https://old.example','yes');\n"
           "DROP TABLE IF EXISTS `wp_posts`;\n"
           "CREATE TABLE `wp_posts` (`ID` bigint) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n"
           "INSERT INTO `wp_posts` VALUES (1),(2),(3);\n"
           "DROP TABLE IF EXISTS `wp_postmeta`;\n"
           "CREATE TABLE `wp_postmeta` (`meta_id` bigint) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n"
           "-- Dump completed on 2026-01-12  6:30:00\n";
}

} // namespace

class TestImportAssistant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aFileIsCheckedBeforeAnythingElse();
    void aBrokenFileGoesNoFurther();
    void eachWarningNeedsItsOwnTick();
    void warningsAreReachedByTab();
    void impossibleTargetsAreShownWithTheirReason();
    void thePackageDecidesTheDatabase();
    void theSuggestedTargetIsChosenAfterTheCheck();
    void backupIsOnAndThePhraseOnlyAppearsWithoutIt();
    void aBadNameSaysWhyAndTheServicesNameIsMade();
    void theNameOfAnExportedFileIsNoObstacle();
    void theLastButtonNamesTheObjectAndEnterDoesNothing();
    void escapeGoesBackOnTheLastPage();
    void theJobHoldsWhatWasChosen();
    void theCommandHoldsTheConfirmation();
    void aDumpGoesToASiteWithOptions();
    void anAddressThatStaysNeedsATick();
    void aServiceWithoutOptionsSaysSo();
    void aDumpCannotGoToTheOtherPlatform();
    void undoFillsInFileAndTarget();
    void aDropReplacesTheFile();
    void aWrongDropSaysWhy();
    void everyPageCanBeOperatedByKeysAndReadAloud();

private:
    void open(const ImportStart& start);
    void openChecked(const ImportStart& start);
    /// At the last page, with Contoso / Integration as the target.
    void openReady();
    template <class Widget>
    Widget* part(const QString& name) const
    {
        auto* found = m_assistant->findChild<Widget*>(name);
        Q_ASSERT(found != nullptr);
        return found;
    }
    /// A dump for lantern-bakery / development, after the check.
    void openDump(VectorDialect dialect);
    [[nodiscard]] bool mayGoOn() const { return m_assistant->forwardButton()->isEnabled(); }
    void next() { QTest::mouseClick(m_assistant->forwardButton(), Qt::LeftButton); }

    QTemporaryDir m_folder;
    QString m_cms;
    FakePrompts m_prompts;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<ImportAssistant> m_assistant;
};

void TestImportAssistant::initTestCase()
{
    const CancelFlag never = std::make_shared<std::atomic_bool>(false);
    m_cms = m_folder.filePath(u"epicms_Production_20260112.bacpac"_s);
    QVERIFY(writePracticePackage(
        m_cms, {.environment = u"Production"_s, .exportedAt = QDateTime::currentDateTimeUtc().addDays(-1)}, never));
}

void TestImportAssistant::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->connections = {contoso()};
}

void TestImportAssistant::cleanup()
{
    m_assistant.reset();
    m_stage.reset();
}

void TestImportAssistant::open(const ImportStart& start)
{
    m_stage->start();
    m_assistant = std::make_unique<ImportAssistant>(m_stage->services(), m_prompts, nullptr);
    m_assistant->setAttribute(Qt::WA_DeleteOnClose, false);
    m_assistant->begin(start);
    m_assistant->show();
    QVERIFY(QTest::qWaitForWindowActive(m_assistant.get()));
}

void TestImportAssistant::openChecked(const ImportStart& start)
{
    open(start);
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->plan().file.has_value(), 30'000);
}

void TestImportAssistant::openReady()
{
    openChecked({.path = m_cms, .connectionId = u"c1"_s, .environment = u"Integration"_s});
    for (int page = 1; page < 4; ++page) {
        QVERIFY(mayGoOn());
        next();
    }
    QCOMPARE(m_assistant->currentPage(), GoIndex);
}

void TestImportAssistant::aFileIsCheckedBeforeAnythingElse()
{
    open({.path = m_cms});
    QCOMPARE(m_assistant->currentPage(), 1);
    QVERIFY(!mayGoOn());
    QTRY_VERIFY_WITH_TIMEOUT(mayGoOn(), 30'000);
    QVERIFY(m_assistant->plan().file->sha256.size() == 64);
    QVERIFY(part<QLabel>(u"finding_zipComplete"_s)->isVisible());
    QVERIFY(m_assistant->backButton()->isEnabled());
}

void TestImportAssistant::aBrokenFileGoesNoFurther()
{
    const QString path = m_folder.filePath(u"cut.bacpac"_s);
    QFile whole(m_cms);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile cut(path);
    QVERIFY(cut.open(QIODevice::WriteOnly));
    cut.write(whole.read(whole.size() / 2));
    cut.close();
    open({.path = path});
    QTRY_VERIFY_WITH_TIMEOUT(blocks(m_assistant->plan().findings), 30'000);
    QTRY_VERIFY(part<QLabel>(u"checkSummary"_s)->text().contains(u"error"_s));
    QVERIFY(!mayGoOn());
    QVERIFY(!part<QLabel>(u"assistantHint"_s)->text().isEmpty());

    // The rest of it arrives, and it is checked once more.
    QVERIFY(cut.open(QIODevice::WriteOnly | QIODevice::Append));
    cut.write(whole.readAll());
    cut.close();
    part<QPushButton>(u"checkAgain"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(mayGoOn(), 30'000);
    QVERIFY(!part<QPushButton>(u"checkAgain"_s)->isVisible());
}

void TestImportAssistant::eachWarningNeedsItsOwnTick()
{
    openChecked({.path = m_cms});
    ImportPlan plan = m_assistant->plan();
    plan.findings << Finding{.severity = Finding::Severity::Warning, .kind = Finding::Kind::DatabaseMixed}
                  << Finding{.severity = Finding::Severity::Warning, .kind = Finding::Kind::NoData};
    m_assistant->setPlan(plan);
    QVERIFY(!mayGoOn());
    part<QCheckBox>(u"tick_databaseMixed"_s)->click();
    QVERIFY(!mayGoOn());
    part<QCheckBox>(u"tick_noData"_s)->click();
    QVERIFY(mayGoOn());
    part<QCheckBox>(u"tick_databaseMixed"_s)->click();
    QVERIFY(!mayGoOn());
}

void TestImportAssistant::warningsAreReachedByTab()
{
    openChecked({.path = m_cms, .connectionId = u"c1"_s, .environment = u"Integration"_s});
    ImportPlan plan = m_assistant->plan();
    plan.file->facts.exportedAt = QDateTime::currentDateTimeUtc().addDays(-300);
    m_assistant->setPlan(plan);
    next();
    auto* list = part<QListView>(u"targets"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), part<QCheckBox>(u"tick_exportedLongAgo"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(mayGoOn());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_assistant->currentPage(), SafetyIndex);
}

void TestImportAssistant::impossibleTargetsAreShownWithTheirReason()
{
    openChecked({.path = m_cms});
    next();
    auto* list = part<QListView>(u"targets"_s);
    QCOMPARE(list->model()->rowCount(), 6); // three environments, two databases each
    QVERIFY(!mayGoOn());
    int possible = 0;
    for (int row = 0; row < 6; ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        list->setCurrentIndex(index);
        const bool isPossible = index.data(TargetsModel::PossibleRole).toBool();
        possible += isPossible ? 1 : 0;
        QCOMPARE(mayGoOn(), isPossible);
        QVERIFY(!index.data(TargetsModel::NoteRole).toString().isEmpty());
        if (index.data().toString().contains(u"Production"_s)) {
            QVERIFY(!isPossible);
            QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"never"_s));
        }
    }
    QCOMPARE(possible, 1);
}

void TestImportAssistant::thePackageDecidesTheDatabase()
{
    openChecked({.path = m_cms});
    ImportPlan plan = m_assistant->plan();
    plan.target = TargetDatabase{u"c1"_s, u"Integration"_s, Database::Commerce};
    m_assistant->setPlan(plan);
    next();
    QVERIFY(!mayGoOn());
}

void TestImportAssistant::theSuggestedTargetIsChosenAfterTheCheck()
{
    openChecked({.path = m_cms, .connectionId = u"c1"_s, .environment = u"Integration"_s});
    QCOMPARE(m_assistant->plan().target, (TargetDatabase{u"c1"_s, u"Integration"_s, Database::Cms}));
    next();
    QVERIFY(mayGoOn());
    // A suggestion that cannot be is shown with its reason, not silently dropped.
    m_assistant->begin({.path = m_cms, .connectionId = u"c1"_s, .environment = u"Production"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->plan().target.has_value(), 30'000);
    next();
    QVERIFY(!mayGoOn());
}

void TestImportAssistant::backupIsOnAndThePhraseOnlyAppearsWithoutIt()
{
    openChecked({.path = m_cms, .connectionId = u"c1"_s, .environment = u"Integration"_s});
    next();
    next();
    QCOMPARE(m_assistant->currentPage(), SafetyIndex);
    QVERIFY(part<QCheckBox>(u"backup"_s)->isChecked());
    QVERIFY(!part<QLineEdit>(u"phrase"_s)->isVisible());
    QVERIFY(mayGoOn());
    part<QCheckBox>(u"backup"_s)->click();
    QVERIFY(part<QLineEdit>(u"phrase"_s)->isVisible());
    QVERIFY(part<QLabel>(u"why"_s)->text().contains(u"backup"_s));
    QVERIFY(!mayGoOn());
    QTest::keyClicks(part<QLineEdit>(u"phrase"_s), u"contoso/integration"_s);
    QVERIFY(mayGoOn());
    part<QCheckBox>(u"backup"_s)->click();
    QVERIFY(!part<QLineEdit>(u"phrase"_s)->isVisible());
}

void TestImportAssistant::aBadNameSaysWhyAndTheServicesNameIsMade()
{
    openChecked({.path = m_cms, .connectionId = u"c1"_s, .environment = u"Integration"_s});
    next();
    next();
    auto* name = part<QLineEdit>(u"name"_s);
    QVERIFY2(name->text().startsWith(u"contoso.cms.sqldb."_s), qPrintable(name->text()));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"my file.bacpac"_s);
    QVERIFY(!mayGoOn());
    QVERIFY(part<QLabel>(u"nameNote"_s)->text().contains(u"spaces"_s));
    name->selectAll();
    QTest::keyClicks(name, u"x.commerce.sqldb.1.bacpac"_s);
    QVERIFY(!mayGoOn());
    name->selectAll();
    QTest::keyClicks(name, u"x.cms.sqldb.1.bacpac"_s);
    QVERIFY(mayGoOn());
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QVERIFY(mayGoOn()); // empty: by the rule again
}

void TestImportAssistant::theNameOfAnExportedFileIsNoObstacle()
{
    openReady();
    QVERIFY(part<QLabel>(u"happens1"_s)->text().contains(u"epicms_Production_20260112.bacpac"_s));
    QVERIFY(part<QLabel>(u"happens1"_s)->text().contains(u"contoso.cms.sqldb."_s));
}

void TestImportAssistant::theLastButtonNamesTheObjectAndEnterDoesNothing()
{
    openReady();
    QPushButton* go = m_assistant->forwardButton();
    QCOMPARE(go->text(), u"Replace CMS database of Integration"_s);
    QVERIFY(!go->isDefault() && !go->autoDefault() && !go->hasFocus());
    QVERIFY(go->property("dangerous").toBool());
    QSignalSpy started(m_assistant.get(), &ImportAssistant::jobStarted);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_assistant.get()), static_cast<QWidget*>(go),
          static_cast<QWidget*>(m_assistant->backButton()), static_cast<QWidget*>(part<QPushButton>(u"goCopy"_s))}) {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Return);
        QTest::keyClick(widget, Qt::Key_Enter);
        QCOMPARE(m_assistant->currentPage(), GoIndex);
        QVERIFY(!go->isDefault());
    }
    QTest::qWait(50);
    QCOMPARE(started.count(), 0);
    QVERIFY(m_stage->services().jobs().records().isEmpty());
}

void TestImportAssistant::escapeGoesBackOnTheLastPage()
{
    openReady();
    QTest::keyClick(m_assistant.get(), Qt::Key_Escape);
    QCOMPARE(m_assistant->currentPage(), SafetyIndex);
    QVERIFY(m_assistant->isVisible());
    QVERIFY(m_assistant->forwardButton()->isDefault());
    QVERIFY(!m_assistant->forwardButton()->property("dangerous").toBool());
}

void TestImportAssistant::theJobHoldsWhatWasChosen()
{
    openReady();
    QSignalSpy started(m_assistant.get(), &ImportAssistant::jobStarted);
    next();
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, 30'000);
    QVERIFY(!m_assistant->isVisible());
    const auto record = m_stage->services().jobs().record(started.first().first().toString());
    QVERIFY(record && record->import);
    QCOMPARE(record->import->file.path, m_cms);
    QCOMPARE(record->import->environment, u"Integration"_s);
    QCOMPARE(record->import->database, Database::Cms);
    QCOMPARE(record->import->backup, ImportRequest::Backup::First);
    QVERIFY(!record->import->backupFolder.isEmpty());
    QVERIFY(record->import->packageName.startsWith(u"contoso.cms.sqldb."_s));
}

void TestImportAssistant::theCommandHoldsTheConfirmation()
{
    openReady();
    part<QPushButton>(u"goCopy"_s)->click();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith(u"longshorectl import "_s), qPrintable(command));
    QVERIFY(command.contains(u"--to Contoso/Integration"_s));
    QVERIFY(command.contains(u"--confirm Contoso/Integration"_s));
    QVERIFY(!command.contains(u"--no-backup"_s));
}

void TestImportAssistant::openDump(VectorDialect dialect)
{
    Connection site = lanternBakery();
    site.dialect = dialect;
    m_stage->connections = {contoso(), site};
    QFile dump(m_folder.filePath(u"shop.sql"_s));
    QVERIFY(dump.open(QIODevice::WriteOnly) && dump.write(shopDump()) > 0);
    dump.close();
    openChecked({.path = dump.fileName(), .connectionId = u"v1"_s, .environment = u"development"_s});
}

void TestImportAssistant::aDumpGoesToASiteWithOptions()
{
    openDump(VectorDialect::G1);
    auto* tables = part<QTreeView>(u"dumpTables"_s);
    QCOMPARE(tables->model()->rowCount(), 3);
    QVERIFY(mayGoOn());
    next();
    QCOMPARE(m_assistant->plan().target->environment, u"development"_s);
    next();
    QCOMPARE(m_assistant->currentPage(), OptionsIndex);
    QVERIFY(part<QLabel>(u"way"_s)->text().startsWith(u"Quick import"_s));
    QCOMPARE(part<QLineEdit>(u"search"_s)->text(), u"//old.example"_s);
    QCOMPARE(part<QLineEdit>(u"by"_s)->text(), u"//lantern.example"_s);
    part<QRadioButton>(u"keep"_s)->click();
    QVERIFY(mayGoOn());
    next();
    QCOMPARE(m_assistant->currentPage(), SafetyIndex);
    QVERIFY(!part<QLineEdit>(u"name"_s)->isVisible()); // that is the other platform's
    next();
    QCOMPARE(m_assistant->currentPage(), GoIndex);
    QStringList said;
    for (int i = 0; i < 6; ++i) {
        const auto* label = m_assistant->findChild<QLabel*>(u"happens%1"_s.arg(i));
        said << (label == nullptr ? QString() : label->text());
    }
    const QString all = said.join(u' ');
    QVERIFY2(all.contains(u"quick import"_s) && all.contains(u"//lantern.example"_s), qPrintable(all));
    QVERIFY2(all.contains(u"others stay"_s) && !all.contains(u".bacpac"_s), qPrintable(all));
    QSignalSpy started(m_assistant.get(), &ImportAssistant::jobStarted);
    next();
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, 30'000);
    const ImportRequest asked = m_stage->services().jobs().record(started.first().first().toString())->import.value();
    QCOMPARE(asked.database, Database::MySql);
    QCOMPARE(asked.way, ImportWay::Quick);
    QVERIFY(!asked.options.dropTables && asked.options.foreignKeysOff);
    QCOMPARE(asked.options.replaceBy, u"//lantern.example"_s);
    QVERIFY(asked.packageName.isEmpty());
}

void TestImportAssistant::anAddressThatStaysNeedsATick()
{
    openDump(VectorDialect::G1);
    next();
    next();
    QCOMPARE(m_assistant->currentPage(), OptionsIndex);
    part<QCheckBox>(u"replace"_s)->click();
    QVERIFY(!mayGoOn());
    part<QCheckBox>(u"tick_otherAddress"_s)->click();
    QVERIFY(mayGoOn());
    part<QCheckBox>(u"replace"_s)->click();
    QVERIFY(mayGoOn());
    part<QLineEdit>(u"search"_s)->clear();
    Q_EMIT part<QLineEdit>(u"search"_s)->textEdited({});
    QVERIFY(!mayGoOn()); // nothing to search for
}

void TestImportAssistant::aServiceWithoutOptionsSaysSo()
{
    openDump(VectorDialect::D);
    next();
    next();
    QCOMPARE(m_assistant->currentPage(), OptionsIndex);
    QVERIFY(part<QWidget>(u"none"_s)->isVisible());
    QVERIFY(!part<QRadioButton>(u"drop"_s)->isVisible());
    QVERIFY(!mayGoOn()); // the address stays as it is in the dump
    part<QCheckBox>(u"tick_otherAddress"_s)->click();
    QVERIFY(mayGoOn());
}

void TestImportAssistant::aDumpCannotGoToTheOtherPlatform()
{
    openDump(VectorDialect::G2);
    next();
    const auto* list = part<QListView>(u"targets"_s);
    QMap<QString, QString> notes;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        const bool possible = index.data(TargetsModel::PossibleRole).toBool();
        notes.insert(index.data().toString(), possible ? QString() : index.data(TargetsModel::NoteRole).toString());
    }
    QCOMPARE(notes.value(u"lantern-bakery / development MySQL"_s), QString());
    QVERIFY(notes.value(u"Contoso / Integration CMS"_s).contains(u".bacpac"_s));
    QVERIFY(!notes.value(u"lantern-bakery / staging MySQL"_s).isEmpty()); // no file goes there in this dialect
    QVERIFY(notes.value(u"lantern-bakery / production MySQL"_s).contains(u"production"_s));
}

void TestImportAssistant::undoFillsInFileAndTarget()
{
    openChecked({.path = m_cms,
                 .connectionId = u"c1"_s,
                 .environment = u"Integration"_s,
                 .database = Database::Cms,
                 .undoes = u"job-1"_s});
    QCOMPARE(m_assistant->plan().target, (TargetDatabase{u"c1"_s, u"Integration"_s, Database::Cms}));
    QCOMPARE(m_assistant->plan().undoes, u"job-1"_s);
}

void TestImportAssistant::aDropReplacesTheFile()
{
    openChecked({.path = m_cms});
    const QString other = m_folder.filePath(u"other.bacpac"_s);
    QFile::remove(other);
    QVERIFY(QFile::copy(m_cms, other));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(other)});
    const QPoint where = m_assistant->rect().center();
    QDragEnterEvent enter(where, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_assistant->windowHandle(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(part<QWidget>(u"dropOverlay"_s)->isVisible());
    QDropEvent drop(where, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_assistant->windowHandle(), &drop);
    QVERIFY(!part<QWidget>(u"dropOverlay"_s)->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->plan().path, other, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->plan().file.has_value(), 30'000);
    QCOMPARE(m_assistant->currentPage(), 1);
}

void TestImportAssistant::aWrongDropSaysWhy()
{
    openChecked({.path = m_cms});
    QMimeData mime;
    mime.setUrls({QUrl(u"https://example.org/cms.bacpac?sig=CANARY"_s)});
    QDropEvent drop(m_assistant->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QDragEnterEvent enter(m_assistant->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_assistant->windowHandle(), &enter);
    QCoreApplication::sendEvent(m_assistant->windowHandle(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->currentPage(), 0, 30'000);
    QVERIFY(part<QWidget>(u"notice"_s)->isVisible());
    QCOMPARE(m_assistant->plan().path, m_cms); // what was there stays
}

void TestImportAssistant::everyPageCanBeOperatedByKeysAndReadAloud()
{
    openReady();
    for (int page = GoIndex; page >= 0; --page) {
        m_assistant->showPage(page);
        QCOMPARE(unnamedFocusTargets(*m_assistant), QStringList());
    }
}

QTEST_MAIN(TestImportAssistant)
#include "tst_importassistant.moc"
