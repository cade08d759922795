#include "ui/jobs/jobtext.h"

#include "ui/common/errortext.h"
#include "ui/common/formatting.h"
#include "ui/common/words.h"
#include "ui/jobs/importjobtext.h"
#include "ui/jobs/joberror.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of the words about jobs.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobText)

public:
    static QString work(const JobRecord& record);
    static QString step(const JobView& view);
    static QString range(const Estimate::Range& range);
    static QString usually(const std::optional<Estimate::Range>& range);
    static QString checked(const JobRecord& record, const QDateTime& now);
    static QString link(const JobRecord& record, const QDateTime& now);
    static QStringList transfer(const JobRecord& record);
    static QStringList share(const JobRecord& record);
    static QString spoken(const JobView& view, const QDateTime& now);
    static void describeServerWork(const JobView& view, const QDateTime& now, JobRow& row);
    static void describeTransfer(const JobView& view, JobRow& row);
    static void appendFacts(const JobRecord& record, JobRow& row);
    static void describeEnd(const JobRecord& record, const QDateTime& now, JobRow& row);
};

/// Paused before there is anything to pause.
bool isHeldBack(const JobRecord& record)
{
    return record.paused && hasTransferAhead(record) && !isTransfer(record.step);
}

/// For some seconds: between two parts there may well be one without a byte.
bool nothingArrives(const QList<double>& speeds)
{
    constexpr qsizetype Some = 5;
    return speeds.size() >= Some
           && std::all_of(speeds.cend() - Some, speeds.cend(), [](double speed) { return speed <= 0; });
}

int stepNumber(const JobRecord& record)
{
    if (record.import) {
        return importStepNumber(record);
    }
    switch (record.step) {
    case JobStep::ServerWorking:
    case JobStep::StoppedWatching:
    case JobStep::Ready:
        return 2;
    case JobStep::Downloading:
        return 3;
    case JobStep::Verifying:
    case JobStep::Filing:
        return 4;
    default:
        return 1;
    }
}

int stepCount(const JobRecord& record)
{
    return record.import ? importStepCount(record) : record.request.download ? 4 : 2;
}

std::chrono::seconds since(const JobRecord& record, JobStep step, const QDateTime& now)
{
    for (auto it = record.timeline.crbegin(); it != record.timeline.crend(); ++it) {
        if (it->step == step && it->startedAt.isValid()) {
            return std::chrono::seconds(qMax<qint64>(0, it->startedAt.secsTo(now)));
        }
    }
    return std::chrono::seconds(qMax<qint64>(0, record.createdAt.isValid() ? record.createdAt.secsTo(now) : 0));
}

QString Text::work(const JobRecord& record)
{
    if (record.import) {
        return importWork(record);
    }
    switch (record.step) {
    case JobStep::Asking:
        return tr("asking for the export");
    case JobStep::ServerWorking:
        return record.database() == Database::MySql ? tr("the service writes the dump")
                                                    : tr("the server makes the package");
    case JobStep::Downloading:
        return tr("downloading");
    case JobStep::Verifying:
        return tr("verifying");
    case JobStep::Filing:
        return tr("filing in the library");
    default:
        return {};
    }
}

QString Text::step(const JobView& view)
{
    const JobRecord& record = view.record;
    if (record.step == JobStep::Failed) {
        return record.error ? jobErrorText(record).what : tr("This job failed.");
    }
    if (const QString state = record.import ? importState(record) : QString(); !state.isEmpty()) {
        return state;
    }
    if (record.step == JobStep::Unknown) {
        return tr("We asked and did not hear back; look before asking again");
    }
    if (record.step == JobStep::StoppedWatching) {
        return tr("The server goes on; you are not told when it is done");
    }
    const QString waits = waitingText(view);
    if (!waits.isEmpty() && !isFinal(record.step)) {
        return waits;
    }
    const QString working = work(record);
    if (!working.isEmpty()) {
        //: %1 and %2 are numbers, %3 says what is being done: "Step 3 of 4: downloading"
        const QString text = tr("Step %1 of %2: %3").arg(stepNumber(record)).arg(stepCount(record)).arg(working);
        return !isHeldBack(record) ? text
               : record.import     ? //: %1 is a step ("Step 1 of 3: checking the file")
                   tr("%1; its upload then waits for you").arg(text)
                               : //: %1 is a step ("Step 2 of 4: the server makes the package")
                   tr("%1; its download then waits for you").arg(text);
    }
    switch (record.step) {
    case JobStep::Queued:
        return tr("Starts in a moment");
    case JobStep::Done:
        return tr("Verified: size, fingerprint and format");
    case JobStep::Ready:
        return tr("The file waits on the server");
    case JobStep::Cancelled:
        return serverCanDeliver(record) ? tr("The file on the server stays until its time is over")
                                        : tr("Nothing is left of it on the server");
    default:
        break;
    }
    return tr("Dropped here; the server may have made it");
}

