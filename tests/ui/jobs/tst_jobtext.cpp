#include "ui/jobs/jobtext.h"

#include "ui/jobs/jobactions.h"
#include "ui/jobs/jobreport.h"
#include "ui/jobs/jobtimeline.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace longshore;

class TestJobText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleSaysSourceAndDestination();
    void serverWorkHasTimeAndExperienceButNoPercent();
    void aDownloadShowsBytesSpeedAndTimeLeft();
    void aTransferOfUnknownLengthHasNoPercent();
    void everyStepHasItsOwnWordAndShape();
    void everyWaitReasonIsSaidInWords_data();
    void everyWaitReasonIsSaidInWords();
    void waitingNamesTheJobBefore();
    void checkedAgoAndNextIn();
    void aLinkRenewsItself();
    void rangesReadWell_data();
    void rangesReadWell();
    void oneSentenceForAScreenReader();
    void everyVerbHasTextAndHint();
    void theTimelineMarksDoneCurrentAndToCome();
    void aFailureIsShownAtTheStepWhereItHappened();
    void withoutDownloadThereAreTwoSteps();
    void theReportHoldsErrorAndLog();
    void aTransferTellsWhatIsNotUsualAboutIt();
    void aTransferThatBringsNothingSaysSo();
    void aDownloadHeldBackSaysSoBeforeItBegins();
    void aLinkWithoutAnEndIsNotSpokenOf();
};

namespace {

QDateTime now()
{
    return {QDate(2026, 1, 12), QTime(14, 30), QTimeZone::utc()};
}

JobView viewOf(JobStep step)
{
    JobView view;
    view.record.id = u"j1"_s;
    view.record.connectionName = u"Contoso"_s;
    view.record.request.environment = u"Production"_s;
    view.record.step = step;
    view.record.createdAt = now().addSecs(-1800);
    view.record.timeline = {{JobStep::Queued, now().addSecs(-1800), now().addSecs(-1799)},
                            {JobStep::Asking, now().addSecs(-1799), now().addSecs(-1790)}};
    return view;
}

JobView downloading()
{
    JobView view = viewOf(JobStep::Downloading);
    view.record.timeline << StepRecord{JobStep::ServerWorking, now().addSecs(-1790), now().addSecs(-170)}
                         << StepRecord{JobStep::Downloading, now().addSecs(-170), {}};
    view.record.progress = {.done = 6'100'000'000, .total = 18'400'000'000, .bytesPerSecond = 71'000'000};
    view.timeLeft = 180s;
    return view;
}

} // namespace

void TestJobText::titleSaysSourceAndDestination()
{
    JobView view = viewOf(JobStep::Queued);
    QCOMPARE(jobTitle(view.record), u"Contoso / Production CMS → Library"_s);
    view.record.request.database = Database::Commerce;
    view.record.request.download = false;
    QCOMPARE(jobTitle(view.record), u"Contoso / Production Commerce → kept on the server"_s);
}

void TestJobText::serverWorkHasTimeAndExperienceButNoPercent()
{
    JobView view = viewOf(JobStep::ServerWorking);
    view.record.timeline << StepRecord{JobStep::ServerWorking, now().addSecs(-720), {}};
    view.estimate.serverWork = Estimate::Range{22min, 35min};
    const JobRow row = jobRow(view, now());
    QCOMPARE(row.step, u"Step 2 of 4: the server makes the package"_s);
    QCOMPARE(row.aside, u"12 min"_s);
    QCOMPARE(row.asideBelow, u"usually 22–35 min"_s);
    QVERIFY(!row.permille);
}

void TestJobText::aDownloadShowsBytesSpeedAndTimeLeft()
{
    const JobRow row = jobRow(downloading(), now());
    QCOMPARE(row.step, u"Step 3 of 4: downloading, 6.1 GB of 18.4 GB"_s);
    QCOMPARE(row.aside, u"33 %"_s);
    QCOMPARE(row.asideBelow, u"71.0 MB/s, 3 min left"_s);
    QCOMPARE(row.permille, 331);
}

void TestJobText::aTransferOfUnknownLengthHasNoPercent()
{
    JobView view = downloading();
    view.record.progress.total.reset();
    const JobRow row = jobRow(view, now());
    QVERIFY(!row.permille);
    QCOMPARE(row.aside, u"6.1 GB"_s);
}

void TestJobText::everyStepHasItsOwnWordAndShape()
{
    QStringList words;
    for (const JobStep step : {JobStep::Queued, JobStep::Asking, JobStep::Unknown, JobStep::ServerWorking,
                               JobStep::Ready, JobStep::Downloading, JobStep::Verifying, JobStep::Done, JobStep::Failed,
                               JobStep::Cancelled, JobStep::StoppedWatching, JobStep::Forgotten}) {
        const JobLook look = jobLook(viewOf(step).record);
        QVERIFY(!look.icon.isEmpty());
        QVERIFY2(!words.contains(look.word), qPrintable(look.word));
        words << look.word;
        QVERIFY(!jobRow(viewOf(step), now()).step.isEmpty());
    }
}

