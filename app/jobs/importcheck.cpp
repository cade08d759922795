#include "app/jobs/importcheck.h"

#include "app/archive/dumplook.h"
#include "app/archive/dumpreader.h"
#include "app/archive/packageinspection.h"
#include "app/transfers/knownhashes.h"

#include <QFile>
#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> changed(const CheckedFile& file, const QString& what)
{
    return fail(Error::Code::SourceChanged, file.path, what);
}

Result<PackageInspection> inspect(const QString& path, Database database, const CancelFlag& cancel)
{
    InspectionWatch watch;
    watch.cancel = cancel;
    Result<PackageInspection> seen =
        database == Database::MySql ? lookAtDumpNow(path, watch) : inspectPackageNow(path, watch);
    if (!seen) {
        return fail(seen.error());
    }
    for (const Finding& finding : seen->findings) {
        if (finding.severity == Finding::Severity::Error) {
            return fail(errorOfFinding(finding, path));
        }
    }
    return seen;
}

/// From its first bytes.
Result<QString> packingOf(const QString& path, const CancelFlag& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    return DumpReader::open(file, cancel).map([](const std::unique_ptr<DumpReader>& reader) {
        return reader->packing().layers.join(u", "_s);
    });
}

} // namespace

Error errorOfFinding(const Finding& finding, const QString& path)
{
    if (finding.kind == Finding::Kind::FileUnreadable) {
        return {.code = Error::Code::FileAccess, .subject = path, .detail = finding.detail};
    }
    if (finding.kind == Finding::Kind::FileChanged) {
        return {.code = Error::Code::SourceChanged, .subject = path, .detail = u"contents"_s};
    }
    const QString what = findingName(finding.kind);
    return {.code = Error::Code::FormatInvalid,
            .subject = finding.place.isEmpty() ? what : finding.place,
            .detail = finding.detail.isEmpty() ? what : QString(what + u": "_s + finding.detail)};
}

Result<void> checkStillThere(const CheckedFile& file)
{
    const QFileInfo now(file.path);
    if (!now.exists()) {
        return fail(Error::Code::FileAccess, file.path, u"no such file"_s);
    }
    if (file.size >= 0 && now.size() != file.size) {
        return changed(file, u"size"_s);
    }
    if (file.modifiedAt.isValid() && now.lastModified().toUTC() != file.modifiedAt) {
        return changed(file, u"time of change"_s);
    }
    return {};
}

Result<GoodSource> checkSource(const ImportRequest& request, const CancelFlag& cancel)
{
    const Result<FileIdentity> before = FileIdentity::read(request.file.path);
    if (const Result<void> same = checkStillThere(request.file); !same) {
        return fail(same.error());
    }
    GoodSource source{.file = request.file, .identity = {}};
    if (source.file.sha256.isEmpty()) {
        const Result<PackageInspection> seen = inspect(request.file.path, request.database, cancel);
        if (!seen) {
            return fail(seen.error());
        }
        source = {.file = seen->file, .identity = {}, .findings = seen->findings, .dump = seen->dump};
    }
    const std::optional<Database> holds = source.file.facts.database;
    if (holds && *holds != request.database) {
        return fail(Error::Code::FormatInvalid, u"database"_s, databaseApiName(*holds));
    }
    const Result<QString> packing =
        request.database == Database::MySql ? packingOf(source.file.path, cancel) : QString();
    if (!packing) {
        return fail(packing.error());
    }
    source.packing = *packing;
    source.identity = stillTheSame(source.file.path, before);
    return source;
}

} // namespace longshore