QString Text::range(const Estimate::Range& range)
{
    using namespace std::chrono;
    const auto low = range.shortest;
    const auto high = range.longest;
    if (high < 60s) {
        //: A usual duration in seconds
        return low == high ? tr("about %1 s").arg(low.count())
                           //: A usual duration: %1 to %2 seconds
                           : tr("%1–%2 s").arg(low.count()).arg(high.count());
    }
    if (low >= 60s && high < 3600s) {
        const auto from = round<minutes>(low).count();
        const auto to = round<minutes>(high).count();
        //: A usual duration in minutes
        return from == to ? tr("about %1 min").arg(from)
                          //: A usual duration: %1 to %2 minutes
                          : tr("%1–%2 min").arg(from).arg(to);
    }
    //: A usual duration; %1 and %2 are durations: "50 s to 2 min"
    return tr("%1 to %2").arg(formatDuration(low), formatDuration(high));
}

QString Text::usually(const std::optional<Estimate::Range>& range)
{
    //: %1 is a usual duration: "22–35 min"
    return range ? tr("usually %1").arg(Text::range(*range)) : QString();
}

QString Text::checked(const JobRecord& record, const QDateTime& now)
{
    const bool asks = isServerWork(record.step) || record.step == JobStep::AwaitingVerification;
    if (!asks || !record.lastCheckedAt.isValid()) {
        return {};
    }
    const auto ago = std::chrono::seconds(qMax<qint64>(0, record.lastCheckedAt.secsTo(now)));
    //: %1 is a duration
    const QString last = tr("checked %1 ago").arg(formatDuration(ago));
    if (record.waiting != WaitReason::None || !record.nextCheckAt.isValid() || record.nextCheckAt <= now) {
        return last;
    }
    //: %1 says when we asked, %2 is a duration: "checked 12 s ago, next in 18 s"
    return tr("%1, next in %2").arg(last, formatDuration(std::chrono::seconds(now.secsTo(record.nextCheckAt))));
}

QString Text::link(const JobRecord& record, const QDateTime& now)
{
    const bool isOver = record.import && !hasTransferAhead(record); // its link was for the upload
    if (!record.linkExpiresAt.isValid() || record.step == JobStep::Done || isOver) {
        return {};
    }
    //: %1 is a moment: "today 16:29"
    QString text = tr("link valid until %1, renews by itself").arg(formatMoment(record.linkExpiresAt, now));
    if (record.linkRenewals > 0) {
        text += u", "_s + tr("renewed %n time(s)", nullptr, record.linkRenewals);
    }
    return text;
}

/// What the engine does and had to do.
QStringList Text::transfer(const JobRecord& record)
{
    QStringList facts;
    const bool moves = isTransfer(record.step) && record.waiting == WaitReason::None;
    if (moves && record.progress.streams > 1) {
        facts << tr("%n parts at once", nullptr, record.progress.streams);
    }
    if (record.retries > 0) {
        facts << tr("%n retries", nullptr, record.retries);
    }
    return facts;
}

/// What the person set.
QStringList Text::share(const JobRecord& record)
{
    QStringList facts;
    if (hasTransferAhead(record) && record.priority != Priority::Usual) {
        facts << (record.priority == Priority::High ? tr("high priority") : tr("low priority"));
    }
    if (hasTransferAhead(record) && record.bytesPerSecondLimit > 0) {
        //: %1 is a speed: the limit of one transfer
        facts << tr("at most %1").arg(formatLimit(record.bytesPerSecondLimit));
    }
    return facts;
}

void Text::describeServerWork(const JobView& view, const QDateTime& now, JobRow& row)
{
    const JobRecord& record = view.record;
    row.aside = formatDuration(since(record, record.step, now));
    row.asideBelow = usually(record.import ? view.estimate.serverImport : view.estimate.serverWork);
    if (record.serverPercent >= 0) {
        // A deployment has a percentage of its own; an export has none, and none is made up.
        row.permille = record.serverPercent * 10;
        row.asideBelow = row.aside;
        row.aside = QLocale().toString(record.serverPercent) + u' ' + QLocale().percent();
    }
}

