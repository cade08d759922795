#include "ui/jobs/jobtimeline.h"

#include "ui/common/formatting.h"
#include "ui/jobs/jobtext.h"

#include <QCoreApplication>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Where a step of the timeline stands.
enum class Stage { ToCome, Current, Done, Stopped };

class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobTimeline)

public:
    static QString askedText(const JobView& view);
    static QString workText(const JobView& view, const QDateTime& now, Stage stage);
    static QString downloadText(const JobView& view, Stage stage);
    static QString verifyText(const JobRecord& record, Stage stage);
    static QString times(const QList<StepRecord>& timeline, const QList<JobStep>& steps, const QDateTime& now,
                         Stage stage);
    static QStringList titles();
    static QString checksDone(const JobRecord& record)
    {
        return record.checks > 0 ? tr("asked %n time(s)", nullptr, record.checks) : QString();
    }
};

/// 1 to 4; a job that ended early stopped in the last step of its timeline.
int currentStep(const JobRecord& record)
{
    JobStep step = record.step;
    if (isFinal(step) && step != JobStep::Done && step != JobStep::Ready) {
        step = JobStep::Queued;
        for (const StepRecord& past : record.timeline) {
            if (!isFinal(past.step)) {
                step = past.step;
            }
        }
    }
    switch (step) {
    case JobStep::ServerWorking:
    case JobStep::StoppedWatching:
        return 2;
    case JobStep::Ready:
    case JobStep::Downloading:
        return 3;
    case JobStep::Verifying:
    case JobStep::Filing:
        return 4;
    case JobStep::Done:
        return 5;
    default:
        return 1;
    }
}

Stage stageOf(const JobRecord& record, int step)
{
    const int current = currentStep(record);
    if (step != current) {
        return step < current ? Stage::Done : Stage::ToCome;
    }
    const bool stopped = (isFinal(record.step) && record.step != JobStep::Done) || record.step == JobStep::Unknown
                         || record.step == JobStep::StoppedWatching;
    return stopped ? Stage::Stopped : Stage::Current;
}

QStringList Text::titles()
{
    return {//: First step of an export
            tr("Ask for the export"),
            //: Second step of an export
            tr("The server makes the package"),
            //: Third step of an export
            tr("Download"),
            //: Fourth step of an export
            tr("Verify and file")};
}

QString Text::times(const QList<StepRecord>& timeline, const QList<JobStep>& steps, const QDateTime& now, Stage stage)
{
    QDateTime from;
    QDateTime to;
    for (const StepRecord& record : timeline) {
        if (steps.contains(record.step)) {
            from = from.isValid() ? from : record.startedAt;
            to = record.endedAt;
        }
    }
    if (!from.isValid() || stage == Stage::ToCome) {
        return {};
    }
    const QDateTime end = to.isValid() ? to : now;
    const QString lasted = formatDuration(std::chrono::seconds(qMax<qint64>(0, from.secsTo(end))));
    if (!to.isValid()) {
        //: %1 is a clock time, %2 a duration
        return stage == Stage::Current ? tr("since %1, %2").arg(formatClock(from), lasted) : formatClock(from);
    }
    //: %1 and %2 are clock times, %3 a duration: "14:02 → 14:29, 27 min"
    return tr("%1 → %2, %3").arg(formatClock(from), formatClock(to), lasted);
}

QString Text::askedText(const JobView& view)
{
    return view.record.step == JobStep::Queued ? waitingText(view) : QString();
}

QString Text::workText(const JobView& view, const QDateTime& now, Stage stage)
{
    if (stage == Stage::Current) {
        QStringList parts;
        if (view.estimate.serverWork) {
            //: %1 is a usual duration
            parts << tr("usually %1").arg(rangeText(*view.estimate.serverWork));
        }
        const QString waits = waitingText(view);
        parts << (waits.isEmpty() ? checkedText(view.record, now) : waits);
        parts.removeAll(QString());
        return parts.join(u"; "_s);
    }
    return stage == Stage::Done ? checksDone(view.record) : QString();
}

QString Text::downloadText(const JobView& view, Stage stage)
{
    const JobRecord& record = view.record;
    QStringList parts;
    if (stage == Stage::ToCome) {
        if (record.paused && hasTransferAhead(record)) {
            //: Of a download that has not begun
            parts << tr("paused: it will wait for you");
        }
        return (parts + transferFacts(record)).join(u" · "_s);
    }
    if (stage == Stage::Current && record.step == JobStep::Downloading) {
        const JobRow row = jobRow(view, record.createdAt);
        if (record.progress.total) {
            //: %1 and %2 are sizes
            parts << tr("%1 of %2").arg(formatSize(record.progress.done), formatSize(*record.progress.total));
        }
        parts.prepend(waitingText(view));
        parts << row.asideBelow;
    } else if (record.size >= 0) {
        parts << formatSize(record.size);
    }
    parts << transferFacts(record);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString Text::verifyText(const JobRecord& record, Stage stage)
{
    if (stage == Stage::Done && !record.sha256.isEmpty()) {
        //: %1 is a fingerprint in hexadecimal
        return tr("SHA-256 %1").arg(record.sha256);
    }
    return stage == Stage::ToCome || stage == Stage::Current ? tr("size, fingerprint (SHA-256) and format") : QString();
}

void dress(TimelineRow& row, Stage stage, const JobRecord& record)
{
    switch (stage) {
    case Stage::Done:
        row.icon = u"check"_s;
        row.tone = Tone::Good;
        return;
    case Stage::ToCome:
        row.icon = u"tocome"_s;
        row.tone = Tone::Muted;
        return;
    case Stage::Current:
    case Stage::Stopped:
        break;
    }
    const JobLook look = jobLook(record);
    row.icon = look.icon;
    row.tone = look.tone;
}

} // namespace

QList<TimelineRow> timelineOf(const JobView& view, const QDateTime& now)
{
    const JobRecord& record = view.record;
    const QStringList titles = Text::titles();
    const QList<QList<JobStep>> steps{{JobStep::Queued, JobStep::Asking, JobStep::Unknown},
                                      {JobStep::ServerWorking},
                                      {JobStep::Downloading},
                                      {JobStep::Verifying, JobStep::Filing}};
    QList<TimelineRow> rows;
    for (int i = 0; i < (record.request.download ? 4 : 2); ++i) {
        const Stage stage = stageOf(record, i + 1);
        TimelineRow row;
        row.title = titles.at(i);
        row.time = Text::times(record.timeline, steps.at(i), now, stage);
        row.text = i == 0   ? Text::askedText(view)
                   : i == 1 ? Text::workText(view, now, stage)
                   : i == 2 ? Text::downloadText(view, stage)
                            : Text::verifyText(record, stage);
        dress(row, stage, record);
        if (stage == Stage::Current && i >= 2) {
            row.permille = permilleOf(record.progress);
        }
        rows << row;
    }
    return rows;
}

} // namespace longshore
