#include "app/cli/importcommand.h"

#include "app/archive/dumplook.h"
#include "app/archive/packageinspection.h"
#include "app/cli/dumptext.h"
#include "app/cli/format.h"
#include "app/cli/importtext.h"
#include "app/core/clock.h"
#include "app/domain/copyplan.h"
#include "app/domain/importchoice.h"
#include "app/domain/importguard.h"
#include "app/domain/targetfindings.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/connections.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace longshore::cli {

using namespace Qt::StringLiterals;

void ImportCommand::run()
{
    const Result<void> planned = arguments().verb == Verb::Undo ? planUndo() : plan();
    if (!planned) {
        endWith(planned.error());
        return;
    }
    m_phrase = targetPhrase(m_connection.name, m_request.environment);
    if (const std::optional<Error> no = refusal()) {
        endWith(*no);
        return;
    }
    if (!sendsFile(m_request.way)) {
        file();
        return;
    }
    inspect();
}

Result<void> ImportCommand::plan()
{
    const Result<NamedTarget> target = namedTarget(services(), arguments().target);
    if (!target) {
        return fail(target.error());
    }
    m_connection = target->connection;
    m_request.connectionId = m_connection.id;
    m_request.environment = target->environment;
    if (!arguments().database.isEmpty()) {
        const auto database = databaseFromName(arguments().database);
        if (!database) {
            return fail(Error::Code::BadInput, u"--db"_s, u"epicms, epicommerce or mysql"_s);
        }
        m_request.database = *database;
        m_databaseKnown = true;
    }
    if (const Result<void> fits = planDatabase(); !fits) {
        return fits;
    }
    m_request.file.path = QDir::cleanPath(QDir::current().absoluteFilePath(arguments().file));
    m_request.packageName = arguments().packageName;
    return {};
}

/// What the platform has, and what of the options it can be told.
Result<void> ImportCommand::planDatabase()
{
    const QList<Database> there = databasesOf(m_connection.platform);
    if (m_databaseKnown && !there.contains(m_request.database)) {
        return fail(Error::Code::BadInput, u"--db"_s,
                    u"%1 has no %2"_s.arg(m_connection.name, databaseApiName(m_request.database)));
    }
    if (!m_databaseKnown && there.size() == 1) {
        m_request.database = there.first();
        m_databaseKnown = true;
    }
    m_request.options = {.dropTables = arguments().dropTables,
                         .foreignKeysOff = arguments().foreignKeysOff,
                         .searchFor = arguments().searchFor,
                         .replaceBy = arguments().replaceBy};
    if (const QString field = invalidField(m_request.options); !field.isEmpty()) {
        return fail(Error::Code::BadInput, field == "searchFor"_L1 ? u"--search-for"_s : u"--replace-by"_s,
                    u"both, of at most %1 letters"_s.arg(LongestReplacement));
    }
    const bool known = m_connection.environment(m_request.environment).has_value();
    if (known && !takesOptions(m_connection, m_request.environment, m_request.options)) {
        return fail(Error::Code::BadInput, u"options"_s, u"the service cannot be told how to import there"_s);
    }
    return {};
}

/// A file that fits goes inside the request, unless the person wants otherwise.
Result<void> ImportCommand::chooseWay(const PackageInspection& inspection)
{
    if (!inspection.dump) {
        return arguments().quick ? fail(Error::Code::BadInput, u"--quick"_s, u"is for dumps"_s) : Result<void>();
    }
    const qint64 plain = inspection.dump->plainBytes;
    m_request.way =
        arguments().quick.value_or(true) ? suggestedWay(m_connection, m_request.environment, plain) : ImportWay::Upload;
    if (arguments().quick.value_or(false) && m_request.way != ImportWay::Quick) {
        return fail(Error::Code::BadInput, u"--quick"_s,
                    u"the service takes no dump of %1 inside a request there"_s.arg(formatSize(plain)));
    }
    return {};
}

Result<void> ImportCommand::planUndo()
{
    const Result<JobRecord> job = wantedJob();
    if (!job) {
        return fail(job.error());
    }
    if (!job->import || job->backupLibraryId.isEmpty()) {
        return fail(Error::Code::BadInput, u"id"_s, u"that job has no undo file"_s);
    }
    const auto connection = services().connections().find(job->connectionId());
    const auto entry = services().library().entry(job->backupLibraryId);
    if (!connection) {
        return fail(Error::Code::NotFound, u"connection"_s, job->connectionName);
    }
    if (!entry) {
        return fail(Error::Code::NotFound, u"library file"_s, u"the undo file of "_s + job->id.left(8));
    }
    m_connection = *connection;
    m_request.connectionId = connection->id;
    m_request.environment = job->environment();
    m_request.database = job->database();
    m_databaseKnown = true;
    m_request.undoes = job->id;
    m_request.way = undoWay(*connection, job->environment());
    if (m_request.way == ImportWay::Restore) {
        m_request.restores = job->backupServerId;
    } else {
        m_request.file.path = entry->path;
    }
    return {};
}

/// What no answer of a person could change, before the file is read.
std::optional<Error> ImportCommand::refusal() const
{
    if (const ImportBar bar = importBar(m_connection, m_request.environment, m_request.way); bar != ImportBar::None) {
        return Error{.code = Error::Code::GuardRefused, .subject = m_phrase, .detail = importBarName(bar)};
    }
    return confirmationRefusal(m_phrase);
}

