#include "tests/ui/fakeprompts.h"
#include "ui/shell/failurewindow.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAWindowOnAnEmptyStateFolder();
    void aSecondStartBringsTheFirstWindowForward();
    void practiceHasAStateFolderOfItsOwn();
    void aFolderThatCannotBeUsedIsSaidInAWindow();

private:
    static ServicesOptions optionsFor(const QString& home)
    {
        ServicesOptions options;
        options.home = home;
        options.useKeychain = false;
        return options;
    }
    FakePrompts m_prompts;
};

void TestSession::opensAWindowOnAnEmptyStateFolder()
{
    const QTemporaryDir home;
    Session session(optionsFor(home.path()), {}, m_prompts, nullptr);
    QSignalSpy opened(&session, &Session::opened);
    QSignalSpy ended(&session, &Session::ended);
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 20'000);
    QVERIFY(session.window()->isVisible());
    session.window()->close();
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().toInt(), 0);
}

void TestSession::aSecondStartBringsTheFirstWindowForward()
{
    const QTemporaryDir home;
    Session first(optionsFor(home.path()), {}, m_prompts, nullptr);
    QSignalSpy opened(&first, &Session::opened);
    first.start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 20'000);
    first.window()->hide();

    Session second(optionsFor(home.path()), {u"https://example.org/cms.bacpac"_s}, m_prompts, nullptr);
    QSignalSpy ended(&second, &Session::ended);
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20'000);
    QCOMPARE(ended.first().first().toInt(), 0);
    QVERIFY(second.window() == nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(first.window()->isVisible(), 30000);
}

void TestSession::practiceHasAStateFolderOfItsOwn()
{
    const QTemporaryDir home;
    Session real(optionsFor(home.path()), {}, m_prompts, nullptr);
    QSignalSpy realOpened(&real, &Session::opened);
    real.start();
    QTRY_COMPARE_WITH_TIMEOUT(realOpened.count(), 1, 20'000);

    ServicesOptions options = optionsFor(home.path());
    options.practice = true;
    Session practice(options, {}, m_prompts, nullptr);
    QSignalSpy practiceOpened(&practice, &Session::opened);
    practice.start();
    QTRY_COMPARE_WITH_TIMEOUT(practiceOpened.count(), 1, 40'000);
    QCOMPARE(practice.window()->page(), MainWindow::Page::Overview);
    QCOMPARE(real.window()->page(), MainWindow::Page::Welcome);
}

void TestSession::aFolderThatCannotBeUsedIsSaidInAWindow()
{
    const QTemporaryDir home;
    QFile inTheWay(home.filePath(u"state"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Session session(optionsFor(inTheWay.fileName()), {}, m_prompts, nullptr);
    QSignalSpy ended(&session, &Session::ended);
    session.start();
    const auto failure = [] {
        const QWidgetList shown = QApplication::topLevelWidgets();
        const auto found = std::find_if(shown.begin(), shown.end(), [](const QWidget* widget) {
            return widget->isVisible() && qobject_cast<const FailureWindow*>(widget) != nullptr;
        });
        return found != shown.end() ? *found : nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(failure() != nullptr, 20'000);
    QVERIFY(session.window() == nullptr);
    failure()->close();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30000);
    QCOMPARE(ended.first().first().toInt(), 1);
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
