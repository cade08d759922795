#include "app/cli/importtext.h"

#include "app/cli/dumptext.h"
#include "app/cli/format.h"
#include "app/domain/statementfailure.h"
#include "app/providers/vector/vectorsites.h"

#include <QDir>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;

QString sizeText(const QString& bytes)
{
    return formatSize(bytes.toLongLong());
}

QString timeText(const QString& iso)
{
    return formatTime(QDateTime::fromString(iso, Qt::ISODate));
}

QString textOfFile(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::FileReadable:
        return u"the whole file was read, "_s + sizeText(finding.detail);
    case Kind::FileUnreadable:
        return u"%1 cannot be read: %2"_s.arg(QDir::toNativeSeparators(finding.place), finding.detail);
    case Kind::FileChanged:
        return u"%1 changed while it was read"_s.arg(QDir::toNativeSeparators(finding.place));
    case Kind::WrongFormat:
        return u"no database file: %1 %2"_s.arg(finding.place == "file"_L1 ? u"it"_s : finding.place, finding.detail);
    case Kind::ZipComplete:
        return u"the ZIP is complete, %1 entries"_s.arg(finding.detail);
    case Kind::ZipDamaged:
        return u"the ZIP is damaged at %1: %2"_s.arg(finding.place, finding.detail);
    case Kind::PartMissing:
        return u"the part %1 is missing"_s.arg(finding.place);
    case Kind::PartDamaged:
        return u"the part %1 is damaged: %2"_s.arg(finding.place, finding.detail);
    case Kind::ModelChecksumRight:
        return u"the model has the checksum it should have"_s;
    case Kind::ModelChecksumWrong:
        return u"the model has another checksum than %1 says"_s.arg(finding.place);
    case Kind::ModelChecksumAbsent:
        return u"%1 has no checksum of the model"_s.arg(finding.place);
    default:
        return {};
    }
}

QString textOfContents(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::SourceDatabase:
        return u"exported from the database "_s + finding.detail;
    case Kind::ExportedAt:
        return u"exported at "_s + timeText(finding.detail);
    case Kind::ExportedLongAgo:
        return u"exported long ago, at "_s + timeText(finding.detail);
    case Kind::RowCount:
        return u"%1 rows in %2 tables"_s.arg(finding.detail, finding.place);
    case Kind::NoData:
        return u"its tables have no rows"_s;
    case Kind::SchemaOnly:
        return u"it has no data at all, only the tables"_s;
    case Kind::DatabaseRecognised:
        return u"it holds "_s + finding.detail;
    case Kind::DatabaseMixed:
        return u"it holds tables of both databases, CMS and Commerce"_s;
    case Kind::DatabaseUnknown:
        return u"its tables are neither those of CMS nor of Commerce"_s;
    default:
        return {};
    }
}

QString textAboutSite(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::SameAddress:
        return u"it knows itself by the address of the target: "_s + finding.detail;
    case Kind::AddressReplaced:
        return u"its address %1 is replaced by that of %2"_s.arg(finding.detail, finding.place);
    case Kind::OtherAddress:
        return u"it calls itself %1 and the target is %2; mend it with --search-for and --replace-by"_s.arg(
            finding.detail, finding.place);
    case Kind::OtherTablePrefix:
        return u"its tables begin with %1 and those of the target with %2"_s.arg(finding.detail, finding.place);
    case Kind::MultisiteIntoSingle:
        return u"it is of a network of sites, and the target is a single one"_s;
    default:
        return {};
    }
}

QString textAboutTarget(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::DatabaseMatchesTarget:
        return u"that is the database it would replace"_s;
    case Kind::DatabaseDiffersFromTarget:
        return u"it holds %1 and would replace %2"_s.arg(finding.detail, finding.place);
    case Kind::MuchSmallerThanUsual:
        return u"much smaller than usual there: %1, usual is %2"_s.arg(sizeText(finding.detail),
                                                                       sizeText(finding.place));
    case Kind::MuchLargerThanUsual:
        return u"much larger than usual there: %1, usual is %2"_s.arg(sizeText(finding.detail),
                                                                      sizeText(finding.place));
    case Kind::SameSizeAsUsual:
        return u"of the size that is usual there"_s;
    case Kind::OlderThanTarget:
        return u"somebody imported into the target after this file was made, at "_s + timeText(finding.detail);
    case Kind::SameEnvironment:
        return u"exported from the target itself"_s;
    case Kind::FromProduction:
        return u"it holds production data, of "_s + finding.place;
    default:
        return textAboutSite(finding);
    }
}

QString textOf(const Finding& finding)
{
    for (const QString& text :
         {textOfFile(finding), textOfContents(finding), textAboutTarget(finding), dumpFindingText(finding)}) {
        if (!text.isEmpty()) {
            return text;
        }
    }
    return u"%1 %2 %3"_s.arg(findingName(finding.kind), finding.place, finding.detail).simplified();
}

/// The words of a server, where it said any.
QString words(const Error& error)
{
    return error.detail.isEmpty() ? QString() : QString(u" ("_s + error.detail + u')');
}

