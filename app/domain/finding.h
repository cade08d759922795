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
        // a dump; place: "line 1414, byte 99213", counted in its plain bytes
        DumpRecognised, ///< detail: what wrote it, "MySQL dump 10.13"
        DumpPacked, ///< detail: "gzip, tar", from the outside to the inside; subject: the dump's name in the archive
        PackingUnusable, ///< place: gzip, zip, tar … or the member, detail: what is wrong
        DumpServer, ///< detail: version of the server it came from
        DumpCharset, ///< detail: of its SET NAMES
        DumpComplete, ///< detail: its last line, "Dump completed on 2026-01-12  6:30:00"
        DumpTruncated, ///< detail: what is open at its end: statement, text, name, comment, version, trailer
        UsesDatabase, ///< changes to another database; subject: which
        CreatesDatabase, ///< subject: which
        DropsDatabase, ///< subject: which
        DefinerUsed, ///< needs rights of that user; subject: "root@localhost", detail: view, trigger, procedure, …
        SetsGtidPurged, ///< needs rights that nobody has on a hosted server
        SetsSqlLogBin, ///< the same
        SandboxLine, ///< MariaDB's client alone knows it; others stop there
        ForeignKeysChecked, ///< has foreign keys and does not switch their check off; detail: how many
        NoDropTable, ///< tables are made and not dropped before; subject: the first, detail: how many
        OtherEngine, ///< subject: table, detail: its engine, not InnoDB
        CollationOfMariaDb, ///< MySQL does not know it; subject: table, detail: the collation
        CharsetNarrow, ///< SET NAMES cannot hold what a table can; subject: table, detail: the one of SET NAMES
        QuestionMarks, ///< texts with rows of them: letters were lost; subject: the first table, detail: how many texts
        LargestStatement, ///< detail: bytes, subject: table
        TablePrefix, ///< detail: "wp_"
        SiteUrl, ///< detail: option siteurl
        HomeUrl, ///< detail: option home
        Multisite, ///< detail: how many sites' tables
        // against the target
        DatabaseMatchesTarget,
        DatabaseDiffersFromTarget, ///< detail: what the package holds, place: what the target is
        MuchSmallerThanUsual, ///< detail: bytes here, place: bytes that are usual
        MuchLargerThanUsual,
        SameSizeAsUsual,
        OlderThanTarget, ///< the target was imported into after this file was made; detail: ISO 8601 of that
        SameEnvironment, ///< the file was exported from the target itself
        FromProduction, ///< holds data of a production tier; place: connection/environment
        SameAddress, ///< detail: of the site in the dump
        AddressReplaced, ///< the import replaces it; detail: of the site in the dump, place: the target's domain
        OtherAddress, ///< the target would take itself for the other site; detail and place as above
        OtherTablePrefix, ///< detail: of the dump, place: of the target
        MultisiteIntoSingle, ///< the dump is of a network of sites, the target is one
    };

    Severity severity = Severity::Note;
    Kind kind = Kind::FileReadable;
    QString place{}; ///< where: a part, table, line; see Kind
    QString detail{}; ///< see Kind; never translated
    QString subject{}; ///< what it is about, where a kind says so

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// "zipDamaged"; stable, printed in JSON.
[[nodiscard]] QString findingName(Finding::Kind kind);
/// "good", "note", "warning", "error".
[[nodiscard]] QString severityName(Finding::Severity severity);
[[nodiscard]] bool blocks(const QList<Finding>& findings); ///< one of them is an Error
[[nodiscard]] QList<Finding> warningsOf(const QList<Finding>& findings);

} // namespace longshore
