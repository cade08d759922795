#include "app/domain/finding.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;

constexpr std::array Names{
    std::pair{Kind::FileReadable, "fileReadable"},
    std::pair{Kind::FileUnreadable, "fileUnreadable"},
    std::pair{Kind::FileChanged, "fileChanged"},
    std::pair{Kind::WrongFormat, "wrongFormat"},
    std::pair{Kind::ZipComplete, "zipComplete"},
    std::pair{Kind::ZipDamaged, "zipDamaged"},
    std::pair{Kind::PartMissing, "partMissing"},
    std::pair{Kind::PartDamaged, "partDamaged"},
    std::pair{Kind::ModelChecksumRight, "modelChecksumRight"},
    std::pair{Kind::ModelChecksumWrong, "modelChecksumWrong"},
    std::pair{Kind::ModelChecksumAbsent, "modelChecksumAbsent"},
    std::pair{Kind::SourceDatabase, "sourceDatabase"},
    std::pair{Kind::ExportedAt, "exportedAt"},
    std::pair{Kind::ExportedLongAgo, "exportedLongAgo"},
    std::pair{Kind::RowCount, "rowCount"},
    std::pair{Kind::NoData, "noData"},
    std::pair{Kind::SchemaOnly, "schemaOnly"},
    std::pair{Kind::DatabaseRecognised, "databaseRecognised"},
    std::pair{Kind::DatabaseMixed, "databaseMixed"},
    std::pair{Kind::DatabaseUnknown, "databaseUnknown"},
    std::pair{Kind::DumpRecognised, "dumpRecognised"},
    std::pair{Kind::DumpPacked, "dumpPacked"},
    std::pair{Kind::PackingUnusable, "packingUnusable"},
    std::pair{Kind::DumpServer, "dumpServer"},
    std::pair{Kind::DumpCharset, "dumpCharset"},
    std::pair{Kind::DumpComplete, "dumpComplete"},
    std::pair{Kind::DumpTruncated, "dumpTruncated"},
    std::pair{Kind::UsesDatabase, "usesDatabase"},
    std::pair{Kind::CreatesDatabase, "createsDatabase"},
    std::pair{Kind::DropsDatabase, "dropsDatabase"},
    std::pair{Kind::DefinerUsed, "definerUsed"},
    std::pair{Kind::SetsGtidPurged, "setsGtidPurged"},
    std::pair{Kind::SetsSqlLogBin, "setsSqlLogBin"},
    std::pair{Kind::SandboxLine, "sandboxLine"},
    std::pair{Kind::ForeignKeysChecked, "foreignKeysChecked"},
    std::pair{Kind::NoDropTable, "noDropTable"},
    std::pair{Kind::OtherEngine, "otherEngine"},
    std::pair{Kind::CollationOfMariaDb, "collationOfMariaDb"},
    std::pair{Kind::CharsetNarrow, "charsetNarrow"},
    std::pair{Kind::QuestionMarks, "questionMarks"},
    std::pair{Kind::LargestStatement, "largestStatement"},
    std::pair{Kind::TablePrefix, "tablePrefix"},
    std::pair{Kind::SiteUrl, "siteUrl"},
    std::pair{Kind::HomeUrl, "homeUrl"},
    std::pair{Kind::Multisite, "multisite"},
    std::pair{Kind::DatabaseMatchesTarget, "databaseMatchesTarget"},
    std::pair{Kind::DatabaseDiffersFromTarget, "databaseDiffersFromTarget"},
    std::pair{Kind::MuchSmallerThanUsual, "muchSmallerThanUsual"},
    std::pair{Kind::MuchLargerThanUsual, "muchLargerThanUsual"},
    std::pair{Kind::SameSizeAsUsual, "sameSizeAsUsual"},
    std::pair{Kind::OlderThanTarget, "olderThanTarget"},
    std::pair{Kind::SameEnvironment, "sameEnvironment"},
    std::pair{Kind::FromProduction, "fromProduction"},
    std::pair{Kind::SameAddress, "sameAddress"},
    std::pair{Kind::AddressReplaced, "addressReplaced"},
    std::pair{Kind::OtherAddress, "otherAddress"},
    std::pair{Kind::OtherTablePrefix, "otherTablePrefix"},
    std::pair{Kind::MultisiteIntoSingle, "multisiteIntoSingle"},
};

} // namespace

QString findingName(Finding::Kind kind)
{
    const auto found =
        std::find_if(Names.cbegin(), Names.cend(), [kind](const auto& each) { return each.first == kind; });
    return found == Names.cend() ? QString() : QString::fromLatin1(found->second);
}

QString severityName(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Good:
        return u"good"_s;
    case Finding::Severity::Note:
        return u"note"_s;
    case Finding::Severity::Warning:
        return u"warning"_s;
    case Finding::Severity::Error:
        break;
    }
    return u"error"_s;
}

bool blocks(const QList<Finding>& findings)
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [](const Finding& finding) { return finding.severity == Finding::Severity::Error; });
}

QList<Finding> warningsOf(const QList<Finding>& findings)
{
    QList<Finding> warnings;
    std::copy_if(findings.cbegin(), findings.cend(), std::back_inserter(warnings),
                 [](const Finding& finding) { return finding.severity == Finding::Severity::Warning; });
    return warnings;
}

} // namespace longshore
