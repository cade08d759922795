#include "app/domain/targetfindings.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

constexpr double MuchTimes = 4; ///< larger than four times what is usual, or smaller than a quarter of it
constexpr qint64 LongAgoDays = 30;

/// What the package says, else when the file was written.
QDateTime madeAt(const CheckedFile& file)
{
    return file.facts.exportedAt.isValid() ? file.facts.exportedAt : file.modifiedAt;
}

QString isoText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

void addDatabase(QList<Finding>& findings, const std::optional<Database>& held, Database target)
{
    if (!held) {
        return; // the inspection said so
    }
    if (*held == target) {
        findings.append({Severity::Good, Kind::DatabaseMatchesTarget, {}, databaseApiName(target)});
        return;
    }
    findings.append(
        {Severity::Error, Kind::DatabaseDiffersFromTarget, databaseApiName(target), databaseApiName(*held)});
}

void addSize(QList<Finding>& findings, qint64 size, const std::optional<qint64>& usual)
{
    if (!usual || *usual <= 0 || size < 0) {
        return;
    }
    const double times = static_cast<double>(size) / static_cast<double>(*usual);
    const QString place = QString::number(*usual);
    const QString detail = QString::number(size);
    if (times < 1 / MuchTimes) {
        findings.append({Severity::Warning, Kind::MuchSmallerThanUsual, place, detail});
    } else if (times > MuchTimes) {
        findings.append({Severity::Warning, Kind::MuchLargerThanUsual, place, detail});
    } else {
        findings.append({Severity::Good, Kind::SameSizeAsUsual, place, detail});
    }
}

void addAge(QList<Finding>& findings, const QDateTime& made, const TargetExpectations& expected)
{
    if (made.isValid() && expected.lastImportAt.isValid() && made < expected.lastImportAt) {
        findings.append({Severity::Warning, Kind::OlderThanTarget, {}, isoText(expected.lastImportAt)});
    }
    if (made.isValid() && expected.now.isValid() && made.daysTo(expected.now) > LongAgoDays) {
        findings.append({Severity::Warning, Kind::ExportedLongAgo, {}, isoText(made)});
    }
}

void addSource(QList<Finding>& findings, const std::optional<TargetExpectations::Source>& source)
{
    if (!source) {
        return;
    }
    if (source->place == TargetExpectations::Source::Place::TheTargetItself) {
        findings.append({Severity::Note, Kind::SameEnvironment, source->name, {}});
    } else if (source->tier == Tier::Production) {
        findings.append({Severity::Warning, Kind::FromProduction, source->name, {}});
    }
}

} // namespace

QList<Finding> findingsForTarget(const CheckedFile& file, Database target, const TargetExpectations& expected)
{
    QList<Finding> findings;
    addDatabase(findings, file.facts.database, target);
    addSize(findings, file.size, expected.usualBytes);
    addAge(findings, madeAt(file), expected);
    addSource(findings, expected.source);
    return findings;
}

} // namespace longshore
