#include "app/jobs/importfetch.h"

#include "app/domain/importguard.h"
#include "app/domain/targetfindings.h"
#include "app/jobs/importcheck.h"
#include "app/jobs/importtarget.h"
#include "app/library/library.h"
#include "app/settings/connections.h"

#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// What an export of the source had before this one.
std::optional<qint64> usualSize(const Library& library, const LibraryEntry& fetched)
{
    const QList<LibraryEntry> entries = library.entries();
    const auto before = std::find_if(entries.begin(), entries.end(), [&fetched](const LibraryEntry& entry) {
        return entry.id != fetched.id && entry.connectionId == fetched.connectionId
               && entry.environment.compare(fetched.environment, Qt::CaseInsensitive) == 0
               && entry.database == fetched.database && entry.health == LibraryEntry::Health::Verified;
    });
    return before == entries.end() ? std::nullopt : std::optional(before->size);
}

} // namespace

ImportFetch::ImportFetch(JobHandle& job, QObject* parent)
    : ChildExport({.step = JobStep::Fetching,
                   .wait = WaitReason::Source,
                   .job = &JobRecord::fetchJob,
                   .failed = ImportEvent::FetchFailed,
                   .error = Error::Code::FetchFailed,
                   .name = "the export of the source"_L1},
                  job, parent)
{ }

std::optional<LibraryEntry> ImportFetch::good() const
{
    const std::optional<LibraryEntry> entry = job().parts().context.library.entry(job().record().import->libraryId);
    return entry && stillHolds(job(), *entry) ? entry : std::nullopt;
}

bool ImportFetch::hasGood() const
{
    return good().has_value();
}

ExportRequest ImportFetch::request() const
{
    const JobRecord record = job().record();
    ExportRequest request;
    request.connectionId = record.import->source->connectionId;
    request.environment = record.import->source->environment;
    request.database = record.import->source->database;
    request.folder = record.import->backupFolder;
    return request;
}

void ImportFetch::describe(JobRecord& child) const
{
    child.fetchFor = job().id();
}

/// Without its hash: the look at it reads the file itself.
void ImportFetch::succeed(const LibraryEntry& entry)
{
    job().move(ImportEvent::Fetched, [this, &entry](JobRecord& record) {
        record.import->libraryId = entry.id;
        record.import->file = {.path = entry.path, .size = entry.size, .modifiedAt = {}, .sha256 = {}, .facts = {}};
        addLogLine(record, job().now(), u"the source is a verified file of the library: "_s + entry.path);
    });
}

QList<Finding> copyFindings(const JobHandle& job, const GoodSource& source)
{
    const JobRecord record = job.record();
    const JobsContext& context = job.parts().context;
    TargetExpectations expected{.now = job.now(), .dump = source.dump, .searchFor = record.import->options.searchFor};
    if (const std::optional<LibraryEntry> entry = context.library.entry(record.import->libraryId)) {
        expected.usualBytes = usualSize(context.library, *entry);
        expected.source = TargetExpectations::Source{.place = TargetExpectations::Source::Place::Elsewhere,
                                                     .name = targetPhrase(entry->connectionName, entry->environment),
                                                     .tier = entry->tier};
    }
    const std::optional<Connection> connection = job.connection();
    if (const auto target = connection ? connection->environment(record.environment()) : std::nullopt) {
        expected.domain = target->domain;
    }
    expected.held = heldBy(job.parts().book, context.connections, targetOf(record), record.id);
    return source.findings + findingsForTarget(source.file, record.database(), expected);
}

std::optional<Error> refusalOfCopy(const JobHandle& job, const GoodSource& source, const QList<Finding>& findings)
{
    const JobRecord record = job.record();
    const std::optional<LibraryEntry> entry = job.parts().context.library.entry(record.import->libraryId);
    if (entry && entry->sha256 != source.file.sha256) {
        return Error{.code = Error::Code::SourceChanged, .subject = source.file.path, .detail = u"contents"_s};
    }
    QStringList open;
    for (const Finding& finding : findings) {
        if (finding.severity == Finding::Severity::Error) {
            return errorOfFinding(finding, source.file.path);
        }
        if (stopsCopy(finding) && !open.contains(findingName(finding.kind))) {
            open.append(findingName(finding.kind));
        }
    }
    if (open.isEmpty() || record.import->source->acceptWarnings) {
        return std::nullopt;
    }
    return Error{.code = Error::Code::GuardRefused, .subject = open.join(u", "_s), .detail = u"warningsNotAccepted"_s};
}

} // namespace longshore

#include "moc_importfetch.cpp"
