#include "ui/jobs/importjobtext.h"
#include "ui/jobs/jobtext.h"
#include "ui/jobs/timelineparts.h"

#include <QCoreApplication>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Stage = TimelineStage;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobTimeline)

public:
    static QString askedText(const JobView& view);
    static QString workText(const JobView& view, const QDateTime& now, Stage stage);
    static QString verifyText(const JobRecord& record, Stage stage);
    static QStringList titles(const JobRecord& record);
    static QString checksDone(const JobRecord& record)
    {
        return record.checks > 0 ? tr("asked %n time(s)", nullptr, record.checks) : QString();
    }
};

/// 1 to 4; a job that ended early stopped in the last step of its timeline.
int currentStep(const JobRecord& record)
{
    switch (stepReached(record)) {
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

QStringList Text::titles(const JobRecord& record)
{
    return {//: First step of an export
            tr("Ask for the export"),
            //: Second step of an export
            record.database() == Database::MySql ? tr("The service writes the dump")
                                                 : tr("The server makes the package"),
            //: Third step of an export
            tr("Download"),
            //: Fourth step of an export
            tr("Verify and file")};
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

QString Text::verifyText(const JobRecord& record, Stage stage)
{
    if (stage == Stage::Done && !record.sha256.isEmpty()) {
        //: %1 is a fingerprint in hexadecimal
        return tr("SHA-256 %1").arg(record.sha256);
    }
    return stage == Stage::ToCome || stage == Stage::Current ? tr("size, fingerprint (SHA-256) and format") : QString();
}

} // namespace

QList<TimelineRow> timelineOf(const JobView& view, const QDateTime& now)
{
    const JobRecord& record = view.record;
    if (record.import) {
        return importTimeline(view, now);
    }
    const QStringList titles = Text::titles(record);
    const QList<QList<JobStep>> steps{{JobStep::Queued, JobStep::Asking, JobStep::Unknown},
                                      {JobStep::ServerWorking},
                                      {JobStep::Downloading},
                                      {JobStep::Verifying, JobStep::Filing}};
    QList<TimelineRow> rows;
    for (int i = 0; i < (record.request.download ? 4 : 2); ++i) {
        const Stage stage = timelineStage(record, i + 1, currentStep(record));
        TimelineRow row;
        row.title = titles.at(i);
        row.time = timelineTimes(record, steps.at(i), now, stage);
        row.text = i == 0   ? Text::askedText(view)
                   : i == 1 ? Text::workText(view, now, stage)
                   : i == 2 ? transferText(view, stage)
                            : Text::verifyText(record, stage);
        dressTimelineRow(row, stage, record);
        if (stage == Stage::Current && i >= 2) {
            row.permille = permilleOf(record.progress);
        }
        rows << row;
    }
    return rows;
}

} // namespace longshore
