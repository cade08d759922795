#include "app/archive/packageinspection.h"

#include "app/archive/inspectedfile.h"
#include "app/archive/packagechecks.h"

namespace longshore {

Result<PackageInspection> inspectPackageNow(const QString& path, const InspectionWatch& watch)
{
    InspectedFile file(path, watch);
    PackageInspection& inspection = file.inspection();
    if (!file.open()) {
        return inspection;
    }
    PackageChecks checks(file.device(), watch, PackageChecks::Until::TheEnd);
    if (const Result<void> ran = checks.run(); !ran) {
        return fail(ran.error());
    }
    inspection.findings = checks.findings();
    inspection.file.facts = checks.facts();
    if (checks.isZip()) {
        if (const Result<void> concluded = file.conclude(); !concluded) {
            return fail(concluded.error());
        }
    }
    return inspection;
}

InspectionTask* inspectPackage(const QString& path, QObject* parent)
{
    return new InspectionTask(
        path, [path](const InspectionWatch& watch) { return inspectPackageNow(path, watch); }, parent);
}

} // namespace longshore
