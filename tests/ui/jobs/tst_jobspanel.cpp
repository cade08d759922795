#include "ui/jobs/jobspanel.h"

#include "app/jobs/jobs.h"
#include "tests/ui/stage.h"
#include "ui/jobs/jobdetails.h"
#include "ui/jobs/jobsmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestJobsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutJobsItSaysWhatToDoNext();
    void theBarOffersOnlyWhatTheSelectedJobCanDo();
    void enterAsksForTheDetails();
    void theListIsTheFirstThatGetsTheFocus();
    void spacePausesAlsoADownloadThatIsStillToCome();
    void speedOfTheSelectedJobIsAMenuWhileBytesMayMove();
    void aPanelNobodySeesRests();
    void runAgainFilesTheSameExportOnce();
    void detailsExplainAnUnknownOutcome();
    void detailsShowTheLogAndCopyAReport();
    void detailsCutNothingOffInANarrowWindow();
    void everyFocusableWidgetIsNamed();
};

namespace {

QStringList verbsOf(const JobsPanel& panel)
{
    QStringList texts;
    const QList<QAction*> actions = panel.findChild<QToolBar*>(u"jobVerbs"_s)->actions();
    for (const QAction* action : actions) {
        texts << action->text();
    }
    return texts;
}

QString firstId(Stage& stage)
{
    return stage.services().jobs().records().constFirst().id;
}

} // namespace

void TestJobsPanel::withoutJobsItSaysWhatToDoNext()
{
    Stage stage;
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.show();
    QVERIFY(panel.findChild<QLabel*>(u"jobsEmpty"_s)->isVisible());
    QVERIFY(panel.findChild<QLabel*>(u"jobsEmpty"_s)->text().contains(u"Ctrl+E"_s));
    QVERIFY(panel.summary().isEmpty());
}

void TestJobsPanel::theBarOffersOnlyWhatTheSelectedJobCanDo()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::ServerWorking), jobAt(JobStep::Done)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    QVERIFY(verbsOf(panel).isEmpty());
    panel.selectJob(firstId(stage));
    QVERIFY(verbsOf(panel).contains(u"Run again"_s));
    QVERIFY(!verbsOf(panel).contains(u"Stop watching"_s));
    panel.selectJob(stage.services().jobs().records().constLast().id);
    QVERIFY(verbsOf(panel).contains(u"Stop watching"_s));
    QVERIFY(!verbsOf(panel).join(u' ').contains(u"Cancel"_s)); // the server's work cannot be cancelled
}

void TestJobsPanel::enterAsksForTheDetails()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::ServerWorking)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.selectJob(firstId(stage));
    QSignalSpy activated(&panel, &JobsPanel::jobActivated);
    auto* list = panel.findChild<QListView*>(u"jobsList"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toString(), firstId(stage));
}

void TestJobsPanel::theListIsTheFirstThatGetsTheFocus()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::Downloading)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QWidget* first = panel.nextInFocusChain();
    while ((first->focusPolicy() & Qt::TabFocus) == 0 || !first->isVisible()) {
        first = first->nextInFocusChain();
    }
    QCOMPARE(first->objectName(), u"jobsList"_s);
}

void TestJobsPanel::spacePausesAlsoADownloadThatIsStillToCome()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::ServerWorking)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.selectJob(firstId(stage));
    QSignalSpy filed(&stage.services().jobs(), &Jobs::engineNeeded); // another process has the engine
    auto* list = panel.findChild<QListView*>(u"jobsList"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(filed.count(), 1, 30'000);
}

void TestJobsPanel::speedOfTheSelectedJobIsAMenuWhileBytesMayMove()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::Downloading), jobAt(JobStep::Done)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.selectJob(firstId(stage));
    QVERIFY(!verbsOf(panel).contains(u"Speed"_s));
    panel.selectJob(stage.services().jobs().records().constLast().id);
    const QList<QAction*> actions = panel.findChild<QToolBar*>(u"jobVerbs"_s)->actions();
    QCOMPARE(actions.constLast()->text(), u"Speed"_s);
    QMenu* menu = actions.constLast()->menu();
    QVERIFY(menu);
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().size() > 5);
}

