#include "ui/jobs/timelineparts.h"

#include "ui/common/formatting.h"
#include "ui/jobs/jobtext.h"

#include <QCoreApplication>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Stage = TimelineStage;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobTimeline)

public:
    static QString times(const QList<StepRecord>& timeline, const QList<JobStep>& steps, const QDateTime& now,
                         Stage stage);
    static QString transfer(const JobView& view, Stage stage);
};

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

QString Text::transfer(const JobView& view, Stage stage)
{
    const JobRecord& record = view.record;
    QStringList parts;
    if (stage == Stage::ToCome) {
        if (record.paused && hasTransferAhead(record)) {
            //: Of a transfer that has not begun
            parts << tr("paused: it will wait for you");
        }
        return (parts + transferFacts(record)).join(u" · "_s);
    }
    if (stage == Stage::Current && isTransfer(record.step)) {
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

} // namespace

TimelineStage timelineStage(const JobRecord& record, int number, int current)
{
    if (number != current) {
        return number < current ? Stage::Done : Stage::ToCome;
    }
    const bool stopped = (isFinal(record.step) && record.step != JobStep::Done) || record.step == JobStep::Unknown
                         || record.step == JobStep::StoppedWatching;
    return stopped ? Stage::Stopped : Stage::Current;
}

JobStep stepReached(const JobRecord& record)
{
    if (!isFinal(record.step) || record.step == JobStep::Done || record.step == JobStep::Ready) {
        return record.step;
    }
    JobStep step = JobStep::Queued;
    for (const StepRecord& past : record.timeline) {
        if (!isFinal(past.step)) {
            step = past.step;
        }
    }
    return step;
}

QString timelineTimes(const JobRecord& record, const QList<JobStep>& steps, const QDateTime& now, TimelineStage stage)
{
    return Text::times(record.timeline, steps, now, stage);
}

QString transferText(const JobView& view, TimelineStage stage)
{
    return Text::transfer(view, stage);
}

void dressTimelineRow(TimelineRow& row, TimelineStage stage, const JobRecord& record)
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

} // namespace longshore
