#include "ui/imports/findingtext.h"

#include "app/domain/database.h"
#include "ui/common/formatting.h"
#include "ui/common/words.h"
#include "ui/imports/dumpfindingtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

/// The translation context of the sentences about findings.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::FindingText)

public:
    static QString aboutFile(const Finding& finding);
    static QString aboutContents(const Finding& finding, const QDateTime& now);
    static QString aboutTarget(const Finding& finding, const QDateTime& now);
    static QString remedy(const Finding& finding);
    static QString tick(const Finding& finding);
    static QString severity(Severity severity);
    static QString summary(const QList<Finding>& findings);
    static QString where(const Finding& finding);

private:
    static QString database(const QString& apiName)
    {
        const std::optional<Database> known = databaseFromName(apiName);
        return known ? databaseText(*known) : apiName;
    }
    static QString size(const QString& bytes) { return formatSize(bytes.toLongLong()); }
    static QString number(const QString& digits) { return QLocale().toString(digits.toLongLong()); }
    static QString moment(const QString& iso, const QDateTime& now)
    {
        const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
        return at.isValid() ? formatMoment(at, now) : iso;
    }
    static QString damage(const Finding& finding);
    static QString wrongFormat(const Finding& finding);
    static QString otherKind(const QString& detail);
};

/// The words of the reader are English and for support; the place says what a person can use.
QString Text::damage(const Finding& finding)
{
    return finding.place.isEmpty() ? tr("The archive is damaged or was cut off.")
                                   //: %1 is the name of a part inside a package
                                   : tr("The archive is damaged at %1.").arg(finding.place);
}

QString Text::wrongFormat(const Finding& finding)
{
    if (!finding.place.isEmpty() && finding.place != "file"_L1) {
        //: %1 is the name of a part inside a package
        return tr("The part %1 is not what it should be.").arg(finding.place);
    }
    const QString what = otherKind(finding.detail);
    return what.isEmpty() ? tr("This is neither a database package nor an SQL dump.") : what;
}

/// What the reader took the file for; its words are English and for support.
QString Text::otherKind(const QString& detail)
{
    const std::pair<QLatin1StringView, QString> kinds[] = {
        {"is empty"_L1, tr("The file is empty.")},
        {"holds no SQL"_L1, tr("There is no SQL statement in it.")},
        {"is a web page"_L1, tr("This is a web page, perhaps one that asked to sign in.")},
        {"is an XML"_L1, tr("This is an XML document, perhaps an error answer of a storage.")},
        {"is a JSON"_L1, tr("This is a JSON document.")},
        {"is a Git LFS"_L1, tr("This is a pointer of Git LFS, not the file itself.")},
        {"is UTF-16"_L1, tr("This is text in UTF-16; a dump has to be saved in UTF-8.")},
        {"is an SQLite"_L1, tr("This is an SQLite database.")},
        {"is a PostgreSQL"_L1, tr("This is a dump of PostgreSQL; the service runs MySQL.")},
    };
    for (const auto& [start, sentence] : kinds) {
        if (detail.startsWith(start)) {
            return sentence;
        }
    }
    return {};
}

QString Text::aboutFile(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::FileReadable:
        //: %1 is a size
        return tr("The whole file was read: %1.").arg(size(finding.detail));
    case Kind::FileUnreadable:
        return tr("The file cannot be read.");
    case Kind::FileChanged:
        return tr("The file was changed while it was being read.");
    case Kind::WrongFormat:
        return wrongFormat(finding);
    case Kind::ZipComplete:
        return tr("The package is complete: %n part(s).", nullptr, finding.detail.toInt());
    case Kind::ZipDamaged:
        return damage(finding);
    case Kind::PartMissing:
        //: %1 is the name of a part inside a package
        return tr("The part %1 is missing.").arg(finding.place);
    case Kind::PartDamaged:
        //: %1 is the name of a part inside a package
        return tr("The part %1 is damaged.").arg(finding.place);
    case Kind::ModelChecksumRight:
        return tr("The model is unchanged since it was exported (SHA-256).");
    case Kind::ModelChecksumWrong:
        return tr("The model was changed after the export; its fingerprint does not fit.");
    case Kind::ModelChecksumAbsent:
        return tr("The exporter recorded no fingerprint of the model, so that cannot be checked.");
    default:
        return {};
    }
}

