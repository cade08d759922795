#include "app/jobs/jobs.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "tests/ui/fakeprompts.h"
#include "tests/ui/stage.h"
#include "ui/imports/importassistant.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/quitplan.h"
#include "ui/shell/windowactions.h"

#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QWindow>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void welcomesWhenNothingIsConnected();
    void showsTheEnvironmentThatIsSelected();
    void opensWhereItWasLeft();
    void everyPageCanBeReadAloudAndOperatedByKeys();
    void noMnemonicTwiceOnAPage();
    void everyActionExplainsItself();
    void f6GoesThroughThePanes();
    void runAgainStartsWithoutQuestions();
    void presetsAreKeptAndStartWithOnePress();
    void removingAConnectionAsksFirst();
    void quitSaysWhatGoesOnWithoutUs();
    void practiceWindowSaysSo();
    void aDropAnywhereOpensTheCheckAndStartsNothing();
    void aDropOnAnEnvironmentSuggestsIt();
    void aDumpDroppedOnASiteSuggestsIt();
    void aFileOfTheOtherPlatformIsToldWhereItGoes();
    void aWrongDropIsAnsweredInTheWindow();
    void ctrlIOpensTheAssistant();

private:
    void open(MainWindow::Mode mode = MainWindow::Mode::Real);
    void openWithContoso();
    void drop(const QList<QUrl>& urls, const QPoint& where);
    [[nodiscard]] QPoint middleOf(const QString& site, const QString& environment);
    [[nodiscard]] QString someFile(const QString& name);
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return m_window->findChild<Widget*>(name);
    }

    std::unique_ptr<Stage> m_stage;
    FakePrompts m_prompts;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_stage = std::make_unique<Stage>();
    m_prompts.asked.clear();
    m_prompts.accepts = true;
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestMainWindow::open(MainWindow::Mode mode)
{
    m_stage->start();
    m_window = std::make_unique<MainWindow>(m_stage->services(), m_prompts, mode);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::openWithContoso()
{
    m_stage->connections << contoso();
    JobRecord done = jobAt(JobStep::Done);
    done.size = 18'400'000'000;
    done.serverFileName = u"epicms_Production.bacpac"_s;
    m_stage->jobs << done << jobAt(JobStep::Downloading, Database::Commerce);
    open();
}

void TestMainWindow::welcomesWhenNothingIsConnected()
{
    open();
    QCOMPARE(m_window->page(), MainWindow::Page::Welcome);
    QVERIFY(find<QPushButton>(u"welcome_connectProject"_s)->isVisible());
    QSignalSpy practice(m_window.get(), &MainWindow::practiceRequested);
    QTest::mouseClick(find<QPushButton>(u"welcome_practice"_s), Qt::LeftButton);
    QCOMPARE(practice.count(), 1);
    QVERIFY(!m_window->actions().exportDatabase->isEnabled());
}

void TestMainWindow::showsTheEnvironmentThatIsSelected()
{
    openWithContoso();
    QCOMPARE(m_window->page(), MainWindow::Page::Overview);
    auto* tree = find<QTreeView>(u"sitesTree"_s);
    tree->setFocus();
    QTest::keyClicks(tree, u"Contoso"_s);
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Down);
    QCOMPARE(m_window->page(), MainWindow::Page::Environment);
    QVERIFY(find<QLabel>(u"lastExport"_s)->text().contains(u"18.4 GB"_s));
    QVERIFY(find<QLabel>(u"importRule"_s)->isVisible());
    QVERIFY(find<QToolButton>(u"live_epicommerce"_s)->isVisible());
}

void TestMainWindow::opensWhereItWasLeft()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Integration"_s});
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_stage->services(), m_prompts, MainWindow::Mode::Real);
    QCOMPARE(m_window->page(), MainWindow::Page::Environment);
}

