#include "ui/common/formatting.h"
#include "ui/jobs/importjobtext.h"
#include "ui/jobs/jobtext.h"
#include "ui/jobs/timelineparts.h"

#include <QCoreApplication>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Stage = TimelineStage;

/// One line of the timeline: its words and the steps that it covers.
struct Part
{
    QString title;
    QList<JobStep> steps;
};

class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobTimeline)

public:
    static QList<Part> parts(const JobRecord& record);
    static QString of(const Part& part, const JobView& view, const QDateTime& now, Stage stage);

private:
    static QString check(const JobView& view, Stage stage);
    static QString backup(const JobRecord& record, Stage stage);
    static QString upload(const JobView& view, Stage stage);
    static QString replace(const JobView& view, const QDateTime& now, Stage stage);
    static QString verify(const JobRecord& record, Stage stage);
};

/// The server waited for a person, or will now.
bool wantsVerification(const JobRecord& record)
{
    const auto isOne = [](JobStep step) {
        return step == JobStep::AwaitingVerification || step == JobStep::Completing || step == JobStep::Resetting
               || step == JobStep::WasReset;
    };
    return isOne(record.step)
           || std::ranges::any_of(record.timeline, [&isOne](const StepRecord& past) { return isOne(past.step); });
}

QList<Part> Text::parts(const JobRecord& record)
{
    //: First step of an import
    QList<Part> parts{{tr("Check the file"), {JobStep::Queued, JobStep::Checking}}};
    if (record.import->backup == ImportRequest::Backup::First) {
        //: Second step of an import: the database that will be replaced is exported first
        parts << Part{tr("Back up the target"), {JobStep::BackingUp}};
    }
    //: Step of an import
    parts << Part{tr("Upload"), {JobStep::Uploading}} //: Last step of an import
          << Part{tr("The server replaces the database"),
                  {JobStep::Asking, JobStep::Unknown, JobStep::ServerWorking, JobStep::StoppedWatching}};
    if (wantsVerification(record)) {
        //: Step of an import in which a person looks at the site and completes the deployment or takes it back
        parts << Part{tr("You verify, then complete or reset"),
                      {JobStep::AwaitingVerification, JobStep::Completing, JobStep::Resetting, JobStep::WasReset}};
    }
    return parts;
}

QString Text::check(const JobView& view, Stage stage)
{
    const JobRecord& record = view.record;
    if (stage == Stage::Current && record.step == JobStep::Queued) {
        return waitingText(view);
    }
    //: %1 is a fingerprint in hexadecimal
    return record.import->file.sha256.isEmpty() ? QString() : tr("SHA-256 %1").arg(record.import->file.sha256);
}

QString Text::backup(const JobRecord& record, Stage stage)
{
    if (stage == Stage::Done && !record.backupLibraryId.isEmpty()) {
        return tr("verified and pinned in your library");
    }
    //: The backup is another row in the list of jobs
    return stage == Stage::Current ? tr("as a job of its own; the import goes on when it is verified") : QString();
}

QString Text::upload(const JobView& view, Stage stage)
{
    const JobRecord& record = view.record;
    const QString& name = record.packageName.isEmpty() ? record.import->packageName : record.packageName;
    if (stage == Stage::Done || stage == Stage::Stopped) {
        QStringList parts{formatSize(record.import->file.size),
                          //: %1 is the name under which the service has the file
                          tr("as %1").arg(name)};
        if (name != record.import->packageName) {
            //: %1 is the name that was asked for first
            parts << tr("%1 was taken").arg(record.import->packageName);
        }
        return parts.join(u" · "_s);
    }
    return transferText(view, stage);
}

QString Text::replace(const JobView& view, const QDateTime& now, Stage stage)
{
    const JobRecord& record = view.record;
    if (stage != Stage::Current) {
        return {};
    }
    QStringList parts;
    if (record.serverPercent >= 0) {
        //: %1 is a number: how far the server says it is
        parts << tr("the server says %1 %").arg(record.serverPercent);
    }
    if (view.estimate.serverImport) {
        //: %1 is a usual duration
        parts << tr("usually %1").arg(rangeText(*view.estimate.serverImport));
    }
    const QString waits = waitingText(view);
    parts << (waits.isEmpty() ? checkedText(record, now) : waits);
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

QString Text::verify(const JobRecord& record, Stage stage)
{
    if (record.step == JobStep::WasReset) {
        return importState(record);
    }
    return stage == Stage::Current && record.step == JobStep::AwaitingVerification
               ? tr("the new database runs in the deployment slot; visitors still see the old one")
               : QString();
}

QString Text::of(const Part& part, const JobView& view, const QDateTime& now, Stage stage)
{
    switch (part.steps.last()) {
    case JobStep::Checking:
        return check(view, stage);
    case JobStep::BackingUp:
        return backup(view.record, stage);
    case JobStep::Uploading:
        return upload(view, stage);
    case JobStep::StoppedWatching:
        return replace(view, now, stage);
    default:
        return verify(view.record, stage);
    }
}

int currentPart(const QList<Part>& parts, const JobRecord& record)
{
    if (record.step == JobStep::Done) {
        return static_cast<int>(parts.size()) + 1;
    }
    const JobStep step = record.step == JobStep::WasReset ? JobStep::WasReset : stepReached(record);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i).steps.contains(step)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 1;
}

std::optional<int> permilleOf(const JobRecord& record)
{
    if (isTransfer(record.step) || record.step == JobStep::Checking) {
        return longshore::permilleOf(record.progress);
    }
    return isServerWork(record.step) && record.serverPercent >= 0 ? std::optional(record.serverPercent * 10)
                                                                  : std::nullopt;
}

} // namespace

QList<TimelineRow> importTimeline(const JobView& view, const QDateTime& now)
{
    const JobRecord& record = view.record;
    const QList<Part> parts = Text::parts(record);
    const int current = currentPart(parts, record);
    QList<TimelineRow> rows;
    for (int i = 0; i < parts.size(); ++i) {
        const Part& part = parts.at(i);
        const Stage stage = timelineStage(record, i + 1, current);
        TimelineRow row;
        row.title = part.title;
        row.time = timelineTimes(record, part.steps, now, stage);
        row.text = Text::of(part, view, now, stage);
        dressTimelineRow(row, stage, record);
        if (stage == Stage::Current) {
            row.permille = permilleOf(record);
        }
        rows << row;
    }
    return rows;
}

} // namespace longshore