QString Text::aboutContents(const Finding& finding, const QDateTime& now)
{
    switch (finding.kind) {
    case Kind::SourceDatabase:
        //: %1 is the name of a database at the service
        return tr("It was exported from the database %1.").arg(finding.detail);
    case Kind::ExportedAt:
        //: %1 is a moment: "today 06:12"
        return tr("Exported %1.").arg(moment(finding.detail, now));
    case Kind::ExportedLongAgo:
        //: %1 is a moment
        return tr("It is old: exported %1.").arg(moment(finding.detail, now));
    case Kind::RowCount:
        return finding.place.isEmpty()
                   //: %1 is a number
                   ? tr("It holds %1 rows.").arg(number(finding.detail))
                   //: %1 and %2 are numbers
                   : tr("It holds %1 rows in %2 tables.").arg(number(finding.detail), number(finding.place));
    case Kind::NoData:
        return tr("No table in it has a row.");
    case Kind::SchemaOnly:
        return tr("It describes tables but holds no data.");
    case Kind::DatabaseRecognised:
        //: %1 is "CMS" or "Commerce"
        return tr("By its tables it is a %1 database.").arg(database(finding.detail));
    case Kind::DatabaseMixed:
        return tr("It has the tables of CMS and of Commerce in one package.");
    case Kind::DatabaseUnknown:
        return tr("It has neither the tables of CMS nor those of Commerce.");
    default:
        return {};
    }
}

QString Text::aboutTarget(const Finding& finding, const QDateTime& now)
{
    switch (finding.kind) {
    case Kind::DatabaseMatchesTarget:
        return tr("The file and the target are of the same kind.");
    case Kind::DatabaseDiffersFromTarget:
        //: %1 and %2 are "CMS" or "Commerce"
        return tr("The package holds %1, but the target is %2.").arg(database(finding.detail), database(finding.place));
    case Kind::MuchSmallerThanUsual:
        //: %1 and %2 are sizes
        return tr("It is much smaller than usual there: %1 instead of about %2.")
            .arg(size(finding.detail), size(finding.place));
    case Kind::MuchLargerThanUsual:
        //: %1 and %2 are sizes
        return tr("It is much larger than usual there: %1 instead of about %2.")
            .arg(size(finding.detail), size(finding.place));
    case Kind::SameSizeAsUsual:
        return tr("Its size is as usual there.");
    case Kind::OlderThanTarget:
        //: %1 is a moment
        return tr("The target is newer: something was imported there %1, after this file was made.")
            .arg(moment(finding.detail, now));
    case Kind::SameEnvironment:
        return tr("The file was exported from the target itself.");
    case Kind::FromProduction:
        return finding.place.isEmpty() ? tr("It holds data of a production site, and so of real people.")
                                       //: %1 is a site and environment: "Contoso/Production"
                                       : tr("It holds data of %1, and so of real people.").arg(finding.place);
    default:
        return {};
    }
}

QString Text::where(const Finding& finding)
{
    static const QRegularExpression form(u"^line (\\d+), byte (\\d+)$"_s);
    const QRegularExpressionMatch match = form.match(finding.place);
    //: A place in a file; %1 and %2 are numbers
    return match.hasMatch() ? tr("Line %1, byte %2.").arg(number(match.captured(1)), number(match.captured(2)))
                            : QString();
}

QString Text::remedy(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::FileUnreadable:
        return tr("Check its rights, or copy it to another folder.");
    case Kind::FileChanged:
        return tr("Wait until it is complete, then check it again.");
    case Kind::WrongFormat:
        return tr("Choose a file that was exported as .bacpac, or an SQL dump of MySQL or MariaDB.");
    case Kind::ZipDamaged:
    case Kind::PartMissing:
    case Kind::PartDamaged:
        return tr("Download or copy the file again; export again if that does not help.");
    case Kind::ModelChecksumWrong:
        return tr("Export the database again; the service refuses a package that was edited.");
    case Kind::ExportedLongAgo:
        return tr("Export again if you want the database as it is now.");
    case Kind::NoData:
    case Kind::SchemaOnly:
        return tr("Export the database with its data.");
    case Kind::DatabaseMixed:
        return tr("Export CMS and Commerce each on its own, if they are two databases at the source.");
    case Kind::DatabaseUnknown:
        return tr("Make sure that this is the right file: a site without these tables does not start.");
    case Kind::DatabaseDiffersFromTarget:
        return tr("Choose the other database as the target, or another file.");
    case Kind::MuchSmallerThanUsual:
        return tr("Make sure that the export was complete.");
    case Kind::MuchLargerThanUsual:
        return tr("Make sure that it is the right file; the import takes longer than usual.");
    case Kind::OlderThanTarget:
        return tr("Ask who imported last, and keep the backup on.");
    case Kind::FromProduction:
        return tr("Make sure that the target may hold it, and that it sends no mail to customers.");
    default:
        return {};
    }
}