void TestMainWindow::everyPageCanBeReadAloudAndOperatedByKeys()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Production"_s});
    m_window->showJob(m_stage->services().jobs().records().first().id);
    for (const auto page : {MainWindow::Page::Welcome, MainWindow::Page::Overview, MainWindow::Page::Environment,
                            MainWindow::Page::Library, MainWindow::Page::Job}) {
        m_window->showPage(page);
        QCOMPARE(unnamedFocusTargets(*m_window).join(u", "), QString());
        const QList<QAbstractButton*> buttons = m_window->findChildren<QAbstractButton*>();
        for (const QAbstractButton* button : buttons) {
            const bool ours = button->isVisible() && (button->focusPolicy() & Qt::TabFocus) != 0;
            QVERIFY2(!ours || !button->objectName().isEmpty(), qPrintable(button->text()));
        }
    }
}

void TestMainWindow::noMnemonicTwiceOnAPage()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Production"_s});
    for (const auto page : {MainWindow::Page::Welcome, MainWindow::Page::Overview, MainWindow::Page::Environment,
                            MainWindow::Page::Library, MainWindow::Page::Job}) {
        m_window->showPage(page);
        QStringList keys;
        const auto collect = [&keys](const QString& text) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            if (!key.isEmpty()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(text));
                keys << key.toString();
            }
        };
        const QList<QAction*> menus = m_window->menuBar()->actions();
        for (const QAction* menu : menus) {
            collect(menu->text());
        }
        const QList<QWidget*> widgets = m_window->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const bool speaks =
                qobject_cast<const QPushButton*>(widget) != nullptr || (label != nullptr && label->buddy() != nullptr);
            if (speaks && widget->isVisible()) {
                collect(widget->property("text").toString());
            }
        }
    }
}

void TestMainWindow::everyActionExplainsItself()
{
    open();
    QList<QKeySequence> shortcuts;
    const QList<QAction*> actions = m_window->actions().findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(actions.size() > 10);
    for (const QAction* action : actions) {
        QVERIFY2(!action->whatsThis().isEmpty(), qPrintable(action->text()));
        QVERIFY(!action->objectName().isEmpty());
        if (!action->shortcut().isEmpty()) {
            QVERIFY2(!shortcuts.contains(action->shortcut()), qPrintable(action->text()));
            shortcuts << action->shortcut();
        }
    }
}

void TestMainWindow::f6GoesThroughThePanes()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Production"_s});
    const auto pane = [] {
        for (QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
            const QByteArray name = widget->metaObject()->className();
            if (name.endsWith("SitesPanel") || name.endsWith("EnvironmentPage") || name.endsWith("JobsPanel")) {
                return name;
            }
        }
        return QByteArray();
    };
    find<QTreeView>(u"sitesTree"_s)->setFocus();
    QList<QByteArray> seen;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        seen << pane();
    }
    QCOMPARE(seen, (QList<QByteArray>{"longshore::EnvironmentPage", "longshore::JobsPanel", "longshore::SitesPanel"}));
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(pane(), QByteArray("longshore::JobsPanel"));
}

void TestMainWindow::runAgainStartsWithoutQuestions()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Production"_s});
    const auto before = m_stage->services().jobs().records().size();
    QTest::mouseClick(find<QPushButton>(u"runAgain_epicms"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->services().jobs().records().size(), before + 1, 30000);
    const JobRecord started = m_stage->services().jobs().records().first();
    QCOMPARE(started.request.environment, u"Production"_s);
    QCOMPARE(started.request.database, Database::Cms);
    QVERIFY(m_prompts.asked.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"announcer"_s)->text().contains(u"Contoso / Production CMS"_s), 30000);
}