QString targetState(const ErrorContext& context)
{
    return context.targetTouched ? u"The target may have been changed."_s
                                 : u"Nothing was deployed; the target is as it was."_s;
}

QString lookAtTarget(const ErrorContext& context)
{
    const QString look = u"Look at the target itself, then import again"_s;
    return context.job.isEmpty() ? QString(look + u'.')
                                 : QString(look + u", or: longshorectl jobs forget "_s + context.job);
}

QString mend(const ErrorContext& context)
{
    return context.targetTouched && !context.undo.isEmpty()
               ? QString(u"Bring back what was there before: longshorectl undo "_s + context.undo)
               : u"Correct it, then import again."_s;
}

/// A service that names no statement may have failed before the first.
QString whatWasChanged(const StatementFailure& failure, const ErrorContext& context)
{
    const QString line = failure.line > 0 ? u" at line "_s + QString::number(failure.line) : QString();
    const QString table = failure.table.isEmpty() ? QString() : QString(u" in the table "_s + failure.table);
    return line.isEmpty() && table.isEmpty()
               ? targetState(context)
               : u"It stopped%1%2; the tables before that statement were changed."_s.arg(line, table);
}

/// What means something else where dumps are imported, statement by statement.
std::optional<ErrorText> dumpErrorText(const Error& error, const ErrorContext& context)
{
    using Code = Error::Code;
    const QString untouched = u"Nothing was imported; the target is as it was."_s;
    switch (error.code) {
    case Code::ServerJobFailed:
        return ErrorText{u"The service says that the import failed%1."_s.arg(words(error)),
                         whatWasChanged(statementFailure(error.detail), context), mend(context)};
    case Code::OutcomeUnknown:
        return ErrorText{u"Whether the import was carried out is not known%1."_s.arg(words(error)),
                         u"It is not asked for again blindly; the target may have been changed."_s,
                         lookAtTarget(context)};
    case Code::ServerRefused:
        return ErrorText{u"The service refused the import%1."_s.arg(words(error)),
                         context.targetTouched ? targetState(context) : untouched, mend(context)};
    case Code::ServerBusy:
        return ErrorText{u"Another import into the target is under way%1."_s.arg(words(error)),
                         context.targetTouched ? targetState(context) : untouched,
                         context.job.isEmpty() ? u"Import again later."_s
                                               : QString(u"Go on with: longshorectl jobs watch "_s + context.job)};
    case Code::SessionLost:
        return ErrorText{u"The service closed the upload before it was imported%1."_s.arg(words(error)), untouched,
                         u"Import again."_s};
    case Code::FormatInvalid:
        return ErrorText{
            u"The dump cannot be imported: %1."_s.arg(error.detail.isEmpty() ? error.subject : error.detail), untouched,
            u"Make it again, or choose another file."_s};
    default:
        return std::nullopt;
    }
}

} // namespace

QString findingText(const Finding& finding)
{
    const QString text = textOf(finding);
    return finding.severity == Finding::Severity::Good ? QString(u"ok: "_s + text)
                                                       : QString(severityName(finding.severity) + u": "_s + text);
}

QJsonObject findingJson(const Finding& finding)
{
    QJsonObject object{{u"type"_s, u"finding"_s},
                       {u"severity"_s, severityName(finding.severity)},
                       {u"kind"_s, findingName(finding.kind)}};
    if (!finding.place.isEmpty()) {
        object.insert(u"place"_s, finding.place);
    }
    if (!finding.detail.isEmpty()) {
        object.insert(u"detail"_s, finding.detail);
    }
    if (!finding.subject.isEmpty()) {
        object.insert(u"subject"_s, finding.subject);
    }
    return object;
}

Error errorOfFinding(const Finding& finding, const QString& path)
{
    switch (finding.kind) {
    case Kind::FileUnreadable:
        return {.code = Error::Code::BadInput, .subject = path, .detail = finding.detail};
    case Kind::DatabaseDiffersFromTarget:
        return {.code = Error::Code::BadInput, .subject = u"--db"_s, .detail = textOf(finding)};
    case Kind::FileChanged:
        return {.code = Error::Code::SourceChanged, .subject = path, .detail = u"contents"_s};
    default:
        return {.code = Error::Code::FormatInvalid,
                .subject = finding.place.isEmpty() ? findingName(finding.kind) : finding.place,
                .detail = textOf(finding)};
    }
}

