#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace longshore {

/// One thing that a look at a package or a dump found: a value; ui/ and the command line have the words and the remedy
/// for each kind.
struct Finding
{
    enum class Severity {
        Good, ///< was checked and is right
        Note, ///< worth knowing
        Warning, ///< may be what the person wants: needs a tick
        Error, ///< an import would fail or destroy something: blocks
    };
    enum class Kind {
        // the file
        FileReadable, ///< detail: bytes
        FileUnreadable, ///< place: path, detail: the system's words
        FileChanged, ///< while it was read; place: path
        WrongFormat, ///< place: part, detail: what it is instead
        ZipComplete, ///< detail: number of entries
        ZipDamaged, ///< place: entry, detail: what is wrong
        PartMissing, ///< place: the part
        PartDamaged, ///< not what it should be inside; place: the part, detail: what is wrong
        ModelChecksumRight,
        ModelChecksumWrong, ///< place: part
        ModelChecksumAbsent, ///< place: part; cannot be verified
        SourceDatabase, ///< detail: its name
        ExportedAt, ///< detail: ISO 8601, UTC
        ExportedLongAgo, ///< detail: ISO 8601, UTC
        RowCount, ///< detail: rows, place: tables
        NoData, ///< tables without any row
        SchemaOnly, ///< a dacpac: no data at all
        DatabaseRecognised, ///< detail: databaseApiName()
        DatabaseMixed, ///< CMS and Commerce tables in one package
        DatabaseUnknown, ///< neither kind of table
        // against the target
        DatabaseMatchesTarget,
        DatabaseDiffersFromTarget, ///< detail: what the package holds, place: what the target is
        MuchSmallerThanUsual, ///< detail: bytes here, place: bytes that are usual
        MuchLargerThanUsual,
        SameSizeAsUsual,
        OlderThanTarget, ///< the target was imported into after this file was made; detail: ISO 8601 of that
        SameEnvironment, ///< the file was exported from the target itself
        FromProduction, ///< holds data of a production tier; place: connection/environment
    };

    Severity severity = Severity::Note;
    Kind kind = Kind::FileReadable;
    QString place{}; ///< where: a part, table, line; see Kind
    QString detail{}; ///< see Kind; never translated

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// "zipDamaged"; stable, printed in JSON.
[[nodiscard]] QString findingName(Finding::Kind kind);
/// "good", "note", "warning", "error".
[[nodiscard]] QString severityName(Finding::Severity severity);
[[nodiscard]] bool blocks(const QList<Finding>& findings); ///< one of them is an Error
[[nodiscard]] QList<Finding> warningsOf(const QList<Finding>& findings);

} // namespace longshore
