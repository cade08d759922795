#include "ui/jobs/jobmenu.h"

#include "app/jobs/jobs.h"
#include "app/settings/settings.h"
#include "tests/ui/fakeprompts.h"
#include "tests/ui/stage.h"
#include "ui/jobs/jobactions.h"

#include <QActionGroup>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestJobMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSetNowIsMarked();
    void aLimitOfItsOwnKindStandsAmongTheUsualOnes();
    void choosingFilesTheWish();
    void anotherLimitIsAFreeNumber();
    void theLimitOfAllIsASetting();
    void whatCannotBeDoneIsNotOffered();
    void aServerThatWorksCanHaveItsDownloadHeldBack();
    void filledAgainItHoldsNothingTwice();

private:
    void start(const QList<JobRecord>& jobs)
    {
        m_window = std::make_unique<QWidget>();
        m_stage = std::make_unique<Stage>();
        m_stage->jobs = jobs;
        m_stage->start();
        m_actions = new JobActions(m_stage->services(), m_window.get());
        m_actions->setPrompts(m_prompts);
    }
    [[nodiscard]] JobRecord first() const { return m_stage->services().jobs().records().constFirst(); }
    [[nodiscard]] qint64 limitOfAll() const { return m_stage->services().settings().value().bytesPerSecondLimit; }
    [[nodiscard]] static QAction* entry(const QMenu& menu, const QString& text)
    {
        const QList<QAction*> actions = menu.actions();
        for (QAction* action : actions) {
            if (action->text() == text && !action->isSeparator()) {
                return action;
            }
        }
        return nullptr;
    }
    [[nodiscard]] static QStringList marked(const QMenu& menu)
    {
        QStringList texts;
        const QList<QAction*> actions = menu.actions();
        for (const QAction* action : actions) {
            if (action->isChecked()) {
                texts << action->text();
            }
        }
        return texts;
    }

    FakePrompts m_prompts;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    JobActions* m_actions = nullptr; ///< child of the window
};

void TestJobMenu::whatIsSetNowIsMarked()
{
    JobRecord job = jobAt(JobStep::Downloading);
    job.priority = Priority::High;
    job.bytesPerSecondLimit = 5'000'000;
    start({job});
    QMenu menu;
    addSpeedEntries(menu, first(), *m_actions);
    QCOMPARE(marked(menu), (QStringList{u"High priority"_s, u"5 MB/s"_s}));
}

void TestJobMenu::aLimitOfItsOwnKindStandsAmongTheUsualOnes()
{
    JobRecord job = jobAt(JobStep::Downloading);
    job.bytesPerSecondLimit = 2'500'000;
    start({job});
    QMenu menu;
    addSpeedEntries(menu, first(), *m_actions);
    QCOMPARE(marked(menu), (QStringList{u"Usual priority"_s, u"2.5 MB/s"_s}));
}

void TestJobMenu::choosingFilesTheWish()
{
    start({jobAt(JobStep::Downloading)});
    QSignalSpy filed(&m_stage->services().jobs(), &Jobs::engineNeeded); // another process has the engine
    QMenu menu;
    addSpeedEntries(menu, first(), *m_actions);
    entry(menu, u"Low priority"_s)->trigger();
    entry(menu, u"10 MB/s"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 2, 30'000);
}

void TestJobMenu::anotherLimitIsAFreeNumber()
{
    start({jobAt(JobStep::Downloading)});
    QSignalSpy filed(&m_stage->services().jobs(), &Jobs::engineNeeded);
    m_prompts.asked.clear();
    m_prompts.number = 3.75;
    QMenu menu;
    addSpeedEntries(menu, first(), *m_actions);
    entry(menu, u"Another limit…"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 1, 30'000);
    QVERIFY(m_prompts.asked.constFirst().text.contains(u"MB/s"_s));
}

void TestJobMenu::theLimitOfAllIsASetting()
{
    start({jobAt(JobStep::Downloading)});
    QSignalSpy said(m_actions, &JobActions::said);
    QMenu menu;
    addEntriesForAll(menu, m_stage->services().jobs().records(), limitOfAll(), *m_actions);
    QCOMPARE(marked(menu), QStringList{u"No limit"_s});
    entry(menu, u"25 MB/s"_s)->trigger();
    QCOMPARE(limitOfAll(), 25'000'000);
    m_prompts.number = 0.4;
    entry(menu, u"Another limit…"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(limitOfAll(), 400'000, 30'000);
    QCOMPARE(said.size(), 2);
}

void TestJobMenu::whatCannotBeDoneIsNotOffered()
{
    start({jobAt(JobStep::Done)});
    QMenu ofJob;
    addJobEntries(ofJob, first(), *m_actions);
    QVERIFY(entry(ofJob, u"Show file"_s));
    QVERIFY(!entry(ofJob, u"Priority and limit"_s));
    QMenu ofAll;
    addEntriesForAll(ofAll, m_stage->services().jobs().records(), 0, *m_actions);
    QVERIFY(!entry(ofAll, u"Pause all transfers"_s)->isEnabled());
    QVERIFY(!entry(ofAll, u"Resume all transfers"_s)->isEnabled());
}

void TestJobMenu::aServerThatWorksCanHaveItsDownloadHeldBack()
{
    start({jobAt(JobStep::ServerWorking)});
    QMenu menu;
    addJobEntries(menu, first(), *m_actions);
    QAction* hold = entry(menu, u"Hold the download back"_s);
    QVERIFY(hold);
    QSignalSpy filed(&m_stage->services().jobs(), &Jobs::engineNeeded);
    hold->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(filed.size(), 1, 30'000);
}

void TestJobMenu::filledAgainItHoldsNothingTwice()
{
    start({jobAt(JobStep::Downloading)});
    QMenu menu;
    for (int i = 0; i < 5; ++i) {
        menu.clear();
        addSpeedEntries(menu, first(), *m_actions);
    }
    QCOMPARE(menu.findChildren<QActionGroup*>().size(), 2);
}

QTEST_MAIN(TestJobMenu)
#include "tst_jobmenu.moc"