void TestMainWindow::presetsAreKeptAndStartWithOnePress()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Production"_s});
    m_prompts.text = u"Nightly"_s;
    QMenu* menu = find<QToolButton>(u"more_epicms"_s)->menu();
    menu->actions().constLast()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->services().settings().value().presets.size(), 1, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"presetRun_1"_s) != nullptr, 30000);
    const auto before = m_stage->services().jobs().records().size();
    QTest::mouseClick(find<QPushButton>(u"presetRun_1"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->services().jobs().records().size(), before + 1, 30000);
}

void TestMainWindow::removingAConnectionAsksFirst()
{
    openWithContoso();
    m_window->showPlace({u"c1"_s, u"Production"_s});
    m_prompts.accepts = false;
    m_window->actions().removeConnection->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_prompts.asked.size(), 1, 30000);
    QVERIFY(m_prompts.asked.first().destructive);
    QVERIFY(m_stage->services().connections().find(u"c1"_s).has_value());
    m_prompts.accepts = true;
    m_window->actions().removeConnection->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->services().connections().find(u"c1"_s).has_value(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->page(), MainWindow::Page::Welcome, 30000);
}

void TestMainWindow::quitSaysWhatGoesOnWithoutUs()
{
    const QStringList sentences =
        whatGoesOnWithoutUs({jobAt(JobStep::Downloading), jobAt(JobStep::Verifying), jobAt(JobStep::ServerWorking),
                             jobAt(JobStep::Queued), jobAt(JobStep::Unknown), jobAt(JobStep::Done)});
    QCOMPARE(sentences.size(), 4);
    QVERIFY(sentences.at(0).contains(u"2"_s));
    QVERIFY(sentences.at(1).contains(u"server"_s));
    QVERIFY(whatGoesOnWithoutUs({jobAt(JobStep::Done), jobAt(JobStep::StoppedWatching)}).isEmpty());
}

