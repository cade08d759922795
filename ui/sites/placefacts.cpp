#include "ui/sites/placefacts.h"

#include "ui/common/formatting.h"
#include "ui/jobs/jobtext.h"

#include <QCoreApplication>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::PlaceFacts)
};

} // namespace

QDateTime keptUntil(const JobRecord& record)
{
    for (const StepRecord& step : record.timeline) {
        if (step.step == JobStep::ServerWorking && step.endedAt.isValid() && !record.serverFileName.isEmpty()) {
            // A site's file has no retention that one could ask for; its link lives an hour.
            const bool isDump = record.database() == Database::MySql;
            const auto seconds = std::chrono::seconds(isDump ? std::chrono::hours(1) : record.request.retention);
            return step.startedAt.addSecs(seconds.count());
        }
    }
    return {};
}

bool isOf(const JobRecord& record, const Place& place)
{
    return record.connectionId() == place.connectionId
           && record.environment().compare(place.environment, Qt::CaseInsensitive) == 0;
}

bool isOf(const LibraryEntry& entry, const Place& place)
{
    return entry.connectionId == place.connectionId
           && entry.environment.compare(place.environment, Qt::CaseInsensitive) == 0;
}

bool endedWell(const JobRecord& record)
{
    return record.step == JobStep::Done || record.step == JobStep::Ready;
}

bool isLive(const JobRecord& record)
{
    return !isFinal(record.step) && record.step != JobStep::StoppedWatching;
}

bool needsPerson(const JobRecord& record)
{
    return record.step == JobStep::Unknown || record.step == JobStep::AwaitingVerification
           || record.waiting == WaitReason::Credentials || record.waiting == WaitReason::Space;
}

DatabaseFacts databaseFacts(const Place& place, Database database, const QList<JobRecord>& newestFirst,
                            const QList<LibraryEntry>& entries, const QDateTime& now)
{
    DatabaseFacts facts;
    for (const JobRecord& record : newestFirst) {
        if (!isOf(record, place) || record.database() != database) {
            continue;
        }
        if (!facts.live && isLive(record)) {
            facts.live = record;
        }
        if (!record.import && !facts.lastExport && endedWell(record)) {
            facts.lastExport = record;
        }
        const QDateTime until = keptUntil(record);
        if (until.isValid() && until > now && (!facts.onServerUntil.isValid() || until > facts.onServerUntil)) {
            facts.onServerUntil = until;
        }
    }
    for (const LibraryEntry& entry : entries) {
        if (isOf(entry, place) && entry.database == database) {
            facts.file = entry;
            break;
        }
    }
    return facts;
}

QString usualText(const Estimate& estimate)
{
    if (estimate.serverWork && estimate.download) {
        //: %1 and %2 are durations or ranges of durations
        return Text::tr("%1 to export, %2 to download")
            .arg(rangeText(*estimate.serverWork), rangeText(*estimate.download));
    }
    if (estimate.serverWork) {
        //: %1 is a duration or a range of durations
        return Text::tr("%1 to export").arg(rangeText(*estimate.serverWork));
    }
    return {};
}

QString lastExportText(const DatabaseFacts& facts, const QDateTime& now)
{
    if (!facts.lastExport && !facts.file) {
        return Text::tr("never exported here");
    }
    QStringList parts;
    const QDateTime when = facts.lastExport ? facts.lastExport->finishedAt : facts.file->exportedAt;
    const qint64 size = facts.lastExport ? facts.lastExport->size : facts.file->size;
    parts << formatMoment(when, now);
    if (size >= 0) {
        parts << formatSize(size);
    }
    if (facts.file && facts.file->health == LibraryEntry::Health::Verified) {
        //: The file was checked and is whole
        parts << Text::tr("verified");
    }
    //: The file
    parts << (facts.file ? Text::tr("in the library") : Text::tr("not in the library"));
    return parts.join(u" · "_s);
}

QString onServerText(const DatabaseFacts& facts, const QDateTime& now)
{
    if (!facts.onServerUntil.isValid()) {
        return Text::tr("nothing is kept there now");
    }
    const auto left = std::chrono::seconds(now.secsTo(facts.onServerUntil));
    //: %1 is a moment ("tomorrow 06:12"), %2 a duration ("16 h")
    return Text::tr("until %1 (%2 left)").arg(formatMoment(facts.onServerUntil, now), formatDuration(left));
}

} // namespace longshore
