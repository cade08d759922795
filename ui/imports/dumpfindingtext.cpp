#include "ui/imports/dumpfindingtext.h"

#include "app/domain/targetfindings.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>

namespace longshore {

namespace {

using Kind = Finding::Kind;

/// The translation context of the sentences about findings.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::FindingText)

public:
    static QString ofFile(const Finding& finding);
    static QString ofStatements(const Finding& finding);
    static QString ofContents(const Finding& finding);
    static QString ofTarget(const Finding& finding);
    static QString remedy(const Finding& finding);
    static QString replace(const AddressReplacement& pair);
};

QString Text::ofFile(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::DumpRecognised:
        //: %1 is what wrote a file: "MySQL dump 10.13"
        return tr("It is an SQL dump: %1.").arg(finding.detail);
    case Kind::DumpPacked:
        //: %1 is a list of formats: "gzip, tar"
        return tr("It is packed: %1.").arg(finding.detail);
    case Kind::PackingUnusable:
        //: %1 is a format ("gzip") or the name of a file in an archive
        return tr("Its packing cannot be opened: %1.").arg(finding.place);
    case Kind::DumpServer:
        //: %1 is the version of a server
        return tr("It comes from a server of version %1.").arg(finding.detail);
    case Kind::DumpCharset:
        //: %1 is a character set
        return tr("Its texts are in %1.").arg(finding.detail);
    case Kind::DumpComplete:
        //: %1 is the last line of a file
        return tr("It is complete: “%1”.").arg(finding.detail);
    case Kind::DumpTruncated:
        return tr("It ends in the middle; the rest is missing.");
    default:
        return {};
    }
}

QString Text::ofStatements(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::UsesDatabase:
        //: %1 is the name of a database
        return tr("It changes to another database: %1.").arg(finding.subject);
    case Kind::CreatesDatabase:
        //: %1 is the name of a database
        return tr("It makes a database of its own: %1.").arg(finding.subject);
    case Kind::DropsDatabase:
        //: %1 is the name of a database
        return tr("It deletes a whole database: %1.").arg(finding.subject);
    case Kind::DefinerUsed:
        //: %1 is a user of a database: "root@localhost"
        return tr("It holds views, triggers or procedures of the user %1.").arg(finding.subject);
    case Kind::SetsGtidPurged:
        return tr("It sets replication marks (GTID_PURGED), which a hosted server refuses.");
    case Kind::SetsSqlLogBin:
        return tr("It switches the server’s log off (SQL_LOG_BIN), which a hosted server refuses.");
    case Kind::SandboxLine:
        return tr("Its first line is understood by newer MariaDB programs only.");
    case Kind::ForeignKeysChecked:
        return tr("It has foreign keys and does not switch their check off.");
    case Kind::NoDropTable:
        //: %1 is a number
        return tr("%1 tables are made without deleting the old ones first.").arg(finding.detail);
    default:
        return {};
    }
}

QString Text::ofContents(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::OtherEngine:
        //: %1 is the name of a table, %2 of a storage engine
        return tr("The table %1 uses %2 instead of InnoDB.").arg(finding.subject, finding.detail);
    case Kind::CollationOfMariaDb:
        //: %1 is the name of a table, %2 of a collation
        return tr("The table %1 uses %2, which MySQL does not know.").arg(finding.subject, finding.detail);
    case Kind::CharsetNarrow:
        //: %1 is a character set
        return tr("Its texts are read as %1, which cannot hold all letters of its tables.").arg(finding.detail);
    case Kind::QuestionMarks:
        //: %1 is a number
        return tr("%1 texts hold rows of question marks: letters were lost before.").arg(finding.detail);
    case Kind::LargestStatement:
        //: %1 is a size
        return tr("Its largest statement has %1.").arg(formatSize(finding.detail.toLongLong()));
    case Kind::TablePrefix:
        //: %1 is the beginning of the names of tables: "wp_"
        return tr("Its tables begin with %1.").arg(finding.detail);
    case Kind::SiteUrl:
        //: %1 is an address
        return tr("The address of its site is %1.").arg(finding.detail);
    case Kind::HomeUrl:
        //: %1 is an address
        return tr("The home address of its site is %1.").arg(finding.detail);
    case Kind::Multisite:
        //: %1 is a number
        return tr("It is a network of %1 sites.").arg(finding.detail);
    default:
        return {};
    }
}

