#include "ui/jobs/jobspanel.h"

#include "app/jobs/jobs.h"
#include "tests/ui/stage.h"
#include "ui/jobs/jobdetails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
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
    void runAgainFilesTheSameExportOnce();
    void detailsExplainAnUnknownOutcome();
    void detailsShowTheLogAndCopyAReport();
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
    stage.jobs = {jobAt(ExportStep::ServerWorking), jobAt(ExportStep::Done)};
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
    stage.jobs = {jobAt(ExportStep::ServerWorking)};
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

void TestJobsPanel::runAgainFilesTheSameExportOnce()
{
    Stage stage;
    stage.connections = {contoso()};
    stage.jobs = {jobAt(ExportStep::Done)};
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
    stage.jobs = {jobAt(ExportStep::Unknown)};
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
    JobRecord job = jobAt(ExportStep::Downloading);
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

void TestJobsPanel::everyFocusableWidgetIsNamed()
{
    Stage stage;
    stage.jobs = {jobAt(ExportStep::Downloading)};
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