void TestMainWindow::drop(const QList<QUrl>& urls, const QPoint& where)
{
    QMimeData mime;
    mime.setUrls(urls);
    QDragEnterEvent enter(where, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window->windowHandle(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(find<QWidget>(u"dropOverlay"_s)->isVisible());
    QDropEvent event(where, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window->windowHandle(), &event);
    QVERIFY(!find<QWidget>(u"dropOverlay"_s)->isVisible());
}

QPoint TestMainWindow::middleOf(const QString& site, const QString& environment)
{
    const auto* tree = find<QTreeView>(u"sitesTree"_s);
    const QAbstractItemModel* model = tree->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex parent = model->index(row, 0);
        for (int child = 0; child < model->rowCount(parent); ++child) {
            const QModelIndex index = model->index(child, 0, parent);
            if (parent.data().toString() == site && index.data().toString() == environment) {
                return tree->viewport()->mapTo(m_window.get(), tree->visualRect(index).center());
            }
        }
    }
    return {};
}

QString TestMainWindow::someFile(const QString& name)
{
    QFile file(QDir(m_stage->folder()).filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write("PK");
    return file.fileName();
}

void TestMainWindow::aDropAnywhereOpensTheCheckAndStartsNothing()
{
    openWithContoso();
    const auto jobs = m_stage->services().jobs().records().size();
    const QString path = someFile(u"cms.bacpac"_s);
    drop({QUrl::fromLocalFile(path)}, find<QLineEdit>(u"sitesFilter"_s)->geometry().center()); // a field takes text
    QTRY_VERIFY_WITH_TIMEOUT(find<ImportAssistant>(u"importAssistant"_s) != nullptr, 30'000);
    auto* assistant = find<ImportAssistant>(u"importAssistant"_s);
    QCOMPARE(assistant->plan().path, path);
    QCOMPARE(assistant->currentPage(), 1);
    QVERIFY(find<QLineEdit>(u"sitesFilter"_s)->text().isEmpty());
    QCOMPARE(m_stage->services().jobs().records().size(), jobs);
}

void TestMainWindow::aDropOnAnEnvironmentSuggestsIt()
{
    openWithContoso();
    auto* tree = find<QTreeView>(u"sitesTree"_s);
    const QModelIndex row = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(row.data().toString(), u"Integration"_s);
    const QPoint where = tree->viewport()->mapTo(m_window.get(), tree->visualRect(row).center());
    drop({QUrl::fromLocalFile(someFile(u"cms.bacpac"_s))}, where);
    QTRY_VERIFY_WITH_TIMEOUT(find<ImportAssistant>(u"importAssistant"_s) != nullptr, 30'000);
    QCOMPARE(find<ImportAssistant>(u"importAssistant"_s)->suggestion(), (Place{u"c1"_s, u"Integration"_s}));
}

void TestMainWindow::aDumpDroppedOnASiteSuggestsIt()
{
    m_stage->connections << lanternBakery();
    openWithContoso();
    drop({QUrl::fromLocalFile(someFile(u"shop.sql.gz"_s))}, middleOf(u"lantern-bakery"_s, u"development"_s));
    QTRY_VERIFY_WITH_TIMEOUT(find<ImportAssistant>(u"importAssistant"_s) != nullptr, 30'000);
    QCOMPARE(find<ImportAssistant>(u"importAssistant"_s)->suggestion(), (Place{u"v1"_s, u"development"_s}));
}

void TestMainWindow::aFileOfTheOtherPlatformIsToldWhereItGoes()
{
    m_stage->connections << lanternBakery();
    openWithContoso();
    auto* notice = find<QWidget>(u"dropNotice"_s);
    const auto headline = [notice] { return notice->findChild<QLabel*>(u"noticeHeadline"_s)->text(); };
    drop({QUrl::fromLocalFile(someFile(u"shop.sql"_s))}, middleOf(u"Contoso"_s, u"Integration"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 30'000);
    QVERIFY(headline().contains(u"shop.sql"_s) && headline().contains(u"Contoso / Integration"_s));
    drop({QUrl::fromLocalFile(someFile(u"cms.bacpac"_s))}, middleOf(u"lantern-bakery"_s, u"staging"_s));
    QTRY_VERIFY_WITH_TIMEOUT(headline().contains(u"cms.bacpac"_s), 30'000);
    QVERIFY(find<ImportAssistant>(u"importAssistant"_s) == nullptr);
    // It can be looked at all the same, without a place.
    QTest::mouseClick(notice->findChild<QPushButton*>(u"noticeAction"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<ImportAssistant>(u"importAssistant"_s) != nullptr, 30'000);
    QCOMPARE(find<ImportAssistant>(u"importAssistant"_s)->suggestion(), Place{});
}

void TestMainWindow::aWrongDropIsAnsweredInTheWindow()
{
    openWithContoso();
    auto* notice = find<QWidget>(u"dropNotice"_s);
    QVERIFY(!notice->isVisible());
    drop({QUrl::fromLocalFile(someFile(u"cms.zip"_s))}, m_window->rect().center());
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 30'000);
    QVERIFY(notice->findChild<QLabel*>(u"noticeHeadline"_s)->text().contains(u"cms.zip"_s));
    QVERIFY(find<ImportAssistant>(u"importAssistant"_s) == nullptr);
    QTest::mouseClick(notice->findChild<QToolButton*>(u"noticeClose"_s), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
}

void TestMainWindow::ctrlIOpensTheAssistant()
{
    openWithContoso();
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(find<ImportAssistant>(u"importAssistant"_s) != nullptr);
    QCOMPARE(find<ImportAssistant>(u"importAssistant"_s)->currentPage(), 0);
}

void TestMainWindow::practiceWindowSaysSo()
{
    m_stage->connections << contoso();
    open(MainWindow::Mode::Practice);
    const QList<QLabel*> labels = m_window->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"nothing here touches a real site"_s);
    }));
    QSignalSpy connectAsked(m_window.get(), &MainWindow::connectRequested);
    m_window->actions().connectProject->trigger();
    QCOMPARE(connectAsked.count(), 1);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