namespace {

std::optional<ErrorText> copyGuardText(const Error& error)
{
    const QString nothing = u"Nothing was sent and nothing was changed."_s;
    const QString choose = u"Choose other places: longshorectl sites"_s;
    const QString& why = error.detail;
    if (why == "samePlace"_L1) {
        return ErrorText{u"%1 would be copied to itself."_s.arg(error.subject), nothing, choose};
    }
    if (why == "otherPlatform"_L1) {
        return ErrorText{u"The two are of different platforms, whose databases do not fit each other."_s, nothing,
                         choose};
    }
    if (why == "unknownSource"_L1) {
        return ErrorText{u"There is no environment %1 to copy from."_s.arg(error.subject), nothing, choose};
    }
    if (why == "noRightAtSource"_L1) {
        return ErrorText{u"The key may not export %1."_s.arg(error.subject), nothing,
                         u"Have the right added in the portal, then: longshorectl connections test"_s};
    }
    if (why == "noExportOfSource"_L1) {
        return ErrorText{u"The service gives no export of %1."_s.arg(error.subject), nothing, choose};
    }
    if (why == "productionDataNotAccepted"_L1) {
        return ErrorText{
            u"%1 holds data of real people, and it was not accepted that it goes elsewhere."_s.arg(error.subject),
            nothing, u"If the target may hold it: --accept-production-data"_s};
    }
    return std::nullopt;
}

} // namespace

std::optional<ErrorText> importGuardText(const Error& error)
{
    const QString nothing = u"Nothing was sent and nothing was changed."_s;
    const QString choose = u"Import into another environment: longshorectl sites"_s;
    const QString confirm = u"Give the target once more: --confirm \"%1\""_s.arg(error.subject);
    const QString& why = error.detail;
    if (why == "productionTier"_L1) {
        return ErrorText{u"%1 counts as production; nothing is imported there."_s.arg(error.subject), nothing, choose};
    }
    if (why == "notByThisService"_L1) {
        return ErrorText{u"The service has no such import into %1."_s.arg(error.subject), nothing, choose};
    }
    if (why == "onlyByPromotion"_L1) {
        return ErrorText{
            u"The service takes no file for %1: its database comes from the site's development container."_s.arg(
                error.subject),
            nothing,
            u"Import there, then: longshorectl copy --from %1/%2 --to %3"_s.arg(
                error.subject.left(error.subject.lastIndexOf(u'/')), QString(vector::developmentName), error.subject)};
    }
    if (why == "noRight"_L1) {
        return ErrorText{u"The key has no right for %1."_s.arg(error.subject), nothing,
                         u"Have the right added in the portal, then: longshorectl connections test"_s};
    }
    if (why == "unknownEnvironment"_L1) {
        return ErrorText{u"There is no environment %1."_s.arg(error.subject), nothing, choose};
    }
    if (why == "confirmationDiffers"_L1) {
        return ErrorText{u"What was typed is not %1."_s.arg(error.subject), nothing, confirm};
    }
    if (why == "notConfirmed"_L1 || why == "tier"_L1 || why == "noBackup"_L1 || why == "targetChanged"_L1) {
        return ErrorText{u"The import into %1 was not confirmed."_s.arg(error.subject), nothing, confirm};
    }
    if (const std::optional<ErrorText> text = copyGuardText(error)) {
        return text;
    }
    if (why == "warningsNotAccepted"_L1) {
        return ErrorText{u"The check warns (%1), and the warnings were not accepted."_s.arg(error.subject), nothing,
                         u"Read them; if it is what you want, add --accept-warnings"_s};
    }
    return std::nullopt;
}

std::optional<ErrorText> importErrorText(const Error& error, const ErrorContext& context)
{
    using Code = Error::Code;
    if (context.dump) {
        if (const std::optional<ErrorText> text = dumpErrorText(error, context)) {
            return text;
        }
    }
    switch (error.code) {
    case Code::ServerJobFailed:
        return ErrorText{u"The service says that the deployment failed%1."_s.arg(words(error)), targetState(context),
                         mend(context)};
    case Code::OutcomeUnknown:
        return ErrorText{
            u"Whether the deployment was carried out is not known%1."_s.arg(words(error)),
            u"It is not asked for again blindly; the target may have been changed."_s,
            context.job.isEmpty()
                ? u"Look in the portal, or at the target itself."_s
                : u"Look in the portal, then: longshorectl jobs adopt %1 SERVER-ID, or longshorectl jobs forget %1"_s
                      .arg(context.job)};
    case Code::ServerRefused:
        return ErrorText{u"The service refused the deployment%1."_s.arg(words(error)), targetState(context),
                         mend(context)};
    case Code::ServerBusy:
        return ErrorText{u"Another deployment into the target is under way%1."_s.arg(words(error)),
                         targetState(context),
                         context.job.isEmpty() ? u"Import again later."_s
                                               : QString(u"Go on with: longshorectl jobs watch "_s + context.job)};
    case Code::SourceChanged:
        return ErrorText{u"The file changed since it was checked (%1): %2."_s.arg(error.detail, error.subject),
                         targetState(context), u"Import the file as it is now, with a check of its own."_s};
    case Code::FormatInvalid:
        return ErrorText{
            u"The package cannot be imported: %1."_s.arg(error.detail.isEmpty() ? error.subject : error.detail),
            targetState(context), u"Export it again, or choose another file."_s};
    case Code::LeaseHeld:
        return ErrorText{
            u"The package name %1 is already linked to a deployment, and so was the next one."_s.arg(error.subject),
            targetState(context), u"Import again with another --name."_s};
    default:
        return std::nullopt;
    }
}

} // namespace longshore::cli
