#include "app/domain/targetfindings.h"

#include <QUrl>

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

/// "shop.example:8443" of an address or of a domain itself.
QString hostOf(const QString& address)
{
    const QString text = address.trimmed().toLower();
    const QUrl url(text.contains("//"_L1) ? text : QString(u"//"_s + text));
    return url.port() < 0 ? url.host() : QString(url.host() + u':' + QString::number(url.port()));
}

void addAddress(QList<Finding>& findings, const DumpFacts& dump, const TargetExpectations& expected)
{
    const QString& address = dump.siteUrl.isEmpty() ? dump.homeUrl : dump.siteUrl;
    if (address.isEmpty() || expected.domain.isEmpty()) {
        return;
    }
    const auto isOther = [&expected](const QString& url) {
        return !url.isEmpty() && hostOf(url) != hostOf(expected.domain);
    };
    if (!isOther(dump.siteUrl) && !isOther(dump.homeUrl)) {
        findings.append({Severity::Good, Kind::SameAddress, {}, address});
    } else if (!expected.searchFor.isEmpty() && address.contains(expected.searchFor)) {
        findings.append({Severity::Good, Kind::AddressReplaced, expected.domain, address});
    } else {
        findings.append({Severity::Warning, Kind::OtherAddress, expected.domain,
                         isOther(dump.siteUrl) ? dump.siteUrl : dump.homeUrl});
    }
}

void addHeld(QList<Finding>& findings, const DumpFacts& dump, const std::optional<PackageFacts>& held)
{
    if (!held || dump.tablePrefix.isEmpty() || held->tablePrefix.isEmpty()) {
        return;
    }
    if (dump.tablePrefix != held->tablePrefix) {
        findings.append({Severity::Warning, Kind::OtherTablePrefix, held->tablePrefix, dump.tablePrefix});
    }
    if (dump.isMultisite && !held->isMultisite) {
        findings.append({Severity::Warning, Kind::MultisiteIntoSingle, {}, {}});
    }
}

bool isUsualInExports(Kind kind)
{
    return kind == Kind::SandboxLine || kind == Kind::DefinerUsed || kind == Kind::OtherEngine
           || kind == Kind::CollationOfMariaDb || kind == Kind::LargestStatement;
}

} // namespace

Finding ofPlatformsExport(Finding finding)
{
    if (finding.severity == Severity::Warning && isUsualInExports(finding.kind)) {
        finding.severity = Severity::Note;
    }
    return finding;
}

bool stopsCopy(const Finding& finding)
{
    if (finding.severity != Severity::Warning) {
        return finding.severity == Severity::Error;
    }
    if (isUsualInExports(finding.kind)) {
        return false;
    }
    switch (finding.kind) {
    case Kind::FromProduction:
    case Kind::OtherAddress:
    case Kind::ExportedLongAgo:
        return false;
    default:
        return true;
    }
}

std::optional<AddressReplacement> suggestedReplacement(const QString& from, const QString& domain)
{
    const QString old = hostOf(from);
    const QString now = hostOf(domain);
    if (old.isEmpty() || now.isEmpty() || old == now) {
        return std::nullopt;
    }
    return AddressReplacement{u"//"_s + old, u"//"_s + now};
}

QList<Finding> findingsForTarget(const CheckedFile& file, Database target, const TargetExpectations& expected)
{
    QList<Finding> findings;
    addDatabase(findings, file.facts.database, target);
    addSize(findings, file.size, expected.usualBytes);
    addAge(findings, madeAt(file), expected);
    addSource(findings, expected.source);
    if (expected.dump) {
        addAddress(findings, *expected.dump, expected);
        addHeld(findings, *expected.dump, expected.held);
    }
    return findings;
}

} // namespace longshore
