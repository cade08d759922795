#include "app/archive/packageinspection.h"

#include "app/archive/hashingfile.h"
#include "app/archive/packagechecks.h"

#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

void add(PackageInspection& inspection, const InspectionWatch& watch, const Finding& finding)
{
    inspection.findings.append(finding);
    watch.found(finding);
}

/// The rest of the file, for its SHA-256. Error: Cancelled, FileAccess.
Result<void> hashTheRest(HashingFile& file, qint64 size, const InspectionWatch& watch)
{
    while (file.hashed() < size) {
        if (watch.cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        if (!file.hashOn(size)) {
            return fail(Error::Code::FileAccess, {}, file.errorString());
        }
    }
    return {};
}

/// Path, size and time as they are now. Error: FileAccess.
Result<CheckedFile> identify(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Error::Code::FileAccess, path, u"the file is not there"_s);
    }
    if (!info.isFile()) {
        return fail(Error::Code::FileAccess, path, u"not a file"_s);
    }
    CheckedFile file;
    file.path = info.absoluteFilePath();
    file.size = info.size();
    file.modifiedAt = info.lastModified().toUTC();
    return file;
}

bool hasChanged(const CheckedFile& file)
{
    const Result<CheckedFile> now = identify(file.path);
    return !now || now->size != file.size || now->modifiedAt != file.modifiedAt;
}

/// What can be said when the last byte was read.
void conclude(PackageInspection& inspection, const HashingFile& file, const Result<void>& hashed,
              const InspectionWatch& watch)
{
    const QString path = inspection.file.path;
    if (hasChanged(inspection.file)) {
        add(inspection, watch, {Severity::Error, Kind::FileChanged, path, {}});
    } else if (!hashed) {
        add(inspection, watch, {Severity::Error, Kind::FileUnreadable, path, hashed.error().detail});
    } else {
        inspection.file.sha256 = QString::fromLatin1(file.sha256().toHex());
        add(inspection, watch, {Severity::Good, Kind::FileReadable, {}, QString::number(inspection.file.size)});
    }
}

} // namespace

Result<PackageInspection> inspectPackageNow(const QString& path, const InspectionWatch& watch)
{
    PackageInspection inspection;
    inspection.file.path = path;
    const Result<CheckedFile> identity = identify(path);
    if (!identity) {
        add(inspection, watch, {Severity::Error, Kind::FileUnreadable, path, identity.error().detail});
        return inspection;
    }
    inspection.file = *identity;
    HashingFile file(path, watch.progressed);
    if (!file.open(QIODevice::ReadOnly)) {
        add(inspection, watch, {Severity::Error, Kind::FileUnreadable, path, file.errorString()});
        return inspection;
    }
    PackageChecks checks(file, watch, PackageChecks::Until::TheEnd);
    if (const Result<void> ran = checks.run(); !ran) {
        return fail(ran.error());
    }
    inspection.findings = checks.findings();
    inspection.file.facts = checks.facts();
    if (checks.isZip()) {
        const Result<void> hashed = hashTheRest(file, inspection.file.size, watch);
        if (!hashed && hashed.error().code == Error::Code::Cancelled) {
            return fail(hashed.error());
        }
        conclude(inspection, file, hashed, watch);
    }
    return inspection;
}

InspectionTask* inspectPackage(const QString& path, QObject* parent)
{
    return new InspectionTask(
        path, [path](const InspectionWatch& watch) { return inspectPackageNow(path, watch); }, parent);
}

} // namespace longshore
