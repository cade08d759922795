#include "ui/exports/exporttext.h"

#include "ui/common/formatting.h"
#include "ui/common/words.h"
#include "ui/jobs/jobstate.h"
#include "ui/jobs/jobtext.h"

#include <QCoreApplication>
#include <QDir>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of the wizard's sentences.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::ExportText)

public:
    static QString retention(std::chrono::hours hours);
    static PlanNote retentionAdvice(const ExportPlan& plan, const PlanFacts& facts);
    static QString lastExport(Database database, const PlanFacts& facts);
    static PlanNote space(const ExportPlan& plan, const PlanFacts& facts);
    static QString keptCopy(const ExportPlan& plan, const PlanFacts& facts);
    static QString usual(const ExportPlan& plan, const PlanFacts& facts);
    static QStringList steps(const ExportPlan& plan, const PlanFacts& facts);
    static QString problem(PlanField field, const ExportPlan& plan, const PlanFacts& facts);
    static QStringList dumpSteps(const ExportPlan& plan, const PlanFacts& facts);
    static QString dumpFormat(DumpFormat format);
    static QString until(const QString& moment)
    {
        //: %1 is a moment: "until Wed 14 Jan 14:25"
        return tr("until %1").arg(moment);
    }
    static QString queue(const JobRecord& before)
    {
        //: %1 is a job: "Contoso / Production CMS"
        return before.database() == Database::MySql
                   ? tr("%1 is being exported; one export of a site runs at a time. Yours starts when that is done.")
                         .arg(jobPlace(before))
                   //: %1 is a job: "Contoso / Production CMS"
                   : tr("%1 is being exported; the service does one export of a project at a time. Yours starts when "
                        "that is done.")
                         .arg(jobPlace(before));
    }
};

QString Text::retention(std::chrono::hours hours)
{
    const int count = static_cast<int>(hours.count());
    if (count >= 168 && count % 24 == 0) {
        return tr("%n day(s)", nullptr, count / 24);
    }
    return tr("%n hour(s)", nullptr, count);
}

PlanNote Text::retentionAdvice(const ExportPlan& plan, const PlanFacts& facts)
{
    if (plan.retention > longRetention) {
        //: %1 is a duration: "72 hours"
        return {Tone::Caution, tr("Some projects refuse to keep a file for more than %1. If yours does, the export "
                                  "is refused and nothing is started.")
                                   .arg(retention(longRetention))};
    }
    const std::optional<std::chrono::seconds> usually = usualTime(plan, facts);
    if (!usually) {
        return {Tone::Muted, tr("There is no experience with this database yet; 24 hours are enough for most.")};
    }
    const std::chrono::hours enough = suggestedRetention(usually);
    //: %1 and %2 are durations: "Export and download usually take up to 44 min, so 24 hours are enough."
    const QString advice = tr("Export and download usually take up to %1, so %2 are enough.")
                               .arg(formatDuration(*usually), retention(enough));
    return {plan.retention < enough && plan.retention < *usually * 2 ? Tone::Caution : Tone::Muted, advice};
}

QString Text::lastExport(Database database, const PlanFacts& facts)
{
    const auto last = facts.lastExports.find(database);
    if (last == facts.lastExports.end()) {
        //: About a database of an environment
        return tr("never exported here");
    }
    const QString when = formatMoment(last->finishedAt, facts.now);
    if (last->size < 0) {
        //: %1 is a moment
        return tr("last export %1").arg(when);
    }
    //: %1 is a moment, %2 a size
    return tr("last export %1, %2").arg(when, formatSize(last->size));
}

PlanNote Text::space(const ExportPlan& plan, const PlanFacts& facts)
{
    if (!facts.folder || facts.folder->folder != plan.folder || facts.folder->freeBytes < 0) {
        return {Tone::Muted, tr("Looking at the disk…")};
    }
    const QString free = formatSize(facts.folder->freeBytes);
    const std::optional<qint64> needed = expectedBytes(plan, facts);
    if (!needed) {
        //: %1 is a size
        return {Tone::Muted, tr("%1 free. How much is needed is known after the first export.").arg(free)};
    }
    if (*needed > facts.folder->freeBytes) {
        //: %1 and %2 are sizes
        return {Tone::Caution,
                tr("Needs about %1 (last export), but only %2 are free.").arg(formatSize(*needed), free)};
    }
    //: %1 and %2 are sizes
    return {Tone::Good, tr("Needs about %1 (last export), %2 free.").arg(formatSize(*needed), free)};
}

QString Text::keptCopy(const ExportPlan& plan, const PlanFacts& facts)
{
    if (plan.databases.size() != 1) {
        return {};
    }
    const auto kept = facts.kept.find(plan.databases.first());
    if (kept == facts.kept.end()) {
        return {};
    }
    //: %1 is a moment: "today 06:12"
    return tr("A verified copy from %1 is in your library.").arg(formatMoment(kept->exportedAt, facts.now));
}