void TestJobText::everyWaitReasonIsSaidInWords_data()
{
    QTest::addColumn<WaitReason>("reason");
    QTest::addColumn<bool>("needsYou");
    QTest::newRow("slot") << WaitReason::Slot << false;
    QTest::newRow("network") << WaitReason::Network << false;
    QTest::newRow("link") << WaitReason::Link << false;
    QTest::newRow("space") << WaitReason::Space << true;
    QTest::newRow("credentials") << WaitReason::Credentials << true;
    QTest::newRow("server time") << WaitReason::ServerTime << false;
    QTest::newRow("paused") << WaitReason::Paused << false;
}

void TestJobText::everyWaitReasonIsSaidInWords()
{
    QFETCH(WaitReason, reason);
    QFETCH(bool, needsYou);
    JobView view = downloading();
    view.record.waiting = reason;
    QVERIFY(waitingText(view).size() > 8);
    QCOMPARE(jobRow(view, now()).step, waitingText(view));
    QCOMPARE(jobGroup(view.record), needsYou ? JobGroup::NeedsYou : JobGroup::Waiting);
    QVERIFY(!jobRow(view, now()).asideBelow.contains(u"left"_s)); // nothing moves, so nothing is promised
}

void TestJobText::waitingNamesTheJobBefore()
{
    JobView view = viewOf(JobStep::Queued);
    view.record.waiting = WaitReason::Slot;
    view.waitsFor = u"Contoso / Production CMS"_s;
    QCOMPARE(waitingText(view), u"Waits for Contoso / Production CMS: one export at a time in this project"_s);
}

void TestJobText::checkedAgoAndNextIn()
{
    JobView view = viewOf(JobStep::ServerWorking);
    QVERIFY(checkedText(view.record, now()).isEmpty());
    view.record.lastCheckedAt = now().addSecs(-12);
    view.record.nextCheckAt = now().addSecs(18);
    QCOMPARE(checkedText(view.record, now()), u"checked 12 s ago, next in 18 s"_s);
    view.record.waiting = WaitReason::Network;
    QCOMPARE(checkedText(view.record, now()), u"checked 12 s ago"_s);
}

void TestJobText::aLinkRenewsItself()
{
    JobView view = downloading();
    QVERIFY(linkText(view.record, now()).isEmpty());
    view.record.linkExpiresAt = now().addSecs(3600);
    QVERIFY(linkText(view.record, now()).startsWith(u"link valid until "_s));
    QVERIFY(linkText(view.record, now()).contains(u"renews by itself"_s));
}

void TestJobText::rangesReadWell_data()
{
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 3 << 5 << u"3–5 s"_s;
    QTest::newRow("one second") << 4 << 4 << u"about 4 s"_s;
    QTest::newRow("minutes") << 22 * 60 << 35 * 60 << u"22–35 min"_s;
    QTest::newRow("same minute") << 9 * 60 << 9 * 60 + 20 << u"about 9 min"_s;
    QTest::newRow("mixed") << 50 << 120 << u"50 s to 2 min"_s;
    QTest::newRow("hours") << 50 * 60 << 80 * 60 << u"50 min to 1 h 20 min"_s;
}

void TestJobText::rangesReadWell()
{
    QFETCH(int, low);
    QFETCH(int, high);
    QTEST(rangeText({std::chrono::seconds(low), std::chrono::seconds(high)}), "text");
}

void TestJobText::oneSentenceForAScreenReader()
{
    QCOMPARE(
        spokenJob(downloading(), now()),
        u"Downloading, Contoso / Production CMS → Library, Production, Step 3 of 4: downloading, 6.1 GB of 18.4 GB, "
        "33 %, 71.0 MB/s, 3 min left"_s);
}

void TestJobText::everyVerbHasTextAndHint()
{
    QStringList texts;
    for (int i = 0; i <= static_cast<int>(JobVerb::Undo); ++i) {
        const auto verb = static_cast<JobVerb>(i);
        QVERIFY2(!texts.contains(verbText(verb)), qPrintable(verbText(verb)));
        texts << verbText(verb);
        QVERIFY(verbHint(verb).endsWith(u'.'));
        QVERIFY(!verbIcon(verb).isEmpty());
    }
}

