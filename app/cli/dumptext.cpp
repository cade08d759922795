#include "app/cli/dumptext.h"

#include "app/cli/format.h"

#include <QJsonArray>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;

QString textOfFile(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::DumpRecognised:
        return u"a SQL dump, written by "_s + finding.detail;
    case Kind::DumpPacked:
        return finding.subject.isEmpty()
                   ? QString(u"packed with "_s + finding.detail)
                   : u"packed with %1; the dump in it is %2"_s.arg(finding.detail, finding.subject);
    case Kind::PackingUnusable:
        return u"its packing cannot be opened, %1: %2"_s.arg(finding.place, finding.detail);
    case Kind::DumpServer:
        return u"from a server of version "_s + finding.detail;
    case Kind::DumpCharset:
        return u"its texts are in "_s + finding.detail;
    case Kind::DumpComplete:
        return u"complete: "_s + finding.detail;
    case Kind::DumpTruncated:
        return u"it ends in the middle (%1)"_s.arg(finding.detail);
    default:
        return {};
    }
}

QString textOfStatements(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::UsesDatabase:
        return u"it changes to another database: "_s + finding.subject;
    case Kind::CreatesDatabase:
        return u"it makes a database of its own: "_s + finding.subject;
    case Kind::DropsDatabase:
        return u"it deletes a whole database: "_s + finding.subject;
    case Kind::DefinerUsed:
        return u"a %1 of it belongs to the user %2"_s.arg(finding.detail.isEmpty() ? u"routine"_s : finding.detail,
                                                          finding.subject);
    case Kind::SetsGtidPurged:
        return u"it sets GTID_PURGED, which a hosted server refuses"_s;
    case Kind::SetsSqlLogBin:
        return u"it sets SQL_LOG_BIN, which a hosted server refuses"_s;
    case Kind::SandboxLine:
        return u"a line that only newer MariaDB programs understand (sandbox mode)"_s;
    case Kind::ForeignKeysChecked:
        return u"it has %1 foreign keys and does not switch their check off"_s.arg(finding.detail);
    case Kind::NoDropTable:
        return u"it makes %1 tables without dropping the old ones first, such as %2"_s.arg(finding.detail,
                                                                                           finding.subject);
    default:
        return {};
    }
}

QString textOfContents(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::OtherEngine:
        return u"the table %1 uses %2 instead of InnoDB"_s.arg(finding.subject, finding.detail);
    case Kind::CollationOfMariaDb:
        return u"the table %1 uses %2, which MySQL does not know"_s.arg(finding.subject, finding.detail);
    case Kind::CharsetNarrow:
        return u"its texts are read as %1, which cannot hold all letters of the table %2"_s.arg(finding.detail,
                                                                                                finding.subject);
    case Kind::QuestionMarks:
        return u"%1 texts hold rows of question marks, so letters were lost before; the first is in %2"_s.arg(
            finding.detail, finding.subject);
    case Kind::LargestStatement: {
        const QString size = formatSize(finding.detail.toLongLong());
        return finding.subject.isEmpty() ? QString(u"its largest statement has "_s + size)
                                         : u"its largest statement has %1, into %2"_s.arg(size, finding.subject);
    }
    case Kind::TablePrefix:
        return u"tables of a WordPress begin with "_s + finding.detail;
    case Kind::SiteUrl:
        return u"its siteurl is "_s + finding.detail;
    case Kind::HomeUrl:
        return u"its home is "_s + finding.detail;
    case Kind::Multisite:
        return u"a network of %1 sites"_s.arg(finding.detail);
    default:
        return {};
    }
}

QJsonObject tableJson(const DumpTable& table)
{
    QJsonObject object{{u"name"_s, table.name}, {u"rows"_s, table.rows}, {u"bytes"_s, table.bytes}};
    if (!table.engine.isEmpty()) {
        object.insert(u"engine"_s, table.engine);
    }
    if (!table.charset.isEmpty()) {
        object.insert(u"charset"_s, table.charset);
    }
    return object;
}

} // namespace

QString dumpFindingText(const Finding& finding)
{
    for (const QString& text : {textOfFile(finding), textOfStatements(finding), textOfContents(finding)}) {
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QString dumpFindingRemedy(const Finding& finding)
{
    switch (finding.kind) {
    case Kind::PackingUnusable:
    case Kind::DumpTruncated:
        return u"Fetch the file again; export again if that does not help."_s;
    case Kind::UsesDatabase:
    case Kind::CreatesDatabase:
    case Kind::DropsDatabase:
        return u"Export one database without --databases, so that these lines are not written."_s;
    case Kind::DefinerUsed:
        return u"Take DEFINER clauses out, or export without triggers and routines: the target has no such user."_s;
    case Kind::SetsGtidPurged:
        return u"Export with --set-gtid-purged=OFF."_s;
    case Kind::SetsSqlLogBin:
    case Kind::SandboxLine:
        return u"Take the line out, or export with another version of the program."_s;
    case Kind::ForeignKeysChecked:
        return u"Keep foreign keys off while it is imported."_s;
    case Kind::NoDropTable:
        return u"Let the import drop the old tables first."_s;
    case Kind::OtherEngine:
        return u"Convert the table to InnoDB before the export."_s;
    case Kind::CollationOfMariaDb:
        return u"Convert the table to utf8mb4_unicode_ci before the export."_s;
    case Kind::CharsetNarrow:
    case Kind::QuestionMarks:
        return u"Export again with --default-character-set=utf8mb4."_s;
    case Kind::LargestStatement:
        return u"Export with a smaller --net-buffer-length if the server refuses it."_s;
    default:
        return {};
    }
}

QString dumpPlace(const Finding& finding)
{
    return finding.place.startsWith("line "_L1) ? finding.place : QString();
}

QJsonObject dumpJson(const DumpFacts& facts)
{
    QJsonArray tables;
    for (const DumpTable& table : facts.tables) {
        tables.append(tableJson(table));
    }
    QJsonObject object{{u"tables"_s, tables},
                       {u"tableCount"_s, facts.tableCount},
                       {u"rows"_s, facts.rows},
                       {u"plainBytes"_s, facts.plainBytes},
                       {u"largestStatement"_s, facts.largestStatement},
                       {u"multisite"_s, facts.isMultisite}};
    const std::pair<QString, QString> texts[] = {
        {u"tool"_s, facts.tool},          {u"serverVersion"_s, facts.serverVersion},
        {u"charset"_s, facts.charset},    {u"sourceDatabase"_s, facts.sourceDatabase},
        {u"packing"_s, facts.packing},    {u"member"_s, facts.member},
        {u"prefix"_s, facts.tablePrefix}, {u"siteUrl"_s, facts.siteUrl},
        {u"homeUrl"_s, facts.homeUrl},    {u"completed"_s, facts.completed}};
    for (const auto& [name, value] : texts) {
        if (!value.isEmpty()) {
            object.insert(name, value);
        }
    }
    return object;
}

} // namespace longshore::cli