QString Text::ofTarget(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::SameAddress:
        //: %1 is an address
        return tr("Its site has the address of the target: %1.").arg(finding.detail);
    case Kind::AddressReplaced:
        //: %1 is an address, %2 a domain
        return tr("Its address %1 is replaced by that of the target, %2.").arg(finding.detail, finding.place);
    case Kind::OtherAddress:
        //: %1 is an address, %2 a domain
        return tr("Its site calls itself %1, but the target is %2.").arg(finding.detail, finding.place);
    case Kind::OtherTablePrefix:
        //: %1 and %2 are beginnings of names of tables: "wp_"
        return tr("Its tables begin with %1, those of the target with %2.").arg(finding.detail, finding.place);
    case Kind::MultisiteIntoSingle:
        return tr("It is a network of sites, but the target is a single site.");
    default:
        return {};
    }
}

/// How the address is mended, with what to type where that is known.
QString addressRemedy(const Finding& finding)
{
    const std::optional<AddressReplacement> pair = suggestedReplacement(finding.detail, finding.place);
    return pair ? Text::replace(*pair) : QString();
}

QString Text::replace(const AddressReplacement& pair)
{
    //: %1 and %2 are texts: "//old.example" and "//new.example"
    return tr("Let the import replace %1 by %2; otherwise visitors are sent to the other site.")
        .arg(pair.searchFor, pair.replaceBy);
}

QString Text::remedy(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::PackingUnusable:
    case Kind::DumpTruncated:
        return tr("Download or copy the file again; export again if that does not help.");
    case Kind::UsesDatabase:
    case Kind::CreatesDatabase:
    case Kind::DropsDatabase:
        return tr("Export a single database without these lines.");
    case Kind::DefinerUsed:
        return tr("Export without definers; the target does not have this user.");
    case Kind::SetsGtidPurged:
        return tr("Export with --set-gtid-purged=OFF.");
    case Kind::SetsSqlLogBin:
        return tr("Export again without this line.");
    case Kind::SandboxLine:
        return tr("Every newer MariaDB program writes it. Take it out if the service stops at it.");
    case Kind::ForeignKeysChecked:
        return tr("Let the import switch the check of foreign keys off.");
    case Kind::NoDropTable:
        return tr("Let the import delete the old tables first.");
    case Kind::OtherEngine:
        return tr("Convert the table to InnoDB before the export.");
    case Kind::CollationOfMariaDb:
        return tr("Convert the table to utf8mb4_unicode_ci before the export.");
    case Kind::CharsetNarrow:
    case Kind::QuestionMarks:
        return tr("Export again with --default-character-set=utf8mb4.");
    case Kind::LargestStatement:
        return tr("The server may refuse statements that large; export with smaller ones.");
    case Kind::OtherAddress:
        return addressRemedy(finding);
    case Kind::OtherTablePrefix:
        return tr("The site reads the tables that its own settings name; change its prefix too.");
    case Kind::MultisiteIntoSingle:
        return tr("Export one site of the network, or make the target a network first.");
    default:
        return {};
    }
}

} // namespace

QString dumpFindingSentence(const Finding& finding)
{
    for (const QString& sentence :
         {Text::ofFile(finding), Text::ofStatements(finding), Text::ofContents(finding), Text::ofTarget(finding)}) {
        if (!sentence.isEmpty()) {
            return sentence;
        }
    }
    return {};
}

QString dumpFindingRemedy(const Finding& finding)
{
    return Text::remedy(finding);
}

} // namespace longshore
