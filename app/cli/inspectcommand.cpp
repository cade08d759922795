#include "app/cli/inspectcommand.h"

#include "app/archive/fileinspection.h"
#include "app/cli/dumptext.h"
#include "app/cli/format.h"
#include "app/cli/importtext.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTables = 40; ///< in a terminal; JSON has them all

QJsonObject summary(const PackageInspection& inspection)
{
    const CheckedFile& file = inspection.file;
    QJsonObject object = inspection.dump ? dumpJson(*inspection.dump) : QJsonObject();
    object.insert(u"type"_s, u"inspection"_s);
    object.insert(u"path"_s, file.path);
    object.insert(u"kind"_s, inspection.dump ? u"dump"_s : u"package"_s);
    object.insert(u"size"_s, file.size);
    object.insert(u"importable"_s, !blocks(inspection.findings));
    object.insert(u"warnings"_s, warningsOf(inspection.findings).size());
    if (!file.sha256.isEmpty()) {
        object.insert(u"sha256"_s, file.sha256);
    }
    if (file.facts.database) {
        object.insert(u"database"_s, databaseApiName(*file.facts.database));
    }
    if (!inspection.dump) {
        object.insert(u"rows"_s, file.facts.totalRows);
        object.insert(u"tableCount"_s, file.facts.tables);
        object.insert(u"sourceDatabase"_s, file.facts.sourceDatabase);
    }
    return object;
}

/// The largest first; of many tables only those.
QList<QStringList> tableRows(const DumpFacts& facts)
{
    QList<DumpTable> tables = facts.tables;
    std::stable_sort(tables.begin(), tables.end(),
                     [](const DumpTable& a, const DumpTable& b) { return a.bytes > b.bytes; });
    QList<QStringList> rows;
    for (const DumpTable& table : tables.first(std::min(tables.size(), mostTables))) {
        rows.append({table.name, QString::number(table.rows), formatSize(table.bytes),
                     table.engine.isEmpty() ? u"-"_s : table.engine, table.charset.isEmpty() ? u"-"_s : table.charset});
    }
    return rows;
}

} // namespace

void InspectCommand::run()
{
    m_path = QDir::cleanPath(QDir::current().absoluteFilePath(arguments().file));
    auto* task = inspectFile(m_path, this);
    connect(task, &InspectionTask::found, this, &InspectCommand::tell);
    connect(task, &Task::progressChanged, this, [this](const Progress& progress) {
        output().progress(u"%1: checked %2"_s.arg(QFileInfo(m_path).fileName(), formatSize(progress.done)));
    });
    await(task, [this](const PackageInspection& inspection) { inspected(inspection); });
}

void InspectCommand::tell(const Finding& finding)
{
    output().json(findingJson(finding));
    const QString place = dumpPlace(finding);
    output().text(place.isEmpty() ? findingText(finding) : QString(findingText(finding) + u", "_s + place));
    const bool matters = finding.severity == Finding::Severity::Warning || finding.severity == Finding::Severity::Error;
    if (const QString remedy = dumpFindingRemedy(finding); matters && !remedy.isEmpty()) {
        output().text(u"         "_s + remedy);
    }
}

void InspectCommand::inspected(const PackageInspection& inspection)
{
    output().json(summary(inspection));
    if (inspection.dump && !inspection.dump->tables.isEmpty()) {
        output().text(QString());
        output().table({u"TABLE"_s, u"ROWS"_s, u"SIZE"_s, u"ENGINE"_s, u"CHARSET"_s}, tableRows(*inspection.dump));
        if (const qsizetype more = inspection.dump->tables.size() - mostTables; more > 0) {
            output().text(u"and %1 smaller ones; --json prints them all"_s.arg(more));
        }
    }
    const auto error = std::find_if(inspection.findings.cbegin(), inspection.findings.cend(),
                                    [](const Finding& each) { return each.severity == Finding::Severity::Error; });
    if (error == inspection.findings.cend()) {
        end(Exit::Done);
    } else {
        endWith(errorOfFinding(*error, m_path));
    }
}

} // namespace longshore::cli

#include "moc_inspectcommand.cpp"