void TestJobsPanel::aPanelNobodySeesRests()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::Downloading)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.show();
    auto* model = panel.findChild<JobsModel*>();
    const auto isAwake = [model] {
        const QList<QTimer*> timers = model->findChildren<QTimer*>();
        return std::any_of(timers.begin(), timers.end(), [](const QTimer* timer) { return timer->isActive(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAwake(), 30'000);
    panel.showMinimized();
    QTRY_VERIFY_WITH_TIMEOUT(!isAwake(), 30'000);
    panel.showNormal();
    QTRY_VERIFY_WITH_TIMEOUT(isAwake(), 30'000);
    panel.hide();
    QVERIFY(!isAwake());
}

void TestJobsPanel::runAgainFilesTheSameExportOnce()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.jobs = {jobAt(JobStep::Done)};
    stage.start();
    const ExportRequest before = stage.services().jobs().records().constFirst().request;
    JobsPanel panel(stage.services(), nullptr);
    panel.selectJob(firstId(stage));
    const QList<QAction*> actions = panel.findChild<QToolBar*>(u"jobVerbs"_s)->actions();
    for (QAction* action : actions) {
        if (action->text() == u"Run again"_s) {
            action->trigger();
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(stage.services().jobs().records().size(), 2, 30000);
    QCOMPARE(stage.services().jobs().records().constFirst().request, before);
    QTRY_COMPARE_WITH_TIMEOUT(panel.selectedJob(), firstId(stage), 30000); // the new row has the selection
}

void TestJobsPanel::detailsExplainAnUnknownOutcome()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::Unknown)};
    stage.start();
    JobDetails details(stage.services(), nullptr);
    details.showJob(firstId(stage));
    details.show();
    const QString said = details.findChild<QLabel*>(u"noticeHeadline"_s)->text();
    QVERIFY2(said.contains(u"did not hear back"_s), qPrintable(said));
    QStringList verbs;
    const QList<QPushButton*> buttons = details.findChildren<QPushButton*>();
    for (const QPushButton* button : buttons) {
        verbs << button->text();
    }
    QVERIFY(verbs.contains(u"Look at the server"_s));
    QVERIFY(verbs.contains(u"Adopt an export…"_s));
    QVERIFY(verbs.contains(u"Forget"_s));
}

void TestJobsPanel::detailsShowTheLogAndCopyAReport()
{
    Stage stage;
    JobRecord job = jobAt(JobStep::Downloading);
    job.log = {{QDateTime::currentDateTimeUtc(), u"link received, valid for 2 h"_s}};
    stage.jobs = {job};
    stage.start();
    JobDetails details(stage.services(), nullptr);
    details.showJob(firstId(stage));
    details.show();
    QVERIFY(details.findChild<QPlainTextEdit*>(u"log"_s)->toPlainText().contains(u"link received"_s));
    details.findChild<QPushButton*>(u"copyReport"_s)->click();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(job.serverId));
    QVERIFY(report.contains(u"link received"_s));
}

void TestJobsPanel::detailsCutNothingOffInANarrowWindow()
{
    Stage stage;
    JobRecord job = jobAt(JobStep::Downloading);
    job.paused = true;
    job.waiting = WaitReason::Paused;
    job.retries = 31;
    job.priority = Priority::High;
    job.bytesPerSecondLimit = 2'250'000;
    job.linkExpiresAt = QDateTime::currentDateTimeUtc().addDays(3);
    stage.jobs = {job};
    stage.start();
    JobDetails details(stage.services(), nullptr);
    details.resize(480, 420);
    details.showJob(firstId(stage));
    details.show();
    QVERIFY(QTest::qWaitForWindowExposed(&details));
    const QList<QLabel*> labels = details.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible() && label->wordWrap()) {
            QTRY_VERIFY2_WITH_TIMEOUT(label->height() >= label->heightForWidth(label->width()),
                                      qPrintable(label->objectName() + u": "_s + label->text()), 10'000);
        }
    }
}

void TestJobsPanel::everyFocusableWidgetIsNamed()
{
    Stage stage;
    stage.jobs = {jobAt(JobStep::Downloading)};
    stage.start();
    JobsPanel panel(stage.services(), nullptr);
    panel.selectJob(firstId(stage));
    QCOMPARE(unnamedFocusTargets(panel).join(u", "), QString());
    JobDetails details(stage.services(), nullptr);
    details.showJob(firstId(stage));
    QCOMPARE(unnamedFocusTargets(details).join(u", "), QString());
}

QTEST_MAIN(TestJobsPanel)
#include "tst_jobspanel.moc"
