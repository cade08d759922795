#include "app/archive/dumplook.h"

#include "app/archive/dumpreader.h"
#include "app/archive/dumpscanner.h"
#include "app/archive/inspectedfile.h"
#include "app/archive/otherformat.h"

#include <QFile>
#include <functional>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

constexpr qsizetype enoughToTell = 512;
constexpr qint64 enoughOfNothing = 64LL * 1024 * 1024; ///< without one statement it is no dump

using Tell = std::function<void(const Finding&)>;

void tellError(const Tell& tell, const Error& error)
{
    const bool disk = error.code == Error::Code::FileAccess;
    tell({Severity::Error, disk ? Kind::FileUnreadable : Kind::PackingUnusable, error.subject, error.detail});
}

void tellWrongFormat(const Tell& tell, const QString& what)
{
    tell({Severity::Error, Kind::WrongFormat, u"file"_s, what});
}

/// What speaks against reading on; empty: nothing.
QString whatItIs(const DumpScanner& scanner)
{
    if (scanner.isPostgres()) {
        return u"is a PostgreSQL dump"_s;
    }
    const bool nothing = !scanner.isSql() && scanner.facts().plainBytes > enoughOfNothing;
    return nothing ? u"holds no SQL statement"_s : QString();
}

enum class Outcome { Read, Broken };

/// Errors: Cancelled.
Result<Outcome> scan(const Tell& tell, DumpReader& reader, DumpScanner& scanner)
{
    for (bool first = true;; first = false) {
        const Result<QByteArrayView> piece = reader.next();
        if (!piece && piece.error().code == Error::Code::Cancelled) {
            return fail(piece.error());
        }
        if (!piece) {
            tellError(tell, piece.error());
            return Outcome::Broken;
        }
        QString other = first ? otherFormat(piece->first(std::min(piece->size(), enoughToTell))) : QString();
        if (other.isEmpty()) {
            scanner.add(*piece);
            other = whatItIs(scanner);
        }
        if (!other.isEmpty()) {
            tellWrongFormat(tell, other);
            return Outcome::Broken;
        }
        if (piece->isEmpty()) {
            break;
        }
    }
    scanner.finish();
    if (!scanner.isSql()) {
        tellWrongFormat(tell, u"holds no SQL statement"_s);
        return Outcome::Broken;
    }
    return Outcome::Read;
}

void keepFacts(PackageInspection& inspection, const DumpFacts& facts, const DumpPacking& packing)
{
    DumpFacts dump = facts;
    dump.packing = packing.layers.join(u", "_s);
    dump.member = packing.member;
    PackageFacts& common = inspection.file.facts;
    common.database = Database::MySql;
    common.sourceDatabase = dump.sourceDatabase;
    common.totalRows = dump.rows;
    common.tables = static_cast<int>(dump.tableCount);
    common.uncompressedBytes = dump.plainBytes;
    common.tablePrefix = dump.tablePrefix;
    common.isMultisite = dump.isMultisite;
    inspection.dump = std::move(dump);
}

} // namespace

Result<PackageInspection> lookAtDumpNow(const QString& path, const InspectionWatch& watch)
{
    InspectedFile file(path, watch);
    if (!file.open()) {
        return file.inspection();
    }
    const Tell tell = [&file](const Finding& finding) { file.add(finding); };
    const auto reader = DumpReader::open(file.device(), watch.cancel);
    if (!reader && reader.error().code == Error::Code::Cancelled) {
        return fail(reader.error());
    }
    if (!reader) {
        tellError(tell, reader.error());
        return file.inspection();
    }
    const DumpPacking& packing = (*reader)->packing();
    if (!packing.layers.isEmpty()) {
        file.add({Severity::Note, Kind::DumpPacked, {}, packing.layers.join(u", "_s), packing.member});
    }
    DumpScanner scanner(tell);
    const Result<Outcome> scanned = scan(tell, **reader, scanner);
    if (!scanned) {
        return fail(scanned.error());
    }
    keepFacts(file.inspection(), scanner.facts(), packing);
    if (*scanned == Outcome::Read) {
        if (const Result<void> concluded = file.conclude(); !concluded) {
            return fail(concluded.error());
        }
    }
    return file.inspection();
}

Result<DumpFacts> checkDump(const QString& path, const CancelFlag& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    const auto reader = DumpReader::open(file, cancel);
    if (!reader) {
        return fail(reader.error());
    }
    std::optional<Finding> error;
    const Tell tell = [&error](const Finding& finding) {
        error = error || finding.severity != Severity::Error ? error : std::optional(finding);
    };
    DumpScanner scanner(tell);
    if (const Result<Outcome> scanned = scan(tell, **reader, scanner); !scanned) {
        return fail(scanned.error());
    }
    if (!error) {
        return scanner.facts();
    }
    const bool cut = error->kind == Kind::DumpTruncated;
    return fail(error->kind == Kind::FileUnreadable ? Error::Code::FileAccess : Error::Code::FormatInvalid,
                error->place, cut ? QString(u"the dump ends early: "_s + error->detail) : error->detail);
}

InspectionTask* lookAtDump(const QString& path, QObject* parent)
{
    return new InspectionTask(
        path, [path](const InspectionWatch& watch) { return lookAtDumpNow(path, watch); }, parent);
}

} // namespace longshore
