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

class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobTimeline)

public:
    static QString of(ImportStage part, const JobView& view, const QDateTime& now, Stage stage);

private:
    static QString check(const JobRecord& record);
    static QString backup(const JobRecord& record, Stage stage);
    static QString prepare(const JobView& view, Stage stage);
    static QString upload(const JobView& view, Stage stage);
    static QString uploaded(const JobRecord& record);
    static QString replace(const JobView& view, const QDateTime& now, Stage stage);
    static QString verify(const JobRecord& record, Stage stage);
};

QString Text::check(const JobRecord& record)
{
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

QString Text::prepare(const JobView& view, Stage stage)
{
    const std::optional<PreparedFile>& prepared = view.record.prepared;
    if (stage == Stage::Done && prepared && prepared->size >= 0) {
        //: %1 is the ending of a file's name (".sql.gz"), %2 a size
        return tr("as %1, %2").arg(dumpSuffix(prepared->format), formatSize(prepared->size));
    }
    return stage == Stage::Current ? tr("packed or unpacked into what the service takes; your file stays as it is")
                                   : QString();
}

QString Text::upload(const JobView& view, Stage stage)
{
    return stage == Stage::Done || stage == Stage::Stopped ? uploaded(view.record) : transferText(view, stage);
}

QString Text::uploaded(const JobRecord& record)
{
    const qint64 prepared = record.prepared ? record.prepared->size : -1;
    QStringList parts{formatSize(prepared >= 0 ? prepared : record.import->file.size)};
    if (record.database() == Database::MySql) {
        //: Where a file went: the storage of the service
        parts << tr("in the service’s storage");
        return parts.join(u" · "_s);
    }
    const QString& name = record.packageName.isEmpty() ? record.import->packageName : record.packageName;
    //: %1 is the name under which the service has the file
    parts << tr("as %1").arg(name);
    if (name != record.import->packageName) {
        //: %1 is the name that was asked for first
        parts << tr("%1 was taken").arg(record.import->packageName);
    }
    return parts.join(u" · "_s);
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

QString Text::of(ImportStage part, const JobView& view, const QDateTime& now, Stage stage)
{
    switch (part) {
    case ImportStage::Fetch:
        //: The export of the source is another row in the list of jobs
        return stage == Stage::Current ? tr("as a job of its own; the copy goes on when it is verified") : QString();
    case ImportStage::Check:
        return check(view.record);
    case ImportStage::BackUp:
        return backup(view.record, stage);
    case ImportStage::Prepare:
        return prepare(view, stage);
    case ImportStage::Upload:
        return upload(view, stage);
    case ImportStage::Replace:
        return replace(view, now, stage);
    case ImportStage::Verify:
        break;
    }
    return verify(view.record, stage);
}

int currentPart(const QList<ImportStage>& parts, const JobRecord& record)
{
    if (record.step == JobStep::Done) {
        return static_cast<int>(parts.size()) + 1;
    }
    const JobStep step = record.step == JobStep::WasReset ? JobStep::WasReset : stepReached(record);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (stepsOf(parts.at(i)).contains(step)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 1;
}

std::optional<int> permilleOf(const JobRecord& record)
{
    if (isTransfer(record.step) || record.step == JobStep::Checking || record.step == JobStep::Preparing) {
        return longshore::permilleOf(record.progress);
    }
    return isServerWork(record.step) && record.serverPercent >= 0 ? std::optional(record.serverPercent * 10)
                                                                  : std::nullopt;
}

} // namespace

QList<TimelineRow> importTimeline(const JobView& view, const QDateTime& now)
{
    const JobRecord& record = view.record;
    const QList<ImportStage> parts = importStages(record);
    const int current = currentPart(parts, record);
    QList<TimelineRow> rows;
    for (int i = 0; i < parts.size(); ++i) {
        const ImportStage part = parts.at(i);
        const Stage stage = timelineStage(record, i + 1, current);
        QList<JobStep> steps = stepsOf(part);
        if (i == 0) {
            steps.prepend(JobStep::Queued);
        }
        TimelineRow row;
        row.title = stageTitle(part, record);
        row.time = timelineTimes(record, steps, now, stage);
        row.text = i == 0 && stage == Stage::Current && record.step == JobStep::Queued
                       ? waitingText(view)
                       : Text::of(part, view, now, stage);
        dressTimelineRow(row, stage, record);
        if (stage == Stage::Current) {
            row.permille = permilleOf(record);
        }
        rows << row;
    }
    return rows;
}

} // namespace longshore