void TestJobText::theTimelineMarksDoneCurrentAndToCome()
{
    const QList<TimelineRow> rows = timelineOf(downloading(), now());
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.at(0).icon, u"check"_s);
    QCOMPARE(rows.at(1).icon, u"check"_s);
    QVERIFY2(rows.at(1).time.endsWith(u", 27 min"_s), qPrintable(rows.at(1).time));
    QCOMPARE(rows.at(2).icon, u"download"_s);
    QCOMPARE(rows.at(2).permille, 331);
    QCOMPARE(rows.at(3).icon, u"tocome"_s);
    QVERIFY(rows.at(3).time.isEmpty());
    QVERIFY(!rows.at(1).permille);
}

void TestJobText::aFailureIsShownAtTheStepWhereItHappened()
{
    JobView view = viewOf(JobStep::Failed);
    view.record.timeline << StepRecord{JobStep::ServerWorking, now().addSecs(-1790), now().addSecs(-60)}
                         << StepRecord{JobStep::Failed, now().addSecs(-60), {}};
    const QList<TimelineRow> rows = timelineOf(view, now());
    QCOMPARE(rows.at(0).icon, u"check"_s);
    QCOMPARE(rows.at(1).icon, u"error"_s);
    QCOMPARE(rows.at(2).icon, u"tocome"_s);
}

void TestJobText::withoutDownloadThereAreTwoSteps()
{
    JobView view = viewOf(JobStep::Ready);
    view.record.request.download = false;
    const QList<TimelineRow> rows = timelineOf(view, now());
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).icon, u"check"_s);
}

void TestJobText::theReportHoldsErrorAndLog()
{
    JobView view = viewOf(JobStep::Failed);
    view.record.serverId = u"1b22aaf0"_s;
    view.record.error = Error{.code = Error::Code::ServerJobFailed, .subject = {}, .detail = u"ExportFailed"_s};
    view.record.log = {{now(), u"the service says ExportFailed"_s}};
    const QString report = jobReport(view, now());
    for (const QString& part : {u"Contoso / Production CMS"_s, u"1b22aaf0"_s, u"ServerJobFailed"_s,
                                u"2026-01-12T14:30:00Z  the service says ExportFailed"_s}) {
        QVERIFY2(report.contains(part), qPrintable(part));
    }
}

void TestJobText::aTransferTellsWhatIsNotUsualAboutIt()
{
    JobView view = downloading();
    QVERIFY(transferFacts(view.record).isEmpty());
    view.record.progress.streams = 9;
    view.record.retries = 3;
    view.record.priority = Priority::High;
    view.record.bytesPerSecondLimit = 2'500'000;
    const JobRow row = jobRow(view, now());
    QCOMPARE(row.step, u"Step 3 of 4: downloading, 6.1 GB of 18.4 GB · 9 parts at once · 3 retries · high priority · "
                       "at most 2.5 MB/s"_s);
    QVERIFY(spokenJob(view, now()).contains(u"9 parts at once"_s));
    QVERIFY(timelineOf(view, now()).at(2).text.contains(u"9 parts at once · 3 retries"_s));
    view.record.progress.streams = 1;
    QVERIFY(!jobRow(view, now()).step.contains(u"at once"_s));
    view.record.waiting = WaitReason::Network;
    view.record.progress.streams = 9;
    QVERIFY(!jobRow(view, now()).step.contains(u"at once"_s)); // nothing is in flight
    view.record.step = JobStep::Done;
    view.record.waiting = WaitReason::None;
    QVERIFY(!jobRow(view, now()).step.contains(u"priority"_s)); // it was the transfer's
}

void TestJobText::aTransferThatBringsNothingSaysSo()
{
    JobView view = downloading();
    view.timeLeft.reset();
    view.record.progress.bytesPerSecond = 0;
    view.speeds = {5e6, 0, 0};
    QVERIFY(jobRow(view, now()).asideBelow.isEmpty()); // it may be between two parts
    view.speeds = {5e6, 0, 0, 0, 0, 0};
    QCOMPARE(jobRow(view, now()).asideBelow, u"nothing arrives at the moment"_s);
}

void TestJobText::aDownloadHeldBackSaysSoBeforeItBegins()
{
    JobView view = viewOf(JobStep::ServerWorking);
    view.record.paused = true;
    const JobRow row = jobRow(view, now());
    QVERIFY2(row.step.contains(u"waits for you"_s), qPrintable(row.step));
    QVERIFY(timelineOf(view, now()).at(2).text.contains(u"paused"_s));
    QCOMPARE(verbTextFor(JobVerb::Resume, view.record), u"Let the download begin"_s);
    QCOMPARE(verbTextFor(JobVerb::Resume, downloading().record), u"Resume"_s);
}

void TestJobText::aLinkWithoutAnEndIsNotSpokenOf()
{
    JobView view = downloading();
    QVERIFY(linkText(view.record, now()).isEmpty());
}

QTEST_GUILESS_MAIN(TestJobText)
#include "tst_jobtext.moc"
