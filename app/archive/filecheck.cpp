#include "app/archive/filecheck.h"

#include "app/archive/dumplook.h"
#include "app/archive/fileinspection.h"
#include "app/archive/packagecheck.h"

#include <QFileInfo>

namespace longshore {

namespace {

/// What was asked for as a package has to be one, whatever came.
bool isPackage(const QString& path)
{
    return QFileInfo(path).fileName().contains(QStringLiteral(".bacpac"), Qt::CaseInsensitive)
           || fileKind(path) == FileKind::Package;
}

} // namespace

Result<void> checkFormat(const QString& path, const CancelFlag& cancel)
{
    return isPackage(path) ? checkPackage(path, cancel).map([](const PackageFacts&) {})
                           : checkDump(path, cancel).map([](const DumpFacts&) {});
}

} // namespace longshore