QString Text::tick(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::ExportedLongAgo:
        //: Beside a box to tick
        return tr("I want this old state");
    case Kind::NoData:
    case Kind::SchemaOnly:
        //: Beside a box to tick
        return tr("I want an empty database");
    case Kind::DatabaseMixed:
    case Kind::DatabaseUnknown:
        //: Beside a box to tick
        return tr("I know this database; it is the right one");
    case Kind::MuchSmallerThanUsual:
    case Kind::MuchLargerThanUsual:
        //: Beside a box to tick
        return tr("The size is right");
    case Kind::OlderThanTarget:
        //: Beside a box to tick
        return tr("What was imported since then may go");
    case Kind::FromProduction:
        //: Beside a box to tick
        return tr("The target may hold this data");
    default:
        break;
    }
    //: Beside a box to tick
    return tr("I read this and go on");
}

QString Text::severity(Severity severity)
{
    switch (severity) {
    //: How a check came out
    case Severity::Good:
        return tr("Good");
    //: How a check came out: worth knowing
    case Severity::Note:
        return tr("Note");
    //: How a check came out
    case Severity::Warning:
        return tr("Warning");
    case Severity::Error:
        break;
    }
    //: How a check came out
    return tr("Error");
}

QString Text::summary(const QList<Finding>& findings)
{
    const auto count = [&findings](Severity severity) {
        return static_cast<int>(std::ranges::count(findings, severity, &Finding::severity));
    };
    QStringList parts;
    if (const int errors = count(Severity::Error); errors > 0) {
        parts << tr("%n error(s)", nullptr, errors);
    }
    if (const int warnings = count(Severity::Warning); warnings > 0) {
        parts << tr("%n warning(s)", nullptr, warnings);
    }
    return parts.isEmpty() ? tr("Everything is as it should be") : parts.join(u", "_s);
}

} // namespace

FindingText findingText(const Finding& finding, const QDateTime& now)
{
    FindingText text{.sentence = Text::aboutFile(finding), .remedy = {}, .tick = {}, .where = Text::where(finding)};
    if (text.sentence.isEmpty()) {
        text.sentence = Text::aboutContents(finding, now);
    }
    if (text.sentence.isEmpty()) {
        text.sentence = Text::aboutTarget(finding, now);
    }
    if (text.sentence.isEmpty()) {
        text.sentence = dumpFindingSentence(finding);
    }
    const bool matters = finding.severity == Severity::Warning || finding.severity == Severity::Error;
    if (matters) {
        const QString remedy = Text::remedy(finding);
        text.remedy = remedy.isEmpty() ? dumpFindingRemedy(finding) : remedy;
    }
    text.tick = finding.severity == Severity::Warning ? Text::tick(finding) : QString();
    return text;
}

QString severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Good:
        return u"check"_s;
    case Severity::Note:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

Tone severityTone(Severity severity)
{
    switch (severity) {
    case Severity::Good:
        return Tone::Good;
    case Severity::Note:
        return Tone::Active;
    case Severity::Warning:
        return Tone::Caution;
    case Severity::Error:
        break;
    }
    return Tone::Bad;
}

QString severityText(Severity severity)
{
    return Text::severity(severity);
}

QString findingsSummary(const QList<Finding>& findings)
{
    return Text::summary(findings);
}

QString findingsReport(const QList<Finding>& findings, const QDateTime& now)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        const FindingText text = findingText(finding, now);
        QStringList parts{
            severityText(finding.severity), text.sentence, text.remedy, finding.place, finding.subject, finding.detail};
        parts.removeAll(QString());
        lines << parts.join(u" | "_s);
    }
    return lines.join(u'\n');
}

} // namespace longshore
