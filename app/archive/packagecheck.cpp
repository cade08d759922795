#include "app/archive/packagecheck.h"

#include "app/archive/packagechecks.h"

#include <QFile>
#include <algorithm>

namespace longshore {

Result<PackageFacts> checkPackage(const QString& path, const CancelFlag& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    const InspectionWatch watch{.cancel = cancel};
    PackageChecks checks(file, watch, PackageChecks::Until::FirstError);
    if (const Result<void> ran = checks.run(); !ran) {
        return fail(ran.error());
    }
    const QList<Finding>& findings = checks.findings();
    const auto error = std::find_if(findings.cbegin(), findings.cend(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::Error;
    });
    if (error == findings.cend()) {
        return checks.facts();
    }
    const bool unreadable = error->kind == Finding::Kind::FileUnreadable;
    return fail(unreadable ? Error::Code::FileAccess : Error::Code::FormatInvalid, error->place, error->detail);
}

} // namespace longshore