void Text::describeTransfer(const JobView& view, JobRow& row)
{
    const Progress& progress = view.record.progress;
    row.permille = permilleOf(progress);
    if (progress.total && waitingText(view).isEmpty()) {
        //: %1 is a step ("Step 3 of 4: downloading"), %2 and %3 are sizes
        row.step = tr("%1, %2 of %3").arg(row.step, formatSize(progress.done), formatSize(*progress.total));
    }
    if (row.permille) {
        row.aside = QLocale().toString(*row.permille / 10) + u' ' + QLocale().percent();
    } else if (progress.done > 0) {
        row.aside = formatSize(progress.done);
    }
    if (view.record.waiting != WaitReason::None) {
        return;
    }
    QStringList parts;
    if (progress.bytesPerSecond > 0) {
        parts << formatSpeed(progress.bytesPerSecond);
    } else if (nothingArrives(view.speeds)) {
        parts << (view.record.import ? tr("nothing moves at the moment") : tr("nothing arrives at the moment"));
    }
    if (view.timeLeft) {
        //: %1 is a duration
        parts << tr("%1 left").arg(formatDuration(*view.timeLeft));
    }
    row.asideBelow = parts.join(u", "_s);
}

/// Behind the step, as far as there is room.
void Text::appendFacts(const JobRecord& record, JobRow& row)
{
    const QStringList facts = transferFacts(record);
    if (!facts.isEmpty()) {
        row.step += u" · "_s + facts.join(u" · "_s);
    }
}

void Text::describeEnd(const JobRecord& record, const QDateTime& now, JobRow& row)
{
    if (record.size >= 0 && record.step == JobStep::Done) {
        row.aside = formatSize(record.size);
    }
    if (record.finishedAt.isValid()) {
        row.asideBelow = formatMoment(record.finishedAt, now);
    }
}

QString Text::spoken(const JobView& view, const QDateTime& now)
{
    const JobRow row = jobRow(view, now);
    QStringList parts{jobLook(view.record).word, row.title, tierText(view.record.tier), row.step};
    for (const QString& more : {row.aside, row.asideBelow}) {
        if (!more.isEmpty()) {
            parts << more;
        }
    }
    return parts.join(u", "_s);
}

} // namespace

JobRow jobRow(const JobView& view, const QDateTime& now)
{
    JobRow row{.title = jobTitle(view.record), .step = Text::step(view), .aside = {}, .asideBelow = {}, .permille = {}};
    switch (view.record.step) {
    case JobStep::ServerWorking:
    case JobStep::Completing:
    case JobStep::Resetting:
        Text::describeServerWork(view, now, row);
        break;
    case JobStep::Checking:
    case JobStep::Preparing:
    case JobStep::Uploading:
    case JobStep::Downloading:
    case JobStep::Verifying:
        Text::describeTransfer(view, row);
        break;
    default:
        Text::describeEnd(view.record, now, row);
        break;
    }
    if (hasTransferAhead(view.record)) {
        Text::appendFacts(view.record, row);
    }
    return row;
}

QString jobHint(const JobView& view, const QDateTime& now)
{
    const JobRow row = jobRow(view, now);
    QStringList lines{row.step, row.asideBelow};
    if (hasTransferAhead(view.record)) {
        lines << linkText(view.record, now);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString spokenJob(const JobView& view, const QDateTime& now)
{
    return Text::spoken(view, now);
}

QString rangeText(const Estimate::Range& range)
{
    return Text::range(range);
}

QString checkedText(const JobRecord& record, const QDateTime& now)
{
    return Text::checked(record, now);
}

QStringList transferFacts(const JobRecord& record)
{
    return Text::transfer(record) + Text::share(record);
}

QString linkText(const JobRecord& record, const QDateTime& now)
{
    return Text::link(record, now);
}

std::optional<int> permilleOf(const Progress& progress)
{
    if (!progress.total || *progress.total <= 0) {
        return std::nullopt;
    }
    const double part = static_cast<double>(progress.done) / static_cast<double>(*progress.total);
    return qBound(0, static_cast<int>(part * 1000), 1000);
}

} // namespace longshore