void ImportCommand::inspect()
{
    const QList<LibraryEntry> entries = services().library().entries();
    if (const auto entry = std::ranges::find(entries, m_request.file.path, &LibraryEntry::path);
        entry != entries.end()) {
        m_origin = *entry;
    }
    // A file of the other platform is one that is not what it should be.
    auto* task = m_request.database == Database::MySql ? lookAtDump(m_request.file.path, this)
                                                       : inspectPackage(m_request.file.path, this);
    connect(task, &InspectionTask::found, this, [this](const Finding& finding) { tell(seen(finding)); });
    connect(task, &Task::progressChanged, this, [this](const Progress& progress) {
        output().progress(
            u"%1: checked %2"_s.arg(QFileInfo(m_request.file.path).fileName(), formatSize(progress.done)));
    });
    await(task, [this](const PackageInspection& inspection) { inspected(inspection); });
}

/// In the light of where the file comes from.
Finding ImportCommand::seen(const Finding& finding) const
{
    return m_origin ? ofPlatformsExport(finding) : finding;
}

void ImportCommand::tell(const Finding& finding)
{
    output().json(findingJson(finding));
    const QString place = dumpPlace(finding);
    output().note(place.isEmpty() ? findingText(finding) : QString(findingText(finding) + u", "_s + place));
    const bool matters = finding.severity == Finding::Severity::Warning || finding.severity == Finding::Severity::Error;
    if (const QString remedy = dumpFindingRemedy(finding); matters && !remedy.isEmpty()) {
        output().note(u"         "_s + remedy);
    }
}

void ImportCommand::inspected(const PackageInspection& inspection)
{
    m_request.file = inspection.file;
    m_dump = inspection.dump;
    const Result<void> way = blocks(inspection.findings) ? Result<void>() : chooseWay(inspection);
    if (!way) {
        endWith(way.error());
        return;
    }
    if (!m_databaseKnown && inspection.file.facts.database) {
        m_request.database = *inspection.file.facts.database;
        m_databaseKnown = true;
    }
    if (!m_databaseKnown && !blocks(inspection.findings)) {
        endWith(Error{.code = Error::Code::BadInput,
                      .subject = u"--db"_s,
                      .detail = u"the package does not tell which database it holds"_s});
        return;
    }
    QList<Finding> all = inspection.findings;
    std::ranges::transform(all, all.begin(), [this](const Finding& finding) { return seen(finding); });
    const QList<Finding> about = blocks(all) ? QList<Finding>{} : againstTarget();
    for (const Finding& finding : about) {
        tell(finding);
        all.append(finding);
    }
    judge(all);
}

QList<Finding> ImportCommand::againstTarget() const
{
    const Jobs& jobs = services().jobs();
    const QDateTime changed = jobs.importStakes(m_connection.id, m_request.environment, m_request.database,
                                                m_request.backup, {}, m_request.undoes)
                                  .targetChangedAt;
    TargetExpectations expected{
        .now = services().clock().nowUtc(),
        .usualBytes = jobs.usualSize(m_connection.id, m_request.environment, m_request.database),
        .lastImportAt = changed,
        .dump = m_dump,
        .domain = m_connection.environment(m_request.environment).value_or(Environment{}).domain,
        .searchFor = m_request.options.searchFor,
        .held = jobs.heldBy(m_connection.id, m_request.environment, m_request.database, m_request.undoes)};
    if (m_origin) {
        const bool same = m_origin->connectionId == m_connection.id
                          && m_origin->environment.compare(m_request.environment, Qt::CaseInsensitive) == 0;
        using Place = TargetExpectations::Source::Place;
        expected.source = {same ? Place::TheTargetItself : Place::Elsewhere,
                           targetPhrase(m_origin->connectionName, m_origin->environment), m_origin->tier};
    }
    return findingsForTarget(m_request.file, m_request.database, expected);
}

void ImportCommand::judge(const QList<Finding>& findings)
{
    for (const Finding& finding : findings) {
        if (finding.severity == Finding::Severity::Error) {
            endWith(errorOfFinding(finding, m_request.file.path));
            return;
        }
    }
    const QList<Finding> warnings = warningsOf(findings);
    if (warnings.isEmpty() || arguments().acceptWarnings) {
        file();
    } else {
        askForWarnings(warnings);
    }
}

void ImportCommand::askForWarnings(const QList<Finding>& warnings)
{
    askForYes(u"Import in spite of %1 %2?"_s.arg(QString::number(warnings.size()),
                                                 warnings.size() == 1 ? u"warning"_s : u"warnings"_s),
              {.code = Error::Code::GuardRefused, .subject = m_phrase, .detail = u"warningsNotAccepted"_s},
              [this] { file(); });
}

void ImportCommand::file()
{
    m_request.libraryId = m_origin ? m_origin->id : m_request.libraryId;
    m_request.backup = arguments().backup ? ImportRequest::Backup::First : ImportRequest::Backup::None;
    m_request.backupFolder = backupFolder();
    confirmAndStart(m_connection, m_request);
}

} // namespace longshore::cli

#include "moc_importcommand.cpp"
