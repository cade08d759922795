#include "app/archive/filecheck.h"

#include "app/archive/dumplook.h"
#include "app/archive/packagecheck.h"
#include "app/archive/tardump.h"
#include "app/archive/zipdirectory.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace longshore {

namespace {

/// A ZIP with a dump in it is none; what cannot be opened is told by the check that fits its beginning.
bool isPackage(const QString& path)
{
    if (QFileInfo(path).fileName().contains(QStringLiteral(".bacpac"), Qt::CaseInsensitive)) {
        return true;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.peek(4).startsWith("PK\x03\x04")) {
        return false;
    }
    const Result<ZipDirectory> directory = ZipDirectory::read(file);
    return !directory || directory->find("model.xml") != nullptr
           || std::none_of(directory->entries().cbegin(), directory->entries().cend(),
                           [](const ZipEntry& entry) { return isDumpName(entry.name); });
}

} // namespace

Result<void> checkFormat(const QString& path, const CancelFlag& cancel)
{
    return isPackage(path) ? checkPackage(path, cancel).map([](const PackageFacts&) {})
                           : checkDump(path, cancel).map([](const DumpFacts&) {});
}

} // namespace longshore