QString Text::usual(const ExportPlan& plan, const PlanFacts& facts)
{
    if (plan.databases.size() == 1) {
        const Estimate estimate = facts.estimates.value(plan.databases.first());
        if (!estimate.serverWork) {
            return {};
        }
        if (plan.download && estimate.download) {
            //: %1 and %2 are usual durations: "22–35 min", "about 9 min"
            return tr("Usually %1 on the server, then %2 to download.")
                .arg(rangeText(*estimate.serverWork), rangeText(*estimate.download));
        }
        //: %1 is a usual duration: "22–35 min"
        return tr("Usually %1 on the server.").arg(rangeText(*estimate.serverWork));
    }
    const std::optional<std::chrono::seconds> both = usualTime(plan, facts);
    //: %1 is a duration
    return both ? tr("Usually up to %1 for both.").arg(formatDuration(*both)) : QString();
}

QString Text::dumpFormat(DumpFormat format)
{
    switch (format) {
    case DumpFormat::Gzip:
        return tr("gzip (.sql.gz), much smaller");
    case DumpFormat::Zstd:
        return tr("Zstandard (.sql.zst), much smaller and quicker to pack");
    case DumpFormat::Plain:
        break;
    }
    return tr("Plain text (.sql)");
}

QStringList Text::dumpSteps(const ExportPlan& plan, const PlanFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    const std::optional<Environment> environment = facts.environment(plan);
    QStringList lines;
    //: %1 is a place ("Shop / production")
    lines << tr("The service writes a dump of the database of %1. The site stays online and is not changed.")
                 .arg(placeText(connection ? connection->name : QString(), plan.environment));
    if (connection && environment && connection->dialect == VectorDialect::G2 && !environment->id.isEmpty()) {
        lines << tr("It comes out of a backup that the service makes of this environment; that takes longer.");
    }
    lines << tr("The service keeps the file; its link lives an hour and is signed anew while the download runs.");
    lines << (plan.dumpFormat == DumpFormat::Plain
                  ? tr("Longshore downloads it, checks that it is whole, and files it in your library.")
                  : tr(
                      "Longshore packs it while it downloads, checks that it is whole, and files it in your library."));
    return lines;
}

QStringList Text::steps(const ExportPlan& plan, const PlanFacts& facts)
{
    if (plan.isDump()) {
        return dumpSteps(plan, facts);
    }
    QStringList names;
    for (const Database database : plan.databases) {
        names << databaseText(database);
    }
    const std::optional<Connection> connection = facts.connection(plan);
    const QString place = placeText(connection ? connection->name : QString(), plan.environment);
    QStringList lines;
    //: %1 is a database ("CMS") or both, %2 a place ("Contoso / Production")
    lines << tr("The service makes a package of %1 of %2. The site stays online and is not changed.")
                 //: Between the names of two databases
                 .arg(names.join(tr(" and ")), place);
    //: %1 is a moment
    lines << tr("It keeps the package until about %1.")
                 .arg(formatMoment(facts.now.addSecs(std::chrono::seconds(plan.retention).count()), facts.now));
    lines << (plan.download
                  ? tr("Longshore downloads it, checks size, fingerprint and format, and files it in your library.")
                  : tr("Nothing is downloaded; you can do that as long as the package is kept."));
    if (plan.databases.size() > 1) {
        lines << tr("Two jobs run one after the other, because the service does one export of a project at a time.");
    }
    return lines;
}

QString Text::problem(PlanField field, const ExportPlan& plan, const PlanFacts& facts)
{
    const std::optional<Connection> connection = facts.connection(plan);
    switch (field) {
    case PlanField::Place:
        if (connection && connection->readOnly) {
            return tr("The token of this site may only watch. Put in one with the right site:write.");
        }
        return facts.environment(plan) ? tr("This key has no right for that environment. Choose another one.")
                                       : tr("Choose an environment.");
    case PlanField::Database:
        return tr("Choose a database.");
    case PlanField::Retention:
        return tr("Choose between 1 hour and 365 days.");
    case PlanField::Folder:
        return QDir::isAbsolutePath(plan.folder) ? tr("This folder cannot be written to. Choose another one.")
                                                 : tr("Give the whole path of a folder.");
    case PlanField::FileName:
        break;
    }
    return facts.folder && facts.folder->nameTaken
               ? tr("A file with this name exists there. Choose another name; nothing is overwritten.")
               //: %1 is the ending of a file's name: ".bacpac"
               : tr("The name has to end in %1 and cannot hold / \\ : * ? \" < > or |.")
                     .arg(databaseFileSuffix(plan.databases.value(0), plan.dumpFormat));
}

} // namespace

QString keepUntilText(const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::until(formatMoment(facts.now.addSecs(std::chrono::seconds(plan.retention).count()), facts.now));
}

QString retentionText(std::chrono::hours retention)
{
    return Text::retention(retention);
}

PlanNote retentionNote(const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::retentionAdvice(plan, facts);
}

QString dumpFormatText(DumpFormat format)
{
    return Text::dumpFormat(format);
}

QString lastExportNote(Database database, const PlanFacts& facts)
{
    return Text::lastExport(database, facts);
}

PlanNote spaceNote(const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::space(plan, facts);
}

QString keptCopyNote(const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::keptCopy(plan, facts);
}

QString queueNote(const PlanFacts& facts)
{
    return facts.before ? Text::queue(*facts.before) : QString();
}

QString usualNote(const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::usual(plan, facts);
}

QStringList whatHappens(const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::steps(plan, facts);
}

QString problemText(PlanField field, const ExportPlan& plan, const PlanFacts& facts)
{
    return Text::problem(field, plan, facts);
}

} // namespace longshore
